// The six iterators of dicts.
//
//     +16 dict (a value; null when exhausted)   +24 used: count of the dict when iteration began
//     +32 position: entry that comes next       +40 pair: the tuple that item iterators hand out, used again when nobody kept it
//     +48 left: how many entries are to come

import CPythonABI

enum DictIterator {
    struct Layout {
        var head: PyObject
        var dict: Value
        var used: Int
        var position: Int
        var pair: Value
        var left: Int
    }
    enum Part { case key, value, item }

    @inline(__always) static func layout(_ iterator: Value) -> UnsafeMutablePointer<Layout> { iterator.cast(to: Layout.self) }

    /// An iterator of the type over a dict (or dict subclass instance).
    static func make(_ type: TypePointer, _ dict: Value) -> Ref {
        let object = ObjectMemory.newCollected(type, as: Layout.self, size: 56)
        dict.retain()
        object.pointee.dict = dict
        object.pointee.used = DictObject.count(dict)
        object.pointee.left = DictObject.count(dict)
        object.pointee.pair = .null
        let reverse = type == PyDictRevIterKey_TypePointer() || type == PyDictRevIterValue_TypePointer() || type == PyDictRevIterItem_TypePointer()
        object.pointee.position = reverse ? DictObject.keys(dict).pointee.entryCount : 0
        let value = Value(pointer: object)
        Collector.track(value.object)
        return Ref(owned: value)
    }

    static func describe(_ type: TypeBuilder, _ part: Part, reverse: Bool) {
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            let layout = DictIterator.layout(Value(object)).pointee
            layout.dict.release()
            layout.pair.release()
            ObjectMemory.freeCollected(object, size: 56)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            let result = IteratorStorage.visit(object, visit, argument, 2, 2)
            return result != 0 ? result : IteratorStorage.visit(object, visit, argument, 5, 5)
        }
        type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
        switch (part, reverse) {
        case (.key, false):
            type.slots.quickNext = QuickNext.dictKey
            type.slots.next = { (self) throws(Raised) -> Ref in try next(self, .key) }
        case (.value, false):
            type.slots.quickNext = QuickNext.dictValue
            type.slots.next = { (self) throws(Raised) -> Ref in try next(self, .value) }
        case (.item, false):
            type.slots.quickNext = QuickNext.dictItem
            type.slots.quickPair = QuickNext.dictPair
            type.slots.next = { (self) throws(Raised) -> Ref in try next(self, .item) }
        case (.key, true): type.slots.next = { (self) throws(Raised) -> Ref in try previous(self, .key) }
        case (.value, true): type.slots.next = { (self) throws(Raised) -> Ref in try previous(self, .value) }
        case (.item, true): type.slots.next = { (self) throws(Raised) -> Ref in try previous(self, .item) }
        }
        type.method(
            "__length_hint__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let layout = layout(self).pointee
                return IntObject.make(layout.dict.isNull || DictObject.count(layout.dict) != layout.used ? 0 : layout.left)
            }), doc: IndexedIterator.hintDoc)
        type.method(
            "__reduce__",
            .noArguments({ (self) throws(Raised) -> Ref in
                // The iterator itself does not move.
                let copy = ObjectMemory.newCollected(self.type, as: Layout.self, size: 56)
                copy.pointee = layout(self).pointee
                copy.pointee.head.ob_refcnt = 1
                copy.pointee.pair = .null
                copy.pointee.dict.retain()
                let iterator = Ref(owned: Value(pointer: copy))
                let list = try Iteration.list(iterator.value)
                return try IteratorReduction.make("iter", list.value)
            }), doc: IndexedIterator.reduceDoc)
    }

    @inline(__always) private static func next(_ self: Value, _ part: Part) throws(Raised) -> Ref {
        let layout = layout(self)
        let dict = layout.pointee.dict
        if dict.isNull { return .null }
        if DictObject.count(dict) != layout.pointee.used {
            // Stays so.
            layout.pointee.used = -1
            throw raise(.runtimeError, "dictionary changed size during iteration")
        }
        guard let (key, value) = DictObject.next(dict, &layout.pointee.position) else {
            exhaust(layout)
            return .null
        }
        if layout.pointee.left == 0 {
            exhaust(layout)
            throw raise(.runtimeError, "dictionary keys changed during iteration")
        }
        layout.pointee.left &-= 1
        return result(layout, key, value, part)
    }
    @inline(__always) private static func previous(_ self: Value, _ part: Part) throws(Raised) -> Ref {
        let layout = layout(self)
        let dict = layout.pointee.dict
        if dict.isNull { return .null }
        if DictObject.count(dict) != layout.pointee.used {
            layout.pointee.used = -1
            throw raise(.runtimeError, "dictionary changed size during iteration")
        }
        let index = DictObject.lastLive(dict, before: layout.pointee.position)
        if index < 0 {
            exhaust(layout)
            return .null
        }
        layout.pointee.position = index
        layout.pointee.left &-= 1
        let keys = DictObject.keys(dict)
        return result(layout, keys.key(index), keys.value(index), part)
    }
    @inline(__always) private static func result(_ layout: UnsafeMutablePointer<Layout>, _ key: Value, _ value: Value, _ part: Part) -> Ref {
        switch part {
        case .key: return Ref(key)
        case .value: return Ref(value)
        case .item: return PairTuple.make(&layout.pointee.pair, key, value)
        }
    }
    private static func exhaust(_ layout: UnsafeMutablePointer<Layout>) {
        let dict = layout.pointee.dict
        layout.pointee.dict = .null
        dict.release()
    }
}

/// Pairs handed out one after the other: the same tuple again when only its maker still has it.
enum PairTuple {
    /// A tuple of two borrowed values. `kept` is the maker's reference, null at first.
    @inline(__always) static func make(_ kept: inout Value, _ first: Value, _ second: Value) -> Ref {
        first.retain()
        second.retain()
        return make(&kept, ownedFirst: first, ownedSecond: second)
    }
    /// A tuple of two values whose references it takes over.
    @inline(__always) static func make(_ kept: inout Value, ownedFirst first: Value, ownedSecond second: Value) -> Ref {
        // What C has seen holds pointers alone.
        if kept.isObject && kept.object.pointee.ob_refcnt == 1 && !kept.object.isExposed {
            let items = TupleObject.items(kept)
            let (old0, old1) = (items[0], items[1])
            items[0] = first
            items[1] = second
            let result = Ref(kept)
            if !kept.object.isTracked { TupleObject.finish(kept) }
            old0.release()
            old1.release()
            return result
        }
        let tuple = TupleObject.allocateSmall(2)
        TupleObject.items(tuple.value)[0] = first
        TupleObject.items(tuple.value)[1] = second
        TupleObject.finish(tuple.value)
        let old = kept
        kept = tuple.copy().take()
        old.release()
        return tuple
    }
}
