// method: a function bound to an object. Fields as in CPython, real pointers: C code reads them.

import CPythonABI

public enum MethodObject {
    @inline(__always) private static func head(_ method: Value) -> UnsafeMutablePointer<PyMethodObject> { method.cast(to: PyMethodObject.self) }
    /// The function, borrowed.
    @inline(__always) public static func function(_ method: Value) -> Value { Value(head(method).pointee.im_func.unsafelyUnwrapped) }
    /// The object it is bound to, borrowed.
    @inline(__always) public static func boundSelf(_ method: Value) -> Value {
        Border.fromC(borrowed: head(method).pointee.im_self.unsafelyUnwrapped)
    }
    @inline(__always) public static func isInstance(_ value: Value) -> Bool {
        value.isObject && value.object.pointee.ob_type == PyMethod_TypePointer()
    }

    /// A method of borrowed values.
    public static func make(_ function: Value, _ self: Value) -> Ref {
        let object = ObjectMemory.newCollected(PyMethod_TypePointer(), as: PyMethodObject.self, size: 48)
        let value = Value(pointer: object)
        object.pointee.im_func = Border.boxed(function)
        object.pointee.im_self = Border.boxed(self)
        object.pointee.im_weakreflist = nil
        object.pointee.vectorcall = nil
        Collector.track(value.object)
        return Ref(owned: value)
    }

    static func describe(_ type: TypeBuilder) {
        type.doc("Create a bound instance method object.", signature: "(function, instance, /)")
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            let value = Value(object)
            if value.cast(to: PyMethodObject.self).pointee.im_weakreflist != nil { WeakReferences.clear(object) }
            let head = value.cast(to: PyMethodObject.self)
            if let function = head.pointee.im_func { Value(function).release() }
            if let bound = head.pointee.im_self { Value(bound).release() }
            ObjectMemory.freeCollected(object, size: 48)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            guard let object, let visit else { return 0 }
            let head = Value(object).cast(to: PyMethodObject.self)
            if let function = head.pointee.im_func {
                let result = visit(function, argument)
                if result != 0 { return result }
            }
            guard let bound = head.pointee.im_self else { return 0 }
            return visit(bound, argument)
        }
        type.slots.new = { (_, arguments) throws(Raised) -> Ref in
            try arguments.noKeywords("method")
            try arguments.check("method", 2, 2)
            if arguments[0].record.pointee.call == nil { throw raise(.typeError, "first argument must be callable") }
            if arguments[1].isNone { throw raise(.typeError, "instance must not be None") }
            return make(arguments[0], arguments[1])
        }
        type.slots.call = { (self, arguments) throws(Raised) -> Ref in
            let held = Ref(self)
            let function = function(held.value)
            return try Call.prepending(boundSelf(held.value), arguments) { (all) throws(Raised) -> Ref in try Call.call(function, all) }
        }
        type.slots.getAttribute = { (self, name) throws(Raised) -> Ref in
            guard StrObject.isInstance(name) else { return try Attributes.generic(self, name) }
            let key = StrObject.isExact(name) ? StrObject.known(name) : name
            let found = PyMethod_TypePointer().lookup(key)
            if !found.isNull { return try Attributes.generic(self, key) }
            return try Attributes.get(function(self), key)
        }
        type.slots.repr = { (self) throws(Raised) -> Ref in
            let function = function(self)
            var name = try Attributes.getIfPresent(function, Names.qualname)
            if !StrObject.isInstance(name.value) { name = try Attributes.getIfPresent(function, Names.name) }
            if !StrObject.isInstance(name.value) { name = StrObject.make("?") }
            let bound = try Repr.of(boundSelf(self))
            return try StrJoin.concatenate("<bound method ", name.value, " of ", bound.value, ">")
        }
        type.slots.compare = { (a, b, operation) throws(Raised) -> Ref in
            guard operation == .equal || operation == .notEqual, isInstance(b) else { return .notImplemented }
            let same = try Compare.equal(function(a), function(b)) && Compare.isSame(boundSelf(a), boundSelf(b))
            return .bool(same == (operation == .equal))
        }
        type.slots.hash = { (self) throws(Raised) -> Int in
            let hash = Hash.identity(boundSelf(self)) ^ (try Hash.of(function(self)))
            return hash == -1 ? -2 : hash
        }
        type.member(
            "__func__", type: T_OBJECT, offset: 16, doc: "the function (or other callable) implementing a method")
        type.member("__self__", type: T_OBJECT, offset: 24, doc: "the instance to which a method is bound")
        type.getter("__doc__", { (self) throws(Raised) -> Ref in
            let doc = try Attributes.getIfPresent(function(self), Names.doc)
            return doc.isNull ? .none : doc
        })
        type.method(
            "__reduce__", .noArguments({ (self) throws(Raised) -> Ref in
                let name = try Attributes.get(function(self), Names.name)
                return try BuiltinReference.getattrReduce(boundSelf(self), name.value)
            }), "($self, /)")
    }
}

/// instancemethod: a callable that binds like a function. Made by C code only.
public enum InstanceMethodObject {
    static func describe(_ type: TypeBuilder) {
        type.doc("instancemethod(function)\n\nBind a function to a class.")
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            Value(object).cast(to: Value.self)[2].release()
            ObjectMemory.freeCollected(object, size: 24)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            guard let object, let visit else { return 0 }
            let function = Value(object).cast(to: Value.self)[2]
            return function.isObject ? visit(function.object, argument) : 0
        }
        type.slots.new = { (_, arguments) throws(Raised) -> Ref in
            try arguments.noKeywords("instancemethod")
            try arguments.check("instancemethod", 1, 1)
            if arguments[0].record.pointee.call == nil { throw raise(.typeError, "first argument must be callable") }
            return make(arguments[0])
        }
        type.slots.call = { (self, arguments) throws(Raised) -> Ref in try Call.call(self.cast(to: Value.self)[2], arguments) }
        type.slots.descriptorGet = { (self, instance, _) throws(Raised) -> Ref in
            let function = self.cast(to: Value.self)[2]
            return instance.isNull ? Ref(function) : MethodObject.make(function, instance)
        }
        // What the type does not have is the function's.
        type.slots.getAttribute = { (self, name) throws(Raised) -> Ref in
            guard StrObject.isInstance(name) else { return try Attributes.generic(self, name) }
            let key = StrObject.isExact(name) ? StrObject.known(name) : name
            if !PyInstanceMethod_TypePointer().lookup(key).isNull { return try Attributes.generic(self, key) }
            return try Attributes.get(self.cast(to: Value.self)[2], key)
        }
        type.getter("__doc__", { (self) throws(Raised) -> Ref in
            let doc = try Attributes.getIfPresent(self.cast(to: Value.self)[2], Names.doc)
            return doc.isNull ? .none : doc
        })
        type.slots.repr = { (self) throws(Raised) -> Ref in
            let name = try Attributes.getIfPresent(self.cast(to: Value.self)[2], Names.name)
            return StrObject.make("<instancemethod \(StrObject.isInstance(name.value) ? text(name.value) : "?") at \(Repr.address(self))>")
        }
        type.member("__func__", type: Members.optionalValueCode, offset: 16, doc: "the function (or other callable) implementing a method")
    }
    public static func make(_ function: Value) -> Ref {
        let object = ObjectMemory.newCollected(PyInstanceMethod_TypePointer(), as: PyObject.self, size: 24)
        function.retain()
        Value(object).cast(to: Value.self)[2] = function
        Collector.track(object)
        return Ref(owned: Value(object))
    }
}
