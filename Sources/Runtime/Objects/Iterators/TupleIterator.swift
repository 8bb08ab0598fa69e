// tuple_iterator: see `IndexedIterator` for its layout.

import CPythonABI

enum TupleIterator {
    @inline(__always) static func make(_ tuple: Value) -> Ref { IndexedIterator.make(PyTupleIter_TypePointer(), tuple, index: 0) }

    static func describe(_ type: TypeBuilder) {
        IndexedIterator.describe(type)
        type.slots.quickNext = QuickNext.tuple
        type.slots.next = { (self) throws(Raised) -> Ref in
            let layout = IndexedIterator.layout(self)
            let tuple = layout.pointee.container
            if tuple.isNull { return .null }
            let index = layout.pointee.index
            if index < TupleObject.count(tuple) {
                layout.pointee.index = index &+ 1
                return Ref(TupleObject.item(tuple, index))
            }
            IndexedIterator.exhaust(self)
            return .null
        }
        type.method(
            "__length_hint__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let layout = IndexedIterator.layout(self).pointee
                return IntObject.make(layout.container.isNull ? 0 : TupleObject.count(layout.container) - layout.index)
            }), doc: IndexedIterator.hintDoc)
        type.method(
            "__reduce__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let layout = IndexedIterator.layout(self).pointee
                if layout.container.isNull { return try IteratorReduction.exhausted() }
                return try IteratorReduction.make("iter", layout.container, state: layout.index)
            }), doc: IndexedIterator.reduceDoc)
        type.method(
            "__setstate__",
            .one({ (self, state) throws(Raised) -> Ref in
                let index = try IndexedIterator.state(state)
                let layout = IndexedIterator.layout(self)
                if !layout.pointee.container.isNull { layout.pointee.index = max(0, min(index, TupleObject.count(layout.pointee.container))) }
                return .none
            }), doc: IndexedIterator.setstateDoc)
    }
}
