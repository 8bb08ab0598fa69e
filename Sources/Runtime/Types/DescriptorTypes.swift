// Behaviour of the descriptor types.

import CPythonABI

enum DescriptorTypes {
    static func describe() {
        let method = TypeBuilder(PyMethodDescr_TypePointer())
        method.slots.descriptorGet = { (self, instance, owner) throws(Raised) -> Ref in
            if instance.isNull { return Ref(self) }
            try check(self, instance)
            let definition = Descriptors.definition(self)
            if definition.pointee.ml_flags & METH_METHOD != 0 {
                return NativeFunctionObject.makeMethod(definition, self: instance, module: .null, type: Descriptors.owner(self))
            }
            return NativeFunctionObject.make(definition, self: instance, module: .null)
        }
        method.slots.call = callMethod
        let classMethod = TypeBuilder(PyClassMethodDescr_TypePointer())
        classMethod.slots.descriptorGet = classMethodGet
        classMethod.slots.call = { (self, arguments) throws(Raised) -> Ref in
            guard arguments.count > 0 else {
                throw raise(
                    .typeError, "descriptor '\(text(Descriptors.name(self)))' of '\(Descriptors.owner(self).name)' object needs an argument")
            }
            let bound = try classMethodGet(self, .null, arguments[0])
            return try Call.call(bound.value, arguments.dropFirst())
        }
        let getSet = TypeBuilder(PyGetSetDescr_TypePointer())
        getSet.slots.descriptorGet = { (self, instance, owner) throws(Raised) -> Ref in
            if instance.isNull { return Ref(self) }
            try check(self, instance)
            let definition = self.cast(to: PyGetSetDescrObject.self).pointee.d_getset.unsafelyUnwrapped
            if let native = Descriptors.native(definition) { return try native.pointee.get(instance) }
            return try ForeignAttributes.getHook(definition, self, instance)
        }
        getSet.slots.descriptorSet = { (self, instance, value) throws(Raised) -> Void in
            try checkSet(self, instance)
            let definition = self.cast(to: PyGetSetDescrObject.self).pointee.d_getset.unsafelyUnwrapped
            if let native = Descriptors.native(definition) {
                guard let set = native.pointee.set else { throw notWritable(self) }
                return try set(instance, value)
            }
            return try ForeignAttributes.setHook(definition, self, instance, value)
        }
        let member = TypeBuilder(PyMemberDescr_TypePointer())
        member.slots.descriptorGet = { (self, instance, owner) throws(Raised) -> Ref in
            if instance.isNull { return Ref(self) }
            try check(self, instance)
            return try Members.get(instance, self.cast(to: PyMemberDescrObject.self).pointee.d_member)
        }
        member.slots.descriptorSet = { (self, instance, value) throws(Raised) -> Void in
            try checkSet(self, instance)
            try Members.set(instance, self.cast(to: PyMemberDescrObject.self).pointee.d_member, value)
        }
        let wrapper = TypeBuilder(PyWrapperDescr_TypePointer())
        wrapper.slots.descriptorGet = { (self, instance, owner) throws(Raised) -> Ref in
            if instance.isNull { return Ref(self) }
            try check(self, instance)
            return MethodWrapper.make(self, instance)
        }
        wrapper.slots.call = { (self, arguments) throws(Raised) -> Ref in
            try requireSelf(self, arguments)
            return try Descriptors.callWrapper(self, arguments[0], arguments.dropFirst())
        }
        for builder in [method, classMethod, getSet, member, wrapper] {
            builder.type.pointee.tp_dealloc = deallocate
            builder.type.pointee.tp_traverse = traverse
            builder.getter("__objclass__", { (self) throws(Raised) -> Ref in Ref(Descriptors.owner(self).value) })
            builder.getter("__name__", { (self) throws(Raised) -> Ref in Ref(Descriptors.name(self)) })
            builder.getter("__qualname__", { (self) throws(Raised) -> Ref in
                let owner = Classes.qualifiedName(Descriptors.owner(self))
                return StrObject.make("\(text(owner.value)).\(text(Descriptors.name(self)))")
            })
            builder.getter("__doc__", { (self) throws(Raised) -> Ref in DescriptorDoc.doc(self) })
        }
        for builder in [method, classMethod, wrapper] {
            builder.getter("__text_signature__", { (self) throws(Raised) -> Ref in DescriptorDoc.textSignature(self) })
        }
        for builder in [method, member, wrapper] {
            builder.method("__reduce__", .noArguments({ (self) throws(Raised) -> Ref in
                try BuiltinReference.getattrReduce(Descriptors.owner(self).value, Descriptors.name(self))
            }))
        }
        method.slots.repr = { (self) throws(Raised) -> Ref in description(self, "method") }
        classMethod.slots.repr = { (self) throws(Raised) -> Ref in description(self, "method") }
        getSet.slots.repr = { (self) throws(Raised) -> Ref in description(self, "attribute") }
        member.slots.repr = { (self) throws(Raised) -> Ref in description(self, "member") }
        wrapper.slots.repr = { (self) throws(Raised) -> Ref in description(self, "slot wrapper") }
        MethodWrapper.describe(TypeBuilder(_PyMethodWrapper_TypePointer()))
    }

