// Templates: calls of Python functions, and returns.
//
// A call knows the code that it enters: it stands first in its version, so that the callable is there to look at when it is compiled.
// The frame of the callee notes where machine code of the caller goes on (in `extra`, as an int, which nobody counts): so what the caller
// knows of its registers outlives the call.

import CPythonABI
import Compiler

extension NativeTemplates {
    static let loop = UInt64(UInt(bitPattern: _pyswift_loop_address()))
    static let clearAndReturn = UInt64(
        UInt(bitPattern: unsafeBitCast(nativeClearAndReturn as @convention(c) (FramePointer, Int, Value) -> Void, to: UnsafeRawPointer.self)))

    mutating func call(method: Bool) -> TemplateResult {
        if word != firstWord {
            jump(to: word, context)
            return .end
        }
        let callable = fp[a]
        if let result = method ? append(callable) : length(callable) { return result }
        return enterFunction(callable, method: method, names: .null) ?? callOutside(callable, method: method)
    }
    /// The call of a Python function; nil: it is not entered from here.
    mutating func enterFunction(_ callable: Value, method: Bool, names: Value) -> TemplateResult? {
        guard FunctionObject.isExact(callable), code.pointee.flags & CodeFlags.anyGenerator == 0 else { return nil }
        let hasSelf = method && !fp[a + 8].isNull
        // (What is no method stands one place below its arguments' frame.)
        let first = method && !hasSelf ? a + 9 : a + 8
        let callee = CodeObject.linked(FunctionObject.code(callable))
        guard let arguments = CallArguments(callable, callee, count: hasSelf ? b + 1 : b, names: names),
            callee.pointee.flags & CodeFlags.anyGenerator == 0, callee.pointee.localCount - arguments.total <= 24
        else { return nil }
        let object = FunctionObject.code(callable)
        let new = first * 8

        load(.rax, a)
        if !context[a].isObject { requireObject(.rax, .rcx) }
        NativeTemplates.compareType(&assembler, .rax, PyFunction_TypePointer())
        leave(.notEqual)
        assembler.move(.rcx, object.bits)
        assembler.operate(.cmp, .rcx, .rax, 48)
        // Another function may be called as often: up to three have versions of their own, told apart by what is said of the callable.
        var other = context
        other[a] = context[a] == .notNumber ? .notInt : .notNumber
        if context[a] != .notInt && hasVersion(other) {
            jump(.notEqual, to: word, other)
        } else {
            leave(.notEqual)
        }
        if method && !(hasSelf && (context[a + 8].isObject || context[a + 8].isNumber)) && !(!hasSelf && context[a + 8] == .null) {
            assembler.operate(.cmp, .rdi, (a + 8) * 8, number: 0)
            leave(hasSelf ? .equal : .notEqual)
        }
        requireDefaults(arguments)
        checkRoom(new, callee)
        if first != a + 8 { assembler.store(.rdi, new - 64, .rax) }
        arrange(arguments, first)
        context.forget(from: a)
        enter(new, callee, arguments.total, Calls.note(instruction, UInt64(c)), result: c)
        return .end
    }
    /// r[a] = the property of r[b] whose getter is in Python, by its version of the class: a call with one argument.
    mutating func loadProperty() -> TemplateResult {
        let cache = code.pointee.instructions + word + 1
        let getter = Value(bits: cache[1])
        guard getter.isObject, getter.object.pointee.ob_type == PyFunction_TypePointer(), code.pointee.flags & CodeFlags.anyGenerator == 0 else { return exit() }
        let callee = FunctionObject.linked(getter)
        guard callee.pointee.simpleArgumentCount == 1, callee.pointee.flags & CodeFlags.anyGenerator == 0, callee.pointee.localCount <= 24 else { return exit() }
        let new = (code.pointee.registerCount + frameHeaderSize) * 8
        requireTypeVersion(b, UInt32(truncatingIfNeeded: cache[0] >> 32))
        // The getter may have got other code since.
        assembler.move(.rdx, getter.bits)
        assembler.move(.rcx, FunctionObject.code(getter).bits)
        assembler.operate(.cmp, .rcx, .rdx, 48)
        leave(.notEqual)
        checkRoom(new, callee)
        assembler.increment(.rdx)
        assembler.store(.rdi, new - 64, .rdx)
        load(.rcx, b)
        if flag(InstructionFlags.killB) {
            // The getter may raise, and what unwinds releases the operands that are still there.
            assembler.store(.rdi, b * 8, number: 0)
            forget(b)
        } else {
            assembler.increment(.rcx)
        }
        assembler.store(.rdi, new, .rcx)
        enter(new, callee, 1, Calls.note(instruction, UInt64(a)), result: a)
        return .end
    }
    /// Leaves unless a frame for the callee can be entered without further ado. r11 = the loop's state; rdx is kept.
    mutating func checkRoom(_ new: Int, _ callee: CodePointer, levels: Int = 1) {
        assembler.move(.r11, NativeTemplates.loop)
        assembler.compare32(.r11, NativeLayout.evalBreaker, number: 0)
        leave(.notEqual)
        assembler.lea(.rcx, .rdi, Int32(new + callee.pointee.registerCount * 8))
        assembler.operate(.cmp, .rcx, .r11, NativeLayout.stackLimit)
        leave(.above)
        assembler.operate(.cmp, .r11, NativeLayout.recursionRemaining, number: Int32(levels - 1))
        leave(.lessOrEqual)
        for _ in 0..<levels { assembler.decrement(.r11, NativeLayout.recursionRemaining) }
    }
    /// Enters the callee, whose function and arguments stand at `new`, and lands with its result in a register. The context is what is known
    /// then.
    private mutating func enter(_ new: Int, _ callee: CodePointer, _ count: Int, _ note: UInt64, result: Int) {
        enterFrame(new, callee, count, note)
        set(result, .unknown)
        written = ~0
        jump(to: word + length, context)
    }
    /// The same, but the result is in rax; where the note has it stored as well, it is.
    mutating func enterFrame(_ new: Int, _ callee: CodePointer, _ count: Int, _ note: UInt64) {
        let locals = callee.pointee.localCount
        let next = address(word + length)
        assembler.move(.rax, next)
        assembler.store(.rdi, -40, .rax)
        assembler.move(.rax, UInt64(UInt(bitPattern: callee)))
        assembler.store(.rdi, new - 56, .rax)
        assembler.store(.rdi, new - 48, .rdi)
        if note < 1 << 31 {
            assembler.store(.rdi, new - 32, number: Int32(note))
        } else {
            assembler.move(.rax, note)
            assembler.store(.rdi, new - 32, .rax)
        }
        assembler.store(.rdi, new - 24, number: 0)
        assembler.store(.rdi, new - 16, number: 0)
        let landing = assembler.moveLater(.rax)
        assembler.store(.rdi, new - 8, .rax)
        var local = count
        while local < locals {
            assembler.store(.rdi, new + local * 8, number: 0)
            local += 1
        }
        assembler.operate(.add, .rdi, number: Int32(new))
        assembler.store(.r11, NativeLayout.currentFrame, .rdi)
        NativeTier.prepareStart(callee, native.shared)
        native.callees.insert(callee)
        callee.pointee.isCallee = true
        assembler.load(.rax, at: UInt64(UInt(bitPattern: callee)) + UInt64(NativeLayout.nativeStart))
        assembler.jump(register: .rax)
        // The callee comes back here.
        let back = Value(smallInt: Int(bitPattern: assembler.cursor)).bits
        UnsafeMutableRawPointer(landing).storeBytes(of: back, as: UInt64.self)
    }

