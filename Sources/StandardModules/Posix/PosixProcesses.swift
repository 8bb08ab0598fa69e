// Processes: fork, wait, signals, status words.

import CPythonABI
import Glibc
import Runtime

enum PosixProcesses {
    private static let waitType = StructSequence.type(
        "posix.waitid_result",
        doc: "waitid_result: Result from waitid.\n\nThis object may be accessed either as a tuple of\n  (si_pid, si_uid, si_signo, si_status, si_code),\nor via the attributes si_pid, si_uid, and so on.\n\nSee os.waitid for more information.",
        fields: (["si_pid", "si_uid", "si_signo", "si_status", "si_code"] as [StaticString]).map { StructSequence.Field($0) }, visible: 5)

    static func add(_ module: ModuleBuilder) {
        module.set("waitid_result", waitType.value)
        module.function(
            "waitid", .positional(minimum: 3, maximum: 3, { (_, arguments) throws(Raised) -> Ref in
                let kind = try Posix.int(arguments[0])
                let identity = UInt32(truncatingIfNeeded: try Posix.long(arguments[1]))
                let options = try Posix.int(arguments[2])
                var fields = InlineArray<5, Int32>(repeating: 0)
                try Posix.check {
                    withUnsafeMutablePointer(to: &fields) { _pyswift_waitid(kind, identity, options, UnsafeMutableRawPointer($0).assumingMemoryBound(to: Int32.self)) }
                }
                if fields[0] == 0 { return .none }
                let result = StructSequence.make(waitType)
                for index in 0..<5 { StructSequence.setInt(result.value, index, Int(fields[index])) }
                StructSequence.finish(result.value)
                return result
            }), "($module, idtype, id, options, /)",
            doc: "Returns the result of waiting for a process or processes.\n\n  idtype\n    Must be one of be P_PID, P_PGID or P_ALL.\n  id\n    The id to wait on.\n  options\n    Constructed from the ORing of one or more of WEXITED, WSTOPPED\n    or WCONTINUED and additionally may be ORed with WNOHANG or WNOWAIT.\n\nReturns either waitid_result or None if WNOHANG is specified and there are\nno children in a waitable state.")
        module.function(
            "fork", .noArguments({ (_) throws(Raised) -> Ref in
                try Audit.event("os.fork")
                let process = Forks.fork()
                if process < 0 { throw OSErrors.raise(errno) }
                return IntObject.make(Int(process))
            }), "($module, /)", doc: "Fork a child process.\n\nReturn 0 to child process and PID of child to parent process.")
        module.function(
            "register_at_fork", .bound({ (_, arguments) throws(Raised) -> Ref in
                if arguments[0].isNull && arguments[1].isNull && arguments[2].isNull { throw raise(.typeError, "At least one argument is required.") }
                for (index, name) in (["before", "after_in_child", "after_in_parent"] as [StaticString]).enumerated() where !arguments[index].isNull {
                    if arguments[index].record.pointee.call == nil { throw raise(.typeError, "'\(name)' must be callable, not \(arguments[index].type.name)") }
                }
                try Forks.register(before: arguments[0], inParent: arguments[2], inChild: arguments[1])
                return .none
            }), "($module, /, *, before=<unrepresentable>,\n                 after_in_child=<unrepresentable>,\n                 after_in_parent=<unrepresentable>)",
            doc: "Register callables to be called when forking a new process.")
        module.function(
            "_exit", .bound({ (_, arguments) throws(Raised) -> Ref in Glibc._exit(try Posix.int(arguments[0])) }), "($module, /, status)",
            doc: "Exit to the system with specified status, without normal exit processing.")
        module.function("abort", .noArguments({ (_) throws(Raised) -> Ref in Glibc.abort() }), "($module, /)", doc: "Abort the interpreter immediately.")
        module.function(
            "kill", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                let (process, signal) = (try Posix.process(arguments[0]), try Posix.int(arguments[1]))
                try Audit.event("os.kill", Value(smallInt: Int(process)), Value(smallInt: Int(signal)))
                if Glibc.kill(process, signal) < 0 { throw OSErrors.raise(errno) }
                if !EvalBreaker.requests.isEmpty { try EvalBreaker.serve() }
                return .none
            }), "($module, pid, signal, /)", doc: "Kill a process with a signal.")
        module.function(
            "killpg", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                let (group, signal) = (try Posix.process(arguments[0]), try Posix.int(arguments[1]))
                try Audit.event("os.killpg", Value(smallInt: Int(group)), Value(smallInt: Int(signal)))
                if Glibc.killpg(group, signal) < 0 { throw OSErrors.raise(errno) }
                if !EvalBreaker.requests.isEmpty { try EvalBreaker.serve() }
                return .none
            }), "($module, pgid, signal, /)", doc: "Kill a process group with a signal.")
        addWait(module)
        addStatus(module)
    }
    private static func addWait(_ module: ModuleBuilder) {
        module.function("wait", .noArguments({ (_) throws(Raised) -> Ref in
            var status: Int32 = 0
            let process = try Posix.check { Glibc.wait(&status) }
            return TupleObject.make(Value(smallInt: Int(process)), Value(smallInt: Int(status)))
        }), "($module, /)", doc: "Wait for completion of a child process.\n\nReturns a tuple of information about the child process:\n    (pid, status)")
        module.function(
            "waitpid", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                let (which, options) = (try Posix.process(arguments[0]), try Posix.int(arguments[1]))
                var status: Int32 = 0
                let process = try Posix.check { Glibc.waitpid(which, &status, options) }
                return TupleObject.make(Value(smallInt: Int(process)), Value(smallInt: Int(status)))
            }), "($module, pid, options, /)",
            doc: "Wait for completion of a given child process.\n\nReturns a tuple of information regarding the child process:\n    (pid, status)\n\nThe options argument is ignored on Windows.")
        module.function(
            "wait3", .bound({ (_, arguments) throws(Raised) -> Ref in try wait(-1, try Posix.int(arguments[0])) }), "($module, /, options)",
            doc: "Wait for completion of a child process.\n\nReturns a tuple of information about the child process:\n  (pid, status, rusage)")
        module.function(
            "wait4", .bound({ (_, arguments) throws(Raised) -> Ref in try wait(try Posix.process(arguments[0]), try Posix.int(arguments[1])) }),
            "($module, /, pid, options)",
            doc: "Wait for completion of a specific child process.\n\nReturns a tuple of information about the child process:\n  (pid, status, rusage)")
    }
    private static func wait(_ which: Int32, _ options: Int32) throws(Raised) -> Ref {
        var status: Int32 = 0
        var usage = rusage()
        let process = try Posix.check { Glibc.wait4(which, &status, options, &usage) }
        let name = StrObject.intern("resource")
        let resource = try InterpreterHooks.importByName(name.value)
        let type = try Attributes.get(resource.value, "struct_rusage")
        let items = ListObject.make()
        func append(_ number: Int) throws(Raised) {
            let item = IntObject.make(number)
            try ListObject.append(items.value, item.value)
        }
        for time in [usage.ru_utime, usage.ru_stime] {
            try ListObject.append(items.value, Value(float: Double(time.tv_sec) + Double(time.tv_usec) * 1e-6))
        }
        for number in [
            usage.ru_maxrss, usage.ru_ixrss, usage.ru_idrss, usage.ru_isrss, usage.ru_minflt, usage.ru_majflt, usage.ru_nswap, usage.ru_inblock,
            usage.ru_oublock, usage.ru_msgsnd, usage.ru_msgrcv, usage.ru_nsignals, usage.ru_nvcsw, usage.ru_nivcsw,
        ] { try append(number) }
        let result = try Call.call(type.value, items.value)
        return TupleObject.make(Value(smallInt: Int(process)), Value(smallInt: Int(status)), result.value)
    }

    // MARK: Status words

    private static func addStatus(_ module: ModuleBuilder) {
        func word(_ name: StaticString, _ doc: StaticString, _ body: @escaping (Int32) -> Ref) {
            module.function(name, .bound({ (_, arguments) throws(Raised) -> Ref in body(try Posix.int(arguments[0])) }), "($module, /, status)", doc: doc)
        }
        word("WIFEXITED", "Return True if the process returning status exited via the exit() system call.") { .bool($0 & 0x7F == 0) }
        word("WEXITSTATUS", "Return the process return code from status.") { IntObject.make(Int($0 >> 8 & 0xFF)) }
        word("WIFSIGNALED", "Return True if the process returning status was terminated by a signal.") { .bool(isSignaled($0)) }
        word("WTERMSIG", "Return the signal that terminated the process that provided the status value.") { IntObject.make(Int($0 & 0x7F)) }
        word("WIFSTOPPED", "Return True if the process returning status was stopped.") { .bool($0 & 0xFF == 0x7F) }
        word("WSTOPSIG", "Return the signal that stopped the process that provided the status value.") { IntObject.make(Int($0 >> 8 & 0xFF)) }
        word("WIFCONTINUED", "Return True if a particular process was continued from a job control stop.\n\nReturn True if the process returning status was continued from a\njob control stop.") { .bool($0 == 0xFFFF) }
        module.function(
            "WCOREDUMP", .one({ (_, status) throws(Raised) -> Ref in .bool(try Posix.int(status) & 0x80 != 0) }), "($module, status, /)",
            doc: "Return True if the process returning status was dumped to a core file.")
        module.function(
            "waitstatus_to_exitcode", .bound({ (_, arguments) throws(Raised) -> Ref in
                let status = try Posix.int(arguments[0])
                if status & 0x7F == 0 { return IntObject.make(Int(status >> 8 & 0xFF)) }
                if isSignaled(status) { return IntObject.make(-Int(status & 0x7F)) }
                if status & 0xFF == 0x7F { throw raise(.valueError, "process stopped by delivery of signal \(status >> 8 & 0xFF)") }
                throw raise(.valueError, "invalid wait status: \(status)")
            }), "($module, /, status)", doc: "Convert a wait status to an exit code.")
    }
    private static func isSignaled(_ status: Int32) -> Bool { Int8(truncatingIfNeeded: (status & 0x7F) + 1) >> 1 > 0 }
}
