// PyErr_*, PyException_*: the pending exception is the thread state's own fields.

import CPythonABI
import Glibc
import Runtime

private var state: UnsafeMutablePointer<PyThreadState> { _PySwift_thread_state().unsafelyUnwrapped }

/// Sets an exception by class (or instance's class) and argument, both borrowed.
func setError(_ type: Object?, _ argument: Object?) {
    guard let type else { return }
    guard Classes.isType(Value(type)), type.asType.hasFlag(Py_TPFLAGS_BASE_EXC_SUBCLASS) else {
        _ = raise(.systemError, "_PyErr_SetObject: exception \((try? Repr.string(Value(type))) ?? "?") is not a BaseException subclass")
        return
    }
    // None stands for no argument.
    ExceptionContext.set(type.asType, argument == nil || argument == Py_NonePointer() ? .null : Value(argument.unsafelyUnwrapped))
}
/// An exception raised while another is handled gets that one as its context.
enum ExceptionContext {
    static func set(_ type: TypePointer, _ argument: Value) {
        let handled = state.pointee.handled
        guard let handled, handled != Py_NonePointer() else {
            PendingException.set(type, argument)
            keepTraceback(argument)
            return
        }
        let context = Ref(Value(handled))
        // The context hangs on an instance, so the exception is made now.
        let exception = ExceptionObject.normalize(type.value, argument)
        if exception.isNull { return }
        ExceptionObject.setContext(exception.value, context.value)
        PendingException.set(exception.value.type, exception.value)
        keepTraceback(exception.value)
    }
    /// An instance that was raised before goes on with the traceback that it has.
    private static func keepTraceback(_ exception: Value) {
        guard ExceptionObject.isInstance(exception), let traceback = exception.cast(to: PyBaseExceptionObject.self).pointee.traceback else { return }
        state.pointee.curexc_traceback = retained(traceback)
    }
}
extension PyThreadState {
    /// The innermost exception that is being handled, borrowed.
    var handled: Object? {
        var item = exc_info
        while let current = item {
            if let value = current.pointee.exc_value, value != Py_NonePointer() { return value }
            item = current.pointee.previous_item
        }
        return nil
    }
}

