// When functions and loops are compiled to machine code, and how that is entered and left.

import CPythonABI
import Compiler
import Glibc

enum NativeTier {
    /// How often loops of a function go round, and it is called, before it is compiled. Tests have it lower: PYSWIFT_NATIVE is the number,
    /// or 0 to compile nothing.
    nonisolated(unsafe) static var threshold: Int32 = 1200
    static func configure() {
        guard let text = getenv("PYSWIFT_NATIVE"), let number = Int32(String(cString: text)), number >= 0 else { return }
        if number == 0 { isOn = false } else { threshold = number }
    }
    /// So often is a function compiled anew whose instructions learnt something else.
    private static let mostRounds: UInt8 = 12

    nonisolated(unsafe) static var isOn = isAvailable
    private static var isAvailable: Bool {
        #if arch(x86_64)
        return true
        #else
        return false
        #endif
    }
    /// Machine code that all share.
    struct Shared {
        /// Where entries go that have no machine code yet.
        let entry: UnsafeMutablePointer<UInt8>
        /// Compiles the version with the number in rsi.
        let compile: UnsafeMutablePointer<UInt8>
        /// Goes on where the frame says.
        let resume: UnsafeMutablePointer<UInt8>
        /// Where calls go whose callee has no machine code, and where they go that have none yet for their first instruction.
        let plainStart: UInt64
        let firstStart: UInt64
    }
    /// Where the machine code of a generator goes that yields to native code; 0: not made yet.
    nonisolated(unsafe) private(set) static var yielded: UInt64 = 0
    /// Where the machine code of a suspended generator goes on, if it was that which suspended it.
    @inline(__always) static func place(_ window: FramePointer) -> Handler? {
        let number = window.code.pointee.nativeNumber
        guard number != 0, window.extra.bits == UInt64(number) else { return nil }
        return unsafeBitCast(UnsafeRawPointer(bitPattern: UInt(window.note >> 32)), to: Handler?.self)
    }
    /// Nil: not made yet.
    nonisolated(unsafe) private static var shared: Shared?

    /// The function of the running frame has become hot.
    @inline(never) static func heat(_ code: CodePointer) {
        code.pointee.heat = Int32.max
        guard isOn, !Tracing.isAnyone, !AllocationTraces.isOn, code.pointee.native == nil, let shared = prepare() else { return }
        if !retired.isEmpty { retired.removeAll { $0.isOver } }
        guard code.pointee.instructionCount < 20000, let native = NativeCode(code, shared) else { return }
        code.pointee.nativeCode = Unmanaged.passRetained(native)
        code.pointee.native = native.entries
        code.pointee.nativeOpcodes = native.opcodes
        code.pointee.nativeStart = shared.firstStart
        code.pointee.nativeNumber = Int(native.number)
        note(native)
        patch(native)
    }
    /// Lets instructions that machine code does have the opcode `native`.
    private static func patch(_ native: NativeCode) {
        var word = 0
        while word < native.wordCount {
            let opcode = native.opcode(word)
            if NativeTemplates.isInline(opcode) {
                let place = native.code.pointee.instructions + word
                place.pointee = place.pointee & ~0xFF | UInt64(Opcode.native.rawValue)
            }
            word += 1 + opcode.cacheWords
        }
    }
    /// The function goes back to being interpreted.
    static func discard(_ code: CodePointer) {
        guard let held = code.pointee.nativeCode else { return }
        let native = held.takeRetainedValue()
        code.pointee.nativeCode = nil
        code.pointee.native = nil
        code.pointee.nativeOpcodes = nil
        code.pointee.nativeNumber = 0
        if code.pointee.nativeStart != 0 { code.pointee.nativeStart = native.shared.plainStart }
        clearReturns(code)
        let instructions = code.pointee.instructions
        var word = 0
        while word < native.wordCount {
            let opcode = native.opcode(word)
            instructions[word] = native.instruction(word)
            word += 1 + opcode.cacheWords
        }
        if code.pointee.nativeRounds < mostRounds {
            code.pointee.nativeRounds += 1
            code.pointee.heat = threshold
        }
        all.removeValue(forKey: ObjectIdentifier(native))
        if !retired.isEmpty { retired.removeAll { $0.isOver } }
        if native.retire() { retired.append(native) }
    }
    /// Code that was thrown away while native functions ran that return to it.
    nonisolated(unsafe) private static var retired: [NativeCode] = []

