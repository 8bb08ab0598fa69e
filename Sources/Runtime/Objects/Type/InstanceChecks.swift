// isinstance() and issubclass()

import CPythonABI

public enum InstanceChecks {
    /// isinstance(value, type): a class, a tuple of classes, a union, or anything with `__instancecheck__`.
    public static func isInstance(_ value: Value, _ type: Value) throws(Raised) -> Bool {
        if value.type.value === type { return true }
        if type.isObject && type.object.pointee.ob_type == PyType_TypePointer() { return try plainIsInstance(value, type) }
        let type = UnionObject.isInstance(type) ? UnionObject.arguments(type) : type
        if TupleObject.isInstance(type) {
            try NativeStack.enterLevel(" in __instancecheck__")
            defer { NativeStack.leaveLevel() }
            for index in 0..<TupleObject.count(type) where try isInstance(value, TupleObject.item(type, index)) { return true }
            return false
        }
        if !type.type.lookup(Names.instancecheck).isNull {
            try NativeStack.enter(" in __instancecheck__")
            let result = try DunderAdapters.callMethod(type, Names.instancecheck, value)
            return try Truth.of(result.value)
        }
        return try plainIsInstance(value, type)
    }

    /// issubclass(type, base)
    public static func isSubclass(_ type: Value, _ base: Value) throws(Raised) -> Bool {
        if base.isObject && base.object.pointee.ob_type == PyType_TypePointer() {
            if type === base { return true }
            return try plainIsSubclass(type, base)
        }
        let base = UnionObject.isInstance(base) ? UnionObject.arguments(base) : base
        if TupleObject.isInstance(base) {
            try NativeStack.enterLevel(" in __subclasscheck__")
            defer { NativeStack.leaveLevel() }
            for index in 0..<TupleObject.count(base) where try isSubclass(type, TupleObject.item(base, index)) { return true }
            return false
        }
        if !base.type.lookup(Names.subclasscheck).isNull {
            try NativeStack.enter(" in __subclasscheck__")
            let result = try DunderAdapters.callMethod(base, Names.subclasscheck, type)
            return try Truth.of(result.value)
        }
        return try plainIsSubclass(type, base)
    }

    /// type.__instancecheck__: by the real class, then by `__class__`.
    static func plainIsInstance(_ value: Value, _ type: Value) throws(Raised) -> Bool {
        if Classes.isType(type) {
            let real = value.type
            if real.isSubtype(of: Classes.type(type)) { return true }
            // Nearly always `__class__` is `object`'s, and says the same.
            if Attributes.isGenericLookup(real) && real.lookup(Names.class) === PyBaseObject_TypePointer().lookup(Names.class) { return false }
            let claimed = try Attributes.getIfPresent(value, Names.class)
            guard Classes.isType(claimed.value), claimed.value !== value.type.value else { return false }
            return Classes.type(claimed.value).isSubtype(of: Classes.type(type))
        }
        try checkClass(type, "isinstance() arg 2 must be a type, a tuple of types, or a union")
        let claimed = try Attributes.getIfPresent(value, Names.class)
        return claimed.isNull ? false : try abstractIsSubclass(claimed.value, type)
    }

    /// type.__subclasscheck__
    static func plainIsSubclass(_ type: Value, _ base: Value) throws(Raised) -> Bool {
        if Classes.isType(type) && Classes.isType(base) { return Classes.type(type).isSubtype(of: Classes.type(base)) }
        try checkClass(type, "issubclass() arg 1 must be a class")
        try checkClass(base, "issubclass() arg 2 must be a class, a tuple of classes, or a union")
        return try abstractIsSubclass(type, base)
    }

    /// Objects count as classes that have a tuple `__bases__`.
    private static func bases(_ value: Value) throws(Raised) -> Ref {
        let bases = try Attributes.getIfPresent(value, Names.bases)
        return TupleObject.isInstance(bases.value) ? bases : .null
    }
    private static func checkClass(_ value: Value, _ message: String) throws(Raised) {
        let bases = try bases(value)
        if bases.isNull { throw raise(.typeError, message) }
    }
    private static func abstractIsSubclass(_ type: Value, _ base: Value) throws(Raised) -> Bool {
        try NativeStack.enter(" in __issubclass__")
        if type === base { return true }
        let bases = try bases(type)
        if bases.isNull { return false }
        for index in 0..<TupleObject.count(bases.value) where try abstractIsSubclass(TupleObject.item(bases.value, index), base) { return true }
        return false
    }
}
