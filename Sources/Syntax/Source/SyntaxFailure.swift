// What a parse reports: the failure that the runtime raises, and warnings on the way.

/// Why a source could not be parsed: the exception that the runtime raises for it, with the fields of `SyntaxError`.
public struct SyntaxFailure: Error, Equatable, Sendable {
    public enum Kind: Sendable {
        case syntaxError, indentationError, tabError, valueError, memoryError, recursionError, overflowError
        /// A `SyntaxError` for source that ends too early, under `allowIncompleteInput`.
        case incompleteInput
    }

    public var kind: Kind
    public var message: String
    public var filename: String
    /// Counts from 1. 0 where CPython has none (an unknown encoding).
    public var line: Int
    /// Counts characters from 1; may be 0 or -1 where CPython has it so.
    public var offset: Int
    /// nil is `None`.
    public var endLine: Int?
    public var endOffset: Int?
    /// The line as `SyntaxError.text`.
    public var text: String?
    /// What the compiler found before it failed: to be issued first.
    public var warnings: [SyntaxWarning] = []
    /// Whether file and line are told at all: of what a file's bytes cannot be, CPython tells only the message.
    public var hasPlace = true
    /// Whether the place is the second of the exception's `args`.
    public var placeIsArgument = true

    public init(
        kind: Kind, message: String, filename: String = "", line: Int = 0, offset: Int = 0, endLine: Int? = nil,
        endOffset: Int? = nil, text: String? = nil
    ) {
        self.kind = kind; self.message = message; self.filename = filename; self.line = line; self.offset = offset
        self.endLine = endLine; self.endOffset = endOffset; self.text = text
    }
}

extension SyntaxFailure {
    /// Whether no diagnosis can say more.
    var isFinal: Bool { kind == .memoryError || message.hasPrefix("multiple statements") || message.hasPrefix("Exceeds the limit") }
}

/// A warning that parsing gives. Where a filter makes it an error, CPython raises a `SyntaxError` at the same place.
public struct SyntaxWarning: Equatable, Sendable {
    public enum Category: String, Sendable { case deprecationWarning = "DeprecationWarning", syntaxWarning = "SyntaxWarning" }

    public var category: Category
    public var message: String
    public var line: Int
    /// Counts characters from 1.
    public var offset: Int
    /// The error that it becomes, of warnings that the parser gives: those know the text of their line.
    public var failure: SyntaxFailure?

    public init(category: Category, message: String, line: Int, offset: Int, failure: SyntaxFailure? = nil) {
        self.category = category; self.message = message; self.line = line; self.offset = offset; self.failure = failure
    }
}

/// How to read a source.
public struct ParseOptions: Sendable {
    public enum Mode: Sendable { case exec, eval, single, funcType }

    public var mode: Mode
    /// The source is text already (a `str`): a coding cookie is ignored.
    public var sourceIsUTF8 = false
    /// Minor version whose grammar is accepted (`ast.parse(feature_version=...)`); 11 is everything.
    public var featureVersion = 11
    /// `from __future__ import barry_as_FLUFL` is in force.
    public var barryAsFLUFL = false
    /// In mode `single`, an open block at the end of the text is not closed: more lines may come.
    public var dontImplyDedent = false
    /// Report a source that ends too early as `incompleteInput`.
    public var allowIncompleteInput = false
    /// `sys.get_int_max_str_digits()`; 0 is no limit.
    public var maxIntegerDigits = 4300
    /// Source lines come from a file: a NUL byte hides the rest of its line.
    public var sourceIsFile = false
    /// `# type: ...` comments become part of the tree (`ast.parse(type_comments=True)`).
    public var typeComments = false

    public init(mode: Mode = .exec) { self.mode = mode }
}

/// A hard failure, recorded in the parser, or plain "this does not parse".
struct ParseFailed: Error {}
