// Encoding and decoding by name: what str.encode, bytes.decode and str(bytes, encoding) do.

import CPythonABI

public enum Codecs {
    /// The encodings that are built in.
    public enum Standard: Sendable {
        case utf8, utf8Signature, ascii, latin1
        case utf16, utf16Little, utf16Big, utf32, utf32Little, utf32Big
        case unicodeEscape, rawUnicodeEscape

        /// Whether CPython has it from the registry, whose errors name the codec.
        var isRegistered: Bool {
            switch self {
            case .utf8, .ascii, .latin1, .utf16, .utf32: false
            default: true
            }
        }
    }

    /// The built-in encoding of a name; nil for one of the registry's.
    public static func standard(_ name: Value) -> Standard? {
        let text = StrSpan(name)
        if text.count > 24 || !StrObject.isASCII(name) { return nil }
        // Lower case, with `_` for every run of other characters.
        var room = InlineArray<24, UInt8>(repeating: 0)
        var length = 0
        var gap = false
        for index in 0..<text.count {
            let byte = text.bytes[index]
            let isLetter = (byte | 32) &- 97 < 26
            if isLetter || byte &- 48 < 10 || byte == 46 {
                if gap && length > 0 {
                    room[length] = 95
                    length &+= 1
                }
                gap = false
                if length >= 24 { return nil }
                room[length] = isLetter ? byte | 32 : byte
                length &+= 1
            } else {
                gap = true
            }
            if length >= 23 { return nil }
        }
        func named(_ literal: StaticString) -> Bool {
            if literal.utf8CodeUnitCount != length { return false }
            for index in 0..<length where literal.utf8Start[index] != room[index] { return false }
            return true
        }
        switch room[0] {
        case 117:  // u
            if named("utf_8") || named("utf8") || named("u8") { return .utf8 }
            if named("us_ascii") { return .ascii }
            if named("utf_8_sig") { return .utf8Signature }
            if named("utf_16") || named("utf16") || named("u16") { return .utf16 }
            if named("utf_16_le") || named("utf_16le") || named("utf16_le") { return .utf16Little }
            if named("utf_16_be") || named("utf_16be") || named("utf16_be") { return .utf16Big }
            if named("utf_32") || named("utf32") || named("u32") { return .utf32 }
            if named("utf_32_le") || named("utf_32le") || named("utf32_le") { return .utf32Little }
            if named("utf_32_be") || named("utf_32be") || named("utf32_be") { return .utf32Big }
            if named("unicode_escape") { return .unicodeEscape }
        case 97: if named("ascii") { return .ascii }
        case 108: if named("latin_1") || named("latin1") || named("latin") { return .latin1 }
        case 105: if named("iso_8859_1") || named("iso8859_1") { return .latin1 }
        case 114: if named("raw_unicode_escape") { return .rawUnicodeEscape }
        default: break
        }
        return nil
    }

    /// Refuses surrogates in the name of an encoding, which is UTF-8 for C.
    @inline(__always) private static func checkName(_ name: Value) throws(Raised) {
        if !StrObject.isASCII(name) { _ = try UTF8Codec.encode(name, .null).isNull }
    }

    /// In development mode encodings and error handlers must be there even where they are not needed.
    private static func checkNames(_ encoding: Value, _ errors: Value) throws(Raised) {
        if Finalization.isFinalizing { return }
        if !encoding.isNull, standard(encoding) == nil { _ = try CodecRegistry.lookup(encoding).isNull }
        if !errors.isNull, !errors.isNone { _ = try ErrorHandlers.lookup(errors).isNull }
    }

