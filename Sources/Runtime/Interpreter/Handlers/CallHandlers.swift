// Handlers: calls and returns.

import CPythonABI
import Compiler

extension Handlers {
    static func installCalls() {
        set(.call, opCall)
        set(.callMethod, opCallMethod)
        set(.callKeyword, opCallKeyword)
        set(.callEx, opCallEx)
        set(.returnValue, opReturnValue)
        set(.makeFunction, opMakeFunction)
        set(.loadBuildClass, opLoadBuildClass)
    }
}

/// Enters a Python function with plain arguments, which stand at `new`: nothing moves, nothing is allocated. The caller has checked
/// that the function takes as many, and has its pc saved.
@inline(__always) func enter(
    _ fp: FramePointer, _ new: FramePointer, _ function: Value, _ code: CodePointer, _ count: Int, _ note: UInt64
) {
    new.function = function
    new.code = code
    new.previous = fp
    new.note = note
    new.frameObject = .null
    new.locals = .null
    new.extra = .null
    // (As a plain loop this became a call of memset.)
    var slot = new + count
    let end = new + code.pointee.localCount
    while slot < end {
        slot.pointee = .null
        slot = UnsafeMutableRawPointer(_pyswift_opaque(UnsafeMutableRawPointer(slot + 1).assumingMemoryBound(to: UInt64.self)).unsafelyUnwrapped)
            .assumingMemoryBound(to: Value.self)
    }
    _pyswift_loop.recursion_remaining &-= 1
    CurrentFrame.fp = new
    let heat = code.pointee.heat &- 1
    code.pointee.heat = heat
    if heat == 0 { return heatAndEnter(new) }
    return dispatch(new, code.pointee.instructions)
}
/// Whether a frame can be entered without further ado: there is room for it, and nobody waiting.
@inline(__always) func canEnter(_ new: FramePointer, _ code: CodePointer) -> Bool {
    _pyswift_loop.eval_breaker == 0 && ValueStack.fits(new, code.pointee.registerCount)
        && _pyswift_loop.recursion_remaining > 0
}

@c(_pyswift_op_call) func opCall(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let base = fp + operandA(pc)
    let callable = base.pointee
    let count = operandB(pc)
    fp.pc = pc + 3
    if callable.isObject && callable.object.pointee.ob_type == PyFunction_TypePointer() {
        let code = FunctionObject.linked(callable)
        let new = base + frameHeaderSize
        if code.pointee.simpleArgumentCount == count && !fp.isGenerator && canEnter(new, code) {
            return enter(fp, new, callable, code, count, Calls.note(word, UInt64(operandC(pc))))
        }
    }
    if callable.isObject && callable.object.pointee.ob_type == PyCFunction_TypePointer() {
        let flags = NativeFunctionObject.head(callable).pointee.m_ml.unsafelyUnwrapped.pointee.ml_flags
        // (Both as one number: one comparison.)
        if Int(flags) &<< 16 | count == Int(METH_O) &<< 16 | 1 { return callForeignOne(fp, word, callable, base + frameHeaderSize) }
        if flags & NativeFlags.swift == 0 { return callForeign(fp, word, callable, base + frameHeaderSize) }
    }
    // (What is called is read anew, so that it needs no register on the way of a Python function.)
    return callElsewhere(fp, word)
}
/// (A function of its own, so that the handler calls nothing and needs no native frame. So with the others.)
@inline(never) private func returnSlowly(_ fp: FramePointer, _ word: UInt64) {
    if fp.note == UInt64(Continuation.exit.rawValue) << 16 && fp.frameObject.isNull && fp.locals.isNull && !fp[operandA(word)].isNull {
        return returnToNative(fp, word)
    }
    return proceed(Slow.returnValue(fp, word))
}
/// Leaves a frame that native code entered (sort keys, `map`, callbacks of C), and the loop with it.
@inline(never) private func returnToNative(_ fp: FramePointer, _ word: UInt64) {
    let source = fp + operandA(word)
    let value = source.pointee
    let end = fp + fp.code.pointee.localCount
    if source < end || hasFlag(word, InstructionFlags.killA) { source.pointee = .null } else { value.retain() }
    var slot = fp
    while slot < end {
        let local = slot.pointee
        slot.pointee = .null
        local.release()
        slot += 1
    }
    // Destructors may have asked for it.
    if !fp.frameObject.isNull { FrameObject.detach(fp) }
    let function = fp.function
    _pyswift_loop.recursion_remaining &+= 1
    CurrentFrame.fp = fp.previous
    function.release()
    Interpreter.result = value
    Interpreter.yielded = false
    return leave()
}

