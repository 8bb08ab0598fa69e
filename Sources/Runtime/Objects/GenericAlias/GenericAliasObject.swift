// types.GenericAlias: `list[int]`.
//
// Fields as in CPython: origin +16, arguments +24, parameters +32, weak references +40, starred +48, vectorcall +56.

import CPythonABI

public enum GenericAliasObject {
    @inline(__always) private static func words(_ alias: Value) -> UnsafeMutablePointer<Value> { alias.cast(to: Value.self) }
    static func origin(_ alias: Value) -> Value { words(alias)[2] }
    /// The tuple of arguments, borrowed.
    static func arguments(_ alias: Value) -> Value { words(alias)[3] }
    static func isStarred(_ alias: Value) -> Bool { words(alias)[6].bits & 0xFF != 0 }
    static func isInstance(_ value: Value) -> Bool { value.isObject && value.type.isSubtype(of: Py_GenericAliasTypePointer()) }

    /// origin[arguments]; what is no tuple is one argument.
    public static func make(_ origin: Value, _ arguments: Value) throws(Raised) -> Ref {
        try make(Py_GenericAliasTypePointer(), origin, arguments, starred: false)
    }
    private static func make(_ type: TypePointer, _ origin: Value, _ arguments: Value, starred: Bool) throws(Raised) -> Ref {
        let alias = try Instances.allocate(type)
        let words = words(alias.value)
        origin.retain()
        words[2] = origin
        words[3] = TupleObject.isInstance(arguments) ? Ref(arguments).take() : TupleObject.make(arguments).take()
        words[6] = Value(bits: starred ? 1 : 0)
        return alias
    }
    /// `__class_getitem__` of the generic built-in classes.
    static let classGetItem: (Value, Value) throws(Raised) -> Ref = { (type, arguments) throws(Raised) -> Ref in try make(type, arguments) }

    static func describe(_ type: TypeBuilder) {
        type.doc("Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).")
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)
            if !words[5].isNull { WeakReferences.clear(object) }
            for index in 2...4 {
                words[index].release()
                words[index] = .null
            }
            freeInstance(object)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            guard let object, let visit else { return 0 }
            let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)
            for index in 2...4 where words[index].isObject {
                let result = visit(words[index].object, argument)
                if result != 0 { return result }
            }
            return 0
        }
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            try arguments.noKeywords("GenericAlias")
            try arguments.check("GenericAlias", 2, 2)
            return try make(type, arguments[0], arguments[1], starred: false)
        }
        type.slots.repr = { (self) throws(Raised) -> Ref in
            try NativeStack.enter(" while getting the repr of an object")
            return StrObject.make(codePoints: try GenericRepr.alias(self))
        }
        type.slots.hash = { (self) throws(Raised) -> Int in
            let hash = try Hash.of(origin(self)) ^ (try Hash.of(arguments(self)))
            return hash == -1 ? -2 : hash
        }
        type.slots.compare = { (a, b, operation) throws(Raised) -> Ref in
            guard operation == .equal || operation == .notEqual, isInstance(a), isInstance(b) else { return .notImplemented }
            var same = isStarred(a) == isStarred(b)
            if same { same = try Compare.equal(origin(a), origin(b)) }
            if same { same = try Compare.equal(arguments(a), arguments(b)) }
            return .bool(same == (operation == .equal))
        }
        type.slots.call = { (self, arguments) throws(Raised) -> Ref in
            let held = Ref(self)
            let made = try Call.call(origin(held.value), arguments)
            do throws(Raised) { try Attributes.set(made.value, Names.origClass, held.value) } catch {
                if !PendingException.clear(if: .attributeError) && !PendingException.clear(if: .typeError) { throw error }
            }
            return made
        }
        type.slots.getAttribute = { (self, name) throws(Raised) -> Ref in
            if StrObject.isInstance(name) && !isOwn(name) { return try Attributes.get(origin(self), name) }
            return try Attributes.generic(self, name)
        }
        type.slots.subscript = { (self, item) throws(Raised) -> Ref in
            let parameters = try parameters(self)
            let new = try GenericSubstitution.substitute(self, arguments(self), parameters.value, item)
            return try make(Py_GenericAliasTypePointer(), origin(self), new.value, starred: isStarred(self))
        }
        type.slots.iter = { (self) throws(Raised) -> Ref in GenericAliasIterator.make(self) }
        type.slots.binary[BinaryOperation.or.rawValue] = UnionObject.or
        type.member("__origin__", type: Members.optionalValueCode, offset: 16)
        type.member("__args__", type: Members.optionalValueCode, offset: 24)
        type.member("__unpacked__", type: T_BOOL, offset: 48)
        type.getter("__parameters__", doc: "Type variables in the GenericAlias.", { (self) throws(Raised) -> Ref in try parameters(self) })
        type.getter("__typing_unpacked_tuple_args__", { (self) throws(Raised) -> Ref in
            isStarred(self) && origin(self) === PyTuple_TypePointer().value ? Ref(arguments(self)) : .none
        })
        type.method("__mro_entries__", .one({ (self, _) throws(Raised) -> Ref in TupleObject.make(origin(self)) }))
        type.method("__instancecheck__", .one({ (_, _) throws(Raised) -> Ref in
            throw raise(.typeError, "isinstance() argument 2 cannot be a parameterized generic")
        }))
        type.method("__subclasscheck__", .one({ (_, _) throws(Raised) -> Ref in
            throw raise(.typeError, "issubclass() argument 2 cannot be a parameterized generic")
        }))
        type.method("__reduce__", .noArguments({ (self) throws(Raised) -> Ref in
            if isStarred(self) {
                let plain = try make(origin(self), arguments(self))
                let iterator = try Iteration.iter(plain.value)
                let next = try BuiltinReference.get("next")
                let arguments = TupleObject.make(iterator.value)
                return TupleObject.make(next.value, arguments.value)
            }
            let arguments = TupleObject.make(origin(self), arguments(self))
            return TupleObject.make(Py_GenericAliasTypePointer().value, arguments.value)
        }))
        type.method("__dir__", .noArguments({ (self) throws(Raised) -> Ref in
            let list = try Directory.sorted(origin(self))
            for name in ownNames where !(try Sequences.contains(list.value, name)) { try ListObject.append(list.value, name) }
            return list
        }))
    }

    /// Made when first asked for.
    static func parameters(_ alias: Value) throws(Raised) -> Ref {
        if words(alias)[4].isNull {
            try NativeStack.enter("")
            let made = try GenericSubstitution.parameters(arguments(alias))
            if words(alias)[4].isNull { words(alias)[4] = made.take() }
        }
        return Ref(words(alias)[4])
    }

    /// Attributes that are the alias's own; all others are those of the origin.
    nonisolated(unsafe) private static let ownNames: [Value] = [
        Names.class, Names.origin, Names.args, Names.make("__unpacked__"), Names.typeParams,
        Names.make("__typing_unpacked_tuple_args__"), Names.mroEntries, Names.reduceEx, Names.reduce, Names.make("__copy__"),
        Names.make("__deepcopy__"),
    ]
    private static func isOwn(_ name: Value) -> Bool {
        for own in ownNames where StrObject.equal(own, name) { return true }
        return false
    }

    fileprivate static func starred(_ alias: Value) throws(Raised) -> Ref {
        try make(Py_GenericAliasTypePointer(), origin(alias), arguments(alias), starred: true)
    }

    /// `iter(alias)`, for `*alias`: the starred alias, once. The alias is at +16, null afterwards.
    enum GenericAliasIterator {
        static func make(_ alias: Value) -> Ref {
            let object = ObjectMemory.newCollected(_PySwift_GenericAliasIter_TypePointer(), as: PyObject.self, size: 24)
            alias.retain()
            Value(object).cast(to: Value.self)[2] = alias
            Collector.track(object)
            return Ref(owned: Value(object))
        }
        static func describe(_ type: TypeBuilder) {
            type.type.pointee.tp_dealloc = { object in
                guard let object else { return }
                Collector.untrack(object)
                Value(object).cast(to: Value.self)[2].release()
                ObjectMemory.freeCollected(object, size: 24)
            }
            type.type.pointee.tp_traverse = { object, visit, argument in
                guard let object, let visit else { return 0 }
                let alias = Value(object).cast(to: Value.self)[2]
                return alias.isObject ? visit(alias.object, argument) : 0
            }
            type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
            type.slots.next = { (self) throws(Raised) -> Ref in
                let words = self.cast(to: Value.self)
                if words[2].isNull { return .null }
                let alias = Ref(owned: words[2])
                words[2] = .null
                return try starred(alias.value)
            }
            type.method("__reduce__", .noArguments({ (self) throws(Raised) -> Ref in
                let iter = try BuiltinReference.get("iter")
                let alias = Ref(self.cast(to: Value.self)[2])
                let inner = alias.isNull ? TupleObject.make(TupleObject.emptyValue) : TupleObject.make(alias.value)
                return TupleObject.make(iter.value, inner.value)
            }))
        }
    }
}

