// PyWeakref_*, PyObject_ClearWeakRefs; codecs; the unicode writer.

import CPythonABI
import Glibc
import Runtime

@c public func PyObject_ClearWeakRefs(_ object: Object?) {
    guard let object else { return }
    WeakReferences.clear(object)
}
@c public func PyWeakref_NewRef(_ object: Object?, _ callback: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        callback == nil || callback == Py_NonePointer() ? try Call.call(_PyWeakref_RefTypePointer().value, value(object))
            : try Call.call(_PyWeakref_RefTypePointer().value, value(object), value(callback))
    }
}
@c public func PyWeakref_NewProxy(_ object: Object?, _ callback: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let function = try Modules.function("_weakref", "proxy")
        return callback == nil ? try Call.call(function.value, value(object)) : try Call.call(function.value, value(object), value(callback))
    }
}
@c public func PyWeakref_GetObject(_ reference: Object?) -> Object? {
    guard let reference, reference.isInstance(_PyWeakref_RefTypePointer()) || reference.typeObject == _PyWeakref_ProxyTypePointer() else {
        _ = badInternalCall()
        return nil
    }
    let target = Value(reference).cast(to: PyWeakReference.self).pointee.wr_object
    if let target, target.pointee.ob_refcnt > 0 { return target }
    return Py_NonePointer()
}

// MARK: _PyUnicodeWriter

private func room(_ writer: UnsafeMutablePointer<_PyUnicodeWriter>, _ count: Int, _ maximum: UInt32) -> Int32 {
    let needed = writer.pointee.pos + count
    if writer.pointee.buffer != nil && needed <= writer.pointee.size && maximum <= writer.pointee.maxchar && writer.pointee.readonly == 0 { return 0 }
    var size = max(needed, writer.pointee.min_length)
    if writer.pointee.overallocate != 0 { size += size / 4 }
    size = max(size, writer.pointee.size)
    let ceiling = max(max(maximum, writer.pointee.maxchar), writer.pointee.min_char)
    let bound: UInt32 = ceiling < 0x80 ? 0x7F : ceiling < 0x100 ? 0xFF : ceiling < 0x10000 ? 0xFFFF : 0x10FFFF
    guard let new = PyUnicode_New(size, bound) else { return -1 }
    if let old = writer.pointee.buffer {
        _ = PyUnicode_CopyCharacters(new, 0, old, 0, writer.pointee.pos)
        release(old)
    }
    writer.pointee.buffer = new
    writer.pointee.data = StrObject.data(Value(new))
    writer.pointee.kind = Int32(StrObject.kind(Value(new)).rawValue)
    writer.pointee.maxchar = bound
    writer.pointee.size = size
    writer.pointee.readonly = 0
    return 0
}
@c public func _PyUnicodeWriter_Init(_ writer: UnsafeMutablePointer<_PyUnicodeWriter>?) {
    guard let writer else { return }
    memset(writer, 0, MemoryLayout<_PyUnicodeWriter>.size)
    // A kind of zero: the inline check of room must fail at first.
}
@c public func _PyUnicodeWriter_PrepareInternal(_ writer: UnsafeMutablePointer<_PyUnicodeWriter>?, _ count: Int, _ maximum: UInt32) -> Int32 {
    writer.map { room($0, count, maximum) } ?? -1
}
@c public func _PyUnicodeWriter_PrepareKindInternal(_ writer: UnsafeMutablePointer<_PyUnicodeWriter>?, _ kind: Int32) -> Int32 {
    writer.map { room($0, 0, kind == 1 ? 0xFF : kind == 2 ? 0xFFFF : 0x10FFFF) } ?? -1
}
@c public func _PyUnicodeWriter_WriteChar(_ writer: UnsafeMutablePointer<_PyUnicodeWriter>?, _ code: UInt32) -> Int32 {
    guard let writer, room(writer, 1, code) == 0, let data = writer.pointee.data else { return -1 }
    Strings.put(code, data, Int(writer.pointee.kind), writer.pointee.pos)
    writer.pointee.pos += 1
    return 0
}
@c public func _PyUnicodeWriter_WriteSubstring(_ writer: UnsafeMutablePointer<_PyUnicodeWriter>?, _ text: Object?, _ start: Int, _ end: Int) -> Int32 {
    guard let writer, let text else { return -1 }
    let value = Value(text)
    let maximum: UInt32 = StrObject.isASCII(value) ? 0x7F : StrObject.kind(value) == .one ? 0xFF : StrObject.kind(value) == .two ? 0xFFFF : 0x10FFFF
    let count = end - start
    if count <= 0 { return 0 }
    guard room(writer, count, maximum) == 0, let buffer = writer.pointee.buffer else { return -1 }
    if PyUnicode_CopyCharacters(buffer, writer.pointee.pos, text, start, count) < 0 { return -1 }
    writer.pointee.pos += count
    return 0
}
@c public func _PyUnicodeWriter_WriteStr(_ writer: UnsafeMutablePointer<_PyUnicodeWriter>?, _ text: Object?) -> Int32 {
    guard let text else { return -1 }
    return _PyUnicodeWriter_WriteSubstring(writer, text, 0, StrObject.length(Value(text)))
}
@c public func _PyUnicodeWriter_WriteLatin1String(_ writer: UnsafeMutablePointer<_PyUnicodeWriter>?, _ text: CString?, _ count: Int) -> Int32 {
    guard let object = PyUnicode_FromKindAndData(1, text, count) else { return -1 }
    defer { release(object) }
    return _PyUnicodeWriter_WriteStr(writer, object)
}
@c public func _PyUnicodeWriter_WriteASCIIString(_ writer: UnsafeMutablePointer<_PyUnicodeWriter>?, _ text: CString?, _ count: Int) -> Int32 {
    _PyUnicodeWriter_WriteLatin1String(writer, text, count < 0 ? text.map { strlen($0) } ?? 0 : count)
}
@c public func _PyUnicodeWriter_Finish(_ writer: UnsafeMutablePointer<_PyUnicodeWriter>?) -> Object? {
    guard let writer, let buffer = writer.pointee.buffer else { return PyUnicode_New(0, 0) }
    writer.pointee.buffer = nil
    let count = writer.pointee.pos
    if count == StrObject.length(Value(buffer)) && writer.pointee.maxchar < 0x80 { return buffer }
    defer { release(buffer) }
    return newReference { () throws(Raised) -> Ref in count == 0 ? StrObject.empty : try Strings.substring(Value(buffer), 0, count) }
}
@c public func _PyUnicodeWriter_Dealloc(_ writer: UnsafeMutablePointer<_PyUnicodeWriter>?) {
    release(writer?.pointee.buffer)
    writer?.pointee.buffer = nil
}
