/// Where the pieces of a formatted number go:
///
///     [left padding][sign][prefix][inner padding][grouped digits][point][rest][right padding]
///
/// The number comes as ASCII text, "-0x" and all; the field knows its length before anything is written, so that the
/// caller can make a string of the right size and storage.
public struct NumberField {
    private let text: UnsafePointer<UInt8>
    private let count: Int
    private let fill: UInt32
    private let locale: NumberLocale
    private var sign: UInt8 = 0
    private var prefixStart = 0
    private var prefixCount = 0
    private var digitsStart = 0
    private var digitCount = 0
    private var hasPoint = false
    private var restStart = 0
    /// Digits with the zeros that padding puts before them, and with separators.
    private var paddedDigits = 0
    private var groupedLength = 0
    private var left = 0
    private var inner = 0
    private var right = 0
    /// Length of the whole field.
    public private(set) var length = 0

    /// The largest code point that will be written.
    public var maxCharacter: UInt32 {
        var result: UInt32 = 0x7F
        if left &+ inner &+ right > 0 { result = max(result, fill) }
        if groupedLength > paddedDigits { result = max(result, locale.separator) }
        if hasPoint { result = max(result, locale.decimalPoint) }
        return result
    }

    /// `text` may begin with a minus; `prefixCount` characters ("0x") and the number follow. It must outlive the field.
    public init(_ text: UnsafePointer<UInt8>, _ count: Int, prefixCount: Int, spec: FormatSpec, locale: NumberLocale?) {
        self.text = text
        self.count = count
        fill = spec.fill
        switch spec.grouping {
        case .none: self.locale = locale ?? NumberLocale()
        case .comma: self.locale = .every(3, 0x2C)
        case .underscore:
            let byFour = spec.type == 0x62 || spec.type == 0x6F || spec.type == 0x78 || spec.type == 0x58
            self.locale = .every(byFour ? 4 : 3, 0x5F)
        case .locale: self.locale = locale ?? NumberLocale()
        }
        var i = 0
        if count > 0 && text[0] == 0x2D {
            sign = 0x2D
            i = 1
        } else if spec.sign == 0x2B || spec.sign == 0x20 {
            sign = spec.sign
        }
        prefixStart = i
        self.prefixCount = prefixCount
        i &+= prefixCount
        digitsStart = i
        // With a prefix all that follows is digits, hexadecimal ones perhaps.
        if prefixCount > 0 || spec.type == 0x78 || spec.type == 0x58 {
            i = count
        } else {
            while i < count && text[i] &- 0x30 < 10 { i &+= 1 }
        }
        digitCount = i &- digitsStart
        hasPoint = i < count && text[i] == 0x2E
        restStart = hasPoint ? i &+ 1 : i
        let others = (sign != 0 ? 1 : 0) &+ prefixCount &+ (hasPoint ? 1 : 0) &+ (count &- restStart)
        // Zero padding belongs to the number: the zeros are grouped, too.
        let zeroWidth = spec.fill == 0x30 && spec.align == 0x3D && digitCount > 0 ? spec.width &- others : 0
        paddedDigits = digitCount
        groupedLength = digitCount
        if digitCount > 0 { group(minimum: zeroWidth) }
        let used = others &+ groupedLength
        let padding = spec.width > used ? spec.width &- used : 0
        switch spec.align {
        case 0x3C: right = padding
        case 0x5E:
            left = padding / 2
            right = padding &- left
        case 0x3D: inner = padding
        default: left = padding
        }
        length = used &+ padding
    }

