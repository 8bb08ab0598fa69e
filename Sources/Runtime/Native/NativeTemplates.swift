// From instructions to machine code: the driver, and what all templates use.
//
// Registers: rdi is the frame, throughout. All others that calls may change are free between two instructions; rsi is where the
// instruction's address goes when machine code is left. The native stack is used for calls only: of helpers that run nothing of Python's, and
// of native functions (NativeForeignCalls.swift).

import CPythonABI
import Compiler

/// What came of a template.
enum TemplateResult {
    /// Control goes on behind the instruction.
    case next
    /// Nothing follows here.
    case end
}

struct NativeTemplates {
    let native: NativeCode
    let fp: FramePointer
    var assembler: Assembler
    var context: NativeContext
    /// Where the instruction at hand stands, and its word.
    var word = 0
    /// Where this run began.
    var firstWord = 0
    var instruction: UInt64 = 0
    var length = 1
    /// Registers that the code compiled in this run has written: what the frame holds there now says nothing.
    var written: UInt64 = 0
    /// What rax held (`NativeContext.held`) when the instruction at hand began, and where its code begins: only the first thing that an
    /// instruction does may make use of it.
    private var heldBefore = -1
    private var beginning: UnsafeMutablePointer<UInt8>?
    /// Code off the straight way, written when the run is over.
    var cold: [Cold] = []

    /// Things that are written behind the code of a run.
    enum Cold {
        /// A jump to what leaves machine code at an instruction.
        case exit(JumpSite, Int)
        /// A jump to a version that is not compiled yet.
        case version(JumpSite, Int)
        /// The object in a register lost its last reference; control goes on at a word, or comes back.
        case deallocate(JumpSite, Register, Int, UnsafeMutablePointer<UInt8>)
        /// The type is not the one that the instruction knows: a helper finds the attribute, rcx, of the object in rax, which is the register's.
        case attribute(JumpSite, Int, UnsafeMutablePointer<UInt8>, slot: Int, name: UInt64, helper: UInt64)
        /// The local variable of a frame that is left lost its last reference.
        case clear(JumpSite, Int)
        /// The generator was suspended otherwise: r10 is what resumes it then.
        case resumeOtherwise(JumpSite, UnsafeMutablePointer<UInt8>)
        /// The generator that runs is to be suspended in the general way, with the value in rax.
        case suspend(JumpSite)
        /// What a local variable of the caller held lost its last reference.
        case deallocateAndReturn(JumpSite)
        /// Anything else: `body` writes it, and jumps back.
        case block([JumpSite], (inout NativeTemplates) -> Void)
    }

    var code: CodePointer { native.code }

    private static let roomForOne = 6 << 10

