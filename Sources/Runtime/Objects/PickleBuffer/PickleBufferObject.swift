// pickle.PickleBuffer: memory that a pickler may leave out of its stream (PEP 574).
//
// Head (16) | the view of the memory (80) | weak references

import CPythonABI

public enum PickleBufferObject {
    private static let size = 104
    public static func isInstance(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type == PyPickleBuffer_TypePointer() }

    /// The view; its `obj` is null once released.
    public static func view(_ value: Value) -> UnsafeMutablePointer<Py_buffer> {
        (UnsafeMutableRawPointer(value.object) + 16).assumingMemoryBound(to: Py_buffer.self)
    }
    /// The view, or ValueError if it is released.
    public static func checkedView(_ value: Value) throws(Raised) -> UnsafeMutablePointer<Py_buffer> {
        let view = view(value)
        if view.pointee.obj == nil { throw raise(.valueError, "operation forbidden on released PickleBuffer object") }
        return view
    }

    /// PickleBuffer(object)
    public static func make(_ object: Value) throws(Raised) -> Ref {
        let made = ObjectMemory.newCollected(PyPickleBuffer_TypePointer(), as: PyObject.self, size: size)
        let result = Ref(owned: Value(made))
        view(result.value).initialize(to: Py_buffer())
        (UnsafeMutableRawPointer(made) + 96).storeBytes(of: 0, as: Int.self)
        try Buffers.acquire(object, view(result.value), Int(PyBUF_FULL_RO))
        Collector.track(made)
        return result
    }

    static func describe(_ type: TypeBuilder) {
        type.doc("Wrapper for potentially out-of-band buffers")
        type.type.pointee.tp_weaklistoffset = 96
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            if (UnsafeMutableRawPointer(object) + 96).load(as: UnsafeMutableRawPointer?.self) != nil { WeakReferences.clear(object) }
            Buffers.release(PickleBufferObject.view(Value(object)))
            ObjectMemory.freeCollected(object, size: PickleBufferObject.size)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            guard let object, let visit, let exporter = PickleBufferObject.view(Value(object)).pointee.obj else { return 0 }
            return visit(exporter, argument)
        }
        type.type.pointee.tp_clear = { object in
            if let object { Buffers.release(PickleBufferObject.view(Value(object))) }
            return 0
        }
        Buffers.export(
            type.type,
            { object, target, flags in
                guard let object, let target else { return -1 }
                do throws(Raised) {
                    let view = try PickleBufferObject.checkedView(Value(object))
                    guard let exporter = view.pointee.obj else { return -1 }
                    try Buffers.acquire(Value(exporter), target, Int(flags))
                    return 0
                } catch {
                    target.pointee.obj = nil
                    return -1
                }
            }, nil)
        type.slots.new = { (_, arguments) throws(Raised) -> Ref in
            if arguments.keywordCount > 0 {
                if arguments.count + arguments.keywordCount > 1 {
                    throw raise(.typeError, "PickleBuffer() takes at most 1 argument (\(arguments.count + arguments.keywordCount) given)")
                }
                throw raise(.typeError, "'\(text(arguments.keywordName(0)))' is an invalid keyword argument for PickleBuffer()")
            }
            if arguments.count != 1 {
                throw raise(.typeError, "PickleBuffer() takes exactly 1 positional argument (\(arguments.count) given)")
            }
            return try make(arguments[0])
        }
        type.method(
            "raw", .noArguments(raw), "($self, /)",
            doc: "Return a memoryview of the raw memory underlying this buffer.\nWill raise BufferError is the buffer isn't contiguous.")
        type.method(
            "release", .noArguments { (self) throws(Raised) -> Ref in
                Buffers.release(view(self))
                return .none
            }, "($self, /)", doc: "Release the underlying buffer exposed by the PickleBuffer object.")
    }

    /// Whether the items lie one behind the other, in the order of C or of Fortran.
    public static func isContiguous(_ view: UnsafeMutablePointer<Py_buffer>) -> Bool {
        view.pointee.suboffsets == nil
            && (BufferItems.isContiguous(view, fortran: false) || BufferItems.isContiguous(view, fortran: true))
    }

    private static func raw(_ self: Value) throws(Raised) -> Ref {
        let buffer = try checkedView(self)
        guard isContiguous(buffer) else { throw raise(.bufferError, "cannot extract raw buffer from non-contiguous buffer") }
        let whole = try MemoryViewObject.make(self)
        return MemoryViewObject.bytes(over: whole.value)
    }
}
