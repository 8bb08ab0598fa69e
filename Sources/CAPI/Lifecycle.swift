// Py_Initialize, Py_Finalize and what an extension asks about the program it runs in. The interpreter is there before any C code that
// links against it runs, so what sets it up finds it set up.

import CPythonABI
import Glibc
import Runtime

@c public func Py_IsInitialized() -> Int32 { 1 }
@c public func _Py_IsFinalizing() -> Int32 { Finalization.isFinalizing ? 1 : 0 }
@c public func Py_Initialize() {}
@c public func Py_InitializeEx(_ signals: Int32) {}
@c public func Py_FinalizeEx() -> Int32 { Finalization.finish(0) }
@c public func Py_Finalize() { _ = Py_FinalizeEx() }
@c public func Py_Exit(_ status: Int32) { exit(Finalization.finish(status)) }

/// Functions of C that run last, the newest first.
nonisolated(unsafe) private var exitFunctions: [@convention(c) () -> Void] = []
@c public func Py_AtExit(_ function: (@convention(c) () -> Void)?) -> Int32 {
    guard let function, exitFunctions.count < 32 else { return -1 }
    if exitFunctions.isEmpty {
        atexit {
            while let function = exitFunctions.popLast() { function() }
        }
    }
    exitFunctions.append(function)
    return 0
}
@c public func Py_SetRecursionLimit(_ limit: Int32) {
    do throws(Raised) {
        let function = try Modules.function("sys", "setrecursionlimit")
        let result = try Call.call(function.value, Value(smallInt: Int(limit)))
        _ = result.isNull
    } catch { PyErr_Clear() }
}

// MARK: Texts that live for ever

private func permanent(_ slot: inout UnsafeMutablePointer<CChar>?, _ make: () -> String) -> CString? {
    if slot == nil { slot = strdup(make()) }
    return UnsafePointer(slot)
}
private func sysText(_ name: CString) -> String {
    guard let found = PySys_GetObject(name), StrObject.isInstance(Value(found)) else { return "" }
    return text(Value(found))
}
nonisolated(unsafe) private var versionText: UnsafeMutablePointer<CChar>?
nonisolated(unsafe) private var buildText: UnsafeMutablePointer<CChar>?
nonisolated(unsafe) private var compilerText: UnsafeMutablePointer<CChar>?
nonisolated(unsafe) private var copyrightText: UnsafeMutablePointer<CChar>?
nonisolated(unsafe) private var platformText: UnsafeMutablePointer<CChar>?
@c public func Py_GetVersion() -> CString? { permanent(&versionText) { sysText("version") } }
@c public func Py_GetCopyright() -> CString? { permanent(&copyrightText) { sysText("copyright") } }
@c public func Py_GetPlatform() -> CString? { permanent(&platformText) { sysText("platform") } }
/// What `sys.version` says in parentheses and in brackets.
@c public func Py_GetBuildInfo() -> CString? {
    permanent(&buildText) {
        let all = sysText("version")
        guard let start = all.firstIndex(of: "("), let end = all.firstIndex(of: ")") else { return "" }
        return String(all[all.index(after: start)..<end])
    }
}
@c public func Py_GetCompiler() -> CString? {
    permanent(&compilerText) {
        let all = sysText("version")
        return all.firstIndex(of: "[").map { String(all[$0...]) } ?? ""
    }
}
public typealias WideText = UnsafeMutablePointer<wchar_t>
private func permanent(_ slot: inout WideText?, _ name: CString) -> WideText? {
    if slot == nil {
        let text = sysText(name)
        let room = WideText.allocate(capacity: text.unicodeScalars.count + 1)
        for (index, scalar) in text.unicodeScalars.enumerated() { room[index] = wchar_t(bitPattern: scalar.value) }
        room[text.unicodeScalars.count] = 0
        slot = room
    }
    return slot
}
nonisolated(unsafe) private var prefixText: WideText?
nonisolated(unsafe) private var execPrefixText: WideText?
nonisolated(unsafe) private var executableText: WideText?
nonisolated(unsafe) private var nameText: WideText?
nonisolated(unsafe) private var pathText: WideText?
@c public func Py_GetPrefix() -> WideText? { permanent(&prefixText, "prefix") }
@c public func Py_GetExecPrefix() -> WideText? { permanent(&execPrefixText, "exec_prefix") }
@c public func Py_GetProgramFullPath() -> WideText? { permanent(&executableText, "executable") }
@c public func Py_GetProgramName() -> WideText? { permanent(&nameText, "executable") }
@c public func Py_GetPath() -> WideText? {
    if pathText == nil, let path = PySys_GetObject("path"), let joined = Strings.method(StrObject.character(58).take().object, "join", Value(path)) {
        pathText = PyUnicode_AsWideCharString(joined, nil)
        release(joined)
    }
    return pathText
}
@c public func Py_GetPythonHome() -> WideText? { nil }
@c public func Py_SetProgramName(_ name: UnsafePointer<wchar_t>?) {}
@c public func Py_SetPythonHome(_ name: UnsafePointer<wchar_t>?) {}
@c public func Py_SetPath(_ path: UnsafePointer<wchar_t>?) { PySys_SetPath(path) }
@c public func Py_SetStandardStreamEncoding(_ encoding: CString?, _ errors: CString?) -> Int32 { -1 }

