// The matcher's loop.

extension Matcher {
    /// Runs from an instruction at a position until the pattern is matched or every choice has failed.
    mutating func run<C: FixedWidthInteger & UnsignedInteger>(_ text: UnsafePointer<C>, _ begin: UInt32, _ from: Int) -> Outcome {
        let program = program
        let instructions = program.instructions
        let end = end
        var place = Int(begin)
        var position = from
        var budget = Matcher.budget
        isPaused = false

        loop: while true {
            let instruction = instructions + place
            advance: do {
                switch instruction.pointee.kind {
                case .literal:
                    guard position < end, UInt32(text[position]) == instruction.pointee.a else { break advance }
                    position &+= 1
                case .notLiteral, .literalFolded, .notLiteralFolded, .any, .anyAll:
                    guard position < end, program.matches(instruction, UInt32(text[position])) else { break advance }
                    position &+= 1
                case .set:
                    guard position < end, program.isInSet(instruction.pointee.a, UInt32(text[position])) else { break advance }
                    position &+= 1
                case .string:
                    let length = Int(instruction.pointee.b)
                    guard length <= end &- position else { break advance }
                    let word = program.words + Int(instruction.pointee.a)
                    var index = 0
                    while index < length {
                        if UInt32(text[position &+ index]) != word[index] { break advance }
                        index &+= 1
                    }
                    position &+= length
                case .at:
                    guard isAt(instruction.pointee.a, text, position) else { break advance }
                case .mark:
                    let index = instruction.pointee.a
                    if count >= capacity, !grow() { return .outOfMemory }
                    entries[count] = Entry(kind: .mark, place: index, a: marks[Int(index)], b: lastGroup, c: 0)
                    count &+= 1
                    marks[Int(index)] = position
                    if index & 1 != 0 { lastGroup = Int(index &>> 1) &+ 1 }
                case .branch:
                    var alternative = instruction
                    // The first alternative that can begin here.
                    while !canBegin(alternative.pointee.a, text, position) {
                        if alternative.pointee.b == 0 { break advance }
                        alternative = instructions + Int(alternative.pointee.b)
                    }
                    var other = Int(alternative.pointee.b)
                    while other != 0 {
                        if canBegin(instructions[other].a, text, position) {
                            if count >= capacity, !grow() { return .outOfMemory }
                            entries[count] = Entry(kind: .alternative, place: UInt32(other), a: position, b: 0, c: 0)
                            count &+= 1
                            break
                        }
                        other = Int(instructions[other].b)
                    }
                    place = Int(alternative.pointee.next)
                    continue loop

                case .repeatOne:
                    let low = Int(instruction.pointee.a)
                    let times = countCharacters(instructions + Int(instruction.pointee.c), text, position, instruction.pointee.b)
                    guard times >= low else { break advance }
                    var stop = position &+ times
                    if times > low {
                        let lowest = position &+ low
                        // Only where the rest can begin.
                        while !canBegin(instruction.pointee.d, text, stop) {
                            if stop <= lowest { break advance }
                            stop &-= 1
                        }
                        if stop > lowest {
                            if count >= capacity, !grow() { return .outOfMemory }
                            entries[count] = Entry(kind: .shorter, place: UInt32(place), a: stop, b: lowest, c: 0)
                            count &+= 1
                        }
                    }
                    position = stop
                case .minRepeatOne:
                    let low = Int(instruction.pointee.a)
                    if low > 0 {
                        guard countCharacters(instructions + Int(instruction.pointee.c), text, position, instruction.pointee.a) >= low else { break advance }
                        position &+= low
                    }
                    let high = instruction.pointee.b
                    let more = high == CodeFormat.maximalRepeat ? Int.max : Int(high) &- low
                    if more > 0 {
                        if count >= capacity, !grow() { return .outOfMemory }
                        entries[count] = Entry(kind: .longer, place: UInt32(place), a: position, b: more, c: 0)
                        count &+= 1
                    }
                case .possessiveRepeatOne:
                    let times = countCharacters(instructions + Int(instruction.pointee.c), text, position, instruction.pointee.b)
                    guard times >= Int(instruction.pointee.a) else { break advance }
                    position &+= times

                case .repeatStart, .possessiveStart:
                    let pair = instruction.pointee.a
                    guard savePair(pair) else { return .outOfMemory }
                    pairs[Int(pair) &* 2] = 0
                    pairs[Int(pair) &* 2 &+ 1] = -1
                case .maxUntil:
                    let pair = Int(instruction.pointee.c)
                    let done = pairs[pair &* 2]
                    if done < Int(instruction.pointee.a) {
                        guard savePair(UInt32(pair)) else { return .outOfMemory }
                        pairs[pair &* 2] = done &+ 1
                        place = Int(instruction.pointee.d)
                        // A long run of empty bodies takes no step back, and must be interruptible too.
                        budget &-= 1
                        if budget <= 0 { return pause(place, position) }
                        continue loop
                    }
                    let high = instruction.pointee.b
                    let last = pairs[pair &* 2 &+ 1]
                    if (high == CodeFormat.maximalRepeat || done < Int(high)) && position != last {
                        if count >= capacity, !grow() { return .outOfMemory }
                        entries[count] = Entry(kind: .leave, place: UInt32(place), a: position, b: last, c: done)
                        count &+= 1
                        pairs[pair &* 2] = done &+ 1
                        pairs[pair &* 2 &+ 1] = position
                        place = Int(instruction.pointee.d)
                        continue loop
                    }
                case .minUntil:
                    let pair = Int(instruction.pointee.c)
                    let done = pairs[pair &* 2]
                    if done < Int(instruction.pointee.a) {
                        guard savePair(UInt32(pair)) else { return .outOfMemory }
                        pairs[pair &* 2] = done &+ 1
                        place = Int(instruction.pointee.d)
                        budget &-= 1
                        if budget <= 0 { return pause(place, position) }
                        continue loop
                    }
                    if count >= capacity, !grow() { return .outOfMemory }
                    entries[count] = Entry(kind: .enter, place: UInt32(place), a: position, b: 0, c: 0)
                    count &+= 1

                case .possessiveLoop:
                    let pair = Int(instruction.pointee.c)
                    let done = pairs[pair &* 2]
                    let high = instruction.pointee.b
                    let isRequired = done < Int(instruction.pointee.a)
                    if isRequired || ((high == CodeFormat.maximalRepeat || done < Int(high)) && position != pairs[pair &* 2 &+ 1]) {
                        guard savePair(UInt32(pair)), savePair(UInt32(pair &+ 1)) else { return .outOfMemory }
                        pairs[pair &* 2] = done &+ 1
                        pairs[pair &* 2 &+ 2] = count
                        if !isRequired {
                            pairs[pair &* 2 &+ 1] = position
                            if count >= capacity, !grow() { return .outOfMemory }
                            entries[count] = Entry(kind: .alternative, place: instruction.pointee.next, a: position, b: 0, c: 0)
                            count &+= 1
                        }
                        place = Int(instruction.pointee.d)
                        budget &-= 1
                        if budget <= 0 { return pause(place, position) }
                        continue loop
                    }
                case .possessiveEnd:
                    dropChoices(above: pairs[Int(instruction.pointee.a) &* 2 &+ 2])

                case .atomicStart:
                    let pair = instruction.pointee.a
                    guard savePair(pair) else { return .outOfMemory }
                    pairs[Int(pair) &* 2] = count
                case .atomicEnd:
                    dropChoices(above: pairs[Int(instruction.pointee.a) &* 2])
                case .assertStart:
                    guard position >= Int(instruction.pointee.b) else { break advance }
                    let pair = instruction.pointee.a
                    guard savePair(pair) else { return .outOfMemory }
                    pairs[Int(pair) &* 2] = count
                    pairs[Int(pair) &* 2 &+ 1] = position
                    position &-= Int(instruction.pointee.b)
                case .assertEnd:
                    let pair = Int(instruction.pointee.a)
                    dropChoices(above: pairs[pair &* 2])
                    position = pairs[pair &* 2 &+ 1]
                case .assertNotStart:
                    if position < Int(instruction.pointee.b) {
                        place = Int(instruction.pointee.c)
                        continue loop
                    }
                    let pair = instruction.pointee.a
                    guard savePair(pair) else { return .outOfMemory }
                    pairs[Int(pair) &* 2] = count
                    if count >= capacity, !grow() { return .outOfMemory }
                    entries[count] = Entry(kind: .alternative, place: instruction.pointee.c, a: position, b: 0, c: 0)
                    count &+= 1
                    position &-= Int(instruction.pointee.b)
                case .assertNotEnd:
                    // What must not match has matched: everything since, and the way around it, is undone.
                    undo(downTo: pairs[Int(instruction.pointee.a) &* 2])
                    break advance

                case .groupReference:
                    let (from, to) = group(instruction.pointee.a)
                    guard from >= 0, to >= from, to &- from <= end &- position else { break advance }
                    let folding = instruction.pointee.folding
                    for index in 0..<to &- from {
                        let (a, b) = (UInt32(text[from &+ index]), UInt32(text[position &+ index]))
                        if a != b && (folding == .exact || CharacterTests.lower(a, folding) != CharacterTests.lower(b, folding)) { break advance }
                    }
                    position &+= to &- from
                case .groupExists:
                    let (from, to) = group(instruction.pointee.a)
                    if from < 0 || to < from {
                        place = Int(instruction.pointee.b)
                        continue loop
                    }
                case .jump: break
                case .success:
                    if isFull && position != end || position == forbiddenEnd { break advance }
                    self.position = position
                    return .matched
                case .fail: break advance
                }
                place = Int(instruction.pointee.next)
                continue loop
            }

            // Failure: back to the last choice.
            budget &-= 1
            back: while true {
                if count == 0 { return .noMatch }
                let top = entries + (count &- 1)
                let entry = top.pointee
                let source = instructions + Int(entry.place)
                switch entry.kind {
                case .mark:
                    marks[Int(entry.place)] = entry.a
                    lastGroup = entry.b
                    count &-= 1
                case .pair:
                    pairs[Int(entry.place) &* 2] = entry.a
                    pairs[Int(entry.place) &* 2 &+ 1] = entry.b
                    count &-= 1
                case .alternative:
                    count &-= 1
                    place = Int(entry.place)
                    position = entry.a
                    break back
                case .shorter:
                    var stop = entry.a &- 1
                    while stop > entry.b && !canBegin(source.pointee.d, text, stop) { stop &-= 1 }
                    if stop <= entry.b { count &-= 1 } else { top.pointee.a = stop }
                    position = stop
                    place = Int(source.pointee.next)
                    break back
                case .longer:
                    guard entry.a < end, program.matches(instructions + Int(source.pointee.c), UInt32(text[entry.a])) else {
                        count &-= 1
                        continue back
                    }
                    var stop = entry.a &+ 1
                    var more = entry.b &- 1
                    // On to where the rest can begin.
                    while more > 0, !canBegin(source.pointee.d, text, stop), stop < end,
                        program.matches(instructions + Int(source.pointee.c), UInt32(text[stop]))
                    {
                        stop &+= 1
                        more &-= 1
                    }
                    if more <= 0 {
                        count &-= 1
                    } else {
                        top.pointee.a = stop
                        top.pointee.b = more
                    }
                    position = stop
                    place = Int(source.pointee.next)
                    break back
                case .leave:
                    let pair = Int(source.pointee.c)
                    pairs[pair &* 2] = entry.c
                    pairs[pair &* 2 &+ 1] = entry.b
                    count &-= 1
                    position = entry.a
                    place = Int(source.pointee.next)
                    break back
                case .enter:
                    let pair = Int(source.pointee.c)
                    let (done, last) = (pairs[pair &* 2], pairs[pair &* 2 &+ 1])
                    let high = source.pointee.b
                    if (high != CodeFormat.maximalRepeat && done >= Int(high)) || entry.a == last {
                        count &-= 1
                        continue back
                    }
                    top.pointee = Entry(kind: .pair, place: UInt32(pair), a: done, b: last, c: 0)
                    pairs[pair &* 2] = done &+ 1
                    pairs[pair &* 2 &+ 1] = entry.a
                    position = entry.a
                    place = Int(source.pointee.d)
                    break back
                }
            }
            if budget <= 0 { return pause(place, position) }
        }
    }

