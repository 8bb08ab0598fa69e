// scandir and DirEntry.

import CPythonABI
import Glibc
import Runtime

enum PosixScan {
    private enum Entry {
        static let name = 0, path = 1
        /// Bytes of the path as the system takes it.
        static let bytes = 2
        static let inode = 3, kind = 4
        /// The folder's descriptor, or -1.
        static let folder = 5
        static let status = 6, linkStatus = 7
        static let count = 8
    }
    private enum Iterator {
        /// A list of entries still to come, in reverse, or null when closed.
        static let entries = 0
        static let count = 1
    }

    static func add(_ module: ModuleBuilder) {
        module.set("DirEntry", entryType.value)
        module.function(
            "scandir", .bound({ (_, arguments) throws(Raised) -> Ref in try scan(arguments[0]) }), "($module, /, path=None)",
            doc: "Return an iterator of DirEntry objects for given path.\n\npath can be specified as either str, bytes, or a path-like object.  If path\nis bytes, the names of yielded DirEntry objects will also be bytes; in\nall other circumstances they will be str.\n\nIf path is None, uses the path='.'.")
    }

    /// The whole folder is read at once: the stream is not left open, and what is deleted meanwhile cannot upset it.
    private static func scan(_ argument: Value) throws(Raised) -> Ref {
        let path = try PathArgument(argument, "scandir", descriptors: true, optional: true)
        try Audit.event("os.scandir", path.shown)
        let stream = try FolderStream.open(path)
        defer { FolderStream.close(stream) }
        var prefix: [UInt8] = []
        if !path.isDescriptor {
            let count = BytesObject.count(path.bytes.value)
            for index in 0..<count { prefix.append(BytesObject.data(path.bytes.value)[index]) }
            if prefix.last != 47 { prefix.append(47) }
        }
        let entries = ListObject.make()
        var found = FolderStream.Entry()
        while true {
            let name = try FolderStream.next(stream, path, &found)
            if name.isNull { break }
            let object = try FieldObject.make(entryType)
            let fields = Fields(object.value)
            var full = prefix
            for index in 0..<BytesObject.count(name.value) { full.append(BytesObject.data(name.value)[index]) }
            let bytes = try BytesObject.make(full, full.count)
            fields.set(Entry.path, try path.decode(bytes.copy()))
            fields.set(Entry.bytes, bytes)
            fields.set(Entry.name, try path.decode(name))
            fields.set(Entry.inode, IntObject.make(unsigned: found.inode))
            fields.setInt(Entry.kind, found.kind)
            fields.setInt(Entry.folder, path.isDescriptor ? Int(path.descriptor) : -1)
            try ListObject.append(entries.value, object.value)
        }
        let reverse = Names.make("reverse")
        let done = try Call.method(entries.value, reverse)
        _ = done.isNull
        let iterator = try FieldObject.make(iteratorType)
        Fields(iterator.value).set(Iterator.entries, entries)
        return iterator
    }

