// classmethod and staticmethod: the callable at +16, a dict at +24.

import CPythonABI

enum WrappedCallable {
    @inline(__always) static func words(_ value: Value) -> UnsafeMutablePointer<Value> { value.cast(to: Value.self) }
    /// The callable, borrowed; null before `__init__`.
    @inline(__always) static func callable(_ value: Value) -> Value { words(value)[2] }

    static func describe() {
        let classMethod = TypeBuilder(PyClassMethod_TypePointer())
        classMethod.doc(
            "classmethod(function) -> method\n\nConvert a function to be a class method.\n\nA class method receives the class as implicit first argument,\njust like an instance method receives the instance.\nTo declare a class method, use this idiom:\n\n  class C:\n      @classmethod\n      def f(cls, arg1, arg2, ...):\n          ...\n\nIt can be called either on the class (e.g. C.f()) or on an instance\n(e.g. C().f()).  The instance is ignored except for its class.\nIf a class method is called for a derived class, the derived class\nobject is passed as the implied first argument.\n\nClass methods are different than C++ or Java static methods.\nIf you want those, see the staticmethod builtin.")
        classMethod.slots.descriptorGet = { (self, instance, owner) throws(Raised) -> Ref in
            try NativeStack.enter(" while calling a Python object")
            let function = Ref(callable(self))
            if function.isNull { throw raise(.runtimeError, "uninitialized classmethod object") }
            let type = owner.isNull ? instance.type.value : owner
            if function.value.isObject, let get = function.value.record.pointee.descriptorGet {
                return try get(function.value, type, type)
            }
            return MethodObject.make(function.value, type)
        }
        classMethod.slots.repr = { (self) throws(Raised) -> Ref in try representation(self, "<classmethod(") }

        let staticMethod = TypeBuilder(PyStaticMethod_TypePointer())
        staticMethod.doc(
            "staticmethod(function) -> method\n\nConvert a function to be a static method.\n\nA static method does not receive an implicit first argument.\nTo declare a static method, use this idiom:\n\n     class C:\n         @staticmethod\n         def f(arg1, arg2, ...):\n             ...\n\nIt can be called either on the class (e.g. C.f()) or on an instance\n(e.g. C().f()). Both the class and the instance are ignored, and\nneither is passed implicitly as the first argument to the method.\n\nStatic methods in Python are similar to those found in Java or C++.\nFor a more advanced concept, see the classmethod builtin.")
        staticMethod.slots.descriptorGet = { (self, _, _) throws(Raised) -> Ref in
            let function = callable(self)
            if function.isNull { throw raise(.runtimeError, "uninitialized staticmethod object") }
            return Ref(function)
        }
        staticMethod.slots.call = { (self, arguments) throws(Raised) -> Ref in
            let function = Ref(callable(self))
            if function.isNull { throw raise(.runtimeError, "uninitialized staticmethod object") }
            return try Call.call(function.value, arguments)
        }
        staticMethod.slots.repr = { (self) throws(Raised) -> Ref in try representation(self, "<staticmethod(") }

        classMethod.slots.initialize = { (self, arguments) throws(Raised) -> Void in try initialize(self, arguments, "classmethod") }
        staticMethod.slots.initialize = { (self, arguments) throws(Raised) -> Void in try initialize(self, arguments, "staticmethod") }
        for builder in [classMethod, staticMethod] {
            builder.type.pointee.tp_dealloc = { object in
                guard let object else { return }
                Collector.untrack(object)
                WrappedCallable.clear(object)
                freeInstance(object)
            }
            builder.type.pointee.tp_traverse = { object, visit, argument in
                guard let object, let visit else { return 0 }
                for index in 2...3 {
                    let value = WrappedCallable.words(Value(object))[index]
                    if value.isObject {
                        let result = visit(value.object, argument)
                        if result != 0 { return result }
                    }
                }
                return 0
            }
            builder.type.pointee.tp_clear = { object in
                guard let object else { return 0 }
                WrappedCallable.clear(object)
                return 0
            }
            builder.slots.new = { (type, _) throws(Raised) -> Ref in
                let made = try Instances.allocate(type)
                words(made.value)[2] = .none
                return made
            }
            builder.member("__func__", type: Members.optionalValueCode, offset: 16)
            builder.member("__wrapped__", type: Members.optionalValueCode, offset: 16)
            builder.getter("__isabstractmethod__", { (self) throws(Raised) -> Ref in
                let function = Ref(callable(self))
                return function.isNull ? .bool(false) : .bool(try Abstractness.of(function.value))
            })
            builder.addInstanceDict()
        }
    }

    private static func clear(_ object: ObjectPointer) {
        for index in 2...3 {
            let old = words(Value(object))[index]
            words(Value(object))[index] = .null
            old.release()
        }
    }

    private static func initialize(_ self: Value, _ arguments: Arguments, _ name: StaticString) throws(Raised) {
        try arguments.noKeywords(name)
        try arguments.check(name, 1, 1)
        let function = arguments[0]
        let old = words(self)[2]
        function.retain()
        words(self)[2] = function
        old.release()
        // The wrapper looks like what it wraps.
        for name in [Names.module, Names.name, Names.qualname, Names.doc, Names.annotations] {
            let value = try Attributes.getIfPresent(function, name)
            if !value.isNull { try Attributes.set(self, name, value.value) }
        }
    }

    private static func representation(_ self: Value, _ prefix: StaticString) throws(Raised) -> Ref {
        let function = Ref(callable(self))
        let inner = function.isNull ? StrObject.make("NULL") : try Repr.of(function.value)
        return try StrJoin.concatenate(prefix, inner.value, ")>", .null, "")
    }
}
