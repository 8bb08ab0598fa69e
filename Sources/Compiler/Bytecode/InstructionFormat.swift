// What the operands of each instruction are. The disassembler, the verifier and the table in docs/bytecode.md follow from this.

/// The kind of an operand.
public enum OperandKind: UInt8, Sendable {
    case none
    /// A register that is read.
    case read
    /// A register that is written.
    case write
    /// A register that is read and written.
    case update
    /// A local variable's register, or that of a cell.
    case cell
    /// The number of a free variable.
    case free
    /// The first of a row of registers that are consumed; another operand is their number.
    case row
    /// The first of a row of registers that are written.
    case rowWrite
    /// The first register of a call.
    case callBase
    /// A count.
    case count
    /// A signed number of 16 bits.
    case immediate
    /// A branch offset of 16 bits.
    case offset
    /// The upper half of `bc`.
    case high
    /// A constant's number, in `bc`.
    case wideConstant
    /// A number of 32 bits, in `bc`.
    case wideImmediate
    /// A branch offset of 32 bits, in `bc`.
    case wideOffset
    // The first cache word:
    case name
    case constant
    case cacheOffset
    case cacheCount
    case classPattern
}

public struct InstructionFormat: Sendable {
    public var a: OperandKind
    public var b: OperandKind
    public var c: OperandKind
    /// What the low half of the first cache word is.
    public var cache: OperandKind

    init(_ a: OperandKind = .none, _ b: OperandKind = .none, _ c: OperandKind = .none, cache: OperandKind = .none) {
        self.a = a; self.b = b; self.c = c; self.cache = cache
    }
}

extension Opcode {
    /// Whether compiled code may hold it; the others are written by the interpreter.
    public var isCompiled: Bool { rawValue < Opcode.loadGlobalModule.rawValue }

