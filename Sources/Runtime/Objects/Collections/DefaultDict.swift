// defaultdict: a dict with a factory, the word behind the dict's head (+48).

import CPythonABI

public enum DefaultDict {
    nonisolated(unsafe) public static let type: TypePointer = NativeType.make(
        "collections.defaultdict", base: PyDict_TypePointer(), size: 56,
        flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_MAPPING | _Py_TPFLAGS_MATCH_SELF, describe)

    private static func factory(_ dict: Value) -> UnsafeMutablePointer<Value> { dict.cast(to: Value.self) + 6 }
    private static func isInstance(_ value: Value) -> Bool { value.isObject && value.type.isSubtype(of: type) }

    private static func make(_ type: TypePointer) throws(Raised) -> Ref {
        let dict = try IteratorStorage.allocate(type, exact: self.type, size: 56)
        DictObject.initialize(dict.value.cast(to: PyDictObject.self))
        factory(dict.value).pointee = .null
        Collector.track(dict.value.object)
        return dict
    }
    private static func make(copying dict: Value) throws(Raised) -> Ref {
        let factory = factory(dict).pointee
        return try Call.call(dict.type.value, factory.isNull ? .none : factory, dict)
    }

    private static func describe(_ type: TypeBuilder) {
        type.doc(
            "defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\nThe default factory is called without arguments to produce\na new value when a key is not present, in __getitem__ only.\nA defaultdict compares equal to a dict with the same items.\nAll remaining arguments are treated the same as if they were\npassed to the dict constructor, including keyword arguments.\n"
        )
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            let dict = Value(object)
            IteratorStorage.drop(dict, 6)
            DictObject.clear(dict)
            IteratorStorage.free(object, exact: DefaultDict.type, size: 56)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            let result = IteratorStorage.visit(object, visit, argument, 6, 6)
            return result != 0 ? result : DictObject.traverse(object, visit, argument)
        }
        type.type.pointee.tp_clear = { object in
            guard let object else { return 0 }
            IteratorStorage.drop(Value(object), 6)
            return DictObject.clearReferences(object)
        }
        type.slots.new = { (type, _) throws(Raised) -> Ref in try make(type) }
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in
            let new = arguments.count > 0 ? arguments[0] : .null
            if !new.isNull && !new.isNone && new.record.pointee.call == nil { throw raise(.typeError, "first argument must be callable or None") }
            let rest = new.isNull ? arguments : arguments.dropFirst()
            let old = factory(self).pointee
            new.retain()
            factory(self).pointee = new
            old.release()
            try DictObject.update(self, rest, "dict")
        }
        type.slots.repr = { (self) throws(Raised) -> Ref in try repr(self) }
        type.slots.binary[BinaryOperation.or.rawValue] = { (a, b) throws(Raised) -> Ref in
            let owner = isInstance(a) ? a : b
            guard DictObject.isInstance(a), DictObject.isInstance(b) else { return .notImplemented }
            let factory = factory(owner).pointee
            let result = try Call.call(owner.type.value, factory.isNull ? .none : factory, a)
            try DictObject.update(result.value, b)
            return result
        }
        describeMethods(type)
    }

    private static func describeMethods(_ type: TypeBuilder) {
        type.classMethod(
            "__class_getitem__", .one({ (self, item) throws(Raised) -> Ref in try GenericAliasObject.make(self, item) }), doc: "See PEP 585")
        type.method(
            "__missing__", .one({ (self, key) throws(Raised) -> Ref in try missing(self, key) }),
            doc:
                "__missing__(key) # Called by __getitem__ for missing key; pseudo-code:\n  if self.default_factory is None: raise KeyError((key,))\n  self[key] = value = self.default_factory()\n  return value\n"
        )
        type.method("__copy__", .noArguments({ (self) throws(Raised) -> Ref in try make(copying: self) }), doc: "D.copy() -> a shallow copy of D.")
        type.method("copy", .noArguments({ (self) throws(Raised) -> Ref in try make(copying: self) }), doc: "D.copy() -> a shallow copy of D.")
        type.method(
            "__reduce__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let factory = factory(self).pointee
                let arguments = factory.isNull || factory.isNone ? TupleObject.empty : TupleObject.make(factory)
                let items = try Call.method(self, Names.items)
                let iterator = try Iteration.iter(items.value)
                return TupleObject.make(self.type.value, arguments.value, .none, .none, iterator.value)
            }), doc: "Return state information for pickling.")
        type.getter(
            "default_factory", doc: "Factory for default value called by __missing__().",
            { (self) throws(Raised) -> Ref in
                let factory = factory(self).pointee
                return factory.isNull ? .none : Ref(factory)
            },
            set: { (self, value) throws(Raised) -> Void in
                let old = factory(self).pointee
                value.retain()
                factory(self).pointee = value
                old.release()
            })
    }

    private static func missing(_ dict: Value, _ key: Value) throws(Raised) -> Ref {
        let factory = Ref(factory(dict).pointee)
        if factory.isNull || factory.value.isNone { throw KeyErrors.raise(key) }
        let value = try Call.call(factory.value)
        try Sequences.set(dict, key, value.value)
        return value
    }

    private static func repr(_ dict: Value) throws(Raised) -> Ref {
        var writer = ReprWriter()
        let name = Classes.name(dict.type)
        writer.append(str: name.value)
        writer.append("(")
        let factory = Ref(factory(dict).pointee)
        if factory.isNull {
            writer.append("None")
        } else if Repr.enter(factory.value) {
            defer { Repr.leave(factory.value) }
            try writer.append(repr: factory.value)
        } else {
            writer.append("...")
        }
        writer.append(", ")
        let items = try DictObject.repr(dict)
        writer.append(str: items.value)
        writer.append(")")
        return try writer.finish()
    }
}
