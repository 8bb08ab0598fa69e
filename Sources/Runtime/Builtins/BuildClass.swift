// `builtins.__build_class__`: what a class statement calls.

import CPythonABI

public enum BuildClass {
    /// __build_class__(body, name, *bases, metaclass=..., **keywords)
    static let call: (Value, Arguments) throws(Raised) -> Ref = { (_, arguments) throws(Raised) -> Ref in
        if arguments.count < 2 { throw raise(.typeError, "__build_class__: not enough arguments") }
        let (function, name) = (arguments[0], arguments[1])
        guard function.isObject, function.object.pointee.ob_type == PyFunction_TypePointer() else {
            throw raise(.typeError, "__build_class__: func must be a function")
        }
        guard StrObject.isInstance(name) else { throw raise(.typeError, "__build_class__: name is not a string") }
        let given = arguments.tuple(from: 2)
        let bases = try resolve(given.value)

        // The keywords without `metaclass`.
        let keywords = DictObject.make()
        var metaclass = Ref.null
        for index in 0..<arguments.keywordCount {
            if StrObject.equals(arguments.keywordName(index), "metaclass") {
                metaclass = Ref(arguments.keywordValue(index))
            } else {
                try DictObject.set(keywords.value, arguments.keywordName(index), arguments.keywordValue(index))
            }
        }
        if metaclass.isNull {
            metaclass = Ref(TupleObject.count(bases.value) == 0 ? PyType_TypePointer().value : TupleObject.item(bases.value, 0).type.value)
        }
        let isClass = Classes.isType(metaclass.value)
        if isClass {
            let winner = try TypeNew.calculateMetaclass(Classes.type(metaclass.value), bases.value)
            metaclass = Ref(winner.value)
        }

        let namespace = try prepare(metaclass.value, name, bases.value, keywords.value)
        guard namespace.value.record.pointee.subscript != nil, !TupleObject.isInstance(namespace.value), !ListObject.isInstance(namespace.value) else {
            let who = isClass ? Classes.type(metaclass.value).name : "<metaclass>"
            throw raise(.typeError, "\(who).__prepare__() must return a mapping, not \(namespace.value.type.name)")
        }
        let cell = try Interpreter.run(function: function, locals: namespace.value)
        if bases.value !== given.value { try Sequences.set(namespace.value, Names.origBases, given.value) }
        let made = try call(metaclass.value, name, bases.value, namespace.value, keywords.value)

        if Classes.isType(made.value) && CellObject.isCell(cell.value) {
            let content = CellObject.get(cell.value)
            if content.isNull {
                throw raise(
                    .runtimeError,
                    "__class__ not set defining \(try Repr.string(name)) as \(try Repr.string(made.value)). Was __classcell__ propagated to type.__new__?")
            }
            if content !== made.value {
                throw raise(
                    .typeError,
                    "__class__ set to \(try Repr.string(content)) defining \(try Repr.string(name)) as \(try Repr.string(made.value))")
            }
        }
        return made
    }

    private static func call(_ callable: Value, _ name: Value, _ bases: Value, _ namespace: Value, _ keywords: Value) throws(Raised) -> Ref {
        let tuple = namespace.isNull ? TupleObject.make(name, bases) : TupleObject.make(name, bases, namespace)
        return try Call.call(callable, tuple: tuple.value, keywords: keywords)
    }

    private static func prepare(_ metaclass: Value, _ name: Value, _ bases: Value, _ keywords: Value) throws(Raised) -> Ref {
        if metaclass === PyType_TypePointer().value { return DictObject.make() }
        let method = try Attributes.getIfPresent(metaclass, Names.prepare)
        return method.isNull ? DictObject.make() : try call(method.value, name, bases, .null, keywords)
    }

    /// The bases with `__mro_entries__` of those that are no classes put in their place; the same tuple if there are none.
    public static func resolve(_ bases: Value) throws(Raised) -> Ref {
        var result = Ref.null
        for index in 0..<TupleObject.count(bases) {
            let base = TupleObject.item(bases, index)
            var replaced = false
            if !Classes.isType(base) {
                let method = try Attributes.getIfPresent(base, Names.mroEntries)
                if !method.isNull {
                    let entries = try Call.call(method.value, bases)
                    guard TupleObject.isInstance(entries.value) else {
                        throw raise(.typeError, "__mro_entries__ must return a tuple")
                    }
                    if result.isNull {
                        result = ListObject.make()
                        for earlier in 0..<index { try ListObject.append(result.value, TupleObject.item(bases, earlier)) }
                    }
                    for position in 0..<TupleObject.count(entries.value) {
                        try ListObject.append(result.value, TupleObject.item(entries.value, position))
                    }
                    replaced = true
                }
            }
            if !replaced && !result.isNull { try ListObject.append(result.value, base) }
        }
        return result.isNull ? Ref(bases) : try Iteration.tuple(result.value)
    }
}
