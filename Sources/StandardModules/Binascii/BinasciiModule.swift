// The module binascii: bytes as text and back, and checksums.

import CPythonABI
import Runtime

enum BinasciiModule {
    nonisolated(unsafe) static var error: TypePointer = PyExc_ValueErrorPointer()
    nonisolated(unsafe) static var incomplete: TypePointer = PyExc_ExceptionPointer()

    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(BinasciiDocs.module)
        error = try ExceptionClasses.make("binascii.Error", base: PyExc_ValueErrorPointer())
        incomplete = try ExceptionClasses.make("binascii.Incomplete", base: PyExc_ExceptionPointer())
        module.type("Error", error)
        module.type("Incomplete", incomplete)
        module.function("a2b_hex", .one { (_, text) throws(Raised) -> Ref in try HexText.decode(text) }, BinasciiDocs.a2b_hex)
        module.function("unhexlify", .one { (_, text) throws(Raised) -> Ref in try HexText.decode(text) }, BinasciiDocs.unhexlify)
        module.function("b2a_hex", .bound { (_, a) throws(Raised) -> Ref in try HexText.encode(a[0], a[1], a[2]) }, BinasciiDocs.b2a_hex)
        module.function("hexlify", .bound { (_, a) throws(Raised) -> Ref in try HexText.encode(a[0], a[1], a[2]) }, BinasciiDocs.hexlify)
        module.function("a2b_base64", .bound { (_, a) throws(Raised) -> Ref in
            try Base64.decode(a[0], strict: a[1].isNull ? false : try Truth.of(a[1]))
        }, BinasciiDocs.a2b_base64)
        module.function("b2a_base64", .bound { (_, a) throws(Raised) -> Ref in
            try Base64.encode(a[0], newline: a[1].isNull ? true : try Truth.of(a[1]))
        }, BinasciiDocs.b2a_base64)
        module.function("a2b_uu", .one { (_, text) throws(Raised) -> Ref in try UUText.decode(text) }, BinasciiDocs.a2b_uu)
        module.function("b2a_uu", .bound { (_, a) throws(Raised) -> Ref in
            try UUText.encode(a[0], backtick: a[1].isNull ? false : try Truth.of(a[1]))
        }, BinasciiDocs.b2a_uu)
        module.function("a2b_qp", .bound { (_, a) throws(Raised) -> Ref in
            try QuotedPrintable.decode(a[0], header: a[1].isNull ? false : try Truth.of(a[1]))
        }, BinasciiDocs.a2b_qp)
        module.function("b2a_qp", .bound { (_, a) throws(Raised) -> Ref in
            try QuotedPrintable.encode(
                a[0], quoteTabs: a[1].isNull ? false : try Truth.of(a[1]), isText: a[2].isNull ? true : try Truth.of(a[2]),
                header: a[3].isNull ? false : try Truth.of(a[3]))
        }, BinasciiDocs.b2a_qp)
        module.function("crc32", .positional(minimum: 1, maximum: 2) { (_, a) throws(Raised) -> Ref in
            let start = a[1].isNull ? 0 : try Checksums.start(a[1])
            let view = try BytesView(a[0])
            return IntObject.make(Int(Checksums.crc32(view.bytes, view.count, start)))
        }, BinasciiDocs.crc32)
        module.function("crc_hqx", .positional(minimum: 2, maximum: 2) { (_, a) throws(Raised) -> Ref in
            let view = try BytesView(a[0])
            return IntObject.make(Int(Checksums.crcHQX(view.bytes, view.count, UInt16(truncatingIfNeeded: try Checksums.start(a[1])))))
        }, BinasciiDocs.crc_hqx)
    }

    static func fail(_ message: String) -> Raised {
        let text = StrObject.make(message)
        return raise(error, text.value)
    }

    /// Runs `body` with the bytes of a bytes-like object or the characters of an ASCII str.
    static func withText(
        _ value: Value, _ body: (BytePointer, Int) throws(Raised) -> Ref
    ) throws(Raised) -> Ref {
        if StrObject.isInstance(value) {
            guard StrObject.isASCII(value) else { throw raise(.valueError, "string argument should contain only ASCII characters") }
            return try body(BytePointer(StrObject.data(value).assumingMemoryBound(to: UInt8.self)), StrObject.length(value))
        }
        guard Buffers.isExporter(value) else {
            throw raise(.typeError, "argument should be bytes, buffer or ASCII string, not '\(value.type.name)'")
        }
        let view = try BytesView(value)
        return try body(view.bytes, view.count)
    }
}

/// CRCs.
enum Checksums {
    /// The argument that a checksum goes on from: any int, of which 32 bits count.
    static func start(_ value: Value) throws(Raised) -> UInt32 {
        if value.isSmallInt { return UInt32(truncatingIfNeeded: value.smallInt) }
        let index = try Index.object(value)
        return UInt32(truncatingIfNeeded: IntObject.truncatedWord(index.value))
    }

    static func crcHQX(_ bytes: BytePointer, _ count: Int, _ start: UInt16) -> UInt16 {
        var crc = start
        for index in 0..<count {
            crc ^= UInt16(bytes[index]) << 8
            for _ in 0..<8 { crc = crc & 0x8000 != 0 ? crc << 1 ^ 0x1021 : crc << 1 }
        }
        return crc
    }
}