@c public func PyErr_Occurred() -> Object? { _PySwift_thread_state()?.pointee.curexc_type }
@c public func _PyErr_Occurred(_ state: UnsafeMutablePointer<PyThreadState>?) -> Object? { state?.pointee.curexc_type }
@c public func PyErr_Clear() { PendingException.clear() }
@c public func _PyErr_Clear(_ state: UnsafeMutablePointer<PyThreadState>?) { PendingException.clear() }
@c public func PyErr_SetObject(_ type: Object?, _ argument: Object?) { setError(type, argument) }
@c public func _PyErr_SetObject(_ state: UnsafeMutablePointer<PyThreadState>?, _ type: Object?, _ argument: Object?) { setError(type, argument) }
@c public func PyErr_SetNone(_ type: Object?) { setError(type, nil) }
@c public func PyErr_SetString(_ type: Object?, _ text: CString?) {
    let message = string(text)
    setError(type, message.value.object)
}
@c public func _PyErr_SetString(_ state: UnsafeMutablePointer<PyThreadState>?, _ type: Object?, _ text: CString?) { PyErr_SetString(type, text) }
@c public func _PyErr_SetKeyError(_ key: Object?) {
    let arguments = TupleObject.make(value(key))
    do throws(Raised) {
        let exception = try Call.call(PyExc_KeyErrorPointer().value, tuple: arguments.value, keywords: .null)
        setError(PyExc_KeyErrorPointer().asObject, exception.value.object)
    } catch {}
}
@c public func PyErr_Fetch(_ type: UnsafeMutablePointer<Object?>?, _ argument: UnsafeMutablePointer<Object?>?, _ traceback: UnsafeMutablePointer<Object?>?) {
    type?.pointee = state.pointee.curexc_type
    argument?.pointee = state.pointee.curexc_value
    traceback?.pointee = state.pointee.curexc_traceback
    state.pointee.curexc_type = nil
    state.pointee.curexc_value = nil
    state.pointee.curexc_traceback = nil
}
@c public func PyErr_Restore(_ type: Object?, _ argument: Object?, _ traceback: Object?) {
    PendingException.clear()
    state.pointee.curexc_type = type
    state.pointee.curexc_value = argument
    state.pointee.curexc_traceback = traceback
}
@c public func PyErr_NormalizeException(
    _ type: UnsafeMutablePointer<Object?>?, _ argument: UnsafeMutablePointer<Object?>?, _ traceback: UnsafeMutablePointer<Object?>?
) {
    guard let type, let argument, let old = type.pointee else { return }
    if let value = argument.pointee, ExceptionObject.isInstance(Value(value)), value.isInstance(old.asType) {
        // A subclass's instance brings its own class.
        if value.typeObject.asObject != old {
            type.pointee = retained(value.typeObject.asObject)
            release(old)
        }
        return
    }
    var exception = ExceptionObject.normalize(Value(old), argument.pointee.map { Value($0) } ?? .null)
    if exception.isNull { exception = ExceptionObject.take() }
    let oldArgument = argument.pointee
    type.pointee = retained(exception.value.type.asObject)
    argument.pointee = exception.take().object
    release(old)
    release(oldArgument)
}
@c public func PyErr_GivenExceptionMatches(_ given: Object?, _ expected: Object?) -> Int32 {
    guard let given, let expected else { return 0 }
    if TupleObject.isInstance(Value(expected)) {
        for index in 0..<TupleObject.count(Value(expected)) {
            let item = TupleObject.items(Value(expected))[index]
            if item.isObject && PyErr_GivenExceptionMatches(given, item.object) != 0 { return 1 }
        }
        return 0
    }
    let type = ExceptionObject.isInstance(Value(given)) ? given.typeObject.asObject : given
    if ExceptionObject.isClass(Value(type)) && ExceptionObject.isClass(Value(expected)) { return type.asType.isSubtype(of: expected.asType) ? 1 : 0 }
    return type == expected ? 1 : 0
}
@c public func PyErr_ExceptionMatches(_ expected: Object?) -> Int32 { PyErr_GivenExceptionMatches(PyErr_Occurred(), expected) }
@c public func _PyErr_ExceptionMatches(_ state: UnsafeMutablePointer<PyThreadState>?, _ expected: Object?) -> Int32 { PyErr_ExceptionMatches(expected) }
@c public func PyErr_NoMemory() -> Object? {
    _ = raise(.memoryError, argument: .null)
    return nil
}
@c public func PyErr_BadArgument() -> Int32 {
    _ = raise(.typeError, "bad argument type for built-in operation")
    return 0
}
@c public func PyErr_BadInternalCall() { _ = badInternalCall() }
@c public func _PyErr_BadInternalCall(_ file: CString?, _ line: Int32) {
    _ = raise(.systemError, "\(file.map { String(cString: $0) } ?? "?"):\(line): bad argument to internal function")
}
@c public func _PyErr_ChainExceptions(_ type: Object?, _ argument: Object?, _ traceback: Object?) {
    guard type != nil else { return }
    guard PendingException.isSet else { return PyErr_Restore(type, argument, traceback) }
    let new = ExceptionObject.take()
    PyErr_Restore(type, argument, traceback)
    let old = ExceptionObject.take()
    if ExceptionObject.isInstance(new.value) && ExceptionObject.isInstance(old.value) { ExceptionObject.setContext(new.value, old.value) }
    PendingException.set(new.value.type, new.value)
}
@c public func PyErr_NewException(_ name: CString?, _ base: Object?, _ dict: Object?) -> Object? { PyErr_NewExceptionWithDoc(name, nil, base, dict) }
@c public func PyErr_NewExceptionWithDoc(_ name: CString?, _ doc: CString?, _ base: Object?, _ dict: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let full = name.map { String(cString: $0) } ?? ""
        guard let dot = full.lastIndex(of: ".") else {
            throw raise(.systemError, "PyErr_NewException: name must be module.class")
        }
        let namespace = dict == nil ? DictObject.make() : try DictObject.copy(value(dict))
        if DictObject.get(namespace.value, name: Names.module).isNull {
            let module = StrObject.intern(String(full[..<dot]))
            DictObject.set(namespace.value, name: Names.module, module.value)
        }
        if doc != nil {
            let text = string(doc)
            DictObject.set(namespace.value, name: Names.doc, text.value)
        }
        var bases = Ref.null
        if let base, TupleObject.isInstance(Value(base)) {
            bases = Ref(Value(base))
        } else {
            bases = TupleObject.make(base.map { Value($0) } ?? PyExc_ExceptionPointer().value)
        }
        let shortName = StrObject.make(String(full[full.index(after: dot)...]))
        return try Call.call(PyType_TypePointer().value, shortName.value, bases.value, namespace.value)
    }
}

