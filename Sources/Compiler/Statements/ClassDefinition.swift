// `class`: a function that fills the namespace, given to `__build_class__`.

import Syntax

extension CodeGenerator {
    func compileClass(_ statement: Statement, _ definition: Class) {
        guard let scope = table.scope(of: definition) else { return }
        let top = u.nextTemporary
        let bases = compileDecorators(definition.decorators)
        u.location = statement.range
        let code = compileClassBody(statement, definition, scope)
        let base = u.nextTemporary, live = u.live
        u.location = statement.range
        u.emit(.loadBuildClass, flags: InstructionFlags.tempA, a: u.newTemporary())
        u.pushLive(base)
        u.nextTemporary = base + callHeaderSize
        let leading: [() -> Void] = [
            { self.emitFunction(code, flags: 0, base: self.u.nextTemporary, live: self.u.live, into: .temporary) },
            { self.loadConstant(.string(PythonText(definition.name), kindU: false), into: .temporary) },
        ]
        checkKeywords(definition.keywords)
        if isPlainCall(definition.bases, definition.keywords) {
            for load in leading { load() }
            compileArguments(definition.bases, definition.keywords)
            finishCall(
                base: base, live: live, count: 2 + definition.bases.count + definition.keywords.count, keywords: definition.keywords,
                isMethod: false, into: .temporary)
        } else {
            finishCallEx(
                base: base, live: live, leading: leading, arguments: definition.bases, keywords: definition.keywords, into: .temporary)
        }
        applyDecorators(definition.decorators, bases)
        if definition.name == "__debug__" { fail("cannot assign to __debug__") }
        storeName(definition.name, from: Operand(register: top, isTemporary: true))
        u.nextTemporary = top
    }

    private func compileClassBody(_ statement: Statement, _ definition: Class, _ scope: Scope) -> CodeUnit {
        let outer = u
        let line = firstLine(statement, definition.decorators)
        enterUnit(scope, name: definition.name, firstLine: line)
        u.unit.flags = functionFlags(scope)
        u.location = SourceRange(line: line, column: 0, endLine: line, endColumn: 0)
        let temporary = Operand(register: u.nextTemporary, isTemporary: true)
        loadName("__name__", into: .temporary)
        storeName("__module__", from: temporary)
        loadConstant(.string(PythonText(u.unit.qualifiedName), kindU: false), into: .temporary)
        storeName("__qualname__", from: temporary)
        compileNamespace(definition.body)
        u.location = definition.body.last?.range ?? statement.range
        if scope.needsClassCell, let cell = u.localRegisters["__class__"], u.isReachable {
            let register = u.newTemporary()
            u.emit(.move, flags: InstructionFlags.tempA, a: register, b: cell)
            u.pushLive(register)
            storeName("__classcell__", from: Operand(register: register, isTemporary: false))
            returnValue(Operand(register: register, isTemporary: true))
        }
        return leaveUnit(returning: outer)
    }

    /// The body of a module or class, with its docstring and annotations.
    func compileNamespace(_ body: [Statement]) {
        if u.scope.hasAnnotations { u.emit(.setupAnnotations) }
        var rest = body[...]
        if let text = docstring(body), let first = body.first {
            rest = rest.dropFirst()
            if options.optimizationLevel < 2 {
                u.location = first.range
                let register = u.nextTemporary
                loadConstant(.string(text, kindU: false), into: .temporary)
                storeName("__doc__", from: Operand(register: register, isTemporary: true))
            }
        }
        compile(Array(rest))
    }
}
