// Functions of math on ints: factorial, comb, perm, gcd, lcm, isqrt.

import CPythonABI
import Runtime

enum MathIntegers {
    private static let one = Value(smallInt: 1)

    static func add(_ module: ModuleBuilder) {
        module.function("factorial", .one { (_, n) throws(Raised) -> Ref in try factorial(n) }, MathDocs.factorial)
        module.function("comb", .positional(minimum: 2, maximum: 2) { (_, a) throws(Raised) -> Ref in try comb(a[0], a[1]) }, MathDocs.comb)
        module.function("perm", .positional(minimum: 1, maximum: 2) { (_, a) throws(Raised) -> Ref in try perm(a[0], a[1]) }, MathDocs.perm)
        module.function("isqrt", .one { (_, n) throws(Raised) -> Ref in
            let n = try Index.object(n)
            if IntObject.sign(n.value) < 0 { throw raise(.valueError, "isqrt() argument must be nonnegative") }
            return try IntArithmetic.isqrt(n.value)
        }, MathDocs.isqrt)
        module.function("gcd", .raw { (_, arguments) throws(Raised) -> Ref in
            if arguments.keywordCount != 0 { throw raise(.typeError, "math.gcd() takes no keyword arguments") }
            var result = IntObject.make(0)
            for index in 0..<arguments.count {
                let next = try Index.object(arguments[index])
                // Once 1, the rest is only checked.
                if !(result.value === one) || index == 0 { result = try IntArithmetic.gcd(result.value, next.value) }
            }
            return result
        }, MathDocs.gcd)
        module.function("lcm", .raw { (_, arguments) throws(Raised) -> Ref in
            if arguments.keywordCount != 0 { throw raise(.typeError, "math.lcm() takes no keyword arguments") }
            var result = IntObject.make(1)
            for index in 0..<arguments.count {
                let next = try Index.object(arguments[index])
                if IntObject.sign(result.value) == 0 { continue }
                if IntObject.sign(next.value) == 0 {
                    result = IntObject.make(0)
                    continue
                }
                let divisor = try IntArithmetic.gcd(result.value, next.value)
                let part = try IntArithmetic.floorDivide(result.value, divisor.value)
                let product = try IntArithmetic.multiply(part.value, next.value)
                result = try IntArithmetic.absolute(product.value)
            }
            return result
        }, MathDocs.lcm)
    }

    /// The product of low, low + 1, ..., high by halves, so that factors grow alike.
    private static func product(_ low: Int, _ high: Int) throws(Raised) -> Ref {
        if low > high { return IntObject.make(1) }
        if high - low < 16 {
            var result = IntObject.make(low)
            var word = 1
            var factor = low + 1
            // Small factors are gathered into words first.
            while factor <= high {
                let (next, overflow) = word.multipliedReportingOverflow(by: factor)
                if overflow || next > 1 << 48 {
                    let gathered = IntObject.make(word)
                    result = try IntArithmetic.multiply(result.value, gathered.value)
                    word = factor
                } else {
                    word = next
                }
                factor += 1
            }
            let last = IntObject.make(word)
            return try IntArithmetic.multiply(result.value, last.value)
        }
        let middle = low + (high - low) / 2
        let left = try product(low, middle)
        let right = try product(middle + 1, high)
        return try IntArithmetic.multiply(left.value, right.value)
    }

    private static func factorial(_ n: Value) throws(Raised) -> Ref {
        let n = try Index.object(n)
        if IntObject.sign(n.value) < 0 { throw raise(.valueError, "factorial() not defined for negative values") }
        guard let count = IntObject.word(n.value) else {
            throw raise(.overflowError, "factorial() argument should not exceed \(Int.max)")
        }
        return try product(2, count)
    }

    /// n * (n - 1) * ... of `count` factors, for n of any size.
    private static func falling(_ n: Value, _ count: Int) throws(Raised) -> Ref {
        if count == 0 { return IntObject.make(1) }
        if let word = IntObject.word(n) { return try product(word - count + 1, word) }
        if count == 1 { return IntObject.exact(n) }
        let half = count / 2
        let left = try falling(n, half)
        let offset = IntObject.make(half)
        let rest = try IntArithmetic.subtract(n, offset.value)
        let right = try falling(rest.value, count - half)
        return try IntArithmetic.multiply(left.value, right.value)
    }

    private static func perm(_ n: Value, _ k: Value) throws(Raised) -> Ref {
        if k.isNull || k.isNone { return try factorial(n) }
        let n = try Index.object(n)
        let k = try Index.object(k)
        if IntObject.sign(n.value) < 0 { throw raise(.valueError, "n must be a non-negative integer") }
        if IntObject.sign(k.value) < 0 { throw raise(.valueError, "k must be a non-negative integer") }
        if IntArithmetic.order(n.value, k.value) < 0 { return IntObject.make(0) }
        guard let count = IntObject.word(k.value) else { throw raise(.overflowError, "k must not exceed \(Int.max)") }
        return try falling(n.value, count)
    }

    private static func comb(_ n: Value, _ k: Value) throws(Raised) -> Ref {
        let n = try Index.object(n)
        let k = try Index.object(k)
        if IntObject.sign(n.value) < 0 { throw raise(.valueError, "n must be a non-negative integer") }
        if IntObject.sign(k.value) < 0 { throw raise(.valueError, "k must be a non-negative integer") }
        let rest = try IntArithmetic.subtract(n.value, k.value)
        if IntObject.sign(rest.value) < 0 { return IntObject.make(0) }
        let smaller = IntArithmetic.order(rest.value, k.value) < 0 ? rest.value : k.value
        guard let count = IntObject.word(smaller) else {
            throw raise(.overflowError, "min(n - k, k) must not exceed \(Int.max)")
        }
        if let word = IntObject.word(n.value), let result = smallComb(word, count) { return IntObject.make(result) }
        let top = try falling(n.value, count)
        let bottom = try product(2, count)
        return try IntArithmetic.floorDivide(top.value, bottom.value)
    }
    /// In machine words, if all intermediate results fit.
    private static func smallComb(_ n: Int, _ k: Int) -> Int? {
        if k > 64 { return nil }
        var result = 1
        var index = 0
        while index < k {
            let (product, overflow) = result.multipliedReportingOverflow(by: n - index)
            if overflow { return nil }
            index += 1
            result = product / index
        }
        return result
    }
}
