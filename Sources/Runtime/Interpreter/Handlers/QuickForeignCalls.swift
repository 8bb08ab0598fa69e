// The handlers' calls of functions made in C: one function for each calling convention, with nothing in it that another needs.
//
// A call in a loop is mostly the way to the function and back, so what these do not do is what makes them quick: the convention was
// found before a native frame was set up, and the result is stored, and the next instruction jumped to, from the same frame.
// They call through a pointer, which handlers do not, and are named `callForeign...` for the test of the hot code to know them.

import CPythonABI
import Compiler

/// The call of a built-in function made in C, with `operandB` arguments at `arguments`.
@inline(never) func callForeign(_ fp: FramePointer, _ word: UInt64, _ callable: Value, _ arguments: FramePointer) {
    let flags = NativeFunctionObject.head(callable).pointee.m_ml.unsafelyUnwrapped.pointee.ml_flags & ~(METH_CLASS | METH_COEXIST)
    if flags & ~METH_KEYWORDS == METH_FASTCALL { return callForeignFast(fp, word, callable, arguments) }
    if flags & ~METH_KEYWORDS == METH_VARARGS { return callForeignTuple(fp, word, callable, arguments) }
    if flags == METH_O && operandB(word) == 1 { return callForeignOne(fp, word, callable, arguments) }
    if flags == METH_NOARGS && operandB(word) == 0 { return callForeignNone(fp, word, callable, arguments) }
    return callForeignOtherwise(fp, word, callable, arguments)
}

@inline(never) private func callForeignNone(_ fp: FramePointer, _ word: UInt64, _ callable: Value, _ arguments: FramePointer) {
    let head = NativeFunctionObject.head(callable)
    guard let function = head.pointee.m_ml.unsafelyUnwrapped.pointee.ml_meth, NativeStack.hasRoom else {
        return callForeignOtherwise(fp, word, callable, arguments)
    }
    return finish(fp, word, callable, function(head.pointee.m_self, nil))
}

@inline(never) func callForeignOne(_ fp: FramePointer, _ word: UInt64, _ callable: Value, _ arguments: FramePointer) {
    let head = NativeFunctionObject.head(callable)
    guard NativeStack.hasRoom else { return callForeignOtherwise(fp, word, callable, arguments) }
    let argument = ForeignCallHandlers.lent(arguments.pointee)
    // (Read behind what may have called, so that it needs no register of its own.)
    guard let function = head.pointee.m_ml.unsafelyUnwrapped.pointee.ml_meth else {
        if !arguments.pointee.isObject { ForeignCallHandlers.giveBack(argument) }
        return callForeignOtherwise(fp, word, callable, arguments)
    }
    let answer = function(head.pointee.m_self, argument)
    ForeignCallHandlers.giveBack(argument)
    return finish(fp, word, callable, answer)
}

/// With or without METH_KEYWORDS: a function that does not look for the names of keywords does not mind getting none.
@inline(never) private func callForeignFast(_ fp: FramePointer, _ word: UInt64, _ callable: Value, _ arguments: FramePointer) {
    let head = NativeFunctionObject.head(callable)
    guard let function = head.pointee.m_ml.unsafelyUnwrapped.pointee.ml_meth, NativeStack.hasRoom else {
        return callForeignOtherwise(fp, word, callable, arguments)
    }
    let count = operandB(word)
    ForeignCallHandlers.lend(arguments, count)
    let call = unsafeBitCast(function, to: _PyCFunctionFastWithKeywords.self)
    let answer = call(head.pointee.m_self, ForeignCallHandlers.pointers(arguments), count, nil)
    ForeignCallHandlers.giveBackAll(arguments, count)
    return finish(fp, word, callable, answer)
}

/// With or without METH_KEYWORDS, likewise.
@inline(never) private func callForeignTuple(_ fp: FramePointer, _ word: UInt64, _ callable: Value, _ arguments: FramePointer) {
    let head = NativeFunctionObject.head(callable)
    guard let function = head.pointee.m_ml.unsafelyUnwrapped.pointee.ml_meth, NativeStack.hasRoom else {
        return callForeignOtherwise(fp, word, callable, arguments)
    }
    let tuple = ArgumentTuples.take(arguments, operandB(word))
    let answer = unsafeBitCast(function, to: PyCFunctionWithKeywords.self)(head.pointee.m_self, tuple, nil)
    ArgumentTuples.giveBack(tuple)
    return finish(fp, word, callable, answer)
}

