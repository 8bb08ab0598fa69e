// Templates: moves, names, attributes, subscripts, iteration and jumps.

import CPythonABI
import Compiler

extension NativeTemplates {
    // MARK: Moves

    mutating func move() -> TemplateResult {
        let kind = context[b]
        if isQuiet(.move) {
            let register: Register = isHeld(b) ? .rax : .r10
            if register == .r10 { assembler.load(.r10, .rdi, b * 8) }
            if flag(InstructionFlags.killB) { forget(b) }
            store(a, register, kind, temporary: flag(InstructionFlags.tempA), next: word + length)
            return .next
        }
        load(.rax, b)
        if flag(InstructionFlags.killB) {
            forget(b)
        } else if kind == .null {
            return exit()
        } else if kind == .unknown || kind == .notInt || kind == .notNumber {
            // Unbound?
            assembler.test(.rax, .rax)
            leave(.equal)
            retain(.rax, kind, .rcx)
        } else {
            retain(.rax, kind, .rcx)
        }
        store(.rax, kind)
        return .next
    }
    static func kind(of value: Value) -> Kind {
        if value.isSmallInt { return .int }
        if value.isImmediateFloat { return .float }
        if value.isBool { return .bool }
        if value.isNone { return .none }
        if value.isObject { return value.object.pointee.ob_type == PyLong_TypePointer() ? .longInt : .object }
        return .unknown
    }
    mutating func loadConst() -> TemplateResult {
        let value = code.pointee.constants[operandBC(instruction)]
        assembler.move(.rax, value.bits)
        if value.isObject { assembler.increment(.rax) }
        store(.rax, NativeTemplates.kind(of: value))
        return .next
    }
    mutating func loadInt() -> TemplateResult {
        assembler.move(.rax, Value(smallInt: operandBC(instruction)).bits)
        store(.rax, .int)
        return .next
    }
    mutating func loadNull() -> TemplateResult {
        assembler.store(.rdi, a * 8, number: 0)
        set(a, .null)
        return .next
    }
    mutating func checkBound() -> TemplateResult {
        switch context[a] {
        case .null: return exit()
        case .unknown, .notInt, .notNumber:
            assembler.operate(.cmp, .rdi, a * 8, number: 0)
            leave(.equal)
        default: break
        }
        return .next
    }
    mutating func release() -> TemplateResult {
        let kind = context[a]
        load(.rdx, a)
        assembler.store(.rdi, a * 8, number: 0)
        set(a, .null)
        release(.rdx, kind, .r8, next: word + length)
        return .next
    }
    /// The cell in r[b], or a free variable of the function.
    mutating func loadCell(free: Bool) -> TemplateResult {
        if free {
            loadClosure(.rax, b)
        } else {
            load(.rax, b)
        }
        assembler.load(.rax, .rax, 16)
        requireRuntimeForm(.rax, .rcx)
        retain(.rax, .unknown, .rcx)
        store(.rax, .unknown)
        return .next
    }
    private mutating func loadClosure(_ register: Register, _ index: Int) {
        assembler.load(register, .rdi, -64)
        assembler.load(register, register, 72)
        assembler.load(register, register, 24 + index * 8)
    }
    mutating func storeCell(free: Bool) -> TemplateResult {
        let kind = context[b]
        if free { loadClosure(.rcx, a) } else { load(.rcx, a) }
        load(.rax, b)
        requireBound(.rax, kind)
        assembler.test8(.rcx, -16, number: 1)
        leave(.notEqual)
        if flag(InstructionFlags.killB) { forget(b) } else { retain(.rax, kind, .rdx) }
        assembler.load(.rdx, .rcx, 16)
        assembler.store(.rcx, 16, .rax)
        release(.rdx, .unknown, .r8, next: word + length)
        return .next
    }
    /// Leaves if the word is null or the pointer of a constant that C wrote.
    private mutating func requireRuntimeForm(_ register: Register, _ scratch: Register) {
        assembler.test(register, register)
        leave(.equal)
        requireNoConstant(register, scratch)
    }
    mutating func requireNoConstant(_ register: Register, _ scratch: Register) {
        let first = UInt64(UInt(bitPattern: _pyswift_constants_start()))
        let size = UInt64(UInt(bitPattern: _pyswift_constants_end())) - first
        if Assembler.fits(first) {
            assembler.lea(scratch, register, Int32(truncatingIfNeeded: 0 - Int64(bitPattern: first)))
        } else {
            assembler.move(scratch, 0 &- first)
            assembler.operate(.add, scratch, register)
        }
        assembler.operate(.cmp, scratch, number: Int32(truncatingIfNeeded: size))
        leave(.below)
    }

