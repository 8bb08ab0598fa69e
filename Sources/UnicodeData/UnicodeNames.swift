import UnicodeTables

/// Names of characters. They are kept as series of words: see "Names" in Scripts/generate_unicode_data.py.
public enum UnicodeNames {
    /// Longest name, with room to spare.
    @inlinable public static var room: Int { 128 }

    public enum Lookup {
        case none
        case character(UInt32)
        /// A named sequence: UTF-16 units without surrogates, which live for ever.
        case sequence(UnsafePointer<UInt16>, Int)
    }

    // MARK: Name of a character

    /// `unicodedata.name`; returns the length, or 0 if the character has no name. Room: `room`.
    public static func name(of c: UInt32, _ text: UnsafeMutablePointer<UInt8>) -> Int {
        if c &- 0xAC00 < 11172 { return syllableName(c &- 0xAC00, text) }
        if isIdeograph(c) {
            let length = copy("CJK UNIFIED IDEOGRAPH-", text)
            return length &+ UnicodeData.writeHexadecimal(text + length, c)
        }
        guard c < 0x110000, let codes = ucd_name_codes() else { return 0 }
        let block = ucd_name_block_of(c)
        if block == .max { return 0 }
        var position = Int(block)
        for _ in 0..<(c & 63) { position &+= Int(codes[position]) &+ 1 }
        return spell(position, text)
    }

    static func isIdeograph(_ c: UInt32) -> Bool {
        for i in 0..<ucd_name_range_count {
            guard let range = ucd_name_range_at(i) else { return false }
            if c >= range.pointee.first && c <= range.pointee.last { return true }
        }
        return false
    }

    private static func copy(_ word: StaticString, _ text: UnsafeMutablePointer<UInt8>) -> Int {
        for i in 0..<word.utf8CodeUnitCount { text[i] = word.utf8Start[i] }
        return word.utf8CodeUnitCount
    }

    /// Writes the name at a position of the stream.
    private static func spell(_ position: Int, _ text: UnsafeMutablePointer<UInt8>) -> Int {
        guard let codes = ucd_name_codes(), let starts = ucd_name_starts(), let words = ucd_name_words() else { return 0 }
        let end = position &+ 1 &+ Int(codes[position])
        var i = position &+ 1
        var length = 0
        while i < end {
            var number = Int(codes[i])
            i &+= 1
            if number >= 192 {
                number = 192 &+ (number &- 192) &* 256 &+ Int(codes[i])
                i &+= 1
            }
            for j in Int(starts[number])..<Int(starts[number &+ 1]) {
                text[length] = UInt8(bitPattern: words[j])
                length &+= 1
            }
            let last = text[length &- 1]
            if i < end && last != 0x2D && last != 0x20 {
                text[length] = 0x20
                length &+= 1
            }
        }
        return length
    }

    // MARK: Hangul

    private static func lead(_ i: UInt32) -> StaticString {
        switch i {
        case 0: "G"
        case 1: "GG"
        case 2: "N"
        case 3: "D"
        case 4: "DD"
        case 5: "R"
        case 6: "M"
        case 7: "B"
        case 8: "BB"
        case 9: "S"
        case 10: "SS"
        case 12: "J"
        case 13: "JJ"
        case 14: "C"
        case 15: "K"
        case 16: "T"
        case 17: "P"
        case 18: "H"
        default: ""
        }
    }

    private static func vowel(_ i: UInt32) -> StaticString {
        switch i {
        case 0: "A"
        case 1: "AE"
        case 2: "YA"
        case 3: "YAE"
        case 4: "EO"
        case 5: "E"
        case 6: "YEO"
        case 7: "YE"
        case 8: "O"
        case 9: "WA"
        case 10: "WAE"
        case 11: "OE"
        case 12: "YO"
        case 13: "U"
        case 14: "WEO"
        case 15: "WE"
        case 16: "WI"
        case 17: "YU"
        case 18: "EU"
        case 19: "YI"
        default: "I"
        }
    }

    private static func trail(_ i: UInt32) -> StaticString {
        switch i {
        case 1: "G"
        case 2: "GG"
        case 3: "GS"
        case 4: "N"
        case 5: "NJ"
        case 6: "NH"
        case 7: "D"
        case 8: "L"
        case 9: "LG"
        case 10: "LM"
        case 11: "LB"
        case 12: "LS"
        case 13: "LT"
        case 14: "LP"
        case 15: "LH"
        case 16: "M"
        case 17: "B"
        case 18: "BS"
        case 19: "S"
        case 20: "SS"
        case 21: "NG"
        case 22: "J"
        case 23: "C"
        case 24: "K"
        case 25: "T"
        case 26: "P"
        case 27: "H"
        default: ""
        }
    }

