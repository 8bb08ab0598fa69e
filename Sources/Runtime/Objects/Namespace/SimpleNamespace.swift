// types.SimpleNamespace: an object that is its `__dict__`, at +16.

import CPythonABI

public enum SimpleNamespace {
    @inline(__always) private static func dict(_ namespace: Value) -> Value { namespace.cast(to: Value.self)[2] }

    /// A namespace of the entries of a dict, which is copied.
    public static func make(_ entries: Value) throws(Raised) -> Ref {
        let made = try new(_PyNamespace_TypePointer(), .none)
        var position = 0
        while let (key, value) = DictObject.next(entries, &position) { try DictObject.set(dict(made.value), key, value) }
        return made
    }

    private static let new: NewSlot = { (type, _) throws(Raised) -> Ref in
        let made = try Instances.allocate(type)
        made.value.cast(to: Value.self)[2] = DictObject.make().take()
        return made
    }

    static func describe(_ type: TypeBuilder) {
        type.doc("A simple attribute-based namespace.\n\nSimpleNamespace(**kwargs)")
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)
            words[2].release()
            words[2] = .null
            freeInstance(object)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            guard let object, let visit else { return 0 }
            let dict = Value(object).cast(to: Value.self)[2]
            return dict.isObject ? visit(dict.object, argument) : 0
        }
        type.type.pointee.tp_clear = { object in
            guard let object else { return 0 }
            let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)
            let old = words[2]
            words[2] = .null
            old.release()
            return 0
        }
        type.slots.new = new
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in
            if arguments.count > 0 { throw raise(.typeError, "no positional arguments expected") }
            let dict = Ref(Attributes.dict(of: self))
            for index in 0..<arguments.keywordCount {
                try DictObject.set(dict.value, arguments.keywordName(index), arguments.keywordValue(index))
            }
        }
        type.slots.repr = representation
        type.slots.compare = { (a, b, operation) throws(Raised) -> Ref in
            guard a.type.isSubtype(of: _PyNamespace_TypePointer()), b.type.isSubtype(of: _PyNamespace_TypePointer()) else {
                return .notImplemented
            }
            let left = Ref(Attributes.dict(of: a))
            let right = Ref(Attributes.dict(of: b))
            return try Compare.rich(left.value, right.value, operation)
        }
        type.slots.hash = { (self) throws(Raised) -> Int in throw Hash.unhashable(self) }
        type.set("__hash__", .none)
        type.member("__dict__", type: Members.optionalValueCode, offset: 16)
        type.method(
            "__reduce__", .noArguments({ (self) throws(Raised) -> Ref in
                TupleObject.make(self.type.value, TupleObject.emptyValue, Attributes.dict(of: self))
            }), nil, doc: "Return state information for pickling")
    }

    private static let representation: UnarySlot = { (self) throws(Raised) -> Ref in
        let name = self.type == _PyNamespace_TypePointer() ? "namespace" : self.type.name
        if !Repr.enter(self) { return StrObject.make("\(name)(...)") }
        defer { Repr.leave(self) }
        let dict = Ref(Attributes.dict(of: self))
        let pieces = try ListObject.make()
        let keys = try Iteration.list(dict.value)
        for index in 0..<ListObject.count(keys.value) {
            let key = ListObject.item(keys.value, index)
            guard StrObject.isInstance(key), StrObject.length(key) > 0 else { continue }
            let value = Ref(try DictObject.get(dict.value, key))
            if value.isNull { continue }
            let shown = try Repr.of(value.value)
            let piece = try StrJoin.concatenate("", key, "=", shown.value, "")
            try ListObject.append(pieces.value, piece.value)
        }
        let separator = StrObject.make(", ")
        let joined = try StrJoin.joined(separator.value, pieces.value)
        let prefix = StrObject.make(name)
        return try StrJoin.concatenate("", prefix.value, "(", joined.value, ")")
    }
}
