// _io._RawIOBase, _BufferedIOBase and _TextIOBase: the three kinds of streams, each with the methods that follow from others.

import CPythonABI
import Runtime

enum RawIOBase {
    nonisolated(unsafe) static let type: TypePointer = StreamObject.makeType(
        "_io._RawIOBase", base: IOBase.type, size: MemoryLayout<StreamHead>.size, describe)

    private static func describe(_ type: TypeBuilder) {
        type.doc(RawIOBaseDocs.type)
        type.method(
            "read", .positional(minimum: 0, maximum: 1) { (self, arguments) throws(Raised) -> Ref in
                let size = try rawSize(arguments[0])
                return size < 0 ? try Call.method(self, IONames.readall) : try read(self, size)
            }, "($self, size=-1, /)")
        type.method("readall", .noArguments { (self) throws(Raised) -> Ref in try readAll(self) }, "($self, /)", doc: RawIOBaseDocs.readall)
        type.method("readinto", .raw { (_, _) throws(Raised) -> Ref in throw raise(.notImplementedError, argument: .null) })
        type.method("write", .raw { (_, _) throws(Raised) -> Ref in throw raise(.notImplementedError, argument: .null) })
    }
    /// A size that may not be None.
    private static func rawSize(_ value: Value) throws(Raised) -> Int { value.isNull ? -1 : try Index.size(value) }

    /// `size` bytes by way of `readinto`.
    private static func read(_ self: Value, _ size: Int) throws(Raised) -> Ref {
        let buffer = try ByteArrayObject.allocate(size)
        for index in 0..<size { ByteArrayObject.data(buffer.value)[index] = 0 }
        let answer = try Call.method(self, IONames.readinto, buffer.value)
        if answer.value.isNone { return answer }
        let count = try Index.of(answer.value, .valueError)
        let available = ByteArrayObject.count(buffer.value)
        // As a slice: a wrong answer is no reason to read beyond the buffer.
        if count < 0 { throw raise(.valueError, "Negative size passed to PyBytes_FromStringAndSize") }
        return try BytesObject.make(UnsafePointer(ByteArrayObject.data(buffer.value)), min(count, available))
    }
    private static func readAll(_ self: Value) throws(Raised) -> Ref {
        var all = ByteCollector()
        var isFirst = true
        while true {
            let piece: Ref
            do throws(Raised) { piece = try Call.method(self, IONames.read, Value(smallInt: IOBase.defaultBufferSize)) } catch {
                if IOBase.wasInterrupted() { continue }
                throw error
            }
            if piece.value.isNone {
                // Nothing for now: what came before is all.
                if isFirst { return .none }
                break
            }
            guard BytesObject.isInstance(piece.value) else { throw raise(.typeError, "read() should return bytes") }
            let count = BytesObject.count(piece.value)
            if count == 0 { break }
            isFirst = false
            try all.append(BytesObject.data(piece.value), count)
        }
        return try all.finish()
    }
}

enum BufferedIOBase {
    nonisolated(unsafe) static let type: TypePointer = StreamObject.makeType(
        "_io._BufferedIOBase", base: IOBase.type, size: MemoryLayout<StreamHead>.size, describe)

    private static func describe(_ type: TypeBuilder) {
        type.doc(BufferedIOBaseDocs.type)
        type.method("detach", .noArguments { (_) throws(Raised) -> Ref in throw IOBase.unsupported("detach") }, "($self, /)", doc: BufferedIOBaseDocs.detach)
        type.method("read", .raw { (_, _) throws(Raised) -> Ref in throw IOBase.unsupported("read") }, doc: BufferedIOBaseDocs.read)
        type.method("read1", .raw { (_, _) throws(Raised) -> Ref in throw IOBase.unsupported("read1") }, doc: BufferedIOBaseDocs.read1)
        type.method("write", .raw { (_, _) throws(Raised) -> Ref in throw IOBase.unsupported("write") }, doc: BufferedIOBaseDocs.write)
        type.method(
            "readinto", .one { (self, buffer) throws(Raised) -> Ref in try readInto(self, buffer, IONames.read, "readinto") },
            "($self, buffer, /)")
        type.method(
            "readinto1", .one { (self, buffer) throws(Raised) -> Ref in try readInto(self, buffer, IONames.read1, "readinto1") },
            "($self, buffer, /)")
    }
    private static func readInto(_ self: Value, _ buffer: Value, _ method: Value, _ name: StaticString) throws(Raised) -> Ref {
        let view = try TargetBuffer.acquire(buffer, name)
        let size = IntObject.make(view.count)
        let data = try Call.method(self, method, size.value)
        guard BytesObject.isInstance(data.value) else { throw raise(.typeError, "read() should return bytes") }
        let count = BytesObject.count(data.value)
        if count > view.count {
            throw raise(.valueError, "read() returned too much data: \(view.count) bytes requested, \(count) returned")
        }
        copyBytes(view.mutableBytes, BytesObject.data(data.value), count)
        return IntObject.make(count)
    }
}

/// The argument of `readinto`.
enum TargetBuffer {
    static func acquire(_ value: Value, _ function: StaticString) throws(Raised) -> BytesView {
        do throws(Raised) { return try BytesView(value, writable: true) } catch {
            guard PendingException.matches(.typeError) || PendingException.matches(.bufferError) else { throw error }
            PendingException.clear()
            let shown = value.isNone ? "None" : value.type.name
            throw raise(.typeError, "\(function)() argument must be read-write bytes-like object, not \(shown)")
        }
    }
}

enum TextIOBase {
    nonisolated(unsafe) static let type: TypePointer = StreamObject.makeType(
        "_io._TextIOBase", base: IOBase.type, size: MemoryLayout<StreamHead>.size, describe)

    private static func describe(_ type: TypeBuilder) {
        type.doc(TextIOBaseDocs.type)
        for (name, doc) in [
            ("detach", TextIOBaseDocs.detach), ("read", TextIOBaseDocs.read), ("readline", TextIOBaseDocs.readline), ("write", TextIOBaseDocs.write),
        ] as [(StaticString, StaticString)] {
            type.method(name, .raw { (_, _) throws(Raised) -> Ref in throw IOBase.unsupported("\(name)") }, doc: doc)
        }
        type.getter("encoding", doc: TextIOBaseDocs.encoding, { (_) throws(Raised) -> Ref in .none })
        type.getter("newlines", doc: TextIOBaseDocs.newlines, { (_) throws(Raised) -> Ref in .none })
        type.getter("errors", doc: TextIOBaseDocs.errors, { (_) throws(Raised) -> Ref in .none })
    }
}