    // MARK: Names

    /// rax = the keys of the globals (at 16 in the function) or the built-ins (24), whose version must be the given one.
    private mutating func requireVersion(_ offset: Int, _ version: UInt32) {
        assembler.load(.rax, .rdi, -64)
        assembler.load(.rax, .rax, offset)
        assembler.load(.rax, .rax, NativeLayout.dictKeys)
        assembler.compare32(.rax, NativeLayout.keysVersion, number: Int32(bitPattern: version))
        leave(.notEqual)
    }
    mutating func loadGlobal(builtin: Bool, name: Bool) -> TemplateResult {
        let cache = code.pointee.instructions + word + 1
        if name {
            // The namespace of the frame is that of the module.
            assembler.load(.rax, .rdi, -64)
            assembler.load(.rax, .rax, 16)
            assembler.operate(.cmp, .rax, .rdi, -16)
            leave(.notEqual)
        }
        requireVersion(16, UInt32(truncatingIfNeeded: cache[0] >> 32))
        if builtin { requireVersion(24, UInt32(truncatingIfNeeded: instruction >> 32)) }
        assembler.load(.rax, at: cache[1])
        retain(.rax, .unknown, .rcx)
        store(.rax, .unknown)
        return .next
    }
    mutating func storeNameGlobal() -> TemplateResult {
        let cache = code.pointee.instructions + word + 1
        let kind = context[a]
        assembler.load(.rcx, .rdi, -64)
        assembler.load(.rcx, .rcx, 16)
        assembler.operate(.cmp, .rcx, .rdi, -16)
        leave(.notEqual)
        requireVersion(16, UInt32(truncatingIfNeeded: cache[0] >> 32))
        load(.rax, a)
        requireBound(.rax, kind)
        if flag(InstructionFlags.killA) { forget(a) } else { retain(.rax, kind, .rdx) }
        assembler.move(.r9, UInt64(UInt(bitPattern: _pyswift_dict_version_address())))
        assembler.load(.r8, .r9, 0)
        assembler.operate(.add, .r8, number: 1)
        assembler.store(.r9, 0, .r8)
        assembler.store(.rcx, NativeLayout.dictVersion, .r8)
        assembler.move(.r9, cache[1])
        assembler.load(.rdx, .r9, 0)
        assembler.store(.r9, 0, .rax)
        release(.rdx, .unknown, .r8, next: word + length)
        return .next
    }

    // MARK: Attributes