@c(_pyswift_op_callMethod) func opCallMethod(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let base = fp + operandA(pc)
    let callable = base.pointee
    fp.pc = pc + 3
    if callable.isObject && callable.object.pointee.ob_type == PyFunction_TypePointer() {
        let code = FunctionObject.linked(callable)
        let new = base[8].isNull ? base + 9 : base + frameHeaderSize
        let count = operandB(pc) &+ (base[8].isNull ? 0 : 1)
        if code.pointee.simpleArgumentCount == count && !fp.isGenerator && canEnter(new, code) {
            return enter(fp, new, callable, code, count, Calls.note(word, UInt64(operandC(pc))))
        }
    }
    if callable.isObject {
        // Functions and methods made in C: Swift's have no native frame to set up for them.
        if callable.object.pointee.ob_type == PyMethodDescr_TypePointer() {
            if !base[8].isNull && Descriptors.definition(callable).pointee.ml_flags & NativeFlags.swift == 0 {
                return callForeignMethod(fp, word, callable, base + frameHeaderSize + 1)
            }
        } else if callable.object.pointee.ob_type == PyCFunction_TypePointer() && base[8].isNull,
            NativeFunctionObject.head(callable).pointee.m_ml.unsafelyUnwrapped.pointee.ml_flags & NativeFlags.swift == 0
        {
            return callForeign(fp, word, callable, base + 9)
        }
    }
    return callMethodElsewhere(fp, word)
}

