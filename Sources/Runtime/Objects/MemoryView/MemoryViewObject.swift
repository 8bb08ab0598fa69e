// Memoryviews: storage.
//
//     memoryview --> managedbuffer --> exporter        one acquisition of the exporter's buffer,
//     memoryview ----^                                 shared by a view, its slices and casts
//
// A view has its own description of the memory; shape, strides and suboffsets follow its struct. The exporter is let go when the last
// view of a managed buffer is released.

import CPythonABI
import Glibc

public enum MemoryViewObject {
    // ORDER: flags of CPython's struct.
    static let released: Int32 = 1
    static let cContiguous: Int32 = 2
    static let fContiguous: Int32 = 4
    static let scalar: Int32 = 8
    static let indirect: Int32 = 16

    @inline(__always) static func head(_ value: Value) -> UnsafeMutablePointer<PyMemoryViewObject> { value.cast(to: PyMemoryViewObject.self) }
    /// The view's description of the memory.
    public static func buffer(_ value: Value) -> UnsafeMutablePointer<Py_buffer> {
        (UnsafeMutableRawPointer(head(value)) + MemoryLayout<PyMemoryViewObject>.offset(of: \.view).unsafelyUnwrapped)
            .assumingMemoryBound(to: Py_buffer.self)
    }
    private static func master(_ managed: UnsafeMutablePointer<_PyManagedBufferObject>) -> UnsafeMutablePointer<Py_buffer> {
        (UnsafeMutableRawPointer(managed) + MemoryLayout<_PyManagedBufferObject>.offset(of: \.master).unsafelyUnwrapped)
            .assumingMemoryBound(to: Py_buffer.self)
    }
    /// Shape, strides and suboffsets: three times `ndim` words.
    private static func array(_ value: Value) -> UnsafeMutablePointer<Int> {
        (UnsafeMutableRawPointer(head(value)) + 144).assumingMemoryBound(to: Int.self)
    }
    public static func isInstance(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type == PyMemoryView_TypePointer() }

    // MARK: Making

