// Handlers: displays, exceptions, generators, patterns, imports.

import CPythonABI
import Compiler

extension Handlers {
    static func installRest() {
        set(.buildTuple, opBuildTuple)
        set(.buildList, opBuildList)
        set([.buildSet, .buildMap, .buildString, .buildSlice, .listToTuple], opBuild)
        set(.buildConstKeyMap, opBuildConstKeyMap)
        set(.listAppend, opListAppend)
        set(.setAdd, opSetAdd)
        set(.mapAdd, opMapAdd)
        set([.listExtend, .setUpdate, .dictUpdate, .dictMerge], opExtend)
        set(.formatValue, opFormatValue)
        set(.raise, opRaise)
        set(.reraise, opReraise)
        set(.pushException, opPushException)
        set(.popException, opPopException)
        set([.matchException, .matchExceptionGroup, .prepareReraiseStar], opMatchException)
        set([.beforeWith, .beforeAsyncWith], opBeforeWith)
        set(.withExceptStart, opWithExceptStart)
        set(.loadAssertionError, opLoadAssertionError)
        set(.returnGenerator, opReturnGenerator)
        set(.yieldValue, opYieldValue)
        set([.getYieldFromIter, .getAwaitable, .getAsyncIter, .getAsyncNext, .endAsyncFor], opGetYieldFromIter)
        set(.yieldFrom, opYieldFrom)
        set([.matchSequence, .matchMapping, .matchKeys, .matchRest, .getLength], opMatchSequence)
        set(.matchClass, opMatchClass)
        set([.importName, .importFrom], opImportName)
        set([.importStar, .printExpression, .setupAnnotations], opImportStar)
    }
}

@c(_pyswift_op_buildList) func opBuildList(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.buildList(fp, word))
}

@c(_pyswift_op_buildTuple) func opBuildTuple(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.buildTuple(fp, word))
}

@c(_pyswift_op_build) func opBuild(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.build(fp, word))
}

@c(_pyswift_op_buildConstKeyMap) func opBuildConstKeyMap(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 2
    return proceed(Slow.buildConstKeyMap(fp, word, pc + 1))
}

@c(_pyswift_op_listAppend) func opListAppend(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let list = fp[operandA(pc)]
    let value = fp[operandB(pc)]
    let count = ListObject.count(list)
    if count < ListObject.head(list).pointee.allocated && !value.isNull {
        if hasFlag(word, InstructionFlags.killB) { fp[operandB(pc)] = .null } else { value.retain() }
        ListObject.items(list)[count] = value
        ListObject.head(list).pointee.ob_base.ob_size = count &+ 1
        return dispatch(fp, pc + 1)
    }
    fp.pc = pc + 1
    return resume(Slow.listAppend(fp, word))
}

@c(_pyswift_op_setAdd) func opSetAdd(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.setAdd(fp, word))
}

@c(_pyswift_op_mapAdd) func opMapAdd(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.mapAdd(fp, word))
}

@c(_pyswift_op_extend) func opExtend(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.extend(fp, word))
}

@c(_pyswift_op_formatValue) func opFormatValue(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.formatValue(fp, word))
}

@c(_pyswift_op_raise) func opRaise(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.raiseStatement(fp, word))
}

@c(_pyswift_op_reraise) func opReraise(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    Slow.reraise(fp, word)
    return resume(.reraised)
}

@c(_pyswift_op_pushException) func opPushException(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    Slow.pushException(fp, word)
    return dispatch(fp, pc + 1)
}

@c(_pyswift_op_popException) func opPopException(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    Slow.popException(fp, word)
    return dispatch(fp, pc + 1)
}

@c(_pyswift_op_matchException) func opMatchException(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.matchException(fp, word))
}

@c(_pyswift_op_beforeWith) func opBeforeWith(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.beforeWith(fp, word))
}

@c(_pyswift_op_withExceptStart) func opWithExceptStart(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.withExceptStart(fp, word))
}

@c(_pyswift_op_loadAssertionError) func opLoadAssertionError(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return store(fp, pc, 1, word, PyExc_AssertionErrorPointer().value)
}

@c(_pyswift_op_returnGenerator) func opReturnGenerator(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Generators.make(fp))
}

@c(_pyswift_op_yieldValue) func opYieldValue(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Generators.yieldValue(fp, word))
}

@c(_pyswift_op_getYieldFromIter) func opGetYieldFromIter(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.asynchronous(fp, word))
}

@c(_pyswift_op_yieldFrom) func opYieldFrom(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Generators.yieldFrom(fp, word))
}

@c(_pyswift_op_matchSequence) func opMatchSequence(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.match(fp, word))
}

@c(_pyswift_op_matchClass) func opMatchClass(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 2
    return proceed(Slow.matchClass(fp, word, pc + 1))
}

@c(_pyswift_op_importName) func opImportName(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 2
    return proceed(Slow.importName(fp, word, pc + 1))
}

@c(_pyswift_op_importStar) func opImportStar(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.statement(fp, word))
}