    /// Finds how many digits and separators fill `minimum` characters.
    private mutating func group(minimum: Int) {
        var rest = digitCount
        var zeros = 0
        var separators = 0
        var room = minimum
        var shift: UInt64 = 0
        var size = Int(locale.grouping & 0xFF)
        if size == 0 || size == 127 || locale.separator == 0 {
            if minimum > digitCount { paddedDigits = minimum }
            groupedLength = paddedDigits
            return
        }
        while true {
            let wanted = max(rest, room, 1)
            let length = min(size, wanted)
            let fromDigits = min(length, rest)
            zeros &+= length &- fromDigits
            rest &-= fromDigits
            room &-= length
            if rest <= 0 && room <= 0 { break }
            separators &+= 1
            room &-= 1
            // The next size, or the same one again.
            let next = shift < 56 ? Int(locale.grouping &>> (shift &+ 8) & 0xFF) : 0
            if next != 0 {
                shift &+= 8
                size = next == 127 ? Int.max : next
            } else if rest == 0 && room > size {
                // Nothing but equal groups of zeros: the width can be anything, so they are not counted one by one.
                let groups = (room &- size) / (size &+ 1)
                zeros &+= groups &* size
                separators &+= groups
                room &-= groups &* (size &+ 1)
            }
        }
        paddedDigits = digitCount &+ zeros
        groupedLength = paddedDigits &+ separators
    }

    /// Writes `length` characters.
    @_specialize(where Character == UInt8)
    @_specialize(where Character == UInt16)
    @_specialize(where Character == UInt32)
    public func write<Character: FixedWidthInteger & UnsignedInteger>(_ out: UnsafeMutablePointer<Character>) {
        var position = 0
        func put(_ c: UInt32) {
            out[position] = Character(truncatingIfNeeded: c)
            position &+= 1
        }
        func pad(_ count: Int) {
            for _ in 0..<count { put(fill) }
        }
        pad(left)
        if sign != 0 { put(UInt32(sign)) }
        for i in 0..<prefixCount { put(UInt32(text[prefixStart &+ i])) }
        pad(inner)
        writeGrouped(out + position)
        position &+= groupedLength
        if hasPoint { put(locale.decimalPoint) }
        for i in restStart..<count { put(UInt32(text[i])) }
        pad(right)
    }

    @inline(__always)
    private func writeGrouped<Character: FixedWidthInteger & UnsignedInteger>(_ out: UnsafeMutablePointer<Character>) {
        // From the right, as the groups are counted.
        var position = groupedLength
        var digit = 0
        var shift: UInt64 = 0
        var size = Int(locale.grouping & 0xFF)
        if groupedLength == paddedDigits { size = Int.max }
        var inGroup = 0
        while digit < paddedDigits {
            if inGroup == size {
                position &-= 1
                out[position] = Character(truncatingIfNeeded: locale.separator)
                inGroup = 0
                if shift < 56 {
                    let next = Int(locale.grouping &>> (shift &+ 8) & 0xFF)
                    if next != 0 {
                        shift &+= 8
                        size = next == 127 ? Int.max : next
                    }
                }
            }
            position &-= 1
            let c = digit < digitCount ? text[digitsStart &+ digitCount &- 1 &- digit] : 0x30
            out[position] = Character(truncatingIfNeeded: c)
            digit &+= 1
            inGroup &+= 1
        }
    }
}

/// Padding around a string that is formatted.
public struct StringField: Sendable {
    /// Characters of the string that are used: its length, or the precision if that is less.
    public let count: Int
    public let left: Int
    public let right: Int
    public let fill: UInt32
    public var length: Int { left &+ count &+ right }

    /// Checks a specification for str and lays it out for a string of `count` characters.
    public init(_ count: Int, spec: FormatSpec) throws(FormatError) {
        if spec.type != 0x73 { throw .unknownCode(spec.type) }
        if spec.sign != 0 { throw spec.sign == 0x20 ? .spaceInString : .signInString }
        if spec.noNegativeZero { throw .noNegativeZeroInString }
        if spec.alternate { throw .alternateInString }
        if spec.align == 0x3D { throw .equalsInString }
        self.init(padding: spec.precision >= 0 ? min(count, spec.precision) : count, spec: spec)
    }

    /// The padding alone, without checks; `=` is taken as `>`. Serves type 'c' of int.
    public init(padding count: Int, spec: FormatSpec) {
        self.count = count
        fill = spec.fill
        let padding = max(spec.width &- count, 0)
        switch spec.align {
        case 0x3C:
            left = 0
            right = padding
        case 0x5E:
            left = padding / 2
            right = padding &- padding / 2
        default:
            left = padding
            right = 0
        }
    }
}
