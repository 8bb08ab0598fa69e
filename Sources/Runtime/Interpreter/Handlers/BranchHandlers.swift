// Handlers: branches.

import CPythonABI
import Compiler

extension Handlers {
    static func installBranches() {
        set(.jump, opJump)
        set(.jumpBack, opJumpBack)
        set(.jumpIfTrue, opJumpIfTrue)
        set(.jumpIfFalse, opJumpIfFalse)
        set(.jumpIfNone, opJumpIfNone)
        set(.jumpIfNotNone, opJumpIfNotNone)
        set(.jumpIfLess, opJumpIfLess)
        set(.jumpIfNotLess, opJumpIfNotLess)
        set(.jumpIfLessImm, opJumpIfLessImm)
        set(.jumpIfNotLessImm, opJumpIfNotLessImm)
        set(.jumpIfLessOrEqual, opJumpIfLessOrEqual)
        set(.jumpIfNotLessOrEqual, opJumpIfNotLessOrEqual)
        set(.jumpIfLessOrEqualImm, opJumpIfLessOrEqualImm)
        set(.jumpIfNotLessOrEqualImm, opJumpIfNotLessOrEqualImm)
        set(.jumpIfEqual, opJumpIfEqual)
        set(.jumpIfNotEqualNot, opJumpIfNotEqualNot)
        set(.jumpIfEqualImm, opJumpIfEqualImm)
        set(.jumpIfNotEqualNotImm, opJumpIfNotEqualNotImm)
        set(.jumpIfNotEqual, opJumpIfNotEqual)
        set(.jumpIfNotNotEqual, opJumpIfNotNotEqual)
        set(.jumpIfNotEqualImm, opJumpIfNotEqualImm)
        set(.jumpIfNotNotEqualImm, opJumpIfNotNotEqualImm)
        set(.jumpIfGreater, opJumpIfGreater)
        set(.jumpIfNotGreater, opJumpIfNotGreater)
        set(.jumpIfGreaterImm, opJumpIfGreaterImm)
        set(.jumpIfNotGreaterImm, opJumpIfNotGreaterImm)
        set(.jumpIfGreaterOrEqual, opJumpIfGreaterOrEqual)
        set(.jumpIfNotGreaterOrEqual, opJumpIfNotGreaterOrEqual)
        set(.jumpIfGreaterOrEqualImm, opJumpIfGreaterOrEqualImm)
        set(.jumpIfNotGreaterOrEqualImm, opJumpIfNotGreaterOrEqualImm)
    }
}

/// Where the branch with a long offset goes.
@inline(__always) private func longTarget(_ pc: ProgramCounter, _ word: UInt64) -> ProgramCounter { pc + 1 + operandBC(pc) }
@inline(__always) private func takeLong(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return branch(fp, longTarget(pc, word), back: operandBC(pc) < 0)
}
@inline(__always) private func take(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return branch(fp, pc + 1 + signedC(pc), back: signedC(pc) < 0)
}

@c(_pyswift_op_jump) func opJump(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return dispatch(fp, longTarget(pc, word))
}

@c(_pyswift_op_jumpBack) func opJumpBack(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let target = longTarget(pc, word)
    #if DEBUG || TRAMPOLINE
    fp.code.pointee.heat &-= 1
    if fp.code.pointee.heat == 0 { return heatAndJump(fp, target) }
    return branch(fp, target, back: true)
    #else
    if _pyswift_loop.eval_breaker != 0 { return branch(fp, target, back: true) }
    let code = fp.code
    let heat = code.pointee.heat &- 1
    code.pointee.heat = heat
    if heat == 0 { return heatAndJump(fp, target) }
    let next = target.pointee
    let handler = _pyswift_handler(next)
    if _pyswift_is_range_handler(handler) != 0 { return stepRange(fp, target, next) }
    return handler(fp, target, next)
    #endif
}

