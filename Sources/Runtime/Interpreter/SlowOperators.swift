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
        if Operators.isPython(operation, a, b) {
            return Operators.begin(fp, word, operation)
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
        if Operators.isPython(operation, a, b) {
            return Operators.begin(fp, word, operation)
        }
        return wrap { () throws(Raised) -> Void in
            let result = inPlace ? try Numbers.inPlace(operation, a, b) : try Numbers.binary(operation, a, b)
            Registers.killB(fp, word)
            Registers.store(fp, word, result.take())
        }
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
        let operand = fp[operandB(word)]
        if operand.isObject && operand.object.pointee.ob_type.record.pointee.madeInPython {
            let method = operand.object.pointee.ob_type.lookup(unaryName(word))
            if FunctionObject.isExact(method) {
                return pushCall(fp, method, operand, .null, Calls.note(word, UInt64(operandA(word)))) { Registers.killB(fp, word) }
            }
        }
        return wrap { () throws(Raised) -> Void in
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
    private static func unaryName(_ word: UInt64) -> Value {
        switch unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Opcode.self) {
        case .negative: return Names.neg
        case .positive: return Names.pos
        default: return Names.invert
        }
    }
    @inline(never) static func not(_ fp: FramePointer, _ word: UInt64) -> Status {
        let operand = fp[operandB(word)]
        var isLength = false
        let method = Truths.method(operand, isLength: &isLength)
        if !method.isNull {
            let note = NoteBits.result(.truthMethod, word) | NoteBits.negated | (isLength ? NoteBits.length : 0)
            return pushCall(fp, method, operand, .null, note) { Registers.killB(fp, word) }
        }
        return wrap { () throws(Raised) -> Void in
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
        let quick = QuickNumbers.compare(operation, a, b)
        if quick < 2 {
            Registers.killB(fp, word)
            Registers.killC(fp, word)
            Registers.store(fp, word, Value(bool: quick == 1))
            return .next
        }
        if Comparisons.isPython(operation, a, b) {
            return Comparisons.begin(fp, word, operation, NoteBits.result(.comparison, word))
        }
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
        if (operation == .equal || operation == .notEqual) && StrObject.isExact(a) && StrObject.isExact(other) {
            let truth = StrObject.equal(a, other) == (operation == .equal)
            Registers.killA(fp, word)
            if hasFlag(word, InstructionFlags.killB) { Registers.kill(fp + operandB(word)) }
            return truth ? 1 : 0
        }
        let quick = QuickNumbers.compare(operation, a, other)
        if quick < 2 {
            Registers.killA(fp, word)
            if hasFlag(word, InstructionFlags.killB) { Registers.kill(fp + operandB(word)) }
            return quick
        }
        if Comparisons.isPython(operation, a, other) {
            let status = Comparisons.begin(fp, word, operation, NoteBits.with(.comparison, NoteBits.branch))
            return status == .raised ? 2 : 3
        }
        do throws(Raised) {
            let result = try Compare.rich(a, other, operation)
            let truth = try Truth.of(result.value)
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
        var isLength = false
        let method = Truths.method(value, isLength: &isLength)
        if !method.isNull {
            let note = NoteBits.with(.truthMethod, NoteBits.branch) | (isLength ? NoteBits.length : 0)
            return pushCall(fp, method, value, .null, note) { Registers.killA(fp, word) } == .raised ? 2 : 3
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
        let (wanted, searched) = (fp[operandB(word)], fp[operandC(word)])
        if DictObject.isExact(searched) && DictKeys.isSimple(wanted) && !DictObject.keys(searched).pointee.isGeneral {
            let found = !DictObject.getSimple(searched, wanted).isNull
            Registers.killB(fp, word)
            Registers.killC(fp, word)
            Registers.store(fp, word, Value(bool: found != (UInt8(truncatingIfNeeded: word) == Opcode.notContains.rawValue)))
            return .next
        }
        if searched.isObject && !wanted.isNull && searched.object.pointee.ob_type.record.pointee.madeInPython {
            let method = searched.object.pointee.ob_type.lookup(Names.contains)
            if FunctionObject.isExact(method) {
                let negated = UInt8(truncatingIfNeeded: word) == Opcode.notContains.rawValue
                let local = !hasFlag(word, InstructionFlags.tempA)
                let kind: Continuation = negated ? (local ? .negatedTruthLocal : .negatedTruth) : (local ? .truthLocal : .truth)
                return pushCall(fp, method, searched, wanted, UInt64(operandA(word)) | UInt64(kind.rawValue) << 16) {
                    Registers.killB(fp, word)
                    Registers.killC(fp, word)
                }
            }
        }
        return wrap { () throws(Raised) -> Void in
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
