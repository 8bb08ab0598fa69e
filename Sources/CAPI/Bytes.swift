// PyBytes_*, PyByteArray_*

import CPythonABI
import Glibc
import Numerics
import Runtime

enum Bytes {
    static func hash(_ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
        guard count > 0, let bytes else { return 0 }
        return SipHash13.hash(UnsafeMutableRawPointer(mutating: bytes), count, StrObject.secret)
    }
    static func isInstance(_ object: Object) -> Bool { object.typeObject.hasFlag(Py_TPFLAGS_BYTES_SUBCLASS) }
    static func head(_ object: Object) -> UnsafeMutablePointer<PyBytesObject> { Value(object).cast(to: PyBytesObject.self) }
    static func data(_ object: Object) -> UnsafeMutablePointer<CChar> { (UnsafeMutableRawPointer(object) + 32).assumingMemoryBound(to: CChar.self) }
    static func count(_ object: Object) -> Int { head(object).pointee.ob_base.ob_size }
}

@c public func PyBytes_FromStringAndSize(_ text: CString?, _ count: Int) -> Object? {
    newReference { () throws(Raised) -> Ref in
        if count < 0 { throw raise(.systemError, "Negative size passed to PyBytes_FromStringAndSize") }
        let bytes = try BytesObject.allocate(count)
        if let text, count > 0 { memcpy(BytesObject.data(bytes.value), text, count) }
        return bytes
    }
}
@c public func PyBytes_FromString(_ text: CString?) -> Object? { text.flatMap { PyBytes_FromStringAndSize($0, strlen($0)) } }
@c public func PyBytes_FromObject(_ object: Object?) -> Object? {
    guard let object else {
        _ = badInternalCall()
        return nil
    }
    if object.typeObject == PyBytes_TypePointer() { return retained(object) }
    return newReference { () throws(Raised) -> Ref in
        if let exporter = object.typeObject.pointee.tp_as_buffer?.pointee.bf_getbuffer {
            var view = Py_buffer()
            if exporter(object, &view, PyBUF_FULL_RO) != 0 { throw Raised() }
            defer { PyBuffer_Release(&view) }
            let bytes = try BytesObject.allocate(view.len)
            _ = PyBuffer_ToContiguous(BytesObject.data(bytes.value), &view, view.len, 67)
            return bytes
        }
        let source = value(object)
        if StrObject.isInstance(source) || source.record.pointee.iter == nil && !Sequences.isSequence(source) {
            throw raise(.typeError, "cannot convert '\(source.type.name)' object to bytes")
        }
        return try Call.call(PyBytes_TypePointer().value, source)
    }
}
@c public func PyBytes_AsString(_ object: Object?) -> UnsafeMutablePointer<CChar>? {
    guard let object, Bytes.isInstance(object) else {
        _ = raise(.typeError, "expected bytes, \(value(object).type.name) found")
        return nil
    }
    return Bytes.data(object)
}
@c public func PyBytes_Size(_ object: Object?) -> Int {
    guard let object, Bytes.isInstance(object) else {
        _ = raise(.typeError, "expected bytes, \(value(object).type.name) found")
        return -1
    }
    return Bytes.count(object)
}
@c public func PyBytes_AsStringAndSize(_ object: Object?, _ text: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, _ count: UnsafeMutablePointer<Int>?) -> Int32 {
    guard let data = PyBytes_AsString(object), let object else { return -1 }
    text?.pointee = data
    if let count {
        count.pointee = Bytes.count(object)
    } else if strlen(data) != Bytes.count(object) {
        _ = raise(.valueError, "embedded null byte")
        return -1
    }
    return 0
}
@c public func _PyBytes_Resize(_ pointer: UnsafeMutablePointer<Object?>?, _ count: Int) -> Int32 {
    guard let pointer, let object = pointer.pointee, Bytes.isInstance(object), count >= 0 else {
        _ = badInternalCall()
        return -1
    }
    let old = Bytes.count(object)
    if old == count { return 0 }
    guard let new = PyBytes_FromStringAndSize(nil, count) else {
        release(object)
        pointer.pointee = nil
        return -1
    }
    memcpy(Bytes.data(new), Bytes.data(object), min(old, count))
    pointer.pointee = new
    release(object)
    return 0
}
@c public func PyBytes_Concat(_ pointer: UnsafeMutablePointer<Object?>?, _ other: Object?) {
    guard let pointer, let object = pointer.pointee else { return }
    pointer.pointee = other == nil ? nil : PySequence_Concat(object, other)
    release(object)
}
@c public func PyBytes_ConcatAndDel(_ pointer: UnsafeMutablePointer<Object?>?, _ other: Object?) {
    PyBytes_Concat(pointer, other)
    release(other)
}
@c public func PyBytes_Repr(_ object: Object?, _ smart: Int32) -> Object? { PyObject_Repr(object) }
@c public func _PyBytes_Join(_ separator: Object?, _ items: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let name = StrObject.intern("join")
        return try Call.method(value(separator), name.value, value(items))
    }
}
@c public func _PyBytes_Find(_ hay: CString?, _ hayCount: Int, _ needle: CString?, _ needleCount: Int, _ offset: Int) -> Int {
    guard let hay, let needle, needleCount <= hayCount else { return -1 }
    if needleCount == 0 { return offset }
    for start in 0...hayCount - needleCount where hay[start] == needle[0] && memcmp(hay + start, needle, needleCount) == 0 { return start + offset }
    return -1
}
@c public func _PyBytes_ReverseFind(_ hay: CString?, _ hayCount: Int, _ needle: CString?, _ needleCount: Int, _ offset: Int) -> Int {
    guard let hay, let needle, needleCount <= hayCount else { return -1 }
    for start in stride(from: hayCount - needleCount, through: 0, by: -1) where memcmp(hay + start, needle, needleCount) == 0 { return start + offset }
    return -1
}
@c public func _Py_strhex(_ bytes: CString?, _ count: Int) -> Object? {
    guard let bytes, let text = PyUnicode_New(count * 2, 127) else { return PyUnicode_New(0, 0) }
    let data = StrObject.data(Value(text))
    let digits = StaticString("0123456789abcdef").utf8Start
    for index in 0..<max(count, 0) {
        let byte = Int(UInt8(bitPattern: bytes[index]))
        data.storeBytes(of: digits[byte >> 4], toByteOffset: index * 2, as: UInt8.self)
        data.storeBytes(of: digits[byte & 15], toByteOffset: index * 2 + 1, as: UInt8.self)
    }
    return text
}

