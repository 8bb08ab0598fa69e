/// Quotients: Knuth's algorithm D for short divisors, and Burnikel and Ziegler's recursive division on top of fast
/// multiplication for long ones.
extension Limbs {
    static var recursiveDivisionThreshold: Int { 64 }

    /// a / word; writes count words and returns the remainder. The quotient may be `a`.
    static func divideByWord(_ quotient: Words, _ a: ConstantWords, _ count: Int, _ word: UInt64) -> UInt64 {
        var remainder: UInt64 = 0
        var i = count
        while i > 0 {
            i &-= 1
            let (q, r) = word.dividingFullWidth((remainder, a[i]))
            quotient[i] = q
            remainder = r
        }
        return remainder
    }

    /// a / b for bCount >= 1 with b[bCount - 1] != 0 and aCount >= bCount.
    /// Writes aCount - bCount + 1 words of quotient and bCount words of remainder.
    static func divide(
        _ quotient: Words, _ remainder: Words, _ a: ConstantWords, _ aCount: Int, _ b: ConstantWords, _ bCount: Int
    ) throws(Interruption) {
        if bCount == 1 {
            remainder[0] = divideByWord(quotient, a, aCount, b[0])
            return
        }
        if bCount >= recursiveDivisionThreshold && aCount &- bCount >= recursiveDivisionThreshold / 2 {
            return try divideInBlocks(quotient, remainder, a, aCount, b, bCount)
        }
        let scratch = try Scratch(aCount &+ 1 &+ bCount)
        let x = scratch.words
        let y = x + (aCount &+ 1)
        let shift = b[bCount &- 1].leadingZeroBitCount
        x[aCount] = shiftLeft(x, a, aCount, shift)
        shiftLeft(y, b, bCount, shift)
        divideNormalised(quotient, x, aCount &+ 1, y, bCount)
        shiftRight(remainder, x, bCount, shift)
    }

    /// Algorithm D. `b` has its top bit set and at least two words; the top bCount words of `a` are less than `b`.
    /// Writes aCount - bCount words of quotient; the remainder is left in the low bCount words of `a`.
    private static func divideNormalised(_ quotient: Words, _ a: Words, _ aCount: Int, _ b: ConstantWords, _ bCount: Int) {
        let top = b[bCount &- 1]
        let second = b[bCount &- 2]
        var j = aCount &- bCount
        while j > 0 {
            j &-= 1
            let window = a + j
            let high = window[bCount]
            var estimate: UInt64
            var rest: UInt64
            var check = true
            if high >= top {
                // high == top: the estimate does not fit, so the largest word is tried.
                estimate = .max
                let (sum, overflow) = window[bCount &- 1].addingReportingOverflow(top)
                rest = sum
                check = !overflow
            } else {
                (estimate, rest) = top.dividingFullWidth((high, window[bCount &- 1]))
            }
            while check {
                let (h, l) = estimate.multipliedFullWidth(by: second)
                if h < rest || (h == rest && l <= window[bCount &- 2]) { break }
                estimate &-= 1
                let (sum, overflow) = rest.addingReportingOverflow(top)
                rest = sum
                check = !overflow
            }
            let owed = multiplySubtract(window, b, bCount, estimate)
            let (left, borrow) = high.subtractingReportingOverflow(owed)
            window[bCount] = left
            if borrow {
                estimate &-= 1
                window[bCount] = left &+ add(window, window, bCount, b, bCount)
            }
            quotient[j] = estimate
        }
    }

    // MARK: Recursive division

