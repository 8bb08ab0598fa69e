// The rules of `diagnosisGrammar` in a form that can be matched. Read once, when the first syntax error is diagnosed.

/// What a node of a match is; for expressions, what messages call it.
enum MatchKind: String {
    /// A token that is no expression.
    case token
    /// Parts without a kind of their own.
    case group
    /// An optional part that is not there.
    case missing
    case name, literal, ellipsis
    case `true` = "True", `false` = "False", none = "None"
    case fstring, attribute, `subscript`, call, starred, list, tuple, set, dict
    case listcomp, setcomp, dictcomp, genexp, clause
    case lambda, conditional, named, yield, await, expression, comparison, `in`
    case args, keyword, unpacking
    /// Takes the kind of the last part of its list.
    case fold
    /// An expression when its list has members, otherwise its only part.
    case binary

    /// The name in "cannot assign to ...".
    var description: String {
        switch self {
        case .true, .false, .none: rawValue
        case .fstring: "f-string expression"
        case .call: "function call"
        case .set: "set display"
        case .dict: "dict literal"
        case .listcomp: "list comprehension"
        case .setcomp: "set comprehension"
        case .dictcomp: "dict comprehension"
        case .genexp: "generator expression"
        case .conditional: "conditional expression"
        case .named: "named expression"
        case .yield: "yield expression"
        case .await: "await expression"
        default: rawValue
        }
    }
}

/// One step of an alternative.
indirect enum GrammarItem {
    case token(TokenKind)
    case soft(Int32)
    case anySoft
    case rule(Int)
    case group([GrammarAlternative])
    case optional(GrammarItem)
    case star(GrammarItem)
    case plus(GrammarItem)
    case gather(GrammarItem, GrammarItem)
    case ahead(GrammarItem)
    case notAhead(GrammarItem)
    case cut
    case forced(TokenKind, String)
    /// Fails unless the grammar of this minor version is asked for; the text names the feature.
    case version(Int, String)
}

/// What an alternative does when all its items matched.
enum GrammarAction {
    /// A node over the items, or the only item itself.
    case pass
    case node(MatchKind)
    case part(Int)
    case failAt(Int, String)
    case failRange(Int, Int, String)
    case failFrom(Int, String)
    case failLast(String)
    case failIndent(Int?, String)
    case target(TargetUse, Int)
    case call(String)
}

/// Whose target is looked for.
enum TargetUse { case star, delete, `for` }

struct GrammarAlternative {
    var items: [GrammarItem] = []
    /// Item numbers of the parts named `a` and `b`.
    var a: Int?
    var b: Int?
    var action = GrammarAction.pass
}

struct GrammarRule {
    var name: String
    var alternatives: [GrammarAlternative] = []
    var isInvalid: Bool
    /// The result is kept whether or not mistakes were being looked for.
    var isShared = false
}

struct Grammar {
    var rules: [GrammarRule] = []
    var numbers: [String: Int] = [:]

    static let shared = GrammarReader.read(diagnosisGrammar)

    func number(_ name: String) -> Int { numbers[name] ?? 0 }
}

/// Reads the notation that `diagnosisGrammar` explains.
struct GrammarReader {
    private var bytes: [UInt8]
    private var position = 0
    private var grammar = Grammar()
    private static let tokenKinds: [String: TokenKind] = {
        var kinds: [String: TokenKind] = [
            "NAME": .name, "NUMBER": .number, "STRING": .string, "NEWLINE": .newline, "INDENT": .indent, "DEDENT": .dedent,
            "END": .endMarker,
            "TYPE": .typeComment,
        ]
        for (index, spelling) in keywordSpellings.enumerated() {
            kinds["'\(spelling)"] = TokenKind(rawValue: TokenKind.firstKeyword.rawValue + UInt8(index))
        }
        for (index, spelling) in operatorSpellings.enumerated() {
            kinds["'\(spelling)"] = TokenKind(rawValue: TokenKind.firstOperator.rawValue + UInt8(index))
        }
        return kinds
    }()

    static func read(_ text: StaticString) -> Grammar {
        var reader = GrammarReader(bytes: Array(text.description.utf8))
        reader.readRules()
        return reader.grammar
    }

    private init(bytes: [UInt8]) { self.bytes = bytes + [0] }

    private mutating func readRules() {
        // Rules may be used before they are written: first all names.
        var lines: [(start: Int, rule: Int)] = []
        var start = 0
        while start < bytes.count - 1 {
            var end = start
            while bytes[end] != 0x0A, bytes[end] != 0 { end += 1 }
            if end > start {
                position = start
                let name = word()
                let shared = bytes[position] == 0x2A
                if shared { position += 1 }
                grammar.numbers[name] = grammar.rules.count
                lines.append((position + 1, grammar.rules.count))
                grammar.rules.append(GrammarRule(name: name, isInvalid: name.hasPrefix("invalid_"), isShared: shared))
            }
            start = end + 1
        }
        for line in lines {
            position = line.start
            grammar.rules[line.rule].alternatives = alternatives()
        }
    }