    /// The code object goes.
    @inline(__always) static func forget(_ code: CodePointer) {
        if code.pointee.native != nil { discard(code) }
        if code.pointee.isCallee { forgetCallee(code) }
    }
    @inline(never) private static func forgetCallee(_ code: CodePointer) {
        for native in all.values where native.callees.contains(code) { discard(native.code) }
    }
    /// Frames that were called, or resumed, by machine code of a function do not return to it any more.
    private static func clearReturns(_ code: CodePointer) {
        var state = ThreadStates.first
        while let current = state {
            var frame = ThreadStates.frame(current)
            while let fp = frame {
                let previous = fp.previous
                if let previous, previous.code == code {
                    if fp.isGenerator { fp.note &= 0xFFFF_FFFF } else if fp.extra.isSmallInt { fp.extra = .null }
                }
                frame = previous
            }
            state = current.pointee.next
        }
    }
    /// A call of the function is about to be compiled.
    static func prepareStart(_ code: CodePointer, _ shared: Shared) {
        if code.pointee.native == nil && code.pointee.nativeRounds < mostRounds { heat(code) }
        if code.pointee.nativeStart == 0 { code.pointee.nativeStart = shared.plainStart }
    }
    nonisolated(unsafe) private static var all: [ObjectIdentifier: NativeCode] = [:]

    /// An instruction in front of `cache` is to have another opcode.
    @inline(never) static func changed(_ fp: FramePointer, _ place: ProgramCounter, _ opcode: Opcode) {
        let code = fp.code
        let word = place - code.pointee.instructions
        guard let opcodes = code.pointee.nativeOpcodes, word >= 0 && word < code.pointee.instructionCount, opcodes[word] != opcode.rawValue,
            let native = code.pointee.nativeCode?.takeUnretainedValue()
        else { return }
        opcodes[word] = opcode.rawValue
        native.changes += 1
        switch opcode {
        case .loadGlobalModule, .loadGlobalBuiltin, .loadNameGlobal, .loadNameBuiltin, .storeNameGlobal:
            discard(code)
        default:
            if native.changes >= 8 << (2 * Int(code.pointee.nativeRounds)) { discard(code) }
        }
    }

    /// The instruction at a place of a frame's code, with the opcode that it has for the interpreter.
    @inline(__always) static func instruction(_ fp: FramePointer, _ place: ProgramCounter) -> UInt64 {
        let word = place.pointee
        if UInt8(truncatingIfNeeded: word) != Opcode.native.rawValue { return word }
        return original(fp.code, place)
    }
    /// The same for word `index` of a code.
    static func instruction(_ code: CodePointer, _ index: Int) -> UInt64 {
        let word = code.pointee.instructions[index]
        if UInt8(truncatingIfNeeded: word) != Opcode.native.rawValue { return word }
        return original(code, code.pointee.instructions + index)
    }
    @inline(__always) static func original(_ code: CodePointer, _ place: ProgramCounter) -> UInt64 {
        guard let opcodes = code.pointee.nativeOpcodes else { return place.pointee }
        return place.pointee & ~0xFF | UInt64(opcodes[place - code.pointee.instructions])
    }

    /// Somebody traces from now on, or nobody any more: machine code tells nobody of lines.
    static func tracingChanged(_ on: Bool) {
        guard on else { return }
        for native in all.values {
            native.code.pointee.nativeRounds = 0
            discard(native.code)
        }
    }

    // MARK: What templates know by name

