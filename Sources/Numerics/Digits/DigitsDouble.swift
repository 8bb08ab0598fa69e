#if canImport(Glibc)
import Glibc
#endif

/// Exact dealings between ints and floats: conversion, comparison and division, each rounded once.
extension Digits {
    /// The double nearest to (mantissa + something less than 1 if `sticky`) * 2^exponent, ties to even; nil on overflow.
    /// If sticky, the mantissa must have at least 55 bits. Subnormal results are rounded once, too.
    static func rounded(_ mantissa: UInt64, sticky: Bool, exponent: Int) -> Double? {
        if mantissa == 0 { return 0 }
        let length = 64 &- mantissa.leadingZeroBitCount
        // The weight of the result's last bit: 53 bits down, but no further than 2^-1074.
        let lowest = max(exponent &+ length &- 53, -1074)
        let drop = lowest &- exponent
        if drop <= 0 {
            if exponent > 1023 { return nil }
            return scaled(Double(mantissa), exponent)
        }
        if drop > 64 { return 0 }
        let kept = drop == 64 ? 0 : mantissa &>> UInt64(truncatingIfNeeded: drop)
        let half: UInt64 = 1 &<< UInt64(truncatingIfNeeded: drop &- 1)
        let rest = drop == 64 ? mantissa : mantissa & ((half &<< 1) &- 1)
        let up = rest > half || (rest == half && (sticky || kept & 1 != 0))
        return scaled(Double(up ? kept &+ 1 : kept), lowest)
    }

    /// x * 2^exponent, exact by the caller's arrangement; nil if it is too large.
    private static func scaled(_ x: Double, _ exponent: Int) -> Double? {
        let result = scalbn(x, Int32(truncatingIfNeeded: max(min(exponent, 5000), -5000)))
        return result.isInfinite ? nil : result
    }

    /// The 64 bits from the top of a magnitude of more than 64 bits, and whether anything nonzero is below them.
    private static func topWord(_ a: UnsafePointer<UInt32>, _ count: Int, _ bits: Int) -> (UInt64, Bool) {
        let below = bits &- 64
        let first = below / 30
        let part = UInt64(truncatingIfNeeded: below % 30)
        var word = UInt64(a[first]) &>> part
        var held = 30 &- part
        var i = first &+ 1
        while held < 64 && i < count {
            word |= UInt64(a[i]) &<< held
            held &+= 30
            i &+= 1
        }
        return (word, anyBits(a, count, below: below))
    }

    /// The nearest double to a signed number, ties to even; nil if it is too large ("int too large to convert to float").
    public static func double(_ a: UnsafePointer<UInt32>, size: Int) -> Double? {
        let count = size < 0 ? 0 &- size : size
        let magnitude: Double
        if let word = word(a, count) {
            magnitude = Double(word)
        } else {
            let bits = bitLength(a, count)
            if bits > 1024 { return nil }
            let (top, sticky) = topWord(a, count, bits)
            guard let result = rounded(top, sticky: sticky, exponent: bits &- 64) else { return nil }
            magnitude = result
        }
        return size < 0 ? -magnitude : magnitude
    }

    /// The mantissa in [0.5, 1) rounded to a double, and the exponent, of any signed number, however large: what
    /// logarithms of large ints are made of.
    public static func frexp(_ a: UnsafePointer<UInt32>, size: Int) -> (mantissa: Double, exponent: Int) {
        let count = size < 0 ? 0 &- size : size
        if count == 0 { return (0, 0) }
        let bits = bitLength(a, count)
        var magnitude: Double
        if let word = word(a, count) {
            magnitude = scalbn(rounded(word, sticky: false, exponent: 0) ?? 0, Int32(truncatingIfNeeded: 0 &- bits))
        } else {
            let (top, sticky) = topWord(a, count, bits)
            magnitude = rounded(top, sticky: sticky, exponent: -64) ?? 1
        }
        var exponent = bits
        if magnitude >= 1 {
            magnitude /= 2
            exponent &+= 1
        }
        return (size < 0 ? -magnitude : magnitude, exponent)
    }

    /// Digits that `set(_:truncating:)` may write.
    @inlinable public static var roomForDouble: Int { 36 }

