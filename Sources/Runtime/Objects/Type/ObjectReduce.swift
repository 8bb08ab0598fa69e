// Pickling of objects: `__reduce__`, `__reduce_ex__`, `__getstate__`. The functions that rebuild them are Python's, in `copyreg`.

import CPythonABI

public enum ObjectReduce {
    /// object.__reduce_ex__(protocol): a class's own `__reduce__` goes first.
    static let reduceEx: (Value, Value) throws(Raised) -> Ref = { (self, protocolValue) throws(Raised) -> Ref in
        let version = try Index.int32(protocolValue)
        if self.type.lookup(Names.reduce) !== PyBaseObject_TypePointer().lookup(Names.reduce) {
            let own = try Attributes.getIfPresent(self, Names.reduce)
            if !own.isNull { return try Call.call(own.value) }
        }
        return try reduce(self, version)
    }

    static func reduce(_ self: Value, _ version: Int) throws(Raised) -> Ref {
        if version >= 2 { return try reduceNew(self) }
        let copyreg = try copyregModule()
        let function = try Attributes.get(copyreg.value, Names.reduceExFunction)
        let number = IntObject.make(version)
        return try Call.call(function.value, self, number.value)
    }

    /// The module, remembered for as long as `sys.modules` has it.
    private static func copyregModule() throws(Raised) -> Ref {
        let modules = SysModule.attribute(key: Names.modules)
        if !copyreg.isNull, DictObject.isInstance(modules.value), DictObject.get(modules.value, name: Names.copyreg) === copyreg { return Ref(copyreg) }
        let module = try InterpreterHooks.importModule("copyreg")
        copyreg.release()
        copyreg = module.copy().take()
        return module
    }
    nonisolated(unsafe) private static var copyreg = Value.null

    /// Protocol 2 and later: `copyreg.__newobj__(cls, *args)`, state, list items, dict items.
    private static func reduceNew(_ self: Value) throws(Raised) -> Ref {
        let type = self.type
        if type.record.pointee.new == nil { throw raise(.typeError, "cannot pickle '\(type.name)' object") }
        var arguments = Ref.null
        var keywords = Ref.null
        try newArguments(self, &arguments, &keywords)
        let copyreg = try copyregModule()
        let hasArguments = !arguments.isNull
        let constructor: Ref
        let constructorArguments: Ref
        if keywords.isNull || DictObject.count(keywords.value) == 0 {
            let known = ModuleObject.isInstance(copyreg.value) ? DictObject.get(ModuleObject.dict(copyreg.value), name: Names.newobj) : .null
            constructor = known.isNull ? try Attributes.get(copyreg.value, Names.newobj) : Ref(known)
            let count = hasArguments ? TupleObject.count(arguments.value) : 0
            let tuple = try TupleObject.allocate(count + 1)
            TupleObject.store(tuple.value, 0, Ref(type.value))
            for index in 0..<count { TupleObject.store(tuple.value, index + 1, Ref(TupleObject.item(arguments.value, index))) }
            TupleObject.finish(tuple.value)
            constructorArguments = tuple
        } else if hasArguments {
            constructor = try Attributes.get(copyreg.value, Names.newobjEx)
            constructorArguments = TupleObject.make(type.value, arguments.value, keywords.value)
        } else {
            throw raise(.systemError, "bad argument to internal function")
        }
        let isList = ListObject.isInstance(self)
        let isDict = DictObject.isInstance(self)
        let state = try getState(self, required: !hasArguments && !isList && !isDict)
        let listItems = isList ? try Iteration.iter(self) : Ref.none
        let dictItems: Ref
        if isDict {
            let items = try Call.method(self, Names.items)
            dictItems = try Iteration.iter(items.value)
        } else {
            dictItems = .none
        }
        return TupleObject.make(constructor.value, constructorArguments.value, state.value, listItems.value, dictItems.value)
    }

    /// `__getnewargs_ex__` or `__getnewargs__`.
    private static func newArguments(_ self: Value, _ arguments: inout Ref, _ keywords: inout Ref) throws(Raised) {
        let extended = try DunderAdapters.lookup(self, Names.getnewargsEx)
        if !extended.isNull {
            let result = try Call.call(extended.value)
            guard TupleObject.isInstance(result.value) else {
                throw raise(.typeError, "__getnewargs_ex__ should return a tuple, not '\(result.value.type.name)'")
            }
            guard TupleObject.count(result.value) == 2 else {
                throw raise(.valueError, "__getnewargs_ex__ should return a tuple of length 2, not \(TupleObject.count(result.value))")
            }
            let (first, second) = (TupleObject.item(result.value, 0), TupleObject.item(result.value, 1))
            guard TupleObject.isInstance(first) else {
                throw raise(
                    .typeError, "first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '\(first.type.name)'")
            }
            guard DictObject.isInstance(second) else {
                throw raise(
                    .typeError, "second item of the tuple returned by __getnewargs_ex__ must be a dict, not '\(second.type.name)'")
            }
            arguments = Ref(first)
            keywords = Ref(second)
            return
        }
        let plain = try DunderAdapters.lookup(self, Names.getnewargs)
        if plain.isNull { return }
        let result = try Call.call(plain.value)
        guard TupleObject.isInstance(result.value) else {
            throw raise(.typeError, "__getnewargs__ should return a tuple, not '\(result.value.type.name)'")
        }
        arguments = result.copy()
    }

