// Bytes of a source to the UTF-8 text that the lexer reads: byte order mark, encoding cookie (PEP 263), line ends.

/// A source ready for the lexer.
struct DecodedSource {
    var buffer: SourceBuffer
    var hasInvalidUTF8: Bool
    /// By a mark, a cookie, or because the source is text.
    var hasDeclaredEncoding = true
}

enum SourceDecoding {
    static func decode(
        _ source: UnsafeBufferPointer<UInt8>, filename: String, options: ParseOptions
    ) -> Result<DecodedSource, SyntaxFailure> {
        var bytes = source
        if bytes.contains(0) {
            if options.sourceIsFile {
                // Lines of a file end at a NUL byte, and go on with the next line.
                let visible = withoutHiddenParts(source)
                return visible.withUnsafeBufferPointer { decode($0, filename: filename, options: options) }
            }
            return .failure(SyntaxFailure(kind: .valueError, message: "source code string cannot contain null bytes", filename: filename))
        }
        var hasMark = false
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF, !options.sourceIsUTF8 {
            hasMark = true
            bytes = UnsafeBufferPointer(rebasing: bytes[3...])
        }
        let newline = options.mode == .exec
        var hasCookie = false
        if !options.sourceIsUTF8, let cookie = EncodingCookie.find(bytes) {
            let name = EncodingCookie.normalize(cookie)
            hasCookie = true
            if hasMark, name != "utf-8" {
                return .failure(problem("encoding problem: \(name) with BOM", filename))
            }
            if name != "utf-8" {
                let decoded = decodeCookie(bytes, name, cookie, filename, newline)
                // Reading a file, CPython does not say what the codec said.
                if options.sourceIsFile, case .failure = decoded { return .failure(placeless("encoding problem: \(cookie)", filename)) }
                return decoded
            }
        }
        let buffer = SourceBuffer(normalizing: bytes, endWithNewline: newline)
        let invalid = firstInvalidUTF8(buffer.base, buffer.count)
        if invalid >= 0, options.sourceIsFile, !hasMark, !hasCookie {
            var line = 1
            for index in 0..<invalid where buffer.base[index] == 10 { line += 1 }
            let byte = hexadecimal(UInt32(buffer.base[invalid]), width: 2).lowercased()
            return .failure(placeless(
                "Non-UTF-8 code starting with '\\x\(byte)' in file \(filename) on line \(line), but no encoding declared; "
                    + "see https://peps.python.org/pep-0263/ for details", filename))
        }
        return .success(DecodedSource(
            buffer: buffer, hasInvalidUTF8: invalid >= 0, hasDeclaredEncoding: options.sourceIsUTF8 || hasMark || hasCookie))
    }

    /// A failure of which only the message is told.
    private static func placeless(_ message: String, _ filename: String) -> SyntaxFailure {
        var failure = problem(message, filename)
        failure.hasPlace = false
        return failure
    }

    private static func withoutHiddenParts(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var isHidden = false
        for byte in bytes {
            if byte == 0 { isHidden = true }
            if !isHidden { result.append(byte) }
            if byte == 10 { isHidden = false }
        }
        return result
    }

    private static func problem(_ message: String, _ filename: String) -> SyntaxFailure {
        SyntaxFailure(kind: .syntaxError, message: message, filename: filename, line: 0, offset: -1)
    }

