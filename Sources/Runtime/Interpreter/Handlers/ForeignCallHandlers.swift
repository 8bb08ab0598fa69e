// Calls of functions made in C, straight from the registers.
//
// The arguments of a call stand in a row of registers, and an object's word is its pointer: once the immediates among them are boxed,
// in place, the row is the array that C wants. Whatever the row then holds is released as any other argument.
//
// What a handler calls most stands in QuickForeignCalls.swift, a function for each calling convention; this is what they share, and
// the way of everything else.

import CPythonABI
import Compiler

enum ForeignCallHandlers {
    /// The bits of a definition's flags that say how the function takes its arguments.
    static var conventions: Int32 { METH_VARARGS | METH_FASTCALL | METH_NOARGS | METH_O | METH_KEYWORDS | METH_METHOD }

    /// An argument as C gets it: an object as it is, anything else boxed.
    @inline(__always) static func lent(_ argument: Value) -> ObjectPointer {
        if !argument.isObject { return Border.box(argument) }
        Border.expose(argument.object)
        return argument.object
    }
    /// Makes the arguments pointers.
    @inline(__always) static func lend(_ arguments: FramePointer, _ count: Int) {
        var index = 0
        while index < count {
            let argument = arguments[index]
            if argument.isObject { Border.expose(argument.object) } else { arguments[index] = Value(Border.box(argument)) }
            index &+= 1
        }
    }
    @inline(__always) static func pointers(_ arguments: FramePointer) -> UnsafeMutablePointer<ObjectPointer?> {
        UnsafeMutableRawPointer(arguments).assumingMemoryBound(to: ObjectPointer?.self)
    }
    /// Releases an argument.
    @inline(__always) static func giveBack(_ object: ObjectPointer) {
        let count = object.pointee.ob_refcnt &- 1
        object.pointee.ob_refcnt = count
        if count == 0 { free(object) }
    }
    /// Releases arguments that were lent: all of them are pointers.
    @inline(__always) static func giveBackAll(_ arguments: FramePointer, _ count: Int) {
        var index = 0
        while index < count {
            giveBack(arguments[index].object)
            index &+= 1
        }
    }

    /// What a call gave, in two registers: a variable whose address is taken would keep the handler from jumping on.
    struct Answer {
        var isGiven: Bool
        var object: ObjectPointer?
        static var none: Answer { Answer(isGiven: false, object: nil) }
    }

    /// Calls the C function of a definition with arguments that stand in registers and stay owned by the caller. Nothing is given if it
    /// takes them in another way, or does not take them: the general way then does, and says what is wrong.
    @inline(__always) static func invoke(
        _ definition: UnsafeMutablePointer<PyMethodDef>, _ receiver: ObjectPointer?, _ owner: TypePointer?, _ arguments: FramePointer,
        _ count: Int, _ names: Value
    ) -> Answer {
        guard let function = definition.pointee.ml_meth, NativeStack.hasRoom else { return .none }
        let convention = definition.pointee.ml_flags & conventions
        if convention == METH_O {
            if count != 1 || !names.isNull { return .none }
            lend(arguments, 1)
            return Answer(isGiven: true, object: function(receiver, arguments.pointee.object))
        }
        if convention == METH_FASTCALL {
            if !names.isNull { return .none }
            lend(arguments, count)
            return Answer(isGiven: true, object: unsafeBitCast(function, to: _PyCFunctionFast.self)(receiver, pointers(arguments), count))
        }
        return invokeRarely(function, convention, receiver, owner, arguments, count, names)
    }
    @inline(never) private static func invokeRarely(
        _ function: PyCFunction, _ convention: Int32, _ receiver: ObjectPointer?, _ owner: TypePointer?, _ arguments: FramePointer,
        _ count: Int, _ names: Value
    ) -> Answer {
        let extra = names.isNull ? 0 : TupleObject.count(names)
        switch convention {
        case METH_NOARGS:
            if count != 0 || extra != 0 { return .none }
            return Answer(isGiven: true, object: function(receiver, nil))
        case METH_FASTCALL | METH_KEYWORDS:
            lend(arguments, count &+ extra)
            if extra != 0 { Border.expose(names.object) }
            let call = unsafeBitCast(function, to: _PyCFunctionFastWithKeywords.self)
            return Answer(isGiven: true, object: call(receiver, pointers(arguments), count, extra == 0 ? nil : names.object))
        case METH_METHOD | METH_FASTCALL | METH_KEYWORDS:
            guard let owner else { return .none }
            lend(arguments, count &+ extra)
            if extra != 0 { Border.expose(names.object) }
            let call = unsafeBitCast(function, to: PyCMethod.self)
            return Answer(isGiven: true, object: call(receiver, owner, pointers(arguments), count, extra == 0 ? nil : names.object))
        default:
            return .none
        }
    }

