/// Greatest common divisors by Lehmer's method: several steps of Euclid's algorithm are found from the leading words alone and
/// applied to the long numbers at once.
extension Limbs {
    /// gcd(a, b), destroying both; the result is left in `a`, its count is returned. Room of each: the longer count + 1.
    static func gcd(_ a: Words, _ aCount: Int, _ b: Words, _ bCount: Int) throws(Interruption) -> Int {
        var x = a
        var y = b
        var xCount = normalisedCount(a, aCount)
        var yCount = normalisedCount(b, bCount)
        if xCount < yCount || (xCount == yCount && compare(x, y, xCount) < 0) {
            swap(&x, &y)
            swap(&xCount, &yCount)
        }
        let width = xCount &+ 1
        let scratch = try Scratch(3 &* width &+ 2)
        let first = scratch.words
        let second = first + width
        let quotient = second
        var rounds = 0
        while yCount > 1 {
            rounds &+= 1
            if rounds & 0xFF == 0 { try Digits.poll() }
            let steps = cosequence(x, xCount, y, yCount)
            if steps.b == 0 {
                // The leading words tell nothing: one long division.
                try divide(quotient, first, x, xCount, y, yCount)
                let remainderCount = normalisedCount(first, yCount)
                copy(x, y, yCount)
                xCount = yCount
                copy(y, first, remainderCount)
                yCount = remainderCount
                continue
            }
            zero(y + yCount, xCount &- yCount)
            combine(first, x, y, xCount, steps.a, steps.b)
            combine(second, x, y, xCount, steps.c, steps.d)
            copy(x, first, xCount)
            copy(y, second, xCount)
            yCount = normalisedCount(y, xCount)
            xCount = normalisedCount(x, xCount)
        }
        if yCount == 1 {
            var v = y[0]
            var u = xCount == 1 ? x[0] % v : divideByWord(first, x, xCount, v)
            while u != 0 { (u, v) = (v % u, u) }
            a[0] = v
            return 1
        }
        copy(a, x, x == a ? 0 : xCount)
        return xCount
    }

    /// The steps that Euclid's algorithm takes for certain, as a matrix; b == 0 if there is none.
    private static func cosequence(
        _ x: Words, _ xCount: Int, _ y: Words, _ yCount: Int
    ) -> (a: Int64, b: Int64, c: Int64, d: Int64) {
        if xCount &- yCount > 1 { return (1, 0, 0, 1) }
        // The leading 62 bits of x, and the bits of y in the same places.
        let shift = x[xCount &- 1].leadingZeroBitCount
        func top(_ n: Words, _ count: Int) -> Int64 {
            let high = count >= xCount ? n[xCount &- 1] : 0
            let next = xCount >= 2 ? n[xCount &- 2] : 0
            let word = shift == 0 ? high : high &<< UInt64(shift) | next &>> UInt64(64 &- shift)
            return Int64(bitPattern: word &>> 2)
        }
        var u = top(x, xCount)
        var v = top(y, yCount)
        var a: Int64 = 1
        var b: Int64 = 0
        var c: Int64 = 0
        var d: Int64 = 1
        while v > 0 {
            let q = u / v
            let rest = u &- q &* v
            let (qc, o1) = q.multipliedReportingOverflow(by: c)
            let (qd, o2) = q.multipliedReportingOverflow(by: d)
            if o1 || o2 || qc.magnitude > 1 << 61 || qd.magnitude > 1 << 61 { break }
            let nextC = a &- qc
            let nextD = b &- qd
            // The true leading parts lie between those of (u + a) / (v + c) and (u + b) / (v + d): q must be the quotient of both.
            if rest &+ nextC < 0 || rest &+ nextC >= v &+ c || rest &+ nextD < 0 || rest &+ nextD >= v &+ d { break }
            (a, b, c, d) = (c, d, nextC, nextD)
            (u, v) = (v, rest)
        }
        return (a, b, c, d)
    }

    /// result = p * x + q * y over count words; p and q have opposite signs, and the sum is known to fit.
    private static func combine(_ result: Words, _ x: Words, _ y: Words, _ count: Int, _ p: Int64, _ q: Int64) {
        if p > 0 || q < 0 {
            _ = multiplyByWord(result, x, count, p.magnitude)
            _ = multiplySubtract(result, y, count, q.magnitude)
        } else {
            _ = multiplyByWord(result, y, count, q.magnitude)
            _ = multiplySubtract(result, x, count, p.magnitude)
        }
    }
}
