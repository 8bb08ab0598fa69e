// A code unit under construction: instructions with symbolic labels, the stack of temporaries, and what is known at the point
// where the next instruction goes (which temporaries are live, which locals are bound, whether it can be reached at all).
//
// Code that cannot be reached is visited like any other, since its errors count, but nothing is emitted for it.

import Syntax

/// An instruction before its place is known.
struct Item {
    var word: UInt64
    /// The operand half of the first cache word.
    var extra: UInt64
    /// The label a branch goes to, or -1.
    var label: Int32
    /// Node of the live tree.
    var live: Int32
    var location: SourceRange
    /// No instruction: a line that a debugger stops at before the next one.
    var isMark = false
}

struct Label {
    /// Index of the item it stands before, or -1.
    var position = -1
    var isUsed = false
    var bound = BoundSet.all
}

/// Words whose exceptions go to one handler. It is interrupted by the code that leaves it early.
struct Region {
    var handler: Int
    /// Receives the exception.
    var register: Int
    var live: Int32
    var bound: BoundSet
    /// First item of the part that is open, or -1.
    var start: Int
    var isEmpty = true
}

struct RegionPart {
    var start: Int
    var end: Int
    var region: Int
}

final class UnitBuilder {
    let unit = CodeUnit()
    let scope: Scope
    let parent: UnitBuilder?
    var items: [Item] = []
    var labels: [Label] = []
    var regions: [Region] = []
    var parts: [RegionPart] = []
    var blocks: [Block] = []
    var tree = LiveTree()

    var live = LiveTree.root
    var nextTemporary = 0
    var registerCount = 0
    var bound = BoundSet()
    var isReachable = true
    /// The source that the instructions being emitted stand for.
    var location = SourceRange.none

    var names: [String: Int] = [:]
    var constants: [Constant: Int] = [:]
    /// How each name that occurs is reached, by the name as written.
    var accesses: [String: Access] = [:]
    /// Registers of locals and cells by mangled name.
    var localRegisters: [String: Int] = [:]
    var freeNumbers: [String: Int] = [:]
    /// Locals that some statement unbinds: they are never taken to be bound.
    var neverBound = BoundSet()
    /// Locals that an assignment expression binds.
    var walrusLocals: Set<Int> = []
    /// How many registers belong to local variables that are no cells of their own.
    var variableLimit = 0
    /// More registers than an instruction can name.
    var isOverflowing = false
    /// Registers above this one do not fit the instruction format.
    static let registerLimit = 65_000

    init(scope: Scope, parent: UnitBuilder?) {
        self.scope = scope
        self.parent = parent
    }

    // MARK: Instructions

    func emit(_ opcode: Opcode, flags: UInt8 = 0, a: Int = 0, b: Int = 0, c: Int = 0, extra: Int = 0) {
        guard isReachable else { return }
        items.append(Item(
            word: Instruction(opcode, flags: flags, a: a, b: b, c: c).word, extra: UInt64(UInt32(truncatingIfNeeded: extra)), label: -1, live: live,
            location: location))
    }

    func emit(_ opcode: Opcode, flags: UInt8 = 0, a: Int = 0, bc: Int) {
        guard isReachable else { return }
        items.append(Item(word: Instruction(opcode, flags: flags, a: a, bc: bc).word, extra: 0, label: -1, live: live, location: location))
    }

    /// A branch; the caller has popped what the branch kills from the live set only after this.
    func emitBranch(_ opcode: Opcode, flags: UInt8 = 0, a: Int = 0, b: Int = 0, to label: Int) {
        guard isReachable else { return }
        items.append(Item(
            word: Instruction(opcode, flags: flags, a: a, b: b).word, extra: 0, label: Int32(label), live: live, location: location))
        use(label)
    }

