// From code words to a program.
//
// Any list of numbers may come in, so every read is checked, and what is not well formed is refused.

struct Translator {
    let code: [UInt32]
    let groups: Int
    var instructions: [Instruction] = []
    var sets: [CharacterSet] = []
    var words: [UInt32] = []
    var pairs: UInt32 = 0
    private var minimalWidth: UInt32 = 0
    private var depth = 0

    /// Nesting of groups and repeats; the translator recurses.
    private static let maximalDepth = 2000

    init(_ code: [UInt32], groups: Int) {
        self.code = code
        self.groups = groups
    }

    mutating func program() throws(TranslationFailure) -> [UInt8] {
        guard groups >= 0, groups <= CodeFormat.maximalGroups, code.count < 1 << 28, code.last == Code.success.rawValue else { throw .invalidCode }
        var position = 0
        if code.count > 1, code[0] == Code.info.rawValue {
            let skip = Int(code[1])
            guard skip >= 4, 1 + skip < code.count, code.count > 4 else { throw .invalidCode }
            minimalWidth = code[3]
            position = 1 + skip
        }
        try translate(position, code.count - 1)
        emit(Instruction(.success))
        threadJumps()
        var header = Header()
        header.groups = UInt32(groups)
        header.minimalWidth = minimalWidth
        header.pairs = pairs
        findPrefix(&header)
        findFirstSets(&header)
        header.instructions = UInt32(instructions.count)
        header.sets = UInt32(sets.count)
        header.words = UInt32(words.count)
        return bytes(header)
    }

    private func bytes(_ header: Header) -> [UInt8] {
        var result: [UInt8] = []
        withUnsafeBytes(of: header) { result.append(contentsOf: $0) }
        instructions.withUnsafeBytes { result.append(contentsOf: $0) }
        sets.withUnsafeBytes { result.append(contentsOf: $0) }
        words.withUnsafeBytes { result.append(contentsOf: $0) }
        return result
    }

    // MARK: Emitting

    @discardableResult private mutating func emit(_ instruction: Instruction) -> Int {
        var instruction = instruction
        instruction.next = UInt32(instructions.count + 1)
        instructions.append(instruction)
        return instructions.count - 1
    }
    private mutating func newPair() -> UInt32 {
        pairs += 1
        return pairs - 1
    }

    // MARK: Reading

    private func word(_ position: Int, _ end: Int) throws(TranslationFailure) -> UInt32 {
        guard position < end else { throw .invalidCode }
        return code[position]
    }
    /// The position that the skip count at `position` points to.
    private func target(_ position: Int, _ end: Int) throws(TranslationFailure) -> Int {
        let skip = Int(try word(position, end))
        guard position + skip <= end else { throw .invalidCode }
        return position + skip
    }

