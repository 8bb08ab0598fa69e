// Slow paths of the loop: operators, comparisons, truth.

import CPythonABI
import Compiler

extension Slow {
    @inline(never) static func binary(_ fp: FramePointer, _ word: UInt64, _ operation: BinaryOperation) -> Status {
        let (a, b) = (fp[operandB(word)], fp[operandC(word)])
        if a.isNull { return unboundLocal(fp, operandB(word)) }
        if b.isNull { return unboundLocal(fp, operandC(word)) }
        let inPlace = hasFlag(word, InstructionFlags.inPlace)
        if operation == .add && StrObject.isExact(a) && StrObject.isExact(b) { return concatenate(fp, word, a, b) }
        if a.isObject && a.object.pointee.ob_type.record.pointee.madeInPython {
            let status = pushBinary(fp, word, operation, a, b, inPlace)
            if status != .exit { return status }
        }
        return wrap { () throws(Raised) -> Void in
            let result = inPlace ? try Numbers.inPlace(operation, a, b) : try Numbers.binary(operation, a, b)
            Registers.killB(fp, word)
            Registers.killC(fp, word)
            Registers.store(fp, word, result.take())
        }
    }
    @inline(never) static func binaryImm(_ fp: FramePointer, _ word: UInt64, _ operation: BinaryOperation) -> Status {
        let a = fp[operandB(word)]
        if a.isNull { return unboundLocal(fp, operandB(word)) }
        let b = Value(smallInt: signedC(word))
        let inPlace = hasFlag(word, InstructionFlags.inPlace)
        if a.isImmediateFloat {
            let result = immediate(a.immediateFloat, Double(signedC(word)), operation)
            if !result.isNull {
                Registers.store(fp, word, result)
                return .next
            }
        }
        if a.isObject && a.object.pointee.ob_type.record.pointee.madeInPython {
            let status = pushBinary(fp, word & ~(UInt64(InstructionFlags.killC) << 8), operation, a, b, inPlace)
            if status != .exit { return status }
        }
        return wrap { () throws(Raised) -> Void in
            let result = inPlace ? try Numbers.inPlace(operation, a, b) : try Numbers.binary(operation, a, b)
            Registers.killB(fp, word)
            Registers.store(fp, word, result.take())
        }
    }
    private static func immediate(_ a: Double, _ b: Double, _ operation: BinaryOperation) -> Value {
        switch operation {
        case .add: return Value(float: a + b)
        case .subtract: return Value(float: a - b)
        case .multiply: return Value(float: a * b)
        default: return .null
        }
    }

    /// `__add__` and the like, written in Python, when they alone decide: the other operand is of the same class or of a class
    /// without a say. `.exit`: take the general way.
    private static func pushBinary(
        _ fp: FramePointer, _ word: UInt64, _ operation: BinaryOperation, _ a: Value, _ b: Value, _ inPlace: Bool
    ) -> Status {
        let left = a.object.pointee.ob_type.unsafelyUnwrapped
        if inPlace && left.record.pointee.inPlace[operation.rawValue] != nil { return .exit }
        guard left.record.pointee.isPython(operation) else { return .exit }
        let right = b.type
        if left != right && right.record.pointee.isPython(operation) && right.isSubtype(of: left) { return .exit }
        let method = left.lookup(BinaryNames.name(operation))
        guard FunctionObject.isExact(method) else { return .exit }
        // If it answers NotImplemented, the continuation goes on with the reflected method: it needs the operands.
        let operands = TupleObject.make(a, b)
        let local = !hasFlag(word, InstructionFlags.tempA)
        let note = UInt64(operandA(word)) | UInt64((local ? Continuation.binaryLocal : Continuation.binary).rawValue) << 16
        let status = pushCall(fp, method, a, b, note) {
            Registers.killB(fp, word)
            Registers.killC(fp, word)
        }
        if status == .frame { CurrentFrame.fp.unsafelyUnwrapped.extra = operands.take() }
        return status
    }

