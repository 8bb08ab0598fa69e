// complex(real, imag): the constructor, and the conversion of any number to a complex one.

import CPythonABI
import Numerics

public enum ComplexNew {
    private static let parameters = BoundParameters("(real=0, imag=0)")
    typealias Complex = ComplexArithmetic.Complex

    static let new: NewSlot = { (type, arguments) throws(Raised) -> Ref in
        try withValues(2) { (values) throws(Raised) -> Ref in
            try ComplexNew.parameters.bind(arguments, into: values, function: "complex")
            return try ComplexNew.make(type, values[0], values[1])
        }
    }

    private static func make(_ type: TypePointer, _ real: Value, _ imaginary: Value) throws(Raised) -> Ref {
        if !real.isNull && imaginary.isNull && type == PyComplex_TypePointer() && ComplexObject.isExact(real) { return Ref(real) }
        if !real.isNull && StrObject.isInstance(real) {
            if !imaginary.isNull { throw raise(.typeError, "complex() can't take second arg if first is a string") }
            return try ComplexObject.makeInstance(type, try parse(real))
        }
        if !imaginary.isNull && StrObject.isInstance(imaginary) {
            throw raise(.typeError, "complex() second arg can't be a string")
        }
        // Either part may itself be complex: the results are added up, and a part that is real adds no zero (whose sign
        // would be lost).
        let special = real.isNull ? Ref.null : try viaMethod(real)
        let first = special.isNull ? real : special.value
        if !first.isNull { try checkNumber(first, "first argument must be a string or a number") }
        if !imaginary.isNull { try checkNumber(imaginary, "second argument must be a number") }
        var result = Complex(0, 0)
        var firstIsComplex = false
        if !first.isNull {
            if ComplexObject.isInstance(first) {
                result = ComplexObject.number(first)
                firstIsComplex = true
            } else {
                result.real = try FloatConversion.number(first, asksSubclasses: true)
            }
        }
        if !imaginary.isNull {
            let second: Complex
            if ComplexObject.isInstance(imaginary) {
                second = ComplexObject.number(imaginary)
                result.real -= second.imaginary
            } else {
                second = Complex(try FloatConversion.number(imaginary, asksSubclasses: true), 0)
            }
            result.imaginary = firstIsComplex ? result.imaginary + second.real : second.real
        }
        return try ComplexObject.makeInstance(type, result)
    }
    private static func checkNumber(_ value: Value, _ what: StaticString) throws(Raised) {
        if ComplexObject.isInstance(value) || FloatObject.isInstance(value) || IntObject.isInstance(value) { return }
        let record = value.record
        if record.pointee.float == nil && record.pointee.index == nil {
            throw raise(.typeError, "complex() \(what), not '\(value.type.name)'")
        }
    }
    /// What `__complex__` of an object gives; null if it has none.
    private static func viaMethod(_ value: Value) throws(Raised) -> Ref {
        if ComplexObject.isExact(value) || FloatObject.isExact(value) || IntObject.isInstance(value) { return .null }
        let result = try DunderAdapters.callMethodIfPresent(value, Names.complex)
        if result.isNull || ComplexObject.isExact(result.value) { return result }
        guard ComplexObject.isInstance(result.value) else {
            throw raise(.typeError, "__complex__ returned non-complex (type \(result.value.type.name))")
        }
        try Warnings.warn(
            .deprecationWarning,
            "__complex__ returned non-complex (type \(result.value.type.name)).  The ability to return an instance of a strict subclass of complex is deprecated, and may be removed in a future version of Python."
        )
        return result
    }

    /// Any number as a complex one, as the functions of `cmath` take it: `__complex__`, then `__float__`, `__index__`.
    public static func number(_ value: Value) throws(Raised) -> ComplexArithmetic.Complex {
        if ComplexObject.isInstance(value) { return ComplexObject.number(value) }
        let special = try viaMethod(value)
        if !special.isNull { return ComplexObject.number(special.value) }
        return Complex(try FloatConversion.number(value), 0)
    }

    // MARK: Text

    private static func parse(_ source: Value) throws(Raised) -> Complex {
        let number = try NumericText.withText(source) { (text, count) throws(Raised) -> Complex? in
            var (start, end) = (0, count)
            if count > 0 && text[0] == 0x28 {
                guard text[count - 1] == 0x29 else { return nil }
                start = 1
                end = count - 1
                while start < end && NumericText.isSpace(text[start]) { start += 1 }
                while end > start && NumericText.isSpace(text[end - 1]) { end -= 1 }
            }
            return parse(text + start, end - start)
        }
        guard let number else { throw raise(.valueError, "complex() arg is a malformed string") }
        return number
    }
    /// `<float>`, `<float>j`, `<float><signed float>j`; a float before j may be nothing but a sign.
    private static func parse(_ text: UnsafePointer<UInt8>, _ count: Int) -> Complex? {
        func isUnit(_ index: Int) -> Bool { index < count && text[index] | 0x20 == 0x6A }
        func isSign(_ index: Int) -> Bool { index < count && (text[index] == 0x2B || text[index] == 0x2D) }
        let (first, length) = FloatText.parsePrefix(text, count, underscores: true)
        if length > 0 {
            if length == count { return Complex(first, 0) }
            if isSign(length) {
                let (second, more) = FloatText.parsePrefix(text + length, count - length, underscores: true)
                let end = more > 0 ? length + more : length + 1
                let imaginary = more > 0 ? second : text[length] == 0x2D ? -1 : 1
                return isUnit(end) && end + 1 == count ? Complex(first, imaginary) : nil
            }
            return isUnit(length) && length + 1 == count ? Complex(0, first) : nil
        }
        let end = isSign(0) ? 1 : 0
        return isUnit(end) && end + 1 == count ? Complex(0, isSign(0) && text[0] == 0x2D ? -1 : 1) : nil
    }
}
