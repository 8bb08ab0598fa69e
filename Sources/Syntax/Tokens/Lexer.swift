// Source text to tokens, all of them before parsing starts: the parser then looks ahead freely. At the first error the lexer
// stops with an `error` token; whether that error or a syntax error before it is what the user sees, the parser decides by
// which it reaches first.

/// An error of the lexer, as the parser raises it when it reaches the `error` token.
struct LexicalFailure {
    var kind: SyntaxFailure.Kind
    var message: String
    var line: Int
    /// As `SyntaxError.offset`; already counted in characters.
    var offset: Int
    var endOffset: Int
    /// Byte offset of some place in the line that is shown.
    var textAt: Int
    /// CPython shows some of these lines without their newline.
    var textHasNewline: Bool
    /// `offset` is in bytes.
    var countsBytes = false
    /// The text ended: more lines could make it valid.
    var isEndOfInput = false
    /// "never closed".
    var isUnclosed = false
    /// The innermost bracket that was open.
    var openParenthesis: OpenParenthesis?
    /// CPython's tokenizer raises these itself, which takes precedence over syntax errors before them.
    var isRaisedByTokenizer: Bool { !textHasNewline }
}

struct OpenParenthesis {
    var character: UInt8
    var line: Int
    var offset: Int
    var column: Int
}

struct Lexer {
    static let maximumIndentation = 100
    static let maximumParentheses = 200

    let source: SourceBuffer
    let base: UnsafeMutablePointer<UInt8>
    let count: Int
    let names: NameTable
    let tokens: TokenBuffer
    /// Line number of the first line, and what is added to columns on it: an expression in an f-string is read from a text of its own.
    let firstLine: Int
    let firstColumn: Int
    var mode: ParseOptions.Mode
    var dontImplyDedent = false
    /// `# type: ...` comments are tokens, and `# type: ignore` is remembered.
    var typeComments = false
    var typeIgnores: [TypeIgnore] = []
    /// Before 3.7 `async` and `await` were names outside `async def`.
    var hasAsyncNames = false
    /// Indentation of the `async def` whose tokens are read; nil outside.
    var asyncIndentation: Int?

    var position = 0
    var line: Int
    var lineStart = 0
    var failure: LexicalFailure?
    var warnings: [SyntaxWarning] = []
    /// Offset of the first byte that is not UTF-8; -1 when all is well.
    var firstInvalidByte = -1

    var parentheses: [OpenParenthesis] = []
    var level = 0
    var indents: [Int32] = [0]
    var alternateIndents: [Int32] = [0]

    init(source: SourceBuffer, names: NameTable, tokens: TokenBuffer, mode: ParseOptions.Mode, firstLine: Int = 1, firstColumn: Int = 0) {
        self.source = source
        self.names = names
        self.tokens = tokens
        self.mode = mode
        self.firstLine = firstLine
        self.firstColumn = firstColumn
        base = source.base
        count = source.count
        line = firstLine
    }

    @inline(__always) mutating func emit(_ kind: TokenKind, from start: Int, to end: Int, name: Int32 = -1) {
        let shift = line == firstLine ? firstColumn : 0
        tokens.append(Token(
            start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
            line: Int32(truncatingIfNeeded: line), column: Int32(truncatingIfNeeded: start - lineStart + shift),
            endLine: Int32(truncatingIfNeeded: line), endColumn: Int32(truncatingIfNeeded: end - lineStart + shift),
            name: name, level: UInt8(truncatingIfNeeded: level), kind: kind))
    }

    /// Reads the whole source.
    mutating func run() {
        while failure == nil {
            if level == 0 {
                if !readIndentation() { break }
                if failure != nil { break }
            }
            if !readLine() { break }
        }
        if failure != nil {
            failure?.openParenthesis = parentheses.last
            emit(.error, from: position, to: position)
        }
    }

