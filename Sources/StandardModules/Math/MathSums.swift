// Sums and products: fsum, prod, hypot, dist.

import CPythonABI
import Glibc
import Runtime

enum MathSums {
    static func add(_ module: ModuleBuilder) {
        module.function("fsum", .one { (_, sequence) throws(Raised) -> Ref in try fsum(sequence) }, MathDocs.fsum)
        module.function("prod", .bound { (_, arguments) throws(Raised) -> Ref in try prod(arguments[0], arguments[1]) }, MathDocs.prod)
        module.function(
            "hypot",
            .raw { (_, arguments) throws(Raised) -> Ref in
                if arguments.keywordCount != 0 { throw raise(.typeError, "math.hypot() takes no keyword arguments") }
                var norm = VectorNorm()
                for index in 0..<arguments.count { norm.append(try FloatConversion.number(arguments[index])) }
                return .float(norm.length())
            }, MathDocs.hypot)
        module.function(
            "dist",
            .positional(minimum: 2, maximum: 2) { (_, arguments) throws(Raised) -> Ref in
                let p = try Iteration.tuple(arguments[0])
                let q = try Iteration.tuple(arguments[1])
                let count = TupleObject.count(p.value)
                guard count == TupleObject.count(q.value) else {
                    throw raise(.valueError, "both points must have the same number of dimensions")
                }
                var norm = VectorNorm()
                for index in 0..<count {
                    let x = try FloatConversion.number(TupleObject.item(p.value, index))
                    let y = try FloatConversion.number(TupleObject.item(q.value, index))
                    norm.append(x - y)
                }
                return .float(norm.length())
            }, MathDocs.dist)
    }

    /// The length of a vector, rounded once as nearly as can be: the squares are summed with twice the precision, and the root gets a
    /// correction by what it misses.
    private struct VectorNorm {
        private var coordinates: [Double] = []
        private var largest = 0.0
        private var hasNaN = false

        mutating func append(_ x: Double) {
            let x = x.magnitude
            if x.isNaN { hasNaN = true }
            if x > largest { largest = x }
            coordinates.append(x)
        }
        func length() -> Double {
            if largest.isInfinite { return largest }
            if hasNaN { return .nan }
            if largest == 0 || coordinates.count <= 1 { return largest }
            // A power of two brings the largest to [0.5, 1): scaling is exact, and no square overflows.
            let exponent = Int(largest.exponent) + 1
            var (high, low) = (1.0, 0.0)
            for coordinate in coordinates {
                let x = exponent < -1021 ? scalbn(coordinate, -exponent) : scalbn(coordinate, -exponent)
                let square = x * x
                let rest = (-square).addingProduct(x, x)
                let sum = high + square
                low += (square - (sum - high)) + rest
                high = sum
            }
            high -= 1
            let root = (high + low).squareRoot()
            // high + low - root^2, exactly but for the last rounding.
            let square = root * root
            let rest = -(-square).addingProduct(root, root)
            let difference = (high - square) + low + rest
            return scalbn(root + difference / (2 * root), exponent)
        }
    }

    // MARK: fsum

    /// The exact sum, rounded once: partial sums that do not overlap are kept, each sum of two split into its rounding and the
    /// error of it (Shewchuk, "Adaptive Precision Floating-Point Arithmetic", 1997).
    private static func fsum(_ sequence: Value) throws(Raised) -> Ref {
        var partials: [Double] = []
        var special = 0.0
        var infinities = 0.0
        try Iteration.forEach(sequence) { (item) throws(Raised) -> Void in
            let given = try FloatConversion.number(item)
            var x = given
            var kept = 0
            for index in 0..<partials.count {
                var y = partials[index]
                if x.magnitude < y.magnitude { swap(&x, &y) }
                let high = x + y
                let low = y - (high - x)
                if low != 0 {
                    partials[kept] = low
                    kept += 1
                }
                x = high
            }
            partials.removeLast(partials.count - kept)
            if x == 0 { return }
            if x.isFinite {
                partials.append(x)
                return
            }
            if given.isFinite { throw raise(.overflowError, "intermediate overflow in fsum") }
            if given.isInfinite { infinities += given }
            special += given
            partials.removeAll(keepingCapacity: true)
        }
        if special != 0 || special.isNaN {
            if infinities.isNaN { throw raise(.valueError, "-inf + inf in fsum") }
            return .float(special)
        }
        guard var high = partials.popLast() else { return .float(0) }
        var low = 0.0
        while let y = partials.popLast() {
            let x = high
            high = x + y
            low = y - (high - x)
            if low != 0 { break }
        }
        // Half-way cases are decided by what lies below.
        if let below = partials.last, (low < 0 && below < 0) || (low > 0 && below > 0) {
            let y = low * 2
            let x = high + y
            if y == x - high { high = x }
        }
        return .float(high)
    }

    private static func prod(_ iterable: Value, _ start: Value) throws(Raised) -> Ref {
        var result = start.isNull ? IntObject.make(1) : Ref(start)
        try Iteration.forEach(iterable) { (item) throws(Raised) -> Void in
            let left = result.value
            if left.isImmediateFloat && item.isImmediateFloat {
                result = .float(left.immediateFloat * item.immediateFloat)
            } else {
                result = try Numbers.binary(.multiply, left, item)
            }
        }
        return result
    }
}
