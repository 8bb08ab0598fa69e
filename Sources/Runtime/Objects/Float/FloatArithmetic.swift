// Arithmetic and comparison of floats, with Python's errors.

import CPythonABI
import Numerics

public enum FloatArithmetic {
    public static func divide(_ a: Double, _ b: Double) throws(Raised) -> Ref {
        if b == 0 { throw raise(.zeroDivisionError, "float division by zero") }
        return .float(a / b)
    }
    public static func floorDivide(_ a: Double, _ b: Double) throws(Raised) -> Ref {
        if b == 0 { throw raise(.zeroDivisionError, "float floor division by zero") }
        return .float(Numerics.FloatArithmetic.floorDivide(a, b))
    }
    public static func modulo(_ a: Double, _ b: Double) throws(Raised) -> Ref {
        if b == 0 { throw raise(.zeroDivisionError, "float modulo") }
        return .float(Numerics.FloatArithmetic.remainder(a, b))
    }
    public static func divmod(_ a: Double, _ b: Double) throws(Raised) -> Ref {
        if b == 0 { throw raise(.zeroDivisionError, "float divmod()") }
        let (quotient, remainder) = Numerics.FloatArithmetic.divmod(a, b)
        return TupleObject.make(Value(float: quotient), Value(float: remainder))
    }
    /// a ** b: a negative number to a fractional power is complex.
    public static func power(_ a: Double, _ b: Double) throws(Raised) -> Ref {
        switch Numerics.FloatArithmetic.power(a, b) {
        case .value(let value): return .float(value)
        case .complex:
            return try ComplexObject.power(ComplexArithmetic.Complex(a, 0), ComplexArithmetic.Complex(b, 0))
        case .zeroToNegative: throw raise(.zeroDivisionError, "0.0 cannot be raised to a negative power")
        case .overflow: throw resultOutOfRange()
        }
    }
    /// OverflowError with the number and the text of ERANGE.
    static func resultOutOfRange() -> Raised {
        let message = StrObject.make("Numerical result out of range")
        let arguments = TupleObject.make(Value(smallInt: 34), message.value)
        return raise(.overflowError, argument: arguments.value)
    }

    /// The comparison of a float with a float or an int in any form, exactly; nil for other operands.
    public static func compare(_ a: Value, _ b: Value, _ operation: Comparison) -> Bool? {
        let x = FloatObject.number(a)
        if FloatObject.isInstance(b) { return operation.holds(x, FloatObject.number(b)) }
        guard IntObject.isInstance(b) else { return nil }
        if x.isNaN { return operation == .notEqual }
        return operation.swapped.holds(IntArithmetic.order(b, float: x), 0)
    }

    /// The operand of a float operation as a double: floats and ints; nil for others.
    @inline(__always) static func operand(_ value: Value) throws(Raised) -> Double? {
        if value.isImmediateFloat { return value.immediateFloat }
        if value.isSmallInt { return Double(value.smallInt) }
        if FloatObject.isInstance(value) { return FloatObject.number(value) }
        return IntObject.isInstance(value) ? try IntObject.float(value) : nil
    }
    @inline(__always) static func operate(
        _ a: Value, _ b: Value, _ body: (Double, Double) throws(Raised) -> Ref
    ) throws(Raised) -> Ref {
        guard let x = try operand(a), let y = try operand(b) else { return .notImplemented }
        return try body(x, y)
    }
}
