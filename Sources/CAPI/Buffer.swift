// The buffer protocol from C's side.

import CPythonABI
import Glibc
import Runtime

@c public func PyObject_CheckBuffer(_ object: Object?) -> Int32 { object?.typeObject.pointee.tp_as_buffer?.pointee.bf_getbuffer != nil ? 1 : 0 }
@c public func PyObject_GetBuffer(_ object: Object?, _ view: UnsafeMutablePointer<Py_buffer>?, _ flags: Int32) -> Int32 {
    guard let object, let get = object.typeObject.pointee.tp_as_buffer?.pointee.bf_getbuffer else {
        _ = raise(.typeError, "a bytes-like object is required, not '\(value(object).type.name)'")
        return -1
    }
    if view == nil, !object.typeObject.isHeapType {
        // Of old a way to lock a buffer; the types of Python all refuse it.
        let owner = switch object.typeObject.name {
        case "array.array", "array": "array_buffer_getbuf"
        case "bytearray": "bytearray_getbuffer"
        default: "PyBuffer_FillInfo"
        }
        _ = raise(.bufferError, "\(owner): view==NULL argument is obsolete")
        return -1
    }
    // Long ago exporters were asked without a place for the answer.
    if view == nil, object.isInstance(PyByteArray_TypePointer()) {
        _ = raise(.bufferError, "bytearray_getbuffer: view==NULL argument is obsolete")
        return -1
    }
    return get(object, view, flags)
}
@c public func PyBuffer_Release(_ view: UnsafeMutablePointer<Py_buffer>?) {
    guard let view, let object = view.pointee.obj else { return }
    if let release = object.typeObject.pointee.tp_as_buffer?.pointee.bf_releasebuffer { release(object, view) }
    view.pointee.obj = nil
    release(object)
}
@c public func PyBuffer_FillInfo(
    _ view: UnsafeMutablePointer<Py_buffer>?, _ object: Object?, _ memory: UnsafeMutableRawPointer?, _ count: Int, _ readOnly: Int32, _ flags: Int32
) -> Int32 {
    guard let view else {
        _ = raise(.bufferError, "PyBuffer_FillInfo: view==NULL argument is obsolete")
        return -1
    }
    if flags & PyBUF_WRITABLE != 0 && readOnly != 0 {
        _ = raise(.bufferError, "Object is not writable.")
        return -1
    }
    view.pointee.obj = retained(object)
    view.pointee.buf = memory
    view.pointee.len = count
    view.pointee.readonly = readOnly
    view.pointee.itemsize = 1
    view.pointee.format = flags & PyBUF_FORMAT != 0 ? byteFormat : nil
    view.pointee.ndim = 1
    let raw = UnsafeMutableRawPointer(view)
    view.pointee.shape = flags & PyBUF_ND != 0
        ? (raw + MemoryLayout<Py_buffer>.offset(of: \Py_buffer.len)!).assumingMemoryBound(to: Int.self) : nil
    view.pointee.strides = flags & PyBUF_STRIDES == PyBUF_STRIDES
        ? (raw + MemoryLayout<Py_buffer>.offset(of: \Py_buffer.itemsize)!).assumingMemoryBound(to: Int.self) : nil
    view.pointee.suboffsets = nil
    view.pointee.internal = nil
    return 0
}
nonisolated(unsafe) private let byteFormat = strdup("B")

