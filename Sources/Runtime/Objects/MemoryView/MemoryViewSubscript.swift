// Subscripts of memoryviews.

import CPythonABI
import Glibc

enum MemoryViewSubscript {
    /// The place of item `index` of the first dimension.
    static func place(_ view: UnsafeMutablePointer<Py_buffer>, _ memory: UnsafeMutableRawPointer, _ axis: Int, _ index: Int) throws(Raised) -> UnsafeMutableRawPointer {
        let length = view.pointee.shape[axis]
        let position = index < 0 ? index &+ length : index
        if position < 0 || position >= length { throw raise(.indexError, "index out of bounds on dimension \(axis + 1)") }
        return BufferItems.advance(view, memory, axis, position)
    }
    private static func memory(_ view: UnsafeMutablePointer<Py_buffer>) -> UnsafeMutableRawPointer {
        view.pointee.buf ?? UnsafeMutableRawPointer(ByteArrayObject.nothing)
    }
    /// Whether a key is a tuple of indices, or one of slices.
    private static func isAll(_ key: Value, _ test: (Value) -> Bool) -> Bool {
        guard TupleObject.isInstance(key) else { return false }
        for index in 0..<TupleObject.count(key) where !test(TupleObject.item(key, index)) { return false }
        return true
    }
    /// The place that a tuple of indices names.
    private static func place(_ view: UnsafeMutablePointer<Py_buffer>, tuple key: Value) throws(Raised) -> UnsafeMutableRawPointer {
        let dimensions = Int(view.pointee.ndim)
        let count = TupleObject.count(key)
        if count > dimensions { throw raise(.typeError, "cannot index \(dimensions)-dimension view with \(count)-element tuple") }
        if count < dimensions { throw raise(.notImplementedError, "sub-views are not implemented") }
        var result = memory(view)
        for axis in 0..<count { result = try place(view, result, axis, try Index.of(TupleObject.item(key, axis))) }
        return result
    }

    static func get(_ self: Value, _ key: Value) throws(Raised) -> Ref {
        try MemoryViewObject.checkReleased(self)
        let view = MemoryViewObject.buffer(self)
        let dimensions = Int(view.pointee.ndim)
        if dimensions == 0 {
            if TupleObject.isInstance(key) && TupleObject.count(key) == 0 {
                return try MemoryItem.unpack(memory(view), try MemoryItem.supported(view))
            }
            if key === .ellipsis { return Ref(self) }
            throw raise(.typeError, "invalid indexing of 0-dim memory")
        }
        if key.isSmallInt || Index.isIndex(key) { return try item(self, try Index.of(key)) }
        if SliceObject.isInstance(key) {
            // Before the slice is read, which may release this view.
            let result = MemoryViewObject.derived(self, like: view, dimensions: dimensions)
            var slice = try TextSlice(key)
            slice.fit(view.pointee.shape[0])
            narrow(MemoryViewObject.buffer(result.value), slice)
            MemoryViewObject.setFlags(result.value)
            return result
        }
        if isAll(key, { Index.isIndex($0) }) {
            let code = try MemoryItem.supported(view)
            let place = try place(view, tuple: key)
            try MemoryViewObject.checkReleased(self)
            return try MemoryItem.unpack(place, code)
        }
        if isAll(key, { SliceObject.isInstance($0) }) { throw raise(.notImplementedError, "multi-dimensional slicing is not implemented") }
        throw raise(.typeError, "memoryview: invalid slice key")
    }
    static func item(_ self: Value, _ index: Int) throws(Raised) -> Ref {
        try MemoryViewObject.checkReleased(self)
        let view = MemoryViewObject.buffer(self)
        let code = try MemoryItem.supported(view)
        if view.pointee.ndim == 0 { throw raise(.typeError, "invalid indexing of 0-dim memory") }
        if view.pointee.ndim > 1 { throw raise(.notImplementedError, "multi-dimensional sub-views are not implemented") }
        return try MemoryItem.unpack(try place(view, memory(view), 0, index), code)
    }
    /// Restricts the first dimension of a view.
    private static func narrow(_ view: UnsafeMutablePointer<Py_buffer>, _ slice: TextSlice) {
        let stride = view.pointee.strides[0]
        // Of the first dimension the step to the item comes before the pointer is followed.
        view.pointee.buf = view.pointee.buf.map { $0 + stride &* slice.start }
        view.pointee.shape[0] = slice.count
        view.pointee.strides[0] = stride &* slice.step
        var count = view.pointee.itemsize
        for axis in 0..<Int(view.pointee.ndim) { count &*= view.pointee.shape[axis] }
        view.pointee.len = count
    }

