// Memory and garbage collection of the small iterators: a head, a few words, some of them values.

import CPythonABI

public enum IteratorStorage {
    /// A new, untracked object of `size` bytes whose type may be a subclass made by Python code.
    public static func allocate(_ type: TypePointer, exact: TypePointer, size: Int) throws(Raised) -> Ref {
        if type == exact { return Ref(owned: Value(ObjectMemory.newCollected(type, as: PyObject.self, size: size))) }
        return try Instances.allocateUntracked(type)
    }
    public static func words(_ iterator: Value) -> UnsafeMutablePointer<Value> { iterator.cast(to: Value.self) }

    /// Frees an iterator whose values are released.
    public static func free(_ object: ObjectPointer, exact: TypePointer, size: Int) {
        if object.pointee.ob_type == exact {
            ObjectMemory.freeCollected(object, size: size)
        } else {
            freeInstance(object)
        }
    }
    /// Visits the values at words `first...last`.
    public static func visit(_ object: ObjectPointer?, _ visit: visitproc?, _ argument: UnsafeMutableRawPointer?, _ first: Int, _ last: Int) -> Int32 {
        guard let object, let visit else { return 0 }
        let words = words(Value(object))
        for index in first...last where words[index].isObject {
            let result = visit(words[index].object, argument)
            if result != 0 { return result }
        }
        return 0
    }
    /// Takes out word `index`.
    public static func drop(_ iterator: Value, _ index: Int) {
        let words = words(iterator)
        let old = words[index]
        words[index] = .null
        old.release()
    }
}

/// An iterator that counts through a container: its index (a machine word) at +16, the container (null when exhausted) at +24.
/// list_iterator, list_reverseiterator, tuple_iterator, reversed and iterator share this layout; the interpreter loop reads and
/// advances list_iterator and tuple_iterator directly.
public enum IndexedIterator {
    struct Layout {
        var head: PyObject
        var index: Int
        var container: Value
    }
    /// What `__setstate__` of the iterators of lists takes: an int and nothing else.
    static func state(_ value: Value) throws(Raised) -> Int {
        guard IntObject.isInstance(value) else { throw raise(.typeError, "an integer is required") }
        return try Index.size(value)
    }
    @inline(__always) static func layout(_ iterator: Value) -> UnsafeMutablePointer<Layout> { iterator.cast(to: Layout.self) }

    @inline(__always) static func make(_ type: TypePointer, _ container: Value, index: Int) -> Ref {
        let object = ObjectMemory.newCollected(type, as: Layout.self, size: 32)
        object.pointee.index = index
        container.retain()
        object.pointee.container = container
        let value = Value(pointer: object)
        Collector.track(value.object)
        return Ref(owned: value)
    }
    /// Lets go of the container: the iterator is exhausted.
    @inline(__always) static func exhaust(_ iterator: Value) {
        let layout = layout(iterator)
        let container = layout.pointee.container
        layout.pointee.container = .null
        container.release()
    }

    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        Collector.untrack(object)
        IndexedIterator.layout(Value(object)).pointee.container.release()
        if object.pointee.ob_type.isHeapType { return freeInstance(object) }
        ObjectMemory.freeCollected(object, size: 32)
    }
    static let traverse: traverseproc = { object, visit, argument in IteratorStorage.visit(object, visit, argument, 3, 3) }

    public static let hintDoc: StaticString = "Private method returning an estimate of len(list(it))."
    public static let reduceDoc: StaticString = "Return state information for pickling."
    public static let setstateDoc: StaticString = "Set state information for unpickling."

    /// What the types have in common.
    static func describe(_ type: TypeBuilder) {
        type.type.pointee.tp_dealloc = deallocate
        type.type.pointee.tp_traverse = traverse
        type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
    }
}
