// UTF-8.

import CPythonABI
import Glibc

public enum UTF8Codec {
    // MARK: Decoding

    /// Decodes; `consumed` gets the number of bytes used, which is less than all only if `final` is false and the end is incomplete.
    public static func decode(
        _ bytes: UnsafePointer<UInt8>, _ count: Int, _ errors: Value, final: Bool = true, consumed: inout Int
    ) throws(Raised) -> Ref {
        consumed = count
        let ascii = Characters.asciiPrefix(bytes, count)
        if ascii == count { return try StrObject.make(ascii: bytes, count) }
        if let result = try decodeValid(bytes, count, ascii) { return Ref(owned: result) }
        return try decodeChecked(bytes, count, errors, final, &consumed)
    }

    /// The common case: well-formed text, measured first and then written in its final form. Nil if there is an error.
    private static func decodeValid(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ ascii: Int) throws(Raised) -> Value? {
        var position = ascii
        var length = ascii
        var bound: UInt32 = 0
        while position < count {
            let size = sequence(bytes, position, count)
            if size <= 0 { return nil }
            if size == 1 {
                let run = Characters.asciiPrefix(bytes + position, count &- position)
                position &+= run
                length &+= run
                continue
            }
            bound |= code(bytes + position, size)
            position &+= size
            length &+= 1
        }
        if length == 1 { return StrObject.character(code(bytes, count)).take() }
        let result = try StrObject.allocate(length: length, maximum: bound)
        let data = StrObject.data(result.value)
        switch StrObject.Kind.holding(bound) {
        case .one: fill(bytes, count, data.assumingMemoryBound(to: UInt8.self))
        case .two: fill(bytes, count, data.assumingMemoryBound(to: UInt16.self))
        case .four: fill(bytes, count, data.assumingMemoryBound(to: UInt32.self))
        }
        return result.take()
    }
    @inline(__always) private static func fill<C: FixedWidthInteger>(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ target: UnsafeMutablePointer<C>) {
        var position = 0
        var index = 0
        while position < count {
            let byte = bytes[position]
            if byte < 0x80 {
                target[index] = C(truncatingIfNeeded: byte)
                position &+= 1
            } else {
                let size = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                target[index] = C(truncatingIfNeeded: code(bytes + position, size))
                position &+= size
            }
            index &+= 1
        }
    }
    @inline(__always) private static func code(_ bytes: UnsafePointer<UInt8>, _ size: Int) -> UInt32 {
        switch size {
        case 1: return UInt32(bytes[0])
        case 2: return UInt32(bytes[0] & 0x1F) &<< 6 | UInt32(bytes[1] & 0x3F)
        case 3: return UInt32(bytes[0] & 0x0F) &<< 12 | UInt32(bytes[1] & 0x3F) &<< 6 | UInt32(bytes[2] & 0x3F)
        default:
            return UInt32(bytes[0] & 0x07) &<< 18 | UInt32(bytes[1] & 0x3F) &<< 12 | UInt32(bytes[2] & 0x3F) &<< 6 | UInt32(bytes[3] & 0x3F)
        }
    }

    /// The length of the well-formed sequence at a position. 0: a byte that cannot begin one; -n: the first n bytes are good, then
    /// comes a wrong one; -8 - n: the end comes after n good bytes.
    private static func sequence(_ bytes: UnsafePointer<UInt8>, _ position: Int, _ count: Int) -> Int {
        let first = bytes[position]
        if first < 0x80 { return 1 }
        if first < 0xC2 || first > 0xF4 { return 0 }
        let size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        let rest = count &- position
        if rest < 2 { return -9 }
        let second = bytes[position &+ 1]
        // Overlong forms, surrogates and numbers beyond U+10FFFF show in the second byte.
        let low: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
        let high: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
        if second < low || second > high { return -1 }
        if size == 2 { return 2 }
        if rest < 3 { return -10 }
        if bytes[position &+ 2] & 0xC0 != 0x80 { return -2 }
        if size == 3 { return 3 }
        if rest < 4 { return -11 }
        return bytes[position &+ 3] & 0xC0 != 0x80 ? -3 : 4
    }

    private static func decodeChecked(
        _ bytes: UnsafePointer<UInt8>, _ count: Int, _ errors: Value, _ final: Bool, _ consumed: inout Int
    ) throws(Raised) -> Ref {
        var builder = StrBuilder(capacity: count)
        var failures = DecodeErrors("utf-8", errors, bytes, count)
        // An error handler may put other bytes in place of these.
        var (bytes, count) = (bytes, count)
        var position = 0
        while position < count {
            let run = Characters.asciiPrefix(bytes + position, count &- position)
            if run > 0 {
                try builder.append(ascii: bytes + position, run)
                position &+= run
                continue
            }
            let size = sequence(bytes, position, count)
            if size > 0 {
                try builder.append(code(bytes + position, size))
                position &+= size
            } else if size == 0 {
                position = try failures.handle(&bytes, &count, position, position &+ 1, "invalid start byte", &builder)
            } else if !final && size == -1 && count &- position == 2 && bytes[position] == 0xED && bytes[position &+ 1] & 0xE0 == 0xA0 {
                // The beginning of a surrogate, which an error handler may take when it is whole.
                consumed = position
                break
            } else if size > -8 {
                position = try failures.handle(&bytes, &count, position, position &- size, "invalid continuation byte", &builder)
            } else {
                if !final {
                    consumed = position
                    break
                }
                position = try failures.handle(&bytes, &count, position, count, "unexpected end of data", &builder)
            }
        }
        return try builder.finish()
    }

