// `try`. A `finally` body is compiled once for each way out: the normal one, the exceptional one, and every `return`, `break` or
// `continue` that leaves the statement.
//
// A handler begins with `pushException r`, which saves the exception that was being handled before in r+1, and ends with
// `popException r`. A region around the handler sends exceptions raised in it to a few instructions that restore the old state
// and raise the new exception on.

import Syntax

extension CodeGenerator {
    func compileTry(
        _ body: [Statement], _ handlers: [ExceptHandler], _ orelse: [Statement], _ finalbody: [Statement], isStar: Bool
    ) {
        if finalbody.isEmpty {
            compileTryExcept(body, handlers, orelse, isStar: isStar)
            return
        }
        let end = u.newLabel()
        let region = u.openRegion(handler: u.newLabel())
        push(Block(kind: .tryFinally, region: region, finalBody: finalbody))
        if handlers.isEmpty { compile(body) } else { compileTryExcept(body, handlers, orelse, isStar: isStar) }
        u.blocks.removeLast()
        u.closeRegion(region)
        let base = u.regions[region].register, live = u.regions[region].live
        compile(finalbody)
        u.jump(to: end)

        let cleanup = beginHandling(region)
        push(Block(kind: .handler, register: base, region: cleanup))
        compile(finalbody)
        u.blocks.removeLast()
        reraise(base, closing: cleanup)
        endCleanup(cleanup, exception: base)
        u.live = live
        u.nextTemporary = base
        u.bind(end)
    }

    /// Starts the handler of `region`: the exception becomes the one being handled. Gives the region of the handler's code.
    func beginHandling(_ region: Int) -> Int {
        u.bindHandler(region)
        let register = u.regions[region].register
        let location = u.location
        u.location = .none
        u.reserve(register + 2)
        u.emit(.pushException, a: register)
        u.location = location
        u.pushLive(register)
        u.pushLive(register + 1)
        u.nextTemporary = register + 2
        return u.openRegion(handler: u.newLabel())
    }

    /// Ends the handling of the exception in `register`.
    func endHandling(_ register: Int) {
        let location = u.location
        u.location = .none
        defer { u.location = location }
        u.emit(.popException, a: register)
        u.popLive(register + 1)
        u.popLive(register)
    }

    /// Raises the exception being handled again. The frame then stands where it is, or, after a cleanup, where the exception was raised.
    func reraise(_ register: Int, closing region: Int, isCleanup: Bool = false) {
        u.closeRegion(region)
        let location = u.location
        u.location = .none
        let copy = u.newTemporary()
        u.emit(.move, flags: InstructionFlags.tempA, a: copy, b: register)
        u.pushLive(copy)
        endHandling(register)
        u.location = location
        u.emit(.reraise, flags: InstructionFlags.killA | (isCleanup ? InstructionFlags.isCleanup : 0), a: copy)
        u.popLive(copy)
        u.isReachable = false
    }

    /// Where exceptions of a handler go: the state before is restored, and they are raised on.
    func endCleanup(_ region: Int, exception register: Int) {
        u.bindHandler(region)
        let raised = u.regions[region].register
        let location = u.location
        u.location = .none
        u.reserve(raised + 1)
        endHandlingAtHandler(register, raised)
        u.location = location
    }

    private func endHandlingAtHandler(_ register: Int, _ raised: Int) {
        u.emit(.popException, a: register)
        u.popLive(register + 1)
        u.popLive(register)
        u.pushLive(raised)
        u.emit(.reraise, flags: InstructionFlags.killA | InstructionFlags.isCleanup, a: raised)
        u.popLive(raised)
        u.isReachable = false
    }

    /// Unbinds the variable of `except ... as name`.
    func unbind(_ name: String) {
        if case .local(let register) = access(name) {
            u.emit(.clearLocal, a: register)
            return
        }
        let register = u.nextTemporary
        loadConstant(.none, into: .temporary)
        storeName(name, from: Operand(register: register, isTemporary: true))
        switch access(name) {
        case .local: break
        case .cell(let cell): u.emit(.deleteCell, a: cell)
        case .free(let number), .classFree(let number): u.emit(.deleteFree, a: number)
        case .global: u.emit(.deleteGlobal, extra: u.name(name))
        case .name: u.emit(.deleteName, extra: u.name(name))
        }
        u.nextTemporary = register
    }

