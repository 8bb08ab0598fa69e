// What machine code calls and jumps to for calls of native functions.

import CPythonABI
import Compiler

extension NativeTemplates {
    /// The free list of blocks that ints of one digit take.
    static let intList = UInt64(UInt(bitPattern: _pyswift_free_list(2)))

    private static func address(_ function: @convention(c) (FramePointer, UInt64, ProgramCounter) -> UInt8) -> UInt64 {
        UInt64(UInt(bitPattern: unsafeBitCast(function, to: UnsafeRawPointer.self)))
    }
    private static func address(_ function: @convention(c) (UInt64) -> UInt64) -> UInt64 {
        UInt64(UInt(bitPattern: unsafeBitCast(function, to: UnsafeRawPointer.self)))
    }
    private static func address(_ function: @convention(c) (UInt64) -> Void) -> UInt64 {
        UInt64(UInt(bitPattern: unsafeBitCast(function, to: UnsafeRawPointer.self)))
    }
    private static func address(_ function: @convention(c) (FramePointer, UInt64, Int) -> UInt8) -> UInt64 {
        UInt64(UInt(bitPattern: unsafeBitCast(function, to: UnsafeRawPointer.self)))
    }
    static let callHelper = address(nativeCall)
    static let callMethodHelper = address(nativeCallMethod)
    static let callKeywordHelper = address(nativeCallKeyword)
    static let callExHelper = address(nativeCallEx)
    static let turnHelper = address(nativeTurn)
    static let boxHelper = address(nativeBox)
    static let unboxHelper = address(nativeUnbox)
    static let boxNumberHelper = UInt64(
        UInt(bitPattern: unsafeBitCast(nativeBoxNumber as @convention(c) (Int) -> UInt64, to: UnsafeRawPointer.self)))
    static let storeItemHelper = address(nativeStoreItem)
    static let lengthHelper = UInt64(
        UInt(bitPattern: unsafeBitCast(nativeLength as @convention(c) (Int) -> UInt64, to: UnsafeRawPointer.self)))
    static let declinedHelper = address(nativeDeclined)
    static let declinedImmediateHelper = address(nativeDeclinedImmediate)
    static let failedHelper = UInt64(
        UInt(bitPattern: unsafeBitCast(nativeFailed as @convention(c) (UInt64, UInt64) -> Void, to: UnsafeRawPointer.self)))
    static let exposeHelper = address(nativeExpose)
    static let releaseHelper = address(nativeRelease)
    static let giveBackHelper = address(nativeGiveBack)
    static let takeHelper = UInt64(
        UInt(bitPattern: unsafeBitCast(nativeTake as @convention(c) (FramePointer, Int) -> UInt64, to: UnsafeRawPointer.self)))
    static let wrongResultHelper = UInt64(
        UInt(bitPattern: unsafeBitCast(nativeWrongResult as @convention(c) (UInt64, UInt64) -> UInt64, to: UnsafeRawPointer.self)))
    static let finishHelper = UInt64(
        UInt(bitPattern: unsafeBitCast(nativeFinishCall as @convention(c) (FramePointer, UInt64, UInt64) -> Void, to: UnsafeRawPointer.self)))
}

// MARK: Slow paths, which have stored the result where they say `next`

@c(_pyswift_native_call) func nativeCall(_ fp: FramePointer, _ word: UInt64, _: ProgramCounter) -> UInt8 { Slow.call(fp, word).rawValue }
@c(_pyswift_native_call_method) func nativeCallMethod(_ fp: FramePointer, _ word: UInt64, _: ProgramCounter) -> UInt8 {
    Slow.callMethod(fp, word).rawValue
}
@c(_pyswift_native_call_keyword) func nativeCallKeyword(_ fp: FramePointer, _ word: UInt64, _ cache: ProgramCounter) -> UInt8 {
    Slow.callKeyword(fp, word, cache).rawValue
}
@c(_pyswift_native_call_ex) func nativeCallEx(_ fp: FramePointer, _ word: UInt64, _: ProgramCounter) -> UInt8 { Slow.callEx(fp, word).rawValue }

