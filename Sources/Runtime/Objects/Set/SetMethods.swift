// The types set and frozenset.

import CPythonABI

extension SetObject {
    static func describeSet(_ type: TypeBuilder) {
        type.doc("set() -> new empty set object\nset(iterable) -> new set object\n\nBuild an unordered collection of unique elements.")
        describeCommon(type)
        type.slots.new = { (type, _) throws(Raised) -> Ref in try make(type) }
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in
            try arguments.noKeywords("set")
            try arguments.check("set", 0, 1)
            if layout(self).pointee.fill != 0 { clear(self) }
            layout(self).pointee.hash = -1
            if arguments.count == 1 { try update(self, arguments[0]) }
        }
        type.unhashable()
        type.slots.inPlace[BinaryOperation.or.rawValue] = { (a, b) throws(Raised) -> Ref in
            guard isInstance(b) else { return .notImplemented }
            try merge(a, b)
            return Ref(a)
        }
        type.slots.inPlace[BinaryOperation.and.rawValue] = { (a, b) throws(Raised) -> Ref in
            guard isInstance(b) else { return .notImplemented }
            let result = try intersection(a, b)
            swap(a, result.value)
            return Ref(a)
        }
        type.slots.inPlace[BinaryOperation.subtract.rawValue] = { (a, b) throws(Raised) -> Ref in
            guard isInstance(b) else { return .notImplemented }
            try differenceUpdate(a, b)
            return Ref(a)
        }
        type.slots.inPlace[BinaryOperation.xor.rawValue] = { (a, b) throws(Raised) -> Ref in
            guard isInstance(b) else { return .notImplemented }
            try symmetricDifferenceUpdate(a, b)
            return Ref(a)
        }
        describeMutation(type)
    }

    private static func describeMutation(_ type: TypeBuilder) {
        type.method(
            "add",
            .one({ (self, element) throws(Raised) -> Ref in
                try add(self, element)
                return .none
            }), doc: "Add an element to a set.\n\nThis has no effect if the element is already present.")
        type.method(
            "clear",
            .noArguments({ (self) throws(Raised) -> Ref in
                clear(self)
                return .none
            }), doc: "Remove all elements from this set.")
        type.method(
            "discard",
            .one({ (self, element) throws(Raised) -> Ref in
                _ = try discardElement(self, element)
                return .none
            }),
            doc:
                "Remove an element from a set if it is a member.\n\nUnlike set.remove(), the discard() method does not raise\nan exception when an element is missing from the set."
        )
        type.method(
            "remove",
            .one({ (self, element) throws(Raised) -> Ref in
                if try !discardElement(self, element) { throw KeyErrors.raise(element) }
                return .none
            }), doc: "Remove an element from a set; it must be a member.\n\nIf the element is not a member, raise a KeyError.")
        type.method(
            "pop",
            .noArguments({ (self) throws(Raised) -> Ref in
                let element = pop(self)
                if element.isNull { throw raise(.keyError, "pop from an empty set") }
                return element
            }), doc: "Remove and return an arbitrary set element.\nRaises KeyError if the set is empty.")
        type.method(
            "update",
            .positional(minimum: 0, maximum: Int.max, { (self, arguments) throws(Raised) -> Ref in
                for index in 0..<arguments.count { try update(self, arguments[index]) }
                return .none
            }), doc: "Update a set with the union of itself and others.")
        type.method(
            "intersection_update",
            .positional(minimum: 0, maximum: Int.max, { (self, arguments) throws(Raised) -> Ref in
                let result = try intersection(self, arguments)
                swap(self, result.value)
                return .none
            }), doc: "Update a set with the intersection of itself and another.")
        type.method(
            "difference_update",
            .positional(minimum: 0, maximum: Int.max, { (self, arguments) throws(Raised) -> Ref in
                for index in 0..<arguments.count { try differenceUpdate(self, arguments[index]) }
                return .none
            }), doc: "Remove all elements of another set from this set.")
        type.method(
            "symmetric_difference_update",
            .one({ (self, other) throws(Raised) -> Ref in
                try symmetricDifferenceUpdate(self, other)
                return .none
            }), doc: "Update a set with the symmetric difference of itself and another.")
    }

    static func describeFrozen(_ type: TypeBuilder) {
        type.doc(
            "frozenset() -> empty frozenset object\nfrozenset(iterable) -> frozenset object\n\nBuild an immutable unordered collection of unique elements."
        )
        describeCommon(type)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            try ConstructorKeywords.reject(arguments, type, builtin: PyFrozenSet_TypePointer(), "frozenset")
            try arguments.positional.check("frozenset", 0, 1)
            if arguments.count == 0 { return try make(type) }
            if type == PyFrozenSet_TypePointer() && arguments[0].isObject && arguments[0].object.pointee.ob_type == type {
                return Ref(arguments[0])
            }
            return try make(type, from: arguments[0])
        }
        type.slots.hash = { (self) throws(Raised) -> Int in frozenHash(self) }
    }

    private static func describeCommon(_ type: TypeBuilder) {
        type.type.pointee.tp_dealloc = deallocate
        type.type.pointee.tp_traverse = traverse
        type.type.pointee.tp_clear = clearReferences
        type.slots.repr = { (self) throws(Raised) -> Ref in try repr(self) }
        type.slots.compare = { (a, b, operation) throws(Raised) -> Ref in try compare(a, b, operation) }
        type.slots.iter = { (self) throws(Raised) -> Ref in SetIterator.make(self) }
        type.slots.length = { (self) throws(Raised) -> Int in count(self) }
        type.slots.sequenceLength = { (self) throws(Raised) -> Int in count(self) }
        type.slots.contains = { (self, value) throws(Raised) -> Bool in try containsElement(self, value) }
        type.slots.binary[BinaryOperation.or.rawValue] = { (a, b) throws(Raised) -> Ref in
            guard isInstance(a), isInstance(b) else { return .notImplemented }
            let result = try copy(a)
            try merge(result.value, b)
            return result
        }
        type.slots.binary[BinaryOperation.and.rawValue] = { (a, b) throws(Raised) -> Ref in
            guard isInstance(a), isInstance(b) else { return .notImplemented }
            return try intersection(a, b)
        }
        type.slots.binary[BinaryOperation.subtract.rawValue] = { (a, b) throws(Raised) -> Ref in
            guard isInstance(a), isInstance(b) else { return .notImplemented }
            return try difference(a, b)
        }
        type.slots.binary[BinaryOperation.xor.rawValue] = { (a, b) throws(Raised) -> Ref in
            guard isInstance(a), isInstance(b) else { return .notImplemented }
            return try symmetricDifference(a, b)
        }
        type.classMethod(
            "__class_getitem__", .one({ (self, item) throws(Raised) -> Ref in try GenericAliasObject.make(self, item) }), doc: "See PEP 585")
        type.method(
            "__contains__", .one({ (self, value) throws(Raised) -> Ref in .bool(try containsElement(self, value)) }),
            doc: "x.__contains__(y) <==> y in x.")
        type.method(
            "__reduce__", .noArguments({ (self) throws(Raised) -> Ref in try reduce(self) }), doc: "Return state information for pickling.")
        type.method(
            "__sizeof__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let layout = layout(self).pointee
                return IntObject.make(200 + (layout.table == smallTable(self) ? 0 : (layout.mask + 1) * 16))
            }), doc: "S.__sizeof__() -> size of S in memory, in bytes")
        type.method(
            "copy",
            .noArguments({ (self) throws(Raised) -> Ref in
                if self.object.pointee.ob_type == PyFrozenSet_TypePointer() { return Ref(self) }
                return try copy(self)
            }), doc: "Return a shallow copy of a set.")
        describeAlgebra(type)
    }

    private static func describeAlgebra(_ type: TypeBuilder) {
        type.method(
            "difference",
            .positional(minimum: 0, maximum: Int.max, { (self, arguments) throws(Raised) -> Ref in
                if arguments.count == 0 { return try copy(self) }
                let result = try difference(self, arguments[0])
                for index in 1..<max(arguments.count, 1) { try differenceUpdate(result.value, arguments[index]) }
                return result
            }),
            doc: "Return the difference of two or more sets as a new set.\n\n(i.e. all elements that are in this set but not the others.)")
        type.method(
            "intersection",
            .positional(minimum: 0, maximum: Int.max, { (self, arguments) throws(Raised) -> Ref in try intersection(self, arguments) }),
            doc: "Return the intersection of two sets as a new set.\n\n(i.e. all elements that are in both sets.)")
        type.method(
            "isdisjoint", .one({ (self, other) throws(Raised) -> Ref in .bool(try isDisjoint(self, other)) }),
            doc: "Return True if two sets have a null intersection.")
        type.method(
            "issubset", .one({ (self, other) throws(Raised) -> Ref in .bool(try isSubset(self, other)) }),
            doc: "Report whether another set contains this set.")
        type.method(
            "issuperset", .one({ (self, other) throws(Raised) -> Ref in .bool(try isSuperset(self, other)) }),
            doc: "Report whether this set contains another set.")
        type.method(
            "symmetric_difference", .one({ (self, other) throws(Raised) -> Ref in try symmetricDifference(self, other) }),
            doc: "Return the symmetric difference of two sets as a new set.\n\n(i.e. all elements that are in exactly one of the sets.)")
        type.method(
            "union",
            .positional(minimum: 0, maximum: Int.max, { (self, arguments) throws(Raised) -> Ref in
                let result = try copy(self)
                for index in 0..<arguments.count where arguments[index] !== self { try update(result.value, arguments[index]) }
                return result
            }), doc: "Return the union of sets as a new set.\n\n(i.e. all elements that are in either set.)")
    }

    // MARK: Elements

    /// Runs `body` with a value and its hash. A set, which has none, stands for the frozenset of its elements.
    @inline(__always) private static func withHash<R>(_ element: Value, _ body: (Value, Int) throws(Raised) -> R) throws(Raised) -> R {
        let hash: Int
        do throws(Raised) { hash = try Hash.of(element) } catch {
            guard isSet(element), PendingException.clear(if: .typeError) else { throw error }
            let frozen = make(exact: PyFrozenSet_TypePointer())
            try merge(frozen.value, element)
            return try body(frozen.value, frozenHash(frozen.value))
        }
        return try body(element, hash)
    }
    static func containsElement(_ set: Value, _ element: Value) throws(Raised) -> Bool {
        try withHash(element) { (key, hash) throws(Raised) -> Bool in try find(set, key, hash) != nil }
    }
    static func discardElement(_ set: Value, _ element: Value) throws(Raised) -> Bool {
        try withHash(element) { (key, hash) throws(Raised) -> Bool in try discard(set, key, hash) }
    }

    private static func intersection(_ set: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        if arguments.count == 0 { return try copy(set) }
        var result = try intersection(set, arguments[0])
        for index in 1..<max(arguments.count, 1) { result = try intersection(result.value, arguments[index]) }
        return result
    }

    static func repr(_ set: Value) throws(Raised) -> Ref {
        let type = set.type
        guard Repr.enter(set) else { return StrObject.make("\(type.name)(...)") }
        defer { Repr.leave(set) }
        if count(set) == 0 { return StrObject.make("\(type.name)()") }
        var writer = ReprWriter()
        let plain = type == PySet_TypePointer()
        if !plain {
            let name = Classes.name(type)
            writer.append(str: name.value)
            writer.append("(")
        }
        writer.append("{")
        // The elements as they are now: their reprs may change the set.
        let elements = try Iteration.list(set)
        for index in 0..<ListObject.count(elements.value) {
            if index > 0 { writer.append(", ") }
            try writer.append(repr: ListObject.item(elements.value, index))
        }
        writer.append(plain ? "}" : "})")
        return try writer.finish()
    }

    private static func reduce(_ set: Value) throws(Raised) -> Ref {
        let elements = try Iteration.list(set)
        let arguments = TupleObject.make(elements.value)
        let state = try Call.method(set, Names.getstate)
        return TupleObject.make(set.type.value, arguments.value, state.value)
    }
}

/// Immutable built-in types look at keywords in `__new__`; a subclass with an `__init__` of its own may take some.
public enum ConstructorKeywords {
    public static func reject(_ arguments: Arguments, _ type: TypePointer, builtin: TypePointer, _ name: StaticString) throws(Raised) {
        if arguments.keywordCount == 0 { return }
        if type == builtin || SlotIdentity.same(type.record.pointee.initialize, builtin.record.pointee.initialize) {
            try arguments.noKeywords(name)
        }
    }
}
