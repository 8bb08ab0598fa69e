// From items to words: threads jumps, drops what cannot be reached or does nothing, resolves labels, and writes the tables.

import Syntax

struct Assembler {
    let builder: UnitBuilder
    private var items: [Item]
    /// Index of the item a label stands before, after threading.
    private var targets: [Int]
    private var isRemoved: [Bool]
    private var offsets: [Int] = []
    /// Lines of marks, by the instruction that they stand before.
    private var marks: [Int: [Int32]] = [:]
    /// Fused branches whose target is too far for 16 bits: they are inverted and hop over a `jump`.
    private var isFar: [Bool] = []

    init(_ builder: UnitBuilder) {
        self.builder = builder
        items = builder.items
        targets = builder.labels.map { $0.position }
        isRemoved = [Bool](repeating: false, count: items.count)
    }

    mutating func assemble() {
        threadJumps()
        removeDeadCode()
        invertBranchesOverJumps()
        removeUselessJumps()
        inheritLocations()
        placeMarks()
        place()
        write()
        writeExceptionTable()
    }

    private func opcode(_ i: Int) -> Opcode { Instruction(word: items[i].word).opcode }

    /// A jump to a jump goes where that goes.
    private mutating func threadJumps() {
        for i in items.indices where items[i].label >= 0 {
            var label = Int(items[i].label)
            var steps = 0
            while steps < 16, targets[label] >= 0, targets[label] < items.count, opcode(targets[label]) == .jump, targets[label] != i {
                label = Int(items[targets[label]].label)
                steps += 1
            }
            items[i].label = Int32(label)
        }
    }

    /// Whether the part of a region holds anything that can raise.
    private func canRaise(_ part: RegionPart) -> Bool {
        for i in part.start..<part.end where !isRemoved[i] {
            if opcode(i) != .jump || targets[Int(items[i].label)] <= i { return true }
        }
        return false
    }

    private func targetFlags() -> [Bool] {
        var isTarget = [Bool](repeating: false, count: items.count + 1)
        for i in items.indices where items[i].label >= 0 && !isRemoved[i] {
            let target = targets[Int(items[i].label)]
            if target >= 0 { isTarget[target] = true }
        }
        for part in builder.parts where canRaise(part) {
            let target = targets[builder.regions[part.region].handler]
            if target >= 0 { isTarget[target] = true }
        }
        return isTarget
    }

    /// What only dead code leads to is dead too, which takes another pass; a few do, since what is left is harmless.
    private mutating func removeDeadCode() {
        for _ in 0..<4 {
            if !removeDeadCodeOnce() { return }
        }
    }

    private mutating func removeDeadCodeOnce() -> Bool {
        let isTarget = targetFlags()
        var isDead = false, hasChanged = false
        for i in items.indices {
            if isTarget[i] { isDead = false }
            if isDead {
                if !isRemoved[i] { hasChanged = true }
                isRemoved[i] = true
                continue
            }
            if isRemoved[i] { continue }
            switch opcode(i) {
            case .jump, .jumpBack, .returnValue, .raise, .reraise: isDead = true
            default: break
            }
        }
        return hasChanged
    }

    private func next(after i: Int) -> Int {
        var j = i + 1
        while j < items.count, isRemoved[j] { j += 1 }
        return j
    }

    /// `if c: goto A; goto B; A:` becomes `if not c: goto B`.
    private mutating func invertBranchesOverJumps() {
        let isTarget = targetFlags()
        for i in items.indices where items[i].label >= 0 && !isRemoved[i] {
            guard let inverse = opcode(i).inverseBranch else { continue }
            let j = next(after: i)
            guard j < items.count, !isTarget[j], opcode(j) == .jump else { continue }
            var target = targets[Int(items[i].label)]
            while target < items.count, isRemoved[target] { target += 1 }
            guard target == next(after: j) else { continue }
            items[i].word = items[i].word & ~0xFF | UInt64(inverse.rawValue)
            items[i].label = items[j].label
            isRemoved[j] = true
        }
    }

    private mutating func removeUselessJumps() {
        for i in items.indices.reversed() where !isRemoved[i] && opcode(i) == .jump {
            var target = targets[Int(items[i].label)]
            if target <= i { continue }
            while target < items.count, isRemoved[target] { target += 1 }
            if target == next(after: i) { isRemoved[i] = true }
        }
    }

    /// Instructions that stand for nothing in the source belong to what was executed before them, if that is certain.
    private mutating func inheritLocations() {
        let isTarget = targetFlags()
        var last = SourceRange.none
        for i in items.indices {
            if isTarget[i] { last = .none }
            if isRemoved[i] { continue }
            if items[i].location.isNone { items[i].location = last } else { last = items[i].location }
        }
    }

    /// A mark before an instruction of its line is none. Other marks go to the instruction that follows, if everything that reaches it
    /// comes from the mark; else they stay instructions.
    private mutating func placeMarks() {
        guard items.contains(where: { $0.isMark }) else { return }
        let isTarget = targetFlags()
        // The instruction that follows, and whether a label is in between.
        var next = -1
        var isReachedOtherwise = false
        var lines: [Int32] = []
        for i in items.indices.reversed() {
            if !isRemoved[i] {
                if !items[i].isMark {
                    (next, isReachedOtherwise, lines) = (i, false, [])
                } else {
                    let line = items[i].location.line
                    let isRepeated = !isReachedOtherwise && line == (lines.last ?? (next >= 0 ? items[next].location.line : -1))
                    if isRepeated {
                        isRemoved[i] = true
                    } else if next >= 0 && !isReachedOtherwise {
                        isRemoved[i] = true
                        marks[next, default: []].insert(line, at: 0)
                        lines.append(line)
                    } else {
                        (next, isReachedOtherwise, lines) = (i, false, [])
                    }
                }
            }
            if isTarget[i] { isReachedOtherwise = true }
        }
    }

