// Codecs by table: codecs.charmap_encode, charmap_decode, charmap_build.

import CPythonABI

public enum CharmapCodec {
    private static let undefined: StaticString = "character maps to <undefined>"

    // MARK: Decoding

    /// `mapping` is a str indexed by byte, or anything that is subscripted by int; null for Latin-1.
    public static func decode(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ errors: Value, _ mapping: Value) throws(Raised) -> Ref {
        if mapping.isNull { return try NarrowCodecs.decodeLatin1(bytes, count) }
        var builder = StrBuilder(capacity: count)
        var failures = DecodeErrors("charmap", errors, bytes, count)
        // An error handler may put other bytes in place of these.
        var (bytes, count) = (bytes, count)
        var position = 0
        let table = StrObject.isInstance(mapping) ? StrObject.length(mapping) : -1
        while position < count {
            let byte = Int(bytes[position])
            if table >= 0 {
                if byte < table {
                    let code = StrObject.character(mapping, byte)
                    if code != 0xFFFE {
                        try builder.append(code)
                        position += 1
                        continue
                    }
                }
            } else if try append(mapping, byte, &builder) {
                position += 1
                continue
            }
            position = try failures.handle(&bytes, &count, position, position + 1, undefined, &builder)
        }
        return try builder.finish()
    }
    /// Appends what a mapping has for a byte; false if that is nothing.
    private static func append(_ mapping: Value, _ byte: Int, _ builder: inout StrBuilder) throws(Raised) -> Bool {
        let item = try lookup(mapping, byte)
        if item.isNull || item.value.isNone { return false }
        if IntObject.isInstance(item.value) {
            guard let code = IntView(item.value).int, code >= 0, code <= 0x10FFFF else {
                throw raise(.typeError, "character mapping must be in range(0x110000)")
            }
            if code == 0xFFFE { return false }
            try builder.append(UInt32(code))
            return true
        }
        guard StrObject.isInstance(item.value) else { throw raise(.typeError, "character mapping must return integer, None or str") }
        if StrObject.length(item.value) == 1 && StrObject.character(item.value, 0) == 0xFFFE { return false }
        try builder.append(item.value)
        return true
    }
    /// mapping[code], null if there is no such entry.
    private static func lookup(_ mapping: Value, _ code: Int) throws(Raised) -> Ref {
        do throws(Raised) { return try Sequences.get(mapping, Value(smallInt: code)) } catch {
            guard PendingException.clear(if: .lookupError) else { throw error }
            return .null
        }
    }

    // MARK: Encoding

    /// `mapping` is an EncodingMap or anything that is subscripted by int; null for Latin-1.
    public static func encode(_ value: Value, _ errors: Value, _ mapping: Value) throws(Raised) -> Ref {
        if mapping.isNull { return try NarrowCodecs.encode(value, errors, limit: 0x100) }
        let count = StrObject.length(value)
        var builder = StrBuilder(capacity: count)
        var failures = EncodeErrors("charmap", errors, value)
        var position = 0
        while position < count {
            if try append(mapping, StrObject.character(value, position), &builder) {
                position += 1
                continue
            }
            // All that cannot be encoded in a row makes one error.
            var end = position + 1
            while end < count {
                var trial = StrBuilder()
                if try append(mapping, StrObject.character(value, end), &trial) { break }
                end += 1
            }
            let replacement = try failures.handle(position, end, undefined)
            let given = replacement.value.value
            if !given.isNull {
                if BytesObject.isInstance(given) {
                    for index in 0..<BytesObject.count(given) { try builder.append(UInt32(BytesObject.data(given)[index])) }
                } else {
                    for index in 0..<StrObject.length(given) {
                        if try !append(mapping, StrObject.character(given, index), &builder) { throw try failures.failed(position, end, undefined) }
                    }
                }
            }
            position = replacement.position
        }
        return try builder.finishBytes()
    }
    private static func append(_ mapping: Value, _ code: UInt32, _ builder: inout StrBuilder) throws(Raised) -> Bool {
        if EncodingMap.isInstance(mapping) {
            let byte = EncodingMap.byte(mapping, code)
            if byte < 0 { return false }
            try builder.append(UInt32(byte))
            return true
        }
        let item = try lookup(mapping, Int(code))
        if item.isNull || item.value.isNone { return false }
        if IntObject.isInstance(item.value) {
            guard let byte = IntView(item.value).int, byte >= 0, byte < 256 else { throw raise(.typeError, "character mapping must be in range(256)") }
            try builder.append(UInt32(byte))
            return true
        }
        guard BytesObject.isInstance(item.value) else {
            throw raise(.typeError, "character mapping must return integer, bytes or None, not \(item.value.type.name)")
        }
        for index in 0..<BytesObject.count(item.value) { try builder.append(UInt32(BytesObject.data(item.value)[index])) }
        return true
    }

    /// codecs.charmap_build: the inverse of a decoding table.
    public static func build(_ table: Value) throws(Raised) -> Ref {
        let count = min(StrObject.length(table), 256)
        var fits = count > 0 && StrObject.character(table, 0) == 0
        for index in 1..<max(count, 1) {
            let code = StrObject.character(table, index)
            if code == 0 || code > 0xFFFF { fits = false }
        }
        if fits { return try EncodingMap.make(table, count) }
        let dict = DictObject.make()
        for index in 0..<count {
            try DictObject.set(dict.value, Value(smallInt: Int(StrObject.character(table, index))), Value(smallInt: index))
        }
        return dict
    }
}

/// What charmap_build makes of a table within the basic plane: a table of pages. Field 0 holds bytes: the number of each page's block (0 for
/// none), then the blocks.
public enum EncodingMap {
    nonisolated(unsafe) private static let type = FieldObject.type("EncodingMap", fields: 1, [.hidden]) { type in
        type.method("size", .noArguments({ (self) throws(Raised) -> Ref in IntObject.make(32 + BytesObject.count(Fields(self)[0])) }))
    }
    static func isInstance(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type == type }

    static func byte(_ map: Value, _ code: UInt32) -> Int {
        if code == 0 { return 0 }
        if code > 0xFFFF { return -1 }
        let table = BytesObject.data(Fields(map)[0])
        let block = Int(table[Int(code >> 8)])
        if block == 0 { return -1 }
        let byte = Int(table[block * 256 + Int(code & 0xFF)])
        return byte == 0 ? -1 : byte
    }
    static func make(_ decoding: Value, _ count: Int) throws(Raised) -> Ref {
        var pages = [UInt8](repeating: 0, count: 256)
        var blocks = [UInt8]()
        for index in 1..<max(count, 1) {
            let code = StrObject.character(decoding, index)
            if code == 0xFFFE { continue }
            let page = Int(code >> 8)
            if pages[page] == 0 {
                // 255 characters can lie in 255 pages at most.
                pages[page] = UInt8(blocks.count / 256 + 1)
                blocks.append(contentsOf: [UInt8](repeating: 0, count: 256))
            }
            blocks[(Int(pages[page]) - 1) * 256 + Int(code & 0xFF)] = UInt8(index)
        }
        pages.append(contentsOf: blocks)
        let object = try FieldObject.make(type)
        Fields(object.value).set(0, try BytesObject.make(pages, pages.count))
        return object
    }
}
