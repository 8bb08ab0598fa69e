// Handlers: iteration and unpacking.

import CPythonABI
import Compiler

extension Handlers {
    static func installIteration() {
        set(.getIter, opGetIter)
        set([.forIter, .forIterGenerator], opForIter)
        set(.forIterRange, opForIterRange)
        _pyswift_set_range_handler(opForIterRange)
        set(.forIterList, opForIterList)
        set(.forIterTuple, opForIterTuple)
        set(.forIterNative, opForIterNative)
        set(.forIterPair, opForIterPair)
        set(.unpackSequence, opUnpackSequence)
        set(.unpackEx, opUnpackEx)
    }
}

@c(_pyswift_op_getIter) func opGetIter(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.getIter(fp, word))
}

@c(_pyswift_op_forIter) func opForIter(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 2
    return proceed(Slow.forIter(fp, word, pc + 1))
}

/// Iterators with a `quickNext`. That may run destructors (of a pair handed out before), so the frame's pc is set.
@c(_pyswift_op_forIterNative) func opForIterNative(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 2
    if let quick = fp[operandB(pc)].object.pointee.ob_type.record.pointee.quickNext { return forIterQuickly(fp, pc, word, quick) }
    return proceed(Slow.forIter(fp, word, pc + 1))
}
@inline(never) private func forIterQuickly(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64, _ quick: QuickNextSlot) {
    let item = _pyswift_call_quick_next(quick, fp[operandB(pc)])
    if !item.isNull { return store(fp, pc, 2, word, item) }
    return proceed(Slow.forIter(fp, word, pc + 1))
}

/// Iterators with a `quickPair`, where the next instruction unpacks the pair: no tuple is made.
@c(_pyswift_op_forIterPair) func opForIterPair(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 2
    if let quick = fp[operandB(pc)].object.pointee.ob_type.record.pointee.quickPair { return forPairQuickly(fp, pc, word, quick) }
    return proceed(Slow.forIter(fp, word, pc + 1))
}
@inline(never) private func forPairQuickly(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64, _ quick: QuickPairSlot) {
    if _pyswift_call_quick_pair(quick, fp[operandB(pc)]) == 0 { return proceed(Slow.forIter(fp, word, pc + 1)) }
    let unpack = pc[2]
    let target = fp + operandA(unpack)
    let (first, second) = (_pyswift_pair.first, _pyswift_pair.second)
    if hasFlag(unpack, InstructionFlags.tempA) {
        target[0] = first
        target[1] = second
        return dispatch(fp, pc + 3)
    }
    let (oldFirst, oldSecond) = (target[0], target[1])
    target[0] = first
    target[1] = second
    fp.pc = pc + 3
    oldFirst.release()
    return release(oldSecond, fp, pc + 3)
}

/// The loop is over: the iterator goes, and the instruction behind the loop is next.
@inline(__always) private func finishLoop(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let slot = fp + operandB(pc)
    let iterator = slot.pointee
    slot.pointee = .null
    return release(iterator, fp, pc + 2 + Int(Int32(truncatingIfNeeded: pc[1])))
}

@c(_pyswift_op_forIterRange) func opForIterRange(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return stepRange(fp, pc, word)
}
@inline(__always) func stepRange(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let iterator = fp[operandB(pc)]
    if iterator.object.pointee.ob_type == PyRangeIter_TypePointer() {
        let range = RangeIterator.layout(iterator)
        if range.pointee.remaining <= 0 { return finishLoop(fp, pc, word) }
        let number = range.pointee.next
        if number >= Value.minSmallInt && number <= Value.maxSmallInt {
            range.pointee.next = number &+ range.pointee.step
            range.pointee.remaining &-= 1
            return store(fp, pc, 2, word, Value(smallInt: number))
        }
    }
    fp.pc = pc + 2
    return resume(Slow.forIter(fp, word, pc + 1))
}

@c(_pyswift_op_forIterList) func opForIterList(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let iterator = fp[operandB(pc)]
    if iterator.object.pointee.ob_type == PyListIter_TypePointer() {
        let fields = IndexedIterator.layout(iterator)
        let list = fields.pointee.container
        if !list.isNull {
            let index = fields.pointee.index
            if index < ListObject.count(list) {
                let item = ListObject.items(list)[index]
                if !Border.isConstant(item) {
                    fields.pointee.index = index &+ 1
                    item.retain()
                    return store(fp, pc, 2, word, item)
                }
            }
        }
    }
    fp.pc = pc + 2
    return resume(Slow.forIter(fp, word, pc + 1))
}

@c(_pyswift_op_forIterTuple) func opForIterTuple(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let iterator = fp[operandB(pc)]
    if iterator.object.pointee.ob_type == PyTupleIter_TypePointer() {
        let fields = IndexedIterator.layout(iterator)
        let tuple = fields.pointee.container
        if !tuple.isNull {
            let index = fields.pointee.index
            if index < TupleObject.count(tuple) {
                let item = TupleObject.items(tuple)[index]
                if !Border.isConstant(item) {
                    fields.pointee.index = index &+ 1
                    item.retain()
                    return store(fp, pc, 2, word, item)
                }
            }
        }
    }
    fp.pc = pc + 2
    return resume(Slow.forIter(fp, word, pc + 1))
}

@c(_pyswift_op_unpackSequence) func opUnpackSequence(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let source = fp[operandB(pc)]
    let count = operandC(pc)
    guard source.isObject, source.object.pointee.ob_type == PyTuple_TypePointer(), TupleObject.count(source) == count else {
        return unpackSlowly(fp, pc, word)
    }
    let items = TupleObject.items(source)
    let target = fp + operandA(pc)
    let fresh = hasFlag(word, InstructionFlags.tempA)
    var index = 0
    while index < count {
        if Border.isConstant(items[index]) { return unpackSlowly(fp, pc, word) }
        // Local variables lose what they had. If that may be the end of an object (which may stand in several of them), it must not
        // be met half way.
        if !fresh && target[index].isObject && target[index].object.pointee.ob_refcnt <= count { return unpackSlowly(fp, pc, word) }
        index &+= 1
    }
    index = 0
    while index < count {
        let item = items[index]
        item.retain()
        if !fresh {
            let old = target[index]
            if old.isObject { old.object.pointee.ob_refcnt &-= 1 }
        }
        target[index] = item
        index &+= 1
    }
    if hasFlag(word, InstructionFlags.killB) {
        fp[operandB(pc)] = .null
        return release(source, fp, pc + 1)
    }
    return dispatch(fp, pc + 1)
}
@inline(never) private func unpackSlowly(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.unpackSequence(fp, word))
}

@c(_pyswift_op_unpackEx) func opUnpackEx(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 2
    return proceed(Slow.unpackEx(fp, word, pc + 1))
}
