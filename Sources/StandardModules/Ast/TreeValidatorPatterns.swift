// From a tree as it was read to the tree that the compiler takes: patterns.

import Runtime
import Syntax

extension TreeValidator {
    func pattern(_ raw: RawNode, _ index: Int, mayBeStar: Bool = false) throws(Raised) -> Pattern {
        guard let child = child(raw, index) else { throw raise(.systemError, "a field of a tree is missing") }
        return try pattern(child, mayBeStar: mayBeStar)
    }
    private func patterns(_ raw: RawNode, _ index: Int, mayBeStar: Bool = false) throws(Raised) -> [Pattern] {
        var result: [Pattern] = []
        for item in try present(raw, index, "pattern") { result.append(try pattern(item, mayBeStar: mayBeStar)) }
        return result
    }

    private func pattern(_ raw: RawNode, mayBeStar: Bool) throws(Raised) -> Pattern {
        try NativeStack.enter(" during compilation")
        try checkPosition(raw.range)
        return Pattern(try kind(raw, mayBeStar), raw.range)
    }

    private func kind(_ raw: RawNode, _ mayBeStar: Bool) throws(Raised) -> Pattern.Kind {
        switch raw.node {
        case .MatchValue: return .value(try literal(raw, child(raw, 0)))
        case .MatchSingleton:
            switch try? constant(raw, 0, kind: nil) {
            case .some(.none): return .singleton(.none)
            case .some(.true): return .singleton(.true)
            case .some(.false): return .singleton(.false)
            default:
                PendingException.clear()
                throw raise(.valueError, "MatchSingleton can only contain True, False and None")
            }
        case .MatchSequence: return .sequence(try patterns(raw, 0, mayBeStar: true))
        case .MatchMapping: return try mapping(raw)
        case .MatchClass: return try classPattern(raw)
        case .MatchStar:
            if !mayBeStar { throw raise(.valueError, "can't use MatchStar here") }
            if let name = text(raw, 0) { try checkCapture(name) }
            return .star(text(raw, 0))
        case .MatchOr:
            if children(raw, 0).count < 2 { throw raise(.valueError, "MatchOr requires at least 2 patterns") }
            return .or(try patterns(raw, 0))
        default:
            let name = text(raw, 1)
            if let name { try checkCapture(name) }
            guard let inner = child(raw, 0) else { return .as(nil, name) }
            if name == nil { throw raise(.valueError, "MatchAs must specify a target name if a pattern is given") }
            return .as(try pattern(inner, mayBeStar: false), name)
        }
    }

    private func checkCapture(_ name: String) throws(Raised) {
        if name == "_" { throw raise(.valueError, "can't capture name '_' in patterns") }
        try checkName(name)
    }

    private func mapping(_ raw: RawNode) throws(Raised) -> Pattern.Kind {
        if children(raw, 0).count != children(raw, 1).count {
            throw raise(.valueError, "MatchMapping doesn't have the same number of keys as patterns")
        }
        let rest = text(raw, 2)
        if let rest { try checkCapture(rest) }
        let patterns = try patterns(raw, 1)
        var keys: [Expression] = []
        for key in children(raw, 0) {
            if let key, key.node == .Constant {
                switch try constant(key, 0, kind: nil) {
                case .none, .true, .false:
                    keys.append(try expression(key, .load))
                    continue
                default: break
                }
            }
            keys.append(try literal(raw, key))
        }
        return .mapping(keys: keys, patterns: patterns, rest: rest)
    }

    private func classPattern(_ raw: RawNode) throws(Raised) -> Pattern.Kind {
        if children(raw, 3).count != (try texts(raw, 2)).count {
            throw raise(.valueError, "MatchClass doesn't have the same number of keyword attributes as patterns")
        }
        let patterns = try patterns(raw, 1)
        let keywordPatterns = try self.patterns(raw, 3)
        let cls = try expression(raw, 0)
        var head = cls
        while case .attribute(let inner, _, _) = head.kind { head = inner }
        guard case .name = head.kind else {
            throw raise(.valueError, "MatchClass cls field can only contain Name or Attribute nodes.")
        }
        let names = try texts(raw, 2)
        for name in names { try checkName(name) }
        return .class(cls: cls, patterns: patterns, kwdAttrs: names, kwdPatterns: keywordPatterns)
    }

    // MARK: Literals

    /// What MatchValue and the keys of a MatchMapping may be.
    private func literal(_ owner: RawNode, _ raw: RawNode?) throws(Raised) -> Expression {
        guard let raw else { throw raise(.valueError, "None disallowed in expression list") }
        let value = try expression(raw, .load)
        switch value.kind {
        case .constant(let constant):
            switch constant {
            case .int, .bigInt, .negativeBigInt, .float, .complex, .string, .bytes: return value
            default: throw raise(.valueError, "unexpected constant inside of a literal pattern")
            }
        case .attribute, .joinedStr: return value
        case .unaryOp(.minus, let operand) where isNumber(operand, complex: nil): return value
        case .binOp(let left, .add, let right) where isReal(left) && isNumber(right, complex: true): return value
        case .binOp(let left, .subtract, let right) where isReal(left) && isNumber(right, complex: true): return value
        default: throw raise(.valueError, "patterns may only match literals and attribute lookups")
        }
    }
    /// An exact number; `complex` says which kind, nil both.
    private func isNumber(_ expression: Expression, complex: Bool?) -> Bool {
        guard case .constant(let constant) = expression.kind else { return false }
        switch constant {
        case .int, .bigInt, .negativeBigInt, .float: return complex != true
        case .complex: return complex != false
        default: return false
        }
    }
    private func isReal(_ expression: Expression) -> Bool {
        if case .unaryOp(.minus, let operand) = expression.kind { return isNumber(operand, complex: false) }
        return isNumber(expression, complex: false)
    }
}