    /// memoryview(value)
    public static func make(_ value: Value) throws(Raised) -> Ref {
        if isInstance(value) {
            try checkReleased(value)
            return derived(value, like: buffer(value), dimensions: Int(buffer(value).pointee.ndim))
        }
        guard Buffers.isExporter(value) else {
            throw raise(.typeError, "memoryview: a bytes-like object is required, not '\(value.type.name)'")
        }
        let managed = ObjectMemory.newCollected(_PyManagedBuffer_TypePointer(), as: _PyManagedBufferObject.self, size: 112)
        managed.pointee.flags = 0
        managed.pointee.exports = 0
        let owner = Ref(owned: Value(pointer: managed))
        let master = master(managed)
        master.initialize(to: Py_buffer())
        do throws(Raised) { try Buffers.acquire(value, master, Int(PyBUF_FULL_RO)) } catch {
            // Whatever the exporter left there, there is nothing to let go of.
            master.pointee.obj = nil
            throw error
        }
        Collector.track(owner.value.object)
        try checkDimensions(Int(master.pointee.ndim))
        return view(managed, like: master, dimensions: Int(master.pointee.ndim))
    }
    /// Raises ValueError for more dimensions than there may be.
    public static func checkDimensions(_ count: Int) throws(Raised) {
        if count > Int(PyBUF_MAX_NDIM) { throw raise(.valueError, "memoryview: number of dimensions must not exceed 64") }
    }
    /// A view of memory that C describes. A reference to the exporter it names, if any, is taken over; shape and strides are copied.
    public static func make(of buffer: Py_buffer) -> Ref {
        let managed = ObjectMemory.newCollected(_PyManagedBuffer_TypePointer(), as: _PyManagedBufferObject.self, size: 112)
        managed.pointee.flags = 0
        managed.pointee.exports = 0
        let owner = Ref(owned: Value(pointer: managed))
        let master = master(managed)
        master.initialize(to: buffer)
        Collector.track(owner.value.object)
        let made = view(managed, like: master, dimensions: Int(max(min(buffer.ndim, 64), 0)))
        master.pointee.shape = nil
        master.pointee.strides = nil
        return made
    }
    /// A view of `count` bytes of memory that belongs to `owner`, which it keeps alive; the owner exports no buffer of its own accord.
    public static func make(owner: Value, _ memory: UnsafeMutablePointer<UInt8>, _ count: Int, readOnly: Bool) -> Ref {
        let managed = ObjectMemory.newCollected(_PyManagedBuffer_TypePointer(), as: _PyManagedBufferObject.self, size: 112)
        managed.pointee.flags = 0
        managed.pointee.exports = 0
        let holder = Ref(owned: Value(pointer: managed))
        let master = master(managed)
        master.initialize(to: Py_buffer())
        _ = Buffers.fill(master, owner.object, UnsafeMutableRawPointer(memory), count, readOnly: readOnly, Int32(PyBUF_FULL_RO))
        Collector.track(holder.value.object)
        return view(managed, like: master, dimensions: 1)
    }
    /// Another view of the memory that a view shows, described by `source`.
    static func derived(_ value: Value, like source: UnsafeMutablePointer<Py_buffer>, dimensions: Int) -> Ref {
        view(head(value).pointee.mbuf, like: source, dimensions: dimensions)
    }
    /// A view of the same memory as a row of bytes; it must be contiguous.
    static func bytes(over value: Value) -> Ref {
        var flat = buffer(value).pointee
        var (length, step) = (flat.len, 1)
        let result = withUnsafeMutablePointer(to: &length) { shape in
            withUnsafeMutablePointer(to: &step) { stride in
                flat.itemsize = 1
                flat.ndim = 1
                flat.format = Buffers.byteFormat
                flat.shape = shape
                flat.strides = stride
                flat.suboffsets = nil
                return derived(value, like: &flat, dimensions: 1).take()
            }
        }
        return Ref(owned: result)
    }
    private static func view(
        _ managed: UnsafeMutablePointer<_PyManagedBufferObject>, like source: UnsafeMutablePointer<Py_buffer>, dimensions: Int
    ) -> Ref {
        let object = ObjectMemory.newCollected(PyMemoryView_TypePointer(), as: PyMemoryViewObject.self, size: 144 + 24 * dimensions)
        let value = Value(pointer: object)
        object.pointee.ob_base.ob_size = 3 * dimensions
        object.pointee.mbuf = managed
        Value(pointer: managed).retain()
        managed.pointee.exports += 1
        object.pointee.hash = -1
        object.pointee.flags = 0
        object.pointee.exports = 0
        object.pointee.weakreflist = nil
        let view = buffer(value)
        view.initialize(to: source.pointee)
        let room = array(value)
        let count = Int(source.pointee.ndim)
        view.pointee.ndim = Int32(dimensions)
        if view.pointee.format == nil { view.pointee.format = Buffers.byteFormat }
        view.pointee.shape = dimensions > 0 ? room : nil
        view.pointee.strides = dimensions > 0 ? room + dimensions : nil
        view.pointee.suboffsets = nil
        for index in 0..<min(count, dimensions) {
            room[index] = source.pointee.shape?[index] ?? (source.pointee.itemsize > 0 ? source.pointee.len / source.pointee.itemsize : 0)
        }
        if let strides = source.pointee.strides {
            for index in 0..<min(count, dimensions) { room[dimensions + index] = strides[index] }
        } else {
            setStrides(value)
        }
        if let suboffsets = source.pointee.suboffsets, dimensions > 0 {
            for index in 0..<min(count, dimensions) { room[2 * dimensions + index] = suboffsets[index] }
            view.pointee.suboffsets = room + 2 * dimensions
        }
        setFlags(value)
        Collector.track(value.object)
        return Ref(owned: value)
    }
    /// Strides of memory in C order.
    static func setStrides(_ value: Value) {
        let view = buffer(value)
        var step = view.pointee.itemsize
        var index = Int(view.pointee.ndim) - 1
        while index >= 0 {
            view.pointee.strides[index] = step
            step &*= view.pointee.shape[index]
            index -= 1
        }
    }
    static func setFlags(_ value: Value) {
        let view = buffer(value)
        var flags = head(value).pointee.flags & released
        if view.pointee.ndim == 0 {
            flags |= scalar | cContiguous | fContiguous
        } else {
            if BufferItems.isContiguous(view, fortran: false) { flags |= cContiguous }
            if BufferItems.isContiguous(view, fortran: true) { flags |= fContiguous }
        }
        if view.pointee.suboffsets != nil {
            flags |= indirect
            flags &= ~(cContiguous | fContiguous)
        }
        head(value).pointee.flags = flags
    }

