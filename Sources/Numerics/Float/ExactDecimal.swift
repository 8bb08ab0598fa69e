/// All decimal digits of a double, of which there are finitely many, and their correct rounding anywhere.
///
/// The value is 0.d1 d2 d3 ... * 10^point. Memory for the digits is the caller's: `ExactDecimal.room` characters.
struct ExactDecimal {
    /// The smallest subnormal has 751 digits, the longest double 767; a digit more for a carry.
    static var room: Int { 800 }

    let text: UnsafeMutablePointer<UInt8>
    private(set) var count: Int
    private(set) var point: Int

    /// The digits of |x| for a finite x. Zero has one digit.
    init(_ x: Double, _ text: UnsafeMutablePointer<UInt8>) {
        self.text = text
        var mantissa = x.significandBitPattern
        var exponent = Int(x.exponentBitPattern)
        if exponent == 0 { exponent = 1 } else { mantissa |= 1 &<< 52 }
        exponent &-= 1075
        if mantissa == 0 {
            text[0] = 0x30
            count = 1
            point = 1
            return
        }
        let zeros = mantissa.trailingZeroBitCount
        mantissa &>>= UInt64(truncatingIfNeeded: zeros)
        exponent &+= zeros
        // m * 2^-e is m * 5^e / 10^e.
        let decimals = max(0 &- exponent, 0)
        count = withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 64) { buffer -> Int in
            guard let words = buffer.baseAddress else { return 0 }
            words[0] = mantissa
            var length = 1
            if exponent > 0 {
                let whole = exponent / 64
                let part = exponent % 64
                words[whole] = mantissa
                let top = Limbs.shiftLeft(words + whole, words + whole, 1, part)
                Limbs.zero(words, whole)
                words[whole &+ 1] = top
                length = whole &+ 2
            } else {
                var fives = decimals
                while fives > 0 {
                    let step = min(fives, 27)
                    let carry = Limbs.multiplyByWord(words, words, length, Self.powerOfFive(step))
                    if carry != 0 {
                        words[length] = carry
                        length &+= 1
                    }
                    fives &-= step
                }
            }
            return Limbs.writeByWords(text, words, Limbs.normalisedCount(words, length), Limbs.WordBase.decimal)
        }
        point = count &- decimals
    }

    @inline(__always)
    private static func powerOfFive(_ exponent: Int) -> UInt64 {
        if exponent == 27 { return 7_450_580_596_923_828_125 }
        var power: UInt64 = 1
        for _ in 0..<exponent { power = power &* 5 }
        return power
    }

    /// Keeps the first `keep` digits, rounding half to even; a result without digits is zero.
    mutating func round(keeping keep: Int) {
        if keep >= count { return }
        if keep < 0 {
            setZero()
            return
        }
        let next = text[keep]
        var up = next > 0x35
        if next == 0x35 {
            var i = keep &+ 1
            while i < count && text[i] == 0x30 { i &+= 1 }
            up = i < count || (keep > 0 && text[keep &- 1] & 1 != 0)
        }
        count = keep
        if up {
            var i = keep
            while i > 0 && text[i &- 1] == 0x39 { i &-= 1 }
            if i == 0 {
                text[0] = 0x31
                for j in 1..<max(count, 1) { text[j] = 0x30 }
                if count == 0 { count = 1 }
                point &+= 1
            } else {
                text[i &- 1] &+= 1
                for j in i..<count { text[j] = 0x30 }
            }
        } else if count == 0 {
            setZero()
        }
    }

    private mutating func setZero() {
        text[0] = 0x30
        count = 1
        point = 1
    }

    /// Drops zeros at the end.
    mutating func trim() {
        while count > 1 && text[count &- 1] == 0x30 { count &-= 1 }
    }

    var isZero: Bool { count == 1 && text[0] == 0x30 }
}

extension Limbs.WordBase {
    /// Base ten without the search for its power.
    static var decimal: Limbs.WordBase { Limbs.WordBase(decimalPower: 10_000_000_000_000_000_000) }

    private init(decimalPower: UInt64) {
        base = 10
        power = decimalPower
        digits = 19
    }
}
