// format(value, spec): the protocol behind f-strings, str.format and the built-in function.

import CPythonABI
import Numerics

public enum Formatting {
    /// format(value, spec); a null spec is an empty one. The result is a str.
    public static func format(_ value: Value, _ spec: Value) throws(Raised) -> Ref {
        if spec.isNull || (StrObject.isInstance(spec) && StrObject.length(spec) == 0) {
            if StrObject.isExact(value) { return Ref(value) }
            if IntObject.isExact(value) || FloatObject.isExact(value) || value.isNone { return try Repr.of(value) }
            return try dunder(value, StrObject.emptyValue)
        }
        if StrObject.isExact(spec) {
            if StrObject.isExact(value) { return try TextFormatting.str(value, spec) }
            if value.isSmallInt || value.isImmediateFloat { return try NumberFormatting.format(value, spec) }
        }
        return try dunder(value, spec)
    }
    @inline(never) private static func dunder(_ value: Value, _ spec: Value) throws(Raised) -> Ref {
        if !StrObject.isInstance(spec) {
            throw raise(.systemError, "Format specifier must be a string, not \(spec.type.name)")
        }
        let result = try DunderAdapters.callMethodIfPresent(value, Names.format, spec)
        if result.isNull { throw raise(.typeError, "Type \(value.type.name) doesn't define __format__") }
        if !StrObject.isInstance(result.value) {
            throw raise(.typeError, "__format__ must return a str, not \(result.value.type.name)")
        }
        return result
    }

    /// Appends format(value, spec) to a str under construction.
    static func append(_ value: Value, _ spec: Value, to builder: inout StrBuilder) throws(Raised) {
        if spec.isNull || StrObject.length(spec) == 0 {
            if StrObject.isExact(value) { return try builder.append(value) }
            if value.isSmallInt { return try append(value.smallInt, to: &builder) }
        } else if StrObject.isExact(spec), value.isSmallInt || value.isImmediateFloat {
            return try NumberFormatting.append(value, spec, to: &builder)
        }
        let text = try format(value, spec)
        try builder.append(text.value)
    }
    /// Appends a number in decimal.
    static func append(_ number: Int, to builder: inout StrBuilder) throws(Raised) {
        var room = InlineArray<24, UInt8>(repeating: 0)
        var magnitude = number.magnitude
        var start = 24
        repeat {
            start &-= 1
            room[start] = UInt8(truncatingIfNeeded: 48 &+ magnitude % 10)
            magnitude /= 10
        } while magnitude > 0
        if number < 0 {
            start &-= 1
            room[start] = 45
        }
        for index in start..<24 { try builder.append(UInt32(room[index])) }
    }

    /// FormatError as the exception that CPython raises.
    static func raised(_ error: FormatError, _ spec: Value, _ value: Value) -> Raised {
        switch error {
        case .outOfMemory: return raise(.memoryError, argument: .null)
        case .stopped: return raise(.keyboardInterrupt, argument: .null)
        default:
            let message = error.message(spec: text(spec), typeName: value.type.name)
            return raise(error.isOverflow ? .overflowError : .valueError, message)
        }
    }
    /// Parses a format specification, a str.
    static func parse(_ spec: Value, defaultType: UInt8, defaultAlign: UInt8, for value: Value) throws(Raised) -> FormatSpec {
        let text = StrSpan(spec)
        do throws(FormatError) {
            switch text.kind {
            case .one: return try FormatSpec.parse(text.bytes, text.count, defaultType: defaultType, defaultAlign: defaultAlign)
            case .two: return try FormatSpec.parse(text.words, text.count, defaultType: defaultType, defaultAlign: defaultAlign)
            case .four: return try FormatSpec.parse(text.longs, text.count, defaultType: defaultType, defaultAlign: defaultAlign)
            }
        } catch { throw raised(error, spec, value) }
    }
}

