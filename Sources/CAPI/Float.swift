// PyFloat_*, PyComplex_*

import CPythonABI
import Glibc
import Numerics
import Runtime

@c public func PyFloat_FromDouble(_ number: Double) -> Object? { Border.box(Value(float: number)) }
@c public func PyFloat_FromString(_ object: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in try Call.call(PyFloat_TypePointer().value, value(object)) }
}
@c public func PyFloat_AsDouble(_ object: Object?) -> Double {
    guard let object else {
        _ = badArgument()
        return -1
    }
    if object.isInstance(PyFloat_TypePointer()) { return Value(object).cast(to: PyFloatObject.self).pointee.ob_fval }
    do throws(Raised) { return try FloatConversion.number(value(object)) } catch { return -1 }
}
@c public func PyFloat_GetMax() -> Double { Double.greatestFiniteMagnitude }
@c public func PyFloat_GetMin() -> Double { Double.leastNormalMagnitude }

// MARK: Packing

private func put(_ bits: UInt64, _ count: Int, _ target: UnsafeMutablePointer<UInt8>?, _ little: Int32) {
    guard let target else { return }
    for index in 0..<count { target[little != 0 ? index : count - 1 - index] = UInt8(truncatingIfNeeded: bits >> UInt64(index * 8)) }
}
private func take(_ count: Int, _ source: UnsafePointer<UInt8>?, _ little: Int32) -> UInt64 {
    guard let source else { return 0 }
    var bits: UInt64 = 0
    for index in 0..<count { bits |= UInt64(source[little != 0 ? index : count - 1 - index]) << UInt64(index * 8) }
    return bits
}
@c public func PyFloat_Pack8(_ number: Double, _ target: UnsafeMutablePointer<UInt8>?, _ little: Int32) -> Int32 {
    put(number.bitPattern, 8, target, little)
    return 0
}
@c public func PyFloat_Pack4(_ number: Double, _ target: UnsafeMutablePointer<UInt8>?, _ little: Int32) -> Int32 {
    let narrow = Float(number)
    if narrow.isInfinite && !number.isInfinite {
        _ = raise(.overflowError, "float too large to pack with f format")
        return -1
    }
    put(UInt64(narrow.bitPattern), 4, target, little)
    return 0
}
@c public func PyFloat_Pack2(_ number: Double, _ target: UnsafeMutablePointer<UInt8>?, _ little: Int32) -> Int32 {
    guard let bits = HalfFloat.bits(number) else {
        _ = raise(.overflowError, "float too large to pack with e format")
        return -1
    }
    put(UInt64(bits), 2, target, little)
    return 0
}
@c public func PyFloat_Unpack8(_ source: UnsafePointer<UInt8>?, _ little: Int32) -> Double { Double(bitPattern: take(8, source, little)) }
@c public func PyFloat_Unpack4(_ source: UnsafePointer<UInt8>?, _ little: Int32) -> Double {
    Double(Float(bitPattern: UInt32(truncatingIfNeeded: take(4, source, little))))
}
@c public func PyFloat_Unpack2(_ source: UnsafePointer<UInt8>?, _ little: Int32) -> Double {
    HalfFloat.number(UInt16(truncatingIfNeeded: take(2, source, little)))
}

/// IEEE 754 binary16, rounded to even; the toolchain's own type is not on all platforms.
enum HalfFloat {
    static func bits(_ number: Double) -> UInt16? {
        let sign: UInt16 = number.sign == .minus ? 0x8000 : 0
        if number.isNaN { return sign | 0x7E00 }
        if number.isInfinite { return sign | 0x7C00 }
        let magnitude = number.magnitude
        if magnitude == 0 { return sign }
        var exponent = Int(magnitude.exponent)
        if exponent < -14 {
            let scaled = (magnitude * 0x1p24).rounded(.toNearestOrEven)
            return sign | UInt16(scaled)
        }
        if exponent > 15 { return nil }
        var mantissa = (magnitude.significand - 1) * 1024
        mantissa = mantissa.rounded(.toNearestOrEven)
        if mantissa == 1024 {
            mantissa = 0
            exponent += 1
            if exponent > 15 { return nil }
        }
        return sign | UInt16(exponent + 15) << 10 | UInt16(mantissa)
    }
    static func number(_ bits: UInt16) -> Double {
        let sign: Double = bits & 0x8000 != 0 ? -1 : 1
        let exponent = Int(bits >> 10 & 0x1F)
        let mantissa = Double(bits & 0x3FF)
        switch exponent {
        case 0: return sign * mantissa * 0x1p-24
        case 31: return mantissa == 0 ? sign * Double.infinity : Double.nan
        default: return sign * (1 + mantissa / 1024) * pow(2, Double(exponent - 15))
        }
    }
}

// MARK: Complex

@c public func PyComplex_FromDoubles(_ real: Double, _ imaginary: Double) -> Object? { Border.toC(owned: ComplexObject.make(real, imaginary)) }
@c public func PyComplex_FromCComplex(_ number: Py_complex) -> Object? { Border.toC(owned: ComplexObject.make(number.real, number.imag)) }
@c public func PyComplex_RealAsDouble(_ object: Object?) -> Double {
    if let object, object.isInstance(PyComplex_TypePointer()) { return Value(object).cast(to: PyComplexObject.self).pointee.cval.real }
    return PyFloat_AsDouble(object)
}
@c public func PyComplex_ImagAsDouble(_ object: Object?) -> Double {
    guard let object else {
        _ = badArgument()
        return -1
    }
    return object.isInstance(PyComplex_TypePointer()) ? Value(object).cast(to: PyComplexObject.self).pointee.cval.imag : 0
}
@c public func PyComplex_AsCComplex(_ object: Object?) -> Py_complex {
    guard let object else {
        _ = badArgument()
        return Py_complex(real: -1, imag: 0)
    }
    if object.isInstance(PyComplex_TypePointer()) { return Value(object).cast(to: PyComplexObject.self).pointee.cval }
    do throws(Raised) {
        let found = Value(object).type.lookup(Names.complex)
        if !found.isNull {
            let result = try DunderAdapters.callMethod(value(object), Names.complex)
            guard result.value.isObject, result.value.object.isInstance(PyComplex_TypePointer()) else {
                throw raise(.typeError, "__complex__ returned non-complex (type \(result.value.type.name))")
            }
            return result.value.cast(to: PyComplexObject.self).pointee.cval
        }
        return Py_complex(real: try FloatConversion.number(value(object)), imag: 0)
    } catch { return Py_complex(real: -1, imag: 0) }
}
