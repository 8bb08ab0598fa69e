// format(int, spec), and what formatting of all numbers shares.

import CPythonABI
import Glibc
import Numerics

public enum IntFormat {
    /// int.__format__: `spec` is a str.
    public static func format(_ value: Value, _ spec: Value) throws(Raised) -> Ref {
        if StrObject.length(spec) == 0 {
            return IntObject.isExact(value) ? try IntText.repr(value) : try Repr.str(value)
        }
        let parsed = try NumberFormat.parse(spec, value, defaultType: UInt8(ascii: "d"))
        return try NumberFormat.raising(value, spec) { () throws(FormatError) -> Value in
            if parsed.type == UInt32(UInt8(ascii: "c")) { return try character(value, parsed) }
            let locale = parsed.type == UInt32(UInt8(ascii: "n")) ? NumberLocale.current() : NumberLocale()
            var room = IntView(value)
            let size = room.isNegative ? 0 - room.count : room.count
            var text: Value = .null
            // The closure of `withDigits` raises Python errors, this one format errors: the result goes out by a variable.
            var failure: FormatError?
            _ = try? room.withDigits { (digits, _) throws(Raised) -> Int in
                do throws(FormatError) {
                    let field = try FormattedNumber(digits, size: size, spec: parsed, locale: locale, digitLimit: IntText.maximalDigits)
                    text = try NumberFormat.string(field).take()
                } catch { failure = error }
                return 0
            }
            if let failure { throw failure }
            return text
        }
    }
    /// Type 'c'.
    private static func character(_ value: Value, _ spec: FormatSpec) throws(FormatError) -> Value {
        let code = try FormattedNumber.checkCharacter(spec, IntObject.word(value).map { Int64($0) })
        let field = StringField(padding: 1, spec: spec)
        let padded = field.left + field.right > 0
        let string = try NumberFormat.allocate(field.length, padded ? max(code, field.fill) : code)
        let (data, kind) = (StrObject.data(string.value), StrObject.kind(string.value))
        for index in 0..<field.length { StrObject.store(index == field.left ? code : field.fill, data, kind, index) }
        return string.take()
    }
}

/// What the formats of int, float and complex share.
public enum NumberFormat {
    static func parse(_ spec: Value, _ value: Value, defaultType: UInt8) throws(Raised) -> FormatSpec {
        let (data, count) = (StrObject.data(spec), StrObject.length(spec))
        do throws(FormatError) {
            switch StrObject.kind(spec) {
            case .one:
                return try FormatSpec.parse(
                    UnsafePointer(data.assumingMemoryBound(to: UInt8.self)), count, defaultType: defaultType, defaultAlign: 0x3E)
            case .two:
                return try FormatSpec.parse(
                    UnsafePointer(data.assumingMemoryBound(to: UInt16.self)), count, defaultType: defaultType, defaultAlign: 0x3E)
            case .four:
                return try FormatSpec.parse(
                    UnsafePointer(data.assumingMemoryBound(to: UInt32.self)), count, defaultType: defaultType, defaultAlign: 0x3E)
            }
        } catch { throw raised(error, value, spec) }
    }
    /// The Python exception for a format error.
    public static func raised(_ error: FormatError, _ value: Value, _ spec: Value) -> Raised {
        switch error {
        case .outOfMemory: return IntErrors.interrupted(.outOfMemory)
        case .stopped: return IntErrors.interrupted(.stopped)
        default:
            let message = error.message(spec: text(spec), typeName: value.type.name)
            return raise(error.isOverflow ? .overflowError : .valueError, message)
        }
    }
    static func raising(_ value: Value, _ spec: Value, _ body: () throws(FormatError) -> Value) throws(Raised) -> Ref {
        do throws(FormatError) { return Ref(owned: try body()) } catch { throw raised(error, value, spec) }
    }
    static func allocate(_ length: Int, _ maximum: UInt32) throws(FormatError) -> Ref {
        do throws(Raised) { return try StrObject.allocate(length: length, maximum: maximum) } catch {
            PendingException.clear()
            throw .outOfMemory
        }
    }
    /// The text of a formatted number.
    static func string(_ field: borrowing FormattedNumber) throws(FormatError) -> Ref {
        let string = try allocate(field.length, field.maxCharacter)
        if field.length == 0 { return string }
        let data = StrObject.data(string.value)
        switch StrObject.kind(string.value) {
        case .one: field.write(data.assumingMemoryBound(to: UInt8.self))
        case .two: field.write(data.assumingMemoryBound(to: UInt16.self))
        case .four: field.write(data.assumingMemoryBound(to: UInt32.self))
        }
        return string
    }
    /// The argument of a `__format__` method must be a str.
    static func check(_ spec: Value) throws(Raised) {
        if !StrObject.isInstance(spec) { throw raise(.typeError, "__format__() argument must be str, not \(ArgumentTypeName.of(spec))") }
    }
}