    /// A place in the source that has no instruction of its own, where CPython has one and so a line event.
    func mark(_ range: SourceRange) {
        guard isReachable, range.line > 0 else { return }
        items.append(Item(word: Instruction(.nop).word, extra: 0, label: -1, live: live, location: range, isMark: true))
    }
    /// Marks an operand that stands on another line than the instruction that will use it.
    @inline(__always) func markOperand(_ range: SourceRange) {
        if range.line != location.line { mark(range) }
    }

    func use(_ label: Int) {
        labels[label].isUsed = true
        labels[label].bound.words &= bound.words
    }

    func jump(to label: Int) {
        let saved = location
        location = .none
        emitBranch(.jump, to: label)
        location = saved
        isReachable = false
    }

    // MARK: Labels

    func newLabel() -> Int {
        labels.append(Label())
        return labels.count - 1
    }

    func bind(_ label: Int) {
        labels[label].position = items.count
        if labels[label].isUsed {
            bound.words = isReachable ? bound.words & labels[label].bound.words : labels[label].bound.words
            isReachable = true
        }
    }

    /// Binds a label that later code jumps back to. Locals are never unbound on the way (those that may be are not tracked), so
    /// what is bound here is bound at every jump to it.
    func bindLoopHead(_ label: Int) {
        labels[label].position = items.count
        labels[label].isUsed = true
    }

    // MARK: Temporaries

    func pushLive(_ register: Int) {
        live = tree.push(register, on: live)
    }

    func popLive(_ register: Int) {
        live = tree.remove(register, from: live)
    }

    /// Reserves registers up to `register`, exclusively.
    func reserve(_ register: Int) {
        if register > registerCount {
            registerCount = register
            if register > Self.registerLimit { isOverflowing = true }
        }
    }

    /// Takes the next temporary, without marking it live.
    func newTemporary() -> Int {
        let register = nextTemporary
        nextTemporary += 1
        reserve(nextTemporary)
        return register
    }

    func pushTemporary() -> Int {
        let register = newTemporary()
        pushLive(register)
        return register
    }

    /// Gives operands up after the instruction that killed them.
    func drop(_ operand: Operand) {
        if operand.isTemporary { popLive(operand.register) }
    }

    func markBound(_ local: Int) {
        if !neverBound.contains(local) { bound.insert(local) }
    }

    // MARK: Regions

    func openRegion(handler: Int) -> Int {
        regions.append(Region(handler: handler, register: nextTemporary, live: live, bound: bound, start: items.count))
        return regions.count - 1
    }

    func closeRegion(_ region: Int) {
        let start = regions[region].start
        if start >= 0, start < items.count {
            parts.append(RegionPart(start: start, end: items.count, region: region))
            regions[region].isEmpty = false
        }
        regions[region].start = -1
    }

    func resumeRegion(_ region: Int) { regions[region].start = items.count }

    /// Starts the handler of a region, which is closed: the temporaries are those of its start, and the exception is in the
    /// register after them.
    func bindHandler(_ region: Int) {
        let state = regions[region]
        labels[state.handler].position = items.count
        labels[state.handler].isUsed = !state.isEmpty
        isReachable = !state.isEmpty
        bound = state.bound
        live = state.live
        nextTemporary = state.register
    }

    // MARK: Constants and names

    func constant(_ value: Constant) -> Int {
        if let index = constants[value] { return index }
        let index = unit.constants.count
        unit.constants.append(.constant(value))
        constants[value] = index
        return index
    }

    func code(_ code: CodeUnit) -> Int {
        unit.constants.append(.code(code))
        return unit.constants.count - 1
    }

    func name(_ name: String) -> Int {
        let mangled = mangle(name, in: scope.privateName)
        if let index = names[mangled] { return index }
        let index = unit.names.count
        unit.names.append(mangled)
        names[mangled] = index
        return index
    }

    /// The name of a module in an import, which is not mangled.
    func plainName(_ name: String) -> Int {
        if let index = names[name] { return index }
        let index = unit.names.count
        unit.names.append(name)
        names[name] = index
        return index
    }
}
