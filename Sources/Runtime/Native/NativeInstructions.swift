// Which instructions have machine code, and which template makes it.

import CPythonABI
import Compiler

extension NativeTemplates {
    static func isInline(_ opcode: Opcode) -> Bool { inline[Int(opcode.rawValue)] }
    private static let inline: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        let opcodes: [Opcode] = [
            .nop, .move, .loadConst, .loadInt, .loadNull, .checkBound, .clearLocal, .release, .loadCell, .loadFree, .storeCell, .storeFree,
            .loadGlobalModule, .loadGlobalBuiltin, .loadNameGlobal, .loadNameBuiltin, .storeNameGlobal,
            .add, .subtract, .multiply, .trueDivide, .floorDivide, .modulo, .leftShift, .rightShift, .bitAnd, .bitOr, .bitXor,
            .addImm, .subtractImm, .multiplyImm, .floorDivideImm, .moduloImm, .leftShiftImm, .rightShiftImm, .bitAndImm, .negative, .not,
            .less, .lessOrEqual, .equal, .notEqual, .greater, .greaterOrEqual,
            .jump, .jumpBack, .jumpIfTrue, .jumpIfFalse, .jumpIfNone, .jumpIfNotNone,
            .jumpIfLess, .jumpIfLessOrEqual, .jumpIfEqual, .jumpIfNotEqual, .jumpIfGreater, .jumpIfGreaterOrEqual,
            .jumpIfNotLess, .jumpIfNotLessOrEqual, .jumpIfNotEqualNot, .jumpIfNotNotEqual, .jumpIfNotGreater, .jumpIfNotGreaterOrEqual,
            .jumpIfLessImm, .jumpIfLessOrEqualImm, .jumpIfEqualImm, .jumpIfNotEqualImm, .jumpIfGreaterImm, .jumpIfGreaterOrEqualImm,
            .jumpIfNotLessImm, .jumpIfNotLessOrEqualImm, .jumpIfNotEqualNotImm, .jumpIfNotNotEqualImm, .jumpIfNotGreaterImm,
            .jumpIfNotGreaterOrEqualImm,
            .forIterRange, .forIterList, .forIterTuple, .forIterGenerator, .forIterNative, .forIterPair, .yieldValue, .yieldFrom, .loadSubscript, .loadSubscriptImm, .storeSubscript,
            .loadAttrInstance, .loadAttrSlot, .loadAttrClass, .loadAttrProperty, .storeAttrInstance, .storeAttrSlot, .loadMethodFunction,
            .loadAttr, .loadAttrModule, .loadMethodModule, .loadMethodType,
            .call, .callMethod, .callKeyword, .callEx, .returnValue, .unpackSequence,
        ]
        for opcode in opcodes { table[Int(opcode.rawValue)] = true }
        return table
    }()

    mutating func emit(_ opcode: Opcode) -> TemplateResult {
        switch opcode {
        case .nop: return .next
        case .move: return move()
        case .loadConst: return loadConst()
        case .loadInt: return loadInt()
        case .loadNull: return loadNull()
        case .checkBound: return checkBound()
        case .clearLocal, .release: return release()
        case .loadCell: return loadCell(free: false)
        case .loadFree: return loadCell(free: true)
        case .storeCell: return storeCell(free: false)
        case .storeFree: return storeCell(free: true)
        case .loadGlobalModule: return loadGlobal(builtin: false, name: false)
        case .loadGlobalBuiltin: return loadGlobal(builtin: true, name: false)
        case .loadNameGlobal: return loadGlobal(builtin: false, name: true)
        case .loadNameBuiltin: return loadGlobal(builtin: true, name: true)
        case .storeNameGlobal: return storeNameGlobal()
        case .add: return binary(.add)
        case .subtract: return binary(.subtract)
        case .multiply: return binary(.multiply)
        case .trueDivide: return binary(.trueDivide)
        case .floorDivide: return binary(.floorDivide)
        case .modulo: return binary(.modulo)
        case .leftShift: return binary(.leftShift)
        case .rightShift: return binary(.rightShift)
        case .bitAnd: return binary(.and)
        case .bitOr: return binary(.or)
        case .bitXor: return binary(.xor)
        case .addImm: return binaryImmediate(.add)
        case .subtractImm: return binaryImmediate(.subtract)
        case .multiplyImm: return binaryImmediate(.multiply)
        case .floorDivideImm: return binaryImmediate(.floorDivide)
        case .moduloImm: return binaryImmediate(.modulo)
        case .leftShiftImm: return binaryImmediate(.leftShift)
        case .rightShiftImm: return binaryImmediate(.rightShift)
        case .bitAndImm: return binaryImmediate(.and)
        case .negative: return negative()
        case .not: return not()
        case .less: return compareValue(.less)
        case .lessOrEqual: return compareValue(.lessOrEqual)
        case .equal: return compareValue(.equal)
        case .notEqual: return compareValue(.notEqual)
        case .greater: return compareValue(.greater)
        case .greaterOrEqual: return compareValue(.greaterOrEqual)
        case .jump: return jumpTo(back: false)
        case .jumpBack: return jumpTo(back: true)
        case .jumpIfTrue: return jumpIf(true)
        case .jumpIfFalse: return jumpIf(false)
        case .jumpIfNone: return jumpIfNone(true)
        case .jumpIfNotNone: return jumpIfNone(false)
        case .jumpIfLess: return compareBranch(.less, true)
        case .jumpIfLessOrEqual: return compareBranch(.lessOrEqual, true)
        case .jumpIfEqual: return compareBranch(.equal, true)
        case .jumpIfNotEqual: return compareBranch(.notEqual, true)
        case .jumpIfGreater: return compareBranch(.greater, true)
        case .jumpIfGreaterOrEqual: return compareBranch(.greaterOrEqual, true)
        case .jumpIfNotLess: return compareBranch(.less, false)
        case .jumpIfNotLessOrEqual: return compareBranch(.lessOrEqual, false)
        case .jumpIfNotEqualNot: return compareBranch(.equal, false)
        case .jumpIfNotNotEqual: return compareBranch(.notEqual, false)
        case .jumpIfNotGreater: return compareBranch(.greater, false)
        case .jumpIfNotGreaterOrEqual: return compareBranch(.greaterOrEqual, false)
        case .jumpIfLessImm: return compareImmediateBranch(.less, true)
        case .jumpIfLessOrEqualImm: return compareImmediateBranch(.lessOrEqual, true)
        case .jumpIfEqualImm: return compareImmediateBranch(.equal, true)
        case .jumpIfNotEqualImm: return compareImmediateBranch(.notEqual, true)
        case .jumpIfGreaterImm: return compareImmediateBranch(.greater, true)
        case .jumpIfGreaterOrEqualImm: return compareImmediateBranch(.greaterOrEqual, true)
        case .jumpIfNotLessImm: return compareImmediateBranch(.less, false)
        case .jumpIfNotLessOrEqualImm: return compareImmediateBranch(.lessOrEqual, false)
        case .jumpIfNotEqualNotImm: return compareImmediateBranch(.equal, false)
        case .jumpIfNotNotEqualImm: return compareImmediateBranch(.notEqual, false)
        case .jumpIfNotGreaterImm: return compareImmediateBranch(.greater, false)
        case .jumpIfNotGreaterOrEqualImm: return compareImmediateBranch(.greaterOrEqual, false)
        case .forIterRange: return forRange()
        case .forIterList: return forSequence(PyListIter_TypePointer(), tuple: false)
        case .forIterTuple: return forSequence(PyTupleIter_TypePointer(), tuple: true)
        case .forIterGenerator: return forGenerator()
        case .forIterNative: return forNative()
        case .forIterPair: return forPair()
        case .yieldValue: return yieldValue()
        case .yieldFrom: return yieldFrom()
        case .loadSubscript: return loadSubscript(immediate: false)
        case .loadSubscriptImm: return loadSubscript(immediate: true)
        case .storeSubscript: return storeSubscript()
        case .loadAttrInstance: return loadAttribute(slot: false)
        case .loadAttrSlot: return loadAttribute(slot: true)
        case .loadAttrProperty: return loadProperty()
        case .loadAttrClass: return loadClassAttribute()
        case .storeAttrInstance: return storeAttribute(slot: false)
        case .storeAttrSlot: return storeAttribute(slot: true)
        case .loadMethodFunction: return loadMethod()
        case .loadAttr: return loadForeignAttribute()
        case .loadAttrModule: return loadModuleAttribute(method: false)
        case .loadMethodModule: return loadModuleAttribute(method: true)
        case .loadMethodType: return loadTypeMethod()
        case .unpackSequence: return unpackSequence()
        case .call: return call(method: false)
        case .callMethod: return call(method: true)
        case .callKeyword: return callWithKeywords()
        case .callEx: return callSlowly(NativeTemplates.callExHelper)
        case .returnValue: return returnValue()
        default: return exit()
        }
    }
}

extension Opcode {
    /// The instruction of compiled code that a quickened one was.
    static func compiled(_ opcode: Opcode) -> Opcode {
        switch opcode {
        case .loadGlobalModule, .loadGlobalBuiltin: return .loadGlobal
        case .loadNameGlobal, .loadNameBuiltin: return .loadName
        case .storeNameGlobal: return .storeName
        case .loadAttrInstance, .loadAttrSlot, .loadAttrModule, .loadAttrClass, .loadAttrProperty, .loadAttrType: return .loadAttr
        case .storeAttrInstance, .storeAttrSlot: return .storeAttr
        case .loadMethodFunction, .loadMethodType, .loadMethodModule: return .loadMethod
        case .forIterRange, .forIterList, .forIterTuple, .forIterGenerator, .forIterNative, .forIterPair: return .forIter
        default: return opcode
        }
    }
}