    /// Long division in base 2^(64 n), n being the divisor's length padded to a small number times a power of two.
    private static func divideInBlocks(
        _ quotient: Words, _ remainder: Words, _ a: ConstantWords, _ aCount: Int, _ b: ConstantWords, _ bCount: Int
    ) throws(Interruption) {
        var unit = 1
        while bCount / unit >= recursiveDivisionThreshold { unit &*= 2 }
        let n = (bCount &+ unit &- 1) / unit &* unit
        let bits = b[bCount &- 1].leadingZeroBitCount
        let pad = n &- bCount
        // Both are scaled by 2^(64 pad + bits), so that the divisor fills its n words up to the top bit.
        let scaled = aCount &+ pad &+ 1
        let blocks = max((scaled &+ n &- 1) / n, 2)
        let scratch = try Scratch(n &+ blocks &* n &+ n &* 3 &+ blocks &* n)
        let divisor = scratch.words
        let dividend = divisor + n
        let window = dividend + blocks &* n
        let quotients = window + 3 &* n
        zero(divisor, pad)
        shiftLeft(divisor + pad, b, bCount, bits)
        zero(dividend, blocks &* n)
        dividend[pad &+ aCount] = shiftLeft(dividend + pad, a, aCount, bits)

        var block = blocks &- 1
        copy(window + n, dividend + block &* n, n)
        if compare(window + n, divisor, n) >= 0 {
            // At most once the divisor fits into the top block.
            subtract(window + n, window + n, n, divisor, n)
            zero(quotients + block &* n, n)
            quotients[block &* n] = 1
        } else {
            zero(quotients + block &* n, n)
        }
        while block > 0 {
            block &-= 1
            copy(window, dividend + block &* n, n)
            try divideTwoByOne(quotients + block &* n, window, divisor, n)
            // The remainder, now in the low half, is the high half of the next step.
            copy(window + n, window, n)
        }
        let length = aCount &- bCount &+ 1
        copy(quotient, quotients, min(length, blocks &* n))
        if length > blocks &* n { zero(quotient + blocks &* n, length &- blocks &* n) }
        shiftRight(remainder, window + n + pad, bCount, bits)
    }

    /// a (2n words, less than b << 64 n) / b (n words, top bit set): n words of quotient, remainder into the low n words of `a`.
    /// The high words of `a` are left as zeros. Depth: log2(n).
    private static func divideTwoByOne(_ quotient: Words, _ a: Words, _ b: ConstantWords, _ n: Int) throws(Interruption) {
        if n & 1 != 0 || n < recursiveDivisionThreshold {
            if n == 1 {
                let (q, r) = b[0].dividingFullWidth((a[1], a[0]))
                quotient[0] = q
                a[0] = r
                a[1] = 0
                return
            }
            divideNormalised(quotient, a, 2 &* n, b, n)
            return
        }
        try Digits.poll()
        let half = n / 2
        let scratch = try Scratch(n)
        try divideThreeByTwo(quotient + half, a + half, b, half, scratch.words)
        try divideThreeByTwo(quotient, a, b, half, scratch.words)
    }

    /// a (3h words) / b (2h words): h words of quotient, remainder into the low 2h words of `a`, zero above.
    private static func divideThreeByTwo(
        _ quotient: Words, _ a: Words, _ b: ConstantWords, _ h: Int, _ product: Words
    ) throws(Interruption) {
        let bHigh = b + h
        if compare(a + 2 &* h, bHigh, h) < 0 {
            try divideTwoByOne(quotient, a + h, bHigh, h)
        } else {
            // The quotient would not fit: take 2^(64 h) - 1, whose remainder is high - bHigh * 2^(64 h) + bHigh.
            quotient.update(repeating: .max, count: h)
            subtract(a + 2 &* h, a + 2 &* h, h, bHigh, h)
            accumulate(a + h, 2 &* h, bHigh, h)
        }
        // Now a = remainder of the high parts, extended by the lowest part; take off quotient * bLow.
        try multiply(product, quotient, h, b, h)
        var borrow = subtractLong(a, 3 &* h, product, 2 &* h)
        while borrow != 0 {
            decrement(quotient, h)
            borrow &-= accumulate(a, 3 &* h, b, 2 &* h)
        }
    }

    private static func subtractLong(_ a: Words, _ count: Int, _ b: ConstantWords, _ bCount: Int) -> UInt64 {
        subtract(a, a, count, b, bCount)
    }

    private static func decrement(_ a: Words, _ count: Int) {
        for i in 0..<count {
            let (difference, borrow) = a[i].subtractingReportingOverflow(1)
            a[i] = difference
            if !borrow { return }
        }
    }
}
