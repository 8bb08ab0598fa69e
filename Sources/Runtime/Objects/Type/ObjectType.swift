// object: the base of all types.

import CPythonABI

enum ObjectType {
    static func describe(_ type: TypeBuilder) {
        type.doc(
            "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n",
            signature: "()")
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            freeInstance(object)
        }
        type.slots.new = new
        type.slots.initialize = initialize
        type.slots.repr = { (self) throws(Raised) -> Ref in try Repr.defaultRepr(self) }
        // What __repr__ returns is checked by str(), which blames __str__.
        type.slots.str = { (self) throws(Raised) -> Ref in
            guard let slot = self.record.pointee.repr else { return try Repr.defaultRepr(self) }
            return try slot(self)
        }
        type.slots.hash = { (self) throws(Raised) -> Int in Hash.identity(self) }
        type.slots.getAttribute = Attributes.genericSlot
        type.slots.setAttribute = Attributes.genericSetSlot
        type.slots.compare = compare

        type.getter("__class__", doc: "the object's class", { (self) throws(Raised) -> Ref in Ref(self.type.value) }, set: ClassAssignment.set)
        type.method("__reduce_ex__", .one(ObjectReduce.reduceEx), "($self, protocol, /)", doc: "Helper for pickle.")
        type.method(
            "__reduce__", .noArguments({ (self) throws(Raised) -> Ref in try ObjectReduce.reduce(self, 0) }), "($self, /)",
            doc: "Helper for pickle.")
        type.method(
            "__getstate__", .noArguments({ (self) throws(Raised) -> Ref in try ObjectReduce.state(self, required: false) }), "($self, /)",
            doc: "Helper for pickle.")
        type.classMethod(
            "__subclasshook__", .raw({ (_, _) throws(Raised) -> Ref in .notImplemented }), nil,
            doc: "Abstract classes can override this to customize issubclass().\n\nThis is invoked early on by abc.ABCMeta.__subclasscheck__().\nIt should return True, False or NotImplemented.  If it returns\nNotImplemented, the normal algorithm is used.  Otherwise, it\noverrides the normal algorithm (and the outcome is cached).\n")
        type.classMethod(
            "__init_subclass__", .noArguments({ (_) throws(Raised) -> Ref in .none }), nil,
            doc: "This method is called when a class is subclassed.\n\nThe default implementation does nothing. It may be\noverridden to extend subclasses.\n")
        type.method(
            "__format__", .one({ (self, specification) throws(Raised) -> Ref in
                guard StrObject.isInstance(specification) else {
                    throw raise(.typeError, "__format__() argument must be str, not \(ArgumentTypeName.of(specification))")
                }
                if StrObject.length(specification) > 0 {
                    throw raise(.typeError, "unsupported format string passed to \(self.type.name).__format__")
                }
                return try Repr.str(self)
            }), "($self, format_spec, /)", doc: "Default object formatter.")
        type.method(
            "__sizeof__", .noArguments({ (self) throws(Raised) -> Ref in IntObject.make(size(self)) }), "($self, /)",
            doc: "Size of object in memory, in bytes.")
        type.method(
            "__dir__", .noArguments({ (self) throws(Raised) -> Ref in try Directory.ofObject(self) }), "($self, /)",
            doc: "Default dir() implementation.")
    }

    /// object.__new__: arguments are an error unless `__init__` takes them.
    static let new: NewSlot = { (type, arguments) throws(Raised) -> Ref in
        if !arguments.isEmpty {
            if !SlotIdentity.same(type.record.pointee.new, ObjectType.new) {
                throw raise(.typeError, "object.__new__() takes exactly one argument (the type to instantiate)")
            }
            if SlotIdentity.same(type.record.pointee.initialize, ObjectType.initialize) {
                throw raise(.typeError, "\(type.name)() takes no arguments")
            }
        }
        if type.has(Py_TPFLAGS_IS_ABSTRACT) { throw try abstractInstance(type) }
        return try Instances.allocate(type)
    }

    static let initialize: InitSlot = { (self, arguments) throws(Raised) -> Void in
        if arguments.isEmpty { return }
        let type = self.type
        if !SlotIdentity.same(type.record.pointee.initialize, ObjectType.initialize) {
            throw raise(.typeError, "object.__init__() takes exactly one argument (the instance to initialize)")
        }
        if SlotIdentity.same(type.record.pointee.new, ObjectType.new) {
            throw raise(.typeError, "\(type.name).__init__() takes exactly one argument (the instance to initialize)")
        }
    }

    private static func abstractInstance(_ type: TypePointer) throws(Raised) -> Raised {
        let methods = try Attributes.get(type.value, Names.abstractMethods)
        let sorted = try Sorting.sorted(methods.value)
        var names: [String] = []
        for index in 0..<ListObject.count(sorted.value) {
            let name = ListObject.item(sorted.value, index)
            guard StrObject.isInstance(name) else {
                return raise(.typeError, "sequence item \(index): expected str instance, \(name.type.name) found")
            }
            names.append(text(name))
        }
        return raise(
            .typeError,
            "Can't instantiate abstract class \(type.name) with abstract method\(names.count > 1 ? "s" : "") \(names.joined(separator: ", "))")
    }

    static let compare: CompareSlot = { (self, other, operation) throws(Raised) -> Ref in
        switch operation {
        case .equal:
            return Compare.isSame(self, other) ? .bool(true) : .notImplemented
        case .notEqual:
            guard let slot = self.record.pointee.compare else { return .notImplemented }
            let result = try slot(self, other, .equal)
            if result.value.isNotImplemented { return .notImplemented }
            return .bool(!(try Truth.of(result.value)))
        default: return .notImplemented
        }
    }

    /// object.__sizeof__
    static func size(_ value: Value) -> Int {
        let type = value.type
        var size = type.pointee.tp_basicsize
        if type.pointee.tp_itemsize > 0 {
            if value.isObject {
                let count = UnsafeMutableRawPointer(value.object).assumingMemoryBound(to: PyVarObject.self).pointee.ob_size
                size += abs(count) * type.pointee.tp_itemsize
            } else {
                size += type.pointee.tp_itemsize
            }
        }
        return size
    }
}

