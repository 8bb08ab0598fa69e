// The first pass over the tree: opens the scopes and records what each does with its names.
//
// Scopes: the module, classes, functions, lambdas, and comprehensions, which are functions of their own. With postponed
// evaluation (PEP 563) an annotation is a scope of its own too, since nothing of it is compiled in the scope around it. The
// order of visits is CPython's, because the first error is the one that is reported.

import Syntax

struct SymbolTableBuilder {
    let table: SymbolTable
    var scope: Scope
    let postponedAnnotations: Bool
    var failure: CompileFailure?
    var recursion = RecursionGuard()

    init(module: Module, postponedAnnotations: Bool) {
        scope = Scope(kind: .module, name: "top", range: SourceRange(line: 0, column: 0, endLine: 0, endColumn: 0), parent: nil, privateName: nil)
        table = SymbolTable(top: scope)
        self.postponedAnnotations = postponedAnnotations
    }

    static func build(_ module: Module, postponedAnnotations: Bool) -> Result<SymbolTable, CompileFailure> {
        var builder = SymbolTableBuilder(module: module, postponedAnnotations: postponedAnnotations)
        switch module {
        case .module(let body, _), .interactive(let body): builder.visit(body)
        case .expression(let expression): builder.visit(expression)
        case .functionType(let arguments, let returns):
            builder.visit(arguments)
            builder.visit(returns)
        }
        if let failure = builder.failure ?? builder.table.resolve() { return .failure(failure) }
        return .success(builder.table)
    }

    // MARK: Tools

    mutating func fail(_ message: String, _ range: SourceRange) {
        if failure == nil { failure = .syntax(message, range) }
    }

    /// Opens a scope inside the current one; the caller sets `scope` back.
    mutating func open(_ kind: Scope.Kind, _ functionKind: Scope.FunctionKind = .none, name: String, node: AnyObject, range: SourceRange, privateName: String?) {
        let inner = Scope(kind: kind, functionKind: functionKind, name: name, range: range, parent: scope, privateName: privateName)
        inner.iterableDepth = scope.iterableDepth
        table.scopes[ObjectIdentifier(node)] = inner
        scope.children.append(inner)
        scope = inner
    }

    mutating func add(_ name: String, _ flags: SymbolFlags, _ range: SourceRange) {
        let mangled = mangle(name, in: scope.privateName)
        if flags.contains(.parameter), scope.flags(of: mangled).contains(.parameter) {
            fail("duplicate argument '\(mangled)' in function definition", range)
            return
        }
        if scope.isVisitingTarget {
            let known = scope.flags(of: mangled)
            if !known.isDisjoint(with: [.global, .nonlocal]) {
                fail("comprehension inner loop cannot rebind assignment expression target '\(name)'", range)
                return
            }
            scope.add(mangled, flags.union(.comprehensionTarget))
        } else {
            scope.add(mangled, flags)
        }
    }

    // MARK: Statements

    mutating func visit(_ statements: [Statement]) {
        for statement in statements {
            if failure != nil { return }
            visit(statement)
        }
    }

    mutating func visit(_ statement: Statement) {
        guard recursion.enter() else { failure = failure ?? .recursion; recursion.leave(); return }
        defer { recursion.leave() }
        switch statement.kind {
        case .functionDef(let function): visit(function, statement, isAsync: false)
        case .asyncFunctionDef(let function): visit(function, statement, isAsync: true)
        case .classDef(let definition): visit(definition, statement)
        case .return(let value):
            if let value {
                visit(value)
                scope.returnsValue = true
            }
        case .delete(let targets): visit(targets)
        case .assign(let targets, let value):
            visit(targets)
            visit(value)
        case .augAssign(let target, _, let value):
            visit(target)
            visit(value)
        case .annAssign(let target, let annotation, let value, let simple):
            visitAnnotatedAssignment(statement, target, annotation, value, simple)
        case .for(let target, let iter, let body, let orelse), .asyncFor(let target, let iter, let body, let orelse):
            if case .asyncFor = statement.kind { scope.isCoroutine = true }
            visit(target)
            visit(iter)
            visit(body)
            visit(orelse)
        case .while(let test, let body, let orelse), .if(let test, let body, let orelse):
            visit(test)
            visit(body)
            visit(orelse)
        case .with(let items, let body), .asyncWith(let items, let body):
            if case .asyncWith = statement.kind { scope.isCoroutine = true }
            for item in items {
                visit(item.contextExpr)
                if let target = item.optionalVars { visit(target) }
            }
            visit(body)
        case .match(let subject, let cases):
            visit(subject)
            for item in cases {
                visit(item.pattern)
                if let test = item.guard { visit(test) }
                visit(item.body)
            }
        case .raise(let exception, let cause):
            if let exception { visit(exception) }
            if let cause { visit(cause) }
        case .try(let body, let handlers, let orelse, let finalbody), .tryStar(let body, let handlers, let orelse, let finalbody):
            visit(body)
            visit(orelse)
            for handler in handlers {
                if let type = handler.type { visit(type) }
                if let name = handler.name { add(name, [.local, .deleted], handler.range) }
                visit(handler.body)
            }
            visit(finalbody)
        case .assert(let test, let message):
            visit(test)
            if let message { visit(message) }
        case .import(let aliases): visit(aliases, statement)
        case .importFrom(_, let aliases, _): visit(aliases, statement)
        case .global(let names): declare(names, .global, "global", statement.range)
        case .nonlocal(let names): declare(names, .nonlocal, "nonlocal", statement.range)
        case .expression(let value): visit(value)
        case .pass, .break, .continue: break
        }
    }