// MARK: Text of the locale

/// Memory of PyMem_RawMalloc with the characters of a C string; bytes that are none become lone surrogates.
@c public func Py_DecodeLocale(_ text: CString?, _ size: UnsafeMutablePointer<Int>?) -> WideText? {
    guard let text, let decoded = PyUnicode_DecodeFSDefault(text) else {
        PyErr_Clear()
        size?.pointee = -2
        return nil
    }
    defer { release(decoded) }
    let count = PyUnicode_GetLength(decoded)
    guard let room = PyMem_RawMalloc((count + 1) * 4)?.assumingMemoryBound(to: wchar_t.self) else {
        size?.pointee = -1
        return nil
    }
    for index in 0..<count { room[index] = wchar_t(bitPattern: StrObject.character(Value(decoded), index)) }
    room[count] = 0
    size?.pointee = count
    return room
}
/// Memory of PyMem_Malloc with the bytes of wide text.
@c public func Py_EncodeLocale(_ text: UnsafePointer<wchar_t>?, _ position: UnsafeMutablePointer<Int>?) -> UnsafeMutablePointer<CChar>? {
    guard let text, let wide = PyUnicode_FromWideChar(text, -1) else {
        PyErr_Clear()
        position?.pointee = -1
        return nil
    }
    defer { release(wide) }
    guard let bytes = PyUnicode_EncodeFSDefault(wide) else {
        PyErr_Clear()
        position?.pointee = 0
        return nil
    }
    defer { release(bytes) }
    position?.pointee = -1
    return _PyMem_Strdup(PyBytes_AsString(bytes))
}
/// How `_Py_error_handler` numbers the handlers of errors.
@c public func _Py_GetErrorHandler(_ errors: CString?) -> Int32 {
    guard let errors else { return 1 }
    let names = ["strict", "surrogateescape", "replace", "ignore", "backslashreplace", "surrogatepass", "xmlcharrefreplace"]
    return names.firstIndex(of: String(cString: errors)).map { Int32($0) + 1 } ?? 8
}
private func handlerName(_ handler: Int32) -> CString? {
    switch handler {
    case 1: return permanentNames[0]
    case 2: return permanentNames[1]
    case 6: return permanentNames[2]
    default: return nil
    }
}
nonisolated(unsafe) private let permanentNames: [CString?] = [
    UnsafePointer(strdup("strict")), UnsafePointer(strdup("surrogateescape")), UnsafePointer(strdup("surrogatepass")),
]
nonisolated(unsafe) private let decodingReason: CString? = UnsafePointer(strdup("decoding error"))
nonisolated(unsafe) private let encodingReason: CString? = UnsafePointer(strdup("encoding error"))
/// 0; -1: no memory; -2: not decodable; -3: a handler that this cannot have. The encoding of the locale is UTF-8.
@c public func _Py_DecodeLocaleEx(
    _ text: CString?, _ wide: UnsafeMutablePointer<WideText?>?, _ count: UnsafeMutablePointer<Int>?, _ reason: UnsafeMutablePointer<CString?>?,
    _ current: Int32, _ errors: Int32
) -> Int32 {
    guard let handler = handlerName(errors) else { return -3 }
    guard let text, let decoded = PyUnicode_DecodeUTF8(text, strlen(text), handler) else {
        var position = 0
        exceptionPosition(&position)
        count?.pointee = position
        reason?.pointee = decodingReason
        return -2
    }
    defer { release(decoded) }
    let length = PyUnicode_GetLength(decoded)
    guard let room = PyMem_RawMalloc((length + 1) * 4)?.assumingMemoryBound(to: wchar_t.self) else { return -1 }
    for index in 0..<length { room[index] = wchar_t(bitPattern: StrObject.character(Value(decoded), index)) }
    room[length] = 0
    wide?.pointee = room
    count?.pointee = length
    return 0
}
@c public func _Py_EncodeLocaleEx(
    _ text: UnsafePointer<wchar_t>?, _ bytes: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, _ place: UnsafeMutablePointer<Int>?,
    _ reason: UnsafeMutablePointer<CString?>?, _ current: Int32, _ errors: Int32
) -> Int32 {
    guard let handler = handlerName(errors) else { return -3 }
    guard let text, let wide = PyUnicode_FromWideChar(text, -1) else {
        PyErr_Clear()
        return -1
    }
    defer { release(wide) }
    guard let encoded = PyUnicode_AsEncodedString(wide, "utf-8", handler) else {
        var position = 0
        exceptionPosition(&position)
        place?.pointee = position
        reason?.pointee = encodingReason
        return -2
    }
    defer { release(encoded) }
    let count = PyBytes_Size(encoded)
    guard let room = PyMem_RawMalloc(count + 1)?.assumingMemoryBound(to: CChar.self), let data = PyBytes_AsString(encoded) else { return -1 }
    memcpy(room, data, count + 1)
    bytes?.pointee = room
    return 0
}
/// Where the pending UnicodeError says that the wrong part begins; clears it.
private func exceptionPosition(_ position: inout Int) {
    var (type, exception, traceback): (Object?, Object?, Object?) = (nil, nil, nil)
    PyErr_Fetch(&type, &exception, &traceback)
    PyErr_NormalizeException(&type, &exception, &traceback)
    if let exception, let start = PyObject_GetAttrString(exception, "start") {
        position = PyLong_AsSsize_t(start)
        release(start)
    }
    PyErr_Clear()
    release(type)
    release(exception)
    release(traceback)
}
@c public func _PyPathConfig_ClearGlobal() {}