/// The call with keywords of a function made in C. `count` is that of all arguments; the keywords' are the last.
@inline(never) func callForeignKeywords(
    _ fp: FramePointer, _ word: UInt64, _ callable: Value, _ arguments: FramePointer, _ count: Int, _ names: Value
) {
    let head = NativeFunctionObject.head(callable)
    let definition = head.pointee.m_ml.unsafelyUnwrapped
    guard definition.pointee.ml_flags == METH_FASTCALL | METH_KEYWORDS, let function = definition.pointee.ml_meth, NativeStack.hasRoom else {
        return callKeywordSlowly(fp, word, callable, arguments, count, names)
    }
    ForeignCallHandlers.lend(arguments, count)
    Border.expose(names.object)
    let call = unsafeBitCast(function, to: _PyCFunctionFastWithKeywords.self)
    let answer = call(head.pointee.m_self, ForeignCallHandlers.pointers(arguments), count &- TupleObject.count(names), names.object)
    ForeignCallHandlers.giveBackAll(arguments, count)
    return finish(fp, word, callable, answer)
}

// MARK: Methods

/// The call of a method made in C with an object, which stands in front of the arguments.
@inline(never) func callForeignMethod(_ fp: FramePointer, _ word: UInt64, _ callable: Value, _ arguments: FramePointer) {
    let flags = Descriptors.definition(callable).pointee.ml_flags & ~METH_COEXIST
    let object = arguments[-1]
    guard object.isObject, object.object.pointee.ob_type == Descriptors.owner(callable) || object.object.pointee.ob_type.isSubtype(of: Descriptors.owner(callable))
    else { return callMethodSlowly(fp, word) }
    if flags == METH_NOARGS && operandB(word) == 0 { return callForeignMethodNone(fp, word, callable, arguments) }
    if flags == METH_O && operandB(word) == 1 { return callForeignMethodOne(fp, word, callable, arguments) }
    if flags & ~METH_KEYWORDS == METH_FASTCALL { return callForeignMethodFast(fp, word, callable, arguments) }
    if flags & ~METH_KEYWORDS == METH_VARARGS { return callForeignMethodTuple(fp, word, callable, arguments) }
    return callForeignMethodOtherwise(fp, word, callable, arguments)
}
@inline(never) private func callForeignMethodNone(_ fp: FramePointer, _ word: UInt64, _ callable: Value, _ arguments: FramePointer) {
    guard let function = Descriptors.definition(callable).pointee.ml_meth, NativeStack.hasRoom else { return callMethodSlowly(fp, word) }
    let object = arguments[-1].object
    Border.expose(object)
    let answer = function(object, nil)
    ForeignCallHandlers.giveBack(object)
    return finish(fp, word, callable, answer)
}
@inline(never) private func callForeignMethodOne(_ fp: FramePointer, _ word: UInt64, _ callable: Value, _ arguments: FramePointer) {
    guard let function = Descriptors.definition(callable).pointee.ml_meth, NativeStack.hasRoom else { return callMethodSlowly(fp, word) }
    let object = arguments[-1].object
    Border.expose(object)
    let argument = ForeignCallHandlers.lent(arguments.pointee)
    let answer = function(object, argument)
    ForeignCallHandlers.giveBack(argument)
    ForeignCallHandlers.giveBack(object)
    return finish(fp, word, callable, answer)
}
@inline(never) private func callForeignMethodFast(_ fp: FramePointer, _ word: UInt64, _ callable: Value, _ arguments: FramePointer) {
    guard let function = Descriptors.definition(callable).pointee.ml_meth, NativeStack.hasRoom else { return callMethodSlowly(fp, word) }
    let object = arguments[-1].object
    Border.expose(object)
    let count = operandB(word)
    ForeignCallHandlers.lend(arguments, count)
    let call = unsafeBitCast(function, to: _PyCFunctionFastWithKeywords.self)
    let answer = call(object, ForeignCallHandlers.pointers(arguments), count, nil)
    ForeignCallHandlers.giveBackAll(arguments, count)
    ForeignCallHandlers.giveBack(object)
    return finish(fp, word, callable, answer)
}
@inline(never) private func callForeignMethodTuple(_ fp: FramePointer, _ word: UInt64, _ callable: Value, _ arguments: FramePointer) {
    guard let function = Descriptors.definition(callable).pointee.ml_meth, NativeStack.hasRoom else { return callMethodSlowly(fp, word) }
    let object = arguments[-1].object
    Border.expose(object)
    let tuple = ArgumentTuples.take(arguments, operandB(word))
    let answer = unsafeBitCast(function, to: PyCFunctionWithKeywords.self)(object, tuple, nil)
    ArgumentTuples.giveBack(tuple)
    ForeignCallHandlers.giveBack(object)
    return finish(fp, word, callable, answer)
}

