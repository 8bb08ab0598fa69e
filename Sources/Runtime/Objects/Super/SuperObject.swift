// super: the class at +16, the object at +24, the class of the object (or the object itself, if it is a class) at +32.

import CPythonABI

enum SuperObject {
    /// super(type, object)
    static func make(_ type: TypePointer, _ object: Value) -> Ref {
        make(type, object, start: Ref(Classes.isType(object) && Classes.type(object).isSubtype(of: type) ? object : object.type.value))
    }
    /// The same, with the class from whose MRO attributes are taken.
    static func make(_ type: TypePointer, _ object: Value, start: consuming Ref) -> Ref {
        let head = ObjectMemory.newCollected(PySuper_TypePointer(), as: PyObject.self, size: 40)
        let words = UnsafeMutableRawPointer(head).assumingMemoryBound(to: Value.self)
        type.value.retain()
        object.retain()
        words[2] = type.value
        words[3] = object
        words[4] = start.take()
        Collector.track(head)
        return Ref(owned: Value(head))
    }

    static func describe(_ type: TypeBuilder) {
        type.doc(
            "super() -> same as super(__class__, <first argument>)\nsuper(type) -> unbound super object\nsuper(type, obj) -> bound super object; requires isinstance(obj, type)\nsuper(type, type2) -> bound super object; requires issubclass(type2, type)\nTypical use to call a cooperative superclass method:\nclass C(B):\n    def meth(self, arg):\n        super().meth(arg)\nThis works for class methods too:\nclass C(B):\n    @classmethod\n    def cmeth(cls, arg):\n        super().cmeth(arg)\n")
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)
            for index in 2..<5 { words[index].release() }
            freeInstance(object)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            guard let object, let visit else { return 0 }
            let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)
            for index in 2..<5 where words[index].isObject {
                let result = visit(words[index].object, argument)
                if result != 0 { return result }
            }
            return 0
        }
        type.slots.new = { (type, _) throws(Raised) -> Ref in try Instances.allocate(type) }
        type.slots.initialize = initialize
        type.slots.getAttribute = { (self, name) throws(Raised) -> Ref in
            let words = self.cast(to: Value.self)
            guard StrObject.isInstance(name), !words[2].isNull, !words[4].isNull, !StrObject.equals(name, "__class__") else {
                return try Attributes.generic(self, name)
            }
            let name = StrObject.isExact(name) ? StrObject.known(name) : name
            let found = try lookup(Classes.type(words[2]), words[3], words[4], name)
            return found.isNull ? try Attributes.generic(self, name) : found
        }
        type.slots.descriptorGet = { (self, instance, _) throws(Raised) -> Ref in
            let words = self.cast(to: Value.self)
            if instance.isNull || instance.isNone || !words[3].isNull || words[2].isNull { return Ref(self) }
            if self.type != PySuper_TypePointer() { return try Call.call(self.type.value, words[2], instance) }
            let start = try check(Classes.type(words[2]), instance)
            let bound = make(Classes.type(words[2]), instance)
            let fields = bound.value.cast(to: Value.self)
            let old = fields[4]
            fields[4] = start.take()
            old.release()
            return bound
        }
        type.slots.repr = { (self) throws(Raised) -> Ref in
            let words = self.cast(to: Value.self)
            let name = words[2].isNull ? "NULL" : Classes.type(words[2]).name
            if words[4].isNull { return StrObject.make("<super: <class '\(name)'>, NULL>") }
            return StrObject.make("<super: <class '\(name)'>, <\(Classes.type(words[4]).name) object>>")
        }
        type.member("__thisclass__", type: Members.optionalValueCode, offset: 16, doc: "the class invoking super()")
        type.member("__self__", type: Members.optionalValueCode, offset: 24, doc: "the instance invoking super(); may be None")
        type.member(
            "__self_class__", type: Members.optionalValueCode, offset: 32, doc: "the type of the instance invoking super(); may be None")
    }

    private static let initialize: InitSlot = { (self, arguments) throws(Raised) -> Void in
        try arguments.noKeywords("super")
        if arguments.count > 2 { throw raise(.typeError, "super() expected at most 2 arguments, got \(arguments.count)") }
        var type = Ref.null
        var object = Ref.null
        if arguments.count == 0 {
            try ZeroArgumentSuper.find(&type, &object)
        } else {
            guard Classes.isType(arguments[0]) else {
                throw raise(.typeError, "super() argument 1 must be a type, not \(ArgumentTypeName.of(arguments[0]))")
            }
            type = Ref(arguments[0])
            object = arguments[1].isNone ? .null : Ref(arguments[1])
        }
        let start = object.isNull ? Ref.null : try check(Classes.type(type.value), object.value)
        let words = self.cast(to: Value.self)
        let old = (words[2], words[3], words[4])
        words[2] = type.take()
        words[3] = object.take()
        words[4] = start.take()
        old.0.release()
        old.1.release()
        old.2.release()
    }

    /// The class from whose MRO attributes are taken; TypeError if the object has nothing to do with the class.
    static func check(_ type: TypePointer, _ object: Value) throws(Raised) -> Ref {
        if Classes.isType(object) && Classes.type(object).isSubtype(of: type) { return Ref(object) }
        if object.type.isSubtype(of: type) { return Ref(object.type.value) }
        // Proxies say that they are of another class.
        let claimed = try Attributes.getIfPresent(object, Names.class)
        if Classes.isType(claimed.value) && claimed.value !== object.type.value && Classes.type(claimed.value).isSubtype(of: type) {
            return claimed
        }
        throw raise(.typeError, "super(type, obj): obj must be an instance or subtype of type")
    }

    /// The attribute that `super(this, object).name` is, bound; null if the classes after `this` have none. `name` is interned.
    static func lookup(_ this: TypePointer, _ object: Value, _ start: Value, _ name: Value) throws(Raised) -> Ref {
        let found = StrObject.isExact(name) ? find(this, Classes.type(start), name) : try search(this, Classes.type(start), name).take()
        if found.isNull { return .null }
        let held = StrObject.isExact(name) ? Ref(found) : Ref(owned: found)
        guard found.isObject, let get = found.record.pointee.descriptorGet else { return held }
        return try get(held.value, object === start ? .null : object, start)
    }

    /// The same, null also if it is not remembered. What is remembered for the class of an object was looked up for one of that class, which
    /// derives from `this`.
    @inline(__always) static func known(_ this: TypePointer, _ start: TypePointer, _ name: Value) -> Value {
        let (version, thisVersion) = (start.pointee.tp_version_tag, this.pointee.tp_version_tag)
        let entry = _pyswift_super_entry(Int(truncatingIfNeeded: name.bits >> 4 ^ UInt64(version) &* 7 ^ UInt64(thisVersion) &* 31))
        let isKnown = version != 0 && thisVersion != 0 && entry.pointee.version == version && entry.pointee.this_version == thisVersion
        return isKnown && entry.pointee.name === name ? entry.pointee.value : .null
    }
    /// What the classes after `this` in the MRO of `start` have under an interned name: unbound, borrowed, or null.
    static func find(_ this: TypePointer, _ start: TypePointer, _ name: Value) -> Value {
        let (version, thisVersion) = (start.version, this.version)
        let entry = _pyswift_super_entry(Int(truncatingIfNeeded: name.bits >> 4 ^ UInt64(version) &* 7 ^ UInt64(thisVersion) &* 31))
        if version != 0 && thisVersion != 0 && entry.pointee.version == version && entry.pointee.this_version == thisVersion && entry.pointee.name === name {
            return entry.pointee.value
        }
        // A search for an exact str raises nothing.
        guard let found = try? search(this, start, name) else {
            PendingException.clear()
            return .null
        }
        if version != 0 && thisVersion != 0 && StrObject.isPermanent(name) && !found.value.isNull {
            entry.pointee = PySwiftSuperEntry(version: version, this_version: thisVersion, name: name, value: found.value)
        }
        // The class's dict holds it.
        return found.value
    }
    private static func search(_ this: TypePointer, _ start: TypePointer, _ name: Value) throws(Raised) -> Ref {
        guard let tuple = start.pointee.tp_mro else { return .null }
        let mro = Ref(Value(tuple))
        var past = false
        for index in 0..<TupleObject.count(mro.value) {
            let candidate = Classes.type(TupleObject.item(mro.value, index))
            if !past {
                past = candidate == this
                continue
            }
            guard let dict = candidate.pointee.tp_dict else { continue }
            let found = StrObject.isExact(name) ? DictObject.get(Value(dict), name: name) : try DictObject.get(Value(dict), name)
            if !found.isNull { return Ref(found) }
        }
        return .null
    }

    /// The function and the object for a call of a method of a super object, if that is a plain one; a null function: it is not.
    static func method(_ value: Value, _ name: Value) -> (function: Value, object: Value) {
        let words = value.cast(to: Value.self)
        guard !words[2].isNull, !words[4].isNull, words[3] !== words[4], !words[3].isNull else { return (.null, .null) }
        let found = find(Classes.type(words[2]), Classes.type(words[4]), name)
        guard !found.isNull, Call.isPlainMethod(found) else { return (.null, .null) }
        return (found, words[3])
    }
}

