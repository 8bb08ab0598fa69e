/// Conversion between numbers and digits of text in any base: by words at a time below a threshold, by halves above it, so
/// that the cost is that of the multiplication and division, not quadratic.
extension Limbs {
    /// The largest power of a base in a word, which stands for `digits` digits of text.
    struct WordBase {
        let base: UInt64
        let power: UInt64
        let digits: Int

        init(_ base: UInt64) {
            self.base = base
            var power = base
            var digits = 1
            while true {
                let (next, overflow) = power.multipliedReportingOverflow(by: base)
                if overflow { break }
                power = next
                digits &+= 1
            }
            self.power = power
            self.digits = digits
        }
    }

    /// The powers base^(digits * 2^i) for i = 0, 1, ..., each the square of the one before.
    struct PowerLadder: ~Copyable {
        static var limit: Int { 64 }
        let base: WordBase
        let levels: Int
        private let words: Words
        private let starts: UnsafeMutablePointer<Int>
        private let counts: UnsafeMutablePointer<Int>
        private let scratch: Scratch

        /// As many powers as have at most `largest` words, but at least one.
        init(_ base: WordBase, largest: Int) throws(Interruption) {
            let scratch = try Scratch(4 &* largest &+ 8 &+ 2 &* Self.limit)
            let words = scratch.words + 2 &* Self.limit
            let starts = UnsafeMutableRawPointer(scratch.words).assumingMemoryBound(to: Int.self)
            let counts = starts + Self.limit
            words[0] = base.power
            starts[0] = 0
            counts[0] = 1
            var levels = 1
            while levels < Self.limit && counts[levels &- 1] &* 2 <= largest &+ 1 {
                let count = counts[levels &- 1]
                let start = starts[levels &- 1]
                let power = words + start
                try Limbs.multiply(power + count, power, count, power, count)
                starts[levels] = start &+ count
                counts[levels] = Limbs.normalisedCount(power + count, count &* 2)
                levels &+= 1
            }
            self.base = base
            self.levels = levels
            self.words = words
            self.starts = starts
            self.counts = counts
            self.scratch = scratch
        }

        func power(_ level: Int) -> ConstantWords { ConstantWords(words + starts[level]) }
        func count(_ level: Int) -> Int { counts[level] }
        func digits(_ level: Int) -> Int { base.digits &<< level }
    }

    /// Numbers of up to this many words are converted word by word.
    static var textThreshold: Int { 24 }

    // MARK: To text

    /// Writes the digits of a number, without leading zeros ("0" for zero); returns their number. Destroys the number.
    static func write(
        _ text: UnsafeMutablePointer<UInt8>, _ words: Words, _ count: Int, base: UInt64
    ) throws(Interruption) -> Int {
        let wordBase = WordBase(base)
        let count = normalisedCount(words, count)
        if count <= textThreshold { return writeByWords(text, words, count, wordBase) }
        let ladder = try PowerLadder(wordBase, largest: count)
        let end = try writeLeading(text, words, count, ladder, ladder.levels)
        return end - text
    }

    /// Writes a number less than the power of `level` without leading zeros; returns the end of the text.
    private static func writeLeading(
        _ text: UnsafeMutablePointer<UInt8>, _ words: Words, _ count: Int, _ ladder: borrowing PowerLadder, _ level: Int
    ) throws(Interruption) -> UnsafeMutablePointer<UInt8> {
        let count = normalisedCount(words, count)
        if count <= textThreshold || level == 0 { return text + writeByWords(text, words, count, ladder.base) }
        let divisorCount = ladder.count(level &- 1)
        if count < divisorCount { return try writeLeading(text, words, count, ladder, level &- 1) }
        let scratch = try Scratch(count &+ 1)
        let quotient = scratch.words
        let remainder = quotient + (count &- divisorCount &+ 1)
        try divide(quotient, remainder, words, count, ladder.power(level &- 1), divisorCount)
        let quotientCount = normalisedCount(quotient, count &- divisorCount &+ 1)
        if quotientCount == 0 {
            return try writeLeading(text, remainder, divisorCount, ladder, level &- 1)
        }
        let middle = try writeLeading(text, quotient, quotientCount, ladder, level &- 1)
        try writePadded(middle, remainder, divisorCount, ladder, level &- 1)
        return middle + ladder.digits(level &- 1)
    }

