// The attributes of classes: `__name__`, `__bases__`, `__dict__`, ...

import CPythonABI
import Glibc

enum TypeAttributes {
    static func describe(_ type: TypeBuilder) {
        type.member("__basicsize__", type: T_PYSSIZET, offset: offset(\.tp_basicsize))
        type.member("__itemsize__", type: T_PYSSIZET, offset: offset(\.tp_itemsize))
        // (The lower half: what is above is the runtime's own.)
        type.member("__flags__", type: T_UINT, offset: offset(\.tp_flags))
        type.member("__weakrefoffset__", type: T_PYSSIZET, offset: offset(\.tp_weaklistoffset))
        type.member("__base__", type: T_OBJECT, offset: offset(\.tp_base))
        type.member("__dictoffset__", type: T_PYSSIZET, offset: offset(\.tp_dictoffset))
        type.member("__mro__", type: T_OBJECT, offset: offset(\.tp_mro))

        type.getter(
            "__name__", { (self) throws(Raised) -> Ref in Classes.name(Classes.type(self)) },
            set: { (self, value) throws(Raised) -> Void in
                try checkMutable(self, value, "__name__")
                try setName(Classes.type(self), value)
            })
        type.getter(
            "__qualname__", { (self) throws(Raised) -> Ref in Classes.qualifiedName(Classes.type(self)) },
            set: { (self, value) throws(Raised) -> Void in
                try checkMutable(self, value, "__qualname__")
                let type = Classes.type(self)
                guard StrObject.isInstance(value) else {
                    throw raise(.typeError, "can only assign string to \(type.name).__qualname__, not '\(value.type.name)'")
                }
                replace(&type.heap.pointee.ht_qualname, value)
            })
        type.getter(
            "__bases__", { (self) throws(Raised) -> Ref in Ref(Value(pointer: Classes.type(self).pointee.tp_bases)) },
            set: { (self, value) throws(Raised) -> Void in
                try checkMutable(self, value, "__bases__")
                try TypeBases.set(Classes.type(self), value)
            })
        type.getter(
            "__module__", { (self) throws(Raised) -> Ref in try Classes.module(Classes.type(self)) },
            set: { (self, value) throws(Raised) -> Void in
                try checkMutable(self, value, "__module__")
                try setInDict(Classes.type(self), Names.module, value)
            })
        type.getter(
            "__abstractmethods__",
            { (self) throws(Raised) -> Ref in
                let type = Classes.type(self)
                let methods = type == PyType_TypePointer() ? Value.null : DictObject.get(type.dict, name: Names.abstractMethods)
                if methods.isNull { throw raise(.attributeError, argument: Names.abstractMethods) }
                return Ref(methods)
            }, set: setAbstractMethods)
        type.getter(
            "__dict__", { (self) throws(Raised) -> Ref in MappingProxyObject.make(Classes.type(self).dict) })
        type.getter(
            "__doc__", documentation,
            set: { (self, value) throws(Raised) -> Void in
                try checkMutable(self, value, "__doc__")
                try setInDict(Classes.type(self), Names.doc, value)
            })
        type.getter(
            "__text_signature__",
            { (self) throws(Raised) -> Ref in
                let type = Classes.type(self)
                if type.record.pointee.isForeign, let doc = type.pointee.tp_doc { return DescriptorDoc.signature(String(cString: doc)) }
                guard let signature = type.record.pointee.textSignature else { return signatureInDoc(type) }
                return StrObject.make("\(signature)")
            })
        type.getter("__annotations__", annotations, set: setAnnotations)
    }

    /// The signature that the docstring of a class made in Python begins with, "Name(...)" before a line "--".
    private static func signatureInDoc(_ type: TypePointer) -> Ref {
        guard type.record.pointee.madeInPython else { return .none }
        let doc = DictObject.get(type.namespace, name: Names.doc)
        guard StrObject.isInstance(doc) else { return .none }
        let (bytes, name) = (Array(text(doc).utf8), Array(type.shortName.utf8))
        guard bytes.starts(with: name), name.count < bytes.count, bytes[name.count] == UInt8(ascii: "(") else { return .none }
        let end = Array(")\n--\n\n".utf8)
        var index = name.count
        while index + end.count <= bytes.count {
            if bytes[index..<index + end.count].elementsEqual(end) {
                return StrObject.make(String(decoding: bytes[name.count...index], as: UTF8.self))
            }
            // A blank line before it: there is none.
            if bytes[index] == 10, index + 1 < bytes.count, bytes[index + 1] == 10 { return .none }
            index += 1
        }
        return .none
    }

    private static func offset(_ field: PartialKeyPath<PyTypeObject>) -> Int { MemoryLayout<PyTypeObject>.offset(of: field) ?? 0 }