// MARK: errno

private func setFromErrno(_ type: Object?, _ first: Object?, _ second: Object?) {
    let code = errno
    let arguments: [Value]
    let message = StrObject.make(String(cString: strerror(code)))
    if let first {
        arguments = second == nil ? [Value(smallInt: Int(code)), message.value, Value(first)]
            : [Value(smallInt: Int(code)), message.value, Value(first), Value(smallInt: 0), Value(second!)]
    } else {
        arguments = [Value(smallInt: Int(code)), message.value]
    }
    let tuple = TupleObject.make(array: arguments)
    do throws(Raised) {
        let exception = try Call.call(value(type), tuple: tuple.value, keywords: .null)
        setError(exception.value.type.asObject, exception.value.object)
    } catch {}
}
@c public func PyErr_SetFromErrno(_ type: Object?) -> Object? {
    setFromErrno(type, nil, nil)
    return nil
}
@c public func PyErr_SetFromErrnoWithFilenameObject(_ type: Object?, _ file: Object?) -> Object? {
    setFromErrno(type, file, nil)
    return nil
}
@c public func PyErr_SetFromErrnoWithFilenameObjects(_ type: Object?, _ first: Object?, _ second: Object?) -> Object? {
    setFromErrno(type, first, second)
    return nil
}
@c public func PyErr_SetFromErrnoWithFilename(_ type: Object?, _ file: CString?) -> Object? {
    let saved = errno
    let name = PyUnicode_DecodeFSDefault(file)
    errno = saved
    setFromErrno(type, name, nil)
    release(name)
    return nil
}
@c public func PyErr_SetImportError(_ message: Object?, _ name: Object?, _ path: Object?) -> Object? {
    PyErr_SetImportErrorSubclass(PyExc_ImportErrorPointer().asObject, message, name, path)
}
@c public func PyErr_SetImportErrorSubclass(_ type: Object?, _ message: Object?, _ name: Object?, _ path: Object?) -> Object? {
    let keywords = DictObject.make()
    let arguments = TupleObject.make(value(message))
    do throws(Raised) {
        let keys = [StrObject.intern("name").take(), StrObject.intern("path").take()]
        try DictObject.set(keywords.value, keys[0], value(name ?? Py_NonePointer()))
        try DictObject.set(keywords.value, keys[1], value(path ?? Py_NonePointer()))
        let exception = try Call.call(value(type), tuple: arguments.value, keywords: keywords.value)
        setError(exception.value.type.asObject, exception.value.object)
    } catch {}
    return nil
}
enum Exceptions {
    static func importError(_ kind: ExceptionKind, _ message: Value, name: Value, path: Value) -> Raised {
        _ = PyErr_SetImportErrorSubclass(kind.type.asObject, message.object, name.object, path.object)
        return Raised()
    }
}

// MARK: Handled exceptions

@c public func PyErr_GetHandledException() -> Object? { retained(state.pointee.handled) }
@c public func PyErr_SetHandledException(_ exception: Object?) {
    let item = state.pointee.exc_info
    let old = item?.pointee.exc_value
    item?.pointee.exc_value = exception == Py_NonePointer() ? nil : retained(exception)
    release(old)
}
@c public func PyErr_GetExcInfo(_ type: UnsafeMutablePointer<Object?>?, _ argument: UnsafeMutablePointer<Object?>?, _ traceback: UnsafeMutablePointer<Object?>?) {
    let handled = state.pointee.handled
    argument?.pointee = retained(handled)
    type?.pointee = retained(handled?.typeObject.asObject)
    traceback?.pointee = retained(handled.flatMap { Value($0).cast(to: PyBaseExceptionObject.self).pointee.traceback })
}
@c public func PyErr_SetExcInfo(_ type: Object?, _ argument: Object?, _ traceback: Object?) {
    PyErr_SetHandledException(argument)
    release(type)
    release(argument)
    release(traceback)
}

