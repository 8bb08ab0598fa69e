// Handlers: `super().name(...)`, and what it most often calls, an `__init__` written in Swift.

import CPythonABI
import Compiler

/// `super()` whose result the next instruction takes a method of: that is looked up without a super object.
@inline(never) func callSuper(_ fp: FramePointer, _ word: UInt64, _ callable: Value) {
    let next = fp.pc.pointee
    if unsafeBitCast(UInt8(truncatingIfNeeded: next), to: Opcode.self) == .loadMethod, operandB(next) == operandC(word),
        hasFlag(word, InstructionFlags.tempA), hasFlag(next, InstructionFlags.killB), _pyswift_loop.eval_breaker == 0
    {
        var object = Value.null
        let function = ZeroArgumentSuper.method(fp, Slow.name(fp, fp.pc + 1), &object)
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

/// `__init__` of a class written in Swift, called by its slot. False: something else, or not with such an object.
@inline(never) func callInitializer(_ callable: Value, _ arguments: FramePointer, _ count: Int, _ result: inout Value) -> Bool {
    let owner = Descriptors.owner(callable)
    guard Descriptors.name(callable) === Names.`init`, !owner.record.pointee.isForeign, let initialize = owner.record.pointee.initialize,
        arguments[0].type.isSubtype(of: owner)
    else { return false }
    do throws(Raised) {
        try initialize(arguments[0], Arguments(arguments + 1, count: count - 1))
        result = .none
    } catch { result = .null }
    return true
}