    private func compileTryExcept(_ body: [Statement], _ handlers: [ExceptHandler], _ orelse: [Statement], isStar: Bool) {
        let end = u.newLabel()
        let region = u.openRegion(handler: u.newLabel())
        push(Block(kind: .tryExcept, region: region))
        compile(body)
        u.blocks.removeLast()
        u.closeRegion(region)
        let base = u.regions[region].register, live = u.regions[region].live
        compile(orelse)
        u.jump(to: end)

        let cleanup = beginHandling(region)
        if isStar {
            compileStarHandlers(handlers, exception: base, cleanup: cleanup, end: end)
        } else {
            compileHandlers(handlers, exception: base, cleanup: cleanup, end: end)
        }
        endCleanup(cleanup, exception: base)
        u.live = live
        u.nextTemporary = base
        u.bind(end)
    }

    private func compileHandlers(_ handlers: [ExceptHandler], exception: Int, cleanup: Int, end: Int) {
        let live = u.live, top = u.nextTemporary
        push(Block(kind: .handler, register: exception, region: cleanup), weight: 2)
        for (i, handler) in handlers.enumerated() {
            u.location = handler.range
            if handler.type == nil, i < handlers.count - 1 { fail("default 'except:' must be last") }
            let next = u.newLabel()
            if let type = handler.type {
                let result = u.nextTemporary
                let types = operand(type)
                produce(
                    .matchException, flags: types.killC, into: .temporary, base: result, live: live, b: exception, c: types.register)
                u.emitBranch(.jumpIfFalse, flags: InstructionFlags.killA, a: result, to: next)
                u.live = live
                u.nextTemporary = top
            } else {
                u.mark(handler.range)
            }
            if let name = handler.name {
                compileNamedBody(handler, name, exception: exception, cleanup: cleanup)
            } else {
                compile(handler.body)
                u.closeRegion(cleanup)
                u.location = .none
                u.emit(.popException, a: exception)
                u.location = handler.range
            }
            let liveOutside = u.tree.remove(exception, from: u.tree.remove(exception + 1, from: live))
            u.live = liveOutside
            u.jump(to: end)
            u.resumeRegion(cleanup)
            u.live = live
            u.nextTemporary = top
            u.bind(next)
        }
        u.blocks.removeLast()
        if let last = handlers.last { u.location = last.range }
        reraise(exception, closing: cleanup)
    }

    /// The body of `except ... as name`, up to the end of the handling.
    private func compileNamedBody(_ handler: ExceptHandler, _ name: String, exception: Int, cleanup: Int) {
        let live = u.live, top = u.nextTemporary
        if name == "__debug__" { fail("cannot assign to __debug__") }
        storeName(name, from: Operand(register: exception, isTemporary: false))
        let region = u.openRegion(handler: u.newLabel())
        u.blocks.removeLast()
        push(Block(kind: .namedHandler, register: exception, region: region, outerRegion: cleanup, name: name), weight: 2)
        compile(handler.body)
        u.blocks.removeLast()
        push(Block(kind: .handler, register: exception, region: cleanup), weight: 2)
        u.closeRegion(region)
        u.closeRegion(cleanup)
        let done = u.newLabel()
        endHandling(exception)
        u.location = .none
        unbind(name)
        u.jump(to: done)

        u.resumeRegion(cleanup)
        u.bindHandler(region)
        let raised = u.regions[region].register
        u.reserve(raised + 1)
        let location = u.location
        u.location = .none
        if case .local(let register) = access(name) {
            // The first instruction of a handler cannot raise.
            u.emit(.clearLocal, a: register)
            u.pushLive(raised)
        } else {
            u.emit(.nop)
            u.pushLive(raised)
            u.nextTemporary = raised + 1
            unbind(name)
        }
        u.emit(.reraise, flags: InstructionFlags.killA | InstructionFlags.isCleanup, a: raised)
        u.isReachable = false
        u.closeRegion(cleanup)
        u.location = location
        u.live = u.tree.remove(exception, from: u.tree.remove(exception + 1, from: live))
        u.nextTemporary = top
        u.bind(done)
    }
}
