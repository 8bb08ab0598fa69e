// The immutable mapping that CPython keeps context variables in, as its tests ask for it. Contexts here share dicts that are copied when
// they are written to (`ContextObject`), and so does this: a change is a copy.

import CPythonABI

public enum HamtObject {
    /// The one field: a dict that is not changed any more.
    private static let entries = 0

    nonisolated(unsafe) static let type: TypePointer = FieldObject.type("hamt", fields: 1, [.hidden, .weakReferences]) { type in
        type.slots.length = { (self) throws(Raised) -> Int in DictObject.count(Fields(self)[entries]) }
        type.slots.contains = { (self, key) throws(Raised) -> Bool in try DictObject.contains(Fields(self)[entries], key) }
        type.slots.subscript = { (self, key) throws(Raised) -> Ref in
            let found = Ref(try DictObject.get(Fields(self)[entries], key))
            if found.isNull { throw raise(.keyError, argument: key) }
            return found
        }
        type.slots.compare = { (self, other, operation) throws(Raised) -> Ref in
            guard operation == .equal || operation == .notEqual, other.type == self.type else { return .notImplemented }
            let (a, b) = (Fields(self)[entries], Fields(other)[entries])
            return .bool(try Compare.equal(a, b) == (operation == .equal))
        }
        type.slots.iter = { (self) throws(Raised) -> Ref in try ContextIterator.make(_PyHamtKeys_TypePointer(), over: Fields(self)[entries]) }
        type.method("set", .positional(minimum: 2, maximum: 2) { (self, a) throws(Raised) -> Ref in try set(self, a[0], a[1]) })
        type.method("delete", .one { (self, key) throws(Raised) -> Ref in
            let copy = try DictObject.copy(Fields(self)[entries])
            guard try DictObject.delete(copy.value, key) else { return Ref(self) }
            return try make(copy)
        })
        type.method("get", .positional(minimum: 1, maximum: 2) { (self, a) throws(Raised) -> Ref in
            let found = Ref(try DictObject.get(Fields(self)[entries], a[0]))
            return found.isNull ? (a.count > 1 ? Ref(a[1]) : .none) : found
        })
        type.method("keys", .noArguments { (self) throws(Raised) -> Ref in
            try ContextIterator.make(_PyHamtKeys_TypePointer(), over: Fields(self)[entries])
        })
        type.method("values", .noArguments { (self) throws(Raised) -> Ref in
            try ContextIterator.make(_PyHamtValues_TypePointer(), over: Fields(self)[entries])
        })
        type.method("items", .noArguments { (self) throws(Raised) -> Ref in
            try ContextIterator.make(_PyHamtItems_TypePointer(), over: Fields(self)[entries])
        })
    }

    private static func make(_ dict: consuming Ref) throws(Raised) -> Ref {
        let made = try FieldObject.make(type)
        Fields(made.value).set(entries, dict)
        return made
    }
    /// An empty mapping.
    public static func make() throws(Raised) -> Ref { try make(DictObject.make()) }

    private static func set(_ self: Value, _ key: Value, _ value: Value) throws(Raised) -> Ref {
        let known = try DictObject.get(Fields(self)[entries], key)
        if !known.isNull && known === value { return Ref(self) }
        let copy = try DictObject.copy(Fields(self)[entries])
        try DictObject.set(copy.value, key, value)
        return try make(copy)
    }
}
