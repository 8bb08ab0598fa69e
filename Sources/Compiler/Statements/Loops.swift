// `if`, `while`, `for`, and what leaves loops.
//
// A `while` tests at the bottom, where a fused compare-and-branch closes the loop; the test is compiled a second time before
// the loop.

import Syntax

extension CodeGenerator {
    /// CPython's limit on nested loops, `try` and `with` statements.
    static let mostBlocks = 20

    func push(_ block: Block, weight: Int = 1) {
        var depth = weight
        for outer in u.blocks { depth += outer.weight }
        if depth > Self.mostBlocks { fail("too many statically nested blocks") }
        u.blocks.append(block)
        u.blocks[u.blocks.count - 1].weight = weight
    }

    func compileIf(_ test: Expression, _ body: [Statement], _ orelse: [Statement]) {
        let otherwise = u.newLabel()
        if case .constant = test.kind { u.mark(test.range) }
        condition(test, jumpIf: false, to: otherwise)
        compile(body)
        if orelse.isEmpty {
            u.bind(otherwise)
        } else {
            let end = u.newLabel()
            u.jump(to: end)
            u.bind(otherwise)
            compile(orelse)
            u.bind(end)
        }
    }

    func compileWhile(_ test: Expression, _ body: [Statement], _ orelse: [Statement]) {
        let range = u.location
        let top = u.newLabel(), next = u.newLabel(), otherwise = u.newLabel(), end = u.newLabel()
        push(Block(kind: .loop, breakLabel: end, continueLabel: next))
        if case .constant(let value) = test.kind, !value.isTrue { u.mark(test.range) }
        condition(test, jumpIf: false, to: otherwise)
        u.bindLoopHead(top)
        if case .constant = test.kind { u.mark(test.range) }
        compile(body)
        u.bind(next)
        u.location = range
        condition(test, jumpIf: true, to: top)
        u.blocks.removeLast()
        u.bind(otherwise)
        compile(orelse)
        u.bind(end)
    }

    func compileFor(_ target: Expression, _ iter: Expression, _ body: [Statement], _ orelse: [Statement], isAsync: Bool) {
        let end = u.newLabel()
        let iterator = u.nextTemporary, live = u.live
        let source = operand(iter)
        produce(
            isAsync ? .getAsyncIter : .getIter, flags: source.killB, into: .temporary, base: iterator, live: live, b: source.register)
        loop(over: iterator, target: target, isAsync: isAsync, endRange: iter.range, breakLabel: end) { next in
            self.compile(body)
        }
        compile(orelse)
        u.bind(end)
    }

    /// Runs `body` for each item of the iterator in the topmost temporary, which is gone after the loop. A loop that can be left
    /// by `break` has a label for that.
    func loop(
        over iterator: Int, target: Expression, isAsync: Bool, endRange: SourceRange, breakLabel: Int, body: (_ next: Int) -> Void
    ) {
        let range = u.location
        let head = u.newLabel(), exit = u.newLabel()
        let liveAfter = u.tree.remove(iterator, from: u.live)
        if breakLabel >= 0 {
            push(Block(kind: .loop, register: iterator, breakLabel: breakLabel, continueLabel: head))
        }
        u.bindLoopHead(head)
        if isAsync {
            let region = u.openRegion(handler: u.newLabel())
            delegate(into: .temporary, isAwait: true) { awaitable in
                self.u.emit(.getAsyncNext, flags: InstructionFlags.tempA, a: awaitable, b: iterator)
            }
            u.closeRegion(region)
            store(target, from: Operand(register: iterator + 1, isTemporary: true))
            body(head)
            u.jump(to: head)
            if breakLabel >= 0 { u.blocks.removeLast() }
            u.bindHandler(region)
            u.location = endRange
            u.emit(
                .endAsyncFor, flags: InstructionFlags.killA | InstructionFlags.killB, a: u.regions[region].register, b: iterator)
            u.reserve(u.regions[region].register + 1)
            u.location = range
            u.live = liveAfter
            u.nextTemporary = iterator
            return
        }
        if let register = localRegister(of: target) {
            at(target.range) { checkTarget(target) }
            u.emitBranch(.forIter, a: register, b: iterator, to: exit)
            u.markOperand(target.range)
            u.markBound(register)
        } else {
            let item = u.newTemporary()
            u.emitBranch(.forIter, flags: InstructionFlags.tempA, a: item, b: iterator, to: exit)
            u.pushLive(item)
            store(target, from: Operand(register: item, isTemporary: true))
        }
        body(head)
        u.jump(to: head)
        if breakLabel >= 0 { u.blocks.removeLast() }
        u.live = liveAfter
        u.nextTemporary = iterator
        u.bind(exit)
        u.location = range
    }

    func compileBreak() { leaveLoop(isBreak: true, "'break' outside loop") }
    func compileContinue() { leaveLoop(isBreak: false, "'continue' not properly in loop") }

    private func leaveLoop(isBreak: Bool, _ message: String) {
        var depth = u.blocks.count - 1
        while depth >= 0, u.blocks[depth].kind != .loop {
            if u.blocks[depth].kind == .exceptStar { return fail(Self.exceptStarMessage) }
            depth -= 1
        }
        if depth < 0 { return fail(message) }
        let loop = u.blocks[depth]
        leaveBlocks(downTo: depth + 1, pending: nil) {
            if isBreak, loop.register >= 0 { u.emit(.release, a: loop.register); u.popLive(loop.register) }
            u.jump(to: isBreak ? loop.breakLabel : loop.continueLabel)
        }
    }
}