    /// Compiles a version, unless it is there already; returns where its code begins.
    static func compile(_ native: NativeCode, _ number: Int, _ fp: FramePointer) -> UnsafeMutablePointer<UInt8> {
        if let known = native.versions[number].address { return known }
        guard native.makeRoom(2 * roomForOne) else {
            fp.pc = native.code.pointee.instructions + native.versions[number].word
            return NativeTier.interpret
        }
        var templates = NativeTemplates(native: native, fp: fp, assembler: native.assembler, context: native.versions[number].context)
        let address = templates.run(number)
        assert(templates.assembler.cursor <= templates.assembler.end)
        native.assembler = templates.assembler
        for site in native.versions[number].sites { Assembler.aim(site, address) }
        native.versions[number].sites = []
        return address
    }
    private mutating func run(_ number: Int) -> UnsafeMutablePointer<UInt8> {
        let start = assembler.cursor
        native.versions[number].address = start
        word = native.versions[number].word
        firstWord = word
        var left = 40
        while true {
            if word >= native.wordCount { leave(); break }
            // (What an instruction takes with what is written behind for it, and what one such thing takes, is less.)
            if left == 0 || left < 40 && assembler.end - assembler.cursor < NativeTemplates.roomForOne + cold.count * 256 {
                jump(to: word, context)
                break
            }
            if left < 40, let known = native.known(word, context), native.versions[known].address != nil {
                jump(to: word, context)
                break
            }
            instruction = native.instruction(word)
            let opcode = native.opcode(word)
            length = 1 + opcode.cacheWords
            if code.pointee.registerCount > NativeContext.size && !isWithinContext(opcode) {
                leave()
                break
            }
            heldBefore = context.held
            beginning = assembler.cursor
            if !isQuiet(opcode) { context.held = -1 }
            if emit(opcode) == .end { break }
            word += length
            left -= 1
        }
        finish()
        return start
    }
    /// Whether all registers of the instruction at hand are ones that the context knows of.
    private func isWithinContext(_ opcode: Opcode) -> Bool {
        let original = Opcode.compiled(opcode).format
        func fits(_ kind: OperandKind, _ number: Int) -> Bool {
            switch kind {
            case .read, .write, .update, .cell, .row, .rowWrite: return number < NativeContext.size
            case .callBase: return number + 8 < NativeContext.size
            default: return true
            }
        }
        return fits(original.a, a) && fits(original.b, b) && fits(original.c, c)
    }
    private mutating func finish() {
        var index = 0
        while index < cold.count {
            switch cold[index] {
            case .exit(let site, let word):
                if let known = native.exits[word] {
                    Assembler.aim(site, known)
                } else {
                    let address = assembler.cursor
                    NativeTemplates.writeExit(&assembler, native, word)
                    native.exits[word] = address
                    Assembler.aim(site, address)
                }
            case .version(let site, let number):
                if let address = native.versions[number].address {
                    Assembler.aim(site, address)
                } else {
                    native.versions[number].sites.append(site)
                    let compiler = native.versions[number].compiler ?? assembler.cursor
                    if native.versions[number].compiler == nil {
                        native.versions[number].compiler = compiler
                        assembler.move(.rsi, UInt64(number))
                        assembler.jump(to: native.shared.compile)
                    }
                    Assembler.aim(site, compiler)
                }
            case .attribute(let site, let word, let back, let slot, let name, let helper):
                Assembler.aim(site, assembler.cursor)
                assembler.push(.rdi)
                assembler.move(.rdi, .rax)
                assembler.move(.rsi, name)
                assembler.call(helper)
                assembler.pop(.rdi)
                assembler.test(.rax, .rax)
                cold.append(.exit(assembler.jump(.equal), word))
                assembler.move(.rcx, .rax)
                load(.rax, slot)
                assembler.jump(to: back)
            case .block(let sites, let body):
                for site in sites { Assembler.aim(site, assembler.cursor) }
                body(&self)
            case .clear(let site, let slot):
                Assembler.aim(site, assembler.cursor)
                assembler.move(.rsi, UInt64(slot))
                assembler.move(.rdx, .rax)
                assembler.jump(toAddress: NativeTemplates.clearAndReturn)
            case .resumeOtherwise(let site, let back):
                Assembler.aim(site, assembler.cursor)
                assembler.move(.r10, NativeTemplates.receiveAndTurn)
                assembler.jump(to: back)
            case .suspend(let site):
                Assembler.aim(site, assembler.cursor)
                assembler.move(.rsi, .rax)
                assembler.jump(toAddress: NativeTemplates.suspendAndTurn)
            case .deallocateAndReturn(let site):
                Assembler.aim(site, assembler.cursor)
                assembler.load(.rsi, .rdi, -40)
                assembler.jump(toAddress: NativeTemplates.deallocateObject)
            case .deallocate(let site, let register, let word, let back):
                Assembler.aim(site, assembler.cursor)
                // An int goes without further ado.
                NativeTemplates.compareType(&assembler, register, PyLong_TypePointer())
                let other = assembler.jump(.notEqual)
                // One of two digits goes to its free list.
                assembler.operate(.cmp, register, 16, number: 2)
                let long = assembler.jump(.notEqual)
                assembler.move(.r9, UInt64(UInt(bitPattern: _pyswift_free_list(0))))
                assembler.operate(.cmp, .r9, NativeLayout.largestSmall, number: 0)
                let plain = assembler.skip(.equal)
                assembler.load(.r10, .r9, 16)
                assembler.store(register, 0, .r10)
                assembler.store(.r9, 16, register)
                assembler.jump(to: back)
                // So does one of three.
                Assembler.aim(long, assembler.cursor)
                assembler.operate(.cmp, register, 16, number: 3)
                let longer = assembler.skip(.notEqual)
                assembler.move(.r9, UInt64(UInt(bitPattern: _pyswift_free_list(0))))
                assembler.operate(.cmp, .r9, NativeLayout.largestSmall, number: 0)
                let listless = assembler.skip(.equal)
                assembler.load(.r10, .r9, 24)
                assembler.store(register, 0, .r10)
                assembler.store(.r9, 24, register)
                assembler.jump(to: back)
                assembler.land(longer)
                assembler.land(listless)
                assembler.land(plain)
                assembler.push(.rdi)
                assembler.move(.rdi, register)
                assembler.call(NativeTemplates.freeInt)
                assembler.pop(.rdi)
                assembler.jump(to: back)
                Assembler.aim(other, assembler.cursor)
                assembler.move(.rdx, register)
                assembler.move(.rsi, address(word))
                assembler.jump(toAddress: NativeTemplates.deallocateObject)
            }
            index += 1
        }
    }

