// Readable listings of code.

import Syntax

/// A listing of a unit and the units in it: instructions with the names of local variables, constants and jump targets, live
/// temporaries, and the exception table.
public func disassemble(_ unit: CodeUnit) -> String {
    var disassembler = Disassembler(unit: unit)
    disassembler.run()
    var text = disassembler.text
    for constant in unit.constants {
        if case .code(let inner) = constant { text += "\n" + disassemble(inner) }
    }
    return text
}

private struct Disassembler {
    let unit: CodeUnit
    var text = ""

    mutating func run() {
        text += "\(unit.qualifiedName)  (\(unit.filename):\(unit.firstLine))\n"
        text += "  flags \(String(unit.flags, radix: 16))  arguments \(unit.argumentCount)/\(unit.positionalOnlyCount)/\(unit.keywordOnlyCount)"
        text += "  locals \(unit.localCount)  registers \(unit.registerCount)\n"
        if !unit.cellNames.isEmpty { text += "  cells \(unit.cellNames.joined(separator: " "))\n" }
        if !unit.freeNames.isEmpty { text += "  free \(unit.freeNames.joined(separator: " "))\n" }
        let targets = jumpTargets()
        var lastLine: Int?
        var word = 0
        while word < unit.instructions.count {
            let instruction = Instruction(word: unit.instructions[word])
            let opcode = instruction.opcode
            let position = unit.positions.position(at: word)
            let line = position.map { Int($0.line) }
            text += line == lastLine ? pad("", 6) : pad(line.map { "\($0)" } ?? "-", 6)
            lastLine = line
            text += targets.contains(word) ? ">" : " "
            text += pad(left: "\(word)", 5) + " "
            var row = pad("\(opcode)", 22) + operands(instruction, at: word)
            let live = unit.liveTemporaries(at: word)
            if !live.isEmpty { row = pad(row, 64) + " live " + live.map { "\($0)" }.joined(separator: ",") }
            if let position { row = pad(row, 80) + " \(position.line):\(position.column)-\(position.endLine):\(position.endColumn)" }
            text += row + "\n"
            word += 1 + opcode.cacheWords
        }
        for range in unit.exceptionTable {
            text += "  exceptions \(range.start)..<\(range.end) to \(range.target) in \(register(Int(range.register)))\n"
        }
    }

    private func jumpTargets() -> Set<Int> {
        var result: Set<Int> = []
        var word = 0
        while word < unit.instructions.count {
            let instruction = Instruction(word: unit.instructions[word])
            if let target = unit.branchTarget(at: word) { result.insert(target) }
            word += 1 + instruction.opcode.cacheWords
        }
        for range in unit.exceptionTable { result.insert(Int(range.target)) }
        return result
    }

    private func register(_ number: Int) -> String {
        if number < unit.variableNames.count { return unit.variableNames[number] }
        if let i = unit.cellRegisters.firstIndex(of: number) { return "cell:\(unit.cellNames[i])" }
        return "t\(number)"
    }

    private func constant(_ number: Int) -> String {
        guard number >= 0, number < unit.constants.count else { return "?" }
        switch unit.constants[number] {
        case .constant(let value): return value.listing
        case .code(let inner): return "<code \(inner.name)>"
        }
    }

