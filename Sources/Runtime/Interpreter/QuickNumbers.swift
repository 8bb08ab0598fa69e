// Arithmetic that the handlers leave over and that still needs no look at types: an int with a float, ints of a few digits (beyond 49
// bits), and strs that are compared.

import CPythonABI
import Numerics

enum QuickNumbers {
    /// The number of an int that is an immediate or an object of at most two digits.
    @inline(__always) static func int(_ value: Value, _ number: inout Int) -> Bool {
        if value.isSmallInt {
            number = value.smallInt
            return true
        }
        guard value.isObject, value.object.pointee.ob_type == PyLong_TypePointer() else { return false }
        let digits = IntObject.digits(value)
        switch IntObject.head(value).pointee.ob_base.ob_size {
        case 2: number = Int(digits[0]) | Int(digits[1]) << 30
        case -2: number = -(Int(digits[0]) | Int(digits[1]) << 30)
        case 1: number = Int(digits[0])
        case -1: number = -Int(digits[0])
        case 0: number = 0
        default: return false
        }
        return true
    }
    /// The number of an int that is an immediate or an object of at most four digits.
    @inline(__always) private static func wide(_ value: Value, _ number: inout Int128) -> Bool {
        if value.isSmallInt {
            number = Int128(value.smallInt)
            return true
        }
        guard value.isObject, value.object.pointee.ob_type == PyLong_TypePointer() else { return false }
        let size = IntObject.head(value).pointee.ob_base.ob_size
        let count = size < 0 ? 0 &- size : size
        if count > 4 { return false }
        let digits = IntObject.digits(value)
        var low: UInt64 = 0
        var high: UInt64 = 0
        if count > 0 { low = UInt64(digits[0]) }
        if count > 1 { low |= UInt64(digits[1]) << 30 }
        if count > 2 { high = UInt64(digits[2]) }
        if count > 3 { high |= UInt64(digits[3]) << 30 }
        let magnitude = Int128(truncatingIfNeeded: high) << 60 | Int128(truncatingIfNeeded: low)
        number = size < 0 ? 0 &- magnitude : magnitude
        return true
    }
    /// A number of at most 124 bits as a value; null when memory is exhausted.
    private static func make(_ number: Int128) -> Value {
        let short = Int(truncatingIfNeeded: number)
        if Int128(short) == number { return IntObject.make(short).take() }
        let magnitude = number.magnitude
        let count = magnitude >> 90 == 0 ? 3 : magnitude >> 120 == 0 ? 4 : 5
        guard let block = Allocator.allocate(24 + count * 4) else { return .null }
        let head = block.assumingMemoryBound(to: PyLongObject.self)
        head.pointee.ob_base.ob_base.ob_refcnt = 1
        head.pointee.ob_base.ob_base.ob_type = PyLong_TypePointer()
        head.pointee.ob_base.ob_size = number < 0 ? 0 - count : count
        let value = Value(pointer: head)
        let digits = IntObject.digits(value)
        let low = UInt64(truncatingIfNeeded: magnitude) & (1 << 60 - 1)
        let high = UInt64(truncatingIfNeeded: magnitude >> 60)
        digits[0] = UInt32(truncatingIfNeeded: low & 0x3FFF_FFFF)
        digits[1] = UInt32(truncatingIfNeeded: low >> 30)
        digits[2] = UInt32(truncatingIfNeeded: high & 0x3FFF_FFFF)
        if count > 3 { digits[3] = UInt32(truncatingIfNeeded: high >> 30 & 0x3FFF_FFFF) }
        if count > 4 { digits[4] = UInt32(truncatingIfNeeded: high >> 60) }
        return value
    }
    /// Bits of the magnitude.
    @inline(__always) private static func width(_ number: Int128) -> Int { 128 - number.magnitude.leadingZeroBitCount }
    /// The same as `binary` where one operand is an int of more than two digits, or no int.
    @inline(never) private static func longBinary(_ operation: BinaryOperation, _ a: Value, _ b: Value) -> Value {
        if operation == .add {
            let sum = addLong(a, b)
            if !sum.isNull { return sum }
        }
        return wideBinary(operation, a, b)
    }
    /// The same for ints of up to four digits.
    @inline(never) private static func wideBinary(_ operation: BinaryOperation, _ a: Value, _ b: Value) -> Value {
        var (x, y): (Int128, Int128) = (0, 0)
        guard wide(a, &x), wide(b, &y) else { return .null }
        switch operation {
        case .add: return make(x &+ y)
        case .subtract: return make(x &- y)
        case .multiply: return width(x) + width(y) > 124 ? .null : make(x &* y)
        case .and: return make(x & y)
        case .or: return make(x | y)
        case .xor: return make(x ^ y)
        case .rightShift: return y < 0 ? .null : make(x >> min(y, 127))
        case .leftShift: return y < 0 || y > 124 || width(x) + Int(y) > 124 ? .null : make(x << y)
        case .floorDivide, .modulo:
            if y == 0 { return .null }
            let (quotient, remainder) = x.quotientAndRemainder(dividingBy: y)
            let isBelow = remainder != 0 && (remainder < 0) != (y < 0)
            if operation == .modulo { return make(isBelow ? remainder &+ y : remainder) }
            return make(isBelow ? quotient &- 1 : quotient)
        case .power where y == 2: return width(x) > 62 ? .null : make(x &* x)
        default: return .null
        }
    }
    /// The number of a float or of an int that a float holds exactly.
    @inline(__always) static func float(_ value: Value, _ number: inout Double) -> Bool {
        if value.isImmediateFloat {
            number = value.immediateFloat
        } else if value.isSmallInt {
            number = Double(value.smallInt)
        } else {
            return false
        }
        return true
    }

