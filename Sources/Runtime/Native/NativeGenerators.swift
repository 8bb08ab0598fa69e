// Templates: loops over generators, yields and delegation.
//
// While a generator is suspended by machine code, the upper half of its note says where its machine code goes on, and `extra` (which has
// no use then) which machine code that is: a number that no other machine code gets, so that what was thrown away since is not entered. While it
// runs for a loop, or for one that delegates to it, the upper half of its note says where machine code of that one goes on with the value,
// which is in rax. What suspends or resumes it otherwise writes something else to `extra`, or nothing to the upper half.

import CPythonABI
import Compiler

extension NativeTemplates {
    /// What stands where, seen from register 0 of a generator's frame.
    private enum Place {
        static let object = -Generators.windowOffset
        static let excState = object + offset(\PyGenObject.gi_exc_state)
        static let previousItem = excState + (MemoryLayout<_PyErr_StackItem>.offset(of: \_PyErr_StackItem.previous_item) ?? 0)
        static let state = object + offset(\PyGenObject.gi_frame_state)
        static let code = -56
        static let previous = -48
        static let pc = -40
        static let note = -32
        static let extra = -8
        private static func offset(_ field: PartialKeyPath<PyGenObject>) -> Int { MemoryLayout<PyGenObject>.offset(of: field) ?? 0 }
    }
    static let suspendAndTurn = UInt64(
        UInt(bitPattern: unsafeBitCast(nativeSuspend as @convention(c) (FramePointer, Value) -> Void, to: UnsafeRawPointer.self)))

    static let receiveAndTurn = UInt64(
        UInt(bitPattern: unsafeBitCast(nativeReceive as @convention(c) (FramePointer) -> Void, to: UnsafeRawPointer.self)))

    /// A step of a loop over a suspended generator.
    mutating func forGenerator() -> TemplateResult {
        let continuation: Continuation = flag(InstructionFlags.tempA) ? .forIter : .forIterLocal
        requireSuspended(b)
        resume(next: word + 2, UInt64(a) | UInt64(continuation.rawValue) << 16)
        store(.rax, .unknown)
        written = ~0
        jump(to: word + length, context)
        return .end
    }
    /// A step of a delegation to a suspended generator; what it yields, this one yields.
    mutating func yieldFrom() -> TemplateResult {
        guard !flag(InstructionFlags.isAwait), context[a] == .none || context[a] == .unknown else { return exit() }
        if context[a] != .none {
            assembler.operate(.cmp, .rdi, a * 8, number: Int32(Value.none.bits))
            leave(.notEqual)
            context[a] = .none
        }
        requireSuspended(b)
        resume(next: word + 1, UInt64(Continuation.yieldFrom.rawValue) << 16)
        // When this one is resumed, it delegates again.
        assembler.move(.rcx, address(word))
        assembler.store(.rdi, Place.pc, .rcx)
        requireResumer { templates, condition in templates.cold.append(.suspend(templates.assembler.jump(condition))) }
        suspend()
        jump(to: word, context)
        return .end
    }
    mutating func yieldValue() -> TemplateResult {
        guard !flag(InstructionFlags.asyncWrap), code.pointee.flags & CodeFlags.anyGenerator == CodeFlags.generator else { return exit() }
        let kind = context[b]
        load(.rax, b)
        requireBound(.rax, kind)
        requireResumer { templates, condition in templates.leave(condition) }
        if flag(InstructionFlags.killB) {
            assembler.store(.rdi, b * 8, number: 0)
            forget(b)
        } else {
            retain(.rax, kind, .rcx)
        }
        assembler.move(.rcx, address(word + length))
        assembler.store(.rdi, Place.pc, .rcx)
        suspend()
        assembler.move(.rax, Value.none.bits)
        store(.rax, .none)
        written = ~0
        jump(to: word + length, context)
        return .end
    }

