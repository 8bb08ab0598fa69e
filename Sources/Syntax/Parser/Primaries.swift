// Atoms, and the attributes, calls and subscripts after them.

extension Parser {
    func parsePrimary() throws(ParseFailed) -> Expression {
        let start = current
        var result = try parseAtom()
        while true {
            switch kind {
            case .dot:
                advance()
                let attribute = try expectName()
                try rise(height)
                result = node(.attribute(result, attribute, .load), start)
            case .leftParenthesis:
                let below = height
                let (arguments, keywords) = try parseCallArguments(allowGenerator: true)
                try rise(max(below, height))
                result = node(.call(result, arguments, keywords), start)
            case .leftBracket:
                let below = height
                advance()
                let index = try parseSlices()
                try expect(.rightBracket)
                try rise(max(below, height))
                result = node(.subscript(result, index, .load), start)
            default:
                return result
            }
        }
    }

    func parseAtom() throws(ParseFailed) -> Expression {
        let start = current
        height = 1
        switch kind {
        case .name:
            advance()
            return Expression(.name(name(start), .load), SourceRange(start, start))
        case .number:
            return try parseNumber()
        case .string:
            return try parseStrings()
        case .none:
            advance()
            return node(.constant(.none), start)
        case .true:
            advance()
            return node(.constant(.true), start)
        case .false:
            advance()
            return node(.constant(.false), start)
        case .ellipsis:
            advance()
            return node(.constant(.ellipsis), start)
        case .leftParenthesis: return try parseParenthesized()
        case .leftBracket: return try parseListDisplay()
        case .leftBrace: return try parseBraceDisplay()
        default: throw ParseFailed()
        }
    }

    /// A group, a tuple, a generator expression or a `yield`.
    private func parseParenthesized() throws(ParseFailed) -> Expression {
        let start = current
        advance()
        if accept(.rightParenthesis) { return node(.tuple([], .load), start) }
        if kind == .yield {
            let result = try parseYield()
            try expect(.rightParenthesis)
            return result
        }
        let starred = kind == .star
        let first = try parseStarNamedExpression()
        switch kind {
        case .rightParenthesis:
            if starred { throw ParseFailed() }
            advance()
            return first
        case .comma:
            var elements = [first]
            var highest = height
            while accept(.comma) {
                if kind == .rightParenthesis { break }
                elements.append(try parseStarNamedExpression())
                highest = max(highest, height)
            }
            try expect(.rightParenthesis)
            try rise(highest)
            return node(.tuple(elements, .load), start)
        case .for, .async:
            if starred { throw ParseFailed() }
            let below = height
            let clauses = try parseComprehensionClauses()
            try expect(.rightParenthesis)
            try rise(max(below, height))
            return node(.generatorExp(first, clauses), start)
        default: throw ParseFailed()
        }
    }

    private func parseListDisplay() throws(ParseFailed) -> Expression {
        let start = current
        advance()
        if accept(.rightBracket) { return node(.list([], .load), start) }
        let starred = kind == .star
        let first = try parseStarNamedExpression()
        if kind == .for || kind == .async {
            if starred { throw ParseFailed() }
            let below = height
            let clauses = try parseComprehensionClauses()
            try expect(.rightBracket)
            try rise(max(below, height))
            return node(.listComp(first, clauses), start)
        }
        var elements = [first]
        var highest = height
        while accept(.comma) {
            if kind == .rightBracket { break }
            elements.append(try parseStarNamedExpression())
            highest = max(highest, height)
        }
        try expect(.rightBracket)
        try rise(highest)
        return node(.list(elements, .load), start)
    }

    /// A dict or a set, or a comprehension of one.
    private func parseBraceDisplay() throws(ParseFailed) -> Expression {
        let start = current
        advance()
        if accept(.rightBrace) { return node(.dict(keys: [], values: []), start) }
        if kind == .doubleStar { return try parseDict(start, firstKey: nil) }
        let starred = kind == .star
        let first = try parseStarNamedExpression()
        if kind == .colon && !starred {
            if case .namedExpr = first.kind, start[1].kind == .name { throw ParseFailed() }
            return try parseDict(start, firstKey: first)
        }
        if kind == .for || kind == .async {
            if starred { throw ParseFailed() }
            let below = height
            let clauses = try parseComprehensionClauses()
            try expect(.rightBrace)
            try rise(max(below, height))
            return node(.setComp(first, clauses), start)
        }
        var elements = [first]
        var highest = height
        while accept(.comma) {
            if kind == .rightBrace { break }
            elements.append(try parseStarNamedExpression())
            highest = max(highest, height)
        }
        try expect(.rightBrace)
        try rise(highest)
        return node(.set(elements), start)
    }

