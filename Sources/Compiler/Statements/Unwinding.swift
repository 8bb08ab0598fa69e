// Leaving blocks early: `return`, `break` and `continue` undo what the blocks they leave have set up, innermost first.

import Syntax

extension CodeGenerator {
    static let exceptStarMessage = "'break', 'continue' and 'return' cannot appear in an except* block"

    /// Emits what undoes the blocks above `depth`, then `finish`. The blocks, and what is live, are as before for the code that
    /// follows. A value to be returned is `pending` meanwhile.
    func leaveBlocks(downTo depth: Int, pending: Operand?, _ finish: () -> Void) {
        let blocks = u.blocks, live = u.live, top = u.nextTemporary, location = u.location
        var suspended: [Int] = []
        var hasRun = false
        while u.blocks.count > depth {
            let block = u.blocks.removeLast()
            for region in [block.region, block.outerRegion] where region >= 0 {
                u.closeRegion(region)
                suspended.append(region)
            }
            leave(block, pending: pending)
            // What follows a `finally` body or an `__exit__` stands for nothing in the source.
            if block.kind == .tryFinally || block.kind == .with || block.kind == .asyncWith { hasRun = true }
            u.location = hasRun ? .none : location
        }
        finish()
        u.blocks = blocks
        u.live = live
        u.nextTemporary = top
        u.location = location
        for region in suspended { u.resumeRegion(region) }
    }

    private func leave(_ block: Block, pending: Operand?) {
        switch block.kind {
        case .tryExcept: break
        case .loop, .pendingValue:
            if block.register >= 0 {
                u.emit(.release, a: block.register)
                u.popLive(block.register)
            }
        case .tryFinally:
            if let pending, pending.isTemporary { u.blocks.append(Block(kind: .pendingValue, register: pending.register)) }
            compile(block.finalBody)
            if let pending, pending.isTemporary { u.blocks.removeLast() }
        case .handler: endHandling(block.register)
        case .namedHandler:
            endHandling(block.register)
            unbind(block.name)
        case .with, .asyncWith:
            u.location = block.range
            callExit(block.register, isAsync: block.kind == .asyncWith)
        case .exceptStar: fail(Self.exceptStarMessage)
        }
    }

    func compileReturn(_ value: Expression?) {
        if u.scope.kind != .function {
            fail("'return' outside function")
        } else if value != nil, u.scope.isGenerator, u.scope.isCoroutine {
            fail("'return' with value in async generator")
        }
        let base = u.nextTemporary, live = u.live
        defer {
            u.nextTemporary = base
            u.live = live
        }
        var mustUnwind = false, mayRebind = false
        for block in u.blocks {
            switch block.kind {
            case .tryExcept: break
            case .loop, .pendingValue: if block.register >= 0 { mustUnwind = true }
            case .handler: mustUnwind = true
            case .tryFinally, .namedHandler, .with, .asyncWith, .exceptStar:
                mustUnwind = true
                mayRebind = true
            }
        }
        var constant = Constant.none
        var isConstant = value == nil
        if let value, case .constant(let known) = value.kind { (constant, isConstant) = (known, true) }
        if isConstant {
            u.mark(u.location)
            if mustUnwind {
                leaveBlocks(downTo: 0, pending: nil) { returnConstant(constant) }
            } else {
                returnConstant(constant)
            }
            u.isReachable = false
            return
        }
        guard let value else { return }
        var result = operand(value)
        if !mustUnwind {
            returnValue(result)
            return
        }
        if !result.isTemporary, mayRebind {
            let register = u.newTemporary()
            u.emit(.move, flags: InstructionFlags.tempA, a: register, b: result.register)
            u.pushLive(register)
            result = Operand(register: register, isTemporary: true)
        }
        if u.blocks.contains(where: { $0.kind == .exceptStar }) { u.location = value.range }
        leaveBlocks(downTo: 0, pending: result) { returnValue(result) }
        u.isReachable = false
    }

    private func returnConstant(_ value: Constant) {
        let register = u.nextTemporary
        loadConstant(value, into: .temporary)
        returnValue(Operand(register: register, isTemporary: true))
    }
}
