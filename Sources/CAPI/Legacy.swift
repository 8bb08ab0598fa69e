// What has one use or is kept for old code: buffers of Python 2, pickled buffers, OrderedDict, the sizes of numbers, allocators.

import CPythonABI
import Glibc
import Runtime

// MARK: The buffers of Python 2

private func bytes(_ object: Object?, _ buffer: UnsafeMutablePointer<UnsafeRawPointer?>?, _ count: UnsafeMutablePointer<Int>?) -> Int32 {
    guard object != nil, buffer != nil, count != nil else {
        _ = Containers.nullError()
        return -1
    }
    var view = Py_buffer()
    if PyObject_GetBuffer(object, &view, 0) != 0 { return -1 }
    buffer?.pointee = UnsafeRawPointer(view.buf)
    count?.pointee = view.len
    PyBuffer_Release(&view)
    return 0
}
@c public func PyObject_AsReadBuffer(_ object: Object?, _ buffer: UnsafeMutablePointer<UnsafeRawPointer?>?, _ count: UnsafeMutablePointer<Int>?) -> Int32 {
    bytes(object, buffer, count)
}
@c public func PyObject_AsCharBuffer(_ object: Object?, _ buffer: UnsafeMutablePointer<UnsafeRawPointer?>?, _ count: UnsafeMutablePointer<Int>?) -> Int32 {
    bytes(object, buffer, count)
}
@c public func PyObject_AsWriteBuffer(_ object: Object?, _ buffer: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ count: UnsafeMutablePointer<Int>?) -> Int32 {
    var view = Py_buffer()
    if PyObject_GetBuffer(object, &view, Int32(PyBUF_WRITABLE)) != 0 {
        _ = raise(.typeError, "expected a writable bytes-like object")
        return -1
    }
    buffer?.pointee = view.buf
    count?.pointee = view.len
    PyBuffer_Release(&view)
    return 0
}
@c public func PyObject_CopyData(_ target: Object?, _ source: Object?) -> Int32 {
    var (to, from) = (Py_buffer(), Py_buffer())
    if PyObject_GetBuffer(target, &to, Int32(PyBUF_FULL)) != 0 { return -1 }
    defer { PyBuffer_Release(&to) }
    if PyObject_GetBuffer(source, &from, Int32(PyBUF_FULL_RO)) != 0 { return -1 }
    defer { PyBuffer_Release(&from) }
    guard to.len >= from.len else {
        _ = raise(.bufferError, "destination is too small to receive data from source")
        return -1
    }
    guard let room = PyMem_Malloc(from.len) else { return -1 }
    defer { PyMem_Free(room) }
    if PyBuffer_ToContiguous(room, &from, from.len, 67) != 0 { return -1 }
    return PyBuffer_FromContiguous(&to, room, from.len, 67)
}

// MARK: Weak references of static types

@c public func PyObject_GET_WEAKREFS_LISTPTR(_ object: Object?) -> UnsafeMutablePointer<Object?>? {
    guard let object, object.typeObject.pointee.tp_weaklistoffset > 0 else { return nil }
    return (UnsafeMutableRawPointer(object) + object.typeObject.pointee.tp_weaklistoffset).assumingMemoryBound(to: Object?.self)
}
@c public func PyType_SUPPORTS_WEAKREFS(_ type: TypePointer?) -> Int32 { type.map { $0.pointee.tp_weaklistoffset > 0 ? 1 : 0 } ?? 0 }

// MARK: OrderedDict

@c public func PyODict_New() -> Object? {
    newReference { () throws(Raised) -> Ref in try Call.call(PyODict_TypePointer().value) }
}
@c public func PyODict_SetItem(_ dict: Object?, _ key: Object?, _ item: Object?) -> Int32 { PyObject_SetItem(dict, key, item) }
@c public func PyODict_DelItem(_ dict: Object?, _ key: Object?) -> Int32 { PyObject_DelItem(dict, key) }

// MARK: Numbers

@c public func PyFloat_GetInfo() -> Object? { retained(PySys_GetObject("float_info")) }
@c public func PyLong_GetInfo() -> Object? { retained(PySys_GetObject("int_info")) }
@c public func _PyTime_AsNanosecondsObject(_ time: Int64) -> Object? { PyLong_FromLongLong(Int(time)) }

// MARK: Allocators

@c public func PyMem_SetupDebugHooks() {}
@c public func PyObject_GetArenaAllocator(_ allocator: UnsafeMutablePointer<PyObjectArenaAllocator>?) {
    allocator?.pointee = PyObjectArenaAllocator(
        ctx: nil, alloc: { _, size in malloc(size) }, free: { _, block, _ in free(block) })
}
@c public func PyObject_SetArenaAllocator(_ allocator: UnsafeMutablePointer<PyObjectArenaAllocator>?) {}
@c public func _PyMem_GetCurrentAllocatorName() -> CString? { UnsafePointer(allocatorName) }
nonisolated(unsafe) private let allocatorName = {
    let configuration = Configuration.current
    let wish = configuration.ignoreEnvironment == 0 ? getenv("PYTHONMALLOC").map { String(cString: $0) } ?? "" : ""
    switch wish {
    case "malloc", "malloc_debug", "pymalloc", "pymalloc_debug": return strdup(wish)
    case "debug": return strdup("pymalloc_debug")
    case "default": return strdup("pymalloc")
    default: return strdup(configuration.devMode ? "pymalloc_debug" : "pymalloc")
    }
}()

