// Binary operators and comparisons of objects whose classes define them in Python.
//
// Both are protocols of several steps, of which any may be a method in Python and may decline by NotImplemented. The steps run from
// here; where one is a Python function its frame is pushed, and `resume` goes on with what it returned. Meanwhile the operands stay in
// the registers of the instruction: unwinding releases those in their last use.

import CPythonABI
import Compiler

enum Operators {
    /// Whether one of the steps is a method in Python.
    @inline(__always) static func isPython(_ operation: BinaryOperation, _ a: Value, _ b: Value) -> Bool {
        if a.isObject && a.object.pointee.ob_type.record.pointee.madeInPython
            && (a.object.pointee.ob_type.record.pointee.isPython(operation) || a.object.pointee.ob_type.record.pointee.inPlace[operation.rawValue] != nil)
        {
            return true
        }
        return b.isObject && b.object.pointee.ob_type.record.pointee.madeInPython && b.object.pointee.ob_type.record.pointee.isPython(operation)
    }

    /// Runs the instruction.
    static func begin(_ fp: FramePointer, _ word: UInt64, _ operation: BinaryOperation) -> Status {
        run(fp, word, operation, NoteBits.result(.operation, word), step: 0)
    }
    /// A method returned `value` (owned).
    static func resume(_ fp: FramePointer, _ value: Value, _ note: UInt64) -> Status {
        let word = NativeTier.instruction(fp, fp.pc - 1)
        if !value.isNotImplemented { return finish(fp, word, value, note) }
        return run(fp, word, operation(word), note, step: NoteBits.step(note))
    }
    private static func finish(_ fp: FramePointer, _ word: UInt64, _ value: Value, _ note: UInt64) -> Status {
        Registers.killB(fp, word)
        if !isImmediate(word) { Registers.killC(fp, word) }
        return Continuations.store(fp, value, note)
    }