    // MARK: Releasing

    static func isReleased(_ value: Value) -> Bool {
        head(value).pointee.flags & released != 0 || head(value).pointee.mbuf.pointee.flags & released != 0
    }
    static func checkReleased(_ value: Value) throws(Raised) {
        if isReleased(value) { throw raise(.valueError, "operation forbidden on released memoryview object") }
    }
    static func release(_ value: Value) throws(Raised) {
        let head = head(value)
        if head.pointee.flags & released != 0 { return }
        let exports = head.pointee.exports
        if exports > 0 { throw raise(.bufferError, "memoryview has \(exports) exported buffer\(exports == 1 ? "" : "s")") }
        letGo(head)
    }
    private static func letGo(_ head: UnsafeMutablePointer<PyMemoryViewObject>) {
        if head.pointee.flags & released != 0 { return }
        head.pointee.flags |= released
        let managed = head.pointee.mbuf.unsafelyUnwrapped
        managed.pointee.exports -= 1
        if managed.pointee.exports == 0 { release(managed) }
    }
    private static func release(_ managed: UnsafeMutablePointer<_PyManagedBufferObject>) {
        if managed.pointee.flags & released != 0 { return }
        managed.pointee.flags |= released
        Buffers.release(master(managed))
    }

    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        Collector.untrack(object)
        let head = MemoryViewObject.head(Value(object))
        if head.pointee.weakreflist != nil { WeakReferences.clear(object) }
        let managed = head.pointee.mbuf
        MemoryViewObject.letGo(head)
        if let managed { Value(pointer: managed).release() }
        ObjectMemory.freeCollected(object, size: 144 + 8 * head.pointee.ob_base.ob_size)
    }
    static let traverse: traverseproc = { object, visit, argument in
        guard let object, let visit, let managed = MemoryViewObject.head(Value(object)).pointee.mbuf else { return 0 }
        return visit(UnsafeMutableRawPointer(managed).assumingMemoryBound(to: PyObject.self), argument)
    }
    static func describeManaged(_ type: TypeBuilder) {
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            MemoryViewObject.release(Value(object).cast(to: _PyManagedBufferObject.self))
            ObjectMemory.freeCollected(object, size: 112)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            guard let object, let visit, let exporter = MemoryViewObject.master(Value(object).cast(to: _PyManagedBufferObject.self)).pointee.obj else { return 0 }
            return visit(exporter, argument)
        }
    }

    // MARK: Exporting

    static let getBuffer: @convention(c) (ObjectPointer?, UnsafeMutablePointer<Py_buffer>?, Int32) -> Int32 = { object, target, flags in
        guard let object, let target else { return -1 }
        do throws(Raised) {
            try MemoryViewObject.export(Value(object), target, flags)
            return 0
        } catch {
            target.pointee.obj = nil
            return -1
        }
    }
    static let releaseBuffer: @convention(c) (ObjectPointer?, UnsafeMutablePointer<Py_buffer>?) -> Void = { object, _ in
        if let object { MemoryViewObject.head(Value(object)).pointee.exports -= 1 }
    }
    private static func export(_ value: Value, _ target: UnsafeMutablePointer<Py_buffer>, _ flags: Int32) throws(Raised) {
        try checkReleased(value)
        let kind = head(value).pointee.flags
        func has(_ wanted: some BinaryInteger) -> Bool { flags & Int32(wanted) == Int32(wanted) }
        target.initialize(to: buffer(value).pointee)
        target.pointee.obj = nil
        if has(PyBUF_WRITABLE) && target.pointee.readonly != 0 { throw raise(.bufferError, "memoryview: underlying buffer is not writable") }
        if !has(PyBUF_FORMAT) { target.pointee.format = nil }
        if has(PyBUF_C_CONTIGUOUS) && kind & cContiguous == 0 { throw raise(.bufferError, "memoryview: underlying buffer is not C-contiguous") }
        if has(PyBUF_F_CONTIGUOUS) && kind & fContiguous == 0 {
            throw raise(.bufferError, "memoryview: underlying buffer is not Fortran contiguous")
        }
        if has(PyBUF_ANY_CONTIGUOUS) && kind & (cContiguous | fContiguous) == 0 {
            throw raise(.bufferError, "memoryview: underlying buffer is not contiguous")
        }
        if !has(PyBUF_INDIRECT) && kind & indirect != 0 { throw raise(.bufferError, "memoryview: underlying buffer requires suboffsets") }
        if !has(PyBUF_STRIDES) {
            if kind & cContiguous == 0 { throw raise(.bufferError, "memoryview: underlying buffer is not C-contiguous") }
            target.pointee.strides = nil
        }
        if !has(PyBUF_ND) {
            if target.pointee.format != nil {
                throw raise(.bufferError, "memoryview: cannot cast to unsigned bytes if the format flag is present")
            }
            target.pointee.ndim = 1
            target.pointee.shape = nil
        }
        value.retain()
        target.pointee.obj = value.object
        head(value).pointee.exports += 1
    }

    // MARK: Contents

    /// The memory as bytes, in C order, or in that of the memory if `fortran`.
    static func bytes(_ value: Value, fortran: Bool = false) throws(Raised) -> Ref {
        try checkReleased(value)
        let view = buffer(value)
        let count = view.pointee.len
        if count == 0 { return BytesObject.empty }
        guard let memory = view.pointee.buf else { return BytesObject.empty }
        if head(value).pointee.flags & (fortran ? fContiguous : cContiguous) != 0 {
            return try BytesObject.make(UnsafePointer(memory.assumingMemoryBound(to: UInt8.self)), count)
        }
        let result = try BytesObject.allocate(count)
        var target = UnsafeMutableRawPointer(BytesObject.data(result.value))
        let size = view.pointee.itemsize
        if fortran {
            BufferItems.forEachFortran(view) { (item) in
                copyBytes(target, item, size)
                target += size
            }
        } else {
            BufferItems.forEach(view, memory, 0) { (item) in
                copyBytes(target, item, size)
                target += size
            }
        }
        return count == 1 ? BytesObject.make(byte: BytesObject.data(result.value)[0]) : result
    }
}

