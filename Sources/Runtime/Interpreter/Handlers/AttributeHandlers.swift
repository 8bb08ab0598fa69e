// Handlers: attributes and methods.

import CPythonABI
import Compiler

extension Handlers {
    static func installAttributes() {
        set(.loadAttr, opLoadAttr)
        set(.loadAttrInstance, opLoadAttrInstance)
        set(.loadAttrSlot, opLoadAttrSlot)
        set(.loadAttrModule, opLoadAttrModule)
        set(.loadAttrClass, opLoadAttrClass)
        set(.loadAttrProperty, opLoadAttrProperty)
        set(.loadAttrType, opLoadAttrType)
        set(.storeAttr, opStoreAttr)
        set(.storeAttrInstance, opStoreAttrInstance)
        set(.storeAttrSlot, opStoreAttrSlot)
        set(.deleteAttr, opDeleteAttr)
        set(.loadMethod, opLoadMethod)
        set(.loadMethodFunction, opLoadMethodFunction)
        set(.loadMethodType, opLoadMethodType)
        set(.loadMethodModule, opLoadMethodModule)
    }
}

@c(_pyswift_op_loadAttr) func opLoadAttr(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 4
    return proceed(Slow.loadAttr(fp, word, pc + 1))
}

@c(_pyswift_op_loadAttrInstance) func opLoadAttrInstance(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let value = fp[operandB(pc)]
    if value.isObject {
        let object = value.object
        let place = operandC(pc)
        if object.pointee.ob_type.pointee.tp_version_tag == UInt32(truncatingIfNeeded: pc[1] >> 32)
            && place < Int(object.instanceMeta.pointee & 0xFF)
        {
            let attribute = object.instanceValue(place).pointee
            if !attribute.isNull {
                attribute.retain()
                return storeKillingB(fp, pc, 4, word, attribute)
            }
        }
    }
    return loadAttrShared(fp, pc, word)
}

@c(_pyswift_op_loadAttrSlot) func opLoadAttrSlot(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let value = fp[operandB(pc)]
    if value.isObject && value.object.pointee.ob_type.pointee.tp_version_tag == UInt32(truncatingIfNeeded: pc[1] >> 32) {
        let attribute = (UnsafeMutableRawPointer(value.object) + operandC(pc)).load(as: Value.self)
        if !attribute.isNull {
            attribute.retain()
            return storeKillingB(fp, pc, 4, word, attribute)
        }
    }
    return loadAttrShared(fp, pc, word)
}

@c(_pyswift_op_loadAttrModule) func opLoadAttrModule(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let value = fp[operandB(pc)]
    if value.isObject && value.object.pointee.ob_type == PyModule_TypePointer() {
        let keys = DictObject.keys(ModuleObject.dict(value))
        if keys.pointee.version == UInt32(truncatingIfNeeded: pc[1] >> 32) {
            let attribute = Slow.cachedSlot(pc + 1).pointee
            attribute.retain()
            return storeKillingB(fp, pc, 4, word, attribute)
        }
    }
    return loadAttrShared(fp, pc, word)
}

@c(_pyswift_op_loadAttrClass) func opLoadAttrClass(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let value = fp[operandB(pc)]
    if value.isObject && value.object.pointee.ob_type.pointee.tp_version_tag == UInt32(truncatingIfNeeded: pc[1] >> 32)
        && (!value.object.pointee.ob_type.hasManagedDict || value.object.instanceDict.pointee.isNull)
    {
        let attribute = Value(bits: pc[2])
        attribute.retain()
        return storeKillingB(fp, pc, 4, word, attribute)
    }
    return loadAttrShared(fp, pc, word)
}

@c(_pyswift_op_loadAttrProperty) func opLoadAttrProperty(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let value = fp[operandB(pc)]
    fp.pc = pc + 4
    if value.isObject && value.object.pointee.ob_type.pointee.tp_version_tag == UInt32(truncatingIfNeeded: pc[1] >> 32) {
        let getter = Value(bits: pc[2])
        let code = FunctionObject.linked(getter)
        let new = fp.top + frameHeaderSize
        if code.pointee.simpleArgumentCount == 1 && canEnter(new, code) {
            getter.object.pointee.ob_refcnt &+= 1
            if hasFlag(word, InstructionFlags.killB) { fp[operandB(pc)] = .null } else { value.object.pointee.ob_refcnt &+= 1 }
            new.pointee = value
            return enter(fp, new, getter, code, 1, Calls.note(word, UInt64(operandA(pc))))
        }
    }
    return loadAttrShared(fp, pc, word)
}

