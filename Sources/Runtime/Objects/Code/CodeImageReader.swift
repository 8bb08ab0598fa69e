// Linking code images: code objects whose tables are copied out of an image, or stay in it.

import CPythonABI
import Compiler
import Glibc

struct CodeImageReader {
    /// Code and tuples nest at most this deep.
    static let mostDepth = 500

    private let image: CodeImage
    private let stringCount: Int
    private let offsets: Int
    /// The strings made so far, owned; null for the others. Nil where just one function is completed.
    private let strings: UnsafeMutablePointer<Value>?
    /// Where one function is completed: the filename of all code inside, borrowed.
    private let filename: Value

    /// The code object of an image. ValueError if something in it is wrong that the checksum did not find.
    ///
    /// Functions inside are *pending*: most of what is imported never runs, so that their tables are made when they are first wanted.
    static func link(_ image: CodeImage) throws(Raised) -> Ref {
        let (count, offsets) = (image.word(32), image.word(36))
        guard image.holds(offsets, count, 4) else { throw damaged() }
        let strings = UnsafeMutablePointer<Value>.allocate(capacity: max(count, 1))
        strings.initialize(repeating: .null, count: max(count, 1))
        let reader = CodeImageReader(image: image, stringCount: count, offsets: offsets, strings: strings, filename: .null)
        defer {
            for index in 0..<count { strings[index].release() }
            strings.deallocate()
        }
        let code = try reader.code(image.word(40), depth: 0)
        image.forgetPages()
        return code
    }

    /// Makes the tables of a pending code object.
    static func complete(_ linked: CodePointer) throws(Raised) {
        guard let held = linked.pointee.image else { return }
        let image = held.takeUnretainedValue()
        // Not the image's own filename: it may have been made of another path.
        let reader = CodeImageReader(
            image: image, stringCount: image.word(32), offsets: image.word(36), strings: nil,
            filename: Value(pointer: linked.pointee.object.pointee.co_filename))
        try reader.fillTables(linked, linked.pointee.record, depth: 0)
    }

    private static func damaged() -> Raised { raise(.valueError, "bad marshal data (damaged code)") }

    // MARK: Strings

    /// A string, interned if the writer knew it so.
    private func string(_ number: Int) throws(Raised) -> Ref {
        guard number < stringCount else { throw CodeImageReader.damaged() }
        if let strings {
            let known = strings[number]
            if !known.isNull { return Ref(known) }
            let made = try newString(number)
            strings[number] = made.copy().take()
            return made
        }
        return try newString(number)
    }
    private func newString(_ number: Int) throws(Raised) -> Ref {
        let offset = image.word(offsets &+ number &* 4)
        guard image.holds(offset, 1, 4) else { throw CodeImageReader.damaged() }
        let head = image.word(offset)
        let count = head >> 2
        guard image.holds(offset &+ 4, count, 1) else { throw CodeImageReader.damaged() }
        let bytes = (image.base + offset + 4).assumingMemoryBound(to: UInt8.self)
        if head & 2 != 0 { return StrObject.intern(utf8: UnsafeBufferPointer(start: bytes, count: count)) }
        let made: Value
        if head & 1 != 0 {
            if count > 1 {
                let string = try StrObject.allocate(length: count, maximum: 0x7F)
                copyBytes(StrObject.data(string.value), bytes, count)
                made = string.take()
            } else {
                made = count == 0 ? StrObject.emptyValue : StrObject.character(UInt32(bytes[0])).take()
                if count == 0 { made.retain() }
            }
        } else {
            made = StrObject.make(utf8: UnsafeBufferPointer(start: bytes, count: count)).take()
        }
        return Ref(owned: made)
    }
    /// Fills a table with names: interned strings, which live as long as the process.
    @inline(__always) private func fill(_ target: UnsafeMutablePointer<Value>, _ table: Int, _ count: Int) throws(Raised) {
        guard image.holds(table, count, 4) else { throw CodeImageReader.damaged() }
        var index = 0
        while index < count {
            let name = try string(image.word(table &+ index &* 4))
            target[index] = StrObject.interned(name.value)
            index &+= 1
        }
    }

    // MARK: Code

    private func field(_ record: Int, _ field: CodeRecord) -> Int { image.word(record &+ field.rawValue &* 4) }

