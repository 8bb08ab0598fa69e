// The tokens of a source as programs see them (`_tokenize.TokenizerIter`).

/// A token with its number in the module `token`.
public struct SourceToken: Sendable {
    public var number: Int
    public var text: String
    public var line: Int
    public var endLine: Int
    /// In UTF-8 bytes; -1 for an indent or dedent.
    public var column: Int
    public var endColumn: Int
    /// The line that the tokenizer had read, with the lines before it that the token or a backslash runs over.
    public var lineText: String
}

/// Reads a source that is text already. An error is given with the tokens before it; where the tokenizer only stops (an unfinished
/// source, a bad indentation) there is none.
public func sourceTokens(_ source: [UInt8]) -> (tokens: [SourceToken], failure: SyntaxFailure?) {
    let buffer = source.withUnsafeBufferPointer { SourceBuffer(normalizing: $0, endWithNewline: true) }
    let names = NameTable()
    names.keep(buffer)
    let tokens = TokenBuffer(capacity: buffer.count / 4 + 64)
    var lexer = Lexer(source: buffer, names: names, tokens: tokens, mode: .exec)
    lexer.run()
    var options = ParseOptions()
    options.sourceIsUTF8 = true
    let parser = Parser(source: buffer, names: names, tokens: tokens, options: options, stack: StackBound())
    parser.countsCharacters = true
    var result: [SourceToken] = []
    result.reserveCapacity(tokens.count)
    for index in 0..<tokens.count {
        let token = tokens.base[index]
        if token.kind == .endMarker || token.kind == .error { break }
        let isPlaced = token.kind != .indent && token.kind != .dedent
        let at = min(Int(isPlaced ? token.end : token.start), max(buffer.count - 1, 0))
        let start = buffer.lineStart(of: at)
        result.append(SourceToken(
            number: token.kind.tokenNumber, text: isPlaced ? buffer.string(from: Int(token.start), to: Int(token.end)) : "",
            line: Int(token.line), endLine: Int(token.endLine), column: isPlaced ? Int(token.column) : -1,
            endColumn: isPlaced ? Int(token.endColumn) : -1,
            lineText: buffer.string(from: parser.bufferStart(start, index), to: min(buffer.lineEnd(of: at) + 1, buffer.count))))
    }
    guard let failure = lexer.failure, failure.isRaisedByTokenizer else { return (result, nil) }
    parser.lexicalFailure = failure
    return (result, parser.failure(failure, after: max(tokens.count - 2, 0)))
}

extension TokenKind {
    /// The number in the module `token`.
    var tokenNumber: Int {
        switch self {
        case .endMarker: return 0
        case .name: return 1
        case .number: return 2
        case .string: return 3
        case .newline: return 4
        case .indent: return 5
        case .dedent: return 6
        case .await: return 55
        case .async: return 56
        case .typeComment: return 58
        case .error, .unknown: return 54
        default: break
        }
        if isKeyword { return 1 }
        let index = Int(rawValue - TokenKind.firstOperator.rawValue)
        return index < TokenKind.operatorNumbers.count ? TokenKind.operatorNumbers[index] : 54
    }

    /// In the order of `operatorSpellings`.
    private static let operatorNumbers = [
        7, 8, 9, 10, 25, 26, 11, 12, 13, 23, 52, 51, 49, 22, 53,
        14, 15, 16, 17, 47, 24, 35, 18, 19, 32, 33, 34, 31,
        20, 21, 27, 28, 29, 30,
        36, 37, 38, 39, 48, 40, 50, 41, 42, 43, 44, 45, 46,
    ]
}