@c(_pyswift_op_loadAttrType) func opLoadAttrType(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let value = fp[operandB(pc)]
    if value.isObject && value.object.pointee.ob_type == PyType_TypePointer()
        && value.cast(to: PyTypeObject.self).pointee.tp_version_tag == UInt32(truncatingIfNeeded: pc[1] >> 32)
    {
        let attribute = Value(bits: pc[2])
        attribute.retain()
        return storeKillingB(fp, pc, 4, word, attribute)
    }
    return loadAttrShared(fp, pc, word)
}

@c(_pyswift_op_storeAttr) func opStoreAttr(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    return storeAttrSlowly(fp, pc, word)
}
/// (Functions of their own, so that the handlers call nothing and need no native frame.)
@inline(never) private func storeAttrSlowly(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 4
    return proceed(Slow.storeAttr(fp, word, pc + 1))
}
@inline(never) private func loadAttrSlowly(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 4
    return proceed(Slow.loadAttr(fp, word, pc + 1))
}
/// The type is not the one that the instruction knows: what is known of it elsewhere.
@inline(never) private func loadAttrShared(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let value = fp[operandB(pc)]
    guard value.isObject, !Slow.isTurn() else { return loadAttrSlowly(fp, pc, word) }
    let object = value.object
    let name = fp.code.pointee.names[Int(UInt32(truncatingIfNeeded: pc[1]))]
    var attribute = Value.null
    var getter = Value.null
    AttributeCache.load(object, name, &attribute, &getter)
    if !getter.isNull {
        let code = FunctionObject.linked(getter)
        let new = fp.top + frameHeaderSize
        if code.pointee.simpleArgumentCount == 1 && canEnter(new, code) {
            fp.pc = pc + 4
            getter.object.pointee.ob_refcnt &+= 1
            if hasFlag(word, InstructionFlags.killB) { fp[operandB(pc)] = .null } else { object.pointee.ob_refcnt &+= 1 }
            new.pointee = value
            return enter(fp, new, getter, code, 1, Calls.note(word, UInt64(operandA(pc))))
        }
    }
    if attribute.isNull { return loadAttrSlowly(fp, pc, word) }
    attribute.retain()
    return storeKillingB(fp, pc, 4, word, attribute)
}
@inline(never) private func loadMethodShared(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let value = fp[operandB(pc)]
    if value.isObject && !Slow.isTurn() {
        let name = fp.code.pointee.names[Int(UInt32(truncatingIfNeeded: pc[1]))]
        if let entry = AttributeCache.find(value.object.pointee.ob_type.pointee.tp_version_tag, name, .method),
            AttributeCache.hidden(value.object, name).isNull
        {
            let method = entry.pointee.value
            method.retain()
            if hasFlag(word, InstructionFlags.killB) { fp[operandB(pc)] = .null } else { value.object.pointee.ob_refcnt &+= 1 }
            let base = fp + operandA(pc)
            base[0] = method
            base[8] = value
            return dispatch(fp, pc + 4)
        }
    }
    fp.pc = pc + 4
    return proceed(Slow.loadMethod(fp, word, pc + 1))
}

@c(_pyswift_op_storeAttrInstance) func opStoreAttrInstance(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let target = fp[operandA(pc)]
    let value = fp[operandB(pc)]
    if target.isObject && !value.isNull {
        let object = target.object
        if object.pointee.ob_type.pointee.tp_version_tag == UInt32(truncatingIfNeeded: pc[1] >> 32)
            && object.instanceDict.pointee.isNull
        {
            let place = operandC(pc)
            let meta = object.instanceMeta.pointee
            let slot = object.instanceValue(place)
            if place < Int(meta & 0xFF) {
                let old = slot.pointee
                if !old.isNull || place >= Int(meta >> 8) {
                    if old.isNull { object.instanceMeta.pointee = meta & 0xFF | UInt64(place &+ 1) << 8 }
                    if hasFlag(word, InstructionFlags.killB) {
                        fp[operandB(pc)] = .null
                    } else {
                        value.retain()
                    }
                    slot.pointee = value
                    if hasFlag(word, InstructionFlags.killA) { return releaseThenKillA(fp, pc + 4, word, old) }
                    return release(old, fp, pc + 4)
                }
            }
        }
    }
    return storeAttrSlowly(fp, pc, word)
}