    private func code(_ record: Int, depth: Int) throws(Raised) -> Ref {
        guard depth < CodeImageReader.mostDepth, image.holds(record, 1, CodeRecord.size) else { throw CodeImageReader.damaged() }
        let exceptions = field(record, .exceptions), exceptionCount = field(record, .exceptionCount)
        let lives = field(record, .lives), liveCount = field(record, .liveCount)
        let constants = field(record, .constants), constantCount = field(record, .constantCount)
        let variableCount = field(record, .variableCount)
        guard image.holds(field(record, .instructions), field(record, .instructionCount), 8), image.holds(constants, constantCount, 8),
            image.holds(exceptions, exceptionCount, 16), exceptions % 4 == 0, image.holds(lives, liveCount, 8), lives % 4 == 0,
            field(record, .nameCount) < 1 << 28, variableCount < 1 << 28
        else { throw CodeImageReader.damaged() }
        var counts = LinkedCounts()
        // The docstring is wanted as soon as the function is made.
        var doc = Ref.null
        if constantCount > 0, field(record, .flags) & Int(CodeFlags.optimized) != 0 {
            let word = image.long(constants)
            if ImageConstant(rawValue: UInt8(truncatingIfNeeded: word)) == .string { doc = try string(Int(truncatingIfNeeded: word >> 8)) }
        }
        if !doc.isNull { counts.constants = 1 }
        let made = CodeObject.allocate(counts)
        let linked = CodeObject.linkedAsIs(made.value)
        if !doc.isNull { linked.pointee.constants[0] = doc.take() }
        linked.pointee.image = Unmanaged.passRetained(image)
        linked.pointee.record = record
        linked.pointee.exceptionRanges = UnsafeMutableRawPointer(mutating: image.base + exceptions).assumingMemoryBound(to: ExceptionRange.self)
        linked.pointee.exceptionCount = exceptionCount
        linked.pointee.liveRanges = UnsafeMutableRawPointer(mutating: image.base + lives).assumingMemoryBound(to: LiveRange.self)
        linked.pointee.liveCount = liveCount
        CodeObject.setNumbers(
            made.value, flags: field(record, .flags), arguments: field(record, .argumentCount),
            positionalOnly: field(record, .positionalOnlyCount), keywordOnly: field(record, .keywordOnlyCount),
            locals: field(record, .localCount), registers: field(record, .registerCount), variables: variableCount,
            cells: field(record, .cellCount), frees: field(record, .freeCount),
            firstLine: Int(Int32(truncatingIfNeeded: field(record, .firstLine))))
        let filename = self.filename.isNull ? try string(field(record, .filename)) : Ref(self.filename)
        let name = try string(field(record, .name))
        let qualifiedName = try string(field(record, .qualifiedName))
        CodeObject.setNames(made.value, filename: filename.value, name: name.value, qualifiedName: qualifiedName.value)
        if depth == 0 && strings != nil {
            try fillTables(linked, record, depth: 0)
        } else {
            linked.pointee.isPending = true
            linked.pointee.simpleArgumentCount = -1
        }
        return made
    }

    /// Instructions, constants and names of a code object, in a block of their own.
    private func fillTables(_ linked: CodePointer, _ record: Int, depth: Int) throws(Raised) {
        let instructionCount = field(record, .instructionCount), constantCount = field(record, .constantCount)
        let nameCount = field(record, .nameCount), variableCount = field(record, .variableCount)
        let size = (instructionCount &+ constantCount &+ nameCount &+ variableCount) &* 8
        let block = Allocator.allocate(max(size, 8)) ?? ObjectMemory.outOfMemory(size)
        let instructions = block.assumingMemoryBound(to: UInt64.self)
        let constants = UnsafeMutableRawPointer(instructions + instructionCount).assumingMemoryBound(to: Value.self)
        let names = constants + constantCount
        copyBytes(instructions, image.base + field(record, .instructions), instructionCount &* 8)
        constants.initialize(repeating: .none, count: constantCount)
        // The docstring, if it is there already.
        let known = linked.pointee.constantCount
        if known > 0 { constants[0] = linked.pointee.constants[0] }
        linked.pointee.tables = block
        linked.pointee.tablesSize = max(size, 8)
        linked.pointee.instructions = instructions
        linked.pointee.instructionCount = instructionCount
        linked.pointee.constants = constants
        linked.pointee.constantCount = constantCount
        linked.pointee.names = names
        linked.pointee.nameCount = nameCount
        linked.pointee.variableNames = names + nameCount
        linked.pointee.isPending = false
        let flags = linked.pointee.flags
        let isVariadic = flags & (CodeFlags.varArgs | CodeFlags.varKeywords) != 0
        linked.pointee.simpleArgumentCount = isVariadic || linked.pointee.keywordOnlyCount > 0 ? -1 : linked.pointee.argumentCount
        // Should a name be missing, there is one all the same.
        (names).initialize(repeating: StrObject.emptyValue, count: nameCount &+ variableCount)
        try fill(names, field(record, .names), nameCount)
        try fill(names + nameCount, field(record, .variables), variableCount)
        let table = field(record, .constants)
        var index = known
        while index < constantCount {
            constants[index] = try constant(image.long(table &+ index &* 8), depth: depth).take()
            index &+= 1
        }
    }

