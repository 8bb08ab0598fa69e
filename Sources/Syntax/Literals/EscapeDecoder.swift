// Backslash escapes of string and bytes literals.

/// Why an escape could not be decoded, in the words of Python's codecs.
struct EscapeFailure {
    var message: String
}

/// What decoding found besides the text.
struct EscapeNotes {
    /// The first escape that means nothing: its offset, for a warning.
    var firstInvalid: Int?
}

enum EscapeDecoder {
    /// Decodes the UTF-8 from `start` to `end` onto `output`.
    ///
    /// Positions in messages count as CPython counts them: its codec reads a copy in which a character beyond ASCII takes ten bytes, and
    /// a backslash before one six.
    static func decodeText(
        _ source: SourceBuffer, _ start: Int, _ end: Int, into output: inout [UInt8], notes: inout EscapeNotes
    ) -> EscapeFailure? {
        let bytes = source.base
        var index = start
        // What has to be added to `index - start` to get the position in CPython's copy.
        var drift = -start
        while index < end {
            let byte = bytes[index]
            if byte != 0x5C {
                output.append(byte)
                if byte >= 0xC0 {
                    var length = 1
                    while index + length < end, bytes[index + length] & 0xC0 == 0x80 {
                        output.append(bytes[index + length])
                        length += 1
                    }
                    drift += 10 - length
                    index += length
                } else {
                    index += 1
                }
                continue
            }
            let escape = index
            index += 1
            if index >= end {
                // Only before a field of an f-string.
                output.append(0x5C)
                return nil
            }
            let letter = bytes[index]
            if letter >= 0x80 {
                output.append(0x5C)
                drift += 5
                continue
            }
            index += 1
            switch letter {
            case 0x0A: break
            case 0x5C, 0x27, 0x22: output.append(letter)
            case 0x61: output.append(7)
            case 0x62: output.append(8)
            case 0x66: output.append(12)
            case 0x6E: output.append(10)
            case 0x72: output.append(13)
            case 0x74: output.append(9)
            case 0x76: output.append(11)
            case 0x30...0x37:
                var value = UInt32(letter - 0x30)
                var digits = 1
                while digits < 3, index < end, bytes[index] &- 0x30 < 8 {
                    value = value * 8 + UInt32(bytes[index] - 0x30)
                    index += 1
                    digits += 1
                }
                if value > 0o377, notes.firstInvalid == nil { notes.firstInvalid = escape }
                appendScalar(value, &output)
            case 0x78, 0x75, 0x55:
                let count = letter == 0x78 ? 2 : letter == 0x75 ? 4 : 8
                var value: UInt32 = 0
                var digits = 0
                while digits < count, index < end, let digit = hexadecimalDigit(bytes[index]) {
                    value = value << 4 | digit
                    index += 1
                    digits += 1
                }
                if digits < count {
                    let name = letter == 0x78 ? "\\xXX" : letter == 0x75 ? "\\uXXXX" : "\\UXXXXXXXX"
                    return EscapeFailure(message: codecError(escape + drift, index - 1 + drift, "truncated \(name) escape"))
                }
                if value > 0x10FFFF {
                    return EscapeFailure(message: codecError(escape + drift, index - 1 + drift, "illegal Unicode character"))
                }
                appendScalar(value, &output)
            case 0x4E:
                var close = index
                var extra = 0
                if close < end, bytes[close] == 0x7B {
                    close += 1
                    while close < end, bytes[close] != 0x7D {
                        if bytes[close] >= 0xC0 {
                            var length = 1
                            while close + length < end, bytes[close + length] & 0xC0 == 0x80 { length += 1 }
                            extra += 10 - length
                            close += length
                        } else {
                            close += 1
                        }
                    }
                    if close < end, close > index + 1 {
                        let name = source.string(from: index + 1, to: close)
                        guard let value = UnicodeHooks.lookupName(name) else {
                            return EscapeFailure(
                                message: codecError(escape + drift, close + drift + extra, "unknown Unicode character name"))
                        }
                        drift += extra
                        appendScalar(value, &output)
                        index = close + 1
                        continue
                    }
                }
                // The error ends where the name stops making sense.
                let last = index < end && bytes[index] == 0x7B ? max(index, close - 1) : index - 1
                return EscapeFailure(
                    message: codecError(escape + drift, last + drift + extra, "malformed \\N character escape"))
            default:
                if notes.firstInvalid == nil { notes.firstInvalid = escape }
                output.append(0x5C)
                output.append(letter)
            }
        }
        return nil
    }

