// Handlers: comparisons.

import CPythonABI
import Compiler

extension Handlers {
    static func installComparisons() {
        set(.less, opLess)
        set(.lessOrEqual, opLessOrEqual)
        set(.equal, opEqual)
        set(.notEqual, opNotEqual)
        set(.greater, opGreater)
        set(.greaterOrEqual, opGreaterOrEqual)
        set(.isSame, opIsSame)
        set(.isNotSame, opIsNotSame)
        set([.contains, .notContains], opContains)
    }
}

@c(_pyswift_op_less) func opLess(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let outcome = Fast.compare(fp[operandB(pc)], fp[operandC(pc)], .less)
    if outcome < 2 { return store(fp, pc, 1, word, Value(bits: 2 | UInt64(outcome))) }
    fp.pc = pc + 1
    return resume(Slow.compare(fp, word, .less))
}

@c(_pyswift_op_lessOrEqual) func opLessOrEqual(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let outcome = Fast.compare(fp[operandB(pc)], fp[operandC(pc)], .lessOrEqual)
    if outcome < 2 { return store(fp, pc, 1, word, Value(bits: 2 | UInt64(outcome))) }
    fp.pc = pc + 1
    return resume(Slow.compare(fp, word, .lessOrEqual))
}

@c(_pyswift_op_equal) func opEqual(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let outcome = Fast.compare(fp[operandB(pc)], fp[operandC(pc)], .equal)
    if outcome < 2 { return store(fp, pc, 1, word, Value(bits: 2 | UInt64(outcome))) }
    fp.pc = pc + 1
    return resume(Slow.compare(fp, word, .equal))
}

@c(_pyswift_op_notEqual) func opNotEqual(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let outcome = Fast.compare(fp[operandB(pc)], fp[operandC(pc)], .notEqual)
    if outcome < 2 { return store(fp, pc, 1, word, Value(bits: 2 | UInt64(outcome))) }
    fp.pc = pc + 1
    return resume(Slow.compare(fp, word, .notEqual))
}

@c(_pyswift_op_greater) func opGreater(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let outcome = Fast.compare(fp[operandB(pc)], fp[operandC(pc)], .greater)
    if outcome < 2 { return store(fp, pc, 1, word, Value(bits: 2 | UInt64(outcome))) }
    fp.pc = pc + 1
    return resume(Slow.compare(fp, word, .greater))
}

@c(_pyswift_op_greaterOrEqual) func opGreaterOrEqual(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let outcome = Fast.compare(fp[operandB(pc)], fp[operandC(pc)], .greaterOrEqual)
    if outcome < 2 { return store(fp, pc, 1, word, Value(bits: 2 | UInt64(outcome))) }
    fp.pc = pc + 1
    return resume(Slow.compare(fp, word, .greaterOrEqual))
}

/// `is`: two words, of which neither may be another form of what the other is (a number boxed for C).
@inline(__always) private func isSame(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64, _ sense: Bool) {
    let (a, b) = (fp[operandB(pc)], fp[operandC(pc)])
    let kills = UInt64(InstructionFlags.killB | InstructionFlags.killC) << 8
    let settled = a === b || a.isObject && b.isObject || a.isNone && !Border.isConstant(b) || b.isNone && !Border.isConstant(a)
    if settled && word & kills == 0 && !a.isNull && !b.isNull {
        return store(fp, pc, 1, word, Value(bool: (a === b) == sense))
    }
    if settled && !hasFlag(word, InstructionFlags.killC) && !a.isNull && !b.isNull {
        return storeKillingB(fp, pc, 1, word, Value(bool: (a === b) == sense))
    }
    return isSameSlowly(fp, pc, word)
}
@inline(never) private func isSameSlowly(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.isSame(fp, word))
}
@c(_pyswift_op_isSame) func opIsSame(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return isSame(fp, pc, word, true)
}
@c(_pyswift_op_isNotSame) func opIsNotSame(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return isSame(fp, pc, word, false)
}

@c(_pyswift_op_contains) func opContains(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.contains(fp, word))
}