    /// rax = the object in a register of the frame, whose type has the version.
    mutating func requireTypeVersion(_ slot: Int, _ version: UInt32) {
        compareTypeVersion(slot, version)
        leave(.notEqual)
    }
    private mutating func compareTypeVersion(_ slot: Int, _ version: UInt32) {
        load(.rax, slot)
        if !context[slot].isObject {
            requireObject(.rax, .rcx)
            context[slot] = .object
        }
        assembler.load(.rcx, .rax, 8)
        assembler.compare32(.rcx, NativeLayout.typeVersion, number: Int32(bitPattern: version))
    }
    /// A temporary container in its last use, in rax: what would free it is done by the handler.
    mutating func requireShared() {
        assembler.operate(.cmp, .rax, 0, number: 1)
        leave(.equal)
    }
    mutating func loadAttribute(slot: Bool) -> TemplateResult {
        let cache = code.pointee.instructions + word + 1
        compareTypeVersion(b, UInt32(truncatingIfNeeded: cache[0] >> 32))
        let other = assembler.jump(.notEqual)
        if slot {
            assembler.load(.rcx, .rax, c)
        } else {
            if c >= 255 {
                Assembler.aim(other, assembler.cursor)
                return exit()
            }
            assembler.compare8(.rax, -32, number: UInt8(c))
            leave(.belowOrEqual)
            assembler.load(.rcx, .rax, -40 - c * 8)
        }
        assembler.test(.rcx, .rcx)
        leave(.equal)
        let name = code.pointee.names[Int(UInt32(truncatingIfNeeded: cache[0]))]
        cold.append(.attribute(other, word, assembler.cursor, slot: b, name: name.bits, helper: NativeTemplates.findAttribute))
        finishLoad()
        return .next
    }
    /// What was found is in rcx, borrowed from what rax holds, which is r[b].
    mutating func finishLoad() {
        if flag(InstructionFlags.killB) {
            requireShared()
            retain(.rcx, .unknown, .rdx)
            assembler.decrement(.rax)
            forget(b)
        } else {
            retain(.rcx, .unknown, .rdx)
        }
        store(.rcx, .unknown)
    }
    /// What a class has: the instruction knows it as long as the class has the version.
    mutating func loadClassAttribute() -> TemplateResult {
        let cache = code.pointee.instructions + word + 1
        compareTypeVersion(b, UInt32(truncatingIfNeeded: cache[0] >> 32))
        let other = assembler.jump(.notEqual)
        assembler.test8(.rcx, NativeLayout.typeFlags, number: 16)
        let unmanaged = assembler.skip(.equal)
        assembler.operate(.cmp, .rax, -24, number: 0)
        leave(.notEqual)
        assembler.land(unmanaged)
        assembler.move(.rcx, cache[1])
        let name = code.pointee.names[Int(UInt32(truncatingIfNeeded: cache[0]))]
        cold.append(.attribute(other, word, assembler.cursor, slot: b, name: name.bits, helper: NativeTemplates.findAttribute))
        finishLoad()
        return .next
    }
    mutating func storeAttribute(slot: Bool) -> TemplateResult {
        let cache = code.pointee.instructions + word + 1
        let kind = context[b]
        let place = slot ? c : -40 - c * 8
        requireTypeVersion(a, UInt32(truncatingIfNeeded: cache[0] >> 32))
        if !slot {
            guard c < 255 else { return exit() }
            assembler.operate(.cmp, .rax, -24, number: 0)
            leave(.notEqual)
            assembler.compare8(.rax, -32, number: UInt8(c))
            leave(.belowOrEqual)
        }
        load(.rcx, b)
        requireBound(.rcx, kind)
        if flag(InstructionFlags.killA) { requireShared() }
        assembler.load(.rdx, .rax, place)
        if !slot {
            assembler.test(.rdx, .rdx)
            let there = assembler.skip(.notEqual)
            // The first value of this attribute: it comes behind those that are there.
            assembler.load(.r8, .rax, -32)
            assembler.move(.r9, .r8)
            assembler.shift(.shr, .r9, 8)
            assembler.operate(.cmp, .r9, number: Int32(c))
            leave(.above)
            assembler.operate32(.and, .r8, number: 0xFF)
            assembler.operate(.or, .r8, number: Int32(c + 1) << 8)
            assembler.store(.rax, -32, .r8)
            assembler.land(there)
        }
        if flag(InstructionFlags.killB) { forget(b) } else { retain(.rcx, kind, .r8) }
        assembler.store(.rax, place, .rcx)
        if flag(InstructionFlags.killA) {
            assembler.decrement(.rax)
            forget(a)
        }
        release(.rdx, .unknown, .r8, next: word + length)
        return .next
    }
    mutating func loadMethod() -> TemplateResult {
        let cache = code.pointee.instructions + word + 1
        let kind = context[b].isObject ? context[b] : .object
        compareTypeVersion(b, UInt32(truncatingIfNeeded: cache[0] >> 32))
        let other = assembler.jump(.notEqual)
        if cache[2] != 0 {
            assembler.operate(.cmp, .rax, -24, number: 0)
            leave(.notEqual)
        }
        assembler.move(.rcx, cache[1])
        let name = code.pointee.names[Int(UInt32(truncatingIfNeeded: cache[0]))]
        cold.append(.attribute(other, word, assembler.cursor, slot: b, name: name.bits, helper: NativeTemplates.findMethod))
        assembler.increment(.rcx)
        if flag(InstructionFlags.killB) { forget(b) } else { assembler.increment(.rax) }
        assembler.store(.rdi, a * 8, .rcx)
        assembler.store(.rdi, (a + 8) * 8, .rax)
        set(a, .object)
        set(a + 8, kind)
        return .next
    }