    /// The value of what C returned, owned; null with an exception. NULL needs an exception, anything else must have none.
    @inline(__always) static func result(_ answer: ObjectPointer?, _ callable: Value) -> Value {
        guard let answer, !PendingException.isSet else { return wrongResult(answer, callable) }
        return answer.pointee.ob_type.unsafelyUnwrapped.pointee.tp_flags & PYSWIFT_TPFLAGS_IMMEDIATE == 0 ? Value(answer) : immediate(answer)
    }
    /// The value of a number or a constant that C returned; the reference is taken over.
    @inline(never) static func immediate(_ answer: ObjectPointer) -> Value {
        let head = UnsafeMutableRawPointer(answer).assumingMemoryBound(to: PyLongObject.self)
        if answer.pointee.ob_type != PyLong_TypePointer() || head.pointee.ob_base.ob_size != 1 { return Border.fromC(owned: answer).take() }
        let number = (UnsafeMutableRawPointer(head) + 24).assumingMemoryBound(to: UInt32.self).pointee
        let count = answer.pointee.ob_refcnt &- 1
        answer.pointee.ob_refcnt = count
        if count == 0 { ObjectMemory.free(answer, size: 32) }
        return Value(smallInt: Int(number))
    }

    @inline(never) static func wrongResult(_ answer: ObjectPointer?, _ callable: Value) -> Value {
        do throws(Raised) { return try ForeignCalls.checked(answer, callable).take() } catch { return .null }
    }

    /// Frees an argument: mostly a number that was boxed for the call.
    @inline(never) static func free(_ object: ObjectPointer) {
        if object.pointee.ob_type == PyLong_TypePointer() { return IntObject.free(object) }
        return deallocate(object)
    }

    // MARK: From everywhere else

    /// The same for any call of a function made in C, or of an object whose type has a vectorcall of C. Nil: it goes another way.
    @inline(never) static func call(_ callable: Value, _ arguments: FramePointer, _ count: Int, _ names: Value) -> Value? {
        let type = callable.object.pointee.ob_type.unsafelyUnwrapped
        let answer: Answer
        if type == PyCFunction_TypePointer() {
            let head = NativeFunctionObject.head(callable)
            let definition = head.pointee.m_ml.unsafelyUnwrapped
            guard definition.pointee.ml_flags & NativeFlags.swift == 0 else { return nil }
            let receiver = definition.pointee.ml_flags & METH_STATIC == 0 ? head.pointee.m_self : nil
            answer = invoke(definition, receiver, nil, arguments, count, names)
        } else if type == PyMethodDescr_TypePointer() {
            let definition = Descriptors.definition(callable)
            guard definition.pointee.ml_flags & NativeFlags.swift == 0, count > 0, arguments[0].isObject else { return nil }
            let owner = Descriptors.owner(callable)
            guard arguments[0].object.pointee.ob_type.isSubtype(of: owner) else { return nil }
            Border.expose(arguments[0].object)
            answer = invoke(definition, arguments[0].object, owner, arguments + 1, count - 1, names)
        } else {
            guard type.pointee.tp_flags & Py_TPFLAGS_HAVE_VECTORCALL != 0, type.pointee.tp_vectorcall_offset > 0, type.record.pointee.isForeign,
                let function = (UnsafeMutableRawPointer(callable.object) + type.pointee.tp_vectorcall_offset).load(as: vectorcallfunc?.self),
                NativeStack.hasRoom
            else { return nil }
            let extra = names.isNull ? 0 : TupleObject.count(names)
            lend(arguments, count &+ extra)
            if extra != 0 { Border.expose(names.object) }
            answer = Answer(isGiven: true, object: function(callable.object, pointers(arguments), count, extra == 0 ? nil : names.object))
        }
        return answer.isGiven ? result(answer.object, callable) : nil
    }
}
