// From a tree as it was read to the tree that the compiler takes, with CPython's checks in CPython's order: modules and statements.

import CPythonABI
import Runtime
import Syntax

struct TreeValidator {
    let constants: TreeReader.ListBox

    init(constants: TreeReader.ListBox) { self.constants = constants }

    func module(_ raw: RawNode) throws(Raised) -> Syntax.Module {
        switch raw.node {
        case .Interactive: return .interactive(try statements(raw, 0))
        case .Expression: return .expression(try expression(raw, 0))
        case .FunctionType: return .functionType(arguments: try expressions(raw, 0), returns: try expression(raw, 1))
        default: return .module(try statements(raw, 0))
        }
    }

    // MARK: Fields

    func child(_ raw: RawNode, _ index: Int) -> RawNode? {
        if case .node(let node) = raw.fields[index] { return node }
        return nil
    }
    func children(_ raw: RawNode, _ index: Int) -> [RawNode?] {
        if case .nodes(let nodes) = raw.fields[index] { return nodes }
        return []
    }
    /// Nodes of a list in which CPython does not look for None.
    func present(_ raw: RawNode, _ index: Int, _ what: String) throws(Raised) -> [RawNode] {
        var result: [RawNode] = []
        for child in children(raw, index) {
            guard let child else { throw raise(.valueError, "None disallowed in \(what) list") }
            result.append(child)
        }
        return result
    }
    func text(_ raw: RawNode, _ index: Int) -> String? {
        if case .text(let text) = raw.fields[index] { return text }
        return nil
    }
    func texts(_ raw: RawNode, _ index: Int) throws(Raised) -> [String] {
        guard case .texts(let texts) = raw.fields[index] else { return [] }
        var result: [String] = []
        for text in texts {
            guard let text else { throw raise(.valueError, "None disallowed in identifier list") }
            result.append(text)
        }
        return result
    }
    func int(_ raw: RawNode, _ index: Int) -> Int {
        if case .int(let number) = raw.fields[index] { return number }
        return 0
    }

    // MARK: Checks

    func checkPosition(_ range: SourceRange) throws(Raised) {
        if range.line > range.endLine { throw raise(.valueError, "AST node line range (\(range.line), \(range.endLine)) is not valid") }
        if (range.line < 0 && range.endLine != range.line) || (range.column < 0 && range.column != range.endColumn) {
            throw raise(
                .valueError,
                "AST node column range (\(range.column), \(range.endColumn)) for line range (\(range.line), \(range.endLine)) is not valid")
        }
        if range.line == range.endLine && range.column > range.endColumn {
            throw raise(.valueError, "line \(range.line), column \(range.column)-\(range.endColumn) is not a valid range")
        }
    }
    func checkName(_ name: String) throws(Raised) {
        if name == "None" || name == "True" || name == "False" {
            throw raise(.valueError, "identifier field can't represent '\(name)' constant")
        }
    }
    func checkNotEmpty(_ isEmpty: Bool, _ what: String, _ owner: NodeClass) throws(Raised) {
        if isEmpty { throw raise(.valueError, "empty \(what) on \(owner)") }
    }

    // MARK: Statements

    func statements(_ raw: RawNode, _ index: Int) throws(Raised) -> [Statement] {
        var result: [Statement] = []
        for child in children(raw, index) {
            guard let child else { throw raise(.valueError, "None disallowed in statement list") }
            result.append(try statement(child))
        }
        return result
    }
    private func body(_ raw: RawNode, _ index: Int, of owner: NodeClass? = nil) throws(Raised) -> [Statement] {
        try checkNotEmpty(children(raw, index).isEmpty, "body", owner ?? raw.node)
        return try statements(raw, index)
    }

    func statement(_ raw: RawNode) throws(Raised) -> Statement {
        try NativeStack.enter(" during compilation")
        try checkPosition(raw.range)
        return Statement(try kind(raw), raw.range)
    }

    private func kind(_ raw: RawNode) throws(Raised) -> Statement.Kind {
        switch raw.node {
        case .FunctionDef: return .functionDef(try function(raw))
        case .AsyncFunctionDef: return .asyncFunctionDef(try function(raw))
        case .ClassDef:
            let body = try body(raw, 3)
            return .classDef(
                Class(
                    name: text(raw, 0) ?? "", bases: try expressions(raw, 1), keywords: try keywords(raw, 2), body: body,
                    decorators: try expressions(raw, 4)))
        case .Return: return .return(try optionalExpression(raw, 0))
        case .Delete: return .delete(try targets(raw, 0, .delete))
        case .Assign: return .assign(targets: try targets(raw, 0, .store), value: try expression(raw, 1))
        case .AugAssign: return try augmentedAssignment(raw)
        case .AnnAssign: return try annotatedAssignment(raw)
        case .For, .AsyncFor:
            let (target, iter) = (try expression(raw, 0, .store), try expression(raw, 1))
            let (body, orelse) = (try body(raw, 2), try statements(raw, 3))
            return raw.node == .For
                ? .for(target: target, iter: iter, body: body, orelse: orelse) : .asyncFor(target: target, iter: iter, body: body, orelse: orelse)
        case .While: return .while(test: try expression(raw, 0), body: try body(raw, 1), orelse: try statements(raw, 2))
        case .If: return .if(test: try expression(raw, 0), body: try body(raw, 1), orelse: try statements(raw, 2))
        case .With, .AsyncWith:
            try checkNotEmpty(children(raw, 0).isEmpty, "items", raw.node)
            var items: [WithItem] = []
            for item in try present(raw, 0, "with item") {
                let context = try expression(item, 0)
                items.append(WithItem(contextExpr: context, optionalVars: try optionalExpression(item, 1, .store)))
            }
            let body = try body(raw, 1)
            return raw.node == .With ? .with(items: items, body: body) : .asyncWith(items: items, body: body)
        case .Match: return try match(raw)
        case .Raise:
            if child(raw, 0) == nil && child(raw, 1) != nil { throw raise(.valueError, "Raise with cause but no exception") }
            return .raise(exception: try optionalExpression(raw, 0), cause: try optionalExpression(raw, 1))
        case .Try, .TryStar: return try tryStatement(raw)
        case .Assert: return .assert(test: try expression(raw, 0), message: try optionalExpression(raw, 1))
        case .Import:
            try checkNotEmpty(children(raw, 0).isEmpty, "names", raw.node)
            return .import(try aliases(raw, 0))
        case .ImportFrom:
            if int(raw, 2) < 0 { throw raise(.valueError, "Negative ImportFrom level") }
            try checkNotEmpty(children(raw, 1).isEmpty, "names", raw.node)
            return .importFrom(module: text(raw, 0), names: try aliases(raw, 1), level: int(raw, 2))
        case .Global, .Nonlocal:
            let names = try texts(raw, 0)
            try checkNotEmpty(names.isEmpty, "names", raw.node)
            return raw.node == .Global ? .global(names) : .nonlocal(names)
        case .Expr: return .expression(try expression(raw, 0))
        case .Break: return .break
        case .Continue: return .continue
        default: return .pass
        }
    }

