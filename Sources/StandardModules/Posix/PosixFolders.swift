// Folders, names and modes of files.

import CPythonABI
import Glibc
import Runtime

enum PosixFolders {
    static func add(_ module: ModuleBuilder) {
        module.function(
            "listdir", .bound({ (_, arguments) throws(Raised) -> Ref in try list(arguments[0]) }), "($module, /, path=None)",
            doc: "Return a list containing the names of the files in the directory.\n\npath can be specified as either str, bytes, or a path-like object.  If path is bytes,\n  the filenames returned will also be bytes; in all other circumstances\n  the filenames returned will be str.\nIf path is None, uses the path='.'.\nOn some platforms, path may also be specified as an open file descriptor;\\\n  the file descriptor must refer to a directory.\n  If this functionality is unavailable, using it raises NotImplementedError.\n\nThe list is in arbitrary order.  It does not include the special\nentries '.' and '..' even if they are present in the directory.")
        module.function(
            "mkdir", .bound({ (_, arguments) throws(Raised) -> Ref in
                let path = try PathArgument(arguments[0], "mkdir")
                let (mode, folder) = (try Posix.int(arguments[1], default: 0o777), try Posix.folder(arguments[2]))
                try Audit.event("os.mkdir", path.shown, Value(smallInt: Int(mode)), Posix.shown(folder))
                try Posix.check(path) { Glibc.mkdirat(folder, BytesObject.data(path.bytes.value), mode_t(bitPattern: mode)) }
                return .none
            }), "($module, /, path, mode=511, *, dir_fd=None)",
            doc: "Create a directory.\n\nIf dir_fd is not None, it should be a file descriptor open to a directory,\n  and path should be relative; path will then be relative to that directory.\ndir_fd may not be implemented on your platform.\n  If it is unavailable, using it will raise a NotImplementedError.\n\nThe mode argument is ignored on Windows. Where it is used, the current umask\nvalue is first masked out.")
        module.function(
            "rmdir", .bound({ (_, arguments) throws(Raised) -> Ref in
                let path = try PathArgument(arguments[0], "rmdir")
                let folder = try Posix.folder(arguments[1])
                try Audit.event("os.rmdir", path.shown, Posix.shown(folder))
                try Posix.check(path) { Glibc.unlinkat(folder, BytesObject.data(path.bytes.value), AT_REMOVEDIR) }
                return .none
            }), "($module, /, path, *, dir_fd=None)", doc: "Remove a directory.")
        for name in ["unlink", "remove"] as [StaticString] {
            module.function(
                name, .bound({ (_, arguments) throws(Raised) -> Ref in
                    let path = try PathArgument(arguments[0], name)
                    let folder = try Posix.folder(arguments[1])
                    try Audit.event("os.remove", path.shown, Posix.shown(folder))
                    try Posix.check(path) { Glibc.unlinkat(folder, BytesObject.data(path.bytes.value), 0) }
                    return .none
                }), "($module, /, path, *, dir_fd=None)", doc: "Remove a file (same as remove()).")
        }
        for name in ["rename", "replace"] as [StaticString] {
            module.function(
                name, .bound({ (_, arguments) throws(Raised) -> Ref in
                    let source = try PathArgument(arguments[0], name, "src")
                    let target = try PathArgument(arguments[1], name, "dst")
                    let (from, to) = (try Posix.folder(arguments[2]), try Posix.folder(arguments[3]))
                    try Audit.event("os.rename", source.shown, target.shown, Posix.shown(from), Posix.shown(to))
                    let result = try Posix.call { Glibc.renameat(from, BytesObject.data(source.bytes.value), to, BytesObject.data(target.bytes.value)) }
                    if result < 0 { throw OSErrors.raise(errno, filename: source.shown, filename2: target.shown) }
                    return .none
                }), "($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None)", doc: "Rename a file or directory.")
        }
        module.function(
            "getcwd", .noArguments({ (_) throws(Raised) -> Ref in
                let bytes = try current()
                return try FileNames.decode(BytesObject.data(bytes.value), BytesObject.count(bytes.value))
            }), "($module, /)", doc: "Return a unicode string representing the current working directory.")
        module.function(
            "getcwdb", .noArguments({ (_) throws(Raised) -> Ref in try current() }), "($module, /)",
            doc: "Return a bytes string representing the current working directory.")
        module.function(
            "chdir", .bound({ (_, arguments) throws(Raised) -> Ref in
                let path = try PathArgument(arguments[0], "chdir", descriptors: true)
                try Audit.event("os.chdir", path.shown)
                try Posix.check(path) { path.isDescriptor ? Glibc.fchdir(path.descriptor) : Glibc.chdir(BytesObject.data(path.bytes.value)) }
                return .none
            }), "($module, /, path)",
            doc: "Change the current working directory to the specified path.\n\npath may always be specified as a string.\nOn some platforms, path may also be specified as an open file descriptor.\nIf this functionality is unavailable, using it raises an exception.")
        module.function(
            "fchdir", .bound({ (_, arguments) throws(Raised) -> Ref in
                let descriptor = try Posix.descriptor(arguments[0])
                try Audit.event("os.chdir", Value(smallInt: Int(descriptor)))
                try Posix.check { Glibc.fchdir(descriptor) }
                return .none
            }), "($module, /, fd)", doc: "Change to the directory of the given file descriptor.")
        module.function(
            "chroot", .bound({ (_, arguments) throws(Raised) -> Ref in
                let path = try PathArgument(arguments[0], "chroot")
                try Posix.check(path) { Glibc.chroot(BytesObject.data(path.bytes.value)) }
                return .none
            }), "($module, /, path)", doc: "Change root directory to path.")
        module.function(
            "access", .bound({ (_, arguments) throws(Raised) -> Ref in
                let path = try PathArgument(arguments[0], "access")
                let (mode, folder) = (try Posix.int(arguments[1]), try Posix.folder(arguments[2]))
                let effective = try Posix.bool(arguments[3], default: false)
                let follow = try Posix.bool(arguments[4], default: true)
                let flags = (effective ? AT_EACCESS : 0) | (follow ? 0 : AT_SYMLINK_NOFOLLOW)
                return .bool(Glibc.faccessat(folder, BytesObject.data(path.bytes.value), mode, flags) == 0)
            }), "($module, /, path, mode, *, dir_fd=None, effective_ids=False,\n       follow_symlinks=True)",
            doc: "Use the real uid/gid to test for access to a path.")
        module.function(
            "mkfifo", .bound({ (_, arguments) throws(Raised) -> Ref in
                let path = try PathArgument(arguments[0], "mkfifo")
                let (mode, folder) = (try Posix.int(arguments[1], default: 0o666), try Posix.folder(arguments[2]))
                try Posix.check { Glibc.mkfifoat(folder, BytesObject.data(path.bytes.value), mode_t(bitPattern: mode)) }
                return .none
            }), "($module, /, path, mode=438, *, dir_fd=None)", doc: "Create a \"fifo\" (a POSIX named pipe).")
        module.function(
            "mknod", .bound({ (_, arguments) throws(Raised) -> Ref in
                let path = try PathArgument(arguments[0], "mknod")
                let mode = try Posix.int(arguments[1], default: 0o600)
                let device = arguments[2].isNull ? 0 : try Posix.long(arguments[2])
                let folder = try Posix.folder(arguments[3])
                try Posix.check { Glibc.mknodat(folder, BytesObject.data(path.bytes.value), mode_t(bitPattern: mode), dev_t(bitPattern: Int(device))) }
                return .none
            }), "($module, /, path, mode=384, device=0, *, dir_fd=None)", doc: "Create a node in the file system.")
        module.function(
            "umask", .one({ (_, mask) throws(Raised) -> Ref in
                IntObject.make(Int(Glibc.umask(mode_t(bitPattern: try Posix.int(mask)))))
            }), "($module, mask, /)", doc: "Set the current numeric umask and return the previous umask.")
        module.function(
            "_path_normpath", .bound({ (_, arguments) throws(Raised) -> Ref in
                guard StrObject.isInstance(arguments[0]) else {
                    throw raise(.typeError, "expected 'str', not '\(arguments[0].type.name)'")
                }
                return try normalized(arguments[0])
            }), "($module, /, path)", doc: "Basic path normalization.")
        module.function(
            "fspath", .bound({ (_, arguments) throws(Raised) -> Ref in try FileNames.path(arguments[0]) }), "($module, /, path)",
            doc: "Return the file system path representation of the object.\n\nIf the object is str or bytes, then allow it to pass through as-is. If the\nobject defines __fspath__(), then return the result of that method. All other\ntypes raise a TypeError.")
    }

