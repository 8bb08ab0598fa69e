// What str methods ask of a character so often that ASCII is decided without a table.

import UnicodeData

enum CharacterTraits {
    @inline(__always) static func isSpace(_ code: UInt32) -> Bool {
        if code < 128 { return code == 32 || code &- 9 < 5 || code &- 28 < 4 }
        return UnicodeData.isSpace(code)
    }
    @inline(__always) static func isLineBreak(_ code: UInt32) -> Bool {
        code < 128 ? code &- 10 < 4 || code &- 28 < 3 : UnicodeData.isLineBreak(code)
    }
    @inline(__always) static func isPrintable(_ code: UInt32) -> Bool {
        code < 0x7F ? code >= 32 : UnicodeData.isPrintable(code)
    }
    @inline(__always) static func isAlpha(_ code: UInt32) -> Bool {
        code < 128 ? (code | 32) &- 97 < 26 : UnicodeData.isAlpha(code)
    }
}
