// Where a string literal ends. Its contents are read by the parser.

extension Lexer {
    /// Reads a literal whose prefix starts at `start` and whose quote stands at `quoteAt`.
    mutating func readString(_ start: Int, quoteAt: Int) -> Bool {
        let quote = base[quoteAt]
        var index = quoteAt + 1
        let triple = base[index] == quote && base[index + 1] == quote
        let firstLine = line, firstStart = lineStart
        if !triple {
            while true {
                let byte = base[index]
                if byte == quote { break }
                if byte == 0x5C {
                    index &+= 1
                    if base[index] == 0x0A, index < count {
                        line &+= 1
                        lineStart = index + 1
                    }
                } else if byte == 0x0A {
                    return failString(start, triple: false, firstLine: firstLine)
                }
                if index >= count { return failString(start, triple: false, firstLine: firstLine) }
                index &+= 1
            }
            emitString(start, index + 1, firstLine, firstStart)
            return true
        }
        index = quoteAt + 3
        while true {
            let byte = base[index]
            if byte == quote && base[index + 1] == quote && base[index + 2] == quote { break }
            if byte == 0x5C {
                index &+= 1
                if index < count, base[index] == 0x0A { line &+= 1; lineStart = index + 1 }
            } else if byte == 0x0A {
                line &+= 1
                lineStart = index + 1
            }
            if index >= count { return failString(start, triple: true, firstLine: firstLine) }
            index &+= 1
        }
        index &+= 3
        emitString(start, index, firstLine, firstStart)
        return true
    }

    @inline(__always) private mutating func emitString(_ start: Int, _ end: Int, _ startLine: Int, _ startLineStart: Int) {
        let shift = line == firstLine ? firstColumn : 0
        tokens.append(Token(
            start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
            line: Int32(truncatingIfNeeded: startLine), column: Int32(truncatingIfNeeded: start - startLineStart + shift),
            endLine: Int32(truncatingIfNeeded: line), endColumn: Int32(truncatingIfNeeded: end - lineStart + shift),
            name: -1, level: UInt8(truncatingIfNeeded: level), kind: .string))
        position = end
    }

    private mutating func failString(_ start: Int, triple: Bool, firstLine: Int) -> Bool {
        let atEnd = source.lineEnd(of: lineStart) >= count
        position = count
        let from = source.lineStart(of: start)
        let offset = source.characters(from: from, to: start) + 1
        var detected = line
        if line > firstLine, count > 0, base[count - 1] == 0x0A, lineStart >= count { detected -= 1 }
        failure = LexicalFailure(
            kind: .syntaxError,
            message: (triple ? "unterminated triple-quoted string literal" : "unterminated string literal")
                + " (detected at line \(detected))",
            line: firstLine, offset: offset, endOffset: offset, textAt: start, textHasNewline: false, isEndOfInput: atEnd)
        return false
    }
}