    /// Writes a number less than the power of `level` with all its leading zeros.
    private static func writePadded(
        _ text: UnsafeMutablePointer<UInt8>, _ words: Words, _ count: Int, _ ladder: borrowing PowerLadder, _ level: Int
    ) throws(Interruption) {
        let width = ladder.digits(level)
        let count = normalisedCount(words, count)
        if count <= textThreshold || level == 0 {
            return writeByWords(text, words, count, ladder.base, width: width)
        }
        let half = ladder.digits(level &- 1)
        let divisorCount = ladder.count(level &- 1)
        if count < divisorCount {
            text.update(repeating: 0x30, count: half)
            return try writePadded(text + half, words, count, ladder, level &- 1)
        }
        let scratch = try Scratch(count &+ 1)
        let quotient = scratch.words
        let quotientCount = count &- divisorCount &+ 1
        let remainder = quotient + quotientCount
        try divide(quotient, remainder, words, count, ladder.power(level &- 1), divisorCount)
        try writePadded(text, quotient, quotientCount, ladder, level &- 1)
        try writePadded(text + half, remainder, divisorCount, ladder, level &- 1)
    }

    private static func writeByWords(
        _ text: UnsafeMutablePointer<UInt8>, _ words: Words, _ count: Int, _ base: WordBase, width: Int
    ) {
        var count = count
        var end = width
        while count > 0 && end > 0 {
            var chunk = takeWord(words, count, base)
            count = normalisedCount(words, count)
            let length = min(base.digits, end)
            writeDigits(text + (end &- length), &chunk, length, base.base)
            end &-= length
        }
        if end > 0 { text.update(repeating: 0x30, count: end) }
    }

