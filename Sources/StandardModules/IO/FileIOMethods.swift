// Methods of FileIO.

import CPythonABI
import Glibc
import Runtime

enum FileIOMethods {
    static func describe(_ type: TypeBuilder) {
        describeTransfers(type)
        describePosition(type)
        describeState(type)
        type.member("_blksize", type: T_UINT, offset: 36, readOnly: false)
        type.getter(
            "_finalizing", { (self) throws(Raised) -> Ref in .bool(FileIO.layout(self).pointee.isFinalizing) },
            set: { (self, value) throws(Raised) -> Void in FileIO.layout(self).pointee.isFinalizing = try flag(value) })
        type.getter("closed", doc: FileIODocs.closed, { (self) throws(Raised) -> Ref in .bool(FileIO.layout(self).pointee.descriptor < 0) })
        type.getter("closefd", doc: FileIODocs.closefd, { (self) throws(Raised) -> Ref in .bool(FileIO.layout(self).pointee.closesDescriptor) })
        type.getter("mode", doc: FileIODocs.mode, { (self) throws(Raised) -> Ref in StrObject.make(FileIO.modeText(self)) })
    }
    /// The value of an attribute that is a C flag.
    static func flag(_ value: Value) throws(Raised) -> Bool {
        if value.isNull { throw raise(.typeError, "can't delete numeric/char attribute") }
        guard value.isBool else { throw raise(.typeError, "attribute value type must be bool") }
        return value.isTrue
    }

    private static func closed() -> Raised { raise(.valueError, "I/O operation on closed file") }
    private static func open(_ self: Value) throws(Raised) -> UnsafeMutablePointer<FileIO.Layout> {
        let layout = FileIO.layout(self)
        if layout.pointee.descriptor < 0 { throw closed() }
        return layout
    }
    private static func readable(_ self: Value) throws(Raised) {
        if !(try open(self).pointee.isReadable) { throw IOBase.unsupported("File not open for reading") }
    }
    private static func writable(_ self: Value) throws(Raised) {
        if !(try open(self).pointee.isWritable) { throw IOBase.unsupported("File not open for writing") }
    }

    private static func describeTransfers(_ type: TypeBuilder) {
        type.method(
            "read", .positional(minimum: 0, maximum: 1) { (self, arguments) throws(Raised) -> Ref in
                let size = try IOBase.size(arguments[0])
                try readable(self)
                if size < 0 {
                    let all = try FileIO.readAll(self)
                    return all.isNull ? .none : all
                }
                let bytes = try BytesObject.allocate(min(size, FileIO.largestTransfer))
                guard let count = try FileIO.read(self, BytesObject.data(bytes.value), size) else { return .none }
                return try BytesObject.shrunk(bytes, count)
            }, "($self, size=-1, /)", doc: FileIODocs.read)
        type.method(
            "readall", .noArguments { (self) throws(Raised) -> Ref in
                _ = try open(self)
                let all = try FileIO.readAll(self)
                return all.isNull ? .none : all
            }, "($self, /)", doc: FileIODocs.readall)
        type.method(
            "readinto", .one { (self, buffer) throws(Raised) -> Ref in
                let view = try TargetBuffer.acquire(buffer, "readinto")
                try readable(self)
                guard let count = try FileIO.read(self, view.mutableBytes, view.count) else { return .none }
                return IntObject.make(count)
            }, "($self, buffer, /)", doc: FileIODocs.readinto)
        type.method(
            "write", .one { (self, data) throws(Raised) -> Ref in
                let view = try BytesView(data)
                try writable(self)
                guard let count = try FileIO.write(self, view.bytes, view.count) else { return .none }
                return IntObject.make(count)
            }, "($self, b, /)", doc: FileIODocs.write)
    }

    /// An offset in a file.
    static func offset(_ value: Value) throws(Raised) -> Int {
        if value.isSmallInt { return value.smallInt }
        let index = try Index.object(value)
        guard let number = IntView(index.value).int else { throw raise(.overflowError, "Python int too large to convert to C long") }
        return number
    }
    private static func int(_ value: Value) throws(Raised) -> Int32 {
        guard let number = Int32(exactly: try offset(value)) else {
            throw raise(.overflowError, "Python int too large to convert to C int")
        }
        return number
    }

