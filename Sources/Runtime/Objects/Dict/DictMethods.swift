// The type dict.

import CPythonABI

extension DictObject {
    static func describe(_ type: TypeBuilder) {
        type.doc(
            "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a mapping object's\n    (key, value) pairs\ndict(iterable) -> new dictionary initialized as if via:\n    d = {}\n    for k, v in iterable:\n        d[k] = v\ndict(**kwargs) -> new dictionary initialized with the name=value pairs\n    in the keyword argument list.  For example:  dict(one=1, two=2)"
        )
        type.type.pointee.tp_dealloc = deallocate
        type.type.pointee.tp_traverse = traverse
        type.type.pointee.tp_clear = clearReferences
        describeSlots(type)
        describeAccess(type)
        describeViews(type)
        describeChanges(type)
    }

    /// An empty instance of dict or a subclass.
    public static func make(_ type: TypePointer) throws(Raised) -> Ref {
        if type == PyDict_TypePointer() { return make() }
        let dict = try Instances.allocate(type)
        initialize(head(dict.value))
        return dict
    }

    private static func describeSlots(_ type: TypeBuilder) {
        type.slots.new = { (type, _) throws(Raised) -> Ref in try make(type) }
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in try update(self, arguments, "dict") }
        type.unhashable()
        type.slots.repr = { (self) throws(Raised) -> Ref in try repr(self) }
        type.slots.compare = { (a, b, operation) throws(Raised) -> Ref in
            guard isInstance(a), isInstance(b), operation == .equal || operation == .notEqual else { return .notImplemented }
            return .bool(try equal(a, b) == (operation == .equal))
        }
        type.slots.iter = { (self) throws(Raised) -> Ref in DictIterator.make(PyDictIterKey_TypePointer(), self) }
        type.slots.length = { (self) throws(Raised) -> Int in count(self) }
        type.slots.contains = { (self, key) throws(Raised) -> Bool in try contains(self, key) }
        type.slots.subscript = { (self, key) throws(Raised) -> Ref in try DictObject.subscript(self, key) }
        type.slots.storeSubscript = { (self, key, value) throws(Raised) -> Void in
            if !value.isNull { return try set(self, key, value) }
            if try !delete(self, key) { throw KeyErrors.raise(key) }
            if !isExact(self) { OrderedDict.noteLoss(self, key) }
        }
        type.slots.binary[BinaryOperation.or.rawValue] = { (a, b) throws(Raised) -> Ref in
            guard isInstance(a), isInstance(b) else { return .notImplemented }
            let result = try Call.method(a, Names.copy)
            try update(result.value, b)
            return result
        }
        type.slots.inPlace[BinaryOperation.or.rawValue] = { (a, b) throws(Raised) -> Ref in
            try update(a, b)
            return Ref(a)
        }
    }

    private static func describeAccess(_ type: TypeBuilder) {
        type.classMethod(
            "__class_getitem__", .one({ (self, item) throws(Raised) -> Ref in try GenericAliasObject.make(self, item) }), doc: "See PEP 585")
        type.method(
            "__contains__", .one({ (self, key) throws(Raised) -> Ref in .bool(try contains(self, key)) }), "($self, key, /)",
            doc: "True if the dictionary has the specified key, else False.")
        type.method(
            "__getitem__", .one({ (self, key) throws(Raised) -> Ref in try DictObject.subscript(self, key) }), doc: "x.__getitem__(y) <==> x[y]")
        type.method(
            "__sizeof__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let keys = keys(self)
                return IntObject.make(48 + (keys == DictKeys.empty ? 0 : keys.byteCount))
            }), doc: "D.__sizeof__() -> size of D in memory, in bytes")
        type.method(
            "get",
            .positional(minimum: 1, maximum: 2, { (self, arguments) throws(Raised) -> Ref in
                let isSimple = DictKeys.isSimple(arguments[0]) && !keys(self).pointee.isGeneral
                let found = isSimple ? getSimple(self, arguments[0]) : try get(self, arguments[0])
                if !found.isNull { return Ref(found) }
                return arguments.count == 2 ? Ref(arguments[1]) : .none
            }), "($self, key, default=None, /)", doc: "Return the value for key if key is in the dictionary, else default.")
        type.method(
            "setdefault",
            .positional(minimum: 1, maximum: 2, { (self, arguments) throws(Raised) -> Ref in
                try setDefault(self, arguments[0], arguments.count == 2 ? arguments[1] : .none)
            }), "($self, key, default=None, /)",
            doc: "Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else default.")
        type.method(
            "pop",
            .positional(minimum: 1, maximum: 2, { (self, arguments) throws(Raised) -> Ref in
                // An empty dict does not ask for the hash.
                let found = count(self) == 0 ? Ref.null : try pop(self, arguments[0])
                if !found.isNull {
                    if !isExact(self) { OrderedDict.noteLoss(self, arguments[0]) }
                    return found
                }
                if arguments.count == 2 { return Ref(arguments[1]) }
                throw KeyErrors.raise(arguments[0])
            }), "($self, key, default=<unrepresentable>, /)",
            doc:
                "D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise,\nraise a KeyError."
        )
        type.method(
            "popitem", .noArguments({ (self) throws(Raised) -> Ref in
                let pair = try popItem(self)
                if !isExact(self) { OrderedDict.noteLoss(self, TupleObject.item(pair.value, 0)) }
                return pair
            }), "($self, /)",
            doc:
                "Remove and return a (key, value) pair as a 2-tuple.\n\nPairs are returned in LIFO (last-in, first-out) order.\nRaises KeyError if the dict is empty."
        )
    }

    private static func describeViews(_ type: TypeBuilder) {
        type.method(
            "keys", .noArguments({ (self) throws(Raised) -> Ref in DictView.make(PyDictKeys_TypePointer(), self) }),
            doc: "D.keys() -> a set-like object providing a view on D's keys")
        type.method(
            "items", .noArguments({ (self) throws(Raised) -> Ref in DictView.make(PyDictItems_TypePointer(), self) }),
            doc: "D.items() -> a set-like object providing a view on D's items")
        type.method(
            "values", .noArguments({ (self) throws(Raised) -> Ref in DictView.make(PyDictValues_TypePointer(), self) }),
            doc: "D.values() -> an object providing a view on D's values")
        type.method(
            "__reversed__", .noArguments({ (self) throws(Raised) -> Ref in DictIterator.make(PyDictRevIterKey_TypePointer(), self) }), "($self, /)",
            doc: "Return a reverse iterator over the dict keys.")
    }

    private static func describeChanges(_ type: TypeBuilder) {
        type.method(
            "clear",
            .noArguments({ (self) throws(Raised) -> Ref in
                if !isExact(self) && count(self) > 0 { OrderedDict.noteLoss(self, keys(self).key(firstLive(self))) }
                clear(self)
                return .none
            }), doc: "D.clear() -> None.  Remove all items from D.")
        type.method("copy", .noArguments({ (self) throws(Raised) -> Ref in try copy(self) }), doc: "D.copy() -> a shallow copy of D")
        type.method(
            "update",
            .raw({ (self, arguments) throws(Raised) -> Ref in
                try update(self, arguments, "update")
                return .none
            }),
            doc:
                "D.update([E, ]**F) -> None.  Update D from dict/iterable E and F.\nIf E is present and has a .keys() method, then does:  for k in E: D[k] = E[k]\nIf E is present and lacks a .keys() method, then does:  for k, v in E: D[k] = v\nIn either case, this is followed by: for k in F:  D[k] = F[k]"
        )
        type.classMethod(
            "fromkeys",
            .positional(minimum: 1, maximum: 2, { (self, arguments) throws(Raised) -> Ref in
                try fromKeys(self, arguments[0], arguments.count == 2 ? arguments[1] : .none)
            }), "($type, iterable, value=None, /)", doc: "Create a new dictionary with keys from iterable and values set to value.")
    }

    // MARK: Behaviour

    /// dict[key], with `__missing__` of subclasses.
    static func `subscript`(_ dict: Value, _ key: Value) throws(Raised) -> Ref {
        let found = try get(dict, key)
        if !found.isNull { return Ref(found) }
        if !isExact(dict) {
            let result = try DunderAdapters.callMethodIfPresent(dict, Names.missing, key)
            if !result.isNull { return result }
        }
        throw KeyErrors.raise(key)
    }

    static func setDefault(_ dict: Value, _ key: Value, _ value: Value) throws(Raised) -> Ref {
        let hash = try Hash.of(key)
        let index = try find(dict, key, hash)
        if index >= 0 { return Ref(keys(dict).value(index)) }
        try insert(dict, key, value, hash)
        return Ref(value)
    }

    static func popItem(_ dict: Value) throws(Raised) -> Ref {
        let index = lastLive(dict, before: Int.max)
        if index < 0 { throw raise(.keyError, "popitem(): dictionary is empty") }
        let keys = keys(dict)
        let result = TupleObject.make(keys.key(index), keys.value(index))
        let hash = keys.storedHash(index)
        // Nothing lives behind it, so the next search from the end starts here.
        keys.pointee.entryCount = index + 1
        let value = remove(dict, index, hash)
        _ = value.isNull
        keys.pointee.entryCount = index
        if keys.pointee.firstLive > index { keys.pointee.firstLive = index }
        return result
    }

    public static func repr(_ dict: Value) throws(Raised) -> Ref {
        guard Repr.enter(dict) else { return StrObject.make("{...}") }
        defer { Repr.leave(dict) }
        if count(dict) == 0 { return StrObject.make("{}") }
        var writer = ReprWriter()
        writer.append("{")
        var position = 0
        var first = true
        while let entry = nextEntry(dict, &position) {
            // The reprs may change the dict.
            let key = Ref(entry.key)
            let value = Ref(entry.value)
            if !first { writer.append(", ") }
            first = false
            try writer.append(repr: key.value)
            writer.append(": ")
            try writer.append(repr: value.value)
        }
        writer.append("}")
        return try writer.finish()
    }

    static func equal(_ a: Value, _ b: Value) throws(Raised) -> Bool {
        if count(a) != count(b) { return false }
        var position = 0
        while let entry = nextEntry(a, &position) {
            let key = Ref(entry.key)
            let value = Ref(entry.value)
            let found = try get(b, key.value, hash: entry.hash)
            if found.isNull { return false }
            let other = Ref(found)
            if try !ItemComparison.equal(value.value, other.value) { return false }
        }
        return true
    }
}
