// `repr` of constants, for `dump`.

enum PythonRepr {
    static func constant(_ constant: Constant) -> String {
        switch constant {
        case .none: return "None"
        case .true: return "True"
        case .false: return "False"
        case .ellipsis: return "Ellipsis"
        case .int(let value): return String(value)
        case .bigInt(let digits): return integer(digits)
        case .negativeBigInt(let digits): return "-" + integer(digits)
        case .float(let bits): return float(Double(bitPattern: bits))
        case .complex(let real, let imaginary):
            let text = complexPart(Double(bitPattern: imaginary)) + "j"
            if real == 0 { return text }
            return "(\(complexPart(Double(bitPattern: real)))\(text.hasPrefix("-") ? "" : "+")\(text))"
        case .string(let text, _): return string(text)
        case .bytes(let bytes): return self.bytes(bytes)
        case .tuple(let elements):
            return "(" + elements.map(self.constant).joined(separator: ", ") + (elements.count == 1 ? ",)" : ")")
        case .frozenset(let elements): return "frozenset({" + elements.map(self.constant).joined(separator: ", ") + "})"
        }
    }

    /// Decimal text of 30-bit digits. Quadratic.
    static func integer(_ digits: [UInt32]) -> String {
        var limbs = digits
        var chunks: [UInt32] = []
        while let last = limbs.last {
            if last == 0 {
                limbs.removeLast()
                continue
            }
            var remainder: UInt64 = 0
            for index in limbs.indices.reversed() {
                let value = remainder << 30 | UInt64(limbs[index])
                limbs[index] = UInt32(value / 1_000_000_000)
                remainder = value % 1_000_000_000
            }
            chunks.append(UInt32(remainder))
        }
        guard let first = chunks.last else { return "0" }
        var text = String(first)
        for chunk in chunks.dropLast().reversed() {
            let part = String(chunk)
            text += String(repeating: "0", count: 9 - part.utf8.count) + part
        }
        return text
    }

    private static func complexPart(_ value: Double) -> String {
        let text = float(value)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// The shortest digits that read back as the same number, laid out as Python lays them out.
    static func float(_ value: Double) -> String {
        if value.isNaN { return "nan" }
        if value.isInfinite { return value < 0 ? "-inf" : "inf" }
        if value == 0 { return value.sign == .minus ? "-0.0" : "0.0" }
        var digits: [UInt8] = []
        var exponent = 0
        var pointAt: Int?
        var text = Substring("\(value.magnitude)")
        if let mark = text.firstIndex(of: "e") {
            exponent = Int(text[text.index(after: mark)...]) ?? 0
            text = text[..<mark]
        }
        for byte in text.utf8 {
            if byte == 0x2E { pointAt = digits.count } else { digits.append(byte) }
        }
        // The number is 0.d1d2d3... times ten to this power.
        var point = (pointAt ?? digits.count) + exponent
        while digits.count > 1, digits[0] == 0x30 {
            digits.removeFirst()
            point -= 1
        }
        while digits.count > 1, digits[digits.count - 1] == 0x30 { digits.removeLast() }
        let all = String(decoding: digits, as: UTF8.self)
        let sign = value < 0 ? "-" : ""
        if point > 16 || point < -3 {
            let power = point - 1
            let mantissa = digits.count == 1 ? all : "\(all.prefix(1)).\(all.dropFirst())"
            let magnitude = String(abs(power))
            return "\(sign)\(mantissa)e\(power < 0 ? "-" : "+")\(magnitude.utf8.count < 2 ? "0" : "")\(magnitude)"
        }
        if point <= 0 { return "\(sign)0.\(String(repeating: "0", count: -point))\(all)" }
        if point >= digits.count { return "\(sign)\(all)\(String(repeating: "0", count: point - digits.count)).0" }
        return "\(sign)\(all.prefix(point)).\(all.dropFirst(point))"
    }

    static func string(_ text: PythonText) -> String {
        let bytes = text.utf8
        let quote: UInt8 = bytes.contains(0x27) && !bytes.contains(0x22) ? 0x22 : 0x27
        var output: [UInt8] = [quote]
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                appendASCII(byte, quote, &output)
                index += 1
                continue
            }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            let stop = min(index + length, bytes.count)
            var code = UInt32(byte) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
            for position in (index + 1)..<max(stop, index + 1) { code = code << 6 | UInt32(bytes[position] & 0x3F) }
            if UnicodeHooks.isPrintable(code) {
                output.append(contentsOf: bytes[index..<stop])
            } else {
                let width = code < 0x100 ? 2 : code < 0x10000 ? 4 : 8
                let letter = width == 2 ? "\\x" : width == 4 ? "\\u" : "\\U"
                output.append(contentsOf: Array((letter + hexadecimal(code, width: width).lowercased()).utf8))
            }
            index = stop
        }
        output.append(quote)
        return String(decoding: output, as: UTF8.self)
    }

    static func bytes(_ bytes: [UInt8]) -> String {
        let quote: UInt8 = bytes.contains(0x27) && !bytes.contains(0x22) ? 0x22 : 0x27
        var output: [UInt8] = [0x62, quote]
        for byte in bytes { appendASCII(byte, quote, &output) }
        output.append(quote)
        return String(decoding: output, as: UTF8.self)
    }

    private static func appendASCII(_ byte: UInt8, _ quote: UInt8, _ output: inout [UInt8]) {
        switch byte {
        case quote, 0x5C: output += [0x5C, byte]
        case 0x0A: output += Array("\\n".utf8)
        case 0x0D: output += Array("\\r".utf8)
        case 0x09: output += Array("\\t".utf8)
        case 0x20..<0x7F: output.append(byte)
        default: output += Array(("\\x" + hexadecimal(UInt32(byte), width: 2).lowercased()).utf8)
        }
    }
}

extension Constant {
    /// `repr()` of the constant.
    public var pythonRepr: String { PythonRepr.constant(self) }
}
