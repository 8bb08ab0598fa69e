// String and bytes literals, with the implicit concatenation of neighbours.

/// A literal's token taken apart.
struct StringToken {
    var token: TokenCursor
    var isBytes = false
    var isRaw = false
    var isFormatted = false
    var isUnicodePrefixed = false
    /// Contents between the quotes.
    var start = 0
    var end = 0
}

extension Parser {
    /// One or more adjacent literals.
    func parseStrings() throws(ParseFailed) -> Expression {
        let first = current
        height = 1
        var token = split(first)
        advance()
        if kind != .string && !token.isFormatted { return try constantString(token) }
        while kind == .string { advance() }
        let end = current
        // Bytes and text do not mix.
        let isBytes = token.isBytes
        var isFormatted = false
        var scan = first
        while scan < end {
            token = split(scan)
            if token.isBytes && (token.start..<token.end).contains(where: { base[$0] >= 0x80 }) {
                throw fail("bytes can only contain ASCII literal characters")
            }
            if token.isBytes != isBytes { throw fail("cannot mix bytes and nonbytes literals") }
            if token.isFormatted { isFormatted = true }
            scan += 1
        }
        var joined: [UInt8] = []
        let kindU = split(first).isUnicodePrefixed
        if !isFormatted {
            scan = first
            while scan < end {
                try appendContents(split(scan), &joined)
                scan += 1
            }
            let constant: Constant = isBytes ? .bytes(joined) : .string(PythonText(utf8: joined), kindU: kindU)
            return node(.constant(constant), first)
        }
        var builder = FormattedStringBuilder(range: range(first), lastRange: range(first), kindU: kindU)
        scan = first
        while scan < end {
            let part = split(scan)
            if part.isFormatted {
                try parseFormattedString(part, &builder)
            } else {
                try appendContents(part, &builder.pending)
            }
            scan += 1
        }
        try rise(builder.highest)
        return Expression(.joinedStr(builder.finish()), range(first))
    }

    private func split(_ token: TokenCursor) -> StringToken {
        var result = StringToken(token: token)
        var index = Int(token.pointee.start)
        prefix: while true {
            switch base[index] {
            case 0x62, 0x42: result.isBytes = true
            case 0x72, 0x52: result.isRaw = true
            case 0x66, 0x46: result.isFormatted = true
            case 0x75: result.isUnicodePrefixed = true
            case 0x55: break
            default: break prefix
            }
            index += 1
        }
        let end = Int(token.pointee.end)
        let quote = base[index]
        let triple = end - index >= 6 && base[index + 1] == quote && base[index + 2] == quote
        result.start = index + (triple ? 3 : 1)
        result.end = end - (triple ? 3 : 1)
        return result
    }

    /// The usual case: one plain literal.
    private func constantString(_ token: StringToken) throws(ParseFailed) -> Expression {
        var contents: [UInt8] = []
        try appendContents(token, &contents)
        let constant: Constant = token.isBytes
            ? .bytes(contents) : .string(PythonText(utf8: contents), kindU: token.isUnicodePrefixed)
        return Expression(.constant(constant), SourceRange(token.token, token.token))
    }

    private func appendContents(_ token: StringToken, _ output: inout [UInt8]) throws(ParseFailed) {
        let count = token.end - token.start
        var hasBackslash = false
        var high: UInt8 = 0
        for index in token.start..<token.end {
            high |= base[index]
            if base[index] == 0x5C { hasBackslash = true }
        }
        if token.isBytes, high >= 0x80 { throw fail("bytes can only contain ASCII literal characters") }
        if high >= 0x80 { try checkUTF8(token.start, token.end, inRuns: hasBackslash && !token.isRaw) }
        if token.isRaw || !hasBackslash {
            if output.isEmpty {
                output = Array(source.bytes(from: token.start, to: token.end))
            } else {
                output.append(contentsOf: source.bytes(from: token.start, to: token.end))
            }
            return
        }
        output.reserveCapacity(output.count + count)
        try decodeEscapes(token.start, token.end, isBytes: token.isBytes, token.token, &output)
    }

    /// Fails for text that is not UTF-8. A literal with escapes is decoded a run of non-ASCII bytes at a time, and positions count in the
    /// run.
    func checkUTF8(_ start: Int, _ end: Int, inRuns: Bool) throws(ParseFailed) {
        guard sourceHasInvalidUTF8 else { return }
        var first = start
        while first < end {
            var last = end
            if inRuns {
                while first < end, base[first] < 0x80 { first += 1 }
                last = first
                while last < end, base[last] >= 0x80 { last += 1 }
            }
            if let error = utf8Failure(base + first, last - first) { throw fail("(unicode error) \(error)") }
            first = last
        }
    }

    /// Decodes escapes, and warns once for a literal about those that mean nothing.
    func decodeEscapes(
        _ start: Int, _ end: Int, isBytes: Bool, _ token: TokenCursor, _ output: inout [UInt8]
    ) throws(ParseFailed) {
        var notes = EscapeNotes()
        let error = isBytes
            ? EscapeDecoder.decodeBytes(source, start, end, into: &output, notes: &notes)
            : EscapeDecoder.decodeText(source, start, end, into: &output, notes: &notes)
        if let error { throw fail(error.message) }
        guard let escape = notes.firstInvalid else { return }
        let message: String
        if base[escape + 1] &- 0x30 < 8 {
            message = "invalid octal escape sequence '\(source.string(from: escape, to: escape + 4))'"
        } else {
            message = "invalid escape sequence '\(source.string(from: escape, to: escape + 2))'"
        }
        warnings.append(SyntaxWarning(
            category: .deprecationWarning, message: message, line: Int(token.pointee.line), offset: Int(token.pointee.column) + 1,
            failure: failureAtToken(token, message, kind: .syntaxError)))
    }
}
