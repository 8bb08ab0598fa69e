// The type collections.OrderedDict.

import CPythonABI

extension OrderedDict {
    static func describe(_ type: TypeBuilder) {
        type.doc("Dictionary that remembers insertion order")
        type.type.pointee.tp_dealloc = deallocate
        type.type.pointee.tp_traverse = traverse
        type.type.pointee.tp_clear = DictObject.clearReferences
        describeSlots(type)
        describeMethods(type)
        describeViews(type)
    }

    private static func describeSlots(_ type: TypeBuilder) {
        type.slots.new = { (type, _) throws(Raised) -> Ref in try make(type) }
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in
            if arguments.count > 1 { throw raise(.typeError, "expected at most 1 arguments, got \(arguments.count)") }
            try update(self, arguments)
        }
        type.unhashable()
        type.slots.repr = { (self) throws(Raised) -> Ref in try repr(self) }
        type.slots.compare = { (a, b, operation) throws(Raised) -> Ref in
            guard isInstance(a), DictObject.isInstance(b), operation == .equal || operation == .notEqual else { return .notImplemented }
            let equal = isInstance(b) ? try equal(a, b) : try DictObject.equal(a, b)
            return .bool(equal == (operation == .equal))
        }
        type.slots.iter = { (self) throws(Raised) -> Ref in OrderedDictIterator.make(self, .key, reverse: false) }
        type.slots.storeSubscript = { (self, key, value) throws(Raised) -> Void in
            if !value.isNull { return try DictObject.set(self, key, value) }
            state(self).pointee &+= 1
            if try !DictObject.delete(self, key) { throw KeyErrors.raise(key) }
        }
        type.slots.binary[BinaryOperation.or.rawValue] = { (a, b) throws(Raised) -> Ref in
            guard DictObject.isInstance(a), DictObject.isInstance(b) else { return .notImplemented }
            let type = isInstance(a) ? a.type : b.type
            let result = try Call.call(type.value, a)
            try update(result.value, b)
            return result
        }
        type.slots.inPlace[BinaryOperation.or.rawValue] = { (a, b) throws(Raised) -> Ref in
            try update(a, b)
            return Ref(a)
        }
        type.getter("__dict__", { (self) throws(Raised) -> Ref in Ref(Attributes.dict(of: self)) })
    }

    private static func describeMethods(_ type: TypeBuilder) {
        type.classMethod(
            "fromkeys",
            .bound({ (self, arguments) throws(Raised) -> Ref in
                try DictObject.fromKeys(self, arguments[0], arguments[1].isNull ? .none : arguments[1])
            }), "($type, /, iterable, value=None)",
            doc: "Create a new ordered dictionary with keys from iterable and values set to value.")
        type.method(
            "__reduce__", .noArguments({ (self) throws(Raised) -> Ref in try reduce(self) }), doc: "Return state information for pickling")
        type.method(
            "__sizeof__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let keys = DictObject.keys(self)
                return IntObject.make(112 + (keys == DictKeys.empty ? 0 : keys.byteCount))
            }))
        type.method(
            "clear",
            .noArguments({ (self) throws(Raised) -> Ref in
                forgetLoss(self)
                DictObject.clear(self)
                return .none
            }), doc: "od.clear() -> None.  Remove all items from od.")
        type.method("copy", .noArguments({ (self) throws(Raised) -> Ref in try copy(self) }), doc: "od.copy() -> a shallow copy of od")
        type.method(
            "move_to_end",
            .bound({ (self, arguments) throws(Raised) -> Ref in
                let last = arguments[1].isNull ? true : try Truth.of(arguments[1])
                let index = try DictObject.find(self, arguments[0], try Hash.of(arguments[0]))
                if index < 0 { throw KeyErrors.raise(unpacked: arguments[0]) }
                try move(self, index, last: last)
                return .none
            }), "($self, /, key, last=True)",
            doc: "Move an existing element to the end (or beginning if last is false).\n\nRaise KeyError if the element does not exist.")
        type.method(
            "pop", .bound({ (self, arguments) throws(Raised) -> Ref in try pop(self, arguments[0], arguments[1]) }),
            "($self, /, key, default=<unrepresentable>)",
            doc:
                "od.pop(key[,default]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise,\nraise a KeyError."
        )
        type.method(
            "popitem",
            .bound({ (self, arguments) throws(Raised) -> Ref in
                try popItem(self, last: arguments[0].isNull ? true : try Truth.of(arguments[0]))
            }), "($self, /, last=True)",
            doc: "Remove and return a (key, value) pair from the dictionary.\n\nPairs are returned in LIFO order if last is true or FIFO order if false.")
        type.method(
            "setdefault",
            .bound({ (self, arguments) throws(Raised) -> Ref in
                try setDefault(self, arguments[0], arguments[1].isNull ? .none : arguments[1])
            }), "($self, /, key, default=None)",
            doc: "Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else default.")
        type.method(
            "update",
            .raw({ (self, arguments) throws(Raised) -> Ref in
                if arguments.count > 1 { throw raise(.typeError, "update() takes at most 1 positional argument (\(arguments.count) given)") }
                try update(self, arguments)
                return .none
            }))
    }

    private static func describeViews(_ type: TypeBuilder) {
        type.method("keys", .noArguments({ (self) throws(Raised) -> Ref in DictView.make(PyODictKeys_TypePointer(), self) }))
        type.method("values", .noArguments({ (self) throws(Raised) -> Ref in DictView.make(PyODictValues_TypePointer(), self) }))
        type.method("items", .noArguments({ (self) throws(Raised) -> Ref in DictView.make(PyODictItems_TypePointer(), self) }))
        type.method(
            "__reversed__", .noArguments({ (self) throws(Raised) -> Ref in OrderedDictIterator.make(self, .key, reverse: true) }),
            doc: "od.__reversed__() <==> reversed(od)")
    }
    static func describeKeys(_ type: TypeBuilder) {
        type.slots.iter = { (self) throws(Raised) -> Ref in OrderedDictIterator.make(DictView.dict(self), .key, reverse: false) }
        type.method("__reversed__", .noArguments({ (self) throws(Raised) -> Ref in OrderedDictIterator.make(DictView.dict(self), .key, reverse: true) }))
    }
    static func describeValues(_ type: TypeBuilder) {
        type.slots.iter = { (self) throws(Raised) -> Ref in OrderedDictIterator.make(DictView.dict(self), .value, reverse: false) }
        type.method("__reversed__", .noArguments({ (self) throws(Raised) -> Ref in OrderedDictIterator.make(DictView.dict(self), .value, reverse: true) }))
    }
    static func describeItems(_ type: TypeBuilder) {
        type.slots.iter = { (self) throws(Raised) -> Ref in OrderedDictIterator.make(DictView.dict(self), .item, reverse: false) }
        type.method("__reversed__", .noArguments({ (self) throws(Raised) -> Ref in OrderedDictIterator.make(DictView.dict(self), .item, reverse: true) }))
    }

    // MARK: Behaviour

    /// Stores through the class's own `__setitem__` when it has one, as subclasses expect.
    private static func store(_ dict: Value, _ key: Value, _ value: Value) throws(Raised) {
        if isExact(dict) { try DictObject.set(dict, key, value) } else { try Sequences.set(dict, key, value) }
    }
    private static func update(_ dict: Value, _ arguments: Arguments) throws(Raised) {
        if arguments.count == 1 { try update(dict, arguments[0]) }
        for index in 0..<arguments.keywordCount { try store(dict, arguments.keywordName(index), arguments.keywordValue(index)) }
    }
    private static func update(_ dict: Value, _ source: Value) throws(Raised) {
        if DictObject.isExact(source) {
            let copy = try Iteration.list(source)
            for index in 0..<ListObject.count(copy.value) {
                let key = Ref(ListObject.item(copy.value, index))
                let found = try DictObject.get(source, key.value)
                if found.isNull { continue }
                let value = Ref(found)
                try store(dict, key.value, value.value)
            }
            return
        }
        let keys = try Attributes.getIfPresent(source, Names.keys)
        if !keys.isNull {
            let list = try DictObject.keyList(source)
            for index in 0..<ListObject.count(list.value) {
                let key = Ref(ListObject.item(list.value, index))
                let value = try Sequences.get(source, key.value)
                try store(dict, key.value, value.value)
            }
            return
        }
        let items = try Attributes.getIfPresent(source, Names.items)
        let pairs = items.isNull ? Ref(source) : try Call.call(items.value)
        let iterator = try Iteration.iter(pairs.value)
        while true {
            let pair = try Iteration.next(iterator.value)
            if pair.isNull { return }
            let parts = try Iteration.list(pair.value)
            let count = ListObject.count(parts.value)
            if count != 2 {
                throw raise(.valueError, count < 2 ? "need more than \(count) value\(count == 1 ? "" : "s") to unpack" : "too many values to unpack (expected 2)")
            }
            try store(dict, ListObject.item(parts.value, 0), ListObject.item(parts.value, 1))
        }
    }

    private static func copy(_ dict: Value) throws(Raised) -> Ref {
        try checkLoss(dict)
        if isExact(dict) {
            let keys = try Iteration.list(dict)
            for index in 0..<ListObject.count(keys.value) {
                let key = ListObject.item(keys.value, index)
                let found = try lookUp(dict, key, .none)
                _ = found.isNull
            }
            let result = try make(PyODict_TypePointer())
            try DictObject.merge(result.value, dict, .replace)
            let attributes = Attributes.dictLocation(dict.object)?.pointee
            if let attributes, DictObject.count(Value(attributes)) > 0 {
                try DictObject.merge(Attributes.dict(of: result.value), Value(attributes), .replace)
            }
            return result
        }
        let result = try Call.call(dict.type.value)
        let keys = try Iteration.list(dict)
        for index in 0..<ListObject.count(keys.value) {
            let key = ListObject.item(keys.value, index)
            let value = try Sequences.get(dict, key)
            try store(result.value, key, value.value)
        }
        return result
    }

    private static func pop(_ dict: Value, _ key: Value, _ fallback: Value) throws(Raised) -> Ref {
        let hash = try Hash.of(key)
        let index = try DictObject.find(dict, key, hash)
        if index >= 0 {
            state(dict).pointee &+= 1
            return DictObject.remove(dict, index, hash)
        }
        if !fallback.isNull { return Ref(fallback) }
        throw KeyErrors.raise(unpacked: key)
    }
    private static func setDefault(_ dict: Value, _ key: Value, _ value: Value) throws(Raised) -> Ref {
        if isExact(dict) { return try DictObject.setDefault(dict, key, value) }
        if try Sequences.contains(dict, key) { return try Sequences.get(dict, key) }
        try Sequences.set(dict, key, value)
        return Ref(value)
    }

    private static func repr(_ dict: Value) throws(Raised) -> Ref {
        var writer = ReprWriter()
        let name = Classes.name(dict.type)
        writer.append(str: name.value)
        if DictObject.count(dict) == 0 {
            writer.append("()")
            return try writer.finish()
        }
        guard Repr.enter(dict) else { return StrObject.make("...") }
        defer { Repr.leave(dict) }
        let view = isExact(dict) ? DictView.make(PyODictItems_TypePointer(), dict) : try Call.method(dict, Names.items)
        let items = try Iteration.list(view.value)
        writer.append("(")
        try writer.append(repr: items.value)
        writer.append(")")
        return try writer.finish()
    }

    private static func reduce(_ dict: Value) throws(Raised) -> Ref {
        let given = try Call.method(dict, Names.getstate)
        let isEmpty = DictObject.isInstance(given.value) && DictObject.count(given.value) == 0
        let state = isEmpty ? Ref.none : given
        let items = try Call.method(dict, Names.items)
        let iterator = try Iteration.iter(items.value)
        let empty = TupleObject.empty
        return TupleObject.make(dict.type.value, empty.value, state.value, .none, iterator.value)
    }
}

