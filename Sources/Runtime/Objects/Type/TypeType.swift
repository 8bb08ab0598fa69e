// type: the type of types. Calling, attribute access, repr.

import CPythonABI

enum TypeType {
    static func describe(_ type: TypeBuilder) {
        type.doc("type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type")
        type.type.pointee.tp_dealloc = TypeLife.deallocate
        type.type.pointee.tp_traverse = TypeLife.traverse
        type.type.pointee.tp_clear = TypeLife.clear
        type.slots.new = TypeNew.new
        type.slots.initialize = initialize
        type.slots.call = call
        type.slots.repr = { (self) throws(Raised) -> Ref in try representation(Classes.type(self)) }
        type.slots.getAttribute = getAttribute
        type.slots.setAttribute = setAttribute
        type.slots.binary[BinaryOperation.or.rawValue] = UnionObject.or
        TypeAttributes.describe(type)

        type.method(
            "mro", .noArguments({ (self) throws(Raised) -> Ref in
                let mro = try Classes.computeMRO(Classes.type(self), Value(pointer: Classes.type(self).pointee.tp_bases))
                return try Iteration.list(mro.value)
            }), "($self, /)", doc: "Return a type's method resolution order.")
        type.method(
            "__subclasses__", .noArguments({ (self) throws(Raised) -> Ref in try subclasses(Classes.type(self)) }), "($self, /)",
            doc: "Return a list of immediate subclasses.")
        type.classMethod(
            "__prepare__", .raw({ (_, _) throws(Raised) -> Ref in DictObject.make() }), nil,
            doc: "__prepare__() -> dict\nused to create the namespace for the class statement")
        type.method(
            "__instancecheck__", .one({ (self, instance) throws(Raised) -> Ref in .bool(try InstanceChecks.plainIsInstance(instance, self)) }),
            "($self, instance, /)", doc: "Check if an object is an instance.")
        type.method(
            "__subclasscheck__", .one({ (self, subclass) throws(Raised) -> Ref in .bool(try InstanceChecks.plainIsSubclass(subclass, self)) }),
            "($self, subclass, /)", doc: "Check if a class is a subclass.")
        type.method(
            "__dir__", .noArguments({ (self) throws(Raised) -> Ref in try Directory.ofType(self) }), "($self, /)",
            doc: "Specialized __dir__ implementation for types.")
        type.method(
            "__sizeof__", .noArguments({ (self) throws(Raised) -> Ref in
                let type = Classes.type(self)
                return IntObject.make(type.isHeapType ? 904 + 192 : 408)
            }), "($self, /)", doc: "Return memory consumption of the type object.")
    }

    // MARK: Calling

    static let call: CallSlot = { (self, arguments) throws(Raised) -> Ref in
        let type = Classes.type(self)
        let record = type.record
        if type == PyType_TypePointer() {
            if arguments.count == 1 {
                if arguments.keywordCount > 0 { throw raise(.typeError, "type() takes no keyword arguments") }
                return Ref(arguments[0].type.value)
            }
            if arguments.count != 3 { throw raise(.typeError, "type() takes 1 or 3 arguments") }
        }
        ForeignSlots.readNew(type)
        guard let new = record.pointee.new else { throw raise(.typeError, "cannot create '\(type.name)' instances") }
        let object = try new(type, arguments)
        let made = object.value.type
        if made != type && !made.isSubtype(of: type) { return object }
        if let initialize = made.record.pointee.initialize { try initialize(object.value, arguments) }
        return object
    }

    /// type.__init__ checks its arguments and does nothing: `__new__` did it all.
    static let initialize: InitSlot = { (_, arguments) throws(Raised) -> Void in
        if arguments.count == 1 && arguments.keywordCount > 0 {
            throw raise(.typeError, "type.__init__() takes no keyword arguments")
        }
        if arguments.count != 1 && arguments.count != 3 { throw raise(.typeError, "type.__init__() takes 1 or 3 arguments") }
    }

    // MARK: Attributes

    static let getAttribute: BinarySlot = { (self, name) throws(Raised) -> Ref in
        let found = try attributeOrNull(self, name)
        if found.isNull { throw missing(Classes.type(self), name) }
        return found
    }
    /// type.__getattribute__, null when there is no such attribute.
    static func attributeOrNull(_ self: Value, _ name: Value) throws(Raised) -> Ref {
        guard StrObject.isInstance(name) else {
            throw raise(.typeError, "attribute name must be string, not '\(name.type.name)'")
        }
        let type = Classes.type(self)
        let metatype = self.type
        let name = StrObject.isExact(name) ? StrObject.known(name) : name
        let metaAttribute = metatype.lookup(name)
        var metaGet: TernarySlot?
        if metaAttribute.isObject {
            let record = metaAttribute.record
            metaGet = record.pointee.descriptorGet
            if let metaGet, record.pointee.descriptorSet != nil {
                let held = Ref(metaAttribute)
                return try metaGet(held.value, self, metatype.value)
            }
        }
        let attribute = type.lookup(name)
        if !attribute.isNull {
            let held = Ref(attribute)
            guard attribute.isObject, let get = attribute.record.pointee.descriptorGet else { return held }
            return try get(held.value, .null, self)
        }
        if !metaAttribute.isNull {
            let held = Ref(metaAttribute)
            guard let metaGet else { return held }
            return try metaGet(held.value, self, metatype.value)
        }
        return .null
    }

