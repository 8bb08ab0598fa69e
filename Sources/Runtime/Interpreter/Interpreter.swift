// The interpreter loop.
//
// `run` executes frames from the current one until a frame with continuation `exit` returns or raises. Two words of state live in
// machine registers: `fp`, register 0 of the frame, and `pc`, the
// word of the instruction that runs (counting up before the fetch keeps one value alive, not two, and it in a register). A handler that can finish on its own does so
// and goes on with `continue`; everything else saves `pc` in the frame, calls a function that takes (fp, word) and ends with the
// status it gave. No handler here counts references of numbers, allocates, or throws; what does is in a function of its own that is
// not inlined.

import CPythonABI
import Compiler

enum Interpreter {
    /// What a frame with continuation `exit` returned, owned.
    nonisolated(unsafe) static var result = Value.null
    /// Whether that was by `yield`.
    nonisolated(unsafe) static var yielded = false

    /// Runs the current frame. `raising`: an exception is pending that is to be raised at the frame's pc. Returns the result
    /// (owned), or null with the exception pending.
    @inline(never) static func run(raising: Bool = false) -> Value {
        guard var fp = CurrentFrame.fp else { return .null }
        var pc = fp.pc - 1
        var status: Status = raising ? .raised : .next
        while true {
            // What an instruction leaves undecided is decided below; most go round here.
            dispatch: while status == .next {
                pc = _pyswift_opaque(pc + 1).unsafelyUnwrapped
                let word = pc.pointee
                switch unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Opcode.self) {
                case .nop:
                    continue dispatch
                case .move:
                    let source = fp + operandB(word)
                    let value = source.pointee
                    if hasFlag(word, InstructionFlags.killB) {
                        source.pointee = .null
                    } else if value.isObject {
                        value.object.pointee.ob_refcnt &+= 1
                    } else if value.isNull {
                        fp.pc = pc + 1
                        status = Slow.unboundLocal(fp, operandB(word))
                        break dispatch
                    }
                    Registers.store(fp, word, value)
                    continue dispatch
                case .loadConst:
                    let value = fp.code.pointee.constants[operandBC(word)]
                    value.retain()
                    Registers.store(fp, word, value)
                    continue dispatch
                case .loadInt:
                    Registers.store(fp, word, Value(smallInt: operandBC(word)))
                    continue dispatch
                case .checkBound:
                    if !fp[operandA(word)].isNull { continue dispatch }
                    fp.pc = pc + 1
                    status = Slow.unboundLocal(fp, operandA(word))
                case .deleteLocal:
                    if fp[operandA(word)].isNull {
                        fp.pc = pc + 1
                        status = Slow.unboundLocal(fp, operandA(word))
                        break dispatch
                    }
                    fp.pc = pc + 1
                    Registers.kill(fp + operandA(word))
                    continue dispatch
                case .clearLocal, .release:
                    fp.pc = pc + 1
                    Registers.kill(fp + operandA(word))
                    continue dispatch
                case .loadNull:
                    fp[operandA(word)] = .null
                    continue dispatch

                case .makeCell:
                    Slow.makeCell(fp, word)
                    continue dispatch
                case .loadCell:
                    let value = CellObject.get(fp[operandB(word)])
                    if value.isNull {
                        fp.pc = pc + 1
                        status = Slow.emptyCell(fp, operandB(word))
                        break dispatch
                    }
                    value.retain()
                    Registers.store(fp, word, value)
                    continue dispatch
                case .storeCell:
                    fp.pc = pc + 1
                    status = Slow.storeCell(fp, fp[operandA(word)], word)
                case .deleteCell:
                    fp.pc = pc + 1
                    status = Slow.deleteCell(fp, word)
                case .loadFree:
                    let cell = TupleObject.items(FunctionObject.closure(fp.function))[operandB(word)]
                    let value = CellObject.get(cell)
                    if value.isNull {
                        fp.pc = pc + 1
                        status = Slow.emptyFree(fp, operandB(word))
                        break dispatch
                    }
                    value.retain()
                    Registers.store(fp, word, value)
                    continue dispatch
                case .storeFree:
                    fp.pc = pc + 1
                    status = Slow.storeCell(fp, TupleObject.item(FunctionObject.closure(fp.function), operandA(word)), word)
                case .deleteFree:
                    fp.pc = pc + 1
                    status = Slow.deleteFree(fp, word)
                case .loadFreeCell:
                    let cell = TupleObject.item(FunctionObject.closure(fp.function), operandB(word))
                    cell.retain()
                    Registers.store(fp, word, cell)
                    continue dispatch
                case .loadClassFree:
                    fp.pc = pc + 1
                    status = Slow.loadClassFree(fp, word)

                case .loadGlobal:
                    fp.pc = pc + 1
                    status = Slow.loadGlobal(fp, word, pc + 1)
                    pc += 2
                case .loadGlobalModule:
                    let keys = DictObject.keys(fp.globals)
                    if keys.pointee.version == UInt32(truncatingIfNeeded: pc[1] >> 32) {
                        let value = Slow.cachedSlot(pc + 1).pointee
                        value.retain()
                        Registers.store(fp, word, value)
                        pc += 2
                        continue dispatch
                    }
                    fp.pc = pc + 1
                    status = Slow.loadGlobal(fp, word, pc + 1)
                    pc += 2
                case .loadGlobalBuiltin:
                    let keys = DictObject.keys(fp.globals)
                    let builtins = DictObject.keys(fp.builtins)
                    if keys.pointee.version == UInt32(truncatingIfNeeded: pc[1] >> 32)
                        && builtins.pointee.version == UInt32(truncatingIfNeeded: word >> 32)
                    {
                        let value = Slow.cachedSlot(pc + 1).pointee
                        value.retain()
                        Registers.store(fp, word, value)
                        pc += 2
                        continue dispatch
                    }
                    fp.pc = pc + 1
                    status = Slow.loadGlobal(fp, word, pc + 1)
                    pc += 2
                case .storeGlobal:
                    fp.pc = pc + 1
                    status = Slow.storeGlobal(fp, word, pc + 1)
                    pc += 2
                case .deleteGlobal:
                    fp.pc = pc + 1
                    status = Slow.deleteGlobal(fp, word, pc + 1)
                    pc += 2
                case .loadName:
                    fp.pc = pc + 1
                    status = Slow.loadName(fp, word, pc + 1)
                    pc += 2
                case .loadNameGlobal:
                    let globals = fp.globals
                    let keys = DictObject.keys(globals)
                    if fp.locals === globals && keys.pointee.version == UInt32(truncatingIfNeeded: pc[1] >> 32) {
                        let value = Slow.cachedSlot(pc + 1).pointee
                        value.retain()
                        Registers.store(fp, word, value)
                        pc += 2
                        continue dispatch
                    }
                    fp.pc = pc + 1
                    status = Slow.loadName(fp, word, pc + 1)
                    pc += 2
                case .loadNameBuiltin:
                    let globals = fp.globals
                    let keys = DictObject.keys(globals)
                    let builtins = DictObject.keys(fp.builtins)
                    if fp.locals === globals && keys.pointee.version == UInt32(truncatingIfNeeded: pc[1] >> 32)
                        && builtins.pointee.version == UInt32(truncatingIfNeeded: word >> 32)
                    {
                        let value = Slow.cachedSlot(pc + 1).pointee
                        value.retain()
                        Registers.store(fp, word, value)
                        pc += 2
                        continue dispatch
                    }
                    fp.pc = pc + 1
                    status = Slow.loadName(fp, word, pc + 1)
                    pc += 2
                case .storeName:
                    fp.pc = pc + 1
                    status = Slow.storeName(fp, word, pc + 1)
                    pc += 2
                case .storeNameGlobal:
                    let globals = fp.globals
                    let keys = DictObject.keys(globals)
                    if fp.locals === globals && keys.pointee.version == UInt32(truncatingIfNeeded: pc[1] >> 32) {
                        let source = fp + operandA(word)
                        let value = source.pointee
                        if value.isNull {
                            fp.pc = pc + 1
                            status = Slow.unboundLocal(fp, operandA(word))
                            break dispatch
                        }
                        if hasFlag(word, InstructionFlags.killA) { source.pointee = .null } else { value.retain() }
                        let slot = Slow.cachedSlot(pc + 1)
                        let old = slot.pointee
                        slot.pointee = value
                        DictObject.touch(globals)
                        pc += 2
                        fp.pc = pc + 1
                        old.release()
                        continue dispatch
                    }
                    fp.pc = pc + 1
                    status = Slow.storeName(fp, word, pc + 1)
                    pc += 2
                case .deleteName:
                    fp.pc = pc + 1
                    status = Slow.deleteName(fp, word, pc + 1)
                    pc += 2

                case .loadAttr:
                    fp.pc = pc + 4
                    status = Slow.loadAttr(fp, word, pc + 1)
                    pc += 3
                case .loadAttrInstance:
                    let value = fp[operandB(word)]
                    if value.isObject {
                        let object = value.object
                        let place = operandC(word)
                        if object.pointee.ob_type.pointee.tp_version_tag == UInt32(truncatingIfNeeded: pc[1] >> 32)
                            && place < Int(object.instanceMeta.pointee & 0xFF)
                        {
                            let attribute = object.instanceValue(place).pointee
                            if !attribute.isNull {
                                attribute.retain()
                                pc += 3
                                if hasFlag(word, InstructionFlags.killB) {
                                    fp.pc = pc + 1
                                    Registers.kill(fp + operandB(word))
                                }
                                Registers.store(fp, word, attribute)
                                continue dispatch
                            }
                        }
                    }
                    fp.pc = pc + 4
                    status = Slow.loadAttr(fp, word, pc + 1)
                    pc += 3
                case .loadAttrSlot:
                    let value = fp[operandB(word)]
                    if value.isObject && value.object.pointee.ob_type.pointee.tp_version_tag == UInt32(truncatingIfNeeded: pc[1] >> 32) {
                        let attribute = (UnsafeMutableRawPointer(value.object) + operandC(word)).load(as: Value.self)
                        if !attribute.isNull {
                            attribute.retain()
                            pc += 3
                            if hasFlag(word, InstructionFlags.killB) {
                                fp.pc = pc + 1
                                Registers.kill(fp + operandB(word))
                            }
                            Registers.store(fp, word, attribute)
                            continue dispatch
                        }
                    }
                    fp.pc = pc + 4
                    status = Slow.loadAttr(fp, word, pc + 1)
                    pc += 3
                case .loadAttrModule:
                    let value = fp[operandB(word)]
                    if value.isObject && value.object.pointee.ob_type == PyModule_TypePointer() {
                        let keys = DictObject.keys(ModuleObject.dict(value))
                        if keys.pointee.version == UInt32(truncatingIfNeeded: pc[1] >> 32) {
                            let attribute = Slow.cachedSlot(pc + 1).pointee
                            attribute.retain()
                            pc += 3
                            if hasFlag(word, InstructionFlags.killB) {
                                fp.pc = pc + 1
                                Registers.kill(fp + operandB(word))
                            }
                            Registers.store(fp, word, attribute)
                            continue dispatch
                        }
                    }
                    fp.pc = pc + 4
                    status = Slow.loadAttr(fp, word, pc + 1)
                    pc += 3
                case .loadAttrClass:
                    let value = fp[operandB(word)]
                    if value.isObject && value.object.pointee.ob_type.pointee.tp_version_tag == UInt32(truncatingIfNeeded: pc[1] >> 32)
                        && (!value.object.pointee.ob_type.hasManagedDict || value.object.instanceDict.pointee.isNull)
                    {
                        let attribute = Value(bits: pc[2])
                        attribute.retain()
                        pc += 3
                        if hasFlag(word, InstructionFlags.killB) {
                            fp.pc = pc + 1
                            Registers.kill(fp + operandB(word))
                        }
                        Registers.store(fp, word, attribute)
                        continue dispatch
                    }
                    fp.pc = pc + 4
                    status = Slow.loadAttr(fp, word, pc + 1)
                    pc += 3
                case .loadAttrProperty, .loadAttrDict:
                    fp.pc = pc + 4
                    status = Slow.loadAttr(fp, word, pc + 1)
                    pc += 3
                case .storeAttr:
                    fp.pc = pc + 4
                    status = Slow.storeAttr(fp, word, pc + 1)
                    pc += 3
                case .storeAttrInstance:
                    let target = fp[operandA(word)]
                    let value = fp[operandB(word)]
                    if target.isObject && !value.isNull {
                        let object = target.object
                        if object.pointee.ob_type.pointee.tp_version_tag == UInt32(truncatingIfNeeded: pc[1] >> 32)
                            && object.instanceDict.pointee.isNull
                        {
                            let place = operandC(word)
                            let meta = object.instanceMeta.pointee
                            let slot = object.instanceValue(place)
                            if place < Int(meta & 0xFF) {
                                let old = slot.pointee
                                if !old.isNull || place >= Int(meta >> 8) {
                                    if old.isNull { object.instanceMeta.pointee = meta & 0xFF | UInt64(place &+ 1) << 8 }
                                    if hasFlag(word, InstructionFlags.killB) {
                                        fp[operandB(word)] = .null
                                    } else {
                                        value.retain()
                                    }
                                    slot.pointee = value
                                    pc += 3
                                    fp.pc = pc + 1
                                    old.release()
                                    Registers.killA(fp, word)
                                    continue dispatch
                                }
                            }
                        }
                    }
                    fp.pc = pc + 4
                    status = Slow.storeAttr(fp, word, pc + 1)
                    pc += 3
                case .storeAttrSlot:
                    let target = fp[operandA(word)]
                    let value = fp[operandB(word)]
                    if target.isObject && !value.isNull
                        && target.object.pointee.ob_type.pointee.tp_version_tag == UInt32(truncatingIfNeeded: pc[1] >> 32)
                    {
                        let slot = (UnsafeMutableRawPointer(target.object) + operandC(word)).assumingMemoryBound(to: Value.self)
                        if hasFlag(word, InstructionFlags.killB) { fp[operandB(word)] = .null } else { value.retain() }
                        let old = slot.pointee
                        slot.pointee = value
                        pc += 3
                        fp.pc = pc + 1
                        old.release()
                        Registers.killA(fp, word)
                        continue dispatch
                    }
                    fp.pc = pc + 4
                    status = Slow.storeAttr(fp, word, pc + 1)
                    pc += 3
                case .deleteAttr:
                    fp.pc = pc + 4
                    status = Slow.deleteAttr(fp, word, pc + 1)
                    pc += 3
                case .loadMethod:
                    fp.pc = pc + 4
                    status = Slow.loadMethod(fp, word, pc + 1)
                    pc += 3
                case .loadMethodFunction:
                    let value = fp[operandB(word)]
                    if value.isObject {
                        let type = value.object.pointee.ob_type.unsafelyUnwrapped
                        if type.pointee.tp_version_tag == UInt32(truncatingIfNeeded: pc[1] >> 32)
                            && (pc[3] == 0 || value.object.instanceDict.pointee.isNull)
                        {
                            let method = Value(bits: pc[2])
                            method.object.pointee.ob_refcnt &+= 1
                            if hasFlag(word, InstructionFlags.killB) {
                                fp[operandB(word)] = .null
                            } else {
                                value.object.pointee.ob_refcnt &+= 1
                            }
                            let base = fp + operandA(word)
                            base[0] = method
                            base[8] = value
                            pc += 3
                            continue dispatch
                        }
                    }
                    fp.pc = pc + 4
                    status = Slow.loadMethod(fp, word, pc + 1)
                    pc += 3
                case .loadMethodInstanceClass, .loadMethodModule:
                    fp.pc = pc + 4
                    status = Slow.loadMethod(fp, word, pc + 1)
                    pc += 3

                case .loadSubscript:
                    let container = fp[operandB(word)]
                    let key = fp[operandC(word)]
                    if container.isObject && key.isSmallInt {
                        let type = container.object.pointee.ob_type
                        if type == PyList_TypePointer() {
                            var index = key.smallInt
                            let count = ListObject.count(container)
                            if index < 0 { index &+= count }
                            if UInt(bitPattern: index) < UInt(bitPattern: count) {
                                let item = ListObject.item(container, index)
                                item.retain()
                                if hasFlag(word, InstructionFlags.killB) {
                                    fp.pc = pc + 1
                                    Registers.kill(fp + operandB(word))
                                }
                                Registers.store(fp, word, item)
                                continue dispatch
                            }
                        } else if type == PyTuple_TypePointer() {
                            var index = key.smallInt
                            let count = TupleObject.count(container)
                            if index < 0 { index &+= count }
                            if UInt(bitPattern: index) < UInt(bitPattern: count) {
                                let item = TupleObject.item(container, index)
                                item.retain()
                                if hasFlag(word, InstructionFlags.killB) {
                                    fp.pc = pc + 1
                                    Registers.kill(fp + operandB(word))
                                }
                                Registers.store(fp, word, item)
                                continue dispatch
                            }
                        }
                    }
                    fp.pc = pc + 1
                    status = Slow.loadSubscript(fp, word)
                case .loadSubscriptImm:
                    let container = fp[operandB(word)]
                    if container.isObject {
                        let type = container.object.pointee.ob_type
                        if type == PyList_TypePointer() || type == PyTuple_TypePointer() {
                            var index = signedC(word)
                            let count = ListObject.count(container)
                            if index < 0 { index &+= count }
                            if UInt(bitPattern: index) < UInt(bitPattern: count) {
                                let item = type == PyList_TypePointer() ? ListObject.item(container, index) : TupleObject.item(container, index)
                                item.retain()
                                if hasFlag(word, InstructionFlags.killB) {
                                    fp.pc = pc + 1
                                    Registers.kill(fp + operandB(word))
                                }
                                Registers.store(fp, word, item)
                                continue dispatch
                            }
                        }
                    }
                    fp.pc = pc + 1
                    status = Slow.loadSubscriptImm(fp, word)
                case .storeSubscript:
                    let container = fp[operandA(word)]
                    let key = fp[operandB(word)]
                    let value = fp[operandC(word)]
                    if container.isObject && key.isSmallInt && container.object.pointee.ob_type == PyList_TypePointer() && !value.isNull
                        && !container.object.isExposed
                    {
                        var index = key.smallInt
                        let count = ListObject.count(container)
                        if index < 0 { index &+= count }
                        if UInt(bitPattern: index) < UInt(bitPattern: count) {
                            let slot = ListObject.items(container) + index
                            let old = slot.pointee
                            if hasFlag(word, InstructionFlags.killC) { fp[operandC(word)] = .null } else { value.retain() }
                            slot.pointee = ListObject.stored(container, value)
                            fp.pc = pc + 1
                            old.release()
                            Registers.killA(fp, word)
                            continue dispatch
                        }
                    }
                    fp.pc = pc + 1
                    status = Slow.storeSubscript(fp, word)
                case .deleteSubscript:
                    fp.pc = pc + 1
                    status = Slow.deleteSubscript(fp, word)

                // MARK: Arithmetic
                case .add:
                    let result = Fast.add(fp[operandB(word)], fp[operandC(word)])
                    if !result.isNull { Registers.store(fp, word, result); continue dispatch }
                    fp.pc = pc + 1
                    status = Slow.binary(fp, word, .add)
                case .subtract:
                    let result = Fast.subtract(fp[operandB(word)], fp[operandC(word)])
                    if !result.isNull { Registers.store(fp, word, result); continue dispatch }
                    fp.pc = pc + 1
                    status = Slow.binary(fp, word, .subtract)
                case .multiply:
                    let result = Fast.multiply(fp[operandB(word)], fp[operandC(word)])
                    if !result.isNull { Registers.store(fp, word, result); continue dispatch }
                    fp.pc = pc + 1
                    status = Slow.binary(fp, word, .multiply)
                case .trueDivide:
                    let result = Fast.trueDivide(fp[operandB(word)], fp[operandC(word)])
                    if !result.isNull { Registers.store(fp, word, result); continue dispatch }
                    fp.pc = pc + 1
                    status = Slow.binary(fp, word, .trueDivide)
                case .floorDivide:
                    let result = Fast.floorDivide(fp[operandB(word)], fp[operandC(word)])
                    if !result.isNull { Registers.store(fp, word, result); continue dispatch }
                    fp.pc = pc + 1
                    status = Slow.binary(fp, word, .floorDivide)
                case .modulo:
                    let result = Fast.modulo(fp[operandB(word)], fp[operandC(word)])
                    if !result.isNull { Registers.store(fp, word, result); continue dispatch }
                    fp.pc = pc + 1
                    status = Slow.binary(fp, word, .modulo)
                case .power:
                    fp.pc = pc + 1
                    status = Slow.binary(fp, word, .power)
                case .matrixMultiply:
                    fp.pc = pc + 1
                    status = Slow.binary(fp, word, .matrixMultiply)
                case .leftShift:
                    let result = Fast.leftShift(fp[operandB(word)], fp[operandC(word)])
                    if !result.isNull { Registers.store(fp, word, result); continue dispatch }
                    fp.pc = pc + 1
                    status = Slow.binary(fp, word, .leftShift)
                case .rightShift:
                    let result = Fast.rightShift(fp[operandB(word)], fp[operandC(word)])
                    if !result.isNull { Registers.store(fp, word, result); continue dispatch }
                    fp.pc = pc + 1
                    status = Slow.binary(fp, word, .rightShift)
                case .bitAnd:
                    let result = Fast.and(fp[operandB(word)], fp[operandC(word)])
                    if !result.isNull { Registers.store(fp, word, result); continue dispatch }
                    fp.pc = pc + 1
                    status = Slow.binary(fp, word, .and)
                case .bitOr:
                    let result = Fast.or(fp[operandB(word)], fp[operandC(word)])
                    if !result.isNull { Registers.store(fp, word, result); continue dispatch }
                    fp.pc = pc + 1
                    status = Slow.binary(fp, word, .or)
                case .bitXor:
                    let result = Fast.xor(fp[operandB(word)], fp[operandC(word)])
                    if !result.isNull { Registers.store(fp, word, result); continue dispatch }
                    fp.pc = pc + 1
                    status = Slow.binary(fp, word, .xor)

                case .addImm:
                    let x = fp[operandB(word)]
                    if x.isSmallInt {
                        let (sum, overflow) = Fast.shifted(x).addingReportingOverflow(Int64(signedC(word)) << 15)
                        if !overflow { Registers.store(fp, word, Fast.int(shifted: sum)); continue dispatch }
                    }
                    fp.pc = pc + 1
                    status = Slow.binaryImm(fp, word, .add)
                case .subtractImm:
                    let x = fp[operandB(word)]
                    if x.isSmallInt {
                        let (difference, overflow) = Fast.shifted(x).subtractingReportingOverflow(Int64(signedC(word)) << 15)
                        if !overflow { Registers.store(fp, word, Fast.int(shifted: difference)); continue dispatch }
                    }
                    fp.pc = pc + 1
                    status = Slow.binaryImm(fp, word, .subtract)
                case .multiplyImm:
                    let result = Fast.multiply(fp[operandB(word)], Value(smallInt: signedC(word)))
                    if !result.isNull { Registers.store(fp, word, result); continue dispatch }
                    fp.pc = pc + 1
                    status = Slow.binaryImm(fp, word, .multiply)
                case .floorDivideImm:
                    let result = Fast.floorDivide(fp[operandB(word)], Value(smallInt: signedC(word)))
                    if !result.isNull { Registers.store(fp, word, result); continue dispatch }
                    fp.pc = pc + 1
                    status = Slow.binaryImm(fp, word, .floorDivide)
                case .moduloImm:
                    let result = Fast.modulo(fp[operandB(word)], Value(smallInt: signedC(word)))
                    if !result.isNull { Registers.store(fp, word, result); continue dispatch }
                    fp.pc = pc + 1
                    status = Slow.binaryImm(fp, word, .modulo)
                case .leftShiftImm:
                    let result = Fast.leftShift(fp[operandB(word)], Value(smallInt: signedC(word)))
                    if !result.isNull { Registers.store(fp, word, result); continue dispatch }
                    fp.pc = pc + 1
                    status = Slow.binaryImm(fp, word, .leftShift)
                case .rightShiftImm:
                    let result = Fast.rightShift(fp[operandB(word)], Value(smallInt: signedC(word)))
                    if !result.isNull { Registers.store(fp, word, result); continue dispatch }
                    fp.pc = pc + 1
                    status = Slow.binaryImm(fp, word, .rightShift)
                case .bitAndImm:
                    let result = Fast.and(fp[operandB(word)], Value(smallInt: signedC(word)))
                    if !result.isNull { Registers.store(fp, word, result); continue dispatch }
                    fp.pc = pc + 1
                    status = Slow.binaryImm(fp, word, .and)
                case .negative:
                    let x = fp[operandB(word)]
                    if x.isSmallInt {
                        let number = 0 &- x.smallInt
                        if number <= Value.maxSmallInt { Registers.store(fp, word, Value(smallInt: number)); continue dispatch }
                    } else if x.isImmediateFloat {
                        Registers.store(fp, word, Value(float: -x.immediateFloat))
                        continue dispatch
                    }
                    fp.pc = pc + 1
                    status = Slow.unary(fp, word)
                case .positive, .invert:
                    fp.pc = pc + 1
                    status = Slow.unary(fp, word)
                case .not:
                    let x = fp[operandB(word)]
                    if x.isBool {
                        Registers.store(fp, word, Value(bits: x.bits ^ 1))
                        continue dispatch
                    }
                    fp.pc = pc + 1
                    status = Slow.not(fp, word)

                // MARK: Comparisons
                case .less:
                    let outcome = Fast.compare(fp[operandB(word)], fp[operandC(word)], .less)
                    if outcome < 2 { Registers.store(fp, word, Value(bits: 2 | UInt64(outcome))); continue dispatch }
                    fp.pc = pc + 1
                    status = Slow.compare(fp, word, .less)
                case .lessOrEqual:
                    let outcome = Fast.compare(fp[operandB(word)], fp[operandC(word)], .lessOrEqual)
                    if outcome < 2 { Registers.store(fp, word, Value(bits: 2 | UInt64(outcome))); continue dispatch }
                    fp.pc = pc + 1
                    status = Slow.compare(fp, word, .lessOrEqual)
                case .equal:
                    let outcome = Fast.compare(fp[operandB(word)], fp[operandC(word)], .equal)
                    if outcome < 2 { Registers.store(fp, word, Value(bits: 2 | UInt64(outcome))); continue dispatch }
                    fp.pc = pc + 1
                    status = Slow.compare(fp, word, .equal)
                case .notEqual:
                    let outcome = Fast.compare(fp[operandB(word)], fp[operandC(word)], .notEqual)
                    if outcome < 2 { Registers.store(fp, word, Value(bits: 2 | UInt64(outcome))); continue dispatch }
                    fp.pc = pc + 1
                    status = Slow.compare(fp, word, .notEqual)
                case .greater:
                    let outcome = Fast.compare(fp[operandB(word)], fp[operandC(word)], .greater)
                    if outcome < 2 { Registers.store(fp, word, Value(bits: 2 | UInt64(outcome))); continue dispatch }
                    fp.pc = pc + 1
                    status = Slow.compare(fp, word, .greater)
                case .greaterOrEqual:
                    let outcome = Fast.compare(fp[operandB(word)], fp[operandC(word)], .greaterOrEqual)
                    if outcome < 2 { Registers.store(fp, word, Value(bits: 2 | UInt64(outcome))); continue dispatch }
                    fp.pc = pc + 1
                    status = Slow.compare(fp, word, .greaterOrEqual)
                case .isSame, .isNotSame:
                    fp.pc = pc + 1
                    status = Slow.isSame(fp, word)
                case .contains, .notContains:
                    fp.pc = pc + 1
                    status = Slow.contains(fp, word)

                // MARK: Branches
                case .jump:
                    pc += operandBC(word)
                    continue dispatch
                case .jumpBack:
                    pc += operandBC(word)
                    if _pyswift_loop.eval_breaker == 0 { continue dispatch }
                    fp.pc = pc + 1
                    status = Slow.serveBreaker()
                case .jumpIfTrue:
                    let x = fp[operandA(word)]
                    if x.isBool {
                        if x.isTrue { status = takeLong(fp, word, &pc) }
                        break dispatch
                    }
                    if x.isSmallInt {
                        status = x.smallInt != 0 ? takeLong(fp, word, &pc) : .next
                        break dispatch
                    }
                    fp.pc = pc + 1
                    let truth = Slow.truth(fp, word)
                    if truth == 1 {
                        status = takeLong(fp, word, &pc)
                        break dispatch
                    }
                    if truth == 0 { continue dispatch }
                    status = truth == 2 ? .raised : .frame
                case .jumpIfFalse:
                    let x = fp[operandA(word)]
                    if x.isBool {
                        if x.isFalse { status = takeLong(fp, word, &pc) }
                        break dispatch
                    }
                    if x.isSmallInt {
                        status = x.smallInt == 0 ? takeLong(fp, word, &pc) : .next
                        break dispatch
                    }
                    fp.pc = pc + 1
                    let truth = Slow.truth(fp, word)
                    if truth == 0 {
                        status = takeLong(fp, word, &pc)
                        break dispatch
                    }
                    if truth == 1 { continue dispatch }
                    status = truth == 2 ? .raised : .frame
                case .jumpIfNone, .jumpIfNotNone:
                    let x = fp[operandA(word)]
                    if x.isNull {
                        fp.pc = pc + 1
                        status = Slow.unboundLocal(fp, operandA(word))
                        break dispatch
                    }
                    let none = x.isNone
                    fp.pc = pc + 1
                    Registers.killA(fp, word)
                    if none == (UInt8(truncatingIfNeeded: word) == Opcode.jumpIfNone.rawValue) {
                        status = takeLong(fp, word, &pc)
                    }

                case .jumpIfLess: status = branch(fp, word, &pc, .less, when: true)
                case .jumpIfLessOrEqual: status = branch(fp, word, &pc, .lessOrEqual, when: true)
                case .jumpIfEqual: status = branch(fp, word, &pc, .equal, when: true)
                case .jumpIfNotEqual: status = branch(fp, word, &pc, .notEqual, when: true)
                case .jumpIfGreater: status = branch(fp, word, &pc, .greater, when: true)
                case .jumpIfGreaterOrEqual: status = branch(fp, word, &pc, .greaterOrEqual, when: true)
                case .jumpIfNotLess: status = branch(fp, word, &pc, .less, when: false)
                case .jumpIfNotLessOrEqual: status = branch(fp, word, &pc, .lessOrEqual, when: false)
                case .jumpIfNotEqualNot: status = branch(fp, word, &pc, .equal, when: false)
                case .jumpIfNotNotEqual: status = branch(fp, word, &pc, .notEqual, when: false)
                case .jumpIfNotGreater: status = branch(fp, word, &pc, .greater, when: false)
                case .jumpIfNotGreaterOrEqual: status = branch(fp, word, &pc, .greaterOrEqual, when: false)
                case .jumpIfLessImm: status = branchImm(fp, word, &pc, .less, when: true)
                case .jumpIfLessOrEqualImm: status = branchImm(fp, word, &pc, .lessOrEqual, when: true)
                case .jumpIfEqualImm: status = branchImm(fp, word, &pc, .equal, when: true)
                case .jumpIfNotEqualImm: status = branchImm(fp, word, &pc, .notEqual, when: true)
                case .jumpIfGreaterImm: status = branchImm(fp, word, &pc, .greater, when: true)
                case .jumpIfGreaterOrEqualImm: status = branchImm(fp, word, &pc, .greaterOrEqual, when: true)
                case .jumpIfNotLessImm: status = branchImm(fp, word, &pc, .less, when: false)
                case .jumpIfNotLessOrEqualImm: status = branchImm(fp, word, &pc, .lessOrEqual, when: false)
                case .jumpIfNotEqualNotImm: status = branchImm(fp, word, &pc, .equal, when: false)
                case .jumpIfNotNotEqualImm: status = branchImm(fp, word, &pc, .notEqual, when: false)
                case .jumpIfNotGreaterImm: status = branchImm(fp, word, &pc, .greater, when: false)
                case .jumpIfNotGreaterOrEqualImm: status = branchImm(fp, word, &pc, .greaterOrEqual, when: false)

                // MARK: Iteration
                case .getIter:
                    fp.pc = pc + 1
                    status = Slow.getIter(fp, word)
                case .forIter:
                    fp.pc = pc + 2
                    status = Slow.forIter(fp, word, pc + 1)
                    if status == .next { pc = fp.pc - 1 }
                case .forIterRange:
                    let iterator = fp[operandB(word)]
                    if iterator.object.pointee.ob_type == PyRangeIter_TypePointer() {
                        let range = RangeIterator.layout(iterator)
                        if range.pointee.remaining > 0 {
                            let number = range.pointee.next
                            range.pointee.next = number &+ range.pointee.step
                            range.pointee.remaining &-= 1
                            if number >= Value.minSmallInt && number <= Value.maxSmallInt {
                                Registers.store(fp, word, Value(smallInt: number))
                            } else {
                                Registers.store(fp, word, IntObject.make(number).take())
                            }
                            pc += 1
                            continue dispatch
                        }
                        fp.pc = pc + 2
                        Registers.kill(fp + operandB(word))
                        pc += 1 + Int(Int32(truncatingIfNeeded: pc[1]))
                        continue dispatch
                    }
                    fp.pc = pc + 2
                    status = Slow.forIter(fp, word, pc + 1)
                    if status == .next { pc = fp.pc - 1 }
                case .forIterList:
                    let iterator = fp[operandB(word)]
                    if iterator.object.pointee.ob_type == PyListIter_TypePointer() {
                        let fields = IndexedIterator.layout(iterator)
                        let list = fields.pointee.container
                        if !list.isNull {
                            let index = fields.pointee.index
                            if index < ListObject.count(list) {
                                let item = ListObject.item(list, index)
                                fields.pointee.index = index &+ 1
                                item.retain()
                                pc += 1
                                fp.pc = pc + 1
                                Registers.store(fp, word, item)
                                continue dispatch
                            }
                        }
                    }
                    fp.pc = pc + 2
                    status = Slow.forIter(fp, word, pc + 1)
                    if status == .next { pc = fp.pc - 1 }
                case .forIterTuple:
                    let iterator = fp[operandB(word)]
                    if iterator.object.pointee.ob_type == PyTupleIter_TypePointer() {
                        let fields = IndexedIterator.layout(iterator)
                        let tuple = fields.pointee.container
                        if !tuple.isNull {
                            let index = fields.pointee.index
                            if index < TupleObject.count(tuple) {
                                let item = TupleObject.item(tuple, index)
                                fields.pointee.index = index &+ 1
                                item.retain()
                                pc += 1
                                fp.pc = pc + 1
                                Registers.store(fp, word, item)
                                continue dispatch
                            }
                        }
                    }
                    fp.pc = pc + 2
                    status = Slow.forIter(fp, word, pc + 1)
                    if status == .next { pc = fp.pc - 1 }
                case .forIterGenerator:
                    fp.pc = pc + 2
                    status = Slow.forIter(fp, word, pc + 1)
                    if status == .next { pc = fp.pc - 1 }
                case .unpackSequence:
                    let source = fp[operandB(word)]
                    if source.isObject && source.object.pointee.ob_type == PyTuple_TypePointer()
                        && TupleObject.count(source) == operandC(word) && hasFlag(word, InstructionFlags.tempA)
                    {
                        let items = TupleObject.items(source)
                        let target = fp + operandA(word)
                        var index = 0
                        while index < operandC(word) {
                            let item = Border.read(items[index])
                            item.retain()
                            target[index] = item
                            index &+= 1
                        }
                        if hasFlag(word, InstructionFlags.killB) {
                            fp.pc = pc + 1
                            Registers.kill(fp + operandB(word))
                        }
                        continue dispatch
                    }
                    fp.pc = pc + 1
                    status = Slow.unpackSequence(fp, word)
                case .unpackEx:
                    fp.pc = pc + 2
                    status = Slow.unpackEx(fp, word, pc + 1)
                    pc += 1

                // MARK: Calls
                case .call, .callFunction, .callBuiltin, .callClass:
                    let base = fp + operandA(word)
                    let callable = base.pointee
                    let count = operandB(word)
                    pc += 2
                    fp.pc = pc + 1
                    if callable.isObject && callable.object.pointee.ob_type == PyFunction_TypePointer() {
                        let code = FunctionObject.linked(callable)
                        if code.pointee.simpleArgumentCount == count && !fp.isGenerator && _pyswift_loop.eval_breaker == 0 {
                            let new = base + frameHeaderSize
                            if ValueStack.fits(new, code.pointee.registerCount) && _pyswift_loop.recursion_remaining > 0 {
                                new.code = code
                                new.previous = fp
                                new.note = Calls.note(word, UInt64(operandC(word)))
                                new.frameObject = .null
                                new.locals = .null
                                new.extra = .null
                                var index = count
                                let locals = code.pointee.localCount
                                while index < locals {
                                    new[index] = .null
                                    index &+= 1
                                }
                                _pyswift_loop.recursion_remaining &-= 1
                                CurrentFrame.fp = new
                                fp = new
                                pc = code.pointee.instructions - 1
                                continue dispatch
                            }
                        }
                    }
                    status = Slow.call(fp, word)
                case .callMethod, .callMethodFunction, .callMethodBuiltin:
                    let base = fp + operandA(word)
                    let callable = base.pointee
                    pc += 2
                    fp.pc = pc + 1
                    if callable.isObject && callable.object.pointee.ob_type == PyFunction_TypePointer() {
                        let code = FunctionObject.linked(callable)
                        let new = base[8].isNull ? base + 9 : base + frameHeaderSize
                        let count = operandB(word) &+ (base[8].isNull ? 0 : 1)
                        if code.pointee.simpleArgumentCount == count && !fp.isGenerator && _pyswift_loop.eval_breaker == 0
                            && ValueStack.fits(new, code.pointee.registerCount) && _pyswift_loop.recursion_remaining > 0
                        {
                            new.function = callable
                            new.code = code
                            new.previous = fp
                            new.note = Calls.note(word, UInt64(operandC(word)))
                            new.frameObject = .null
                            new.locals = .null
                            new.extra = .null
                            var index = count
                            let locals = code.pointee.localCount
                            while index < locals {
                                new[index] = .null
                                index &+= 1
                            }
                            _pyswift_loop.recursion_remaining &-= 1
                            CurrentFrame.fp = new
                            fp = new
                            pc = code.pointee.instructions - 1
                            continue dispatch
                        }
                    }
                    status = Slow.callMethod(fp, word)
                case .callKeyword:
                    pc += 2
                    fp.pc = pc + 1
                    status = Slow.callKeyword(fp, word, pc - 1)
                case .callEx:
                    fp.pc = pc + 1
                    status = Slow.callEx(fp, word)
                case .returnValue:
                    let source = fp + operandA(word)
                    var value = source.pointee
                    let note = fp.note
                    // A plain return: nobody looked at the frame, and the result goes into a register of the caller.
                    if note & ~(UInt64(Continuation.storeLocal.rawValue) << 16) <= 0xFFFF && fp.frameObject.isNull && !value.isNull {
                        let code = fp.code
                        if operandA(word) < code.pointee.localCount {
                            // The local variable's own reference is the result's.
                            source.pointee = .null
                        } else if !hasFlag(word, InstructionFlags.killA) {
                            value.retain()
                        }
                        fp.pc = pc + 1
                        var index = 0
                        let locals = code.pointee.localCount
                        while index < locals {
                            fp[index].release()
                            index &+= 1
                        }
                        if !fp.locals.isNull { fp.locals.release() }
                        _pyswift_loop.recursion_remaining &+= 1
                        let caller = fp.previous.unsafelyUnwrapped
                        let function = fp.function
                        CurrentFrame.fp = caller
                        let slot = caller + Int(note & 0xFFFF)
                        if note > 0xFFFF {
                            let old = slot.pointee
                            slot.pointee = value
                            value = old
                            function.release()
                            value.release()
                        } else {
                            slot.pointee = value
                            function.release()
                        }
                        fp = caller
                        pc = caller.pc - 1
                        continue dispatch
                    }
                    fp.pc = pc + 1
                    if note & 0xFFFF_FFFF_FFFF_0000 == UInt64(Continuation.initialize.rawValue) << 16 | FrameFlags.countsTwice && value.isNone && fp.frameObject.isNull {
                        // `__init__` went well: the result is the instance that the header keeps.
                        let instance = fp.extra
                        var index = 0
                        let locals = fp.code.pointee.localCount
                        while index < locals {
                            fp[index].release()
                            index &+= 1
                        }
                        if !fp.locals.isNull { fp.locals.release() }
                        _pyswift_loop.recursion_remaining &+= 2
                        let caller = fp.previous.unsafelyUnwrapped
                        let function = fp.function
                        CurrentFrame.fp = caller
                        caller[Int(note & 0xFFFF)] = instance
                        function.release()
                        fp = caller
                        pc = caller.pc - 1
                        continue dispatch
                    }
                    status = Slow.returnValue(fp, word)
                case .makeFunction:
                    fp.pc = pc + 1
                    status = Slow.makeFunction(fp, word)
                case .loadBuildClass:
                    fp.pc = pc + 1
                    status = Slow.loadBuildClass(fp, word)

                // MARK: Displays and the rest
                case .buildTuple, .buildList, .buildSet, .buildMap, .buildString, .buildSlice, .listToTuple:
                    fp.pc = pc + 1
                    status = Slow.build(fp, word)
                case .buildConstKeyMap:
                    fp.pc = pc + 2
                    status = Slow.buildConstKeyMap(fp, word, pc + 1)
                    pc += 1
                case .listAppend:
                    let list = fp[operandA(word)]
                    let value = fp[operandB(word)]
                    let count = ListObject.count(list)
                    if count < ListObject.head(list).pointee.allocated && !value.isNull {
                        if hasFlag(word, InstructionFlags.killB) { fp[operandB(word)] = .null } else { value.retain() }
                        ListObject.items(list)[count] = value
                        ListObject.head(list).pointee.ob_base.ob_size = count &+ 1
                        continue dispatch
                    }
                    fp.pc = pc + 1
                    status = Slow.listAppend(fp, word)
                case .setAdd, .mapAdd, .listExtend, .setUpdate, .dictUpdate, .dictMerge:
                    fp.pc = pc + 1
                    status = Slow.extend(fp, word)
                case .formatValue:
                    fp.pc = pc + 1
                    status = Slow.formatValue(fp, word)
                case .raise:
                    fp.pc = pc + 1
                    status = Slow.raiseStatement(fp, word)
                case .reraise:
                    fp.pc = pc + 1
                    Slow.reraise(fp, word)
                    status = .reraised
                case .pushException:
                    Slow.pushException(fp, word)
                    continue dispatch
                case .popException:
                    fp.pc = pc + 1
                    Slow.popException(fp, word)
                    continue dispatch
                case .matchException, .matchExceptionGroup, .prepareReraiseStar:
                    fp.pc = pc + 1
                    status = Slow.matchException(fp, word)
                case .beforeWith, .beforeAsyncWith:
                    fp.pc = pc + 1
                    status = Slow.beforeWith(fp, word)
                case .withExceptStart:
                    fp.pc = pc + 1
                    status = Slow.withExceptStart(fp, word)
                case .loadAssertionError:
                    Registers.store(fp, word, PyExc_AssertionErrorPointer().value)
                    continue dispatch
                case .returnGenerator:
                    fp.pc = pc + 1
                    status = Generators.make(fp)
                case .yieldValue:
                    fp.pc = pc + 1
                    status = Generators.yieldValue(fp, word)
                case .getYieldFromIter, .getAwaitable, .getAsyncIter, .getAsyncNext, .endAsyncFor:
                    fp.pc = pc + 1
                    status = Slow.asynchronous(fp, word)
                case .yieldFrom:
                    fp.pc = pc + 1
                    status = Generators.yieldFrom(fp, word)
                case .matchSequence, .matchMapping, .matchKeys, .matchRest, .getLength:
                    fp.pc = pc + 1
                    status = Slow.match(fp, word)
                case .matchClass:
                    fp.pc = pc + 2
                    status = Slow.matchClass(fp, word, pc + 1)
                    pc += 1
                case .importName, .importFrom:
                    fp.pc = pc + 2
                    status = Slow.importName(fp, word, pc + 1)
                    pc += 1
                case .importStar, .printExpression, .setupAnnotations:
                    fp.pc = pc + 1
                    status = Slow.statement(fp, word)
                case .loadSubscriptList, .loadSubscriptTuple, .loadSubscriptDict, .storeSubscriptList, .storeSubscriptDict:
                    fp.pc = pc + 1
                    status = Slow.unknownInstruction(word)
                }
            }
            if status == .exit {
                let value = result
                result = .null
                return value
            }
            if status == .next { continue }
            if status != .frame && Unwinding.unwind(traceback: status == .raised) == .exit { return .null }
            guard let current = CurrentFrame.fp else { return .null }
            fp = current
            pc = current.pc - 1
            status = .next
        }
    }

    // MARK: Branches

    /// Takes a branch whose offset is c; one that goes back serves the eval breaker.
    @inline(__always) private static func take(_ fp: FramePointer, _ word: UInt64, _ pc: inout ProgramCounter) -> Status {
        pc += signedC(word)
        if signedC(word) >= 0 || _pyswift_loop.eval_breaker == 0 { return .next }
        fp.pc = pc + 1
        return Slow.serveBreaker()
    }
    /// The same for branches whose offset is bc.
    @inline(__always) private static func takeLong(_ fp: FramePointer, _ word: UInt64, _ pc: inout ProgramCounter) -> Status {
        pc += operandBC(word)
        if operandBC(word) >= 0 || _pyswift_loop.eval_breaker == 0 { return .next }
        fp.pc = pc + 1
        return Slow.serveBreaker()
    }
    /// Comparison of r[a] and r[b] with branch.
    @inline(__always) private static func branch(
        _ fp: FramePointer, _ word: UInt64, _ pc: inout ProgramCounter, _ operation: Comparison, when sense: Bool
    ) -> Status {
        let outcome = Fast.compare(fp[operandA(word)], fp[operandB(word)], operation)
        if outcome == (sense ? 0 : 1) { return .next }
        if outcome == (sense ? 1 : 0) { return take(fp, word, &pc) }
        fp.pc = pc + 1
        return finishBranch(fp, word, &pc, Slow.compareBranch(fp, word, operation, fp[operandB(word)]), when: sense)
    }
    /// Comparison of r[a] and the number b with branch.
    @inline(__always) private static func branchImm(
        _ fp: FramePointer, _ word: UInt64, _ pc: inout ProgramCounter, _ operation: Comparison, when sense: Bool
    ) -> Status {
        let outcome = Fast.compareImm(fp[operandA(word)], signedB(word), operation)
        if outcome == (sense ? 0 : 1) { return .next }
        if outcome == (sense ? 1 : 0) { return take(fp, word, &pc) }
        fp.pc = pc + 1
        return finishBranch(fp, word, &pc, Slow.compareBranch(fp, word, operation, Value(smallInt: signedB(word))), when: sense)
    }
    @inline(__always) private static func finishBranch(
        _ fp: FramePointer, _ word: UInt64, _ pc: inout ProgramCounter, _ outcome: UInt8, when sense: Bool
    ) -> Status {
        if outcome > 1 { return outcome == 2 ? .raised : .frame }
        return outcome == (sense ? 1 : 0) ? take(fp, word, &pc) : .next
    }

    // MARK: Entry from native code

    /// Calls a Python function natively: pushes its frame and runs it. Arguments are borrowed.
    static func call(_ function: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        try NativeStack.enter(" while calling a Python object")
        let caller = CurrentFrame.fp
        let total = arguments.count + arguments.keywordCount
        let base = ValueStack.top(caller) + frameHeaderSize
        function.retain()
        let status: Status
        let exit = UInt64(Continuation.exit.rawValue) << 16
        let code = FunctionObject.linked(function)
        if arguments.keywordNames.isNull && total == code.pointee.simpleArgumentCount && ValueStack.fits(base, code.pointee.registerCount) {
            for index in 0..<total {
                let value = arguments[index]
                value.retain()
                base[index] = value
            }
            status = Calls.push(caller, function, base, total, exit)
        } else {
            // A copy that the binder may move values out of.
            var bound = Status.raised
            _ = try withValues(total) { (room) throws(Raised) -> Ref in
                for index in 0..<total {
                    let value = arguments[index]
                    value.retain()
                    room[index] = value
                }
                bound = Calls.bind(caller, function, .null, room, total, arguments.keywordNames, exit)
                return .null
            }.isNull
            status = bound
        }
        if status != .frame { throw Raised() }
        let result = run()
        CurrentFrame.fp = caller
        if result.isNull { throw Raised() }
        return Ref(owned: result)
    }

    /// Runs a code object with a namespace: modules, `exec`, `eval`, class bodies.
    static func execute(code: Value, globals: Value, locals: Value, builtins: Value, closure: Value = .null) throws(Raised) -> Ref {
        try NativeStack.enter(" while calling a Python object")
        let function = FunctionObject.make(code: code, globals: globals, builtins: builtins)
        if !closure.isNull {
            closure.retain()
            FunctionObject.field(function.value, 72).pointee = closure
        }
        return try run(function: function.value, locals: locals)
    }
    /// Runs a function without arguments whose frame has a namespace mapping.
    static func run(function: Value, locals: Value) throws(Raised) -> Ref {
        let caller = CurrentFrame.fp
        function.retain()
        var nothing = Value.null
        let status = withUnsafeMutablePointer(to: &nothing) {
            Calls.bind(caller, function, .null, $0, 0, .null, UInt64(Continuation.exit.rawValue) << 16)
        }
        if status != .frame { throw Raised() }
        locals.retain()
        CurrentFrame.fp.unsafelyUnwrapped.locals = locals
        let result = run()
        CurrentFrame.fp = caller
        if result.isNull { throw Raised() }
        return Ref(owned: result)
    }

    // MARK: Results

    /// Stores the owned result of native code where a note says.
    @inline(never) static func deliverNative(_ fp: FramePointer, _ value: Value, _ note: UInt64) -> Status {
        CurrentFrame.fp = fp
        return deliver(fp, value, note, .null, native: true)
    }

    /// Does with the owned result of a call what the note says. `fp` is the frame that called; `extra` (owned) is the callee's.
    static func deliver(_ fp: FramePointer?, _ value: Value, _ note: UInt64, _ extra: Value, native: Bool) -> Status {
        let continuation = unsafeBitCast(UInt8(truncatingIfNeeded: note >> 16), to: Continuation.self)
        let done: Status = native ? .next : .frame
        if continuation == .exit {
            result = value
            yielded = false
            return .exit
        }
        guard let fp else { return .exit }
        let slot = fp + Int(note & 0xFFFF)
        switch continuation {
        case .store:
            slot.pointee = value
        case .storeLocal:
            let old = slot.pointee
            slot.pointee = value
            old.release()
        case .initialize, .initializeLocal:
            if !value.isNone {
                _ = raise(.typeError, "__init__() should return None, not '\(value.type.name)'")
                value.release()
                extra.release()
                return .raised
            }
            if continuation == .initialize {
                slot.pointee = extra
            } else {
                let old = slot.pointee
                slot.pointee = extra
                old.release()
            }
        case .enter:
            slot[-1] = extra
            slot.pointee = value
        case .discard:
            value.release()
        case .truth, .truthLocal, .negatedTruth, .negatedTruthLocal:
            let truth: Bool
            do throws(Raised) { truth = try Truth.of(value) } catch {
                value.release()
                return .raised
            }
            value.release()
            let negated = continuation == .negatedTruth || continuation == .negatedTruthLocal
            let local = continuation == .truthLocal || continuation == .negatedTruthLocal
            let old = local ? slot.pointee : Value.null
            slot.pointee = Value(bool: truth != negated)
            old.release()
        default:
            return Continuations.deliver(fp, value, note, extra, continuation)
        }
        return done
    }
}