    /// rax = the suspended generator in a register, r10 = what resumes it, r11 = the loop's state; leaves if it is none, or if there is no room.
    private mutating func requireSuspended(_ slot: Int) {
        load(.rax, slot)
        if !context[slot].isObject { requireObject(.rax, .rcx) }
        NativeTemplates.compareType(&assembler, .rax, PyGen_TypePointer())
        leave(.notEqual)
        assembler.compare8(.rax, Place.state - Place.object, number: UInt8(bitPattern: Generators.State.suspended.rawValue))
        leave(.notEqual)
        assembler.load(.rcx, .rax, Place.code - Place.object)
        assembler.load(.rcx, .rcx, NativeLayout.nativeNumber)
        assembler.operate(.cmp, .rcx, .rax, Place.extra - Place.object)
        let otherwise = assembler.jump(.notEqual)
        assembler.load(.r10, .rax, Place.note - Place.object)
        assembler.shift(.shr, .r10, 32)
        cold.append(.resumeOtherwise(otherwise, assembler.cursor))
        assembler.move(.r11, NativeTemplates.loop)
        assembler.operate(.cmp, .r11, NativeLayout.recursionRemaining, number: 0)
        leave(.lessOrEqual)
        context[slot] = .object
    }
    /// Resumes the generator in rax, and lands with what it yields in rax. Should it not land, this frame goes on at the word `next`.
    private mutating func resume(next: Int, _ note: UInt64) {
        assembler.increment(.rax)
        assembler.decrement(.r11, NativeLayout.recursionRemaining)
        assembler.move(.rcx, address(next))
        assembler.store(.rdi, Place.pc, .rcx)
        if code.pointee.flags & CodeFlags.anyGenerator != 0 {
            assembler.load(.rcx, .rdi, Place.extra)
        } else {
            assembler.lea(.rcx, .rdi, Int32(code.pointee.registerCount * 8))
        }
        let object = Place.object
        assembler.store(.rax, Place.extra - object, .rcx)
        assembler.store(.rax, Place.previous - object, .rdi)
        let landing = assembler.moveLater(.rcx)
        assembler.store(.rax, Place.note - object, .rcx)
        assembler.loadThread(.rcx, _pyswift_thread_state_offset())
        assembler.load(.rdx, .rcx, NativeLayout.excInfo)
        assembler.store(.rax, Place.previousItem - object, .rdx)
        assembler.lea(.rdx, .rax, Int32(Place.excState - object))
        assembler.store(.rcx, NativeLayout.excInfo, .rdx)
        assembler.store8(.rax, Place.state - object, number: UInt8(bitPattern: Generators.State.executing.rawValue))
        assembler.lea(.rdi, .rax, Int32(Generators.windowOffset))
        assembler.store(.r11, NativeLayout.currentFrame, .rdi)
        assembler.jump(register: .r10)
        let bits: UInt64 = note | FrameFlags.generator | UInt64(UInt(bitPattern: assembler.cursor)) << 32
        UnsafeMutableRawPointer(landing).storeBytes(of: bits, as: UInt64.self)
    }
    /// r8 = where machine code of what resumed this frame goes on. If there is none, or this frame would be the last to hold the
    /// generator, `other` says where to.
    private mutating func requireResumer(_ other: (inout NativeTemplates, Condition) -> Void) {
        assembler.load(.r8, .rdi, Place.note)
        assembler.shift(.shr, .r8, 32)
        other(&self, .equal)
        assembler.operate(.cmp, .rdi, Place.object, number: 1)
        other(&self, .equal)
    }
    /// Suspends this frame, and goes on at r8 with the value in rax. Resumed, it goes on behind this.
    private mutating func suspend() {
        let landing = assembler.moveLater(.rcx)
        assembler.store(.rdi, Place.note, .rcx)
        assembler.store(.rdi, Place.extra, number: native.number)
        assembler.loadThread(.rcx, _pyswift_thread_state_offset())
        assembler.load(.rdx, .rdi, Place.previousItem)
        assembler.store(.rcx, NativeLayout.excInfo, .rdx)
        assembler.store(.rdi, Place.previousItem, number: 0)
        assembler.store8(.rdi, Place.state, number: UInt8(bitPattern: Generators.State.suspended.rawValue))
        assembler.decrement(.rdi, Place.object)
        assembler.load(.rsi, .rdi, Place.previous)
        assembler.store(.rdi, Place.previous, number: 0)
        assembler.move(.r11, NativeTemplates.loop)
        assembler.increment(.r11, NativeLayout.recursionRemaining)
        assembler.store(.r11, NativeLayout.currentFrame, .rsi)
        assembler.move(.rdi, .rsi)
        assembler.jump(register: .r8)
        let bits: UInt64 = FrameFlags.generator | UInt64(UInt(bitPattern: assembler.cursor)) << 32
        UnsafeMutableRawPointer(landing).storeBytes(of: bits, as: UInt64.self)
    }
}

/// Suspends a generator's frame with an owned value; its pc says where it goes on.
@c(_pyswift_native_suspend) func nativeSuspend(_ fp: FramePointer, _ value: Value) { return proceed(Generators.suspend(fp, value)) }
/// A generator's frame that its machine code did not suspend goes on; its pc says where.
@c(_pyswift_native_receive) func nativeReceive(_ fp: FramePointer) {
    Generators.receive(fp, .none)
    return proceed(.frame)
}
