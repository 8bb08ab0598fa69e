// Statements: the simple ones, and the way to the others.

import Syntax

extension CodeGenerator {
    func compile(_ statements: [Statement]) {
        for statement in statements {
            if failure != nil { return }
            compile(statement)
        }
    }

    func compile(_ statement: Statement) {
        guard recursion.enter() else {
            if failure == nil { failure = .recursion }
            recursion.leave()
            return
        }
        defer { recursion.leave() }
        u.location = statement.range
        switch statement.kind {
        case .functionDef(let function): compileFunction(statement, function, isAsync: false)
        case .asyncFunctionDef(let function): compileFunction(statement, function, isAsync: true)
        case .classDef(let definition): compileClass(statement, definition)
        case .return(let value): compileReturn(value)
        case .delete(let targets): for target in targets { compileDelete(target) }
        case .assign(let targets, let value): compileAssign(targets, value)
        case .augAssign(let target, let op, let value): compileAugmentedAssign(target, op, value)
        case .annAssign(let target, let annotation, let value, let simple):
            compileAnnotatedAssign(target, annotation, value, simple)
        case .for(let target, let iter, let body, let orelse): compileFor(target, iter, body, orelse, isAsync: false)
        case .asyncFor(let target, let iter, let body, let orelse):
            checkAsync("async for")
            compileFor(target, iter, body, orelse, isAsync: true)
        case .while(let test, let body, let orelse): compileWhile(test, body, orelse)
        case .if(let test, let body, let orelse): compileIf(test, body, orelse)
        case .with(let items, let body): compileWith(items[...], body, statement.range, isAsync: false)
        case .asyncWith(let items, let body):
            checkAsync("async with")
            compileWith(items[...], body, statement.range, isAsync: true)
        case .match(let subject, let cases): compileMatch(subject, cases)
        case .raise(let exception, let cause): compileRaise(exception, cause)
        case .try(let body, let handlers, let orelse, let finalbody):
            u.mark(statement.range)
            compileTry(body, handlers, orelse, finalbody, isStar: false)
        case .tryStar(let body, let handlers, let orelse, let finalbody):
            u.mark(statement.range)
            compileTry(body, handlers, orelse, finalbody, isStar: true)
        case .assert(let test, let message): compileAssert(test, message)
        case .import(let aliases): for alias in aliases { compileImport(alias) }
        case .importFrom(let module, let names, let level): compileImportFrom(module, names, level)
        case .global, .nonlocal: break
        case .pass: u.mark(statement.range)
        case .expression(let value):
            if isInteractive, u.scope.kind == .module {
                let item = operand(value)
                u.emit(.printExpression, flags: item.killA, a: item.register)
                release(item)
            } else {
                u.mark(value.range)
                compileEffect(value)
            }
        case .break:
            u.mark(statement.range)
            compileBreak()
        case .continue:
            u.mark(statement.range)
            compileContinue()
        }
    }

    private func checkAsync(_ what: String) {
        if options.allowsTopLevelAwait, u.scope.kind == .module { return }
        if !u.scope.isAsyncFunction { fail("'\(what)' outside async function") }
    }

    private func compileRaise(_ exception: Expression?, _ cause: Expression?) {
        let base = u.nextTemporary, live = u.live
        var flags: UInt8 = 0, first = 0, second = 0
        if let exception {
            let value: Operand
            if let cause { value = operand(exception, before: cause) } else { value = operand(exception) }
            flags |= InstructionFlags.hasException | value.killA
            first = value.register
            if let cause {
                let value = operand(cause)
                flags |= InstructionFlags.hasCause | value.killB
                second = value.register
            }
        }
        u.emit(.raise, flags: flags, a: first, b: second)
        u.live = live
        u.nextTemporary = base
        u.isReachable = false
    }

    private func compileAssert(_ test: Expression, _ message: Expression?) {
        checkAssertion(test)
        if options.optimizationLevel > 0 { return }
        let end = u.newLabel()
        if case .constant = test.kind { u.mark(test.range) }
        condition(test, jumpIf: true, to: end)
        let base = u.nextTemporary, live = u.live
        u.emit(.loadAssertionError, flags: InstructionFlags.tempA, a: u.newTemporary())
        u.pushLive(base)
        if let message {
            u.nextTemporary = base + callHeaderSize
            compile(message, into: .temporary)
            emitCall(.call, base: base, live: live, count: 1, into: .temporary)
        }
        u.emit(.raise, flags: InstructionFlags.hasException | InstructionFlags.killA, a: base)
        u.live = live
        u.nextTemporary = base
        u.isReachable = false
        u.bind(end)
    }

    // MARK: Annotations

