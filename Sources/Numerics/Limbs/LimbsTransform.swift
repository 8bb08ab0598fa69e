/// Products of very long numbers by a number-theoretic transform.
///
/// The numbers are cut into 16-bit pieces, the coefficients of polynomials whose product is computed point by point in
/// the field of integers modulo p = 2^64 - 2^32 + 1. A coefficient of the product is a sum of at most 2^31 products of 32
/// bits, so it is less than p and comes out exact. p is chosen because 2^32 divides p - 1 (transforms of any practical power of two
/// exist) and because a 128-bit product reduces modulo p by shifts and additions.
extension Limbs {
    /// Longest product, in words: 2^26 pieces of 16 bits, whose work space is 1.6 GB. Karatsuba halves longer ones.
    static var transformLimit: Int { 1 << 24 }

    private static var prime: UInt64 { 0xFFFF_FFFF_0000_0001 }

    @inline(__always)
    private static func addMod(_ a: UInt64, _ b: UInt64) -> UInt64 {
        // a - (p - b), adding p back when that runs below zero.
        subtractMod(a, prime &- b)
    }

    @inline(__always)
    private static func subtractMod(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let difference = subtract(a, b, 0)
        return difference.low &+ (difference.high & prime)
    }

    @inline(__always)
    private static func multiplyMod(_ a: UInt64, _ b: UInt64) -> UInt64 {
        // 2^64 = 2^32 - 1 and 2^96 = -1 modulo p.
        let (high, low) = multiplyAdd(a, b, 0, 0)
        let first = subtract(low, high &>> 32, 0)
        let reduced = first.low &- (first.high & 0xFFFF_FFFF)
        let low32 = high & 0xFFFF_FFFF
        let sum = add(reduced, (low32 &<< 32) &- low32, 0)
        let folded = sum.low &+ ((0 &- sum.high) & 0xFFFF_FFFF)
        let last = subtract(folded, prime, 0)
        return last.low &+ (last.high & prime)
    }

    private static func powerMod(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
        var result: UInt64 = 1
        var square = base
        var exponent = exponent
        while exponent != 0 {
            if exponent & 1 != 0 { result = multiplyMod(result, square) }
            square = multiplyMod(square, square)
            exponent &>>= 1
        }
        return result
    }

    static func multiplyByTransform(
        _ result: Words, _ a: ConstantWords, _ aCount: Int, _ b: ConstantWords, _ bCount: Int
    ) throws(Interruption) {
        let pieces = (aCount &+ bCount) &* 4
        var size = 1
        while size < pieces { size &<<= 1 }
        let squaring = a == b && aCount == bCount
        let scratch = try Scratch(size &* (squaring ? 2 : 3))
        let roots = scratch.words
        let x = roots + size
        prepareRoots(roots, size)
        spread(x, size, a, aCount)
        try forward(x, size, roots)
        if squaring {
            for i in 0..<size { x[i] = multiplyMod(x[i], x[i]) }
        } else {
            let y = x + size
            spread(y, size, b, bCount)
            try forward(y, size, roots)
            for i in 0..<size { x[i] = multiplyMod(x[i], y[i]) }
        }
        try inverse(x, size, roots)
        // Undo the factor `size`, and carry between the pieces.
        let scale = powerMod(UInt64(size), prime &- 2)
        var carryLow: UInt64 = 0
        var carryHigh: UInt64 = 0
        for i in 0..<(aCount &+ bCount) {
            var word: UInt64 = 0
            for j in 0..<4 {
                let value = multiplyMod(x[4 &* i &+ j], scale)
                let (sum, overflow) = carryLow.addingReportingOverflow(value)
                carryHigh &+= overflow ? 1 : 0
                word |= (sum & 0xFFFF) &<< UInt64(truncatingIfNeeded: 16 &* j)
                carryLow = sum &>> 16 | carryHigh &<< 48
                carryHigh &>>= 16
            }
            result[i] = word
        }
    }

    private static func spread(_ x: Words, _ size: Int, _ a: ConstantWords, _ count: Int) {
        for i in 0..<count {
            let word = a[i]
            x[4 &* i] = word & 0xFFFF
            x[4 &* i &+ 1] = word &>> 16 & 0xFFFF
            x[4 &* i &+ 2] = word &>> 32 & 0xFFFF
            x[4 &* i &+ 3] = word &>> 48
        }
        zero(x + 4 &* count, size &- 4 &* count)
    }

    /// roots[h + j] is the j-th power of a primitive 2h-th root of one, for each power of two h below the size:
    /// every pass of the transform reads its roots in sequence.
    private static func prepareRoots(_ roots: Words, _ size: Int) {
        var half = size / 2
        if half == 0 { return }
        let root = powerMod(7, (prime &- 1) / UInt64(size))
        var value: UInt64 = 1
        for j in 0..<half {
            roots[half &+ j] = value
            value = multiplyMod(value, root)
        }
        while half > 1 {
            let next = half / 2
            for j in 0..<next { roots[next &+ j] = roots[half &+ 2 &* j] }
            half = next
        }
    }

    /// Decimation in frequency: in natural order, out in bit-reversed order, which `inverse` undoes.
    /// Recursive so that the halves are finished while they are in the cache. Depth: log2(size).
    private static func forward(_ x: Words, _ size: Int, _ roots: ConstantWords) throws(Interruption) {
        if size <= 1 { return }
        let half = size / 2
        let w = roots + half
        for j in 0..<half {
            let u = x[j]
            let v = x[half &+ j]
            x[j] = addMod(u, v)
            x[half &+ j] = multiplyMod(subtractMod(u, v), w[j])
        }
        if size >= 1 << 14 { try Digits.poll() }
        try forward(x, half, roots)
        try forward(x + half, half, roots)
    }

    private static func inverse(_ x: Words, _ size: Int, _ roots: ConstantWords) throws(Interruption) {
        if size <= 1 { return }
        let half = size / 2
        try inverse(x, half, roots)
        try inverse(x + half, half, roots)
        if size >= 1 << 14 { try Digits.poll() }
        // The inverse of the j-th power of the root is minus its (half - j)-th power.
        let w = roots + half
        let u = x[0]
        let v = x[half]
        x[0] = addMod(u, v)
        x[half] = subtractMod(u, v)
        for j in 1..<max(half, 1) {
            let u = x[j]
            let v = multiplyMod(x[half &+ j], w[half &- j])
            x[j] = subtractMod(u, v)
            x[half &+ j] = addMod(u, v)
        }
    }
}