    /// Reads the blank lines before a line of code and its indentation. False at the end of the text.
    private mutating func readIndentation() -> Bool {
        while true {
            var column: Int32 = 0
            var alternate: Int32 = 0
            var continuedColumn: Int32 = 0
            var index = position
            scan: while true {
                switch base[index] {
                case 0x20: column &+= 1; alternate &+= 1
                case 0x09: column = (column / 8 + 1) * 8; alternate &+= 1
                case 0x0C: column = 0; alternate = 0
                case 0x5C:
                    // A continued line keeps the indentation of its first part.
                    if continuedColumn == 0 { continuedColumn = column }
                    position = index
                    if !continueLine() { return false }
                    index = position
                    continue scan
                default: break scan
                }
                index &+= 1
            }
            let byte = base[index]
            if byte == 0x23 || byte == 0x0A {
                if typeComments, byte == 0x23 {
                    position = index
                    // Alone on a line it is a token with a newline of its own.
                    if readTypeComment(index) { return true }
                }
                index = skipComment(index)
                if base[index] == 0x0A {
                    position = index + 1
                    line += 1
                    lineStart = position
                    continue
                }
                position = index
                return endOfText(atLineStart: nil)
            }
            position = index
            if continuedColumn != 0 { column = continuedColumn; alternate = continuedColumn }
            if index >= count { return endOfText(atLineStart: (column, alternate)) }
            indent(column, alternate)
            if let asyncIndentation, indents.count <= asyncIndentation, tokens.count > 0 { self.asyncIndentation = nil }
            return true
        }
    }

    @inline(__always) private func skipComment(_ start: Int) -> Int {
        var index = start
        if base[index] == 0x23 { while index < count && base[index] != 0x0A { index &+= 1 } }
        return index
    }

    private mutating func indent(_ column: Int32, _ alternate: Int32) {
        let top = indents[indents.count - 1], alternateTop = alternateIndents[indents.count - 1]
        if column == top {
            if alternate != alternateTop { return failTabs() }
        } else if column > top {
            if indents.count >= Lexer.maximumIndentation { return failLine(.indentationError, "too many levels of indentation") }
            if alternate <= alternateTop { return failTabs() }
            indents.append(column)
            alternateIndents.append(alternate)
            emit(.indent, from: position, to: position)
        } else {
            var depth = indents.count - 1
            while depth > 0 && column < indents[depth] { depth -= 1 }
            if column != indents[depth] {
                let characters = source.characters(from: lineStart, to: min(source.lineEnd(of: position) + 1, count))
                failure = LexicalFailure(
                    kind: .indentationError, message: "unindent does not match any outer indentation level", line: line,
                    offset: characters, endOffset: -1, textAt: lineStart, textHasNewline: true)
                return
            }
            if alternate != alternateIndents[depth] { return failTabs() }
            while indents.count - 1 > depth {
                indents.removeLast()
                alternateIndents.removeLast()
                emit(.dedent, from: position, to: position)
            }
        }
    }

    private mutating func failTabs() { failLine(.tabError, "inconsistent use of tabs and spaces in indentation") }

    /// An error about a whole line.
    private mutating func failLine(_ kind: SyntaxFailure.Kind, _ message: String) {
        failure = LexicalFailure(
            kind: kind, message: message, line: line, offset: 1, endOffset: 0, textAt: lineStart, textHasNewline: true)
    }

    /// Emits what ends a program. `indentation` is that of a last line without anything else.
    private mutating func endOfText(atLineStart indentation: (column: Int32, alternate: Int32)?) -> Bool {
        if level > 0, let open = parentheses.last {
            failUnclosed(open)
            return false
        }
        if count == 0 {
            // No line was read.
            line = firstLine - 1
        } else if lineStart >= count {
            // The tokenizer has no line beyond the last.
            line -= 1
            lineStart = source.lineStart(of: count - 1)
        }
        if let indentation {
            indent(indentation.column, indentation.alternate)
            if failure != nil { return false }
        }
        if mode == .single, tokens.count > 0 {
            // An interactive statement ends with the text; so do its blocks, and a compound statement needs a newline after them.
            emit(.newline, from: position, to: position, name: Token.withoutText)
            if indents.count > 1, !dontImplyDedent {
                for _ in 1..<indents.count { emit(.dedent, from: position, to: position) }
                emit(.newline, from: position, to: position, name: Token.withoutText)
            }
        }
        emit(.endMarker, from: position, to: position)
        return false
    }

    mutating func failUnclosed(_ open: OpenParenthesis) {
        failure = LexicalFailure(
            kind: .syntaxError, message: "'\(Unicode.Scalar(open.character))' was never closed", line: open.line,
            offset: source.characters(from: source.lineStart(of: open.offset), to: open.offset) + 1, endOffset: 0,
            textAt: open.offset, textHasNewline: true, isEndOfInput: true, isUnclosed: true)
    }

