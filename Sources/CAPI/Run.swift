// PyRun_*, Py_Compile*, PyEval_Eval*: running source and code.

import CPythonABI
import Glibc
import Runtime

public typealias CompilerFlags = UnsafeMutablePointer<PyCompilerFlags>
public typealias CFile = UnsafeMutablePointer<FILE>

/// Compiles as the builtin does; `start` is one of Py_single_input, Py_file_input, Py_eval_input, Py_func_type_input.
private func compile(_ source: Value, _ filename: Value, _ start: Int32, _ flags: CompilerFlags?, _ optimize: Int32) throws(Raised) -> Ref {
    let mode: StaticString
    switch start {
    case 256: mode = "single"
    case 257: mode = "exec"
    case 258: mode = "eval"
    case 345: mode = "func_type"
    default: throw raise(.systemError, "invalid compile mode")
    }
    let function = try Modules.builtin("compile")
    let name = StrObject.intern(mode)
    // PyCF_SOURCE_IS_UTF8 and other bits of the tokeniser are no business of compile()'s callers.
    let bits = Int(flags?.pointee.cf_flags ?? 0) & (0x1FE_0000 | 0x400 | 0x200 | 0x1000 | 0x2000 | 0x4000)
    let arguments = TupleObject.make(array: [
        source, filename, name.value, Value(smallInt: bits), .true, Value(smallInt: Int(optimize)),
    ])
    return try call(function.value, arguments.value, .null)
}
private func run(_ source: CString?, _ filename: Value, _ start: Int32, _ globals: Object?, _ locals: Object?, _ flags: CompilerFlags?) throws(Raised) -> Ref {
    guard let globals, globals.isInstance(PyDict_TypePointer()) else { throw badInternalCall() }
    guard let bytes = PyBytes_FromString(source) else { throw Raised() }
    let text = Ref(owned: Value(bytes))
    let code = try compile(text.value, filename, start, flags, -1)
    return try ForeignCode.run(code.value, globals: Value(globals), locals: Containers.plain(locals))
}
private func read(_ file: CFile?) throws(Raised) -> Ref {
    guard let file else { throw badInternalCall() }
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 65536)
    while true {
        let count = fread(&room, 1, room.count, file)
        if count == 0 { break }
        bytes += room[..<count]
    }
    if ferror(file) != 0 { throw raise(.osError, "read failed") }
    var made = Value.null
    bytes.withUnsafeBytes { made = BytesObject.make($0).take() }
    return Ref(owned: made)
}
/// `__main__`'s namespace, borrowed.
private func mainNamespace() throws(Raised) -> Object {
    guard let main = PyImport_AddModule("__main__"), let dict = PyModule_GetDict(main) else { throw Raised() }
    return dict
}
/// Runs and reports what goes wrong: 0 or -1.
private func report(_ body: () throws(Raised) -> Void) -> Int32 {
    do throws(Raised) { try body() } catch {
        PyErr_Print()
        return -1
    }
    return 0
}
private func runFile(_ file: CFile?, _ filename: CString?, _ start: Int32, _ globals: Object?, _ locals: Object?, _ close: Int32, _ flags: CompilerFlags?) throws(Raised) -> Ref {
    let source = try read(file)
    if close != 0, let file { fclose(file) }
    let name = fileName(filename)
    let code = try compile(source.value, name.value, start, flags, -1)
    guard let globals else { throw badInternalCall() }
    return try ForeignCode.run(code.value, globals: Value(globals), locals: Containers.plain(locals))
}
private func fileName(_ text: CString?) -> Ref {
    guard let made = PyUnicode_DecodeFSDefault(text ?? UnsafePointer(unknownFile)) else {
        PendingException.clear()
        return StrObject.make("???")
    }
    return Ref(owned: Value(made))
}
nonisolated(unsafe) private let unknownFile = strdup("???")

// MARK: Strings