@c(_pyswift_op_storeAttrSlot) func opStoreAttrSlot(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let target = fp[operandA(pc)]
    let value = fp[operandB(pc)]
    if target.isObject && !value.isNull
        && target.object.pointee.ob_type.pointee.tp_version_tag == UInt32(truncatingIfNeeded: pc[1] >> 32)
    {
        let slot = (UnsafeMutableRawPointer(target.object) + operandC(pc)).assumingMemoryBound(to: Value.self)
        if hasFlag(word, InstructionFlags.killB) { fp[operandB(pc)] = .null } else { value.retain() }
        let old = slot.pointee
        slot.pointee = value
        if hasFlag(word, InstructionFlags.killA) { return releaseThenKillA(fp, pc + 4, word, old) }
        return release(old, fp, pc + 4)
    }
    return storeAttrSlowly(fp, pc, word)
}

@c(_pyswift_op_deleteAttr) func opDeleteAttr(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 4
    return proceed(Slow.deleteAttr(fp, word, pc + 1))
}

@c(_pyswift_op_loadMethod) func opLoadMethod(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 4
    return proceed(Slow.loadMethod(fp, word, pc + 1))
}

@c(_pyswift_op_loadMethodFunction) func opLoadMethodFunction(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let value = fp[operandB(pc)]
    if value.isObject {
        let type = value.object.pointee.ob_type.unsafelyUnwrapped
        if type.pointee.tp_version_tag == UInt32(truncatingIfNeeded: pc[1] >> 32)
            && (pc[3] == 0 || value.object.instanceDict.pointee.isNull)
        {
            let method = Value(bits: pc[2])
            method.object.pointee.ob_refcnt &+= 1
            if hasFlag(word, InstructionFlags.killB) {
                fp[operandB(pc)] = .null
            } else {
                value.object.pointee.ob_refcnt &+= 1
            }
            let base = fp + operandA(pc)
            base[0] = method
            base[8] = value
            return dispatch(fp, pc + 4)
        }
    }
    return loadMethodShared(fp, pc, word)
}

@c(_pyswift_op_loadMethodType) func opLoadMethodType(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let value = fp[operandB(pc)]
    if value.isObject && value.object.pointee.ob_type == PyType_TypePointer() && !hasFlag(word, InstructionFlags.killB)
        && value.cast(to: PyTypeObject.self).pointee.tp_version_tag == UInt32(truncatingIfNeeded: pc[1] >> 32)
    {
        let method = Value(bits: pc[2])
        method.retain()
        let base = fp + operandA(pc)
        base[0] = method
        if pc[3] != 0 {
            value.object.pointee.ob_refcnt &+= 1
            base[8] = value
        } else {
            base[8] = .null
        }
        return dispatch(fp, pc + 4)
    }
    return loadMethodShared(fp, pc, word)
}

@c(_pyswift_op_loadMethodModule) func opLoadMethodModule(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let value = fp[operandB(pc)]
    if value.isObject && value.object.pointee.ob_type == PyModule_TypePointer()
        && DictObject.keys(ModuleObject.dict(value)).pointee.version == UInt32(truncatingIfNeeded: pc[1] >> 32)
    {
        let function = Slow.cachedSlot(pc + 1).pointee
        function.retain()
        let base = fp + operandA(pc)
        // (The module may stand where the function goes.)
        base[0] = function
        base[8] = .null
        if hasFlag(word, InstructionFlags.killB) {
            if operandB(pc) != operandA(pc) { fp[operandB(pc)] = .null }
            return release(value, fp, pc + 4)
        }
        return dispatch(fp, pc + 4)
    }
    return loadMethodShared(fp, pc, word)
}
