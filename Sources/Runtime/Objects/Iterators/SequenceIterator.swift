// The iterator over anything with `__getitem__` by number.

import CPythonABI

public enum SequenceIterator {
    /// See `IndexedIterator` for the layout.
    public static func make(_ sequence: Value) -> Ref { IndexedIterator.make(PySeqIter_TypePointer(), sequence, index: 0) }

    static func describe(_ type: TypeBuilder) {
        IndexedIterator.describe(type)
        type.slots.next = { (self) throws(Raised) -> Ref in
            let layout = IndexedIterator.layout(self)
            if layout.pointee.container.isNull { return .null }
            let sequence = Ref(layout.pointee.container)
            let index = layout.pointee.index
            if index == Int.max { throw raise(.overflowError, "iter index too large") }
            do throws(Raised) {
                guard let slot = sequence.value.record.pointee.item else {
                    throw raise(.typeError, "'\(sequence.value.type.name)' object is not subscriptable")
                }
                let item = try slot(sequence.value, index)
                layout.pointee.index = index + 1
                return item
            } catch {
                guard PendingException.matches(.indexError) || PendingException.matches(.stopIteration) else { throw error }
                PendingException.clear()
                IndexedIterator.exhaust(self)
                return .null
            }
        }
        type.method(
            "__length_hint__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let layout = IndexedIterator.layout(self)
                if layout.pointee.container.isNull { return Ref(owned: Value(smallInt: 0)) }
                let sequence = Ref(layout.pointee.container)
                let record = sequence.value.record
                guard let length = record.pointee.anyLength else { return .notImplemented }
                return IntObject.make(max(try length(sequence.value) &- layout.pointee.index, 0))
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
                if !layout.pointee.container.isNull { layout.pointee.index = max(0, index) }
                return .none
            }), doc: IndexedIterator.setstateDoc)
    }
}