    private static func syllableName(_ syllable: UInt32, _ text: UnsafeMutablePointer<UInt8>) -> Int {
        var length = copy("HANGUL SYLLABLE ", text)
        length &+= copy(lead(syllable / 588), text + length)
        length &+= copy(vowel(syllable % 588 / 28), text + length)
        return length &+ copy(trail(syllable % 28), text + length)
    }

    /// The index of the longest of `count` short names that the text begins with.
    private static func longest(
        _ text: UnsafePointer<UInt8>, _ length: Int, _ count: UInt32, _ name: (UInt32) -> StaticString
    ) -> (index: UInt32, length: Int)? {
        var best: (index: UInt32, length: Int)?
        for i in 0..<count where begins(text, length, name(i)) {
            let own = name(i).utf8CodeUnitCount
            if best == nil || own > (best?.length ?? 0) { best = (i, own) }
        }
        return best
    }

    @inline(__always)
    private static func begins(_ text: UnsafePointer<UInt8>, _ length: Int, _ word: StaticString) -> Bool {
        if word.utf8CodeUnitCount > length { return false }
        for i in 0..<word.utf8CodeUnitCount where text[i] != word.utf8Start[i] { return false }
        return true
    }

    private static func syllable(_ text: UnsafePointer<UInt8>, _ length: Int) -> UInt32? {
        var i = 0
        // The eleventh lead, the silent one, has no letters: it is what is left if no other fits.
        guard let first = longest(text, length, 19, lead) else { return nil }
        i = first.length
        guard let second = longest(text + i, length &- i, 21, vowel) else { return nil }
        i &+= second.length
        guard let third = longest(text + i, length &- i, 28, trail), i &+ third.length == length else { return nil }
        let lead = first.length == 0 ? 11 : first.index
        return 0xAC00 &+ (lead &* 21 &+ second.index) &* 28 &+ (third.length == 0 ? 0 : third.index)
    }

    // MARK: Character of a name

    /// `unicodedata.lookup`: the character, or with `sequences` also the named sequence. Case does not matter, but for the names of ideographs and
    /// Hangul syllables, as in CPython. `\N{...}` takes no sequences.
    public static func lookup(_ name: UnsafePointer<UInt8>, _ count: Int, sequences: Bool = true) -> Lookup {
        if count <= 0 || count > room { return .none }
        if begins(name, count, "HANGUL SYLLABLE ") {
            // There are names of other characters that begin so, but none that is not a syllable's.
            return syllable(name + 16, count &- 16).map(Lookup.character) ?? .none
        }
        if begins(name, count, "CJK UNIFIED IDEOGRAPH-") { return ideograph(name + 22, count &- 22) }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 &* room) { buffer -> Lookup in
            guard let upper = buffer.baseAddress else { return .none }
            for i in 0..<count {
                let c = name[i]
                upper[i] = c &- 0x61 < 26 ? c &- 0x20 : c
            }
            let spelled = upper + room
            let bucket = hash(upper, count, 0) % ucd_name_bucket_count
            let displacement = ucd_name_displacement(bucket) &* 0x9E37_79B1
            let value = ucd_name_slot(hash(upper, count, displacement) % ucd_name_slot_count)
            if value == .max { return .none }
            if value < 0x110000 {
                let length = self.name(of: value, spelled)
                return length == count && equal(upper, spelled, count) ? .character(value) : .none
            }
            guard let extra = ucd_extra_name_at(value &- 0x110000) else { return .none }
            let length = spell(Int(extra.pointee.name), spelled)
            if length != count || !equal(upper, spelled, count) { return .none }
            if extra.pointee.count == 0 { return .character(extra.pointee.value) }
            guard sequences, let units = ucd_name_sequence(extra.pointee.value) else { return .none }
            return .sequence(units, Int(extra.pointee.count))
        }
    }

    private static func equal(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        for i in 0..<count where a[i] != b[i] { return false }
        return true
    }

    /// Four or five capital hexadecimal digits.
    private static func ideograph(_ text: UnsafePointer<UInt8>, _ count: Int) -> Lookup {
        if count != 4 && count != 5 { return .none }
        var c: UInt32 = 0
        for i in 0..<count {
            switch text[i] {
            case 0x30...0x39: c = c &<< 4 | UInt32(text[i] &- 0x30)
            case 0x41...0x46: c = c &<< 4 | UInt32(text[i] &- 0x37)
            default: return .none
            }
        }
        return isIdeograph(c) ? .character(c) : .none
    }

    /// ORDER: `fnv` of Scripts/generate_unicode_data.py.
    private static func hash(_ text: UnsafePointer<UInt8>, _ count: Int, _ seed: UInt32) -> UInt32 {
        var h: UInt32 = 0x811C_9DC5 ^ seed
        for i in 0..<count { h = (h ^ UInt32(text[i])) &* 0x0100_0193 }
        h ^= h &>> 15
        h = h &* 0x2C1B_3C6D
        return h ^ h &>> 13
    }
}
