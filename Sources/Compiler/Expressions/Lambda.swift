// Functions as values: the function object, its closure, and lambdas.

import Syntax

extension CodeGenerator {
    /// Puts the cells that `code` needs into a tuple in the next temporary; false if it needs none.
    private func compileClosure(_ code: CodeUnit) -> Bool {
        if code.freeNames.isEmpty { return false }
        let base = u.nextTemporary, live = u.live
        let isLong = code.freeNames.count > Self.longestDisplay
        if isLong { _ = pushEmpty(.buildList) }
        for name in code.freeNames {
            let register = u.newTemporary()
            if u.scope.place(of: name) == .cell || u.scope.kind == .class && name == "__class__" && u.scope.needsClassCell,
                let cell = u.localRegisters[name]
            {
                u.emit(.move, flags: InstructionFlags.tempA, a: register, b: cell)
            } else {
                u.emit(.loadFreeCell, flags: InstructionFlags.tempA, a: register, b: u.freeNumbers[name] ?? 0)
            }
            u.pushLive(register)
            if isLong { appendTopmost(register, to: base) }
        }
        if isLong {
            produce(.listToTuple, flags: InstructionFlags.killB, into: .temporary, base: base, live: live, b: base)
            return true
        }
        produce(.buildTuple, into: .temporary, base: base, live: live, b: base, c: code.freeNames.count)
        return true
    }

    /// Makes the function. What `flags` names stands in the temporaries from `base` on already.
    func emitFunction(_ code: CodeUnit, flags: UInt8, base: Int, live: Int32, into destination: Destination) {
        var flags = flags
        if compileClosure(code) { flags |= InstructionFlags.hasClosure }
        let index = u.code(code)
        if flags == 0, destination.isLocal {
            u.emit(.makeFunction, a: destination.local, bc: index)
            u.markBound(destination.local)
            return
        }
        u.reserve(base + 1)
        u.emit(.makeFunction, flags: flags | InstructionFlags.tempA, a: base, bc: index)
        u.live = live
        u.pushLive(base)
        u.nextTemporary = base + 1
        move(Operand(register: base, isTemporary: true), into: destination)
    }

    /// Evaluates defaults into the next temporaries and gives the flags that say which there are.
    func compileDefaults(_ arguments: Arguments) -> UInt8 {
        var flags: UInt8 = 0
        if !arguments.defaults.isEmpty {
            compileTuple(arguments.defaults, into: .temporary)
            flags |= InstructionFlags.hasDefaults
        }
        let withDefault = arguments.kwDefaults.reduce(0) { $0 + ($1 == nil ? 0 : 1) }
        if withDefault > Self.longestDisplay {
            let dict = pushEmpty(.buildMap)
            for (argument, value) in zip(arguments.kwonlyargs, arguments.kwDefaults) {
                guard let value else { continue }
                let name = mangle(argument.name, in: u.scope.privateName)
                addEntry(to: dict, Expression(.constant(.string(PythonText(name), kindU: false)), value.range), value)
            }
            return flags | InstructionFlags.hasKeywordDefaults
        }
        var names: [Constant] = []
        let base = u.nextTemporary, live = u.live
        for (argument, value) in zip(arguments.kwonlyargs, arguments.kwDefaults) {
            guard let value else { continue }
            names.append(.string(PythonText(mangle(argument.name, in: u.scope.privateName)), kindU: false))
            compile(value, into: .temporary)
        }
        if !names.isEmpty {
            produce(
                .buildConstKeyMap, into: .temporary, base: base, live: live, b: base, c: names.count, extra: u.constant(.tuple(names)))
            flags |= InstructionFlags.hasKeywordDefaults
        }
        return flags
    }

    /// Names of the parameters in the order of their registers, as the scope knows them.
    func parameterNames(_ arguments: Arguments, in scope: Scope) -> [String] {
        var names: [String] = []
        for argument in arguments.posonlyargs { names.append(argument.name) }
        for argument in arguments.args { names.append(argument.name) }
        for argument in arguments.kwonlyargs { names.append(argument.name) }
        if let argument = arguments.vararg { names.append(argument.name) }
        if let argument = arguments.kwarg { names.append(argument.name) }
        return names.map { mangle($0, in: scope.privateName) }
    }

    func describeParameters(_ arguments: Arguments, of unit: CodeUnit) {
        unit.argumentCount = arguments.posonlyargs.count + arguments.args.count
        unit.positionalOnlyCount = arguments.posonlyargs.count
        unit.keywordOnlyCount = arguments.kwonlyargs.count
    }

    func checkParameters(_ arguments: Arguments) {
        for list in [arguments.posonlyargs, arguments.args, arguments.kwonlyargs] {
            for argument in list where argument.name == "__debug__" { fail("cannot assign to __debug__") }
        }
        if arguments.vararg?.name == "__debug__" || arguments.kwarg?.name == "__debug__" { fail("cannot assign to __debug__") }
    }

    /// Generators return their object first.
    func beginGenerator(line: Int) {
        guard u.scope.isGenerator || u.scope.isCoroutine else { return }
        at(SourceRange(line: line, column: -1, endLine: line, endColumn: -1)) { u.emit(.returnGenerator) }
    }

    func compileLambda(_ expression: Expression, _ arguments: Arguments, _ body: Expression, into destination: Destination) {
        guard let scope = table.scope(of: expression) else { return loadConstant(.none, into: destination) }
        checkParameters(arguments)
        let base = u.nextTemporary, live = u.live
        let flags = compileDefaults(arguments)
        let outer = u
        enterUnit(
            scope, name: "<lambda>", firstLine: Int(expression.range.line), parameters: parameterNames(arguments, in: scope))
        u.unit.flags = functionFlags(scope)
        describeParameters(arguments, of: u.unit)
        // The first constant is the docstring.
        _ = u.constant(.none)
        beginGenerator(line: Int(expression.range.line))
        u.location = body.range
        returnValue(operand(body))
        let code = leaveUnit(returning: outer)
        emitFunction(code, flags: flags, base: base, live: live, into: destination)
    }

    func returnValue(_ value: Operand) {
        u.emit(.returnValue, flags: value.killA, a: value.register)
        release(value)
        u.isReachable = false
    }
}