    /// str + str. When the left operand is nobody else's, it grows in place.
    private static func concatenate(_ fp: FramePointer, _ word: UInt64, _ a: Value, _ b: Value) -> Status {
        let register = operandB(word)
        let ownedHere = hasFlag(word, InstructionFlags.killB) || (register == operandA(word) && !hasFlag(word, InstructionFlags.tempA))
        if ownedHere && a.object.pointee.ob_refcnt == 1 && a !== b {
            // The reference moves from the register into the function and its result back.
            fp[register] = .null
            return wrap { () throws(Raised) -> Void in
                let result = try StrConcat.appending(Ref(owned: a), b)
                Registers.killC(fp, word)
                Registers.store(fp, word, result.take())
            }
        }
        return wrap { () throws(Raised) -> Void in
            let result = try StrConcat.concat(a, b)
            Registers.killB(fp, word)
            Registers.killC(fp, word)
            Registers.store(fp, word, result.take())
        }
    }

    @inline(never) static func unary(_ fp: FramePointer, _ word: UInt64) -> Status {
        wrap { () throws(Raised) -> Void in
            try check(fp, operandB(word))
            let value = fp[operandB(word)]
            let result: Ref
            switch unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Opcode.self) {
            case .negative: result = try Numbers.negative(value)
            case .positive: result = try Numbers.positive(value)
            default: result = try Numbers.invert(value)
            }
            Registers.killB(fp, word)
            Registers.store(fp, word, result.take())
        }
    }
    @inline(never) static func not(_ fp: FramePointer, _ word: UInt64) -> Status {
        wrap { () throws(Raised) -> Void in
            try check(fp, operandB(word))
            let truth = try Truth.of(fp[operandB(word)])
            Registers.killB(fp, word)
            Registers.store(fp, word, Value(bool: !truth))
        }
    }

    // MARK: Comparisons

    @inline(never) static func compare(_ fp: FramePointer, _ word: UInt64, _ operation: Comparison) -> Status {
        let (a, b) = (fp[operandB(word)], fp[operandC(word)])
        if a.isNull { return unboundLocal(fp, operandB(word)) }
        if b.isNull { return unboundLocal(fp, operandC(word)) }
        return wrap { () throws(Raised) -> Void in
            let result = try richCompare(a, b, operation)
            Registers.killB(fp, word)
            Registers.killC(fp, word)
            Registers.store(fp, word, result.take())
        }
    }
    /// As Compare.rich, strs first.
    static func richCompare(_ a: Value, _ b: Value, _ operation: Comparison) throws(Raised) -> Ref {
        if (operation == .equal || operation == .notEqual) && StrObject.isExact(a) && StrObject.isExact(b) {
            return .bool(StrObject.equal(a, b) == (operation == .equal))
        }
        return try Compare.rich(a, b, operation)
    }

    /// Outcome of a fused comparison and branch: 0, 1, 2 raised, 3 another frame runs. Operand registers are a and b (for
    /// immediates, b is the number in `other`).
    @inline(never) static func compareBranch(_ fp: FramePointer, _ word: UInt64, _ operation: Comparison, _ other: Value) -> UInt8 {
        let a = fp[operandA(word)]
        if a.isNull {
            _ = unboundLocal(fp, operandA(word))
            return 2
        }
        if other.isNull {
            _ = unboundLocal(fp, operandB(word))
            return 2
        }
        do throws(Raised) {
            let truth: Bool
            if (operation == .equal || operation == .notEqual) && StrObject.isExact(a) && StrObject.isExact(other) {
                truth = StrObject.equal(a, other) == (operation == .equal)
            } else {
                let result = try Compare.rich(a, other, operation)
                truth = try Truth.of(result.value)
            }
            Registers.killA(fp, word)
            if hasFlag(word, InstructionFlags.killB) { Registers.kill(fp + operandB(word)) }
            return truth ? 1 : 0
        } catch { return 2 }
    }

    /// Truth of r[a]: 0, 1, 2 raised, 3 another frame runs.
    @inline(never) static func truth(_ fp: FramePointer, _ word: UInt64) -> UInt8 {
        let value = fp[operandA(word)]
        if value.isNull {
            _ = unboundLocal(fp, operandA(word))
            return 2
        }
        do throws(Raised) {
            let truth = try Truth.of(value)
            Registers.killA(fp, word)
            return truth ? 1 : 0
        } catch { return 2 }
    }

    @inline(never) static func isSame(_ fp: FramePointer, _ word: UInt64) -> Status {
        let (a, b) = (fp[operandB(word)], fp[operandC(word)])
        if a.isNull { return unboundLocal(fp, operandB(word)) }
        if b.isNull { return unboundLocal(fp, operandC(word)) }
        let same = Compare.isSame(a, b)
        let negated = UInt8(truncatingIfNeeded: word) == Opcode.isNotSame.rawValue
        Registers.killB(fp, word)
        Registers.killC(fp, word)
        Registers.store(fp, word, Value(bool: same != negated))
        return .next
    }
    @inline(never) static func contains(_ fp: FramePointer, _ word: UInt64) -> Status {
        wrap { () throws(Raised) -> Void in
            try check(fp, operandB(word))
            try check(fp, operandC(word))
            let (item, container) = (fp[operandB(word)], fp[operandC(word)])
            let found = DictObject.isExact(container) ? try DictObject.contains(container, item) : try Sequences.contains(container, item)
            let negated = UInt8(truncatingIfNeeded: word) == Opcode.notContains.rawValue
            Registers.killB(fp, word)
            Registers.killC(fp, word)
            Registers.store(fp, word, Value(bool: found != negated))
        }
    }
}

