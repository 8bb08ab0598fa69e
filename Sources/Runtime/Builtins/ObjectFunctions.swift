// Built-in functions about objects: getattr, isinstance, repr, iter, ...

import CPythonABI

enum ObjectFunctions {
    static func add(_ module: ModuleBuilder) {
        module.function(
            "getattr", .positional(minimum: 2, maximum: 3, { (_, arguments) throws(Raised) -> Ref in
                let (object, name) = (arguments[0], arguments[1])
                try checkName(name)
                if arguments.count == 2 { return try Attributes.get(object, name) }
                let found = try Attributes.getIfPresent(object, name)
                return found.isNull ? Ref(arguments[2]) : found
            }), nil,
            doc: "getattr(object, name[, default]) -> value\n\nGet a named attribute from an object; getattr(x, 'y') is equivalent to x.y.\nWhen a default argument is given, it is returned when the attribute doesn't\nexist; without it, an exception is raised in that case.")
        module.function(
            "hasattr", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                try checkName(arguments[1])
                let found = try Attributes.getIfPresent(arguments[0], arguments[1])
                return .bool(!found.isNull)
            }), "($module, obj, name, /)",
            doc: "Return whether the object has an attribute with the given name.\n\nThis is done by calling getattr(obj, name) and catching AttributeError.")
        module.function(
            "setattr", .positional(minimum: 3, maximum: 3, { (_, arguments) throws(Raised) -> Ref in
                try checkName(arguments[1])
                try Attributes.set(arguments[0], arguments[1], arguments[2])
                return .none
            }), "($module, obj, name, value, /)",
            doc: "Sets the named attribute on the given object to the specified value.\n\nsetattr(x, 'y', v) is equivalent to ``x.y = v``")
        module.function(
            "delattr", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                try checkName(arguments[1])
                try Attributes.set(arguments[0], arguments[1], .null)
                return .none
            }), "($module, obj, name, /)",
            doc: "Deletes the named attribute from the given object.\n\ndelattr(x, 'y') is equivalent to ``del x.y``")
        module.function(
            "isinstance", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                .bool(try InstanceChecks.isInstance(arguments[0], arguments[1]))
            }), "($module, obj, class_or_tuple, /)",
            doc: "Return whether an object is an instance of a class or of a subclass thereof.\n\nA tuple, as in ``isinstance(x, (A, B, ...))``, may be given as the target to\ncheck against. This is equivalent to ``isinstance(x, A) or isinstance(x, B)\nor ...`` etc.")
        module.function(
            "issubclass", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                .bool(try InstanceChecks.isSubclass(arguments[0], arguments[1]))
            }), "($module, cls, class_or_tuple, /)",
            doc: "Return whether 'cls' is derived from another class or is the same class.\n\nA tuple, as in ``issubclass(x, (A, B, ...))``, may be given as the target to\ncheck against. This is equivalent to ``issubclass(x, A) or issubclass(x, B)\nor ...``.")
        module.function(
            "callable", .one({ (_, object) throws(Raised) -> Ref in .bool(object.record.pointee.call != nil) }), "($module, obj, /)",
            doc: "Return whether the object is callable (i.e., some kind of function).\n\nNote that classes are callable, as are instances of classes with a\n__call__() method.")
        module.function(
            "id", .one({ (_, object) throws(Raised) -> Ref in
                let number = Identity.number(object)
                try Audit.event("builtins.id", number.value)
                return number
            }), "($module, obj, /)",
            doc: "Return the identity of an object.\n\nThis is guaranteed to be unique among simultaneously existing objects.\n(CPython uses the object's memory address.)")
        module.function(
            "hash", .one({ (_, object) throws(Raised) -> Ref in IntObject.make(try Hash.of(object)) }), "($module, obj, /)",
            doc: "Return the hash value for the given object.\n\nTwo objects that compare equal must also have the same hash value, but the\nreverse is not necessarily true.")
        module.function(
            "repr", .one({ (_, object) throws(Raised) -> Ref in try Repr.of(object) }), "($module, obj, /)",
            doc: "Return the canonical string representation of the object.\n\nFor many object types, including most builtins, eval(repr(obj)) == obj.")
        module.function(
            "ascii", .one({ (_, object) throws(Raised) -> Ref in try Repr.ascii(object) }), "($module, obj, /)",
            doc: "Return an ASCII-only representation of an object.\n\nAs repr(), return a string containing a printable representation of an\nobject, but escape the non-ASCII characters in the string returned by\nrepr() using \\\\x, \\\\u or \\\\U escapes. This generates a string similar\nto that returned by repr() in Python 2.")
        module.function(
            "format", .positional(minimum: 1, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                if arguments.count == 2 && !StrObject.isInstance(arguments[1]) {
                    throw raise(.typeError, "format() argument 2 must be str, not \(TextArguments.typeName(arguments[1]))")
                }
                return try Formatting.format(arguments[0], arguments[1])
            }), "($module, value, format_spec='', /)",
            doc: "Return value.__format__(format_spec)\n\nformat_spec defaults to the empty string.\nSee the Format Specification Mini-Language section of help('FORMATTING') for\ndetails.")
        module.function(
            "len", .one({ (_, object) throws(Raised) -> Ref in IntObject.make(try Sequences.length(object)) }), "($module, obj, /)",
            doc: "Return the number of items in a container.")
        module.function(
            "dir", .positional(minimum: 0, maximum: 1, { (_, arguments) throws(Raised) -> Ref in
                if arguments.count == 1 { return try Directory.sorted(arguments[0]) }
                let locals = try InterpreterHooks.currentLocals()
                let keys = DictObject.isExact(locals.value) ? try Iteration.list(locals.value) : try Call.method(locals.value, Names.keys)
                return try Sorting.sorted(keys.value)
            }), nil,
            doc: "dir([object]) -> list of strings\n\nIf called without an argument, return the names in the current scope.\nElse, return an alphabetized list of names comprising (some of) the attributes\nof the given object, and of attributes reachable from it.\nIf the object supplies a method named __dir__, it will be used; otherwise\nthe default dir() logic is used and returns:\n  for a module object: the module's attributes.\n  for a class object:  its attributes, and recursively the attributes\n    of its bases.\n  for any other object: its attributes, its class's attributes, and\n    recursively the attributes of its class's base classes.")
        module.function(
            "vars", .positional(minimum: 0, maximum: 1, { (_, arguments) throws(Raised) -> Ref in
                if arguments.count == 0 { return try InterpreterHooks.currentLocals() }
                let dict = try Attributes.getIfPresent(arguments[0], Names.dict)
                if dict.isNull { throw raise(.typeError, "vars() argument must have __dict__ attribute") }
                return dict
            }), nil,
            doc: "vars([object]) -> dictionary\n\nWithout arguments, equivalent to locals().\nWith an argument, equivalent to object.__dict__.")
    }

    private static func checkName(_ name: Value) throws(Raised) {
        if !StrObject.isInstance(name) { throw raise(.typeError, "attribute name must be string, not '\(name.type.name)'") }
    }
}

/// id()
public enum Identity {
    /// The address of an object. Immediates have none; theirs is a number that no object has: equal numbers have equal ones.
    public static func number(_ value: Value) -> Ref {
        switch value.bits {
        case 1: return IntObject.make(Int(bitPattern: Py_NonePointer()))
        case 2: return IntObject.make(Int(bitPattern: Py_FalsePointer()))
        case 3: return IntObject.make(Int(bitPattern: Py_TruePointer()))
        case 4: return IntObject.make(Int(bitPattern: Py_EllipsisPointer()))
        case 5: return IntObject.make(Int(bitPattern: Py_NotImplementedPointer()))
        default: return IntObject.make(unsigned: UInt(value.bits))
        }
    }
}
