import UnicodeTables

/// The database of Unicode 3.2, which `stringprep` and IDNA are bound to: `unicodedata.ucd_3_2_0`.
///
/// A character was unassigned then, or it was what it is now, or it is one of a few hundred that are listed. Values that CPython's object does
/// not take back to 3.2 (digit) are those of the current database.
public enum UnicodeVersion3 {
    public static let version: StaticString = "3.2.0"

    @inlinable
    public static func isAssigned(_ c: UInt32) -> Bool { UnicodeData.has(c, UnicodeData.Flag.inVersion3) }

    private static func change(_ c: UInt32) -> UnsafePointer<ucd_change>? {
        UnicodeData.has(c, UnicodeData.Flag.changedSinceVersion3) ? ucd_change_of(c) : nil
    }

    public static func categoryName(_ c: UInt32) -> UnsafePointer<CChar> {
        if !isAssigned(c) { return ucd_category_name(0) }
        return change(c).map { ucd_category_name(UInt32($0.pointee.category)) } ?? UnicodeData.categoryName(c)
    }

    public static func bidirectionalName(_ c: UInt32) -> UnsafePointer<CChar> {
        if !isAssigned(c) { return ucd_bidirectional_name(0) }
        return change(c).map { ucd_bidirectional_name(UInt32($0.pointee.bidirectional)) } ?? UnicodeData.bidirectionalName(c)
    }

    public static func eastAsianWidthName(_ c: UInt32) -> UnsafePointer<CChar> {
        // CPython answers so, though "N" would be expected.
        if !isAssigned(c) { return ucd_width_name(UInt32(ucd_record_of(0x3000).pointee.width)) }
        return change(c).map { ucd_width_name(UInt32($0.pointee.width)) } ?? UnicodeData.eastAsianWidthName(c)
    }

    public static func isMirrored(_ c: UInt32) -> Bool {
        isAssigned(c) && (change(c).map { $0.pointee.mirrored != 0 } ?? UnicodeData.isMirrored(c))
    }

    public static func combiningClass(_ c: UInt32) -> UInt8 { isAssigned(c) ? UnicodeData.combiningClass(c) : 0 }

    public static func decimal(_ c: UInt32) -> Int? {
        if !isAssigned(c) { return nil }
        guard let change = change(c) else { return UnicodeData.decimal(c) }
        return change.pointee.decimal == 255 ? nil : Int(change.pointee.decimal)
    }

    public static func digit(_ c: UInt32) -> Int? { UnicodeData.digit(c) }

    public static func numeric(_ c: UInt32) -> Double? { isAssigned(c) ? UnicodeData.numeric(c) : nil }

    /// As `UnicodeData.decomposition`.
    public static func decomposition(_ text: UnsafeMutablePointer<UInt8>, _ c: UInt32) -> Int {
        isAssigned(c) ? UnicodeData.decomposition(text, c) : 0
    }

    /// As `UnicodeNames.name`.
    public static func name(of c: UInt32, _ text: UnsafeMutablePointer<UInt8>) -> Int {
        isAssigned(c) ? UnicodeNames.name(of: c, text) : 0
    }
}