    // MARK: Subscripts

    /// Whether the container is a tuple rather than a list, as far as is known.
    private func isTuple(_ slot: Int) -> Bool { guess(slot) == .tuple }
    private mutating func requireSequence(_ slot: Int) -> Bool {
        switch guess(slot) {
        case .dict, .longInt, .anyInt, .int, .float, .bool, .none, .rangeIterator: return false
        case .tuple: loadObject(.rax, slot, .rcx, .tuple, PyTuple_TypePointer())
        default: loadObject(.rax, slot, .rcx, .list, PyList_TypePointer())
        }
        return true
    }
    mutating func loadSubscript(immediate: Bool) -> TemplateResult {
        if let result = lookAt(b) { return result }
        if let result = loadByteOrCharacter(immediate: immediate) { return result }
        if guess(b) == .dict && !immediate { return loadFromDict() }
        if let result = callForeignSubscript(immediate: immediate) { return result }
        guard requireSequence(b), immediate || requireInt(c) else { return exit() }
        if !immediate { load(.rax, b) }
        let tuple = context[b] == .tuple
        if immediate {
            assembler.move(.rcx, UInt64(bitPattern: Int64(signedC(instruction))))
        } else {
            loadNumber(.rcx, c)
        }
        requireIndex(mayBeNegative: !immediate || signedC(instruction) < 0)
        if tuple {
            assembler.loadIndexed(.rcx, .rax, .rcx, 24)
        } else {
            assembler.load(.rdx, .rax, 24)
            assembler.loadIndexed(.rcx, .rdx, .rcx)
        }
        requireNoConstant(.rcx, .rdx)
        if !immediate && flag(InstructionFlags.killC) { forget(c) }
        finishLoad()
        return .next
    }
    /// A key that a helper finds, which runs nothing of Python's.
    private mutating func loadFromDict() -> TemplateResult {
        guard !flag(InstructionFlags.killB), !flag(InstructionFlags.killC) || context[c] == .int else { return exit() }
        loadObject(.rax, b, .rcx, .dict, PyDict_TypePointer())
        assembler.push(.rdi)
        load(.rsi, c)
        assembler.move(.rdi, .rax)
        assembler.call(NativeTemplates.findItem)
        assembler.pop(.rdi)
        assembler.test(.rax, .rax)
        leave(.equal)
        retain(.rax, .unknown, .rcx)
        if flag(InstructionFlags.killC) { forget(c) }
        store(.rax, .unknown)
        return .next
    }
    /// r[a ...] = the items of a tuple.
    mutating func unpackSequence() -> TemplateResult {
        let count = c
        guard count > 0, count <= 4, a + count <= NativeContext.size, guess(b) == .tuple || guess(b) == .unknown || guess(b) == .object else { return exit() }
        loadObject(.rax, b, .rcx, .tuple, PyTuple_TypePointer())
        assembler.operate(.cmp, .rax, 16, number: Int32(count))
        leave(.notEqual)
        let fresh = flag(InstructionFlags.tempA)
        for index in 0..<count {
            assembler.load(.rcx, .rax, 24 + index * 8)
            requireNoConstant(.rcx, .rdx)
            let old = context[a + index]
            if fresh || old.isPlain { continue }
            // What may be the end of an object is the handler's.
            load(.rcx, a + index)
            let skips = skipUnlessObject(.rcx, old, .rdx)
            assembler.operate(.cmp, .rcx, 0, number: Int32(count))
            leave(.lessOrEqual)
            land(skips)
        }
        if flag(InstructionFlags.killB) { requireShared() }
        for index in 0..<count {
            let old = context[a + index]
            assembler.load(.rcx, .rax, 24 + index * 8)
            retain(.rcx, .unknown, .rdx)
            if !fresh && !old.isPlain {
                load(.rdx, a + index)
                let skips = skipUnlessObject(.rdx, old, .r8)
                assembler.decrement(.rdx)
                land(skips)
            }
            assembler.store(.rdi, (a + index) * 8, .rcx)
            set(a + index, .unknown)
        }
        if flag(InstructionFlags.killB) {
            assembler.decrement(.rax)
            forget(b)
        }
        return .next
    }
    mutating func storeSubscript() -> TemplateResult {
        if let result = lookAt(a) { return result }
        if let result = storeByte() { return result }
        if let result = storeForeignSubscript() { return result }
        let kind = context[c]
        guard guess(a) != .dict, guess(a) != .tuple, !(context[a] != .list && context[a].isPlain) else { return exit() }
        loadObject(.rax, a, .rcx, .list, PyList_TypePointer())
        guard requireInt(b) else { return exit() }
        load(.rax, a)
        assembler.test8(.rax, -16, number: 1)
        leave(.notEqual)
        loadNumber(.rcx, b)
        requireIndex()
        load(.r8, c)
        requireBound(.r8, kind)
        if flag(InstructionFlags.killA) { requireShared() }
        if flag(InstructionFlags.killC) { forget(c) } else { retain(.r8, kind, .rdx) }
        assembler.load(.r9, .rax, 24)
        assembler.loadIndexed(.rdx, .r9, .rcx)
        assembler.storeIndexed(.r9, .rcx, .r8)
        if flag(InstructionFlags.killA) {
            assembler.decrement(.rax)
            forget(a)
        }
        if flag(InstructionFlags.killB) { forget(b) }
        release(.rdx, .unknown, .r8, next: word + length)
        return .next
    }

