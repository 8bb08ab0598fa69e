// Objects that compress piece by piece.

import CPythonABI
import CZlib
import Runtime

enum Compressor {
    /// Fields: the stream (its address as an int), whether it still takes input.
    private static let stream = 0
    private static let isOpen = 1

    static let type: TypePointer = FieldObject.type("zlib.Compress", fields: 2, [.hidden]) { type in
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            let fields = Fields(Value(object))
            if !fields[Compressor.stream].isNull, let memory = Compressor.memory(fields) {
                if fields.int(Compressor.isOpen) != 0 { deflateEnd(memory) }
                memory.deallocate()
                fields.setInt(Compressor.stream, 0)
            }
            FieldObject.deallocate(object)
        }
        type.method("compress", .oneOfClass(compress), "($self, data, /)", doc: """
            Returns a bytes object containing compressed data.

              data
                Binary data to be compressed.

            After calling this function, some of the input data may still
            be stored in internal buffers for later processing.
            Call the flush() method to clear these buffers.
            """)
        type.method("flush", .positional(minimum: 0, maximum: 1, flush), "($self, mode=zlib.Z_FINISH, /)", doc: """
            Return a bytes object containing any remaining compressed data.

              mode
                One of the constants Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH.
                If mode == Z_FINISH, the compressor object can no longer be
                used after calling the flush() method.  Otherwise, more data
                can still be compressed.
            """)
        type.method("copy", .noArgumentsOfClass(copy), "($self, /)", doc: "Return a copy of the compression object.")
        type.method("__copy__", .noArgumentsOfClass(copy), "($self, /)")
        type.method("__deepcopy__", .oneOfClass { (self, _) throws(Raised) -> Ref in try copy(self) }, "($self, memo, /)")
    }
    private static func memory(_ fields: Fields) -> z_streamp? { z_streamp(bitPattern: fields.int(stream)) }

    private static func allocate() throws(Raised) -> Ref {
        let result = try FieldObject.make(type)
        let memory = z_streamp.allocate(capacity: 1)
        memory.initialize(to: z_stream())
        Fields(result.value).setInt(stream, Int(bitPattern: memory))
        Fields(result.value).setInt(isOpen, 0)
        return result
    }

    /// compressobj(level, method, wbits, memLevel, strategy, zdict)
    static func make(_ a: Arguments) throws(Raised) -> Ref {
        let (level, method, bits) = (try CInteger.int(a[0], -1), try CInteger.int(a[1], 8), try CInteger.int(a[2], 15))
        let (memoryLevel, strategy) = (try CInteger.int(a[3], 8), try CInteger.int(a[4], 0))
        if !a[5].isNull && !a[5].isNone && !Buffers.isExporter(a[5]) {
            throw raise(.typeError, "a bytes-like object is required, not '\(a[5].type.name)'")
        }
        let result = try allocate()
        let fields = Fields(result.value)
        guard let memory = memory(fields) else { return result }
        switch pyswift_deflateInit2(memory, Int32(level), Int32(method), Int32(bits), Int32(memoryLevel), Int32(strategy)) {
        case Z_OK: break
        case Z_MEM_ERROR: throw raise(.memoryError, "Can't allocate memory for compression object")
        case Z_STREAM_ERROR: throw raise(.valueError, "Invalid initialization option")
        case let code: throw ZlibModule.fail(memory.pointee, code, "while creating compression object")
        }
        fields.setInt(isOpen, 1)
        if !a[5].isNull && !a[5].isNone {
            let view = try BytesView(a[5])
            switch deflateSetDictionary(memory, view.bytes, UInt32(clamping: view.count)) {
            case Z_OK: break
            case Z_STREAM_ERROR: throw raise(.valueError, "Invalid dictionary")
            default: throw raise(.valueError, "deflateSetDictionary()")
            }
        }
        return result
    }

    private static func compress(_ self: Value, _ data: Value) throws(Raised) -> Ref {
        let view = try BytesView(data)
        let fields = Fields(self)
        guard let memory = memory(fields) else { return BytesObject.empty }
        if fields.int(isOpen) == 0 { throw ZlibModule.fail(memory.pointee, Z_STREAM_ERROR, "while compressing data") }
        var output = ByteBuilder(capacity: 1024)
        let code = try Streams.deflate(&memory.pointee, view, Z_NO_FLUSH, into: &output)
        if code == Z_STREAM_ERROR { throw ZlibModule.fail(memory.pointee, code, "while compressing data") }
        return try output.finish()
    }
    private static func flush(_ self: Value, _ a: Arguments) throws(Raised) -> Ref {
        let mode = Int32(try CInteger.int(a[0], Int(Z_FINISH)))
        if mode == Z_NO_FLUSH { return BytesObject.empty }
        let fields = Fields(self)
        guard let memory = memory(fields) else { return BytesObject.empty }
        if fields.int(isOpen) == 0 { throw ZlibModule.fail(memory.pointee, Z_STREAM_ERROR, "while flushing") }
        var output = ByteBuilder(capacity: 1024)
        let view = try BytesView(BytesObject.emptyValue)
        let code = try Streams.deflate(&memory.pointee, view, mode, into: &output)
        if code == Z_STREAM_ERROR { throw ZlibModule.fail(memory.pointee, code, "while flushing") }
        if code == Z_STREAM_END && mode == Z_FINISH {
            deflateEnd(memory)
            fields.setInt(isOpen, 0)
        } else if code != Z_OK && code != Z_BUF_ERROR {
            throw ZlibModule.fail(memory.pointee, code, "while flushing")
        }
        return try output.finish()
    }
    private static func copy(_ self: Value) throws(Raised) -> Ref {
        let result = try allocate()
        guard let source = memory(Fields(self)), let target = memory(Fields(result.value)) else { return result }
        if Fields(self).int(isOpen) == 0 { throw raise(.valueError, "Inconsistent stream state") }
        switch deflateCopy(target, source) {
        case Z_OK: break
        case Z_STREAM_ERROR: throw raise(.valueError, "Inconsistent stream state")
        case Z_MEM_ERROR: throw raise(.memoryError, "Can't allocate memory for compression object")
        case let code: throw ZlibModule.fail(source.pointee, code, "while copying compression object")
        }
        Fields(result.value).setInt(isOpen, 1)
        return result
    }
}
