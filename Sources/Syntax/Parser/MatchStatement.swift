// The `match` statement (PEP 634) and its patterns.

extension Parser {
    /// Whether `match` before this token can begin a match statement.
    @inline(__always) func mayStartMatch(_ next: TokenKind) -> Bool {
        startsExpression(next) || next == .star
    }

    private var isCase: Bool { kind == .name && current.pointee.name == SoftKeyword.case }

    /// A match statement, or nil when the line is an expression that uses the name `match`.
    func parseMatch() throws(ParseFailed) -> Statement? {
        let start = current
        advance()
        let subject: Expression
        do throws(ParseFailed) {
            subject = try parseSubject()
        } catch {
            if failure != nil { throw error }
            return nil
        }
        guard kind == .colon, nextKind == .newline, current[2].kind == .indent else { return nil }
        current += 3
        guard isCase else { return nil }
        if options.featureVersion < 10 { throw failVersion("Pattern matching is", 10) }
        var cases: [MatchCase] = []
        while isCase { cases.append(try parseCase()) }
        try expect(.dedent)
        return Statement(.match(subject: subject, cases: cases), blockRange(start))
    }

    private func parseSubject() throws(ParseFailed) -> Expression {
        let start = current
        let starred = kind == .star
        let first = try parseStarNamedExpression()
        if kind != .comma {
            if starred { throw ParseFailed() }
            return first
        }
        var elements = [first]
        var highest = height
        while accept(.comma) {
            if !startsExpression(kind) && kind != .star { break }
            elements.append(try parseStarNamedExpression())
            highest = max(highest, height)
        }
        try rise(highest)
        return node(.tuple(elements, .load), start)
    }

    private func parseCase() throws(ParseFailed) -> MatchCase {
        advance()
        let pattern = try parsePatterns()
        let condition = accept(.if) ? try parseNamedExpression() : nil
        try expect(.colon)
        return MatchCase(pattern: pattern, guard: condition, body: try parseBlock())
    }

    private func pattern(_ kind: Pattern.Kind, _ start: TokenCursor) -> Pattern { Pattern(kind, range(start)) }

    /// What stands after `case`: a pattern, or an open sequence.
    private func parsePatterns() throws(ParseFailed) -> Pattern {
        let start = current
        let first = try parseMaybeStarPattern()
        if kind != .comma {
            if case .star = first.kind { throw ParseFailed() }
            return first
        }
        var elements = [first]
        while accept(.comma) {
            if kind == .colon || kind == .if { break }
            elements.append(try parseMaybeStarPattern())
        }
        return pattern(.sequence(elements), start)
    }

    private func parseMaybeStarPattern() throws(ParseFailed) -> Pattern {
        let start = current
        if !accept(.star) { return try parsePattern() }
        let wildcard = current.pointee.name == SoftKeyword.underscore
        if !wildcard && isFollowedByMore(nextKind) { throw ParseFailed() }
        let name = try expectName()
        return pattern(.star(wildcard ? nil : name), start)
    }

    /// A name before these is no capture.
    private func isFollowedByMore(_ next: TokenKind) -> Bool { next == .dot || next == .leftParenthesis || next == .equal }

    private func parsePattern() throws(ParseFailed) -> Pattern {
        try checkStack()
        let start = current
        let first = try parseClosedPattern()
        var result = first
        if kind == .bar {
            var alternatives = [first]
            while accept(.bar) { alternatives.append(try parseClosedPattern()) }
            result = pattern(.or(alternatives), start)
        }
        if !accept(.as) { return result }
        let name = try parseCaptureName()
        return pattern(.as(result, name), start)
    }

    private func parseCaptureName() throws(ParseFailed) -> String {
        if kind != .name || current.pointee.name == SoftKeyword.underscore || isFollowedByMore(nextKind) { throw ParseFailed() }
        return try expectName()
    }

    private func parseClosedPattern() throws(ParseFailed) -> Pattern {
        let start = current
        switch kind {
        case .number, .minus:
            let value = try parseNumberPattern()
            return pattern(.value(value), start)
        case .string:
            let value = try parseStrings()
            return pattern(.value(value), start)
        case .none:
            advance()
            return pattern(.singleton(.none), start)
        case .true:
            advance()
            return pattern(.singleton(.true), start)
        case .false:
            advance()
            return pattern(.singleton(.false), start)
        case .leftParenthesis: return try parseGroupPattern()
        case .leftBracket:
            advance()
            let elements = try parseSequenceElements(.rightBracket)
            try expect(.rightBracket)
            return pattern(.sequence(elements), start)
        case .leftBrace: return try parseMappingPattern()
        case .name:
            if nextKind == .dot || nextKind == .leftParenthesis {
                let value = try parseNameOrAttribute()
                if kind == .leftParenthesis { return try parseClassPattern(value, start) }
                if kind == .equal { throw ParseFailed() }
                return pattern(.value(value), start)
            }
            if nextKind == .equal { throw ParseFailed() }
            let wildcard = current.pointee.name == SoftKeyword.underscore
            let name = try expectName()
            return pattern(.as(nil, wildcard ? nil : name), start)
        default: throw ParseFailed()
        }
    }

