// dict_keys, dict_items, dict_values: live views of a dict, which is the one word behind the head (+16).

import CPythonABI

enum DictView {
    @inline(__always) static func dict(_ view: Value) -> Value { view.cast(to: Value.self)[2] }
    static func isKeys(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type.isSubtype(of: PyDictKeys_TypePointer()) }
    static func isItems(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type.isSubtype(of: PyDictItems_TypePointer()) }
    static func isSetLike(_ value: Value) -> Bool { isKeys(value) || isItems(value) }

    static func make(_ type: TypePointer, _ dict: Value) -> Ref {
        let object = ObjectMemory.newCollected(type, as: PyObject.self, size: 24)
        dict.retain()
        Value(object).cast(to: Value.self)[2] = dict
        Collector.track(object)
        return Ref(owned: Value(object))
    }

    // MARK: Types

    private static func describeCommon(_ type: TypeBuilder) {
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            DictView.dict(Value(object)).release()
            ObjectMemory.freeCollected(object, size: 24)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in IteratorStorage.visit(object, visit, argument, 2, 2) }
        type.slots.length = { (self) throws(Raised) -> Int in DictObject.count(dict(self)) }
        type.slots.sequenceLength = { (self) throws(Raised) -> Int in DictObject.count(dict(self)) }
        type.slots.repr = { (self) throws(Raised) -> Ref in try repr(self) }
        type.getter(
            "mapping", doc: "dictionary that this view refers to", { (self) throws(Raised) -> Ref in try Call.call(PyDictProxy_TypePointer().value, dict(self)) })
    }
    private static func describeSetLike(_ type: TypeBuilder) {
        describeCommon(type)
        type.unhashable()
        type.slots.compare = { (a, b, operation) throws(Raised) -> Ref in try compare(a, b, operation) }
        type.slots.binary[BinaryOperation.or.rawValue] = { (a, b) throws(Raised) -> Ref in
            let result = try SetObject.make(PySet_TypePointer(), from: a)
            try SetObject.update(result.value, b)
            return result
        }
        type.slots.binary[BinaryOperation.and.rawValue] = { (a, b) throws(Raised) -> Ref in try intersection(a, b) }
        type.slots.binary[BinaryOperation.subtract.rawValue] = { (a, b) throws(Raised) -> Ref in
            let result = try SetObject.make(PySet_TypePointer(), from: a)
            try SetObject.differenceUpdate(result.value, b)
            return result
        }
        type.slots.binary[BinaryOperation.xor.rawValue] = { (a, b) throws(Raised) -> Ref in
            if isItems(a) && isItems(b) { return try itemsSymmetricDifference(a, b) }
            let result = try SetObject.make(PySet_TypePointer(), from: a)
            try SetObject.symmetricDifferenceUpdate(result.value, b)
            return result
        }
        type.method(
            "isdisjoint", .one({ (self, other) throws(Raised) -> Ref in .bool(try isDisjoint(self, other)) }),
            doc: "Return True if the view and the given iterable have a null intersection.")
    }
    static func describeKeys(_ type: TypeBuilder) {
        describeSetLike(type)
        type.slots.iter = { (self) throws(Raised) -> Ref in DictIterator.make(PyDictIterKey_TypePointer(), dict(self)) }
        type.slots.contains = { (self, key) throws(Raised) -> Bool in try DictObject.contains(dict(self), key) }
        type.method(
            "__reversed__", .noArguments({ (self) throws(Raised) -> Ref in DictIterator.make(PyDictRevIterKey_TypePointer(), dict(self)) }),
            doc: "Return a reverse iterator over the dict keys.")
    }
    static func describeItems(_ type: TypeBuilder) {
        describeSetLike(type)
        type.slots.iter = { (self) throws(Raised) -> Ref in DictIterator.make(PyDictIterItem_TypePointer(), dict(self)) }
        type.slots.contains = { (self, item) throws(Raised) -> Bool in try containsItem(self, item) }
        type.method(
            "__reversed__", .noArguments({ (self) throws(Raised) -> Ref in DictIterator.make(PyDictRevIterItem_TypePointer(), dict(self)) }),
            doc: "Return a reverse iterator over the dict items.")
    }
    static func describeValues(_ type: TypeBuilder) {
        describeCommon(type)
        type.slots.iter = { (self) throws(Raised) -> Ref in DictIterator.make(PyDictIterValue_TypePointer(), dict(self)) }
        type.method(
            "__reversed__", .noArguments({ (self) throws(Raised) -> Ref in DictIterator.make(PyDictRevIterValue_TypePointer(), dict(self)) }),
            doc: "Return a reverse iterator over the dict values.")
    }

    // MARK: Behaviour

    private static func repr(_ view: Value) throws(Raised) -> Ref {
        guard Repr.enter(view) else { return StrObject.make("...") }
        defer { Repr.leave(view) }
        let list = try Iteration.list(view)
        var writer = ReprWriter()
        let name = Classes.name(view.type)
        writer.append(str: name.value)
        writer.append("(")
        try writer.append(repr: list.value)
        writer.append(")")
        return try writer.finish()
    }

    private static func containsItem(_ view: Value, _ item: Value) throws(Raised) -> Bool {
        guard TupleObject.isInstance(item), TupleObject.count(item) == 2 else { return false }
        let found = try DictObject.get(dict(view), TupleObject.item(item, 0))
        if found.isNull { return false }
        let held = Ref(found)
        return try Compare.equal(held.value, TupleObject.item(item, 1))
    }

    /// Whether all of `a` is in `b`.
    private static func containsAll(_ a: Value, _ b: Value) throws(Raised) -> Bool {
        let iterator = try Iteration.iter(a)
        while true {
            let item = try Iteration.next(iterator.value)
            if item.isNull { return true }
            if try !Sequences.contains(b, item.value) { return false }
        }
    }
    private static func compare(_ a: Value, _ b: Value, _ operation: Comparison) throws(Raised) -> Ref {
        guard SetObject.isInstance(b) || isSetLike(b) else { return .notImplemented }
        let (m, n) = (try Sequences.length(a), try Sequences.length(b))
        switch operation {
        case .equal: return .bool(m == n ? try containsAll(a, b) : false)
        case .notEqual: return .bool(m == n ? try !containsAll(a, b) : true)
        case .less: return .bool(m < n ? try containsAll(a, b) : false)
        case .lessOrEqual: return .bool(m <= n ? try containsAll(a, b) : false)
        case .greater: return .bool(m > n ? try containsAll(b, a) : false)
        case .greaterOrEqual: return .bool(m >= n ? try containsAll(b, a) : false)
        }
    }

    private static func intersection(_ a: Value, _ b: Value) throws(Raised) -> Ref {
        var (view, other) = isSetLike(a) ? (a, b) : (b, a)
        let size = DictObject.count(dict(view))
        if SetObject.isExactSet(other) && size <= SetObject.count(other) { return try SetObject.intersection(other, view) }
        // The larger of two views is searched.
        if isSetLike(other) && DictObject.count(dict(other)) > size { (view, other) = (other, view) }
        let result = SetObject.make()
        let iterator = try Iteration.iter(other)
        while true {
            let item = try Iteration.next(iterator.value)
            if item.isNull { return result }
            if try Sequences.contains(view, item.value) { try SetObject.add(result.value, item.value) }
        }
    }

    private static func isDisjoint(_ view: Value, _ other: Value) throws(Raised) -> Bool {
        if view === other { return DictObject.count(dict(view)) == 0 }
        var (searched, gone) = (view, other)
        if SetObject.isExactSet(other) || isSetLike(other), try Sequences.length(other) > DictObject.count(dict(view)) { (searched, gone) = (other, view) }
        let iterator = try Iteration.iter(gone)
        while true {
            let item = try Iteration.next(iterator.value)
            if item.isNull { return true }
            if try Sequences.contains(searched, item.value) { return false }
        }
    }

    /// items ^ items: works where values are not hashable, as long as the pairs in question are.
    private static func itemsSymmetricDifference(_ a: Value, _ b: Value) throws(Raised) -> Ref {
        let rest = try DictObject.copy(dict(a))
        let result = SetObject.make()
        let other = Ref(dict(b))
        var position = 0
        while let entry = DictObject.nextEntry(other.value, &position) {
            let key = Ref(entry.key)
            let value = Ref(entry.value)
            let found = try DictObject.get(rest.value, key.value, hash: entry.hash)
            if !found.isNull {
                let held = Ref(found)
                if try Compare.equal(held.value, value.value) {
                    _ = try DictObject.delete(rest.value, key.value)
                    continue
                }
            }
            let pair = TupleObject.make(key.value, value.value)
            try SetObject.add(result.value, pair.value)
        }
        let remaining = make(PyDictItems_TypePointer(), rest.value)
        try SetObject.update(result.value, remaining.value)
        return result
    }
}
