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
        if let failure, failure.isFinal { return failure }
        failure = nil
        var first = 0
        if case .source(.exec) = start { first = statementStart }
        let usual = Matcher(parser: self, start: first, findsMistakes: false)
        read(usual, start)
        if options.allowIncompleteInput, let failure = incompleteInput(usual) { return failure }
        if let failure = usual.failure { return checkRest(failure, usual.furthest) }
        let careful = Matcher(parser: self, start: first, findsMistakes: true)
        careful.furthest = usual.furthest
        failure = nil
        read(careful, start)
        if let failure = careful.failure { return checkRest(failure, careful.furthest) }
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

    private func read(_ matcher: Matcher, _ start: DiagnosisStart) {
        let rule = matcher.grammar.number(start.rule)
        guard case .source(.exec) = start else {
            _ = matcher.match(rule: rule)
            return
        }
        while matcher.failure == nil, matcher.match(rule: rule) != nil {}
        // After the statements only the end may come.
        _ = matcher.token()
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
            if lexicalFailure.isUnclosed {
                let start = source.lineStart(of: source.count - 1)
                failure.line = firstLine + source.lines - 1
                failure.endLine = failure.line
                failure.offset = source.characters(from: start, to: source.count)
                failure.text = source.string(from: start, to: source.count)
            }
            return failure
        }
        let last = tokens.base[max(matcher.furthest, 0)]
        // The end of a name or an operator is seen only by reading on; that of a string is not.
        guard Int(last.start) >= source.count || (Int(last.end) >= source.count && last.kind != .string) else { return nil }
        var failure = failureAtToken(tokens.base + max(matcher.furthest, 0), "incomplete input", kind: .syntaxError)
        failure.kind = .incompleteInput
        return failure
    }
}