    // MARK: Leaving

    /// Goes on with the handler of an instruction.
    static func writeExit(_ assembler: inout Assembler, _ native: NativeCode, _ word: Int) {
        assembler.move(.rsi, UInt64(UInt(bitPattern: native.code.pointee.instructions + word)))
        assembler.load(.rdx, .rsi, 0)
        assembler.move(.rax, UInt64(UInt(bitPattern: native.opcodes + word)))
        assembler.load8(.rax, .rax, 0)
        // dl = al
        assembler.byte(0x88)
        assembler.byte(0xC2)
        assembler.jump(table: handlers)
    }
    static let handlers = UInt64(UInt(bitPattern: _pyswift_handler_table()))
    static let breaker = UInt64(UInt(bitPattern: _pyswift_eval_breaker_address()))
    static let deallocateObject = UInt64(
        UInt(bitPattern: unsafeBitCast(nativeDeallocate as @convention(c) (FramePointer, ProgramCounter, UInt64) -> Void, to: UnsafeRawPointer.self)))
    static let compareInts = UInt64(
        UInt(bitPattern: unsafeBitCast(nativeCompare as @convention(c) (UInt64, UInt64, UInt64) -> UInt32, to: UnsafeRawPointer.self)))
    static let findAttribute = UInt64(
        UInt(bitPattern: unsafeBitCast(nativeAttribute as @convention(c) (UInt64, UInt64) -> UInt64, to: UnsafeRawPointer.self)))
    static let findMethod = UInt64(
        UInt(bitPattern: unsafeBitCast(nativeMethod as @convention(c) (UInt64, UInt64) -> UInt64, to: UnsafeRawPointer.self)))
    static let findItem = UInt64(
        UInt(bitPattern: unsafeBitCast(nativeDictItem as @convention(c) (UInt64, UInt64) -> UInt64, to: UnsafeRawPointer.self)))
    static let freeInt = UInt64(UInt(bitPattern: unsafeBitCast(nativeFreeInt as @convention(c) (UInt64) -> Void, to: UnsafeRawPointer.self)))
    static let freeRange = UInt64(UInt(bitPattern: unsafeBitCast(nativeFreeRange as @convention(c) (UInt64) -> Void, to: UnsafeRawPointer.self)))
    static let binary = UInt64(
        UInt(bitPattern: unsafeBitCast(nativeBinary as @convention(c) (UInt64, UInt64, UInt64) -> UInt64, to: UnsafeRawPointer.self)))

