// weakref.ref

import CPythonABI

enum ReferenceType {
    static func describe(_ type: TypeBuilder) {
        WeakReferences.describeStorage(type)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            if type == _PyWeakref_RefTypePointer() { try arguments.noKeywords("ref") }
            try arguments.check("__new__", 1, 2)
            return try WeakReferences.make(type, arguments[0], arguments[1].isNone ? .null : arguments[1])
        }
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in
            if self.type == _PyWeakref_RefTypePointer() { try arguments.noKeywords("ref") }
            try arguments.check("__init__", 1, 2)
        }
        type.slots.call = { (self, arguments) throws(Raised) -> Ref in
            if !arguments.isEmpty {
                if arguments.keywordCount > 0 { throw raise(.typeError, "weakref() takes no keyword arguments") }
                throw raise(.typeError, "weakref expected 0 arguments, got \(arguments.count)")
            }
            let target = WeakReferences.target(self)
            return target.isNull ? .none : Ref(target)
        }
        type.slots.hash = { (self) throws(Raised) -> Int in
            let reference = self.cast(to: PyWeakReference.self)
            if reference.pointee.hash != -1 { return reference.pointee.hash }
            let target = Ref(WeakReferences.target(self))
            if target.isNull { throw raise(.typeError, "weak object has gone away") }
            reference.pointee.hash = try Hash.of(target.value)
            return reference.pointee.hash
        }
        type.slots.compare = { (a, b, operation) throws(Raised) -> Ref in
            guard operation == .equal || operation == .notEqual, a.type.isSubtype(of: _PyWeakref_RefTypePointer()),
                b.type.isSubtype(of: _PyWeakref_RefTypePointer())
            else { return .notImplemented }
            let left = Ref(WeakReferences.target(a))
            let right = Ref(WeakReferences.target(b))
            if left.isNull || right.isNull { return .bool((a === b) == (operation == .equal)) }
            return try Compare.rich(left.value, right.value, operation)
        }
        type.slots.repr = { (self) throws(Raised) -> Ref in
            let target = Ref(WeakReferences.target(self))
            if target.isNull { return StrObject.make("<weakref at \(Repr.address(self)); dead>") }
            let name = try Attributes.getIfPresent(target.value, Names.name)
            let suffix = StrObject.isInstance(name.value) ? " (\(text(name.value)))" : ""
            return StrObject.make(
                "<weakref at \(Repr.address(self)); to '\(target.value.type.name)' at \(Repr.address(target.value))\(suffix)>")
        }
        type.member("__callback__", type: T_OBJECT, offset: 24)
        type.classMethod("__class_getitem__", .one(GenericAliasObject.classGetItem), nil, doc: "See PEP 585")
    }
}
