// ** and pow() of ints.

import CPythonABI
import Numerics

extension IntArithmetic {
    public static func power(_ a: Value, _ b: Value) throws(Raised) -> Ref {
        if IntObject.sign(b) < 0 {
            // An int to a negative power is a float.
            return try FloatArithmetic.power(try IntObject.float(a), try IntObject.float(b))
        }
        guard let exponent = IntObject.word(b) else {
            // Only these have powers that memory can hold.
            if let base = IntObject.word(a), base.magnitude <= 1 {
                return IntObject.make(base == -1 && !IntObject.isOdd(b) ? 1 : base)
            }
            throw raise(.memoryError, argument: .null)
        }
        if a.isSmallInt, let result = wordPower(a.smallInt, exponent) { return IntObject.make(result) }
        return try IntObject.withDigits(a) { (x, size) throws(Raised) -> Ref in
            let count = abs(size)
            if count == 0 { return IntObject.make(exponent == 0 ? 1 : 0) }
            if count == 1 && x[0] == 1 { return IntObject.make(size < 0 && exponent & 1 != 0 ? -1 : 1) }
            guard let room = Digits.powerRoom(x, count, exponent: exponent) else { throw raise(.memoryError, argument: .null) }
            return try IntObject.build(room: room) { (result) throws(Digits.Interruption) -> Int in
                let count = try Digits.power(result, x, count, exponent: exponent)
                return size < 0 && exponent & 1 != 0 ? 0 &- count : count
            }
        }
    }
    /// The power if all of the computation fits machine words.
    @inline(__always) private static func wordPower(_ base: Int, _ exponent: Int) -> Int? {
        var (result, square, left) = (1, base, exponent)
        while true {
            if left & 1 != 0 {
                let (product, overflow) = result.multipliedReportingOverflow(by: square)
                if overflow { return nil }
                result = product
            }
            left &>>= 1
            if left == 0 { return result }
            let (product, overflow) = square.multipliedReportingOverflow(by: square)
            if overflow { return nil }
            square = product
        }
    }

    /// pow(a, b, modulus): a negative exponent takes the inverse, the result has the modulus's sign.
    public static func power(_ a: Value, _ b: Value, modulo modulus: Value) throws(Raised) -> Ref {
        let sign = IntObject.sign(modulus)
        if sign == 0 { throw raise(.valueError, "pow() 3rd argument cannot be 0") }
        let positive = try absolute(modulus)
        var base = try modulo(a, positive.value)
        var exponent = Ref(b)
        if IntObject.sign(b) < 0 {
            base = try inverse(base.value, positive.value)
            exponent = try negative(b)
        }
        let result = try IntObject.withDigits(base.value, exponent.value) { (x, xSize, e, eSize) throws(Raised) -> Ref in
            try IntObject.withDigits(positive.value) { (m, mSize) throws(Raised) -> Ref in
                try IntObject.build(room: mSize + 1) { (room) throws(Digits.Interruption) -> Int in
                    try Digits.power(room, x, xSize, e, eSize, modulo: m, mSize)
                }
            }
        }
        if sign < 0 && IntObject.sign(result.value) != 0 { return try subtract(result.value, positive.value) }
        return result
    }
    /// The inverse of a number modulo a positive one.
    private static func inverse(_ a: Value, _ modulus: Value) throws(Raised) -> Ref {
        var found = true
        let result = try IntObject.withDigits(a, modulus) { (x, xSize, m, mSize) throws(Raised) -> Ref in
            try IntObject.build(room: mSize + 1) { (room) throws(Digits.Interruption) -> Int in
                if let count = try Digits.inverse(room, x, xSize, modulo: m, mSize) { return count }
                found = false
                return 0
            }
        }
        if !found { throw raise(.valueError, "base is not invertible for the given modulus") }
        return result
    }
}