    private static func description(_ self: Value, _ what: String) -> Ref {
        StrObject.make("<\(what) '\(text(Descriptors.name(self)))' of '\(Descriptors.owner(self).name)' objects>")
    }

    private static func check(_ self: Value, _ instance: Value) throws(Raised) {
        if !instance.type.isSubtype(of: Descriptors.owner(self)) {
            throw raise(
                .typeError,
                "descriptor '\(text(Descriptors.name(self)))' for '\(Descriptors.owner(self).name)' objects doesn't apply to a '\(instance.type.name)' object")
        }
    }
    private static func checkSet(_ self: Value, _ instance: Value) throws(Raised) {
        if !instance.type.isSubtype(of: Descriptors.owner(self)) {
            throw raise(
                .typeError,
                "descriptor '\(text(Descriptors.name(self)))' for '\(Descriptors.owner(self).name)' objects doesn't apply to a '\(instance.type.name)' object")
        }
    }
    private static func notWritable(_ self: Value) -> Raised {
        raise(
            .attributeError,
            "attribute '\(text(Descriptors.name(self)))' of '\(Descriptors.owner(self).name)' objects is not writable")
    }
    private static func requireSelf(_ self: Value, _ arguments: Arguments) throws(Raised) {
        if arguments.count < 1 {
            let wrapper = self.object.pointee.ob_type == PyWrapperDescr_TypePointer()
            let owner = Descriptors.owner(self)
            let name = text(Descriptors.name(self))
            if wrapper { throw raise(.typeError, "descriptor '\(name)' of '\(owner.name)' object needs an argument") }
            let qualified = Classes.qualifiedName(owner)
            throw raise(.typeError, "unbound method \(text(qualified.value)).\(name)() needs an argument")
        }
        if !arguments[0].type.isSubtype(of: Descriptors.owner(self)) {
            let wrapper = self.object.pointee.ob_type == PyWrapperDescr_TypePointer()
            if wrapper {
                throw raise(
                    .typeError,
                    "descriptor '\(text(Descriptors.name(self)))' requires a '\(Descriptors.owner(self).name)' object but received a '\(arguments[0].type.name)'")
            }
            try check(self, arguments[0])
        }
    }

    static let callMethod: CallSlot = { (self, arguments) throws(Raised) -> Ref in
        try requireSelf(self, arguments)
        let definition = Descriptors.definition(self)
        guard let native = Descriptors.native(definition) else { return try ForeignCalls.callHook(self, arguments) }
        return try native.call(arguments[0], arguments.dropFirst(), owner: Descriptors.owner(self))
    }