    /// The integral part of a finite double; returns its size. Room: `roomForDouble`.
    public static func set(_ result: UnsafeMutablePointer<UInt32>, truncating x: Double) -> Int {
        guard x.isFinite else { return 0 }
        let magnitude = x.magnitude
        let count: Int
        if magnitude < 0x1p64 {
            count = set(result, UInt64(magnitude))
        } else {
            let exponent = Int(magnitude.exponent) &- 52
            let digits = set(result, magnitude.significandBitPattern | 1 &<< 52)
            count = shiftLeft(result, result, digits, exponent)
        }
        return x < 0 ? 0 &- count : count
    }

    /// Compares a signed number with a double that is not a NaN, exactly: -1, 0 or 1.
    public static func compare(_ a: UnsafePointer<UInt32>, size: Int, with x: Double) -> Int {
        if x.isInfinite { return x < 0 ? 1 : -1 }
        let sign = size < 0 ? -1 : size == 0 ? 0 : 1
        let other = x < 0 ? -1 : x == 0 ? 0 : 1
        if sign != other { return sign < other ? -1 : 1 }
        if sign == 0 { return 0 }
        let count = size < 0 ? 0 &- size : size
        let magnitude = x.magnitude
        let order: Int
        if magnitude < 1 {
            order = 1
        } else {
            let bits = bitLength(a, count)
            let exponent = Int(magnitude.exponent) &+ 1
            if bits != exponent {
                order = bits < exponent ? -1 : 1
            } else {
                order = withUnsafeTemporaryAllocation(of: UInt32.self, capacity: roomForDouble) { buffer -> Int in
                    guard let whole = buffer.baseAddress else { return 0 }
                    let wholeCount = set(whole, truncating: magnitude)
                    let order = compare(a, count, whole, wholeCount)
                    return order == 0 && magnitude != magnitude.rounded(.towardZero) ? -1 : order
                }
            }
        }
        return sign < 0 ? 0 &- order : order
    }

    public enum TrueQuotient: Sendable {
        case value(Double)
        /// ZeroDivisionError: "division by zero".
        case divisionByZero
        /// OverflowError: "integer division result too large for a float".
        case overflow
    }

    /// int / int of signed numbers: the nearest double to the exact quotient.
    public static func trueDivide(
        _ a: UnsafePointer<UInt32>, aSize: Int, _ b: UnsafePointer<UInt32>, bSize: Int
    ) throws(Interruption) -> TrueQuotient {
        if bSize == 0 { return .divisionByZero }
        // 0 / -1 is -0.0, as it is for floats.
        let negative = (aSize < 0) != (bSize < 0)
        if aSize == 0 { return .value(negative ? -0.0 : 0) }
        let aCount = aSize < 0 ? 0 &- aSize : aSize
        let bCount = bSize < 0 ? 0 &- bSize : bSize
        if aCount <= 2, bCount <= 2, let x = word(a, aCount), let y = word(b, bCount), x <= 1 << 53, y <= 1 << 53 {
            let quotient = Double(x) / Double(y)
            return .value(negative ? -quotient : quotient)
        }
        let difference = bitLength(a, aCount) &- bitLength(b, bCount)
        if difference > 1024 { return .overflow }
        if difference < -1080 { return .value(negative ? -0.0 : 0) }
        // Scale so that the quotient has 60 or 61 bits; what is lost makes it inexact but cannot change its rounding.
        let shift = 60 &- difference
        let room = aCount &+ bCount &+ (shift < 0 ? 0 &- shift : shift) / 30 &+ 8
        let scratch = try Scratch(room &* 3)
        let x = scratch.digits
        let y = x + room &* 2
        let q = y + room &* 2
        var sticky = false
        let xCount: Int
        if shift >= 0 {
            xCount = shiftLeft(x, a, aCount, shift)
        } else {
            xCount = shiftRight(x, a, aCount, 0 &- shift)
            sticky = anyBits(a, aCount, below: 0 &- shift)
        }
        let (qCount, rCount) = try divmod(q, y, x, xCount, b, bCount)
        if rCount != 0 { sticky = true }
        guard let bits = word(q, qCount), let result = rounded(bits, sticky: sticky, exponent: 0 &- shift) else {
            return .overflow
        }
        return .value(negative ? -result : result)
    }
}
