// Tokens are plain 36-byte records in one buffer: the parser looks ahead and backtracks by moving an index, and no token owns
// memory. A name is a number in the `NameTable`; everything else is read from the source when it is needed.

/// What a token is. Operators and keywords have a kind each, so that the parser compares one byte.
///
/// ORDER: the keywords stand in the order of `keywordSpellings`, operators in that of `operatorSpellings`.
@usableFromInline
enum TokenKind: UInt8 {
    case endMarker, newline, indent, dedent, number, string
    /// The lexer found an error here; its failure is raised when the parser reaches this token.
    case error
    /// A character that is no token of the language (`$`, `?`, `!`, a backtick).
    case unknown
    /// `# type: ...`, when type comments are read (PEP 484).
    case typeComment

    // Operators.
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
    case colon, comma, semicolon, dot, ellipsis, arrow, at, equal, colonEqual
    case plus, minus, star, slash, doubleSlash, percent, doubleStar, bar, ampersand, circumflex, leftShift, rightShift, tilde
    case less, greater, equalEqual, notEqual, lessEqual, greaterEqual
    // Augmented assignments, contiguous.
    case plusEqual, minusEqual, starEqual, slashEqual, doubleSlashEqual, percentEqual, atEqual, ampersandEqual, barEqual
    case circumflexEqual, leftShiftEqual, rightShiftEqual, doubleStarEqual

    /// A name that is not a keyword.
    case name
    // Keywords, contiguous to the end.
    case `false`, none, `true`, and, `as`, assert, async, await, `break`, `class`, `continue`, def, del, elif, `else`
    case except, finally, `for`, from, global, `if`, `import`, `in`, `is`, lambda, nonlocal, not, or, pass, raise
    case `return`, `try`, `while`, with, yield

    static let firstKeyword = TokenKind.false
    static let firstOperator = TokenKind.leftParenthesis

    @inline(__always) var isKeyword: Bool { rawValue >= TokenKind.false.rawValue }
    @inline(__always) var isAugmentedAssignment: Bool {
        rawValue >= TokenKind.plusEqual.rawValue && rawValue <= TokenKind.doubleStarEqual.rawValue
    }
    /// Tokens that CPython skips when it looks for the end of a statement.
    @inline(__always) var isWhitespace: Bool { rawValue <= TokenKind.dedent.rawValue }
}

/// Spellings of the keywords, in the order of `TokenKind`.
let keywordSpellings: [StaticString] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else",
    "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
    "return", "try", "while", "with", "yield",
]

/// Spellings of the operators, in the order of `TokenKind`.
let operatorSpellings: [StaticString] = [
    "(", ")", "[", "]", "{", "}", ":", ",", ";", ".", "...", "->", "@", "=", ":=",
    "+", "-", "*", "/", "//", "%", "**", "|", "&", "^", "<<", ">>", "~",
    "<", ">", "==", "!=", "<=", ">=",
    "+=", "-=", "*=", "/=", "//=", "%=", "@=", "&=", "|=", "^=", "<<=", ">>=", "**=",
]

/// Names with a meaning in some places only. The `NameTable` gives them these numbers.
enum SoftKeyword {
    static let match = Int32(35)
    static let `case` = Int32(36)
    static let underscore = Int32(37)
    static let print = Int32(38)
    static let exec = Int32(39)
}

struct Token {
    /// In `name`: a newline that the end of the text stands for.
    static let withoutText = Int32(-2)

    /// Whether the token has a place of its own in the text.
    var hasText: Bool { kind != .indent && kind != .dedent && kind != .endMarker && name != Token.withoutText }

    /// Byte offsets in the source buffer.
    var start: Int32 = 0
    var end: Int32 = 0
    /// Positions as `ast` counts them: lines from 1, columns in UTF-8 bytes from 0.
    var line: Int32 = 0
    var column: Int32 = 0
    var endLine: Int32 = 0
    var endColumn: Int32 = 0
    /// Number of the name in the `NameTable`.
    var name: Int32 = -1
    /// How many parentheses are open after this token.
    var level: UInt8 = 0
    var kind: TokenKind = .endMarker
}

/// A place in a token buffer.
typealias TokenCursor = UnsafeMutablePointer<Token>

/// A growing buffer of tokens, freed with its owner. Unsafe memory, since the parser reads the current token at every step.
final class TokenBuffer {
    private(set) var base: UnsafeMutablePointer<Token>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int) {
        self.capacity = max(capacity, 16)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    @inline(__always) func append(_ token: Token) {
        if count == capacity { grow() }
        (base + count).initialize(to: token)
        count &+= 1
    }

    @inline(never) private func grow() {
        let larger = UnsafeMutablePointer<Token>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: base, count: count)
        base.deallocate()
        base = larger
        capacity *= 2
    }
}
