// The attributes of built-in functions.

import CPythonABI

enum NativeFunctionAttributes {
    static func describe() {
        describe(TypeBuilder(PyCFunction_TypePointer()))
        let method = TypeBuilder(PyCMethod_TypePointer())
        method.type.pointee.tp_dealloc = NativeFunctionObject.deallocate
        method.type.pointee.tp_traverse = NativeFunctionObject.traverse
    }

    private static func describe(_ type: TypeBuilder) {
        type.type.pointee.tp_dealloc = NativeFunctionObject.deallocate
        type.type.pointee.tp_traverse = NativeFunctionObject.traverse
        type.type.pointee.tp_clear = { object in
            guard let object else { return 0 }
            let function = NativeFunctionObject.head(Value(object))
            let (bound, module) = (function.pointee.m_self, function.pointee.m_module)
            function.pointee.m_self = nil
            function.pointee.m_module = nil
            if let bound { Value(bound).release() }
            if let module { Value(module).release() }
            return 0
        }
        type.slots.call = NativeFunctionObject.call
        type.slots.repr = { (self) throws(Raised) -> Ref in
            let name = String(cString: NativeFunctionObject.head(self).pointee.m_ml.pointee.ml_name)
            // Static methods keep their class where others keep their object.
            let bound = NativeFunctionObject.boundSelf(self)
            if bound.isNull || ModuleObject.isInstance(bound) { return StrObject.make("<built-in function \(name)>") }
            return StrObject.make("<built-in method \(name) of \(bound.type.name) object at \(Repr.address(bound))>")
        }
        type.slots.compare = { (a, b, operation) throws(Raised) -> Ref in
            guard operation == .equal || operation == .notEqual, b.isObject, b.type.isSubtype(of: PyCFunction_TypePointer()) else {
                return .notImplemented
            }
            let (x, y) = (NativeFunctionObject.head(a), NativeFunctionObject.head(b))
            let same = Compare.isSame(NativeFunctionObject.boundSelf(a), NativeFunctionObject.boundSelf(b)) && x.pointee.m_ml == y.pointee.m_ml
            return .bool(same == (operation == .equal))
        }
        type.slots.hash = { (self) throws(Raised) -> Int in
            let head = NativeFunctionObject.head(self)
            let hash = Hash.identity(NativeFunctionObject.boundSelf(self)) ^ Hash.identity(Value(pointer: head.pointee.m_ml))
            return hash == -1 ? -2 : hash
        }
        type.getter("__name__", { (self) throws(Raised) -> Ref in
            StrObject.intern(String(cString: NativeFunctionObject.head(self).pointee.m_ml.pointee.ml_name))
        })
        type.getter("__qualname__", { (self) throws(Raised) -> Ref in
            let name = String(cString: NativeFunctionObject.head(self).pointee.m_ml.pointee.ml_name)
            let bound = NativeFunctionObject.boundSelf(self)
            if bound.isNull || ModuleObject.isInstance(bound) { return StrObject.make(name) }
            let owner = Classes.isType(bound) ? bound : bound.type.value
            let qualname = try Attributes.get(owner, Names.qualname)
            guard StrObject.isInstance(qualname.value) else {
                throw raise(.typeError, "<method>.__class__.__qualname__ is not a unicode object")
            }
            let tail = StrObject.make(name)
            return try StrJoin.concatenate("", qualname.value, ".", tail.value, "")
        })
        type.getter("__self__", { (self) throws(Raised) -> Ref in
            let definition = NativeFunctionObject.head(self).pointee.m_ml
            if let definition, definition.pointee.ml_flags & METH_STATIC != 0 { return .none }
            let bound = NativeFunctionObject.boundSelf(self)
            return bound.isNull ? .none : Ref(bound)
        })
        type.member("__module__", type: T_OBJECT, offset: 32, readOnly: false)
        type.getter("__doc__", { (self) throws(Raised) -> Ref in
            guard let definition = NativeFunctionObject.head(self).pointee.m_ml else { return .none }
            return DescriptorDoc.doc(definition)
        })
        type.getter("__text_signature__", { (self) throws(Raised) -> Ref in
            guard let definition = NativeFunctionObject.head(self).pointee.m_ml else { return .none }
            return DescriptorDoc.textSignature(definition)
        })
        type.method("__reduce__", .noArguments({ (self) throws(Raised) -> Ref in
            let name = StrObject.intern(String(cString: NativeFunctionObject.head(self).pointee.m_ml.pointee.ml_name))
            let bound = NativeFunctionObject.boundSelf(self)
            if bound.isNull || ModuleObject.isInstance(bound) { return name }
            return try BuiltinReference.getattrReduce(bound, name.value)
        }))
    }
}

/// Functions of `builtins` that pickles refer to.
enum BuiltinReference {
    /// The namespace of the module, owned, set when it is made.
    nonisolated(unsafe) static var namespace = Value.null

    static func get(_ name: StaticString) throws(Raised) -> Ref {
        let key = StrObject.intern(name)
        let found = namespace.isNull ? Value.null : DictObject.get(namespace, name: key.value)
        if found.isNull { throw raise(.attributeError, "module 'builtins' has no attribute '\(name)'") }
        return Ref(found)
    }
    /// (getattr, (object, name))
    static func getattrReduce(_ object: Value, _ name: Value) throws(Raised) -> Ref {
        let function = try get("getattr")
        let arguments = TupleObject.make(object, name)
        return TupleObject.make(function.value, arguments.value)
    }
}