    /// `len`, and the descriptor of `list.append`; kept for good.
    static let lengthFunction: Value = {
        guard let fp = CurrentFrame.fp, DictObject.isExact(fp.builtins) else { return .null }
        let value = DictObject.get(fp.builtins, name: StrObject.intern("len").value)
        guard value.isObject, value.object.pointee.ob_type == PyCFunction_TypePointer(),
            NativeFunctionObject.boundSelf(value).isObject, NativeFunctionObject.boundSelf(value).type == PyModule_TypePointer(),
            ModuleObject.dict(NativeFunctionObject.boundSelf(value)) === fp.builtins,
            let name = NativeFunctionObject.head(value).pointee.m_ml.pointee.ml_name, String(cString: name) == "len"
        else { return .null }
        value.retain()
        return value
    }()
    static let appendMethod: Value = PyList_TypePointer().lookup(StrObject.intern("append").value)

    // MARK: Shared machine code

    private static func prepare() -> Shared? {
        if let shared { return shared }
        guard let chunk = CodeArena.allocate() else {
            isOn = false
            return nil
        }
        var assembler = Assembler(cursor: chunk, end: chunk + CodeArena.chunkSize)
        guard let offset = MemoryLayout<LinkedCode>.offset(of: \LinkedCode.native) else { return nil }
        // The handler of `native`.
        let handler = assembler.cursor
        assembler.load(.rax, .rdi, -56)
        assembler.load(.rax, .rax, offset)
        assembler.move(.rcx, .rsi)
        assembler.operate(.sub, .rcx, .rax, 0)
        assembler.jump(.rax, .rcx, 8)
        // Where no machine code is yet: (frame, address) to machine code.
        let first = assembler.cursor
        assembler.push(.rdi)
        assembler.call(address(of: nativeEnter))
        assembler.pop(.rdi)
        assembler.jump(register: .rax)
        // The version with the number in rsi.
        let version = assembler.cursor
        // (rax may hold what the version expects there.)
        assembler.push(.rdi)
        assembler.push(.rax)
        assembler.push(.rax)
        assembler.call(address(of: nativeVersion))
        assembler.move(.r8, .rax)
        assembler.pop(.rax)
        assembler.pop(.rax)
        assembler.pop(.rdi)
        assembler.jump(register: .r8)
        // Where the frame says.
        let resume = assembler.cursor
        assembler.load(.rsi, .rdi, -40)
        let dispatch = assembler.cursor
        assembler.load(.rdx, .rsi, 0)
        assembler.load8(.rax, .rsi, 0)
        assembler.jump(table: NativeTemplates.handlers)
        let plainStart = UInt64(UInt(bitPattern: assembler.cursor))
        assembler.load(.rsi, .rdi, -56)
        assembler.load(.rsi, .rsi, MemoryLayout<LinkedCode>.offset(of: \LinkedCode.instructions) ?? 0)
        assembler.jump(to: dispatch)
        let firstStart = UInt64(UInt(bitPattern: assembler.cursor))
        assembler.push(.rdi)
        assembler.call(address(of: nativeBegin))
        assembler.pop(.rdi)
        assembler.jump(register: .rax)
        yielded = UInt64(UInt(bitPattern: assembler.cursor))
        assembler.move(.rdi, .rax)
        assembler.jump(toAddress: UInt64(UInt(bitPattern: unsafeBitCast(nativeYielded as @convention(c) (Value) -> Void, to: UnsafeRawPointer.self))))
        let made = Shared(entry: first, compile: version, resume: resume, plainStart: plainStart, firstStart: firstStart)
        shared = made
        Handlers.set(.native, unsafeBitCast(handler, to: Handler.self))
        return made
    }
    static func address(of function: @convention(c) (FramePointer, Int) -> UnsafeMutablePointer<UInt8>) -> UInt64 {
        UInt64(UInt(bitPattern: unsafeBitCast(function, to: UnsafeRawPointer.self)))
    }
    static var interpret: UnsafeMutablePointer<UInt8> {
        unsafeBitCast(nativeInterpret as @convention(c) (FramePointer) -> Void, to: UnsafeMutablePointer<UInt8>.self)
    }
    static func note(_ native: NativeCode) { all[ObjectIdentifier(native)] = native }
}

