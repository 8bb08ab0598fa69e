// From the parser's tree to node objects: modules, statements and their parts.
//
// Attributes are given in the order of the grammar, for which each class has places reserved, so that making a node is an allocation
// and as many stores.

import Runtime
import Syntax

struct TreeWriter {
    func module(_ module: Syntax.Module) throws(Raised) -> Ref {
        switch module {
        case .module(let body, let ignores):
            let list = ListObject.make()
            for ignore in ignores {
                let tag = StrObject.make(ignore.tag)
                let made = try node(.TypeIgnore, Ref(Value(smallInt: ignore.line)), tag)
                try ListObject.append(list.value, made.value)
            }
            return try node(.Module, try statements(body), list)
        case .interactive(let body): return try node(.Interactive, try statements(body))
        case .expression(let body): return try node(.Expression, try expression(body))
        case .functionType(let arguments, let returns):
            return try node(.FunctionType, try expressions(arguments), try expression(returns))
        }
    }

    // MARK: Nodes

    func make(_ node: NodeClass) throws(Raised) -> Ref { try Instances.allocate(NodeTypes.type(node)) }
    @inline(__always) func set(_ node: borrowing Ref, _ place: Int, _ value: consuming Ref) { Instances.initialize(node.value, place, value) }

    func node(_ node: NodeClass, _ first: consuming Ref) throws(Raised) -> Ref {
        let made = try make(node)
        set(made, 0, first)
        return made
    }
    func node(_ node: NodeClass, _ first: consuming Ref, _ second: consuming Ref) throws(Raised) -> Ref {
        let made = try make(node)
        set(made, 0, first)
        set(made, 1, second)
        return made
    }
    /// A node without fields of its own.
    func plain(_ node: NodeClass, _ range: SourceRange) throws(Raised) -> Ref {
        let made = try make(node)
        position(made, 0, range)
        return made
    }
    func node(_ node: NodeClass, _ range: SourceRange, _ first: consuming Ref) throws(Raised) -> Ref {
        let made = try make(node)
        set(made, 0, first)
        position(made, 1, range)
        return made
    }
    func node(_ node: NodeClass, _ range: SourceRange, _ first: consuming Ref, _ second: consuming Ref) throws(Raised) -> Ref {
        let made = try make(node)
        set(made, 0, first)
        set(made, 1, second)
        position(made, 2, range)
        return made
    }
    func node(
        _ node: NodeClass, _ range: SourceRange, _ first: consuming Ref, _ second: consuming Ref, _ third: consuming Ref
    ) throws(Raised) -> Ref {
        let made = try make(node)
        set(made, 0, first)
        set(made, 1, second)
        set(made, 2, third)
        position(made, 3, range)
        return made
    }
    func node(
        _ node: NodeClass, _ range: SourceRange, _ first: consuming Ref, _ second: consuming Ref, _ third: consuming Ref, _ fourth: consuming Ref
    ) throws(Raised) -> Ref {
        let made = try make(node)
        set(made, 0, first)
        set(made, 1, second)
        set(made, 2, third)
        set(made, 3, fourth)
        position(made, 4, range)
        return made
    }
    /// Sets the position of a node, behind its fields.
    func position(_ node: borrowing Ref, _ place: Int, _ range: SourceRange) {
        set(node, place, Ref(owned: Value(smallInt: Int(range.line))))
        set(node, place + 1, Ref(owned: Value(smallInt: Int(range.column))))
        set(node, place + 2, Ref(owned: Value(smallInt: Int(range.endLine))))
        set(node, place + 3, Ref(owned: Value(smallInt: Int(range.endColumn))))
    }

    func name(_ name: String) -> Ref { StrObject.intern(name) }
    func name(_ name: String?) -> Ref { name.map { StrObject.intern($0).take() }.map { Ref(owned: $0) } ?? .none }
    func text(_ text: String?) -> Ref {
        guard let text else { return .none }
        return StrObject.make(text)
    }
    func int(_ number: Int) -> Ref { IntObject.make(number) }

    func list<T>(_ items: [T], _ write: (T) throws(Raised) -> Ref) throws(Raised) -> Ref {
        if items.isEmpty { return ListObject.make() }
        let list = try ListObject.make(capacity: items.count)
        for item in items {
            let made = try write(item)
            try ListObject.append(list.value, made.value)
        }
        return list
    }
    func names(_ names: [String]) throws(Raised) -> Ref { try list(names) { (item) throws(Raised) -> Ref in name(item) } }
    func statements(_ body: [Statement]) throws(Raised) -> Ref {
        try list(body) { (item) throws(Raised) -> Ref in try statement(item) }
    }

    // MARK: Statements

