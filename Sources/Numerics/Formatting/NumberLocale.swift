#if canImport(Glibc)
import Glibc
#endif

/// The conventions for numbers of a locale: what type 'n' asks for.
public struct NumberLocale: Sendable {
    public var decimalPoint: UInt32 = 0x2E
    /// 0 if there is none.
    public var separator: UInt32 = 0
    /// Sizes of the groups from the right, a byte each from the lowest, as `lconv.grouping` has them: the last one repeats, 127 ends the grouping.
    public var grouping: UInt64 = 0

    @inlinable
    public init(decimalPoint: UInt32 = 0x2E, separator: UInt32 = 0, grouping: UInt64 = 0) {
        self.decimalPoint = decimalPoint
        self.separator = separator
        self.grouping = grouping
    }

    /// The conventions of `LC_NUMERIC` as it is set now.
    public static func current() -> NumberLocale {
        var locale = NumberLocale()
        guard let conventions = localeconv() else { return locale }
        if let point = conventions.pointee.decimal_point, let c = character(point) { locale.decimalPoint = c }
        if let separator = conventions.pointee.thousands_sep, let c = character(separator) { locale.separator = c }
        if locale.separator != 0, let grouping = conventions.pointee.grouping {
            var i = 0
            while i < 8 && grouping[i] != 0 {
                locale.grouping |= UInt64(UInt8(bitPattern: grouping[i])) &<< UInt64(truncatingIfNeeded: 8 &* i)
                i &+= 1
            }
        }
        return locale
    }

    private static func character(_ text: UnsafePointer<CChar>) -> UInt32? {
        var wide: wchar_t = 0
        let length = strlen(text)
        if length == 0 || mbtowc(&wide, text, length) <= 0 { return nil }
        return UInt32(bitPattern: wide)
    }

    static func every(_ size: UInt64, _ separator: UInt32) -> NumberLocale {
        NumberLocale(decimalPoint: 0x2E, separator: separator, grouping: size)
    }
}