    private mutating func pause(_ place: Int, _ position: Int) -> Outcome {
        resumeAt = UInt32(place)
        self.position = position
        isPaused = true
        return .paused
    }

    @inline(__always) private func group(_ index: UInt32) -> (Int, Int) { (marks[Int(index) &* 2], marks[Int(index) &* 2 &+ 1]) }

    @inline(__always) private mutating func savePair(_ pair: UInt32) -> Bool {
        if count >= capacity, !grow() { return false }
        entries[count] = Entry(kind: .pair, place: pair, a: pairs[Int(pair) &* 2], b: pairs[Int(pair) &* 2 &+ 1], c: 0)
        count &+= 1
        return true
    }

    /// Whether what has this first set (an index plus one, 0 for unknown) can begin at a position.
    @inline(__always) private func canBegin<C: FixedWidthInteger & UnsignedInteger>(_ set: UInt32, _ text: UnsafePointer<C>, _ position: Int) -> Bool {
        if set == 0 { return true }
        if position >= end { return false }
        let c = UInt32(text[position])
        let set = program.sets + Int(set &- 1)
        return c < 256 ? set.pointee.hasLatin1(c) : set.pointee.wide != 0
    }

    /// How often a character item matches in a row, up to `limit`.
    @inline(__always) private func countCharacters<C: FixedWidthInteger & UnsignedInteger>(
        _ item: UnsafePointer<Instruction>, _ text: UnsafePointer<C>, _ from: Int, _ limit: UInt32
    ) -> Int {
        let room = end &- from
        let stop = limit == CodeFormat.maximalRepeat || Int(limit) > room ? end : from &+ Int(limit)
        var index = from
        switch item.pointee.kind {
        case .anyAll: index = max(stop, from)
        case .any:
            let found = Matcher.find(text + from, stop &- from, 10)
            index = found < 0 ? max(stop, from) : from &+ found
        case .literal:
            let a = item.pointee.a
            while index < stop && UInt32(text[index]) == a { index &+= 1 }
        case .notLiteral:
            guard let a = C(exactly: item.pointee.a) else { return max(stop &- from, 0) }
            let found = Matcher.find(text + from, stop &- from, a)
            index = found < 0 ? max(stop, from) : from &+ found
        case .set:
            let set = item.pointee.a
            if MemoryLayout<C>.size == 1 && program.sets[Int(set)].isLocale == 0 {
                let bits = program.sets + Int(set)
                while index < stop && bits.pointee.hasLatin1(UInt32(text[index])) { index &+= 1 }
            } else {
                while index < stop && program.isInSet(set, UInt32(text[index])) { index &+= 1 }
            }
        default:
            while index < stop && program.matches(item, UInt32(text[index])) { index &+= 1 }
        }
        return index &- from
    }

