// Numbers of processes, users and groups.

import CPythonABI
import Glibc
import Runtime

enum PosixIdentities {
    static func add(_ module: ModuleBuilder) {
        func number(_ name: StaticString, _ doc: StaticString, _ body: @escaping () -> Int) {
            module.function(name, .noArguments({ (_) throws(Raised) -> Ref in IntObject.make(body()) }), "($module, /)", doc: doc)
        }
        number("getpid", "Return the current process id.") { Int(Glibc.getpid()) }
        number("getppid", "Return the parent's process id.\n\nIf the parent process has already exited, Windows machines will still\nreturn its id; others systems will return the id of the 'init' process (1).") { Int(Glibc.getppid()) }
        number("getuid", "Return the current process's user id.") { Int(Glibc.getuid()) }
        number("geteuid", "Return the current process's effective user id.") { Int(Glibc.geteuid()) }
        number("getgid", "Return the current process's group id.") { Int(Glibc.getgid()) }
        number("getegid", "Return the current process's effective group id.") { Int(Glibc.getegid()) }
        number("getpgrp", "Return the current process group id.") { Int(Glibc.getpgrp()) }
        func setter(_ name: StaticString, _ kind: StaticString, _ doc: StaticString, _ body: @escaping (UInt32) -> Int32) {
            module.function(name, .one({ (_, value) throws(Raised) -> Ref in
                let identity = try PosixOwners.identity(value, kind)
                try Posix.check { body(identity) }
                return .none
            }), nil, doc: doc)
        }
        setter("setuid", "uid", "Set the current process's user id.") { Glibc.setuid($0) }
        setter("seteuid", "uid", "Set the current process's effective user id.") { Glibc.seteuid($0) }
        setter("setgid", "gid", "Set the current process's group id.") { Glibc.setgid($0) }
        setter("setegid", "gid", "Set the current process's effective group id.") { Glibc.setegid($0) }
        func pairSetter(_ name: StaticString, _ kind: StaticString, _ doc: StaticString, _ body: @escaping (UInt32, UInt32) -> Int32) {
            module.function(name, .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                let (real, effective) = (try PosixOwners.identity(arguments[0], kind), try PosixOwners.identity(arguments[1], kind))
                try Posix.check { body(real, effective) }
                return .none
            }), nil, doc: doc)
        }
        pairSetter("setreuid", "uid", "Set the current process's real and effective user ids.") { Glibc.setreuid($0, $1) }
        pairSetter("setregid", "gid", "Set the current process's real and effective group ids.") { Glibc.setregid($0, $1) }
        module.function("getpgid", .bound({ (_, arguments) throws(Raised) -> Ref in
            let process = try Posix.process(arguments[0])
            return IntObject.make(Int(try Posix.check { Glibc.getpgid(process) }))
        }), "($module, /, pid)", doc: "Call the system call getpgid(), and return the result.")
        module.function("getsid", .one({ (_, process) throws(Raised) -> Ref in
            let process = try Posix.process(process)
            return IntObject.make(Int(try Posix.check { Glibc.getsid(process) }))
        }), "($module, pid, /)", doc: "Call the system call getsid(pid) and return the result.")
        module.function("setsid", .noArguments({ (_) throws(Raised) -> Ref in
            try Posix.check { Glibc.setsid() }
            return .none
        }), "($module, /)", doc: "Call the system call setsid().")
        module.function("setpgrp", .noArguments({ (_) throws(Raised) -> Ref in
            try Posix.check { Glibc.setpgid(0, 0) }
            return .none
        }), "($module, /)", doc: "Make the current process the leader of its process group.")
        module.function("setpgid", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
            let (process, group) = (try Posix.process(arguments[0]), try Posix.process(arguments[1]))
            try Posix.check { Glibc.setpgid(process, group) }
            return .none
        }), "($module, pid, pgrp, /)", doc: "Call the system call setpgid(pid, pgrp).")
        module.function("getgroups", .noArguments({ (_) throws(Raised) -> Ref in
            let count = try Posix.check { Glibc.getgroups(0, nil) }
            var groups = [gid_t](repeating: 0, count: max(Int(count), 1))
            let found = try Posix.check { Glibc.getgroups(count, &groups) }
            let list = ListObject.make()
            for index in 0..<Int(found) { try ListObject.append(list.value, Value(smallInt: Int(groups[index]))) }
            return list
        }), "($module, /)", doc: "Return list of supplemental group IDs for the process.")
        module.function("getlogin", .noArguments({ (_) throws(Raised) -> Ref in
            errno = 0
            guard let name = Glibc.getlogin() else { throw OSErrors.raise(errno != 0 ? errno : ENOENT) }
            return try FileNames.decode(name)
        }), "($module, /)", doc: "Return the actual login name.")
        module.function("getpriority", .bound({ (_, arguments) throws(Raised) -> Ref in
            let (which, who) = (try Posix.int(arguments[0]), try Posix.int(arguments[1]))
            errno = 0
            let result = _pyswift_get_priority(which, UInt32(bitPattern: who))
            if errno != 0 { throw OSErrors.raise(errno) }
            // The kernel counts from 40 down, so that results are positive.
            return IntObject.make(20 - Int(result))
        }), "($module, /, which, who)", doc: "Return program scheduling priority.")
        module.function("setpriority", .bound({ (_, arguments) throws(Raised) -> Ref in
            let (which, who, priority) = (try Posix.int(arguments[0]), try Posix.int(arguments[1]), try Posix.int(arguments[2]))
            try Posix.check { _pyswift_set_priority(which, UInt32(bitPattern: who), priority) }
            return .none
        }), "($module, /, which, who, priority)", doc: "Set program scheduling priority.")
        module.function("nice", .one({ (_, increment) throws(Raised) -> Ref in
            let increment = try Posix.int(increment)
            errno = 0
            let result = Glibc.nice(increment)
            if result == -1 && errno != 0 { throw OSErrors.raise(errno) }
            return IntObject.make(Int(result))
        }), "($module, increment, /)", doc: "Add increment to the priority of process and return the new priority.")
    }
}