    /// What CPython says for immutable types; it says the same, oddly, when one of these is deleted from any class.
    private static func checkMutable(_ self: Value, _ value: Value, _ name: String) throws(Raised) {
        let type = Classes.type(self)
        if type.has(Py_TPFLAGS_IMMUTABLETYPE) {
            throw raise(.typeError, "cannot set '\(name)' attribute of immutable type '\(type.name)'")
        }
        if value.isNull { throw raise(.typeError, "cannot delete '\(name)' attribute of immutable type '\(type.name)'") }
        if Audit.isWatched {
            let attribute = StrObject.make(name)
            try Audit.event("object.__setattr__", self, attribute.value, value)
        }
    }
    private static func replace(_ field: inout UnsafeMutablePointer<PyObject>?, _ value: Value) {
        let old = field
        field = Border.boxed(value)
        if let old { Value(old).release() }
    }
    /// Stores into the class's dict what is no slot.
    private static func setInDict(_ type: TypePointer, _ name: Value, _ value: Value) throws(Raised) {
        let old = Ref(DictObject.get(type.dict, name: name))
        type.modified()
        try DictObject.set(type.dict, name, value)
        type.modified()
        _ = old.value
    }

    private static func setName(_ type: TypePointer, _ value: Value) throws(Raised) {
        guard StrObject.isInstance(value) else {
            throw raise(.typeError, "can only assign string to \(type.name).__name__, not '\(value.type.name)'")
        }
        try CompileFunctions.requireEncodable(value)
        let name = text(value)
        if name.utf8.contains(0) { throw raise(.valueError, "type name must not contain null characters") }
        let heap = type.heap
        let old = heap.pointee._ht_tpname
        heap.pointee._ht_tpname = strdup(name)
        type.pointee.tp_name = UnsafePointer(heap.pointee._ht_tpname)
        if let old { free(old) }
        replace(&heap.pointee.ht_name, value)
    }

    private static let setAbstractMethods: (Value, Value) throws(Raised) -> Void = { (self, value) throws(Raised) -> Void in
        let type = Classes.type(self)
        var abstract = false
        if value.isNull {
            if type == PyType_TypePointer() || DictObject.get(type.dict, name: Names.abstractMethods).isNull {
                throw raise(.attributeError, argument: Names.abstractMethods)
            }
            let old = Ref(DictObject.get(type.dict, name: Names.abstractMethods))
            type.modified()
            _ = try DictObject.delete(type.dict, Names.abstractMethods)
            _ = old.value
        } else {
            abstract = try Truth.of(value)
            try setInDict(type, Names.abstractMethods, value)
        }
        type.modified()
        if abstract { type.pointee.tp_flags |= Py_TPFLAGS_IS_ABSTRACT } else { type.pointee.tp_flags &= ~Py_TPFLAGS_IS_ABSTRACT }
    }

    private static let documentation: (Value) throws(Raised) -> Ref = { (self) throws(Raised) -> Ref in
        let type = Classes.type(self)
        if !type.isHeapType, let doc = type.record.pointee.doc { return StrObject.make("\(doc)") }
        let doc = DictObject.get(type.dict, name: Names.doc)
        if doc.isNull { return .none }
        let held = Ref(doc)
        guard doc.isObject, type != PyType_TypePointer(), let get = doc.record.pointee.descriptorGet else { return held }
        return try get(held.value, .null, self)
    }

    private static let annotations: (Value) throws(Raised) -> Ref = { (self) throws(Raised) -> Ref in
        let type = Classes.type(self)
        guard type.isHeapType else {
            throw AttributeErrors.raise(
                "type object '\(type.name)' has no attribute '__annotations__'", name: Names.annotations, object: self)
        }
        let own = DictObject.get(type.dict, name: Names.annotations)
        if !own.isNull {
            let held = Ref(own)
            guard own.isObject, let get = own.record.pointee.descriptorGet else { return held }
            return try get(held.value, .null, self)
        }
        let made = DictObject.make()
        try setInDict(type, Names.annotations, made.value)
        return made
    }
    private static let setAnnotations: (Value, Value) throws(Raised) -> Void = { (self, value) throws(Raised) -> Void in
        let type = Classes.type(self)
        if type.has(Py_TPFLAGS_IMMUTABLETYPE) {
            throw raise(.typeError, "cannot set '__annotations__' attribute of immutable type '\(type.name)'")
        }
        if !value.isNull { return try setInDict(type, Names.annotations, value) }
        let old = Ref(DictObject.get(type.dict, name: Names.annotations))
        if old.isNull { throw raise(.attributeError, argument: Names.annotations) }
        type.modified()
        _ = try DictObject.delete(type.dict, Names.annotations)
        type.modified()
        _ = old.value
    }
}
