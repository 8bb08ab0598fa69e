// property
//
// Fields as in CPython: getter +16, setter +24, deleter +32, documentation +40, name +48, whether the documentation came from the
// getter +56. All but the last are values; null where absent.

import CPythonABI

enum PropertyObject {
    private enum Field { static let get = 2, set = 3, delete = 4, doc = 5, name = 6, docFromGetter = 7 }

    @inline(__always) private static func words(_ property: Value) -> UnsafeMutablePointer<Value> { property.cast(to: Value.self) }
    static func isExact(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type == PyProperty_TypePointer() }
    /// The functions, borrowed; null where absent.
    @inline(__always) static func getter(_ property: Value) -> Value { words(property)[Field.get] }
    @inline(__always) static func setter(_ property: Value) -> Value { words(property)[Field.set] }
    @inline(__always) static func deleter(_ property: Value) -> Value { words(property)[Field.delete] }

    static func describe(_ type: TypeBuilder) {
        type.doc(
            "Property attribute.\n\n  fget\n    function to be used for getting an attribute value\n  fset\n    function to be used for setting an attribute value\n  fdel\n    function to be used for del'ing an attribute\n  doc\n    docstring\n\nTypical use is to define a managed attribute x:\n\nclass C(object):\n    def getx(self): return self._x\n    def setx(self, value): self._x = value\n    def delx(self): del self._x\n    x = property(getx, setx, delx, \"I'm the 'x' property.\")\n\nDecorators make defining new properties or modifying existing ones easy:\n\nclass C(object):\n    @property\n    def x(self):\n        \"I am the 'x' property.\"\n        return self._x\n    @x.setter\n    def x(self, value):\n        self._x = value\n    @x.deleter\n    def x(self):\n        del self._x",
            signature: "(fget=None, fset=None, fdel=None, doc=None)")
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            PropertyObject.clear(object)
            freeInstance(object)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            guard let object, let visit else { return 0 }
            let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)
            for index in Field.get...Field.name where words[index].isObject {
                let result = visit(words[index].object, argument)
                if result != 0 { return result }
            }
            return 0
        }
        type.type.pointee.tp_clear = { object in
            guard let object else { return 0 }
            PropertyObject.clear(object)
            return 0
        }
        type.slots.new = { (type, _) throws(Raised) -> Ref in try Instances.allocate(type) }
        type.slots.initialize = initialize
        type.slots.descriptorGet = { (self, instance, owner) throws(Raised) -> Ref in
            if instance.isNull || instance.isNone && owner.isNull { return Ref(self) }
            let getter = Ref(words(self)[Field.get])
            if getter.isNull { throw missing(self, instance, "getter") }
            return try Call.call(getter.value, instance)
        }
        type.slots.descriptorSet = { (self, instance, value) throws(Raised) -> Void in
            let function = Ref(words(self)[value.isNull ? Field.delete : Field.set])
            if function.isNull { throw missing(self, instance, value.isNull ? "deleter" : "setter") }
            let result = value.isNull ? try Call.call(function.value, instance) : try Call.call(function.value, instance, value)
            _ = result.value
        }
        type.member("fget", type: Members.optionalValueCode, offset: 16)
        type.member("fset", type: Members.optionalValueCode, offset: 24)
        type.member("fdel", type: Members.optionalValueCode, offset: 32)
        type.member("__doc__", type: Members.optionalValueCode, offset: 40, readOnly: false)
        type.getter("__isabstractmethod__", { (self) throws(Raised) -> Ref in
            for index in Field.get...Field.delete {
                let function = Ref(words(self)[index])
                if !function.isNull, try Abstractness.of(function.value) { return .bool(true) }
            }
            return .bool(false)
        })
        type.method(
            "getter", .one({ (self, function) throws(Raised) -> Ref in try copy(self, get: function) }), nil,
            doc: "Descriptor to obtain a copy of the property with a different getter.")
        type.method(
            "setter", .one({ (self, function) throws(Raised) -> Ref in try copy(self, set: function) }), nil,
            doc: "Descriptor to obtain a copy of the property with a different setter.")
        type.method(
            "deleter", .one({ (self, function) throws(Raised) -> Ref in try copy(self, delete: function) }), nil,
            doc: "Descriptor to obtain a copy of the property with a different deleter.")
        type.method(
            "__set_name__", .raw({ (self, arguments) throws(Raised) -> Ref in
                try arguments.noKeywords("__set_name__")
                if arguments.count != 2 {
                    throw raise(.typeError, "__set_name__() takes 2 positional arguments but \(arguments.count) were given")
                }
                replace(self, Field.name, arguments[1])
                return .none
            }), nil, doc: "Method to set name of a property.")
    }

    private static func replace(_ property: Value, _ index: Int, _ value: Value) {
        let words = words(property)
        let old = words[index]
        value.retain()
        words[index] = value
        old.release()
    }
    private static func clear(_ object: ObjectPointer) {
        for index in Field.get...Field.name { replace(Value(object), index, .null) }
    }

    private static let signature = BoundParameters("(fget=None, fset=None, fdel=None, doc=None)")

    private static let initialize: InitSlot = { (self, arguments) throws(Raised) -> Void in
        var room = InlineArray<4, Value>(repeating: .null)
        try withUnsafeMutablePointer(to: &room) { (pointer) throws(Raised) -> Void in
            let slots = UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Value.self)
            try signature.bind(arguments, into: slots, function: "property")
            for index in 0..<3 where slots[index].isNone { slots[index] = .null }
            try fill(self, get: slots[0], set: slots[1], delete: slots[2], doc: slots[3])
        }
    }

    private static func fill(_ self: Value, get: Value, set: Value, delete: Value, doc: Value) throws(Raised) {
        replace(self, Field.get, get)
        replace(self, Field.set, set)
        replace(self, Field.delete, delete)
        replace(self, Field.doc, .null)
        replace(self, Field.name, .null)
        let flag = UnsafeMutableRawPointer(words(self) + Field.docFromGetter)
        flag.storeBytes(of: 0, as: Int32.self)
        var documentation = doc.isNull || doc.isNone ? Ref.null : Ref(doc)
        if documentation.isNull && !get.isNull {
            documentation = try Attributes.getIfPresent(get, Names.doc)
            if !documentation.isNull { flag.storeBytes(of: 1, as: Int32.self) }
        } else if documentation.isNull && !doc.isNull {
            documentation = .none
        }
        if documentation.isNull { return }
        if self.type == PyProperty_TypePointer() {
            replace(self, Field.doc, documentation.value)
        } else {
            // Instances of a subclass find the documentation of their class first: theirs is an attribute of its own.
            if documentation.value.isNone && doc.isNull && get.isNull { return }
            try Attributes.set(self, Names.doc, documentation.value)
        }
    }

    private static func copy(_ self: Value, get: Value = .null, set: Value = .null, delete: Value = .null) throws(Raised) -> Ref {
        let words = words(self)
        func chosen(_ new: Value, _ index: Int) -> Ref {
            if !new.isNull && !new.isNone { return Ref(new) }
            return words[index].isNull ? .none : Ref(words[index])
        }
        let getter = chosen(get, Field.get)
        let setter = chosen(set, Field.set)
        let deleter = chosen(delete, Field.delete)
        let fromGetter = UnsafeMutableRawPointer(words + Field.docFromGetter).load(as: Int32.self) != 0
        let doc = (fromGetter && !getter.value.isNone) || words[Field.doc].isNull ? Ref.none : Ref(words[Field.doc])
        let arguments = TupleObject.make(getter.value, setter.value, deleter.value, doc.value)
        let type = Ref(self.type.value)
        let made = try Call.call(type.value, tuple: arguments.value, keywords: .null)
        if made.value.type.isSubtype(of: PyProperty_TypePointer()) { replace(made.value, Field.name, words[Field.name]) }
        return made
    }

    private static func missing(_ self: Value, _ instance: Value, _ what: String) -> Raised {
        let name = words(self)[Field.name]
        do throws(Raised) {
            let quotedName = name.isNull ? "" : " " + (try Repr.string(name))
            let owner = Classes.qualifiedName(instance.type)
            return raise(.attributeError, "property\(quotedName) of '\(text(owner.value))' object has no \(what)")
        } catch { return error }
    }
}

/// `__isabstractmethod__` of what a descriptor wraps.
enum Abstractness {
    static func of(_ value: Value) throws(Raised) -> Bool {
        let flag = try Attributes.getIfPresent(value, Names.isAbstract)
        return flag.isNull ? false : try Truth.of(flag.value)
    }
}
