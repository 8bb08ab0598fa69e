// Actions of the grammar that are more than a message at a place.

extension Matcher {
    func call(_ name: String, _ alternative: GrammarAlternative, _ children: [MatchNode], _ start: Int) -> MatchNode? {
        let a = children[alternative.a ?? 0]
        let b = children[alternative.b ?? 0]
        switch name {
        case "strings": return strings(start)
        case "real":
            if isImaginary(a) {
                fail(a.first, a.last, "real number required in complex literal")
                return nil
            }
            return a
        case "imaginary":
            if !isImaginary(a) {
                fail(a.first, a.last, "imaginary number required in complex literal")
                return nil
            }
            return a
        case "notEqual": return notEqual(a, children, start)
        case "legacyStatement":
            guard isLegacyName(a) else { return nil }
            let word = parser.name(tokens + a.first)
            fail(a.first, b.last, "Missing parentheses in call to '\(word)'. Did you mean \(word)(...)?")
        case "missingComma":
            if isLegacyName(a) || tokens[mark - 1].level == 0 { return nil }
            fail(a.first, b.last, "invalid syntax. Perhaps you forgot a comma?")
        case "generatorRange":
            guard let clause = b.children.last else { return nil }
            fail(a.first, lastItem(clause).last, "Generator expression must be parenthesized")
        case "generatorInCall":
            let arguments = positional(a)
            guard arguments.count > 1, let last = arguments.last, let clause = b.children.last else { return nil }
            fail(last.first, lastItem(clause).last, "Generator expression must be parenthesized")
        case "generatorTarget":
            guard let clause = b.children.last, let target = elements(clause).first else { return nil }
            fail(a.first, target.last, "Generator expression must be parenthesized")
        case "positionalAfterKeyword":
            let unpacks = leaves(a).contains { $0.kind == .unpacking }
            failLast("positional argument follows keyword argument\(unpacks ? " unpacking" : "")")
        case "comprehensionTarget":
            guard let last = elements(b).last ?? (b.kind == .group ? nil : b) else { return nil }
            fail(a.first, last.last, "did you forget parentheses around the comprehension target?")
        case "dictionaryKey": failBeforeEnd(a, "':' expected after dictionary key")
        default: break
        }
        return nil
    }

    /// Adjacent string literals, read for their errors.
    private func strings(_ start: Int) -> MatchNode? {
        while let token = token(), token.pointee.kind == .string { mark += 1 }
        if failure != nil { return nil }
        let saved = parser.current
        defer { parser.current = saved }
        parser.current = tokens + start
        do throws(ParseFailed) {
            let value = try parser.parseStrings()
            if case .joinedStr = value.kind { return MatchNode(.fstring, start, mark - 1) }
            return MatchNode(.literal, start, mark - 1)
        } catch {
            failure = parser.failure ?? parser.failureAtToken(tokens + furthest, "invalid syntax", kind: .syntaxError)
            return nil
        }
    }

    private func isImaginary(_ node: MatchNode) -> Bool {
        let end = Int(tokens[node.last].end)
        return end > 0 && parser.base[end - 1] | 0x20 == 0x6A
    }

    private func notEqual(_ operatorNode: MatchNode, _ children: [MatchNode], _ start: Int) -> MatchNode? {
        let isOld = parser.base[Int(tokens[operatorNode.first].start)] == 0x3C
        if isOld != parser.options.barryAsFLUFL {
            if parser.options.barryAsFLUFL { failLast("with Barry as BDFL, use '<>' instead of '!='") }
            return nil
        }
        guard let right = match(rule: grammar.number("bitwise_or")) else { return nil }
        return MatchNode(.group, start, mark - 1, [operatorNode, right])
    }

    private func isLegacyName(_ node: MatchNode) -> Bool {
        guard node.kind == .name, node.first == node.last else { return false }
        let name = tokens[node.first].name
        return name == SoftKeyword.print || name == SoftKeyword.exec
    }

    /// What a `for ... in ... if ...` ends with: its last condition, or what it runs over.
    private func lastItem(_ clause: MatchNode) -> MatchNode { elements(clause).last ?? clause }

    /// The arguments of an `args` node.
    private func leaves(_ node: MatchNode) -> [MatchNode] {
        var result: [MatchNode] = []
        for child in node.children {
            switch child.kind {
            case .token, .missing: break
            case .group where isUnpacking(child): result.append(MatchNode(.unpacking, child.first, child.last))
            case .group, .args: result += leaves(child)
            default: result.append(child)
            }
        }
        return result
    }

    private func isUnpacking(_ node: MatchNode) -> Bool { tokens[node.first].kind == .doubleStar }

    private func positional(_ node: MatchNode) -> [MatchNode] {
        let all = node.kind == .args ? leaves(node) : [node]
        return all.filter { $0.kind != .keyword && $0.kind != .unpacking }
    }
}
