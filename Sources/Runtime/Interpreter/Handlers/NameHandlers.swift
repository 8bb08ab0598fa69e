// Handlers: globals, built-ins and names of namespaces.

import CPythonABI
import Compiler

extension Handlers {
    static func installNames() {
        set(.loadGlobal, opLoadGlobal)
        set(.loadGlobalModule, opLoadGlobalModule)
        set(.loadGlobalBuiltin, opLoadGlobalBuiltin)
        set(.storeGlobal, opStoreGlobal)
        set(.deleteGlobal, opDeleteGlobal)
        set(.loadName, opLoadName)
        set(.loadNameGlobal, opLoadNameGlobal)
        set(.loadNameBuiltin, opLoadNameBuiltin)
        set(.storeName, opStoreName)
        set(.storeNameGlobal, opStoreNameGlobal)
        set(.deleteName, opDeleteName)
    }
}

@c(_pyswift_op_loadGlobal) func opLoadGlobal(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 3
    return proceed(Slow.loadGlobal(fp, word, pc + 1))
}

@c(_pyswift_op_loadGlobalModule) func opLoadGlobalModule(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let keys = DictObject.keys(fp.globals)
    if keys.pointee.version == UInt32(truncatingIfNeeded: pc[1] >> 32) {
        let value = Slow.cachedSlot(pc + 1).pointee
        value.retain()
        return store(fp, pc, 3, word, value)
    }
    fp.pc = pc + 3
    return resume(Slow.loadGlobal(fp, word, pc + 1))
}

@c(_pyswift_op_loadGlobalBuiltin) func opLoadGlobalBuiltin(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let keys = DictObject.keys(fp.globals)
    let builtins = DictObject.keys(fp.builtins)
    if keys.pointee.version == UInt32(truncatingIfNeeded: pc[1] >> 32)
        && builtins.pointee.version == UInt32(truncatingIfNeeded: word >> 32)
    {
        let value = Slow.cachedSlot(pc + 1).pointee
        value.retain()
        return store(fp, pc, 3, word, value)
    }
    fp.pc = pc + 3
    return resume(Slow.loadGlobal(fp, word, pc + 1))
}

@c(_pyswift_op_storeGlobal) func opStoreGlobal(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 3
    return proceed(Slow.storeGlobal(fp, word, pc + 1))
}

@c(_pyswift_op_deleteGlobal) func opDeleteGlobal(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 3
    return proceed(Slow.deleteGlobal(fp, word, pc + 1))
}

@c(_pyswift_op_loadName) func opLoadName(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 3
    return proceed(Slow.loadName(fp, word, pc + 1))
}

@c(_pyswift_op_loadNameGlobal) func opLoadNameGlobal(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let globals = fp.globals
    let keys = DictObject.keys(globals)
    if fp.locals === globals && keys.pointee.version == UInt32(truncatingIfNeeded: pc[1] >> 32) {
        let value = Slow.cachedSlot(pc + 1).pointee
        value.retain()
        return store(fp, pc, 3, word, value)
    }
    fp.pc = pc + 3
    return resume(Slow.loadName(fp, word, pc + 1))
}

@c(_pyswift_op_loadNameBuiltin) func opLoadNameBuiltin(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let globals = fp.globals
    let keys = DictObject.keys(globals)
    let builtins = DictObject.keys(fp.builtins)
    if fp.locals === globals && keys.pointee.version == UInt32(truncatingIfNeeded: pc[1] >> 32)
        && builtins.pointee.version == UInt32(truncatingIfNeeded: word >> 32)
    {
        let value = Slow.cachedSlot(pc + 1).pointee
        value.retain()
        return store(fp, pc, 3, word, value)
    }
    fp.pc = pc + 3
    return resume(Slow.loadName(fp, word, pc + 1))
}

@c(_pyswift_op_storeName) func opStoreName(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 3
    return proceed(Slow.storeName(fp, word, pc + 1))
}

@c(_pyswift_op_storeNameGlobal) func opStoreNameGlobal(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let globals = fp.globals
    let keys = DictObject.keys(globals)
    if fp.locals === globals && keys.pointee.version == UInt32(truncatingIfNeeded: pc[1] >> 32) {
        let source = fp + operandA(pc)
        let value = source.pointee
        if value.isNull {
            fp.pc = pc + 1
            return resume(Slow.unboundLocal(fp, operandA(pc)))
        }
        if hasFlag(word, InstructionFlags.killA) { source.pointee = .null } else { value.retain() }
        let slot = Slow.cachedSlot(pc + 1)
        let old = slot.pointee
        slot.pointee = value
        DictObject.touch(globals)
        return release(old, fp, pc + 3)
    }
    fp.pc = pc + 3
    return resume(Slow.storeName(fp, word, pc + 1))
}

@c(_pyswift_op_deleteName) func opDeleteName(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 3
    return proceed(Slow.deleteName(fp, word, pc + 1))
}
