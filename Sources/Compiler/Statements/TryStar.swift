// `try ... except*` (PEP 654).
//
// The handlers run one after the other on what the ones before left of the group. What they raise is collected, and at the end
// it is raised together with what no handler took.

import Syntax

extension CodeGenerator {
    func compileStarHandlers(_ handlers: [ExceptHandler], exception: Int, cleanup: Int, end: Int) {
        // Only the handlers have lines: what stands between them tells a tracer nothing.
        u.location = .none
        let raised = pushEmpty(.buildList)
        let rest = u.nextTemporary
        move(Operand(register: exception, isTemporary: false), into: .temporary)
        push(Block(kind: .exceptStar), weight: 2)
        for handler in handlers {
            u.location = handler.range
            compileStarHandler(handler, raised: raised, rest: rest)
            u.location = .none
        }
        u.blocks.removeLast()
        u.emit(.listAppend, flags: InstructionFlags.killB, a: raised, b: rest)
        u.popLive(rest)
        u.nextTemporary = rest
        let result = u.newTemporary()
        u.emit(.prepareReraiseStar, flags: InstructionFlags.tempA | InstructionFlags.killC, a: result, b: exception, c: raised)
        u.popLive(raised)
        u.pushLive(result)
        u.closeRegion(cleanup)
        let raise = u.newLabel()
        u.emitBranch(.jumpIfNotNone, a: result, to: raise)
        let live = u.live
        u.emit(.release, a: result)
        u.popLive(result)
        endHandling(exception)
        u.jump(to: end)
        u.live = live
        u.bind(raise)
        endHandling(exception)
        u.emit(.reraise, flags: InstructionFlags.killA, a: result)
        u.popLive(result)
        u.isReachable = false
    }

    private func compileStarHandler(_ handler: ExceptHandler, raised: Int, rest: Int) {
        guard let type = handler.type else { return fail("expected one or more exception types") }
        let top = u.nextTemporary, live = u.live
        let types = operand(type)
        let match = u.newTemporary()
        u.reserve(match + 3)
        u.emit(
            .matchExceptionGroup, flags: InstructionFlags.tempA | InstructionFlags.killB | types.killC, a: match, b: rest,
            c: types.register)
        u.drop(types)
        u.popLive(rest)
        u.pushLive(match)
        u.pushLive(match + 1)
        u.emit(.move, flags: InstructionFlags.tempA | InstructionFlags.killB, a: rest, b: match + 1)
        u.live = live
        u.pushLive(match)
        u.nextTemporary = match + 1
        let none = u.newLabel(), next = u.newLabel()
        u.emitBranch(.jumpIfNone, a: match, to: none)
        let liveWithMatch = u.live
        if let name = handler.name {
            if name == "__debug__" { fail("cannot assign to __debug__") }
            storeName(name, from: Operand(register: match, isTemporary: false))
        }
        // The part that matched is the exception being handled in the body.
        u.emit(.pushException, a: match)
        u.pushLive(match + 1)
        u.nextTemporary = match + 2
        let region = u.openRegion(handler: u.newLabel())
        u.blocks[u.blocks.count - 1].region = region
        compile(handler.body)
        u.location = .none
        u.closeRegion(region)
        u.emit(.popException, a: match)
        u.live = live
        if let name = handler.name { unbind(name) }
        u.jump(to: next)

        u.bindHandler(region)
        let new = u.regions[region].register
        u.reserve(new + 1)
        u.emit(.popException, a: match)
        u.live = live
        u.pushLive(new)
        u.nextTemporary = new + 1
        if let name = handler.name { unbind(name) }
        u.emit(.listAppend, flags: InstructionFlags.killB, a: raised, b: new)
        u.live = live
        u.jump(to: next)

        u.live = liveWithMatch
        u.bind(none)
        u.emit(.release, a: match)
        u.live = live
        u.nextTemporary = top
        u.bind(next)
    }
}
