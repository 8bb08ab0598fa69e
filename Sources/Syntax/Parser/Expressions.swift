// Expressions from the weakest binding (`a, b`, `lambda`, `if`-`else`) down to unary operators.

extension Parser {
    /// `a, *b`: a tuple where there is a comma.
    func parseStarExpressions() throws(ParseFailed) -> Expression {
        let start = current
        let first = try parseStarExpression()
        if kind != .comma { return first }
        var elements = [first]
        var highest = height
        while accept(.comma) {
            if !startsExpression(kind) && kind != .star { break }
            elements.append(try parseStarExpression())
            highest = max(highest, height)
        }
        try rise(highest)
        return node(.tuple(elements, .load), start)
    }

    @inline(__always) func parseStarExpression() throws(ParseFailed) -> Expression {
        kind == .star ? try parseStarred() : try parseExpression()
    }

    /// `*a | b`, as in a display or a tuple.
    @inline(never) func parseStarred() throws(ParseFailed) -> Expression {
        let start = current
        advance()
        let value = try parseBinary(1)
        try rise(height)
        return node(.starred(value, .load), start)
    }

    @inline(__always) func parseStarNamedExpression() throws(ParseFailed) -> Expression {
        kind == .star ? try parseStarred() : try parseNamedExpression()
    }

    /// `name := value`, or an expression.
    @inline(__always) func parseNamedExpression() throws(ParseFailed) -> Expression {
        if kind == .name && nextKind == .colonEqual { return try parseAssignmentExpression() }
        return try parseExpression()
    }

    @inline(never) func parseAssignmentExpression() throws(ParseFailed) -> Expression {
        let start = current
        if options.featureVersion < 8 { throw failVersion("Assignment expressions are", 8) }
        let target = Expression(.name(name(current), .store), SourceRange(current, current))
        current += 2
        let value = try parseExpression()
        try rise(height)
        return node(.namedExpr(target: target, value: value), start)
    }

    func failVersion(_ what: String, _ minor: Int) -> ParseFailed {
        fail("\(what) only supported in Python 3.\(minor) and greater")
    }

    /// Whether an expression can start with this token. `*` is not among them.
    @inline(__always) func startsExpression(_ kind: TokenKind) -> Bool {
        switch kind {
        case .name, .number, .string, .leftParenthesis, .leftBracket, .leftBrace, .ellipsis, .plus, .minus, .tilde, .not, .lambda,
            .await, .none, .true, .false:
            return true
        default: return false
        }
    }

    func parseExpression() throws(ParseFailed) -> Expression {
        try checkStack()
        if kind == .lambda { return try parseLambda() }
        let start = current
        let body = try parseDisjunction()
        if kind != .if { return body }
        advance()
        var highest = height
        let test = try parseDisjunction()
        highest = max(highest, height)
        try expect(.else)
        let orelse = try parseExpression()
        try rise(max(highest, height))
        return node(.ifExp(test: test, body: body, orelse: orelse), start)
    }

    private func parseLambda() throws(ParseFailed) -> Expression {
        let start = current
        advance()
        let arguments = kind == .colon ? Arguments() : try parseParameters(lambda: true)
        let highest = kind == .colon && current == start + 1 ? 0 : height
        try expect(.colon)
        let body = try parseExpression()
        try rise(max(highest, height))
        return node(.lambda(arguments, body), start)
    }

    func parseDisjunction() throws(ParseFailed) -> Expression {
        let start = current
        let first = try parseConjunction()
        if kind != .or { return first }
        var values = [first]
        var highest = height
        while accept(.or) {
            values.append(try parseConjunction())
            highest = max(highest, height)
        }
        try rise(highest)
        return node(.boolOp(.or, values), start)
    }

    private func parseConjunction() throws(ParseFailed) -> Expression {
        let start = current
        let first = try parseInversion()
        if kind != .and { return first }
        var values = [first]
        var highest = height
        while accept(.and) {
            values.append(try parseInversion())
            highest = max(highest, height)
        }
        try rise(highest)
        return node(.boolOp(.and, values), start)
    }

    @inline(__always) private func parseInversion() throws(ParseFailed) -> Expression {
        if kind != .not { return try parseComparison() }
        return try parseNot()
    }

    @inline(never) private func parseNot() throws(ParseFailed) -> Expression {
        var start = current
        let first = current
        while accept(.not) {}
        start = current
        var result = try parseComparison()
        while start > first {
            start -= 1
            try rise(height)
            result = node(.unaryOp(.not, result), start)
        }
        return result
    }