/// A function of Swift with plain arguments at once; everything else takes the slow path.
@inline(never) private func callElsewhere(_ fp: FramePointer, _ word: UInt64) {
    let callable = fp[operandA(word)]
    if callable.isObject && callable.object.pointee.ob_type == PyCFunction_TypePointer() && NativeStack.hasRoom {
        let arguments = fp + operandA(word) + frameHeaderSize
        guard let native = Descriptors.native(NativeFunctionObject.head(callable).pointee.m_ml) else {
            return callForeign(fp, word, callable, arguments)
        }
        let count = operandB(word)
        var result = Value.null
        if callNative(native, NativeFunctionObject.boundSelf(callable), arguments, count, &result) {
            return finishNative(fp, word, callable, arguments, count, result)
        }
    }
    if callable.bits == PySuper_TypePointer().value.bits && operandB(word) == 0 { return callSuper(fp, word, callable) }
    return proceed(Slow.call(fp, word))
}
@inline(never) private func callMethodElsewhere(_ fp: FramePointer, _ word: UInt64) {
    let base = fp + operandA(word)
    let callable = base.pointee
    if callable.isObject && base[8].isNull {
        return proceed(Slow.callMethod(fp, word))
    }
    if callable.isObject && callable.object.pointee.ob_type == PyMethodDescr_TypePointer() && NativeStack.hasRoom {
        guard let native = Descriptors.native(Descriptors.definition(callable)) else { return proceed(Slow.callMethod(fp, word)) }
        let arguments = base + frameHeaderSize
        let count = operandB(word)
        var result = Value.null
        if callNative(native, arguments[0], arguments + 1, count, &result) {
            return finishNative(fp, word, callable, arguments, count + 1, result)
        }
    } else if callable.isObject && callable.object.pointee.ob_type == PyWrapperDescr_TypePointer() && NativeStack.hasRoom {
        let arguments = base + frameHeaderSize
        let count = operandB(word) &+ 1
        let result = callInitializer(callable, arguments, count)
        if !result.isNotImplemented { return finishNative(fp, word, callable, arguments, count, result) }
    }
    return proceed(Slow.callMethod(fp, word))
}
/// Calls a function of Swift if the number of arguments suits it and none has to be arranged. The result is owned, null if it raised.
@inline(__always) private func callNative(
    _ native: UnsafeMutablePointer<NativeMethod>, _ self: Value, _ arguments: FramePointer, _ count: Int, _ result: inout Value
) -> Bool {
    let function = native.pointee.function
    switch native.pointee.kind {
    case .one:
        if count != 1 { return false }
        result = _pyswift_call_binary(function.code, function.context, self, arguments[0])
    case .noArguments:
        if count != 0 { return false }
        result = _pyswift_call_unary(function.code, function.context, self)
    case .positional:
        if count < Int(native.pointee.minimum) || count > Int(native.pointee.maximum) { return false }
        result = _pyswift_call_arguments(function.code, function.context, self, arguments, count, .null)
    case .raw:
        result = _pyswift_call_arguments(function.code, function.context, self, arguments, count, .null)
    case .bound:
        return false
    }
    return true
}
@inline(__always) private func finishNative(
    _ fp: FramePointer, _ word: UInt64, _ callable: Value, _ arguments: FramePointer, _ count: Int, _ result: Value
) {
    var index = 0
    while index < count {
        arguments[index].release()
        index &+= 1
    }
    callable.release()
    if !result.isNull && _pyswift_loop.eval_breaker == 0 {
        let slot = fp + operandC(word)
        if hasFlag(word, InstructionFlags.tempA) {
            slot.pointee = result
            return dispatch(fp, fp.pc)
        }
        let old = slot.pointee
        slot.pointee = result
        return release(old, fp, fp.pc)
    }
    return proceed(Calls.finish(fp, result, Calls.note(word, UInt64(operandC(word)))))
}

@c(_pyswift_op_callKeyword) func opCallKeyword(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 3
    let base = fp + operandA(pc)
    let callable = base.pointee
    if callable.isObject && callable.object.pointee.ob_type == PyCFunction_TypePointer(),
        NativeFunctionObject.head(callable).pointee.m_ml.unsafelyUnwrapped.pointee.ml_flags & NativeFlags.swift == 0
    {
        let names = fp.code.pointee.constants[Int(UInt32(truncatingIfNeeded: pc[1]))]
        if !hasFlag(word, InstructionFlags.methodCall) {
            return callForeignKeywords(fp, word, callable, base + frameHeaderSize, operandB(pc), names)
        }
        if base[8].isNull { return callForeignKeywords(fp, word, callable, base + 9, operandB(pc), names) }
    }
    return proceed(Slow.callKeyword(fp, word, pc + 1))
}

@c(_pyswift_op_callEx) func opCallEx(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.callEx(fp, word))
}

@c(_pyswift_op_returnValue) func opReturnValue(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let source = fp + operandA(pc)
    let value = source.pointee
    let note = fp.note
    fp.pc = pc + 1
    // A plain return: nobody looked at the frame, and the result goes into a register of the caller.
    let plain = isPlain(note)
    if (plain || isInitialization(note) && value.isNone) && fp.frameObject.isNull && fp.locals.isNull && !value.isNull {
        let locals = fp.code.pointee.localCount
        if operandA(pc) < locals {
            // The local variable's own reference is the result's.
            source.pointee = .null
        } else if !hasFlag(word, InstructionFlags.killA) {
            value.retain()
        }
        var slot = fp
        let end = fp + locals
        while slot < end {
            let local = slot.pointee
            if local.isObject {
                let count = local.object.pointee.ob_refcnt &- 1
                local.object.pointee.ob_refcnt = count
                if count == 0 { return clearAndReturn(fp, slot, value) }
            }
            slot += 1
        }
        return plain ? finishReturn(fp, value) : finishInitialization(fp)
    }
    return returnSlowly(fp, word)
}