    private func operands(_ instruction: Instruction, at word: Int) -> String {
        let format = instruction.opcode.format
        let flags = instruction.flags
        var parts: [String] = []
        func add(_ kind: OperandKind, _ value: Int, _ signed: Int, killed: Bool) {
            let kill = killed ? "!" : ""
            switch kind {
            case .none, .high: break
            case .read, .write, .update, .cell: parts.append(register(value) + kill)
            case .free: parts.append(value < unit.freeNames.count ? "free:\(unit.freeNames[value])" : "?")
            case .row, .rowWrite: parts.append(register(value) + "..")
            case .callBase: parts.append("[\(value)]")
            case .count: parts.append("\(value)")
            case .immediate: parts.append("#\(signed)")
            case .offset: parts.append("to \(word + 1 + signed)")
            case .wideConstant: parts.append(constant(instruction.bc))
            case .wideImmediate: parts.append("#\(instruction.bc)")
            case .wideOffset: parts.append("to \(word + 1 + instruction.bc)")
            default: break
            }
        }
        add(format.a, instruction.a, instruction.a, killed: flags & InstructionFlags.killA != 0)
        add(format.b, instruction.b, instruction.signedB, killed: flags & InstructionFlags.killB != 0)
        add(format.c, instruction.c, instruction.signedC, killed: flags & InstructionFlags.killC != 0)
        if format.cache != .none, word + 1 < unit.instructions.count {
            let low = Int(truncatingIfNeeded: unit.instructions[word + 1] & 0xFFFF_FFFF)
            switch format.cache {
            case .name: parts.append(low < unit.names.count ? unit.names[low] : "?")
            case .constant: parts.append(constant(low))
            case .cacheOffset: parts.append("to \(word + 2 + Int(Int32(truncatingIfNeeded: low)))")
            case .cacheCount: parts.append("before \(low)")
            case .classPattern: parts.append("\(low) " + constant(Int(unit.instructions[word + 1] >> 32)))
            default: break
            }
        }
        var result = parts.joined(separator: ", ")
        let rest = flags & ~(InstructionFlags.killA | InstructionFlags.killB | InstructionFlags.killC | InstructionFlags.tempA)
        if rest != 0 { result += "  {\(String(rest, radix: 16))}" }
        return result
    }
}

private func pad(_ text: String, _ width: Int) -> String {
    let count = text.utf8.count
    return count >= width ? text + " " : text + String(repeating: " ", count: width - count)
}

private func pad(left text: String, _ width: Int) -> String {
    let count = text.utf8.count
    return count >= width ? text : String(repeating: " ", count: width - count) + text
}

extension Constant {
    /// A short text for listings.
    var listing: String {
        switch self {
        case .none: return "None"
        case .true: return "True"
        case .false: return "False"
        case .ellipsis: return "Ellipsis"
        case .int(let value): return "\(value)"
        case .bigInt(let digits), .negativeBigInt(let digits): return "int of \(digits.count) digits"
        case .float(let bits): return "\(Double(bitPattern: bits))"
        case .complex(let real, let imaginary): return "(\(Double(bitPattern: real))+\(Double(bitPattern: imaginary))j)"
        case .string(let text, _): return "'" + String(decoding: text.utf8.prefix(40), as: UTF8.self) + "'"
        case .bytes(let bytes): return "b'" + String(decoding: bytes.prefix(40), as: UTF8.self) + "'"
        case .tuple(let items): return "(" + items.map { $0.listing }.joined(separator: ", ") + (items.count == 1 ? ",)" : ")")
        case .frozenset(let items): return "frozenset({" + items.map { $0.listing }.joined(separator: ", ") + "})"
        }
    }
}

extension CodeUnit {
    /// The temporaries that are live at a word, ascending.
    public func liveTemporaries(at word: Int) -> [UInt16] {
        var low = 0, high = liveRanges.count
        while low < high {
            let middle = (low + high) / 2
            if Int(liveRanges[middle].start) <= word { low = middle + 1 } else { high = middle }
        }
        if low == 0 { return [] }
        let set = Int(liveRanges[low - 1].set)
        return set < liveSets.count ? liveSets[set] : []
    }

    /// Where the branch at a word goes; nil if it is no branch. The word must be in range.
    func branchTarget(at word: Int) -> Int? {
        let instruction = Instruction(word: instructions[word])
        let format = instruction.opcode.format
        if format.b == .wideOffset { return word + 1 + instruction.bc }
        if format.c == .offset { return word + 1 + instruction.signedC }
        if format.cache == .cacheOffset, word + 1 < instructions.count {
            return word + 2 + Int(Int32(truncatingIfNeeded: instructions[word + 1]))
        }
        return nil
    }
}