    private static func decodeCookie(
        _ bytes: UnsafeBufferPointer<UInt8>, _ name: String, _ cookie: String, _ filename: String, _ newline: Bool
    ) -> Result<DecodedSource, SyntaxFailure> {
        let decoded: [UInt8]
        switch name {
        case "iso-8859-1":
            var output: [UInt8] = []
            output.reserveCapacity(bytes.count + 16)
            for byte in bytes {
                if byte < 0x80 { output.append(byte) } else {
                    output.append(0xC0 | byte >> 6)
                    output.append(0x80 | byte & 0x3F)
                }
            }
            decoded = output
        case "ascii", "us-ascii":
            if let index = bytes.firstIndex(where: { $0 >= 0x80 }) {
                let byte = hexadecimal(UInt32(bytes[index]), width: 2).lowercased()
                return .failure(problem(
                    "'ascii' codec can't decode byte 0x\(byte) in position \(index): ordinal not in range(128)", filename))
            }
            decoded = Array(bytes)
        case "utf8", "u8", "utf", "cp65001", "UTF8", "U8":
            // These go through the codec, whose errors know no line.
            let text = SourceBuffer(normalizing: bytes, endWithNewline: newline)
            if let error = utf8Failure(text.base, text.count) { return .failure(problem(error, filename)) }
            return .success(DecodedSource(buffer: text, hasInvalidUTF8: false))
        default:
            switch UnicodeHooks.decodeSource?(Array(bytes), cookie) {
            case .success(let output)?: decoded = output
            case .failure(let failure)?: return .failure(problem(failure.message, filename))
            case nil: return .failure(problem("unknown encoding: \(cookie)", filename))
            }
        }
        let buffer = decoded.withUnsafeBufferPointer { SourceBuffer(normalizing: $0, endWithNewline: newline) }
        return .success(DecodedSource(buffer: buffer, hasInvalidUTF8: firstInvalidUTF8(buffer.base, buffer.count) >= 0))
    }
}

/// The declaration `coding: name` in a comment on one of the first two lines.
enum EncodingCookie {
    static func find(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var index = 0
        for _ in 0..<2 {
            let start = index
            while index < bytes.count, bytes[index] != 10, bytes[index] != 13 { index += 1 }
            var first = start
            while first < index, bytes[first] == 0x20 || bytes[first] == 0x09 || bytes[first] == 0x0C { first += 1 }
            if first < index {
                // Only a blank line or a comment may stand before a declaration on the second line.
                if bytes[first] != 0x23 { return nil }
                if let name = find(bytes, first, index) { return name }
            }
            if index < bytes.count, bytes[index] == 13 { index += 1 }
            if index < bytes.count, bytes[index] == 10 { index += 1 }
        }
        return nil
    }

    /// `coding[:=]\s*([-\w.]+)` in one comment.
    private static func find(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> String? {
        let word: [UInt8] = [0x63, 0x6F, 0x64, 0x69, 0x6E, 0x67]
        var index = start
        while index + 6 < end {
            if (0..<6).allSatisfy({ bytes[index + $0] == word[$0] }), bytes[index + 6] == 0x3A || bytes[index + 6] == 0x3D {
                var first = index + 7
                while first < end, bytes[first] == 0x20 || bytes[first] == 0x09 { first += 1 }
                var last = first
                while last < end, isNameByte(bytes[last]) { last += 1 }
                if last > first { return String(decoding: UnsafeBufferPointer(rebasing: bytes[first..<last]), as: UTF8.self) }
            }
            index += 1
        }
        return nil
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x5F || byte == 0x2E
    }

    /// The canonical name of the encodings that need no codec; any other name unchanged.
    static func normalize(_ name: String) -> String {
        var text = ""
        for scalar in name.unicodeScalars.prefix(12) {
            text.unicodeScalars.append(scalar == "_" ? "-" : Unicode.Scalar(UInt8(ascii: "A") <= scalar.value && scalar.value <= 90
                ? UInt8(scalar.value) + 32 : UInt8(truncatingIfNeeded: scalar.value)))
        }
        if text == "utf-8" || text.hasPrefix("utf-8-") { return "utf-8" }
        for latin in ["latin-1", "iso-8859-1", "iso-latin-1"] where text == latin || text.hasPrefix(latin + "-") { return "iso-8859-1" }
        if text == "latin1" || text == "l1" || text == "iso8859-1" { return "iso-8859-1" }
        if text == "ascii" || text == "us-ascii" { return "ascii" }
        return name
    }
}