    static let classMethodGet: TernarySlot = { (self, instance, owner) throws(Raised) -> Ref in
        var type = owner
        if type.isNull {
            if instance.isNull {
                throw raise(
                    .typeError,
                    "descriptor '\(text(Descriptors.name(self)))' for type '\(Descriptors.owner(self).name)' needs either an object or a type")
            }
            type = instance.type.value
        }
        guard Classes.isType(type) else {
            throw raise(
                .typeError,
                "descriptor '\(text(Descriptors.name(self)))' for type '\(Descriptors.owner(self).name)' needs a type, not a '\(type.type.name)' as arg 2")
        }
        if !type.cast(to: PyTypeObject.self).isSubtype(of: Descriptors.owner(self)) {
            throw raise(
                .typeError,
                "descriptor '\(text(Descriptors.name(self)))' requires a subtype of '\(Descriptors.owner(self).name)' but received '\(type.cast(to: PyTypeObject.self).name)'")
        }
        let definition = Descriptors.definition(self)
        if definition.pointee.ml_flags & METH_METHOD != 0 {
            return NativeFunctionObject.makeMethod(definition, self: type, module: .null, type: Descriptors.owner(self))
        }
        return NativeFunctionObject.make(definition, self: type, module: .null)
    }

    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        Collector.untrack(object)
        let head = Descriptors.head(Value(object))
        if let owner = head.pointee.d_type { owner.value.release() }
        if let name = head.pointee.d_name { Value(name).release() }
        if let name = head.pointee.d_qualname { Value(name).release() }
        freeInstance(object)
    }
    static let traverse: traverseproc = { object, visit, argument in
        guard let object, let visit, let owner = Descriptors.head(Value(object)).pointee.d_type else { return 0 }
        return visit(owner.value.object, argument)
    }
}

/// method-wrapper: a slot's dunder bound to an object. The descriptor at +16, the object at +24.
enum MethodWrapper {
    static func make(_ descriptor: Value, _ self: Value) -> Ref {
        let object = ObjectMemory.newCollected(_PyMethodWrapper_TypePointer(), as: PyObject.self, size: 32)
        let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)
        descriptor.retain()
        self.retain()
        words[2] = descriptor
        words[3] = self
        Collector.track(object)
        return Ref(owned: Value(object))
    }
    static func descriptor(_ value: Value) -> Value { value.cast(to: Value.self)[2] }
    static func object(_ value: Value) -> Value { value.cast(to: Value.self)[3] }

    static func describe(_ type: TypeBuilder) {
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            MethodWrapper.descriptor(Value(object)).release()
            MethodWrapper.object(Value(object)).release()
            ObjectMemory.freeCollected(object, size: 32)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            guard let object, let visit else { return 0 }
            let bound = MethodWrapper.object(Value(object))
            if bound.isObject {
                let result = visit(bound.object, argument)
                if result != 0 { return result }
            }
            return visit(MethodWrapper.descriptor(Value(object)).object, argument)
        }
        type.slots.call = { (self, arguments) throws(Raised) -> Ref in
            try Descriptors.callWrapper(descriptor(self), object(self), arguments)
        }
        type.slots.repr = { (self) throws(Raised) -> Ref in
            StrObject.make(
                "<method-wrapper '\(text(Descriptors.name(descriptor(self))))' of \(object(self).type.name) object at \(Repr.address(object(self)))>")
        }
        type.slots.compare = { (a, b, operation) throws(Raised) -> Ref in
            guard operation == .equal || operation == .notEqual, b.type == _PyMethodWrapper_TypePointer() else { return .notImplemented }
            let same = descriptor(a) === descriptor(b) && object(a) === object(b)
            return .bool(same == (operation == .equal))
        }
        type.slots.hash = { (self) throws(Raised) -> Int in
            let hash = Hash.identity(object(self)) ^ Hash.identity(descriptor(self))
            return hash == -1 ? -2 : hash
        }
        type.method("__reduce__", .noArguments({ (self) throws(Raised) -> Ref in
            try BuiltinReference.getattrReduce(object(self), Descriptors.name(descriptor(self)))
        }))
        type.getter("__self__", { (self) throws(Raised) -> Ref in Ref(object(self)) })
        type.getter("__name__", { (self) throws(Raised) -> Ref in Ref(Descriptors.name(descriptor(self))) })
        type.getter("__objclass__", { (self) throws(Raised) -> Ref in Ref(Descriptors.owner(descriptor(self)).value) })
        type.getter("__qualname__", { (self) throws(Raised) -> Ref in try Attributes.get(descriptor(self), Names.qualname) })
        type.getter("__doc__", { (self) throws(Raised) -> Ref in DescriptorDoc.doc(descriptor(self)) })
        type.getter("__text_signature__", { (self) throws(Raised) -> Ref in DescriptorDoc.textSignature(descriptor(self)) })
    }
}