    /// An owned result, or null: something else must decide.
    static func binary(_ operation: BinaryOperation, _ a: Value, _ b: Value) -> Value {
        if a.isImmediateFloat || b.isImmediateFloat {
            var (x, y) = (0.0, 0.0)
            guard float(a, &x), float(b, &y) else { return .null }
            switch operation {
            case .add: return Value(float: x + y)
            case .subtract: return Value(float: x - y)
            case .multiply: return Value(float: x * y)
            case .trueDivide: return y == 0 ? .null : Value(float: x / y)
            case .power where y == 2: return square(x)
            default: return .null
            }
        }
        var (x, y) = (0, 0)
        guard int(a, &x), int(b, &y) else {
            return a.isSmallInt || IntObject.isExact(a) ? longBinary(operation, a, b) : complexBinary(operation, a, b)
        }
        switch operation {
        case .add: return IntObject.make(x &+ y).take()
        case .subtract: return IntObject.make(x &- y).take()
        case .multiply:
            let (product, overflow) = x.multipliedReportingOverflow(by: y)
            return overflow ? wideBinary(operation, a, b) : IntObject.make(product).take()
        case .and: return IntObject.make(x & y).take()
        case .or: return IntObject.make(x | y).take()
        case .xor: return IntObject.make(x ^ y).take()
        case .floorDivide: return y == 0 ? .null : IntObject.make(Fast.floorQuotient(x, y)).take()
        case .modulo:
            if y == 0 { return .null }
            let remainder = x &- x.dividingFullWidthFree(y) &* y
            return IntObject.make(remainder != 0 && (remainder ^ y) < 0 ? remainder &+ y : remainder).take()
        case .rightShift: return y < 0 ? .null : IntObject.make(x &>> min(y, 63)).take()
        case .leftShift:
            guard y >= 0, y < 62, abs(x) < 1 << (62 - y) else { return wideBinary(operation, a, b) }
            return IntObject.make(x &<< y).take()
        case .power where y == 2:
            let (product, overflow) = x.multipliedReportingOverflow(by: x)
            return overflow ? .null : IntObject.make(product).take()
        default: return .null
        }
    }
    /// The same for complex numbers.
    private static func complexBinary(_ operation: BinaryOperation, _ a: Value, _ b: Value) -> Value {
        guard ComplexObject.isExact(a), ComplexObject.isExact(b) else { return .null }
        let (x, y) = (ComplexObject.number(a), ComplexObject.number(b))
        switch operation {
        case .add: return ComplexObject.make(x.real + y.real, x.imaginary + y.imaginary).take()
        case .subtract: return ComplexObject.make(x.real - y.real, x.imaginary - y.imaginary).take()
        case .multiply: return ComplexObject.make(ComplexArithmetic.multiply(x, y)).take()
        default: return .null
        }
    }
    /// The sum of two int objects that are both positive, if it has no more digits than the longer one.
    static func addLong(_ a: Value, _ b: Value) -> Value {
        guard a.isObject, b.isObject, a.object.pointee.ob_type == PyLong_TypePointer(), b.object.pointee.ob_type == PyLong_TypePointer()
        else { return .null }
        var (long, short) = (a, b)
        var (longCount, shortCount) = (IntObject.head(a).pointee.ob_base.ob_size, IntObject.head(b).pointee.ob_base.ob_size)
        if longCount < shortCount { (long, short, longCount, shortCount) = (short, long, shortCount, longCount) }
        guard shortCount > 0 else { return .null }
        let (x, y) = (IntObject.digits(long), IntObject.digits(short))
        let top = x[longCount - 1] &+ (shortCount == longCount ? y[shortCount - 1] : 0)
        guard top < (1 << 30) - 1 else { return .null }
        guard let block = Allocator.allocate(24 + longCount * 4) else { return .null }
        let head = block.assumingMemoryBound(to: PyLongObject.self)
        head.pointee.ob_base.ob_base.ob_refcnt = 1
        head.pointee.ob_base.ob_base.ob_type = PyLong_TypePointer()
        head.pointee.ob_base.ob_size = longCount
        let sum = Value(pointer: head)
        let digits = IntObject.digits(sum)
        var carry: UInt32 = 0
        var index = 0
        while index < shortCount {
            let digit = x[index] &+ y[index] &+ carry
            digits[index] = digit & 0x3FFF_FFFF
            carry = digit >> 30
            index &+= 1
        }
        while index < longCount {
            let digit = x[index] &+ carry
            digits[index] = digit & 0x3FFF_FFFF
            carry = digit >> 30
            index &+= 1
        }
        return sum
    }
    /// x ** 2; an overflow is an error that is raised elsewhere.
    @inline(__always) private static func square(_ x: Double) -> Value {
        let result = x * x
        return result.isFinite || !x.isFinite ? Value(float: result) : .null
    }

