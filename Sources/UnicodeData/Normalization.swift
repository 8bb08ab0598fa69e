import UnicodeTables

/// Normalisation forms (Unicode Standard Annex #15).
public enum NormalizationForm: UInt8, Sendable {
    case nfc, nfd, nfkc, nfkd

    @inlinable public var composes: Bool { self == .nfc || self == .nfkc }
    @inlinable public var isCompatibility: Bool { self == .nfkc || self == .nfkd }
}

extension UnicodeData {
    public enum QuickCheck: Sendable { case yes, maybe, no }

    // Hangul syllables are composed by arithmetic (The Unicode Standard, section 3.12).
    private static var syllableBase: UInt32 { 0xAC00 }
    private static var leadBase: UInt32 { 0x1100 }
    private static var vowelBase: UInt32 { 0x1161 }
    private static var trailBase: UInt32 { 0x11A7 }
    private static var syllableCount: UInt32 { 11172 }

    private static func flag(_ form: NormalizationForm) -> UInt32 {
        switch form {
        case .nfc: return Flag.changesInNFC
        case .nfd: return Flag.changesInNFD
        case .nfkc: return Flag.changesInNFKC
        case .nfkd: return Flag.changesInNFKD
        }
    }

    /// Whether a text is normalised, as far as one pass over its characters can tell.
    @_specialize(where Character == UInt8)
    @_specialize(where Character == UInt16)
    @_specialize(where Character == UInt32)
    public static func quickCheck<Character: FixedWidthInteger & UnsignedInteger>(
        _ form: NormalizationForm, _ text: UnsafePointer<Character>, _ count: Int
    ) -> QuickCheck {
        let changes = flag(form)
        var result = QuickCheck.yes
        var previous: UInt8 = 0
        for i in 0..<count {
            let c = UInt32(truncatingIfNeeded: text[i])
            if c < 0x80 {
                previous = 0
                continue
            }
            guard let record = ucd_record_of(c) else { continue }
            let flags = record.pointee.flags
            let combining = record.pointee.combining
            if flags & changes != 0 || (combining != 0 && combining < previous) { return .no }
            if form.composes && flags & Flag.composesBack != 0 { result = .maybe }
            previous = combining
        }
        return result
    }

    /// The normalised text; `version3` applies the decompositions of Unicode 3.2 (`unicodedata.ucd_3_2_0`);
    /// combining classes and compositions are those of today, as in CPython.
    @_specialize(where Character == UInt8)
    @_specialize(where Character == UInt16)
    @_specialize(where Character == UInt32)
    public static func normalize<Character: FixedWidthInteger & UnsignedInteger>(
        _ form: NormalizationForm, _ text: UnsafePointer<Character>, _ count: Int, version3: Bool = false
    ) -> CodePointBuffer {
        var buffer = CodePointBuffer(capacity: count &+ count / 4)
        for i in 0..<count {
            decompose(UInt32(truncatingIfNeeded: text[i]), form.isCompatibility, version3, &buffer)
        }
        if buffer.failed { return buffer }
        order(&buffer)
        if form.composes { compose(&buffer) }
        return buffer
    }

    /// Appends the full decomposition. Entries decompose further, but not deeper than a few levels.
    private static func decompose(_ c: UInt32, _ compatibility: Bool, _ version3: Bool, _ buffer: inout CodePointBuffer) {
        if c < 0xA0 { return buffer.append(c) }
        let syllable = c &- syllableBase
        if syllable < syllableCount {
            buffer.append(leadBase &+ syllable / 588)
            buffer.append(vowelBase &+ syllable % 588 / 28)
            if syllable % 28 != 0 { buffer.append(trailBase &+ syllable % 28) }
            return
        }
        let flags = ucd_flags_of(c)
        if flags & Flag.decomposes == 0 || (version3 && flags & Flag.inVersion3 == 0) { return buffer.append(c) }
        guard let entry = ucd_decomposition_of(c) else { return }
        if entry[0] >> 8 != 0 && !compatibility { return buffer.append(c) }
        if version3 {
            for i in 0..<5 where ucd_correction(UInt32(i), 0) == c {
                return buffer.append(ucd_correction(UInt32(i), 1))
            }
        }
        for i in 0..<Int(entry[0] & 0xFF) { decompose(entry[i &+ 1], compatibility, version3, &buffer) }
    }

    /// Sorts each run of combining characters by class, stably. Long runs, which no language has, are sorted by merging, so that
    /// hostile text costs no quadratic time.
    private static func order(_ buffer: inout CodePointBuffer) {
        let text = buffer.pointer
        let count = buffer.count
        var i = 0
        while i < count {
            if combiningClass(text[i]) == 0 {
                i &+= 1
                continue
            }
            var end = i
            while end < count && combiningClass(text[end]) != 0 { end &+= 1 }
            if end &- i > 32 {
                sortLongRun(text + i, end &- i)
            } else {
                for j in (i &+ 1)..<max(end, i &+ 1) {
                    let c = text[j]
                    let own = combiningClass(c)
                    var k = j
                    while k > i && combiningClass(text[k &- 1]) > own {
                        text[k] = text[k &- 1]
                        k &-= 1
                    }
                    text[k] = c
                }
            }
            i = end
        }
    }

    /// Counting sort over the 256 classes.
    private static func sortLongRun(_ run: UnsafeMutablePointer<UInt32>, _ count: Int) {
        var sorted = CodePointBuffer(capacity: count)
        for i in 0..<count { sorted.append(run[i]) }
        if sorted.failed { return }
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 257) { starts in
            for i in 0..<257 { starts[i] = 0 }
            for i in 0..<count { starts[Int(combiningClass(run[i])) &+ 1] &+= 1 }
            for i in 1..<257 { starts[i] &+= starts[i &- 1] }
            for i in 0..<count {
                let own = Int(combiningClass(sorted.pointer[i]))
                run[starts[own]] = sorted.pointer[i]
                starts[own] &+= 1
            }
        }
    }

    /// Joins each character with the last starter before it, unless a character of the same or a higher class stands between.
    private static func compose(_ buffer: inout CodePointBuffer) {
        let text = buffer.pointer
        let count = buffer.count
        var end = 0
        var starter = -1
        var last: UInt8 = 0
        for i in 0..<count {
            let c = text[i]
            let own = combiningClass(c)
            if starter >= 0 && (last < own || end == starter &+ 1) {
                let composite = composition(text[starter], c)
                if composite != 0 {
                    text[starter] = composite
                    continue
                }
            }
            if own == 0 { starter = end }
            last = own
            text[end] = c
            end &+= 1
        }
        buffer.truncate(end)
    }

    private static func composition(_ first: UInt32, _ second: UInt32) -> UInt32 {
        if second < 0x300 { return 0 }
        let lead = first &- leadBase
        if lead < 19 {
            let vowel = second &- vowelBase
            return vowel < 21 ? syllableBase &+ (lead &* 21 &+ vowel) &* 28 : 0
        }
        let syllable = first &- syllableBase
        if syllable < syllableCount && syllable % 28 == 0 {
            let trail = second &- trailBase
            if trail > 0 && trail < 28 { return first &+ trail }
        }
        if ucd_flags_of(second) & Flag.composesBack == 0 { return 0 }
        return ucd_composition(first, second)
    }
}