@c public func PyRun_StringFlags(_ source: CString?, _ start: Int32, _ globals: Object?, _ locals: Object?, _ flags: CompilerFlags?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let name = StrObject.intern("<string>")
        return try run(source, name.value, start, globals, locals, flags)
    }
}
@c public func PyRun_String(_ source: CString?, _ start: Int32, _ globals: Object?, _ locals: Object?) -> Object? {
    PyRun_StringFlags(source, start, globals, locals, nil)
}
@c public func PyRun_SimpleStringFlags(_ source: CString?, _ flags: CompilerFlags?) -> Int32 {
    report { () throws(Raised) -> Void in
        let namespace = try mainNamespace()
        let name = StrObject.intern("<string>")
        let result = try run(source, name.value, 257, namespace, namespace, flags)
        _ = result.isNull
    }
}
@c public func PyRun_SimpleString(_ source: CString?) -> Int32 { PyRun_SimpleStringFlags(source, nil) }
@c public func Py_CompileStringObject(_ source: CString?, _ filename: Object?, _ start: Int32, _ flags: CompilerFlags?, _ optimize: Int32) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let bytes = PyBytes_FromString(source), let filename else { throw Raised() }
        let text = Ref(owned: Value(bytes))
        return try compile(text.value, Value(filename), start, flags, optimize)
    }
}
@c public func Py_CompileStringExFlags(_ source: CString?, _ filename: CString?, _ start: Int32, _ flags: CompilerFlags?, _ optimize: Int32) -> Object? {
    let name = fileName(filename)
    return Py_CompileStringObject(source, name.value.object, start, flags, optimize)
}
@c public func Py_CompileString(_ source: CString?, _ filename: CString?, _ start: Int32) -> Object? {
    Py_CompileStringExFlags(source, filename, start, nil, -1)
}

// MARK: Files

@c public func PyRun_FileExFlags(
    _ file: CFile?, _ filename: CString?, _ start: Int32, _ globals: Object?, _ locals: Object?, _ close: Int32, _ flags: CompilerFlags?
) -> Object? {
    newReference { () throws(Raised) -> Ref in try runFile(file, filename, start, globals, locals, close, flags) }
}
@c public func PyRun_File(_ file: CFile?, _ filename: CString?, _ start: Int32, _ globals: Object?, _ locals: Object?) -> Object? {
    PyRun_FileExFlags(file, filename, start, globals, locals, 0, nil)
}
@c public func PyRun_FileEx(_ file: CFile?, _ filename: CString?, _ start: Int32, _ globals: Object?, _ locals: Object?, _ close: Int32) -> Object? {
    PyRun_FileExFlags(file, filename, start, globals, locals, close, nil)
}
@c public func PyRun_FileFlags(
    _ file: CFile?, _ filename: CString?, _ start: Int32, _ globals: Object?, _ locals: Object?, _ flags: CompilerFlags?
) -> Object? { PyRun_FileExFlags(file, filename, start, globals, locals, 0, flags) }
@c public func PyRun_SimpleFileExFlags(_ file: CFile?, _ filename: CString?, _ close: Int32, _ flags: CompilerFlags?) -> Int32 {
    report { () throws(Raised) -> Void in
        let namespace = try mainNamespace()
        let name = fileName(filename)
        let isSet = PyDict_GetItemString(namespace, "__file__") != nil
        if !isSet { _ = PyDict_SetItemString(namespace, "__file__", name.value.object) }
        defer { if !isSet { _ = PyDict_DelItemString(namespace, "__file__") } }
        let result = try runFile(file, filename, 257, namespace, namespace, close, flags)
        _ = result.isNull
    }
}
@c public func PyRun_SimpleFile(_ file: CFile?, _ filename: CString?) -> Int32 { PyRun_SimpleFileExFlags(file, filename, 0, nil) }
@c public func PyRun_SimpleFileEx(_ file: CFile?, _ filename: CString?, _ close: Int32) -> Int32 { PyRun_SimpleFileExFlags(file, filename, close, nil) }
@c public func PyRun_AnyFileExFlags(_ file: CFile?, _ filename: CString?, _ close: Int32, _ flags: CompilerFlags?) -> Int32 {
    PyRun_SimpleFileExFlags(file, filename, close, flags)
}
@c public func PyRun_AnyFile(_ file: CFile?, _ filename: CString?) -> Int32 { PyRun_SimpleFileExFlags(file, filename, 0, nil) }
@c public func PyRun_AnyFileEx(_ file: CFile?, _ filename: CString?, _ close: Int32) -> Int32 { PyRun_SimpleFileExFlags(file, filename, close, nil) }
@c public func PyRun_AnyFileFlags(_ file: CFile?, _ filename: CString?, _ flags: CompilerFlags?) -> Int32 { PyRun_SimpleFileExFlags(file, filename, 0, flags) }