// MARK: Fields of exceptions

private func fields(_ exception: Object?) -> UnsafeMutablePointer<PyBaseExceptionObject>? { exception.map { Value($0).cast(to: PyBaseExceptionObject.self) } }
@c public func PyException_GetTraceback(_ exception: Object?) -> Object? { retained(fields(exception)?.pointee.traceback) }
@c public func PyException_SetTraceback(_ exception: Object?, _ traceback: Object?) -> Int32 {
    guard let exception else { return -1 }
    ExceptionObject.setTraceback(Value(exception), value(traceback))
    return 0
}
@c public func PyException_GetCause(_ exception: Object?) -> Object? { retained(fields(exception)?.pointee.cause) }
@c public func PyException_SetCause(_ exception: Object?, _ cause: Object?) {
    guard let fields = fields(exception) else { return }
    let old = fields.pointee.cause
    fields.pointee.cause = cause
    fields.pointee.suppress_context = 1
    release(old)
}
@c public func PyException_GetContext(_ exception: Object?) -> Object? { retained(fields(exception)?.pointee.context) }
@c public func PyException_SetContext(_ exception: Object?, _ context: Object?) {
    guard let fields = fields(exception) else { return }
    let old = fields.pointee.context
    fields.pointee.context = context
    release(old)
}
@c public func PyExceptionClass_Name(_ type: Object?) -> CString? { type?.asType.pointee.tp_name }
@c public func PyUnicodeDecodeError_Create(
    _ encoding: CString?, _ bytes: CString?, _ count: Int, _ start: Int, _ end: Int, _ reason: CString?
) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let (encoding, reason) = (string(encoding).take(), string(reason).take())
        defer {
            encoding.release()
            reason.release()
        }
        guard let data = PyBytes_FromStringAndSize(bytes, count) else { throw Raised() }
        defer { release(data) }
        let tuple = TupleObject.make(encoding, Value(data), Value(smallInt: start), Value(smallInt: end), reason)
        return try Call.call(PyExc_UnicodeDecodeErrorPointer().value, tuple: tuple.value, keywords: .null)
    }
}
private func unicodeError(_ exception: Object?) -> UnsafeMutablePointer<PyUnicodeErrorObject>? {
    exception.map { Value($0).cast(to: PyUnicodeErrorObject.self) }
}
private func setStart(_ exception: Object?, _ start: Int) -> Int32 {
    unicodeError(exception)?.pointee.start = start
    return 0
}
private func setEnd(_ exception: Object?, _ end: Int) -> Int32 {
    unicodeError(exception)?.pointee.end = end
    return 0
}
private func setReason(_ exception: Object?, _ reason: CString?) -> Int32 {
    guard let fields = unicodeError(exception) else { return -1 }
    let text = string(reason)
    let old = fields.pointee.reason
    fields.pointee.reason = text.take().object
    release(old)
    return 0
}
@c public func PyUnicodeDecodeError_SetStart(_ e: Object?, _ n: Int) -> Int32 { setStart(e, n) }
@c public func PyUnicodeEncodeError_SetStart(_ e: Object?, _ n: Int) -> Int32 { setStart(e, n) }
@c public func PyUnicodeTranslateError_SetStart(_ e: Object?, _ n: Int) -> Int32 { setStart(e, n) }
@c public func PyUnicodeDecodeError_SetEnd(_ e: Object?, _ n: Int) -> Int32 { setEnd(e, n) }
@c public func PyUnicodeEncodeError_SetEnd(_ e: Object?, _ n: Int) -> Int32 { setEnd(e, n) }
@c public func PyUnicodeTranslateError_SetEnd(_ e: Object?, _ n: Int) -> Int32 { setEnd(e, n) }
@c public func PyUnicodeDecodeError_SetReason(_ e: Object?, _ s: CString?) -> Int32 { setReason(e, s) }
@c public func PyUnicodeEncodeError_SetReason(_ e: Object?, _ s: CString?) -> Int32 { setReason(e, s) }
@c public func PyUnicodeTranslateError_SetReason(_ e: Object?, _ s: CString?) -> Int32 { setReason(e, s) }
private func getStart(_ e: Object?, _ out: UnsafeMutablePointer<Int>?) -> Int32 {
    out?.pointee = unicodeError(e)?.pointee.start ?? 0
    return 0
}
private func getEnd(_ e: Object?, _ out: UnsafeMutablePointer<Int>?) -> Int32 {
    out?.pointee = unicodeError(e)?.pointee.end ?? 0
    return 0
}
@c public func PyUnicodeDecodeError_GetStart(_ e: Object?, _ n: UnsafeMutablePointer<Int>?) -> Int32 { getStart(e, n) }
@c public func PyUnicodeEncodeError_GetStart(_ e: Object?, _ n: UnsafeMutablePointer<Int>?) -> Int32 { getStart(e, n) }
@c public func PyUnicodeDecodeError_GetEnd(_ e: Object?, _ n: UnsafeMutablePointer<Int>?) -> Int32 { getEnd(e, n) }
@c public func PyUnicodeEncodeError_GetEnd(_ e: Object?, _ n: UnsafeMutablePointer<Int>?) -> Int32 { getEnd(e, n) }
@c public func PyUnicodeDecodeError_GetObject(_ e: Object?) -> Object? { retained(unicodeError(e)?.pointee.object) }
@c public func PyUnicodeEncodeError_GetObject(_ e: Object?) -> Object? { retained(unicodeError(e)?.pointee.object) }