    /// After a backslash at `position`: the next line. False with a failure when there is none.
    private mutating func continueLine() -> Bool {
        let next = position + 1
        if level > 0, let open = parentheses.last, next + 1 == count, base[next] == 0x0A {
            failUnclosed(open)
            return false
        }
        if next < count, base[next] == 0x0A {
            position = next + 1
            line += 1
            lineStart = position
            if position < count { return true }
            // Nothing follows: CPython shows the line of the backslash.
            let start = source.lineStart(of: next)
            failure = LexicalFailure(
                kind: .syntaxError, message: "unexpected EOF while parsing", line: line - 1,
                offset: source.characters(from: start, to: next) + 1, endOffset: -1, textAt: next, textHasNewline: true,
                isEndOfInput: true)
            return false
        }
        failure = LexicalFailure(
            kind: .syntaxError, message: "unexpected character after line continuation character", line: line,
            offset: source.characters(from: lineStart, to: next) + (next < count ? 1 : 0), endOffset: 0, textAt: position,
            textHasNewline: true)
        return false
    }

    /// Reads tokens to the end of the line. False at the end of the text or at an error.
    private mutating func readLine() -> Bool {
        // CPython's newline token starts with the comment before it.
        var comment = -1
        while true {
            var start = position
            while base[start] == 0x20 || base[start] == 0x09 || base[start] == 0x0C { start &+= 1 }
            let byte = base[start]
            position = start
            switch Lexer.classes[Int(byte)] {
            case .identifier:
                if !readName(start) { return false }
            case .digit:
                if !readNumber(start) { return false }
            case .quote:
                if !readString(start, quoteAt: start) { return false }
            case .newline:
                if level == 0 {
                    // The newline itself is left out.
                    emit(.newline, from: comment >= 0 ? comment : start, to: start)
                    position = start + 1
                    line &+= 1
                    lineStart = position
                    return true
                }
                position = start + 1
                line &+= 1
                lineStart = position
            case .comment:
                if typeComments, readTypeComment(start) { continue }
                if level == 0 { comment = start }
                position = skipComment(start)
            case .backslash:
                if !continueLine() { return false }
            case .end where start >= count:
                return endOfText(atLineStart: nil)
            default:
                if !readOperator(start, byte) { return false }
            }
        }
    }

    /// Reads the comment at `start` if it is a type comment; `# type: ignore` is only remembered.
    private mutating func readTypeComment(_ start: Int) -> Bool {
        var index = start + 1
        func skipBlanks() { while base[index] == 0x20 || base[index] == 0x09 { index &+= 1 } }
        skipBlanks()
        for byte in StaticString("type:").utf8Bytes {
            if base[index] != byte { return false }
            index &+= 1
        }
        skipBlanks()
        let end = skipComment(start)
        if end - index >= 6, StaticString("ignore").utf8Bytes.enumerated().allSatisfy({ base[index + $0.offset] == $0.element }) {
            let after = base[index + 6]
            let isWord = end > index + 6 && (after >= 0x80 || (after | 0x20) &- 0x61 < 26 || after &- 0x30 < 10)
            if !isWord {
                typeIgnores.append(TypeIgnore(line: line, tag: source.string(from: index + 6, to: end)))
                return false
            }
        }
        emit(.typeComment, from: index, to: end)
        position = end
        return true
    }

    /// An error whose offset counts the characters up to `end`.
    mutating func fail(_ message: String, upTo end: Int) -> Bool {
        position = end
        let offset = source.characters(from: lineStart, to: end) + (line == firstLine ? firstColumn * 0 : 0)
        failure = LexicalFailure(
            kind: .syntaxError, message: message, line: line, offset: offset, endOffset: offset, textAt: lineStart,
            textHasNewline: false)
        return false
    }

    enum ByteClass: UInt8 { case identifier, digit, quote, newline, comment, backslash, end, other }

    /// The class of every byte.
    static let classes: [ByteClass] = (0..<256).map { byte in
        switch UInt8(byte) {
        case 0: return .end
        case 0x0A: return .newline
        case 0x23: return .comment
        case 0x5C: return .backslash
        case 0x22, 0x27: return .quote
        case 0x30...0x39: return .digit
        case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...0xFF: return .identifier
        default: return .other
        }
    }
}

extension StaticString {
    /// The bytes of an ASCII literal.
    var utf8Bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount) }
}
