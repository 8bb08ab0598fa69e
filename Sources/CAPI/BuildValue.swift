// Py_BuildValue and the calls that build their arguments from a format.

import CPythonABI
import Glibc
import Runtime

/// Builds objects from a format, taking arguments as it goes. What is built is owned.
private struct ValueBuilder {
    var format: CString
    let isSized: Bool
    /// A length was met by code that was compiled without PY_SSIZE_T_CLEAN.
    var lacksMacro = false
    let list: UnsafeMutablePointer<PyArgumentList>

    /// The number of items up to the closing bracket (or the end); -1 with an exception if there is none.
    func count(to end: UInt8) -> Int {
        var (scan, depth, count) = (format, 0, 0)
        while true {
            let code = UInt8(bitPattern: scan.pointee)
            if depth == 0 && code == end { return count }
            if code == 0 {
                _ = raise(.systemError, "unmatched paren in format")
                return -1
            }
            switch code {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                if depth == 0 { count += 1 }
                depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: " "), 9: break
            default: if depth == 0 { count += 1 }
            }
            scan += 1
        }
    }
    private mutating func skipSpace() {
        while true {
            let code = UInt8(bitPattern: format.pointee)
            guard code == UInt8(ascii: ",") || code == UInt8(ascii: ":") || code == UInt8(ascii: " ") || code == 9 else { return }
            format += 1
        }
    }
    private mutating func close(_ end: UInt8) {
        skipSpace()
        if UInt8(bitPattern: format.pointee) == end { format += 1 }
    }
    mutating func tuple(_ end: UInt8, _ count: Int) -> Object? {
        guard count >= 0, let tuple = PyTuple_New(count) else { return nil }
        var failed = false
        for index in 0..<count {
            guard let item = next() else {
                failed = true
                continue
            }
            TupleObject.items(Value(tuple))[index] = Value(item)
        }
        if end != 0 { close(end) }
        if failed {
            let saved = PendingException.save()
            release(tuple)
            PendingException.restore(saved)
            return nil
        }
        return tuple
    }
    private mutating func makeList(_ count: Int) -> Object? {
        guard count >= 0, let list = PyList_New(count) else { return nil }
        var failed = false
        for index in 0..<count {
            guard let item = next() else {
                failed = true
                continue
            }
            ListObject.items(Value(list))[index] = Value(item)
        }
        close(UInt8(ascii: "]"))
        if failed {
            let saved = PendingException.save()
            release(list)
            PendingException.restore(saved)
            return nil
        }
        return list
    }
    private mutating func dict(_ count: Int) -> Object? {
        if count < 0 { return nil }
        if count % 2 != 0 {
            _ = raise(.systemError, "Bad dict format")
            return nil
        }
        guard let dict = PyDict_New() else { return nil }
        var failed = false
        for _ in 0..<count / 2 {
            let key = next()
            let item = next()
            if key == nil || item == nil || PyDict_SetItem(dict, key, item) < 0 { failed = true }
            release(key)
            release(item)
        }
        close(UInt8(ascii: "}"))
        if failed {
            release(dict)
            return nil
        }
        return dict
    }
    private mutating func sized() -> Int? {
        guard format.pointee == 35 else { return nil }
        format += 1
        if isSized { return _PySwift_take_long(list) }
        lacksMacro = true
        return Int(_PySwift_take_int(list))
    }

    /// The next object; nil with an exception.
    mutating func next() -> Object? {
        skipSpace()
        let code = UInt8(bitPattern: format.pointee)
        if code == 0 { return nil }
        format += 1
        switch code {
        case UInt8(ascii: "("): return tuple(UInt8(ascii: ")"), count(to: UInt8(ascii: ")")))
        case UInt8(ascii: "["): return makeList(count(to: UInt8(ascii: "]")))
        case UInt8(ascii: "{"): return dict(count(to: UInt8(ascii: "}")))
        case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "h"), UInt8(ascii: "i"): return PyLong_FromLong(Int(_PySwift_take_int(list)))
        case UInt8(ascii: "H"): return PyLong_FromLong(Int(UInt32(bitPattern: _PySwift_take_int(list))))
        case UInt8(ascii: "I"): return PyLong_FromUnsignedLong(UInt(_PySwift_take_unsigned_int(list)))
        case UInt8(ascii: "n"), UInt8(ascii: "l"), UInt8(ascii: "L"): return PyLong_FromLong(_PySwift_take_long(list))
        case UInt8(ascii: "k"), UInt8(ascii: "K"): return PyLong_FromUnsignedLong(_PySwift_take_unsigned_long(list))
        case UInt8(ascii: "d"), UInt8(ascii: "f"): return PyFloat_FromDouble(_PySwift_take_double(list))
        case UInt8(ascii: "D"):
            let number = _PySwift_take_pointer(list)?.assumingMemoryBound(to: Py_complex.self)
            return number.flatMap { PyComplex_FromCComplex($0.pointee) }
        case UInt8(ascii: "c"):
            var byte = CChar(truncatingIfNeeded: _PySwift_take_int(list))
            return PyBytes_FromStringAndSize(&byte, 1)
        case UInt8(ascii: "C"): return PyUnicode_FromOrdinal(_PySwift_take_int(list))
        case UInt8(ascii: "p"): return PyBool_FromLong(Int(_PySwift_take_int(list)))
        case UInt8(ascii: "s"), UInt8(ascii: "z"), UInt8(ascii: "U"), UInt8(ascii: "y"):
            let text = _PySwift_take_string(list)
            let count = sized()
            guard let text else { return retained(Py_NonePointer()) }
            let length = count.map { $0 < 0 ? strlen(text) : $0 } ?? strlen(text)
            return code == UInt8(ascii: "y") ? PyBytes_FromStringAndSize(text, length) : PyUnicode_FromStringAndSize(text, length)
        case UInt8(ascii: "u"):
            let text = _PySwift_take_wide_string(list)
            let count = sized() ?? -1
            return text == nil ? retained(Py_NonePointer()) : PyUnicode_FromWideChar(text, count)
        case UInt8(ascii: "N"), UInt8(ascii: "S"), UInt8(ascii: "O"):
            if format.pointee == 38 {
                format += 1
                let build = _PySwift_take_value_builder(list)
                return build?(_PySwift_take_pointer(list))
            }
            guard let object = _PySwift_take_object(list) else {
                if !PendingException.isSet { _ = raise(.systemError, "NULL object passed to Py_BuildValue") }
                return nil
            }
            return code == UInt8(ascii: "N") ? object : retained(object)
        default:
            _ = raise(.systemError, "bad format char passed to Py_BuildValue")
            return nil
        }
    }
}

