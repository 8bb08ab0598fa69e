// Tuples, lists, sets and dicts written out.

import Syntax

extension CodeGenerator {
    /// Displays longer than this are built by appending, so that windows stay small.
    static let longestDisplay = 16

    /// The values of elements that are all constants.
    func constants(of elements: [Expression]) -> [Constant]? {
        var result: [Constant] = []
        result.reserveCapacity(elements.count)
        for element in elements {
            guard case .constant(let value) = element.kind else { return nil }
            result.append(value)
        }
        return result
    }

    func hasStar(_ elements: [Expression]) -> Bool {
        for element in elements { if case .starred = element.kind { return true } }
        return false
    }

    func compileTuple(_ elements: [Expression], into destination: Destination) {
        if elements.count > Self.longestDisplay || hasStar(elements) {
            let base = u.nextTemporary, live = u.live
            if let values = constants(of: elements) { return loadConstant(.tuple(values), into: destination) }
            compileList(elements, into: .temporary)
            produce(.listToTuple, flags: InstructionFlags.killB, into: destination, base: base, live: live, b: base)
            return
        }
        if let values = constants(of: elements) { return loadConstant(.tuple(values), into: destination) }
        compileShort(.buildTuple, elements, into: destination)
    }

    private func compileShort(_ opcode: Opcode, _ elements: [Expression], into destination: Destination) {
        let base = u.nextTemporary, live = u.live
        for element in elements { compile(element, into: .temporary) }
        produce(opcode, into: destination, base: base, live: live, b: base, c: elements.count)
    }

    func compileList(_ elements: [Expression], into destination: Destination) {
        compileSequence(elements, .buildList, append: .listAppend, extend: .listExtend, into: destination) { .tuple($0) }
    }

    func compileSet(_ elements: [Expression], into destination: Destination) {
        compileSequence(elements, .buildSet, append: .setAdd, extend: .setUpdate, into: destination) { .frozenset(Self.distinct($0)) }
    }

    static func distinct(_ values: [Constant]) -> [Constant] {
        var seen: Set<Constant> = []
        return values.filter { seen.insert($0).inserted }
    }

    private func compileSequence(
        _ elements: [Expression], _ build: Opcode, append: Opcode, extend: Opcode, into destination: Destination,
        _ fold: ([Constant]) -> Constant
    ) {
        if elements.count > 2, let values = constants(of: elements) {
            let collection = pushEmpty(build)
            loadConstant(fold(values), into: .temporary)
            consume(extend, collection, into: destination)
            return
        }
        if elements.count <= Self.longestDisplay, !hasStar(elements) { return compileShort(build, elements, into: destination) }
        // The elements before the first star come in one piece.
        var leading = 0
        while leading < elements.count, leading < Self.longestDisplay, !hasStar([elements[leading]]) { leading += 1 }
        let collection = u.nextTemporary
        compileShort(build, Array(elements[..<leading]), into: .temporary)
        for element in elements[leading...] {
            if case .starred(let value, _) = element.kind {
                add(extend, to: collection, value)
            } else {
                add(append, to: collection, element)
            }
        }
        move(Operand(register: collection, isTemporary: true), into: destination)
    }

    /// An empty list, set or dict in a new temporary.
    func pushEmpty(_ build: Opcode) -> Int {
        let register = u.newTemporary()
        u.emit(build, flags: InstructionFlags.tempA, a: register, b: register + 1)
        u.reserve(register + 2)
        u.pushLive(register)
        return register
    }

    /// Adds a value to the collection in `collection`.
    func add(_ opcode: Opcode, to collection: Int, _ value: Expression) {
        let item = operand(value)
        u.emit(opcode, flags: item.killB, a: collection, b: item.register)
        release(item)
    }

    /// Appends the topmost temporary to a list.
    func appendTopmost(_ register: Int, to list: Int) {
        u.emit(.listAppend, flags: InstructionFlags.killB, a: list, b: register)
        release(Operand(register: register, isTemporary: true))
    }

    /// Adds the topmost temporary to the one below it, which is moved to the destination.
    private func consume(_ opcode: Opcode, _ collection: Int, into destination: Destination) {
        let item = Operand(register: collection + 1, isTemporary: true)
        u.emit(opcode, flags: InstructionFlags.killB, a: collection, b: item.register)
        release(item)
        move(Operand(register: collection, isTemporary: true), into: destination)
    }

    // MARK: Dicts

    func compileDict(_ keys: [Expression?], _ values: [Expression], into destination: Destination) {
        let base = u.nextTemporary, live = u.live
        let hasUnpacking = keys.contains { $0 == nil }
        if !hasUnpacking, keys.count <= Self.longestDisplay {
            compileShortDict(keys.compactMap { $0 }, values, into: destination, base: base, live: live)
            return
        }
        // Pieces of plain entries, and mappings between them.
        var dict = -1
        var i = 0
        while i < keys.count {
            if keys[i] == nil {
                if dict < 0 { dict = pushEmpty(.buildMap) }
                add(.dictUpdate, to: dict, values[i])
                i += 1
            } else if dict < 0 {
                var end = i
                while end < keys.count, end - i < Self.longestDisplay, keys[end] != nil { end += 1 }
                dict = u.nextTemporary
                compileShortDict(
                    keys[i..<end].compactMap { $0 }, Array(values[i..<end]), into: .temporary, base: u.nextTemporary, live: u.live)
                i = end
            } else {
                if let key = keys[i] { addEntry(to: dict, key, values[i]) }
                i += 1
            }
        }
        if dict < 0 { dict = pushEmpty(.buildMap) }
        move(Operand(register: dict, isTemporary: true), into: destination)
    }

    /// Adds one entry; the key is evaluated first.
    func addEntry(to dict: Int, _ key: Expression, _ value: Expression) {
        let base = u.nextTemporary, live = u.live
        let first = operand(key, before: value)
        let second = operand(value)
        u.emit(.mapAdd, flags: first.killB | second.killC, a: dict, b: first.register, c: second.register)
        u.live = live
        u.nextTemporary = base
    }

    private func compileShortDict(
        _ keys: [Expression], _ values: [Expression], into destination: Destination, base: Int, live: Int32
    ) {
        if keys.count > 1, let names = constants(of: keys) {
            for value in values { compile(value, into: .temporary) }
            produce(
                .buildConstKeyMap, into: destination, base: base, live: live, b: base, c: values.count,
                extra: u.constant(.tuple(names)))
            return
        }
        for (key, value) in zip(keys, values) {
            compile(key, into: .temporary)
            compile(value, into: .temporary)
        }
        produce(.buildMap, into: destination, base: base, live: live, b: base, c: keys.count)
    }
}
