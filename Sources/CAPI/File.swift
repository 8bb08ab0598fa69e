// PyFile_*, PyMarshal_*, and the helpers around file descriptors.

import CPythonABI
import Glibc
import Runtime

@c public func PyFile_FromFd(
    _ descriptor: Int32, _ name: CString?, _ mode: CString?, _ buffering: Int32, _ encoding: CString?, _ errors: CString?, _ newline: CString?,
    _ close: Int32
) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let function = try Modules.function("_io", "open")
        let mode = string(mode)
        let encoding = string(encoding)
        let errors = string(errors)
        let newline = string(newline)
        let arguments = TupleObject.make(array: [
            Value(smallInt: Int(descriptor)), mode.value, Value(smallInt: Int(buffering)), encoding.value, errors.value, newline.value,
            Value(bool: close != 0),
        ])
        return try call(function.value, arguments.value, .null)
    }
}
/// NULL without an exception for a descriptor that is none.
@c public func PyFile_NewStdPrinter(_ descriptor: Int32) -> Object? {
    var status = stat()
    if fstat(descriptor, &status) != 0 { return nil }
    return Border.toC(owned: StandardPrinter.make(descriptor))
}
/// A line: all of it for 0, at most `limit` characters for more, without its end for less (EOFError at the end of the file).
@c public func PyFile_GetLine(_ file: Object?, _ limit: Int32) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let file else { throw badInternalCall() }
        let method = try Attributes.get(Value(file), "readline")
        let line = limit <= 0 ? try Call.call(method.value) : try Call.call(method.value, Value(smallInt: Int(limit)))
        let isBytes = BytesObject.isInstance(line.value)
        guard isBytes || StrObject.isInstance(line.value) else { throw raise(.typeError, "object.readline() returned non-string") }
        if limit >= 0 { return line }
        let count = try Sequences.length(line.value)
        if count == 0 { throw raise(.eofError, "EOF when reading a line") }
        guard let object = isBytes
            ? (PyBytes_AsString(line.value.object)?[count - 1] == 10 ? PyBytes_FromStringAndSize(PyBytes_AsString(line.value.object), count - 1) : nil)
            : (StrObject.character(line.value, count - 1) == 10 ? PyUnicode_Substring(line.value.object, 0, count - 1) : nil)
        else { return line }
        return Ref(owned: Value(object))
    }
}
@c public func PyFile_WriteObject(_ object: Object?, _ file: Object?, _ flags: Int32) -> Int32 {
    status { () throws(Raised) -> Void in
        guard let file else { throw raise(.typeError, "writeobject with NULL file") }
        let method = try Attributes.get(Value(file), "write")
        // Py_PRINT_RAW
        let text = object == nil ? StrObject.make("<NULL>") : flags & 1 != 0 ? try Repr.str(value(object)) : try Repr.of(value(object))
        let result = try Call.call(method.value, text.value)
        _ = result.isNull
    }
}
@c public func PyFile_WriteString(_ text: CString?, _ file: Object?) -> Int32 {
    status { () throws(Raised) -> Void in
        guard let file else {
            if PendingException.isSet { throw Raised() }
            throw raise(.systemError, "null file for PyFile_WriteString")
        }
        if PendingException.isSet { throw Raised() }
        let method = try Attributes.get(Value(file), "write")
        guard let made = PyUnicode_FromString(text) else { throw Raised() }
        let line = Ref(owned: Value(made))
        let result = try Call.call(method.value, line.value)
        _ = result.isNull
    }
}
@c public func PyFile_OpenCodeObject(_ path: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let path, StrObject.isInstance(Value(path)) else {
            throw raise(.typeError, "'path' must be 'str', not '\(value(path).type.name)'")
        }
        if let openCodeHook {
            guard let file = openCodeHook(path, openCodeData) else { throw Raised() }
            return Ref(owned: Value(file))
        }
        let function = try Modules.function("_io", "open")
        let mode = StrObject.intern("rb")
        return try Call.call(function.value, Value(path), mode.value)
    }
}
@c public func PyFile_OpenCode(_ path: CString?) -> Object? {
    guard let path = PyUnicode_FromString(path) else { return nil }
    defer { release(path) }
    return PyFile_OpenCodeObject(path)
}
public typealias OpenCodeHook = @convention(c) (Object?, UnsafeMutableRawPointer?) -> Object?
nonisolated(unsafe) private var openCodeHook: OpenCodeHook?
nonisolated(unsafe) private var openCodeData: UnsafeMutableRawPointer?
@c public func PyFile_SetOpenCodeHook(_ hook: OpenCodeHook?, _ data: UnsafeMutableRawPointer?) -> Int32 {
    if openCodeHook != nil {
        _ = raise(.systemError, "failed to change existing open_code hook")
        return -1
    }
    (openCodeHook, openCodeData) = (hook, data)
    return 0
}

