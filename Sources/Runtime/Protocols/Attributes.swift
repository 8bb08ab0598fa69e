// Attribute access: `getattr`, `setattr`, and the generic way that `object` has.

import CPythonABI

public enum Attributes {
    /// getattr(object, name). `name` is a str.
    public static func get(_ object: Value, _ name: Value) throws(Raised) -> Ref {
        let known = cached(object, name)
        if !known.isNull { return Ref(known) }
        do throws(Raised) {
            if let slot = object.record.pointee.getAttribute { return try slot(object, name) }
            return try generic(object, name)
        } catch {
            AttributeErrors.complete(name: name, object: object)
            throw error
        }
    }
    public static func get(_ object: Value, _ name: StaticString) throws(Raised) -> Ref {
        let key = StrObject.intern(name)
        return try get(object, key.value)
    }
    /// What the attribute instructions have learned, borrowed; null: nothing.
    @inline(__always) private static func cached(_ object: Value, _ name: Value) -> Value {
        var (found, getter) = (Value.null, Value.null)
        if object.isObject { AttributeCache.load(object.object, name, &found, &getter) }
        return found
    }
    /// The same for C, with a name of any kind.
    public static func known(_ object: ObjectPointer, _ name: ObjectPointer) -> Value {
        var (found, getter) = (Value.null, Value.null)
        AttributeCache.load(object, Value(name), &found, &getter)
        return found
    }
    /// Remembers where an instance keeps an attribute that C has just read, if it has it in line: every so often, since most others never do.
    public static func learn(_ object: ObjectPointer, _ name: ObjectPointer) {
        let (type, name) = (object.pointee.ob_type.unsafelyUnwrapped, Value(name))
        guard Slow.isTurn(), type.hasManagedDict, object.instanceDict.pointee.isNull, isGenericLookup(type), StrObject.isExact(name),
            StrObject.isInterned(name), type.version != 0, type.lookup(name).isNull,
            let place = type.record.pointee.instanceKeys?.pointee.place(name), place >= 0
        else { return }
        AttributeCache.learn(type.version, name, .load, .instance, place: place)
    }
    /// getattr(object, name, null): AttributeError becomes null.
    public static func getIfPresent(_ object: Value, _ name: Value) throws(Raised) -> Ref {
        let known = cached(object, name)
        if !known.isNull { return Ref(known) }
        // The usual ways, without an exception that nobody wants.
        let slot = object.record.pointee.getAttribute
        // Most that are asked for something they may not have keep nothing of their own under that name, and nor does their class.
        if SlotIdentity.same(slot, genericSlot), StrObject.isExact(name), StrObject.isInterned(name), object.isObject {
            let type = object.type
            if type.lookup(name).isNull {
                if type.hasManagedDict {
                    if object.object.instanceDict.pointee.isNull { return Ref(Instances.inlineValue(object.object, name)) }
                } else if type.pointee.tp_dictoffset == 0 {
                    return .null
                }
            }
        }
        if SlotIdentity.same(slot, ModuleType.getAttribute), StrObject.isExact(name), object.type == PyModule_TypePointer() {
            let found = try genericOrNull(object, name)
            if !found.isNull { return found }
            // Only a module with a `__getattr__` may have it all the same.
            let dict = object.cast(to: Value.self)[2]
            if !dict.isNull && DictObject.get(dict, name: Names.getattr).isNull { return .null }
        }
        do throws(Raised) {
            if SlotIdentity.same(slot, genericSlot) { return try genericOrNull(object, name) }
            if SlotIdentity.same(slot, TypeType.getAttribute) { return try TypeType.attributeOrNull(object, name) }
            return try get(object, name)
        } catch {
            if PendingException.clear(if: .attributeError) { return .null }
            throw error
        }
    }
    /// setattr(object, name, value); a null value deletes.
    public static func set(_ object: Value, _ name: Value, _ value: Value) throws(Raised) {
        guard let slot = object.record.pointee.setAttribute else {
            throw raise(.typeError, "'\(object.type.name)' object has no attributes (\(value.isNull ? "del" : "assign to") .\(text(name)))")
        }
        try slot(object, name, value)
    }

    /// Binds a class attribute to an instance (`__get__`), as attribute access does.
    public static func bind(_ attribute: Value, _ object: Value) throws(Raised) -> Ref {
        if attribute.isObject, let get = attribute.record.pointee.descriptorGet { return try get(attribute, object, object.type.value) }
        return Ref(attribute)
    }

    static func isData(_ descriptor: Value) -> Bool { descriptor.isObject && descriptor.record.pointee.descriptorSet != nil }

    /// Whether a class attribute is `object.__getattribute__` itself.
    static func isGenericWrapper(_ attribute: Value) -> Bool {
        attribute === objectGetAttribute
    }
    /// `object.__getattribute__`, set when the runtime starts.
    nonisolated(unsafe) static var objectGetAttribute = Value.null