// MARK: Code

@c public func PyEval_EvalCode(_ code: Object?, _ globals: Object?, _ locals: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let code, code.isInstance(PyCode_TypePointer()), let globals, globals.isInstance(PyDict_TypePointer()) else { throw badInternalCall() }
        return try ForeignCode.run(Value(code), globals: Value(globals), locals: Containers.plain(locals))
    }
}
@c public func PyEval_EvalCodeEx(
    _ code: Object?, _ globals: Object?, _ locals: Object?, _ arguments: UnsafePointer<Object?>?, _ count: Int32,
    _ keywords: UnsafePointer<Object?>?, _ keywordCount: Int32, _ defaults: UnsafePointer<Object?>?, _ defaultCount: Int32,
    _ keywordDefaults: Object?, _ closure: Object?
) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let made = PyFunction_New(code, globals) else { throw Raised() }
        let function = Ref(owned: Value(made))
        if defaultCount > 0 {
            guard let tuple = _PyTuple_FromArray(defaults, Int(defaultCount)) else { throw Raised() }
            _ = PyFunction_SetDefaults(made, tuple)
            release(tuple)
        }
        if keywordDefaults != nil { _ = PyFunction_SetKwDefaults(made, keywordDefaults) }
        if closure != nil { _ = PyFunction_SetClosure(made, closure) }
        guard let tuple = _PyTuple_FromArray(arguments, Int(count)), let dict = PyDict_New() else { throw Raised() }
        defer {
            release(tuple)
            release(dict)
        }
        for index in 0..<Int(keywordCount) {
            if PyDict_SetItem(dict, keywords?[2 * index], keywords?[2 * index + 1]) < 0 { throw Raised() }
        }
        return try call(function.value, Value(tuple), Value(dict))
    }
}
/// The effect of an instruction on CPython's stack, which is not that of this runtime's register code.
@c public func PyCompile_OpcodeStackEffect(_ opcode: Int32, _ argument: Int32) -> Int32 { PyCompile_OpcodeStackEffectWithJump(opcode, argument, -1) }
@c public func PyCompile_OpcodeStackEffectWithJump(_ opcode: Int32, _ argument: Int32, _ jump: Int32) -> Int32 {
    do throws(Raised) {
        let function = try Modules.function("_opcode", "stack_effect")
        let result = try Call.call(function.value, Value(smallInt: Int(opcode)), Value(smallInt: Int(argument)))
        return Int32(clamping: try Index.of(result.value))
    } catch {
        PendingException.clear()
        // PY_INVALID_STACK_EFFECT
        return Int32.max
    }
}
@c public func PyEval_MergeCompilerFlags(_ flags: CompilerFlags?) -> Int32 {
    guard let frame = PyEval_GetFrame(), let code = PyFrame_GetCode(Value(pointer: frame).object) else { return flags?.pointee.cf_flags != 0 ? 1 : 0 }
    defer { Value(pointer: code).release() }
    flags?.pointee.cf_flags |= code.pointee.co_flags & 0x1FE_0000
    return flags?.pointee.cf_flags != 0 ? 1 : 0
}