    private func parseComparison() throws(ParseFailed) -> Expression {
        let start = current
        let left = try parseBinary(1)
        guard let first = try comparisonOperator() else { return left }
        var operators = [first]
        var highest = height
        var comparators = [try parseBinary(1)]
        highest = max(highest, height)
        while let next = try comparisonOperator() {
            operators.append(next)
            comparators.append(try parseBinary(1))
            highest = max(highest, height)
        }
        try rise(highest)
        return node(.compare(left, operators, comparators), start)
    }

    /// Consumes a comparison operator.
    @inline(__always) private func comparisonOperator() throws(ParseFailed) -> ComparisonOperator? {
        let result: ComparisonOperator
        switch kind {
        case .less: result = .less
        case .greater: result = .greater
        case .equalEqual: result = .equal
        case .greaterEqual: result = .greaterOrEqual
        case .lessEqual: result = .lessOrEqual
        case .notEqual:
            if (base[Int(current.pointee.start)] == 0x3C) != options.barryAsFLUFL {
                if options.barryAsFLUFL { throw fail("with Barry as BDFL, use '<>' instead of '!='") }
                return nil
            }
            result = .notEqual
        case .in: result = .in
        case .is:
            advance()
            if kind == .not {
                advance()
                return .isNot
            }
            return .is
        case .not:
            if nextKind != .in { return nil }
            advance()
            result = .notIn
        default: return nil
        }
        advance()
        return result
    }

    /// Binary operators of at least this precedence: 1 `|`, 2 `^`, 3 `&`, 4 shifts, 5 sums, 6 terms.
    func parseBinary(_ minimum: Int) throws(ParseFailed) -> Expression {
        let start = current
        var left = try parseFactor()
        while true {
            let (op, precedence) = binaryOperator(kind)
            if precedence < minimum { return left }
            advance()
            if op == .matrixMultiply && options.featureVersion < 5 { throw failVersion("The '@' operator is", 5) }
            let below = height
            let right = try parseBinary(precedence &+ 1)
            try rise(max(below, height))
            left = node(.binOp(left, op, right), start)
        }
    }

    /// The operator of a token and its precedence; 0 for other tokens.
    @inline(__always) private func binaryOperator(_ kind: TokenKind) -> (BinaryOperator, Int) {
        switch kind {
        case .plus: return (.add, 5)
        case .minus: return (.subtract, 5)
        case .star: return (.multiply, 6)
        case .slash: return (.divide, 6)
        case .doubleSlash: return (.floorDivide, 6)
        case .percent: return (.modulo, 6)
        case .at: return (.matrixMultiply, 6)
        case .leftShift: return (.leftShift, 4)
        case .rightShift: return (.rightShift, 4)
        case .ampersand: return (.bitAnd, 3)
        case .circumflex: return (.bitXor, 2)
        case .bar: return (.bitOr, 1)
        default: return (.add, 0)
        }
    }

    @inline(__always) private func parseFactor() throws(ParseFailed) -> Expression {
        switch kind {
        case .plus, .minus, .tilde: return try parseUnary()
        default: return try parsePower()
        }
    }

    /// A run of unary operators, without recursion.
    @inline(never) private func parseUnary() throws(ParseFailed) -> Expression {
        let first = current
        while kind == .plus || kind == .minus || kind == .tilde { advance() }
        var start = current
        var result = try parsePower()
        while start > first {
            start -= 1
            let op: UnaryOperator = start.pointee.kind == .minus ? .minus : start.pointee.kind == .plus ? .plus : .invert
            try rise(height)
            result = node(.unaryOp(op, result), start)
        }
        return result
    }

    private func parsePower() throws(ParseFailed) -> Expression {
        let start = current
        let left = try parseAwaitPrimary()
        if kind != .doubleStar { return left }
        try checkStack()
        advance()
        let below = height
        let right = try parseFactor()
        try rise(max(below, height))
        return node(.binOp(left, .power, right), start)
    }

    @inline(__always) private func parseAwaitPrimary() throws(ParseFailed) -> Expression {
        if kind != .await { return try parsePrimary() }
        return try parseAwait()
    }

    @inline(never) private func parseAwait() throws(ParseFailed) -> Expression {
        let start = current
        if options.featureVersion < 5 { throw failVersion("Await expressions are", 5) }
        advance()
        let value = try parsePrimary()
        try rise(height)
        return node(.await(value), start)
    }

    /// `yield`, `yield a, b` or `yield from a`.
    func parseYield() throws(ParseFailed) -> Expression {
        let start = current
        advance()
        if accept(.from) {
            let value = try parseExpression()
            try rise(height)
            return node(.yieldFrom(value), start)
        }
        if !startsExpression(kind) && kind != .star {
            height = 1
            return node(.yield(nil), start)
        }
        let value = try parseStarExpressions()
        try rise(height)
        return node(.yield(value), start)
    }
}
