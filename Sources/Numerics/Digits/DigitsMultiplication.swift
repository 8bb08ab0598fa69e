extension Digits {
    /// From this many digits in the shorter operand on, multiplying in limbs wins over doing it digit by digit.
    static var limbMultiplicationThreshold: Int { 10 }

    /// a * b. Room: aCount + bCount. The result must not overlap the operands.
    public static func multiply(
        _ result: UnsafeMutablePointer<UInt32>, _ a: UnsafePointer<UInt32>, _ aCount: Int,
        _ b: UnsafePointer<UInt32>, _ bCount: Int
    ) throws(Interruption) -> Int {
        if aCount < bCount { return try multiply(result, b, bCount, a, aCount) }
        if bCount == 0 { return 0 }
        if bCount >= limbMultiplicationThreshold {
            return try multiplyInLimbs(result, a, aCount, b, bCount)
        }
        multiplyByRows(result, a, aCount, b, bCount)
        return result[aCount &+ bCount &- 1] == 0 ? aCount &+ bCount &- 1 : aCount &+ bCount
    }

    /// a * a. Room: 2 * count. The result must not overlap the operand.
    public static func square(
        _ result: UnsafeMutablePointer<UInt32>, _ a: UnsafePointer<UInt32>, _ count: Int
    ) throws(Interruption) -> Int {
        try multiply(result, a, count, a, count)
    }

    /// a * b of signed numbers. Room: |aSize| + |bSize|. The result must not overlap the operands.
    public static func multiplySigned(
        _ result: UnsafeMutablePointer<UInt32>, _ a: UnsafePointer<UInt32>, aSize: Int,
        _ b: UnsafePointer<UInt32>, bSize: Int
    ) throws(Interruption) -> Int {
        let count = try multiply(
            result, a, aSize < 0 ? 0 &- aSize : aSize, b, bSize < 0 ? 0 &- bSize : bSize)
        return (aSize < 0) == (bSize < 0) ? count : 0 &- count
    }

    /// a * digit + carry in place. Room: count + 1.
    public static func multiplyByDigit(
        _ a: UnsafeMutablePointer<UInt32>, _ count: Int, _ digit: UInt32, adding: UInt32 = 0
    ) -> Int {
        var carry = UInt64(adding)
        for i in 0..<count {
            carry = UInt64(a[i]) &* UInt64(digit) &+ carry
            a[i] = UInt32(truncatingIfNeeded: carry & wideMask)
            carry &>>= 30
        }
        if carry == 0 { return normalisedCount(a, count) }
        a[count] = UInt32(truncatingIfNeeded: carry)
        return count &+ 1
    }

    private static func multiplyByRows(
        _ result: UnsafeMutablePointer<UInt32>, _ a: UnsafePointer<UInt32>, _ aCount: Int,
        _ b: UnsafePointer<UInt32>, _ bCount: Int
    ) {
        var carry: UInt64 = 0
        let first = UInt64(b[0])
        for i in 0..<aCount {
            carry = UInt64(a[i]) &* first &+ carry
            result[i] = UInt32(truncatingIfNeeded: carry & wideMask)
            carry &>>= 30
        }
        result[aCount] = UInt32(truncatingIfNeeded: carry)
        for j in 1..<max(bCount, 1) {
            let digit = UInt64(b[j])
            let row = result + j
            carry = 0
            for i in 0..<aCount {
                carry = UInt64(a[i]) &* digit &+ UInt64(row[i]) &+ carry
                row[i] = UInt32(truncatingIfNeeded: carry & wideMask)
                carry &>>= 30
            }
            row[aCount] = UInt32(truncatingIfNeeded: carry)
        }
    }

    @inline(never)
    private static func multiplyInLimbs(
        _ result: UnsafeMutablePointer<UInt32>, _ a: UnsafePointer<UInt32>, _ aCount: Int,
        _ b: UnsafePointer<UInt32>, _ bCount: Int
    ) throws(Interruption) -> Int {
        let aRoom = Limbs.count(forDigits: aCount)
        let bRoom = Limbs.count(forDigits: bCount)
        let scratch = try Scratch((aRoom &+ bRoom) &* 2)
        let x = scratch.words
        let xCount = Limbs.pack(x, a, aCount)
        let product = x + (aRoom &+ bRoom)
        let productCount: Int
        if a == b && aCount == bCount {
            try Limbs.multiply(product, x, xCount, x, xCount)
            productCount = Limbs.normalisedCount(product, xCount &* 2)
        } else {
            let y = x + aRoom
            let yCount = Limbs.pack(y, b, bCount)
            try Limbs.multiply(product, x, xCount, y, yCount)
            productCount = Limbs.normalisedCount(product, xCount &+ yCount)
        }
        return Limbs.unpack(result, product, productCount)
    }

    // MARK: Powers

    /// Digits that a ** exponent may write, or nil if that is more than memory could hold.
    public static func powerRoom(_ a: UnsafePointer<UInt32>, _ count: Int, exponent: Int) -> Int? {
        let (bits, overflow) = bitLength(a, count).multipliedReportingOverflow(by: exponent)
        if overflow || bits > 1 << 46 { return nil }
        return bits / 30 &+ 2
    }

    /// a ** exponent for exponent >= 0. Room: `powerRoom`. The result must not overlap the operand.
    public static func power(
        _ result: UnsafeMutablePointer<UInt32>, _ a: UnsafePointer<UInt32>, _ count: Int, exponent: Int
    ) throws(Interruption) -> Int {
        if exponent == 0 {
            result[0] = 1
            return 1
        }
        if count == 0 { return 0 }
        // Powers of two are taken out first: 10 ** n is 5 ** n shifted, and 2 ** n is nothing but a shift.
        let zeros = trailingZeroBits(a, count)
        guard let room = powerRoom(a, count, exponent: exponent) else { throw .outOfMemory }
        let scratch = try Scratch(room &+ 2 &+ count)
        let odd = scratch.digits
        let oddCount = shiftRight(odd, a, count, zeros)
        let buffer = odd + (count &+ 1)
        var current = result
        var other = buffer
        var currentCount = oddCount
        for i in 0..<oddCount { current[i] = odd[i] }
        var bit = Int.bitWidth &- exponent.leadingZeroBitCount &- 2
        while bit >= 0 {
            if oddCount == 1 && odd[0] == 1 { break }
            currentCount = try square(other, current, currentCount)
            swap(&current, &other)
            if exponent &>> bit & 1 != 0 {
                if oddCount == 1 {
                    currentCount = multiplyByDigit(current, currentCount, odd[0])
                } else {
                    currentCount = try multiply(other, current, currentCount, odd, oddCount)
                    swap(&current, &other)
                }
            }
            bit &-= 1
        }
        if zeros > 0 { return shiftLeft(result, current, currentCount, zeros &* exponent) }
        if current != result {
            for i in 0..<currentCount { result[i] = current[i] }
        }
        return currentCount
    }
}
