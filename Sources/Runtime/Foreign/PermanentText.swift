// Text of C that lives as long as the process, as the literals that descriptions of types are made of.

import CPythonABI
import Glibc

public enum PermanentText {
    /// The words of a `StaticString` that points to text: its start, its length, and the flags of its form.
    private struct Words {
        var start: UInt
        var count: UInt
        var flags: UInt8
    }

    /// A copy of a C string in UTF-8 that is never freed.
    public static func make(_ text: UnsafePointer<CChar>) -> StaticString {
        guard let copy = strdup(text) else { return "" }
        let count = strlen(copy)
        var isASCII = true
        for index in 0..<count where copy[index] < 0 { isASCII = false }
        return unsafeBitCast(Words(start: UInt(bitPattern: copy), count: UInt(count), flags: isASCII ? 2 : 0), to: StaticString.self)
    }
}