/// An operator whose left operand's function in C declined: the rest of its protocol.
@c(_pyswift_native_declined) func nativeDeclined(_ fp: FramePointer, _ word: UInt64, _ operation: Int) -> UInt8 {
    ForeignNumbers.declined(fp, word, BinaryOperation(rawValue: operation).unsafelyUnwrapped, fp[operandC(word)], immediate: false).rawValue
}
@c(_pyswift_native_declined_immediate) func nativeDeclinedImmediate(_ fp: FramePointer, _ word: UInt64, _ operation: Int) -> UInt8 {
    ForeignNumbers.declined(fp, word, BinaryOperation(rawValue: operation).unsafelyUnwrapped, Value(smallInt: signedC(word)), immediate: true).rawValue
}
/// The int of a length that is no immediate; null, with an exception, if a function of C says that there is none.
@c(_pyswift_native_length) func nativeLength(_ length: Int) -> UInt64 {
    if length >= 0 { return IntObject.make(length).take().bits }
    if !PendingException.isSet { _ = ForeignSlots.missingError() }
    return 0
}
/// r[a][r[b]] = r[c] by a function of C.
@c(_pyswift_native_store_item) func nativeStoreItem(_ fp: FramePointer, _ word: UInt64, _ function: Int) -> UInt8 {
    let store = unsafeBitCast(function, to: (@convention(c) (ObjectPointer?, ObjectPointer?, ObjectPointer?) -> Int32).self)
    let (key, value) = (fp[operandB(word)], fp[operandC(word)])
    let (lentKey, lentValue) = (ForeignCallHandlers.lent(key), ForeignCallHandlers.lent(value))
    let status = store(fp[operandA(word)].object, lentKey, lentValue)
    if !key.isObject { ForeignCallHandlers.giveBack(lentKey) }
    if !value.isObject { ForeignCallHandlers.giveBack(lentValue) }
    if status < 0 {
        if !PendingException.isSet { _ = ForeignSlots.missingError() }
        return Status.raised.rawValue
    }
    Registers.killC(fp, word)
    Registers.killB(fp, word)
    Registers.killA(fp, word)
    return Status.next.rawValue
}
/// A slot or getter of C gave NULL: an exception is pending afterwards, which knows the attribute (null: it is none) if it is about one.
@c(_pyswift_native_failed) func nativeFailed(_ object: UInt64, _ name: UInt64) {
    if !PendingException.isSet { _ = ForeignSlots.missingError() }
    if name != 0 { AttributeErrors.complete(name: Value(bits: name), object: Value(bits: object)) }
}

// MARK: Going on elsewhere

/// After a slow path: as its status says.
@c(_pyswift_native_turn) func nativeTurn(_ status: UInt64) {
    return resume(unsafeBitCast(UInt8(truncatingIfNeeded: status), to: Status.self))
}
/// After a call: its result (owned; null: it raised) goes where the note says, then on as the frame says.
@c(_pyswift_native_finish_call) func nativeFinishCall(_ fp: FramePointer, _ note: UInt64, _ result: UInt64) {
    return proceed(Calls.finish(fp, Value(bits: result), note))
}

// MARK: Arguments and results

/// A new reference to an object for an immediate.
@c(_pyswift_native_box) func nativeBox(_ value: UInt64) -> UInt64 { Value(Border.box(Value(bits: value))).bits }
/// The value of an object that C gave, whose reference is taken over.
@c(_pyswift_native_unbox) func nativeUnbox(_ object: UInt64) -> UInt64 { Border.fromC(owned: Value(bits: object).object).take().bits }
@c(_pyswift_native_box_number) func nativeBoxNumber(_ number: Int) -> UInt64 { Value(IntObject.box(number)).bits }
@c(_pyswift_native_expose) func nativeExpose(_ object: UInt64) { Border.expose(Value(bits: object).object) }
/// Frees an object that nobody refers to any more.
@c(_pyswift_native_release) func nativeRelease(_ object: UInt64) { ForeignCallHandlers.free(Value(bits: object).object) }
/// The tuple of arguments for METH_VARARGS, and its way back.
@c(_pyswift_native_take) func nativeTake(_ arguments: FramePointer, _ count: Int) -> UInt64 { Value(ArgumentTuples.take(arguments, count)).bits }
@c(_pyswift_native_give_back) func nativeGiveBack(_ tuple: UInt64) { ArgumentTuples.giveBack(Value(bits: tuple).object) }
/// C returned NULL, or something although an exception is pending: an exception is pending afterwards, and the result null.
@c(_pyswift_native_wrong_result) func nativeWrongResult(_ answer: UInt64, _ callable: UInt64) -> UInt64 {
    ForeignCallHandlers.wrongResult(answer == 0 ? nil : Value(bits: answer).object, Value(bits: callable)).bits
}