/// Walking over the items of a buffer of any layout.
enum BufferItems {
    static func isContiguous(_ view: UnsafeMutablePointer<Py_buffer>, fortran: Bool) -> Bool {
        let dimensions = Int(view.pointee.ndim)
        if dimensions == 1 { return view.pointee.shape[0] == 1 || view.pointee.strides[0] == view.pointee.itemsize }
        if view.pointee.len == 0 || dimensions == 0 { return true }
        var step = view.pointee.itemsize
        for index in 0..<dimensions {
            let axis = fortran ? index : dimensions - 1 - index
            let length = view.pointee.shape[axis]
            if length > 1 && view.pointee.strides[axis] != step { return false }
            step &*= length
        }
        return true
    }
    /// Where item `index` of a dimension is.
    @inline(__always) static func advance(
        _ view: UnsafeMutablePointer<Py_buffer>, _ memory: UnsafeMutableRawPointer, _ axis: Int, _ index: Int
    ) -> UnsafeMutableRawPointer {
        let place = memory + index &* view.pointee.strides[axis]
        if let suboffsets = view.pointee.suboffsets, suboffsets[axis] >= 0 {
            return (place.load(as: UnsafeMutableRawPointer?.self) ?? place) + suboffsets[axis]
        }
        return place
    }
    /// Runs `body` for each item in C order. Dimensions are few (64 at most), so recursion is bounded.
    static func forEach(
        _ view: UnsafeMutablePointer<Py_buffer>, _ memory: UnsafeMutableRawPointer, _ axis: Int, _ body: (UnsafeMutableRawPointer) -> Void
    ) {
        if axis == Int(view.pointee.ndim) { return body(memory) }
        for index in 0..<max(view.pointee.shape[axis], 0) { forEach(view, advance(view, memory, axis, index), axis + 1, body) }
    }
    static func forEachFortran(_ view: UnsafeMutablePointer<Py_buffer>, _ body: (UnsafeMutableRawPointer) -> Void) {
        let dimensions = Int(view.pointee.ndim)
        guard let memory = view.pointee.buf, dimensions > 0 else { return }
        var indices = InlineArray<64, Int>(repeating: 0)
        while true {
            var place = memory
            for axis in 0..<dimensions { place = advance(view, place, axis, indices[axis]) }
            body(place)
            var axis = 0
            while axis < dimensions {
                indices[axis] += 1
                if indices[axis] < view.pointee.shape[axis] { break }
                indices[axis] = 0
                axis += 1
            }
            if axis == dimensions { return }
        }
    }
}
