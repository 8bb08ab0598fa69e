// Raising exceptions from Swift.
//
// The pending exception lives where CPython 3.11 keeps it, in `PyThreadState.curexc_type`, `_value` and `_traceback`, since
// compiled extensions read and write those fields directly. As there, it may be *unnormalised*: a type with a message or an
// argument, from which the instance is made only when somebody looks. Raising therefore costs no object but the message.

import CPythonABI

/// The built-in exception classes that native code raises by name.
public enum ExceptionKind {
    case baseException, exception, typeError, valueError, keyError, indexError, attributeError, nameError, unboundLocalError
    case zeroDivisionError, overflowError, runtimeError, recursionError, notImplementedError, stopIteration, stopAsyncIteration
    case systemError, systemExit, memoryError, lookupError, importError, moduleNotFoundError, osError, eofError, assertionError
    case generatorExit, keyboardInterrupt, bufferError, unicodeError, unicodeDecodeError, unicodeEncodeError, syntaxError
    case indentationError, tabError, arithmeticError, floatingPointError, referenceError, fileNotFoundError, deprecationWarning
    case runtimeWarning, userWarning, syntaxWarning, resourceWarning, bytesWarning, importWarning, warning

    public var type: TypePointer {
        switch self {
        case .baseException: return PyExc_BaseExceptionPointer()
        case .exception: return PyExc_ExceptionPointer()
        case .typeError: return PyExc_TypeErrorPointer()
        case .valueError: return PyExc_ValueErrorPointer()
        case .keyError: return PyExc_KeyErrorPointer()
        case .indexError: return PyExc_IndexErrorPointer()
        case .attributeError: return PyExc_AttributeErrorPointer()
        case .nameError: return PyExc_NameErrorPointer()
        case .unboundLocalError: return PyExc_UnboundLocalErrorPointer()
        case .zeroDivisionError: return PyExc_ZeroDivisionErrorPointer()
        case .overflowError: return PyExc_OverflowErrorPointer()
        case .runtimeError: return PyExc_RuntimeErrorPointer()
        case .recursionError: return PyExc_RecursionErrorPointer()
        case .notImplementedError: return PyExc_NotImplementedErrorPointer()
        case .stopIteration: return PyExc_StopIterationPointer()
        case .stopAsyncIteration: return PyExc_StopAsyncIterationPointer()
        case .systemError: return PyExc_SystemErrorPointer()
        case .systemExit: return PyExc_SystemExitPointer()
        case .memoryError: return PyExc_MemoryErrorPointer()
        case .lookupError: return PyExc_LookupErrorPointer()
        case .importError: return PyExc_ImportErrorPointer()
        case .moduleNotFoundError: return PyExc_ModuleNotFoundErrorPointer()
        case .osError: return PyExc_OSErrorPointer()
        case .eofError: return PyExc_EOFErrorPointer()
        case .assertionError: return PyExc_AssertionErrorPointer()
        case .generatorExit: return PyExc_GeneratorExitPointer()
        case .keyboardInterrupt: return PyExc_KeyboardInterruptPointer()
        case .bufferError: return PyExc_BufferErrorPointer()
        case .unicodeError: return PyExc_UnicodeErrorPointer()
        case .unicodeDecodeError: return PyExc_UnicodeDecodeErrorPointer()
        case .unicodeEncodeError: return PyExc_UnicodeEncodeErrorPointer()
        case .syntaxError: return PyExc_SyntaxErrorPointer()
        case .indentationError: return PyExc_IndentationErrorPointer()
        case .tabError: return PyExc_TabErrorPointer()
        case .arithmeticError: return PyExc_ArithmeticErrorPointer()
        case .floatingPointError: return PyExc_FloatingPointErrorPointer()
        case .referenceError: return PyExc_ReferenceErrorPointer()
        case .fileNotFoundError: return PyExc_FileNotFoundErrorPointer()
        case .deprecationWarning: return PyExc_DeprecationWarningPointer()
        case .runtimeWarning: return PyExc_RuntimeWarningPointer()
        case .userWarning: return PyExc_UserWarningPointer()
        case .syntaxWarning: return PyExc_SyntaxWarningPointer()
        case .resourceWarning: return PyExc_ResourceWarningPointer()
        case .bytesWarning: return PyExc_BytesWarningPointer()
        case .importWarning: return PyExc_ImportWarningPointer()
        case .warning: return PyExc_WarningPointer()
        }
    }
}

