// Checks the ownership of temporaries: every instruction reads and kills only temporaries that are live, writes only such that
// are not, and the sets that are recorded agree along every edge. It finds leaks and double releases before they happen; it is
// for tests of the code generator, and too slow for loading code.

import Syntax

/// What is wrong with the live sets of a unit or one in it; nil if nothing is. The unit must have passed `verify`.
public func verifyLiveness(_ unit: CodeUnit) -> String? {
    var verifier = LivenessVerifier(unit: unit)
    if let message = verifier.run() { return "\(unit.qualifiedName): \(message)" }
    for constant in unit.constants {
        if case .code(let inner) = constant, let message = verifyLiveness(inner) { return message }
    }
    return nil
}

private struct LivenessVerifier {
    let unit: CodeUnit
    /// Register that holds the exception at the entry of a handler, by word.
    var handlerRegisters: [Int: Int] = [:]

    /// What an instruction does to temporaries.
    struct Effect {
        var reads: [Int] = []
        var kills: [Int] = []
        var writes: [Int] = []
        /// Operands of calls, which are not recorded as live.
        var callOperands: [Int] = []
    }

    init(unit: CodeUnit) { self.unit = unit }

    mutating func run() -> String? {
        for range in unit.exceptionTable {
            let target = Int(range.target)
            if let known = handlerRegisters[target], known != Int(range.register) { return "handler \(target): two registers" }
            handlerRegisters[target] = Int(range.register)
        }
        var word = 0
        while word < unit.instructions.count {
            if let message = check(word) { return "word \(word): \(message)" }
            word += 1 + Instruction(word: unit.instructions[word]).opcode.cacheWords
        }
        return nil
    }

    private func isTemporary(_ register: Int) -> Bool { register >= unit.localCount }

    /// What is live before the instruction at a word.
    private func expected(_ word: Int) -> Set<Int> {
        var set = Set(unit.liveTemporaries(at: word).map { Int($0) })
        if let register = handlerRegisters[word] { set.insert(register) }
        return set.union(effect(at: word).callOperands)
    }

    private func check(_ word: Int) -> String? {
        let instruction = Instruction(word: unit.instructions[word])
        let opcode = instruction.opcode
        let recorded = Set(unit.liveTemporaries(at: word).map { Int($0) })
        if let register = handlerRegisters[word], recorded.contains(register) { return "exception register is recorded as live" }
        let before = expected(word)
        let effect = effect(at: word)
        for register in effect.callOperands where recorded.contains(register) { return "call operand t\(register) is recorded" }
        for register in effect.reads where !before.contains(register) { return "reads t\(register), which is not live" }
        for register in effect.kills where !before.contains(register) { return "kills t\(register), which is not live" }
        if Set(effect.kills).count != effect.kills.count { return "kills twice" }
        var after = before.subtracting(effect.kills)
        for register in effect.writes {
            if after.contains(register) { return "writes t\(register), which is live" }
            after.insert(register)
        }
        for range in unit.exceptionTable where Int(range.start) <= word && word < Int(range.end) {
            let target = Set(unit.liveTemporaries(at: Int(range.target)).map { Int($0) })
            if !target.isSubset(of: recorded) { return "handler \(range.target) expects more" }
            if handlerRegisters[word] == nil, !target.isDisjoint(with: effect.kills) { return "handler \(range.target) expects what is killed" }
        }
        return checkEdges(word, opcode, instruction, after)
    }

    private func checkEdges(_ word: Int, _ opcode: Opcode, _ instruction: Instruction, _ after: Set<Int>) -> String? {
        if let target = unit.branchTarget(at: word) {
            var state = after
            if opcode == .forIter {
                state.remove(instruction.b)
                if instruction.flags & InstructionFlags.tempA != 0 { state.remove(instruction.a) }
            }
            if expected(target) != state { return "branch to \(target): \(state.sorted()) but \(expected(target).sorted())" }
        }
        switch opcode {
        case .jump, .jumpBack: return nil
        case .returnValue, .raise, .reraise:
            // Exceptions release what is live; a return leaves nothing.
            return opcode == .returnValue && !after.isEmpty ? "returns with \(after.sorted()) live" : nil
        default: break
        }
        let next = word + 1 + opcode.cacheWords
        if next >= unit.instructions.count { return nil }
        if expected(next) != after { return "next: \(after.sorted()) but \(expected(next).sorted())" }
        return nil
    }

