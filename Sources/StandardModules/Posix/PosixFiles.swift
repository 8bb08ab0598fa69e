// Descriptors: open, close, dup, pipe, lseek and their kin.

import CPythonABI
import Glibc
import Runtime

enum PosixFiles {
    static func add(_ module: ModuleBuilder) {
        module.function(
            "open", .bound({ (_, arguments) throws(Raised) -> Ref in
                let path = try PathArgument(arguments[0], "open")
                let flags = try Posix.int(arguments[1]) | O_CLOEXEC
                let mode = try Posix.int(arguments[2], default: 0o777)
                let folder = try Posix.folder(arguments[3])
                try Audit.event("open", path.shown, .none, Value(smallInt: Int(flags)))
                let descriptor = try Posix.check(path) { _pyswift_openat(folder, BytesObject.data(path.bytes.value), flags, mode_t(bitPattern: mode)) }
                return IntObject.make(Int(descriptor))
            }), "($module, /, path, flags, mode=511, *, dir_fd=None)", doc: "Open a file for low level IO.  Returns a file descriptor (integer).")
        module.function(
            "close", .bound({ (_, arguments) throws(Raised) -> Ref in
                let descriptor = try Posix.int(arguments[0])
                // An interrupted close has closed all the same.
                if Glibc.close(descriptor) < 0 && errno != EINTR { throw OSErrors.raise(errno) }
                return .none
            }), "($module, /, fd)", doc: "Close a file descriptor.")
        module.function(
            "closerange", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                let (low, high) = (try Posix.int(arguments[0]), try Posix.int(arguments[1]))
                for descriptor in max(low, 0)..<max(high, max(low, 0)) { _ = Glibc.close(descriptor) }
                return .none
            }), "($module, fd_low, fd_high, /)", doc: "Closes all file descriptors in [fd_low, fd_high), ignoring errors.")
        module.function(
            "dup", .one({ (_, descriptor) throws(Raised) -> Ref in
                let descriptor = try Posix.int(descriptor)
                return IntObject.make(Int(try Posix.check { Glibc.fcntl(descriptor, F_DUPFD_CLOEXEC, 0) }))
            }), "($module, fd, /)", doc: "Return a duplicate of a file descriptor.")
        module.function(
            "dup2", .bound({ (_, arguments) throws(Raised) -> Ref in
                let (old, new) = (try Posix.int(arguments[0]), try Posix.int(arguments[1]))
                let inheritable = try Posix.bool(arguments[2], default: true)
                let result = try Posix.check { inheritable || old == new ? Glibc.dup2(old, new) : dup3(old, new, O_CLOEXEC) }
                return IntObject.make(Int(result))
            }), "($module, /, fd, fd2, inheritable=True)", doc: "Duplicate file descriptor.")
        module.function(
            "pipe", .noArguments({ (_) throws(Raised) -> Ref in try pipe(O_CLOEXEC) }), "($module, /)",
            doc: "Create a pipe.\n\nReturns a tuple of two file descriptors:\n  (read_fd, write_fd)")
        module.function(
            "pipe2", .one({ (_, flags) throws(Raised) -> Ref in try pipe(try Posix.int(flags)) }), "($module, flags, /)",
            doc: "Create a pipe with flags set atomically.\n\nReturns a tuple of two file descriptors:\n  (read_fd, write_fd)\n\nflags can be constructed by ORing together one or more of these values:\nO_NONBLOCK, O_CLOEXEC.")
        module.function(
            "lseek", .positional(minimum: 3, maximum: 3, { (_, arguments) throws(Raised) -> Ref in
                let (descriptor, offset, whence) = (try Posix.int(arguments[0]), try Posix.long(arguments[1]), try Posix.int(arguments[2]))
                return IntObject.make(try Posix.check { Glibc.lseek(descriptor, offset, whence) })
            }), "($module, fd, position, whence, /)",
            doc: "Set the position of a file descriptor.  Return the new position.\n\nReturn the new cursor position in number of bytes\nrelative to the beginning of the file.")
        module.function(
            "isatty", .one({ (_, descriptor) throws(Raised) -> Ref in .bool(Glibc.isatty(try Posix.int(descriptor)) == 1) }), "($module, fd, /)",
            doc: "Return True if the fd is connected to a terminal.\n\nReturn True if the file descriptor is an open file descriptor\nconnected to the slave end of a terminal.")
        module.function(
            "get_inheritable", .one({ (_, descriptor) throws(Raised) -> Ref in
                let descriptor = try Posix.int(descriptor)
                return .bool(try Posix.check { Glibc.fcntl(descriptor, F_GETFD) } & FD_CLOEXEC == 0)
            }), "($module, fd, /)", doc: "Get the close-on-exe flag of the specified file descriptor.")
        module.function(
            "set_inheritable", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                let (descriptor, inheritable) = (try Posix.int(arguments[0]), try Posix.int(arguments[1]) != 0)
                let flags = try Posix.check { Glibc.fcntl(descriptor, F_GETFD) }
                try Posix.check { Glibc.fcntl(descriptor, F_SETFD, inheritable ? flags & ~FD_CLOEXEC : flags | FD_CLOEXEC) }
                return .none
            }), "($module, fd, inheritable, /)", doc: "Set the inheritable flag of the specified file descriptor.")
        module.function(
            "get_blocking", .one({ (_, descriptor) throws(Raised) -> Ref in
                let descriptor = try Posix.int(descriptor)
                return .bool(try Posix.check { Glibc.fcntl(descriptor, F_GETFL) } & O_NONBLOCK == 0)
            }), "($module, fd, /)",
            doc: "Get the blocking mode of the file descriptor.\n\nReturn False if the O_NONBLOCK flag is set, True if the flag is cleared.")
        module.function(
            "set_blocking", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                let (descriptor, blocking) = (try Posix.int(arguments[0]), try Truth.of(arguments[1]))
                let flags = try Posix.check { Glibc.fcntl(descriptor, F_GETFL) }
                try Posix.check { Glibc.fcntl(descriptor, F_SETFL, blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK) }
                return .none
            }), "($module, fd, blocking, /)",
            doc: "Set the blocking mode of the specified file descriptor.\n\nSet the O_NONBLOCK flag if blocking is False,\nclear the O_NONBLOCK flag otherwise.")
        module.function(
            "lockf", .positional(minimum: 3, maximum: 3, { (_, arguments) throws(Raised) -> Ref in
                let (descriptor, command, length) = (try Posix.int(arguments[0]), try Posix.int(arguments[1]), try Posix.long(arguments[2]))
                try Audit.event("os.lockf", Value(smallInt: Int(descriptor)), Value(smallInt: Int(command)), arguments[2])
                try Posix.check { Glibc.lockf(descriptor, command, length) }
                return .none
            }), "($module, fd, command, length, /)", doc: "Apply, test or remove a POSIX lock on an open file descriptor.\n\n  fd\n    An open file descriptor.\n  command\n    One of F_LOCK, F_TLOCK, F_ULOCK or F_TEST.\n  length\n    The number of bytes to lock, starting at the current position.")
        for (name, sync) in [("fsync", { Glibc.fsync($0) }), ("fdatasync", { Glibc.fdatasync($0) })] as [(StaticString, (Int32) -> Int32)] {
            module.function(
                name, .bound({ (_, arguments) throws(Raised) -> Ref in
                    let descriptor = try Posix.descriptor(arguments[0])
                    try Posix.check { sync(descriptor) }
                    return .none
                }), "($module, /, fd)", doc: "Force write of fd to disk.")
        }
        module.function(
            "sync", .noArguments({ (_) throws(Raised) -> Ref in
                Glibc.sync()
                return .none
            }), "($module, /)", doc: "Force write of everything to disk.")
    }
    private static func pipe(_ flags: Int32) throws(Raised) -> Ref {
        var ends: [Int32] = [0, 0]
        if CPythonABI.pipe2(&ends, flags) < 0 { throw OSErrors.raise(errno) }
        return TupleObject.make(Value(smallInt: Int(ends[0])), Value(smallInt: Int(ends[1])))
    }
}
