/// Floats as text: `repr`, the presentation types of `format`, and their reading (`FloatText+Parse`).
///
/// Nothing here depends on the C locale. Text is ASCII, written to memory of the caller.
public enum FloatText {
    public struct Flags: OptionSet, Sendable {
        public let rawValue: UInt8
        @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// `#`: always a decimal point, and no zeros removed by 'g'.
        public static var alternate: Flags { Flags(rawValue: 1) }
        /// At least one digit after the point if there is no exponent, as `repr` has it.
        public static var addDotZero: Flags { Flags(rawValue: 2) }
        /// A `+` before positive numbers.
        public static var sign: Flags { Flags(rawValue: 4) }
        /// `z`: a zero after rounding loses its minus.
        public static var noNegativeZero: Flags { Flags(rawValue: 8) }
    }

    // MARK: repr

    /// Longest `repr` of a float, with room to spare.
    @inlinable public static var reprRoom: Int { 32 }

    /// `repr(x)`; returns the length. Room: `reprRoom`.
    public static func repr(_ text: UnsafeMutablePointer<UInt8>, _ x: Double) -> Int {
        writeShortest(text, x, flags: .addDotZero)
    }

    /// As `repr`, but without ".0": the parts of a complex number, and `format(x, 'n')` and the like without precision.
    static func writeShortest(_ text: UnsafeMutablePointer<UInt8>, _ x: Double, flags: Flags, upper: Bool = false) -> Int {
        let (start, finite) = begin(text, x, flags, upper, isZero: x == 0)
        if !finite { return start }
        if x == 0 {
            text[start] = 0x30
            return finishFixed(text, start &+ 1, decimals: 0, flags)
        }
        let shortest = ShortestDecimal(x.bitPattern & 0x7FFF_FFFF_FFFF_FFFF)
        var digits = shortest.digits
        let count = Limbs.decimalLength(digits)
        let point = count &+ shortest.exponent
        if point > -4 && point <= 16 {
            if point <= 0 {
                // 0.000ddd
                let zeros = 0 &- point
                text[start] = 0x30
                text[start &+ 1] = 0x2E
                for i in 0..<zeros { text[start &+ 2 &+ i] = 0x30 }
                Limbs.writeDigits(text + (start &+ 2 &+ zeros), &digits, count, 10)
                return start &+ 2 &+ zeros &+ count
            }
            Limbs.writeDigits(text + start, &digits, count, 10)
            if point >= count {
                for i in count..<point { text[start &+ i] = 0x30 }
                return finishFixed(text, start &+ point, decimals: 0, flags)
            }
            var i = count
            while i > point {
                text[start &+ i] = text[start &+ i &- 1]
                i &-= 1
            }
            text[start &+ point] = 0x2E
            return start &+ count &+ 1
        }
        Limbs.writeDigits(text + (start &+ 1), &digits, count, 10)
        text[start] = text[start &+ 1]
        var end = start &+ 1
        if count > 1 {
            text[end] = 0x2E
            end = start &+ count &+ 1
        } else if flags.contains(.alternate) {
            text[end] = 0x2E
            end &+= 1
        }
        return writeExponent(text, end, point &- 1, upper)
    }

    // MARK: format

    /// The largest precision that `format` takes ("precision too big" above it).
    @inlinable public static var maximalPrecision: Int { Int(Int32.max) }

    /// Characters that `format` may write.
    public static func formatRoom(_ x: Double, code: UInt8, precision: Int, flags: Flags) -> Int {
        let precision = max(precision, 0)
        switch code | 0x20 {
        case 0x72: return 40
        // Zeros are removed, so there are no more digits than the number has.
        case 0x67 where !flags.contains(.alternate): return min(precision, ExactDecimal.room) &+ 40
        case 0x66:
            let whole = x.isFinite && x.magnitude >= 1 ? Int(x.exponent) &* 30103 / 100_000 &+ 2 : 2
            return whole &+ precision &+ 8
        default: return precision &+ 40
        }
    }

