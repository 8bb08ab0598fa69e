// Checks that code can be run without harm: code from disk may be damaged. It checks what the interpreter relies on: opcodes,
// bounds of registers, constants, names and branches, and which temporaries are live where.

import Syntax

/// What is wrong with a unit or one in it; nil if nothing is.
public func verify(_ unit: CodeUnit) -> String? {
    var verifier = Verifier(unit: unit)
    if let message = verifier.run() { return "\(unit.qualifiedName): \(message)" }
    for constant in unit.constants {
        if case .code(let inner) = constant, let message = verify(inner) { return message }
    }
    return nil
}

private struct Verifier {
    let unit: CodeUnit
    /// For each word, whether an instruction starts there.
    var isStart: [Bool] = []
    var count: Int { unit.instructions.count }

    init(unit: CodeUnit) { self.unit = unit }

    mutating func run() -> String? {
        if unit.registerCount > 65_535 || unit.localCount > unit.registerCount || unit.variableNames.count > unit.localCount {
            return "register counts"
        }
        if unit.cellNames.count != unit.cellRegisters.count { return "cells" }
        for register in unit.cellRegisters where register < 0 || register >= unit.localCount { return "cell register" }
        let named = unit.argumentCount + unit.keywordOnlyCount + (unit.flags & CodeFlags.varArgs != 0 ? 1 : 0)
            + (unit.flags & CodeFlags.varKeywords != 0 ? 1 : 0)
        if unit.argumentCount < 0 || unit.keywordOnlyCount < 0 || unit.positionalOnlyCount < 0
            || unit.positionalOnlyCount > unit.argumentCount || named > unit.variableNames.count
        {
            return "argument counts"
        }
        if count == 0 { return "no instructions" }
        if let message = findStarts() { return message }
        var word = 0
        while word < count {
            if let message = check(word) { return "word \(word): \(message)" }
            word += 1 + Instruction(word: unit.instructions[word]).opcode.cacheWords
        }
        return checkTables()
    }

    private mutating func findStarts() -> String? {
        isStart = [Bool](repeating: false, count: count + 1)
        var word = 0, last = 0
        while word < count {
            let raw = UInt8(truncatingIfNeeded: unit.instructions[word])
            guard let opcode = Opcode(rawValue: raw), opcode.isCompiled else { return "word \(word): opcode \(raw)" }
            isStart[word] = true
            last = word
            word += 1 + opcode.cacheWords
        }
        if word != count { return "cut off" }
        switch Instruction(word: unit.instructions[last]).opcode {
        case .jump, .jumpBack, .returnValue, .raise, .reraise: return nil
        default: return "control runs off the end"
        }
    }

    private func check(_ word: Int) -> String? {
        let instruction = Instruction(word: unit.instructions[word])
        let opcode = instruction.opcode
        let format = opcode.format
        if let message = check(format.a, instruction.a, instruction) { return "a: \(message)" }
        if let message = check(format.b, instruction.b, instruction) { return "b: \(message)" }
        if let message = check(format.c, instruction.c, instruction) { return "c: \(message)" }
        if let target = unit.branchTarget(at: word), target < 0 || target >= count || !isStart[target] { return "branch target" }
        if opcode.cacheWords > 0 {
            let low = Int(unit.instructions[word + 1] & 0xFFFF_FFFF)
            switch format.cache {
            case .name: if low >= unit.names.count { return "name" }
            case .constant: if !isTuple(low) { return "constant" }
            case .classPattern:
                let high = Int(unit.instructions[word + 1] >> 32)
                if low > 65_535 || !isTuple(high) { return "class pattern" }
            case .cacheCount:
                if low > 255 || instruction.a + low + 1 + instruction.c > unit.registerCount { return "unpack count" }
            default: break
            }
            for cache in word + 2..<max(word + 2, word + 1 + opcode.cacheWords) where unit.instructions[cache] != 0 { return "cache" }
        }
        return checkSpecial(instruction, word)
    }

    private func isTuple(_ number: Int) -> Bool {
        guard number < unit.constants.count else { return false }
        if case .constant(.tuple) = unit.constants[number] { return true }
        return false
    }

    private func checkSpecial(_ instruction: Instruction, _ word: Int) -> String? {
        switch instruction.opcode {
        case .makeFunction:
            guard instruction.bc >= 0, instruction.bc < unit.constants.count, case .code(let inner) = unit.constants[instruction.bc] else {
                return "function code"
            }
            if (instruction.flags & InstructionFlags.hasClosure != 0) != !inner.freeNames.isEmpty { return "closure" }
            if instruction.a + 4 > unit.registerCount, instruction.flags & 0xF0 != 0 {
                let extra = (instruction.flags & 0xF0).nonzeroBitCount
                if instruction.a + extra > unit.registerCount { return "function operands" }
            }
        case .loadConst:
            guard instruction.bc >= 0, instruction.bc < unit.constants.count, case .constant = unit.constants[instruction.bc] else {
                return "constant"
            }
        case .buildConstKeyMap:
            let number = Int(unit.instructions[word + 1] & 0xFFFF_FFFF)
            if case .constant(.tuple(let keys)) = unit.constants[number], keys.count != instruction.c { return "key count" }
        case .callKeyword:
            let number = Int(unit.instructions[word + 1] & 0xFFFF_FFFF)
            if case .constant(.tuple(let keys)) = unit.constants[number] {
                if keys.count > instruction.b { return "keyword count" }
                for key in keys { if case .string = key {} else { return "keyword name" } }
            }
        default: break
        }
        return nil
    }

    private func check(_ kind: OperandKind, _ value: Int, _ instruction: Instruction) -> String? {
        switch kind {
        case .read, .write, .update:
            // Absent operands of `raise` and `formatValue` are zero.
            if value >= unit.registerCount, !(value == 0) { return "register \(value)" }
        case .cell: if !unit.cellRegisters.contains(value) { return "cell \(value)" }
        case .free: if value >= unit.freeNames.count { return "free variable \(value)" }
        case .row, .rowWrite:
            if value + instruction.opcode.rowLength(instruction) > unit.registerCount { return "registers from \(value)" }
        case .callBase:
            let arguments: Int
            switch instruction.opcode {
            case .callEx: arguments = 2
            case .callMethod: arguments = instruction.b + 1
            case .callKeyword: arguments = instruction.b + (instruction.flags & InstructionFlags.methodCall != 0 ? 1 : 0)
            case .loadMethod: arguments = 1
            default: arguments = instruction.b
            }
            if value + callHeaderSize + arguments > unit.registerCount { return "call at \(value)" }
            if value < unit.localCount { return "call among locals" }
        default: break
        }
        return nil
    }

    private func checkTables() -> String? {
        for range in unit.exceptionTable {
            if range.start >= range.end || Int(range.end) > count || Int(range.target) >= count || !isStart[Int(range.target)]
                || !isStart[Int(range.start)] || Int(range.end) < count && !isStart[Int(range.end)]
                || Int(range.register) >= unit.registerCount || Int(range.register) < unit.localCount
            {
                return "exception range"
            }
        }
        if unit.liveSets.first?.isEmpty != true { return "live sets" }
        for set in unit.liveSets {
            for register in set where Int(register) >= unit.registerCount || Int(register) < unit.localCount { return "live register" }
        }
        var last = -1
        for range in unit.liveRanges {
            if Int(range.set) >= unit.liveSets.count || Int(range.start) <= last || Int(range.start) >= count { return "live range" }
            last = Int(range.start)
        }
        return nil
    }
}