    /// Translates the words from `start` to `end`. Stops at a JUMP that stands by itself, whose position is returned.
    @discardableResult private mutating func translate(_ start: Int, _ end: Int) throws(TranslationFailure) -> Int {
        depth += 1
        defer { depth -= 1 }
        if depth > Translator.maximalDepth { throw .tooDeep }
        var position = start
        while position < end {
            guard let operation = Code(rawValue: code[position]) else { throw .invalidCode }
            position += 1
            switch operation {
            case .jump: return position - 1
            case .failure: emit(Instruction(.fail))
            case .success: throw .invalidCode
            case .any: emit(Instruction(.any))
            case .anyAll: emit(Instruction(.anyAll))
            case .literal:
                literal(try word(position, end), mergeFrom: start == position - 1 ? nil : instructions.count - 1)
                position += 1
            case .notLiteral:
                emit(Instruction(.notLiteral, a: try word(position, end)))
                position += 1
            case .literalIgnore: try folded(.literalFolded, .ascii, &position, end)
            case .literalLocaleIgnore: try folded(.literalFolded, .locale, &position, end)
            case .literalUnicodeIgnore: try folded(.literalFolded, .unicode, &position, end)
            case .notLiteralIgnore: try folded(.notLiteralFolded, .ascii, &position, end)
            case .notLiteralLocaleIgnore: try folded(.notLiteralFolded, .locale, &position, end)
            case .notLiteralUnicodeIgnore: try folded(.notLiteralFolded, .unicode, &position, end)
            case .in: try set(.exact, &position, end)
            case .inIgnore: try set(.ascii, &position, end)
            case .inLocaleIgnore: try set(.locale, &position, end)
            case .inUnicodeIgnore: try set(.unicode, &position, end)
            case .category:
                let category = try word(position, end)
                let index = try addSet([Code.category.rawValue, category, Code.failure.rawValue], .exact)
                emit(Instruction(.set, a: index))
                position += 1
            case .at:
                let place = try word(position, end)
                guard place < 12 else { throw .invalidCode }
                emit(Instruction(.at, a: place))
                position += 1
            case .mark:
                let index = try word(position, end)
                guard Int(index) < 2 * groups else { throw .invalidCode }
                emit(Instruction(.mark, a: index))
                position += 1
            case .groupReference: try reference(.exact, &position, end)
            case .groupReferenceIgnore: try reference(.ascii, &position, end)
            case .groupReferenceLocaleIgnore: try reference(.locale, &position, end)
            case .groupReferenceUnicodeIgnore: try reference(.unicode, &position, end)
            case .groupReferenceExists: position = try conditional(position, end)
            case .branch: position = try branch(position, end)
            case .repeatOne: position = try repeatOne(.repeatOne, position, end)
            case .minRepeatOne: position = try repeatOne(.minRepeatOne, position, end)
            case .possessiveRepeatOne: position = try repeatOne(.possessiveRepeatOne, position, end)
            case .repeat: position = try generalRepeat(position, end)
            case .possessiveRepeat: position = try possessiveRepeat(position, end)
            case .atomicGroup: position = try atomicGroup(position, end)
            case .assert, .assertNot: position = try assertion(operation == .assertNot, position, end)
            case .info:
                let skip = try target(position, end)
                guard skip > position else { throw .invalidCode }
                position = skip
            case .charset, .bigCharset, .negate, .range, .rangeUnicodeIgnore, .maxUntil, .minUntil, .subpattern: throw .invalidCode
            }
        }
        return end
    }

    // MARK: Characters

    /// A literal; one that follows another makes a string of both.
    private mutating func literal(_ character: UInt32, mergeFrom previous: Int?) {
        if let previous, previous >= barrier {
            let last = instructions[previous]
            if last.kind == .literal {
                words.append(last.a)
                words.append(character)
                instructions[previous] = Instruction(.string, a: UInt32(words.count - 2), b: 2)
                instructions[previous].next = UInt32(previous + 1)
                return
            }
            if last.kind == .string, Int(last.a + last.b) == words.count {
                words.append(character)
                instructions[previous].b += 1
                return
            }
        }
        emit(Instruction(.literal, a: character))
    }
    /// Instructions before this one may not be merged with what comes: something jumps behind them.
    private var barrier = 0

    private mutating func folded(_ operation: Operation, _ folding: Folding, _ position: inout Int, _ end: Int) throws(TranslationFailure) {
        emit(Instruction(operation, a: try word(position, end), b: folding.rawValue))
        position += 1
    }
    private mutating func set(_ folding: Folding, _ position: inout Int, _ end: Int) throws(TranslationFailure) {
        let after = try target(position, end)
        guard after > position + 1 else { throw .invalidCode }
        let index = try addSet(code[position + 1..<after], folding)
        emit(Instruction(.set, a: index))
        position = after
    }

