// f-strings as Python 3.11 reads them: the literal is one token, and each replacement field is cut out of it, put into parentheses
// and parsed as a source of its own that knows where it stands. (From 3.12 on they are part of the grammar.)

/// Collects the parts of a `JoinedStr`; adjacent text becomes one constant.
struct FormattedStringBuilder {
    let range: SourceRange
    /// What a specification's last text is given: the literal it stands in, where everything else has all neighbouring literals.
    let lastRange: SourceRange
    let kindU: Bool
    var values: [Expression] = []
    var pending: [UInt8] = []
    var highest = 0

    init(range: SourceRange, lastRange: SourceRange, kindU: Bool) {
        self.range = range
        self.lastRange = lastRange
        self.kindU = kindU
    }

    mutating func flush() { flush(range) }

    private mutating func flush(_ range: SourceRange) {
        if pending.isEmpty { return }
        values.append(Expression(.constant(.string(PythonText(utf8: pending), kindU: kindU)), range))
        pending = []
    }

    mutating func finish() -> [Expression] {
        flush(lastRange)
        return values
    }
}

extension Parser {
    func parseFormattedString(_ token: StringToken, _ builder: inout FormattedStringBuilder) throws(ParseFailed) {
        if options.featureVersion < 6 { throw failVersion("Format strings are", 6) }
        var index = token.start
        try parseFormatted(token, &index, depth: 0, &builder)
        if index < token.end { throw fail("f-string: single '}' is not allowed") }
    }

    /// Text and fields up to the end of the literal, or of a format specification, whose closing brace is left.
    private func parseFormatted(
        _ token: StringToken, _ index: inout Int, depth: Int, _ builder: inout FormattedStringBuilder
    ) throws(ParseFailed) {
        while true {
            try readText(token, &index, depth: depth, &builder)
            if index >= token.end || base[index] == 0x7D { return }
            try parseField(token, &index, depth: depth, &builder)
        }
    }

    /// Reads text up to a field, the closing brace of a specification, or the end.
    private func readText(
        _ token: StringToken, _ index: inout Int, depth: Int, _ builder: inout FormattedStringBuilder
    ) throws(ParseFailed) {
        var start = index
        while index < token.end {
            let byte = base[index]
            if !token.isRaw, byte == 0x5C, index + 1 < token.end {
                let next = base[index + 1]
                if next == 0x4E, index + 2 < token.end, base[index + 2] == 0x7B {
                    // The braces of a character's name are text.
                    index += 3
                    while index < token.end, base[index] != 0x7D { index += 1 }
                    if index < token.end { index += 1 }
                    continue
                }
                if next == 0x7B || next == 0x7D {
                    // A brace is one with a backslash before it, too.
                    if next == 0x7B { warnInvalidEscape(index, token) }
                    index += 1
                    continue
                }
                index += 2
                continue
            }
            if byte == 0x7B || byte == 0x7D {
                if depth == 0 {
                    if index + 1 < token.end, base[index + 1] == byte {
                        try appendText(token, start, index + 1, &builder)
                        index += 2
                        start = index
                        continue
                    }
                    if byte == 0x7D { throw fail("f-string: single '}' is not allowed") }
                }
                break
            }
            index += 1
        }
        try appendText(token, start, index, &builder)
    }

    private func warnInvalidEscape(_ at: Int, _ token: StringToken) {
        let message = "invalid escape sequence '\(source.string(from: at, to: at + 2))'"
        warnings.append(SyntaxWarning(
            category: .deprecationWarning, message: message, line: Int(token.token.pointee.line), offset: Int(token.token.pointee.column) + 1,
            failure: failureAtToken(token.token, message, kind: .syntaxError)))
    }