    /// `len` of a container; nil: something else is called.
    private mutating func length(_ callable: Value) -> TemplateResult? {
        guard b == 1, callable.isObject, callable === NativeTier.lengthFunction, fp[a + 8].isObject else { return nil }
        if let result = callForeignLength() { return result }
        let type = fp[a + 8].object.pointee.ob_type.unsafelyUnwrapped
        var offset = 16
        if type == PyDict_TypePointer() {
            offset = NativeLayout.dictUsed
        } else if type != PyList_TypePointer() && type != PyTuple_TypePointer() && type != PyUnicode_TypePointer() {
            return nil
        }
        requireCallable(callable)
        load(.rax, a + 8)
        if !context[a + 8].isObject { requireObject(.rax, .rcx) }
        NativeTemplates.compareType(&assembler, .rax, type)
        leave(.notEqual)
        assembler.operate(.cmp, .rax, 0, number: 1)
        leave(.equal)
        assembler.decrement(.rax)
        assembler.load(.rax, .rax, offset)
        assembler.decrement(.rdx)
        assembler.shift(.shl, .rax, 15)
        boxShifted(.rax)
        context.forget(from: a)
        store(c, .rax, .int, temporary: flag(InstructionFlags.tempA), next: word + length)
        return .next
    }
    /// `append` of a list with room for one more item; nil: something else is called.
    private mutating func append(_ callable: Value) -> TemplateResult? {
        guard b == 1, callable.isObject, callable === NativeTier.appendMethod, ListObject.isExact(fp[a + 8]), a + 9 < NativeContext.size else { return nil }
        requireCallable(callable)
        load(.rax, a + 8)
        if !context[a + 8].isObject { requireObject(.rax, .rcx) }
        NativeTemplates.compareType(&assembler, .rax, PyList_TypePointer())
        leave(.notEqual)
        assembler.test8(.rax, -16, number: 1)
        leave(.notEqual)
        assembler.operate(.cmp, .rax, 0, number: 1)
        leave(.equal)
        assembler.load(.rcx, .rax, 16)
        assembler.operate(.cmp, .rcx, .rax, 32)
        leave(.greaterOrEqual)
        assembler.decrement(.rax)
        assembler.decrement(.rdx)
        load(.r8, a + 9)
        assembler.load(.r9, .rax, 24)
        assembler.storeIndexed(.r9, .rcx, .r8)
        assembler.operate(.add, .rcx, number: 1)
        assembler.store(.rax, 16, .rcx)
        context.forget(from: a)
        assembler.move(.rax, Value.none.bits)
        store(c, .rax, .none, temporary: flag(InstructionFlags.tempA), next: word + length)
        return .next
    }
    /// Leaves unless the callable, which goes to rdx, is the one.
    private mutating func requireCallable(_ callable: Value) {
        load(.rdx, a)
        assembler.move(.rcx, callable.bits)
        assembler.operate(.cmp, .rdx, .rcx)
        leave(.notEqual)
    }

