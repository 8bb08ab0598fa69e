// unicode_escape and raw_unicode_escape: Latin-1 with the escapes of Python's string literals.

import CPythonABI
import UnicodeData

public enum EscapeCodecs {
    public static func encode(_ value: Value) throws(Raised) -> Ref {
        let text = StrSpan(value)
        var builder = StrBuilder(capacity: text.count)
        for index in 0..<text.count {
            let code = text[index]
            switch code {
            case 92: try builder.append("\\\\")
            case 9: try builder.append("\\t")
            case 10: try builder.append("\\n")
            case 13: try builder.append("\\r")
            case 32..<127: try builder.append(code)
            default: try StrRepr.escape(code, &builder)
            }
        }
        return try builder.finishBytes()
    }
    public static func encodeRaw(_ value: Value) throws(Raised) -> Ref {
        let text = StrSpan(value)
        if text.kind == .one { return try BytesObject.make(text.bytes, text.count) }
        var builder = StrBuilder(capacity: text.count)
        for index in 0..<text.count {
            let code = text[index]
            if code < 0x100 { try builder.append(code) } else { try StrRepr.escape(code, &builder) }
        }
        return try builder.finishBytes()
    }

    /// The value of up to `digits` hexadecimal digits; `position` moves behind those that are there. Nil if some are missing.
    private static func hexadecimal(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ position: inout Int, _ digits: Int) -> UInt32? {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard position < count, let digit = ByteHex.digit(UInt32(bytes[position])) else { return nil }
            value = value &<< 4 | UInt32(digit)
            position &+= 1
        }
        return value
    }

    public static func decode(
        _ bytes: UnsafePointer<UInt8>, _ count: Int, _ errors: Value, final: Bool = true, consumed: inout Int
    ) throws(Raised) -> Ref {
        consumed = count
        var builder = StrBuilder(capacity: count)
        var failures = DecodeErrors("unicodeescape", errors, bytes, count)
        // An error handler may put other bytes in place of these.
        var (bytes, count) = (bytes, count)
        var position = 0
        while position < count {
            let byte = bytes[position]
            if byte != 92 {
                try builder.append(UInt32(byte))
                position &+= 1
                continue
            }
            let start = position
            position &+= 1
            if position >= count {
                if !final {
                    consumed = start
                    break
                }
                position = try failures.handle(&bytes, &count, start, count, "\\ at end of string", &builder)
                continue
            }
            let letter = bytes[position]
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
                for _ in 0..<2 where position < count && bytes[position] &- 48 < 8 {
                    value = value &<< 3 | UInt32(bytes[position] &- 48)
                    position &+= 1
                }
                if value > 0o377 { try EscapeWarnings.octal(value) }
                try builder.append(value)
            case 120, 117, 85:
                let digits = letter == 120 ? 2 : letter == 117 ? 4 : 8
                let reason: StaticString =
                    letter == 120 ? "truncated \\xXX escape" : letter == 117 ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape"
                guard let code = hexadecimal(bytes, count, &position, digits) else {
                    if !final && position >= count {
                        consumed = start
                        return try builder.finish()
                    }
                    position = try failures.handle(&bytes, &count, start, position, reason, &builder)
                    continue
                }
                if code > 0x10FFFF {
                    position = try failures.handle(&bytes, &count, start, position, "illegal Unicode character", &builder)
                    continue
                }
                try builder.append(code)
            case 78:
                guard position < count, bytes[position] == 123 else {
                    if !final && position >= count {
                        consumed = start
                        return try builder.finish()
                    }
                    position = try failures.handle(&bytes, &count, start, position, "malformed \\N character escape", &builder)
                    continue
                }
                var end = position &+ 1
                while end < count && bytes[end] != 125 { end &+= 1 }
                if end >= count || end == position &+ 1 {
                    if !final && end >= count {
                        consumed = start
                        return try builder.finish()
                    }
                    position = try failures.handle(&bytes, &count, start, end < count ? end &+ 1 : end, "malformed \\N character escape", &builder)
                    continue
                }
                if case .character(let code) = UnicodeNames.lookup(bytes + position + 1, end &- position &- 1, sequences: false) {
                    try builder.append(code)
                    position = end &+ 1
                } else {
                    position = try failures.handle(&bytes, &count, start, end &+ 1, "unknown Unicode character name", &builder)
                }
            default:
                try EscapeWarnings.letter(letter)
                try builder.append(92)
                try builder.append(UInt32(letter))
            }
        }
        return try builder.finish()
    }

    public static func decodeRaw(
        _ bytes: UnsafePointer<UInt8>, _ count: Int, _ errors: Value, final: Bool = true, consumed: inout Int
    ) throws(Raised) -> Ref {
        consumed = count
        var builder = StrBuilder(capacity: count)
        var failures = DecodeErrors("rawunicodeescape", errors, bytes, count)
        // An error handler may put other bytes in place of these.
        var (bytes, count) = (bytes, count)
        var position = 0
        while position < count {
            let byte = bytes[position]
            if byte != 92 {
                try builder.append(UInt32(byte))
                position &+= 1
                continue
            }
            let start = position
            if position &+ 1 >= count {
                if !final {
                    consumed = start
                    break
                }
                try builder.append(92)
                position &+= 1
                continue
            }
            let letter = bytes[position &+ 1]
            position &+= 2
            if letter != 117 && letter != 85 {
                try builder.append(92)
                try builder.append(UInt32(letter))
                continue
            }
            guard let code = hexadecimal(bytes, count, &position, letter == 117 ? 4 : 8) else {
                if !final && position >= count {
                    consumed = start
                    return try builder.finish()
                }
                position = try failures.handle(&bytes, &count, start, position, letter == 117 ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape", &builder)
                continue
            }
            if code > 0x10FFFF {
                position = try failures.handle(&bytes, &count, start, position, "\\Uxxxxxxxx out of range", &builder)
                continue
            }
            try builder.append(code)
        }
        return try builder.finish()
    }
}

/// DeprecationWarning for escapes that mean nothing.
enum EscapeWarnings {
    static func letter(_ letter: UInt8) throws(Raised) {
        try Warnings.warn(.deprecationWarning, "invalid escape sequence '\\\(UnicodeScalar(letter))'")
    }
    static func octal(_ value: UInt32) throws(Raised) {
        try Warnings.warn(.deprecationWarning, "invalid octal escape sequence '\\\(String(value, radix: 8))'")
    }
}