    /// object.__getattribute__: data descriptors of the type, the instance's dict, other class attributes.
    public static func generic(_ object: Value, _ name: Value) throws(Raised) -> Ref {
        let found = try genericOrNull(object, name)
        if found.isNull { throw missing(object, name) }
        return found
    }
    /// As `generic`, but null when there is no such attribute.
    static func genericOrNull(_ object: Value, _ name: Value) throws(Raised) -> Ref {
        guard StrObject.isInstance(name) else {
            throw raise(.typeError, "attribute name must be string, not '\(name.type.name)'")
        }
        let type = object.type
        let name = StrObject.isExact(name) ? StrObject.known(name) : name
        let attribute = type.lookup(name)
        var getter: TernarySlot?
        if attribute.isObject {
            let record = attribute.record
            getter = record.pointee.descriptorGet
            if let getter, record.pointee.descriptorSet != nil {
                let held = Ref(attribute)
                return try getter(held.value, object, type.value)
            }
        }
        // Held: the look into the instance's dict may compare keys in Python, which may take the attribute out of the class.
        let held = Ref(attribute)
        let own = try instanceAttribute(object, name)
        if !own.isNull { return own }
        if let getter { return try getter(held.value, object, type.value) }
        return held
    }

    static func missing(_ object: Value, _ name: Value) -> Raised {
        let type = object.type
        if !StrObject.isExact(name) {
            return AttributeErrors.raise("'\(type.name)' object has no attribute '\(text(name))'", name: name, object: object)
        }
        // Without a Swift string on the way: scripts ask for what is not there all the time.
        do throws(Raised) {
            let text = try absence(type, name)
            return ExceptionObject.raiseAttributeError(text.value, name: name, object: object)
        } catch { return error }
    }
    /// "'type' object has no attribute 'name'"
    private static func absence(_ type: TypePointer, _ name: Value) throws(Raised) -> Ref {
        let middle: StaticString = "' object has no attribute '"
        let isMadeHere = type.isHeapType && !type.record.pointee.isForeign
        let (typeText, count) = isMadeHere ? plainName(Value(pointer: type.heap.pointee.ht_name)) : plainName(type.pointee.tp_name)
        if let typeText, StrObject.isASCII(name) {
            let length = StrObject.length(name)
            let message = try StrObject.allocate(length: count + length + middle.utf8CodeUnitCount + 2, maximum: 0x7F)
            var end = StrObject.data(message.value)
            func append(_ text: UnsafeRawPointer, _ count: Int) {
                copyBytes(end, text, count)
                end += count
            }
            append(middle.utf8Start, 1)
            append(typeText, count)
            append(middle.utf8Start, middle.utf8CodeUnitCount)
            append(StrObject.data(name), length)
            append(middle.utf8Start, 1)
            return message
        }
        var message = StrBuilder()
        try message.append("'")
        if isMadeHere {
            try message.append(Value(pointer: type.heap.pointee.ht_name))
        } else {
            let typeName = StrObject.make(type.name)
            try message.append(typeName.value)
        }
        try message.append(middle)
        try message.append(name)
        try message.append("'")
        return try message.finish()
    }
    /// The characters of a name if all are ASCII.
    private static func plainName(_ name: Value) -> (UnsafeRawPointer?, Int) {
        StrObject.isASCII(name) ? (UnsafeRawPointer(StrObject.data(name)), StrObject.length(name)) : (nil, 0)
    }
    private static func plainName(_ name: UnsafePointer<CChar>) -> (UnsafeRawPointer?, Int) {
        var count = 0
        while name[count] > 0 { count &+= 1 }
        return name[count] == 0 ? (UnsafeRawPointer(name), count) : (nil, 0)
    }
    /// The text alone: of assignments and deletions CPython does not tell the name apart.
    private static func absence(_ object: Value, _ name: Value) -> String {
        "'\(object.type.name)' object has no attribute '\(text(name))'"
    }

    /// An attribute in the instance's own namespace, or null.
    static func instanceAttribute(_ object: Value, _ name: Value) throws(Raised) -> Ref {
        guard object.isObject else { return .null }
        let type = object.type
        if type.hasManagedDict {
            let dict = object.object.instanceDict.pointee
            if dict.isNull {
                if StrObject.isExact(name) { return Ref(Instances.inlineValue(object.object, name)) }
                // A derived str may have an equality of its own.
                return Ref(try DictObject.get(Instances.materialize(object.object), name))
            }
            return Ref(try DictObject.get(dict, name))
        }
        guard let location = dictLocation(object.object), let dict = location.pointee else { return .null }
        return Ref(try DictObject.get(Value(dict), name))
    }

