extension Digits {
    /// Divisors of up to this many digits are not worth repacking into limbs.
    static var limbDivisionThreshold: Int { 6 }

    /// Divides a magnitude by a digit other than 0; returns the remainder. Room: count. The quotient may be `a`.
    @discardableResult
    public static func divideByDigit(
        _ quotient: UnsafeMutablePointer<UInt32>, _ a: UnsafePointer<UInt32>, _ count: Int, _ divisor: UInt32
    ) -> UInt32 {
        if divisor == 0 { return 0 }
        var remainder: UInt64 = 0
        let wide = UInt64(divisor)
        var i = count
        while i > 0 {
            i &-= 1
            let dividend = remainder &<< 30 | UInt64(a[i])
            let q = dividend / wide
            quotient[i] = UInt32(truncatingIfNeeded: q)
            remainder = dividend &- q &* wide
        }
        return UInt32(truncatingIfNeeded: remainder)
    }

    /// a % digit.
    public static func remainderByDigit(_ a: UnsafePointer<UInt32>, _ count: Int, _ divisor: UInt32) -> UInt32 {
        if divisor == 0 { return 0 }
        var remainder: UInt64 = 0
        let wide = UInt64(divisor)
        var i = count
        while i > 0 {
            i &-= 1
            remainder = (remainder &<< 30 | UInt64(a[i])) % wide
        }
        return UInt32(truncatingIfNeeded: remainder)
    }

    /// Digits of quotient that a division may write.
    @inlinable
    public static func quotientRoom(_ aCount: Int, _ bCount: Int) -> Int { max(aCount &- bCount, 0) &+ 2 }

    /// The quotient and the remainder of magnitudes, b != 0 (b = 0 gives 0 and 0).
    /// Room: `quotientRoom` and bCount + 1. The results must not overlap the operands or each other.
    public static func divmod(
        _ quotient: UnsafeMutablePointer<UInt32>, _ remainder: UnsafeMutablePointer<UInt32>,
        _ a: UnsafePointer<UInt32>, _ aCount: Int, _ b: UnsafePointer<UInt32>, _ bCount: Int
    ) throws(Interruption) -> (quotient: Int, remainder: Int) {
        if bCount == 0 { return (0, 0) }
        if compare(a, aCount, b, bCount) < 0 {
            for i in 0..<aCount { remainder[i] = a[i] }
            return (0, aCount)
        }
        if bCount == 1 {
            remainder[0] = divideByDigit(quotient, a, aCount, b[0])
            return (normalisedCount(quotient, aCount), remainder[0] == 0 ? 0 : 1)
        }
        if bCount == 2 { return divmodByPair(quotient, remainder, a, aCount, b) }
        return try divmodInLimbs(quotient, remainder, a, aCount, b, bCount)
    }

    /// A divisor of two digits fits a word, and with the running remainder before it, so does every quotient digit.
    private static func divmodByPair(
        _ quotient: UnsafeMutablePointer<UInt32>, _ remainder: UnsafeMutablePointer<UInt32>,
        _ a: UnsafePointer<UInt32>, _ aCount: Int, _ b: UnsafePointer<UInt32>
    ) -> (quotient: Int, remainder: Int) {
        let divisor = UInt64(b[0]) | UInt64(b[1]) &<< 30
        var rest: UInt64 = 0
        var i = aCount
        while i > 0 {
            i &-= 1
            let low = rest &<< 30 | UInt64(a[i])
            if rest &>> 34 == 0 {
                let q = low / divisor
                quotient[i] = UInt32(truncatingIfNeeded: q)
                rest = low &- q &* divisor
            } else {
                let (q, r) = divisor.dividingFullWidth((rest &>> 34, low))
                quotient[i] = UInt32(truncatingIfNeeded: q)
                rest = r
            }
        }
        remainder[0] = UInt32(truncatingIfNeeded: rest) & mask
        remainder[1] = UInt32(truncatingIfNeeded: rest &>> 30)
        return (normalisedCount(quotient, aCount), normalisedCount(remainder, 2))
    }

    @inline(never)
    private static func divmodInLimbs(
        _ quotient: UnsafeMutablePointer<UInt32>, _ remainder: UnsafeMutablePointer<UInt32>,
        _ a: UnsafePointer<UInt32>, _ aCount: Int, _ b: UnsafePointer<UInt32>, _ bCount: Int
    ) throws(Interruption) -> (quotient: Int, remainder: Int) {
        let aRoom = Limbs.count(forDigits: aCount)
        let bRoom = Limbs.count(forDigits: bCount)
        let scratch = try Scratch(aRoom &* 2 &+ bRoom &* 2 &+ 2)
        let x = scratch.words
        let y = x + aRoom
        let q = y + bRoom
        let r = q + (aRoom &+ 1)
        let xCount = Limbs.pack(x, a, aCount)
        let yCount = Limbs.pack(y, b, bCount)
        try Limbs.divide(q, r, x, xCount, y, yCount)
        return (Limbs.unpack(quotient, q, xCount &- yCount &+ 1), Limbs.unpack(remainder, r, yCount))
    }

    /// Python's `divmod` of signed numbers, rounding down, the remainder taking the divisor's sign; b != 0.
    /// Room: `quotientRoom` of the counts, and |bSize| + 1. The results must not overlap the operands or each other.
    public static func floorDivmod(
        _ quotient: UnsafeMutablePointer<UInt32>, _ remainder: UnsafeMutablePointer<UInt32>,
        _ a: UnsafePointer<UInt32>, aSize: Int, _ b: UnsafePointer<UInt32>, bSize: Int
    ) throws(Interruption) -> (quotientSize: Int, remainderSize: Int) {
        let bCount = bSize < 0 ? 0 &- bSize : bSize
        var (q, r) = try divmod(quotient, remainder, a, aSize < 0 ? 0 &- aSize : aSize, b, bCount)
        if (aSize < 0) == (bSize < 0) { return (q, bSize < 0 ? 0 &- r : r) }
        if r != 0 {
            q = addDigit(quotient, q, 1)
            r = subtract(remainder, b, bCount, remainder, r)
        }
        return (0 &- q, bSize < 0 ? 0 &- r : r)
    }
}
