// Case conversion.

import CPythonABI
import UnicodeData

enum StrCase {
    static func upper(_ self: Value) throws(Raised) -> Ref {
        if StrObject.isASCII(self) { return try ascii(self, from: 97, to: 65) }
        return try map(self) { (text, index, out) in UnicodeData.toUpper(text[index], out) }
    }
    static func lower(_ self: Value) throws(Raised) -> Ref {
        if StrObject.isASCII(self) { return try ascii(self, from: 65, to: 97) }
        return try map(self, lower)
    }
    static func casefold(_ self: Value) throws(Raised) -> Ref {
        if StrObject.isASCII(self) { return try ascii(self, from: 65, to: 97) }
        return try map(self) { (text, index, out) in UnicodeData.toFold(text[index], out) }
    }
    static func swapcase(_ self: Value) throws(Raised) -> Ref {
        try map(self) { (text, index, out) in
            let code = text[index]
            if UnicodeData.isUpper(code) { return lower(text, index, out) }
            if UnicodeData.isLower(code) { return UnicodeData.toUpper(code, out) }
            out[0] = code
            return 1
        }
    }
    static func capitalize(_ self: Value) throws(Raised) -> Ref {
        try map(self) { (text, index, out) in
            index == 0 ? UnicodeData.toTitle(text[0], out) : lower(text, index, out)
        }
    }
    static func title(_ self: Value) throws(Raised) -> Ref {
        if StrObject.isASCII(self) { return try asciiTitle(self) }
        return try map(self) { (text, index, out) in
            index > 0 && UnicodeData.isCased(text[index &- 1]) ? lower(text, index, out) : UnicodeData.toTitle(text[index], out)
        }
    }

    /// The lower case of the character at `index`, which for a capital sigma depends on its neighbours.
    private static func lower(_ text: StrSpan, _ index: Int, _ out: UnsafeMutablePointer<UInt32>) -> Int {
        let code = text[index]
        if code != 0x3A3 { return UnicodeData.toLower(code, out) }
        let final: Bool
        switch text.kind {
        case .one: final = false
        case .two: final = UnicodeData.isFinalSigma(text.words, text.count, at: index)
        case .four: final = UnicodeData.isFinalSigma(text.longs, text.count, at: index)
        }
        out[0] = final ? 0x3C2 : 0x3C3
        return 1
    }

    /// Letters behind letters become small, others capital.
    private static func asciiTitle(_ self: Value) throws(Raised) -> Ref {
        let count = StrObject.length(self)
        if count == 0 { return StrObject.empty }
        let source = StrSpan(self).bytes
        let result = try StrObject.allocate(length: count, maximum: 0x7F)
        let target = StrObject.data(result.value).assumingMemoryBound(to: UInt8.self)
        // 0x20 behind a letter, else 0.
        var small: UInt8 = 0
        for index in 0..<count {
            let code = source[index]
            let isLetter = (code | 0x20) &- 0x61 < 26
            target[index] = isLetter ? code & ~0x20 | small : code
            small = isLetter ? 0x20 : 0
        }
        return result
    }

    /// Moves the 26 letters from `from` to those from `to`.
    private static func ascii(_ self: Value, from: UInt8, to: UInt8) throws(Raised) -> Ref {
        let count = StrObject.length(self)
        let source = StrSpan(self).bytes
        if count == 0 { return StrObject.empty }
        if count == 1 {
            let code = source[0]
            return StrObject.character(UInt32(code &- from < 26 ? code &- from &+ to : code))
        }
        let result = try StrObject.allocate(length: count, maximum: 0x7F)
        let target = StrObject.data(result.value).assumingMemoryBound(to: UInt8.self)
        for index in 0..<count {
            let code = source[index]
            target[index] = code ^ (code &- from < 26 ? 0x20 : 0)
        }
        return result
    }

    @inline(__always) private static func map(
        _ self: Value, _ body: (StrSpan, Int, UnsafeMutablePointer<UInt32>) -> Int
    ) throws(Raised) -> Ref {
        let text = StrSpan(self)
        var builder = StrBuilder(capacity: text.count)
        var room = InlineArray<4, UInt32>(repeating: 0)
        for index in 0..<text.count {
            let count = withUnsafeMutablePointer(to: &room) {
                body(text, index, UnsafeMutableRawPointer($0).assumingMemoryBound(to: UInt32.self))
            }
            for position in 0..<min(count, 4) { try builder.append(room[position]) }
        }
        return try builder.finish()
    }
}

/// The questions that begin with "is".
enum StrPredicates {
    @inline(__always) private static func all(_ self: Value, _ test: (UInt32) -> Bool) -> Ref {
        let text = StrSpan(self)
        if text.count == 0 { return .bool(false) }
        for index in 0..<text.count where !test(text[index]) { return .bool(false) }
        return .bool(true)
    }
    static func isAlpha(_ self: Value) throws(Raised) -> Ref { all(self) { CharacterTraits.isAlpha($0) } }
    static func isAlnum(_ self: Value) throws(Raised) -> Ref { all(self) { UnicodeData.isAlphanumeric($0) } }
    static func isDecimal(_ self: Value) throws(Raised) -> Ref { all(self) { UnicodeData.isDecimal($0) } }
    static func isDigit(_ self: Value) throws(Raised) -> Ref { all(self) { UnicodeData.isDigit($0) } }
    static func isNumeric(_ self: Value) throws(Raised) -> Ref { all(self) { UnicodeData.isNumeric($0) } }
    static func isSpace(_ self: Value) throws(Raised) -> Ref { all(self) { CharacterTraits.isSpace($0) } }
    static func isASCII(_ self: Value) throws(Raised) -> Ref { .bool(StrObject.isASCII(self)) }
    static func isPrintable(_ self: Value) throws(Raised) -> Ref {
        let text = StrSpan(self)
        for index in 0..<text.count where !CharacterTraits.isPrintable(text[index]) { return .bool(false) }
        return .bool(true)
    }
    static func isIdentifierMethod(_ self: Value) throws(Raised) -> Ref { .bool(StrMethods.isIdentifier(self)) }

    static func isUpper(_ self: Value) throws(Raised) -> Ref {
        let text = StrSpan(self)
        var found = false
        for index in 0..<text.count {
            let code = text[index]
            if UnicodeData.isLower(code) || UnicodeData.isTitle(code) { return .bool(false) }
            if !found && UnicodeData.isUpper(code) { found = true }
        }
        return .bool(found)
    }
    static func isLower(_ self: Value) throws(Raised) -> Ref {
        let text = StrSpan(self)
        var found = false
        for index in 0..<text.count {
            let code = text[index]
            if UnicodeData.isUpper(code) || UnicodeData.isTitle(code) { return .bool(false) }
            if !found && UnicodeData.isLower(code) { found = true }
        }
        return .bool(found)
    }
    static func isTitle(_ self: Value) throws(Raised) -> Ref {
        let text = StrSpan(self)
        var found = false
        var afterCased = false
        for index in 0..<text.count {
            let code = text[index]
            if UnicodeData.isUpper(code) || UnicodeData.isTitle(code) {
                if afterCased { return .bool(false) }
                afterCased = true
                found = true
            } else if UnicodeData.isLower(code) {
                if !afterCased { return .bool(false) }
                found = true
            } else {
                afterCased = false
            }
        }
        return .bool(found)
    }
}