/// `__doc__` and `__text_signature__` of descriptors.
enum DescriptorDoc {
    static func doc(_ descriptor: Value) -> Ref {
        switch descriptor.object.pointee.ob_type {
        case PyWrapperDescr_TypePointer():
            let index = Descriptors.wrapperIndex(descriptor)
            if index >= 0 { return StrObject.make("\(DunderTable.wrappers[index].doc)") }
            guard let doc = descriptor.cast(to: PyWrapperDescrObject.self).pointee.d_base?.pointee.doc else { return .none }
            return StrObject.make(signatureParts(String(cString: doc)).doc)
        case PyGetSetDescr_TypePointer():
            return string(descriptor.cast(to: PyGetSetDescrObject.self).pointee.d_getset.pointee.doc)
        case PyMemberDescr_TypePointer():
            return string(descriptor.cast(to: PyMemberDescrObject.self).pointee.d_member.pointee.doc)
        default:
            return doc(Descriptors.definition(descriptor))
        }
    }
    static func doc(_ definition: UnsafeMutablePointer<PyMethodDef>) -> Ref {
        if definition.pointee.ml_doc != nil { return StrObject.make(signatureParts(String(cString: definition.pointee.ml_doc)).doc) }
        guard let native = Descriptors.native(definition), let doc = native.pointee.doc else { return .none }
        return StrObject.make("\(doc)")
    }
    static func textSignature(_ descriptor: Value) -> Ref {
        if descriptor.object.pointee.ob_type == PyWrapperDescr_TypePointer() {
            let index = Descriptors.wrapperIndex(descriptor)
            if index >= 0 { return StrObject.make("\(DunderTable.wrappers[index].signature)") }
            guard let doc = descriptor.cast(to: PyWrapperDescrObject.self).pointee.d_base?.pointee.doc,
                let signature = signatureParts(String(cString: doc)).signature
            else { return .none }
            return StrObject.make(signature)
        }
        return textSignature(Descriptors.definition(descriptor))
    }
    static func textSignature(_ definition: UnsafeMutablePointer<PyMethodDef>) -> Ref {
        if let native = Descriptors.native(definition) {
            guard let signature = native.pointee.textSignature else { return .none }
            return StrObject.make("\(signature)")
        }
        guard definition.pointee.ml_doc != nil else { return .none }
        guard let signature = signatureParts(String(cString: definition.pointee.ml_doc)).signature else { return .none }
        return StrObject.make(signature)
    }
    /// The signature that a C docstring begins with.
    static func signature(_ text: String) -> Ref { signatureParts(text).signature.map { StrObject.make($0) } ?? .none }
    /// A C docstring without the signature in front of it.
    static func body(_ text: String) -> String { signatureParts(text).doc }
    /// C docstrings begin with `name(signature)\n--\n\n` where a signature is known.
    private static func signatureParts(_ text: String) -> (signature: String?, doc: String) {
        let bytes = Array(text.utf8)
        let mark = Array(")\n--\n\n".utf8)
        guard let open = bytes.firstIndex(of: UInt8(ascii: "(")), bytes.count > mark.count else { return (nil, text) }
        var index = open
        while index + mark.count <= bytes.count {
            if bytes[index] == mark[0] && bytes[index..<index + mark.count].elementsEqual(mark) {
                let signature = String(decoding: bytes[open...index], as: UTF8.self)
                let doc = String(decoding: bytes[(index + mark.count)...], as: UTF8.self)
                return (signature, doc)
            }
            index += 1
        }
        return (nil, text)
    }
    private static func string(_ text: UnsafePointer<CChar>?) -> Ref {
        guard let text else { return .none }
        return StrObject.make(String(cString: text))
    }
}
