// `if`, `while`, `for`, `try` and `with`.

extension Parser {
    func parseIf() throws(ParseFailed) -> Statement {
        // An `elif` is an `if` in the `else` of the one before. A chain is read in a loop and folded from its end.
        struct Arm {
            var start: TokenCursor
            var test: Expression
            var body: [Statement]
        }
        var arms: [Arm] = []
        repeat {
            let start = current
            advance()
            let test = try parseNamedExpression()
            try expect(.colon)
            arms.append(Arm(start: start, test: test, body: try parseBlock()))
            if arms.count > Parser.maximumHeight { try failTooDeep() }
        } while kind == .elif
        var orelse: [Statement] = try parseElse()
        while let arm = arms.popLast() {
            orelse = [Statement(.if(test: arm.test, body: arm.body, orelse: orelse), blockRange(arm.start))]
        }
        return orelse[0]
    }

    private func parseElse() throws(ParseFailed) -> [Statement] {
        if !accept(.else) { return [] }
        try expect(.colon)
        return try parseBlock()
    }

    func parseWhile() throws(ParseFailed) -> Statement {
        let start = current
        advance()
        let test = try parseNamedExpression()
        try expect(.colon)
        let body = try parseBlock()
        let orelse = try parseElse()
        return Statement(.while(test: test, body: body, orelse: orelse), blockRange(start))
    }

    func parseFor(_ start: TokenCursor, isAsync: Bool) throws(ParseFailed) -> Statement {
        try expect(.for)
        let target = try parseTargets()
        try expect(.in)
        let iter = try parseStarExpressions()
        try expect(.colon)
        let typeComment = acceptTypeComment()
        let body = try parseBlock()
        let orelse = try parseElse()
        let statement = Statement(
            isAsync ? .asyncFor(target: target, iter: iter, body: body, orelse: orelse)
                : .for(target: target, iter: iter, body: body, orelse: orelse), blockRange(start))
        statement.typeComment = typeComment
        return statement
    }

    func parseTry() throws(ParseFailed) -> Statement {
        let start = current
        advance()
        try expect(.colon)
        let body = try parseBlock()
        var handlers: [ExceptHandler] = []
        var isStar = false
        while kind == .except {
            let first = current
            advance()
            let star = kind == .star
            if star {
                advance()
                if options.featureVersion < 11 { throw failVersion("Exception groups are", 11) }
            }
            if handlers.isEmpty { isStar = star } else if star != isStar { throw ParseFailed() }
            var type: Expression?, name: String?
            if kind != .colon || star {
                type = try parseExpression()
                if accept(.as) { name = try expectName() }
            }
            try expect(.colon)
            let handled = try parseBlock()
            handlers.append(ExceptHandler(type: type, name: name, body: handled, range: blockRange(first)))
        }
        let orelse = handlers.isEmpty ? [] : try parseElse()
        var finalbody: [Statement] = []
        if accept(.finally) {
            try expect(.colon)
            finalbody = try parseBlock()
        } else if handlers.isEmpty {
            throw ParseFailed()
        }
        return Statement(
            isStar ? .tryStar(body: body, handlers: handlers, orelse: orelse, finalbody: finalbody)
                : .try(body: body, handlers: handlers, orelse: orelse, finalbody: finalbody), blockRange(start))
    }

    func parseWith(_ start: TokenCursor, isAsync: Bool) throws(ParseFailed) -> Statement {
        try expect(.with)
        var items: [WithItem] = []
        let first = current
        var parenthesized = false
        let warningCount = warnings.count
        if kind == .leftParenthesis {
            // The parentheses are those of the items if a colon follows them, otherwise part of the first item.
            do throws(ParseFailed) {
                try parseParenthesizedItems(&items)
                parenthesized = true
            } catch {
                if failure != nil { throw error }
                current = first
                items = []
                warnings.removeLast(warnings.count - warningCount)
            }
        }
        if !parenthesized {
            repeat { items.append(try parseWithItem()) } while accept(.comma)
        }
        try expect(.colon)
        // A statement with parentheses has none.
        let typeComment = parenthesized ? nil : acceptTypeComment()
        let body = try parseBlock()
        let statement = Statement(isAsync ? .asyncWith(items: items, body: body) : .with(items: items, body: body), blockRange(start))
        statement.typeComment = typeComment
        return statement
    }

    private func parseParenthesizedItems(_ items: inout [WithItem]) throws(ParseFailed) {
        advance()
        repeat {
            if kind == .rightParenthesis && !items.isEmpty { break }
            items.append(try parseWithItem())
        } while accept(.comma)
        try expect(.rightParenthesis)
        if kind != .colon { throw ParseFailed() }
        if options.featureVersion < 9 { throw failVersion("Parenthesized context managers are", 9) }
    }

    private func parseWithItem() throws(ParseFailed) -> WithItem {
        let context = try parseExpression()
        if !accept(.as) { return WithItem(contextExpr: context, optionalVars: nil) }
        let target = try parseTarget()
        if kind != .comma && kind != .rightParenthesis && kind != .colon { throw ParseFailed() }
        return WithItem(contextExpr: context, optionalVars: target)
    }
}
