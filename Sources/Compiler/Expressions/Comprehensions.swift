// Comprehensions and generator expressions: functions of one argument, the iterator of the outermost loop.

import Syntax

extension CodeGenerator {
    private enum Collected {
        case list(Expression), set(Expression), dict(Expression, Expression), generator(Expression)
    }

    func compileComprehension(_ expression: Expression, into destination: Destination) {
        let collected: Collected
        let generators: [Comprehension]
        let name: String
        switch expression.kind {
        case .listComp(let element, let list): (collected, generators, name) = (.list(element), list, "<listcomp>")
        case .setComp(let element, let list): (collected, generators, name) = (.set(element), list, "<setcomp>")
        case .dictComp(let key, let value, let list): (collected, generators, name) = (.dict(key, value), list, "<dictcomp>")
        case .generatorExp(let element, let list): (collected, generators, name) = (.generator(element), list, "<genexpr>")
        default: return
        }
        guard let scope = table.scope(of: expression), let outermost = generators.first else {
            return loadConstant(.none, into: destination)
        }
        let range = expression.range
        var isGenerator = false
        if case .generator = collected { isGenerator = true }
        let isAsync = scope.isCoroutine
        if isAsync, !isGenerator, !u.scope.isAsyncFunction, !u.scope.isComprehension,
            !(options.allowsTopLevelAwait && u.scope.kind == .module)
        {
            fail("asynchronous comprehension outside of an asynchronous function", range)
        }
        let outer = u
        enterUnit(scope, name: name, firstLine: Int(range.line), parameters: [".0"])
        u.unit.flags = functionFlags(scope)
        u.unit.argumentCount = 1
        beginGenerator(line: Int(range.line))
        u.location = range
        if isGenerator {
            _ = u.constant(.none)
            compileLoops(generators[...], collected, into: -1, isOutermost: true)
        } else {
            let collection: Int
            switch collected {
            case .set: collection = pushEmpty(.buildSet)
            case .dict: collection = pushEmpty(.buildMap)
            default: collection = pushEmpty(.buildList)
            }
            compileLoops(generators[...], collected, into: collection, isOutermost: true)
            returnValue(Operand(register: collection, isTemporary: true))
        }
        let code = leaveUnit(returning: outer)

        let base = u.nextTemporary, live = u.live
        emitFunction(code, flags: 0, base: base, live: live, into: .temporary)
        u.nextTemporary = base + callHeaderSize
        let first = u.nextTemporary, liveBefore = u.live
        let source = operand(outermost.iter)
        produce(
            outermost.isAsync ? .getAsyncIter : .getIter, flags: source.killB, into: .temporary, base: first, live: liveBefore,
            b: source.register)
        if isAsync, !isGenerator {
            emitCall(.call, base: base, live: live, count: 1, into: .temporary)
            u.nextTemporary = base
            u.live = live
            // The coroutine is awaited where it stands.
            awaitTopmost(base, into: destination)
        } else {
            emitCall(.call, base: base, live: live, count: 1, into: destination)
        }
    }

    /// Awaits the value in temporary `register`, which is the next one.
    func awaitTopmost(_ register: Int, flags: UInt8 = 0, into destination: Destination) {
        let live = u.live
        u.nextTemporary = register + 2
        u.reserve(register + 2)
        u.pushLive(register)
        u.emit(
            .getAwaitable, flags: flags | InstructionFlags.tempA | InstructionFlags.killB, a: register + 1, b: register)
        u.live = live
        u.pushLive(register + 1)
        u.emit(.loadConst, flags: InstructionFlags.tempA, a: register, bc: u.constant(.none))
        u.pushLive(register)
        u.emit(
            .yieldFrom, flags: InstructionFlags.tempA | InstructionFlags.killB | InstructionFlags.isAwait, a: register, b: register + 1)
        u.live = live
        u.pushLive(register)
        u.nextTemporary = register + 1
        move(Operand(register: register, isTemporary: true), into: destination)
    }

    private func compileLoops(_ generators: ArraySlice<Comprehension>, _ collected: Collected, into collection: Int, isOutermost: Bool) {
        guard let generator = generators.first else { return compileElement(collected, into: collection) }
        guard recursion.enter() else {
            if failure == nil { failure = .recursion }
            recursion.leave()
            return
        }
        defer { recursion.leave() }
        if !isOutermost, !generator.isAsync, let only = singleElement(generator.iter) {
            // `for x in [y]` is how one writes an assignment here.
            let end = u.newLabel()
            assign(generator.target, only)
            for test in generator.ifs { condition(test, jumpIf: false, to: end) }
            compileLoops(generators.dropFirst(), collected, into: collection, isOutermost: false)
            u.bind(end)
            return
        }
        let iterator = u.nextTemporary, live = u.live
        if isOutermost {
            produce(.move, into: .temporary, base: iterator, live: live, b: 0)
        } else {
            let source = operand(generator.iter)
            produce(
                generator.isAsync ? .getAsyncIter : .getIter, flags: source.killB, into: .temporary, base: iterator, live: live,
                b: source.register)
        }
        loop(over: iterator, target: generator.target, isAsync: generator.isAsync, endRange: generator.iter.range, breakLabel: -1) { next in
            for test in generator.ifs { self.condition(test, jumpIf: false, to: next) }
            self.compileLoops(generators.dropFirst(), collected, into: collection, isOutermost: false)
        }
    }

    private func singleElement(_ iter: Expression) -> Expression? {
        switch iter.kind {
        case .list(let elements, _), .tuple(let elements, _):
            guard elements.count == 1, !hasStar(elements) else { return nil }
            return elements[0]
        case .constant(.tuple(let values)):
            return values.count == 1 ? Expression(.constant(values[0]), iter.range) : nil
        default: return nil
        }
    }

    private func compileElement(_ collected: Collected, into collection: Int) {
        switch collected {
        case .list(let element): add(.listAppend, to: collection, element)
        case .set(let element): add(.setAdd, to: collection, element)
        case .dict(let key, let value): addEntry(to: collection, key, value)
        case .generator(let element):
            let base = u.nextTemporary, live = u.live
            let item = operand(element)
            let wrap = u.scope.isCoroutine ? InstructionFlags.asyncWrap : 0
            produce(.yieldValue, flags: wrap | item.killB, into: .temporary, base: base, live: live, b: item.register)
            discard(Operand(register: base, isTemporary: true))
        }
    }
}