    /// The steps from `step` on.
    private static func run(_ fp: FramePointer, _ word: UInt64, _ operation: BinaryOperation, _ note: UInt64, step first: Int) -> Status {
        let a = fp[operandB(word)]
        let b = isImmediate(word) ? Value(smallInt: signedC(word)) : fp[operandC(word)]
        let (left, right) = (a.type, b.type)
        let inPlace = hasFlag(word, InstructionFlags.inPlace)
        let rightFirst = isRightFirst(operation, left, right)
        var step = first
        while true {
            var method = Value.null
            var object = a
            var other = b
            var slot: BinarySlot?
            switch step {
            case 0:
                if inPlace, let own = left.record.pointee.inPlace[operation.rawValue] {
                    slot = own
                    method = left.lookup(BinaryNames.inPlace(operation))
                }
            case 1:
                if rightFirst {
                    method = right.lookup(BinaryNames.reflected(operation))
                    (object, other) = (b, a)
                }
            case 2:
                if left.record.pointee.isPython(operation) {
                    method = left.lookup(BinaryNames.name(operation))
                } else {
                    slot = left.record.pointee.binary[operation.rawValue]
                }
            case 3:
                if !rightFirst && left != right {
                    if right.record.pointee.isPython(operation) {
                        method = right.lookup(BinaryNames.reflected(operation))
                        (object, other) = (b, a)
                    } else {
                        slot = right.record.pointee.binary[operation.rawValue]
                    }
                }
            default:
                do throws(Raised) {
                    let result = try Numbers.sequenceOperation(operation, a, b, inPlace: inPlace)
                    if result.value.isNotImplemented { throw Numbers.unsupported(operation, a, b, inPlace: inPlace) }
                    return finish(fp, word, result.take(), note)
                } catch { return .raised }
            }
            step += 1
            if FunctionObject.isExact(method) { return Slow.pushCall(fp, method, object, other, NoteBits.with(step: step, note)) {} }
            if method.isNull && slot == nil { continue }
            do throws(Raised) {
                let result: Ref
                if let slot {
                    result = try slot(a, b)
                } else {
                    let function = Ref(method)
                    let bound = try Attributes.bind(function.value, object)
                    result = try Call.call(bound.value, other)
                }
                if !result.value.isNotImplemented { return finish(fp, word, result.take(), note) }
            } catch { return .raised }
        }
    }
    /// Whether the right operand is a number in the instruction.
    private static func isImmediate(_ word: UInt64) -> Bool {
        switch unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Opcode.self) {
        case .addImm, .subtractImm, .multiplyImm, .floorDivideImm, .moduloImm, .leftShiftImm, .rightShiftImm, .bitAndImm: return true
        default: return false
        }
    }
    /// The reflected method of a subclass goes first, if it is another than the left operand's class has.
    static func isRightFirst(_ operation: BinaryOperation, _ left: TypePointer, _ right: TypePointer) -> Bool {
        guard left != right, right.record.pointee.isPython(operation), right.isSubtype(of: left) else { return false }
        if !left.record.pointee.isPython(operation) { return left.record.pointee.binary[operation.rawValue] != nil }
        let reflected = BinaryNames.reflected(operation)
        return right.lookup(reflected) !== left.lookup(reflected)
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

enum Comparisons {
    /// Whether one of the steps is a method in Python.
    @inline(__always) static func isPython(_ operation: Comparison, _ a: Value, _ b: Value) -> Bool {
        defines(operation, a) || defines(operation.swapped, b)
    }
    @inline(__always) private static func defines(_ operation: Comparison, _ value: Value) -> Bool {
        guard value.isObject else { return false }
        let type = value.object.pointee.ob_type.unsafelyUnwrapped
        return type.record.pointee.madeInPython && FunctionObject.isExact(type.lookup(Compare.name(operation)))
    }

    /// Runs a comparison whose outcome goes where the note says.
    static func begin(_ fp: FramePointer, _ word: UInt64, _ operation: Comparison, _ note: UInt64) -> Status {
        run(fp, word, operation, note, step: 0)
    }
    static func resume(_ fp: FramePointer, _ value: Value, _ note: UInt64) -> Status {
        let word = NativeTier.instruction(fp, fp.pc - 1)
        if !value.isNotImplemented { return finish(fp, word, Ref(owned: value), note) }
        return run(fp, word, operation(word), note, step: NoteBits.step(note))
    }
    private static func finish(_ fp: FramePointer, _ word: UInt64, _ value: consuming Ref, _ note: UInt64) -> Status {
        switch form(word) {
        case .value:
            Registers.killB(fp, word)
            Registers.killC(fp, word)
        case .branch:
            Registers.killA(fp, word)
            Registers.killB(fp, word)
        case .immediateBranch: Registers.killA(fp, word)
        }
        if note & NoteBits.branch == 0 { return Continuations.store(fp, value.take(), note) }
        if value.value.isBool { return Continuations.outcome(fp, value.value.isTrue, note) }
        var isLength = false
        let method = Truths.method(value.value, isLength: &isLength)
        if !method.isNull {
            let note = NoteBits.with(.truthMethod, note) | (isLength ? NoteBits.length : 0)
            return Slow.pushCall(fp, method, value.value, .null, note) {}
        }
        do throws(Raised) { return Continuations.outcome(fp, try Truth.of(value.value), note) } catch { return .raised }
    }

    private static func run(_ fp: FramePointer, _ word: UInt64, _ operation: Comparison, _ note: UInt64, step first: Int) -> Status {
        let a, b: Value
        switch form(word) {
        case .value: (a, b) = (fp[operandB(word)], fp[operandC(word)])
        case .branch: (a, b) = (fp[operandA(word)], fp[operandB(word)])
        case .immediateBranch: (a, b) = (fp[operandA(word)], Value(smallInt: signedB(word)))
        }
        let (left, right) = (a.type, b.type)
        let rightFirst = left != right && right.isSubtype(of: left) && right.record.pointee.compare != nil
        var step = first
        while step < 3 {
            let reflected = step != 1
            let applies = step == 0 ? rightFirst : step == 1 ? true : !rightFirst
            step += 1
            if !applies { continue }
            let (object, other) = reflected ? (b, a) : (a, b)
            let wanted = reflected ? operation.swapped : operation
            let type = object.type
            if type.record.pointee.madeInPython {
                let method = type.lookup(Compare.name(wanted))
                if FunctionObject.isExact(method) {
                    guard Calls.hasLevel(" in comparison") else { return .raised }
                    return Calls.countTwice(Slow.pushCall(fp, method, object, other, NoteBits.with(step: step, note)) {})
                }
            }
            guard let slot = type.record.pointee.compare else { continue }
            do throws(Raised) {
                let result = try slot(object, other, wanted)
                if !result.value.isNotImplemented { return finish(fp, word, result, note) }
            } catch { return .raised }
        }
        switch operation {
        case .equal: return finish(fp, word, .bool(Compare.isSame(a, b)), note)
        case .notEqual: return finish(fp, word, .bool(!Compare.isSame(a, b)), note)
        default:
            _ = raise(
                .typeError, "'\(operation.symbol)' not supported between instances of '\(left.name)' and '\(right.name)'")
            return .raised
        }
    }

    /// Where an instruction has its operands.
    private enum Form { case value, branch, immediateBranch }
    private static func form(_ word: UInt64) -> Form {
        switch unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Opcode.self) {
        case .less, .lessOrEqual, .equal, .notEqual, .greater, .greaterOrEqual: return .value
        case .jumpIfLess, .jumpIfLessOrEqual, .jumpIfEqual, .jumpIfNotEqual, .jumpIfGreater, .jumpIfGreaterOrEqual, .jumpIfNotLess,
            .jumpIfNotLessOrEqual, .jumpIfNotEqualNot, .jumpIfNotNotEqual, .jumpIfNotGreater, .jumpIfNotGreaterOrEqual:
            return .branch
        default: return .immediateBranch
        }
    }
    static func operation(_ word: UInt64) -> Comparison {
        switch unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Opcode.self) {
        case .less, .jumpIfLess, .jumpIfNotLess, .jumpIfLessImm, .jumpIfNotLessImm: return .less
        case .lessOrEqual, .jumpIfLessOrEqual, .jumpIfNotLessOrEqual, .jumpIfLessOrEqualImm, .jumpIfNotLessOrEqualImm: return .lessOrEqual
        case .notEqual, .jumpIfNotEqual, .jumpIfNotNotEqual, .jumpIfNotEqualImm, .jumpIfNotNotEqualImm: return .notEqual
        case .greater, .jumpIfGreater, .jumpIfNotGreater, .jumpIfGreaterImm, .jumpIfNotGreaterImm: return .greater
        case .greaterOrEqual, .jumpIfGreaterOrEqual, .jumpIfNotGreaterOrEqual, .jumpIfGreaterOrEqualImm, .jumpIfNotGreaterOrEqualImm:
            return .greaterOrEqual
        default: return .equal
        }
    }
}

extension BinaryNames {
    static func inPlace(_ operation: BinaryOperation) -> Value {
        switch operation {
        case .add: return Names.iadd
        case .subtract: return Names.isub
        case .multiply: return Names.imul
        case .trueDivide: return Names.itruediv
        case .floorDivide: return Names.ifloordiv
        case .modulo: return Names.imod
        case .power: return Names.ipow
        case .matrixMultiply: return Names.imatmul
        case .leftShift: return Names.ilshift
        case .rightShift: return Names.irshift
        case .and: return Names.iand
        case .or: return Names.ior
        case .xor: return Names.ixor
        }
    }
}
