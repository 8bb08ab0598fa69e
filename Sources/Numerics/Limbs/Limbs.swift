/// Magnitudes in 64-bit words, least significant first: the form in which large operands are worked on.
///
/// `Digits` is the layout that Python objects have; this is the layout that the machine multiplies best. Everything that
/// costs more than linear time packs its operands, works here and unpacks the result.
///
/// Counts need not be normalised unless said. Results must not overlap operands unless said.
enum Limbs {
    typealias Words = UnsafeMutablePointer<UInt64>
    typealias ConstantWords = UnsafePointer<UInt64>
    typealias Interruption = Digits.Interruption

    // MARK: Conversion

    @inline(__always)
    static func count(forDigits digits: Int) -> Int { (digits &* 30 &+ 63) / 64 }

    @inline(__always)
    static func digits(forCount count: Int) -> Int { (count &* 64 &+ 29) / 30 }

    /// Repacks digits; returns the count without leading zeros. Room: `count(forDigits:)`.
    static func pack(_ result: Words, _ digits: UnsafePointer<UInt32>, _ digitCount: Int) -> Int {
        var word: UInt64 = 0
        var filled: UInt64 = 0
        var count = 0
        for i in 0..<digitCount {
            let digit = UInt64(digits[i])
            word |= digit &<< filled
            filled &+= 30
            if filled >= 64 {
                result[count] = word
                count &+= 1
                filled &-= 64
                word = digit &>> (30 &- filled)
            }
        }
        // At the end a word may be pending; the room covers it.
        if filled > 0 && word != 0 {
            result[count] = word
            count &+= 1
        }
        return normalisedCount(result, count)
    }

    /// Writes digits and returns their normalised count. Writes no digit beyond that count, so that the room need be no
    /// larger than the number itself.
    static func unpack(_ digits: UnsafeMutablePointer<UInt32>, _ words: ConstantWords, _ count: Int) -> Int {
        let count = normalisedCount(words, count)
        if count == 0 { return 0 }
        let bits = count &* 64 &- words[count &- 1].leadingZeroBitCount
        let digitCount = (bits &+ 29) / 30
        var word: UInt64 = 0
        var held: UInt64 = 0
        var next = 0
        for i in 0..<digitCount {
            if held >= 30 {
                digits[i] = UInt32(truncatingIfNeeded: word) & Digits.mask
                word &>>= 30
                held &-= 30
            } else {
                let following = next < count ? words[next] : 0
                next &+= 1
                digits[i] = UInt32(truncatingIfNeeded: word | following &<< held) & Digits.mask
                word = following &>> (30 &- held)
                held &+= 34
            }
        }
        return digitCount
    }

    // MARK: Words

    // Carries are random, and a branch on one is mispredicted half of the time, which costs more than all else together.
    // `addingReportingOverflow` may compile to branches; 128-bit arithmetic does not.

    @inline(__always)
    private static func wide(_ x: UInt64) -> UInt128 { UInt128(truncatingIfNeeded: x) }

    @inline(__always)
    private static func halves(_ x: UInt128) -> (high: UInt64, low: UInt64) {
        (UInt64(truncatingIfNeeded: x &>> 64), UInt64(truncatingIfNeeded: x))
    }

    /// a * b + c + d, which always fits two words.
    @inline(__always)
    static func multiplyAdd(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) -> (high: UInt64, low: UInt64) {
        halves(wide(a) &* wide(b) &+ wide(c) &+ wide(d))
    }

    /// a + b + carry; the high word is the carry.
    @inline(__always)
    static func add(_ a: UInt64, _ b: UInt64, _ carry: UInt64) -> (high: UInt64, low: UInt64) {
        halves(wide(a) &+ wide(b) &+ wide(carry))
    }

    /// a - b - borrow; the high word is all ones if that is negative, or else zero.
    @inline(__always)
    static func subtract(_ a: UInt64, _ b: UInt64, _ borrow: UInt64) -> (high: UInt64, low: UInt64) {
        halves(wide(a) &- wide(b) &- wide(borrow))
    }

    // MARK: Linear operations

    @inline(__always)
    static func normalisedCount(_ words: ConstantWords, _ count: Int) -> Int {
        var count = count
        while count > 0 && words[count &- 1] == 0 { count &-= 1 }
        return count
    }

    @inline(__always)
    static func copy(_ result: Words, _ a: ConstantWords, _ count: Int) {
        if count > 0 { result.update(from: a, count: count) }
    }

    @inline(__always)
    static func zero(_ result: Words, _ count: Int) {
        if count > 0 { result.update(repeating: 0, count: count) }
    }