    func address(_ word: Int) -> UInt64 { UInt64(UInt(bitPattern: code.pointee.instructions + word)) }

    /// The handler does this instruction if the condition holds.
    mutating func leave(_ condition: Condition) { cold.append(.exit(assembler.jump(condition), word)) }
    mutating func leave() { cold.append(.exit(assembler.jump(), word)) }

    mutating func jump(to word: Int, _ context: NativeContext) {
        let number = native.version(word, context)
        if let address = native.versions[number].address {
            assembler.jump(to: address)
        } else {
            cold.append(.version(assembler.jump(), number))
        }
    }
    mutating func jump(_ condition: Condition, to word: Int, _ context: NativeContext) {
        let number = native.version(word, context)
        if let address = native.versions[number].address {
            assembler.jump(condition, to: address)
        } else {
            cold.append(.version(assembler.jump(condition), number))
        }
    }

    // MARK: Operands

    var a: Int { operandA(instruction) }
    var b: Int { operandB(instruction) }
    var c: Int { operandC(instruction) }
    func flag(_ flag: UInt8) -> Bool { hasFlag(instruction, flag) }

    mutating func load(_ register: Register, _ slot: Int) {
        if slot == heldBefore && beginning == assembler.cursor {
            if register != .rax { assembler.move(register, .rax) }
        } else {
            assembler.load(register, .rdi, slot * 8)
        }
    }
    /// Whether rax still holds what the instruction before stored.
    func isHeld(_ slot: Int) -> Bool { slot == heldBefore && beginning == assembler.cursor }
    /// Whether the instruction leaves rax alone.
    func isQuiet(_ opcode: Opcode) -> Bool {
        switch opcode {
        case .move: return context[b].isPlain && context[b] != .null && (flag(InstructionFlags.tempA) || context[a].isPlain)
        case .forIterRange: return flag(InstructionFlags.tempA) || context[a].isPlain
        case .jump, .jumpBack: return Assembler.fits(NativeTemplates.breaker)
        default: return false
        }
    }

    /// What is known of a register of the frame, or what it holds while this is compiled (`isGuess`).
    func guess(_ slot: Int) -> Kind {
        let known = context[slot]
        if known != .unknown && known != .notInt { return known }
        if slot >= 64 || written & (1 << UInt64(slot)) != 0 || slot >= code.pointee.registerCount { return .unknown }
        let value = fp[slot]
        if value.isSmallInt { return .int }
        if value.isImmediateFloat { return .float }
        if value.isBool { return .bool }
        if value.isNone { return .none }
        // (A dead temporary may hold anything: only words of locals may be followed.)
        if slot < code.pointee.localCount && value.isObject {
            switch value.object.pointee.ob_type {
            case PyList_TypePointer(): return .list
            case PyTuple_TypePointer(): return .tuple
            case PyDict_TypePointer(): return .dict
            case PyLong_TypePointer(): return .longInt
            default: return .object
            }
        }
        return .unknown
    }

    /// What is known, but for one register.
    func with(_ slot: Int, _ kind: Kind) -> NativeContext {
        var other = context
        other[slot] = kind
        return other
    }
    /// Whether the instruction at hand gets a version for what is known otherwise. A place that has as many as it may have gives another, which
    /// may be the one at hand: jumping there would be for ever.
    func hasVersion(_ other: NativeContext) -> Bool { other != context && native.versions[native.version(word, other)].context == other }
    mutating func set(_ slot: Int, _ kind: Kind) {
        context[slot] = kind
        if slot < 64 { written |= 1 << UInt64(slot) }
    }
    /// A temporary that was read for the last time.
    mutating func forget(_ slot: Int) { set(slot, .unknown) }

