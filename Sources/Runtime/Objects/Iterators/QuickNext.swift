// The next item of the iterators of built-in containers, as C functions that cannot raise.
//
// A `next` slot is a Swift function that throws; calling one through the type costs as much as many an iterator has to do. So a type may
// have a `quickNext` beside it, which `for` and `Iteration.next` ask first: an owned item, or null, when `next` must decide (the end, a
// container that changed, an item that is not plain). After null nothing has changed.

import CPythonABI

public typealias QuickNextSlot = @convention(c) (Value) -> Value
/// The two items of the next pair as owned values in `_pyswift_pair`; 0: as null above.
public typealias QuickPairSlot = @convention(c) (Value) -> Int32

enum QuickNext {
    static let list: QuickNextSlot = { iterator in
        let layout = IndexedIterator.layout(iterator)
        let list = layout.pointee.container
        if list.isNull { return .null }
        let index = layout.pointee.index
        guard index < ListObject.count(list) else { return .null }
        let item = ListObject.items(list)[index]
        layout.pointee.index = index &+ 1
        if Border.isConstant(item) { return Border.constant(item.object) }
        item.retain()
        return item
    }
    static let listReverse: QuickNextSlot = { iterator in
        let layout = IndexedIterator.layout(iterator)
        let list = layout.pointee.container
        if list.isNull { return .null }
        let index = layout.pointee.index
        guard index >= 0 && index < ListObject.count(list) else { return .null }
        let item = ListObject.items(list)[index]
        layout.pointee.index = index &- 1
        if Border.isConstant(item) { return Border.constant(item.object) }
        item.retain()
        return item
    }
    static let tuple: QuickNextSlot = { iterator in
        let layout = IndexedIterator.layout(iterator)
        let tuple = layout.pointee.container
        if tuple.isNull { return .null }
        let index = layout.pointee.index
        guard index < TupleObject.count(tuple) else { return .null }
        let item = TupleObject.items(tuple)[index]
        layout.pointee.index = index &+ 1
        if Border.isConstant(item) { return Border.constant(item.object) }
        item.retain()
        return item
    }
    static let range: QuickNextSlot = { iterator in
        let layout = RangeIterator.layout(iterator)
        guard layout.pointee.remaining > 0 else { return .null }
        let number = layout.pointee.next
        guard number >= Value.minSmallInt && number <= Value.maxSmallInt else { return .null }
        layout.pointee.next = number &+ layout.pointee.step
        layout.pointee.remaining &-= 1
        return Value(smallInt: number)
    }
    static let str: QuickNextSlot = { iterator in
        let words = iterator.cast(to: Value.self)
        let text = words[3]
        if text.isNull { return .null }
        let index = Int(bitPattern: UInt(words[2].bits))
        guard index < StrObject.length(text) else { return .null }
        words[2] = Value(bits: words[2].bits &+ 1)
        return StrObject.character(StrObject.character(text, index)).take()
    }
    static let bytes: QuickNextSlot = { iterator in
        let words = iterator.cast(to: Value.self)
        if words[3].isNull { return .null }
        let index = Int(bitPattern: UInt(words[2].bits))
        let text = ByteText(words[3])
        guard index < text.count else { return .null }
        words[2] = Value(bits: words[2].bits &+ 1)
        return Value(smallInt: Int(text[index]))
    }
    static let set: QuickNextSlot = { iterator in
        let layout = SetIterator.layout(iterator)
        let set = layout.pointee.set
        guard !set.isNull, SetObject.count(set) == layout.pointee.used, let entry = SetObject.next(set, &layout.pointee.position) else {
            return .null
        }
        layout.pointee.left &-= 1
        entry.key.retain()
        return entry.key
    }
    static let dictKey: QuickNextSlot = { iterator in
        var (key, value) = (Value.null, Value.null)
        guard QuickNext.entry(DictIterator.layout(iterator), &key, &value) else { return .null }
        key.retain()
        return key
    }
    static let dictValue: QuickNextSlot = { iterator in
        var (key, value) = (Value.null, Value.null)
        guard QuickNext.entry(DictIterator.layout(iterator), &key, &value) else { return .null }
        value.retain()
        return value
    }
    static let dictItem: QuickNextSlot = { iterator in
        var (key, value) = (Value.null, Value.null)
        let layout = DictIterator.layout(iterator)
        guard QuickNext.entry(layout, &key, &value) else { return .null }
        return PairTuple.make(&layout.pointee.pair, key, value).take()
    }
    @inline(__always) private static func entry(
        _ layout: UnsafeMutablePointer<DictIterator.Layout>, _ key: inout Value, _ value: inout Value
    ) -> Bool {
        let dict = layout.pointee.dict
        guard !dict.isNull, DictObject.count(dict) == layout.pointee.used, layout.pointee.left > 0 else { return false }
        guard let entry = DictObject.next(dict, &layout.pointee.position) else { return false }
        layout.pointee.left &-= 1
        (key, value) = entry
        return true
    }