    private func size(_ i: Int) -> Int {
        isRemoved[i] ? 0 : 1 + opcode(i).cacheWords + (isFar[i] ? 1 : 0)
    }

    private mutating func place() {
        isFar = [Bool](repeating: false, count: items.count)
        offsets = [Int](repeating: 0, count: items.count + 1)
        while true {
            var at = 0
            for i in items.indices {
                offsets[i] = at
                at += size(i)
            }
            offsets[items.count] = at
            if at < 32_000 { return }
            var changed = false
            for i in items.indices where items[i].label >= 0 && !isRemoved[i] && !isFar[i] && opcode(i).hasShortOffset {
                let distance = offsets[targets[Int(items[i].label)]] - offsets[i]
                if distance > 32_000 || distance < -32_000 {
                    isFar[i] = true
                    changed = true
                }
            }
            if !changed { return }
        }
    }

    private mutating func write() {
        let unit = builder.unit
        var words: [UInt64] = []
        words.reserveCapacity(offsets[items.count])
        var positions = PositionTable.Encoder()
        var setOfNode: [Int32: Int] = [LiveTree.root: 0]
        var currentSet = 0
        for i in items.indices where !isRemoved[i] {
            let item = items[i]
            if let known = setOfNode[item.live] {
                if known != currentSet || words.isEmpty && known != 0 {
                    unit.liveRanges.append(LiveRange(start: words.count, set: known))
                    currentSet = known
                }
            } else {
                let set = unit.liveSets.count
                unit.liveSets.append(builder.tree.members(of: item.live))
                setOfNode[item.live] = set
                unit.liveRanges.append(LiveRange(start: words.count, set: set))
                currentSet = set
            }
            let start = words.count
            append(item, i, to: &words)
            if let before = marks[i] { for line in before { positions.mark(line: Int(line)) } }
            positions.append(words: words.count - start, item.location)
        }
        unit.instructions = words
        unit.positions = positions.finish()
    }

    private func append(_ item: Item, _ i: Int, to words: inout [UInt64]) {
        let instruction = Instruction(word: item.word)
        let opcode = instruction.opcode
        guard item.label >= 0 else {
            words.append(item.word)
            let cache = opcode.cacheWords
            if cache > 0 {
                words.append(item.extra)
                for _ in 1..<max(cache, 1) { words.append(0) }
            }
            return
        }
        let target = offsets[targets[Int(item.label)]]
        let here = words.count + 1
        switch opcode {
        case .forIter:
            words.append(item.word)
            words.append(UInt64(UInt32(truncatingIfNeeded: target - (here + 1))))
        case .jump, .jumpBack:
            let offset = target - here
            words.append(Instruction(offset < 0 ? .jumpBack : .jump, bc: offset).word)
        default:
            if isFar[i], let inverse = opcode.inverseBranch {
                words.append(Instruction(inverse, flags: instruction.flags, a: instruction.a, b: instruction.b, c: 1).word)
                let offset = target - (here + 1)
                words.append(Instruction(offset < 0 ? .jumpBack : .jump, bc: offset).word)
            } else if opcode.hasShortOffset {
                words.append(Instruction(opcode, flags: instruction.flags, a: instruction.a, b: instruction.b, c: target - here).word)
            } else {
                words.append(Instruction(opcode, flags: instruction.flags, a: instruction.a, bc: target - here).word)
            }
        }
    }

    private func writeExceptionTable() {
        for part in builder.parts where canRaise(part) {
            let region = builder.regions[part.region]
            let start = offsets[part.start], end = offsets[part.end]
            if start < end {
                builder.unit.exceptionTable.append(
                    ExceptionRange(start: start, end: end, target: offsets[targets[region.handler]], register: region.register))
            }
        }
    }
}

extension Opcode {
    /// Whether the branch offset is `c`, of 16 bits.
    var hasShortOffset: Bool {
        rawValue >= Opcode.jumpIfLess.rawValue && rawValue <= Opcode.jumpIfNotGreaterOrEqualImm.rawValue
    }

    /// The branch that is taken when this one is not.
    var inverseBranch: Opcode? {
        switch self {
        case .jumpIfTrue: return .jumpIfFalse
        case .jumpIfFalse: return .jumpIfTrue
        case .jumpIfNone: return .jumpIfNotNone
        case .jumpIfNotNone: return .jumpIfNone
        default:
            guard hasShortOffset else { return nil }
            // Six comparisons, their six negations, and the same for small ints.
            let index = Int(rawValue) - Int(Opcode.jumpIfLess.rawValue)
            let inverse = index % 12 < 6 ? index + 6 : index - 6
            return Opcode(rawValue: UInt8(inverse + Int(Opcode.jumpIfLess.rawValue)))
        }
    }
}