// MARK: Marshal: over the module

private func marshal(_ name: StaticString, _ arguments: Value...) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let function = try Modules.function("marshal", name)
        let tuple = TupleObject.make(array: arguments)
        return try call(function.value, tuple.value, .null)
    }
}
private func bytes(_ file: UnsafeMutablePointer<FILE>, _ count: Int) -> [UInt8]? {
    var room = [UInt8](repeating: 0, count: count)
    if fread(&room, 1, count, file) == count { return room }
    _ = raise(.eofError, "EOF read where data expected")
    return nil
}
@c public func PyMarshal_WriteObjectToString(_ object: Object?, _ version: Int32) -> Object? { marshal("dumps", value(object), Value(smallInt: Int(version))) }
@c public func PyMarshal_ReadObjectFromString(_ data: CString?, _ count: Int) -> Object? {
    guard let bytes = PyBytes_FromStringAndSize(data, count) else { return nil }
    defer { release(bytes) }
    return marshal("loads", Value(bytes))
}
@c public func PyMarshal_WriteObjectToFile(_ object: Object?, _ file: UnsafeMutablePointer<FILE>?, _ version: Int32) {
    guard let file, let bytes = PyMarshal_WriteObjectToString(object, version) else { return }
    _ = fwrite(PyBytes_AsString(bytes), 1, PyBytes_Size(bytes), file)
    release(bytes)
}
@c public func PyMarshal_WriteLongToFile(_ number: Int, _ file: UnsafeMutablePointer<FILE>?, _ version: Int32) {
    guard let file else { return }
    var bytes = (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    _ = fwrite(&bytes, 1, 4, file)
}
@c public func PyMarshal_ReadLongFromFile(_ file: UnsafeMutablePointer<FILE>?) -> Int {
    guard let file, let bytes = bytes(file, 4) else { return -1 }
    return Int(Int32(bitPattern: UInt32(bytes[0]) | UInt32(bytes[1]) << 8 | UInt32(bytes[2]) << 16 | UInt32(bytes[3]) << 24))
}
@c public func PyMarshal_ReadShortFromFile(_ file: UnsafeMutablePointer<FILE>?) -> Int32 {
    guard let file, let bytes = bytes(file, 2) else { return -1 }
    return Int32(Int16(bitPattern: UInt16(bytes[0]) | UInt16(bytes[1]) << 8))
}
/// Reads the rest of the file; what follows the object is put back where the file can seek.
@c public func PyMarshal_ReadObjectFromFile(_ file: UnsafeMutablePointer<FILE>?) -> Object? {
    guard let file else { return nil }
    let start = ftell(file)
    var all: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 65536)
    while true {
        let count = fread(&room, 1, room.count, file)
        if count == 0 { break }
        all += room[..<count]
    }
    var loaded: Object?
    all.withUnsafeBytes { loaded = PyMarshal_ReadObjectFromString($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count) }
    if let loaded, start >= 0, let again = PyMarshal_WriteObjectToString(loaded, 4) {
        fseek(file, start + PyBytes_Size(again), SEEK_SET)
        release(again)
    }
    return loaded
}
@c public func PyMarshal_ReadLastObjectFromFile(_ file: UnsafeMutablePointer<FILE>?) -> Object? { PyMarshal_ReadObjectFromFile(file) }

// MARK: Descriptors