// MARK: Warnings, reports, signals

@c public func PyErr_WarnEx(_ category: Object?, _ message: CString?, _ level: Int) -> Int32 {
    status { () throws(Raised) -> Void in
        let text = string(message)
        try Warnings.hook(category?.asType ?? PyExc_RuntimeWarningPointer(), text.value, level)
    }
}
@c public func PyErr_WarnExplicit(_ category: Object?, _ message: CString?, _ file: CString?, _ line: Int32, _ module: CString?, _ registry: Object?) -> Int32 {
    PyErr_WarnEx(category, message, 1)
}
@c public func PyErr_WarnExplicitObject(_ category: Object?, _ message: Object?, _ file: Object?, _ line: Int32, _ module: Object?, _ registry: Object?) -> Int32 {
    status { () throws(Raised) -> Void in try Warnings.hook(category?.asType ?? PyExc_RuntimeWarningPointer(), value(message), 1) }
}
@c public func PyErr_WriteUnraisable(_ object: Object?) { Unraisable.report(object.map { Value($0) } ?? .none) }
@c public func _PyErr_WriteUnraisableMsg(_ message: CString?, _ object: Object?) {
    Unraisable.report(object.map { Value($0) } ?? .none, message: message.map { "Exception ignored \(String(cString: $0))" })
}
@c public func PyErr_PrintEx(_ setVariables: Int32) {
    guard PendingException.isSet else { return }
    let exception = ExceptionObject.take()
    do throws(Raised) {
        let hook = try Modules.function("sys", "excepthook")
        let traceback = Value(exception.value.object).cast(to: PyBaseExceptionObject.self).pointee.traceback
        _ = try Call.call(hook.value, exception.value.type.value, exception.value, traceback.map { Value($0) } ?? .none).isNull
    } catch { PendingException.clear() }
}
@c public func PyErr_Print() { PyErr_PrintEx(1) }
@c public func PyErr_Display(_ type: Object?, _ exception: Object?, _ traceback: Object?) {
    let saved = PendingException.save()
    do throws(Raised) {
        let hook = try Modules.function("sys", "excepthook")
        _ = try Call.call(hook.value, value(type), value(exception), traceback == nil ? .none : value(traceback)).isNull
    } catch { PendingException.clear() }
    PendingException.restore(saved)
}
@c public func PyErr_CheckSignals() -> Int32 {
    status { () throws(Raised) -> Void in try Signals.serve() }
}
@c public func _PyErr_CheckSignalsTstate(_ state: UnsafeMutablePointer<PyThreadState>?) -> Int32 { PyErr_CheckSignals() }
@c public func PyErr_SetInterrupt() { _ = PyErr_SetInterruptEx(SIGINT) }