    private func constant(_ word: UInt64, depth: Int) throws(Raised) -> Ref {
        guard let tag = ImageConstant(rawValue: UInt8(truncatingIfNeeded: word)) else { throw CodeImageReader.damaged() }
        let number = Int(truncatingIfNeeded: Int64(bitPattern: word) >> 8)
        if tag == .int { return IntObject.make(number) }
        guard number >= 0, number < image.size else { throw CodeImageReader.damaged() }
        switch tag {
        case .none: return .none
        case .true: return .bool(true)
        case .false: return .bool(false)
        case .ellipsis: return Ref(owned: .ellipsis)
        case .string: return try string(number)
        case .code: return try code(number, depth: depth + 1)
        case .float:
            guard image.holds(number, 1, 8) else { throw CodeImageReader.damaged() }
            return .float(Double(bitPattern: image.long(number)))
        case .complex:
            guard image.holds(number, 1, 16) else { throw CodeImageReader.damaged() }
            return ComplexObject.make(Double(bitPattern: image.long(number)), Double(bitPattern: image.long(number + 8)))
        case .bytes:
            guard image.holds(number, 1, 4), image.holds(number + 4, image.word(number), 1) else { throw CodeImageReader.damaged() }
            return BytesObject.make(UnsafeRawBufferPointer(start: image.base + number + 4, count: image.word(number)))
        case .bigInt:
            guard image.holds(number, 1, 8), image.holds(number + 8, image.word(number + 4), 4) else { throw CodeImageReader.damaged() }
            let count = image.word(number + 4)
            for index in 0..<count where image.word(number + 8 + index * 4) >> 30 != 0 { throw CodeImageReader.damaged() }
            let int = try IntObject.allocate(digits: count)
            copyBytes(IntObject.digits(int.value), image.base + number + 8, count * 4)
            return IntObject.normalized(int, allocated: count, count: count, negative: image.word(number) != 0)
        case .tuple, .frozenset: return try items(number, isTuple: tag == .tuple, depth: depth + 1)
        case .int: return .none
        }
    }

    private func items(_ offset: Int, isTuple: Bool, depth: Int) throws(Raised) -> Ref {
        guard depth < CodeImageReader.mostDepth, image.holds(offset, 1, 8), image.holds(offset + 8, image.word(offset), 8) else {
            throw CodeImageReader.damaged()
        }
        let count = image.word(offset)
        if isTuple {
            if count == 0 { return TupleObject.empty }
            let tuple = try TupleObject.allocate(count)
            for index in 0..<count { TupleObject.store(tuple.value, index, try constant(image.long(offset + 8 + index * 8), depth: depth)) }
            TupleObject.finish(tuple.value)
            return tuple
        }
        let list = try ListObject.make(capacity: count)
        for index in 0..<count {
            let item = try constant(image.long(offset + 8 + index * 8), depth: depth)
            try ListObject.append(list.value, item.value)
        }
        return try Call.call(PyFrozenSet_TypePointer().value, list.value)
    }

    // MARK: Parts of units

    /// The live sets as `LinkedCode.liveTable` has them; nil if they are damaged.
    static func liveTable(_ image: CodeImage, _ record: Int) -> UnsafeMutablePointer<UInt32>? {
        let first = image.word(record + CodeRecord.liveSets.rawValue * 4), count = image.word(record + CodeRecord.liveSetCount.rawValue * 4)
        var (at, words) = (first, count)
        for _ in 0..<count {
            guard image.holds(at, 1, 4), image.holds(at + 4, image.word(at), 4) else { return nil }
            words += 1 + image.word(at)
            at += 4 + image.word(at) * 4
        }
        let table = UnsafeMutablePointer<UInt32>.allocate(capacity: max(words, 1))
        var position = count
        at = first
        for index in 0..<count {
            let registers = image.word(at)
            table[index] = UInt32(truncatingIfNeeded: position)
            for word in 0...registers { table[position + word] = UInt32(truncatingIfNeeded: image.word(at + word * 4)) }
            position += 1 + registers
            at += 4 + registers * 4
        }
        return table
    }
    /// What `super()` needs to know: the number of the free variable `__class__`, -1 for none, and whether the first argument lives in a cell.
    static func superPlace(_ image: CodeImage, _ record: Int) -> (place: Int, firstIsCell: Bool) {
        func field(_ field: CodeRecord) -> Int { image.word(record + field.rawValue * 4) }
        var result = (place: -1, firstIsCell: false)
        let (cells, frees) = (field(.cellRegisters), field(.frees))
        if image.holds(cells, field(.cellCount), 4) {
            for index in 0..<field(.cellCount) where image.word(cells + index * 4) == 0 { result.firstIsCell = true }
        }
        let strings = image.word(36)
        guard image.holds(frees, field(.freeCount), 4) else { return result }
        for index in 0..<field(.freeCount) {
            let number = image.word(frees + index * 4)
            guard number < image.word(32), image.holds(strings + number * 4, 1, 4) else { continue }
            let offset = image.word(strings + number * 4)
            let wanted: StaticString = "__class__"
            guard image.holds(offset, 1, 4), image.word(offset) >> 2 == wanted.utf8CodeUnitCount, image.holds(offset + 4, wanted.utf8CodeUnitCount, 1),
                memcmp(image.base + offset + 4, wanted.utf8Start, wanted.utf8CodeUnitCount) == 0
            else { continue }
            result.place = index
            break
        }
        return result
    }

