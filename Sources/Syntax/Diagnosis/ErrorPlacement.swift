// Lines, offsets and text of errors, as CPython computes them from its tokens and the state of its tokenizer.
//
// What looks odd here is observable behaviour: a token without text (an indent, the end) is placed where the tokenizer stood; the
// text is the tokenizer's buffer when the error is on its current line, with the lines of a string or a continuation that
// began before, and otherwise the line without its newline; an f-string's field has lines of its own; offsets are counted in bytes
// when the source had no declared encoding.

extension Matcher {
    func fail(_ first: Int, _ last: Int, _ message: String) {
        let start = tokens[first], end = tokens[max(last, first)]
        failure = parser.place(
            .syntaxError, message, line: start.line, column: start.hasText ? Int(start.column) : -1, endLine: end.endLine,
            endColumn: end.hasText ? Int(end.endColumn) : -1, state: furthest)
    }

    /// At the last token that was looked at.
    func failLast(_ message: String, kind: SyntaxFailure.Kind = .syntaxError) {
        failure = parser.failureAtToken(tokens + furthest, message, kind: kind)
    }

    /// From a token to the last one that was looked at.
    func failFrom(_ first: Int, _ message: String) {
        let start = tokens[first], end = tokens[furthest]
        // The end is where the tokenizer stands, counted from 0.
        let column = Int(end.endColumn) - (end.kind == .newline ? 0 : 1)
        failure = parser.place(
            .syntaxError, message, line: start.line, column: Int(start.column), endLine: end.endLine, endColumn: column, state: furthest)
    }

    func failIndent(_ keyword: MatchNode?, _ message: String) {
        let text = keyword.map { "\(message) on line \(tokens[$0.first].line)" } ?? message
        failLast(text, kind: .indentationError)
    }

    /// At the last byte of a part.
    func failBeforeEnd(_ node: MatchNode, _ message: String) {
        let start = tokens[node.first], end = tokens[node.last]
        failure = parser.place(
            .syntaxError, message, line: start.line, column: Int(end.endColumn) - 1, endLine: end.endLine, endColumn: nil,
            noEnd: 0, state: furthest)
    }
}

extension Parser {
    /// A failure at a token; the error of the lexer if that is what the token is.
    func failureAtToken(
        _ token: TokenCursor, _ message: String, kind: SyntaxFailure.Kind, state: Int? = nil
    ) -> SyntaxFailure {
        let index = state ?? (token - tokens.base)
        if token.pointee.kind == .error, let lexicalFailure { return failure(lexicalFailure, after: index - 1) }
        if token.pointee.hasText {
            return place(
                kind, message, line: token.pointee.line, column: Int(token.pointee.column), endLine: token.pointee.endLine,
                endColumn: Int(token.pointee.endColumn), state: index)
        }
        let column = Int(token.pointee.start) - lineStart(of: token.pointee) - 1
        return place(
            kind, message, line: token.pointee.line, column: column, endLine: token.pointee.line, endColumn: nil, noEnd: -1,
            state: index)
    }

    /// A failure at a place in lines and columns of the tree.
    /// - Parameters:
    ///   - endColumn: nil where CPython knows none and gives `noEnd`.
    ///   - state: the last token that the tokenizer had given.
    func place(
        _ kind: SyntaxFailure.Kind, _ message: String, line: Int32, column: Int, endLine: Int32, endColumn: Int?, noEnd: Int = 0,
        state: Int
    ) -> SyntaxFailure {
        let text = errorText(line: Int(line), state: state)
        let shift = formatDepth > 0 ? firstColumn : 0
        var offset = column - shift + 1
        var endOffset = endColumn.map { $0 - shift + 1 } ?? noEnd
        if countsCharacters {
            offset = characterOffset(offset, text)
            if endColumn != nil { endOffset = characterOffset(endOffset, text) }
        }
        let prefix = formatDepth > 0 ? "f-string: " : ""
        return SyntaxFailure(
            kind: kind, message: prefix + message, line: Int(line), offset: offset, endLine: Int(endLine), endOffset: endOffset,
            text: text)
    }