    private func appendText(
        _ token: StringToken, _ start: Int, _ end: Int, _ builder: inout FormattedStringBuilder
    ) throws(ParseFailed) {
        if start >= end { return }
        var hasBackslash = false
        for index in start..<end where base[index] == 0x5C {
            hasBackslash = true
            break
        }
        try checkUTF8(start, end, inRuns: hasBackslash && !token.isRaw)
        if token.isRaw || !hasBackslash {
            builder.pending.append(contentsOf: source.bytes(from: start, to: end))
        } else {
            try decodeEscapes(start, end, isBytes: false, token.token, &builder.pending)
        }
    }

    /// A replacement field from its opening brace to after its closing one.
    private func parseField(
        _ token: StringToken, _ index: inout Int, depth: Int, _ builder: inout FormattedStringBuilder
    ) throws(ParseFailed) {
        if depth >= 2 { throw fail("f-string: expressions nested too deeply") }
        let brace = index
        index += 1
        let start = index
        try skipFieldExpression(token, &index)
        if index >= token.end { throw failUnclosedField() }
        let value = try parseFieldExpression(token, brace, start, index)
        builder.highest = max(builder.highest, height)
        var debugText: Range<Int>?
        if base[index] == 0x3D {
            index += 1
            while index < token.end, isSpace(base[index]) { index += 1 }
            debugText = start..<index
            if options.featureVersion < 8 { throw failVersion("f-string: self documenting expressions are", 8) }
            if index >= token.end { throw failUnclosedField() }
        }
        var conversion = -1
        if base[index] == 0x21 {
            index += 1
            if index >= token.end { throw failUnclosedField() }
            let letter = base[index]
            index += 1
            guard letter == 0x73 || letter == 0x72 || letter == 0x61 else {
                throw fail("f-string: invalid conversion character: expected 's', 'r', or 'a'")
            }
            conversion = Int(letter)
            if index >= token.end { throw failUnclosedField() }
        }
        var specification: Expression?
        if base[index] == 0x3A {
            index += 1
            var inner = FormattedStringBuilder(
                range: builder.range, lastRange: SourceRange(token.token, token.token), kindU: builder.kindU)
            try parseFormatted(token, &index, depth: depth + 1, &inner)
            builder.highest = max(builder.highest, inner.highest + 1)
            specification = Expression(.joinedStr(inner.finish()), inner.lastRange)
        }
        if index >= token.end || base[index] != 0x7D { throw failUnclosedField() }
        index += 1
        if let debugText {
            builder.pending.append(contentsOf: source.bytes(from: debugText.lowerBound, to: debugText.upperBound))
            if conversion < 0 && specification == nil { conversion = 114 }
        }
        builder.flush()
        builder.values.append(
            Expression(.formattedValue(value, conversion: conversion, formatSpec: specification), builder.range))
    }

