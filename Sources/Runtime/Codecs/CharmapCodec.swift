// Encodings given by a table: most of the package `encodings`.

import CPythonABI

public enum CharmapCodec {
    private static let undefined: StaticString = "character maps to <undefined>"

    /// Decodes by a str of up to 256 characters (U+FFFE: undefined) or a mapping of ints to ints, strs or None.
    public static func decode(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ errors: Value, _ table: Value) throws(Raised) -> Ref {
        var builder = StrBuilder(capacity: count)
        var failures = DecodeErrors("charmap", errors, bytes, count)
        let isText = StrObject.isExact(table)
        var position = 0
        while position < count {
            let byte = bytes[position]
            if isText {
                let code = Int(byte) < StrObject.length(table) ? StrObject.character(table, Int(byte)) : 0xFFFE
                if code != 0xFFFE {
                    try builder.append(code)
                    position &+= 1
                    continue
                }
            } else {
                let mapped = try lookup(table, UInt32(byte))
                let value = mapped.value
                if StrObject.isInstance(value) {
                    if !(StrObject.length(value) == 1 && StrObject.character(value, 0) == 0xFFFE) {
                        try builder.append(value)
                        position &+= 1
                        continue
                    }
                } else if IntObject.isInstance(value) {
                    guard let code = IntView(value).int, code >= 0, code <= 0x10FFFF else {
                        throw raise(.typeError, "character mapping must be in range(0x110000)")
                    }
                    if code != 0xFFFE {
                        try builder.append(UInt32(code))
                        position &+= 1
                        continue
                    }
                } else if !value.isNull && !value.isNone {
                    throw raise(.typeError, "character mapping must return integer, None or str")
                }
            }
            position = try failures.handle(position, position &+ 1, undefined, &builder)
        }
        return try builder.finish()
    }
    /// table[code]; null where there is nothing.
    private static func lookup(_ table: Value, _ code: UInt32) throws(Raised) -> Ref {
        do throws(Raised) { return try Sequences.get(table, Value(smallInt: Int(code))) } catch {
            if PendingException.clear(if: .lookupError) { return .null }
            throw error
        }
    }
    /// Writes what the table has for a character; false if it has nothing.
    private static func put(_ code: UInt32, _ table: Value, _ builder: inout StrBuilder) throws(Raised) -> Bool {
        let mapped = try lookup(table, code)
        let value = mapped.value
        if value.isNull || value.isNone { return false }
        if IntObject.isInstance(value) {
            guard let byte = IntView(value).int, byte >= 0, byte < 256 else { throw raise(.typeError, "character mapping must be in range(256)") }
            try builder.append(UInt32(byte))
            return true
        }
        if BytesObject.isInstance(value) {
            try builder.append(StrSpan(bytes: UnsafePointer(BytesObject.data(value)), BytesObject.count(value)))
            return true
        }
        throw raise(.typeError, "character mapping must return integer, bytes or None, not \(value.type.name)")
    }
    public static func encode(_ value: Value, _ errors: Value, _ table: Value) throws(Raised) -> Ref {
        let text = StrSpan(value)
        var builder = StrBuilder(capacity: text.count)
        var failures = EncodeErrors("charmap", errors, value)
        var position = 0
        while position < text.count {
            if try put(text[position], table, &builder) {
                position &+= 1
                continue
            }
            var end = position &+ 1
            while end < text.count {
                let next = try lookup(table, text[end])
                if !next.isNull && !next.value.isNone { break }
                end &+= 1
            }
            let replacement = try failures.handle(position, end, undefined)
            let given = replacement.value.value
            if BytesObject.isInstance(given) {
                try builder.append(StrSpan(bytes: UnsafePointer(BytesObject.data(given)), BytesObject.count(given)))
            } else if !given.isNull {
                for index in 0..<StrObject.length(given) where try !put(StrObject.character(given, index), table, &builder) {
                    throw try failures.failed(position, end, undefined)
                }
            }
            position = replacement.position
        }
        return try builder.finishBytes()
    }
    /// The encoding table that belongs to a decoding table: each character to its number.
    public static func build(_ table: Value) throws(Raised) -> Ref {
        let result = DictObject.make()
        for index in 0..<min(StrObject.length(table), 256) {
            try DictObject.set(result.value, Value(smallInt: Int(StrObject.character(table, index))), Value(smallInt: index))
        }
        return result
    }
}

/// The escapes of bytes literals: what pickles of protocol 0 use.
public enum EscapeBytes {
    public static func encode(_ text: UnsafePointer<UInt8>, _ count: Int) throws(Raised) -> Ref {
        var builder = StrBuilder(capacity: count)
        for index in 0..<count {
            let byte = UInt32(text[index])
            switch byte {
            case 39, 92:
                try builder.append(92)
                try builder.append(byte)
            case 9: try builder.append("\\t")
            case 10: try builder.append("\\n")
            case 13: try builder.append("\\r")
            case 32..<127: try builder.append(byte)
            default: try StrRepr.escape(byte, &builder)
            }
        }
        return try builder.finishBytes()
    }
    public static func decode(_ text: UnsafePointer<UInt8>, _ count: Int, _ errors: Value) throws(Raised) -> Ref {
        var builder = StrBuilder(capacity: count)
        var position = 0
        while position < count {
            let byte = text[position]
            position &+= 1
            if byte != 92 {
                try builder.append(UInt32(byte))
                continue
            }
            if position >= count { throw raise(.valueError, "Trailing \\ in string") }
            let letter = text[position]
            position &+= 1
            switch letter {
            case 10: break
            case 92, 39, 34: try builder.append(UInt32(letter))
            case 97: try builder.append(7)
            case 98: try builder.append(8)
            case 102: try builder.append(12)
            case 110: try builder.append(10)
            case 114: try builder.append(13)
            case 116: try builder.append(9)
            case 118: try builder.append(11)
            case 48...55:
                var value = UInt32(letter &- 48)
                for _ in 0..<2 where position < count && text[position] &- 48 < 8 {
                    value = value &<< 3 | UInt32(text[position] &- 48)
                    position &+= 1
                }
                if value > 0o377 { try EscapeWarnings.octal(value) }
                try builder.append(value & 0xFF)
            case 120:
                if position &+ 1 < count, let high = ByteHex.digit(UInt32(text[position])), let low = ByteHex.digit(UInt32(text[position &+ 1])) {
                    try builder.append(UInt32(high &<< 4 | low))
                    position &+= 2
                    continue
                }
                switch ErrorMode.named(errors) {
                case .strict: throw raise(.valueError, "invalid \\x escape at position \(position - 2)")
                case .replace: try builder.append(63)
                case .ignore: break
                default: throw raise(.valueError, "decoding error; unknown error handling code: \(Runtime.text(errors))")
                }
                if position < count && ByteHex.digit(UInt32(text[position])) != nil { position &+= 1 }
            default:
                try EscapeWarnings.letter(letter)
                try builder.append(92)
                try builder.append(UInt32(letter))
            }
        }
        return try builder.finishBytes()
    }
}
