// Links, times and extended attributes of files.

import CPythonABI
import Glibc
import Runtime

enum PosixLinks {
    static func add(_ module: ModuleBuilder) {
        module.function(
            "link", .bound({ (_, arguments) throws(Raised) -> Ref in
                let source = try PathArgument(arguments[0], "link", "src")
                let target = try PathArgument(arguments[1], "link", "dst")
                let (from, to) = (try Posix.folder(arguments[2]), try Posix.folder(arguments[3]))
                let follow = try Posix.bool(arguments[4], default: true)
                try Audit.event("os.link", source.shown, target.shown, Posix.shown(from), Posix.shown(to))
                let result = try Posix.call {
                    Glibc.linkat(from, BytesObject.data(source.bytes.value), to, BytesObject.data(target.bytes.value), follow ? AT_SYMLINK_FOLLOW : 0)
                }
                if result < 0 { throw OSErrors.raise(errno, filename: source.shown, filename2: target.shown) }
                return .none
            }), "($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None,\n     follow_symlinks=True)", doc: "Create a hard link to a file.")
        module.function(
            "symlink", .bound({ (_, arguments) throws(Raised) -> Ref in
                let source = try PathArgument(arguments[0], "symlink", "src")
                let target = try PathArgument(arguments[1], "symlink", "dst")
                let folder = try Posix.folder(arguments[3])
                try Audit.event("os.symlink", source.shown, target.shown, Posix.shown(folder))
                let result = try Posix.call { Glibc.symlinkat(BytesObject.data(source.bytes.value), folder, BytesObject.data(target.bytes.value)) }
                if result < 0 { throw OSErrors.raise(errno, filename: source.shown, filename2: target.shown) }
                return .none
            }), "($module, /, src, dst, target_is_directory=False, *, dir_fd=None)", doc: "Create a symbolic link pointing to src named dst.")
        module.function(
            "readlink", .bound({ (_, arguments) throws(Raised) -> Ref in
                let path = try PathArgument(arguments[0], "readlink")
                let folder = try Posix.folder(arguments[1])
                let buffer = try BytesObject.allocate(Int(PATH_MAX) + 1)
                let count = try Posix.check(path) {
                    Glibc.readlinkat(folder, BytesObject.data(path.bytes.value), BytesObject.data(buffer.value), Int(PATH_MAX))
                }
                return try path.decode(try BytesObject.make(BytesObject.data(buffer.value), count))
            }), "($module, /, path, *, dir_fd=None)",
            doc: "Return a string representing the path to which the symbolic link points.\n\nIf dir_fd is not None, it should be a file descriptor open to a directory,\nand path should be relative; path will then be relative to that directory.\n\ndir_fd may not be implemented on your platform.  If it is unavailable,\nusing it will raise a NotImplementedError.")
        module.function(
            "utime", .bound({ (_, arguments) throws(Raised) -> Ref in try setTimes(arguments) }),
            "($module, /, path, times=None, *, ns=<unrepresentable>,\n      dir_fd=None, follow_symlinks=True)", doc: "Set the access and modified time of path.")
        addAttributes(module)
    }

    // MARK: Times

    private static func setTimes(_ arguments: Arguments) throws(Raised) -> Ref {
        let path = try PathArgument(arguments[0], "utime", descriptors: true)
        let (times, nanoseconds) = (arguments[1], arguments[2])
        let folder = try Posix.folder(arguments[3])
        let follow = try Posix.bool(arguments[4], default: true)
        if !times.isNull && !times.isNone && !nanoseconds.isNull {
            throw raise(.valueError, "utime: you may specify either 'times' or 'ns' but not both")
        }
        try Audit.event("os.utime", path.shown, times.isNull ? .none : times, nanoseconds.isNull ? .none : nanoseconds, Posix.shown(folder))
        var pair: [timespec] = [timespec(tv_sec: 0, tv_nsec: Int(UTIME_NOW)), timespec(tv_sec: 0, tv_nsec: Int(UTIME_NOW))]
        if !times.isNull && !times.isNone {
            guard TupleObject.isInstance(times), TupleObject.count(times) == 2 else {
                throw raise(.typeError, "utime: 'times' must be either a tuple of two ints or None")
            }
            for index in 0..<2 { pair[index] = try seconds(TupleObject.item(times, index)) }
        } else if !nanoseconds.isNull {
            guard TupleObject.isInstance(nanoseconds), TupleObject.count(nanoseconds) == 2 else {
                throw raise(.typeError, "utime: 'ns' must be a tuple of two ints")
            }
            for index in 0..<2 {
                let whole = try Posix.long(TupleObject.item(nanoseconds, index))
                let rest = whole % 1_000_000_000
                pair[index] = rest < 0
                    ? timespec(tv_sec: whole / 1_000_000_000 - 1, tv_nsec: rest + 1_000_000_000) : timespec(tv_sec: whole / 1_000_000_000, tv_nsec: rest)
            }
        }
        if path.isDescriptor {
            if folder != AT_FDCWD { throw raise(.valueError, "utime: can't specify dir_fd without matching path") }
            if !follow { throw raise(.valueError, "utime: cannot use fd and follow_symlinks together") }
        }
        try Posix.check {
            path.isDescriptor
                ? Glibc.futimens(path.descriptor, pair)
                : Glibc.utimensat(folder, BytesObject.data(path.bytes.value), pair, follow ? 0 : AT_SYMLINK_NOFOLLOW)
        }
        return .none
    }
    private static let UTIME_NOW: Int = (1 << 30) - 1

