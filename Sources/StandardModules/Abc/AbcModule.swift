// The module _abc: what abstract base classes keep, and the checks that isinstance() and issubclass() make with them.

import CPythonABI
import Runtime

enum AbcModule {
    /// Bumped by every registration: negative answers of before may no longer hold.
    nonisolated(unsafe) private static var token = 0

    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc("Module contains faster C implementation of abc.ABCMeta")
        module.function(
            "get_cache_token", .noArguments({ (_) throws(Raised) -> Ref in IntObject.make(token) }), "($module, /)",
            doc: "Returns the current ABC cache token.\n\nThe token is an opaque object (supporting equality testing) identifying the\ncurrent version of the ABC cache for virtual subclasses. The token changes\nwith every call to register() on any ABC.")
        module.function(
            "_abc_init", .one(initialize), "($module, self, /)",
            doc: "Internal ABC helper for class set-up. Should be never used outside abc module.")
        module.function(
            "_abc_register", .positional(minimum: 2, maximum: 2, register), "($module, self, subclass, /)",
            doc: "Internal ABC helper for subclasss registration. Should be never used outside abc module.")
        module.function(
            "_abc_instancecheck", .positional(minimum: 2, maximum: 2, instanceCheck), "($module, self, instance, /)",
            doc: "Internal ABC helper for instance checks. Should be never used outside abc module.")
        module.function(
            "_abc_subclasscheck", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                .bool(try subclassCheck(arguments[0], arguments[1]))
            }), "($module, self, subclass, /)",
            doc: "Internal ABC helper for subclasss checks. Should be never used outside abc module.")
        module.function(
            "_get_dump", .one({ (_, self) throws(Raised) -> Ref in
                let data = try AbcData.of(self)
                let registry = try AbcData.copy(data.value, .registry)
                let cache = try AbcData.copy(data.value, .cache)
                let negative = try AbcData.copy(data.value, .negativeCache)
                let version = IntObject.make(AbcData.version(data.value))
                return TupleObject.make(registry.value, cache.value, negative.value, version.value)
            }), "($module, self, /)",
            doc: "Internal ABC helper for cache and registry debugging.\n\nReturn shallow copies of registry, of both caches, and\nnegative cache version. Don't call this function directly,\ninstead use ABC._dump_registry() for a nice repr.")
        module.function(
            "_reset_registry", .one({ (_, self) throws(Raised) -> Ref in
                let data = try AbcData.of(self)
                AbcData.clear(data.value, .registry)
                return .none
            }), "($module, self, /)",
            doc: "Internal ABC helper to reset registry of a given class.\n\nShould be only used by refleak.py")
        module.function(
            "_reset_caches", .one({ (_, self) throws(Raised) -> Ref in
                let data = try AbcData.of(self)
                AbcData.clear(data.value, .cache)
                AbcData.clear(data.value, .negativeCache)
                return .none
            }), "($module, self, /)", doc: "Internal ABC helper to reset both caches of a given class.\n\nShould be only used by refleak.py")
    }

    // MARK: Setting up a class

    private static let initialize: (Value, Value) throws(Raised) -> Ref = { (_, self) throws(Raised) -> Ref in
        let names = try abstractNames(self)
        try Attributes.set(self, Names.abstractMethods, names.value)
        let data = AbcData.make(token)
        let key = StrObject.intern("_abc_impl")
        try Attributes.set(self, key.value, data.value)
        // Sequence and Mapping mark their classes, for pattern matching.
        guard Classes.isType(self) else { return .none }
        let flagsName = StrObject.intern("__abc_tpflags__")
        let type = Classes.type(self)
        let flags = Ref(DictObject.get(type.namespace, name: flagsName.value))
        if flags.isNull || !IntObject.isExact(flags.value) { return .none }
        let bits = UInt(bitPattern: try Index.size(flags.value)) & collectionFlags
        if bits == collectionFlags {
            throw raise(.typeError, "__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING")
        }
        type.pointee.tp_flags |= bits
        try Attributes.set(self, flagsName.value, .null)
        return .none
    }
    private static var collectionFlags: UInt { Py_TPFLAGS_SEQUENCE | Py_TPFLAGS_MAPPING }

    private static func isAbstract(_ value: Value) throws(Raised) -> Bool {
        let flag = try Attributes.getIfPresent(value, Names.isAbstract)
        return flag.isNull ? false : try Truth.of(flag.value)
    }

    /// The names of the class's methods that are still abstract: a frozenset.
    private static func abstractNames(_ self: Value) throws(Raised) -> Ref {
        let abstract = SetObject.make()
        let namespace = try Attributes.get(self, Names.dict)
        let items = try Call.method(namespace.value, Names.items)
        let list = try Iteration.list(items.value)
        for index in 0..<ListObject.count(list.value) {
            let item = ListObject.item(list.value, index)
            guard TupleObject.isInstance(item), TupleObject.count(item) == 2 else { continue }
            if try isAbstract(TupleObject.item(item, 1)) { try SetObject.add(abstract.value, TupleObject.item(item, 0)) }
        }
        let bases = try Attributes.get(self, Names.bases)
        guard TupleObject.isInstance(bases.value) else { throw raise(.typeError, "__bases__ is not tuple") }
        for index in 0..<TupleObject.count(bases.value) {
            let inherited = try Attributes.getIfPresent(TupleObject.item(bases.value, index), Names.abstractMethods)
            if inherited.isNull { continue }
            try Iteration.forEach(inherited.value) { (name) throws(Raised) -> Void in
                let value = try Attributes.getIfPresent(self, name)
                if !value.isNull, try isAbstract(value.value) { try SetObject.add(abstract.value, name) }
            }
        }
        return try Call.call(PyFrozenSet_TypePointer().value, abstract.value)
    }

    // MARK: Registration

    private static let register: (Value, Arguments) throws(Raised) -> Ref = { (_, arguments) throws(Raised) -> Ref in
        let (cls, subclass) = (arguments[0], arguments[1])
        guard Classes.isType(subclass) else { throw raise(.typeError, "Can only register classes") }
        if try InstanceChecks.isSubclass(subclass, cls) { return Ref(subclass) }
        if try InstanceChecks.isSubclass(cls, subclass) { throw raise(.runtimeError, "Refusing to create an inheritance cycle") }
        let data = try AbcData.of(cls)
        try AbcData.add(data.value, .registry, subclass)
        token += 1
        if Classes.isType(cls) {
            let flags = Classes.type(cls).pointee.tp_flags & collectionFlags
            if flags != 0 { mark(Classes.type(subclass), flags) }
        }
        return Ref(subclass)
    }
    /// Gives a class, and those that derive from it, the collection flag of the class it is registered with.
    private static func mark(_ type: TypePointer, _ flags: UInt) {
        if type.pointee.tp_flags & Py_TPFLAGS_IMMUTABLETYPE != 0 || type.pointee.tp_flags & collectionFlags == flags { return }
        type.pointee.tp_flags = type.pointee.tp_flags & ~collectionFlags | flags
        for subclass in type.record.pointee.subclasses { mark(subclass, flags) }
    }

    // MARK: Checks

    private static let instanceCheck: (Value, Arguments) throws(Raised) -> Ref = { (_, arguments) throws(Raised) -> Ref in
        let (cls, instance) = (arguments[0], arguments[1])
        let data = try AbcData.of(cls)
        let subclass = try Attributes.get(instance, Names.class)
        if try AbcData.contains(data.value, .cache, subclass.value) { return .bool(true) }
        let subtype = Ref(instance.type.value)
        if subtype.value === subclass.value {
            if AbcData.version(data.value) == token, try AbcData.contains(data.value, .negativeCache, subclass.value) { return .bool(false) }
            return try Call.method(cls, Names.subclasscheck, subclass.value)
        }
        let result = try Call.method(cls, Names.subclasscheck, subclass.value)
        if try Truth.of(result.value) { return result }
        return try Call.method(cls, Names.subclasscheck, subtype.value)
    }

    private static func subclassCheck(_ self: Value, _ subclass: Value) throws(Raised) -> Bool {
        guard Classes.isType(subclass) else { throw raise(.typeError, "issubclass() arg 1 must be a class") }
        let data = try AbcData.of(self)
        if try AbcData.contains(data.value, .cache, subclass) { return true }
        if AbcData.version(data.value) < token {
            AbcData.clear(data.value, .negativeCache)
            AbcData.setVersion(data.value, token)
        } else if try AbcData.contains(data.value, .negativeCache, subclass) {
            return false
        }
        let hookName = StrObject.intern("__subclasshook__")
        let answer = try Call.method(self, hookName.value, subclass)
        if answer.value.isTrue {
            try AbcData.add(data.value, .cache, subclass)
            return true
        }
        if answer.value.isFalse {
            try AbcData.add(data.value, .negativeCache, subclass)
            return false
        }
        guard answer.value.isNotImplemented else {
            throw raise(.assertionError, "__subclasshook__ must return either False, True, or NotImplemented")
        }
        if Classes.isType(self) && Classes.type(subclass).isSubtype(of: Classes.type(self)) {
            try AbcData.add(data.value, .cache, subclass)
            return true
        }
        let registered = try AbcData.members(data.value, .registry)
        for index in 0..<ListObject.count(registered.value) {
            if try InstanceChecks.isSubclass(subclass, ListObject.item(registered.value, index)) {
                try AbcData.add(data.value, .cache, subclass)
                return true
            }
        }
        let name = StrObject.intern("__subclasses__")
        let derived = try Call.method(self, name.value)
        guard ListObject.isInstance(derived.value) else { throw raise(.typeError, "__subclasses__() must return a list") }
        var index = 0
        while index < ListObject.count(derived.value) {
            let candidate = Ref(ListObject.item(derived.value, index))
            if try InstanceChecks.isSubclass(subclass, candidate.value) {
                try AbcData.add(data.value, .cache, subclass)
                return true
            }
            index += 1
        }
        try AbcData.add(data.value, .negativeCache, subclass)
        return false
    }
}
