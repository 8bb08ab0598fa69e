// The 16 bytes in front of every object of a type with Py_TPFLAGS_HAVE_GC (`PyGC_Head`).
//
//     _gc_next   link to the next object of the generation's ring, 0 while not tracked; bit 0: the object is *exposed* to C
//     _gc_prev   link to the previous one; bits 0-1 belong to the collector (finalized, collecting), as in CPython
//
// Exposed (see the C border in docs/architecture.md): the words of the object are real pointers, since C code reads them
// directly, and stores into it must box.

import CPythonABI

public typealias CollectorHeader = UnsafeMutablePointer<PyGC_Head>

extension UnsafeMutablePointer where Pointee == PyObject {
    @inlinable @inline(__always) public var collectorHeader: CollectorHeader {
        UnsafeMutableRawPointer(self).assumingMemoryBound(to: PyGC_Head.self) - 1
    }
    /// Whether C code may read this object's fields. Only for GC types.
    @inlinable @inline(__always) public var isExposed: Bool {
        get { collectorHeader.pointee._gc_next & 1 != 0 }
        nonmutating set {
            if newValue { collectorHeader.pointee._gc_next |= 1 } else { collectorHeader.pointee._gc_next &= ~1 }
        }
    }
    /// Whether the object has a header: static types have none, though `type` is a type with headers.
    public var isCollectedObject: Bool {
        let flags = pointee.ob_type.pointee.tp_flags
        guard flags & Py_TPFLAGS_HAVE_GC != 0 else { return false }
        if flags & Py_TPFLAGS_TYPE_SUBCLASS == 0 { return true }
        return UnsafeMutableRawPointer(self).assumingMemoryBound(to: PyTypeObject.self).pointee.tp_flags & Py_TPFLAGS_HEAPTYPE != 0
    }
    @inlinable @inline(__always) public var isTracked: Bool { collectorHeader.pointee._gc_next & ~1 != 0 }
}

public enum Collector {
    @usableFromInline static let finalizedBit: UInt = 1

    /// Prepares the header of a new object: not tracked, not exposed.
    @inlinable @inline(__always) public static func initialize(_ object: ObjectPointer) {
        let header = object.collectorHeader
        header.pointee._gc_next = 0
        header.pointee._gc_prev = 0
    }

    /// Puts a complete object into the youngest generation.
    @inlinable @inline(__always) public static func track(_ object: ObjectPointer) {
        let header = object.collectorHeader
        let young = _pyswift_generation(0).unsafelyUnwrapped
        let ring = UInt(bitPattern: young)
        let last = young.pointee.previous
        let this = UInt(bitPattern: header)
        header.pointee._gc_next = ring | (header.pointee._gc_next & 1)
        header.pointee._gc_prev = last | (header.pointee._gc_prev & 3)
        setNext(last, this)
        young.pointee.previous = this
        young.pointee.count &+= 1
        if young.pointee.count > young.pointee.threshold { requestCollection() }
    }

    /// Takes an object out of its generation; nothing happens if it is in none.
    @inlinable @inline(__always) public static func untrack(_ object: ObjectPointer) {
        let header = object.collectorHeader
        let next = header.pointee._gc_next & ~1
        guard next != 0 else { return }
        let previous = header.pointee._gc_prev & ~3
        setNext(previous, next)
        setPrevious(next, previous)
        header.pointee._gc_next &= 1
        header.pointee._gc_prev &= finalizedBit
        // Allocations minus deallocations drive the youngest generation, as in CPython.
        let young = _pyswift_generation(0).unsafelyUnwrapped
        if young.pointee.count > 0 { young.pointee.count &-= 1 }
    }

    // A ring's head has the same first two words as an object's header.
    @inlinable @inline(__always) static func setNext(_ node: UInt, _ next: UInt) {
        let header = CollectorHeader(bitPattern: node).unsafelyUnwrapped
        header.pointee._gc_next = next | (header.pointee._gc_next & 1)
    }
    @inlinable @inline(__always) static func setPrevious(_ node: UInt, _ previous: UInt) {
        let header = CollectorHeader(bitPattern: node).unsafelyUnwrapped
        header.pointee._gc_prev = previous | (header.pointee._gc_prev & 3)
    }

    /// Asks the interpreter to collect at its next safe point: never in the middle of an operation of native code.
    @usableFromInline @inline(never) static func requestCollection() {
        if _pyswift_collector.enabled != 0 && _pyswift_collector.collecting == 0 {
            EvalBreaker.request(.collect)
        }
    }

    static func initializeRings() {
        for index in 0..<3 {
            let ring = _pyswift_generation(index)!
            ring.pointee.next = UInt(bitPattern: ring)
            ring.pointee.previous = UInt(bitPattern: ring)
        }
    }
}