    /// 0, 1, or 2: something else must decide.
    @inline(__always) static func compare(_ operation: Comparison, _ a: Value, _ b: Value) -> UInt8 {
        if (operation == .equal || operation == .notEqual) && StrObject.isExact(a) && StrObject.isExact(b) {
            return StrObject.equal(a, b) == (operation == .equal) ? 1 : 0
        }
        if a.isImmediateFloat || b.isImmediateFloat {
            var (x, y) = (0.0, 0.0)
            guard float(a, &x), float(b, &y) else { return 2 }
            return holds(operation, x, y) ? 1 : 0
        }
        var (x, y) = (0, 0)
        guard int(a, &x), int(b, &y) else { return compareWide(operation, a, b) }
        return operation.holds(x, y) ? 1 : 0
    }
    @inline(never) private static func compareWide(_ operation: Comparison, _ a: Value, _ b: Value) -> UInt8 {
        var (x, y): (Int128, Int128) = (0, 0)
        guard wide(a, &x), wide(b, &y) else { return 2 }
        return operation.holds(x, y) ? 1 : 0
    }
    @inline(__always) private static func holds(_ operation: Comparison, _ x: Double, _ y: Double) -> Bool {
        switch operation {
        case .less: return x < y
        case .lessOrEqual: return x <= y
        case .equal: return x == y
        case .notEqual: return x != y
        case .greater: return x > y
        case .greaterOrEqual: return x >= y
        }
    }
}
