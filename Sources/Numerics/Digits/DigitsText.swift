/// Digits of text of a magnitude. The sign, the prefix and the limit of `sys.set_int_max_str_digits` are the caller's.
extension Digits {
    /// 0 to 35 for an ASCII digit or letter; 37 for anything else.
    @inlinable
    public static func digitValue(_ character: UInt8) -> UInt8 {
        switch character {
        case 0x30...0x39: return character &- 0x30
        case 0x41...0x5A: return character &- 0x37
        case 0x61...0x7A: return character &- 0x57
        default: return 37
        }
    }

    /// Bits per digit of text if the base is a power of two.
    @inline(__always)
    private static func bits(ofBase base: Int) -> Int? {
        switch base {
        case 2: return 1
        case 4: return 2
        case 8: return 3
        case 16: return 4
        case 32: return 5
        default: return nil
        }
    }

    /// An upper bound of the number of characters of a magnitude; at least 1.
    public static func textRoom(_ a: UnsafePointer<UInt32>, _ count: Int, base: Int) -> Int {
        let length = bitLength(a, count)
        if base == 10 {
            // 0.30103 is just above log10(2).
            let (product, overflow) = length.multipliedReportingOverflow(by: 30103)
            return overflow ? length : product / 100_000 &+ 2
        }
        if let bits = bits(ofBase: base) { return max((length &+ bits &- 1) / bits, 1) }
        return length / (base > 8 ? 3 : base > 4 ? 2 : 1) &+ 2
    }

    /// Writes a magnitude in base 2 to 36 with lower-case letters; returns the number of characters. Room: `textRoom`.
    public static func write(
        _ text: UnsafeMutablePointer<UInt8>, _ a: UnsafePointer<UInt32>, _ count: Int, base: Int = 10
    ) throws(Interruption) -> Int {
        if count <= 2 || bits(ofBase: base) != nil {
            if let bits = bits(ofBase: base) { return writePowerOfTwo(text, a, count, bits) }
            var word = truncatedWord(a, count)
            if base == 10 { return write(text, word) }
            let wide = UInt64(max(base, 2))
            var length = 1
            var probe = word / wide
            while probe != 0 {
                probe /= wide
                length &+= 1
            }
            Limbs.writeDigits(text, &word, length, wide)
            return length
        }
        let scratch = try Scratch(Limbs.count(forDigits: count))
        let wordCount = Limbs.pack(scratch.words, a, count)
        return try Limbs.write(text, scratch.words, wordCount, base: UInt64(max(base, 2)))
    }

    /// Writes a word in decimal; returns the number of characters, at most 20.
    public static func write(_ text: UnsafeMutablePointer<UInt8>, _ word: UInt64) -> Int {
        var word = word
        let length = Limbs.decimalLength(word)
        Limbs.writeDigits(text, &word, length, 10)
        return length
    }

    private static func writePowerOfTwo(
        _ text: UnsafeMutablePointer<UInt8>, _ a: UnsafePointer<UInt32>, _ count: Int, _ bits: Int
    ) -> Int {
        let length = max((bitLength(a, count) &+ bits &- 1) / bits, 1)
        let digitMask = UInt64(1 &<< bits &- 1)
        var word: UInt64 = 0
        var held = 0
        var next = 0
        var i = length
        while i > 0 {
            if held < bits {
                if next < count { word |= UInt64(a[next]) &<< UInt64(truncatingIfNeeded: held) }
                next &+= 1
                held &+= 30
            }
            let digit = UInt8(truncatingIfNeeded: word & digitMask)
            i &-= 1
            text[i] = digit < 10 ? 0x30 &+ digit : 0x57 &+ digit
            word &>>= UInt64(truncatingIfNeeded: bits)
            held &-= bits
        }
        return length
    }

    /// Digits that `parse` may write for so many characters.
    public static func parseRoom(_ length: Int, base: Int) -> Int {
        let bits = base <= 2 ? 1 : base <= 4 ? 2 : base <= 8 ? 3 : base <= 16 ? 4 : base <= 32 ? 5 : 6
        // A decimal digit has 3.33 bits.
        if base == 10 { return length / 9 &+ 2 }
        return length &* bits / 30 &+ 2
    }

    /// The value of ASCII digits that the caller has validated for the base (2 to 36), without sign, prefix or underscores.
    /// Returns the normalised count. Room: `parseRoom`.
    public static func parse(
        _ result: UnsafeMutablePointer<UInt32>, _ text: UnsafePointer<UInt8>, _ length: Int, base: Int = 10
    ) throws(Interruption) -> Int {
        if let bits = bits(ofBase: base) { return parsePowerOfTwo(result, text, length, bits) }
        var start = 0
        while start < length && text[start] == 0x30 { start &+= 1 }
        let text = text + start
        let length = length &- start
        if length == 0 { return 0 }
        // 36^12 and 10^19 are less than 2^64.
        if length <= 12 || (base == 10 && length <= 19) {
            var word: UInt64 = 0
            if base == 10 {
                for i in 0..<length { word = word &* 10 &+ UInt64(text[i] &- 0x30) }
            } else {
                for i in 0..<length { word = word &* UInt64(max(base, 2)) &+ UInt64(digitValue(text[i])) }
            }
            let low = UInt32(truncatingIfNeeded: word) & mask
            let high = word &>> 30
            result[0] = low
            if high == 0 { return low == 0 ? 0 : 1 }
            result[1] = UInt32(truncatingIfNeeded: high) & mask
            if high &>> 30 == 0 { return 2 }
            result[2] = UInt32(truncatingIfNeeded: high &>> 30)
            return 3
        }
        let wordBase = UInt64(max(base, 2))
        let scratch = try Scratch(Limbs.roomForText(length, Limbs.WordBase(wordBase)))
        let count = try Limbs.parse(scratch.words, text, length, base: wordBase)
        return Limbs.unpack(result, scratch.words, count)
    }

    private static func parsePowerOfTwo(
        _ result: UnsafeMutablePointer<UInt32>, _ text: UnsafePointer<UInt8>, _ length: Int, _ bits: Int
    ) -> Int {
        var word: UInt64 = 0
        var held = 0
        var count = 0
        var i = length
        while i > 0 {
            i &-= 1
            word |= UInt64(digitValue(text[i])) &<< UInt64(truncatingIfNeeded: held)
            held &+= bits
            if held >= 30 {
                result[count] = UInt32(truncatingIfNeeded: word) & mask
                count &+= 1
                word &>>= 30
                held &-= 30
            }
        }
        if held > 0 {
            result[count] = UInt32(truncatingIfNeeded: word)
            count &+= 1
        }
        return normalisedCount(result, count)
    }
}
