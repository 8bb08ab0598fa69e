// What is wrong with a source that did not parse.

/// What a diagnosis reads.
enum DiagnosisStart {
    case source(ParseOptions.Mode)
    /// The expression of an f-string's field, in parentheses.
    case formatField
}

extension Parser {
    /// The failure to report after a parse failed.
    func diagnose(start: DiagnosisStart) -> SyntaxFailure {
        if let failure { return failure }
        return failureAtToken(current, "invalid syntax", kind: .syntaxError)
    }

    /// A failure at a token.
    func failureAtToken(_ token: UnsafeMutablePointer<Token>, _ message: String, kind: SyntaxFailure.Kind) -> SyntaxFailure {
        if token.pointee.kind == .error, let lexicalFailure { return failure(lexicalFailure) }
        let lineStart = source.lineStart(of: Int(token.pointee.start))
        let endStart = source.lineStart(of: Int(token.pointee.end))
        return SyntaxFailure(
            kind: kind, message: message, line: Int(token.pointee.line),
            offset: source.characters(from: lineStart, to: Int(token.pointee.start)) + 1, endLine: Int(token.pointee.endLine),
            endOffset: source.characters(from: endStart, to: Int(token.pointee.end)) + 1,
            text: source.string(from: lineStart, to: source.lineEnd(of: lineStart) + 1))
    }

    func failure(_ lexical: LexicalFailure) -> SyntaxFailure {
        let start = source.lineStart(of: lexical.textAt)
        let end = source.lineEnd(of: start)
        return SyntaxFailure(
            kind: lexical.kind, message: lexical.message, line: lexical.line, offset: lexical.offset, endLine: lexical.line,
            endOffset: lexical.endOffset, text: source.string(from: start, to: lexical.textHasNewline ? end + 1 : end))
    }

    func failureAtEndOfInteractiveInput() -> SyntaxFailure {
        SyntaxFailure(kind: .syntaxError, message: "invalid syntax", line: 0, offset: 0)
    }
}
