// Assignment targets. They are parsed as expressions and then checked and marked, since only an `=` further on tells that
// something was a target.

extension Parser {
    /// Turns an expression into a target; fails when it is none.
    func makeTarget(_ expression: Expression, _ context: ExpressionContext) throws(ParseFailed) {
        switch expression.kind {
        case .name(let name, _): expression.kind = .name(name, context)
        case .attribute(let value, let name, _): expression.kind = .attribute(value, name, context)
        case .subscript(let value, let index, _): expression.kind = .subscript(value, index, context)
        case .starred(let value, _):
            if context == .delete { throw ParseFailed() }
            try makeTarget(value, context)
            expression.kind = .starred(value, context)
        case .tuple(let elements, _):
            for element in elements { try makeTarget(element, context) }
            expression.kind = .tuple(elements, context)
        case .list(let elements, _):
            for element in elements { try makeTarget(element, context) }
            expression.kind = .list(elements, context)
        default: throw ParseFailed()
        }
    }

    /// The targets of a `for`, before its `in`.
    func parseTargets() throws(ParseFailed) -> Expression {
        let start = current
        let first = try parseTarget()
        if kind != .comma { return first }
        var elements = [first]
        var highest = height
        while accept(.comma) {
            if kind == .in { break }
            elements.append(try parseTarget())
            highest = max(highest, height)
        }
        try rise(highest)
        return node(.tuple(elements, .store), start)
    }

    /// One target, perhaps starred.
    func parseTarget() throws(ParseFailed) -> Expression {
        let start = current
        if accept(.star) {
            let value = try parsePrimary()
            try makeTarget(value, .store)
            try rise(height)
            return node(.starred(value, .store), start)
        }
        let value = try parsePrimary()
        try makeTarget(value, .store)
        return value
    }
}