    private mutating func skipSpace() { while bytes[position] == 0x20 { position += 1 } }

    private mutating func word() -> String {
        let start = position
        while (bytes[position] | 0x20) &- 0x61 < 26 || bytes[position] == 0x5F { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func number() -> Int {
        var value = 0
        while bytes[position] &- 0x30 < 10 {
            value = value * 10 + Int(bytes[position] - 0x30)
            position += 1
        }
        return value
    }

    private mutating func alternatives() -> [GrammarAlternative] {
        var result = [alternative()]
        while bytes[position] == 0x7C {
            position += 1
            result.append(alternative())
        }
        return result
    }

    private mutating func alternative() -> GrammarAlternative {
        var result = GrammarAlternative()
        while true {
            skipSpace()
            switch bytes[position] {
            case 0x7C, 0x29, 0x0A, 0: return result
            case 0x3D:
                position += 2
                skipSpace()
                if bytes[position] == 0x2E {
                    position += 1
                    result.action = .part(number() - 1)
                } else {
                    result.action = .node(MatchKind(rawValue: word()) ?? .group)
                }
            case 0x2D:
                position += 2
                result.action = action(result)
            default:
                if bytes[position + 1] == 0x3D, bytes[position] == 0x61 || bytes[position] == 0x62 {
                    if bytes[position] == 0x61 { result.a = result.items.count } else { result.b = result.items.count }
                    position += 2
                }
                result.items.append(item())
            }
        }
    }

    private mutating func action(_ alternative: GrammarAlternative) -> GrammarAction {
        skipSpace()
        let name = word()
        skipSpace()
        let a = alternative.a ?? 0, b = alternative.b ?? 0
        switch name {
        case "at":
            _ = word()
            return .failAt(a, text())
        case "range":
            _ = word()
            skipSpace()
            _ = word()
            return .failRange(a, b, text())
        case "from":
            _ = word()
            return .failFrom(a, text())
        case "last": return .failLast(text())
        case "indent":
            let hasKeyword = bytes[position] != 0x22
            if hasKeyword { _ = word() }
            return .failIndent(hasKeyword ? a : nil, text())
        case "target":
            let use = word()
            skipSpace()
            _ = word()
            return .target(use == "del" ? .delete : use == "for" ? .for : .star, a)
        default: return .call(word())
        }
    }

    private mutating func text() -> String {
        skipSpace()
        position += 1
        var result: [UInt8] = []
        while bytes[position] != 0x22, bytes[position] != 0 {
            if bytes[position] == 0x5C { position += 1 }
            result.append(bytes[position])
            position += 1
        }
        position += 1
        return String(decoding: result, as: UTF8.self)
    }

    private mutating func item() -> GrammarItem {
        var result = plainItem()
        while true {
            switch bytes[position] {
            case 0x2A: result = .star(result)
            case 0x2B: result = .plus(result)
            case 0x3F: result = .optional(result)
            default: return result
            }
            position += 1
        }
    }

    private mutating func plainItem() -> GrammarItem {
        switch bytes[position] {
        case 0x26:
            position += 1
            return .ahead(plainItem())
        case 0x21:
            position += 1
            return .notAhead(plainItem())
        case 0x7E:
            position += 1
            return .cut
        case 0x5E:
            position += 1
            let spelling = quoted(0x27)
            return .forced(GrammarReader.tokenKinds["'" + spelling] ?? .error, spelling)
        case 0x7B:
            position += 1
            let minor = number()
            let what = text()
            position += 1
            return .version(minor, what)
        case 0x27: return .token(GrammarReader.tokenKinds["'" + quoted(0x27)] ?? .error)
        case 0x22:
            switch quoted(0x22) {
            case "match": return .soft(SoftKeyword.match)
            case "case": return .soft(SoftKeyword.case)
            default: return .soft(SoftKeyword.underscore)
            }
        case 0x28:
            position += 1
            let result = GrammarItem.group(alternatives())
            position += 1
            return result
        case 0x5B:
            position += 1
            let separator = plainItem()
            position += 1
            let element = plainItem()
            position += 1
            return .gather(separator, element)
        default:
            let name = word()
            if name == "SOFT_KEYWORD" { return .anySoft }
            if let kind = GrammarReader.tokenKinds[name] { return .token(kind) }
            return .rule(grammar.number(name))
        }
    }

    private mutating func quoted(_ quote: UInt8) -> String {
        position += 1
        let start = position
        while bytes[position] != quote, bytes[position] != 0 { position += 1 }
        let result = String(decoding: bytes[start..<position], as: UTF8.self)
        position += 1
        return result
    }
}