    private static func describePosition(_ type: TypeBuilder) {
        type.method(
            "seek", .positional(minimum: 1, maximum: 2) { (self, arguments) throws(Raised) -> Ref in
                let whence = arguments[1].isNull ? 0 : try int(arguments[1])
                _ = try open(self)
                return IntObject.make(try FileIO.seek(self, try offset(arguments[0]), whence))
            }, "($self, pos, whence=0, /)", doc: FileIODocs.seek)
        type.method(
            "tell", .noArguments { (self) throws(Raised) -> Ref in
                _ = try open(self)
                return IntObject.make(try FileIO.seek(self, 0, SEEK_CUR))
            }, "($self, /)", doc: FileIODocs.tell)
        type.method(
            "truncate", .positional(minimum: 0, maximum: 1) { (self, arguments) throws(Raised) -> Ref in
                try writable(self)
                let given = arguments[0]
                let size = given.isNull || given.isNone ? IntObject.make(try FileIO.seek(self, 0, SEEK_CUR)) : Ref(given)
                let length = try offset(size.value)
                let descriptor = FileIO.layout(self).pointee.descriptor
                try Blocking.checked { ftruncate(descriptor, length) }
                return size
            }, "($self, size=None, /)", doc: FileIODocs.truncate)
    }

    private static func describeState(_ type: TypeBuilder) {
        type.method("close", .noArguments { (self) throws(Raised) -> Ref in try close(self) }, "($self, /)", doc: FileIODocs.close)
        type.method(
            "seekable", .noArguments { (self) throws(Raised) -> Ref in
                let layout = try open(self)
                if layout.pointee.seekable < 0 {
                    layout.pointee.seekable = lseek(layout.pointee.descriptor, 0, SEEK_CUR) >= 0 ? 1 : 0
                }
                return .bool(layout.pointee.seekable == 1)
            }, "($self, /)", doc: FileIODocs.seekable)
        type.method(
            "readable", .noArguments { (self) throws(Raised) -> Ref in .bool(try open(self).pointee.isReadable) }, "($self, /)",
            doc: FileIODocs.readable)
        type.method(
            "writable", .noArguments { (self) throws(Raised) -> Ref in .bool(try open(self).pointee.isWritable) }, "($self, /)",
            doc: FileIODocs.writable)
        type.method(
            "fileno", .noArguments { (self) throws(Raised) -> Ref in IntObject.make(Int(try open(self).pointee.descriptor)) }, "($self, /)",
            doc: FileIODocs.fileno)
        type.method(
            "isatty", .noArguments { (self) throws(Raised) -> Ref in
                let descriptor = try open(self).pointee.descriptor
                return .bool(Blocking.call { Glibc.isatty(descriptor) } == 1)
            }, "($self, /)", doc: FileIODocs.isatty)
        type.method(
            "_dealloc_warn", .one { (self, source) throws(Raised) -> Ref in
                warnUnclosed(self, source)
                return .none
            })
    }

    private static func close(_ self: Value) throws(Raised) -> Ref {
        let layout = FileIO.layout(self)
        let answer: Ref
        do throws(Raised) { answer = try IOBase.close(self) } catch {
            // The descriptor is closed even when the flush of a derived class failed.
            let failure = HeldException.take()
            if !layout.pointee.closesDescriptor {
                layout.pointee.descriptor = -1
                throw HeldException.raise(failure)
            }
            if layout.pointee.isFinalizing { warnUnclosed(self, self) }
            do throws(Raised) { try FileIO.closeDescriptor(self) } catch { throw HeldException.chain(failure) }
            throw HeldException.raise(failure)
        }
        if !layout.pointee.closesDescriptor {
            layout.pointee.descriptor = -1
            return answer
        }
        if layout.pointee.isFinalizing { warnUnclosed(self, self) }
        try FileIO.closeDescriptor(self)
        return answer
    }

    /// Says that `source` dies with an open file.
    static func warnUnclosed(_ self: Value, _ source: Value) {
        let layout = FileIO.layout(self)
        guard layout.pointee.descriptor >= 0, layout.pointee.closesDescriptor else { return }
        let saved = PendingException.save()
        do throws(Raised) {
            try Warnings.warn(.resourceWarning, "unclosed file \(try Repr.string(source))", source: source)
        } catch {
            // At exit other things may be gone too.
            if PendingException.matches(.warning) { Unraisable.report(self) } else { PendingException.clear() }
        }
        PendingException.restore(saved)
    }
}
