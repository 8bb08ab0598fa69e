// Matches tokens against the grammar, trying alternatives in order and remembering results (a packrat parser). Only sources with
// an error are read this way, and only their failing statement.

/// What a part of the grammar matched: a range of tokens.
final class MatchNode {
    let kind: MatchKind
    let first: Int
    /// The last token; before `first` when nothing was matched.
    let last: Int
    let children: [MatchNode]

    init(_ kind: MatchKind, _ first: Int, _ last: Int, _ children: [MatchNode] = []) {
        self.kind = kind; self.first = first; self.last = last; self.children = children
    }
}

final class Matcher {
    /// CPython's own bound on nested rules.
    static let maximumDepth = 6000
    static let maximumResults = 4_000_000

    let parser: Parser
    let tokens: TokenCursor
    let grammar: Grammar
    /// Whether rules for mistakes are tried.
    var findsMistakes: Bool
    var mark: Int
    /// The furthest token that was looked at.
    var furthest: Int
    var failure: SyntaxFailure?
    /// The failure is the lexer's.
    var failedInLexer = false
    private var depth = 0
    private struct Result {
        var node: MatchNode?
        var mark: Int
    }
    private var memo: [UInt64: Result] = [:]

    init(parser: Parser, start: Int, findsMistakes: Bool) {
        self.parser = parser
        self.findsMistakes = findsMistakes
        tokens = parser.tokens.base
        grammar = Grammar.shared
        mark = start
        furthest = start - 1
    }

    /// The token at `mark`, fetched. nil after an error of the lexer.
    func token() -> TokenCursor? {
        if mark > furthest { fetch() }
        return failure == nil ? tokens + mark : nil
    }

    private func fetch() {
        if tokens[mark].kind == .error {
            if let lexical = parser.lexicalFailure { failure = parser.failure(lexical, after: furthest) }
            failedInLexer = true
            return
        }
        furthest = mark
    }

    func match(rule number: Int) -> MatchNode? {
        if failure != nil { return nil }
        let shared = grammar.rules[number].isShared
        let key = UInt64(mark) << 12 | UInt64(number) << 1 | (findsMistakes && !shared ? 1 : 0)
        if let known = memo[key] {
            mark = known.mark
            return known.node
        }
        depth += 1
        defer { depth -= 1 }
        if depth > Matcher.maximumDepth || !hasStack() {
            failure = SyntaxFailure(kind: .memoryError, message: "")
            return nil
        }
        let start = mark
        let suspended = findsMistakes
        if grammar.rules[number].name == "expression_without_invalid" { findsMistakes = false }
        let node = match(alternatives: grammar.rules[number].alternatives)
        findsMistakes = suspended
        if node == nil { mark = start }
        // Results can always be found again; forgetting them bounds memory.
        if memo.count >= Matcher.maximumResults { memo.removeAll(keepingCapacity: true) }
        memo[key] = Result(node: node, mark: mark)
        return node
    }

    private func hasStack() -> Bool {
        currentStackAddress() >= parser.stack.lowest || parser.stack.extend()
    }

    private func match(alternatives: [GrammarAlternative]) -> MatchNode? {
        let start = mark
        for alternative in alternatives {
            // Where a mistake is only part of an alternative, CPython finds it on its first reading already.
            if !findsMistakes, alternative.items.count == 1, case .rule(let number) = alternative.items[0],
                grammar.rules[number].isInvalid
            {
                continue
            }
            var children: [MatchNode] = []
            var committed = false
            var matched = true
            for item in alternative.items {
                if case .cut = item {
                    committed = true
                    children.append(MatchNode(.missing, mark, mark - 1))
                    continue
                }
                guard let child = match(item: item) else {
                    matched = false
                    break
                }
                children.append(child)
            }
            if failure != nil { return nil }
            if matched, let node = perform(alternative, children, start) { return node }
            if failure != nil { return nil }
            mark = start
            if committed { return nil }
        }
        return nil
    }

