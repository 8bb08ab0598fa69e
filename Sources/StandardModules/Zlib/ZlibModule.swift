// The module zlib, over the system's library.

import CPythonABI
import CZlib
import Runtime

enum ZlibModule {
    nonisolated(unsafe) static var error: TypePointer = PyExc_ExceptionPointer()
    static let defaultBufferSize = 16384

    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(ZlibDocs.module)
        error = try ExceptionClasses.make("zlib.error", base: PyExc_ExceptionPointer())
        module.type("error", error)
        let constants: [(StaticString, Int)] = [
            ("MAX_WBITS", 15), ("DEFLATED", 8), ("DEF_MEM_LEVEL", 8), ("DEF_BUF_SIZE", defaultBufferSize), ("Z_NO_COMPRESSION", 0),
            ("Z_BEST_SPEED", 1), ("Z_BEST_COMPRESSION", 9), ("Z_DEFAULT_COMPRESSION", -1), ("Z_FILTERED", 1), ("Z_HUFFMAN_ONLY", 2),
            ("Z_RLE", 3), ("Z_FIXED", 4), ("Z_DEFAULT_STRATEGY", 0), ("Z_NO_FLUSH", 0), ("Z_PARTIAL_FLUSH", 1), ("Z_SYNC_FLUSH", 2),
            ("Z_FULL_FLUSH", 3), ("Z_FINISH", 4), ("Z_BLOCK", 5), ("Z_TREES", 6),
        ]
        for (name, number) in constants { module.set(name, int: number) }
        module.set("ZLIB_VERSION", string: ZLIB_VERSION)
        module.set("ZLIB_RUNTIME_VERSION", string: zlibVersion().map { String(cString: $0) } ?? ZLIB_VERSION)
        module.set("__version__", string: "1.0")
        module.function("crc32", .positional(minimum: 1, maximum: 2) { (_, a) throws(Raised) -> Ref in
            let start = a[1].isNull ? 0 : try Checksums.start(a[1])
            let view = try BytesView(a[0])
            return IntObject.make(Int(Checksums.crc32(view.bytes, view.count, start)))
        }, ZlibDocs.crc32)
        module.function("adler32", .positional(minimum: 1, maximum: 2) { (_, a) throws(Raised) -> Ref in
            let start = a[1].isNull ? 1 : try Checksums.start(a[1])
            let view = try BytesView(a[0])
            return IntObject.make(Int(adler32_z(UInt(start), view.bytes, view.count) & 0xFFFF_FFFF))
        }, ZlibDocs.adler32)
        module.function("compress", .bound(compress), ZlibDocs.compress)
        module.function("decompress", .bound(decompress), ZlibDocs.decompress)
        module.function("compressobj", .bound { (_, a) throws(Raised) -> Ref in try Compressor.make(a) }, ZlibDocs.compressobj)
        module.function("decompressobj", .bound { (_, a) throws(Raised) -> Ref in try Decompressor.make(a) }, ZlibDocs.decompressobj)
    }

    /// zlib.error in the words of the library.
    static func fail(_ stream: borrowing z_stream, _ code: Int32, _ situation: String) -> Raised {
        var message = stream.msg.map { String(cString: $0) }
        if code == Z_VERSION_ERROR { message = "library version mismatch" }
        if message == nil {
            switch code {
            case Z_BUF_ERROR: message = "incomplete or truncated stream"
            case Z_STREAM_ERROR: message = "inconsistent stream state"
            case Z_DATA_ERROR: message = "invalid input data"
            default: break
            }
        }
        return fail("Error \(code) \(situation)" + (message.map { ": \($0)" } ?? ""))
    }
    static func fail(_ message: String) -> Raised {
        let text = StrObject.make(message)
        return raise(error, text.value)
    }

    private static func compress(_ module: Value, _ a: Arguments) throws(Raised) -> Ref {
        let level = try CInteger.int(a[1], -1)
        let bits = try CInteger.int(a[2], 15)
        let view = try BytesView(a[0])
        var stream = z_stream()
        switch pyswift_deflateInit2(&stream, Int32(level), Z_DEFLATED, Int32(bits), 8, Z_DEFAULT_STRATEGY) {
        case Z_OK: break
        case Z_MEM_ERROR: throw raise(.memoryError, "Out of memory while compressing data")
        case Z_STREAM_ERROR: throw fail("Bad compression level")
        case let code:
            defer { deflateEnd(&stream) }
            throw fail(stream, code, "while compressing data")
        }
        defer { deflateEnd(&stream) }
        var output = ByteBuilder(capacity: min(view.count / 2 + 64, 1 << 20))
        let code = try Streams.deflate(&stream, view, Z_FINISH, into: &output)
        if code != Z_STREAM_END { throw fail(stream, code, "while compressing data") }
        return try output.finish()
    }

    private static func decompress(_ module: Value, _ a: Arguments) throws(Raised) -> Ref {
        let bits = try CInteger.int(a[1], 15)
        let room = try CInteger.size(a[2], defaultBufferSize)
        if room < 0 { throw raise(.valueError, "bufsize must be non-negative") }
        let view = try BytesView(a[0])
        var stream = z_stream()
        switch pyswift_inflateInit2(&stream, Int32(bits)) {
        case Z_OK: break
        case Z_MEM_ERROR: throw raise(.memoryError, "Out of memory while decompressing data")
        case let code:
            defer { inflateEnd(&stream) }
            throw fail(stream, code, "while preparing to decompress data")
        }
        defer { inflateEnd(&stream) }
        var output = ByteBuilder(capacity: max(min(room, 1 << 24), 64))
        var consumed = 0
        let code = try Streams.inflate(&stream, view.bytes, view.count, &consumed, limit: Int.max, dictionary: .null, into: &output)
        if code == Z_MEM_ERROR { throw raise(.memoryError, "Out of memory while decompressing data") }
        if code != Z_OK && code != Z_BUF_ERROR && code != Z_STREAM_END { throw fail(stream, code, "while decompressing data") }
        if code != Z_STREAM_END { throw fail(stream, Z_BUF_ERROR, "while decompressing data") }
        return try output.finish()
    }
}

extension Checksums {
    static func crc32(_ bytes: BytePointer, _ count: Int, _ start: UInt32) -> UInt32 {
        UInt32(truncatingIfNeeded: crc32_z(UInt(start), bytes, count))
    }
}
