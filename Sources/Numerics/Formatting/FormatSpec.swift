/// A format specification, as `format()` and replacement fields have it:
///
///     [[fill]align][sign][z][#][0][width][grouping][.precision][type]
///
/// (Python library reference, "Format Specification Mini-Language"). Characters are code points; ASCII ones are written as
/// bytes.
public struct FormatSpec: Sendable {
    public enum Grouping: UInt8, Sendable {
        case none
        case comma
        case underscore
        /// The separator of the C locale, for type 'n'.
        case locale
    }

    public var fill: UInt32 = 0x20
    /// `<`, `>`, `^` or `=`.
    public var align: UInt8
    /// `+`, `-`, a space, or 0 if none is given.
    public var sign: UInt8 = 0
    public var noNegativeZero = false
    public var alternate = false
    public var grouping = Grouping.none
    /// Whether alignment, not only its default, is given.
    public var hasAlign = false
    /// -1 if none is given.
    public var width = -1
    /// -1 if none is given.
    public var precision = -1
    /// 0 if none is given and there is no default.
    public var type: UInt32

    /// The specification that an empty text has.
    @inlinable
    public init(defaultType: UInt8, defaultAlign: UInt8) {
        align = defaultAlign
        type = UInt32(defaultType)
    }

    /// Parses a specification. `Character` is the storage of the string: 1, 2 or 4 bytes a code point.
    /// Default type and alignment: `s` and `<` for str; `d` and `>` for int; 0 and `>` for float and complex.
    @_specialize(where Character == UInt8)
    @_specialize(where Character == UInt16)
    @_specialize(where Character == UInt32)
    public static func parse<Character: FixedWidthInteger & UnsignedInteger>(
        _ text: UnsafePointer<Character>, _ count: Int, defaultType: UInt8, defaultAlign: UInt8
    ) throws(FormatError) -> FormatSpec {
        var spec = FormatSpec(defaultType: defaultType, defaultAlign: defaultAlign)
        var i = 0
        func at(_ i: Int) -> UInt32 { i < count ? UInt32(truncatingIfNeeded: text[i]) : 0 }
        func alignment(_ c: UInt32) -> Bool { c == 0x3C || c == 0x3E || c == 0x3D || c == 0x5E }

        var hasFill = false
        if i &+ 1 < count && alignment(at(i &+ 1)) {
            spec.align = UInt8(truncatingIfNeeded: at(i &+ 1))
            spec.fill = at(i)
            hasFill = true
            spec.hasAlign = true
            i &+= 2
        } else if i < count && alignment(at(i)) {
            spec.align = UInt8(truncatingIfNeeded: at(i))
            spec.hasAlign = true
            i &+= 1
        }
        if i < count, at(i) == 0x20 || at(i) == 0x2B || at(i) == 0x2D {
            spec.sign = UInt8(truncatingIfNeeded: at(i))
            i &+= 1
        }
        if i < count, at(i) == 0x7A {
            spec.noNegativeZero = true
            i &+= 1
        }
        if i < count, at(i) == 0x23 {
            spec.alternate = true
            i &+= 1
        }
        if !hasFill, i < count, at(i) == 0x30 {
            spec.fill = 0x30
            // For strings a leading zero is a fill character only.
            if !spec.hasAlign && defaultAlign == 0x3E { spec.align = 0x3D }
            i &+= 1
        }
        func number() throws(FormatError) -> Int? {
            let start = i
            var value = 0
            while i < count, at(i) &- 0x30 < 10 {
                let (product, o1) = value.multipliedReportingOverflow(by: 10)
                let (sum, o2) = product.addingReportingOverflow(Int(at(i) &- 0x30))
                if o1 || o2 { throw .tooManyDigits }
                value = sum
                i &+= 1
            }
            return i == start ? nil : value
        }
        spec.width = try number() ?? -1
        if i < count, at(i) == 0x2C {
            spec.grouping = .comma
            i &+= 1
        }
        if i < count, at(i) == 0x5F {
            if spec.grouping != .none { throw .bothSeparators }
            spec.grouping = .underscore
            i &+= 1
        }
        if i < count, at(i) == 0x2C, spec.grouping == .underscore { throw .bothSeparators }
        if i < count, at(i) == 0x2E {
            i &+= 1
            guard let precision = try number() else { throw .missingPrecision }
            spec.precision = precision
        }
        if count &- i > 1 { throw .invalid }
        if count &- i == 1 { spec.type = at(i) }
        if spec.grouping != .none {
            switch spec.type {
            case 0x64, 0x65, 0x66, 0x67, 0x45, 0x47, 0x25, 0x46, 0: break
            case 0x62, 0x6F, 0x78, 0x58:
                if spec.grouping == .comma { throw .cannotSpecify(.comma, with: spec.type) }
            default: throw .cannotSpecify(spec.grouping, with: spec.type)
            }
        }
        return spec
    }
}