/// str under a format specification.
enum TextFormatting {
    static func str(_ value: Value, _ spec: Value) throws(Raised) -> Ref {
        let parsed = try Formatting.parse(spec, defaultType: 0x73, defaultAlign: 0x3C, for: value)
        let field: StringField
        do throws(FormatError) { field = try StringField(StrObject.length(value), spec: parsed) } catch { throw Formatting.raised(error, spec, value) }
        if field.left == 0 && field.right == 0 {
            if field.count == StrObject.length(value) { return try StrObject.exact(value) }
            return try StrObject.substring(value, 0, field.count)
        }
        let text = StrSpan(value).slice(0, field.count)
        let bound = (StrObject.isASCII(value) ? 0x7F : text.bound) | field.fill
        let (sum, overflow) = (field.left &+ field.right).addingReportingOverflow(field.count)
        if overflow { throw raise(.memoryError, argument: .null) }
        if sum == 1 { return StrObject.character(field.count == 1 ? text[0] : field.fill) }
        let result = try StrObject.allocate(length: sum, maximum: bound)
        let data = StrObject.data(result.value)
        let kind = StrObject.Kind.holding(bound)
        Characters.fill(field.fill, data, kind, at: 0, field.left)
        Characters.copy(text, 0, to: data, kind, at: field.left, field.count)
        Characters.fill(field.fill, data, kind, at: field.left &+ field.count, field.right)
        return result
    }
}

/// int and float under a format specification.
public enum NumberFormatting {
    /// format(value, spec) for any int or float; the specification is a str that is not empty.
    public static func format(_ value: Value, _ spec: Value) throws(Raised) -> Ref {
        var builder = StrBuilder()
        try append(value, spec, to: &builder)
        return try builder.finish()
    }
    static func append(_ value: Value, _ spec: Value, to builder: inout StrBuilder) throws(Raised) {
        if IntObject.isInstance(value) { return try appendInt(value, spec, to: &builder) }
        let parsed = try Formatting.parse(spec, defaultType: 0, defaultAlign: 0x3E, for: value)
        let locale = parsed.type == 0x6E ? NumberLocale.current() : NumberLocale()
        let number = FloatObject.number(value)
        do throws(FormatError) {
            let formatted = try FormattedNumber(number, spec: parsed, locale: locale)
            try write(formatted, to: &builder)
        } catch { throw Formatting.raised(error, spec, value) }
    }
    private static func appendInt(_ value: Value, _ spec: Value, to builder: inout StrBuilder) throws(Raised) {
        let parsed = try Formatting.parse(spec, defaultType: 0x64, defaultAlign: 0x3E, for: value)
        if parsed.type == 0x63 { return try appendCharacter(value, parsed, spec, to: &builder) }
        let locale = parsed.type == 0x6E ? NumberLocale.current() : NumberLocale()
        var view = IntView(value)
        let size = view.isNegative ? -view.count : view.count
        var failure: FormatError?
        try view.withDigits { (digits, _) throws(Raised) -> Void in
            do throws(FormatError) {
                let formatted = try FormattedNumber(digits, size: size, spec: parsed, locale: locale, digitLimit: IntText.maximalDigits)
                try write(formatted, to: &builder)
            } catch { failure = error }
        }
        if let failure { throw Formatting.raised(failure, spec, value) }
    }
    /// Type 'c'.
    private static func appendCharacter(_ value: Value, _ parsed: FormatSpec, _ spec: Value, to builder: inout StrBuilder) throws(Raised) {
        var wrong: FormatError?
        if parsed.precision >= 0 { wrong = .precisionInInteger } else if parsed.noNegativeZero { wrong = .noNegativeZeroInInteger } else if parsed.sign != 0 {
            wrong = .signWithCharacter
        } else if parsed.alternate { wrong = .alternateWithCharacter }
        if let wrong { throw Formatting.raised(wrong, spec, value) }
        guard let code = IntView(value).int else { throw Formatting.raised(.characterTooLarge, spec, value) }
        if code < 0 || code > 0x10FFFF { throw Formatting.raised(.characterOutOfRange, spec, value) }
        let field = StringField(padding: 1, spec: parsed)
        try builder.append(repeating: field.fill, field.left)
        try builder.append(UInt32(code))
        try builder.append(repeating: field.fill, field.right)
    }
    /// Writes a laid-out number straight into the str.
    static func write(_ number: borrowing FormattedNumber, to builder: inout StrBuilder) throws(FormatError) {
        let room: StrSpan
        do throws(Raised) { room = try builder.room(number.length, maximum: number.maxCharacter) } catch {
            PendingException.clear()
            throw .outOfMemory
        }
        switch room.kind {
        case .one: number.write(UnsafeMutablePointer(mutating: room.bytes))
        case .two: number.write(UnsafeMutablePointer(mutating: room.words))
        case .four: number.write(UnsafeMutablePointer(mutating: room.longs))
        }
    }
}
