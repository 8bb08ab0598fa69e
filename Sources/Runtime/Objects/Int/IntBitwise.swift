// << >> & | ^ of ints.

import CPythonABI
import Numerics

extension IntArithmetic {
    public static func leftShift(_ a: Value, _ b: Value) throws(Raised) -> Ref {
        if a.isSmallInt && b.isSmallInt {
            let (number, count) = (a.smallInt, b.smallInt)
            if count >= 0 && count < 48 {
                let shifted = number << count
                if shifted >> count == number { return IntObject.make(shifted) }
            }
        }
        if IntObject.sign(b) < 0 { throw raise(.valueError, "negative shift count") }
        if IntObject.sign(a) == 0 { return IntObject.make(0) }
        guard let count = IntObject.word(b) else {
            // Past this many bits the digits could not even be counted in bytes.
            let bits = IntObject.double(b) ?? .infinity
            throw bits > 30 * 0x1p61 ? raise(.overflowError, "too many digits in integer") : raise(.memoryError, argument: .null)
        }
        return try IntObject.withDigits(a) { (x, size) throws(Raised) -> Ref in
            try IntObject.build(room: Digits.shiftLeftRoom(abs(size), count)) { (room) throws(Digits.Interruption) -> Int in
                let shifted = Digits.shiftLeft(room, x, abs(size), count)
                return size < 0 ? 0 &- shifted : shifted
            }
        }
    }
    public static func rightShift(_ a: Value, _ b: Value) throws(Raised) -> Ref {
        if a.isSmallInt && b.isSmallInt && b.smallInt >= 0 { return IntObject.make(a.smallInt >> min(b.smallInt, 63)) }
        if IntObject.sign(b) < 0 { throw raise(.valueError, "negative shift count") }
        guard let count = IntObject.word(b) else { return IntObject.make(IntObject.sign(a) < 0 ? -1 : 0) }
        return try IntObject.withDigits(a) { (x, size) throws(Raised) -> Ref in
            try IntObject.build(room: max(abs(size) - count / 30, 0) + 1) { (room) throws(Digits.Interruption) -> Int in
                Digits.shiftRightSigned(room, x, size: size, count)
            }
        }
    }

    public static func and(_ a: Value, _ b: Value) throws(Raised) -> Ref {
        if !a.isObject && !b.isObject { return Ref(owned: Value(smallInt: IntObject.immediate(a) & IntObject.immediate(b))) }
        return try bitwise(.and, a, b)
    }
    public static func or(_ a: Value, _ b: Value) throws(Raised) -> Ref {
        if !a.isObject && !b.isObject { return Ref(owned: Value(smallInt: IntObject.immediate(a) | IntObject.immediate(b))) }
        return try bitwise(.or, a, b)
    }
    public static func xor(_ a: Value, _ b: Value) throws(Raised) -> Ref {
        if !a.isObject && !b.isObject { return Ref(owned: Value(smallInt: IntObject.immediate(a) ^ IntObject.immediate(b))) }
        return try bitwise(.xor, a, b)
    }
    private static func bitwise(_ operation: Digits.BitOperation, _ a: Value, _ b: Value) throws(Raised) -> Ref {
        try IntObject.withDigits(a, b) { (x, xSize, y, ySize) throws(Raised) -> Ref in
            try IntObject.build(room: Digits.bitwiseRoom(aSize: xSize, bSize: ySize)) { (room) throws(Digits.Interruption) -> Int in
                Digits.bitwise(operation, room, x, aSize: xSize, y, bSize: ySize)
            }
        }
    }

    public static func bitLength(_ a: Value) throws(Raised) -> Int {
        if !a.isObject { return Int.bitWidth - IntObject.immediate(a).magnitude.leadingZeroBitCount }
        return try IntObject.withDigits(a) { (x, size) throws(Raised) -> Int in Digits.bitLength(x, abs(size)) }
    }
    public static func bitCount(_ a: Value) throws(Raised) -> Int {
        try IntObject.withDigits(a) { (x, size) throws(Raised) -> Int in Digits.bitCount(x, abs(size)) }
    }
    /// Greatest common divisor, not negative.
    public static func gcd(_ a: Value, _ b: Value) throws(Raised) -> Ref {
        if !a.isObject && !b.isObject {
            var (x, y) = (IntObject.immediate(a).magnitude, IntObject.immediate(b).magnitude)
            while y != 0 { (x, y) = (y, x % y) }
            return IntObject.make(Int(x))
        }
        return try IntObject.withDigits(a, b) { (x, xSize, y, ySize) throws(Raised) -> Ref in
            try IntObject.build(room: max(abs(xSize), abs(ySize))) { (room) throws(Digits.Interruption) -> Int in
                try Digits.gcd(room, x, abs(xSize), y, abs(ySize))
            }
        }
    }
}

extension IntArithmetic {
    /// The mantissa in [0.5, 1) and the exponent of an int of any size.
    public static func frexp(_ a: Value) throws(Raised) -> (mantissa: Double, exponent: Int) {
        try IntObject.withDigits(a) { (x, size) throws(Raised) -> (mantissa: Double, exponent: Int) in Digits.frexp(x, size: size) }
    }
    /// The whole part of the square root of an int that is not negative.
    public static func isqrt(_ a: Value) throws(Raised) -> Ref {
        try IntObject.withDigits(a) { (x, size) throws(Raised) -> Ref in
            try IntObject.build(room: abs(size) / 2 + 2) { (room) throws(Digits.Interruption) -> Int in try Digits.isqrt(room, x, abs(size)) }
        }
    }
}
