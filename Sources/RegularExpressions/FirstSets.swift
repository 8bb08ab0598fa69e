// What a match begins with: found once, so that a search can skip, and a branch can choose, by one look at a character.

extension Translator {
    /// The literal text that every match begins with.
    mutating func findPrefix(_ header: inout Header) {
        var index = 0
        var hasMarks = false
        while instructions[index].kind == .mark {
            hasMarks = true
            index += 1
        }
        let first = instructions[index]
        switch first.kind {
        case .literal:
            header.prefix = UInt32(words.count)
            header.prefixCount = 1
            words.append(first.a)
        case .string:
            header.prefix = first.a
            header.prefixCount = first.b
        default: return
        }
        if !hasMarks && instructions[Int(first.next)].kind == .success { header.isLiteral = 1 }
    }

    /// First sets of the whole pattern, of alternatives, and of what follows a repeat.
    mutating func findFirstSets(_ header: inout Header) {
        for index in instructions.indices {
            switch instructions[index].kind {
            case .branch: instructions[index].a = firstSet(Int(instructions[index].next))
            case .repeatOne, .minRepeatOne: instructions[index].d = firstSet(Int(instructions[index].next))
            default: break
            }
        }
        if header.prefixCount == 0 { header.firstSet = firstSet(0) }
    }

    /// The set that a match from an instruction on begins with, plus one; 0 if that is not known or rules nothing out.
    private mutating func firstSet(_ start: Int) -> UInt32 {
        var set = CharacterSet()
        var budget = 400
        guard collect(start, &set, &budget) else { return 0 }
        if set.wide != 0 && (0..<8).allSatisfy({ set.bits[$0] == .max }) { return 0 }
        // Equal sets are shared; few patterns have many.
        for (index, other) in sets.enumerated().suffix(16) where other.isLocale == 0 && other.wide == set.wide {
            if (0..<8).allSatisfy({ other.bits[$0] == set.bits[$0] }) && set.wide != 2 { return UInt32(index + 1) }
        }
        sets.append(set)
        return UInt32(sets.count)
    }

    /// Adds the characters that a match from an instruction on can begin with. False if it may match nothing, or is too intricate.
    private func collect(_ start: Int, _ set: inout CharacterSet, _ budget: inout Int) -> Bool {
        var index = start
        while true {
            budget -= 1
            if budget <= 0 { return false }
            let instruction = instructions[index]
            switch instruction.kind {
            case .fail: return true
            case .literal, .notLiteral, .literalFolded, .notLiteralFolded, .any, .anyAll, .set:
                return add(instruction, &set)
            case .string:
                return add(Instruction(.literal, a: words[Int(instruction.a)]), &set)
            case .at, .mark, .atomicStart: index = Int(instruction.next)
            case .assertStart, .assertNotStart: index = Int(instruction.c)
            case .groupExists:
                if !collect(Int(instruction.b), &set, &budget) { return false }
                index = Int(instruction.next)
            case .branch:
                var alternative = index
                while true {
                    if !collect(Int(instructions[alternative].next), &set, &budget) { return false }
                    if instructions[alternative].b == 0 { return true }
                    alternative = Int(instructions[alternative].b)
                }
            case .repeatOne, .minRepeatOne, .possessiveRepeatOne:
                if instruction.b > 0, !add(instructions[Int(instruction.c)], &set) { return false }
                if instruction.a > 0 { return true }
                index = Int(instruction.next)
            case .repeatStart, .possessiveStart:
                let loop = instructions[Int(instruction.next)]
                // A body that can be empty comes to the loop again, which ends the search.
                if loop.b > 0, !collect(Int(loop.d), &set, &budget) { return false }
                if loop.a > 0 { return true }
                index = Int(loop.next)
            case .success, .jump, .groupReference, .maxUntil, .minUntil, .possessiveLoop, .possessiveEnd, .atomicEnd, .assertEnd, .assertNotEnd: return false
            }
        }
    }

    private func add(_ item: Instruction, _ set: inout CharacterSet) -> Bool {
        switch item.kind {
        case .literal:
            if item.a < 256 { set.insert(item.a) } else { set.wide = 1 }
        case .set:
            let other = sets[Int(item.a)]
            if other.isLocale != 0 { return false }
            for word in 0..<8 { set.bits[word] |= other.bits[word] }
            if other.wide != 0 { set.wide = 1 }
        case .literalFolded, .notLiteralFolded:
            if item.folding == .locale { return false }
            for c in 0..<UInt32(256) where CharacterTests.equalsFolded(c, item.a, item.folding) == (item.kind == .literalFolded) { set.insert(c) }
            set.wide = 1
        case .notLiteral, .any, .anyAll:
            for c in 0..<UInt32(256) where item.kind == .anyAll || (item.kind == .any ? c != 10 : c != item.a) { set.insert(c) }
            set.wide = 1
        default: return false
        }
        return true
    }
}
