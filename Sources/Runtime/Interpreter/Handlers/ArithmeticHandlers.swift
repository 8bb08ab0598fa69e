// Handlers: arithmetic.

import CPythonABI
import Compiler

extension Handlers {
    static func installArithmetic() {
        set(.add, opAdd)
        set(.subtract, opSubtract)
        set(.multiply, opMultiply)
        set(.trueDivide, opTrueDivide)
        set(.floorDivide, opFloorDivide)
        set(.modulo, opModulo)
        set(.power, opPower)
        set(.matrixMultiply, opMatrixMultiply)
        set(.leftShift, opLeftShift)
        set(.rightShift, opRightShift)
        set(.bitAnd, opBitAnd)
        set(.bitOr, opBitOr)
        set(.bitXor, opBitXor)
        set(.addImm, opAddImm)
        set(.subtractImm, opSubtractImm)
        set(.multiplyImm, opMultiplyImm)
        set(.floorDivideImm, opFloorDivideImm)
        set(.moduloImm, opModuloImm)
        set(.leftShiftImm, opLeftShiftImm)
        set(.rightShiftImm, opRightShiftImm)
        set(.bitAndImm, opBitAndImm)
        set(.negative, opNegative)
        set([.positive, .invert], opPositive)
        set(.not, opNot)
    }
}

@c(_pyswift_op_add) func opAdd(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let result = Fast.add(fp[operandB(pc)], fp[operandC(pc)])
    if !result.isNull { return store(fp, pc, 1, word, result) }
    return binarySlowly(fp, pc, word, .add)
}

@c(_pyswift_op_subtract) func opSubtract(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let result = Fast.subtract(fp[operandB(pc)], fp[operandC(pc)])
    if !result.isNull { return store(fp, pc, 1, word, result) }
    return binarySlowly(fp, pc, word, .subtract)
}

@c(_pyswift_op_multiply) func opMultiply(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let result = Fast.multiply(fp[operandB(pc)], fp[operandC(pc)])
    if !result.isNull { return store(fp, pc, 1, word, result) }
    return binarySlowly(fp, pc, word, .multiply)
}

@c(_pyswift_op_trueDivide) func opTrueDivide(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let result = Fast.trueDivide(fp[operandB(pc)], fp[operandC(pc)])
    if !result.isNull { return store(fp, pc, 1, word, result) }
    return binarySlowly(fp, pc, word, .trueDivide)
}

@c(_pyswift_op_floorDivide) func opFloorDivide(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let result = Fast.floorDivide(fp[operandB(pc)], fp[operandC(pc)])
    if !result.isNull { return store(fp, pc, 1, word, result) }
    return binarySlowly(fp, pc, word, .floorDivide)
}

@c(_pyswift_op_modulo) func opModulo(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let result = Fast.modulo(fp[operandB(pc)], fp[operandC(pc)])
    if !result.isNull { return store(fp, pc, 1, word, result) }
    return binarySlowly(fp, pc, word, .modulo)
}

@c(_pyswift_op_power) func opPower(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return binarySlowly(fp, pc, word, .power)
}

@c(_pyswift_op_matrixMultiply) func opMatrixMultiply(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return binarySlowly(fp, pc, word, .matrixMultiply)
}

@c(_pyswift_op_leftShift) func opLeftShift(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let result = Fast.leftShift(fp[operandB(pc)], fp[operandC(pc)])
    if !result.isNull { return store(fp, pc, 1, word, result) }
    return binarySlowly(fp, pc, word, .leftShift)
}

@c(_pyswift_op_rightShift) func opRightShift(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let result = Fast.rightShift(fp[operandB(pc)], fp[operandC(pc)])
    if !result.isNull { return store(fp, pc, 1, word, result) }
    return binarySlowly(fp, pc, word, .rightShift)
}

@c(_pyswift_op_bitAnd) func opBitAnd(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let result = Fast.and(fp[operandB(pc)], fp[operandC(pc)])
    if !result.isNull { return store(fp, pc, 1, word, result) }
    return binarySlowly(fp, pc, word, .and)
}

@c(_pyswift_op_bitOr) func opBitOr(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let result = Fast.or(fp[operandB(pc)], fp[operandC(pc)])
    if !result.isNull { return store(fp, pc, 1, word, result) }
    return binarySlowly(fp, pc, word, .or)
}

@c(_pyswift_op_bitXor) func opBitXor(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let result = Fast.xor(fp[operandB(pc)], fp[operandC(pc)])
    if !result.isNull { return store(fp, pc, 1, word, result) }
    return binarySlowly(fp, pc, word, .xor)
}