    private func match(item: GrammarItem) -> MatchNode? {
        switch item {
        case .token(let kind):
            guard let token = token(), token.pointee.kind == kind else { return nil }
            mark += 1
            if kind == .number, parser.options.featureVersion < 6, parser.hasUnderscore(token) {
                failLast("Underscores in numeric literals are only supported in Python 3.6 and greater")
                return nil
            }
            return MatchNode(kind == .name ? .name : kind == .number ? .literal : .token, mark - 1, mark - 1)
        case .soft(let name):
            guard let token = token(), token.pointee.kind == .name, token.pointee.name == name else { return nil }
            mark += 1
            return MatchNode(.name, mark - 1, mark - 1)
        case .anySoft:
            // CPython takes the start of a soft keyword for one here.
            guard let token = token(), token.pointee.kind == .name, token.pointee.end - token.pointee.start <= 5 else { return nil }
            let name = parser.name(token)
            guard "match".hasPrefix(name) || "case".hasPrefix(name) || name == "_" else { return nil }
            mark += 1
            return MatchNode(.name, mark - 1, mark - 1)
        case .rule(let number): return match(rule: number)
        case .group(let alternatives): return match(alternatives: alternatives)
        case .optional(let inner):
            if let node = match(item: inner) { return node }
            return failure == nil ? MatchNode(.missing, mark, mark - 1) : nil
        case .star(let inner): return repeated(inner, minimum: 0)
        case .plus(let inner): return repeated(inner, minimum: 1)
        case .gather(let separator, let inner): return gathered(separator, inner)
        case .ahead(let inner):
            let start = mark
            let node = match(item: inner)
            mark = start
            return node == nil ? nil : MatchNode(.missing, start, start - 1)
        case .notAhead(let inner):
            let start = mark
            let node = match(item: inner)
            mark = start
            return node != nil || failure != nil ? nil : MatchNode(.missing, start, start - 1)
        case .cut: return nil
        case .version(let minor, let what):
            if parser.options.featureVersion >= minor { return MatchNode(.missing, mark, mark - 1) }
            failLast("\(what) only supported in Python 3.\(minor) and greater")
            return nil
        case .forced(let kind, let spelling):
            guard let token = token() else { return nil }
            if token.pointee.kind == kind {
                mark += 1
                return MatchNode(.token, mark - 1, mark - 1)
            }
            fail(mark, mark, "expected '\(spelling)'")
            return nil
        }
    }

    private func repeated(_ item: GrammarItem, minimum: Int) -> MatchNode? {
        let start = mark
        var children: [MatchNode] = []
        while true {
            let before = mark
            guard let child = match(item: item) else {
                mark = before
                break
            }
            if mark == before { break }
            children.append(child)
        }
        if failure != nil || children.count < minimum { return nil }
        return MatchNode(.group, start, mark - 1, children)
    }

    private func gathered(_ separator: GrammarItem, _ item: GrammarItem) -> MatchNode? {
        let start = mark
        guard let first = match(item: item) else { return nil }
        var children = [first]
        while true {
            let before = mark
            guard match(item: separator) != nil, let child = match(item: item) else {
                mark = before
                break
            }
            children.append(child)
        }
        if failure != nil { return nil }
        return MatchNode(.group, start, mark - 1, children)
    }

    // MARK: Actions

    private func perform(_ alternative: GrammarAlternative, _ children: [MatchNode], _ start: Int) -> MatchNode? {
        switch alternative.action {
        case .pass:
            let parts = children.filter { $0.kind != .missing }
            if parts.count == 1 { return parts[0] }
            return MatchNode(.group, start, mark - 1, children)
        case .node(.fold):
            guard let trailer = children.last?.children.last else { return children[0] }
            return MatchNode(trailer.kind, start, mark - 1, children)
        case .node(.binary):
            return children[1].children.isEmpty ? children[0] : MatchNode(.expression, start, mark - 1, children)
        case .node(let kind): return MatchNode(kind, start, mark - 1, children)
        case .part(let index): return children[index]
        case .failAt(let a, let message): fail(children[a].first, children[a].last, named(message, children[a]))
        case .failRange(let a, let b, let message): fail(children[a].first, children[b].last, named(message, children[a]))
        case .failFrom(let a, let message): failFrom(children[a].first, message)
        case .failLast(let message): failLast(message)
        case .failIndent(let a, let message): failIndent(a.map { children[$0] }, message)
        case .target(let use, let a):
            guard let bad = invalidTarget(children[a], use) else { return nil }
            let verb = use == .delete ? "delete" : "assign to"
            fail(bad.first, bad.last, "cannot \(verb) \(bad.kind.description)")
        case .call(let name): return call(name, alternative, children, start)
        }
        return nil
    }

    private func named(_ message: String, _ node: MatchNode) -> String {
        guard let at = message.firstIndex(of: "%") else { return message }
        return message[..<at] + node.kind.description + message[message.index(after: at)...]
    }

    /// Parts of a display or a tuple.
    func elements(_ node: MatchNode) -> [MatchNode] {
        var result: [MatchNode] = []
        for child in node.children {
            switch child.kind {
            case .token, .missing: break
            case .group: result += elements(child)
            default: result.append(child)
            }
        }
        return result
    }

    /// The part of a target that cannot be one.
    private func invalidTarget(_ node: MatchNode, _ use: TargetUse) -> MatchNode? {
        switch node.kind {
        case .name, .attribute, .subscript: return nil
        case .list, .tuple:
            for element in elements(node) {
                if let bad = invalidTarget(element, use) { return bad }
            }
            return nil
        case .starred:
            if use == .delete { return node }
            return elements(node).first.flatMap { invalidTarget($0, use) }
        case .comparison where use == .for:
            // `a in b` of a `for` reads like a comparison.
            guard node.children.count == 2, let first = node.children[1].children.first, first.kind == .in else { return nil }
            return invalidTarget(node.children[0], use)
        default: return node
        }
    }
}
