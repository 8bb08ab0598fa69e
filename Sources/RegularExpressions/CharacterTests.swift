// Categories, case and positions, in the senses of ASCII, the locale and Unicode.

import Glibc
import UnicodeData

enum CharacterTests {
    static func isASCIIWord(_ c: UInt32) -> Bool { (c | 32) &- 97 < 26 || c &- 48 < 10 || c == 95 }
    static func isUnicodeWord(_ c: UInt32) -> Bool { c < 128 ? isASCIIWord(c) : UnicodeData.isAlphanumeric(c) }
    static func isLocaleWord(_ c: UInt32) -> Bool { c < 256 && (isalnum(Int32(c)) != 0 || c == 95) }
    static func isASCIISpace(_ c: UInt32) -> Bool { c == 32 || c &- 9 < 5 }

    /// CATEGORY_DIGIT ... CATEGORY_UNI_NOT_LINEBREAK
    static func isIn(_ category: UInt32, _ c: UInt32) -> Bool {
        switch category {
        case 0: return c &- 48 < 10
        case 1: return c &- 48 >= 10
        case 2: return isASCIISpace(c)
        case 3: return !isASCIISpace(c)
        case 4: return isASCIIWord(c)
        case 5: return !isASCIIWord(c)
        case 6: return c == 10
        case 7: return c != 10
        case 8: return isLocaleWord(c)
        case 9: return !isLocaleWord(c)
        case 10: return UnicodeData.isDecimal(c)
        case 11: return !UnicodeData.isDecimal(c)
        case 12: return UnicodeData.isSpace(c)
        case 13: return !UnicodeData.isSpace(c)
        case 14: return isUnicodeWord(c)
        case 15: return !isUnicodeWord(c)
        case 16: return UnicodeData.isLineBreak(c)
        case 17: return !UnicodeData.isLineBreak(c)
        default: return false
        }
    }
    static let categories: UInt32 = 18
    static func isLocaleCategory(_ category: UInt32) -> Bool { category == 8 || category == 9 }

    @inline(__always) static func lower(_ c: UInt32, _ folding: Folding) -> UInt32 {
        switch folding {
        case .exact: return c
        case .ascii: return c &- 65 < 26 ? c | 32 : c
        case .locale: return c < 256 ? UInt32(bitPattern: tolower(Int32(c))) : c
        case .unicode: return c < 128 ? (c &- 65 < 26 ? c | 32 : c) : UnicodeData.simpleLower(c)
        }
    }
    static func localeUpper(_ c: UInt32) -> UInt32 { c < 256 ? UInt32(bitPattern: toupper(Int32(c))) : c }

    /// Whether a character is a literal of the pattern, which is in lower case except under a locale.
    @inline(__always) static func equalsFolded(_ c: UInt32, _ literal: UInt32, _ folding: Folding) -> Bool {
        if folding == .locale { return c == literal || lower(c, .locale) == literal || localeUpper(c) == literal }
        return lower(c, folding) == literal
    }

    /// Whether a character is in the set that code words describe. The words were checked by the translator.
    static func isIn(_ code: UnsafePointer<UInt32>, _ c: UInt32) -> Bool {
        var word = code
        var found = true
        while true {
            let operation = word[0]
            word += 1
            switch operation {
            case Code.failure.rawValue: return !found
            case Code.negate.rawValue: found.toggle()
            case Code.literal.rawValue:
                if c == word[0] { return found }
                word += 1
            case Code.category.rawValue:
                if isIn(word[0], c) { return found }
                word += 1
            case Code.range.rawValue:
                if word[0] <= c && c <= word[1] { return found }
                word += 2
            case Code.rangeUnicodeIgnore.rawValue:
                if word[0] <= c && c <= word[1] { return found }
                let upper = UnicodeData.simpleUpper(c)
                if word[0] <= upper && upper <= word[1] { return found }
                word += 2
            case Code.charset.rawValue:
                if c < 256 && word[Int(c >> 5)] >> (c & 31) & 1 != 0 { return found }
                word += 8
            case Code.bigCharset.rawValue:
                let count = Int(word[0])
                if c < 65536 {
                    let block = word[1 + Int(c >> 10)] >> (8 * (c >> 8 & 3)) & 0xFF
                    if word[65 + Int(block) * 8 + Int(c >> 5 & 7)] >> (c & 31) & 1 != 0 { return found }
                }
                word += 65 + count * 8
            default: return false
            }
        }
    }
    static func isIn(_ code: UnsafePointer<UInt32>, _ c: UInt32, _ folding: Folding) -> Bool {
        if folding == .locale {
            let small = lower(c, .locale)
            if isIn(code, small) { return true }
            let capital = localeUpper(c)
            return capital != small && isIn(code, capital)
        }
        return isIn(code, lower(c, folding))
    }
}

extension Program {
    @inline(__always) func isInSet(_ index: UInt32, _ c: UInt32) -> Bool {
        let set = sets + Int(index)
        if c < 256 && set.pointee.isLocale == 0 { return set.pointee.hasLatin1(c) }
        return isInSetSlow(set, c)
    }
    @inline(never) private func isInSetSlow(_ set: UnsafePointer<CharacterSet>, _ c: UInt32) -> Bool {
        switch set.pointee.wide {
        case 0: return false
        case 1: return true
        default:
            return CharacterTests.isIn(words + Int(set.pointee.code), c, unsafeBitCast(UInt8(truncatingIfNeeded: set.pointee.folding), to: Folding.self))
        }
    }
    /// One character against an instruction of one character.
    @inline(__always) func matches(_ item: UnsafePointer<Instruction>, _ c: UInt32) -> Bool {
        switch item.pointee.kind {
        case .literal: return c == item.pointee.a
        case .notLiteral: return c != item.pointee.a
        case .any: return c != 10
        case .anyAll: return true
        case .set: return isInSet(item.pointee.a, c)
        case .literalFolded: return CharacterTests.equalsFolded(c, item.pointee.a, item.pointee.folding)
        case .notLiteralFolded: return !CharacterTests.equalsFolded(c, item.pointee.a, item.pointee.folding)
        default: return false
        }
    }
}

extension Instruction {
    /// Of instructions that compare characters with folding: field b.
    @inline(__always) var folding: Folding { unsafeBitCast(UInt8(truncatingIfNeeded: b), to: Folding.self) }
}