/// Whether the result goes into a register of the caller, and nothing else is to be done.
@inline(__always) private func isPlain(_ note: UInt64) -> Bool { note & ~(UInt64(Continuation.storeLocal.rawValue) << 16) <= 0xFFFF }
/// Whether the frame is of an `__init__` whose instance, kept in the header, is the result.
@inline(__always) private func isInitialization(_ note: UInt64) -> Bool {
    let rest = note & 0xFFFF_FFFF_FFFF_0000
    return rest == UInt64(Continuation.initialize.rawValue) << 16 | FrameFlags.countsTwice
        || rest == UInt64(Continuation.initializeLocal.rawValue) << 16 | FrameFlags.countsTwice
}

/// Leaves the frame, whose locals are released, and delivers its result.
@inline(__always) private func finishReturn(_ fp: FramePointer, _ value: Value) {
    let note = fp.note
    let caller = fp.previous.unsafelyUnwrapped
    let function = fp.function
    _pyswift_loop.recursion_remaining &+= 1
    CurrentFrame.fp = caller
    let slot = caller + Int(note & 0xFFFF)
    let old = note > 0xFFFF ? slot.pointee : .null
    slot.pointee = value
    let count = function.object.pointee.ob_refcnt &- 1
    if count == 0 { return releaseBoth(function, old) }
    function.object.pointee.ob_refcnt = count
    return release(old, caller, caller.pc)
}
@inline(__always) private func finishInitialization(_ fp: FramePointer) {
    let caller = fp.previous.unsafelyUnwrapped
    let function = fp.function
    _pyswift_loop.recursion_remaining &+= 2
    CurrentFrame.fp = caller
    let slot = caller + Int(fp.note & 0xFFFF)
    if fp.note & 0xFF_0000 == UInt64(Continuation.initializeLocal.rawValue) << 16 {
        let old = slot.pointee
        slot.pointee = fp.extra
        let count = function.object.pointee.ob_refcnt &- 1
        if count == 0 { return releaseBoth(function, old) }
        function.object.pointee.ob_refcnt = count
        return release(old, caller, caller.pc)
    }
    slot.pointee = fp.extra
    return release(function, caller, caller.pc)
}
/// `old` is no longer where a frame holds it.
@inline(never) private func releaseBoth(_ function: Value, _ old: Value) {
    function.release()
    old.release()
    return resume(.next)
}
/// The local in `slot`, which has no reference left, and the ones above it go; those below have been released. Nobody who looks at
/// the frame meanwhile may see them.
@inline(never) func clearAndReturn(_ fp: FramePointer, _ slot: FramePointer, _ value: Value) {
    var cleared = fp
    while cleared < slot {
        cleared.pointee = .null
        cleared += 1
    }
    let dead = slot.pointee
    slot.pointee = .null
    deallocate(dead.object)
    var rest = slot + 1
    let end = fp + fp.code.pointee.localCount
    while rest < end {
        Registers.kill(rest)
        rest += 1
    }
    if isInitialization(fp.note) && fp.frameObject.isNull { return finishInitialization(fp) }
    // A destructor may have asked for the frame, which then outlives it; and what waits for an operator's method wants more than a result.
    if !fp.frameObject.isNull || !isPlain(fp.note) { return resume(Slow.leave(fp, value)) }
    return finishReturn(fp, value)
}

@c(_pyswift_op_makeFunction) func opMakeFunction(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.makeFunction(fp, word))
}

@c(_pyswift_op_loadBuildClass) func opLoadBuildClass(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return proceed(Slow.loadBuildClass(fp, word))
}
