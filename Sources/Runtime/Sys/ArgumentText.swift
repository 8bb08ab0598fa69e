// Words of the command line as Swift strings, which cannot hold bytes that are not UTF-8: until a str is made of a word, each such byte
// is a character that no text has, one of the last private ones.

import CPythonABI

public enum ArgumentText {
    /// U+10FF00 + byte.
    private static let base: UInt32 = 0x10FF00
    /// Only ASCII is text.
    nonisolated(unsafe) public static var isASCII = false

    /// A word as the system passed it.
    public static func decode(_ word: UnsafePointer<CChar>) -> String {
        if let plain = String(validatingCString: word), isPlain(plain), !isASCII || plain.utf8.allSatisfy({ $0 < 0x80 }) { return plain }
        var text = String.UnicodeScalarView()
        var index = 0
        while word[index] != 0 {
            let length = sequence(word, index)
            // Longer characters go byte by byte as well: some of them are those that stand for bytes here.
            if length == 0 || length == 4 || isASCII && length > 1 {
                for _ in 0..<max(length, 1) {
                    if let scalar = Unicode.Scalar(base + UInt32(UInt8(bitPattern: word[index]))) { text.append(scalar) }
                    index += 1
                }
                continue
            }
            text.append(contentsOf: String(decoding: (index..<index + length).map { UInt8(bitPattern: word[$0]) }, as: UTF8.self).unicodeScalars)
            index += length
        }
        return String(text)
    }
    /// The length of the well-formed character at a place; 0 if there is none.
    private static func sequence(_ word: UnsafePointer<CChar>, _ index: Int) -> Int {
        let first = UInt8(bitPattern: word[index])
        let length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
        if length <= 1 { return length }
        var bytes = [first]
        for offset in 1..<length {
            let byte = UInt8(bitPattern: word[index + offset])
            if byte & 0xC0 != 0x80 { return 0 }
            bytes.append(byte)
        }
        return String(validating: bytes, as: UTF8.self) == nil ? 0 : length
    }

    /// Whether a word is text.
    static func isText(_ word: String) -> Bool { isPlain(word) }
    private static func isPlain(_ word: String) -> Bool { word.utf8.allSatisfy { $0 < 0xF4 } }

    /// Calls with the word as the system passed it.
    static func withBytes(_ word: String, _ body: (UnsafePointer<CChar>) -> Int32) -> Int32 {
        if isPlain(word) { return word.withCString(body) }
        return bytes(word).withUnsafeBufferPointer { $0.baseAddress.map(body) ?? -1 }
    }
    private static func bytes(_ word: String) -> [CChar] {
        var bytes: [CChar] = []
        for scalar in word.unicodeScalars {
            if scalar.value >= base + 0x80 && scalar.value <= base + 0xFF {
                bytes.append(CChar(truncatingIfNeeded: scalar.value - base))
            } else {
                for byte in String(scalar).utf8 { bytes.append(CChar(bitPattern: byte)) }
            }
        }
        bytes.append(0)
        return bytes
    }

    /// The str of a word: bytes that are not UTF-8 become surrogates, as in names of files.
    static func str(_ word: String) -> Ref {
        if isPlain(word) { return StrObject.make(word) }
        let bytes = bytes(word).dropLast().map { UInt8(bitPattern: $0) }
        if isASCII {
            // What is no ASCII is kept as surrogates.
            return StrObject.make(codePoints: bytes.map { $0 < 0x80 ? UInt32($0) : 0xDC00 + UInt32($0) })
        }
        do throws(Raised) {
            let made = try BytesObject.make(bytes, bytes.count)
            return try FileNames.decode(BytesObject.data(made.value), bytes.count)
        } catch {
            PendingException.clear()
            return StrObject.make(word)
        }
    }
}