    static func compareType(_ assembler: inout Assembler, _ register: Register, _ type: TypePointer) {
        let address = UInt64(UInt(bitPattern: type))
        if Assembler.fits(address) {
            assembler.operate(.cmp, register, 8, number: Int32(truncatingIfNeeded: address))
        } else {
            assembler.move(.r11, address)
            assembler.operate(.cmp, .r11, register, 8)
        }
    }
    /// Leaves unless the word in a register is a pointer; changes `scratch`.
    mutating func requireObject(_ register: Register, _ scratch: Register) {
        assembler.move(scratch, register)
        assembler.shift(.shr, scratch, 48)
        leave(.notEqual)
        assembler.operate(.cmp, register, number: 0x100)
        leave(.below)
    }
    /// The object of a register of the frame, known to be of a type; false if what is known says that it is not.
    mutating func loadObject(_ register: Register, _ slot: Int, _ scratch: Register, _ kind: Kind, _ type: TypePointer) {
        load(register, slot)
        if context[slot] == kind { return }
        if !context[slot].isObject { requireObject(register, scratch) }
        NativeTemplates.compareType(&assembler, register, type)
        leave(.notEqual)
        context[slot] = kind
    }

    /// Makes sure that a register of the frame holds an immediate number, as far as can be told which; the kind is in the context then.
    /// False: the instruction cannot be done here.
    mutating func requireNumber(_ slot: Int) -> Bool {
        switch context[slot] {
        case .int, .float: return true
        case .unknown:
            let likely = guess(slot)
            if likely == .float {
                requireFloat(slot)
                return true
            }
            if likely != .int && likely != .unknown { return false }
            assembler.load16(.rax, .rdi, slot * 8 + 6)
            assembler.operate32(.cmp, .rax, number: 0xFFFE)
            let other = with(slot, .notInt)
            if hasVersion(other) { jump(.below, to: word, other) } else { leave(.below) }
            context[slot] = .int
            return true
        case .anyInt:
            assembler.load16(.rax, .rdi, slot * 8 + 6)
            assembler.operate32(.cmp, .rax, number: 0xFFFE)
            let other = with(slot, .longInt)
            if hasVersion(other) { jump(.below, to: word, other) } else { leave(.below) }
            context[slot] = .int
            return true
        case .notInt:
            let likely = guess(slot)
            if likely != .float && likely != .unknown { return false }
            requireFloat(slot)
            return true
        default: return false
        }
    }
    mutating func requireFloat(_ slot: Int) {
        assembler.load16(.rax, .rdi, slot * 8 + 6)
        assembler.operate32(.sub, .rax, number: 2)
        assembler.operate32(.cmp, .rax, number: 0xFFFB)
        leave(.above)
        context[slot] = .float
    }
    mutating func requireInt(_ slot: Int) -> Bool {
        switch context[slot] {
        case .int: return true
        case .unknown, .anyInt:
            let likely = guess(slot)
            if likely != .int && likely != .unknown && likely != .anyInt { return false }
            assembler.load16(.rax, .rdi, slot * 8 + 6)
            assembler.operate32(.cmp, .rax, number: 0xFFFE)
            leave(.below)
            context[slot] = .int
            return true
        default: return false
        }
    }
    /// The number of an int, in the upper 49 bits, zeros below.
    mutating func loadShifted(_ register: Register, _ slot: Int) {
        load(register, slot)
        assembler.shift(.shl, register, 15)
    }
    /// The same with ones below.
    mutating func loadRotated(_ register: Register, _ slot: Int) {
        load(register, slot)
        assembler.shift(.rol, register, 15)
    }
    /// The number of an int.
    mutating func loadNumber(_ register: Register, _ slot: Int) {
        loadShifted(register, slot)
        assembler.shift(.sar, register, 15)
    }
    /// The number of an int or a float as a double; changes rax and rcx.
    mutating func loadFloat(_ float: FloatRegister, _ slot: Int) {
        if context[slot] == .int {
            loadNumber(.rax, slot)
            assembler.convert(float, .rax)
        } else {
            load(.rax, slot)
            assembler.move(.rcx, Value.floatOffset)
            assembler.operate(.sub, .rax, .rcx)
            assembler.moveToFloat(float, .rax)
        }
    }