// MARK: Errors

/// What it costs to make one name from another ("Did you mean").
@c public func _Py_UTF8_Edit_Cost(_ a: Object?, _ b: Object?, _ limit: Int) -> Int {
    guard let a, let b, StrObject.isInstance(Value(a)), StrObject.isInstance(Value(b)) else {
        _ = badInternalCall()
        return -1
    }
    return Suggestions.cost(Value(a), Value(b), limit: limit)
}
/// Where memory was allocated: a tuple of (file name, line), or None.
@c public func _PyTraceMalloc_GetTraceback(_ domain: UInt32, _ pointer: UInt) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let found = try AllocationTraces.tuple(pointer, domain: domain)
        return found.isNull ? .none : found
    }
}

private func text(_ exception: Object?, _ name: CString) -> Object? { PyObject_GetAttrString(exception, name) }
@c public func PyUnicodeEncodeError_GetEncoding(_ exception: Object?) -> Object? { text(exception, "encoding") }
@c public func PyUnicodeDecodeError_GetEncoding(_ exception: Object?) -> Object? { text(exception, "encoding") }
@c public func PyUnicodeEncodeError_GetReason(_ exception: Object?) -> Object? { text(exception, "reason") }
@c public func PyUnicodeDecodeError_GetReason(_ exception: Object?) -> Object? { text(exception, "reason") }
@c public func PyUnicodeTranslateError_GetReason(_ exception: Object?) -> Object? { text(exception, "reason") }
@c public func PyUnicodeTranslateError_GetObject(_ exception: Object?) -> Object? { text(exception, "object") }
@c public func PyUnicodeTranslateError_GetStart(_ exception: Object?, _ start: UnsafeMutablePointer<Int>?) -> Int32 {
    PyUnicodeEncodeError_GetStart(exception, start)
}
@c public func PyUnicodeTranslateError_GetEnd(_ exception: Object?, _ end: UnsafeMutablePointer<Int>?) -> Int32 { PyUnicodeEncodeError_GetEnd(exception, end) }
/// A line of a source file; NULL without an exception if it cannot be had.
@c public func PyErr_ProgramTextObject(_ filename: Object?, _ line: Int32) -> Object? {
    let saved = PendingException.save()
    defer { PendingException.restore(saved) }
    do throws(Raised) {
        let function = try Modules.function("linecache", "getline")
        let found = try Call.call(function.value, value(filename), Value(smallInt: Int(line)))
        guard StrObject.isInstance(found.value), StrObject.length(found.value) > 0 else { return nil }
        return Border.toC(owned: found)
    } catch {
        PendingException.clear()
        return nil
    }
}
@c public func PyErr_ProgramText(_ filename: CString?, _ line: Int32) -> Object? {
    guard let name = PyUnicode_DecodeFSDefault(filename) else {
        PendingException.clear()
        return nil
    }
    defer { release(name) }
    return PyErr_ProgramTextObject(name, line)
}
/// Tells the pending SyntaxError where it is.
@c public func PyErr_RangedSyntaxLocationObject(_ filename: Object?, _ line: Int32, _ column: Int32, _ endLine: Int32, _ endColumn: Int32) {
    var (type, exception, traceback): (Object?, Object?, Object?) = (nil, nil, nil)
    PyErr_Fetch(&type, &exception, &traceback)
    PyErr_NormalizeException(&type, &exception, &traceback)
    func set(_ name: CString, _ object: Object?) {
        if PyObject_SetAttrString(exception, name, object) != 0 { PendingException.clear() }
    }
    func set(_ name: CString, _ number: Int32) {
        let boxed = number < 0 ? retained(Py_NonePointer()) : PyLong_FromLong(Int(number))
        set(name, boxed)
        release(boxed)
    }
    set("lineno", line)
    set("offset", column)
    set("end_lineno", endLine)
    set("end_offset", endColumn)
    if let filename {
        set("filename", filename)
        if let source = PyErr_ProgramTextObject(filename, line) {
            set("text", source)
            release(source)
        }
    }
    if let exception, PyObject_HasAttrString(exception, "msg") == 0, let message = PyObject_Str(exception) {
        set("msg", message)
        release(message)
    }
    if let exception, PyObject_HasAttrString(exception, "print_file_and_line") == 0 { set("print_file_and_line", Py_NonePointer()) }
    PyErr_Restore(type, exception, traceback)
}
@c public func PyErr_SyntaxLocationObject(_ filename: Object?, _ line: Int32, _ column: Int32) {
    PyErr_RangedSyntaxLocationObject(filename, line, column, line, -1)
}
@c public func PyErr_SyntaxLocationEx(_ filename: CString?, _ line: Int32, _ column: Int32) {
    let name = filename.flatMap { PyUnicode_DecodeFSDefault($0) }
    if name == nil { PendingException.clear() }
    PyErr_SyntaxLocationObject(name, line, column)
    release(name)
}
@c public func PyErr_SyntaxLocation(_ filename: CString?, _ line: Int32) { PyErr_SyntaxLocationEx(filename, line, -1) }