    /// An offset in bytes, counted from 1, as one in characters.
    private func characterOffset(_ offset: Int, _ text: String) -> Int {
        if offset <= 0 { return offset }
        // The text's own bytes: where the source was not UTF-8 they are those of replacement characters.
        var total = 0
        var seen = 0
        for byte in text.utf8.prefix(offset) {
            if byte & 0xC0 != 0x80 { total += 1 }
            seen += 1
        }
        return total + (offset > seen ? 1 : 0)
    }

    /// The text that goes with an error on a line.
    private func errorText(line: Int, state: Int) -> String {
        let token = tokens.base[max(state, 0)]
        let tokenizerLine = state < 0 ? firstLine : Int(token.endLine)
        if tokenizerLine <= line {
            var start = state < 0 ? 0 : lineStart(of: token)
            let end = min(source.lineEnd(of: start) + 1, source.count)
            start = bufferStart(start, state)
            return source.string(from: start, to: end)
        }
        let start = source.start(ofLine: line - firstLine + 1) ?? 0
        let end = source.lineEnd(of: start)
        return source.string(from: start, to: end)
    }

    /// Start of the line where a token ends. The end of the text belongs to the last line.
    private func lineStart(of token: Token) -> Int {
        let end = Int(token.end)
        return source.lineStart(of: end >= source.count ? source.count - 1 : end)
    }

    /// Where the tokenizer's buffer starts: before the lines of a string or continuation that runs into this line.
    func bufferStart(_ lineStart: Int, _ state: Int) -> Int {
        var start = lineStart
        var line = lineStart
        var index = state
        while line > 0 {
            while index >= 0, Int(tokens.base[index].start) >= line || tokens.base[index].kind == .newline { index -= 1 }
            if index >= 0, tokens.base[index].kind == .string, Int(tokens.base[index].end) > line {
                line = source.lineStart(of: Int(tokens.base[index].start))
                start = line
                continue
            }
            // A backslash before the newline continues the line, unless a comment stands there.
            guard line >= 2, base[line - 2] == 0x5C else { break }
            let previous = source.lineStart(of: line - 1)
            let hasToken = index >= 0 && Int(tokens.base[index].end) > previous
            var position = hasToken ? Int(tokens.base[index].end) : previous
            while position < line - 2, base[position] != 0x23 { position += 1 }
            if position < line - 2 { break }
            line = previous
            // A backslash in the indentation alone does not keep the buffer.
            if hasToken { start = line }
        }
        return start
    }

    /// A lexer's error as a failure.
    func failure(_ lexical: LexicalFailure, after state: Int) -> SyntaxFailure {
        var start = source.lineStart(of: lexical.textAt)
        let end = source.lineEnd(of: start)
        var offset = lexical.offset
        var hasNewline = lexical.textHasNewline
        if lexical.isUnclosed {
            // Where the tokenizer stands by now.
            let last = tokens.count - 2
            let line = lexical.message == lexicalFailure?.message && lexicalFailure?.isUnclosed == true || last < 0
                ? firstLine + source.lines - 1 : Int(tokens.base[last].endLine)
            hasNewline = lexical.line >= line
            if hasNewline { start = bufferStart(start, last) }
            if !countsCharacters, formatDepth == 0 { offset = lexical.textAt - source.lineStart(of: lexical.textAt) + 1 }
        } else if lexical.textHasNewline {
            if lexical.message.hasPrefix("unindent does not"), !countsCharacters, formatDepth == 0 {
                offset = min(end + 1, source.count) - start
            }
            let whole = bufferStart(start, state)
            if lexical.message.hasPrefix("unexpected character after") {
                if countsCharacters || formatDepth > 0 {
                    offset += source.characters(from: whole, to: start)
                } else {
                    offset = lexical.textAt + 1 - whole + (lexical.textAt + 1 < source.count ? 1 : 0)
                }
            }
            start = whole
        }
        let text = source.string(from: start, to: hasNewline ? min(end + 1, source.count) : end)
        if lexical.countsBytes, countsCharacters { offset = characterOffset(offset, text) }
        let prefix = formatDepth > 0 && lexical.textHasNewline ? "f-string: " : ""
        return SyntaxFailure(
            kind: lexical.kind, message: prefix + lexical.message, line: lexical.line, offset: offset, endLine: lexical.line,
            endOffset: lexical.endOffset, text: text)
    }
}