    // MARK: Iteration

    mutating func forRange() -> TemplateResult {
        let target = word + 2 + Int(Int32(truncatingIfNeeded: code.pointee.instructions[word + 1]))
        // (Not in rax, which may hold what the loop carries.)
        assembler.load(.rsi, .rdi, b * 8)
        if context[b] != .rangeIterator {
            NativeTemplates.compareType(&assembler, .rsi, PyRangeIter_TypePointer())
            leave(.notEqual)
            // The next number and the last one are immediates: so are those between.
            assembler.load(.r10, .rsi, NativeLayout.rangeRemaining)
            assembler.decrement(register: .r10)
            assembler.load(.rcx, .rsi, NativeLayout.rangeStep)
            assembler.multiply(.r10, .rcx)
            assembler.load(.rdx, .rsi, NativeLayout.rangeNext)
            assembler.operate(.add, .r10, .rdx)
            for register in [Register.r10, .rdx] {
                assembler.move(.r9, register)
                assembler.shift(.shl, .r9, 15)
                assembler.shift(.sar, .r9, 15)
                assembler.operate(.cmp, .r9, register)
                leave(.notEqual)
            }
            context[b] = .rangeIterator
        }
        assembler.load(.rcx, .rsi, NativeLayout.rangeRemaining)
        assembler.test(.rcx, .rcx)
        let over = assembler.jump(.lessOrEqual)
        assembler.load(.rdx, .rsi, NativeLayout.rangeNext)
        assembler.move(.r9, .rdx)
        assembler.shift(.shl, .r9, 15)
        assembler.operate(.add, .rdx, .rsi, NativeLayout.rangeStep)
        assembler.store(.rsi, NativeLayout.rangeNext, .rdx)
        assembler.decrement(register: .rcx)
        assembler.store(.rsi, NativeLayout.rangeRemaining, .rcx)
        boxShifted(.r9)
        let skipped = assembler.skip()
        // The loop is over.
        Assembler.aim(over, assembler.cursor)
        var after = context
        after[b] = .null
        after.held = -1
        assembler.store(.rdi, b * 8, number: 0)
        assembler.decrement(.rsi)
        let shared = assembler.skip(.notEqual)
        assembler.push(.rdi)
        assembler.move(.rdi, .rsi)
        assembler.call(NativeTemplates.freeRange)
        assembler.pop(.rdi)
        assembler.land(shared)
        jump(to: target, after)
        assembler.land(skipped)
        store(.r9, .int)
        return .next
    }
    mutating func forSequence(_ type: TypePointer, tuple: Bool) -> TemplateResult {
        load(.rax, b)
        NativeTemplates.compareType(&assembler, .rax, type)
        leave(.notEqual)
        assembler.load(.rcx, .rax, NativeLayout.iteratorContainer)
        assembler.test(.rcx, .rcx)
        leave(.equal)
        assembler.load(.rdx, .rax, NativeLayout.iteratorIndex)
        assembler.operate(.cmp, .rdx, .rcx, 16)
        leave(.greaterOrEqual)
        if tuple {
            assembler.loadIndexed(.r9, .rcx, .rdx, 24)
        } else {
            assembler.load(.rcx, .rcx, 24)
            assembler.loadIndexed(.r9, .rcx, .rdx)
        }
        requireNoConstant(.r9, .r10)
        assembler.operate(.add, .rdx, number: 1)
        assembler.store(.rax, NativeLayout.iteratorIndex, .rdx)
        retain(.r9, .unknown, .rdx)
        store(.r9, .unknown)
        return .next
    }