    func statement(_ statement: Statement) throws(Raised) -> Ref {
        try NativeStack.enter(" during ast construction")
        let range = statement.range
        switch statement.kind {
        case .functionDef(let function): return try definition(.FunctionDef, function, statement)
        case .asyncFunctionDef(let function): return try definition(.AsyncFunctionDef, function, statement)
        case .classDef(let definition):
            let made = try make(.ClassDef)
            set(made, 0, name(definition.name))
            set(made, 1, try expressions(definition.bases))
            set(made, 2, try keywords(definition.keywords))
            set(made, 3, try statements(definition.body))
            set(made, 4, try expressions(definition.decorators))
            position(made, 5, range)
            return made
        case .return(let value): return try node(.Return, range, try expression(value))
        case .delete(let targets): return try node(.Delete, range, try expressions(targets))
        case .assign(let targets, let value):
            return try node(.Assign, range, try expressions(targets), try expression(value), text(statement.typeComment))
        case .augAssign(let target, let op, let value):
            return try node(.AugAssign, range, try expression(target), try self.operator(op), try expression(value))
        case .annAssign(let target, let annotation, let value, let simple):
            return try node(
                .AnnAssign, range, try expression(target), try expression(annotation), try expression(value), int(simple ? 1 : 0))
        case .for(let target, let iter, let body, let orelse): return try loop(.For, target, iter, body, orelse, statement)
        case .asyncFor(let target, let iter, let body, let orelse): return try loop(.AsyncFor, target, iter, body, orelse, statement)
        case .while(let test, let body, let orelse):
            return try node(.While, range, try expression(test), try statements(body), try statements(orelse))
        case .if(let test, let body, let orelse):
            return try node(.If, range, try expression(test), try statements(body), try statements(orelse))
        case .with(let items, let body): return try with(.With, items, body, statement)
        case .asyncWith(let items, let body): return try with(.AsyncWith, items, body, statement)
        case .match(let subject, let cases):
            return try node(.Match, range, try expression(subject), try list(cases) { (item) throws(Raised) -> Ref in try matchCase(item) })
        case .raise(let exception, let cause): return try node(.Raise, range, try expression(exception), try expression(cause))
        case .try(let body, let handlers, let orelse, let finalbody): return try tryStatement(.Try, body, handlers, orelse, finalbody, range)
        case .tryStar(let body, let handlers, let orelse, let finalbody):
            return try tryStatement(.TryStar, body, handlers, orelse, finalbody, range)
        case .assert(let test, let message): return try node(.Assert, range, try expression(test), try expression(message))
        case .import(let names): return try node(.Import, range, try aliases(names))
        case .importFrom(let module, let names, let level):
            return try node(.ImportFrom, range, name(module), try aliases(names), int(level))
        case .global(let names): return try node(.Global, range, try self.names(names))
        case .nonlocal(let names): return try node(.Nonlocal, range, try self.names(names))
        case .expression(let value): return try node(.Expr, range, try expression(value))
        case .pass: return try plain(.Pass, range)
        case .break: return try plain(.Break, range)
        case .continue: return try plain(.Continue, range)
        }
    }

    private func definition(_ node: NodeClass, _ function: Function, _ statement: Statement) throws(Raised) -> Ref {
        let made = try make(node)
        set(made, 0, name(function.name))
        set(made, 1, try arguments(function.arguments))
        set(made, 2, try statements(function.body))
        set(made, 3, try expressions(function.decorators))
        set(made, 4, try expression(function.returns))
        set(made, 5, text(statement.typeComment))
        position(made, 6, statement.range)
        return made
    }
    private func loop(
        _ node: NodeClass, _ target: Expression, _ iter: Expression, _ body: [Statement], _ orelse: [Statement], _ statement: Statement
    ) throws(Raised) -> Ref {
        let made = try make(node)
        set(made, 0, try expression(target))
        set(made, 1, try expression(iter))
        set(made, 2, try statements(body))
        set(made, 3, try statements(orelse))
        set(made, 4, text(statement.typeComment))
        position(made, 5, statement.range)
        return made
    }
    private func with(_ node: NodeClass, _ items: [WithItem], _ body: [Statement], _ statement: Statement) throws(Raised) -> Ref {
        let written = try list(items) { (item) throws(Raised) -> Ref in
            try self.node(.withitem, try expression(item.contextExpr), try expression(item.optionalVars))
        }
        return try self.node(node, statement.range, written, try statements(body), text(statement.typeComment))
    }
    private func tryStatement(
        _ node: NodeClass, _ body: [Statement], _ handlers: [ExceptHandler], _ orelse: [Statement], _ finalbody: [Statement],
        _ range: SourceRange
    ) throws(Raised) -> Ref {
        let written = try statements(body)
        let handlers = try list(handlers) { (handler) throws(Raised) -> Ref in
            try self.node(.ExceptHandler, handler.range, try expression(handler.type), name(handler.name), try statements(handler.body))
        }
        return try self.node(node, range, written, handlers, try statements(orelse), try statements(finalbody))
    }
    private func aliases(_ names: [Alias]) throws(Raised) -> Ref {
        try list(names) { (alias) throws(Raised) -> Ref in try node(.alias, alias.range, name(alias.name), name(alias.asname)) }
    }

    // MARK: Patterns

    private func matchCase(_ item: MatchCase) throws(Raised) -> Ref {
        let made = try make(.match_case)
        set(made, 0, try pattern(item.pattern))
        set(made, 1, try expression(item.guard))
        set(made, 2, try statements(item.body))
        return made
    }
    private func patterns(_ patterns: [Pattern]) throws(Raised) -> Ref {
        try list(patterns) { (item) throws(Raised) -> Ref in try pattern(item) }
    }
    private func pattern(_ pattern: Pattern) throws(Raised) -> Ref {
        try NativeStack.enter(" during ast construction")
        let range = pattern.range
        switch pattern.kind {
        case .value(let value): return try node(.MatchValue, range, try expression(value))
        case .singleton(let value): return try node(.MatchSingleton, range, try Constants.make(value))
        case .sequence(let elements): return try node(.MatchSequence, range, try patterns(elements))
        case .mapping(let keys, let values, let rest):
            return try node(.MatchMapping, range, try expressions(keys), try patterns(values), name(rest))
        case .class(let cls, let positional, let attributes, let attributePatterns):
            return try node(
                .MatchClass, range, try expression(cls), try patterns(positional), try names(attributes), try patterns(attributePatterns))
        case .star(let captured): return try node(.MatchStar, range, name(captured))
        case .as(let inner, let captured):
            let written: Ref
            if let inner { written = try self.pattern(inner) } else { written = .none }
            return try node(.MatchAs, range, written, name(captured))
        case .or(let alternatives): return try node(.MatchOr, range, try patterns(alternatives))
        }
    }
}
