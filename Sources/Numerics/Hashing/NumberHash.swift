#if canImport(Glibc)
import Glibc
#endif

/// Hashes of numbers: equal numbers of different types hash alike, by reduction modulo a prime
/// (Python library reference, "Hashing of numeric types").
public enum NumberHash {
    @inlinable public static var bits: Int { 61 }
    /// 2^61 - 1.
    @inlinable public static var modulus: UInt64 { 0x1FFF_FFFF_FFFF_FFFF }
    @inlinable public static var infinity: Int { 314159 }
    @inlinable public static var imaginary: Int { 1_000_003 }

    /// `hash()` of an int of one word.
    @inlinable
    public static func hash(_ value: Int) -> Int {
        let magnitude = UInt64(value.magnitude)
        if magnitude < modulus { return value == -1 ? -2 : value }
        var residue = (magnitude & modulus) &+ magnitude &>> 61
        if residue >= modulus { residue &-= modulus }
        let hash = Int(truncatingIfNeeded: residue)
        let signed = value < 0 ? 0 &- hash : hash
        return signed == -1 ? -2 : signed
    }

    /// `hash()` of a float that is not a NaN. NaNs hash by identity, which is the caller's: see `hash(pointer:)`.
    public static func hash(_ x: Double) -> Int {
        if !x.isFinite { return x.isNaN ? 0 : x < 0 ? 0 &- infinity : infinity }
        if x.magnitude < 0x1p52, x == x.rounded(.towardZero) { return hash(Int(x)) }
        // x = mantissa * 2^exponent; multiplying by 2 modulo 2^61 - 1 is a rotation of 61 bits.
        let zeros = x.significandBitPattern == 0 ? 52 : x.significandBitPattern.trailingZeroBitCount
        let mantissa: UInt64
        let exponent: Int
        if x.exponentBitPattern == 0 {
            mantissa = x.significandBitPattern &>> UInt64(truncatingIfNeeded: zeros)
            exponent = -1074 &+ zeros
        } else {
            mantissa = (x.significandBitPattern | 1 &<< 52) &>> UInt64(truncatingIfNeeded: zeros)
            exponent = Int(x.exponentBitPattern) &- 1075 &+ zeros
        }
        let turn = UInt64(truncatingIfNeeded: ((exponent % 61) &+ 61) % 61)
        let residue = ((mantissa &<< turn) & modulus) | mantissa &>> (61 &- turn)
        let hash = Int(truncatingIfNeeded: residue == modulus ? 0 : residue)
        let signed = x < 0 ? 0 &- hash : hash
        return signed == -1 ? -2 : signed
    }

    /// `hash()` of a complex number out of those of its parts.
    @inlinable
    public static func hash(realHash: Int, imaginaryHash: Int) -> Int {
        let combined = realHash &+ imaginary &* imaginaryHash
        return combined == -1 ? -2 : combined
    }

    /// The hash of an object by identity; also that of a NaN.
    @inlinable
    public static func hash(pointer: UInt) -> Int {
        // Objects are aligned: the low bits, always the same, go to the top.
        let turned = pointer &>> 4 | pointer &<< 60
        let hash = Int(bitPattern: turned)
        return hash == -1 ? -2 : hash
    }
}