private func failed() -> Int32 {
    _ = PyErr_SetFromErrno(PyExc_OSErrorPointer().asObject)
    return -1
}
@c public func _Py_dup(_ descriptor: Int32) -> Int32 {
    let new = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    return new < 0 ? failed() : new
}
@c public func _Py_open(_ path: CString?, _ flags: Int32) -> Int32 {
    guard let path else { return -1 }
    let descriptor = GIL.released { open(path, flags | O_CLOEXEC) }
    return descriptor < 0 ? failed() : descriptor
}
@c public func _Py_read(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    while true {
        let done = GIL.released { read(descriptor, buffer, count) }
        if done >= 0 { return done }
        if errno != EINTR { return Int(failed()) }
        if PyErr_CheckSignals() != 0 { return -1 }
    }
}
@c public func _Py_write(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    while true {
        let done = GIL.released { write(descriptor, buffer, count) }
        if done >= 0 { return done }
        if errno != EINTR { return Int(failed()) }
        if PyErr_CheckSignals() != 0 { return -1 }
    }
}
@c public func _Py_fstat_noraise(_ descriptor: Int32, _ status: UnsafeMutablePointer<stat>?) -> Int32 { status.map { fstat(descriptor, $0) } ?? -1 }
@c public func _Py_fstat(_ descriptor: Int32, _ status: UnsafeMutablePointer<stat>?) -> Int32 {
    _Py_fstat_noraise(descriptor, status) == 0 ? 0 : failed()
}
@c public func _Py_set_inheritable(_ descriptor: Int32, _ inheritable: Int32, _ works: UnsafeMutablePointer<Int32>?) -> Int32 {
    let flags = fcntl(descriptor, F_GETFD)
    if flags < 0 { return failed() }
    let new = inheritable != 0 ? flags & ~FD_CLOEXEC : flags | FD_CLOEXEC
    return new == flags || fcntl(descriptor, F_SETFD, new) == 0 ? 0 : failed()
}
@c public func _Py_fopen_obj(_ path: Object?, _ mode: CString?) -> UnsafeMutablePointer<FILE>? {
    var converted: Object?
    let isConverted = withUnsafeMutablePointer(to: &converted) { PyUnicode_FSConverter(path, $0) }
    guard isConverted != 0, let bytes = converted, let name = PyBytes_AsString(bytes), let mode else { return nil }
    defer { release(bytes) }
    do throws(Raised) {
        let text = StrObject.make(String(cString: mode))
        try Audit.event("open", path.map { Value($0) } ?? .none, text.value, Value(smallInt: 0))
    } catch { return nil }
    let file = GIL.released { fopen(name, mode) }
    if file == nil {
        _ = PyErr_SetFromErrnoWithFilenameObject(PyExc_OSErrorPointer().asObject, path)
        return nil
    }
    _ = fcntl(fileno(file), F_SETFD, FD_CLOEXEC)
    return file
}
/// Reads a line as `fgets` does, with `\r` and `\r\n` made `\n`.
@c public func Py_UniversalNewlineFgets(_ room: UnsafeMutablePointer<CChar>?, _ size: Int32, _ file: UnsafeMutablePointer<FILE>?, _ object: Object?) -> UnsafeMutablePointer<CChar>? {
    guard let room, let file, size > 0 else { return nil }
    var count = 0
    while count < Int(size) - 1 {
        var character = getc(file)
        if character == EOF { break }
        if character == 13 {
            let next = getc(file)
            if next != 10 && next != EOF { ungetc(next, file) }
            character = 10
        }
        room[count] = CChar(truncatingIfNeeded: character)
        count += 1
        if character == 10 { break }
    }
    room[count] = 0
    return count == 0 ? nil : room
}
@c public func Py_FdIsInteractive(_ file: UnsafeMutablePointer<FILE>?, _ filename: CString?) -> Int32 {
    guard let file else { return 0 }
    if isatty(fileno(file)) != 0 { return 1 }
    if Py_InteractiveFlag == 0 { return 0 }
    guard let filename else { return 1 }
    return strcmp(filename, "<stdin>") == 0 || strcmp(filename, "???") == 0 ? 1 : 0
}