@c(_pyswift_op_addImm) func opAddImm(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let x = fp[operandB(pc)]
    if x.isSmallInt {
        let (sum, overflow) = Fast.shifted(x).addingReportingOverflow(Int64(signedC(pc)) << 15)
        if !overflow { return store(fp, pc, 1, word, Fast.int(shifted: sum)) }
    }
    return binaryImmSlowly(fp, pc, word, .add)
}

@c(_pyswift_op_subtractImm) func opSubtractImm(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let x = fp[operandB(pc)]
    if x.isSmallInt {
        let (difference, overflow) = Fast.shifted(x).subtractingReportingOverflow(Int64(signedC(pc)) << 15)
        if !overflow { return store(fp, pc, 1, word, Fast.int(shifted: difference)) }
    }
    return binaryImmSlowly(fp, pc, word, .subtract)
}

@c(_pyswift_op_multiplyImm) func opMultiplyImm(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let result = Fast.multiply(fp[operandB(pc)], Value(smallInt: signedC(pc)))
    if !result.isNull { return store(fp, pc, 1, word, result) }
    return binaryImmSlowly(fp, pc, word, .multiply)
}

@c(_pyswift_op_floorDivideImm) func opFloorDivideImm(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let result = Fast.floorDivide(fp[operandB(pc)], Value(smallInt: signedC(pc)))
    if !result.isNull { return store(fp, pc, 1, word, result) }
    return binaryImmSlowly(fp, pc, word, .floorDivide)
}

@c(_pyswift_op_moduloImm) func opModuloImm(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let result = Fast.modulo(fp[operandB(pc)], Value(smallInt: signedC(pc)))
    if !result.isNull { return store(fp, pc, 1, word, result) }
    return binaryImmSlowly(fp, pc, word, .modulo)
}

@c(_pyswift_op_leftShiftImm) func opLeftShiftImm(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let result = Fast.leftShift(fp[operandB(pc)], Value(smallInt: signedC(pc)))
    if !result.isNull { return store(fp, pc, 1, word, result) }
    return binaryImmSlowly(fp, pc, word, .leftShift)
}

@c(_pyswift_op_rightShiftImm) func opRightShiftImm(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let result = Fast.rightShift(fp[operandB(pc)], Value(smallInt: signedC(pc)))
    if !result.isNull { return store(fp, pc, 1, word, result) }
    return binaryImmSlowly(fp, pc, word, .rightShift)
}

@c(_pyswift_op_bitAndImm) func opBitAndImm(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let result = Fast.and(fp[operandB(pc)], Value(smallInt: signedC(pc)))
    if !result.isNull { return store(fp, pc, 1, word, result) }
    return binaryImmSlowly(fp, pc, word, .and)
}

@c(_pyswift_op_negative) func opNegative(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let x = fp[operandB(pc)]
    if x.isSmallInt {
        let number = 0 &- x.smallInt
        if number <= Value.maxSmallInt { return store(fp, pc, 1, word, Value(smallInt: number)) }
    } else if x.isImmediateFloat {
        return store(fp, pc, 1, word, Value(float: -x.immediateFloat))
    }
    fp.pc = pc + 1
    return resume(Slow.unary(fp, word))
}

@c(_pyswift_op_positive) func opPositive(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.unary(fp, word))
}

@c(_pyswift_op_not) func opNot(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let x = fp[operandB(pc)]
    if x.isBool {
        return store(fp, pc, 1, word, Value(bits: x.bits ^ 1))
    }
    fp.pc = pc + 1
    return resume(Slow.not(fp, word))
}

/// Numbers that are no immediates first: nothing of theirs needs a look at types.
@inline(never) private func binarySlowly(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64, _ operation: BinaryOperation) {
    fp.pc = pc + 1
    let result = QuickNumbers.binary(operation, fp[operandB(pc)], fp[operandC(pc)])
    if result.isNull { return proceed(Slow.binary(fp, word, operation)) }
    Registers.killB(fp, word)
    Registers.killC(fp, word)
    return store(fp, pc, 1, word, result)
}
@inline(never) private func binaryImmSlowly(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64, _ operation: BinaryOperation) {
    fp.pc = pc + 1
    let result = QuickNumbers.binary(operation, fp[operandB(pc)], Value(smallInt: signedC(pc)))
    if result.isNull { return proceed(Slow.binaryImm(fp, word, operation)) }
    Registers.killB(fp, word)
    return store(fp, pc, 1, word, result)
}