enum BinaryNames {
    static func name(_ operation: BinaryOperation) -> Value {
        switch operation {
        case .add: return Names.add
        case .subtract: return Names.sub
        case .multiply: return Names.mul
        case .trueDivide: return Names.truediv
        case .floorDivide: return Names.floordiv
        case .modulo: return Names.mod
        case .power: return Names.pow
        case .matrixMultiply: return Names.matmul
        case .leftShift: return Names.lshift
        case .rightShift: return Names.rshift
        case .and: return Names.and
        case .or: return Names.or
        case .xor: return Names.xor
        }
    }
    static func reflected(_ operation: BinaryOperation) -> Value {
        switch operation {
        case .add: return Names.radd
        case .subtract: return Names.rsub
        case .multiply: return Names.rmul
        case .trueDivide: return Names.rtruediv
        case .floorDivide: return Names.rfloordiv
        case .modulo: return Names.rmod
        case .power: return Names.rpow
        case .matrixMultiply: return Names.rmatmul
        case .leftShift: return Names.rlshift
        case .rightShift: return Names.rrshift
        case .and: return Names.rand
        case .or: return Names.ror
        case .xor: return Names.rxor
        }
    }
}

/// What follows a binary operator's method that was run in a frame.
enum Operators {
    /// `value` (owned) is what `__add__` and the like returned; `operands` (owned) a tuple of both operands.
    @inline(never) static func continueBinary(
        _ fp: FramePointer, _ value: Value, _ operands: Value, _ slot: FramePointer, local: Bool, _ done: Status
    ) -> Status {
        var result = value
        if value.isNotImplemented {
            let (a, b) = (TupleObject.item(operands, 0), TupleObject.item(operands, 1))
            let instruction = fp.pc[-1]
            let operation = Operators.operation(instruction)
            do throws(Raised) {
                result = try reflected(operation, a, b, inPlace: hasFlag(instruction, InstructionFlags.inPlace)).take()
            } catch {
                operands.release()
                return .raised
            }
        }
        let old = local ? slot.pointee : Value.null
        slot.pointee = result
        old.release()
        operands.release()
        return done
    }
    /// The rest of the protocol after the left operand's method declined.
    private static func reflected(_ operation: BinaryOperation, _ a: Value, _ b: Value, inPlace: Bool) throws(Raised) -> Ref {
        let (left, right) = (a.type, b.type)
        if left != right, let slot = right.record.pointee.binary[operation.rawValue] {
            if right.record.pointee.isPython(operation) {
                let result = try DunderAdapters.callMethodIfPresent(b, BinaryNames.reflected(operation), a)
                if !result.isNull && !result.value.isNotImplemented { return result }
            } else {
                let result = try slot(a, b)
                if !result.value.isNotImplemented { return result }
            }
        }
        if operation == .add, let concat = left.record.pointee.concat { return try concat(a, b) }
        throw Numbers.unsupported(operation, a, b, inPlace: inPlace)
    }
    static func operation(_ word: UInt64) -> BinaryOperation {
        switch unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Opcode.self) {
        case .subtract, .subtractImm: return .subtract
        case .multiply, .multiplyImm: return .multiply
        case .trueDivide: return .trueDivide
        case .floorDivide, .floorDivideImm: return .floorDivide
        case .modulo, .moduloImm: return .modulo
        case .power: return .power
        case .matrixMultiply: return .matrixMultiply
        case .leftShift, .leftShiftImm: return .leftShift
        case .rightShift, .rightShiftImm: return .rightShift
        case .bitAnd, .bitAndImm: return .and
        case .bitOr: return .or
        case .bitXor: return .xor
        default: return .add
        }
    }
}