/// What is wrong with a format specification. All are ValueErrors but the two that say otherwise.
public enum FormatError: Error, Sendable {
    case tooManyDigits
    case missingPrecision
    case bothSeparators
    case cannotSpecify(FormatSpec.Grouping, with: UInt32)
    /// More than one character where the type is expected.
    case invalid
    case unknownCode(UInt32)
    case signInString
    case spaceInString
    case noNegativeZeroInString
    case alternateInString
    case equalsInString
    case precisionInInteger
    case noNegativeZeroInInteger
    case signWithCharacter
    case alternateWithCharacter
    case zeroPaddingInComplex
    case equalsInComplex
    case precisionTooBig
    /// OverflowError.
    case characterOutOfRange
    /// OverflowError.
    case characterTooLarge
    /// OverflowError.
    case intTooLarge
    /// The limit of `sys.set_int_max_str_digits`.
    case tooManyIntDigits(limit: Int)
    /// MemoryError.
    case outOfMemory
    case stopped

    public var isOverflow: Bool {
        switch self {
        case .characterOutOfRange, .characterTooLarge, .intTooLarge: return true
        default: return false
        }
    }

    /// CPython's message. `spec` is the whole specification, `typeName` the name of the object's type.
    public func message(spec: String, typeName: String) -> String {
        switch self {
        case .tooManyDigits: return "Too many decimal digits in format string"
        case .missingPrecision: return "Format specifier missing precision"
        case .bothSeparators: return "Cannot specify both ',' and '_'."
        case .cannotSpecify(let grouping, let type):
            return "Cannot specify '\(grouping == .comma ? "," : "_")' with '\(Self.code(type))'."
        case .invalid: return "Invalid format specifier '\(spec)' for object of type '\(typeName)'"
        case .unknownCode(let type): return "Unknown format code '\(Self.code(type))' for object of type '\(typeName)'"
        case .signInString: return "Sign not allowed in string format specifier"
        case .spaceInString: return "Space not allowed in string format specifier"
        case .noNegativeZeroInString: return "Negative zero coercion (z) not allowed in string format specifier"
        case .alternateInString: return "Alternate form (#) not allowed in string format specifier"
        case .equalsInString: return "'=' alignment not allowed in string format specifier"
        case .precisionInInteger: return "Precision not allowed in integer format specifier"
        case .noNegativeZeroInInteger: return "Negative zero coercion (z) not allowed in integer format specifier"
        case .signWithCharacter: return "Sign not allowed with integer format specifier 'c'"
        case .alternateWithCharacter: return "Alternate form (#) not allowed with integer format specifier 'c'"
        case .zeroPaddingInComplex: return "Zero padding is not allowed in complex format specifier"
        case .equalsInComplex: return "'=' alignment flag is not allowed in complex format specifier"
        case .precisionTooBig: return "precision too big"
        case .characterOutOfRange: return "%c arg not in range(0x110000)"
        case .characterTooLarge: return "Python int too large to convert to C long"
        case .intTooLarge: return "int too large to convert to float"
        case .tooManyIntDigits(let limit):
            return "Exceeds the limit (\(limit) digits) for integer string conversion; "
                + "use sys.set_int_max_str_digits() to increase the limit"
        case .outOfMemory, .stopped: return ""
        }
    }

    private static func code(_ type: UInt32) -> String {
        if type > 32 && type < 128 { return String(UnicodeScalar(UInt8(type))) }
        return "\\x" + String(type, radix: 16)
    }
}
