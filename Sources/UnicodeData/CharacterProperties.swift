import UnicodeTables

/// Properties of characters: the Unicode 14.0 database as Python 3.11 sees it. Code points out of range are unassigned.
///
/// Every question is two table look-ups (see `UnicodeTables.h`); those about Latin-1 characters are one.
public enum UnicodeData {
    /// The version of the database: `unicodedata.unidata_version`.
    public static let version: StaticString = "14.0.0"

    // ORDER: the bits of Scripts/generate_unicode_data.py.
    @usableFromInline
    enum Flag {
        @inlinable static var alpha: UInt32 { 1 << 0 }
        @inlinable static var decimal: UInt32 { 1 << 1 }
        @inlinable static var digit: UInt32 { 1 << 2 }
        @inlinable static var numeric: UInt32 { 1 << 3 }
        @inlinable static var space: UInt32 { 1 << 4 }
        @inlinable static var upper: UInt32 { 1 << 5 }
        @inlinable static var lower: UInt32 { 1 << 6 }
        @inlinable static var title: UInt32 { 1 << 7 }
        @inlinable static var printable: UInt32 { 1 << 8 }
        @inlinable static var lineBreak: UInt32 { 1 << 9 }
        @inlinable static var identifierStart: UInt32 { 1 << 10 }
        @inlinable static var identifierContinue: UInt32 { 1 << 11 }
        @inlinable static var cased: UInt32 { 1 << 12 }
        @inlinable static var caseIgnorable: UInt32 { 1 << 13 }
        @inlinable static var mirrored: UInt32 { 1 << 14 }
        @inlinable static var changesInNFD: UInt32 { 1 << 15 }
        @inlinable static var changesInNFKD: UInt32 { 1 << 16 }
        @inlinable static var changesInNFC: UInt32 { 1 << 17 }
        @inlinable static var changesInNFKC: UInt32 { 1 << 18 }
        @inlinable static var composesBack: UInt32 { 1 << 19 }
        @inlinable static var inVersion3: UInt32 { 1 << 20 }
        @inlinable static var changedSinceVersion3: UInt32 { 1 << 21 }
        @inlinable static var decomposes: UInt32 { 1 << 22 }
    }

    @inlinable @inline(__always)
    static func has(_ c: UInt32, _ flag: UInt32) -> Bool { ucd_flags_of(c) & flag != 0 }

    // MARK: What the methods of str ask

    /// `str.isalpha`: a letter of any category.
    @inlinable public static func isAlpha(_ c: UInt32) -> Bool { has(c, Flag.alpha) }
    /// `str.isdecimal`: a digit of a positional decimal system.
    @inlinable public static func isDecimal(_ c: UInt32) -> Bool { has(c, Flag.decimal) }
    /// `str.isdigit`: also superscripts and the like.
    @inlinable public static func isDigit(_ c: UInt32) -> Bool { has(c, Flag.digit) }
    /// `str.isnumeric`: also fractions, Roman and Han numbers.
    @inlinable public static func isNumeric(_ c: UInt32) -> Bool { has(c, Flag.numeric) }
    /// `str.isalnum`.
    @inlinable public static func isAlphanumeric(_ c: UInt32) -> Bool {
        has(c, Flag.alpha | Flag.decimal | Flag.digit | Flag.numeric)
    }
    /// `str.isspace`, and what `str.split` and `str.strip` take for whitespace.
    @inlinable public static func isSpace(_ c: UInt32) -> Bool { has(c, Flag.space) }
    @inlinable public static func isUpper(_ c: UInt32) -> Bool { has(c, Flag.upper) }
    @inlinable public static func isLower(_ c: UInt32) -> Bool { has(c, Flag.lower) }
    /// A title-case letter, such as U+01C5.
    @inlinable public static func isTitle(_ c: UInt32) -> Bool { has(c, Flag.title) }
    /// `str.isprintable`: what `repr` does not escape.
    @inlinable public static func isPrintable(_ c: UInt32) -> Bool { has(c, Flag.printable) }
    /// Where `str.splitlines` splits.
    @inlinable public static func isLineBreak(_ c: UInt32) -> Bool { has(c, Flag.lineBreak) }
    /// XID_Start; an identifier may begin with `_` as well.
    @inlinable public static func isIdentifierStart(_ c: UInt32) -> Bool { has(c, Flag.identifierStart) }
    /// XID_Continue.
    @inlinable public static func isIdentifierContinue(_ c: UInt32) -> Bool { has(c, Flag.identifierContinue) }
    /// Has a lower, upper or title case: what `str.title` and the rule of the final sigma look at.
    @inlinable public static func isCased(_ c: UInt32) -> Bool { has(c, Flag.cased) }
    /// Is passed over when looking for a cased neighbour.
    @inlinable public static func isCaseIgnorable(_ c: UInt32) -> Bool { has(c, Flag.caseIgnorable) }