/// Sets an exception with a message: `throw raise(.typeError, "...")`.
@inline(never) public func raise(_ kind: ExceptionKind, _ message: String) -> Raised {
    let text = StrObject.make(message)
    return PendingException.set(kind.type, text.value)
}

/// Sets an exception whose constructor gets `argument` (`KeyError(key)`), or nothing when it is null.
@inline(never) public func raise(_ kind: ExceptionKind, argument: Value) -> Raised {
    PendingException.set(kind.type, argument)
}

/// Sets an exception by class and argument; null for none.
@inline(never) public func raise(_ type: TypePointer, _ argument: Value) -> Raised {
    PendingException.set(type, argument)
}

/// The pending exception of the current thread.
public enum PendingException {
    @inlinable @inline(__always) static var state: UnsafeMutablePointer<PyThreadState> {
        _PySwift_thread_state().unsafelyUnwrapped
    }
    @inlinable @inline(__always) public static var isSet: Bool { state.pointee.curexc_type != nil }

    /// Replaces the pending exception. Both arguments are borrowed.
    @discardableResult public static func set(_ type: TypePointer, _ argument: Value) -> Raised {
        clear()
        // An exception raised while another is handled gets that one as context when it is normalised.
        type.pointee.ob_base.ob_base.ob_refcnt &+= 1
        state.pointee.curexc_type = UnsafeMutableRawPointer(type).assumingMemoryBound(to: PyObject.self)
        state.pointee.curexc_value = argument.isNull ? nil : Border.boxed(argument)
        return Raised()
    }

    public static func clear() {
        let thread = state
        let (type, value, traceback) = (thread.pointee.curexc_type, thread.pointee.curexc_value, thread.pointee.curexc_traceback)
        thread.pointee.curexc_type = nil
        thread.pointee.curexc_value = nil
        thread.pointee.curexc_traceback = nil
        if let type { Value(type).release() }
        if let value { Value(value).release() }
        if let traceback { Value(traceback).release() }
    }

    /// Whether the pending exception is an instance of the class.
    public static func matches(_ kind: ExceptionKind) -> Bool { matches(kind.type) }
    public static func matches(_ class: TypePointer) -> Bool {
        guard let type = state.pointee.curexc_type else { return false }
        return UnsafeMutableRawPointer(type).assumingMemoryBound(to: PyTypeObject.self).isSubtype(of: `class`)
    }

    /// Clears the pending exception if it is of this class; otherwise leaves it and says false.
    public static func clear(if kind: ExceptionKind) -> Bool {
        guard matches(kind) else { return false }
        clear()
        return true
    }

    /// The same for any class.
    public static func clear(_ type: TypePointer) -> Bool {
        guard let pending = state.pointee.curexc_type,
            UnsafeMutableRawPointer(pending).assumingMemoryBound(to: PyTypeObject.self).isSubtype(of: type)
        else { return false }
        clear()
        return true
    }

    /// The three words, taken out.
    public struct Saved {
        var type: UnsafeMutablePointer<PyObject>?
        var value: UnsafeMutablePointer<PyObject>?
        var traceback: UnsafeMutablePointer<PyObject>?

        /// Puts an owned instance in place of the value.
        mutating func replaceValue(_ instance: Value) {
            let old = value
            value = instance.object
            if let old { Value(old).release() }
        }
    }
    /// Takes the pending exception out (there may be none); `restore` must follow.
    public static func save() -> Saved {
        let thread = state
        let saved = Saved(
            type: thread.pointee.curexc_type, value: thread.pointee.curexc_value, traceback: thread.pointee.curexc_traceback)
        thread.pointee.curexc_type = nil
        thread.pointee.curexc_value = nil
        thread.pointee.curexc_traceback = nil
        return saved
    }
    /// Puts a saved exception back in place of what is pending.
    public static func restore(_ saved: Saved) {
        clear()
        let thread = state
        thread.pointee.curexc_type = saved.type
        thread.pointee.curexc_value = saved.value
        thread.pointee.curexc_traceback = saved.traceback
    }
}
