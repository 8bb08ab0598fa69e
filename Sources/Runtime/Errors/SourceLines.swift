// Lines of source files, for tracebacks and warnings.

import CPythonABI
import Syntax

/// Reads files line by line, keeping the last file: the frames of a traceback are mostly in few files.
struct SourceLines {
    private var path: String?
    /// Lines as UTF-8, without their ends.
    private var lines: [[UInt8]] = []

    /// Line `number` (from 1) of a file; nil if there is no such file or line, or it cannot be decoded.
    mutating func line(_ filename: String, _ number: Int) -> [UInt8]? {
        if path != filename {
            path = filename
            lines = SourceLines.read(filename) ?? []
        }
        guard number >= 1, number <= lines.count else { return nil }
        return lines[number - 1]
    }

    private static func read(_ filename: String) -> [[UInt8]]? {
        guard let bytes = FileReading.contents(filename) ?? FileReading.contents(inSearchPath: filename) else { return nil }
        guard let text = decode(bytes) else { return nil }
        var lines: [[UInt8]] = []
        var start = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == 10 || byte == 13 {
                lines.append(Array(text[start..<index]))
                if byte == 13 && index + 1 < text.count && text[index + 1] == 10 { index += 1 }
                start = index + 1
            }
            index += 1
        }
        if start < text.count { lines.append(Array(text[start...])) }
        return lines
    }

    /// A source as UTF-8, by its byte order mark or cookie (PEP 263).
    private static func decode(_ source: [UInt8]) -> [UInt8]? {
        var bytes = source[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        let encoding = SourceEncoding.name(source)
        switch encoding {
        case "utf-8":
            let array = Array(bytes)
            return String(validating: array, as: UTF8.self) == nil ? nil : array
        case "iso-8859-1":
            var result: [UInt8] = []
            for byte in bytes {
                if byte < 0x80 { result.append(byte) } else {
                    result.append(0xC0 | byte >> 6)
                    result.append(0x80 | byte & 0x3F)
                }
            }
            return result
        default:
            if case .success(let decoded)? = UnicodeHooks.decodeSource?(Array(bytes), encoding) { return decoded }
            // A codec of the library. A traceback may be under way, so what is pending is kept.
            let saved = PendingException.save()
            defer { PendingException.restore(saved) }
            do throws(Raised) {
                let name = StrObject.make(encoding)
                let data = try BytesObject.make(Array(bytes), bytes.count)
                let text = try Codecs.decode(data.value, name.value, .null)
                return StrObject.isInstance(text.value) ? Array(StrObject.swiftString(text.value).utf8) : nil
            } catch {
                PendingException.clear()
                return nil
            }
        }
    }
}

/// The declared encoding of a source.
enum SourceEncoding {
    /// "utf-8", "iso-8859-1", or the name as it stands in the comment.
    static func name(_ source: [UInt8]) -> String {
        var start = 0
        for _ in 0..<2 {
            let end = source[start...].firstIndex { $0 == 10 || $0 == 13 } ?? source.count
            let line = source[start..<end].drop { $0 == 32 || $0 == 9 || $0 == 12 || $0 >= 0x80 && start == 0 }
            if let first = line.first {
                if first != UInt8(ascii: "#") { return "utf-8" }
                if let name = cookie(line) { return normalize(name) }
            }
            start = min(end + 1, source.count)
            if start >= source.count { break }
        }
        return "utf-8"
    }
    private static func cookie(_ comment: ArraySlice<UInt8>) -> String? {
        let word = Array("coding".utf8)
        var index = comment.startIndex
        while index + 7 <= comment.endIndex {
            if comment[index..<index + 6].elementsEqual(word), comment[index + 6] == 0x3A || comment[index + 6] == 0x3D {
                let rest = comment[(index + 7)...].drop { $0 == 32 || $0 == 9 }
                let name = rest.prefix { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E }
                if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
            }
            index += 1
        }
        return nil
    }
    private static func normalize(_ name: String) -> String {
        var lower = ""
        for byte in name.utf8 {
            lower.unicodeScalars.append(
                byte == UInt8(ascii: "_") ? "-" : Unicode.Scalar(byte >= 65 && byte <= 90 ? byte + 32 : byte))
        }
        if ["utf-8", "utf8", "u8", "utf", "ascii", "us-ascii"].contains(lower) || lower.hasPrefix("utf-8-") { return "utf-8" }
        if ["latin-1", "latin1", "l1", "iso-8859-1", "iso8859-1", "iso-latin-1"].contains(lower) { return "iso-8859-1" }
        return name
    }
}
