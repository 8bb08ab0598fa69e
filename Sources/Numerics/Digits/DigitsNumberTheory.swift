extension Digits {
    /// gcd(a, b) of magnitudes. Room: max(aCount, bCount) (0 is a multiple of everything). The result may be `a` or `b`.
    public static func gcd(
        _ result: UnsafeMutablePointer<UInt32>, _ a: UnsafePointer<UInt32>, _ aCount: Int,
        _ b: UnsafePointer<UInt32>, _ bCount: Int
    ) throws(Interruption) -> Int {
        if aCount <= 2 && bCount <= 2 {
            var u = truncatedWord(a, aCount)
            var v = truncatedWord(b, bCount)
            while v != 0 { (u, v) = (v, u % v) }
            if u < 1 << 30 {
                if u == 0 { return 0 }
                result[0] = UInt32(truncatingIfNeeded: u)
                return 1
            }
            result[0] = UInt32(truncatingIfNeeded: u) & mask
            result[1] = UInt32(truncatingIfNeeded: u &>> 30)
            return 2
        }
        let room = Limbs.count(forDigits: max(aCount, bCount)) &+ 1
        let scratch = try Scratch(room &* 2)
        let x = scratch.words
        let y = x + room
        let xCount = Limbs.pack(x, a, aCount)
        let yCount = Limbs.pack(y, b, bCount)
        let count = try Limbs.gcd(x, xCount, y, yCount)
        return Limbs.unpack(result, x, count)
    }

    /// base ** exponent % modulus of magnitudes, modulus > 0. Room: modulusCount. The result must not overlap the operands.
    ///
    /// Negative numbers are the caller's: a negative base is reduced first, a negative exponent takes `inverse`, and a negative
    /// modulus shifts the result.
    public static func power(
        _ result: UnsafeMutablePointer<UInt32>, _ base: UnsafePointer<UInt32>, _ baseCount: Int,
        _ exponent: UnsafePointer<UInt32>, _ exponentCount: Int,
        modulo modulus: UnsafePointer<UInt32>, _ modulusCount: Int
    ) throws(Interruption) -> Int {
        if modulusCount == 0 || (modulusCount == 1 && modulus[0] == 1) { return 0 }
        if modulusCount <= 2 && exponentCount <= 2 {
            return try powerInWords(result, base, baseCount, truncatedWord(exponent, exponentCount), modulus, modulusCount)
        }
        let n = Limbs.count(forDigits: modulusCount)
        let baseRoom = max(Limbs.count(forDigits: baseCount), n)
        let exponentRoom = Limbs.count(forDigits: exponentCount)
        let scratch = try Scratch(4 &* n &+ 2 &* baseRoom &+ exponentRoom &+ 4)
        let m = scratch.words
        let e = m + n
        let x = e + exponentRoom
        let reduced = x + baseRoom
        let answer = reduced + n
        let quotient = answer + n
        let count = Limbs.pack(m, modulus, modulusCount)
        let eCount = Limbs.pack(e, exponent, exponentCount)
        let xCount = Limbs.pack(x, base, baseCount)
        if xCount < count {
            Limbs.copy(reduced, x, xCount)
            Limbs.zero(reduced + xCount, count &- xCount)
        } else {
            try Limbs.divide(quotient, reduced, x, xCount, m, count)
        }
        try Limbs.power(answer, reduced, e, eCount, m, count)
        return Limbs.unpack(result, answer, count)
    }

    private static func powerInWords(
        _ result: UnsafeMutablePointer<UInt32>, _ base: UnsafePointer<UInt32>, _ baseCount: Int, _ exponent: UInt64,
        _ modulus: UnsafePointer<UInt32>, _ modulusCount: Int
    ) throws(Interruption) -> Int {
        let m = truncatedWord(modulus, modulusCount)
        var square: UInt64 = 0
        var i = baseCount
        while i > 0 {
            // square < 2^60: the shifted value needs two words.
            i &-= 1
            square = m.dividingFullWidth(((square &>> 34) % m, square &<< 30 | UInt64(base[i]))).remainder
        }
        var value: UInt64 = 1
        var exponent = exponent
        while exponent != 0 {
            if exponent & 1 != 0 { value = m.dividingFullWidth(value.multipliedFullWidth(by: square)).remainder }
            square = m.dividingFullWidth(square.multipliedFullWidth(by: square)).remainder
            exponent &>>= 1
        }
        if value == 0 { return 0 }
        result[0] = UInt32(truncatingIfNeeded: value) & mask
        if value < 1 << 30 { return 1 }
        result[1] = UInt32(truncatingIfNeeded: value &>> 30)
        return 2
    }

    /// The x in 0..<modulus with a * x = 1 modulo the modulus, or nil if there is none ("base is not invertible for the given
    /// modulus"). Magnitudes; modulus > 0. Room: modulusCount + 1. The result must not overlap the operands.
    public static func inverse(
        _ result: UnsafeMutablePointer<UInt32>, _ a: UnsafePointer<UInt32>, _ aCount: Int,
        modulo modulus: UnsafePointer<UInt32>, _ modulusCount: Int
    ) throws(Interruption) -> Int? {
        if modulusCount == 0 { return nil }
        if modulusCount == 1 && modulus[0] == 1 { return 0 }
        // Euclid's algorithm with the cofactor of `a` carried along: r = s * a modulo the modulus, always.
        let room = max(aCount, modulusCount) &+ 4
        let scratch = try Scratch(room &* 4)
        var r0 = scratch.digits
        var r1 = r0 + room
        var r2 = r1 + room
        let q = r2 + room
        var s0 = q + room
        var s1 = s0 + room
        var s2 = s1 + room
        let product = s2 + room
        for i in 0..<modulusCount { r0[i] = modulus[i] }
        var r0Count = modulusCount
        var (_, r1Count) = try divmod(q, r1, a, aCount, modulus, modulusCount)
        var s0Size = 0
        s1[0] = 1
        var s1Size = 1
        while r1Count != 0 {
            let (qCount, r2Count) = try divmod(q, r2, r0, r0Count, r1, r1Count)
            let productSize = try multiplySigned(product, q, aSize: qCount, s1, bSize: s1Size)
            let s2Size = subtractSigned(s2, s0, aSize: s0Size, product, bSize: productSize)
            (r0, r1, r2) = (r1, r2, r0)
            (r0Count, r1Count) = (r1Count, r2Count)
            (s0, s1, s2) = (s1, s2, s0)
            (s0Size, s1Size) = (s1Size, s2Size)
        }
        if r0Count != 1 || r0[0] != 1 { return nil }
        if s0Size < 0 { return subtract(result, modulus, modulusCount, s0, 0 &- s0Size) }
        for i in 0..<s0Size { result[i] = s0[i] }
        return s0Size
    }

    /// The largest x with x * x <= a. Room: count / 2 + 2. The result must not overlap the operand.
    ///
    /// Newton's iteration with a precision that doubles in every step, so that the last division dominates; each
    /// intermediate value is within 1 of the root of the leading bits.
    public static func isqrt(
        _ result: UnsafeMutablePointer<UInt32>, _ a: UnsafePointer<UInt32>, _ count: Int
    ) throws(Interruption) -> Int {
        if count == 0 { return 0 }
        if count <= 2 {
            return set(result, small: squareRoot(truncatedWord(a, count)))
        }
        let room = count &+ 4
        let scratch = try Scratch(room &* 2)
        let part = scratch.digits
        let quotient = part + room
        let remainder = quotient + room
        let root = remainder + room
        // The root has half + 1 bits.
        let half = (bitLength(a, count) &- 1) / 2
        var level = Int.bitWidth &- half.leadingZeroBitCount
        root[0] = 1
        var rootCount = 1
        var precision = 0
        while level > 0 {
            level &-= 1
            let before = precision
            precision = half &>> level
            // root = (root << (precision - before - 1)) + (a >> (2 * half - before - precision + 1)) / root
            let partCount = shiftRight(part, a, count, 2 &* half &- before &- precision &+ 1)
            let (quotientCount, _) = try divmod(quotient, remainder, part, partCount, root, rootCount)
            rootCount = shiftLeft(root, root, rootCount, precision &- before &- 1)
            rootCount = add(root, root, rootCount, quotient, quotientCount)
        }
        let squareCount = try square(part, root, rootCount)
        if compare(part, squareCount, a, count) > 0 { rootCount = subtractDigit(root, rootCount, 1) }
        for i in 0..<rootCount { result[i] = root[i] }
        return rootCount
    }

    private static func squareRoot(_ x: UInt64) -> UInt64 {
        var root = UInt64(Double(x).squareRoot())
        // x < 2^60 and one rounding each way: off by one at most.
        while root &* root > x { root &-= 1 }
        while (root &+ 1) &* (root &+ 1) <= x { root &+= 1 }
        return root
    }

    private static func set(_ result: UnsafeMutablePointer<UInt32>, small value: UInt64) -> Int {
        if value == 0 { return 0 }
        result[0] = UInt32(truncatingIfNeeded: value) & mask
        if value < 1 << 30 { return 1 }
        result[1] = UInt32(truncatingIfNeeded: value &>> 30)
        return 2
    }
}
