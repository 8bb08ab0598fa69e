// Bytes as text: repr, hex and back.

import CPythonABI

public enum ByteHex {
    /// b'...' with an optional prefix and suffix around it. The repr of a bytearray escapes single quotes even between double ones.
    static func repr(_ text: ByteText, prefix: StaticString = "", suffix: StaticString = "", escapesSingle: Bool = false) throws(Raised) -> Ref {
        var single = false
        var double = false
        for index in 0..<text.count {
            if text[index] == 39 { single = true } else if text[index] == 34 { double = true }
        }
        let quote: UInt32 = single && !double ? 34 : 39
        var builder = StrBuilder(capacity: text.count &+ 16)
        try builder.append(prefix)
        try builder.append(98)
        try builder.append(quote)
        for index in 0..<text.count {
            let byte = UInt32(text[index])
            switch byte {
            case quote, 92, 39 where byte != 39 || quote == 39 || escapesSingle:
                try builder.append(92)
                try builder.append(byte)
            case 9: try builder.append("\\t")
            case 10: try builder.append("\\n")
            case 13: try builder.append("\\r")
            case 32..<127: try builder.append(byte)
            default: try StrRepr.escape(byte, &builder)
            }
        }
        try builder.append(quote)
        try builder.append(suffix)
        return try builder.finish()
    }

    /// The same for bytes of others.
    public static func hex(_ bytes: BytePointer, _ count: Int, _ separator: Value, _ group: Value) throws(Raised) -> Ref {
        try hex(ByteText(bytes, count), separator, group)
    }
    /// hex([sep[, bytes_per_sep]])
    static func hex(_ text: ByteText, _ separator: Value, _ group: Value) throws(Raised) -> Ref {
        var size = 1
        if !group.isNull {
            size = try Index.int32(group)
        }
        var mark: UInt8 = 0
        var hasMark = false
        if !separator.isNull {
            let length = try Sequences.length(separator)
            if length != 1 { throw raise(.valueError, "sep must be length 1.") }
            if StrObject.isInstance(separator) {
                if !StrObject.isASCII(separator) { throw raise(.valueError, "sep must be ASCII.") }
                mark = UInt8(truncatingIfNeeded: StrObject.character(separator, 0))
            } else if BytesObject.isInstance(separator) {
                mark = BytesObject.data(separator)[0]
                if mark >= 0x80 { throw raise(.valueError, "sep must be ASCII.") }
            } else {
                throw raise(.typeError, "sep must be str or bytes.")
            }
            hasMark = true
        }
        let count = text.count
        if count == 0 { return StrObject.empty }
        let width = hasMark ? abs(size) : 0
        let marks = width == 0 ? 0 : (count &- 1) / width
        guard count < Int.max / 4 else { throw raise(.memoryError, argument: .null) }
        let result = try StrObject.allocate(length: count &* 2 &+ marks, maximum: 0x7F)
        let target = StrObject.data(result.value).assumingMemoryBound(to: UInt8.self)
        var position = 0
        // Groups are counted from the right, or from the left if the size is negative.
        for index in 0..<count {
            if width > 0 && index > 0 {
                let distance = size > 0 ? count &- index : index
                if distance % width == 0 {
                    target[position] = mark
                    position &+= 1
                }
            }
            let (high, low) = (text[index] &>> 4, text[index] & 15)
            target[position] = high < 10 ? 48 &+ high : 87 &+ high
            target[position &+ 1] = low < 10 ? 48 &+ low : 87 &+ low
            position &+= 2
        }
        return result
    }

    /// fromhex: the bytes, as exact bytes.
    static func parse(_ string: Value) throws(Raised) -> Ref {
        if !StrObject.isInstance(string) { throw TextArguments.wrongType("fromhex", 0, "str", string) }
        let text = StrSpan(string)
        if !StrObject.isASCII(string) {
            var index = 0
            while index < text.count && text[index] < 0x80 { index &+= 1 }
            throw raise(.valueError, "non-hexadecimal number found in fromhex() arg at position \(index)")
        }
        let result = try BytesObject.allocate(max(text.count / 2, 1))
        let target = BytesObject.data(result.value)
        if text.count < 2 && text.count > 0 && !CharacterTraits.isSpace(text[0]) {
            throw raise(.valueError, "non-hexadecimal number found in fromhex() arg at position \(digit(text[0]) == nil ? 0 : 1)")
        }
        var count = 0
        var index = 0
        while true {
            while index < text.count && ByteSplit.isSpace(text.bytes[index]) { index &+= 1 }
            if index >= text.count { break }
            guard let high = digit(text[index]) else { throw raise(.valueError, "non-hexadecimal number found in fromhex() arg at position \(index)") }
            index &+= 1
            guard index < text.count, let low = digit(text[index]) else {
                throw raise(.valueError, "non-hexadecimal number found in fromhex() arg at position \(index)")
            }
            index &+= 1
            target[count] = high &<< 4 | low
            count &+= 1
        }
        return try BytesObject.make(UnsafePointer(target), count)
    }
    static func digit(_ code: UInt32) -> UInt8? {
        if code &- 48 < 10 { return UInt8(truncatingIfNeeded: code &- 48) }
        let letter = code | 32
        return letter &- 97 < 6 ? UInt8(truncatingIfNeeded: letter &- 87) : nil
    }
}