    nonisolated(unsafe) private static let pop = Names.make("pop")
    nonisolated(unsafe) private static let iteratorType = FieldObject.type("posix.ScandirIterator", fields: Iterator.count, [.hidden]) { type in
        type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            let entries = Fields(Value(object))[Iterator.entries]
            if !entries.isNull {
                object.pointee.ob_refcnt = 1
                PosixScan.finalize(Value(object))
                object.pointee.ob_refcnt -= 1
                if object.pointee.ob_refcnt > 0 { return }
            }
            FieldObject.deallocate(object)
        }
        type.slots.finalize = finalize
        type.slots.next = { (self) throws(Raised) -> Ref in
            let entries = Fields(self).hold(Iterator.entries)
            if entries.isNull { return .null }
            if ListObject.count(entries.value) == 0 {
                Fields(self).set(Iterator.entries, Value.null)
                return .null
            }
            return try Call.method(entries.value, pop)
        }
        type.method("close", .noArguments({ (self) throws(Raised) -> Ref in
            Fields(self).set(Iterator.entries, Value.null)
            return .none
        }))
        type.method("__enter__", .noArguments({ (self) throws(Raised) -> Ref in Ref(self) }))
        type.method("__exit__", .raw({ (self, _) throws(Raised) -> Ref in
            Fields(self).set(Iterator.entries, Value.null)
            return .none
        }))
    }

    /// Warns of an iterator that is neither at its end nor closed.
    private static let finalize: (Value) -> Void = { (self) in
        let entries = Fields(self).hold(Iterator.entries)
        if entries.isNull { return }
        let saved = PendingException.save()
        Fields(self).set(Iterator.entries, Value.null)
        do throws(Raised) {
            try Warnings.warn(.resourceWarning, "unclosed scandir iterator \(try Repr.string(self))", source: self)
        } catch {
            if PendingException.matches(.warning) { Unraisable.report(self) } else { PendingException.clear() }
        }
        PendingException.restore(saved)
    }

    nonisolated(unsafe) private static let entryType = FieldObject.type("posix.DirEntry", fields: Entry.count, [.hidden]) { type in
        type.slots.repr = { (self) throws(Raised) -> Ref in
            let name = Fields(self).hold(Entry.name)
            return StrObject.make("<DirEntry \(try Repr.string(name.value))>")
        }
        type.field("name", Entry.name, doc: "the entry's base filename, relative to scandir() \"path\" argument")
        type.field("path", Entry.path, doc: "the entry's full path name; equivalent to os.path.join(scandir_path, entry.name)")
        type.method(
            "is_dir", .bound({ (self, arguments) throws(Raised) -> Ref in
                .bool(try isKind(self, S_IFDIR, try Posix.bool(arguments[0], default: true)))
            }), "($self, /, *, follow_symlinks=True)", doc: "Return True if the entry is a directory; cached per entry.")
        type.method(
            "is_file", .bound({ (self, arguments) throws(Raised) -> Ref in
                .bool(try isKind(self, S_IFREG, try Posix.bool(arguments[0], default: true)))
            }), "($self, /, *, follow_symlinks=True)", doc: "Return True if the entry is a file; cached per entry.")
        type.method(
            "is_symlink", .noArguments({ (self) throws(Raised) -> Ref in .bool(try isKind(self, S_IFLNK, false)) }), "($self, /)",
            doc: "Return True if the entry is a symbolic link; cached per entry.")
        type.method(
            "stat", .bound({ (self, arguments) throws(Raised) -> Ref in try status(self, try Posix.bool(arguments[0], default: true)) }),
            "($self, /, *, follow_symlinks=True)", doc: "Return stat_result object for the entry; cached per entry.")
        type.method(
            "inode", .noArguments({ (self) throws(Raised) -> Ref in Fields(self).hold(Entry.inode) }), "($self, /)",
            doc: "Return inode of the entry; cached per entry.")
        type.method(
            "__fspath__", .noArguments({ (self) throws(Raised) -> Ref in Fields(self).hold(Entry.path) }), "($self, /)",
            doc: "Returns the path for the entry.")
        type.classMethod("__class_getitem__", .one({ (type, item) throws(Raised) -> Ref in try GenericAliasObject.make(type, item) }), nil, doc: "See PEP 585")
    }

    private static func status(_ self: Value, _ follow: Bool) throws(Raised) -> Ref {
        let fields = Fields(self)
        let follows = follow && isLink(fields.int(Entry.kind))
        let cache = follows ? Entry.status : Entry.linkStatus
        let known = fields.hold(cache)
        if !known.isNull { return known }
        let folder = fields.int(Entry.folder)
        var result = Glibc.stat()
        if Glibc.fstatat(folder < 0 ? AT_FDCWD : Int32(truncatingIfNeeded: folder), BytesObject.data(fields[Entry.bytes]), &result, follows ? 0 : AT_SYMLINK_NOFOLLOW) != 0 {
            throw OSErrors.raise(errno, filename: fields[Entry.path])
        }
        let made = PosixStat.make(result)
        fields.set(cache, made.value)
        return made
    }
    /// DT_LNK, or DT_UNKNOWN, which may be one.
    private static func isLink(_ kind: Int) -> Bool { kind == 10 || kind == 0 }

    private static func isKind(_ self: Value, _ mode: mode_t, _ follow: Bool) throws(Raised) -> Bool {
        let kind = Fields(self).int(Entry.kind)
        if kind != 0 && !(follow && kind == 10) {
            // The number of the type in a folder is the mode's.
            return kind == Int(mode >> 12)
        }
        do throws(Raised) {
            let status = try status(self, follow)
            return mode_t(truncatingIfNeeded: TupleObject.item(status.value, 0).smallInt) & S_IFMT == mode
        } catch {
            guard PendingException.clear(if: .fileNotFoundError) else { throw error }
            return false
        }
    }
}
