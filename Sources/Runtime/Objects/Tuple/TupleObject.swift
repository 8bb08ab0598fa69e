// Tuples: storage. Items follow the head at +24.

import CPythonABI
import Glibc

public enum TupleObject {
    @inlinable @inline(__always) static func head(_ tuple: Value) -> UnsafeMutablePointer<PyTupleObject> { tuple.cast(to: PyTupleObject.self) }
    @inlinable @inline(__always) public static func count(_ tuple: Value) -> Int { head(tuple).pointee.ob_base.ob_size }
    /// The items: borrowed words.
    @inlinable @inline(__always) public static func items(_ tuple: Value) -> UnsafeMutablePointer<Value> {
        (UnsafeMutableRawPointer(head(tuple)) + 24).assumingMemoryBound(to: Value.self)
    }
    /// Item `index`, borrowed. The index must be in range.
    @inlinable @inline(__always) public static func item(_ tuple: Value, _ index: Int) -> Value { Border.read(items(tuple)[index]) }
    @inlinable public static func isExact(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type == PyTuple_TypePointer() }
    @inlinable public static func isInstance(_ value: Value) -> Bool {
        value.isObject && value.object.pointee.ob_type.pointee.tp_flags & UInt(1 << 26) != 0
    }

    nonisolated(unsafe) public static let emptyValue: Value = {
        let head = ObjectMemory.newCollected(PyTuple_TypePointer(), as: PyTupleObject.self, size: 32)
        head.pointee.ob_base.ob_size = 0
        return Value(pointer: head)
    }()
    public static var empty: Ref { Ref(emptyValue) }

    /// A tuple of `count` items that are all null; the caller stores them (`store`) and then calls `finish`.
    public static func allocate(_ count: Int) throws(Raised) -> Ref {
        if count == 0 { return empty }
        if count < 1 << 16 { return allocateSmall(count) }
        guard count < Int.max / 16, let block = Allocator.allocate(16 + 24 + count * 8) else { throw raise(.memoryError, argument: .null) }
        return initialize(block, count)
    }
    /// As `allocate`, for counts that the runtime itself bounds.
    @inlinable static func allocateSmall(_ count: Int) -> Ref {
        if count == 0 { return empty }
        let block = Allocator.allocate(16 &+ 24 &+ count &* 8) ?? ObjectMemory.outOfMemory(count)
        return initialize(block, count)
    }
    @usableFromInline static func initialize(_ block: UnsafeMutableRawPointer, _ count: Int) -> Ref {
        let head = (block + 16).assumingMemoryBound(to: PyTupleObject.self)
        Collector.initialize((block + 16).assumingMemoryBound(to: PyObject.self))
        head.pointee.ob_base.ob_base.ob_refcnt = 1
        head.pointee.ob_base.ob_base.ob_type = PyTuple_TypePointer()
        head.pointee.ob_base.ob_size = count
        let tuple = Value(pointer: head)
        items(tuple).initialize(repeating: .null, count: count)
        return Ref(owned: tuple)
    }
    /// Stores an owned value into a new tuple.
    @inlinable @inline(__always) public static func store(_ tuple: Value, _ index: Int, _ value: consuming Ref) {
        items(tuple)[index] = value.take()
    }
    /// Puts a borrowed value in place of an item: for a tuple that nobody else has seen.
    public static func replace(_ tuple: Value, _ index: Int, _ value: Value) {
        value.retain()
        let old = items(tuple)[index]
        items(tuple)[index] = value
        old.release()
    }
    /// Lets the cycle collector see a complete tuple, unless nothing in it can be part of a cycle.
    @inlinable public static func finish(_ tuple: Value) {
        let items = items(tuple)
        for index in 0..<count(tuple) where items[index].isObject {
            if items[index].object.pointee.ob_type.pointee.tp_flags & UInt(1 << 14) != 0 {
                Collector.track(tuple.object)
                return
            }
        }
    }

    /// A tuple of borrowed values.
    public static func make(_ values: UnsafePointer<Value>?, count: Int) -> Ref {
        guard let values, count > 0 else { return empty }
        let tuple = allocateSmall(count)
        let items = items(tuple.value)
        for index in 0..<count {
            let value = Border.read(values[index])
            value.retain()
            items[index] = value
        }
        finish(tuple.value)
        return tuple
    }
    /// A tuple of owned values, which are moved out of registers.
    static func make(moving values: UnsafeMutablePointer<Value>, count: Int) -> Ref {
        let tuple = allocateSmall(count)
        let items = items(tuple.value)
        var index = 0
        while index < count {
            items[index] = values[index]
            values[index] = .null
            index &+= 1
        }
        finish(tuple.value)
        return tuple
    }
    public static func make(_ values: Value...) -> Ref { make(array: values) }
    public static func make(array values: [Value]) -> Ref {
        var result = Value.null
        values.withUnsafeBufferPointer { result = make($0.baseAddress, count: $0.count).take() }
        return Ref(owned: result)
    }

    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        Collector.untrack(object)
        let tuple = Value(object)
        let count = count(tuple)
        let items = items(tuple)
        // From the end, as CPython.
        var index = count - 1
        while index >= 0 {
            items[index].release()
            index -= 1
        }
        if object.pointee.ob_type == PyTuple_TypePointer() {
            ObjectMemory.freeCollected(object, size: 24 + count * 8)
        } else {
            freeInstance(object)
        }
        Allocator.released(count)
    }

    static let traverse: traverseproc = { object, visit, argument in
        guard let object, let visit else { return 0 }
        let tuple = Value(object)
        let items = items(tuple)
        for index in 0..<count(tuple) where items[index].isObject {
            let result = visit(items[index].object, argument)
            if result != 0 { return result }
        }
        return 0
    }
}