    mutating func returnValue() -> TemplateResult {
        let kind = context[a]
        let locals = code.pointee.localCount
        guard locals <= 16, kind != .null, code.pointee.flags & CodeFlags.anyGenerator == 0 else { return exit() }
        let isLocal = a < locals
        load(.rax, a)
        if !kind.isObject && !kind.isPlain {
            assembler.test(.rax, .rax)
            leave(.equal)
        }
        // A plain return: nobody looked at the frame, and the result goes into a register of the caller.
        assembler.load(.r9, .rdi, -32)
        assembler.move(.rcx, .r9)
        assembler.operate(.and, .rcx, number: ~(Int32(Continuation.storeLocal.rawValue) << 16))
        assembler.operate(.cmp, .rcx, number: 0xFFFF)
        let otherwise = assembler.jump(.above)
        let plain = assembler.cursor
        assembler.operate(.cmp, .rdi, -24, number: 0)
        leave(.notEqual)
        assembler.operate(.cmp, .rdi, -16, number: 0)
        leave(.notEqual)
        assembler.load(.r10, .rdi, -64)
        assembler.operate(.cmp, .r10, 0, number: 1)
        leave(.equal)
        if isLocal {
            if !kind.isPlain { assembler.store(.rdi, a * 8, number: 0) }
        } else if !flag(InstructionFlags.killA) {
            retain(.rax, kind, .rcx)
        }
        for slot in 0..<locals where !(isLocal && slot == a) {
            let held = context[slot]
            if held.isPlain { continue }
            load(.rdx, slot)
            let skips = skipUnlessObject(.rdx, held, .rcx)
            assembler.decrement(.rdx)
            cold.append(.clear(assembler.jump(.equal), slot))
            land(skips)
        }
        assembler.move(.rcx, .r9)
        assembler.operate32(.and, .rcx, number: 0xFFFF)
        assembler.load(.rsi, .rdi, -48)
        assembler.load(.r8, .rdi, -8)
        assembler.move(.r11, NativeTemplates.loop)
        assembler.increment(.r11, NativeLayout.recursionRemaining)
        assembler.store(.r11, NativeLayout.currentFrame, .rsi)
        assembler.decrement(.r10)
        assembler.move(.rdi, .rsi)
        assembler.operate(.cmp, .r9, number: 0xFFFF)
        let temporary = assembler.skip(.belowOrEqual)
        // test r9d, 0xFE0000
        assembler.test32(.r9, number: 0xFE_0000)
        let handed = assembler.jump(.notEqual)
        assembler.loadIndexed(.rdx, .rdi, .rcx)
        assembler.storeIndexed(.rdi, .rcx, .rax)
        assembler.move(.rcx, .rdx)
        assembler.shift(.shr, .rcx, 48)
        let number = assembler.skip(.notEqual)
        assembler.operate(.cmp, .rdx, number: 0x100)
        let constant = assembler.skip(.below)
        assembler.decrement(.rdx)
        cold.append(.deallocateAndReturn(assembler.jump(.equal)))
        let stored = assembler.skip()
        assembler.land(temporary)
        assembler.storeIndexed(.rdi, .rcx, .rax)
        assembler.land(number)
        assembler.land(constant)
        assembler.land(stored)
        // To the caller's machine code, if it is that which called.
        assembler.test(.r8, .r8)
        assembler.jump(.equal, to: native.shared.resume)
        assembler.move32(.r8, .r8)
        assembler.jump(register: .r8)
        let word = word
        cold.append(.block([otherwise]) { (self) in
            // Machine code that waits for an operator's method takes the result itself.
            var others: [JumpSite] = []
            self.assembler.move(.rcx, .r9)
            self.assembler.shift(.shr, .rcx, 16)
            self.assembler.operate32(.and, .rcx, number: ~Int32(truncatingIfNeeded: FrameFlags.countsTwice >> 16) & 0xFFFF)
            self.assembler.operate32(.cmp, .rcx, number: Int32(Continuation.operation.rawValue))
            let operation = self.assembler.skip(.equal)
            self.assembler.operate32(.cmp, .rcx, number: Int32(Continuation.comparison.rawValue))
            others.append(self.assembler.jump(.notEqual))
            self.assembler.land(operation)
            self.assembler.operate(.cmp, .rdi, -8, number: 0)
            others.append(self.assembler.jump(.equal))
            self.assembler.jump(to: plain)
            for site in others { self.cold.append(.exit(site, word)) }
        })
        cold.append(.block([handed]) { (self) in
            self.assembler.test32(.r9, number: Int32(FrameFlags.countsTwice))
            let once = self.assembler.skip(.equal)
            self.assembler.increment(.r11, NativeLayout.recursionRemaining)
            self.assembler.land(once)
            self.assembler.move32(.r8, .r8)
            self.assembler.jump(register: .r8)
        })
        return .end
    }
}