nonisolated(unsafe) private var argumentTexts: UnsafeMutablePointer<WideText?>?
nonisolated(unsafe) private var argumentCount: Int32 = 0
/// The arguments that the process began with.
@c public func Py_GetArgcArgv(_ count: UnsafeMutablePointer<Int32>?, _ texts: UnsafeMutablePointer<UnsafeMutablePointer<WideText?>?>?) {
    if argumentTexts == nil, let list = PySys_GetObject("orig_argv"), ListObject.isInstance(Value(list)) {
        let total = ListObject.count(Value(list))
        let room = UnsafeMutablePointer<WideText?>.allocate(capacity: total + 1)
        for index in 0..<total { room[index] = PyUnicode_AsWideCharString(PyList_GetItem(list, index), nil) }
        room[total] = nil
        argumentTexts = room
        argumentCount = Int32(truncatingIfNeeded: total)
    }
    count?.pointee = argumentCount
    texts?.pointee = argumentTexts
}
@c public func _Py_SetLocaleFromEnv(_ category: Int32) -> UnsafeMutablePointer<CChar>? { setlocale(category, "") }
@c public func Py_GETENV(_ name: CString?) -> UnsafeMutablePointer<CChar>? {
    guard let name, Py_IgnoreEnvironmentFlag == 0 else { return nil }
    return getenv(name)
}
/// Makes a path shorter in place: no `.`, no `..` but at the front, no doubled slashes.
@c public func _Py_normpath(_ path: WideText?, _ size: Int) -> WideText? {
    guard let path, path[0] != 0, size != 0 else { return path }
    var count = 0
    while (size < 0 || count < size) && path[count] != 0 { count += 1 }
    var parts: [[wchar_t]] = []
    let isAbsolute = path[0] == 47
    for part in UnsafeBufferPointer(start: path, count: count).split(separator: 47) {
        if part.elementsEqual([46]) { continue }
        if part.elementsEqual([46, 46]), let last = parts.last, last != [46, 46] {
            parts.removeLast()
            continue
        }
        if part.elementsEqual([46, 46]) && isAbsolute && parts.isEmpty { continue }
        parts.append(Array(part))
    }
    let doubled = isAbsolute && count > 1 && path[1] == 47 && (count == 2 || path[2] != 47)
    var result: [wchar_t] = isAbsolute ? (doubled ? [47, 47] : [47]) : []
    for (index, part) in parts.enumerated() { result += (index == 0 ? [] : [47]) + part }
    for (index, character) in result.prefix(count).enumerated() { path[index] = character }
    if result.count < count { path[min(result.count, count)] = 0 }
    return path
}