    static func set(_ self: Value, _ key: Value, _ value: Value) throws(Raised) {
        try MemoryViewObject.checkReleased(self)
        let view = MemoryViewObject.buffer(self)
        let code = try MemoryItem.supported(view)
        if view.pointee.readonly != 0 { throw raise(.typeError, "cannot modify read-only memory") }
        if value.isNull { throw raise(.typeError, "cannot delete memory") }
        let dimensions = Int(view.pointee.ndim)
        // Packing may run Python code: into a room first, then to its place.
        if dimensions == 0 {
            if key === .ellipsis || (TupleObject.isInstance(key) && TupleObject.count(key) == 0) { return try put(self, value, memory(view), code) }
            throw raise(.typeError, "invalid indexing of 0-dim memory")
        }
        if key.isSmallInt || Index.isIndex(key) {
            if dimensions > 1 { throw raise(.notImplementedError, "sub-views are not implemented") }
            let index = try Index.of(key)
            try MemoryViewObject.checkReleased(self)
            return try put(self, value, try place(view, memory(view), 0, index), code)
        }
        if SliceObject.isInstance(key) && dimensions == 1 { return try assign(self, key, value) }
        if isAll(key, { Index.isIndex($0) }) {
            let place = try place(view, tuple: key)
            return try put(self, value, place, code)
        }
        if SliceObject.isInstance(key) || isAll(key, { SliceObject.isInstance($0) }) {
            throw raise(.notImplementedError, "memoryview slice assignments are currently restricted to ndim = 1")
        }
        throw raise(.typeError, "memoryview: invalid slice key")
    }
    private static func put(_ self: Value, _ value: Value, _ place: UnsafeMutableRawPointer, _ code: UInt8) throws(Raised) {
        var room: UInt64 = 0
        try withUnsafeMutableBytes(of: &room) { (bytes) throws(Raised) -> Void in
            guard let base = bytes.baseAddress else { return }
            try MemoryItem.pack(value, base, code, MemoryViewObject.buffer(self))
            try MemoryViewObject.checkReleased(self)
            copyBytes(place, base, MemoryItem.size(code))
        }
    }
    private static func assign(_ self: Value, _ key: Value, _ value: Value) throws(Raised) {
        // The source as a view, so that any layout can be read.
        guard Buffers.isExporter(value) else { throw raise(.typeError, "a bytes-like object is required, not '\(value.type.name)'") }
        let source = try MemoryViewObject.make(value)
        var slice = try TextSlice(key)
        try MemoryViewObject.checkReleased(self)
        let view = MemoryViewObject.buffer(self)
        slice.fit(view.pointee.shape[0])
        let target = MemoryViewObject.derived(self, like: view, dimensions: 1)
        let to = MemoryViewObject.buffer(target.value)
        narrow(to, slice)
        let from = MemoryViewObject.buffer(source.value)
        let same = from.pointee.ndim == 1 && from.pointee.itemsize == to.pointee.itemsize && from.pointee.shape[0] == to.pointee.shape[0]
            && strcmp(skipAt(from.pointee.format), skipAt(to.pointee.format)) == 0
        if !same { throw raise(.valueError, "memoryview assignment: lvalue and rvalue have different structures") }
        // Both may show the same memory, so the source is copied first.
        let copy = try MemoryViewObject.bytes(source.value)
        var next = UnsafeRawPointer(BytesObject.data(copy.value))
        let size = to.pointee.itemsize
        BufferItems.forEach(to, memory(to), 0) { (item) in
            copyBytes(item, next, size)
            next += size
        }
    }
    static func skipAt(_ format: UnsafeMutablePointer<CChar>?) -> UnsafePointer<CChar> {
        guard let format else { return UnsafePointer(Buffers.byteFormat) }
        return UnsafePointer(format[0] == 64 ? format + 1 : format)
    }
}
