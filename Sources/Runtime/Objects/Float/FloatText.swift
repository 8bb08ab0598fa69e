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
    static func parse(_ source: Value) throws(Raised) -> Double {
        let number = try NumericText.withText(source) { (text, count) throws(Raised) -> Double? in
            let (value, length) = FloatText.parsePrefix(text, count, underscores: true)
            return length == count && count > 0 ? value : nil
        }
        if let number { return number }
        throw raise(.valueError, "could not convert string to float: \(try Repr.string(source))")
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
    private static func digit(_ value: UInt64) -> UInt8 { UInt8(value < 10 ? 0x30 + value : 0x57 + value) }

    static func hex(_ number: Double) throws(Raised) -> Ref {
        if !number.isFinite { return try FloatRepr.repr(number) }
        // "-0x1.0123456789abcp-1023" and a zero are the two shapes.
        var text = InlineArray<32, UInt8>(repeating: 0)
        var count = 0
        func put(_ c: UInt8) {
            text[count] = c
            count += 1
        }
        if number.sign == .minus { put(0x2D) }
        put(0x30)
        put(0x78)
        let mantissa = number.significandBitPattern
        if number == 0 {
            for c in "0.0p+0".utf8 { put(c) }
        } else {
            let subnormal = number.exponentBitPattern == 0
            put(subnormal ? 0x30 : 0x31)
            put(0x2E)
            var shift = 48
            while shift >= 0 {
                put(digit(mantissa >> UInt64(shift) & 15))
                shift -= 4
            }
            put(0x70)
            let exponent = subnormal ? -1022 : Int(number.exponentBitPattern) - 1023
            put(exponent < 0 ? 0x2D : 0x2B)
            var scale = 1000
            while scale > 1 && exponent.magnitude < scale { scale /= 10 }
            while scale > 0 {
                put(0x30 + UInt8(Int(exponent.magnitude) / scale % 10))
                scale /= 10
            }
        }
        return try withUnsafeMutablePointer(to: &text) { (pointer) throws(Raised) -> Ref in
            try StrObject.make(ascii: UnsafeRawPointer(pointer).assumingMemoryBound(to: UInt8.self), count: count)
        }
    }

    static func parse(_ source: Value) throws(Raised) -> Double {
        guard StrObject.isInstance(source) else { throw raise(.typeError, "bad argument type for built-in operation") }
        let malformed = "invalid hexadecimal floating-point string"
        guard StrObject.isASCII(source) else { throw raise(.valueError, malformed) }
        return try NumericText.withText(source) { (text, count) throws(Raised) -> Double in
            var position = 0
            var negative = false
            if count > 0, text[0] == 0x2B || text[0] == 0x2D {
                negative = text[0] == 0x2D
                position = 1
            }
            if let special = word(text + position, count - position) { return negative ? -special : special }
            if count - position >= 2, text[position] == 0x30, text[position + 1] | 0x20 == 0x78 { position += 2 }
            // The mantissa: 64 bits of the number from its first digit that is not zero, and whether anything is lost below.
            var mantissa: UInt64 = 0
            var sticky = false
            var exponent = 0
            var digits = 0
            var point = false
            while position < count {
                let c = text[position]
                if c == 0x2E && !point {
                    point = true
                } else {
                    let value = Digits.digitValue(c)
                    guard value < 16 else { break }
                    digits += 1
                    if mantissa >> 60 == 0 {
                        mantissa = mantissa << 4 | UInt64(value)
                        if point { exponent -= 4 }
                    } else {
                        if value != 0 { sticky = true }
                        if !point { exponent += 4 }
                    }
                }
                position += 1
            }
            if digits == 0 { throw raise(.valueError, malformed) }
            if position < count, text[position] | 0x20 == 0x70 {
                position += 1
                var down = false
                if position < count, text[position] == 0x2B || text[position] == 0x2D {
                    down = text[position] == 0x2D
                    position += 1
                }
                let start = position
                var power = 0
                while position < count, text[position] &- 0x30 < 10 {
                    power = min(power * 10 + Int(text[position] - 0x30), 1 << 50)
                    position += 1
                }
                if position == start { throw raise(.valueError, malformed) }
                exponent += down ? -power : power
            }
            if position != count { throw raise(.valueError, malformed) }
            guard let result = nearest(mantissa, sticky, exponent) else {
                throw raise(.overflowError, "hexadecimal value too large to represent as a float")
            }
            return negative ? -result : result
        }
    }
    private static func word(_ text: UnsafePointer<UInt8>, _ count: Int) -> Double? {
        func equals(_ word: StaticString) -> Bool {
            guard count == word.utf8CodeUnitCount else { return false }
            for index in 0..<count where text[index] | 0x20 != word.utf8Start[index] { return false }
            return true
        }
        if equals("inf") || equals("infinity") { return .infinity }
        return equals("nan") ? .nan : nil
    }
    /// The double nearest to (mantissa + something below 1 if sticky) * 2^exponent, ties to even; nil if it is too large.
    private static func nearest(_ mantissa: UInt64, _ sticky: Bool, _ exponent: Int) -> Double? {
        if mantissa == 0 { return 0 }
        let bits = 64 - mantissa.leadingZeroBitCount
        // The exponent of the leading bit decides how many bits the result keeps.
        let top = exponent + bits
        if top > 1024 { return nil }
        let kept = top >= -1021 ? 53 : 53 - (-1021 - top)
        if kept < 0 { return 0 }
        let dropped = bits - kept
        if dropped <= 0 { return scalbn(Double(mantissa), Int(exponent)) }
        let rest = dropped == 64 ? mantissa : mantissa & (1 << UInt64(dropped) - 1)
        var whole = dropped == 64 ? 0 : mantissa >> UInt64(dropped)
        let half: UInt64 = 1 << UInt64(dropped - 1)
        if rest > half || (rest == half && (sticky || whole & 1 != 0)) { whole += 1 }
        let result = scalbn(Double(whole), exponent + dropped)
        return result.isInfinite ? nil : result
    }
}