    /// Writes a number of at most 4 * textThreshold words without leading zeros; returns the length.
    static func writeByWords(
        _ text: UnsafeMutablePointer<UInt8>, _ words: Words, _ count: Int, _ base: WordBase
    ) -> Int {
        // Words come out from the last to the first, so they are kept until the number of digits is known.
        var count = count
        return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: textThreshold &* 4) { buffer -> Int in
            guard let chunks = buffer.baseAddress else { return 0 }
            // Base 36 has the fewest bits to a word, 62; a word more a dozen would do.
            var used = 0
            while count > 0 && used < buffer.count {
                chunks[used] = takeWord(words, count, base)
                count = normalisedCount(words, count)
                used &+= 1
            }
            if used == 0 {
                text[0] = 0x30
                return 1
            }
            used &-= 1
            var leading = chunks[used]
            var length = 0
            var probe = leading
            while probe != 0 {
                probe /= base.base
                length &+= 1
            }
            writeDigits(text, &leading, length, base.base)
            while used > 0 {
                used &-= 1
                writeDigits(text + length, &chunks[used], base.digits, base.base)
                length &+= base.digits
            }
            return length
        }
    }

    /// Divides in place by the word base; returns the remainder.
    @inline(__always)
    private static func takeWord(_ words: Words, _ count: Int, _ base: WordBase) -> UInt64 {
        if base.base != 10 { return divideByWord(words, words, count, base.power) }
        // 10^19 has its top bit set, so the division can be done by a multiplication with the reciprocal
        // floor((2^128 - 1) / 10^19) - 2^64 (Moeller and Granlund, "Improved division by invariant integers").
        let divisor: UInt64 = 10_000_000_000_000_000_000
        let reciprocal: UInt64 = 15_581_492_618_384_294_730
        var remainder: UInt64 = 0
        var i = count
        while i > 0 {
            i &-= 1
            let word = words[i]
            let estimate = multiplyAdd(reciprocal, remainder, word, 0)
            var q = estimate.high &+ remainder &+ 1
            var r = word &- q &* divisor
            // r > estimate.low: one too many.
            let over = subtract(estimate.low, r, 0).high
            q &+= over
            r &+= over & divisor
            if r >= divisor {
                q &+= 1
                r &-= divisor
            }
            words[i] = q
            remainder = r
        }
        return remainder
    }

    /// Digits of a word in base ten; 1 for zero.
    @inline(__always)
    static func decimalLength(_ word: UInt64) -> Int {
        // 1233 / 4096 is just above log10(2), so that the estimate is right or one too low.
        let estimate = ((64 &- (word | 1).leadingZeroBitCount) &* 1233) &>> 12
        return estimate > 19 || word < FloatText.tenToThe(estimate) ? max(estimate, 1) : estimate &+ 1
    }

    @inline(__always)
    static func writeDigits(_ text: UnsafeMutablePointer<UInt8>, _ word: inout UInt64, _ length: Int, _ base: UInt64) {
        var i = length
        if base == 10 {
            while i > 1 {
                let next = word / 100
                let pair = word &- next &* 100
                let tens = (pair &* 103) &>> 10
                text[i &- 1] = UInt8(truncatingIfNeeded: 0x30 &+ pair &- tens &* 10)
                text[i &- 2] = UInt8(truncatingIfNeeded: 0x30 &+ tens)
                word = next
                i &-= 2
            }
            if i == 1 { text[0] = UInt8(truncatingIfNeeded: 0x30 &+ word % 10) }
            return
        }
        while i > 0 {
            i &-= 1
            let next = word / base
            let digit = UInt8(truncatingIfNeeded: word &- next &* base)
            text[i] = digit < 10 ? 0x30 &+ digit : 0x57 &+ digit
            word = next
        }
    }

    // MARK: From text

    /// Words that a number of so many digits may need.
    static func roomForText(_ length: Int, _ base: WordBase) -> Int { length / base.digits &+ 2 }

    /// The value of validated digits; returns the count. Room: `roomForText`.
    static func parse(
        _ result: Words, _ text: UnsafePointer<UInt8>, _ length: Int, base: UInt64
    ) throws(Interruption) -> Int {
        let wordBase = WordBase(base)
        if length <= wordBase.digits &* textThreshold { return parseByWords(result, text, length, wordBase) }
        let ladder = try PowerLadder(wordBase, largest: length / wordBase.digits / 2 &+ 1)
        return try parse(result, text, length, ladder, ladder.levels)
    }

    private static func parse(
        _ result: Words, _ text: UnsafePointer<UInt8>, _ length: Int, _ ladder: borrowing PowerLadder, _ top: Int
    ) throws(Interruption) -> Int {
        if length <= ladder.base.digits &* textThreshold {
            return parseByWords(result, text, length, ladder.base)
        }
        var level = top &- 1
        while level > 0 && ladder.digits(level) >= length { level &-= 1 }
        let low = ladder.digits(level)
        let high = length &- low
        let highRoom = roomForText(high, ladder.base)
        let scratch = try Scratch(highRoom &+ roomForText(low, ladder.base))
        let upper = scratch.words
        let lower = upper + highRoom
        let upperCount = try parse(upper, text, high, ladder, max(level &+ (high > low ? 1 : 0), 1))
        let lowerCount = try parse(lower, text + high, low, ladder, max(level, 1))
        if upperCount == 0 {
            copy(result, lower, lowerCount)
            return lowerCount
        }
        let powerCount = ladder.count(level)
        try multiply(result, upper, upperCount, ladder.power(level), powerCount)
        accumulate(result, upperCount &+ powerCount, lower, lowerCount)
        return normalisedCount(result, upperCount &+ powerCount)
    }

    private static func parseByWords(
        _ result: Words, _ text: UnsafePointer<UInt8>, _ length: Int, _ base: WordBase
    ) -> Int {
        var count = 0
        var position = 0
        while position < length {
            // The odd piece comes first, so that all others are whole words.
            let piece = position == 0 ? (length &- 1) % base.digits &+ 1 : base.digits
            var word: UInt64 = 0
            for i in position..<(position &+ piece) {
                word = word &* base.base &+ UInt64(Digits.digitValue(text[i]))
            }
            position &+= piece
            let carry = multiplyByWord(result, result, count, base.power, adding: word)
            if carry != 0 {
                result[count] = carry
                count &+= 1
            }
        }
        return count
    }
}