    /// Where an object of a type with `tp_dictoffset` keeps its dict.
    public static func dictLocation(_ object: ObjectPointer) -> UnsafeMutablePointer<ObjectPointer?>? {
        let type = object.pointee.ob_type.unsafelyUnwrapped
        var offset = type.pointee.tp_dictoffset
        if offset == 0 { return nil }
        if offset < 0 {
            // Counted from the end of an object of variable size.
            let count = abs(UnsafeMutableRawPointer(object).assumingMemoryBound(to: PyVarObject.self).pointee.ob_size)
            let size = (type.pointee.tp_basicsize + count * type.pointee.tp_itemsize + 7) & ~7
            offset += size
        }
        return (UnsafeMutableRawPointer(object) + offset).assumingMemoryBound(to: ObjectPointer?.self)
    }

    /// The `__dict__` of an object, made if need be; null if its type has none. Borrowed.
    public static func dict(of object: Value) -> Value {
        guard object.isObject else { return .null }
        if object.type.hasManagedDict { return Instances.materialize(object.object) }
        guard let location = dictLocation(object.object) else { return .null }
        if location.pointee == nil { location.pointee = DictObject.make().take().object }
        return Value(location.pointee.unsafelyUnwrapped)
    }

    /// object.__setattr__ and __delattr__.
    public static func genericSet(_ object: Value, _ name: Value, _ value: Value) throws(Raised) {
        guard StrObject.isInstance(name) else {
            throw raise(.typeError, "attribute name must be string, not '\(name.type.name)'")
        }
        let type = object.type
        let name = StrObject.isExact(name) ? StrObject.known(name) : name
        let attribute = type.lookup(name)
        if attribute.isObject, let setter = attribute.record.pointee.descriptorSet {
            let held = Ref(attribute)
            return try setter(held.value, object, value)
        }
        if object.isObject {
            if type.hasManagedDict {
                if try Instances.store(object.object, name, value) { return }
                throw raise(.attributeError, absence(object, name))
            }
            if type.pointee.tp_dictoffset != 0 {
                let dict = dict(of: object)
                if !value.isNull {
                    let key = StrObject.isExact(name) ? StrObject.shared(name) : Ref(name)
                    return try DictObject.set(dict, key.value, value)
                }
                if try DictObject.delete(dict, name) { return }
                throw raise(.attributeError, absence(object, name))
            }
        }
        if attribute.isNull { throw raise(.attributeError, absence(object, name)) }
        throw raise(.attributeError, "'\(type.name)' object attribute '\(text(name))' is read-only")
    }
}

/// AttributeError with its `name` and `obj`.
enum AttributeErrors {
    static func raise(_ message: String, name: Value, object: Value) -> Raised {
        let text = StrObject.make(message)
        return ExceptionObject.raiseAttributeError(text.value, name: name, object: object)
    }

    /// Whether the pending exception, an AttributeError, does not say yet what was asked of whom.
    static var isIncomplete: Bool {
        guard let value = PendingException.state.pointee.curexc_value, ExceptionObject.isInstance(Value(value)) else { return true }
        guard Value(value).type.isSubtype(of: PyExc_AttributeErrorPointer()) else { return false }
        let fields = Value(value).cast(to: PyAttributeErrorObject.self)
        return fields.pointee.name == nil && fields.pointee.obj == nil
    }
    /// Gives the pending exception, if it is an AttributeError without `name` and `obj`, those of the failed access.
    static func complete(name: Value, object: Value) {
        guard PendingException.matches(.attributeError) else { return }
        if let value = PendingException.state.pointee.curexc_value, value.pointee.ob_type == PyExc_AttributeErrorPointer() {
            let fields = Value(value).cast(to: PyAttributeErrorObject.self)
            if fields.pointee.name != nil || fields.pointee.obj != nil { return }
        }
        let saved = PendingException.save()
        guard let type = saved.type else { return }
        let exception: Ref
        if let value = saved.value, ExceptionObject.isInstance(Value(value)) {
            exception = Ref(Value(value))
        } else {
            exception = ExceptionObject.normalize(Value(type), saved.value.map { Value($0) } ?? .null)
            if !ExceptionObject.isInstance(exception.value) {
                PendingException.restore(saved)
                return
            }
        }
        if exception.value.type.isSubtype(of: PyExc_AttributeErrorPointer()) {
            let fields = exception.value.cast(to: PyAttributeErrorObject.self)
            if fields.pointee.name == nil && fields.pointee.obj == nil {
                fields.pointee.name = Border.boxed(name)
                fields.pointee.obj = Border.boxed(object)
            }
        }
        var complete = saved
        complete.replaceValue(exception.take())
        PendingException.restore(complete)
    }
}
