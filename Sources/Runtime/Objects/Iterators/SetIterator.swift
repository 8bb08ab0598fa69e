// set_iterator, of sets and frozensets.
//
//     +16 set (a value; null when exhausted)   +24 used: size of the set when iteration began   +32 position   +40 left: how many are to come

import CPythonABI

enum SetIterator {
    struct Layout {
        var head: PyObject
        var set: Value
        var used: Int
        var position: Int
        var left: Int
    }
    @inline(__always) static func layout(_ iterator: Value) -> UnsafeMutablePointer<Layout> { iterator.cast(to: Layout.self) }

    static func make(_ set: Value) -> Ref {
        let object = ObjectMemory.newCollected(PySetIter_TypePointer(), as: Layout.self, size: 48)
        set.retain()
        object.pointee.set = set
        object.pointee.used = SetObject.count(set)
        object.pointee.position = 0
        object.pointee.left = SetObject.count(set)
        let value = Value(pointer: object)
        Collector.track(value.object)
        return Ref(owned: value)
    }

    static func describe(_ type: TypeBuilder) {
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            SetIterator.layout(Value(object)).pointee.set.release()
            ObjectMemory.freeCollected(object, size: 48)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in IteratorStorage.visit(object, visit, argument, 2, 2) }
        type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
        type.slots.quickNext = QuickNext.set
        type.slots.next = { (self) throws(Raised) -> Ref in
            let layout = layout(self)
            let set = layout.pointee.set
            if set.isNull { return .null }
            if SetObject.count(set) != layout.pointee.used {
                // Stays so.
                layout.pointee.used = -1
                throw raise(.runtimeError, "Set changed size during iteration")
            }
            if let entry = SetObject.next(set, &layout.pointee.position) {
                layout.pointee.left &-= 1
                return Ref(entry.key)
            }
            layout.pointee.set = .null
            layout.pointee.left = 0
            set.release()
            return .null
        }
        type.method(
            "__length_hint__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let layout = layout(self).pointee
                return IntObject.make(layout.set.isNull || SetObject.count(layout.set) != layout.used ? 0 : layout.left)
            }), doc: IndexedIterator.hintDoc)
        type.method(
            "__reduce__",
            .noArguments({ (self) throws(Raised) -> Ref in
                // The iterator itself does not move.
                let copy = ObjectMemory.newCollected(PySetIter_TypePointer(), as: Layout.self, size: 48)
                copy.pointee = layout(self).pointee
                copy.pointee.head.ob_refcnt = 1
                copy.pointee.set.retain()
                let iterator = Ref(owned: pointer(copy))
                let list = try Iteration.list(iterator.value)
                return try IteratorReduction.make("iter", list.value)
            }), doc: IndexedIterator.reduceDoc)
    }
    private static func pointer(_ layout: UnsafeMutablePointer<Layout>) -> Value { Value(pointer: layout) }
}
