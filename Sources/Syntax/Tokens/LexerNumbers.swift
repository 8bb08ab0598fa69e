// Number literals: where they end, and what is wrong with them. Values are made by the parser.

extension Lexer {
    @inline(__always) private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// Reads a number that starts with a digit, or with a dot before one.
    mutating func readNumber(_ start: Int) -> Bool {
        var index = start
        if base[start] == 0x30 {
            switch base[start + 1] | 0x20 {
            case 0x78: return readRadix(start, "hexadecimal") { ($0 &- 0x30 < 10) || (($0 | 0x20) &- 0x61 < 6) }
            case 0x6F: return readRadix(start, "octal") { $0 &- 0x30 < 8 }
            case 0x62: return readRadix(start, "binary") { $0 &- 0x30 < 2 }
            default: break
            }
            while true {
                if base[index] == 0x5F {
                    index &+= 1
                    if !isDigit(base[index]) { return fail("invalid decimal literal", upTo: index) }
                }
                if base[index] != 0x30 { break }
                index &+= 1
            }
            let zerosEnd = index
            let nonZero = isDigit(base[index])
            if nonZero {
                index = decimalTail(index)
                if failure != nil { return false }
            }
            switch base[index] {
            case 0x2E, 0x65, 0x45, 0x6A, 0x4A: return readFraction(start, index, nonZero: nonZero, zerosEnd: zerosEnd)
            default: break
            }
            if nonZero { return failLeadingZeros(start, zerosEnd) }
            return endNumber(start, index, "decimal")
        }
        if base[start] != 0x2E {
            // The usual case: a short decimal number.
            while isDigit(base[index]) { index &+= 1 }
            if base[index] == 0x5F {
                index = decimalTail(start)
                if failure != nil { return false }
            }
        }
        switch base[index] {
        case 0x2E, 0x65, 0x45, 0x6A, 0x4A: return readFraction(start, index, nonZero: false, zerosEnd: 0)
        default: return endNumber(start, index, "decimal")
        }
    }

    private mutating func failLeadingZeros(_ start: Int, _ zerosEnd: Int) -> Bool {
        // In bytes, as CPython has it here.
        let offset = start - lineStart + 1
        let end = zerosEnd + 1 - lineStart
        position = zerosEnd + 1
        failure = LexicalFailure(
            kind: .syntaxError,
            message: "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
            line: line, offset: offset, endOffset: end, textAt: start, textHasNewline: false)
        return false
    }

    /// Digits with single underscores between them.
    private mutating func decimalTail(_ start: Int) -> Int {
        var index = start
        while true {
            while isDigit(base[index]) { index &+= 1 }
            if base[index] != 0x5F { return index }
            index &+= 1
            if !isDigit(base[index]) {
                _ = fail("invalid decimal literal", upTo: index)
                return index
            }
        }
    }

    private mutating func readRadix(_ start: Int, _ name: String, _ accepts: (UInt8) -> Bool) -> Bool {
        var index = start + 2
        while true {
            if base[index] == 0x5F { index &+= 1 }
            if !accepts(base[index]) {
                if isDigit(base[index]) {
                    return fail("invalid digit '\(Unicode.Scalar(base[index]))' in \(name) literal", upTo: index + 1)
                }
                return fail("invalid \(name) literal", upTo: index)
            }
            while accepts(base[index]) { index &+= 1 }
            if base[index] != 0x5F { break }
        }
        if isDigit(base[index]) {
            return fail("invalid digit '\(Unicode.Scalar(base[index]))' in \(name) literal", upTo: index + 1)
        }
        return endNumber(start, index, name)
    }

    /// The rest of a number from its dot, exponent or `j`.
    private mutating func readFraction(_ start: Int, _ from: Int, nonZero: Bool, zerosEnd: Int) -> Bool {
        var index = from
        var isInteger = true
        if base[index] == 0x2E {
            isInteger = false
            index &+= 1
            if isDigit(base[index]) {
                index = decimalTail(index)
                if failure != nil { return false }
            }
        }
        if base[index] | 0x20 == 0x65 {
            let next = base[index + 1]
            if next == 0x2B || next == 0x2D {
                if !isDigit(base[index + 2]) { return fail("invalid decimal literal", upTo: index + 2) }
                index = decimalTail(index + 2)
                isInteger = false
            } else if isDigit(next) {
                index = decimalTail(index + 1)
                isInteger = false
            } else {
                if isInteger && nonZero { return failLeadingZerosOrEnd(start, index, zerosEnd) }
                return endNumber(start, index, "decimal")
            }
            if failure != nil { return false }
        }
        if base[index] | 0x20 == 0x6A { return endNumber(start, index + 1, "imaginary") }
        return endNumber(start, index, "decimal")
    }

    private mutating func failLeadingZerosOrEnd(_ start: Int, _ index: Int, _ zerosEnd: Int) -> Bool {
        if !endNumber(start, index, "decimal") { return false }
        return true
    }

    /// Emits the number unless a letter follows. A keyword may follow, with a warning.
    @inline(__always) private mutating func endNumber(_ start: Int, _ end: Int, _ name: String) -> Bool {
        let next = base[end]
        if isIdentifierByte(next), !acceptLetterAfterNumber(next, end, name) { return false }
        emit(.number, from: start, to: end)
        position = end
        return true
    }

    @inline(never) private mutating func acceptLetterAfterNumber(_ next: UInt8, _ end: Int, _ name: String) -> Bool {
        let follows: Bool
        switch next {
        case 0x61: follows = matches("and", end)
        case 0x65: follows = matches("else", end)
        case 0x66: follows = matches("for", end)
        case 0x69: follows = base[end + 1] == 0x6E || base[end + 1] == 0x66 || base[end + 1] == 0x73
        case 0x6E: follows = matches("not", end)
        case 0x6F: follows = matches("or", end)
        default: follows = false
        }
        if !follows { return fail("invalid \(name) literal", upTo: end) }
        warnings.append(SyntaxWarning(
            category: .syntaxWarning, message: "invalid \(name) literal", line: line,
            offset: source.characters(from: lineStart, to: end)))
        return true
    }

    private func matches(_ word: StaticString, _ at: Int) -> Bool {
        for index in 0..<word.utf8CodeUnitCount where base[at + index] != word.utf8Start[index] { return false }
        return !isIdentifierByte(base[at + word.utf8CodeUnitCount])
    }
}
