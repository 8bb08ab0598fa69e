// list_iterator and list_reverseiterator: see `IndexedIterator` for their layout.

import CPythonABI

enum ListIterator {
    @inline(__always) static func make(_ list: Value) -> Ref { IndexedIterator.make(PyListIter_TypePointer(), list, index: 0) }
    static func makeReverse(_ list: Value) -> Ref {
        IndexedIterator.make(PyListRevIter_TypePointer(), list, index: ListObject.count(list) - 1)
    }

    static func describe(_ type: TypeBuilder) {
        IndexedIterator.describe(type)
        type.slots.quickNext = QuickNext.list
        type.slots.next = { (self) throws(Raised) -> Ref in
            let layout = IndexedIterator.layout(self)
            let list = layout.pointee.container
            if list.isNull { return .null }
            let index = layout.pointee.index
            if index < ListObject.count(list) {
                layout.pointee.index = index &+ 1
                return Ref(ListObject.item(list, index))
            }
            IndexedIterator.exhaust(self)
            return .null
        }
        type.method(
            "__length_hint__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let layout = IndexedIterator.layout(self).pointee
                return IntObject.make(layout.container.isNull ? 0 : max(ListObject.count(layout.container) - layout.index, 0))
            }), doc: IndexedIterator.hintDoc)
        type.method(
            "__reduce__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let layout = IndexedIterator.layout(self).pointee
                if layout.container.isNull { return try IteratorReduction.exhausted(list: true) }
                return try IteratorReduction.make("iter", layout.container, state: layout.index)
            }), doc: IndexedIterator.reduceDoc)
        type.method(
            "__setstate__",
            .one({ (self, state) throws(Raised) -> Ref in
                let index = try IndexedIterator.state(state)
                let layout = IndexedIterator.layout(self)
                if !layout.pointee.container.isNull { layout.pointee.index = max(0, min(index, ListObject.count(layout.pointee.container))) }
                return .none
            }), doc: IndexedIterator.setstateDoc)
    }

    static func describeReverse(_ type: TypeBuilder) {
        IndexedIterator.describe(type)
        type.slots.quickNext = QuickNext.listReverse
        type.slots.next = { (self) throws(Raised) -> Ref in
            let layout = IndexedIterator.layout(self)
            let list = layout.pointee.container
            if list.isNull { return .null }
            let index = layout.pointee.index
            if index >= 0 && index < ListObject.count(list) {
                layout.pointee.index = index &- 1
                return Ref(ListObject.item(list, index))
            }
            layout.pointee.index = -1
            IndexedIterator.exhaust(self)
            return .null
        }
        type.method(
            "__length_hint__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let layout = IndexedIterator.layout(self).pointee
                let left = layout.index + 1
                return IntObject.make(layout.container.isNull || ListObject.count(layout.container) < left ? 0 : left)
            }), doc: IndexedIterator.hintDoc)
        type.method(
            "__reduce__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let layout = IndexedIterator.layout(self).pointee
                if layout.container.isNull { return try IteratorReduction.exhausted(list: true) }
                return try IteratorReduction.make("reversed", layout.container, state: layout.index)
            }), doc: IndexedIterator.reduceDoc)
        type.method(
            "__setstate__",
            .one({ (self, state) throws(Raised) -> Ref in
                let index = try IndexedIterator.state(state)
                let layout = IndexedIterator.layout(self)
                if !layout.pointee.container.isNull {
                    layout.pointee.index = max(-1, min(index, ListObject.count(layout.pointee.container) - 1))
                }
                return .none
            }), doc: IndexedIterator.setstateDoc)
    }
}