extension ValueBuilder {
    /// What was built, unless a length was of a size that is not taken any more.
    func checked(_ made: Object?) -> Object? {
        guard lacksMacro else { return made }
        release(made)
        _ = raise(.systemError, "PY_SSIZE_T_CLEAN macro must be defined for '#' formats")
        return nil
    }
}
private func build(_ format: CString?, _ flags: Int32, _ list: UnsafeMutablePointer<PyArgumentList>?) -> Object? {
    guard let format, let list else { return retained(Py_NonePointer()) }
    var builder = ValueBuilder(format: format, isSized: flags & 1 != 0, list: list)
    switch builder.count(to: 0) {
    case -1: return nil
    case 0: return retained(Py_NonePointer())
    case 1:
        let made = builder.next()
        return builder.checked(made)
    case let count:
        let made = builder.tuple(0, count)
        return builder.checked(made)
    }
}
/// The arguments of a call: what is no tuple becomes the only one.
func arguments(_ format: CString?, _ flags: Int32, _ list: UnsafeMutablePointer<PyArgumentList>?) -> Object? {
    guard let format, format.pointee != 0, let list else { return PyTuple_New(0) }
    var builder = ValueBuilder(format: format, isSized: flags & 1 != 0, list: list)
    let count = builder.count(to: 0)
    if count != 1 {
        let made = builder.tuple(0, count)
        return builder.checked(made)
    }
    let next = builder.next()
    guard let only = builder.checked(next) else { return nil }
    if TupleObject.isInstance(Value(only)) { return only }
    guard let tuple = PyTuple_New(1) else { return nil }
    TupleObject.items(Value(tuple))[0] = Value(only)
    return tuple
}
@c @implementation public func _PySwift_build_value(_ format: CString?, _ flags: Int32, _ list: UnsafeMutablePointer<PyArgumentList>?) -> Object? {
    build(format, flags, list)
}
@c @implementation public func _PySwift_build_stack(
    _ small: UnsafeMutablePointer<Object?>?, _ room: Int, _ format: CString?, _ flags: Int32, _ list: UnsafeMutablePointer<PyArgumentList>?,
    _ count: UnsafeMutablePointer<Int>?
) -> UnsafeMutablePointer<Object?>? {
    guard let tuple = arguments(format, flags, list) else { return nil }
    defer { release(tuple) }
    let number = TupleObject.count(Value(tuple))
    let stack = number <= room && small != nil ? small! : UnsafeMutableRawPointer(PyMem_Malloc(number * 8)!).assumingMemoryBound(to: Object?.self)
    for index in 0..<number { stack[index] = retained(TupleObject.items(Value(tuple))[index].object) }
    count?.pointee = number
    return stack
}
private func callBuilt(_ callable: Object?, _ format: CString?, _ flags: Int32, _ list: UnsafeMutablePointer<PyArgumentList>?) -> Object? {
    guard let callable, let tuple = arguments(format, flags, list) else {
        if !PendingException.isSet { _ = Containers.nullError() }
        return nil
    }
    defer { release(tuple) }
    return PyObject_Call(callable, tuple, nil)
}
@c @implementation public func _PySwift_call_function(_ callable: Object?, _ format: CString?, _ flags: Int32, _ list: UnsafeMutablePointer<PyArgumentList>?) -> Object? {
    callBuilt(callable, format, flags, list)
}
private func callMethod(_ method: Object?, _ format: CString?, _ flags: Int32, _ list: UnsafeMutablePointer<PyArgumentList>?) -> Object? {
    guard let method else { return nil }
    defer { release(method) }
    if PyCallable_Check(method) == 0 {
        _ = raise(.typeError, "attribute of type '\(Value(method).type.name)' is not callable")
        return nil
    }
    return callBuilt(method, format, flags, list)
}
@c @implementation public func _PySwift_call_method(
    _ object: Object?, _ name: CString?, _ format: CString?, _ flags: Int32, _ list: UnsafeMutablePointer<PyArgumentList>?
) -> Object? {
    callMethod(PyObject_GetAttrString(object, name), format, flags, list)
}
@c @implementation public func _PySwift_call_method_by_object(
    _ object: Object?, _ name: Object?, _ format: CString?, _ flags: Int32, _ list: UnsafeMutablePointer<PyArgumentList>?
) -> Object? {
    callMethod(PyObject_GetAttr(object, name), format, flags, list)
}
@c @implementation public func _PySwift_call_method_by_identifier(
    _ object: Object?, _ name: UnsafeMutablePointer<_Py_Identifier>?, _ format: CString?, _ flags: Int32, _ list: UnsafeMutablePointer<PyArgumentList>?
) -> Object? {
    callMethod(_PyObject_GetAttrId(object, name), format, flags, list)
}
private func callObjects(_ callable: Object?, _ list: UnsafeMutablePointer<PyArgumentList>?) -> Object? {
    guard let callable, let list else {
        _ = Containers.nullError()
        return nil
    }
    let count = _PySwift_count_objects(list)
    let room = UnsafeMutablePointer<Object?>.allocate(capacity: count + 1)
    defer { room.deallocate() }
    _PySwift_take_objects(list, room, count)
    return PyObject_Vectorcall(callable, room, count, nil)
}
@c @implementation public func _PySwift_call_function_objects(_ callable: Object?, _ list: UnsafeMutablePointer<PyArgumentList>?) -> Object? {
    callObjects(callable, list)
}
@c @implementation public func _PySwift_call_method_objects(_ object: Object?, _ name: Object?, _ list: UnsafeMutablePointer<PyArgumentList>?) -> Object? {
    guard let method = PyObject_GetAttr(object, name) else { return nil }
    defer { release(method) }
    return callObjects(method, list)
}
@c @implementation public func _PySwift_call_method_objects_by_identifier(
    _ object: Object?, _ name: UnsafeMutablePointer<_Py_Identifier>?, _ list: UnsafeMutablePointer<PyArgumentList>?
) -> Object? {
    guard let method = _PyObject_GetAttrId(object, name) else { return nil }
    defer { release(method) }
    return callObjects(method, list)
}