    private func failUnclosedField() -> ParseFailed { fail("f-string: expecting '}'") }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 9 && byte <= 13) }

    /// Finds the end of a field's expression: the `!`, `:`, `=` or `}` outside of brackets and strings.
    private func skipFieldExpression(_ token: StringToken, _ index: inout Int) throws(ParseFailed) {
        var brackets: [UInt8] = []
        var quote: UInt8 = 0
        var quoteIsTriple = false
        while index < token.end {
            let byte = base[index]
            if byte == 0x5C { throw fail("f-string expression part cannot include a backslash") }
            if quote != 0 {
                if byte == quote {
                    if !quoteIsTriple {
                        quote = 0
                    } else if index + 2 < token.end, base[index + 1] == byte, base[index + 2] == byte {
                        index += 2
                        quote = 0
                    }
                }
                index += 1
                continue
            }
            switch byte {
            case 0x27, 0x22:
                quote = byte
                quoteIsTriple = index + 2 < token.end && base[index + 1] == byte && base[index + 2] == byte
                if quoteIsTriple { index += 2 }
            case 0x28, 0x5B, 0x7B:
                if brackets.count >= Lexer.maximumParentheses { throw fail("f-string: too many nested parenthesis") }
                brackets.append(byte)
            case 0x23: throw fail("f-string expression part cannot include '#'")
            case 0x21, 0x3A, 0x7D, 0x3D, 0x3E, 0x3C:
                if brackets.isEmpty {
                    if byte == 0x3E || byte == 0x3C || byte == 0x21 || byte == 0x3D, index + 1 < token.end, base[index + 1] == 0x3D {
                        index += 1
                        break
                    }
                    if byte == 0x3E || byte == 0x3C { break }
                    return
                }
                if byte == 0x7D { try closeBracket(&brackets, byte) }
            case 0x29, 0x5D: try closeBracket(&brackets, byte)
            default: break
            }
            index += 1
        }
        if quote != 0 { throw fail("f-string: unterminated string") }
        if let open = brackets.last { throw fail("f-string: unmatched '\(Unicode.Scalar(open))'") }
    }

    private func closeBracket(_ brackets: inout [UInt8], _ byte: UInt8) throws(ParseFailed) {
        let closing = Unicode.Scalar(byte)
        guard let open = brackets.popLast() else { throw fail("f-string: unmatched '\(closing)'") }
        let expected: UInt8 = byte == 0x29 ? 0x28 : byte == 0x5D ? 0x5B : 0x7B
        if open == expected { return }
        throw fail(
            "f-string: closing parenthesis '\(closing)' does not match opening parenthesis '\(Unicode.Scalar(open))'")
    }

    /// Parses a field's expression, which stands in parentheses there: so it may span lines, or be a tuple or a `yield`.
    private func parseFieldExpression(
        _ token: StringToken, _ brace: Int, _ start: Int, _ end: Int
    ) throws(ParseFailed) -> Expression {
        var first = start
        while first < end, isSpace(base[first]) { first += 1 }
        if first == end {
            let next = base[end]
            if next == 0x21 || next == 0x3A || next == 0x3D {
                throw fail("f-string: expression required before '\(Unicode.Scalar(next))'")
            }
            throw fail("f-string: empty expression not allowed")
        }
        var text: [UInt8] = []
        text.reserveCapacity(end - start + 3)
        text.append(0x28)
        text.append(contentsOf: source.bytes(from: start, to: end))
        text.append(0x29)
        text.append(0x0A)
        let buffer = SourceBuffer(text)
        names.keep(buffer)
        let (line, column) = fieldPosition(token, brace)
        let innerTokens = TokenBuffer(capacity: 16)
        var lexer = Lexer(
            source: buffer, names: names, tokens: innerTokens, mode: .eval, firstLine: line, firstColumn: column)
        lexer.firstInvalidByte = sourceHasInvalidUTF8 ? 0 : -1
        lexer.run()
        warnings.append(contentsOf: lexer.warnings)
        let inner = Parser(
            source: buffer, names: names, tokens: innerTokens, options: options, stack: stack)
        inner.sourceHasInvalidUTF8 = sourceHasInvalidUTF8
        inner.lexicalFailure = lexer.failure
        inner.formatDepth = formatDepth + 1
        inner.firstLine = line
        inner.firstColumn = column
        do throws(ParseFailed) {
            let value = try inner.parseStarExpressions()
            warnings.append(contentsOf: inner.warnings)
            height = inner.height
            return value
        } catch {
            failure = inner.diagnose(start: .formatField)
            throw error
        }
    }

    /// Where a field's opening brace stands.
    private func fieldPosition(_ token: StringToken, _ brace: Int) -> (line: Int, column: Int) {
        var lines = 0
        var lastNewline = -1
        for index in Int(token.token.pointee.start)..<brace where base[index] == 0x0A {
            lines += 1
            lastNewline = index
        }
        var columns = lastNewline >= 0 ? brace - lastNewline - 1 : brace - Int(token.token.pointee.start)
        // CPython does not count the columns before the brace when the line ends with it.
        var index = brace + 1
        while index < token.end, base[index] != 0x7D, base[index] != 0x0A, isSpace(base[index]) { index += 1 }
        if index < token.end, base[index] == 0x0A { columns = 0 }
        return (Int(token.token.pointee.line) + lines, lines > 0 ? columns : Int(token.token.pointee.column) + columns)
    }
}
