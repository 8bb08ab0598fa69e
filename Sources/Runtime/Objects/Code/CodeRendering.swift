// What `co_code` shows: the instructions of a register machine told in those of CPython 3.11.
//
// Tools look into code objects: `dis` prints them, pickling of functions looks for the globals that they name. So each of our instructions
// is shown as CPython's nearest: a local variable that is read is a LOAD_FAST before, one that is written a STORE_FAST behind, and
// temporaries are what stands on CPython's stack. The result is for reading. It is never executed: the true instructions are in
// `co_linetable`, behind a mark, where the constructor of code objects finds them (see `CodeBytes`).
//
// All offsets that programs see (`co_lines`, `f_lasti`, `tb_lasti`) are those of this rendering.

import CPythonABI
import Compiler
import Syntax

final class CodeRendering {
    private(set) var bytes: [UInt8] = []
    /// The offset of each word, and the end.
    private var offsets: [Int] = []
    /// Ints in instructions that are no constants of the code: shown behind those.
    private(set) var extraInts: [Int] = []

    private struct Unit {
        var opcode: UInt8
        var argument: Int
        /// The word that a jump leads to, or -1.
        var target = -1
    }
    private let unit: CodeUnit
    private var units: [Unit] = []
    private var intPlaces: [Int: Int] = [:]
    private var constantCount = 0

    static func of(_ code: CodePointer) -> CodeRendering {
        let unit = code.pointee.unit.takeUnretainedValue()
        if let known = unit.rendering as? CodeRendering { return known }
        let made = CodeRendering(code, unit)
        unit.rendering = made
        return made
    }