    /// Drops the choices above a height of the stack, and keeps the records.
    @inline(never) private mutating func dropChoices(above height: Int) {
        var target = height
        for index in height..<max(count, height) {
            var entry = entries[index]
            switch entry.kind {
            case .mark, .pair: break
            case .leave:
                // Also the record of a pair.
                entry = Entry(kind: .pair, place: program.instructions[Int(entry.place)].c, a: entry.c, b: entry.b, c: 0)
            case .alternative, .shorter, .longer, .enter: continue
            }
            entries[target] = entry
            target &+= 1
        }
        count = target
    }
    /// Takes back everything above a height of the stack, without trying any choice.
    @inline(never) private mutating func undo(downTo height: Int) {
        while count > height {
            count &-= 1
            let entry = entries[count]
            switch entry.kind {
            case .mark:
                marks[Int(entry.place)] = entry.a
                lastGroup = entry.b
            case .pair:
                pairs[Int(entry.place) &* 2] = entry.a
                pairs[Int(entry.place) &* 2 &+ 1] = entry.b
            case .leave:
                let pair = Int(program.instructions[Int(entry.place)].c)
                pairs[pair &* 2] = entry.c
                pairs[pair &* 2 &+ 1] = entry.b
            case .alternative, .shorter, .longer, .enter: break
            }
        }
    }

    /// AT_BEGINNING ... AT_UNI_NON_BOUNDARY
    @inline(never) private func isAt<C: FixedWidthInteger & UnsignedInteger>(_ kind: UInt32, _ text: UnsafePointer<C>, _ position: Int) -> Bool {
        switch kind {
        case 0, 2: return position == 0
        case 1: return position == 0 || text[position &- 1] == 10
        case 5: return position == end || position &+ 1 == end && text[position] == 10
        case 6: return position == end || text[position] == 10
        case 7: return position == end
        default: break
        }
        // Boundaries; an empty text has none, and no place without one.
        if end == 0 { return false }
        func isWord(_ c: UInt32) -> Bool {
            switch kind {
            case 3, 4: return CharacterTests.isASCIIWord(c)
            case 8, 9: return CharacterTests.isLocaleWord(c)
            default: return CharacterTests.isUnicodeWord(c)
            }
        }
        let before = position > 0 && isWord(UInt32(text[position &- 1]))
        let after = position < end && isWord(UInt32(text[position]))
        let isBoundary = kind == 3 || kind == 8 || kind == 10
        return (before != after) == isBoundary
    }
}
