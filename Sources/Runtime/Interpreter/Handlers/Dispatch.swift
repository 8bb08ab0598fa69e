// Dispatch.
//
// Every opcode has a handler: a C function of (frame, instruction's address, instruction). A handler ends by calling the handler of
// the next instruction, which the optimiser makes a jump: frame, address and instruction stay in the registers that arguments are
// passed in, each handler has an indirect branch of its own to predict, and nothing is saved on the native stack. For that a
// handler must do everything else that calls as the last thing as well, or in a function that is not inlined. The test of the hot
// code sees to it that no handler calls through the table where it should jump.
//
// Unoptimised and instrumented builds, which keep calls calls, go through the driver in `Interpreter.run` instead: there, `dispatch` notes where to
// go on and returns.

import CPythonABI
import Compiler

/// Goes on at `pc` in the frame `fp`.
@inline(__always) func dispatch(_ fp: FramePointer, _ pc: ProgramCounter) {
    #if DEBUG || TRAMPOLINE
    _pyswift_loop.next_frame = UnsafeMutableRawPointer(fp)
    _pyswift_loop.next_instruction = pc
    #else
    let word = pc.pointee
    return _pyswift_handler(word)(fp, pc, word)
    #endif
}

/// r[a] of the instruction at `pc` = an owned value, then on to what comes `length` words later.
@inline(__always) func store(_ fp: FramePointer, _ pc: ProgramCounter, _ length: Int, _ word: UInt64, _ value: Value) {
    let slot = fp + operandA(pc)
    if !hasFlag(word, InstructionFlags.tempA) {
        let old = slot.pointee
        slot.pointee = value
        return release(old, fp, pc + length)
    }
    slot.pointee = value
    return dispatch(fp, pc + length)
}
/// The same for an operation that takes r[b] over if that is a temporary in its last use.
@inline(__always) func storeKillingB(_ fp: FramePointer, _ pc: ProgramCounter, _ length: Int, _ word: UInt64, _ value: Value) {
    if !hasFlag(word, InstructionFlags.killB) { return store(fp, pc, length, word, value) }
    let source = fp + operandB(pc)
    let owner = source.pointee
    source.pointee = .null
    if owner.isObject {
        let count = owner.object.pointee.ob_refcnt &- 1
        owner.object.pointee.ob_refcnt = count
        if count == 0 { return deallocateAndStore(fp, pc, length, word, value, owner.object) }
    }
    return store(fp, pc, length, word, value)
}
/// Frees the object that the instruction at `pc` looked into, then stores what it found there.
@inline(never) private func deallocateAndStore(
    _ fp: FramePointer, _ pc: ProgramCounter, _ length: Int, _ word: UInt64, _ value: Value, _ object: ObjectPointer
) {
    fp.pc = pc + length
    deallocate(object)
    return store(fp, pc, length, word, value)
}
/// Releases what was stored over, then r[a], a temporary in its last use.
@inline(never) func releaseThenKillA(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64, _ old: Value) {
    fp.pc = pc
    old.release()
    Registers.kill(fp + operandA(word))
    return dispatch(fp, pc)
}
/// Releases a value that was replaced, then on to `pc`.
@inline(__always) func release(_ old: Value, _ fp: FramePointer, _ pc: ProgramCounter) {
    if old.isObject {
        let count = old.object.pointee.ob_refcnt &- 1
        old.object.pointee.ob_refcnt = count
        if count == 0 {
            return deallocateAndGoOn(fp, pc, old.object)
        }
    }
    return dispatch(fp, pc)
}
/// Frees an object, which may run anything, and goes on where the frame says.
@inline(never) private func deallocateAndGoOn(_ fp: FramePointer, _ pc: ProgramCounter, _ object: ObjectPointer) {
    if object.pointee.ob_type == PyLong_TypePointer() {
        IntObject.free(object)
        return dispatch(fp, pc)
    }
    fp.pc = pc
    deallocate(object)
    return proceed(.next)
}

/// Goes on as the status of a slow path says. The frame's pc is that of the next instruction. (Not inlined: handlers would have to
/// set up a native frame on their fast paths too.)
@inline(never) func resume(_ status: Status) {
    if status == .next {
        let fp = CurrentFrame.fp.unsafelyUnwrapped
        return dispatch(fp, fp.pc)
    }
    return turn(status)
}
/// The same where the slow path is the only one: with a jump of its own to predict.
@inline(__always) func proceed(_ status: Status) {
    if status != .next { return turn(status) }
    let fp = CurrentFrame.fp.unsafelyUnwrapped
    return dispatch(fp, fp.pc)
}
/// Anything but going on: an exception, another frame, the end.
@inline(never) func turn(_ status: Status) {
    if status == .exit { return leave() }
    if status != .frame && status != .next && Unwinding.unwind(traceback: status == .raised) == .exit {
        Interpreter.result = .null
        return leave()
    }
    guard let fp = CurrentFrame.fp else {
        Interpreter.result = .null
        return leave()
    }
    return dispatch(fp, fp.pc)
}
/// A generator that native code runs has yielded an owned value.
@c(_pyswift_native_yielded) func nativeYielded(_ value: Value) {
    Interpreter.result = value
    Interpreter.yielded = true
    return leave()
}
/// Returns to `Interpreter.run`.
@inline(__always) func leave() {
    #if DEBUG || TRAMPOLINE
    _pyswift_loop.next_instruction = nil
    #endif
}

/// Goes on at `target`; a branch that goes back serves the eval breaker.
@inline(__always) func branch(_ fp: FramePointer, _ target: ProgramCounter, back: Bool) {
    if back {
        if _pyswift_loop.eval_breaker != 0 {
            fp.pc = target
            return serveBreaker()
        }
        let heat = fp.code.pointee.heat &- 1
        fp.code.pointee.heat = heat
        if heat == 0 { return heatAndJump(fp, target) }
    }
    return dispatch(fp, target)
}
@inline(never) private func serveBreaker() {
    let status = Slow.serveBreaker()
    // What is raised is raised by the instruction that was to be next.
    if status == .raised, let fp = CurrentFrame.fp { fp.pc += 1 }
    return resume(status)
}

typealias Handler = @convention(c) (FramePointer, ProgramCounter, UInt64) -> Void

enum Handlers {
    static func set(_ opcode: Opcode, _ handler: Handler) { _pyswift_set_handler(opcode.rawValue, handler) }
    static func set(_ opcodes: [Opcode], _ handler: Handler) { for opcode in opcodes { set(opcode, handler) } }

    /// Fills the table. Opcodes that are not in it raise.
    static func install() {
        for code in 0...255 { _pyswift_set_handler(UInt8(code), opUnknown) }
        installMoves()
        installNames()
        installAttributes()
        installSubscripts()
        installArithmetic()
        installComparisons()
        installBranches()
        installIteration()
        installCalls()
        installRest()
    }
}

@c(_pyswift_op_unknown) func opUnknown(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.unknownInstruction(word))
}