/// odict_iterator.
///
///     +16 dict (null when exhausted)   +24 position   +32 count of the dict   +40 pair, used again   +48 state of the order
///     +56 bits 0-1 part, bit 2 reverse
enum OrderedDictIterator {
    struct Layout {
        var head: PyObject
        var dict: Value
        var position: Int
        var used: Int
        var pair: Value
        var state: Int
        var kind: Int
    }
    @inline(__always) static func layout(_ iterator: Value) -> UnsafeMutablePointer<Layout> { iterator.cast(to: Layout.self) }

    static func make(_ dict: Value, _ part: DictIterator.Part, reverse: Bool) -> Ref {
        let object = ObjectMemory.newCollected(PyODictIter_TypePointer(), as: Layout.self, size: 64)
        dict.retain()
        object.pointee.dict = dict
        object.pointee.position = reverse ? Int.max : 0
        object.pointee.used = DictObject.count(dict)
        object.pointee.pair = .null
        object.pointee.state = OrderedDict.state(dict).pointee
        object.pointee.kind = (part == .key ? 0 : part == .value ? 1 : 2) | (reverse ? 4 : 0)
        let value = Value(pointer: object)
        Collector.track(value.object)
        return Ref(owned: value)
    }

    static func describe(_ type: TypeBuilder) {
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            let layout = OrderedDictIterator.layout(Value(object)).pointee
            layout.dict.release()
            layout.pair.release()
            ObjectMemory.freeCollected(object, size: 64)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            let result = IteratorStorage.visit(object, visit, argument, 2, 2)
            return result != 0 ? result : IteratorStorage.visit(object, visit, argument, 5, 5)
        }
        type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
        type.slots.next = { (self) throws(Raised) -> Ref in try next(self) }
        type.method(
            "__reduce__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let copy = ObjectMemory.newCollected(PyODictIter_TypePointer(), as: Layout.self, size: 64)
                copy.pointee = layout(self).pointee
                copy.pointee.head.ob_refcnt = 1
                copy.pointee.pair = .null
                copy.pointee.dict.retain()
                let iterator = Ref(owned: Value(pointer: copy))
                let list = try Iteration.list(iterator.value)
                return try IteratorReduction.make("iter", list.value)
            }), doc: "Return state information for pickling")
    }

    private static func next(_ self: Value) throws(Raised) -> Ref {
        let layout = layout(self)
        let dict = layout.pointee.dict
        if dict.isNull { return .null }
        if !OrderedDict.lost(dict).pointee.isNull { try OrderedDict.checkLoss(dict) }
        if OrderedDict.state(dict).pointee != layout.pointee.state {
            throw raise(.runtimeError, "OrderedDict mutated during iteration")
        }
        if DictObject.count(dict) != layout.pointee.used {
            // `clear` is no change of the order.
            throw raise(
                .runtimeError, DictObject.count(dict) == 0 ? "OrderedDict changed size during iteration" : "OrderedDict mutated during iteration")
        }
        let keys = DictObject.keys(dict)
        var index = -1
        if layout.pointee.kind & 4 != 0 {
            index = DictObject.lastLive(dict, before: layout.pointee.position)
            layout.pointee.position = index
        } else {
            var position = max(layout.pointee.position, keys.pointee.firstLive)
            while position < keys.pointee.entryCount && keys.value(position).isNull { position &+= 1 }
            if position < keys.pointee.entryCount { index = position }
            layout.pointee.position = position &+ 1
        }
        if index < 0 {
            layout.pointee.dict = .null
            dict.release()
            return .null
        }
        let key = Ref(keys.key(index))
        let value = try OrderedDict.lookUp(dict, key.value, keys.value(index))
        if layout.pointee.kind & 3 == 0 { return key }
        if layout.pointee.kind & 3 == 1 { return value }
        return PairTuple.make(&layout.pointee.pair, key.value, value.value)
    }
}