/// `super()` without arguments: the `__class__` cell and the first argument of the function that runs.
enum ZeroArgumentSuper {
    /// super()
    static func make() throws(Raised) -> Ref {
        var type = Ref.null
        var object = Ref.null
        try find(&type, &object)
        let start = try SuperObject.check(Classes.type(type.value), object.value)
        return SuperObject.make(Classes.type(type.value), object.value, start: start)
    }
    /// The method that `super().name` is in the running function, and its object, both borrowed; nulls if that is not a plain method, or not
    /// known from an earlier call.
    static func method(_ fp: FramePointer, _ name: Value) -> (function: Value, object: Value) {
        let code = fp.code
        if code.pointee.argumentCount == 0 { return (.null, .null) }
        if code.pointee.classPlace == -2 { code.prepareSuper() }
        var first = fp[0]
        if code.pointee.firstIsCell, CellObject.isCell(first) { first = CellObject.get(first) }
        let place = code.pointee.classPlace
        let closure = FunctionObject.closure(fp.function)
        // Methods of classes bind the class: another way.
        guard first.isObject, !Classes.isType(first), place >= 0, TupleObject.isInstance(closure), place < TupleObject.count(closure) else {
            return (.null, .null)
        }
        let content = CellObject.get(TupleObject.item(closure, place))
        guard Classes.isType(content) else { return (.null, .null) }
        let found = SuperObject.known(Classes.type(content), first.object.pointee.ob_type, name)
        if found.isNull || !Call.isPlainMethod(found) { return (.null, .null) }
        return (found, first)
    }
    static func find(_ type: inout Ref, _ object: inout Ref) throws(Raised) {
        guard let fp = CurrentFrame.fp else { throw raise(.runtimeError, "super(): no current frame") }
        let code = fp.code
        if code.pointee.argumentCount == 0 { throw raise(.runtimeError, "super(): no arguments") }
        var first = fp[0]
        // A first argument that inner functions use lives in a cell.
        if code.pointee.classPlace == -2 { code.prepareSuper() }
        if code.pointee.firstIsCell, CellObject.isCell(first) {
            first = CellObject.get(first)
        }
        if first.isNull { throw raise(.runtimeError, "super(): arg[0] deleted") }
        let place = code.pointee.classPlace
        let closure = FunctionObject.closure(fp.function)
        guard place >= 0, TupleObject.isInstance(closure), place < TupleObject.count(closure) else {
            throw raise(.runtimeError, "super(): __class__ cell not found")
        }
        let content = CellObject.get(TupleObject.item(closure, place))
        if content.isNull { throw raise(.runtimeError, "super(): empty __class__ cell") }
        guard Classes.isType(content) else { throw raise(.runtimeError, "super(): __class__ is not a type (\(content.type.name))") }
        type = Ref(content)
        object = Ref(first)
    }
}