    private static func seconds(_ value: Value) throws(Raised) -> timespec {
        if value.isImmediateFloat || FloatObject.isInstance(value) {
            let number = FloatObject.number(value)
            if number.isNaN { throw raise(.valueError, "Invalid value NaN (not a number)") }
            var whole = number.rounded(.down)
            var rest = ((number - whole) * 1e9).rounded(.down)
            if rest >= 1e9 {
                rest -= 1e9
                whole += 1
            }
            guard let seconds = Int(exactly: whole) else { throw raise(.overflowError, "timestamp out of range for platform time_t") }
            return timespec(tv_sec: seconds, tv_nsec: Int(rest))
        }
        return timespec(tv_sec: try Posix.long(value), tv_nsec: 0)
    }

    // MARK: Extended attributes

    private static func addAttributes(_ module: ModuleBuilder) {
        module.function(
            "getxattr", .bound({ (_, arguments) throws(Raised) -> Ref in
                let path = try PathArgument(arguments[0], "getxattr", descriptors: true)
                let name = try PathArgument(arguments[1], "getxattr", "attribute")
                try Audit.event("os.getxattr", path.shown, name.shown)
                let follow = try Posix.bool(arguments[2], default: true)
                let (file, key) = (path.bytes.value, name.bytes.value)
                let buffer = try BytesObject.allocate(65536)
                let count = try Posix.check(path) { () -> Int in
                    let room = BytesObject.data(buffer.value)
                    if path.isDescriptor { return fgetxattr(path.descriptor, BytesObject.data(key), room, 65536) }
                    if follow { return getxattr(BytesObject.data(file), BytesObject.data(key), room, 65536) }
                    return lgetxattr(BytesObject.data(file), BytesObject.data(key), room, 65536)
                }
                return try BytesObject.make(BytesObject.data(buffer.value), count)
            }), "($module, /, path, attribute, *, follow_symlinks=True)", doc: "Return the value of extended attribute attribute on path.")
        module.function(
            "setxattr", .bound({ (_, arguments) throws(Raised) -> Ref in
                let path = try PathArgument(arguments[0], "setxattr", descriptors: true)
                let name = try PathArgument(arguments[1], "setxattr", "attribute")
                let view = try BytesView(arguments[2])
                let flags = try Posix.int(arguments[3], default: 0)
                try Audit.event("os.setxattr", path.shown, name.shown, arguments[2], Value(smallInt: Int(flags)))
                let follow = try Posix.bool(arguments[4], default: true)
                let (file, key) = (path.bytes.value, name.bytes.value)
                try Posix.check(path) { () -> Int32 in
                    if path.isDescriptor { return fsetxattr(path.descriptor, BytesObject.data(key), view.bytes, view.count, flags) }
                    if follow { return setxattr(BytesObject.data(file), BytesObject.data(key), view.bytes, view.count, flags) }
                    return lsetxattr(BytesObject.data(file), BytesObject.data(key), view.bytes, view.count, flags)
                }
                return .none
            }), "($module, /, path, attribute, value, flags=0, *,\n         follow_symlinks=True)", doc: "Set extended attribute attribute on path to value.")
        module.function(
            "removexattr", .bound({ (_, arguments) throws(Raised) -> Ref in
                let path = try PathArgument(arguments[0], "removexattr", descriptors: true)
                let name = try PathArgument(arguments[1], "removexattr", "attribute")
                try Audit.event("os.removexattr", path.shown, name.shown)
                let follow = try Posix.bool(arguments[2], default: true)
                let (file, key) = (path.bytes.value, name.bytes.value)
                try Posix.check(path) { () -> Int32 in
                    if path.isDescriptor { return fremovexattr(path.descriptor, BytesObject.data(key)) }
                    if follow { return removexattr(BytesObject.data(file), BytesObject.data(key)) }
                    return lremovexattr(BytesObject.data(file), BytesObject.data(key))
                }
                return .none
            }), "($module, /, path, attribute, *, follow_symlinks=True)", doc: "Remove extended attribute attribute on path.")
        module.function(
            "listxattr", .bound({ (_, arguments) throws(Raised) -> Ref in
                let path = try PathArgument(arguments[0], "listxattr", descriptors: true, optional: true)
                try Audit.event("os.listxattr", path.shown)
                let follow = try Posix.bool(arguments[1], default: true)
                let file = path.bytes.value
                let buffer = try BytesObject.allocate(65536)
                let count = try Posix.check(path) { () -> Int in
                    let room = BytesObject.data(buffer.value)
                    if path.isDescriptor { return flistxattr(path.descriptor, room, 65536) }
                    if follow { return CPythonABI.listxattr(BytesObject.data(file), room, 65536) }
                    return llistxattr(BytesObject.data(file), room, 65536)
                }
                let names = ListObject.make()
                var start = 0
                for index in 0..<count where BytesObject.data(buffer.value)[index] == 0 {
                    let name = try FileNames.decode(BytesObject.data(buffer.value) + start, index - start)
                    try ListObject.append(names.value, name.value)
                    start = index + 1
                }
                return names
            }), "($module, /, path=None, *, follow_symlinks=True)", doc: "Return a list of extended attributes on path.")
    }
}
