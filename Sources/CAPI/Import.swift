// PyImport_*, PySys_*, PyEval_*

import CPythonABI
import Glibc
import Runtime

@c public func PyImport_ImportModule(_ text: CString?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        if text?.pointee == 0 { throw raise(.valueError, "Empty module name") }
        let name = name(text)
        return try InterpreterHooks.importByName(name.value)
    }
}
@c public func PyImport_ImportModuleNoBlock(_ text: CString?) -> Object? { PyImport_ImportModule(text) }
@c public func PyImport_Import(_ name: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in try InterpreterHooks.importByName(value(name)) }
}
@c public func PyImport_ImportModuleLevelObject(_ name: Object?, _ globals: Object?, _ locals: Object?, _ from: Object?, _ level: Int32) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let function = try Modules.builtin("__import__")
        let arguments: [Value] = [
            value(name), globals == nil ? .none : value(globals), locals == nil ? .none : value(locals), from == nil ? .none : Value(from!),
            Value(smallInt: Int(level)),
        ]
        let tuple = TupleObject.make(array: arguments)
        return try call(function.value, tuple.value, .null)
    }
}
@c public func PyImport_ImportModuleLevel(_ text: CString?, _ globals: Object?, _ locals: Object?, _ from: Object?, _ level: Int32) -> Object? {
    let name = name(text)
    return PyImport_ImportModuleLevelObject(name.value.object, globals, locals, from, level)
}
@c public func PyImport_GetModuleDict() -> Object? {
    do throws(Raised) { return try Modules.function("sys", "modules").value.object } catch { return nil }
}
@c public func PyImport_GetModule(_ name: Object?) -> Object? {
    guard let modules = PyImport_GetModuleDict() else { return nil }
    return newReferenceOrNull { () throws(Raised) -> Ref in Ref(try DictObject.get(Value(modules), value(name))) }
}
@c public func _PyImport_GetModuleId(_ identifier: UnsafeMutablePointer<_Py_Identifier>?) -> Object? { PyImport_GetModule(Identifiers.get(identifier).object) }
/// Borrowed: the module of that name, made if need be.
@c public func PyImport_AddModuleObject(_ name: Object?) -> Object? {
    guard let modules = PyImport_GetModuleDict() else { return nil }
    do throws(Raised) {
        let found = try DictObject.get(Value(modules), value(name))
        if !found.isNull && ModuleObject.isInstance(found) { return found.object }
        let module = ModuleObject.make(text(value(name)))
        try DictObject.set(Value(modules), value(name), module.value)
        return module.value.object
    } catch { return nil }
}
@c public func PyImport_AddModule(_ text: CString?) -> Object? {
    let name = name(text)
    return PyImport_AddModuleObject(name.value.object)
}
@c public func PyImport_ReloadModule(_ module: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let function = try Modules.function("importlib", "reload")
        return try Call.call(function.value, value(module))
    }
}
@c public func _PyImport_GetModuleAttrString(_ module: CString?, _ name: CString?) -> Object? {
    guard let module = PyImport_ImportModule(module) else { return nil }
    defer { release(module) }
    return PyObject_GetAttrString(module, name)
}
@c public func PySys_GetObject(_ text: CString?) -> Object? {
    let saved = PendingException.save()
    defer { PendingException.restore(saved) }
    do throws(Raised) {
        let sys = try InterpreterHooks.importModule("sys")
        guard ModuleObject.isInstance(sys.value) else { return nil }
        return PyDict_GetItemString(ModuleObject.dict(sys.value).object, text)
    } catch {
        PendingException.clear()
        return nil
    }
}
@c public func PySys_SetObject(_ text: CString?, _ object: Object?) -> Int32 {
    status { () throws(Raised) -> Void in
        let sys = try InterpreterHooks.importModule("sys")
        let name = name(text)
        try Attributes.set(sys.value, name.value, stored(object))
    }
}

// MARK: The running frame

@c public func PyEval_GetBuiltins() -> Object? {
    do throws(Raised) {
        let module = try InterpreterHooks.importModule("builtins")
        return ModuleObject.dict(module.value).object
    } catch { return nil }
}
@c public func PyEval_GetGlobals() -> Object? {
    let globals = CurrentFrame.globals
    return globals.isNull ? nil : globals.object
}
@c public func PyEval_GetLocals() -> Object? {
    do throws(Raised) { return Lending.lendDetached(try InterpreterHooks.currentLocals().take()) } catch { return nil }
}
@c public func PyEval_GetFuncName(_ object: Object?) -> CString? {
    guard let object else { return nil }
    if object.isInstance(PyCFunction_TypePointer()) { return UnsafePointer(Value(object).cast(to: PyCFunctionObject.self).pointee.m_ml.pointee.ml_name) }
    return object.typeObject.pointee.tp_name
}
@c public func PyEval_GetFuncDesc(_ object: Object?) -> CString? {
    guard let object else { return nil }
    return object.isInstance(PyCFunction_TypePointer()) || object.isInstance(PyFunction_TypePointer()) ? UnsafePointer(parentheses) : UnsafePointer(objectText)
}
nonisolated(unsafe) private let parentheses = strdup("()")
nonisolated(unsafe) private let objectText = strdup(" object")
@c public func Py_EnterRecursiveCall(_ place: CString?) -> Int32 {
    if NativeStack.isExhausted {
        _ = raise(.recursionError, "maximum recursion depth exceeded\(place.map { String(cString: $0) } ?? "")")
        return -1
    }
    return 0
}
@c public func Py_LeaveRecursiveCall() {}
@c public func _Py_CheckRecursiveCall(_ state: UnsafeMutablePointer<PyThreadState>?, _ place: CString?) -> Int32 {
    state?.pointee.recursion_remaining = 1000
    return Py_EnterRecursiveCall(place)
}
@c public func Py_GetRecursionLimit() -> Int32 { Int32(clamping: _pyswift_loop.recursion_limit) }
@c public func Py_MakePendingCalls() -> Int32 { status { () throws(Raised) -> Void in try EvalBreaker.serve() } }