    /// -1, 0 or 1, of two numbers of the same count.
    static func compare(_ a: ConstantWords, _ b: ConstantWords, _ count: Int) -> Int {
        var i = count
        while i > 0 {
            i &-= 1
            if a[i] != b[i] { return a[i] < b[i] ? -1 : 1 }
        }
        return 0
    }

    /// a + b, aCount >= bCount; writes aCount words and returns the carry. The result may be an operand.
    @discardableResult
    static func add(
        _ result: Words, _ a: ConstantWords, _ aCount: Int, _ b: ConstantWords, _ bCount: Int
    ) -> UInt64 {
        var carry: UInt64 = 0
        for i in 0..<bCount {
            (carry, result[i]) = add(a[i], b[i], carry)
        }
        var i = bCount
        while i < aCount {
            (carry, result[i]) = add(a[i], 0, carry)
            i &+= 1
        }
        return carry
    }

    /// a - b, aCount >= bCount; writes aCount words and returns the borrow. The result may be an operand.
    @discardableResult
    static func subtract(
        _ result: Words, _ a: ConstantWords, _ aCount: Int, _ b: ConstantWords, _ bCount: Int
    ) -> UInt64 {
        var borrow: UInt64 = 0
        for i in 0..<bCount {
            let difference = subtract(a[i], b[i], borrow)
            result[i] = difference.low
            borrow = 0 &- difference.high
        }
        var i = bCount
        while i < aCount {
            let difference = subtract(a[i], 0, borrow)
            result[i] = difference.low
            borrow = 0 &- difference.high
            i &+= 1
        }
        return borrow
    }

    /// Adds into a longer number in place, carrying as far as needed; returns the carry out of its top.
    @discardableResult
    static func accumulate(_ result: Words, _ count: Int, _ a: ConstantWords, _ aCount: Int) -> UInt64 {
        var carry = add(result, result, aCount, a, aCount)
        var i = aCount
        while carry != 0 && i < count {
            let (s, o) = result[i].addingReportingOverflow(carry)
            result[i] = s
            carry = o ? 1 : 0
            i &+= 1
        }
        return carry
    }

    /// a << bits with bits < 64; writes count words and returns what runs out of the top. The result may be `a`.
    @discardableResult
    static func shiftLeft(_ result: Words, _ a: ConstantWords, _ count: Int, _ bits: Int) -> UInt64 {
        if bits == 0 {
            copy(result, a, count)
            return 0
        }
        let up = UInt64(truncatingIfNeeded: bits)
        let down = 64 &- up
        var out: UInt64 = 0
        var i = count
        if i > 0 { out = a[i &- 1] &>> down }
        while i > 1 {
            i &-= 1
            result[i] = a[i] &<< up | a[i &- 1] &>> down
        }
        if i == 1 { result[0] = a[0] &<< up }
        return out
    }

    /// a >> bits with bits < 64; writes count words. The result may be `a`.
    static func shiftRight(_ result: Words, _ a: ConstantWords, _ count: Int, _ bits: Int) {
        if bits == 0 { return copy(result, a, count) }
        let down = UInt64(truncatingIfNeeded: bits)
        let up = 64 &- down
        for i in 0..<count {
            result[i] = a[i] &>> down | (i &+ 1 < count ? a[i &+ 1] &<< up : 0)
        }
    }

    /// result = a * word + carry; writes count words and returns the word above. The result may be `a`.
    @inline(__always)
    static func multiplyByWord(
        _ result: Words, _ a: ConstantWords, _ count: Int, _ word: UInt64, adding: UInt64 = 0
    ) -> UInt64 {
        var carry = adding
        for i in 0..<count {
            (carry, result[i]) = multiplyAdd(a[i], word, carry, 0)
        }
        return carry
    }

    /// result += a * word over count words; returns the word above.
    @inline(__always)
    static func multiplyAdd(_ result: Words, _ a: ConstantWords, _ count: Int, _ word: UInt64) -> UInt64 {
        var carry: UInt64 = 0
        for i in 0..<count {
            (carry, result[i]) = multiplyAdd(a[i], word, result[i], carry)
        }
        return carry
    }

    /// result -= a * word over count words; returns what is still to be taken from the word above.
    @inline(__always)
    static func multiplySubtract(_ result: Words, _ a: ConstantWords, _ count: Int, _ word: UInt64) -> UInt64 {
        var borrow: UInt64 = 0
        for i in 0..<count {
            let product = multiplyAdd(a[i], word, borrow, 0)
            let difference = subtract(result[i], product.low, 0)
            result[i] = difference.low
            borrow = product.high &- difference.high
        }
        return borrow
    }
}
