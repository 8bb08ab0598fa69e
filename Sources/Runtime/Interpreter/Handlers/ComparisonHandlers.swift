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
        set([.isSame, .isNotSame], opIsSame)
        set([.contains, .notContains], opContains)
    }
}

@c(_pyswift_op_less) func opLess(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let outcome = Fast.compare(fp[operandB(word)], fp[operandC(word)], .less)
    if outcome < 2 { return store(fp, pc + 1, word, Value(bits: 2 | UInt64(outcome))) }
    fp.pc = pc + 1
    return resume(Slow.compare(fp, word, .less))
}

@c(_pyswift_op_lessOrEqual) func opLessOrEqual(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let outcome = Fast.compare(fp[operandB(word)], fp[operandC(word)], .lessOrEqual)
    if outcome < 2 { return store(fp, pc + 1, word, Value(bits: 2 | UInt64(outcome))) }
    fp.pc = pc + 1
    return resume(Slow.compare(fp, word, .lessOrEqual))
}

@c(_pyswift_op_equal) func opEqual(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let outcome = Fast.compare(fp[operandB(word)], fp[operandC(word)], .equal)
    if outcome < 2 { return store(fp, pc + 1, word, Value(bits: 2 | UInt64(outcome))) }
    fp.pc = pc + 1
    return resume(Slow.compare(fp, word, .equal))
}

@c(_pyswift_op_notEqual) func opNotEqual(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let outcome = Fast.compare(fp[operandB(word)], fp[operandC(word)], .notEqual)
    if outcome < 2 { return store(fp, pc + 1, word, Value(bits: 2 | UInt64(outcome))) }
    fp.pc = pc + 1
    return resume(Slow.compare(fp, word, .notEqual))
}

@c(_pyswift_op_greater) func opGreater(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let outcome = Fast.compare(fp[operandB(word)], fp[operandC(word)], .greater)
    if outcome < 2 { return store(fp, pc + 1, word, Value(bits: 2 | UInt64(outcome))) }
    fp.pc = pc + 1
    return resume(Slow.compare(fp, word, .greater))
}

@c(_pyswift_op_greaterOrEqual) func opGreaterOrEqual(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let outcome = Fast.compare(fp[operandB(word)], fp[operandC(word)], .greaterOrEqual)
    if outcome < 2 { return store(fp, pc + 1, word, Value(bits: 2 | UInt64(outcome))) }
    fp.pc = pc + 1
    return resume(Slow.compare(fp, word, .greaterOrEqual))
}

@c(_pyswift_op_isSame) func opIsSame(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return resume(Slow.isSame(fp, word))
}

@c(_pyswift_op_contains) func opContains(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return resume(Slow.contains(fp, word))
}
