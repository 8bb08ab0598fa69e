// What Linux has beyond POSIX: event and memory descriptors, splice, saved identities; and the less common calls on groups and children.

import CPythonABI
import Glibc
import Runtime

enum PosixLinux {
    static func add(_ module: ModuleBuilder) {
        addDescriptors(module)
        addIdentities(module)
        addGroups(module)
        addTerminals(module)
    }

    static func unsigned(_ value: Value, _ kind: StaticString) throws(Raised) -> UInt64 {
        let index = try Index.object(value)
        let view = IntView(index.value)
        if view.isNegative { throw raise(.overflowError, "can't convert negative int to unsigned") }
        if let number = view.int { return UInt64(number) }
        // Between 2^63 and 2^64.
        let high = try Numbers.binary(.rightShift, index.value, Value(smallInt: 32))
        guard let top = IntView(high.value).int, top <= UInt32.max else { throw raise(.overflowError, "Python int too large to convert to C \(kind)") }
        let low = try Numbers.binary(.and, index.value, Value(smallInt: 0xFFFF_FFFF))
        return UInt64(top) << 32 | UInt64(IntView(low.value).int ?? 0)
    }

    private static func addDescriptors(_ module: ModuleBuilder) {
        module.function("eventfd", .bound({ (_, arguments) throws(Raised) -> Ref in
            let value = try unsigned(arguments[0], "unsigned int")
            guard let initial = UInt32(exactly: value) else { throw raise(.overflowError, "Python int too large to convert to C unsigned int") }
            let flags = try Posix.int(arguments[1], default: O_CLOEXEC)
            return IntObject.make(Int(try Posix.check { _pyswift_eventfd(initial, flags) }))
        }), "($module, /, initval, flags=EFD_CLOEXEC)", doc: "Creates and returns an event notification file descriptor.")
        module.function("eventfd_read", .bound({ (_, arguments) throws(Raised) -> Ref in
            let descriptor = try Posix.int(arguments[0])
            var value: UInt64 = 0
            try Posix.check { Glibc.read(descriptor, &value, 8) }
            return IntObject.make(unsigned: UInt(value))
        }), "($module, /, fd)", doc: "Read eventfd value")
        module.function("eventfd_write", .bound({ (_, arguments) throws(Raised) -> Ref in
            let descriptor = try Posix.int(arguments[0])
            var value = try unsigned(arguments[1], "unsigned long")
            try Posix.check { Glibc.write(descriptor, &value, 8) }
            return .none
        }), "($module, /, fd, value)", doc: "Write eventfd value.")
        module.function("memfd_create", .bound({ (_, arguments) throws(Raised) -> Ref in
            let name = try FileNames.converted(arguments[0])
            let flags = arguments[1].isNull ? 1 : UInt32(truncatingIfNeeded: try Posix.long(arguments[1]))
            return IntObject.make(Int(try Posix.check { _pyswift_memfd_create(BytesObject.data(name.value), flags) }))
        }), "($module, /, name, flags=MFD_CLOEXEC)")
        module.function("pidfd_open", .bound({ (_, arguments) throws(Raised) -> Ref in
            let process = try Posix.int(arguments[0])
            let flags = arguments[1].isNull ? 0 : UInt32(truncatingIfNeeded: try Posix.long(arguments[1]))
            return IntObject.make(Int(try Posix.check { _pyswift_pidfd_open(process, flags) }))
        }), "($module, /, pid, flags=0)",
            doc: "Return a file descriptor referring to the process *pid*.\n\nThe descriptor can be used to perform process management without races and\nsignals.")
        module.function("splice", .bound({ (_, arguments) throws(Raised) -> Ref in
            let (source, target) = (try Posix.int(arguments[0]), try Posix.int(arguments[1]))
            let count = try Posix.long(arguments[2])
            if count < 0 { throw raise(.valueError, "negative value for 'count' not allowed") }
            let hasSource = !arguments[3].isNull && !arguments[3].isNone
            let hasTarget = !arguments[4].isNull && !arguments[4].isNone
            var from = hasSource ? try Posix.long(arguments[3]) : 0
            var to = hasTarget ? try Posix.long(arguments[4]) : 0
            let flags = arguments[5].isNull ? 0 : UInt32(truncatingIfNeeded: try Posix.long(arguments[5]))
            return IntObject.make(try Posix.check {
                withUnsafeMutablePointer(to: &from) { from in
                    withUnsafeMutablePointer(to: &to) { to in
                        _pyswift_splice(source, hasSource ? from : nil, target, hasTarget ? to : nil, count, flags)
                    }
                }
            })
        }), "($module, /, src, dst, count, offset_src=None, offset_dst=None,\n       flags=0)",
            doc: "Transfer count bytes from one pipe to a descriptor or vice versa.\n\n  src\n    Source file descriptor.\n  dst\n    Destination file descriptor.\n  count\n    Number of bytes to copy.\n  offset_src\n    Starting offset in src.\n  offset_dst\n    Starting offset in dst.\n  flags\n    Flags to modify the semantics of the call.\n\nIf offset_src is None, then src is read from the current position;\nrespectively for offset_dst. The offset associated to the file\ndescriptor that refers to a pipe must be None.")
        module.function("fpathconf", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
            let descriptor = try Posix.int(arguments[0])
            let name = try PosixSystem.named(arguments[1], PosixConstants.pathConfiguration)
            errno = 0
            let limit = Glibc.fpathconf(descriptor, name)
            if limit == -1 && errno != 0 { throw OSErrors.raise(errno) }
            return IntObject.make(limit)
        }), "($module, fd, name, /)", doc: "Return the configuration limit name for the file descriptor fd.\n\nIf there is no limit, return -1.")
    }

    private static func addIdentities(_ module: ModuleBuilder) {
        func triple(_ name: StaticString, _ doc: StaticString, _ body: @escaping (inout (UInt32, UInt32, UInt32)) -> Int32) {
            module.function(name, .noArguments({ (_) throws(Raised) -> Ref in
                var ids: (UInt32, UInt32, UInt32) = (0, 0, 0)
                if body(&ids) < 0 { throw OSErrors.raise(errno) }
                return TupleObject.make(Value(smallInt: Int(ids.0)), Value(smallInt: Int(ids.1)), Value(smallInt: Int(ids.2)))
            }), "($module, /)", doc: doc)
        }
        triple("getresuid", "Return a tuple of the current process's real, effective, and saved user ids.") { getresuid(&$0.0, &$0.1, &$0.2) }
        triple("getresgid", "Return a tuple of the current process's real, effective, and saved group ids.") { getresgid(&$0.0, &$0.1, &$0.2) }
        func setter(_ name: StaticString, _ kind: StaticString, _ signature: StaticString, _ doc: StaticString, _ body: @escaping (UInt32, UInt32, UInt32) -> Int32) {
            module.function(name, .positional(minimum: 3, maximum: 3, { (_, arguments) throws(Raised) -> Ref in
                let real = try PosixOwners.identity(arguments[0], kind)
                let effective = try PosixOwners.identity(arguments[1], kind)
                let saved = try PosixOwners.identity(arguments[2], kind)
                try Posix.check { body(real, effective, saved) }
                return .none
            }), signature, doc: doc)
        }
        setter("setresuid", "uid", "($module, ruid, euid, suid, /)", "Set the current process's real, effective, and saved user ids.") { setresuid($0, $1, $2) }
        setter("setresgid", "gid", "($module, rgid, egid, sgid, /)", "Set the current process's real, effective, and saved group ids.") { setresgid($0, $1, $2) }
    }

    private static func addGroups(_ module: ModuleBuilder) {
        module.function("setgroups", .one({ (_, groups) throws(Raised) -> Ref in
            guard Sequences.isSequence(groups) || ListObject.isInstance(groups) || TupleObject.isInstance(groups) else {
                throw raise(.typeError, "setgroups argument must be a sequence")
            }
            let items = try Iteration.list(groups)
            let count = ListObject.count(items.value)
            if count > 65536 { throw raise(.valueError, "too many groups") }
            var numbers: [gid_t] = []
            for index in 0..<count {
                let item = ListObject.item(items.value, index)
                guard IntObject.isInstance(item) else { throw raise(.typeError, "groups must be integers") }
                numbers.append(try PosixOwners.identity(item, "gid"))
            }
            try Posix.check { Glibc.setgroups(count, numbers) }
            return .none
        }), "($module, groups, /)", doc: "Set the groups of the current process to list.")
        module.function("getgrouplist", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
            guard StrObject.isInstance(arguments[0]) else {
                throw raise(.typeError, "getgrouplist() argument 1 must be str, not \(arguments[0].isNone ? "None" : arguments[0].type.name)")
            }
            let user = try FileNames.encode(arguments[0])
            let base = try PosixOwners.identity(arguments[1], "gid")
            var count: Int32 = 64
            var numbers = [gid_t](repeating: 0, count: Int(count))
            while true {
                let capacity = count
                if Glibc.getgrouplist(BytesObject.data(user.value), base, &numbers, &count) >= 0 { break }
                if count <= capacity { count = capacity * 2 }
                numbers = [gid_t](repeating: 0, count: Int(count))
            }
            let list = ListObject.make()
            for index in 0..<Int(count) { try ListObject.append(list.value, Value(smallInt: Int(numbers[index]))) }
            return list
        }), "($module, user, group, /)",
            doc: "Returns a list of groups to which a user belongs.\n\n  user\n    username to lookup\n  group\n    base group id of the user")
        module.function("initgroups", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
            let user = try FileNames.converted(arguments[0])
            let group = try PosixOwners.identity(arguments[1], "gid")
            try Posix.check { Glibc.initgroups(BytesObject.data(user.value), group) }
            return .none
        }), "($module, username, gid, /)",
            doc: "Initialize the group access list.\n\nCall the system initgroups() to initialize the group access list with all of\nthe groups of which the specified username is a member, plus the specified\ngroup id.")
    }

    private static func addTerminals(_ module: ModuleBuilder) {
        module.function("login_tty", .one({ (_, value) throws(Raised) -> Ref in
            let descriptor = try Posix.descriptor(value)
            try Posix.check { login_tty(descriptor) }
            return .none
        }), "($module, fd, /)",
            doc: "Prepare the tty of which fd is a file descriptor for a new login session.\n\nMake the calling process a session leader; make the tty the\ncontrolling tty, the stdin, the stdout, and the stderr of the\ncalling process; close fd.")
        module.function("forkpty", .noArguments({ (_) throws(Raised) -> Ref in
            try Audit.event("os.forkpty")
            var master: Int32 = -1
            Forks.prepare()
            let process = CPythonABI.forkpty(&master, nil, nil, nil)
            let failure = errno
            if process == 0 { Forks.finishInChild() } else { Forks.finishInParent() }
            if process < 0 { throw OSErrors.raise(failure) }
            return TupleObject.make(Value(smallInt: Int(process)), Value(smallInt: Int(master)))
        }), "($module, /)",
            doc: "Fork a new process with a new pseudo-terminal as controlling tty.\n\nReturns a tuple of (pid, master_fd).\nLike fork(), return pid of 0 to the child process,\nand pid of child to the parent process.\nTo both, return fd of newly opened pseudo-terminal.")
    }
}
