// What happens when a method that an instruction called returns, beyond storing the result.
//
// Operators, comparisons, truth, iteration, attributes and construction end in methods that classes define in Python. The loop pushes
// their frames and does not wait; the note in the frame says how the instruction goes on. Bits 32 and up of a note refine its
// `Continuation`:
//
//     32      the result's register is a local variable: its old value is released
//     33      the outcome decides the branch that the instruction is
//     34      the outcome is negated
//     35      the method is `__len__`, not `__bool__`
//     40-47   the step of the protocol that comes next, should the method decline

import CPythonABI
import Compiler

enum NoteBits {
    static let local: UInt64 = 1 << 32
    static let branch: UInt64 = 1 << 33
    static let negated: UInt64 = 1 << 34
    static let length: UInt64 = 1 << 35
    static let stepShift: UInt64 = 40

    static func step(_ note: UInt64) -> Int { Int(note >> stepShift & 0xFF) }
    static func with(step: Int, _ note: UInt64) -> UInt64 { note & ~(0xFF << stepShift) | UInt64(step) << stepShift }
    /// What a frame that is left was to do, for the next one: flags are a frame's own.
    static func withoutFlags(_ note: UInt64) -> UInt64 { note & ~0xFF00_0000 }
    static func with(_ continuation: Continuation, _ note: UInt64) -> UInt64 {
        note & ~0xFF_0000 | UInt64(continuation.rawValue) << 16
    }
    /// The note for an instruction whose result goes to r[a].
    @inline(__always) static func result(_ continuation: Continuation, _ word: UInt64) -> UInt64 {
        UInt64(operandA(word)) | UInt64(continuation.rawValue) << 16 | (hasFlag(word, InstructionFlags.tempA) ? 0 : local)
    }
}

enum Continuations {
    /// Stores an owned value where a note says.
    static func store(_ fp: FramePointer, _ value: Value, _ note: UInt64) -> Status {
        let slot = fp + Int(note & 0xFFFF)
        if note & NoteBits.local != 0 {
            let old = slot.pointee
            slot.pointee = value
            old.release()
        } else {
            slot.pointee = value
        }
        return .frame
    }

    /// Does with the result (owned) of a method what the note says. `extra` (owned) is what the frame kept.
    static func deliver(_ fp: FramePointer, _ value: Value, _ left: UInt64, _ extra: Value, _ continuation: Continuation) -> Status {
        let note = NoteBits.withoutFlags(left)
        switch continuation {
        case .operation: return Operators.resume(fp, value, note)
        case .comparison: return Comparisons.resume(fp, value, note)
        case .truthMethod:
            let owned = Ref(owned: value)
            do throws(Raised) { return outcome(fp, try Truths.check(owned.value, isLength: note & NoteBits.length != 0), note) } catch { return .raised }
        case .iterator:
            if value.record.pointee.next == nil {
                _ = raise(.typeError, "iter() returned non-iterator of type '\(value.type.name)'")
                value.release()
                return .raised
            }
            return store(fp, value, note)
        case .nextItem, .attribute:
            extra.release()
            return store(fp, value, note)
        case .construct: return Construction.resume(fp, value, note, extra)
        default: return Generators.deliver(fp, value, note, continuation)
        }
    }