    /// Writes x in presentation 'e', 'f', 'g' (or capital), or 'r' for the shortest digits, which ignores the precision.
    /// Returns the length. Room: `formatRoom`.
    ///
    /// '%' and 'n' are the caller's: x * 100 as 'f' with a sign behind, and 'g' with the locale's separators.
    public static func format(
        _ text: UnsafeMutablePointer<UInt8>, _ x: Double, code: UInt8, precision: Int, flags: Flags = []
    ) -> Int {
        let upper = code & 0x20 == 0
        let kind = code | 0x20
        if kind == 0x72 { return writeShortest(text, x, flags: flags, upper: upper) }
        if !x.isFinite { return begin(text, x, flags, upper, isZero: false).0 }
        let precision = max(precision, 0)
        if kind == 0x66, let length = formatShortFixed(text, x, precision, flags, upper) { return length }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: ExactDecimal.room) { buffer -> Int in
            guard let memory = buffer.baseAddress else { return 0 }
            var decimal = ExactDecimal(x, memory)
            switch kind {
            case 0x66:
                // A huge precision must not overflow the sum.
                if decimal.point &+ precision < decimal.count { decimal.round(keeping: decimal.point &+ precision) }
                let (start, _) = begin(text, x, flags, upper, isZero: decimal.isZero)
                return writeFixed(text, start, decimal, decimals: precision, flags)
            case 0x65:
                decimal.round(keeping: precision &+ 1)
                let (start, _) = begin(text, x, flags, upper, isZero: decimal.isZero)
                return writeScientific(text, start, decimal, decimals: precision, flags, upper)
            default:
                let significant = max(precision, 1)
                decimal.round(keeping: significant)
                let (start, _) = begin(text, x, flags, upper, isZero: decimal.isZero)
                let exponent = decimal.point &- 1
                let keepZeros = flags.contains(.alternate)
                if !keepZeros { decimal.trim() }
                let limit = flags.contains(.addDotZero) ? significant &- 1 : significant
                if exponent >= -4 && exponent < limit {
                    let decimals = keepZeros ? significant &- 1 &- exponent : max(decimal.count &- decimal.point, 0)
                    return writeFixed(text, start, decimal, decimals: decimals, flags)
                }
                let decimals = keepZeros ? significant &- 1 : decimal.count &- 1
                return writeScientific(text, start, decimal, decimals: decimals, flags, upper)
            }
        }
    }

    /// 'f' of ordinary numbers in 128-bit arithmetic; nil if the number or the precision is too large for it.
    private static func formatShortFixed(
        _ text: UnsafeMutablePointer<UInt8>, _ x: Double, _ precision: Int, _ flags: Flags, _ upper: Bool
    ) -> Int? {
        guard precision <= 18, let rounded = FixedDecimal(x, precision) else { return nil }
        let (start, _) = begin(text, x, flags, upper, isZero: rounded.whole == 0 && rounded.fraction == 0)
        var whole = rounded.whole
        let count = Limbs.decimalLength(whole)
        Limbs.writeDigits(text + start, &whole, count, 10)
        let end = start &+ count
        if precision == 0 { return finishFixed(text, end, decimals: 0, flags) }
        text[end] = 0x2E
        var fraction = rounded.fraction
        Limbs.writeDigits(text + (end &+ 1), &fraction, precision, 10)
        return end &+ 1 &+ precision
    }

    // MARK: Pieces

    /// Writes the sign, and all of an infinity or a NaN. Returns the end and whether the number is finite.
    private static func begin(
        _ text: UnsafeMutablePointer<UInt8>, _ x: Double, _ flags: Flags, _ upper: Bool, isZero: Bool
    ) -> (Int, Bool) {
        var end = 0
        if x.isNaN {
            if flags.contains(.sign) {
                text[0] = 0x2B
                end = 1
            }
            return (writeWord(text, end, 0x6E, 0x61, 0x6E, upper), false)
        }
        if x.sign == .minus && !(isZero && flags.contains(.noNegativeZero)) {
            text[0] = 0x2D
            end = 1
        } else if flags.contains(.sign) {
            text[0] = 0x2B
            end = 1
        }
        if x.isInfinite { return (writeWord(text, end, 0x69, 0x6E, 0x66, upper), false) }
        return (end, true)
    }

    private static func writeWord(
        _ text: UnsafeMutablePointer<UInt8>, _ at: Int, _ a: UInt8, _ b: UInt8, _ c: UInt8, _ upper: Bool
    ) -> Int {
        let lower: UInt8 = upper ? 0x20 : 0
        text[at] = a &- lower
        text[at &+ 1] = b &- lower
        text[at &+ 2] = c &- lower
        return at &+ 3
    }

    /// What follows a whole number: nothing, "." or ".0".
    private static func finishFixed(_ text: UnsafeMutablePointer<UInt8>, _ end: Int, decimals: Int, _ flags: Flags) -> Int {
        if flags.contains(.addDotZero) {
            text[end] = 0x2E
            text[end &+ 1] = 0x30
            return end &+ 2
        }
        if flags.contains(.alternate) {
            text[end] = 0x2E
            return end &+ 1
        }
        return end
    }

    private static func writeFixed(
        _ text: UnsafeMutablePointer<UInt8>, _ start: Int, _ decimal: ExactDecimal, decimals: Int, _ flags: Flags
    ) -> Int {
        var end = start
        let digits = decimal.text
        if decimal.point <= 0 {
            text[end] = 0x30
            end &+= 1
        } else {
            for i in 0..<decimal.point {
                text[end] = i < decimal.count ? digits[i] : 0x30
                end &+= 1
            }
        }
        if decimals <= 0 { return finishFixed(text, end, decimals: 0, flags) }
        text[end] = 0x2E
        end &+= 1
        // Zeros before the first digit, digits, zeros behind the last.
        let zeros = min(max(0 &- decimal.point, 0), decimals)
        (text + end).update(repeating: 0x30, count: zeros)
        end &+= zeros
        let first = max(decimal.point, 0)
        let available = max(min(decimal.count &- first, decimals &- zeros), 0)
        for i in 0..<available { text[end &+ i] = digits[first &+ i] }
        end &+= available
        let rest = decimals &- zeros &- available
        (text + end).update(repeating: 0x30, count: rest)
        return end &+ rest
    }

    private static func writeScientific(
        _ text: UnsafeMutablePointer<UInt8>, _ start: Int, _ decimal: ExactDecimal, decimals: Int, _ flags: Flags,
        _ upper: Bool
    ) -> Int {
        text[start] = decimal.text[0]
        var end = start &+ 1
        if decimals > 0 || flags.contains(.alternate) {
            text[end] = 0x2E
            end &+= 1
        }
        if decimals > 0 {
            let available = min(decimal.count &- 1, decimals)
            for i in 0..<available { text[end &+ i] = decimal.text[i &+ 1] }
            end &+= available
            (text + end).update(repeating: 0x30, count: decimals &- available)
            end &+= decimals &- available
        }
        return writeExponent(text, end, decimal.point &- 1, upper)
    }

    private static func writeExponent(
        _ text: UnsafeMutablePointer<UInt8>, _ at: Int, _ exponent: Int, _ upper: Bool
    ) -> Int {
        text[at] = upper ? 0x45 : 0x65
        text[at &+ 1] = exponent < 0 ? 0x2D : 0x2B
        var word = UInt64(exponent.magnitude)
        let count = word >= 100 ? 3 : 2
        Limbs.writeDigits(text + (at &+ 2), &word, count, 10)
        return at &+ 2 &+ count
    }

    /// 10^exponent, for 0...19.
    @inline(__always)
    static func tenToThe(_ exponent: Int) -> UInt64 {
        // The table's significand is exact here; only its binary scale is to be undone.
        DecimalPower(exponent).high &>> UInt64(truncatingIfNeeded: 63 &- DecimalPower.binaryExponent(exponent))
    }
}
