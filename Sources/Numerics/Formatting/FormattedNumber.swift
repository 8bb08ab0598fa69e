#if canImport(Glibc)
import Glibc
#endif

/// An int, a float or a complex number under a format specification, ready to be written: it knows the length and the
/// largest character of its text.
public struct FormattedNumber: ~Copyable {
    private let memory: UnsafeMutablePointer<UInt8>
    private let first: NumberField
    /// The imaginary part of a complex number.
    private let second: NumberField?
    private let parenthesised: Bool
    private let left: Int
    private let right: Int
    private let fill: UInt32
    public let length: Int
    public let maxCharacter: UInt32

    deinit { free(memory) }

    private static func allocate(_ count: Int) throws(FormatError) -> UnsafeMutablePointer<UInt8> {
        guard count >= 0, let memory = malloc(max(count, 1)) else { throw .outOfMemory }
        return memory.assumingMemoryBound(to: UInt8.self)
    }

    private init(_ memory: UnsafeMutablePointer<UInt8>, _ field: NumberField) {
        self.memory = memory
        first = field
        second = nil
        parenthesised = false
        left = 0
        right = 0
        fill = 0x20
        length = field.length
        maxCharacter = field.maxCharacter
    }

    /// Writes `length` characters.
    @_specialize(where Character == UInt8)
    @_specialize(where Character == UInt16)
    @_specialize(where Character == UInt32)
    public func write<Character: FixedWidthInteger & UnsignedInteger>(_ out: UnsafeMutablePointer<Character>) {
        guard let second else { return first.write(out) }
        var out = out
        func pad(_ count: Int) {
            for _ in 0..<count {
                out[0] = Character(truncatingIfNeeded: fill)
                out += 1
            }
        }
        func put(_ c: UInt8) {
            out[0] = Character(truncatingIfNeeded: c)
            out += 1
        }
        pad(left)
        if parenthesised { put(0x28) }
        first.write(out)
        out += first.length
        second.write(out)
        out += second.length
        put(0x6A)
        if parenthesised { put(0x29) }
        pad(right)
    }

    // MARK: Floats

    private struct Presentation {
        var code: UInt8
        var precision: Int
        var flags: FloatText.Flags
        var percent: Bool
    }

    /// What a specification asks of a float, or of a part of a complex number.
    private static func presentation(_ spec: FormatSpec, complex: Bool) throws(FormatError) -> Presentation {
        var flags: FloatText.Flags = []
        if spec.alternate { flags.insert(.alternate) }
        if spec.noNegativeZero { flags.insert(.noNegativeZero) }
        if spec.precision > FloatText.maximalPrecision { throw .precisionTooBig }
        let precision = spec.precision >= 0 ? spec.precision : 6
        switch spec.type {
        case 0x65, 0x66, 0x67, 0x45, 0x46, 0x47:
            return Presentation(code: UInt8(truncatingIfNeeded: spec.type), precision: precision, flags: flags, percent: false)
        case 0x6E: return Presentation(code: 0x67, precision: precision, flags: flags, percent: false)
        case 0x25 where !complex: return Presentation(code: 0x66, precision: precision, flags: flags, percent: true)
        case 0:
            if !complex { flags.insert(.addDotZero) }
            return Presentation(code: spec.precision >= 0 ? 0x67 : 0x72, precision: precision, flags: flags, percent: false)
        default: throw .unknownCode(spec.type)
        }
    }

    /// `format(x, spec)`. The locale is used by type 'n' alone.
    public init(_ x: Double, spec: FormatSpec, locale: NumberLocale = NumberLocale()) throws(FormatError) {
        let shape = try Self.presentation(spec, complex: false)
        let value = shape.percent ? x * 100 : x
        let room = FloatText.formatRoom(value, code: shape.code, precision: shape.precision, flags: shape.flags)
        let memory = try Self.allocate(room &+ 1)
        var count = FloatText.format(memory, value, code: shape.code, precision: shape.precision, flags: shape.flags)
        if shape.percent {
            memory[count] = 0x25
            count &+= 1
        }
        let field = NumberField(
            memory, count, prefixCount: 0, spec: spec, locale: spec.type == 0x6E ? locale : nil)
        self.init(memory, field)
    }

    // MARK: Ints