    // MARK: Counting

    /// Skips what is not for objects: the jumps, to be aimed by `land`. None where the value is known to be an object. Changes `scratch`.
    mutating func skipUnlessObject(_ register: Register, _ kind: Kind, _ scratch: Register) -> [UnsafeMutablePointer<UInt8>] {
        if kind.isObject { return [] }
        assembler.move(scratch, register)
        assembler.shift(.shr, scratch, 48)
        let number = assembler.skip(.notEqual)
        assembler.operate(.cmp, register, number: 0x100)
        return [number, assembler.skip(.below)]
    }
    mutating func land(_ skips: [UnsafeMutablePointer<UInt8>]) { for skip in skips { assembler.land(skip) } }
    /// Leaves if the value in a register, which is about to be stored, may be none at all: an unbound variable.
    mutating func requireBound(_ register: Register, _ kind: Kind) {
        if kind.isObject || kind == .anyInt || kind.isPlain && kind != .null { return }
        assembler.test(register, register)
        leave(.equal)
    }

    /// Counts the value in a register once more; changes `scratch`.
    mutating func retain(_ register: Register, _ kind: Kind, _ scratch: Register) {
        if kind.isPlain { return }
        let skips = skipUnlessObject(register, kind, scratch)
        assembler.increment(register)
        land(skips)
    }
    /// Counts the value in a register once less; when that was the last, control goes on at the word `next` from anew. Nothing else
    /// may be left to do. Changes `scratch`.
    mutating func release(_ register: Register, _ kind: Kind, _ scratch: Register, next: Int) {
        if kind.isPlain { return }
        let skips = skipUnlessObject(register, kind, scratch)
        assembler.decrement(register)
        let site = assembler.jump(.equal)
        cold.append(.deallocate(site, register, next, assembler.cursor))
        land(skips)
    }
    /// r[slot] = the owned value in a register, then on to the word `next`. The old value of a local variable is released. Changes rdx and r8.
    mutating func store(_ slot: Int, _ register: Register, _ kind: Kind, temporary: Bool, next: Int) {
        let old = context[slot]
        if temporary || old.isPlain {
            assembler.store(.rdi, slot * 8, register)
            if register == .rax { context.held = slot } else if context.held == slot { context.held = -1 }
        } else {
            load(.rdx, slot)
            assembler.store(.rdi, slot * 8, register)
            release(.rdx, old, .r8, next: next)
            context.held = -1
        }
        set(slot, kind)
    }
    /// r[a] = the owned value, for instructions whose result is there.
    mutating func store(_ register: Register, _ kind: Kind) {
        store(a, register, kind, temporary: flag(InstructionFlags.tempA), next: word + length)
    }
    /// An int with ones in the lower 15 bits becomes a value.
    mutating func boxRotated(_ register: Register) { assembler.shift(.ror, register, 15) }
    /// An int in the upper 49 bits, anything below, becomes a value.
    mutating func boxShifted(_ register: Register) {
        assembler.operate(.or, register, number: 0x7FFF)
        assembler.shift(.ror, register, 15)
    }
    /// The double in xmm0 becomes a value in rax; leaves if it is not a number, which is rare. Changes rcx.
    mutating func boxFloat() {
        assembler.compare(.xmm0, .xmm0)
        leave(.parity)
        assembler.moveFromFloat(.rax, .xmm0)
        assembler.move(.rcx, Value.floatOffset)
        assembler.operate(.add, .rax, .rcx)
    }
}