    // MARK: Units

    /// The unit of a linked code object, read again for the tables that the loop does not need.
    static func unit(_ image: CodeImage, _ record: Int) -> CodeUnit {
        let unit = CodeUnit()
        func field(_ field: CodeRecord) -> Int { image.word(record + field.rawValue * 4) }
        func numbers(_ count: CodeRecord, _ table: CodeRecord) -> [Int] {
            let (count, table) = (field(count), field(table))
            guard image.holds(table, count, 4) else { return [] }
            return (0..<count).map { image.word(table + $0 * 4) }
        }
        func text(_ number: Int) -> String {
            let table = image.word(36)
            guard number < image.word(32), image.holds(table + number * 4, 1, 4) else { return "" }
            let offset = image.word(table + number * 4)
            guard image.holds(offset, 1, 4), image.holds(offset + 4, image.word(offset) >> 2, 1) else { return "" }
            return String(decoding: UnsafeRawBufferPointer(start: image.base + offset + 4, count: image.word(offset) >> 2), as: UTF8.self)
        }
        unit.name = text(field(.name))
        unit.qualifiedName = text(field(.qualifiedName))
        unit.filename = text(field(.filename))
        unit.firstLine = Int(Int32(truncatingIfNeeded: field(.firstLine)))
        unit.flags = field(.flags)
        unit.argumentCount = field(.argumentCount)
        unit.positionalOnlyCount = field(.positionalOnlyCount)
        unit.keywordOnlyCount = field(.keywordOnlyCount)
        unit.localCount = field(.localCount)
        unit.registerCount = field(.registerCount)
        unit.variableNames = numbers(.variableCount, .variables).map(text)
        unit.cellNames = numbers(.cellCount, .cells).map(text)
        unit.cellRegisters = numbers(.cellCount, .cellRegisters)
        unit.freeNames = numbers(.freeCount, .frees).map(text)
        unit.names = numbers(.nameCount, .names).map(text)
        if image.holds(field(.instructions), field(.instructionCount), 8) {
            unit.instructions = (0..<field(.instructionCount)).map { image.long(field(.instructions) + $0 * 8) }
        }
        if image.holds(field(.exceptions), field(.exceptionCount), 16) {
            let start = field(.exceptions)
            unit.exceptionTable = (0..<field(.exceptionCount)).map { index in
                let at = start + index * 16
                return ExceptionRange(start: image.word(at), end: image.word(at + 4), target: image.word(at + 8), register: image.word(at + 12) & 0xFFFF)
            }
        }
        if image.holds(field(.lives), field(.liveCount), 8) {
            let start = field(.lives)
            unit.liveRanges = (0..<field(.liveCount)).map { LiveRange(start: image.word(start + $0 * 8), set: image.word(start + $0 * 8 + 4)) }
        }
        readLiveSets(image, field(.liveSets), field(.liveSetCount), unit)
        if image.holds(field(.positions), field(.positionCount), 1) {
            unit.positions.bytes = Array(UnsafeRawBufferPointer(start: image.base + field(.positions), count: field(.positionCount)))
        }
        return unit
    }
    private static func readLiveSets(_ image: CodeImage, _ offset: Int, _ count: Int, _ unit: CodeUnit) {
        unit.liveSets = []
        var at = offset
        for _ in 0..<count {
            guard image.holds(at, 1, 4), image.holds(at + 4, image.word(at), 4) else { return }
            unit.liveSets.append((0..<image.word(at)).map { UInt16(truncatingIfNeeded: image.word(at + 4 + $0 * 4)) })
            at += 4 + image.word(at) * 4
        }
    }
}