    static let enumerate: QuickNextSlot = { iterator in
        let layout = EnumerateObject.layout(iterator)
        let index = layout.pointee.index
        guard index < Value.maxSmallInt, index >= Value.minSmallInt, layout.pointee.longIndex.isNull,
            let next = layout.pointee.iterator.record.pointee.quickNext
        else { return .null }
        // A chain of iterators ends where the native stack does.
        guard NativeStack.hasRoom else { return .null }
        let item = next(layout.pointee.iterator)
        if item.isNull { return .null }
        layout.pointee.index = index &+ 1
        return PairTuple.make(&layout.pointee.pair, ownedFirst: Value(smallInt: index), ownedSecond: item).take()
    }
    /// Of two iterators. If the second has nothing quick, the first one's item waits in `held` for `next`.
    static let zip: QuickNextSlot = { iterator in
        let layout = ZipObject.layout(iterator)
        guard layout.pointee.count == 2, layout.pointee.held.isNull, NativeStack.hasRoom else { return .null }
        let iterators = TupleObject.items(layout.pointee.iterators)
        let (first, second) = (iterators[0], iterators[1])
        guard let nextFirst = first.record.pointee.quickNext, let nextSecond = second.record.pointee.quickNext else { return .null }
        let item = nextFirst(first)
        if item.isNull { return .null }
        let other = nextSecond(second)
        if other.isNull {
            layout.pointee.held = item
            return .null
        }
        return PairTuple.make(&layout.pointee.kept, ownedFirst: item, ownedSecond: other).take()
    }

    // MARK: Pairs

    static let dictPair: QuickPairSlot = { iterator in
        var (key, value) = (Value.null, Value.null)
        guard QuickNext.entry(DictIterator.layout(iterator), &key, &value) else { return 0 }
        key.retain()
        value.retain()
        _pyswift_pair = PySwiftPair(first: key, second: value)
        return 1
    }
    static let enumeratePair: QuickPairSlot = { iterator in
        let layout = EnumerateObject.layout(iterator)
        let index = layout.pointee.index
        guard index < Value.maxSmallInt, index >= Value.minSmallInt, layout.pointee.longIndex.isNull,
            let next = layout.pointee.iterator.record.pointee.quickNext, NativeStack.hasRoom
        else { return 0 }
        let item = next(layout.pointee.iterator)
        if item.isNull { return 0 }
        layout.pointee.index = index &+ 1
        _pyswift_pair = PySwiftPair(first: Value(smallInt: index), second: item)
        return 1
    }
    static let zipPair: QuickPairSlot = { iterator in
        let layout = ZipObject.layout(iterator)
        guard layout.pointee.count == 2, layout.pointee.held.isNull, NativeStack.hasRoom else { return 0 }
        let iterators = TupleObject.items(layout.pointee.iterators)
        let (first, second) = (iterators[0], iterators[1])
        guard let nextFirst = first.record.pointee.quickNext, let nextSecond = second.record.pointee.quickNext else { return 0 }
        let item = nextFirst(first)
        if item.isNull { return 0 }
        let other = nextSecond(second)
        if other.isNull {
            layout.pointee.held = item
            return 0
        }
        _pyswift_pair = PySwiftPair(first: item, second: other)
        return 1
    }
}