/// The local variable of a frame that returns `value` (owned) lost its last reference; those below it are released.
@c(_pyswift_native_clear) func nativeClearAndReturn(_ fp: FramePointer, _ slot: Int, _ value: Value) {
    return clearAndReturn(fp, fp + slot, value)
}

/// The attribute of an object by what is known of its type, borrowed; 0: look further. Runs nothing of Python's.
@c(_pyswift_native_attribute) func nativeAttribute(_ object: UInt64, _ name: UInt64) -> UInt64 {
    let (object, name) = (Value(bits: object).object, Value(bits: name))
    guard let entry = AttributeCache.find(object.pointee.ob_type.pointee.tp_version_tag, name, .load) else { return 0 }
    let place = Int(entry.pointee.place)
    switch entry.pointee.kind {
    case AttributeCache.Kind.instance.rawValue:
        if object.instanceDict.pointee.isNull {
            return place < Int(object.instanceMeta.pointee & 0xFF) ? object.instanceValue(place).pointee.bits : 0
        }
        return DictObject.getSimple(object.instanceDict.pointee, name).bits
    case AttributeCache.Kind.slot.rawValue: return (UnsafeMutableRawPointer(object) + place).load(as: Value.self).bits
    case AttributeCache.Kind.classValue.rawValue: return AttributeCache.hasNoDict(object) ? entry.pointee.value.bits : 0
    default: return 0
    }
}
/// The function that a method of an object's type is, borrowed, or 0.
@c(_pyswift_native_method) func nativeMethod(_ object: UInt64, _ name: UInt64) -> UInt64 {
    let object = Value(bits: object).object
    guard let entry = AttributeCache.find(object.pointee.ob_type.pointee.tp_version_tag, Value(bits: name), .method), AttributeCache.hasNoDict(object)
    else { return 0 }
    return entry.pointee.value.bits
}
/// The item under a key that can be found without Python's help, borrowed, or 0.
@c(_pyswift_native_dict_item) func nativeDictItem(_ dict: UInt64, _ key: UInt64) -> UInt64 {
    let key = Value(bits: key)
    return DictKeys.isSimple(key) ? DictObject.getSimple(Value(bits: dict), key).bits : 0
}