    private func targets(_ raw: RawNode, _ index: Int, _ context: ExpressionContext) throws(Raised) -> [Expression] {
        try checkNotEmpty(children(raw, index).isEmpty, "targets", raw.node)
        return try expressions(raw, index, context)
    }

    private func function(_ raw: RawNode) throws(Raised) -> Function {
        let body = try body(raw, 2)
        let arguments = try arguments(raw, 1)
        let decorators = try expressions(raw, 3)
        return Function(
            name: text(raw, 0) ?? "", arguments: arguments, body: body, decorators: decorators, returns: try optionalExpression(raw, 4))
    }

    private func augmentedAssignment(_ raw: RawNode) throws(Raised) -> Statement.Kind {
        let target = try expression(raw, 0, .store)
        let value = try expression(raw, 2)
        try checkSimpleTarget(target, child(raw, 0), "augmented")
        return .augAssign(target: target, op: binaryOperator(raw, 1), value: value)
    }
    private func annotatedAssignment(_ raw: RawNode) throws(Raised) -> Statement.Kind {
        let isSimple = int(raw, 3) != 0
        if isSimple, child(raw, 0)?.node != .Name { throw raise(.typeError, "AnnAssign with simple non-Name target") }
        let target = try expression(raw, 0, .store)
        let value = try optionalExpression(raw, 2)
        let annotation = try expression(raw, 1)
        try checkSimpleTarget(target, child(raw, 0), "annotated")
        return .annAssign(target: target, annotation: annotation, value: value, simple: isSimple)
    }
    /// Only names, attributes and subscripts can be targets here; others are found by CPython's compiler.
    private func checkSimpleTarget(_ target: Expression, _ raw: RawNode?, _ what: String) throws(Raised) {
        switch target.kind {
        case .name, .attribute, .subscript: return
        default:
            let number = (raw?.node.rawValue ?? 0) - NodeClass.expr.rawValue
            throw raise(.systemError, "invalid node type (\(number)) for \(what) assignment")
        }
    }

    private func tryStatement(_ raw: RawNode) throws(Raised) -> Statement.Kind {
        let body = try body(raw, 0)
        let (handlers, orelse, finalbody) = (children(raw, 1), children(raw, 2), children(raw, 3))
        if handlers.isEmpty && finalbody.isEmpty {
            throw raise(.valueError, "\(raw.node) has neither except handlers nor finalbody")
        }
        if handlers.isEmpty && !orelse.isEmpty { throw raise(.valueError, "\(raw.node) has orelse but no except handlers") }
        var made: [ExceptHandler] = []
        for handler in try present(raw, 1, "except handler") {
            try checkPosition(handler.range)
            let type = try optionalExpression(handler, 0)
            made.append(ExceptHandler(type: type, name: text(handler, 1), body: try self.body(handler, 2), range: handler.range))
        }
        let last = try statements(raw, 3)
        let other = try statements(raw, 2)
        return raw.node == .Try
            ? .try(body: body, handlers: made, orelse: other, finalbody: last)
            : .tryStar(body: body, handlers: made, orelse: other, finalbody: last)
    }

    private func aliases(_ raw: RawNode, _ index: Int) throws(Raised) -> [Alias] {
        var result: [Alias] = []
        for alias in try present(raw, index, "alias") {
            result.append(Alias(name: text(alias, 0) ?? "", asname: text(alias, 1), range: alias.range))
        }
        return result
    }

    private func match(_ raw: RawNode) throws(Raised) -> Statement.Kind {
        let subject = try expression(raw, 0)
        try checkNotEmpty(children(raw, 1).isEmpty, "cases", raw.node)
        var cases: [MatchCase] = []
        for item in try present(raw, 1, "match case") {
            let pattern = try pattern(item, 0)
            let condition = try optionalExpression(item, 1)
            cases.append(MatchCase(pattern: pattern, guard: condition, body: try body(item, 2)))
        }
        return .match(subject: subject, cases: cases)
    }
}