    private static func current() throws(Raised) -> Ref {
        guard let path = Glibc.getcwd(nil, 0) else { throw OSErrors.raise(errno) }
        defer { free(path) }
        return try FileNames.bytes(path)
    }

    /// posixpath.normpath
    private static func normalized(_ path: Value) throws(Raised) -> Ref {
        let count = StrObject.length(path)
        if count == 0 { return StrObject.empty }
        var slashes = 0
        while slashes < count && StrObject.character(path, slashes) == 47 { slashes += 1 }
        // Two slashes at the beginning are special; more are one.
        let root = slashes == 0 ? 0 : slashes == 2 ? 2 : 1
        var parts: [(Int, Int)] = []
        var position = slashes
        while position < count {
            var end = position
            while end < count && StrObject.character(path, end) != 47 { end += 1 }
            func isDots(_ range: (Int, Int)) -> Bool {
                range.1 - range.0 == 2 && StrObject.character(path, range.0) == 46 && StrObject.character(path, range.0 + 1) == 46
            }
            if end == position || end - position == 1 && StrObject.character(path, position) == 46 {
                // Nothing, or the folder itself.
            } else if !isDots((position, end)) {
                parts.append((position, end))
            } else if let last = parts.last, !isDots(last) {
                parts.removeLast()
            } else if root == 0 {
                parts.append((position, end))
            }
            position = end + 1
        }
        var builder = StrBuilder(capacity: count)
        try builder.append(repeating: 47, root)
        for (index, part) in parts.enumerated() {
            if index > 0 { try builder.append(47) }
            try builder.append(path, part.0, part.1)
        }
        if builder.count == 0 { return StrObject.character(46) }
        return try builder.finish()
    }