    private static func missing(_ type: TypePointer, _ name: Value) -> Raised {
        AttributeErrors.raise("type object '\(type.name)' has no attribute '\(text(name))'", name: name, object: type.value)
    }

    static let setAttribute: StoreSlot = { (self, name, value) throws(Raised) -> Void in
        let type = Classes.type(self)
        guard StrObject.isInstance(name) else {
            throw raise(.typeError, "attribute name must be string, not '\(name.type.name)'")
        }
        if type.has(Py_TPFLAGS_IMMUTABLETYPE) {
            throw raise(.typeError, "cannot set '\(text(name))' attribute of immutable type '\(type.name)'")
        }
        // Names in classes are exact and interned, whatever subclass of str was given.
        let plain = StrObject.isExact(name) ? Ref(name) : StrObject.intern(text(name))
        let name = StrObject.interned(plain.value)
        let metaAttribute = self.type.lookup(name)
        if metaAttribute.isObject, let set = metaAttribute.record.pointee.descriptorSet {
            let held = Ref(metaAttribute)
            try set(held.value, self, value)
            return
        }
        try store(type, name, value)
    }

    /// Puts a value (null to delete) under an interned name into a class and brings what derives from it up to date.
    static func store(_ type: TypePointer, _ name: Value, _ value: Value) throws(Raised) {
        // The old value must outlive the caches that borrow it.
        let old = Ref(DictObject.get(type.dict, name: name))
        if value.isNull {
            if old.isNull {
                let message = StrObject.make("type object '\(type.name)' has no attribute '\(text(name))'")
                throw raise(.attributeError, argument: message.value)
            }
            type.modified()
            _ = try DictObject.delete(type.dict, name)
        } else {
            type.modified()
            try DictObject.set(type.dict, name, value)
        }
        type.modified()
        if let groups = DunderTable.groupsByName[name.bits] {
            for group in groups { updateSlot(type, group) }
        }
        _ = old.value
    }

    /// Sets one group of slots again in a class and all that derive from it.
    static func updateSlot(_ type: TypePointer, _ group: Int) {
        DunderTable.update(type, group: group)
        for subclass in type.record.pointee.subclasses { updateSlot(subclass, group) }
    }

    // MARK: Text

    static func representation(_ type: TypePointer) throws(Raised) -> Ref {
        var module = Ref.null
        do throws(Raised) { module = try Classes.module(type) } catch { PendingException.clear() }
        let name = Classes.qualifiedName(type)
        if !module.isNull && StrObject.isInstance(module.value) && !StrObject.equals(module.value, "builtins") {
            return try StrJoin.concatenate("<class '", module.value, ".", name.value, "'>")
        }
        return try StrJoin.concatenate("<class '", name.value, "'>", .null, "")
    }

    static func subclasses(_ type: TypePointer) throws(Raised) -> Ref {
        let list = try ListObject.make(capacity: type.record.pointee.subclasses.count)
        for subclass in type.record.pointee.subclasses where subclass.pointee.ob_base.ob_base.ob_refcnt > 0 {
            try ListObject.append(list.value, subclass.value)
        }
        return list
    }
}

/// Short texts out of literals and strs, with all characters (surrogates too) kept.
enum StrJoin {
    static func concatenate(_ a: StaticString, _ b: Value, _ c: StaticString, _ d: Value, _ e: StaticString) throws(Raised) -> Ref {
        var codes: [UInt32] = []
        func add(_ literal: StaticString) {
            for index in 0..<literal.utf8CodeUnitCount { codes.append(UInt32(literal.utf8Start[index])) }
        }
        func add(_ string: Value) {
            if string.isNull || !StrObject.isInstance(string) { return }
            for index in 0..<StrObject.length(string) { codes.append(StrObject.character(string, index)) }
        }
        add(a)
        add(b)
        add(c)
        add(d)
        add(e)
        return StrObject.make(codePoints: codes)
    }
    /// separator.join(list) for a list of strs.
    static func joined(_ separator: Value, _ list: Value) throws(Raised) -> Ref {
        var codes: [UInt32] = []
        func add(_ string: Value) {
            for index in 0..<StrObject.length(string) { codes.append(StrObject.character(string, index)) }
        }
        for index in 0..<ListObject.count(list) {
            if index > 0 { add(separator) }
            let item = ListObject.item(list, index)
            if StrObject.isInstance(item) { add(item) }
        }
        return StrObject.make(codePoints: codes)
    }
}
