// mappingproxy: a read-only view of a mapping, which is at +16. `cls.__dict__` is one.

import CPythonABI

public enum MappingProxyObject {
    @inline(__always) static func mapping(_ proxy: Value) -> Value { proxy.cast(to: Value.self)[2] }

    /// A proxy of a borrowed mapping.
    public static func make(_ mapping: Value) -> Ref {
        let object = ObjectMemory.newCollected(PyDictProxy_TypePointer(), as: PyObject.self, size: 24)
        mapping.retain()
        Value(object).cast(to: Value.self)[2] = mapping
        Collector.track(object)
        return Ref(owned: Value(object))
    }
    private static func isInstance(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type == PyDictProxy_TypePointer() }

    static func describe(_ type: TypeBuilder) {
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            MappingProxyObject.mapping(Value(object)).release()
            ObjectMemory.freeCollected(object, size: 24)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            guard let object, let visit else { return 0 }
            let mapping = MappingProxyObject.mapping(Value(object))
            return mapping.isObject ? visit(mapping.object, argument) : 0
        }
        type.slots.new = { (_, arguments) throws(Raised) -> Ref in
            var slot = Value.null
            try withUnsafeMutablePointer(to: &slot) { (pointer) throws(Raised) -> Void in
                try signature.bind(arguments, into: pointer, function: "mappingproxy")
            }
            let isMapping = slot.record.pointee.subscript != nil && !ListObject.isInstance(slot) && !TupleObject.isInstance(slot)
            guard isMapping else { throw raise(.typeError, "mappingproxy() argument must be a mapping, not \(ArgumentTypeName.of(slot))") }
            return make(slot)
        }
        type.slots.length = { (self) throws(Raised) -> Int in try Sequences.length(mapping(self)) }
        type.slots.subscript = { (self, key) throws(Raised) -> Ref in try Sequences.get(mapping(self), key) }
        type.slots.contains = { (self, key) throws(Raised) -> Bool in try Sequences.contains(mapping(self), key) }
        type.slots.iter = { (self) throws(Raised) -> Ref in try Iteration.iter(mapping(self)) }
        type.slots.str = { (self) throws(Raised) -> Ref in try Repr.str(mapping(self)) }
        type.slots.repr = { (self) throws(Raised) -> Ref in
            let inner = try Repr.of(mapping(self))
            return try StrJoin.concatenate("mappingproxy(", inner.value, ")", .null, "")
        }
        type.slots.compare = { (self, other, operation) throws(Raised) -> Ref in try Compare.rich(mapping(self), other, operation) }
        type.slots.hash = { (self) throws(Raised) -> Int in throw Hash.unhashable(self) }
        type.set("__hash__", .none)
        type.slots.binary[BinaryOperation.or.rawValue] = { (a, b) throws(Raised) -> Ref in
            let left = isInstance(a) ? mapping(a) : a
            let right = isInstance(b) ? mapping(b) : b
            return try Numbers.binary(.or, left, right)
        }
        type.slots.inPlace[BinaryOperation.or.rawValue] = { (a, _) throws(Raised) -> Ref in
            throw raise(.typeError, "'|=' is not supported by \(a.type.name); use '|' instead")
        }
        type.method(
            "get", .positional(minimum: 1, maximum: 2, { (self, arguments) throws(Raised) -> Ref in
                let key = arguments[0]
                let fallback = arguments.count > 1 ? arguments[1] : Value.none
                let mapping = mapping(self)
                if DictObject.isExact(mapping) {
                    let found = try DictObject.get(mapping, key)
                    return Ref(found.isNull ? fallback : found)
                }
                let method = try Attributes.get(mapping, "get")
                return try Call.call(method.value, key, fallback)
            }), nil, doc: "D.get(k[,d]) -> D[k] if k in D, else d.  d defaults to None.")
        type.method(
            "keys", .noArguments({ (self) throws(Raised) -> Ref in try Call.method(mapping(self), Names.keys) }), nil,
            doc: "D.keys() -> a set-like object providing a view on D's keys")
        type.method(
            "values", .noArguments({ (self) throws(Raised) -> Ref in try Call.method(mapping(self), Names.values) }), nil,
            doc: "D.values() -> an object providing a view on D's values")
        type.method(
            "items", .noArguments({ (self) throws(Raised) -> Ref in try Call.method(mapping(self), Names.items) }), nil,
            doc: "D.items() -> a set-like object providing a view on D's items")
        type.method(
            "copy", .noArguments({ (self) throws(Raised) -> Ref in
                if DictObject.isExact(mapping(self)) { return try DictObject.copy(mapping(self)) }
                let method = try Attributes.get(mapping(self), "copy")
                return try Call.call(method.value)
            }), nil, doc: "D.copy() -> a shallow copy of D")
        type.method(
            "__reversed__", .noArguments({ (self) throws(Raised) -> Ref in try Call.method(mapping(self), Names.reversed) }), nil,
            doc: "D.__reversed__() -> reverse iterator")
        type.classMethod("__class_getitem__", .one(GenericAliasObject.classGetItem), nil, doc: "See PEP 585")
    }
    private static let signature = BoundParameters("(mapping)")
}
