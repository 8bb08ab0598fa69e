import UnicodeTables

/// Case mappings. The simple ones map a character to a character, as `re` needs them; the full ones to up to three.
extension UnicodeData {
    @inlinable
    static func moved(_ c: UInt32, _ by: Int32) -> UInt32 { c &+ UInt32(bitPattern: by) }

    @inlinable
    public static func simpleLower(_ c: UInt32) -> UInt32 {
        if c < 0x80 { return c &- 0x41 < 26 ? c &+ 32 : c }
        return moved(c, ucd_record_of(c).pointee.lower)
    }

    @inlinable
    public static func simpleUpper(_ c: UInt32) -> UInt32 {
        if c < 0x80 { return c &- 0x61 < 26 ? c &- 32 : c }
        return moved(c, ucd_record_of(c).pointee.upper)
    }

    @inlinable
    public static func simpleTitle(_ c: UInt32) -> UInt32 {
        if c < 0x80 { return c &- 0x61 < 26 ? c &- 32 : c }
        return moved(c, ucd_record_of(c).pointee.title)
    }

    /// Most characters that a full mapping gives.
    @inlinable public static var fullMappingRoom: Int { 3 }

    /// The full lower case; returns the number of characters written (1 to 3). A capital sigma becomes the ordinary small one:
    /// see `isFinalSigma`.
    @inlinable
    public static func toLower(_ c: UInt32, _ result: UnsafeMutablePointer<UInt32>) -> Int {
        let record = ucd_record_of(c)
        if let record, record.pointee.special != 0 { return special(record.pointee.special, 0, result) }
        result[0] = simpleLower(c)
        return 1
    }

    /// The full upper case; returns the number of characters written (1 to 3).
    @inlinable
    public static func toUpper(_ c: UInt32, _ result: UnsafeMutablePointer<UInt32>) -> Int {
        let record = ucd_record_of(c)
        if let record, record.pointee.special != 0 { return special(record.pointee.special, 1, result) }
        result[0] = simpleUpper(c)
        return 1
    }

    /// The full title case; returns the number of characters written (1 to 3).
    @inlinable
    public static func toTitle(_ c: UInt32, _ result: UnsafeMutablePointer<UInt32>) -> Int {
        let record = ucd_record_of(c)
        if let record, record.pointee.special != 0 { return special(record.pointee.special, 2, result) }
        result[0] = simpleTitle(c)
        return 1
    }

    /// The full case folding of `str.casefold`; returns the number of characters written (1 to 3).
    @inlinable
    public static func toFold(_ c: UInt32, _ result: UnsafeMutablePointer<UInt32>) -> Int {
        if c < 0x80 {
            result[0] = c &- 0x41 < 26 ? c &+ 32 : c
            return 1
        }
        guard let record = ucd_record_of(c) else { return 0 }
        if record.pointee.special != 0 { return special(record.pointee.special, 3, result) }
        result[0] = moved(c, record.pointee.fold)
        return 1
    }

    @inlinable
    static func special(_ entry: UInt16, _ kind: UInt32, _ result: UnsafeMutablePointer<UInt32>) -> Int {
        let count = Int(ucd_case_count(UInt32(entry), kind))
        guard let characters = ucd_case_characters(UInt32(entry), kind) else { return 0 }
        for i in 0..<count { result[i] = characters[i] }
        return count
    }

    /// Whether the capital sigma at `index` ends a word, so that its lower case is U+03C2: a cased character comes before it
    /// and none behind it, ignorable ones not counted.
    @inlinable
    public static func isFinalSigma<Character: FixedWidthInteger & UnsignedInteger>(
        _ text: UnsafePointer<Character>, _ count: Int, at index: Int
    ) -> Bool {
        var i = index &- 1
        while i >= 0 && isCaseIgnorable(UInt32(truncatingIfNeeded: text[i])) { i &-= 1 }
        if i < 0 || !isCased(UInt32(truncatingIfNeeded: text[i])) { return false }
        i = index &+ 1
        while i < count && isCaseIgnorable(UInt32(truncatingIfNeeded: text[i])) { i &+= 1 }
        return i >= count || !isCased(UInt32(truncatingIfNeeded: text[i]))
    }
}