    // MARK: Jumps

    mutating func jumpTo(back: Bool) -> TemplateResult {
        if back {
            assembler.compareZero(at: NativeTemplates.breaker)
            leave(.notEqual)
        }
        jump(to: word + 1 + operandBC(instruction), context)
        return .end
    }
    mutating func jumpIf(_ sense: Bool) -> TemplateResult {
        let kind = context[a]
        switch kind == .unknown ? guess(a) : kind {
        case .int where kind == .int || kind == .unknown, .anyInt:
            guard requireInt(a) else { return exit() }
            load(.rax, a)
            assembler.shift(.shl, .rax, 15)
            if flag(InstructionFlags.killA) { forget(a) }
            branch(sense ? .notEqual : .equal, by: operandBC(instruction))
            return .next
        case .bool, .unknown:
            load(.rax, a)
            if kind != .bool {
                assembler.move(.rcx, .rax)
                assembler.operate(.and, .rcx, number: -2)
                assembler.operate(.cmp, .rcx, number: 2)
                leave(.notEqual)
                context[a] = .bool
            }
            assembler.operate(.cmp, .rax, number: sense ? 3 : 2)
            if flag(InstructionFlags.killA) { forget(a) }
            branch(.equal, by: operandBC(instruction))
            return .next
        default: return exit()
        }
    }
    mutating func jumpIfNone(_ sense: Bool) -> TemplateResult {
        let kind = context[a]
        load(.rax, a)
        if kind == .unknown || kind == .null || kind == .notInt || kind == .notNumber {
            assembler.test(.rax, .rax)
            leave(.equal)
        }
        assembler.operate(.cmp, .rax, number: 1)
        if flag(InstructionFlags.killA) && !kind.isPlain {
            // An object in its last use is released by the handler.
            leave(.notEqual)
            if sense { jump(to: word + length + operandBC(instruction), with(a, .unknown)) }
            forget(a)
            return sense ? .end : .next
        }
        if flag(InstructionFlags.killA) { forget(a) }
        branch(sense ? .equal : .notEqual, by: operandBC(instruction))
        return .next
    }
    /// r[a] = not r[b]
    mutating func not() -> TemplateResult {
        load(.rax, b)
        if context[b] != .bool {
            guard guess(b) == .unknown || guess(b) == .bool else { return exit() }
            assembler.move(.rcx, .rax)
            assembler.operate(.and, .rcx, number: -2)
            assembler.operate(.cmp, .rcx, number: 2)
            leave(.notEqual)
            context[b] = .bool
        }
        assembler.operate(.xor, .rax, number: 1)
        if flag(InstructionFlags.killB) { forget(b) }
        store(.rax, .bool)
        return .next
    }
}