    private func compileAnnotatedAssign(_ target: Expression, _ annotation: Expression, _ value: Expression?, _ simple: Bool) {
        let isNamespace = u.scope.kind != .function
        if let value { assign(target, value) }
        switch target.kind {
        case .name(let name, _):
            checkTarget(target)
            if simple, isNamespace {
                let base = u.nextTemporary, live = u.live
                compileAnnotation(annotation)
                loadName("__annotations__", into: .temporary)
                loadConstant(.string(PythonText(mangle(name, in: u.scope.privateName)), kindU: false), into: .temporary)
                u.emit(
                    .storeSubscript, flags: InstructionFlags.killA | InstructionFlags.killB | InstructionFlags.killC, a: base + 1,
                    b: base + 2, c: base)
                u.live = live
                u.nextTemporary = base
            }
        case .attribute(let object, _, _):
            checkTarget(target)
            if value == nil { compileEffect(object) }
        case .subscript(let object, let index, _):
            if value == nil {
                compileEffect(object)
                if case .slice(let lower, let upper, let step) = index.kind {
                    for part in [lower, upper, step] { if let part { compileEffect(part) } }
                } else {
                    compileEffect(index)
                }
            }
        default: fail("invalid annotated assignment target")
        }
        if !simple, isNamespace, !future.contains(.annotations) { compileEffect(annotation) }
    }

    /// An annotation's value, or its text if evaluation is postponed, in the next temporary.
    func compileAnnotation(_ annotation: Expression) {
        if future.contains(.annotations) {
            loadConstant(.string(PythonText(utf8: Unparser.text(of: annotation)), kindU: false), into: .temporary)
        } else if case .starred(let inner, _) = annotation.kind {
            // `*args: *Ts` is the one element of the unpacked value (PEP 646).
            let base = u.nextTemporary, live = u.live
            let value = operand(inner)
            u.nextTemporary = max(u.nextTemporary, base + 1)
            let output = u.nextTemporary
            u.reserve(output + 1)
            u.emit(.unpackSequence, flags: InstructionFlags.tempA | value.killB, a: output, b: value.register, c: 1)
            u.live = live
            u.pushLive(output)
            u.emit(.move, flags: InstructionFlags.tempA | InstructionFlags.killB, a: base, b: output)
            u.live = live
            u.pushLive(base)
            u.nextTemporary = base + 1
        } else {
            compile(annotation, into: .temporary)
        }
    }

    // MARK: Imports

    private func importModule(_ name: String, _ level: Int, _ names: Constant) {
        let base = u.nextTemporary, live = u.live
        loadConstant(.int(level), into: .temporary)
        loadConstant(names, into: .temporary)
        produce(
            .importName, flags: InstructionFlags.killB | InstructionFlags.killC, into: .temporary, base: base, live: live, b: base,
            c: base + 1, extra: u.plainName(name))
    }

    private func storeAlias(_ name: String, _ register: Int) {
        if name == "__debug__" { fail("cannot assign to __debug__") }
        storeName(name, from: Operand(register: register, isTemporary: true))
    }

    private func compileImport(_ alias: Alias) {
        let module = u.nextTemporary, live = u.live
        importModule(alias.name, 0, .none)
        let parts = alias.name.split(separator: ".", omittingEmptySubsequences: false)
        if let asname = alias.asname {
            var current = module
            for part in parts.dropFirst() {
                let inner = u.newTemporary()
                u.emit(.importFrom, flags: InstructionFlags.tempA, a: inner, b: current, extra: u.plainName(String(part)))
                u.pushLive(inner)
                u.emit(.release, a: current)
                u.popLive(current)
                current = inner
            }
            storeAlias(asname, current)
        } else {
            storeAlias(String(parts.first ?? ""), module)
        }
        u.live = live
        u.nextTemporary = module
    }

    private func compileImportFrom(_ module: String?, _ names: [Alias], _ level: Int) {
        if module == "__future__", u.location.line > futureLine {
            fail("from __future__ imports must occur at the beginning of the file")
        }
        let register = u.nextTemporary, live = u.live
        importModule(module ?? "", level, .tuple(names.map { .string(PythonText($0.name), kindU: false) }))
        if names.count == 1, names[0].name == "*" {
            u.emit(.importStar, flags: InstructionFlags.killA, a: register)
        } else {
            for alias in names {
                let item = u.newTemporary()
                u.emit(.importFrom, flags: InstructionFlags.tempA, a: item, b: register, extra: u.name(alias.name))
                u.pushLive(item)
                storeAlias(alias.asname ?? alias.name, item)
                u.nextTemporary = register + 1
            }
            u.emit(.release, a: register)
        }
        u.live = live
        u.nextTemporary = register
    }
}