    public var format: InstructionFormat {
        switch self {
        case .nop: return InstructionFormat()
        case .move: return InstructionFormat(.write, .read)
        case .loadConst: return InstructionFormat(.write, .wideConstant, .high)
        case .loadInt: return InstructionFormat(.write, .wideImmediate, .high)
        case .checkBound: return InstructionFormat(.read)
        case .deleteLocal, .clearLocal: return InstructionFormat(.update)
        case .release: return InstructionFormat(.read)
        case .loadNull: return InstructionFormat(.write)
        case .makeCell: return InstructionFormat(.update)
        case .loadCell: return InstructionFormat(.write, .cell)
        case .storeCell: return InstructionFormat(.cell, .read)
        case .deleteCell: return InstructionFormat(.cell)
        case .loadFree, .loadFreeCell, .loadClassFree: return InstructionFormat(.write, .free)
        case .storeFree: return InstructionFormat(.free, .read)
        case .deleteFree: return InstructionFormat(.free)
        case .loadGlobal, .loadName: return InstructionFormat(.write, cache: .name)
        case .storeGlobal, .storeName: return InstructionFormat(.read, cache: .name)
        case .deleteGlobal, .deleteName: return InstructionFormat(cache: .name)
        case .loadAttr: return InstructionFormat(.write, .read, cache: .name)
        case .storeAttr: return InstructionFormat(.read, .read, cache: .name)
        case .deleteAttr: return InstructionFormat(.read, cache: .name)
        case .loadMethod: return InstructionFormat(.callBase, .read, cache: .name)
        case .loadSubscript: return InstructionFormat(.write, .read, .read)
        case .loadSubscriptImm: return InstructionFormat(.write, .read, .immediate)
        case .storeSubscript: return InstructionFormat(.read, .read, .read)
        case .deleteSubscript: return InstructionFormat(.read, .read)
        case .add, .subtract, .multiply, .trueDivide, .floorDivide, .modulo, .power, .matrixMultiply, .leftShift, .rightShift, .bitAnd,
            .bitOr, .bitXor, .less, .lessOrEqual, .equal, .notEqual, .greater, .greaterOrEqual, .isSame, .isNotSame, .contains,
            .notContains:
            return InstructionFormat(.write, .read, .read)
        case .addImm, .subtractImm, .multiplyImm, .floorDivideImm, .moduloImm, .leftShiftImm, .rightShiftImm, .bitAndImm:
            return InstructionFormat(.write, .read, .immediate)
        case .negative, .positive, .invert, .not: return InstructionFormat(.write, .read)
        case .jump, .jumpBack: return InstructionFormat(.none, .wideOffset, .high)
        case .jumpIfTrue, .jumpIfFalse, .jumpIfNone, .jumpIfNotNone: return InstructionFormat(.read, .wideOffset, .high)
        case .jumpIfLess, .jumpIfLessOrEqual, .jumpIfEqual, .jumpIfNotEqual, .jumpIfGreater, .jumpIfGreaterOrEqual, .jumpIfNotLess,
            .jumpIfNotLessOrEqual, .jumpIfNotEqualNot, .jumpIfNotNotEqual, .jumpIfNotGreater, .jumpIfNotGreaterOrEqual:
            return InstructionFormat(.read, .read, .offset)
        case .jumpIfLessImm, .jumpIfLessOrEqualImm, .jumpIfEqualImm, .jumpIfNotEqualImm, .jumpIfGreaterImm, .jumpIfGreaterOrEqualImm,
            .jumpIfNotLessImm, .jumpIfNotLessOrEqualImm, .jumpIfNotEqualNotImm, .jumpIfNotNotEqualImm, .jumpIfNotGreaterImm,
            .jumpIfNotGreaterOrEqualImm:
            return InstructionFormat(.read, .immediate, .offset)
        case .getIter: return InstructionFormat(.write, .read)
        case .forIter: return InstructionFormat(.write, .read, cache: .cacheOffset)
        case .unpackSequence: return InstructionFormat(.rowWrite, .read, .count)
        case .unpackEx: return InstructionFormat(.rowWrite, .read, .count, cache: .cacheCount)
        case .call, .callMethod: return InstructionFormat(.callBase, .count, .write)
        case .callKeyword: return InstructionFormat(.callBase, .count, .write, cache: .constant)
        case .callEx: return InstructionFormat(.callBase, .none, .write)
        case .returnValue: return InstructionFormat(.read)
        case .makeFunction: return InstructionFormat(.write, .wideConstant, .high)
        case .loadBuildClass: return InstructionFormat(.write)
        case .buildTuple, .buildList, .buildSet, .buildMap, .buildString: return InstructionFormat(.write, .row, .count)
        case .buildConstKeyMap: return InstructionFormat(.write, .row, .count, cache: .constant)
        case .buildSlice: return InstructionFormat(.write, .row)
        case .listAppend, .setAdd, .listExtend, .setUpdate, .dictUpdate: return InstructionFormat(.read, .read)
        case .mapAdd, .dictMerge: return InstructionFormat(.read, .read, .read)
        case .listToTuple: return InstructionFormat(.write, .read)
        case .formatValue: return InstructionFormat(.write, .read, .read)
        case .raise: return InstructionFormat(.read, .read)
        case .reraise: return InstructionFormat(.read)
        case .pushException, .popException: return InstructionFormat(.rowWrite)
        case .matchException: return InstructionFormat(.write, .read, .read)
        case .matchExceptionGroup: return InstructionFormat(.rowWrite, .read, .read)
        case .prepareReraiseStar: return InstructionFormat(.write, .read, .read)
        case .beforeWith, .beforeAsyncWith: return InstructionFormat(.rowWrite, .read)
        case .withExceptStart: return InstructionFormat(.write, .read, .read)
        case .loadAssertionError: return InstructionFormat(.write)
        case .returnGenerator: return InstructionFormat()
        case .yieldValue, .getYieldFromIter, .getAwaitable, .getAsyncIter, .getAsyncNext: return InstructionFormat(.write, .read)
        case .yieldFrom: return InstructionFormat(.update, .read)
        case .endAsyncFor: return InstructionFormat(.read, .read)
        case .matchSequence, .matchMapping, .getLength: return InstructionFormat(.write, .read)
        case .matchClass: return InstructionFormat(.write, .read, .read, cache: .classPattern)
        case .matchKeys, .matchRest: return InstructionFormat(.write, .read, .read)
        case .importName: return InstructionFormat(.write, .read, .read, cache: .name)
        case .importFrom: return InstructionFormat(.write, .read, cache: .name)
        case .importStar, .printExpression: return InstructionFormat(.read)
        case .setupAnnotations: return InstructionFormat()
        default: return InstructionFormat()
        }
    }

    /// How many registers a row has, if the count operand does not say: the second one of pairs.
    func rowLength(_ instruction: Instruction) -> Int {
        switch self {
        case .buildMap: return 2 * instruction.c
        case .buildSlice: return 3
        case .pushException, .popException, .matchExceptionGroup, .beforeWith, .beforeAsyncWith: return 2
        default: return instruction.c
        }
    }
}