// MARK: Every other convention

@inline(never) private func callForeignOtherwise(_ fp: FramePointer, _ word: UInt64, _ callable: Value, _ arguments: FramePointer) {
    let head = NativeFunctionObject.head(callable)
    let definition = head.pointee.m_ml.unsafelyUnwrapped
    let count = operandB(word)
    let receiver = definition.pointee.ml_flags & METH_STATIC == 0 ? head.pointee.m_self : nil
    let answer = ForeignCallHandlers.invoke(definition, receiver, nil, arguments, count, .null)
    if !answer.isGiven { return arguments == fp + operandA(word) + 9 ? callMethodSlowly(fp, word) : callSlowly(fp, word) }
    ForeignCallHandlers.giveBackAll(arguments, count)
    return finish(fp, word, callable, answer.object)
}
@inline(never) private func callForeignMethodOtherwise(_ fp: FramePointer, _ word: UInt64, _ callable: Value, _ arguments: FramePointer) {
    let object = arguments[-1].object
    Border.expose(object)
    let count = operandB(word)
    let answer = ForeignCallHandlers.invoke(Descriptors.definition(callable), object, Descriptors.owner(callable), arguments, count, .null)
    if !answer.isGiven { return callMethodSlowly(fp, word) }
    ForeignCallHandlers.giveBackAll(arguments, count)
    ForeignCallHandlers.giveBack(object)
    return finish(fp, word, callable, answer.object)
}
@inline(never) private func callSlowly(_ fp: FramePointer, _ word: UInt64) { return proceed(Slow.call(fp, word)) }
@inline(never) private func callMethodSlowly(_ fp: FramePointer, _ word: UInt64) { return proceed(Slow.callMethod(fp, word)) }
@inline(never) private func callKeywordSlowly(
    _ fp: FramePointer, _ word: UInt64, _ callable: Value, _ arguments: FramePointer, _ count: Int, _ names: Value
) {
    return proceed(Calls.call(fp, callable, arguments, count, names, Calls.note(word, UInt64(operandC(word)))))
}

// MARK: Results

/// Releases what was called and stores what it returned.
@inline(__always) private func finish(_ fp: FramePointer, _ word: UInt64, _ callable: Value, _ answer: ObjectPointer?) {
    guard let answer, !PendingException.isSet else { return raiseForeign(fp, word, callable, answer) }
    var result = Value(answer)
    if answer.pointee.ob_type.unsafelyUnwrapped.pointee.tp_flags & PYSWIFT_TPFLAGS_IMMEDIATE != 0 { result = ForeignCallHandlers.immediate(answer) }
    let count = callable.object.pointee.ob_refcnt &- 1
    callable.object.pointee.ob_refcnt = count
    if count == 0 || _pyswift_loop.eval_breaker != 0 { return finishRarely(fp, word, callable, result) }
    let slot = fp + operandC(word)
    if !hasFlag(word, InstructionFlags.tempA) {
        let old = slot.pointee
        slot.pointee = result
        return release(old, fp, fp.pc)
    }
    slot.pointee = result
    return dispatch(fp, fp.pc)
}
/// What was called has no reference left, or somebody waits.
@inline(never) private func finishRarely(_ fp: FramePointer, _ word: UInt64, _ callable: Value, _ result: Value) {
    if callable.object.pointee.ob_refcnt == 0 { deallocate(callable.object) }
    return proceed(Calls.finish(fp, result, Calls.note(word, UInt64(operandC(word)))))
}
@inline(never) private func raiseForeign(_ fp: FramePointer, _ word: UInt64, _ callable: Value, _ answer: ObjectPointer?) {
    let result = ForeignCallHandlers.wrongResult(answer, callable)
    callable.release()
    return proceed(Calls.finish(fp, result, Calls.note(word, UInt64(operandC(word)))))
}
