// Modes and owners of files.

import CPythonABI
import Glibc
import Runtime

enum PosixOwners {
    static func add(_ module: ModuleBuilder) {
        module.function(
            "chmod", .bound({ (_, arguments) throws(Raised) -> Ref in
                let path = try PathArgument(arguments[0], "chmod", descriptors: true)
                let (mode, folder) = (mode_t(bitPattern: try Posix.int(arguments[1])), try Posix.folder(arguments[2]))
                let follow = try Posix.bool(arguments[3], default: true)
                try Audit.event("os.chmod", path.shown, Value(smallInt: Int(mode)), Posix.shown(folder))
                let result = try Posix.call {
                    path.isDescriptor
                        ? Glibc.fchmod(path.descriptor, mode)
                        : Glibc.fchmodat(folder, BytesObject.data(path.bytes.value), mode, follow ? 0 : AT_SYMLINK_NOFOLLOW)
                }
                if result >= 0 { return .none }
                if !follow && (errno == ENOTSUP || errno == EOPNOTSUPP) {
                    // Links have no modes of their own here.
                    if folder != AT_FDCWD { throw raise(.valueError, "chmod: cannot use dir_fd and follow_symlinks together") }
                    throw raise(.notImplementedError, "chmod: follow_symlinks unavailable on this platform")
                }
                throw OSErrors.raise(errno, filename: path.shown)
            }), "($module, /, path, mode, *, dir_fd=None, follow_symlinks=True)", doc: "Change the access permissions of a file.")
        module.function(
            "fchmod", .bound({ (_, arguments) throws(Raised) -> Ref in
                let (descriptor, mode) = (try Posix.int(arguments[0]), mode_t(bitPattern: try Posix.int(arguments[1])))
                try Audit.event("os.chmod", Value(smallInt: Int(descriptor)), Value(smallInt: Int(mode)), Value(smallInt: -1))
                try Posix.check { Glibc.fchmod(descriptor, mode) }
                return .none
            }), "($module, /, fd, mode)",
            doc: "Change the access permissions of the file given by file descriptor fd.\n\nEquivalent to os.chmod(fd, mode).")
        module.function(
            "chown", .bound({ (_, arguments) throws(Raised) -> Ref in
                let path = try PathArgument(arguments[0], "chown", descriptors: true)
                let (user, group) = (try identity(arguments[1], "uid"), try identity(arguments[2], "gid"))
                let folder = try Posix.folder(arguments[3])
                let follow = try Posix.bool(arguments[4], default: true)
                try Audit.event("os.chown", path.shown, Value(smallInt: Int(user)), Value(smallInt: Int(group)), Posix.shown(folder))
                try Posix.check(path) {
                    path.isDescriptor
                        ? Glibc.fchown(path.descriptor, user, group)
                        : Glibc.fchownat(folder, BytesObject.data(path.bytes.value), user, group, follow ? 0 : AT_SYMLINK_NOFOLLOW)
                }
                return .none
            }), "($module, /, path, uid, gid, *, dir_fd=None, follow_symlinks=True)", doc: "Change the owner and group id of path to the numeric uid and gid.\\")
        module.function(
            "lchown", .bound({ (_, arguments) throws(Raised) -> Ref in
                let path = try PathArgument(arguments[0], "lchown")
                let (user, group) = (try identity(arguments[1], "uid"), try identity(arguments[2], "gid"))
                try Audit.event("os.chown", path.shown, Value(smallInt: Int(user)), Value(smallInt: Int(group)), Value(smallInt: -1))
                try Posix.check(path) { Glibc.lchown(BytesObject.data(path.bytes.value), user, group) }
                return .none
            }), "($module, /, path, uid, gid)",
            doc: "Change the owner and group id of path to the numeric uid and gid.\n\nThis function will not follow symbolic links.\nEquivalent to os.chown(path, uid, gid, follow_symlinks=False).")
        module.function(
            "fchown", .bound({ (_, arguments) throws(Raised) -> Ref in
                let descriptor = try Posix.int(arguments[0])
                let (user, group) = (try identity(arguments[1], "uid"), try identity(arguments[2], "gid"))
                try Audit.event(
                    "os.chown", Value(smallInt: Int(descriptor)), Value(smallInt: Int(user)), Value(smallInt: Int(group)), Value(smallInt: -1))
                try Posix.check { Glibc.fchown(descriptor, user, group) }
                return .none
            }), "($module, /, fd, uid, gid)",
            doc: "Change the owner and group id of the file specified by file descriptor.\n\nEquivalent to os.chown(fd, uid, gid).")
    }

    /// A user or group number; -1 leaves the old one.
    static func identity(_ value: Value, _ name: StaticString) throws(Raised) -> UInt32 {
        guard Index.isIndex(value) else { throw raise(.typeError, "\(name) should be integer, not \(value.type.name)") }
        let index = try Index.object(value)
        let view = IntView(index.value)
        guard let number = view.int else {
            throw raise(.overflowError, "\(name) is \(view.isNegative ? "less than minimum" : "greater than maximum")")
        }
        if number == -1 { return UInt32.max }
        guard let identity = UInt32(exactly: number), identity != .max else {
            throw raise(.overflowError, "\(name) is \(number < 0 ? "less than minimum" : "greater than maximum")")
        }
        return identity
    }
}
