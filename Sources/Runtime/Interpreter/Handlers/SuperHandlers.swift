// Handlers: `super().name(...)`, and what it most often calls, an `__init__` written in Swift.

import CPythonABI
import Compiler

/// `super()` whose result the next instruction takes a method of: that is looked up without a super object.
@inline(never) func callSuper(_ fp: FramePointer, _ word: UInt64, _ callable: Value) {
    let next = fp.pc.pointee
    if unsafeBitCast(UInt8(truncatingIfNeeded: next), to: Opcode.self) == .loadMethod, operandB(next) == operandC(word),
        hasFlag(word, InstructionFlags.tempA), hasFlag(next, InstructionFlags.killB), _pyswift_loop.eval_breaker == 0
    {
        // (No inout: a variable whose address is taken keeps the jump at the end from being one.)
        let (function, object) = ZeroArgumentSuper.method(fp, Slow.name(fp, fp.pc + 1))
        if !function.isNull {
            callable.release()
            function.retain()
            object.retain()
            let base = fp + operandA(next)
            base[0] = function
            base[8] = object
            return dispatch(fp, fp.pc + 4)
        }
    }
    return proceed(Slow.call(fp, word))
}

/// `__init__` of a class written in Swift, called by its slot: None, null if it raised, or NotImplemented: something else is called, or with
/// another object. (The result is no inout: a variable whose address is taken keeps the jump at the caller's end from being one.)
@inline(never) func callInitializer(_ callable: Value, _ arguments: FramePointer, _ count: Int) -> Value {
    let owner = Descriptors.owner(callable)
    guard Descriptors.name(callable) === Names.`init`, !owner.record.pointee.isForeign, let initialize = owner.record.pointee.initialize,
        arguments[0].type.isSubtype(of: owner)
    else { return .notImplemented }
    do throws(Raised) {
        try initialize(arguments[0], Arguments(arguments + 1, count: count - 1))
        return .none
    } catch { return .null }
}
