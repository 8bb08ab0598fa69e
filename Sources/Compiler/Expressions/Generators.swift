// `yield`, `yield from` and `await`.

import Syntax

extension CodeGenerator {
    private var isInFunction: Bool { u.scope.kind == .function }

    func compileYield(_ value: Expression?, into destination: Destination) {
        if !isInFunction { fail("'yield' outside function") }
        let base = u.nextTemporary, live = u.live
        let item: Operand
        if let value {
            item = operand(value)
        } else {
            loadConstant(.none, into: .temporary)
            item = Operand(register: base, isTemporary: true)
        }
        let wrap = u.scope.isCoroutine ? InstructionFlags.asyncWrap : 0
        produce(.yieldValue, flags: wrap | item.killB, into: destination, base: base, live: live, b: item.register)
    }

    func compileYieldFrom(_ value: Expression, into destination: Destination) {
        if !isInFunction { fail("'yield' outside function") }
        if u.scope.isAsyncFunction { fail("'yield from' inside async function") }
        delegate(into: destination, isAwait: false) { iterator in
            let item = self.operand(value)
            self.u.emit(.getYieldFromIter, flags: InstructionFlags.tempA | item.killB, a: iterator, b: item.register)
            self.release(item)
        }
    }

    func compileAwait(_ value: Expression, into destination: Destination) {
        if !options.allowsTopLevelAwait || u.scope.kind != .module {
            if !isInFunction {
                fail("'await' outside function")
            } else if !u.scope.isAsyncFunction, !u.scope.isComprehension {
                fail("'await' outside async function")
            }
        }
        delegate(into: destination, isAwait: true) { iterator in
            let item = self.operand(value)
            self.u.emit(.getAwaitable, flags: InstructionFlags.tempA | item.killB, a: iterator, b: item.register)
            self.release(item)
        }
    }

    /// Runs an inner iterator, which `makeIterator` puts into the register it is given.
    func delegate(into destination: Destination, isAwait: Bool, _ makeIterator: (Int) -> Void) {
        let base = u.newTemporary()
        u.emit(.loadConst, flags: InstructionFlags.tempA, a: base, bc: u.constant(.none))
        u.pushLive(base)
        let iterator = u.nextTemporary
        u.reserve(iterator + 1)
        makeIterator(iterator)
        u.nextTemporary = iterator + 1
        u.pushLive(iterator)
        u.emit(
            .yieldFrom, flags: InstructionFlags.tempA | InstructionFlags.killB | (isAwait ? InstructionFlags.isAwait : 0), a: base, b: iterator)
        u.popLive(iterator)
        u.nextTemporary = base + 1
        move(Operand(register: base, isTemporary: true), into: destination)
    }
}