    /// The object's state, by its own `__getstate__` if it has one.
    static func getState(_ self: Value, required: Bool) throws(Raised) -> Ref {
        let method = self.type.lookup(Names.getstate)
        let ofObject = PyBaseObject_TypePointer().lookup(Names.getstate)
        if method === ofObject && Attributes.isGenericLookup(self.type) {
            let own = try Attributes.instanceAttribute(self, Names.getstate)
            if own.isNull { return try state(self, required: required) }
        }
        let bound = try Attributes.get(self, Names.getstate)
        let isDefault = method === ofObject && bound.value.isObject && bound.value.type == PyCFunction_TypePointer()
        if isDefault { return try state(self, required: required) }
        return try Call.call(bound.value)
    }

    /// object.__getstate__: the `__dict__`, with the values of slots where there are some.
    static func state(_ self: Value, required: Bool) throws(Raised) -> Ref {
        let type = self.type
        if required && type.pointee.tp_itemsize != 0 { throw raise(.typeError, "cannot pickle \(type.name) objects") }
        // The dict itself, whatever the class says of the attribute `__dict__`.
        let dict = Attributes.dict(of: self)
        let state = dict.isNull || DictObject.count(dict) == 0 ? Ref.none : Ref(dict)
        let slotNames = try slotNames(type)
        if required {
            var size = PyBaseObject_TypePointer().pointee.tp_basicsize
            if type.pointee.tp_dictoffset != 0 && !type.hasManagedDict { size += 8 }
            if type.pointee.tp_weaklistoffset != 0 { size += 8 }
            if !slotNames.value.isNone { size += 8 * ListObject.count(slotNames.value) }
            if type.pointee.tp_basicsize > size { throw raise(.typeError, "cannot pickle '\(type.name)' object") }
        }
        guard !slotNames.value.isNone, ListObject.count(slotNames.value) > 0 else { return state }
        let slots = DictObject.make()
        let count = ListObject.count(slotNames.value)
        var index = 0
        while index < ListObject.count(slotNames.value) {
            let name = Ref(ListObject.item(slotNames.value, index))
            let value = try Attributes.getIfPresent(self, name.value)
            if !value.isNull { try DictObject.set(slots.value, name.value, value.value) }
            if ListObject.count(slotNames.value) != count {
                throw raise(.runtimeError, "__slotsname__ changed size during iteration")
            }
            index += 1
        }
        if DictObject.count(slots.value) == 0 { return state }
        return TupleObject.make(state.value, slots.value)
    }

    // MARK: Plain instances

    /// Whether instances of a class are reduced to the class and their `__dict__`, with no method of the class taking part: what
    /// `pickle` then writes needs no tuples.
    public static func isPlain(_ type: TypePointer) throws(Raised) -> Bool {
        let object: TypePointer = PyBaseObject_TypePointer()
        guard type.value.type == PyType_TypePointer(), type.isHeapType, type.hasManagedDict, Attributes.isGenericLookup(type),
            type.record.pointee.new != nil, type.pointee.tp_itemsize == 0,
            type.pointee.tp_basicsize <= object.pointee.tp_basicsize + (type.pointee.tp_weaklistoffset != 0 ? 8 : 0),
            type.lookup(Names.getnewargs).isNull, type.lookup(Names.getnewargsEx).isNull
        else { return false }
        for name in [Names.reduce, Names.reduceEx, Names.getstate, Names.class] where type.lookup(name) !== object.lookup(name) { return false }
        let slots = try slotNames(type)
        return slots.value.isNone || ListObject.count(slots.value) == 0
    }
    /// Whether an instance of such a class hides one of the methods behind an attribute of its own.
    public static func hidesMethods(_ self: Value) throws(Raised) -> Bool {
        for name in [Names.reduceEx, Names.reduce, Names.getstate] {
            let own = try Attributes.instanceAttribute(self, name)
            if !own.isNull { return true }
        }
        return false
    }

    /// The names of a class's slots, kept in the class as `__slotnames__`: a list, or None.
    private static func slotNames(_ type: TypePointer) throws(Raised) -> Ref {
        let cached = DictObject.get(type.dict, name: Names.slotnames)
        if !cached.isNull {
            if !cached.isNone && !ListObject.isInstance(cached) {
                throw raise(
                    .typeError, "\(type.name).__slotnames__ should be a list or None, not \(cached.type.name)")
            }
            return Ref(cached)
        }
        let copyreg = try copyregModule()
        let function = try Attributes.get(copyreg.value, Names.slotnamesFunction)
        let names = try Call.call(function.value, type.value)
        if !names.value.isNone && !ListObject.isInstance(names.value) {
            throw raise(.typeError, "copyreg._slotnames didn't return a list or None")
        }
        return names
    }
}

extension Names {
    nonisolated(unsafe) static let copyreg = make("copyreg")
    nonisolated(unsafe) static let newobj = make("__newobj__")
    nonisolated(unsafe) static let newobjEx = make("__newobj_ex__")
    nonisolated(unsafe) static let reduceExFunction = make("_reduce_ex")
    nonisolated(unsafe) static let slotnamesFunction = make("_slotnames")
    nonisolated(unsafe) static let getnewargs = make("__getnewargs__")
    nonisolated(unsafe) static let getnewargsEx = make("__getnewargs_ex__")
    nonisolated(unsafe) static let slotnames = make("__slotnames__")
}
