/// Products by size of the shorter operand: rows up to `karatsubaThreshold`, Karatsuba's three half-size products up to
/// `transformThreshold`, and from there on a number-theoretic transform (`LimbsTransform`), which is all but linear.
extension Limbs {
    static var karatsubaThreshold: Int { 32 }
    static var transformThreshold: Int { 1500 }

    /// a * b; writes exactly aCount + bCount words.
    static func multiply(
        _ result: Words, _ a: ConstantWords, _ aCount: Int, _ b: ConstantWords, _ bCount: Int
    ) throws(Interruption) {
        if aCount < bCount { return try multiply(result, b, bCount, a, aCount) }
        if bCount < karatsubaThreshold { return multiplyByRows(result, a, aCount, b, bCount) }
        try Digits.poll()
        if bCount >= transformThreshold && aCount &+ bCount <= transformLimit && aCount < 4 &* bCount {
            return try multiplyByTransform(result, a, aCount, b, bCount)
        }
        if aCount == bCount {
            let scratch = try Scratch(4 &* bCount &+ 128)
            return try karatsuba(result, a, b, bCount, scratch.words)
        }
        // Unbalanced: the longer one in pieces as long as the shorter.
        let scratch = try Scratch(2 &* bCount)
        let part = scratch.words
        zero(result, aCount &+ bCount)
        var done = 0
        while done < aCount {
            let length = min(bCount, aCount &- done)
            try multiply(part, b, bCount, a + done, length)
            accumulate(result + done, aCount &+ bCount &- done, part, bCount &+ length)
            done &+= length
        }
    }

    static func multiplyByRows(
        _ result: Words, _ a: ConstantWords, _ aCount: Int, _ b: ConstantWords, _ bCount: Int
    ) {
        if bCount == 0 { return zero(result, aCount) }
        result[aCount] = multiplyByWord(result, a, aCount, b[0])
        var j = 1
        while j < bCount {
            result[aCount &+ j] = multiplyAdd(result + j, a, aCount, b[j])
            j &+= 1
        }
    }

    /// a * b for equal counts; `scratch` has 4 * count + 128 words. Depth: log2(count).
    ///
    /// With a = a1 B + a0: a * b = p1 B^2 + (p1 + p0 - (a1 - a0)(b1 - b0)) B + p0. The differences are at most as long as
    /// the halves, unlike the sums of the textbook form.
    private static func karatsuba(
        _ result: Words, _ a: ConstantWords, _ b: ConstantWords, _ count: Int, _ scratch: Words
    ) throws(Interruption) {
        if count < karatsubaThreshold { return multiplyByRows(result, a, count, b, count) }
        if count >= transformThreshold && 2 &* count <= transformLimit {
            return try multiplyByTransform(result, a, count, b, count)
        }
        let low = (count &+ 1) / 2
        let high = count &- low
        let rest = scratch + 2 &* low
        let aNegative = absoluteDifference(result, a, low, a + low, high)
        let bNegative = absoluteDifference(result + low, b, low, b + low, high)
        try karatsuba(scratch, result, result + low, low, rest)
        try karatsuba(result, a, b, low, rest)
        try karatsuba(result + 2 &* low, a + low, b + low, high, rest)
        // middle = p0 + p1 -+ product of the differences; one word longer than it may end up to be.
        let middle = rest
        var top = add(middle, result, 2 &* low, result + 2 &* low, 2 &* high)
        if aNegative == bNegative {
            top = top &- subtract(middle, middle, 2 &* low, scratch, 2 &* low)
        } else {
            top = top &+ add(middle, middle, 2 &* low, scratch, 2 &* low)
        }
        middle[2 &* low] = top
        let middleCount = normalisedCount(middle, 2 &* low &+ 1)
        accumulate(result + low, 2 &* count &- low, middle, middleCount)
    }

    /// |a - b| in aCount words, aCount >= bCount; true if a < b.
    private static func absoluteDifference(
        _ result: Words, _ a: ConstantWords, _ aCount: Int, _ b: ConstantWords, _ bCount: Int
    ) -> Bool {
        let aLength = normalisedCount(a, aCount)
        let bLength = normalisedCount(b, bCount)
        let less = aLength != bLength ? aLength < bLength : compare(a, b, aLength) < 0
        if less {
            subtract(result, b, bLength, a, aLength)
            zero(result + bLength, aCount &- bLength)
        } else {
            subtract(result, a, aLength, b, bLength)
            zero(result + aLength, aCount &- aLength)
        }
        return less
    }
}
