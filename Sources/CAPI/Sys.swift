// PySys_*, and what else of the interpreter's lists C adds to: audit hooks, warning options, arguments; modules made of code.

import CPythonABI
import Glibc
import Runtime

/// A list of sys, made if it is not there; borrowed.
private func list(_ name: CString) -> Object? {
    if let found = PySys_GetObject(name), found.isInstance(PyList_TypePointer()) { return found }
    guard let new = PyList_New(0) else { return nil }
    defer { release(new) }
    return PySys_SetObject(name, new) == 0 ? new : nil
}
private func wide(_ text: UnsafePointer<wchar_t>?) -> Object? { PyUnicode_FromWideChar(text, -1) }

@c public func PySys_AddWarnOptionUnicode(_ option: Object?) {
    if let options = list("warnoptions") { _ = PyList_Append(options, option) }
}
@c public func PySys_AddWarnOption(_ option: UnsafePointer<wchar_t>?) {
    guard let text = wide(option) else { return }
    PySys_AddWarnOptionUnicode(text)
    release(text)
}
@c public func PySys_ResetWarnOptions() {
    if let options = PySys_GetObject("warnoptions") { _ = PyList_SetSlice(options, 0, Int.max, nil) }
}
@c public func PySys_HasWarnOptions() -> Int32 { PySys_GetObject("warnoptions").map { PyList_Size($0) > 0 ? 1 : 0 } ?? 0 }
/// Borrowed.
@c public func PySys_GetXOptions() -> Object? {
    if let found = PySys_GetObject("_xoptions"), found.isInstance(PyDict_TypePointer()) { return found }
    guard let new = PyDict_New() else { return nil }
    defer { release(new) }
    return PySys_SetObject("_xoptions", new) == 0 ? new : nil
}
@c public func PySys_AddXOption(_ option: UnsafePointer<wchar_t>?) {
    guard let options = PySys_GetXOptions(), let text = wide(option) else { return }
    defer { release(text) }
    let all = Runtime.text(Value(text))
    let split = all.firstIndex(of: "=")
    let name = StrObject.make(split.map { String(all[..<$0]) } ?? all)
    let setting: Ref = split.map { StrObject.make(String(all[all.index(after: $0)...])) } ?? .bool(true)
    let boxed = Border.toC(setting.value)
    _ = PyDict_SetItem(options, name.value.object, boxed)
    release(boxed)
}
@c public func PySys_SetPath(_ path: UnsafePointer<wchar_t>?) {
    guard let text = wide(path) else { return }
    defer { release(text) }
    guard let parts = Strings.method(text, "split", StrObject.character(58).take()) else { return PyErr_Clear() }
    if PySys_SetObject("path", parts) != 0 { PyErr_Clear() }
    release(parts)
}
@c public func PySys_SetArgvEx(_ count: Int32, _ arguments: UnsafePointer<UnsafeMutablePointer<wchar_t>?>?, _ updatePath: Int32) {
    guard let items = PyList_New(0) else { return }
    defer { release(items) }
    for index in 0..<Int(max(count, 0)) {
        guard let text = wide(arguments?[index]) else { return }
        _ = PyList_Append(items, text)
        release(text)
    }
    if count < 1 {
        let empty = StrObject.empty
        _ = PyList_Append(items, empty.value.object)
    }
    _ = PySys_SetObject("argv", items)
    guard updatePath != 0, let path = PySys_GetObject("path"), path.isInstance(PyList_TypePointer()), let first = PyList_GetItem(items, 0) else { return }
    let script = Runtime.text(Value(first))
    let folder = StrObject.make(script.lastIndex(of: "/").map { String(script[..<$0]) } ?? "")
    _ = PyList_Insert(path, 0, folder.value.object)
}
@c public func PySys_SetArgv(_ count: Int32, _ arguments: UnsafePointer<UnsafeMutablePointer<wchar_t>?>?) { PySys_SetArgvEx(count, arguments, 1) }

// MARK: Audit hooks