    private mutating func visitAnnotatedAssignment(_ statement: Statement, _ target: Expression, _ annotation: Expression, _ value: Expression?, _ simple: Bool) {
        if case .name(let name, _) = target.kind {
            let known = scope.flags(of: mangle(name, in: scope.privateName))
            if !known.isDisjoint(with: [.global, .nonlocal]), simple, scope.kind != .module {
                let word = known.contains(.global) ? "global" : "nonlocal"
                fail("annotated name '\(name)' can't be \(word)", statement.range)
                return
            }
            if simple {
                add(name, [.annotated, .local], target.range)
            } else if value != nil {
                add(name, .local, target.range)
            }
        } else {
            visit(target)
        }
        scope.hasAnnotations = true
        visitAnnotation(annotation)
        if let value { visit(value) }
    }

    /// The scope of a postponed annotation, in which nothing that yields or binds may stand.
    mutating func visitAnnotation(_ annotation: Expression) {
        guard postponedAnnotations else { return visit(annotation) }
        let outer = scope
        open(.annotation, name: "_annotation", node: annotation, range: annotation.range, privateName: scope.privateName)
        visit(annotation)
        scope = outer
    }

    private mutating func declare(_ names: [String], _ flag: SymbolFlags, _ word: String, _ range: SourceRange) {
        for name in names {
            let mangled = mangle(name, in: scope.privateName)
            let known = scope.flags(of: mangled)
            if known.contains(.parameter) { return fail("name '\(name)' is parameter and \(word)", range) }
            if known.contains(.used) { return fail("name '\(name)' is used prior to \(word) declaration", range) }
            if known.contains(.annotated) { return fail("annotated name '\(name)' can't be \(word)", range) }
            if known.contains(.local) { return fail("name '\(name)' is assigned to before \(word) declaration", range) }
            scope.add(mangled, flag)
            // A variable that some function declares global is one for the module's own code too.
            if flag == .global { table.top.add(mangled, .global) }
            scope.directives.append((mangled, range))
        }
    }

    private mutating func visit(_ aliases: [Alias], _ statement: Statement) {
        for alias in aliases {
            if alias.name == "*" {
                if scope.kind != .module { return fail("import * only allowed at module level", alias.range) }
                continue
            }
            let name = alias.asname ?? String(alias.name.prefix { $0 != "." })
            add(name, .imported, alias.range)
        }
    }

    private mutating func visit(_ definition: Class, _ statement: Statement) {
        add(definition.name, .local, statement.range)
        visit(definition.bases)
        for keyword in definition.keywords { visit(keyword.value) }
        visit(definition.decorators)
        let outer = scope
        open(.class, name: definition.name, node: definition, range: statement.range, privateName: definition.name)
        visit(definition.body)
        scope = outer
    }

    private mutating func visit(_ function: Function, _ statement: Statement, isAsync: Bool) {
        add(function.name, .local, statement.range)
        visitDefaults(function.arguments)
        for argument in function.arguments.posonlyargs + function.arguments.args {
            if let annotation = argument.annotation { visitAnnotation(annotation) }
        }
        if let annotation = function.arguments.vararg?.annotation { visitAnnotation(annotation) }
        if let annotation = function.arguments.kwarg?.annotation { visitAnnotation(annotation) }
        for argument in function.arguments.kwonlyargs {
            if let annotation = argument.annotation { visitAnnotation(annotation) }
        }
        if let returns = function.returns { visitAnnotation(returns) }
        visit(function.decorators)
        let outer = scope
        open(.function, .function, name: function.name, node: function, range: statement.range, privateName: scope.privateName)
        scope.isAsyncFunction = isAsync
        scope.isCoroutine = isAsync
        addParameters(function.arguments)
        visit(function.body)
        scope = outer
    }

    mutating func visitDefaults(_ arguments: Arguments) {
        visit(arguments.defaults)
        for value in arguments.kwDefaults { if let value { visit(value) } }
    }

    mutating func addParameters(_ arguments: Arguments) {
        for argument in arguments.posonlyargs { add(argument.name, .parameter, argument.range) }
        for argument in arguments.args { add(argument.name, .parameter, argument.range) }
        for argument in arguments.kwonlyargs { add(argument.name, .parameter, argument.range) }
        if let argument = arguments.vararg {
            add(argument.name, .parameter, argument.range)
            scope.hasStarArgument = true
        }
        if let argument = arguments.kwarg {
            add(argument.name, .parameter, argument.range)
            scope.hasDoubleStarArgument = true
        }
    }

    // MARK: Patterns

    private mutating func visit(_ pattern: Pattern) {
        guard recursion.enter() else { failure = failure ?? .recursion; recursion.leave(); return }
        defer { recursion.leave() }
        switch pattern.kind {
        case .value(let value): visit(value)
        case .singleton: break
        case .sequence(let patterns), .or(let patterns):
            for inner in patterns { visit(inner) }
        case .mapping(let keys, let patterns, let rest):
            visit(keys)
            for inner in patterns { visit(inner) }
            if let rest { add(rest, .local, pattern.range) }
        case .class(let cls, let patterns, _, let keywordPatterns):
            visit(cls)
            for inner in patterns { visit(inner) }
            for inner in keywordPatterns { visit(inner) }
        case .star(let name):
            if let name { add(name, .local, pattern.range) }
        case .as(let inner, let name):
            if let inner { visit(inner) }
            if let name { add(name, .local, pattern.range) }
        }
    }
}