/// Machine code for the instruction at an address, where control comes from its handler.
@c(_pyswift_native_enter) func nativeEnter(_ fp: FramePointer, _ address: Int) -> UnsafeMutablePointer<UInt8> {
    let native = fp.code.pointee.nativeCode.unsafelyUnwrapped.takeUnretainedValue()
    let word = (address - Int(bitPattern: fp.code.pointee.instructions)) / 8
    let code = NativeTemplates.compile(native, native.version(word, .nothing), fp)
    if code != NativeTier.interpret { native.entries[word + 1] = UInt64(UInt(bitPattern: code)) }
    return code
}
/// The first instruction of a function that machine code calls: local variables that are no arguments are unbound.
@c(_pyswift_native_begin) func nativeBegin(_ fp: FramePointer, _: Int) -> UnsafeMutablePointer<UInt8> {
    let code = fp.code
    let native = code.pointee.nativeCode.unsafelyUnwrapped.takeUnretainedValue()
    var context = NativeContext.nothing
    for slot in code.pointee.argumentCount + code.pointee.keywordOnlyCount..<code.pointee.localCount { context[slot] = .null }
    let start = NativeTemplates.compile(native, native.version(0, context), fp)
    if start != NativeTier.interpret { code.pointee.nativeStart = UInt64(UInt(bitPattern: start)) }
    return start
}
@c(_pyswift_native_version) func nativeVersion(_ fp: FramePointer, _ number: Int) -> UnsafeMutablePointer<UInt8> {
    let native = fp.code.pointee.nativeCode.unsafelyUnwrapped.takeUnretainedValue()
    return NativeTemplates.compile(native, number, fp)
}
/// Goes on where the frame says with the handler of what stands there: there was no room for machine code.
@c(_pyswift_native_interpret) func nativeInterpret(_ fp: FramePointer) {
    let pc = fp.pc
    let word = NativeTier.instruction(fp, pc)
    return _pyswift_handler(word)(fp, pc, word)
}
/// A call that became hot: goes on in the frame that was just entered.
@inline(never) func heatAndEnter(_ fp: FramePointer) {
    NativeTier.heat(fp.code)
    return dispatch(fp, fp.code.pointee.instructions)
}
/// A loop that became hot.
@inline(never) func heatAndJump(_ fp: FramePointer, _ target: ProgramCounter) {
    NativeTier.heat(fp.code)
    return branch(fp, target, back: true)
}
/// Frees the object of a register that was stored over, and goes on at `pc`.
@c(_pyswift_native_deallocate) func nativeDeallocate(_ fp: FramePointer, _ pc: ProgramCounter, _ object: UInt64) {
    fp.pc = pc
    deallocate(Value(bits: object).object)
    return proceed(.next)
}
/// Frees an int.
@c(_pyswift_native_free_int) func nativeFreeInt(_ object: UInt64) { IntObject.free(Value(bits: object).object) }
/// Frees an iterator of a range, which nothing can look at.
@c(_pyswift_native_free_range) func nativeFreeRange(_ object: UInt64) { deallocate(Value(bits: object).object) }
/// 0 or 1: what comes of comparing two ints; 2: not done here. Runs nothing of Python's.
@c(_pyswift_native_compare) func nativeCompare(_ a: UInt64, _ b: UInt64, _ comparison: UInt64) -> UInt32 {
    UInt32(QuickNumbers.compare(Comparison(rawValue: Int32(truncatingIfNeeded: comparison)).unsafelyUnwrapped, Value(bits: a), Value(bits: b)))
}
/// What comes of an operation with two ints, or other numbers; 0: not done here. Runs nothing of Python's.
@c(_pyswift_native_binary) func nativeBinary(_ a: UInt64, _ b: UInt64, _ operation: UInt64) -> UInt64 {
    QuickNumbers.binary(BinaryOperation(rawValue: Int(operation)).unsafelyUnwrapped, Value(bits: a), Value(bits: b)).bits
}
