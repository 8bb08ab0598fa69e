// Functions with their parameters, and classes.

extension Parser {
    func parseFunction(
        _ start: TokenCursor, decorators: [Expression], isAsync: Bool
    ) throws(ParseFailed) -> Statement {
        try expect(.def)
        let name = try expectName()
        try expect(.leftParenthesis)
        let arguments = kind == .rightParenthesis ? Arguments() : try parseParameters(lambda: false)
        try expect(.rightParenthesis)
        let returns = accept(.arrow) ? try parseExpression() : nil
        try expect(.colon)
        let typeComment = try parseFunctionComment()
        let body = try parseBlock()
        let function = Function(name: name, arguments: arguments, body: body, decorators: decorators, returns: returns)
        let statement = Statement(isAsync ? .asyncFunctionDef(function) : .functionDef(function), blockRange(start))
        statement.typeComment = typeComment
        return statement
    }

    /// The type comment of a function, behind its colon or alone on the first line of its body.
    private func parseFunctionComment() throws(ParseFailed) -> String? {
        if kind == .newline, nextKind == .typeComment {
            if current[2].kind != .newline || current[3].kind != .indent { return nil }
            advance()
            return acceptTypeComment()
        }
        return acceptTypeComment()
    }

    func parseClass(decorators: [Expression]) throws(ParseFailed) -> Statement {
        let start = current
        try expect(.class)
        let name = try expectName()
        var bases: [Expression] = []
        var keywords: [Keyword] = []
        if kind == .leftParenthesis { (bases, keywords) = try parseCallArguments(allowGenerator: false) }
        try expect(.colon)
        let body = try parseBlock()
        let definition = Class(name: name, bases: bases, keywords: keywords, body: body, decorators: decorators)
        return Statement(.classDef(definition), blockRange(start))
    }

    /// Parameters up to the closing parenthesis, or the colon of a lambda. There is at least one.
    func parseParameters(lambda: Bool) throws(ParseFailed) -> Arguments {
        let end: TokenKind = lambda ? .colon : .rightParenthesis
        let result = Arguments()
        var highest = 0
        var afterStar = false
        var bareStar = false
        while kind != end {
            var last: Argument?
            switch kind {
            case .slash:
                if afterStar || !result.posonlyargs.isEmpty || result.args.isEmpty { throw ParseFailed() }
                if options.featureVersion < 8 { throw failVersion("Positional-only parameters are", 8) }
                advance()
                result.posonlyargs = result.args
                result.args = []
            case .star:
                if afterStar { throw ParseFailed() }
                afterStar = true
                advance()
                if kind == .comma {
                    bareStar = true
                    if nextKind == .typeComment { throw ParseFailed() }
                } else {
                    result.vararg = try parseParameter(lambda: lambda, starAnnotation: true)
                    last = result.vararg
                    highest = max(highest, height)
                }
            case .doubleStar:
                if bareStar && result.kwonlyargs.isEmpty { throw ParseFailed() }
                advance()
                result.kwarg = try parseParameter(lambda: lambda, starAnnotation: false)
                highest = max(highest, height)
                result.kwarg?.typeComment = acceptTypeComment()
                if accept(.comma), result.kwarg?.typeComment == nil { result.kwarg?.typeComment = acceptTypeComment() }
                if kind != end { throw ParseFailed() }
                height = highest
                return result
            default:
                let parameter = try parseParameter(lambda: lambda, starAnnotation: false)
                last = parameter
                highest = max(highest, height)
                let value = accept(.equal) ? try parseExpression() : nil
                if value != nil { highest = max(highest, height) }
                if afterStar {
                    result.kwonlyargs.append(parameter)
                    result.kwDefaults.append(value)
                } else {
                    if let value { result.defaults.append(value) } else if !result.defaults.isEmpty { throw ParseFailed() }
                    result.args.append(parameter)
                }
            }
            // The comment of a parameter stands behind its comma.
            if kind == .typeComment {
                // Without a comma only the last has one.
                if lambda || last == nil { throw ParseFailed() }
                last?.typeComment = acceptTypeComment()
                break
            }
            if !accept(.comma) { break }
            if kind == .typeComment {
                if lambda || last == nil { throw ParseFailed() }
                last?.typeComment = acceptTypeComment()
            }
        }
        if kind != end || (bareStar && result.kwonlyargs.isEmpty) { throw ParseFailed() }
        height = highest
        return result
    }

    private func parseParameter(lambda: Bool, starAnnotation: Bool) throws(ParseFailed) -> Argument {
        let start = current
        let name = try expectName()
        height = 1
        var annotation: Expression?
        if !lambda, accept(.colon) { annotation = starAnnotation ? try parseStarAnnotation() : try parseExpression() }
        return Argument(name: name, annotation: annotation, range: range(start))
    }

    /// `*args: *Ts` (PEP 646).
    private func parseStarAnnotation() throws(ParseFailed) -> Expression { try parseStarExpression() }
}
