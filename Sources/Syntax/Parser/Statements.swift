// Programs, blocks and dispatch on the first token of a statement.

extension Parser {
    func parseModule() throws(ParseFailed) -> Module {
        switch options.mode {
        case .exec:
            var statements: [Statement] = []
            while kind != .endMarker {
                statementStart = current - tokens.base
                try parseStatement(into: &statements)
            }
            return .module(statements, typeIgnores: typeIgnores)
        case .eval:
            let value = try parseExpressions()
            while accept(.newline) {}
            try expect(.endMarker)
            return .expression(value)
        case .single:
            return .interactive(try parseInteractive())
        case .funcType:
            return try parseFunctionType()
        }
    }

    /// `a, b`: like `parseStarExpressions` without stars.
    private func parseExpressions() throws(ParseFailed) -> Expression {
        let start = current
        let first = try parseExpression()
        if kind != .comma { return first }
        var elements = [first]
        var highest = height
        while accept(.comma) {
            if !startsExpression(kind) { break }
            elements.append(try parseExpression())
            highest = max(highest, height)
        }
        try rise(highest)
        return node(.tuple(elements, .load), start)
    }

    private func parseInteractive() throws(ParseFailed) -> [Statement] {
        var statements: [Statement] = []
        let start = current
        switch kind {
        case .newline:
            let statement = Statement(.pass, SourceRange(start, start))
            statement.range.endLine = start.pointee.line
            statement.range.endColumn = start.pointee.column
            advance()
            return [statement]
        case .endMarker:
            throw ParseFailed()
        default: break
        }
        let compound = startsCompoundStatement(kind)
        try parseStatement(into: &statements)
        if compound || isCompound(statements.last) { try expect(.newline) }
        if hasMoreAfterStatement() {
            failure = failureAtToken(
                current - 1, "multiple statements found while compiling a single statement", kind: .syntaxError)
            throw ParseFailed()
        }
        return statements
    }

    /// Whether anything but blanks and comments follows the last newline.
    private func hasMoreAfterStatement() -> Bool {
        var index = Int(current[-1].end)
        while index < source.count {
            switch base[index] {
            case 0x20, 0x09, 0x0A, 0x0C: index += 1
            case 0x23: while index < source.count, base[index] != 0x0A { index += 1 }
            default: return true
            }
        }
        return false
    }

    private func isCompound(_ statement: Statement?) -> Bool {
        if case .match? = statement?.kind { return true }
        return false
    }

    private func startsCompoundStatement(_ kind: TokenKind) -> Bool {
        switch kind {
        case .if, .while, .for, .try, .with, .def, .class, .async, .at: return true
        default: return false
        }
    }

    private func parseFunctionType() throws(ParseFailed) -> Module {
        try expect(.leftParenthesis)
        var arguments: [Expression] = []
        var stars = 0
        while kind != .rightParenthesis {
            // `*` and `**` each stand once, in this order, last.
            if accept(.doubleStar) {
                if stars > 1 { throw ParseFailed() }
                stars = 2
            } else if accept(.star) {
                if stars > 0 { throw ParseFailed() }
                stars = 1
            } else if stars > 0 { throw ParseFailed() }
            arguments.append(try parseExpression())
            if !accept(.comma) { break }
            if kind == .rightParenthesis { throw ParseFailed() }
        }
        try expect(.rightParenthesis)
        try expect(.arrow)
        let returns = try parseExpression()
        while accept(.newline) {}
        try expect(.endMarker)
        return .functionType(arguments: arguments, returns: returns)
    }

    /// Parses one statement, or the simple statements of one line.
    func parseStatement(into statements: inout [Statement]) throws(ParseFailed) {
        switch kind {
        case .if: statements.append(try parseIf())
        case .while: statements.append(try parseWhile())
        case .for: statements.append(try parseFor(current, isAsync: false))
        case .try: statements.append(try parseTry())
        case .with: statements.append(try parseWith(current, isAsync: false))
        case .def: statements.append(try parseFunction(current, decorators: [], isAsync: false))
        case .class: statements.append(try parseClass(decorators: []))
        case .at: statements.append(try parseDecorated())
        case .async: statements.append(try parseAsync())
        case .name where current.pointee.name == SoftKeyword.match && mayStartMatch(nextKind):
            let start = current
            let warningCount = warnings.count
            if let statement = try parseMatch() {
                statements.append(statement)
            } else {
                current = start
                warnings.removeLast(warnings.count - warningCount)
                try parseSimpleStatements(into: &statements)
            }
        default: try parseSimpleStatements(into: &statements)
        }
    }

    private func parseAsync() throws(ParseFailed) -> Statement {
        let start = current
        if options.featureVersion < 5 {
            let what = nextKind == .def ? "Async functions are" : nextKind == .for ? "Async for loops are" : "Async with statements are"
            throw failVersion(what, 5)
        }
        advance()
        switch kind {
        case .def: return try parseFunction(start, decorators: [], isAsync: true)
        case .for: return try parseFor(start, isAsync: true)
        case .with: return try parseWith(start, isAsync: true)
        default: throw ParseFailed()
        }
    }

    private func parseDecorated() throws(ParseFailed) -> Statement {
        var decorators: [Expression] = []
        while accept(.at) {
            let start = current
            decorators.append(try parseNamedExpression())
            try expect(.newline)
            _ = start
        }
        switch kind {
        case .def: return try parseFunction(current, decorators: decorators, isAsync: false)
        case .class: return try parseClass(decorators: decorators)
        case .async:
            let start = current
            advance()
            if kind != .def { throw ParseFailed() }
            return try parseFunction(start, decorators: decorators, isAsync: true)
        default: throw ParseFailed()
        }
    }

    /// The body of a compound statement, after its colon.
    func parseBlock() throws(ParseFailed) -> [Statement] {
        var statements: [Statement] = []
        if accept(.newline) {
            try expect(.indent)
            try checkStack()
            repeat { try parseStatement(into: &statements) } while kind != .dedent
            advance()
        } else {
            try parseSimpleStatements(into: &statements)
        }
        return statements
    }

    /// Simple statements up to the end of the line.
    func parseSimpleStatements(into statements: inout [Statement]) throws(ParseFailed) {
        while true {
            statements.append(try parseSimpleStatement())
            if kind == .newline { break }
            try expect(.semicolon)
            if kind == .newline { break }
        }
        advance()
    }
}
