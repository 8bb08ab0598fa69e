// Handlers: subscripts.

import CPythonABI
import Compiler

extension Handlers {
    static func installSubscripts() {
        set(.loadSubscript, opLoadSubscript)
        set(.loadSubscriptImm, opLoadSubscriptImm)
        set(.storeSubscript, opStoreSubscript)
        set(.deleteSubscript, opDeleteSubscript)
    }
}

@c(_pyswift_op_loadSubscript) func opLoadSubscript(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let container = fp[operandB(pc)]
    let key = fp[operandC(pc)]
    if container.isObject && !key.isSmallInt && container.object.pointee.ob_type == PyDict_TypePointer() { return loadFromDict(fp, pc, word) }
    if container.isObject && key.isSmallInt {
        let type = container.object.pointee.ob_type
        if type == PyList_TypePointer() {
            var index = key.smallInt
            let count = ListObject.count(container)
            if index < 0 { index &+= count }
            if UInt(bitPattern: index) < UInt(bitPattern: count) {
                let item = ListObject.items(container)[index]
                if !Border.isConstant(item) {
                    item.retain()
                    return storeKillingB(fp, pc, 1, word, item)
                }
            }
        } else if type == PyDict_TypePointer() {
            return loadFromDict(fp, pc, word)
        } else if type == PyTuple_TypePointer() {
            var index = key.smallInt
            let count = TupleObject.count(container)
            if index < 0 { index &+= count }
            if UInt(bitPattern: index) < UInt(bitPattern: count) {
                let item = TupleObject.items(container)[index]
                if !Border.isConstant(item) {
                    item.retain()
                    return storeKillingB(fp, pc, 1, word, item)
                }
            }
        }
    }
    fp.pc = pc + 1
    return resume(Slow.loadSubscript(fp, word))
}

/// A key that needs no code of Python's to be found.
@inline(never) private func loadFromDict(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let key = fp[operandC(pc)]
    if DictKeys.isSimple(key) {
        let item = DictObject.getSimple(fp[operandB(pc)], key)
        if !item.isNull {
            item.retain()
            Registers.killC(fp, word)
            return storeKillingB(fp, pc, 1, word, item)
        }
    }
    fp.pc = pc + 1
    return resume(Slow.loadSubscript(fp, word))
}

@c(_pyswift_op_loadSubscriptImm) func opLoadSubscriptImm(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let container = fp[operandB(pc)]
    if container.isObject {
        let type = container.object.pointee.ob_type
        if type == PyList_TypePointer() || type == PyTuple_TypePointer() {
            var index = signedC(pc)
            let count = ListObject.count(container)
            if index < 0 { index &+= count }
            if UInt(bitPattern: index) < UInt(bitPattern: count) {
                let items = type == PyList_TypePointer() ? ListObject.items(container) : TupleObject.items(container)
                let item = items[index]
                if !Border.isConstant(item) {
                    item.retain()
                    return storeKillingB(fp, pc, 1, word, item)
                }
            }
        }
    }
    fp.pc = pc + 1
    return resume(Slow.loadSubscriptImm(fp, word))
}

@c(_pyswift_op_storeSubscript) func opStoreSubscript(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let container = fp[operandA(pc)]
    let key = fp[operandB(pc)]
    let value = fp[operandC(pc)]
    if container.isObject && key.isSmallInt && container.object.pointee.ob_type == PyList_TypePointer() && !value.isNull
        && !container.object.isExposed
    {
        var index = key.smallInt
        let count = ListObject.count(container)
        if index < 0 { index &+= count }
        if UInt(bitPattern: index) < UInt(bitPattern: count) {
            let slot = ListObject.items(container) + index
            let old = slot.pointee
            if hasFlag(word, InstructionFlags.killC) { fp[operandC(pc)] = .null } else { value.retain() }
            slot.pointee = value
            if hasFlag(word, InstructionFlags.killA) { return releaseThenKillA(fp, pc + 1, word, old) }
            return release(old, fp, pc + 1)
        }
    }
    fp.pc = pc + 1
    return resume(Slow.storeSubscript(fp, word))
}

@c(_pyswift_op_deleteSubscript) func opDeleteSubscript(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.deleteSubscript(fp, word))
}