/// How types are written inside aliases and unions.
enum GenericRepr {
    static func alias(_ alias: Value) throws(Raised) -> [UInt32] {
        var codes: [UInt32] = GenericAliasObject.isStarred(alias) ? [42] : []
        codes += try item(GenericAliasObject.origin(alias))
        codes.append(91)
        let arguments = GenericAliasObject.arguments(alias)
        let count = TupleObject.count(arguments)
        for index in 0..<count {
            if index > 0 { codes += [44, 32] }
            codes += try item(TupleObject.item(arguments, index))
        }
        if count == 0 { codes += [40, 41] }
        codes.append(93)
        return codes
    }
    static func item(_ value: Value) throws(Raised) -> [UInt32] {
        if value === .ellipsis { return [46, 46, 46] }
        let origin = try Attributes.getIfPresent(value, Names.origin)
        if !origin.isNull {
            let arguments = try Attributes.getIfPresent(value, Names.args)
            if !arguments.isNull { return try plain(value) }
        }
        let qualname = try Attributes.getIfPresent(value, Names.qualname)
        if qualname.isNull { return try plain(value) }
        let module = try Attributes.getIfPresent(value, Names.module)
        if module.isNull || module.value.isNone { return try plain(value) }
        let name = try Repr.str(qualname.value)
        if StrObject.isInstance(module.value) && StrObject.equals(module.value, "builtins") { return codePoints(name.value) }
        let prefix = try Repr.str(module.value)
        return codePoints(prefix.value) + [46] + codePoints(name.value)
    }
    private static func plain(_ value: Value) throws(Raised) -> [UInt32] {
        let shown = try Repr.of(value)
        return codePoints(shown.value)
    }
    static func codePoints(_ string: Value) -> [UInt32] {
        (0..<StrObject.length(string)).map { StrObject.character(string, $0) }
    }
}

extension Names {
    nonisolated(unsafe) static let origClass = make("__orig_class__")
    nonisolated(unsafe) static let typingSubst = make("__typing_subst__")
    nonisolated(unsafe) static let typingPrepareSubst = make("__typing_prepare_subst__")
    nonisolated(unsafe) static let typingUnpackedTupleArgs = make("__typing_unpacked_tuple_args__")
    nonisolated(unsafe) static let typingIsUnpackedTypeVarTuple = make("__typing_is_unpacked_typevartuple__")
}
