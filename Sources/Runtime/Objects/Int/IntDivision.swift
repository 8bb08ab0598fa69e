// / // % and divmod of ints.

import CPythonABI
import Numerics

extension IntArithmetic {
    /// Quotient and remainder of machine words, rounding down; b != 0. Words of 49 bits cannot overflow.
    @inline(__always) private static func quotient(_ a: Int, _ b: Int) -> Int {
        let quotient = a / b
        return (a ^ b) < 0 && quotient &* b != a ? quotient &- 1 : quotient
    }
    @inline(__always) private static func remainder(_ a: Int, _ b: Int) -> Int {
        let remainder = a % b
        return remainder != 0 && (remainder ^ b) < 0 ? remainder &+ b : remainder
    }

    public static func floorDivide(_ a: Value, _ b: Value) throws(Raised) -> Ref {
        if a.isSmallInt && b.isSmallInt && b.smallInt != 0 { return IntObject.make(quotient(a.smallInt, b.smallInt)) }
        var rest = Value.null
        return try divide(a, b, "integer division or modulo by zero", &rest, wantsQuotient: true)
    }
    public static func modulo(_ a: Value, _ b: Value) throws(Raised) -> Ref {
        if a.isSmallInt && b.isSmallInt && b.smallInt != 0 { return IntObject.make(remainder(a.smallInt, b.smallInt)) }
        var rest = Value.null
        let quotient = try divide(a, b, "integer modulo by zero", &rest, wantsQuotient: false)
        _ = quotient.isNull
        return Ref(owned: rest)
    }
    /// The pair of quotient and remainder.
    public static func divmod(_ a: Value, _ b: Value) throws(Raised) -> Ref {
        if a.isSmallInt && b.isSmallInt && b.smallInt != 0 {
            let q = IntObject.make(quotient(a.smallInt, b.smallInt))
            let r = IntObject.make(remainder(a.smallInt, b.smallInt))
            return TupleObject.make(q.value, r.value)
        }
        var rest = Value.null
        let q = try divide(a, b, "integer division or modulo by zero", &rest, wantsQuotient: true, wantsRemainder: true)
        let r = Ref(owned: rest)
        return TupleObject.make(q.value, r.value)
    }

    /// The quotient; the remainder, owned by the caller, goes to `rest` unless only the quotient is wanted.
    static func divide(
        _ a: Value, _ b: Value, _ zero: String, _ rest: inout Value, wantsQuotient: Bool, wantsRemainder: Bool? = nil
    ) throws(Raised) -> Ref {
        if IntObject.sign(b) == 0 { throw raise(.zeroDivisionError, zero) }
        let wantsRemainder = wantsRemainder ?? !wantsQuotient
        var left = Value.null
        let result = try IntObject.withDigits(a, b) { (x, xSize, y, ySize) throws(Raised) -> Ref in
            let (xCount, yCount) = (abs(xSize), abs(ySize))
            let remainderRoom = yCount + 1
            let remainder = try IntObject.allocate(digits: remainderRoom)
            var remainderSize = 0
            let quotient = try IntObject.build(room: Digits.quotientRoom(xCount, yCount)) { (room) throws(Digits.Interruption) -> Int in
                let sizes = try Digits.floorDivmod(room, IntObject.digits(remainder.value), x, aSize: xSize, y, bSize: ySize)
                remainderSize = sizes.remainderSize
                return sizes.quotientSize
            }
            let rest = IntObject.normalized(
                remainder, allocated: remainderRoom, count: abs(remainderSize), negative: remainderSize < 0)
            if wantsRemainder { left = rest.take() }
            return quotient
        }
        rest = left
        return result
    }

    public static func trueDivide(_ a: Value, _ b: Value) throws(Raised) -> Ref { .float(try trueQuotient(a, b)) }
    /// a / b as a float, correctly rounded.
    public static func trueQuotient(_ a: Value, _ b: Value) throws(Raised) -> Double {
        if !a.isObject && !b.isObject {
            // Both exact as doubles, so one rounding.
            let divisor = IntObject.immediate(b)
            if divisor == 0 { throw raise(.zeroDivisionError, "division by zero") }
            let quotient = Double(IntObject.immediate(a)) / Double(divisor)
            return quotient
        }
        return try IntObject.withDigits(a, b) { (x, xSize, y, ySize) throws(Raised) -> Double in
            let quotient: Digits.TrueQuotient
            do throws(Digits.Interruption) { quotient = try Digits.trueDivide(x, aSize: xSize, y, bSize: ySize) } catch {
                throw IntErrors.interrupted(error)
            }
            switch quotient {
            case .value(let value): return value
            case .divisionByZero: throw raise(.zeroDivisionError, "division by zero")
            case .overflow: throw raise(.overflowError, "integer division result too large for a float")
            }
        }
    }
}
