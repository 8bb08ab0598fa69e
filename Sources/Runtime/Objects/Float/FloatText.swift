// Floats as text: repr, float(text), hex and fromhex, format.

import CPythonABI
import Glibc
import Numerics

/// repr() and parsing of floats.
public enum FloatRepr {
    /// repr(float): an exact str.
    public static func repr(_ number: Double) throws(Raised) -> Ref {
        var room = InlineArray<32, UInt8>(repeating: 0)
        return try withUnsafeMutablePointer(to: &room) { (pointer) throws(Raised) -> Ref in
            let text = UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: UInt8.self)
            return try StrObject.make(ascii: text, count: FloatText.repr(text, number))
        }
    }
    /// The float that a str, bytes or bytearray spells, or ValueError.
    static func parse(_ source: Value, of shown: Value = .null) throws(Raised) -> Double {
        let number = try NumericText.withText(source) { (text, count) throws(Raised) -> Double? in
            let (value, length) = FloatText.parsePrefix(text, count, underscores: true)
            return length == count && count > 0 ? value : nil
        }
        if let number { return number }
        throw raise(.valueError, "could not convert string to float: \(try Repr.string(shown.isNull ? source : shown))")
    }
}

public enum FloatFormat {
    /// float.__format__: `spec` is a str.
    public static func format(_ value: Value, _ spec: Value) throws(Raised) -> Ref {
        if StrObject.length(spec) == 0 {
            return FloatObject.isExact(value) ? try FloatRepr.repr(FloatObject.number(value)) : try Repr.str(value)
        }
        let parsed = try NumberFormat.parse(spec, value, defaultType: 0)
        return try NumberFormat.raising(value, spec) { () throws(FormatError) -> Value in
            let locale = parsed.type == UInt32(UInt8(ascii: "n")) ? NumberLocale.current() : NumberLocale()
            let field = try FormattedNumber(FloatObject.number(value), spec: parsed, locale: locale)
            return try NumberFormat.string(field).take()
        }
    }
}

/// float.hex and float.fromhex.
enum FloatHex {
    static func hex(_ number: Double) throws(Raised) -> Ref {
        var room = InlineArray<32, UInt8>(repeating: 0)
        return try withUnsafeMutablePointer(to: &room) { (pointer) throws(Raised) -> Ref in
            let text = UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: UInt8.self)
            return try StrObject.make(ascii: text, count: FloatText.hex(text, number))
        }
    }
    static func parse(_ source: Value) throws(Raised) -> Double {
        guard StrObject.isInstance(source) else { throw raise(.typeError, "bad argument type for built-in operation") }
        guard StrObject.isASCII(source) else { throw raise(.valueError, "invalid hexadecimal floating-point string") }
        let text = StrObject.data(source).assumingMemoryBound(to: UInt8.self)
        switch FloatText.parseHex(text, StrObject.length(source)) {
        case .value(let number): return number
        case .malformed: throw raise(.valueError, "invalid hexadecimal floating-point string")
        case .overflow: throw raise(.overflowError, "hexadecimal value too large to represent as a float")
        }
    }
}