// MARK: bytearray

private func array(_ object: Object?) -> UnsafeMutablePointer<PyByteArrayObject>? {
    guard let object, object.isInstance(PyByteArray_TypePointer()) else { return nil }
    return Value(object).cast(to: PyByteArrayObject.self)
}
@c public func PyByteArray_FromStringAndSize(_ text: CString?, _ count: Int) -> Object? {
    newReference { () throws(Raised) -> Ref in
        if count < 0 { throw raise(.systemError, "Negative size passed to PyByteArray_FromStringAndSize") }
        guard let bytes = PyBytes_FromStringAndSize(text, count) else { throw Raised() }
        defer { release(bytes) }
        return try Call.call(PyByteArray_TypePointer().value, Value(bytes))
    }
}
@c public func PyByteArray_FromObject(_ object: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in try Call.call(PyByteArray_TypePointer().value, value(object)) }
}
@c public func PyByteArray_Size(_ object: Object?) -> Int { array(object)?.pointee.ob_base.ob_size ?? 0 }
@c public func PyByteArray_AsString(_ object: Object?) -> UnsafeMutablePointer<CChar>? {
    guard let head = array(object) else { return nil }
    return head.pointee.ob_base.ob_size == 0 ? _PySwift_empty_bytes() : head.pointee.ob_start
}
@c public func PyByteArray_Resize(_ object: Object?, _ count: Int) -> Int32 {
    guard let head = array(object), let object else { return -1 }
    let old = head.pointee.ob_base.ob_size
    return status { () throws(Raised) -> Void in
        if count < old {
            let slice = SliceObject.make(Value(smallInt: count), .none)
            try Sequences.set(Value(object), slice.value, .null)
        } else if count > old {
            guard let extra = PyBytes_FromStringAndSize(nil, count - old) else { throw Raised() }
            defer { release(extra) }
            let name = StrObject.intern("extend")
            _ = try Call.method(Value(object), name.value, Value(extra)).isNull
        }
    }
}
@c public func PyByteArray_Concat(_ a: Object?, _ b: Object?) -> Object? { PySequence_Concat(a, b) }