    /// `format(n, spec)` of a signed number for all types but 'c', which is the caller's (`StringField(padding:spec:)` after
    /// `checkCharacter`). `digitLimit` is that of `sys.set_int_max_str_digits`, 0 for none.
    public init(
        _ digits: UnsafePointer<UInt32>, size: Int, spec: FormatSpec, locale: NumberLocale = NumberLocale(),
        digitLimit: Int = 0
    ) throws(FormatError) {
        let base: Int
        switch spec.type {
        case 0x64, 0x6E: base = 10
        case 0x62: base = 2
        case 0x6F: base = 8
        case 0x78, 0x58: base = 16
        case 0x65, 0x66, 0x67, 0x45, 0x46, 0x47, 0x25:
            guard let x = Digits.double(digits, size: size) else { throw .intTooLarge }
            try self.init(x, spec: spec, locale: locale)
            return
        default: throw .unknownCode(spec.type)
        }
        if spec.precision >= 0 { throw .precisionInInteger }
        if spec.noNegativeZero { throw .noNegativeZeroInInteger }
        let count = size < 0 ? 0 &- size : size
        // A number that is far too long is refused before the work, not after it.
        if base == 10 && digitLimit > 0 && Digits.bitLength(digits, count) / 4 > digitLimit {
            throw .tooManyIntDigits(limit: digitLimit)
        }
        let memory = try Self.allocate(Digits.textRoom(digits, count, base: base) &+ 3)
        var position = 0
        if size < 0 {
            memory[0] = 0x2D
            position = 1
        }
        var prefixCount = 0
        if spec.alternate && base != 10 {
            memory[position] = 0x30
            memory[position &+ 1] = UInt8(truncatingIfNeeded: spec.type)
            position &+= 2
            prefixCount = 2
        }
        let length: Int
        do {
            length = try Digits.write(memory + position, digits, count, base: base)
        } catch {
            free(memory)
            throw error == .stopped ? .stopped : .outOfMemory
        }
        if base == 10 && digitLimit > 0 && length > digitLimit {
            free(memory)
            throw .tooManyIntDigits(limit: digitLimit)
        }
        if spec.type == 0x58 {
            for i in position..<(position &+ length) where memory[i] >= 0x61 { memory[i] &-= 0x20 }
        }
        let field = NumberField(
            memory, position &+ length, prefixCount: prefixCount, spec: spec,
            locale: spec.type == 0x6E ? locale : nil)
        self.init(memory, field)
    }

    /// Checks a specification of type 'c' for an int; returns the code point. `value` is nil if it does
    /// not fit.
    public static func checkCharacter(_ spec: FormatSpec, _ value: Int64?) throws(FormatError) -> UInt32 {
        if spec.precision >= 0 { throw .precisionInInteger }
        if spec.noNegativeZero { throw .noNegativeZeroInInteger }
        if spec.sign != 0 { throw .signWithCharacter }
        if spec.alternate { throw .alternateWithCharacter }
        guard let value else { throw .characterTooLarge }
        guard value >= 0, value < 0x110000 else { throw .characterOutOfRange }
        return UInt32(truncatingIfNeeded: value)
    }

    // MARK: Complex numbers

    /// `format(complex(real, imaginary), spec)`.
    public init(
        real: Double, imaginary: Double, spec: FormatSpec, locale: NumberLocale = NumberLocale()
    ) throws(FormatError) {
        let shape = try Self.presentation(spec, complex: true)
        if spec.fill == 0x30 { throw .zeroPaddingInComplex }
        if spec.align == 0x3D { throw .equalsInComplex }
        let realRoom = FloatText.formatRoom(real, code: shape.code, precision: shape.precision, flags: shape.flags)
        let imaginaryRoom = FloatText.formatRoom(
            imaginary, code: shape.code, precision: shape.precision, flags: shape.flags)
        memory = try Self.allocate(realRoom &+ imaginaryRoom)
        // Without a type a positive zero is no real part at all, and a real part makes parentheses.
        let skipReal = spec.type == 0 && real == 0 && real.sign == .plus
        let number = spec.type == 0x6E ? locale : nil
        var inner = spec
        inner.width = -1
        inner.fill = 0x20
        inner.align = 0x3E
        let realCount = skipReal
            ? 0 : FloatText.format(memory, real, code: shape.code, precision: shape.precision, flags: shape.flags)
        var realSpec = inner
        if skipReal { realSpec.sign = 0 }
        first = NumberField(memory, realCount, prefixCount: 0, spec: realSpec, locale: number)
        let imaginaryText = memory + realRoom
        let imaginaryCount = FloatText.format(
            imaginaryText, imaginary, code: shape.code, precision: shape.precision, flags: shape.flags)
        if !skipReal { inner.sign = 0x2B }
        let field = NumberField(imaginaryText, imaginaryCount, prefixCount: 0, spec: inner, locale: number)
        second = field
        parenthesised = spec.type == 0 && !skipReal
        let used = first.length &+ field.length &+ 1 &+ (parenthesised ? 2 : 0)
        let padding = StringField(padding: used, spec: spec)
        left = padding.left
        right = padding.right
        fill = spec.fill
        length = padding.length
        var largest = max(first.maxCharacter, field.maxCharacter)
        if left &+ right > 0 { largest = max(largest, fill) }
        maxCharacter = largest
    }
}