    // MARK: Encoding

    public static func encode(_ value: Value, _ errors: Value) throws(Raised) -> Ref {
        let text = StrSpan(value)
        if StrObject.isASCII(value) { return try BytesObject.make(text.bytes, text.count) }
        let size = encodedSize(text)
        if size >= 0 {
            let result = try BytesObject.allocate(size)
            write(text, BytesObject.data(result.value))
            return result
        }
        return try encodeChecked(value, errors)
    }
    /// Bytes that the text takes, or -1 if it has a surrogate.
    static func encodedSize(_ text: StrSpan) -> Int {
        var size = text.count
        switch text.kind {
        case .one:
            for index in 0..<text.count { size &+= Int(text.bytes[index] &>> 7) }
        case .two:
            for index in 0..<text.count {
                let code = text.words[index]
                if code &- 0xD800 < 0x800 { return -1 }
                size &+= (code >= 0x80 ? 1 : 0) &+ (code >= 0x800 ? 1 : 0)
            }
        case .four:
            for index in 0..<text.count {
                let code = text.longs[index]
                if code &- 0xD800 < 0x800 { return -1 }
                size &+= (code >= 0x80 ? 1 : 0) &+ (code >= 0x800 ? 1 : 0) &+ (code >= 0x10000 ? 1 : 0)
            }
        }
        return size
    }
    /// Bytes that a str takes, or -1 if it has a surrogate.
    public static func encodedSize(of value: Value) -> Int { encodedSize(StrSpan(value)) }
    /// Writes a str, whose size `encodedSize` gave.
    public static func write(_ value: Value, to target: UnsafeMutablePointer<UInt8>) { write(StrSpan(value), target) }

    /// Writes text whose size is known; surrogates are written as any character.
    static func write(_ text: StrSpan, _ target: UnsafeMutablePointer<UInt8>) {
        var out = target
        for index in 0..<text.count {
            let code = text[index]
            if code < 0x80 {
                out[0] = UInt8(truncatingIfNeeded: code)
                out += 1
            } else if code < 0x800 {
                out[0] = UInt8(truncatingIfNeeded: 0xC0 | code &>> 6)
                out[1] = UInt8(truncatingIfNeeded: 0x80 | code & 0x3F)
                out += 2
            } else if code < 0x10000 {
                out[0] = UInt8(truncatingIfNeeded: 0xE0 | code &>> 12)
                out[1] = UInt8(truncatingIfNeeded: 0x80 | code &>> 6 & 0x3F)
                out[2] = UInt8(truncatingIfNeeded: 0x80 | code & 0x3F)
                out += 3
            } else {
                out[0] = UInt8(truncatingIfNeeded: 0xF0 | code &>> 18)
                out[1] = UInt8(truncatingIfNeeded: 0x80 | code &>> 12 & 0x3F)
                out[2] = UInt8(truncatingIfNeeded: 0x80 | code &>> 6 & 0x3F)
                out[3] = UInt8(truncatingIfNeeded: 0x80 | code & 0x3F)
                out += 4
            }
        }
    }
    static func put(_ code: UInt32, _ builder: inout StrBuilder) throws(Raised) {
        if code < 0x80 { return try builder.append(code) }
        if code < 0x800 {
            try builder.append(0xC0 | code >> 6)
        } else {
            if code < 0x10000 {
                try builder.append(0xE0 | code >> 12)
            } else {
                try builder.append(0xF0 | code >> 18)
                try builder.append(0x80 | code >> 12 & 0x3F)
            }
            try builder.append(0x80 | code >> 6 & 0x3F)
        }
        try builder.append(0x80 | code & 0x3F)
    }
    private static func encodeChecked(_ value: Value, _ errors: Value) throws(Raised) -> Ref {
        let text = StrSpan(value)
        var builder = StrBuilder(capacity: text.count &* 2)
        var failures = EncodeErrors("utf-8", errors, value)
        var position = 0
        while position < text.count {
            let code = text[position]
            if code &- 0xD800 >= 0x800 {
                try put(code, &builder)
                position &+= 1
                continue
            }
            var end = position &+ 1
            while end < text.count && text[end] &- 0xD800 < 0x800 { end &+= 1 }
            if failures.mode == .surrogatePass {
                for index in position..<end { try put(text[index], &builder) }
                position = end
                continue
            }
            let replacement = try failures.handle(position, end, "surrogates not allowed")
            try BytesReplacement.append(replacement, &builder, &failures, position, end, "surrogates not allowed", limit: 0x80)
            position = replacement.position
        }
        return try builder.finishBytes()
    }
}

enum BytesReplacement {
    /// Writes what a handler gave to an encoder of single bytes. Characters at or above `limit` cannot be encoded either.
    static func append(
        _ replacement: borrowing EncodeErrors.Replacement, _ builder: inout StrBuilder, _ failures: inout EncodeErrors, _ start: Int, _ end: Int,
        _ reason: StaticString, limit: UInt32
    ) throws(Raised) {
        let value = replacement.value.value
        if value.isNull { return }
        if BytesObject.isInstance(value) { return try builder.append(StrSpan(bytes: UnsafePointer(BytesObject.data(value)), BytesObject.count(value))) }
        let span = StrSpan(value)
        if span.bound >= limit { throw try failures.failed(start, end, reason) }
        try builder.append(span)
    }
}
