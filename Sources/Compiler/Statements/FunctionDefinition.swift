// `def` and `async def`.

import Syntax

extension CodeGenerator {
    /// Evaluates decorators: each is a callable whose argument stands after its header.
    func compileDecorators(_ decorators: [Expression]) -> [Int] {
        var bases: [Int] = []
        for decorator in decorators {
            let base = u.nextTemporary
            compile(decorator, into: .temporary)
            bases.append(base)
            u.nextTemporary = base + callHeaderSize
            u.reserve(u.nextTemporary)
        }
        return bases
    }

    /// Calls the decorators, the last one first, on the value in the topmost temporary.
    func applyDecorators(_ decorators: [Expression], _ bases: [Int]) {
        for (decorator, base) in zip(decorators, bases).reversed() {
            let argument = base + callHeaderSize
            let live = u.tree.remove(base, from: u.tree.remove(argument, from: u.live))
            at(decorator.range) { emitCall(.call, base: base, live: live, count: 1, into: .temporary) }
        }
    }

    /// The first line of a definition is that of its first decorator.
    func firstLine(_ statement: Statement, _ decorators: [Expression]) -> Int {
        Int(decorators.first?.range.line ?? statement.range.line)
    }

    func docstring(_ body: [Statement]) -> PythonText? {
        if let first = body.first, case .expression(let value) = first.kind, case .constant(.string(let text, _)) = value.kind { return text }
        return nil
    }

    func compileFunction(_ statement: Statement, _ function: Function, isAsync: Bool) {
        guard let scope = table.scope(of: function) else { return }
        checkParameters(function.arguments)
        let top = u.nextTemporary
        let bases = compileDecorators(function.decorators)
        u.location = statement.range
        let base = u.nextTemporary, live = u.live
        var flags = compileDefaults(function.arguments)
        if compileAnnotations(function) { flags |= InstructionFlags.hasAnnotations }

        let outer = u
        enterUnit(
            scope, name: function.name, firstLine: firstLine(statement, function.decorators),
            parameters: parameterNames(function.arguments, in: scope))
        u.unit.flags = functionFlags(scope)
        describeParameters(function.arguments, of: u.unit)
        beginGenerator(line: u.unit.firstLine)
        var body = function.body[...]
        if let text = docstring(function.body) {
            body = body.dropFirst()
            _ = u.constant(options.optimizationLevel < 2 ? .string(text, kindU: false) : .none)
        } else {
            _ = u.constant(.none)
        }
        u.location = function.body.first?.range ?? statement.range
        compile(Array(body))
        let code = leaveUnit(returning: outer)

        if function.name == "__debug__" { fail("cannot assign to __debug__") }
        if bases.isEmpty, case .local(let register) = access(function.name) {
            emitFunction(code, flags: flags, base: base, live: live, into: .local(register))
        } else {
            emitFunction(code, flags: flags, base: base, live: live, into: .temporary)
            applyDecorators(function.decorators, bases)
            storeName(function.name, from: Operand(register: top, isTemporary: true))
        }
        u.nextTemporary = top
    }

    /// The tuple of names and annotations in the next temporary; false if there are none.
    private func compileAnnotations(_ function: Function) -> Bool {
        var list: [(String, Expression)] = []
        let arguments = function.arguments
        func add(_ argument: Argument) {
            if let annotation = argument.annotation { list.append((argument.name, annotation)) }
        }
        arguments.args.forEach(add)
        arguments.posonlyargs.forEach(add)
        if let argument = arguments.vararg { add(argument) }
        arguments.kwonlyargs.forEach(add)
        if let argument = arguments.kwarg { add(argument) }
        if let returns = function.returns { list.append(("return", returns)) }
        if list.isEmpty { return false }
        let base = u.nextTemporary, live = u.live
        let isLong = 2 * list.count > Self.longestDisplay
        if isLong { _ = pushEmpty(.buildList) }
        for (name, annotation) in list {
            let first = u.nextTemporary
            loadConstant(.string(PythonText(mangle(name, in: u.scope.privateName)), kindU: false), into: .temporary)
            if isLong { appendTopmost(first, to: base) }
            compileAnnotation(annotation)
            if isLong { appendTopmost(first, to: base) }
        }
        if isLong {
            produce(.listToTuple, flags: InstructionFlags.killB, into: .temporary, base: base, live: live, b: base)
            return true
        }
        produce(.buildTuple, into: .temporary, base: base, live: live, b: base, c: 2 * list.count)
        return true
    }
}
