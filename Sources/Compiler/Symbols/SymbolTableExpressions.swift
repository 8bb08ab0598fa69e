// The expressions of the first pass, comprehensions and assignment expressions above all.

import Syntax

extension SymbolTableBuilder {
    // MARK: Expressions

    mutating func visit(_ expressions: [Expression]) {
        for expression in expressions {
            if failure != nil { return }
            visit(expression)
        }
    }

    mutating func visit(_ expression: Expression) {
        guard recursion.enter() else { failure = failure ?? .recursion; recursion.leave(); return }
        defer { recursion.leave() }
        switch expression.kind {
        case .boolOp(_, let values): visit(values)
        case .namedExpr(let target, let value): visitNamedExpression(expression, target, value)
        case .binOp(let left, _, let right):
            visit(left)
            visit(right)
        case .unaryOp(_, let operand): visit(operand)
        case .lambda(let arguments, let body):
            visitDefaults(arguments)
            let outer = scope
            open(.function, .lambda, name: "lambda", node: expression, range: expression.range, privateName: scope.privateName)
            addParameters(arguments)
            visit(body)
            scope = outer
        case .ifExp(let test, let body, let orelse):
            visit(test)
            visit(body)
            visit(orelse)
        case .dict(let keys, let values):
            for key in keys { if let key { visit(key) } }
            visit(values)
        case .set(let elements): visit(elements)
        case .listComp(let element, let generators): visitComprehension(expression, "listcomp", .listComprehension, generators, element, nil)
        case .setComp(let element, let generators): visitComprehension(expression, "setcomp", .setComprehension, generators, element, nil)
        case .dictComp(let key, let value, let generators): visitComprehension(expression, "dictcomp", .dictComprehension, generators, key, value)
        case .generatorExp(let element, let generators): visitComprehension(expression, "genexpr", .generatorExpression, generators, element, nil)
        case .await(let value):
            checkAnnotation("await expression", expression.range)
            visit(value)
            scope.isCoroutine = true
        case .yield(let value):
            checkAnnotation("yield expression", expression.range)
            if let value { visit(value) }
            scope.isGenerator = true
            checkComprehension(expression.range)
        case .yieldFrom(let value):
            checkAnnotation("yield expression", expression.range)
            visit(value)
            scope.isGenerator = true
            checkComprehension(expression.range)
        case .compare(let left, _, let comparators):
            visit(left)
            visit(comparators)
        case .call(let function, let arguments, let keywords):
            visit(function)
            visit(arguments)
            for keyword in keywords { visit(keyword.value) }
        case .formattedValue(let value, _, let formatSpec):
            visit(value)
            if let formatSpec { visit(formatSpec) }
        case .joinedStr(let values): visit(values)
        case .constant: break
        case .attribute(let value, _, _): visit(value)
        case .subscript(let value, let index, _):
            visit(value)
            visit(index)
        case .starred(let value, _): visit(value)
        case .name(let name, let context):
            switch context {
            case .load:
                add(name, .used, expression.range)
                if scope.kind == .function, name == "super" { scope.add("__class__", .used) }
            case .store: add(name, .local, expression.range)
            case .delete: add(name, [.local, .deleted], expression.range)
            }
        case .list(let elements, _), .tuple(let elements, _): visit(elements)
        case .slice(let lower, let upper, let step):
            if let lower { visit(lower) }
            if let upper { visit(upper) }
            if let step { visit(step) }
        }
    }

    private mutating func checkAnnotation(_ what: String, _ range: SourceRange) {
        if scope.kind == .annotation { fail("'\(what)' can not be used within an annotation", range) }
    }

    private mutating func checkComprehension(_ range: SourceRange) {
        let kind: String
        switch scope.functionKind {
        case .listComprehension: kind = "list comprehension"
        case .setComprehension: kind = "set comprehension"
        case .dictComprehension: kind = "dict comprehension"
        case .generatorExpression: kind = "generator expression"
        default: return
        }
        fail("'yield' inside \(kind)", range)
    }

    private mutating func visitNamedExpression(_ expression: Expression, _ target: Expression, _ value: Expression) {
        checkAnnotation("named expression", expression.range)
        if scope.iterableDepth > 0 {
            return fail("assignment expression cannot be used in a comprehension iterable expression", expression.range)
        }
        if scope.isComprehension {
            if !bindOutsideComprehension(target) { return }
        }
        visit(value)
        visit(target)
        if case .name(let name, _) = target.kind { scope.add(mangle(name, in: scope.privateName), .walrus) }
    }

    /// The target of an assignment expression in a comprehension is a variable of the function (or module) around it.
    private mutating func bindOutsideComprehension(_ target: Expression) -> Bool {
        guard case .name(let name, _) = target.kind else { return true }
        let mangled = mangle(name, in: scope.privateName)
        var candidate: Scope? = scope
        while let current = candidate {
            if current.isComprehension {
                if current.flags(of: mangled).contains(.comprehensionTarget) {
                    fail("assignment expression cannot rebind comprehension iteration variable '\(name)'", target.range)
                    return false
                }
            } else {
                switch current.kind {
                case .function:
                    if current.flags(of: mangled).contains(.global) {
                        scope.add(mangled, .global)
                    } else {
                        scope.add(mangled, .nonlocal)
                    }
                    scope.directives.append((mangled, target.range))
                    current.add(mangled, .local)
                case .module:
                    scope.add(mangled, .global)
                    scope.directives.append((mangled, target.range))
                    current.add(mangled, .global)
                case .class:
                    fail("assignment expression within a comprehension cannot be used in a class body", target.range)
                    return false
                case .annotation: break
                }
                return true
            }
            candidate = current.parent
        }
        return true
    }

    private mutating func visitComprehension(
        _ expression: Expression, _ name: String, _ kind: Scope.FunctionKind, _ generators: [Comprehension], _ element: Expression, _ value: Expression?
    ) {
        guard let outermost = generators.first else { return }
        scope.iterableDepth += 1
        visit(outermost.iter)
        scope.iterableDepth -= 1
        let outer = scope
        open(.function, kind, name: name, node: expression, range: expression.range, privateName: scope.privateName)
        if outermost.isAsync { scope.isCoroutine = true }
        scope.add(".0", .parameter)
        visitTarget(outermost.target)
        visit(outermost.ifs)
        for generator in generators.dropFirst() {
            visitTarget(generator.target)
            scope.iterableDepth += 1
            visit(generator.iter)
            scope.iterableDepth -= 1
            visit(generator.ifs)
            if generator.isAsync { scope.isCoroutine = true }
        }
        if let value { visit(value) }
        visit(element)
        let isAsync = scope.isCoroutine && kind != .generatorExpression
        scope.isGenerator = kind == .generatorExpression
        scope = outer
        if isAsync { scope.isCoroutine = true }
    }

    private mutating func visitTarget(_ target: Expression) {
        scope.isVisitingTarget = true
        visit(target)
        scope.isVisitingTarget = false
    }
}