/// `__dir__` of objects and classes.
enum Directory {
    /// object.__dir__: the instance's namespace and all attributes of its class.
    static func ofObject(_ self: Value) throws(Raised) -> Ref {
        let own = try Attributes.getIfPresent(self, Names.dict)
        let names: Ref
        if DictObject.isInstance(own.value) { names = try DictObject.copy(own.value) } else { names = DictObject.make() }
        let type = try Attributes.getIfPresent(self, Names.class)
        if !type.isNull { try merge(names.value, type.value) }
        return try Iteration.list(names.value)
    }
    /// type.__dir__: the namespaces of the class and its bases.
    static func ofType(_ self: Value) throws(Raised) -> Ref {
        let names = DictObject.make()
        try merge(names.value, self)
        return try Iteration.list(names.value)
    }
    /// module.__dir__ and the like: the keys of a dict.
    private static func merge(_ names: Value, _ type: Value) throws(Raised) {
        try NativeStack.enter(" while listing attributes")
        let dict = try Attributes.getIfPresent(type, Names.dict)
        if !dict.isNull {
            let keys = try Iteration.list(dict.value)
            for index in 0..<ListObject.count(keys.value) { try DictObject.set(names, ListObject.item(keys.value, index), .none) }
        }
        let bases = try Attributes.getIfPresent(type, Names.bases)
        guard TupleObject.isInstance(bases.value) else { return }
        for index in 0..<TupleObject.count(bases.value) { try merge(names, TupleObject.item(bases.value, index)) }
    }

    /// dir(object): the sorted list of what `__dir__` returns.
    static func sorted(_ object: Value) throws(Raised) -> Ref {
        let found = object.type.lookup(Names.dir)
        if found.isNull { throw raise(.typeError, "object does not provide __dir__") }
        let names = try DunderAdapters.callMethod(object, Names.dir)
        return try Sorting.sorted(names.value)
    }
}