    /// str.encode. Null arguments are absent: UTF-8, strict.
    public static func encode(_ value: Value, _ encoding: Value, _ errors: Value) throws(Raised) -> Ref {
        if Configuration.current.devMode { try checkNames(encoding, errors) }
        if encoding.isNull { return try UTF8Codec.encode(value, errors) }
        try checkName(encoding)
        guard let standard = standard(encoding) else { return try CodecRegistry.encodeText(value, encoding, errors) }
        do throws(Raised) { return try encode(value, standard, errors) } catch {
            if standard.isRegistered { CodecFailures.name("encoding", encoding) }
            throw error
        }
    }
    public static func encode(_ value: Value, _ encoding: Standard, _ errors: Value) throws(Raised) -> Ref {
        switch encoding {
        case .utf8: return try UTF8Codec.encode(value, errors)
        case .utf8Signature:
            let body = try UTF8Codec.encode(value, errors)
            let mark = try BytesObject.allocate(3)
            let bytes = BytesObject.data(mark.value)
            (bytes[0], bytes[1], bytes[2]) = (0xEF, 0xBB, 0xBF)
            return try BytesType.concat(mark.value, body.value)
        case .ascii: return try NarrowCodecs.encode(value, errors, limit: 0x80)
        case .latin1: return try NarrowCodecs.encode(value, errors, limit: 0x100)
        case .utf16: return try WideCodecs.encode(value, errors, width: 2, .native)
        case .utf16Little: return try WideCodecs.encode(value, errors, width: 2, .little)
        case .utf16Big: return try WideCodecs.encode(value, errors, width: 2, .big)
        case .utf32: return try WideCodecs.encode(value, errors, width: 4, .native)
        case .utf32Little: return try WideCodecs.encode(value, errors, width: 4, .little)
        case .utf32Big: return try WideCodecs.encode(value, errors, width: 4, .big)
        case .unicodeEscape: return try EscapeCodecs.encode(value)
        case .rawUnicodeEscape: return try EscapeCodecs.encodeRaw(value)
        }
    }

    /// bytes.decode, for bytes, bytearrays and anything that exports a buffer.
    public static func decode(_ value: Value, _ encoding: Value, _ errors: Value) throws(Raised) -> Ref {
        if Configuration.current.devMode { try checkNames(encoding, errors) }
        if !encoding.isNull { try checkName(encoding) }
        guard let standard = encoding.isNull ? .utf8 : standard(encoding) else {
            if BytesObject.isInstance(value) || ByteArrayObject.isInstance(value), ByteText(value).count == 0 { return StrObject.empty }
            return try CodecRegistry.decodeText(value, encoding, errors)
        }
        let view = try BytesView(value)
        var consumed = 0
        do throws(Raised) { return try decode(view.bytes, view.count, standard, errors, consumed: &consumed) } catch {
            if standard.isRegistered { CodecFailures.name("decoding", encoding) }
            throw error
        }
    }
    public static func decode(
        _ bytes: UnsafePointer<UInt8>, _ count: Int, _ encoding: Standard, _ errors: Value, final: Bool = true, consumed: inout Int
    ) throws(Raised) -> Ref {
        consumed = count
        var order = WideCodecs.Order.native
        switch encoding {
        case .utf8: return try UTF8Codec.decode(bytes, count, errors, final: final, consumed: &consumed)
        case .utf8Signature:
            let skip = count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
            let result = try UTF8Codec.decode(bytes + skip, count - skip, errors, final: final, consumed: &consumed)
            consumed += skip
            return result
        case .ascii: return try NarrowCodecs.decodeASCII(bytes, count, errors)
        case .latin1: return try NarrowCodecs.decodeLatin1(bytes, count)
        case .utf16: return try WideCodecs.decode(bytes, count, errors, width: 2, &order, final: final, consumed: &consumed)
        case .utf16Little:
            order = .little
            return try WideCodecs.decode(bytes, count, errors, width: 2, &order, final: final, consumed: &consumed)
        case .utf16Big:
            order = .big
            return try WideCodecs.decode(bytes, count, errors, width: 2, &order, final: final, consumed: &consumed)
        case .utf32: return try WideCodecs.decode(bytes, count, errors, width: 4, &order, final: final, consumed: &consumed)
        case .utf32Little:
            order = .little
            return try WideCodecs.decode(bytes, count, errors, width: 4, &order, final: final, consumed: &consumed)
        case .utf32Big:
            order = .big
            return try WideCodecs.decode(bytes, count, errors, width: 4, &order, final: final, consumed: &consumed)
        case .unicodeEscape: return try EscapeCodecs.decode(bytes, count, errors, final: final, consumed: &consumed)
        case .rawUnicodeEscape: return try EscapeCodecs.decodeRaw(bytes, count, errors, final: final, consumed: &consumed)
        }
    }
    /// str(object, encoding, errors)
    static func decodeObject(_ object: Value, _ encoding: Value, _ errors: Value) throws(Raised) -> Ref {
        if StrObject.isInstance(object) { throw raise(.typeError, "decoding str is not supported") }
        if !Buffers.isExporter(object) {
            throw raise(.typeError, "decoding to str: need a bytes-like object, \(object.type.name) found")
        }
        return try decode(object, encoding, errors)
    }
}
