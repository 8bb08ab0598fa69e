// PyMemoryView_*, PyBuffer_SizeFromFormat, PyPickleBuffer_*

import CPythonABI
import Glibc
import Runtime

@c public func PyMemoryView_FromMemory(_ memory: UnsafeMutablePointer<CChar>?, _ count: Int, _ flags: Int32) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard memory != nil || count == 0, count >= 0, flags == 0x100 || flags == 0x200 else { throw badInternalCall() }
        var view = Py_buffer()
        view.buf = UnsafeMutableRawPointer(memory)
        view.len = count
        view.itemsize = 1
        // PyBUF_WRITE is 0x200.
        view.readonly = flags == 0x200 ? 0 : 1
        view.ndim = 1
        return MemoryViewObject.make(of: view)
    }
}
/// A view of memory that somebody else keeps: the exporter, if the struct names one, is not held.
@c public func PyMemoryView_FromBuffer(_ buffer: UnsafePointer<Py_buffer>?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let buffer, buffer.pointee.buf != nil else {
            throw raise(.valueError, "PyMemoryView_FromBuffer(): info->buf must not be NULL")
        }
        try MemoryViewObject.checkDimensions(Int(buffer.pointee.ndim))
        var view = buffer.pointee
        view.obj = nil
        return MemoryViewObject.make(of: view)
    }
}
@c public func PyMemoryView_GetContiguous(_ object: Object?, _ kind: Int32, _ order: CChar) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let object else { throw badInternalCall() }
        let view = try MemoryViewObject.make(value(object))
        let buffer = MemoryViewObject.buffer(view.value)
        if kind == 0x200 && buffer.pointee.readonly != 0 { throw raise(.bufferError, "underlying buffer is not writable") }
        if PyBuffer_IsContiguous(buffer, order) != 0 { return view }
        if kind == 0x200 { throw raise(.bufferError, "writable contiguous buffer requested for a non-contiguous object.") }
        // A copy, kept alive by the view of it.
        let fortran = UInt8(bitPattern: order) == UInt8(ascii: "F")
        let count = buffer.pointee.len
        guard let copy = PyBytes_FromStringAndSize(nil, count) else { throw Raised() }
        let bytes = Ref(owned: Value(copy))
        if PyBuffer_ToContiguous(PyBytes_AsString(copy), buffer, count, fortran ? 70 : 67) != 0 { throw Raised() }
        var described = buffer.pointee
        described.buf = UnsafeMutableRawPointer(PyBytes_AsString(copy))
        described.readonly = 1
        described.suboffsets = nil
        let dimensions = Int(described.ndim)
        let strides = UnsafeMutablePointer<Int>.allocate(capacity: max(dimensions, 1))
        defer { strides.deallocate() }
        PyBuffer_FillContiguousStrides(described.ndim, described.shape, strides, Int32(truncatingIfNeeded: described.itemsize), fortran ? 70 : 67)
        described.strides = strides
        described.obj = bytes.take().object
        return MemoryViewObject.make(of: described)
    }
}
@c public func PyBuffer_SizeFromFormat(_ format: CString?) -> Int {
    number { () throws(Raised) -> Int in
        let function = try Modules.function("struct", "calcsize")
        let format = string(format)
        let size = try Call.call(function.value, format.value)
        return try Index.size(size.value)
    }
}

// MARK: pickle.PickleBuffer

@c public func PyPickleBuffer_FromObject(_ object: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard object != nil else { throw badInternalCall() }
        return try PickleBufferObject.make(value(object))
    }
}
/// The view that it holds, which lives as long as it is not released.
@c public func PyPickleBuffer_GetBuffer(_ object: Object?) -> UnsafePointer<Py_buffer>? {
    do throws(Raised) {
        guard let object, PickleBufferObject.isInstance(Value(object)) else { throw raise(.typeError, "expected PickleBuffer, \(value(object).type.name) found") }
        return UnsafePointer(try PickleBufferObject.checkedView(Value(object)))
    } catch { return nil }
}
@c public func PyPickleBuffer_Release(_ object: Object?) -> Int32 {
    status { () throws(Raised) -> Void in
        guard let object, PickleBufferObject.isInstance(Value(object)) else { throw raise(.typeError, "expected PickleBuffer, \(value(object).type.name) found") }
        PyBuffer_Release(PickleBufferObject.view(Value(object)))
    }
}
