// UTF-7 (RFC 2152): ASCII, with runs of other characters as base 64 of UTF-16 between "+" and "-".

import CPythonABI

public enum UTF7Codec {
    private static func digit(_ byte: UInt32) -> UInt32? {
        switch byte {
        case 65...90: return byte - 65
        case 97...122: return byte - 71
        case 48...57: return byte + 4
        case 43: return 62
        case 47: return 63
        default: return nil
        }
    }
    private static func letter(_ value: UInt32) -> UInt32 {
        switch value & 63 {
        case 0..<26: return 65 + (value & 63)
        case 26..<52: return 71 + (value & 63)
        case 52..<62: return (value & 63) - 4
        case 62: return 43
        default: return 47
        }
    }
    /// Whether a character stands for itself.
    private static func isDirect(_ code: UInt32) -> Bool {
        code >= 32 && code < 127 && code != 43 && code != 92 && code != 126 || code == 9 || code == 10 || code == 13
    }

    public static func encode(_ value: Value) throws(Raised) -> Ref {
        var builder = StrBuilder(capacity: StrObject.length(value))
        var inShift = false
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        for index in 0..<StrObject.length(value) {
            let code = StrObject.character(value, index)
            if inShift && isDirect(code) {
                if bits > 0 { try builder.append(letter(buffer << (6 - bits))) }
                (buffer, bits, inShift) = (0, 0, false)
                if digit(code) != nil || code == 45 { try builder.append(45) }
                try builder.append(code)
                continue
            }
            if !inShift {
                if code == 43 {
                    try builder.append("+-")
                    continue
                }
                if isDirect(code) {
                    try builder.append(code)
                    continue
                }
                try builder.append(43)
                inShift = true
            }
            if code >= 0x10000 {
                try put(0xD7C0 + code >> 10, &buffer, &bits, &builder)
                try put(0xDC00 | code & 0x3FF, &buffer, &bits, &builder)
            } else {
                try put(code, &buffer, &bits, &builder)
            }
        }
        if bits > 0 { try builder.append(letter(buffer << (6 - bits))) }
        if inShift { try builder.append(45) }
        return try builder.finishBytes()
    }

    /// Writes 16 bits, as far as they fill digits.
    private static func put(_ unit: UInt32, _ buffer: inout UInt32, _ bits: inout UInt32, _ builder: inout StrBuilder) throws(Raised) {
        buffer = buffer << 16 | unit
        bits += 16
        while bits >= 6 {
            try builder.append(letter(buffer >> (bits - 6)))
            bits -= 6
        }
        buffer &= (1 << bits) - 1
    }

    public static func decode(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ errors: Value, final: Bool, consumed: inout Int) throws(Raised) -> Ref {
        var builder = StrBuilder(capacity: count)
        var failures = DecodeErrors("utf7", errors, bytes, count)
        // An error handler may put other bytes in place of these.
        var (bytes, count) = (bytes, count)
        var position = 0
        var inShift = false
        var shiftStart = 0
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        var high: UInt32 = 0
        /// Length of the text when the present shift began: an incomplete one is given back.
        var lengthAtShift = 0
        consumed = count
        while position < count {
            let byte = UInt32(bytes[position])
            if inShift {
                if let value = digit(byte) {
                    buffer = buffer << 6 | value
                    bits += 6
                    position += 1
                    if bits >= 16 {
                        let unit = buffer >> (bits - 16) & 0xFFFF
                        bits -= 16
                        buffer &= (1 << bits) - 1
                        if high != 0 {
                            if unit & 0xFC00 == 0xDC00 {
                                try builder.append(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00))
                                high = 0
                                continue
                            }
                            try builder.append(high)
                            high = 0
                        }
                        if unit & 0xFC00 == 0xD800 { high = unit } else { try builder.append(unit) }
                    }
                    continue
                }
                // The end of the shift.
                inShift = false
                let (pending, rest) = (bits, buffer)
                (buffer, bits) = (0, 0)
                if pending >= 6 {
                    position = try failures.handle(&bytes, &count, shiftStart, position + 1, "partial character in base64 sequence", &builder)
                    continue
                }
                if rest != 0 {
                    position = try failures.handle(&bytes, &count, shiftStart, position + 1, "non-zero padding bits in base64 sequence", &builder)
                    continue
                }
                if high != 0 && byte < 128 { try builder.append(high) }
                high = 0
                if byte == 45 { position += 1 }
                continue
            }
            if byte == 43 {
                shiftStart = position
                position += 1
                if position >= count {
                    inShift = true
                    lengthAtShift = builder.count
                    break
                }
                if bytes[position] == 45 {
                    position += 1
                    try builder.append(43)
                } else if digit(UInt32(bytes[position])) == nil {
                    position = try failures.handle(&bytes, &count, shiftStart, position + 1, "ill-formed sequence", &builder)
                } else {
                    inShift = true
                    lengthAtShift = builder.count
                    (buffer, bits, high) = (0, 0, 0)
                }
                continue
            }
            if byte < 128 {
                try builder.append(byte)
                position += 1
                continue
            }
            position = try failures.handle(&bytes, &count, position, position + 1, "unexpected special character", &builder)
        }
        if inShift {
            if !final {
                builder.drop(builder.count - lengthAtShift)
                consumed = shiftStart
            } else if high != 0 || bits >= 6 || (bits > 0 && buffer != 0) {
                _ = try failures.handle(&bytes, &count, shiftStart, count, "unterminated shift sequence", &builder)
            }
        }
        return try builder.finish()
    }
}
