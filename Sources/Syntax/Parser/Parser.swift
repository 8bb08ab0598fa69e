// A recursive-descent parser over the token buffer, with precedence climbing for binary operators. It accepts exactly the valid
// programs and is as fast as it can be; it does not know what is wrong with the others. When it fails without a reason of
// its own, `Diagnosis` reads the failing statement again, in the order in which CPython tries its alternatives, and finds the message.
//
// Trees are walked and freed by native recursion, so their depth is bounded here: `height` is the height of the expression parsed
// last, and each function that puts a node on top of others sets it.

final class Parser {
    /// The deepest tree that is built. CPython's compiler gives up at about the same depth (three levels for each unit of its default
    /// recursion limit).
    static let maximumHeight = 2990
    /// Tokens in a statement beyond which an error in it is plain "invalid syntax": finding out more would take a minute.
    static let longestDiagnosedStatement = 2_000_000
    /// Tokens beyond which a source whose tree is too deep is not searched for syntax errors, which CPython would report first.
    static let longestDeepSource = 300_000

    let source: SourceBuffer
    let names: NameTable
    let tokens: TokenBuffer
    var current: TokenCursor
    let base: UnsafeMutablePointer<UInt8>
    let options: ParseOptions
    /// The failure to report; nil after a plain "this does not parse".
    var failure: SyntaxFailure?
    var warnings: [SyntaxWarning] = []
    var height = 0
    /// How many f-strings this expression stands in.
    var formatDepth = 0
    /// Where the source starts, when it is the field of an f-string.
    var firstLine = 1
    var firstColumn = 0
    /// Offsets of errors are characters; bytes for a source whose encoding was not declared.
    var countsCharacters = false
    var sourceHasInvalidUTF8 = false
    /// The error of the `error` token.
    var lexicalFailure: LexicalFailure?
    var typeIgnores: [TypeIgnore] = []
    var stack: StackBound
    /// Where the top-level statement starts that is being parsed; a diagnosis starts there.
    var statementStart = 0

    init(source: SourceBuffer, names: NameTable, tokens: TokenBuffer, options: ParseOptions, stack: StackBound) {
        self.source = source
        self.names = names
        self.tokens = tokens
        self.options = options
        self.stack = stack
        base = source.base
        current = tokens.base
    }

    // MARK: Tokens

    @inline(__always) var kind: TokenKind { current.pointee.kind }
    /// Kind of the token after the current one. The buffer ends with `endMarker` or `error`, which nothing consumes.
    @inline(__always) var nextKind: TokenKind { current[1].kind }
    @inline(__always) func advance() { current += 1 }

    @inline(__always) func accept(_ expected: TokenKind) -> Bool {
        if current.pointee.kind == expected {
            current += 1
            return true
        }
        return false
    }

    @inline(__always) func expect(_ expected: TokenKind) throws(ParseFailed) {
        if current.pointee.kind != expected { throw ParseFailed() }
        current += 1
    }

    @inline(__always) func name(_ token: TokenCursor) -> String { names.strings[Int(token.pointee.name)] }

    /// A name that is not a keyword.
    @inline(__always) func expectName() throws(ParseFailed) -> String {
        if current.pointee.kind != .name { throw ParseFailed() }
        let result = name(current)
        current += 1
        return result
    }

    /// The type comment that may stand here.
    @inline(__always) func acceptTypeComment() -> String? {
        if kind != .typeComment { return nil }
        current += 1
        return source.string(from: Int(current[-1].start), to: Int(current[-1].end))
    }

    /// From `start` to the token before the current one.
    @inline(__always) func range(_ start: TokenCursor) -> SourceRange { SourceRange(start, current - 1) }

    @inline(__always) func node(_ kind: Expression.Kind, _ start: TokenCursor) -> Expression {
        Expression(kind, SourceRange(start, current - 1))
    }

    /// From `start` to the last token before the current one that is not a newline or the end of a block.
    func blockRange(_ start: TokenCursor) -> SourceRange {
        var last = current - 1
        while last > start && last.pointee.kind.isWhitespace { last -= 1 }
        return SourceRange(start, last)
    }

    // MARK: Bounds

    /// Sets the height of a node over nodes of this height.
    @inline(__always) func rise(_ below: Int) throws(ParseFailed) {
        height = below &+ 1
        if height > Parser.maximumHeight { try failTooDeep() }
    }

    @inline(never) func failTooDeep() throws(ParseFailed) {
        if failure == nil {
            failure = SyntaxFailure(kind: .recursionError, message: "maximum recursion depth exceeded during compilation")
        }
        throw ParseFailed()
    }

    /// Fails when little native stack is left.
    @inline(__always) func checkStack() throws(ParseFailed) {
        if currentStackAddress() < stack.lowest { try failStack() }
    }

    @inline(never) private func failStack() throws(ParseFailed) {
        if stack.extend() { return }
        if failure == nil { failure = SyntaxFailure(kind: .memoryError, message: "") }
        throw ParseFailed()
    }

    /// A `SyntaxError` found while a value is made, at the furthest token read.
    func fail(_ message: String, kind: SyntaxFailure.Kind = .syntaxError) -> ParseFailed {
        if failure == nil { failure = failureAtToken(current, message, kind: kind) }
        return ParseFailed()
    }
}

extension SourceRange {
    @inline(__always) init(_ first: TokenCursor, _ last: TokenCursor) {
        line = first.pointee.line
        column = first.pointee.column
        endLine = last.pointee.endLine
        endColumn = last.pointee.endColumn
    }
}