    /// A truth value becomes the result, or decides the branch.
    static func outcome(_ fp: FramePointer, _ truth: Bool, _ note: UInt64) -> Status {
        if note & NoteBits.branch != 0 { return branch(fp, truth) }
        return store(fp, Value(bool: truth != (note & NoteBits.negated != 0)), note)
    }
    /// Goes on behind the branch that the frame stands at, or where it leads to.
    private static func branch(_ fp: FramePointer, _ truth: Bool) -> Status {
        let word = NativeTier.instruction(fp, fp.pc - 1)
        let opcode = unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Opcode.self)
        var offset = signedC(word)
        var taken = truth
        switch opcode {
        case .jumpIfTrue: offset = operandBC(word)
        case .jumpIfFalse:
            offset = operandBC(word)
            taken = !truth
        case .jumpIfNotLess, .jumpIfNotLessOrEqual, .jumpIfNotEqualNot, .jumpIfNotNotEqual, .jumpIfNotGreater, .jumpIfNotGreaterOrEqual,
            .jumpIfNotLessImm, .jumpIfNotLessOrEqualImm, .jumpIfNotEqualNotImm, .jumpIfNotNotEqualImm, .jumpIfNotGreaterImm,
            .jumpIfNotGreaterOrEqualImm:
            taken = !truth
        default: break
        }
        if !taken { return .frame }
        fp.pc += offset
        if offset < 0 && _pyswift_loop.eval_breaker != 0 && Slow.serveBreaker() == .raised {
            fp.pc += 1
            return .raised
        }
        return .frame
    }

    /// An exception left a method's frame, which is gone. Answers what the instruction makes of it; nil: it is raised there.
    static func failed(_ fp: FramePointer, _ left: UInt64, _ extra: Value, _ continuation: Continuation) -> Status? {
        let note = NoteBits.withoutFlags(left)
        switch continuation {
        case .nextItem:
            guard PendingException.matches(.stopIteration) else { return nil }
            if Tracing.isAnyone { Tracing.exception(fp) }
            PendingException.clear()
            return Generators.endLoop(fp)
        case .attribute:
            let operands = Ref(owned: extra)
            guard PendingException.matches(.attributeError) else { return nil }
            if operands.isNull { return nil }
            let (object, name) = (TupleObject.item(operands.value, 0), TupleObject.item(operands.value, 1))
            let fallback = object.type.lookup(Names.getattr)
            guard !fallback.isNull else {
                AttributeErrors.complete(name: name, object: object)
                return nil
            }
            PendingException.clear()
            if FunctionObject.isExact(fallback) {
                let status = Slow.pushCall(fp, fallback, object, name, NoteBits.with(.attribute, note)) {}
                return status == .raised ? nil : status
            }
            do throws(Raised) {
                let value = try DunderAdapters.callMethod(object, Names.getattr, name)
                return store(fp, value.take(), note)
            } catch { return nil }
        default:
            extra.release()
            return nil
        }
    }
    /// Whether `failed` has something to say.
    @inline(__always) static func catches(_ continuation: Continuation) -> Bool { continuation == .nextItem || continuation == .attribute }
}

extension Slow {
    /// Pushes a frame for function(a, b[, c]); all borrowed. `release` lets go of operands before the frame is entered.
    static func pushCall(
        _ fp: FramePointer, _ function: Value, _ a: Value, _ b: Value, _ c: Value, _ note: UInt64, release: () -> Void
    ) -> Status {
        if c.isNull { return pushCall(fp, function, a, b, note, release: release) }
        function.retain()
        a.retain()
        b.retain()
        c.retain()
        release()
        let base = fp.top + frameHeaderSize
        let code = FunctionObject.linked(function)
        if code.pointee.simpleArgumentCount == 3 && ValueStack.fits(base, max(code.pointee.registerCount, 3)) {
            base[0] = a
            base[1] = b
            base[2] = c
            return Calls.push(fp, function, base, 3, note)
        }
        var room = InlineArray<2, Value>(repeating: b)
        room[1] = c
        return withUnsafeMutablePointer(to: &room) {
            Calls.bind(fp, function, a, UnsafeMutableRawPointer($0).assumingMemoryBound(to: Value.self), 2, .null, note)
        }
    }
}

/// Truth of objects whose class says it in Python.
enum Truths {
    /// The method that decides and whether it is `__len__`; null: not a Python function.
    static func method(_ value: Value, isLength: inout Bool) -> Value {
        guard value.isObject else { return .null }
        let type = value.object.pointee.ob_type.unsafelyUnwrapped
        guard type.record.pointee.madeInPython else { return .null }
        let bool = type.lookup(Names.bool)
        if !bool.isNull { return FunctionObject.isExact(bool) ? bool : .null }
        let length = type.lookup(Names.len)
        isLength = true
        return FunctionObject.isExact(length) ? length : .null
    }
    /// What the method returned, as truth.
    static func check(_ value: Value, isLength: Bool) throws(Raised) -> Bool {
        if !isLength {
            guard value.isBool else { throw raise(.typeError, "__bool__ should return bool, returned \(value.type.name)") }
            return value.isTrue
        }
        let index = try Index.object(value)
        let view = IntView(index.value)
        if view.isNegative { throw raise(.valueError, "__len__() should return >= 0") }
        guard let length = view.int else { throw raise(.overflowError, "cannot fit 'int' into an index-sized integer") }
        return length != 0
    }
}