    /// A dict after its opening brace, or after its first key.
    private func parseDict(_ start: TokenCursor, firstKey: Expression?) throws(ParseFailed) -> Expression {
        var keys: [Expression?] = []
        var values: [Expression] = []
        var highest = 0
        var pendingKey = firstKey
        while true {
            if let key = pendingKey {
                highest = max(highest, height)
                pendingKey = nil
                try expect(.colon)
                keys.append(key)
                values.append(try parseExpression())
            } else if accept(.doubleStar) {
                keys.append(nil)
                values.append(try parseBinary(1))
            } else {
                let key = try parseExpression()
                highest = max(highest, height)
                try expect(.colon)
                keys.append(key)
                values.append(try parseExpression())
            }
            highest = max(highest, height)
            if kind == .for || kind == .async {
                guard keys.count == 1, let key = keys[0] else { throw ParseFailed() }
                let clauses = try parseComprehensionClauses()
                try expect(.rightBrace)
                try rise(max(highest, height))
                return node(.dictComp(key: key, value: values[0], clauses), start)
            }
            if !accept(.comma) || kind == .rightBrace { break }
        }
        try expect(.rightBrace)
        try rise(highest)
        return node(.dict(keys: keys, values: values), start)
    }

    /// The `for ... in ... if ...` clauses of a comprehension.
    func parseComprehensionClauses() throws(ParseFailed) -> [Comprehension] {
        var clauses: [Comprehension] = []
        var highest = 0
        while kind == .for || (kind == .async && nextKind == .for) {
            let isAsync = accept(.async)
            if isAsync && options.featureVersion < 6 { throw failVersion("Async comprehensions are", 6) }
            advance()
            let target = try parseTargets()
            highest = max(highest, height)
            try expect(.in)
            let iter = try parseDisjunction()
            highest = max(highest, height)
            var ifs: [Expression] = []
            while accept(.if) {
                ifs.append(try parseDisjunction())
                highest = max(highest, height)
            }
            clauses.append(Comprehension(target: target, iter: iter, ifs: ifs, isAsync: isAsync))
        }
        if clauses.isEmpty { throw ParseFailed() }
        height = highest
        return clauses
    }

    /// The inside of a subscript.
    private func parseSlices() throws(ParseFailed) -> Expression {
        let start = current
        let starred = kind == .star
        let first = try parseSlice()
        if kind != .comma {
            if !starred { return first }
            try rise(height)
            return node(.tuple([first], .load), start)
        }
        var elements = [first]
        var highest = height
        while accept(.comma) {
            if kind == .rightBracket { break }
            elements.append(try parseSlice())
            highest = max(highest, height)
        }
        try rise(highest)
        return node(.tuple(elements, .load), start)
    }

    private func parseSlice() throws(ParseFailed) -> Expression {
        let start = current
        if kind == .star {
            advance()
            let value = try parseExpression()
            try rise(height)
            return node(.starred(value, .load), start)
        }
        var lower: Expression?
        var highest = 0
        if kind != .colon {
            if kind == .name && nextKind == .colonEqual { return try parseAssignmentExpression() }
            let value = try parseExpression()
            if kind != .colon { return value }
            highest = height
            lower = value
        }
        advance()
        var upper: Expression?, step: Expression?
        if kind != .colon && kind != .comma && kind != .rightBracket {
            upper = try parseExpression()
            highest = max(highest, height)
        }
        if accept(.colon), kind != .comma && kind != .rightBracket {
            step = try parseExpression()
            highest = max(highest, height)
        }
        try rise(highest)
        return node(.slice(lower: lower, upper: upper, step: step), start)
    }

    /// Arguments of a call or a class with their parentheses.
    func parseCallArguments(allowGenerator: Bool) throws(ParseFailed) -> ([Expression], [Keyword]) {
        let open = current
        advance()
        var arguments: [Expression] = []
        var keywords: [Keyword] = []
        var highest = 0
        var unpacksMapping = false
        while kind != .rightParenthesis {
            let start = current
            switch kind {
            case .star:
                if unpacksMapping { throw ParseFailed() }
                advance()
                let value = try parseExpression()
                try rise(height)
                arguments.append(node(.starred(value, .load), start))
            case .doubleStar:
                advance()
                unpacksMapping = true
                let value = try parseExpression()
                keywords.append(Keyword(name: nil, value: value, range: range(start)))
            case .name where nextKind == .equal:
                current += 2
                let value = try parseExpression()
                keywords.append(Keyword(name: name(start), value: value, range: range(start)))
            default:
                if !keywords.isEmpty { throw ParseFailed() }
                let value = try parseNamedExpression()
                if kind == .for || kind == .async {
                    guard allowGenerator, arguments.isEmpty else { throw ParseFailed() }
                    let below = height
                    let clauses = try parseComprehensionClauses()
                    try expect(.rightParenthesis)
                    try rise(max(below, height))
                    return ([node(.generatorExp(value, clauses), open)], [])
                }
                arguments.append(value)
            }
            highest = max(highest, height)
            if !accept(.comma) { break }
        }
        try expect(.rightParenthesis)
        height = highest
        return (arguments, keywords)
    }
}
