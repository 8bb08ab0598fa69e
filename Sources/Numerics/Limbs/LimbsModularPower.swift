/// base ** exponent mod modulus: sliding window over the exponent, Montgomery's multiplication for odd moduli of ordinary length,
/// multiplication and division for the others.
extension Limbs {
    /// Above this the quadratic Montgomery step loses to fast multiplication and division.
    static var montgomeryLimit: Int { 256 }

    /// Writes n words, where n is the modulus's normalised count; base < modulus, given in n words; modulus > 1.
    static func power(
        _ result: Words, _ base: ConstantWords, _ exponent: ConstantWords, _ exponentCount: Int, _ modulus: ConstantWords,
        _ n: Int
    ) throws(Interruption) {
        let exponentCount = normalisedCount(exponent, exponentCount)
        if exponentCount == 0 {
            zero(result, n)
            result[0] = 1
            return
        }
        let bits = exponentCount &* 64 &- exponent[exponentCount &- 1].leadingZeroBitCount
        let window = bits < 24 ? 1 : bits < 80 ? 3 : bits < 500 ? 4 : 5
        let tableCount = 1 &<< (window &- 1)
        let field = try Field(modulus, n)
        let scratch = try Scratch((tableCount &+ 2) &* n)
        // table[i] is base^(2i + 1).
        let table = scratch.words
        let square = table + tableCount &* n
        let current = square + n
        try field.enter(table, base)
        if tableCount > 1 {
            try field.multiply(square, table, table)
            for i in 1..<tableCount { try field.multiply(table + i &* n, table + (i &- 1) &* n, square) }
        }
        var started = false
        var i = bits &- 1
        while i >= 0 {
            if !bit(exponent, i) {
                if started { try field.multiply(current, current, current) }
                i &-= 1
                continue
            }
            // The longest run of at most `window` bits that ends in a one.
            var low = max(i &- window &+ 1, 0)
            while !bit(exponent, low) { low &+= 1 }
            var value = 0
            var j = i
            while j >= low {
                value = value &<< 1 | (bit(exponent, j) ? 1 : 0)
                if started { try field.multiply(current, current, current) }
                j &-= 1
            }
            let entry = table + (value &>> 1) &* n
            if started {
                try field.multiply(current, current, entry)
            } else {
                copy(current, entry, n)
                started = true
            }
            i = low &- 1
        }
        try field.leave(result, current)
    }

    @inline(__always)
    private static func bit(_ words: ConstantWords, _ i: Int) -> Bool {
        words[i / 64] &>> UInt64(truncatingIfNeeded: i % 64) & 1 != 0
    }

    /// Multiplication modulo a number, in Montgomery's representation (x is kept as x * 2^(64 n)) if that is possible.
    private struct Field: ~Copyable {
        let modulus: ConstantWords
        let n: Int
        /// -1 / modulus mod 2^64, or 0 if the modulus is even or too long.
        let inverse: UInt64
        /// 3n + 2 words of work space, then 2^(128 n) mod modulus.
        let scratch: Scratch

        init(_ modulus: ConstantWords, _ n: Int) throws(Interruption) {
            self.modulus = modulus
            self.n = n
            let odd = modulus[0] & 1 != 0 && n <= Limbs.montgomeryLimit
            if odd {
                // Newton's iteration doubles the number of right bits, from 3.
                var x = modulus[0]
                for _ in 0..<5 { x = x &* (2 &- modulus[0] &* x) }
                inverse = 0 &- x
            } else {
                inverse = 0
            }
            scratch = try Scratch(5 &* n &+ 8)
        }

        private var work: Words { scratch.words }

        func enter(_ result: Words, _ x: ConstantWords) throws(Interruption) {
            if inverse == 0 { return Limbs.copy(result, x, n) }
            // x * 2^(64 n) mod modulus.
            let dividend = work
            Limbs.zero(dividend, n)
            Limbs.copy(dividend + n, x, n)
            try Limbs.divide(work + 2 &* n, result, dividend, 2 &* n, modulus, n)
        }

        func leave(_ result: Words, _ x: ConstantWords) throws(Interruption) {
            if inverse == 0 { return Limbs.copy(result, x, n) }
            let one = work + (3 &* n &+ 4)
            Limbs.zero(one, n)
            one[0] = 1
            try multiply(result, x, one)
        }

        /// The result may be an operand.
        func multiply(_ result: Words, _ a: ConstantWords, _ b: ConstantWords) throws(Interruption) {
            let t = work
            if inverse == 0 {
                try Digits.poll()
                try Limbs.multiply(t, a, n, b, n)
                let count = Limbs.normalisedCount(t, 2 &* n)
                if count < n || (count == n && Limbs.compare(t, modulus, n) < 0) {
                    return Limbs.copy(result, t, n)
                }
                return try Limbs.divide(t + 2 &* n, result, t, count, modulus, n)
            }
            // One row of the product, then one word of the reduction, in turn; t stays below 2 * modulus.
            Limbs.zero(t, 2 &* n &+ 1)
            for i in 0..<n {
                let row = t + i
                let high = Limbs.multiplyAdd(row, a, n, b[i])
                let (s, o1) = row[n].addingReportingOverflow(high)
                let more = Limbs.multiplyAdd(row, modulus, n, row[0] &* inverse)
                let (u, o2) = s.addingReportingOverflow(more)
                row[n] = u
                row[n &+ 1] = (o1 ? 1 : 0) &+ (o2 ? 1 : 0)
            }
            let top = t + n
            if top[n] != 0 || Limbs.compare(top, modulus, n) >= 0 {
                Limbs.subtract(result, top, n, modulus, n)
            } else {
                Limbs.copy(result, top, n)
            }
        }
    }
}
