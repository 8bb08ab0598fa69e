#if canImport(Glibc)
import Glibc
#endif

/// What Python's floats do differently from the machine's.
public enum FloatArithmetic {
    /// `a // b` and `a % b` for b != 0: the quotient rounds down, the remainder has the sign of b and is exact.
    public static func divmod(_ a: Double, _ b: Double) -> (quotient: Double, remainder: Double) {
        var remainder = fmod(a, b)
        // Not a / b: the remainder is exact, so this division is all but exact.
        var quotient = (a - remainder) / b
        if remainder != 0 {
            if (b < 0) != (remainder < 0) {
                remainder += b
                quotient -= 1
            }
        } else {
            remainder = b.sign == .minus ? -0.0 : 0
        }
        if quotient != 0 {
            var floored = quotient.rounded(.down)
            if quotient - floored > 0.5 { floored += 1 }
            quotient = floored
        } else {
            // A zero with the sign of the true quotient.
            quotient = (a / b).sign == .minus ? -0.0 : 0
        }
        return (quotient, remainder)
    }

    /// `a % b` for b != 0.
    public static func remainder(_ a: Double, _ b: Double) -> Double {
        let remainder = fmod(a, b)
        if remainder == 0 { return b.sign == .minus ? -0.0 : 0 }
        return (b < 0) != (remainder < 0) ? remainder + b : remainder
    }

    /// `a // b` for b != 0.
    public static func floorDivide(_ a: Double, _ b: Double) -> Double { divmod(a, b).quotient }

    public enum Power: Sendable {
        case value(Double)
        /// A negative number to a fractional power: the result is the complex power.
        case complex
        /// ZeroDivisionError: "0.0 cannot be raised to a negative power".
        case zeroToNegative
        /// OverflowError(34, "Numerical result out of range").
        case overflow
    }

    /// `a ** b`.
    public static func power(_ a: Double, _ b: Double) -> Power {
        if b == 0 { return .value(1) }
        if a.isNaN { return .value(a) }
        if b.isNaN { return .value(a == 1 ? 1 : b) }
        if b.isInfinite {
            let magnitude = a.magnitude
            if magnitude == 1 { return .value(1) }
            return .value((b > 0) == (magnitude > 1) ? .infinity : 0)
        }
        let odd = fmod(b.magnitude, 2) == 1
        if a.isInfinite {
            if b > 0 { return .value(odd ? a : a.magnitude) }
            return .value(odd && a < 0 ? -0.0 : 0)
        }
        if a == 0 {
            if b < 0 { return .zeroToNegative }
            return .value(odd ? a : 0)
        }
        if a < 0 && b != b.rounded(.down) { return .complex }
        if a.magnitude == 1 { return .value(a < 0 && odd ? -1 : 1) }
        let result = pow(a, b)
        return result.isInfinite ? .overflow : .value(result)
    }

    /// `round(x, digits)`, x finite: correctly rounded in decimal, ties to even; nil if the result is too large for a float.
    public static func round(_ x: Double, digits: Int) -> Double? {
        if x == 0 || digits > 323 || !x.isFinite { return x }
        if digits < -308 { return x < 0 ? -0.0 : 0 }
        if digits >= 0, digits <= 18, let decimal = FixedDecimal(x, digits) {
            let unit = FloatText.tenToThe(digits)
            let (high, low) = decimal.whole.multipliedFullWidth(by: unit)
            let (total, overflow) = low.addingReportingOverflow(decimal.fraction)
            if high == 0, !overflow, let result = FloatText.scale(total, 0 &- digits, dropped: false) {
                return x < 0 ? -result : result
            }
        }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: ExactDecimal.room &+ 16) { buffer -> Double? in
            guard let text = buffer.baseAddress else { return nil }
            var decimal = ExactDecimal(x, text)
            decimal.round(keeping: decimal.point &+ digits)
            decimal.trim()
            // digits, "e", exponent: read back by the ordinary reader.
            var end = decimal.count
            let exponent = decimal.point &- decimal.count
            text[end] = 0x65
            text[end &+ 1] = exponent < 0 ? 0x2D : 0x2B
            end &+= 2
            var word = UInt64(exponent.magnitude)
            Limbs.writeDigits(text + end, &word, 4, 10)
            let result = FloatText.parsePrefix(text, end &+ 4).value
            if result.isInfinite { return nil }
            return x < 0 ? -result : result
        }
    }

    /// The mantissa as a whole odd number (or 0) and a binary exponent: x == mantissa * 2^exponent, for finite x.
    /// `as_integer_ratio` is mantissa shifted left, or over a power of two.
    public static func integerRatio(_ x: Double) -> (mantissa: Int64, exponent: Int) {
        if x == 0 || !x.isFinite { return (0, 0) }
        var mantissa = x.significandBitPattern
        var exponent = Int(x.exponentBitPattern)
        if exponent == 0 { exponent = 1 } else { mantissa |= 1 &<< 52 }
        let zeros = mantissa.trailingZeroBitCount
        mantissa &>>= UInt64(truncatingIfNeeded: zeros)
        let signed = Int64(bitPattern: mantissa)
        return (x < 0 ? 0 &- signed : signed, exponent &- 1075 &+ zeros)
    }
}
