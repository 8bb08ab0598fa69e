// Names, keywords, and the prefixes of string literals.

extension Lexer {
    /// Reads a name that starts at `start`, or the string literal whose prefix it is.
    @inline(__always) mutating func readName(_ start: Int) -> Bool {
        var hash: UInt32 = 2_166_136_261
        var index = start
        var high: UInt8 = 0
        while true {
            let byte = base[index]
            if !isIdentifierByte(byte) { break }
            hash = (hash ^ UInt32(byte)) &* 16_777_619
            high |= byte
            index &+= 1
        }
        let next = base[index]
        if next == 0x27 || next == 0x22, index - start <= 2, isStringPrefix(start, index) {
            return readString(start, quoteAt: index)
        }
        if high >= 0x80 { return readUnicodeName(start, index) }
        let name = names.intern(base + start, index - start, hash: hash)
        // Keywords have the first numbers, in the order of their kinds.
        if hasAsyncNames, name < 35, isAsyncName(index, isAsync: index - start == 5 && base[start] == 0x61 && base[start + 1] == 0x73,
            isAwait: index - start == 5 && base[start] == 0x61 && base[start + 1] == 0x77)
        {
            emit(.name, from: start, to: index, name: name)
            position = index
            return true
        }
        let kind = name < 35 ? unsafeBitCast(TokenKind.firstKeyword.rawValue &+ UInt8(truncatingIfNeeded: name), to: TokenKind.self) : .name
        emit(kind, from: start, to: index, name: name)
        position = index
        return true
    }

    /// Whether the keyword that ends at `end` is a name, as it was before 3.7: `async` when no `def` follows, `await` outside `async def`.
    @inline(never) private mutating func isAsyncName(_ end: Int, isAsync: Bool, isAwait: Bool) -> Bool {
        if asyncIndentation != nil || !(isAsync || isAwait) { return false }
        if isAwait { return true }
        var next = end
        while base[next] == 0x20 || base[next] == 0x09 { next &+= 1 }
        let isDefinition = base[next] == 0x64 && base[next + 1] == 0x65 && base[next + 2] == 0x66 && !isIdentifierByte(base[next + 3])
        if isDefinition { asyncIndentation = indents.count }
        return !isDefinition
    }

    @inline(__always) func isIdentifierByte(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F || byte >= 0x80
    }

    private func isStringPrefix(_ start: Int, _ end: Int) -> Bool {
        let first = base[start] | 0x20
        if end - start == 1 { return first == 0x62 || first == 0x72 || first == 0x75 || first == 0x66 }
        let second = base[start + 1] | 0x20
        switch (first, second) {
        case (0x62, 0x72), (0x72, 0x62), (0x66, 0x72), (0x72, 0x66): return true
        default: return false
        }
    }

    /// A name with characters beyond ASCII: checked against the Unicode tables and normalised (PEP 3131).
    @inline(never) private mutating func readUnicodeName(_ start: Int, _ end: Int) -> Bool {
        if firstInvalidByte >= 0, let error = utf8Failure(base + start, end - start) {
            position = end
            failure = LexicalFailure(
                kind: .syntaxError, message: "(unicode error) \(error)", line: line,
                offset: end - lineStart, endOffset: -1, textAt: start,
                textHasNewline: true, countsBytes: true)
            return false
        }
        let text = source.string(from: start, to: end)
        var offset = start
        for scalar in text.unicodeScalars {
            let code = scalar.value
            let valid = code < 0x80 || (offset == start ? UnicodeHooks.isIdentifierStart(code) : UnicodeHooks.isIdentifierContinue(code))
            offset += UTF8.width(scalar)
            if !valid {
                let hex = hexadecimal(code, width: 4)
                if UnicodeHooks.isPrintable(code) { return fail("invalid character '\(scalar)' (U+\(hex))", upTo: offset) }
                return fail("invalid non-printable character U+\(hex)", upTo: offset)
            }
        }
        let normal = UnicodeHooks.normalizeNFKC(text)
        let name: Int32
        if normal.utf8.elementsEqual(text.utf8) {
            name = names.intern(base + start, end - start)
        } else {
            let bytes = Array(normal.utf8)
            let buffer = bytes.withUnsafeBufferPointer { SourceBuffer($0) }
            names.keep(buffer)
            name = names.intern(buffer.base, buffer.count)
        }
        // A name that only becomes a keyword by normalisation stays a name.
        emit(.name, from: start, to: end, name: name)
        position = end
        return true
    }
}

/// `value` in upper-case hexadecimal with at least `width` digits.
func hexadecimal(_ value: UInt32, width: Int) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
