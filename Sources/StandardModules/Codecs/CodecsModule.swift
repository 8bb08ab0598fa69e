// The module _codecs: the registry, and the codecs as functions that give (result, length).

import CPythonABI
import Runtime

enum CodecsModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        CodecsRegistry.add(module)
        addText(module)
        addWide(module)
        addEscapes(module)
        addCharmap(module)
        module.function(
            "readbuffer_encode", .positional(minimum: 1, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                _ = try errors(arguments, "readbuffer_encode")
                if StrObject.isInstance(arguments[0]) {
                    let bytes = try UTF8Codec.encode(arguments[0], .null)
                    return pair(bytes.value, BytesObject.count(bytes.value))
                }
                let view = try BytesView(arguments[0])
                let bytes = try BytesObject.make(view.bytes, view.count)
                return pair(bytes.value, view.count)
            }), "($module, data, errors=None, /)")
    }

    static func pair(_ value: Value, _ count: Int) -> Ref { TupleObject.make(value, Value(smallInt: count)) }

    /// The argument `errors`: null for None and absent.
    static func errors(_ arguments: Arguments, _ function: StaticString) throws(Raised) -> Value {
        let value = arguments[1]
        if value.isNull || value.isNone { return .null }
        guard StrObject.isInstance(value) else { throw raise(.typeError, "\(function)() argument 2 must be str or None, not \(ArgumentTypeName.of(value))") }
        return value
    }
    static func text(_ arguments: Arguments, _ function: StaticString) throws(Raised) -> Value {
        guard StrObject.isInstance(arguments[0]) else {
            throw raise(.typeError, "\(function)() argument 1 must be str, not \(arguments[0].isNone ? "None" : arguments[0].type.name)")
        }
        return arguments[0]
    }

    /// An encoder: str to (bytes, length of the str).
    private static func encoder(
        _ module: ModuleBuilder, _ name: StaticString, _ encode: @escaping (Value, Value) throws(Raised) -> Ref
    ) {
        module.function(
            name, .positional(minimum: 1, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                let text = try text(arguments, name)
                let bytes = try encode(text, try errors(arguments, name))
                return pair(bytes.value, StrObject.length(text))
            }), "($module, str, errors=None, /)")
    }
    /// A decoder of whole input: bytes to (str, length of the bytes).
    private static func decoder(_ module: ModuleBuilder, _ name: StaticString, _ encoding: Codecs.Standard) {
        module.function(
            name, .positional(minimum: 1, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                let errors = try errors(arguments, name)
                let view = try BytesView(arguments[0])
                var consumed = 0
                let text = try Codecs.decode(view.bytes, view.count, encoding, errors, consumed: &consumed)
                return pair(text.value, view.count)
            }), "($module, data, errors=None, /)")
    }
    /// A decoder that can stop before an incomplete character: bytes to (str, number of bytes used).
    private static func partialDecoder(_ module: ModuleBuilder, _ name: StaticString, _ encoding: Codecs.Standard) {
        module.function(
            name, .positional(minimum: 1, maximum: 3, { (_, arguments) throws(Raised) -> Ref in
                let errors = try errors(arguments, name)
                let final = arguments[2].isNull ? false : try Truth.of(arguments[2])
                let view = try BytesView(arguments[0])
                var consumed = 0
                let text = try Codecs.decode(view.bytes, view.count, encoding, errors, final: final, consumed: &consumed)
                return pair(text.value, consumed)
            }), "($module, data, errors=None, final=False, /)")
    }

    private static func addText(_ module: ModuleBuilder) {
        encoder(module, "utf_8_encode") { (text, errors) throws(Raised) -> Ref in try UTF8Codec.encode(text, errors) }
        encoder(module, "ascii_encode") { (text, errors) throws(Raised) -> Ref in try Codecs.encode(text, .ascii, errors) }
        encoder(module, "latin_1_encode") { (text, errors) throws(Raised) -> Ref in try Codecs.encode(text, .latin1, errors) }
        encoder(module, "utf_7_encode") { (text, _) throws(Raised) -> Ref in try UTF7Codec.encode(text) }
        partialDecoder(module, "utf_8_decode", .utf8)
        decoder(module, "ascii_decode", .ascii)
        decoder(module, "latin_1_decode", .latin1)
        module.function(
            "utf_7_decode", .positional(minimum: 1, maximum: 3, { (_, arguments) throws(Raised) -> Ref in
                let errors = try errors(arguments, "utf_7_decode")
                let final = arguments[2].isNull ? false : try Truth.of(arguments[2])
                let view = try BytesView(arguments[0])
                var consumed = 0
                let text = try UTF7Codec.decode(view.bytes, view.count, errors, final: final, consumed: &consumed)
                return pair(text.value, consumed)
            }), "($module, data, errors=None, final=False, /)")
    }

    private static func addWide(_ module: ModuleBuilder) {
        encoder(module, "utf_16_le_encode") { (text, errors) throws(Raised) -> Ref in try Codecs.encode(text, .utf16Little, errors) }
        encoder(module, "utf_16_be_encode") { (text, errors) throws(Raised) -> Ref in try Codecs.encode(text, .utf16Big, errors) }
        encoder(module, "utf_32_le_encode") { (text, errors) throws(Raised) -> Ref in try Codecs.encode(text, .utf32Little, errors) }
        encoder(module, "utf_32_be_encode") { (text, errors) throws(Raised) -> Ref in try Codecs.encode(text, .utf32Big, errors) }
        partialDecoder(module, "utf_16_decode", .utf16)
        partialDecoder(module, "utf_16_le_decode", .utf16Little)
        partialDecoder(module, "utf_16_be_decode", .utf16Big)
        partialDecoder(module, "utf_32_decode", .utf32)
        partialDecoder(module, "utf_32_le_decode", .utf32Little)
        partialDecoder(module, "utf_32_be_decode", .utf32Big)
        for (name, decodeName, width) in [("utf_16_encode", "utf_16_ex_decode", 2), ("utf_32_encode", "utf_32_ex_decode", 4)] as [(StaticString, StaticString, Int)] {
            module.function(
                name, .positional(minimum: 1, maximum: 3, { (_, arguments) throws(Raised) -> Ref in
                    let text = try text(arguments, name)
                    let order = try byteOrder(arguments[2])
                    let bytes = try WideCodecs.encode(text, try errors(arguments, name), width: width, order)
                    return pair(bytes.value, StrObject.length(text))
                }), "($module, str, errors=None, byteorder=0, /)")
            module.function(
                decodeName, .positional(minimum: 1, maximum: 4, { (_, arguments) throws(Raised) -> Ref in
                    let errors = try errors(arguments, decodeName)
                    var order = try byteOrder(arguments[2])
                    let final = arguments[3].isNull ? false : try Truth.of(arguments[3])
                    let view = try BytesView(arguments[0])
                    var consumed = 0
                    let text = try WideCodecs.decode(view.bytes, view.count, errors, width: width, &order, final: final, consumed: &consumed)
                    let found = order == .native ? 0 : order == .little ? -1 : 1
                    return TupleObject.make(text.value, Value(smallInt: consumed), Value(smallInt: found))
                }), "($module, data, errors=None, byteorder=0, final=False,\n                 /)")
        }
    }
    private static func byteOrder(_ value: Value) throws(Raised) -> WideCodecs.Order {
        let order = value.isNull ? 0 : try Index.int32(value)
        return order == 0 ? .native : order < 0 ? .little : .big
    }

    private static func addEscapes(_ module: ModuleBuilder) {
        encoder(module, "unicode_escape_encode") { (text, _) throws(Raised) -> Ref in try EscapeCodecs.encode(text) }
        encoder(module, "raw_unicode_escape_encode") { (text, _) throws(Raised) -> Ref in try EscapeCodecs.encodeRaw(text) }
        for (name, encoding) in [("unicode_escape_decode", .unicodeEscape), ("raw_unicode_escape_decode", .rawUnicodeEscape)] as [(StaticString, Codecs.Standard)] {
            module.function(
                name, .positional(minimum: 1, maximum: 3, { (_, arguments) throws(Raised) -> Ref in
                    let errors = try errors(arguments, name)
                    let final = arguments[2].isNull ? true : try Truth.of(arguments[2])
                    let source = try bytesOfText(arguments[0])
                    let view = try BytesView(source.value)
                    var consumed = 0
                    let text = try Codecs.decode(view.bytes, view.count, encoding, errors, final: final, consumed: &consumed)
                    return pair(text.value, consumed)
                }), "($module, data, errors=None, final=True, /)")
        }
        module.function(
            "escape_encode", .positional(minimum: 1, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                guard BytesObject.isInstance(arguments[0]) else {
                    throw raise(.typeError, "escape_encode() argument 1 must be bytes, not \(ArgumentTypeName.of(arguments[0]))")
                }
                return try ByteEscapes.encode(arguments[0])
            }), "($module, data, errors=None, /)")
        module.function(
            "escape_decode", .positional(minimum: 1, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                let errors = try errors(arguments, "escape_decode")
                let source = try bytesOfText(arguments[0])
                return try ByteEscapes.decode(source.value, errors)
            }), "($module, data, errors=None, /)")
    }
    /// Decoders of escapes take a str too, for its UTF-8.
    private static func bytesOfText(_ value: Value) throws(Raised) -> Ref {
        StrObject.isInstance(value) ? try UTF8Codec.encode(value, .null) : Ref(value)
    }

    private static func addCharmap(_ module: ModuleBuilder) {
        module.function(
            "charmap_encode", .positional(minimum: 1, maximum: 3, { (_, arguments) throws(Raised) -> Ref in
                let text = try text(arguments, "charmap_encode")
                let bytes = try CharmapCodec.encode(text, try errors(arguments, "charmap_encode"), arguments[2].isNone ? .null : arguments[2])
                return pair(bytes.value, StrObject.length(text))
            }), "($module, str, errors=None, mapping=None, /)")
        module.function(
            "charmap_decode", .positional(minimum: 1, maximum: 3, { (_, arguments) throws(Raised) -> Ref in
                let errors = try errors(arguments, "charmap_decode")
                let view = try BytesView(arguments[0])
                let text = try CharmapCodec.decode(view.bytes, view.count, errors, arguments[2].isNone ? .null : arguments[2])
                return pair(text.value, view.count)
            }), "($module, data, errors=None, mapping=None, /)")
        module.function(
            "charmap_build", .one({ (_, table) throws(Raised) -> Ref in
                guard StrObject.isInstance(table) else { throw raise(.typeError, "charmap_build() argument must be str, not \(ArgumentTypeName.of(table))") }
                return try CharmapCodec.build(table)
            }), "($module, map, /)")
    }
}