    /// The offset of a word.
    func offset(_ word: Int) -> Int { offsets[min(max(word, 0), offsets.count - 1)] }
    /// The word at an offset.
    func word(_ offset: Int) -> Int {
        var (low, high) = (0, offsets.count)
        while low < high {
            let middle = (low + high) / 2
            if offsets[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        // Cache words have the offset of their instruction.
        return max(low - 1, 0)
    }

    private init(_ code: CodePointer, _ unit: CodeUnit) {
        self.unit = unit
        constantCount = code.pointee.constantCount
        for index in 0..<constantCount where code.pointee.constants[index].isSmallInt {
            intPlaces[code.pointee.constants[index].smallInt] = intPlaces[code.pointee.constants[index].smallInt] ?? index
        }
        var starts: [Int] = []
        var word = 0
        add(151, 0)
        while word < unit.instructions.count {
            let instruction = Instruction(word: unit.instructions[word])
            let size = 1 + instruction.opcode.cacheWords
            starts.append(units.count)
            render(instruction, word, size)
            // A frame that calls stands at the last cache word of its instruction.
            let start = starts[starts.count - 1]
            if start == units.count { add(9) }
            for _ in 1..<size { starts.append(start) }
            word += size
        }
        starts.append(units.count)
        layOut(starts)
    }

    /// Resolves jumps and writes the bytes.
    private func layOut(_ starts: [Int]) {
        // Jumps have room for the longest distance.
        let total = units.reduce(0) { $0 + 2 + CodeRendering.caches($1.opcode) }
        let width = total < 256 ? 1 : total < 65_000 ? 2 : 3
        var places: [Int] = []
        var at = 0
        for unit in units {
            places.append(at)
            at += (unit.target >= 0 ? width : CodeRendering.size(unit.argument)) + CodeRendering.caches(unit.opcode)
        }
        places.append(at)
        offsets = starts.map { places[min($0, places.count - 1)] * 2 }
        for (index, unit) in units.enumerated() {
            var (opcode, argument, count) = (unit.opcode, unit.argument, CodeRendering.size(unit.argument))
            if unit.target >= 0 {
                let destination = places[starts[min(unit.target, starts.count - 1)]]
                let end = places[index] + width
                if destination < end { opcode = CodeRendering.backward(opcode) }
                argument = abs(destination - end)
                count = width
            }
            for position in (0..<count).reversed() {
                bytes.append(position == 0 ? opcode : 144)
                bytes.append(UInt8(truncatingIfNeeded: argument >> (8 * position)))
            }
            for _ in 0..<CodeRendering.caches(opcode) { bytes += [0, 0] }
        }
    }
    private static func size(_ argument: Int) -> Int { argument < 1 << 8 ? 1 : argument < 1 << 16 ? 2 : argument < 1 << 24 ? 3 : 4 }
    private static func caches(_ opcode: UInt8) -> Int {
        switch opcode {
        case 60, 92, 122, 166: return 1
        case 107: return 2
        case 25, 95, 106, 171: return 4
        case 116: return 5
        case 160: return 10
        default: return 0
        }
    }
    private static func backward(_ opcode: UInt8) -> UInt8 {
        switch opcode {
        case 110: return 140
        case 114: return 175
        case 115: return 176
        case 128: return 173
        case 129: return 174
        default: return opcode
        }
    }

    // MARK: Instructions

    private func add(_ opcode: UInt8, _ argument: Int = 0) { units.append(Unit(opcode: opcode, argument: max(argument, 0))) }
    private func jump(_ opcode: UInt8, to word: Int) { units.append(Unit(opcode: opcode, argument: 0, target: max(word, 0))) }
    private func isLocal(_ register: Int) -> Bool { register < unit.variableNames.count && !unit.cellRegisters.contains(register) }
    private func read(_ register: Int) { if isLocal(register) { add(124, register) } }
    private func write(_ register: Int) { if isLocal(register) { add(125, register) } }
    private func int(_ number: Int) {
        if intPlaces[number] == nil {
            intPlaces[number] = constantCount + extraInts.count
            extraInts.append(number)
        }
        add(100, intPlaces[number] ?? 0)
    }
    private func cell(_ register: Int) -> Int {
        unit.variableNames.count + (unit.cellRegisters.firstIndex(of: register) ?? 0)
    }
    private func free(_ number: Int) -> Int { unit.variableNames.count + unit.cellNames.count + number }

    private static let comparisons: [Opcode: Int] = [.less: 0, .lessOrEqual: 1, .equal: 2, .notEqual: 3, .greater: 4, .greaterOrEqual: 5]
    private static let binary: [Opcode: Int] = [
        .add: 0, .bitAnd: 1, .floorDivide: 2, .leftShift: 3, .matrixMultiply: 4, .multiply: 5, .modulo: 6, .bitOr: 7, .power: 8,
        .rightShift: 9, .subtract: 10, .trueDivide: 11, .bitXor: 12, .addImm: 0, .bitAndImm: 1, .floorDivideImm: 2, .leftShiftImm: 3,
        .multiplyImm: 5, .moduloImm: 6, .rightShiftImm: 9, .subtractImm: 10,
    ]
    /// Fused branches: the comparison, and whether the branch is taken when it holds.
    private static let branches: [Opcode: (Int, Bool)] = [
        .jumpIfLess: (0, true), .jumpIfLessOrEqual: (1, true), .jumpIfEqual: (2, true), .jumpIfNotEqual: (3, true), .jumpIfGreater: (4, true),
        .jumpIfGreaterOrEqual: (5, true), .jumpIfNotLess: (0, false), .jumpIfNotLessOrEqual: (1, false), .jumpIfNotEqualNot: (2, false),
        .jumpIfNotNotEqual: (3, false), .jumpIfNotGreater: (4, false), .jumpIfNotGreaterOrEqual: (5, false), .jumpIfLessImm: (0, true),
        .jumpIfLessOrEqualImm: (1, true), .jumpIfEqualImm: (2, true), .jumpIfNotEqualImm: (3, true), .jumpIfGreaterImm: (4, true),
        .jumpIfGreaterOrEqualImm: (5, true), .jumpIfNotLessImm: (0, false), .jumpIfNotLessOrEqualImm: (1, false),
        .jumpIfNotEqualNotImm: (2, false), .jumpIfNotNotEqualImm: (3, false), .jumpIfNotGreaterImm: (4, false),
        .jumpIfNotGreaterOrEqualImm: (5, false),
    ]

    private func render(_ i: Instruction, _ word: Int, _ size: Int) {
        let cache = size > 1 && word + 1 < unit.instructions.count ? Int(UInt32(truncatingIfNeeded: unit.instructions[word + 1])) : 0
        let opcode = i.opcode
        if let (comparison, sense) = CodeRendering.branches[opcode] {
            read(i.a)
            if opcode.rawValue >= Opcode.jumpIfLessImm.rawValue { int(i.signedB) } else { read(i.b) }
            add(107, comparison)
            return jump(sense ? 115 : 114, to: word + size + i.signedC)
        }
        if let operation = CodeRendering.binary[opcode] {
            read(i.b)
            if opcode.rawValue >= Opcode.addImm.rawValue { int(i.signedC) } else { read(i.c) }
            add(122, operation + (i.flags & InstructionFlags.inPlace != 0 ? 13 : 0))
            return write(i.a)
        }
        if let comparison = CodeRendering.comparisons[opcode] {
            read(i.b)
            read(i.c)
            add(107, comparison)
            return write(i.a)
        }
        switch opcode {
        case .nop, .checkBound, .loadNull, .clearLocal: add(9)
        case .move:
            read(i.b)
            write(i.a)
        case .loadConst:
            add(100, i.bc)
            write(i.a)
        case .loadInt:
            int(i.bc)
            write(i.a)
        case .deleteLocal: add(126, i.a)
        case .release: add(1)
        case .makeCell: add(135, cell(i.a))
        case .loadCell:
            add(137, cell(i.b))
            write(i.a)
        case .storeCell:
            read(i.b)
            add(138, cell(i.a))
        case .deleteCell: add(139, cell(i.a))
        case .loadFree:
            add(137, free(i.b))
            write(i.a)
        case .storeFree:
            read(i.b)
            add(138, free(i.a))
        case .deleteFree: add(139, free(i.a))
        case .loadFreeCell: add(136, free(i.b))
        case .loadClassFree:
            add(148, free(i.b))
            write(i.a)
        case .loadGlobal:
            add(116, cache << 1)
            write(i.a)
        case .storeGlobal:
            read(i.a)
            add(97, cache)
        case .deleteGlobal: add(98, cache)
        case .loadName:
            add(101, cache)
            write(i.a)
        case .storeName:
            read(i.a)
            add(90, cache)
        case .deleteName: add(91, cache)
        case .loadAttr:
            read(i.b)
            add(106, cache)
            write(i.a)
        case .storeAttr:
            read(i.b)
            read(i.a)
            add(95, cache)
        case .deleteAttr:
            read(i.a)
            add(96, cache)
        case .loadMethod:
            read(i.b)
            add(160, cache)
        case .loadSubscript, .loadSubscriptImm:
            read(i.b)
            if opcode == .loadSubscript { read(i.c) } else { int(i.signedC) }
            add(25)
            write(i.a)
        case .storeSubscript:
            read(i.c)
            read(i.a)
            read(i.b)
            add(60)
        case .deleteSubscript:
            read(i.a)
            read(i.b)
            add(61)
        default: renderMore(i, word, size, cache)
        }
    }

    private func renderMore(_ i: Instruction, _ word: Int, _ size: Int, _ cache: Int) {
        func unary(_ opcode: UInt8, _ argument: Int = 0) {
            read(i.b)
            add(opcode, argument)
            write(i.a)
        }
        func both(_ opcode: UInt8, _ argument: Int) {
            read(i.b)
            read(i.c)
            add(opcode, argument)
            write(i.a)
        }
        func call(_ count: Int) {
            add(166, count)
            add(171, count)
            write(i.c)
        }
        switch i.opcode {
        case .negative: unary(11)
        case .positive: unary(10)
        case .invert: unary(15)
        case .not: unary(12)
        case .isSame: both(117, 0)
        case .isNotSame: both(117, 1)
        case .contains: both(118, 0)
        case .notContains: both(118, 1)
        case .jump: jump(110, to: word + size + i.bc)
        case .jumpBack: jump(140, to: word + size + i.bc)
        case .jumpIfTrue, .jumpIfFalse, .jumpIfNone, .jumpIfNotNone:
            read(i.a)
            let opcode: UInt8 = i.opcode == .jumpIfTrue ? 115 : i.opcode == .jumpIfFalse ? 114 : i.opcode == .jumpIfNone ? 129 : 128
            jump(opcode, to: word + size + i.bc)
        case .getIter: unary(68)
        case .forIter:
            jump(93, to: word + size + Int(Int32(truncatingIfNeeded: cache)))
            write(i.a)
        case .unpackSequence:
            read(i.b)
            add(92, i.c)
            for index in 0..<i.c { write(i.a + index) }
        case .unpackEx:
            read(i.b)
            add(94, cache & 0xFF | i.c << 8)
        case .call: call(i.b)
        case .callMethod: call(i.b)
        case .callKeyword:
            add(172, cache)
            call(i.b)
        case .callEx:
            add(142, 1)
            write(i.c)
        case .returnValue:
            read(i.a)
            add(83)
        case .makeFunction:
            add(100, i.bc)
            add(132, Int(i.flags >> 4))
            write(i.a)
        case .loadBuildClass: add(71)
        case .buildTuple: both(102, i.c)
        case .buildList: both(103, i.c)
        case .buildSet: both(104, i.c)
        case .buildMap: both(105, i.c)
        case .buildConstKeyMap:
            add(100, cache)
            add(156, i.c)
            write(i.a)
        case .buildString: both(157, i.c)
        case .buildSlice: both(133, 3)
        case .listAppend:
            read(i.b)
            add(145, 1)
        case .setAdd:
            read(i.b)
            add(146, 1)
        case .mapAdd: add(147, 1)
        case .listExtend: add(162, 1)
        case .setUpdate: add(163, 1)
        case .dictUpdate: add(165, 1)
        case .dictMerge: add(164, 1)
        case .listToTuple: add(82)
        case .formatValue:
            read(i.b)
            add(155, Int(i.flags & InstructionFlags.conversionMask) >> 4 | (i.flags & InstructionFlags.hasSpec != 0 ? 4 : 0))
            write(i.a)
        case .raise:
            if i.flags & InstructionFlags.hasException != 0 { read(i.a) }
            add(130, (i.flags & InstructionFlags.hasException != 0 ? 1 : 0) + (i.flags & InstructionFlags.hasCause != 0 ? 1 : 0))
        case .reraise: add(119)
        case .pushException: add(35)
        case .popException: add(89)
        case .matchException: unary(36)
        case .matchExceptionGroup: unary(37)
        case .prepareReraiseStar: add(88)
        case .beforeWith: unary(53)
        case .beforeAsyncWith: unary(52)
        case .withExceptStart: add(49)
        case .loadAssertionError: add(74)
        case .returnGenerator: add(75)
        case .yieldValue: unary(86)
        case .getYieldFromIter: unary(69)
        case .yieldFrom:
            jump(123, to: word + size)
            write(i.a)
        case .getAwaitable: unary(131, Int(i.flags >> 4) & 3)
        case .getAsyncIter: unary(50)
        case .getAsyncNext: unary(51)
        case .endAsyncFor: add(54)
        case .matchSequence: unary(32)
        case .matchMapping: unary(31)
        case .matchClass: both(152, cache)
        case .matchKeys: add(33)
        case .getLength: unary(30)
        case .importName:
            add(108, cache)
            write(i.a)
        case .importFrom:
            add(109, cache)
            write(i.a)
        case .importStar: add(84)
        case .printExpression:
            read(i.a)
            add(70)
        case .setupAnnotations: add(85)
        default: add(9)
        }
    }

    // MARK: Exceptions

    /// The exception table in CPython's form.
    var exceptionTable: [UInt8] {
        var result: [UInt8] = []
        func number(_ value: Int, isFirst: Bool = false) {
            var groups: [UInt8] = [UInt8(value & 63)]
            var rest = value >> 6
            while rest > 0 {
                groups.insert(UInt8(rest & 63) | 64, at: 0)
                rest >>= 6
            }
            if isFirst { groups[0] |= 128 }
            result += groups
        }
        for range in unit.exceptionTable.sorted(by: { $0.start < $1.start }) {
            let (start, end) = (offset(Int(range.start)) / 2, offset(Int(range.end)) / 2)
            number(start, isFirst: true)
            number(end - start)
            number(offset(Int(range.target)) / 2)
            number(0)
        }
        return result
    }
}
