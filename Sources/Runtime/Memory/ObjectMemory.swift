// Allocation and deallocation of objects.

import CPythonABI
import Glibc

public enum ObjectMemory {
    /// A new object without GC header, one reference, fields beyond the header undefined. `size` is the whole struct with items.
    /// Small sizes only: exhausted memory ends the process (`fatalOutOfMemory`); large requests go through `allocateLarge`.
    @inlinable @inline(__always) public static func new<T>(_ type: TypePointer, as: T.Type, size: Int) -> UnsafeMutablePointer<T> {
        let block = Allocator.allocate(size) ?? outOfMemory(size)
        let object = block.assumingMemoryBound(to: PyObject.self)
        object.pointee.ob_refcnt = 1
        object.pointee.ob_type = type
        return block.assumingMemoryBound(to: T.self)
    }

    /// As `new`, for a type with Py_TPFLAGS_HAVE_GC. The object is not tracked yet.
    @inlinable @inline(__always) public static func newCollected<T>(_ type: TypePointer, as: T.Type, size: Int) -> UnsafeMutablePointer<T> {
        let block = (Allocator.allocate(size &+ 16) ?? outOfMemory(size)) + 16
        let object = block.assumingMemoryBound(to: PyObject.self)
        Collector.initialize(object)
        object.pointee.ob_refcnt = 1
        object.pointee.ob_type = type
        return block.assumingMemoryBound(to: T.self)
    }

    /// Frees the memory of an object without GC header whose fields are already released.
    @inlinable @inline(__always) public static func free<T>(_ pointer: UnsafeMutablePointer<T>, size: Int) {
        Allocator.free(UnsafeMutableRawPointer(pointer), size)
    }
    @inlinable @inline(__always) public static func freeCollected<T>(_ pointer: UnsafeMutablePointer<T>, size: Int) {
        Allocator.free(UnsafeMutableRawPointer(pointer) - 16, size &+ 16)
    }

    @usableFromInline @inline(never) static func outOfMemory(_ size: Int) -> UnsafeMutableRawPointer {
        fputs("Fatal Python error: out of memory\n", stderr)
        exit(1)
    }
}

/// How deep deallocations may nest before the rest is put off, so that freeing a long chain needs no native stack.
@usableFromInline let maxDeallocationDepth = 50

/// Destroys an object whose last reference went away.
@usableFromInline @inline(never) func deallocate(_ object: ObjectPointer) {
    if _pyswift_loop.deallocation_depth >= 50 {
        // The reference count is free to link the objects put off; negated, so that weak references see that the object is dead.
        if object.isCollectedObject { Collector.untrack(object) }
        object.pointee.ob_refcnt = -1 - Int(bitPattern: _pyswift_loop.deferred_deallocations)
        _pyswift_loop.deferred_deallocations = UnsafeMutableRawPointer(object)
        return
    }
    _pyswift_loop.deallocation_depth += 1
    object.pointee.ob_type.pointee.tp_dealloc(object)
    _pyswift_loop.deallocation_depth -= 1
    if _pyswift_loop.deallocation_depth == 0 && _pyswift_loop.deferred_deallocations != nil {
        deallocateDeferred()
    }
}

@inline(never) private func deallocateDeferred() {
    _pyswift_loop.deallocation_depth += 1
    while let next = _pyswift_loop.deferred_deallocations {
        let object = next.assumingMemoryBound(to: PyObject.self)
        _pyswift_loop.deferred_deallocations = UnsafeMutableRawPointer(bitPattern: -1 - object.pointee.ob_refcnt)
        object.pointee.ob_refcnt = 0
        object.pointee.ob_type.pointee.tp_dealloc(object)
    }
    _pyswift_loop.deallocation_depth -= 1
}
