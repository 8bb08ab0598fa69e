// Handlers: moves, constants and cells.

import CPythonABI
import Compiler

extension Handlers {
    static func installMoves() {
        set(.nop, opNop)
        set(.move, opMove)
        set(.loadConst, opLoadConst)
        set(.loadInt, opLoadInt)
        set(.checkBound, opCheckBound)
        set(.deleteLocal, opDeleteLocal)
        set([.clearLocal, .release], opClearLocal)
        set(.loadNull, opLoadNull)
        set(.makeCell, opMakeCell)
        set(.loadCell, opLoadCell)
        set(.storeCell, opStoreCell)
        set(.deleteCell, opDeleteCell)
        set(.loadFree, opLoadFree)
        set(.storeFree, opStoreFree)
        set(.deleteFree, opDeleteFree)
        set(.loadFreeCell, opLoadFreeCell)
        set(.loadClassFree, opLoadClassFree)
    }
}

@c(_pyswift_op_nop) func opNop(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return dispatch(fp, pc + 1)
}

@c(_pyswift_op_move) func opMove(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let source = fp + operandB(pc)
    let value = source.pointee
    if hasFlag(word, InstructionFlags.killB) {
        source.pointee = .null
    } else if value.isObject {
        value.object.pointee.ob_refcnt &+= 1
    } else if value.isNull {
        fp.pc = pc + 1
        return resume(Slow.unboundLocal(fp, operandB(pc)))
    }
    return store(fp, pc, 1, word, value)
}

@c(_pyswift_op_loadConst) func opLoadConst(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let value = fp.code.pointee.constants[operandBC(pc)]
    value.retain()
    return store(fp, pc, 1, word, value)
}

@c(_pyswift_op_loadInt) func opLoadInt(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return store(fp, pc, 1, word, Value(smallInt: operandBC(pc)))
}

@c(_pyswift_op_checkBound) func opCheckBound(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    if !fp[operandA(pc)].isNull { return dispatch(fp, pc + 1) }
    fp.pc = pc + 1
    return resume(Slow.unboundLocal(fp, operandA(pc)))
}

@c(_pyswift_op_deleteLocal) func opDeleteLocal(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    if fp[operandA(pc)].isNull {
        fp.pc = pc + 1
        return resume(Slow.unboundLocal(fp, operandA(pc)))
    }
    let slot = fp + operandA(pc)
    let value = slot.pointee
    slot.pointee = .null
    return release(value, fp, pc + 1)
}

@c(_pyswift_op_clearLocal) func opClearLocal(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let slot = fp + operandA(pc)
    let value = slot.pointee
    slot.pointee = .null
    return release(value, fp, pc + 1)
}

@c(_pyswift_op_loadNull) func opLoadNull(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp[operandA(pc)] = .null
    return dispatch(fp, pc + 1)
}

@c(_pyswift_op_makeCell) func opMakeCell(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    Slow.makeCell(fp, word)
    return dispatch(fp, pc + 1)
}

@c(_pyswift_op_loadCell) func opLoadCell(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let value = CellObject.slot(fp[operandB(pc)]).pointee
    if value.isNull || Border.isConstant(value) { return loadCellSlowly(fp, pc, word) }
    value.retain()
    return store(fp, pc, 1, word, value)
}

@c(_pyswift_op_storeCell) func opStoreCell(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return storeInCell(fp, pc, word, fp[operandA(pc)])
}

@c(_pyswift_op_deleteCell) func opDeleteCell(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.deleteCell(fp, word))
}

@c(_pyswift_op_loadFree) func opLoadFree(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let cell = TupleObject.items(FunctionObject.closure(fp.function))[operandB(pc)]
    let value = CellObject.slot(cell).pointee
    if value.isNull || Border.isConstant(value) { return loadFreeSlowly(fp, pc, word) }
    value.retain()
    return store(fp, pc, 1, word, value)
}

@c(_pyswift_op_storeFree) func opStoreFree(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return storeInCell(fp, pc, word, TupleObject.items(FunctionObject.closure(fp.function))[operandA(pc)])
}

@c(_pyswift_op_deleteFree) func opDeleteFree(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.deleteFree(fp, word))
}

@c(_pyswift_op_loadFreeCell) func opLoadFreeCell(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let cell = TupleObject.items(FunctionObject.closure(fp.function))[operandB(pc)]
    cell.retain()
    return store(fp, pc, 1, word, cell)
}

@c(_pyswift_op_loadClassFree) func opLoadClassFree(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.loadClassFree(fp, word))
}

@inline(never) private func loadCellSlowly(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    let value = CellObject.get(fp[operandB(pc)])
    if value.isNull { return turn(Slow.emptyCell(fp, operandB(pc))) }
    value.retain()
    return store(fp, pc, 1, word, value)
}
@inline(never) private func loadFreeSlowly(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    let value = CellObject.get(TupleObject.items(FunctionObject.closure(fp.function))[operandB(pc)])
    if value.isNull { return turn(Slow.emptyFree(fp, operandB(pc))) }
    value.retain()
    return store(fp, pc, 1, word, value)
}
/// The content of a cell = r[b].
@inline(__always) private func storeInCell(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64, _ cell: Value) {
    let source = fp + operandB(pc)
    let value = source.pointee
    if value.isNull || cell.object.isExposed { return storeInCellSlowly(fp, pc, word, cell) }
    if hasFlag(word, InstructionFlags.killB) { source.pointee = .null } else { value.retain() }
    let slot = CellObject.slot(cell)
    let old = slot.pointee
    slot.pointee = value
    return release(old, fp, pc + 1)
}
@inline(never) private func storeInCellSlowly(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64, _ cell: Value) {
    fp.pc = pc + 1
    return proceed(Slow.storeCell(fp, cell, word))
}
