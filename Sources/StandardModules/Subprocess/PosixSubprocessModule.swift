// The module _posixsubprocess: fork and exec in one, for the module subprocess.

import CPythonABI
import Glibc
import Runtime

enum PosixSubprocessModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc("A POSIX helper for the subprocess module.")
        module.function(
            "fork_exec", .raw { (_, arguments) throws(Raised) -> Ref in
                if arguments.keywordCount > 0 { throw raise(.typeError, "_posixsubprocess.fork_exec() takes no keyword arguments") }
                if arguments.count != 23 { throw raise(.typeError, "fork_exec() takes exactly 23 arguments (\(arguments.count) given)") }
                return try forkExec(arguments)
            }, nil,
            doc: "fork_exec(args, executable_list, close_fds, pass_fds, cwd, env,\n          p2cread, p2cwrite, c2pread, c2pwrite,\n          errread, errwrite, errpipe_read, errpipe_write,\n          restore_signals, call_setsid, pgid_to_set,\n          gid, groups_list, uid, umask,\n          preexec_fn)\n\nForks a child process, closes parent file descriptors as appropriate in the\nchild and dups the few that are needed before calling exec() in the child\nprocess.\n\nIf close_fds is true, close file descriptors 3 and higher, except those listed\nin the sorted tuple pass_fds.\n\nThe preexec_fn, if supplied, will be called immediately before closing file\ndescriptors and exec.\nWARNING: preexec_fn is NOT SAFE if your application uses threads.\n         It may trigger infrequent, difficult to debug deadlocks.\n\nIf an error occurs in the child process before the exec, it is\nserialized and written to the errpipe_write fd per subprocess.py.\n\nReturns: the child process's PID.\n\nRaises: Only on an error in the parent process.\n"
        )
    }

    private static func forkExec(_ arguments: Arguments) throws(Raised) -> Ref {
        var child = ChildProcess()
        child.closesDescriptors = try Truth.of(arguments[2])
        guard TupleObject.isInstance(arguments[3]) else {
            throw raise(.typeError, "fork_exec() argument 4 must be tuple, not \(ArgumentTypeName.of(arguments[3]))")
        }
        child.stdinRead = try Posix.int(arguments[6])
        child.stdinWrite = try Posix.int(arguments[7])
        child.stdoutRead = try Posix.int(arguments[8])
        child.stdoutWrite = try Posix.int(arguments[9])
        child.stderrRead = try Posix.int(arguments[10])
        child.stderrWrite = try Posix.int(arguments[11])
        child.errorRead = try Posix.int(arguments[12])
        child.errorWrite = try Posix.int(arguments[13])
        child.restoresSignals = try Posix.int(arguments[14]) != 0
        child.callsSetsid = try Posix.int(arguments[15]) != 0
        child.processGroup = try Posix.int(arguments[16])
        child.mask = try Posix.int(arguments[20])
        if child.closesDescriptors && child.errorWrite < 3 { throw raise(.valueError, "errpipe_write must be >= 3") }
        let kept = try descriptors(arguments[3])
        defer { kept.deallocate() }
        child.kept = UnsafePointer(kept.baseAddress.unsafelyUnwrapped)
        child.keptCount = TupleObject.count(arguments[3])

        let executables = try byteStrings(arguments[1], "executable_list")
        let executableVector = StringVector(executables.value)
        child.executables = executableVector.pointers
        let words = try byteStrings(arguments[0], "argv")
        let argumentVector = StringVector(words.value)
        child.arguments = argumentVector.pointers
        let environment = arguments[5].isNone ? ListObject.make() : try byteStrings(arguments[5], "env")
        let environmentVector = StringVector(environment.value)
        if !arguments[5].isNone { child.environment = environmentVector.pointers }
        let folder = arguments[4].isNone ? Ref.none : try FileNames.converted(arguments[4])
        if !folder.value.isNone { child.folder = UnsafeRawPointer(BytesObject.data(folder.value)).assumingMemoryBound(to: CChar.self) }

        if !arguments[17].isNone { child.group = try identity(arguments[17], "gid") }
        if !arguments[19].isNone { child.user = try identity(arguments[19], "uid") }
        let groups = try groupNumbers(arguments[18])
        defer { groups?.deallocate() }
        if let groups {
            child.groups = UnsafePointer(groups.baseAddress.unsafelyUnwrapped)
            child.groupCount = try Sequences.length(arguments[18])
        }
        return IntObject.make(Int(try start(&child, preparation: arguments[21])))
    }

    private static func start(_ child: inout ChildProcess, preparation: Value) throws(Raised) -> Int32 {
        if preparation.isNone {
            // No Python code runs in the child: nothing there needs to be put right.
            let process = _pyswift_fork()
            if process == 0 { child.run(preparation: .null) }
            if process < 0 { throw OSErrors.raise(errno) }
            return process
        }
        let process = Forks.fork()
        if process == 0 { child.run(preparation: preparation) }
        if process < 0 { throw OSErrors.raise(errno) }
        return process
    }

    // MARK: Arguments

    private static func descriptors(_ tuple: Value) throws(Raised) -> UnsafeMutableBufferPointer<Int32> {
        let count = TupleObject.count(tuple)
        let result = UnsafeMutableBufferPointer<Int32>.allocate(capacity: count + 1)
        var previous = -1
        for index in 0..<count {
            let item = TupleObject.item(tuple, index)
            guard IntObject.isInstance(item), let number = IntView(item).int, number > previous, number <= Int32.max else {
                result.deallocate()
                throw raise(.valueError, "bad value(s) in fds_to_keep")
            }
            result[index] = Int32(number)
            previous = number
        }
        return result
    }
    /// A list of bytes, each without a zero.
    private static func byteStrings(_ sequence: Value, _ name: StaticString) throws(Raised) -> Ref {
        let items: Ref
        do throws(Raised) { items = try Iteration.list(sequence) } catch {
            guard PendingException.clear(if: .typeError) else { throw error }
            throw raise(.typeError, "\(name) must be a tuple")
        }
        let result = ListObject.make()
        for index in 0..<ListObject.count(items.value) {
            let item = Ref(ListObject.item(items.value, index))
            let bytes = try FileNames.converted(item.value)
            try ListObject.append(result.value, bytes.value)
        }
        return result
    }
    private static func identity(_ value: Value, _ kind: StaticString) throws(Raised) -> UInt32 {
        let identity = try PosixOwners.identity(value, kind)
        return identity
    }
    private static func groupNumbers(_ value: Value) throws(Raised) -> UnsafeMutableBufferPointer<gid_t>? {
        if value.isNone { return nil }
        guard ListObject.isInstance(value) else { throw raise(.typeError, "setgroups argument must be a list") }
        let count = ListObject.count(value)
        if count > 65536 { throw raise(.valueError, "too many extra_groups") }
        let result = UnsafeMutableBufferPointer<gid_t>.allocate(capacity: count + 1)
        for index in 0..<count {
            let item = ListObject.item(value, index)
            do throws(Raised) {
                guard IntObject.isInstance(item) else { throw raise(.typeError, "groups must be integers") }
                result[index] = try identity(item, "gid")
            } catch {
                result.deallocate()
                if PendingException.matches(.overflowError) || PendingException.matches(.valueError) {
                    PendingException.clear()
                    throw raise(.valueError, "invalid group id")
                }
                throw error
            }
        }
        return result
    }
}