public typealias AuditHook = @convention(c) (CString?, Object?, UnsafeMutableRawPointer?) -> Int32
nonisolated(unsafe) private var auditHooks: [(AuditHook, UnsafeMutableRawPointer?)] = []
@c public func PySys_AddAuditHook(_ hook: AuditHook?, _ data: UnsafeMutableRawPointer?) -> Int32 {
    guard let hook else { return -1 }
    auditHooks.append((hook, data))
    if auditHooks.count > 1 { return 0 }
    // One function in Python's list calls all of them.
    let method = NativeMethod.make("audit", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
        let event = Border.toC(arguments[0])
        let details = Border.toC(arguments[1])
        defer {
            release(event)
            release(details)
        }
        for (hook, data) in auditHooks where hook(PyUnicode_AsUTF8(event), details, data) != 0 {
            if PendingException.isSet { throw Raised() }
            throw raise(.systemError, "audit hook failed without setting an exception")
        }
        return .none
    }))
    return status { () throws(Raised) -> Void in
        let function = NativeFunctionObject.make(method, self: .null, module: .null)
        let add = try Modules.function("sys", "addaudithook")
        let result = try Call.call(add.value, function.value)
        _ = result.isNull
    }
}

// MARK: Modules of code

@c public func PyImport_ExecCodeModuleObject(_ name: Object?, _ code: Object?, _ path: Object?, _ cached: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let name, let code, let module = PyImport_AddModuleObject(name), let dict = PyModule_GetDict(module) else { throw Raised() }
        let file = path ?? Value(code).cast(to: PyCodeObject.self).pointee.co_filename
        _ = PyDict_SetItemString(dict, "__file__", file)
        if let cached { _ = PyDict_SetItemString(dict, "__cached__", cached) }
        do throws(Raised) {
            let result = try ForeignCode.run(Value(code), globals: Value(dict), locals: Value(dict))
            _ = result.isNull
        } catch {
            let saved = PendingException.save()
            if let modules = PyImport_GetModuleDict(), PyDict_DelItem(modules, name) != 0 { PyErr_Clear() }
            PendingException.restore(saved)
            throw error
        }
        guard let found = PyImport_GetModule(name) else {
            if PendingException.isSet { throw Raised() }
            throw raise(.importError, "Loaded module \(try Repr.string(Value(name))) not found in sys.modules")
        }
        return Ref(owned: Value(found))
    }
}
@c public func PyImport_ExecCodeModuleWithPathnames(_ name: CString?, _ code: Object?, _ path: CString?, _ cached: CString?) -> Object? {
    let name = string(name)
    let file = path.flatMap { PyUnicode_DecodeFSDefault($0) }
    let cache = cached.flatMap { PyUnicode_DecodeFSDefault($0) }
    defer {
        release(file)
        release(cache)
    }
    return PyImport_ExecCodeModuleObject(name.value.object, code, file, cache)
}
@c public func PyImport_ExecCodeModuleEx(_ name: CString?, _ code: Object?, _ path: CString?) -> Object? {
    PyImport_ExecCodeModuleWithPathnames(name, code, path, nil)
}
@c public func PyImport_ExecCodeModule(_ name: CString?, _ code: Object?) -> Object? { PyImport_ExecCodeModuleWithPathnames(name, code, nil, nil) }
@c public func PyImport_GetImporter(_ path: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let function = try Modules.function("pkgutil", "get_importer")
        return try Call.call(function.value, value(path))
    }
}
/// 1: imported, 0: there is none of that name, -1: failed. No module of this runtime is frozen.
@c public func PyImport_ImportFrozenModuleObject(_ name: Object?) -> Int32 { 0 }
@c public func PyImport_ImportFrozenModule(_ name: CString?) -> Int32 { 0 }
/// The number that starts a cached code file of CPython 3.11, as tools that look at such files expect it.
@c public func PyImport_GetMagicNumber() -> Int { 0x0A0D_0DA7 }
@c public func PyImport_GetMagicTag() -> CString? { UnsafePointer(magicTag) }
nonisolated(unsafe) private let magicTag = strdup("cpython-311")