/// Where fields stand in objects.
enum NativeLayout {
    static let nativeStart = MemoryLayout<LinkedCode>.offset(of: \LinkedCode.nativeStart) ?? 0
    static let nativeNumber = MemoryLayout<LinkedCode>.offset(of: \LinkedCode.nativeNumber) ?? 0
    static let excInfo = MemoryLayout<PyThreadState>.offset(of: \PyThreadState.exc_info) ?? 0
    static let evalBreaker = MemoryLayout<PySwiftLoopState>.offset(of: \PySwiftLoopState.eval_breaker) ?? 0
    static let stackLimit = MemoryLayout<PySwiftLoopState>.offset(of: \PySwiftLoopState.stack_limit) ?? 0
    static let recursionRemaining = MemoryLayout<PySwiftLoopState>.offset(of: \PySwiftLoopState.recursion_remaining) ?? 0
    static let currentFrame = MemoryLayout<PySwiftLoopState>.offset(of: \PySwiftLoopState.current_frame) ?? 0
    static let dictKeys = MemoryLayout<PyDictObject>.offset(of: \PyDictObject.ma_keys) ?? 0
    static let dictVersion = MemoryLayout<PyDictObject>.offset(of: \PyDictObject.ma_version_tag) ?? 0
    /// From the first free list.
    static let largestSmall = MemoryLayout<PySwiftHeap>.offset(of: \PySwiftHeap.largest_small) ?? 0
    static let dictUsed = MemoryLayout<PyDictObject>.offset(of: \PyDictObject.ma_used) ?? 0
    static let keysVersion = MemoryLayout<DictKeys>.offset(of: \DictKeys.version) ?? 0
    static let typeVersion = MemoryLayout<PyTypeObject>.offset(of: \PyTypeObject.tp_version_tag) ?? 0
    static let typeFlags = MemoryLayout<PyTypeObject>.offset(of: \PyTypeObject.tp_flags) ?? 0
    static let moduleDict = 16
    /// Of built-in functions, methods and their definitions.
    static let functionMethod = MemoryLayout<PyCFunctionObject>.offset(of: \PyCFunctionObject.m_ml) ?? 0
    static let functionSelf = MemoryLayout<PyCFunctionObject>.offset(of: \PyCFunctionObject.m_self) ?? 0
    static let descriptorMethod = MemoryLayout<PyMethodDescrObject>.offset(of: \PyMethodDescrObject.d_method) ?? 0
    static let descriptorOwner = MemoryLayout<PyDescrObject>.offset(of: \PyDescrObject.d_type) ?? 0
    static let methodFunction = MemoryLayout<PyMethodDef>.offset(of: \PyMethodDef.ml_meth) ?? 0
    static let methodFlags = MemoryLayout<PyMethodDef>.offset(of: \PyMethodDef.ml_flags) ?? 0
    static let pendingType = MemoryLayout<PyThreadState>.offset(of: \PyThreadState.curexc_type) ?? 0
    static let nativeStackLimit = MemoryLayout<PySwiftLoopState>.offset(of: \PySwiftLoopState.native_stack_limit) ?? 0
    static let rangeNext = MemoryLayout<RangeIterator.Layout>.offset(of: \RangeIterator.Layout.next) ?? 0
    static let rangeStep = MemoryLayout<RangeIterator.Layout>.offset(of: \RangeIterator.Layout.step) ?? 0
    static let rangeRemaining = MemoryLayout<RangeIterator.Layout>.offset(of: \RangeIterator.Layout.remaining) ?? 0
    static let iteratorIndex = MemoryLayout<IndexedIterator.Layout>.offset(of: \IndexedIterator.Layout.index) ?? 0
    static let iteratorContainer = MemoryLayout<IndexedIterator.Layout>.offset(of: \IndexedIterator.Layout.container) ?? 0
}