@c(_pyswift_op_jumpIfTrue) func opJumpIfTrue(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let x = fp[operandA(pc)]
    if x.isTrue { return takeLong(fp, pc, word) }
    if x.isFalse { return dispatch(fp, pc + 1) }
    if x.isSmallInt { return x.smallInt != 0 ? takeLong(fp, pc, word) : dispatch(fp, pc + 1) }
    fp.pc = pc + 1
    return finishTruth(Slow.truth(fp, word), when: 1)
}

@c(_pyswift_op_jumpIfFalse) func opJumpIfFalse(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let x = fp[operandA(pc)]
    if x.isFalse { return takeLong(fp, pc, word) }
    if x.isTrue { return dispatch(fp, pc + 1) }
    if x.isSmallInt { return x.smallInt == 0 ? takeLong(fp, pc, word) : dispatch(fp, pc + 1) }
    fp.pc = pc + 1
    return finishTruth(Slow.truth(fp, word), when: 0)
}

/// Goes on after a slow test: `outcome` is 0, 1, 2 for an exception, 3 for another frame that runs first.
@inline(never) private func finishTruth(_ outcome: UInt8, when sense: UInt8) {
    if outcome > 1 { return turn(outcome == 2 ? .raised : .frame) }
    let fp = CurrentFrame.fp.unsafelyUnwrapped
    let pc = fp.pc - 1
    return outcome == sense ? takeLong(fp, pc, pc.pointee) : dispatch(fp, pc + 1)
}

@c(_pyswift_op_jumpIfNone) func opJumpIfNone(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let x = fp[operandA(pc)]
    if x.isNone { return takeLong(fp, pc, word) }
    if x.isNull {
        fp.pc = pc + 1
        return turn(Slow.unboundLocal(fp, operandA(pc)))
    }
    if !hasFlag(word, InstructionFlags.killA) { return dispatch(fp, pc + 1) }
    fp[operandA(pc)] = .null
    return release(x, fp, pc + 1)
}

@c(_pyswift_op_jumpIfNotNone) func opJumpIfNotNone(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let x = fp[operandA(pc)]
    if x.isNone { return dispatch(fp, pc + 1) }
    if x.isNull {
        fp.pc = pc + 1
        return turn(Slow.unboundLocal(fp, operandA(pc)))
    }
    if hasFlag(word, InstructionFlags.killA) { return killAndTake(fp, pc, word) }
    return takeLong(fp, pc, word)
}
@inline(never) private func killAndTake(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    Registers.kill(fp + operandA(pc))
    return takeLong(fp, pc, word)
}

/// Comparison of r[a] and r[b] with branch.
@inline(__always) private func compare(
    _ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64, _ operation: Comparison, when sense: UInt8
) {
    let outcome = Fast.compare(fp[operandA(pc)], fp[operandB(pc)], operation)
    if outcome < 2 { return outcome == sense ? take(fp, pc, word) : dispatch(fp, pc + 1) }
    fp.pc = pc + 1
    return finish(Slow.compareBranch(fp, word, operation, fp[operandB(pc)]), when: sense)
}
/// Comparison of r[a] and the number b with branch.
@inline(__always) private func compareImm(
    _ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64, _ operation: Comparison, when sense: UInt8
) {
    let outcome = Fast.compareImm(fp[operandA(pc)], signedB(pc), operation)
    if outcome < 2 { return outcome == sense ? take(fp, pc, word) : dispatch(fp, pc + 1) }
    fp.pc = pc + 1
    return finish(Slow.compareBranch(fp, word, operation, Value(smallInt: signedB(pc))), when: sense)
}
@inline(never) private func finish(_ outcome: UInt8, when sense: UInt8) {
    if outcome > 1 { return turn(outcome == 2 ? .raised : .frame) }
    let fp = CurrentFrame.fp.unsafelyUnwrapped
    let pc = fp.pc - 1
    return outcome == sense ? take(fp, pc, pc.pointee) : dispatch(fp, pc + 1)
}

@c(_pyswift_op_jumpIfLess) func opJumpIfLess(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return compare(fp, pc, word, .less, when: 1)
}

