/// `float.hex` and `float.fromhex`.
extension FloatText {
    /// Characters that `hex` may write.
    @inlinable public static var hexRoom: Int { 32 }

    /// `x.hex()`; returns the length. Room: `hexRoom`.
    public static func hex(_ text: UnsafeMutablePointer<UInt8>, _ x: Double) -> Int {
        if !x.isFinite { return repr(text, x) }
        var end = 0
        func put(_ c: UInt8) {
            text[end] = c
            end &+= 1
        }
        if x.sign == .minus { put(0x2D) }
        put(0x30)
        put(0x78)
        let biased = Int(x.exponentBitPattern)
        put(biased == 0 ? 0x30 : 0x31)
        put(0x2E)
        if x == 0 {
            put(0x30)
        } else {
            for i in 0..<13 {
                let digit = UInt8(truncatingIfNeeded: x.significandBitPattern &>> UInt64(48 &- 4 &* i) & 15)
                put(digit < 10 ? 0x30 &+ digit : 0x57 &+ digit)
            }
        }
        put(0x70)
        let exponent = x == 0 ? 0 : biased == 0 ? -1022 : biased &- 1023
        put(exponent < 0 ? 0x2D : 0x2B)
        var word = UInt64(exponent.magnitude)
        let count = word >= 1000 ? 4 : word >= 100 ? 3 : word >= 10 ? 2 : 1
        Limbs.writeDigits(text + end, &word, count, 10)
        return end &+ count
    }

    public enum Hexadecimal: Sendable {
        case value(Double)
        /// ValueError: "invalid hexadecimal floating-point string".
        case malformed
        /// OverflowError: "hexadecimal value too large to represent as a float".
        case overflow
    }

    /// `float.fromhex(text)`, correctly rounded, ties to even.
    public static func parseHex(_ text: UnsafePointer<UInt8>, _ count: Int) -> Hexadecimal {
        var i = 0
        var end = count
        while i < end && isSpace(text[i]) { i &+= 1 }
        while end > i && isSpace(text[end &- 1]) { end &-= 1 }
        var negative = false
        if i < end, text[i] == 0x2D || text[i] == 0x2B {
            negative = text[i] == 0x2D
            i &+= 1
        }
        let (word, length) = parseWord(text + i, end &- i)
        if length > 0 { return length == end &- i ? .value(negative ? -word : word) : .malformed }
        if i &+ 1 < end, text[i] == 0x30, text[i &+ 1] | 0x20 == 0x78 { i &+= 2 }
        // The first sixteen significant digits make the mantissa; of the rest it matters only whether all are zero.
        var mantissa: UInt64 = 0
        var kept = 0
        var sticky = false
        var digits = 0
        var exponent = 0
        var seenPoint = false
        while i < end {
            let c = text[i]
            if c == 0x2E && !seenPoint {
                seenPoint = true
            } else {
                let digit = Digits.digitValue(c)
                if digit > 15 { break }
                digits &+= 1
                if kept < 16 {
                    mantissa = mantissa &<< 4 | UInt64(digit)
                    if mantissa != 0 { kept &+= 1 }
                    if seenPoint { exponent &-= 4 }
                } else {
                    if digit != 0 { sticky = true }
                    if !seenPoint { exponent &+= 4 }
                }
            }
            i &+= 1
        }
        if digits == 0 { return .malformed }
        if i < end, text[i] | 0x20 == 0x70 {
            i &+= 1
            var negativeExponent = false
            if i < end, text[i] == 0x2D || text[i] == 0x2B {
                negativeExponent = text[i] == 0x2D
                i &+= 1
            }
            let start = i
            var value = 0
            while i < end, text[i] &- 0x30 < 10 {
                if value < 1 << 50 { value = value &* 10 &+ Int(text[i] &- 0x30) }
                i &+= 1
            }
            if i == start { return .malformed }
            exponent &+= negativeExponent ? 0 &- value : value
        }
        if mantissa == 0 { return i == end ? .value(negative ? -0.0 : 0) : .malformed }
        // A mantissa that ran full keeps at least 61 bits, which is what a sticky bit needs.
        guard let value = Digits.rounded(mantissa, sticky: sticky, exponent: exponent) else { return .overflow }
        // Too large a number is the first complaint, rubbish behind it the second.
        return i == end ? .value(negative ? -value : value) : .malformed
    }
}
