// Exceptions: making and normalising instances.
//
// Fields of exceptions always hold real pointers: C code reads them, and exceptions are rare enough to box for.

import CPythonABI

public enum ExceptionObject {
    @inline(__always) static func head(_ value: Value) -> UnsafeMutablePointer<PyBaseExceptionObject> { value.cast(to: PyBaseExceptionObject.self) }
    @inlinable public static func isInstance(_ value: Value) -> Bool {
        value.isObject && value.object.pointee.ob_type.pointee.tp_flags & Py_TPFLAGS_BASE_EXC_SUBCLASS != 0
    }
    @inlinable public static func isClass(_ value: Value) -> Bool {
        Classes.isType(value) && Classes.type(value).pointee.tp_flags & Py_TPFLAGS_BASE_EXC_SUBCLASS != 0
    }

    /// Sets AttributeError with its attributes.
    static func raiseAttributeError(_ message: Value, name: Value, object: Value) -> Raised {
        do throws(Raised) {
            let args = TupleObject.make(message)
            let exception = try ExceptionMemory.make(PyExc_AttributeErrorPointer(), args: args.value)
            let fields = exception.value.cast(to: PyAttributeErrorObject.self)
            fields.pointee.obj = Border.boxed(object)
            fields.pointee.name = Border.boxed(name)
            return PendingException.set(PyExc_AttributeErrorPointer(), exception.value)
        } catch { return error }
    }

    /// Takes the pending exception as an instance (with traceback set), clearing it. There must be one.
    public static func take() -> Ref {
        let thread = PendingException.state
        // Most often it is an instance by now.
        if let value = thread.pointee.curexc_value, let type = thread.pointee.curexc_type,
            UnsafeMutableRawPointer(value.pointee.ob_type) == UnsafeMutableRawPointer(type), isInstance(Value(value))
        {
            let traceback = thread.pointee.curexc_traceback
            thread.pointee.curexc_type = nil
            thread.pointee.curexc_value = nil
            thread.pointee.curexc_traceback = nil
            // (The instance holds its class.)
            type.pointee.ob_refcnt &-= 1
            if let traceback {
                let head = head(Value(value))
                let old = head.pointee.traceback
                head.pointee.traceback = traceback
                if let old { Value(old).release() }
            }
            return Ref(owned: Value(value))
        }
        let saved = PendingException.save()
        guard let type = saved.type else {
            // Code of an extension failed and did not say why.
            _ = raise(.systemError, "error return without exception set")
            return take()
        }
        let typeValue = Ref(owned: Value(type))
        let argument = saved.value.map { Ref(owned: Value($0)) } ?? Ref.null
        let traceback = saved.traceback.map { Ref(owned: Value($0)) } ?? Ref.null
        var exception = normalize(typeValue.value, argument.value)
        if !isInstance(exception.value) {
            exception = take()
            // What the constructor raised tells its own way.
            if isInstance(exception.value), head(exception.value).pointee.traceback != nil { return exception }
        }
        if !traceback.isNull && isInstance(exception.value) { setTraceback(exception.value, traceback.value) }
        return exception
    }

    /// An instance of an exception class from its argument; null with an exception set when the constructor raises.
    public static func normalize(_ type: Value, _ argument: Value) -> Ref {
        if isInstance(argument) && argument.type.isSubtype(of: Classes.type(type)) { return Ref(argument) }
        do throws(Raised) {
            let plain = Classes.type(type)
            if !plain.isHeapType, let initialize = plain.record.pointee.initialize,
                SlotIdentity.same(initialize, ExceptionType.initialize)
            {
                // Without calls: it must be possible to make a RecursionError where there is no stack left.
                if TupleObject.isInstance(argument) { return try ExceptionMemory.make(plain, args: argument) }
                let args = argument.isNull || argument.isNone ? TupleObject.empty : TupleObject.make(Border.fromC(borrowed: argument.object))
                return try ExceptionMemory.make(plain, args: args.value)
            }
            if plain == PyExc_StopIterationPointer() && !TupleObject.isInstance(argument) {
                return try StopIterationType.make(argument.isNull ? .none : Border.fromC(borrowed: argument.object))
            }
            let made: Ref
            if argument.isNull || argument.isNone {
                made = try Call.call(type)
            } else if TupleObject.isInstance(argument) {
                made = try Call.call(type, tuple: argument, keywords: .null)
            } else {
                made = try Call.call(type, Border.fromC(borrowed: argument.object))
            }
            guard isInstance(made.value) else {
                throw raise(
                    .typeError, "calling \(try Repr.string(type)) should have returned an instance of BaseException, not \(made.value.type.name)")
            }
            return made
        } catch { return .null }
    }

    public static func setTraceback(_ exception: Value, _ traceback: Value) {
        let head = head(exception)
        let old = head.pointee.traceback
        head.pointee.traceback = traceback.isNull || traceback.isNone ? nil : Border.boxed(traceback)
        if let old { Value(old).release() }
    }

    /// Sets the context, breaking a cycle that the new link would close.
    public static func setContext(_ exception: Value, _ context: Value) {
        guard isInstance(exception), isInstance(context), exception !== context else { return }
        var current = context
        // A program may have made a ring of contexts: a second walker at half the speed is met in one.
        var slow = context
        var slowMoves = false
        while let next = head(current).pointee.context {
            let value = Value(next)
            if value === exception {
                head(current).pointee.context = nil
                value.release()
                break
            }
            current = value
            if current === slow { break }
            if slowMoves, let next = head(slow).pointee.context { slow = Value(next) }
            slowMoves.toggle()
        }
        let head = head(exception)
        let old = head.pointee.context
        head.pointee.context = Border.boxed(context)
        if let old { Value(old).release() }
    }

    /// Raises a new exception whose cause and context are the pending one.
    public static func chain(_ kind: ExceptionKind, _ message: String) -> Raised {
        let cause = take()
        let raised = raise(kind, message)
        let exception = take()
        let head = head(exception.value)
        head.pointee.context = Border.boxed(cause.value)
        head.pointee.cause = Border.boxed(cause.value)
        head.pointee.suppress_context = 1
        PendingException.set(exception.value.type, exception.value)
        Unwinding.exceptionWithContext = exception.value.object
        return raised
    }
}
