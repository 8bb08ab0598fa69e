// complex: storage and arithmetic.

import CPythonABI
import Glibc
import Numerics

public enum ComplexObject {
    public typealias Complex = ComplexArithmetic.Complex

    public static func isInstance(_ value: Value) -> Bool { value.isObject && value.type.isSubtype(of: PyComplex_TypePointer()) }
    public static func isExact(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type == PyComplex_TypePointer() }
    public static func number(_ value: Value) -> Complex {
        let number = value.cast(to: PyComplexObject.self).pointee.cval
        return Complex(number.real, number.imag)
    }
    public static func make(_ number: Complex) -> Ref {
        let head = ObjectMemory.new(PyComplex_TypePointer(), as: PyComplexObject.self, size: 32)
        head.pointee.cval = Py_complex(real: number.real, imag: number.imaginary)
        return Ref(owned: Value(pointer: head))
    }
    public static func make(_ real: Double, _ imaginary: Double) -> Ref { make(Complex(real, imaginary)) }
    static func makeInstance(_ type: TypePointer, _ number: Complex) throws(Raised) -> Ref {
        if type == PyComplex_TypePointer() { return make(number) }
        let instance = try Instances.allocate(type)
        instance.value.cast(to: PyComplexObject.self).pointee.cval = Py_complex(real: number.real, imag: number.imaginary)
        return instance
    }
    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        if object.pointee.ob_type == PyComplex_TypePointer() {
            ObjectMemory.free(object, size: 32)
        } else {
            freeInstance(object)
        }
    }

    // MARK: Arithmetic

    /// The operand of a complex operation: complex, float and int; nil for others.
    static func operand(_ value: Value) throws(Raised) -> Complex? {
        if isInstance(value) { return number(value) }
        return try FloatArithmetic.operand(value).map { Complex($0, 0) }
    }
    @inline(__always) static func operate(
        _ a: Value, _ b: Value, _ body: (Complex, Complex) throws(Raised) -> Ref
    ) throws(Raised) -> Ref {
        guard let x = try operand(a), let y = try operand(b) else { return .notImplemented }
        return try body(x, y)
    }
    static func divide(_ a: Complex, _ b: Complex) throws(Raised) -> Ref {
        guard let quotient = ComplexArithmetic.divide(a, b) else { throw raise(.zeroDivisionError, "complex division by zero") }
        return make(quotient)
    }
    static func power(_ a: Complex, _ b: Complex) throws(Raised) -> Ref {
        switch ComplexArithmetic.power(a, b) {
        case .value(let value): return make(value)
        case .zeroToNegative: throw raise(.zeroDivisionError, "0.0 to a negative or complex power")
        case .overflow: throw raise(.overflowError, "complex exponentiation")
        }
    }
    static func absolute(_ z: Complex) throws(Raised) -> Ref {
        if z.real.isInfinite || z.imaginary.isInfinite { return .float(.infinity) }
        if z.real.isNaN || z.imaginary.isNaN { return .float(.nan) }
        let length = hypot(z.real, z.imaginary)
        if length.isInfinite { throw raise(.overflowError, "absolute value too large") }
        return .float(length)
    }
    static func compare(_ a: Value, _ b: Value, _ operation: Comparison) throws(Raised) -> Ref {
        guard operation == .equal || operation == .notEqual, isInstance(a) else { return .notImplemented }
        let x = number(a)
        let equal: Bool
        if isInstance(b) {
            let y = number(b)
            equal = x.real == y.real && x.imaginary == y.imaginary
        } else if IntObject.isInstance(b) {
            equal = x.imaginary == 0 && !x.real.isNaN && IntArithmetic.order(b, float: x.real) == 0
        } else if FloatObject.isInstance(b) {
            equal = x.imaginary == 0 && x.real == FloatObject.number(b)
        } else {
            return .notImplemented
        }
        return .bool(equal == (operation == .equal))
    }

    static func repr(_ z: Complex) throws(Raised) -> Ref {
        var room = InlineArray<96, UInt8>(repeating: 0)
        return try withUnsafeMutablePointer(to: &room) { (pointer) throws(Raised) -> Ref in
            let text = UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: UInt8.self)
            return try StrObject.make(ascii: text, count: ComplexArithmetic.repr(text, z))
        }
    }
}

public enum ComplexFormat {
    /// complex.__format__: `spec` is a str.
    public static func format(_ value: Value, _ spec: Value) throws(Raised) -> Ref {
        let number = ComplexObject.number(value)
        if StrObject.length(spec) == 0 {
            return ComplexObject.isExact(value) ? try ComplexObject.repr(number) : try Repr.str(value)
        }
        let parsed = try NumberFormat.parse(spec, value, defaultType: 0)
        return try NumberFormat.raising(value, spec) { () throws(FormatError) -> Value in
            let locale = parsed.type == UInt32(UInt8(ascii: "n")) ? NumberLocale.current() : NumberLocale()
            let field = try FormattedNumber(real: number.real, imaginary: number.imaginary, spec: parsed, locale: locale)
            return try NumberFormat.string(field).take()
        }
    }
}