private func isContiguous(_ view: Py_buffer, fortran: Bool) -> Bool {
    if view.len == 0 { return true }
    guard let strides = view.strides else {
        if !fortran || view.ndim <= 1 { return true }
        // In effect a row: at most one dimension is longer than one.
        guard let shape = view.shape else { return false }
        return (0..<Int(view.ndim)).reduce(0) { $0 + (shape[$1] > 1 ? 1 : 0) } <= 1
    }
    guard let shape = view.shape else { return true }
    var expected = view.itemsize
    let count = Int(view.ndim)
    for step in 0..<count {
        let axis = fortran ? step : count - 1 - step
        if shape[axis] > 1 && strides[axis] != expected { return false }
        expected *= shape[axis]
    }
    return true
}
@c public func PyBuffer_IsContiguous(_ view: UnsafePointer<Py_buffer>?, _ order: CChar) -> Int32 {
    guard let view, view.pointee.suboffsets == nil else { return 0 }
    switch UInt8(bitPattern: order) {
    case UInt8(ascii: "C"): return isContiguous(view.pointee, fortran: false) ? 1 : 0
    case UInt8(ascii: "F"): return isContiguous(view.pointee, fortran: true) ? 1 : 0
    case UInt8(ascii: "A"): return isContiguous(view.pointee, fortran: false) || isContiguous(view.pointee, fortran: true) ? 1 : 0
    default: return 0
    }
}
@c public func PyBuffer_GetPointer(_ view: UnsafePointer<Py_buffer>?, _ indices: UnsafePointer<Int>?) -> UnsafeMutableRawPointer? {
    guard let view, var pointer = view.pointee.buf, let indices else { return nil }
    for axis in 0..<Int(view.pointee.ndim) {
        pointer += (view.pointee.strides?[axis] ?? view.pointee.itemsize) * indices[axis]
        if let offsets = view.pointee.suboffsets, offsets[axis] >= 0 { pointer = pointer.load(as: UnsafeMutableRawPointer.self) + offsets[axis] }
    }
    return pointer
}
/// Visits the items in C or Fortran order.
private func forEachItem(_ view: Py_buffer, fortran: Bool, _ body: (UnsafeMutableRawPointer) -> Void) {
    let count = Int(view.ndim)
    guard count > 0, let shape = view.shape, let base = view.buf else {
        if let base = view.buf { body(base) }
        return
    }
    for axis in 0..<count where shape[axis] == 0 { return }
    var index = [Int](repeating: 0, count: count)
    var view = view
    // Without strides the items lie in C order.
    let room = view.strides == nil ? UnsafeMutablePointer<Int>.allocate(capacity: count) : nil
    defer { room?.deallocate() }
    if let room {
        PyBuffer_FillContiguousStrides(view.ndim, shape, room, Int32(truncatingIfNeeded: view.itemsize), CChar(bitPattern: UInt8(ascii: "C")))
        view.strides = room
    }
    while true {
        withUnsafePointer(to: &view) { pointer in
            index.withUnsafeBufferPointer { body(PyBuffer_GetPointer(pointer, $0.baseAddress) ?? base) }
        }
        var step = 0
        while step < count {
            let axis = fortran ? step : count - 1 - step
            index[axis] += 1
            if index[axis] < shape[axis] { break }
            index[axis] = 0
            step += 1
        }
        if step == count { return }
    }
}
@c public func PyBuffer_ToContiguous(_ target: UnsafeMutableRawPointer?, _ view: UnsafePointer<Py_buffer>?, _ count: Int, _ order: CChar) -> Int32 {
    guard let view, let target else { return -1 }
    if count != view.pointee.len {
        _ = raise(.valueError, "PyBuffer_ToContiguous: len != view->len")
        return -1
    }
    if PyBuffer_IsContiguous(view, order) != 0 {
        if count > 0 { memcpy(target, view.pointee.buf, count) }
        return 0
    }
    var position = 0
    let size = view.pointee.itemsize
    forEachItem(view.pointee, fortran: UInt8(bitPattern: order) == UInt8(ascii: "F")) {
        memcpy(target + position, $0, size)
        position += size
    }
    return 0
}
@c public func PyBuffer_FromContiguous(_ view: UnsafePointer<Py_buffer>?, _ source: UnsafeRawPointer?, _ count: Int, _ order: CChar) -> Int32 {
    guard let view, let source else { return -1 }
    if PyBuffer_IsContiguous(view, order) != 0 {
        memcpy(view.pointee.buf, source, min(count, view.pointee.len))
        return 0
    }
    var position = 0
    let size = view.pointee.itemsize
    forEachItem(view.pointee, fortran: UInt8(bitPattern: order) == UInt8(ascii: "F")) {
        if position + size <= count { memcpy($0, source + position, size) }
        position += size
    }
    return 0
}
@c public func PyBuffer_FillContiguousStrides(_ count: Int32, _ shape: UnsafePointer<Int>?, _ strides: UnsafeMutablePointer<Int>?, _ size: Int32, _ order: CChar) {
    guard let shape, let strides else { return }
    var step = Int(size)
    for index in 0..<Int(count) {
        let axis = UInt8(bitPattern: order) == UInt8(ascii: "F") ? index : Int(count) - 1 - index
        strides[axis] = step
        step *= shape[axis]
    }
}
@c public func PyMemoryView_FromObject(_ object: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in try Call.call(PyMemoryView_TypePointer().value, value(object)) }
}