    private func effect(at word: Int) -> Effect {
        let instruction = Instruction(word: unit.instructions[word])
        let opcode = instruction.opcode
        var effect = Effect()
        func read(_ register: Int, _ kill: UInt8) {
            guard isTemporary(register) else {
                if instruction.flags & kill != 0 { effect.kills.append(-1) }
                return
            }
            effect.reads.append(register)
            if instruction.flags & kill != 0 { effect.kills.append(register) }
        }
        func consume(_ registers: Range<Int>) {
            effect.reads += registers
            effect.kills += registers
        }
        func write(_ registers: Range<Int>) {
            if instruction.flags & InstructionFlags.tempA != 0 { effect.writes += registers }
        }
        switch opcode {
        case .call: callEffect(&effect, instruction.a, instruction.b, instruction)
        case .callMethod: callEffect(&effect, instruction.a, instruction.b + 1, instruction)
        case .callKeyword:
            callEffect(&effect, instruction.a, instruction.b + (instruction.flags & InstructionFlags.methodCall != 0 ? 1 : 0), instruction)
        case .callEx: callEffect(&effect, instruction.a, 2, instruction)
        case .loadMethod:
            read(instruction.b, InstructionFlags.killB)
            effect.writes = [instruction.a, instruction.a + callHeaderSize]
        case .release: consume(instruction.a..<instruction.a + 1)
        case .pushException: effect.writes = [instruction.a + 1]
        case .popException: consume(instruction.a..<instruction.a + 2)
        case .endAsyncFor:
            read(instruction.a, InstructionFlags.killA)
            read(instruction.b, InstructionFlags.killB)
        case .makeFunction:
            consume(instruction.a..<instruction.a + (instruction.flags & 0xF0).nonzeroBitCount)
            write(instruction.a..<instruction.a + 1)
        case .yieldFrom:
            effect.reads = [instruction.a]
            read(instruction.b, InstructionFlags.killB)
        case .raise:
            if instruction.flags & InstructionFlags.hasException != 0 { read(instruction.a, InstructionFlags.killA) }
            if instruction.flags & InstructionFlags.hasCause != 0 { read(instruction.b, InstructionFlags.killB) }
        case .formatValue:
            read(instruction.b, InstructionFlags.killB)
            if instruction.flags & InstructionFlags.hasSpec != 0 { read(instruction.c, InstructionFlags.killC) }
            write(instruction.a..<instruction.a + 1)
        case .unpackEx:
            read(instruction.b, InstructionFlags.killB)
            let before = word + 1 < unit.instructions.count ? Int(unit.instructions[word + 1] & 0xFFFF) : 0
            write(instruction.a..<instruction.a + 1 + instruction.c + before)
        default:
            let format = opcode.format
            if format.a == .read { read(instruction.a, InstructionFlags.killA) }
            if format.b == .read { read(instruction.b, InstructionFlags.killB) }
            if format.c == .read { read(instruction.c, InstructionFlags.killC) }
            if format.b == .row { consume(instruction.b..<instruction.b + opcode.rowLength(instruction)) }
            if format.a == .write { write(instruction.a..<instruction.a + 1) }
            if format.a == .rowWrite { write(instruction.a..<instruction.a + opcode.rowLength(instruction)) }
        }
        return effect
    }

    private func callEffect(_ effect: inout Effect, _ base: Int, _ count: Int, _ instruction: Instruction) {
        effect.callOperands = [base] + (0..<count).map { base + callHeaderSize + $0 }
        effect.reads = effect.callOperands
        effect.kills = effect.callOperands
        if instruction.flags & InstructionFlags.tempA != 0 { effect.writes = [instruction.c] }
    }
}
