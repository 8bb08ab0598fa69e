// Objects that decompress piece by piece.

import CPythonABI
import CZlib
import Runtime

enum Decompressor {
    /// Fields: the stream (its address as an int), whether it is in use, what is shown, the dictionary.
    private static let stream = 0
    private static let isOpen = 1
    private static let unused = 2
    private static let tail = 3
    private static let eof = 4
    private static let dictionary = 5

    static let type: TypePointer = FieldObject.type("zlib.Decompress", fields: 6, [.hidden]) { type in
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            let fields = Fields(Value(object))
            if !fields[Decompressor.stream].isNull, let memory = Decompressor.memory(fields) {
                if fields.int(Decompressor.isOpen) != 0 { inflateEnd(memory) }
                memory.deallocate()
                fields.setInt(Decompressor.stream, 0)
            }
            FieldObject.deallocate(object)
        }
        type.field("unused_data", unused)
        type.field("unconsumed_tail", tail)
        type.field("eof", eof)
        type.method("decompress", .bound(decompress), "($self, data, /, max_length=0)", doc: """
            Return a bytes object containing the decompressed version of the data.

              data
                The binary data to decompress.
              max_length
                The maximum allowable length of the decompressed data.
                Unconsumed input data will be stored in
                the unconsumed_tail attribute.

            After calling this function, some of the input data may still be stored in
            internal buffers for later processing.
            Call the flush() method to clear these buffers.
            """)
        type.method("flush", .positional(minimum: 0, maximum: 1, flush), "($self, length=zlib.DEF_BUF_SIZE, /)", doc: """
            Return a bytes object containing any remaining decompressed data.

              length
                the initial size of the output buffer.
            """)
        type.method("copy", .noArgumentsOfClass(copy), "($self, /)", doc: "Return a copy of the decompression object.")
        type.method("__copy__", .noArgumentsOfClass(copy), "($self, /)")
        type.method("__deepcopy__", .oneOfClass { (self, _) throws(Raised) -> Ref in try copy(self) }, "($self, memo, /)")
    }
    private static func memory(_ fields: Fields) -> z_streamp? { z_streamp(bitPattern: fields.int(stream)) }

    private static func allocate() throws(Raised) -> Ref {
        let result = try FieldObject.make(type)
        let fields = Fields(result.value)
        let memory = z_streamp.allocate(capacity: 1)
        memory.initialize(to: z_stream())
        fields.setInt(stream, Int(bitPattern: memory))
        fields.setInt(isOpen, 0)
        fields.set(unused, BytesObject.empty)
        fields.set(tail, BytesObject.empty)
        fields.set(eof, .false)
        return result
    }

    /// decompressobj(wbits, zdict)
    static func make(_ a: Arguments) throws(Raised) -> Ref {
        let bits = try CInteger.int(a[0], 15)
        if !a[1].isNull && !Buffers.isExporter(a[1]) { throw raise(.typeError, "zdict argument must support the buffer protocol") }
        let result = try allocate()
        let fields = Fields(result.value)
        guard let memory = memory(fields) else { return result }
        if !a[1].isNull { fields.set(dictionary, a[1]) }
        switch pyswift_inflateInit2(memory, Int32(bits)) {
        case Z_OK: break
        case Z_MEM_ERROR: throw raise(.memoryError, "Can't allocate memory for decompression object")
        case Z_STREAM_ERROR: throw raise(.valueError, "Invalid initialization option")
        case let code: throw ZlibModule.fail(memory.pointee, code, "while creating decompression object")
        }
        fields.setInt(isOpen, 1)
        // A raw stream has no place where it would ask for the dictionary.
        if !a[1].isNull && bits < 0 {
            let code = try Streams.setDictionary(&memory.pointee, a[1])
            if code != Z_OK { throw ZlibModule.fail(memory.pointee, code, "while setting zdict") }
        }
        return result
    }

    /// Keeps input that was not used: behind the end of the stream, or for a later call.
    private static func keep(_ fields: Fields, _ input: BytePointer, _ count: Int, atEnd: Bool) throws(Raised) {
        if atEnd {
            if count > 0 {
                let old = fields.hold(unused)
                var both = ByteBuilder(capacity: BytesObject.count(old.value) + count)
                try both.append(BytesObject.data(old.value), BytesObject.count(old.value))
                try both.append(input, count)
                fields.set(unused, try both.finish())
            }
        }
        if (count > 0 && !atEnd) || BytesObject.count(fields[tail]) > 0 {
            fields.set(tail, try BytesObject.make(input, count))
        }
    }

    private static func decompress(_ self: Value, _ a: Arguments) throws(Raised) -> Ref {
        let limit = try CInteger.size(a[1], 0)
        if limit < 0 { throw raise(.valueError, "max_length must be non-negative") }
        let view = try BytesView(a[0])
        let fields = Fields(self)
        guard let memory = memory(fields) else { return BytesObject.empty }
        var output = ByteBuilder(capacity: min(limit == 0 ? 4 * view.count : limit, 1 << 16))
        var consumed = 0
        let code = try Streams.inflate(
            &memory.pointee, view.bytes, view.count, &consumed, limit: limit == 0 ? Int.max : limit, dictionary: fields[dictionary], into: &output)
        try keep(fields, view.bytes + consumed, view.count - consumed, atEnd: code == Z_STREAM_END)
        if code == Z_STREAM_END {
            fields.set(eof, .true)
        } else if code != Z_OK && code != Z_BUF_ERROR {
            throw ZlibModule.fail(memory.pointee, code, "while decompressing data")
        }
        return try output.finish()
    }
    private static func flush(_ self: Value, _ a: Arguments) throws(Raised) -> Ref {
        let length = try CInteger.size(a[0], ZlibModule.defaultBufferSize)
        if length <= 0 { throw raise(.valueError, "length must be greater than zero") }
        let fields = Fields(self)
        guard let memory = memory(fields) else { return BytesObject.empty }
        let input = fields.hold(tail)
        let (bytes, count) = (BytesObject.data(input.value), BytesObject.count(input.value))
        var output = ByteBuilder(capacity: min(length, 1 << 16))
        var consumed = 0
        let code = try Streams.inflate(
            &memory.pointee, bytes, count, &consumed, limit: Int.max, dictionary: fields[dictionary], flush: Z_FINISH, into: &output)
        try keep(fields, bytes + consumed, count - consumed, atEnd: code == Z_STREAM_END)
        if code == Z_STREAM_END {
            fields.set(eof, .true)
            if fields.int(isOpen) != 0 {
                fields.setInt(isOpen, 0)
                let end = inflateEnd(memory)
                if end != Z_OK { throw ZlibModule.fail(memory.pointee, end, "while finishing decompression") }
            }
        }
        return try output.finish()
    }
    private static func copy(_ self: Value) throws(Raised) -> Ref {
        let result = try allocate()
        let (from, to) = (Fields(self), Fields(result.value))
        guard let source = memory(from), let target = memory(to) else { return result }
        if from.int(isOpen) == 0 { throw raise(.valueError, "Inconsistent stream state") }
        switch inflateCopy(target, source) {
        case Z_OK: break
        case Z_STREAM_ERROR: throw raise(.valueError, "Inconsistent stream state")
        case Z_MEM_ERROR: throw raise(.memoryError, "Can't allocate memory for decompression object")
        case let code: throw ZlibModule.fail(source.pointee, code, "while copying decompression object")
        }
        to.setInt(isOpen, 1)
        for index in [unused, tail, eof, dictionary] where !from[index].isNull { to.set(index, from[index]) }
        return result
    }
}
