// What is wrong with a source that did not parse: which message CPython 3.11 gives, and where.
//
// CPython reads a source with errors three times: as usual; again, looking for mistakes it knows; and on to the end, in case a later
// error of the tokenizer explains more than the syntax error does. So does this, from the failing top-level statement on.

/// What a diagnosis reads.
enum DiagnosisStart {
    case source(ParseOptions.Mode)
    /// The expression of an f-string's field, in parentheses.
    case formatField

    var rule: String {
        switch self {
        case .source(.exec): "statement"
        case .source(.eval): "eval"
        case .source(.single): "interactive"
        case .source(.funcType): "func_type"
        case .formatField: "field"
        }
    }
}

extension Parser {
    /// The failure to report after a parse failed.
    func diagnose(start: DiagnosisStart) -> SyntaxFailure {
        if let failure, failure.isFinal {
            // On a small stack the parser may stop before it meets the lexer's error.
            if failure.kind == .memoryError, let lexicalFailure, lexicalFailure.isRaisedByTokenizer {
                return self.failure(lexicalFailure, after: tokens.count - 2)
            }
            return failure
        }
        // All before the lexer's error was valid.
        if failure == nil, kind == .error, !options.allowIncompleteInput, let lexicalFailure {
            return self.failure(lexicalFailure, after: tokens.count - 2)
        }
        let depthFailure = failure?.kind == .recursionError ? failure : nil
        failure = nil
        if let depthFailure, tokens.count > Parser.longestDeepSource { return depthFailure }
        var first = 0
        if case .source(.exec) = start { first = statementStart }
        if current - tokens.base - first > Parser.longestDiagnosedStatement {
            return failureAtToken(current, "invalid syntax", kind: .syntaxError)
        }
        let usual = Matcher(parser: self, start: first, findsMistakes: false)
        // A tree too deep to compile is an error only in a valid program.
        if read(usual, start), let depthFailure { return depthFailure }
        if options.allowIncompleteInput, let failure = incompleteInput(usual) { return failure }
        if let failure = usual.failure { return usual.failedInLexer ? failure : checkRest(failure, usual.furthest) }
        let careful = Matcher(parser: self, start: looksMistaken(before: first) ? 0 : first, findsMistakes: true)
        careful.furthest = usual.furthest
        failure = nil
        _ = read(careful, start)
        if let failure = careful.failure { return careful.failedInLexer ? failure : checkRest(failure, careful.furthest) }
        // The place is where the first reading stopped.
        let last = tokens.base + max(usual.furthest, 0)
        switch last.pointee.kind {
        case .indent: return failureAtToken(tokens.base + careful.furthest, "unexpected indent", kind: .indentationError)
        case .dedent: return failureAtToken(tokens.base + careful.furthest, "unexpected unindent", kind: .indentationError)
        default: break
        }
        var generic = failureAtToken(last, "invalid syntax", kind: .syntaxError, state: max(careful.furthest, 0))
        if !last.pointee.hasText {
            generic.endOffset = 0
            generic.offset = 0
        }
        return checkRest(generic, careful.furthest)
    }

    /// Whether valid code before a token may be taken for a mistake when mistakes are looked for, as CPython does with `print -x` and
    /// with a line `match (x)`.
    private func looksMistaken(before end: Int) -> Bool {
        for index in 0..<end where tokens.base[index].kind == .name {
            let next = tokens.base[index + 1].kind
            switch tokens.base[index].name {
            case SoftKeyword.print, SoftKeyword.exec:
                if next == .plus || next == .minus || next == .star || next == .leftBracket { return true }
            case SoftKeyword.match:
                if mayStartMatch(next), index == 0 || tokens.base[index - 1].kind.isWhitespace { return true }
            default: break
            }
        }
        return false
    }

    /// Matches the source from where a matcher stands. True when all of it is valid.
    private func read(_ matcher: Matcher, _ start: DiagnosisStart) -> Bool {
        let rule = matcher.grammar.number(start.rule)
        guard case .source(.exec) = start else { return matcher.match(rule: rule) != nil }
        while matcher.failure == nil, matcher.match(rule: rule) != nil {}
        // After the statements only the end may come.
        return matcher.token()?.pointee.kind == .endMarker
    }

    /// A tokenizer's error further on, and a bracket that was never closed before this line, explain more than `found` does.
    private func checkRest(_ found: SyntaxFailure, _ furthest: Int) -> SyntaxFailure {
        guard found.kind == .syntaxError || found.kind == .indentationError, furthest >= 0 else { return found }
        guard let lexicalFailure, tokens.base[furthest].kind != .endMarker else { return found }
        if lexicalFailure.isRaisedByTokenizer { return failure(lexicalFailure, after: furthest) }
        if let open = lexicalFailure.openParenthesis, Int(tokens.base[furthest].line) > open.line {
            var lexer = Lexer(source: source, names: names, tokens: tokens, mode: options.mode, firstLine: firstLine)
            lexer.failUnclosed(open)
            if let unclosed = lexer.failure { return failure(unclosed, after: furthest) }
        }
        return found
    }

    /// Whether the source only ended too early: CPython asks if its tokenizer has met the end.
    private func incompleteInput(_ matcher: Matcher) -> SyntaxFailure? {
        if let lexicalFailure, tokens.base[matcher.furthest + 1].kind == .error, matcher.failure != nil {
            guard lexicalFailure.isEndOfInput else { return nil }
            var failure = failure(lexicalFailure, after: matcher.furthest)
            failure.kind = .incompleteInput
            failure.message = "incomplete input"
            failure.endOffset = -1
            failure.text = source.string(
                from: bufferStart(source.lineStart(of: lexicalFailure.textAt), matcher.furthest), to: source.count)
            if lexicalFailure.isUnclosed {
                let start = source.lineStart(of: source.count - 1)
                failure.line = firstLine + source.lines - 1
                failure.endLine = failure.line
                failure.offset = source.characters(from: start, to: source.count)
                failure.text = source.string(from: bufferStart(start, tokens.count - 2), to: source.count)
            }
            return failure
        }
        let last = tokens.base[max(matcher.furthest, 0)]
        guard Int(last.start) >= source.count || readsBeyond(last) else { return nil }
        var failure = failureAtToken(tokens.base + max(matcher.furthest, 0), "incomplete input", kind: .syntaxError)
        failure.kind = .incompleteInput
        return failure
    }

    /// Whether the tokenizer must have met the end to know this token. The end of a name, an operator or an empty string is seen only by
    /// reading on; that of another string or of a three-character operator is not.
    private func readsBeyond(_ token: Token) -> Bool {
        let start = Int(token.start), end = Int(token.end)
        if token.kind == .dot, end + 1 >= source.count, base[end] == 0x2E { return true }
        if end < source.count { return false }
        if token.kind == .string {
            var index = start
            while base[index] != 0x22, base[index] != 0x27, index < end { index += 1 }
            return index + 2 == end
        }
        return !(end - start == 3 && token.kind.rawValue < TokenKind.name.rawValue && token.kind != .number)
    }
}
