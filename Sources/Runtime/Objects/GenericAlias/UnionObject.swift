// types.UnionType: `int | str`. The arguments at +16, the parameters (made when asked for) at +24.

import CPythonABI

enum UnionObject {
    static func arguments(_ union: Value) -> Value { union.cast(to: Value.self)[2] }
    static func isInstance(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type == _PyUnion_TypePointer() }

    /// `a | b` of types.
    static let or: BinarySlot = { (a, b) throws(Raised) -> Ref in
        guard isUnionable(a), isUnionable(b) else { return .notImplemented }
        var all: [Value] = []
        for side in [a, b] {
            if isInstance(side) {
                for index in 0..<TupleObject.count(arguments(side)) { try add(TupleObject.item(arguments(side), index), to: &all) }
            } else {
                try add(side.isNone ? _PyNone_TypePointer().value : side, to: &all)
            }
        }
        if all.count == 1 { return Ref(all[0]) }
        let tuple = TupleObject.make(array: all)
        return make(tuple.value)
    }
    private static func isUnionable(_ value: Value) -> Bool {
        value.isNone || Classes.isType(value) || GenericAliasObject.isInstance(value) || isInstance(value)
    }
    /// Each type once: aliases by equality, others by identity.
    private static func add(_ type: Value, to all: inout [Value]) throws(Raised) {
        for other in all {
            if other === type { return }
            if GenericAliasObject.isInstance(other) && GenericAliasObject.isInstance(type), try Compare.equal(other, type) { return }
        }
        all.append(type)
    }
    private static func make(_ arguments: Value) -> Ref {
        let object = ObjectMemory.newCollected(_PyUnion_TypePointer(), as: PyObject.self, size: 32)
        let words = Value(object).cast(to: Value.self)
        arguments.retain()
        words[2] = arguments
        words[3] = .null
        Collector.track(object)
        return Ref(owned: Value(object))
    }

    static func describe(_ type: TypeBuilder) {
        type.doc("Represent a PEP 604 union type\n\nE.g. for int | str")
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            Value(object).cast(to: Value.self)[2].release()
            Value(object).cast(to: Value.self)[3].release()
            ObjectMemory.freeCollected(object, size: 32)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            guard let object, let visit else { return 0 }
            for index in 2...3 {
                let value = Value(object).cast(to: Value.self)[index]
                if value.isObject {
                    let result = visit(value.object, argument)
                    if result != 0 { return result }
                }
            }
            return 0
        }
        type.slots.repr = { (self) throws(Raised) -> Ref in
            var codes: [UInt32] = []
            let arguments = arguments(self)
            for index in 0..<TupleObject.count(arguments) {
                if index > 0 { codes += [32, 124, 32] }
                let item = TupleObject.item(arguments, index)
                codes += item === _PyNone_TypePointer().value ? [78, 111, 110, 101] : try GenericRepr.item(item)
            }
            return StrObject.make(codePoints: codes)
        }
        type.slots.hash = { (self) throws(Raised) -> Int in
            let set = try frozen(self)
            return try Hash.of(set.value)
        }
        type.slots.compare = { (a, b, operation) throws(Raised) -> Ref in
            guard operation == .equal || operation == .notEqual, isInstance(a), isInstance(b) else { return .notImplemented }
            let left = try frozen(a)
            let right = try frozen(b)
            return try Compare.rich(left.value, right.value, operation)
        }
        type.slots.getAttribute = Attributes.genericSlot
        type.slots.subscript = { (self, item) throws(Raised) -> Ref in
            let parameters = try parameters(self)
            let new = try GenericSubstitution.substitute(self, arguments(self), parameters.value, item)
            let count = TupleObject.count(new.value)
            var result = Ref(TupleObject.item(new.value, 0))
            for index in 1..<max(count, 1) { result = try Numbers.binary(.or, result.value, TupleObject.item(new.value, index)) }
            return result
        }
        type.slots.binary[BinaryOperation.or.rawValue] = UnionObject.or
        type.member("__args__", type: Members.optionalValueCode, offset: 16)
        type.getter("__parameters__", doc: "Type variables in the types.UnionType.", { (self) throws(Raised) -> Ref in try parameters(self) })
    }
    private static func parameters(_ self: Value) throws(Raised) -> Ref {
        let words = self.cast(to: Value.self)
        if words[3].isNull {
            let made = try GenericSubstitution.parameters(arguments(self))
            if words[3].isNull { words[3] = made.take() }
        }
        return Ref(words[3])
    }
    private static func frozen(_ self: Value) throws(Raised) -> Ref {
        try Call.call(PyFrozenSet_TypePointer().value, arguments(self))
    }
}