    /// `-1`, `1.5` or `1 + 2j`.
    private func parseNumberPattern() throws(ParseFailed) -> Expression {
        let start = current
        let real = try parseSignedNumber()
        if kind != .plus && kind != .minus { return real }
        let op: BinaryOperator = kind == .plus ? .add : .subtract
        if isImaginary(real) { throw ParseFailed() }
        advance()
        guard kind == .number else { throw ParseFailed() }
        let imaginary = try parseNumber()
        if !isImaginary(imaginary) { throw ParseFailed() }
        return node(.binOp(real, op, imaginary), start)
    }

    private func parseSignedNumber() throws(ParseFailed) -> Expression {
        let start = current
        let negative = accept(.minus)
        guard kind == .number else { throw ParseFailed() }
        let value = try parseNumber()
        return negative ? node(.unaryOp(.minus, value), start) : value
    }

    private func isImaginary(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .constant(.complex): return true
        case .unaryOp(_, let operand): return isImaginary(operand)
        default: return false
        }
    }

    private func parseNameOrAttribute() throws(ParseFailed) -> Expression {
        let start = current
        var result = Expression(.name(try expectName(), .load), SourceRange(start, start))
        height = 1
        while accept(.dot) {
            let attribute = try expectName()
            try rise(height)
            result = node(.attribute(result, attribute, .load), start)
        }
        return result
    }

    /// `(p)` is `p`; `(p,)` and `()` are sequences.
    private func parseGroupPattern() throws(ParseFailed) -> Pattern {
        let start = current
        advance()
        if accept(.rightParenthesis) { return pattern(.sequence([]), start) }
        let first = try parseMaybeStarPattern()
        if kind == .rightParenthesis {
            if case .star = first.kind { throw ParseFailed() }
            advance()
            return first
        }
        try expect(.comma)
        let rest = try parseSequenceElements(.rightParenthesis)
        try expect(.rightParenthesis)
        return pattern(.sequence([first] + rest), start)
    }

    private func parseSequenceElements(_ end: TokenKind) throws(ParseFailed) -> [Pattern] {
        var elements: [Pattern] = []
        while kind != end {
            elements.append(try parseMaybeStarPattern())
            if !accept(.comma) { break }
        }
        return elements
    }

    private func parseMappingPattern() throws(ParseFailed) -> Pattern {
        let start = current
        advance()
        var keys: [Expression] = []
        var patterns: [Pattern] = []
        var rest: String?
        while kind != .rightBrace {
            if accept(.doubleStar) {
                rest = try parseCaptureName()
                _ = accept(.comma)
                break
            }
            keys.append(try parseMappingKey())
            try expect(.colon)
            patterns.append(try parsePattern())
            if !accept(.comma) { break }
        }
        try expect(.rightBrace)
        return pattern(.mapping(keys: keys, patterns: patterns, rest: rest), start)
    }

    private func parseMappingKey() throws(ParseFailed) -> Expression {
        switch kind {
        case .number, .minus: return try parseNumberPattern()
        case .string: return try parseStrings()
        case .none, .true, .false: return try parseAtom()
        case .name where nextKind == .dot: return try parseNameOrAttribute()
        default: throw ParseFailed()
        }
    }

    private func parseClassPattern(_ cls: Expression, _ start: TokenCursor) throws(ParseFailed) -> Pattern {
        advance()
        var patterns: [Pattern] = []
        var attributes: [String] = []
        var attributePatterns: [Pattern] = []
        while kind != .rightParenthesis {
            if kind == .name && nextKind == .equal {
                attributes.append(try expectName())
                advance()
                attributePatterns.append(try parsePattern())
            } else {
                if !attributes.isEmpty { throw ParseFailed() }
                patterns.append(try parsePattern())
            }
            if !accept(.comma) { break }
        }
        try expect(.rightParenthesis)
        return pattern(.class(cls: cls, patterns: patterns, kwdAttrs: attributes, kwdPatterns: attributePatterns), start)
    }
}