    private static func list(_ argument: Value) throws(Raised) -> Ref {
        let path = try PathArgument(argument, "listdir", descriptors: true, optional: true)
        try Audit.event("os.listdir", path.shown)
        let folder = try FolderStream.open(path)
        defer { FolderStream.close(folder) }
        let names = ListObject.make()
        var entry = FolderStream.Entry()
        while true {
            let bytes = try FolderStream.next(folder, path, &entry)
            if bytes.isNull { return names }
            let name = try path.decode(bytes)
            try ListObject.append(names.value, name.value)
        }
    }
}

/// An open folder.
enum FolderStream {
    static func open(_ path: borrowing PathArgument) throws(Raised) -> OpaquePointer {
        var stream: OpaquePointer?
        if path.isDescriptor {
            // The stream closes its descriptor, so it gets one of its own.
            let copy = Glibc.fcntl(path.descriptor, F_DUPFD_CLOEXEC, 0)
            if copy >= 0 {
                stream = Glibc.fdopendir(copy)
                if let opened = stream {
                    Glibc.rewinddir(opened)
                } else {
                    let failure = errno
                    _ = Glibc.close(copy)
                    errno = failure
                }
            }
        } else {
            stream = Glibc.opendir(BytesObject.data(path.bytes.value))
        }
        guard let stream else { throw OSErrors.raise(errno, filename: path.shown) }
        return stream
    }
    static func close(_ stream: OpaquePointer) {
        // Positions of streams over the same file are shared.
        Glibc.rewinddir(stream)
        _ = Glibc.closedir(stream)
    }
    static func isSpecial(_ name: Value) -> Bool {
        let count = BytesObject.count(name)
        return count == 1 && BytesObject.data(name)[0] == 46 || count == 2 && BytesObject.data(name)[0] == 46 && BytesObject.data(name)[1] == 46
    }
    /// What the folder says of an entry besides its name.
    struct Entry {
        var kind = 0
        var inode: UInt = 0
    }
    /// The name of the next entry but "." and "..", as bytes; null at the end.
    static func next(_ stream: OpaquePointer, _ path: borrowing PathArgument, _ found: inout Entry) throws(Raised) -> Ref {
        while true {
            errno = 0
            guard let entry = Glibc.readdir(stream) else {
                if errno != 0 { throw OSErrors.raise(errno, filename: path.shown) }
                return .null
            }
            let name = try FileNames.bytes(_pyswift_entry_name(entry))
            if isSpecial(name.value) { continue }
            found.kind = Int(_pyswift_entry_type(entry))
            found.inode = _pyswift_entry_inode(entry)
            return name
        }
    }
}
