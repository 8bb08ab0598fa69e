// `with` and `async with`.

import Syntax

extension CodeGenerator {
    func compileWith(_ items: ArraySlice<WithItem>, _ body: [Statement], _ range: SourceRange, isAsync: Bool) {
        guard let item = items.first else { return compile(body) }
        // What cannot be compiled anyway is not descended into.
        if u.blocks.count >= Self.mostBlocks, failure != nil { return }
        let base = u.nextTemporary, live = u.live
        u.location = range
        let context = operand(item.contextExpr)
        // The two results stand clear of the operand.
        let exit = context.isTemporary ? base + 1 : base
        u.reserve(exit + 2)
        u.emit(isAsync ? .beforeAsyncWith : .beforeWith, flags: InstructionFlags.tempA | context.killB, a: exit, b: context.register)
        u.live = live
        u.pushLive(exit)
        if isAsync {
            awaitTopmost(exit + 1, flags: InstructionFlags.awaitEnter, into: .temporary)
            u.popLive(exit + 1)
        }
        u.nextTemporary = exit + 1
        let region = u.openRegion(handler: u.newLabel())
        push(Block(kind: isAsync ? .asyncWith : .with, register: exit, region: region, range: range))
        let entered = Operand(register: u.pushTemporary(), isTemporary: true)
        if let target = item.optionalVars { store(target, from: entered) } else { discard(entered) }
        u.nextTemporary = exit + 1
        if items.count > 1 { compileWith(items.dropFirst(), body, range, isAsync: isAsync) } else { compile(body) }
        u.blocks.removeLast()
        u.closeRegion(region)

        let end = u.newLabel()
        u.location = range
        callExit(exit, isAsync: isAsync)
        u.jump(to: end)

        compileExceptionalExit(region, exit: exit, live: live, end: end, isAsync: isAsync)
        u.live = live
        u.nextTemporary = base
        u.bind(end)
    }

    private func compileExceptionalExit(_ region: Int, exit: Int, live: Int32, end: Int, isAsync: Bool) {
        let range = u.location
        u.bindHandler(region)
        let exception = u.regions[region].register
        let liveWithExit = u.live
        u.reserve(exception + 2)
        u.emit(.pushException, a: exception)
        // The exit function is used up by the call, so it is not live where exceptions of the call go.
        u.live = live
        u.pushLive(exception)
        u.pushLive(exception + 1)
        u.nextTemporary = exception + 2
        let cleanup = u.openRegion(handler: u.newLabel())
        let liveInHandler = u.live
        u.live = liveWithExit
        u.pushLive(exception)
        u.pushLive(exception + 1)
        let result = u.newTemporary()
        u.emit(
            .withExceptStart, flags: InstructionFlags.tempA | InstructionFlags.killB, a: result, b: exit, c: exception)
        u.live = liveInHandler
        if isAsync {
            awaitTopmost(result, flags: InstructionFlags.awaitExit, into: .temporary)
        } else {
            u.pushLive(result)
        }
        let suppressed = u.newLabel()
        u.emitBranch(.jumpIfTrue, flags: InstructionFlags.killA, a: result, to: suppressed)
        u.live = liveInHandler
        u.nextTemporary = exception + 2
        reraise(exception, closing: cleanup, isCleanup: true)
        u.live = liveInHandler
        u.bind(suppressed)
        endHandling(exception)
        u.jump(to: end)
        endCleanup(cleanup, exception: exception)
        u.location = range
    }

    /// Calls the exit function in `exit` with three times None, and forgets it.
    func callExit(_ exit: Int, isAsync: Bool) {
        let top = u.nextTemporary
        var base = exit
        if top != exit + 1 {
            // Something waits above it.
            base = u.newTemporary()
            u.emit(.move, flags: InstructionFlags.tempA | InstructionFlags.killB, a: base, b: exit)
            u.popLive(exit)
            u.pushLive(base)
        }
        let live = u.tree.remove(base, from: u.live)
        u.nextTemporary = base + callHeaderSize
        for _ in 0..<3 { loadConstant(.none, into: .temporary) }
        emitCall(.call, base: base, live: live, count: 3, into: .temporary)
        if isAsync {
            u.live = live
            u.nextTemporary = base
            awaitTopmost(base, flags: InstructionFlags.awaitExit, into: .temporary)
        }
        u.emit(.release, a: base)
        u.live = live
        u.nextTemporary = top
    }
}
