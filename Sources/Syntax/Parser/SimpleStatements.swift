// Statements of one line.

extension Parser {
    func parseSimpleStatement() throws(ParseFailed) -> Statement {
        let start = current
        switch kind {
        case .return:
            advance()
            if !startsExpression(kind) && kind != .star { return Statement(.return(nil), range(start)) }
            let value = try parseStarExpressions()
            return Statement(.return(value), range(start))
        case .import: return try parseImport()
        case .from: return try parseImportFrom()
        case .raise:
            advance()
            if !startsExpression(kind) { return Statement(.raise(exception: nil, cause: nil), range(start)) }
            let exception = try parseExpression()
            let cause = accept(.from) ? try parseExpression() : nil
            return Statement(.raise(exception: exception, cause: cause), range(start))
        case .pass:
            advance()
            return Statement(.pass, range(start))
        case .break:
            advance()
            return Statement(.break, range(start))
        case .continue:
            advance()
            return Statement(.continue, range(start))
        case .del: return try parseDelete()
        case .yield:
            let value = try parseYield()
            if kind == .equal { throw ParseFailed() }
            return Statement(.expression(value), range(start))
        case .assert:
            advance()
            let test = try parseExpression()
            let message = accept(.comma) ? try parseExpression() : nil
            return Statement(.assert(test: test, message: message), range(start))
        case .global:
            let names = try parseNames()
            return Statement(.global(names), range(start))
        case .nonlocal:
            let names = try parseNames()
            return Statement(.nonlocal(names), range(start))
        default: return try parseExpressionStatement()
        }
    }

    private func parseNames() throws(ParseFailed) -> [String] {
        advance()
        var names = [try expectName()]
        while accept(.comma) { names.append(try expectName()) }
        return names
    }

    private func parseDelete() throws(ParseFailed) -> Statement {
        let start = current
        advance()
        var targets: [Expression] = []
        while true {
            let target = try parsePrimary()
            try makeTarget(target, .delete)
            targets.append(target)
            if !accept(.comma) || kind == .semicolon || kind == .newline { break }
        }
        if kind != .semicolon && kind != .newline { throw ParseFailed() }
        return Statement(.delete(targets), range(start))
    }

    /// An expression, or an assignment to it.
    private func parseExpressionStatement() throws(ParseFailed) -> Statement {
        let start = current
        let first = try parseStarExpressions()
        switch kind {
        case .newline, .semicolon: return Statement(.expression(first), range(start))
        case .equal:
            var targets: [Expression] = []
            var value = first
            while kind == .equal {
                // Before what follows is looked at, which may be nothing that can be read.
                try makeTarget(value, .store)
                _ = accept(.equal)
                targets.append(value)
                if kind == .yield {
                    value = try parseYield()
                    if kind == .equal { throw ParseFailed() }
                } else {
                    value = try parseStarExpressions()
                }
            }
            let typeComment = acceptTypeComment()
            let statement = Statement(.assign(targets: targets, value: value), range(start))
            statement.typeComment = typeComment
            return statement
        case .colon:
            switch first.kind {
            case .name, .attribute, .subscript: break
            default: throw ParseFailed()
            }
            if options.featureVersion < 6 { throw failVersion("Variable annotation syntax is", 6) }
            try makeTarget(first, .store)
            var simple = false
            if case .name = first.kind, start.pointee.kind == .name { simple = true }
            advance()
            let annotation = try parseExpression()
            var value: Expression?
            if accept(.equal) { value = try parseAssignedValue() }
            return Statement(.annAssign(target: first, annotation: annotation, value: value, simple: simple), range(start))
        default:
            guard kind.isAugmentedAssignment else { return Statement(.expression(first), range(start)) }
            switch first.kind {
            case .name, .attribute, .subscript: break
            default: throw ParseFailed()
            }
            try makeTarget(first, .store)
            let op = augmentedOperator(kind)
            if op == .matrixMultiply && options.featureVersion < 5 { throw failVersion("The '@' operator is", 5) }
            advance()
            let value = try parseAssignedValue()
            return Statement(.augAssign(target: first, op: op, value: value), range(start))
        }
    }

    private func parseAssignedValue() throws(ParseFailed) -> Expression {
        kind == .yield ? try parseYield() : try parseStarExpressions()
    }

    private func augmentedOperator(_ kind: TokenKind) -> BinaryOperator {
        switch kind {
        case .plusEqual: return .add
        case .minusEqual: return .subtract
        case .starEqual: return .multiply
        case .slashEqual: return .divide
        case .doubleSlashEqual: return .floorDivide
        case .percentEqual: return .modulo
        case .atEqual: return .matrixMultiply
        case .ampersandEqual: return .bitAnd
        case .barEqual: return .bitOr
        case .circumflexEqual: return .bitXor
        case .leftShiftEqual: return .leftShift
        case .rightShiftEqual: return .rightShift
        default: return .power
        }
    }

    // MARK: Imports

    private func parseDottedName() throws(ParseFailed) -> String {
        var result = try expectName()
        while accept(.dot) { result += "." + (try expectName()) }
        return result
    }

    private func parseImport() throws(ParseFailed) -> Statement {
        let start = current
        advance()
        var aliases: [Alias] = []
        repeat {
            let first = current
            let module = try parseDottedName()
            let asname = accept(.as) ? try expectName() : nil
            aliases.append(Alias(name: module, asname: asname, range: range(first)))
        } while accept(.comma)
        return Statement(.import(aliases), range(start))
    }

    private func parseImportFrom() throws(ParseFailed) -> Statement {
        let start = current
        advance()
        var level = 0
        while true {
            if accept(.dot) { level += 1 } else if accept(.ellipsis) { level += 3 } else { break }
        }
        var module: String?
        if kind == .name || level == 0 { module = try parseDottedName() }
        try expect(.import)
        var aliases: [Alias] = []
        if kind == .star {
            aliases.append(Alias(name: "*", asname: nil, range: SourceRange(current, current)))
            advance()
        } else {
            let parenthesized = accept(.leftParenthesis)
            repeat {
                if parenthesized && kind == .rightParenthesis && !aliases.isEmpty { break }
                let first = current
                let imported = try expectName()
                let asname = accept(.as) ? try expectName() : nil
                aliases.append(Alias(name: imported, asname: asname, range: range(first)))
            } while accept(.comma)
            if parenthesized { try expect(.rightParenthesis) }
        }
        return Statement(.importFrom(module: module, names: aliases, level: level), range(start))
    }
}