    private static func codecError(_ first: Int, _ last: Int, _ reason: String) -> String {
        if first == last { return "(unicode error) 'unicodeescape' codec can't decode byte 0x5c in position \(first): \(reason)" }
        return "(unicode error) 'unicodeescape' codec can't decode bytes in position \(first)-\(last): \(reason)"
    }

    /// Decodes the escapes of a bytes literal.
    static func decodeBytes(
        _ source: SourceBuffer, _ start: Int, _ end: Int, into output: inout [UInt8], notes: inout EscapeNotes
    ) -> EscapeFailure? {
        let bytes = source.base
        var index = start
        while index < end {
            let byte = bytes[index]
            index += 1
            if byte != 0x5C || index >= end {
                output.append(byte)
                continue
            }
            let escape = index - 1
            let letter = bytes[index]
            index += 1
            switch letter {
            case 0x0A: break
            case 0x5C, 0x27, 0x22: output.append(letter)
            case 0x61: output.append(7)
            case 0x62: output.append(8)
            case 0x66: output.append(12)
            case 0x6E: output.append(10)
            case 0x72: output.append(13)
            case 0x74: output.append(9)
            case 0x76: output.append(11)
            case 0x30...0x37:
                var value = UInt32(letter - 0x30)
                var digits = 1
                while digits < 3, index < end, bytes[index] &- 0x30 < 8 {
                    value = value * 8 + UInt32(bytes[index] - 0x30)
                    index += 1
                    digits += 1
                }
                if value > 0o377, notes.firstInvalid == nil { notes.firstInvalid = escape }
                output.append(UInt8(truncatingIfNeeded: value))
            case 0x78:
                if index + 1 < end, let high = hexadecimalDigit(bytes[index]), let low = hexadecimalDigit(bytes[index + 1]) {
                    output.append(UInt8(high << 4 | low))
                    index += 2
                } else {
                    return EscapeFailure(message: "(value error) invalid \\x escape at position \(escape - start)")
                }
            default:
                if notes.firstInvalid == nil { notes.firstInvalid = escape }
                output.append(0x5C)
                output.append(letter)
            }
        }
        return nil
    }

    @inline(__always) static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
        if byte &- 0x30 < 10 { return UInt32(byte - 0x30) }
        let letter = byte | 0x20
        if letter &- 0x61 < 6 { return UInt32(letter - 0x61 + 10) }
        return nil
    }

    /// Appends a code point, surrogates too.
    static func appendScalar(_ value: UInt32, _ output: inout [UInt8]) {
        if value < 0x80 {
            output.append(UInt8(value))
        } else if value < 0x800 {
            output.append(UInt8(0xC0 | value >> 6))
            output.append(UInt8(0x80 | value & 0x3F))
        } else if value < 0x10000 {
            output.append(UInt8(0xE0 | value >> 12))
            output.append(UInt8(0x80 | value >> 6 & 0x3F))
            output.append(UInt8(0x80 | value & 0x3F))
        } else {
            output.append(UInt8(0xF0 | value >> 18))
            output.append(UInt8(0x80 | value >> 12 & 0x3F))
            output.append(UInt8(0x80 | value >> 6 & 0x3F))
            output.append(UInt8(0x80 | value & 0x3F))
        }
    }
}