@c(_pyswift_op_jumpIfNotLess) func opJumpIfNotLess(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return compare(fp, pc, word, .less, when: 0)
}

@c(_pyswift_op_jumpIfLessImm) func opJumpIfLessImm(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return compareImm(fp, pc, word, .less, when: 1)
}

@c(_pyswift_op_jumpIfNotLessImm) func opJumpIfNotLessImm(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return compareImm(fp, pc, word, .less, when: 0)
}

@c(_pyswift_op_jumpIfLessOrEqual) func opJumpIfLessOrEqual(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return compare(fp, pc, word, .lessOrEqual, when: 1)
}

@c(_pyswift_op_jumpIfNotLessOrEqual) func opJumpIfNotLessOrEqual(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return compare(fp, pc, word, .lessOrEqual, when: 0)
}

@c(_pyswift_op_jumpIfLessOrEqualImm) func opJumpIfLessOrEqualImm(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return compareImm(fp, pc, word, .lessOrEqual, when: 1)
}

@c(_pyswift_op_jumpIfNotLessOrEqualImm) func opJumpIfNotLessOrEqualImm(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return compareImm(fp, pc, word, .lessOrEqual, when: 0)
}

@c(_pyswift_op_jumpIfEqual) func opJumpIfEqual(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return compare(fp, pc, word, .equal, when: 1)
}

@c(_pyswift_op_jumpIfNotEqualNot) func opJumpIfNotEqualNot(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return compare(fp, pc, word, .equal, when: 0)
}

@c(_pyswift_op_jumpIfEqualImm) func opJumpIfEqualImm(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return compareImm(fp, pc, word, .equal, when: 1)
}

@c(_pyswift_op_jumpIfNotEqualNotImm) func opJumpIfNotEqualNotImm(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return compareImm(fp, pc, word, .equal, when: 0)
}

@c(_pyswift_op_jumpIfNotEqual) func opJumpIfNotEqual(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return compare(fp, pc, word, .notEqual, when: 1)
}

@c(_pyswift_op_jumpIfNotNotEqual) func opJumpIfNotNotEqual(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return compare(fp, pc, word, .notEqual, when: 0)
}

@c(_pyswift_op_jumpIfNotEqualImm) func opJumpIfNotEqualImm(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return compareImm(fp, pc, word, .notEqual, when: 1)
}

@c(_pyswift_op_jumpIfNotNotEqualImm) func opJumpIfNotNotEqualImm(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return compareImm(fp, pc, word, .notEqual, when: 0)
}

@c(_pyswift_op_jumpIfGreater) func opJumpIfGreater(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return compare(fp, pc, word, .greater, when: 1)
}

@c(_pyswift_op_jumpIfNotGreater) func opJumpIfNotGreater(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return compare(fp, pc, word, .greater, when: 0)
}

@c(_pyswift_op_jumpIfGreaterImm) func opJumpIfGreaterImm(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return compareImm(fp, pc, word, .greater, when: 1)
}

@c(_pyswift_op_jumpIfNotGreaterImm) func opJumpIfNotGreaterImm(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return compareImm(fp, pc, word, .greater, when: 0)
}

@c(_pyswift_op_jumpIfGreaterOrEqual) func opJumpIfGreaterOrEqual(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return compare(fp, pc, word, .greaterOrEqual, when: 1)
}

@c(_pyswift_op_jumpIfNotGreaterOrEqual) func opJumpIfNotGreaterOrEqual(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return compare(fp, pc, word, .greaterOrEqual, when: 0)
}

@c(_pyswift_op_jumpIfGreaterOrEqualImm) func opJumpIfGreaterOrEqualImm(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return compareImm(fp, pc, word, .greaterOrEqual, when: 1)
}

@c(_pyswift_op_jumpIfNotGreaterOrEqualImm) func opJumpIfNotGreaterOrEqualImm(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return compareImm(fp, pc, word, .greaterOrEqual, when: 0)
}
