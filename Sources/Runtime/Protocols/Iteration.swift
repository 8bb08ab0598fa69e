// Iteration from native code.

import CPythonABI

public enum Iteration {
    /// iter(value)
    public static func iter(_ value: Value) throws(Raised) -> Ref {
        if Generators.isGenerator(value) { return Ref(value) }
        if let slot = value.record.pointee.iter {
            let iterator = try slot(value)
            if iterator.value.record.pointee.next == nil {
                throw raise(.typeError, "iter() returned non-iterator of type '\(iterator.value.type.name)'")
            }
            return iterator
        }
        if Sequences.isSequence(value) { return SequenceIterator.make(value) }
        throw raise(.typeError, "'\(value.type.name)' object is not iterable")
    }
    /// next(iterator), null at the end. A StopIteration is swallowed.
    @inlinable public static func next(_ iterator: Value) throws(Raised) -> Ref {
        if let quick = iterator.record.pointee.quickNext {
            let item = quick(iterator)
            if !item.isNull { return Ref(owned: item) }
        }
        guard let slot = iterator.record.pointee.next else {
            throw raise(.typeError, "'\(iterator.type.name)' object is not an iterator")
        }
        // Iterators over iterators, a hundred thousand deep.
        try NativeStack.enter(" while calling a Python object")
        return try slot(iterator)
    }
    /// Runs `body` for each item (borrowed) of an iterable.
    public static func forEach(_ iterable: Value, _ body: (Value) throws(Raised) -> Void) throws(Raised) {
        if ListObject.isExact(iterable) || TupleObject.isExact(iterable) {
            let list = ListObject.isExact(iterable)
            var index = 0
            while index < (list ? ListObject.count(iterable) : TupleObject.count(iterable)) {
                let item = Ref(list ? ListObject.item(iterable, index) : TupleObject.item(iterable, index))
                try body(item.value)
                index += 1
            }
            return
        }
        let iterator = try iter(iterable)
        while true {
            let item = try next(iterator.value)
            if item.isNull { return }
            try body(item.value)
        }
    }
    /// A new list of the items of an iterable.
    public static func list(_ iterable: Value) throws(Raised) -> Ref {
        let list = ListObject.make()
        try ListObject.extend(list.value, iterable)
        return list
    }
    /// A new tuple (or the same, if it is an exact tuple) of the items of an iterable.
    public static func tuple(_ iterable: Value) throws(Raised) -> Ref {
        if TupleObject.isExact(iterable) { return Ref(iterable) }
        if ListObject.isExact(iterable) {
            let count = ListObject.count(iterable)
            return TupleObject.make(count == 0 ? nil : ListObject.items(iterable), count: count)
        }
        let list = try list(iterable)
        let count = ListObject.count(list.value)
        return count == 0 ? TupleObject.empty : TupleObject.make(ListObject.items(list.value), count: count)
    }

    /// A hint for reserving room: bounded, so that a wild answer costs nothing. A range knows its length: if there is no room for it, that
    /// is known at once.
    public static func lengthHint(_ value: Value, _ fallback: Int) throws(Raised) -> Int {
        let hint = try exactLengthHint(value, fallback)
        return value.type == PyRange_TypePointer() ? hint : min(hint, 1 << 20)
    }

    /// operator.length_hint
    public static func exactLengthHint(_ value: Value, _ fallback: Int) throws(Raised) -> Int {
        let record = value.record
        if let length = record.pointee.anyLength {
            do throws(Raised) { return try length(value) } catch {
                guard PendingException.clear(if: .typeError) else { throw error }
            }
        }
        let found = value.type.lookup(Names.lengthHint)
        if found.isNull { return fallback }
        let result: Ref
        do throws(Raised) { result = try DunderAdapters.callMethod(value, Names.lengthHint) } catch {
            guard PendingException.clear(if: .typeError) else { throw error }
            return fallback
        }
        if result.value.isNotImplemented { return fallback }
        guard IntObject.isInstance(result.value) else {
            throw raise(.typeError, "__length_hint__ must be an integer, not \(result.value.type.name)")
        }
        let view = IntView(result.value)
        if view.isNegative { throw raise(.valueError, "__length_hint__() should return >= 0") }
        guard let hint = view.int else { throw raise(.overflowError, "cannot fit 'int' into an index-sized integer") }
        return hint
    }
}