/// The escapes of bytes literals.
enum ByteEscapes {
    static func encode(_ value: Value) throws(Raised) -> Ref {
        let count = BytesObject.count(value)
        var result: [UInt8] = []
        result.reserveCapacity(count)
        let digits: StaticString = "0123456789abcdef"
        for index in 0..<count {
            let byte = BytesObject.data(value)[index]
            switch byte {
            case 39, 92: result += [92, byte]
            case 9: result += [92, 116]
            case 10: result += [92, 110]
            case 13: result += [92, 114]
            case 32..<127: result.append(byte)
            default: result += [92, 120, digits.utf8Start[Int(byte >> 4)], digits.utf8Start[Int(byte & 15)]]
            }
        }
        let bytes = try BytesObject.make(result, result.count)
        return CodecsModule.pair(bytes.value, count)
    }

    static func decode(_ source: Value, _ errors: Value) throws(Raised) -> Ref {
        let view = try BytesView(source)
        let bytes = view.bytes
        let count = view.count
        var result: [UInt8] = []
        result.reserveCapacity(count)
        var position = 0
        while position < count {
            let byte = bytes[position]
            position += 1
            if byte != 92 {
                result.append(byte)
                continue
            }
            if position >= count { throw raise(.valueError, "Trailing \\ in string") }
            let letter = bytes[position]
            position += 1
            switch letter {
            case 10: break
            case 92, 39, 34: result.append(letter)
            case 98: result.append(8)
            case 102: result.append(12)
            case 116: result.append(9)
            case 110: result.append(10)
            case 114: result.append(13)
            case 118: result.append(11)
            case 97: result.append(7)
            case 48...55:
                var value = Int(letter) - 48
                var more = 2
                while more > 0, position < count, bytes[position] & 0xF8 == 48 {
                    value = value * 8 + Int(bytes[position]) - 48
                    position += 1
                    more -= 1
                }
                if value > 255 { try Warnings.warn(.deprecationWarning, "invalid octal escape sequence '\\\(String(value, radix: 8))'") }
                result.append(UInt8(truncatingIfNeeded: value))
            case 120:
                if position + 1 < count, let high = digit(bytes[position]), let low = digit(bytes[position + 1]) {
                    result.append(high << 4 | low)
                    position += 2
                } else {
                    // What is there of the digits goes with the escape.
                    if errors.isNull || StrObject.equals(errors, "strict") {
                        throw raise(.valueError, "invalid \\x escape at position \(position - 2)")
                    }
                    if StrObject.equals(errors, "replace") {
                        result.append(63)
                    } else if !StrObject.equals(errors, "ignore") {
                        throw raise(.valueError, "decoding error; unknown error handling code: \(text(errors))")
                    }
                    if position < count, digit(bytes[position]) != nil { position += 1 }
                }
            default:
                try Warnings.warn(.deprecationWarning, "invalid escape sequence '\\\(Unicode.Scalar(letter))'")
                result += [92, letter]
            }
        }
        let made = try BytesObject.make(result, result.count)
        return CodecsModule.pair(made.value, count)
    }
    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: return byte - 48
        case 65...70: return byte - 55
        case 97...102: return byte - 87
        default: return nil
        }
    }
}