    /// Checks a set's code and makes its bitmap.
    private mutating func addSet<C: RandomAccessCollection<UInt32>>(_ source: C, _ folding: Folding) throws(TranslationFailure) -> UInt32 {
        let code = Array(source)
        var position = 0
        var isLocale = folding == .locale
        var mayBeWide = false
        var negated = false
        var isComplete = false
        func rest(_ count: Int) throws(TranslationFailure) { if position + count > code.count { throw .invalidCode } }
        scan: while position < code.count {
            let operation = Code(rawValue: code[position])
            position += 1
            switch operation {
            case .failure:
                isComplete = true
                break scan
            case .negate: negated.toggle()
            case .literal:
                try rest(1)
                if code[position] > 0xFF || folding == .unicode { mayBeWide = true }
                position += 1
            case .category:
                try rest(1)
                guard code[position] < CharacterTests.categories else { throw .invalidCode }
                if CharacterTests.isLocaleCategory(code[position]) { isLocale = true }
                mayBeWide = true
                position += 1
            case .range, .rangeUnicodeIgnore:
                try rest(2)
                if code[position + 1] > 0xFF || folding == .unicode || operation == .rangeUnicodeIgnore { mayBeWide = true }
                position += 2
            case .charset:
                try rest(8)
                if folding == .unicode { mayBeWide = true }
                position += 8
            case .bigCharset:
                try rest(1)
                let count = Int(code[position])
                guard count <= 256 else { throw .invalidCode }
                try rest(65 + count * 8)
                for index in 0..<256 where Int(code[position + 1 + index / 4] >> (8 * UInt32(index % 4)) & 0xFF) >= count { throw .invalidCode }
                mayBeWide = true
                position += 65 + count * 8
            default: throw .invalidCode
            }
        }
        guard isComplete else { throw .invalidCode }
        var set = CharacterSet()
        set.folding = folding.rawValue
        set.isLocale = isLocale ? 1 : 0
        // A locale never changes what lies beyond Latin-1, but is asked all the same.
        set.wide = mayBeWide || isLocale ? 2 : negated ? 1 : 0
        set.code = UInt32(words.count)
        if !isLocale {
            code.withUnsafeBufferPointer { words in
                guard let base = words.baseAddress else { return }
                for character in 0..<UInt32(256) where CharacterTests.isIn(base, character, folding) { set.insert(character) }
            }
        }
        if set.wide == 2 { words.append(contentsOf: code) }
        sets.append(set)
        return UInt32(sets.count - 1)
    }

    // MARK: Groups

    private mutating func reference(_ folding: Folding, _ position: inout Int, _ end: Int) throws(TranslationFailure) {
        let group = try word(position, end)
        guard Int(group) < groups else { throw .invalidCode }
        emit(Instruction(.groupReference, a: group, b: folding.rawValue))
        position += 1
    }
    private mutating func conditional(_ start: Int, _ end: Int) throws(TranslationFailure) -> Int {
        let group = try word(start, end)
        guard Int(group) < groups else { throw .invalidCode }
        let otherwise = try target(start + 1, end + 1) - 1
        guard otherwise >= start + 2, otherwise <= end else { throw .invalidCode }
        let test = emit(Instruction(.groupExists, a: group))
        barrier = instructions.count
        let stop = try translate(start + 2, otherwise)
        guard stop < otherwise else {
            instructions[test].b = UInt32(instructions.count)
            barrier = instructions.count
            return otherwise
        }
        // A jump over the other part ends the first one.
        guard stop + 2 == otherwise else { throw .invalidCode }
        let after = try target(stop + 1, end)
        guard after >= otherwise else { throw .invalidCode }
        let jump = emit(Instruction(.jump))
        instructions[test].b = UInt32(instructions.count)
        barrier = instructions.count
        guard try translate(otherwise, after) == after else { throw .invalidCode }
        instructions[jump].next = UInt32(instructions.count)
        barrier = instructions.count
        return after
    }
    private mutating func branch(_ start: Int, _ end: Int) throws(TranslationFailure) -> Int {
        var position = start
        var jumps: [Int] = []
        var last: Int?
        while true {
            let skip = Int(try word(position, end))
            if skip == 0 { break }
            let next = try target(position, end)
            guard skip >= 3, code[next - 2] == Code.jump.rawValue else { throw .invalidCode }
            // Field a: the first set of the alternative; b: the next alternative, 0 for none.
            let alternative = emit(Instruction(.branch))
            if let last { instructions[last].b = UInt32(alternative) }
            last = alternative
            barrier = instructions.count
            guard try translate(position + 1, next - 2) == next - 2 else { throw .invalidCode }
            jumps.append(emit(Instruction(.jump)))
            position = next
        }
        guard last != nil else { throw .invalidCode }
        for jump in jumps { instructions[jump].next = UInt32(instructions.count) }
        barrier = instructions.count
        return position + 1
    }

    // MARK: Repeats