    // MARK: Numbers

    /// The value as a decimal digit, or nil.
    @inlinable
    public static func decimal(_ c: UInt32) -> Int? {
        let value = ucd_record_of(c).pointee.decimal
        return value == 255 ? nil : Int(value)
    }

    /// The value as a digit of any kind, or nil.
    @inlinable
    public static func digit(_ c: UInt32) -> Int? {
        let value = ucd_record_of(c).pointee.digit
        return value == 255 ? nil : Int(value)
    }

    /// The value as a number, or nil.
    @inlinable
    public static func numeric(_ c: UInt32) -> Double? {
        let entry = ucd_record_of(c).pointee.numeric
        return entry == 0 ? nil : ucd_numeric_value(UInt32(entry))
    }

    // MARK: The database

    // ORDER: categories of Scripts/generate_unicode_data.py.
    public enum Category: UInt8, Sendable {
        case unassigned, uppercaseLetter, lowercaseLetter, titlecaseLetter, modifierLetter, otherLetter
        case nonspacingMark, spacingMark, enclosingMark
        case decimalNumber, letterNumber, otherNumber
        case connectorPunctuation, dashPunctuation, openPunctuation, closePunctuation
        case initialPunctuation, finalPunctuation, otherPunctuation
        case mathSymbol, currencySymbol, modifierSymbol, otherSymbol
        case spaceSeparator, lineSeparator, paragraphSeparator
        case control, format, surrogate, privateUse

        /// The two letters of `unicodedata.category`.
        public var name: UnsafePointer<CChar> { ucd_category_name(UInt32(rawValue)) }
    }

    @inlinable
    public static func category(_ c: UInt32) -> Category {
        Category(rawValue: ucd_record_of(c).pointee.category) ?? .unassigned
    }

    /// `unicodedata.category`; text that lives for ever, as all names here.
    public static func categoryName(_ c: UInt32) -> UnsafePointer<CChar> {
        ucd_category_name(UInt32(ucd_record_of(c).pointee.category))
    }

    /// `unicodedata.bidirectional`.
    public static func bidirectionalName(_ c: UInt32) -> UnsafePointer<CChar> {
        ucd_bidirectional_name(UInt32(ucd_record_of(c).pointee.bidirectional))
    }

    /// `unicodedata.east_asian_width`.
    public static func eastAsianWidthName(_ c: UInt32) -> UnsafePointer<CChar> {
        ucd_width_name(UInt32(ucd_record_of(c).pointee.width))
    }

    /// The canonical combining class.
    @inlinable
    public static func combiningClass(_ c: UInt32) -> UInt8 { c < 0x300 ? 0 : ucd_record_of(c).pointee.combining }

    @inlinable public static func isMirrored(_ c: UInt32) -> Bool { has(c, Flag.mirrored) }

    /// Characters that `decomposition` may write.
    @inlinable public static var decompositionRoom: Int { 192 }

    /// The text of `unicodedata.decomposition`, in ASCII; returns its length. Room: `decompositionRoom`.
    public static func decomposition(_ text: UnsafeMutablePointer<UInt8>, _ c: UInt32) -> Int {
        guard let entry = ucd_decomposition_of(c) else { return 0 }
        var end = 0
        if let tag = ucd_decomposition_tag(entry[0] >> 8) {
            while tag[end] != 0 {
                text[end] = UInt8(bitPattern: tag[end])
                end &+= 1
            }
        }
        for i in 0..<Int(entry[0] & 0xFF) {
            if end > 0 {
                text[end] = 0x20
                end &+= 1
            }
            end &+= writeHexadecimal(text + end, entry[i &+ 1])
        }
        return end
    }

    /// At least four capital hexadecimal digits.
    static func writeHexadecimal(_ text: UnsafeMutablePointer<UInt8>, _ c: UInt32) -> Int {
        let length = c < 0x10000 ? 4 : c < 0x100000 ? 5 : 6
        for i in 0..<length {
            let digit = UInt8(truncatingIfNeeded: c &>> UInt32(truncatingIfNeeded: 4 &* (length &- 1 &- i)) & 15)
            text[i] = digit < 10 ? 0x30 &+ digit : 0x37 &+ digit
        }
        return length
    }
}