    private mutating func limits(_ position: Int, _ end: Int) throws(TranslationFailure) -> (UInt32, UInt32) {
        let (low, high) = (try word(position, end), try word(position + 1, end))
        guard low <= high else { throw .invalidCode }
        return (low, high)
    }
    private mutating func repeatOne(_ operation: Operation, _ start: Int, _ end: Int) throws(TranslationFailure) -> Int {
        let after = try target(start, end)
        let (low, high) = try limits(start + 1, end)
        guard after > start + 3, code[after - 1] == Code.success.rawValue else { throw .invalidCode }
        // Field c: the character that is repeated; d: what the rest begins with, plus one.
        let place = emit(Instruction(operation, a: low, b: high))
        barrier = instructions.count
        guard try translate(start + 3, after - 1) == after - 1, instructions.count == place + 2, instructions[place + 1].kind.isCharacter else {
            throw .invalidCode
        }
        instructions[place].c = UInt32(place + 1)
        instructions[place].next = UInt32(instructions.count)
        barrier = instructions.count
        return after
    }
    private mutating func generalRepeat(_ start: Int, _ end: Int) throws(TranslationFailure) -> Int {
        let until = try target(start, end)
        let (low, high) = try limits(start + 1, end)
        guard until < end, until >= start + 3 else { throw .invalidCode }
        let isGreedy = code[until] == Code.maxUntil.rawValue
        guard isGreedy || code[until] == Code.minUntil.rawValue else { throw .invalidCode }
        let pair = newPair()
        let begin = emit(Instruction(.repeatStart, a: pair))
        barrier = instructions.count
        guard try translate(start + 3, until) == until else { throw .invalidCode }
        // The body begins behind `begin`.
        let loop = emit(Instruction(isGreedy ? .maxUntil : .minUntil, a: low, b: high, c: pair, d: UInt32(begin + 1)))
        instructions[begin].next = UInt32(loop)
        barrier = instructions.count
        return until + 1
    }
    private mutating func possessiveRepeat(_ start: Int, _ end: Int) throws(TranslationFailure) -> Int {
        let success = try target(start, end)
        let (low, high) = try limits(start + 1, end)
        guard success < end, success >= start + 3, code[success] == Code.success.rawValue else { throw .invalidCode }
        let pair = newPair()
        _ = newPair()
        let begin = emit(Instruction(.possessiveStart, a: pair))
        let loop = emit(Instruction(.possessiveLoop, a: low, b: high, c: pair, d: UInt32(begin + 2)))
        barrier = instructions.count
        guard try translate(start + 3, success) == success else { throw .invalidCode }
        let final = emit(Instruction(.possessiveEnd, a: pair))
        instructions[final].next = UInt32(loop)
        instructions[loop].next = UInt32(instructions.count)
        barrier = instructions.count
        return success + 1
    }
    private mutating func atomicGroup(_ start: Int, _ end: Int) throws(TranslationFailure) -> Int {
        let after = try target(start, end)
        guard after > start + 1, code[after - 1] == Code.success.rawValue else { throw .invalidCode }
        let pair = newPair()
        emit(Instruction(.atomicStart, a: pair))
        barrier = instructions.count
        guard try translate(start + 1, after - 1) == after - 1 else { throw .invalidCode }
        emit(Instruction(.atomicEnd, a: pair))
        barrier = instructions.count
        return after
    }
    private mutating func assertion(_ isNegative: Bool, _ start: Int, _ end: Int) throws(TranslationFailure) -> Int {
        let after = try target(start, end)
        let back = try word(start + 1, end)
        guard after > start + 2, code[after - 1] == Code.success.rawValue else { throw .invalidCode }
        let pair = newPair()
        let begin = emit(Instruction(isNegative ? .assertNotStart : .assertStart, a: pair, b: back))
        barrier = instructions.count
        guard try translate(start + 2, after - 1) == after - 1 else { throw .invalidCode }
        emit(Instruction(isNegative ? .assertNotEnd : .assertEnd, a: pair))
        instructions[begin].c = UInt32(instructions.count)
        barrier = instructions.count
        return after
    }

    /// Makes whatever leads to a jump lead to its target.
    private mutating func threadJumps() {
        func resolved(_ place: UInt32) -> UInt32 {
            var place = place
            // Jumps lead forward, so this ends.
            while Int(place) < instructions.count, instructions[Int(place)].kind == .jump { place = instructions[Int(place)].next }
            return place
        }
        for index in instructions.indices {
            instructions[index].next = resolved(instructions[index].next)
            switch instructions[index].kind {
            case .groupExists: instructions[index].b = resolved(instructions[index].b)
            case .assertStart, .assertNotStart: instructions[index].c = resolved(instructions[index].c)
            case .maxUntil, .minUntil, .possessiveLoop: instructions[index].d = resolved(instructions[index].d)
            default: break
            }
        }
    }
}
