// PyObject_*: attributes, items, comparison, conversion.

import CPythonABI
import Glibc
import Runtime

// MARK: References

@c public func _Py_Dealloc(_ object: Object?) {
    guard let object else { return }
    // The count is zero already: the runtime's own way of going on from here.
    object.pointee.ob_refcnt = 1
    Value(object).release()
}
@c public func Py_IncRef(_ object: Object?) { retained(object) }
@c public func Py_DecRef(_ object: Object?) { release(object) }
@c public func _Py_IncRef(_ object: Object?) { retained(object) }
@c public func _Py_DecRef(_ object: Object?) { release(object) }
@c public func Py_NewRef(_ object: Object?) -> Object? { retained(object) }
@c public func Py_XNewRef(_ object: Object?) -> Object? { retained(object) }
@c public func _Py_NewReference(_ object: Object?) { object?.pointee.ob_refcnt = 1 }
@c public func Py_Is(_ a: Object?, _ b: Object?) -> Int32 { a == b ? 1 : 0 }
@c public func Py_IsNone(_ a: Object?) -> Int32 { a == Py_NonePointer() ? 1 : 0 }
@c public func Py_IsTrue(_ a: Object?) -> Int32 { a == Py_TruePointer() ? 1 : 0 }
@c public func Py_IsFalse(_ a: Object?) -> Int32 { a == Py_FalsePointer() ? 1 : 0 }

// MARK: Attributes

/// Names from C need not be interned.
private func attributeName(_ object: Object?) throws(Raised) -> Value {
    let name = value(object)
    guard StrObject.isInstance(name) else {
        throw raise(.typeError, "attribute name must be string, not '\(name.type.name)'")
    }
    return name
}
@c public func PyObject_GetAttr(_ object: Object?, _ name: Object?) -> Object? {
    if let object, let name {
        let known = Attributes.known(object, name)
        if !known.isNull { return Border.toC(known) }
    }
    return newReference { () throws(Raised) -> Ref in
        let found = try Attributes.get(value(object), try attributeName(name))
        if let object, let name { Attributes.learn(object, name) }
        return found
    }
}
@c public func PyObject_GetAttrString(_ object: Object?, _ text: CString?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let name = name(text)
        return try Attributes.get(value(object), name.value)
    }
}
@c public func PyObject_HasAttr(_ object: Object?, _ name: Object?) -> Int32 {
    hasAttribute(object, value(name))
}
@c public func PyObject_HasAttrString(_ object: Object?, _ text: CString?) -> Int32 {
    let name = name(text)
    return hasAttribute(object, name.value)
}
/// Whatever goes wrong, it is not there.
private func hasAttribute(_ object: Object?, _ name: Value) -> Int32 {
    do throws(Raised) {
        guard let object, StrObject.isInstance(name) else { return 0 }
        let found = try Attributes.getIfPresent(value(object), StrObject.isExact(name) ? StrObject.known(name) : name)
        return found.isNull ? 0 : 1
    } catch {
        PendingException.clear()
        return 0
    }
}
@c public func PyObject_SetAttr(_ object: Object?, _ name: Object?, _ new: Object?) -> Int32 {
    status { () throws(Raised) -> Void in try Attributes.set(value(object), try attributeName(name), stored(new)) }
}
@c public func PyObject_SetAttrString(_ object: Object?, _ text: CString?, _ new: Object?) -> Int32 {
    status { () throws(Raised) -> Void in
        let name = name(text)
        try Attributes.set(value(object), name.value, stored(new))
    }
}
@c public func PyObject_DelAttr(_ object: Object?, _ name: Object?) -> Int32 { PyObject_SetAttr(object, name, nil) }
@c public func PyObject_DelAttrString(_ object: Object?, _ text: CString?) -> Int32 { PyObject_SetAttrString(object, text, nil) }
@c public func PyObject_GenericGetAttr(_ object: Object?, _ name: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in try Attributes.generic(value(object), try attributeName(name)) }
}
@c public func PyObject_GenericSetAttr(_ object: Object?, _ name: Object?, _ new: Object?) -> Int32 {
    status { () throws(Raised) -> Void in try Attributes.genericSet(value(object), try attributeName(name), stored(new)) }
}
@c public func _PyObject_GenericGetAttrWithDict(_ object: Object?, _ name: Object?, _ dict: Object?, _ suppress: Int32) -> Object? {
    newReferenceOrNull { () throws(Raised) -> Ref in
        let (object, name) = (value(object), try attributeName(name))
        do throws(Raised) {
            if let dict {
                let found = try DictObject.get(Value(dict), name)
                let attribute = object.type.lookup(StrObject.interned(name))
                let isData = attribute.isObject && attribute.record.pointee.descriptorSet != nil
                if !found.isNull && !isData { return Ref(found) }
            }
            return try Attributes.generic(object, name)
        } catch {
            if suppress != 0 && PendingException.clear(if: .attributeError) { return .null }
            throw error
        }
    }
}
@c public func _PyObject_GenericSetAttrWithDict(_ object: Object?, _ name: Object?, _ new: Object?, _ dict: Object?) -> Int32 {
    status { () throws(Raised) -> Void in
        guard let dict else { return try Attributes.genericSet(value(object), try attributeName(name), stored(new)) }
        let name = try attributeName(name)
        if let new { return try Containers.store(Value(dict), name, new) }
        if !(try DictObject.delete(Value(dict), name)) { throw raise(.attributeError, argument: name) }
    }
}
@c public func PyObject_GenericGetDict(_ object: Object?, _ context: UnsafeMutableRawPointer?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let dict = Attributes.dict(of: value(object))
        if dict.isNull { throw raise(.attributeError, "This object has no __dict__") }
        return Ref(dict)
    }
}
@c public func PyObject_GenericSetDict(_ object: Object?, _ new: Object?, _ context: UnsafeMutableRawPointer?) -> Int32 {
    status { () throws(Raised) -> Void in
        guard let new else { throw raise(.typeError, "cannot delete __dict__") }
        guard DictObject.isInstance(Value(new)) else {
            throw raise(.typeError, "__dict__ must be set to a dictionary, not a '\(Value(new).type.name)'")
        }
        guard let object, let location = Attributes.dictLocation(object) else { throw raise(.attributeError, "This object has no __dict__") }
        let old = location.pointee
        location.pointee = retained(new)
        release(old)
    }
}
@c public func _PyObject_GetDictPtr(_ object: Object?) -> UnsafeMutablePointer<Object?>? {
    guard let object else { return nil }
    if object.typeObject.hasFlag(Py_TPFLAGS_MANAGED_DICT) {
        let dict = Attributes.dict(of: Value(object))
        if dict.isNull { return nil }
        // The word in front of the object where its dict is kept.
        return (UnsafeMutableRawPointer(object) - 24).assumingMemoryBound(to: Object?.self)
    }
    return Attributes.dictLocation(object)
}
@c public func _PyObject_LookupAttr(_ object: Object?, _ name: Object?, _ result: UnsafeMutablePointer<Object?>?) -> Int32 {
    result?.pointee = nil
    do throws(Raised) {
        let found = try Attributes.getIfPresent(value(object), try attributeName(name))
        if found.isNull { return 0 }
        result?.pointee = Border.toC(owned: found)
        return 1
    } catch { return -1 }
}
@c public func _PyObject_GetMethod(_ object: Object?, _ name: Object?, _ method: UnsafeMutablePointer<Object?>?) -> Int32 {
    method?.pointee = PyObject_GetAttr(object, name)
    return 0
}
@c public func PyObject_Dir(_ object: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let builtins = try Modules.builtin("dir")
        return object == nil ? try Call.call(builtins.value) : try Call.call(builtins.value, value(object))
    }
}

// MARK: Static names

enum Identifiers {
    static func get(_ identifier: UnsafeMutablePointer<_Py_Identifier>?) -> Value {
        guard let identifier else { return .null }
        let name = name(identifier.pointee.string)
        return StrObject.interned(name.value)
    }
}
@c public func _PyUnicode_FromId(_ identifier: UnsafeMutablePointer<_Py_Identifier>?) -> Object? { Identifiers.get(identifier).object }
@c public func _PyObject_GetAttrId(_ object: Object?, _ identifier: UnsafeMutablePointer<_Py_Identifier>?) -> Object? {
    newReference { () throws(Raised) -> Ref in try Attributes.get(value(object), Identifiers.get(identifier)) }
}
@c public func _PyObject_SetAttrId(_ object: Object?, _ identifier: UnsafeMutablePointer<_Py_Identifier>?, _ new: Object?) -> Int32 {
    status { () throws(Raised) -> Void in try Attributes.set(value(object), Identifiers.get(identifier), stored(new)) }
}
@c public func _PyObject_LookupAttrId(
    _ object: Object?, _ identifier: UnsafeMutablePointer<_Py_Identifier>?, _ result: UnsafeMutablePointer<Object?>?
) -> Int32 {
    _PyObject_LookupAttr(object, Identifiers.get(identifier).object, result)
}
@c public func _PyObject_LookupSpecial(_ object: Object?, _ name: Object?) -> Object? {
    newReferenceOrNull { () throws(Raised) -> Ref in
        let found = value(object).type.lookup(StrObject.interned(value(name)))
        return found.isNull ? .null : try Attributes.bind(found, value(object))
    }
}
@c public func _PyObject_LookupSpecialId(_ object: Object?, _ identifier: UnsafeMutablePointer<_Py_Identifier>?) -> Object? {
    _PyObject_LookupSpecial(object, Identifiers.get(identifier).object)
}
@c public func _PyType_Lookup(_ type: TypePointer?, _ name: Object?) -> Object? {
    guard let type, let name else { return nil }
    let found = type.lookup(StrObject.interned(Value(name)))
    if found.isNull { return nil }
    if found.isObject {
        Border.expose(found.object)
        return found.object
    }
    return Containers.lend(found)
}

// MARK: Items, length, iteration

@c public func PyObject_GetItem(_ object: Object?, _ key: Object?) -> Object? {
    if let object, let key {
        if object.typeObject == PyDict_TypePointer() {
            let found = DictObject.simple(Value(object), key)
            if let slot = found.slot { return Border.toC(slot.pointee) }
        } else if let found = Items.get(object, value(key)) {
            return found
        }
    }
    return newReference { () throws(Raised) -> Ref in
        guard let object, let key else { throw Containers.nullError() }
        return try Sequences.get(value(object), value(key))
    }
}
@c public func PyObject_SetItem(_ object: Object?, _ key: Object?, _ item: Object?) -> Int32 {
    status { () throws(Raised) -> Void in
        guard let object, let key, let item else { throw Containers.nullError() }
        try Sequences.set(value(object), value(key), stored(item))
    }
}
@c public func PyObject_DelItem(_ object: Object?, _ key: Object?) -> Int32 {
    status { () throws(Raised) -> Void in
        guard let object, let key else { throw Containers.nullError() }
        try Sequences.set(value(object), value(key), .null)
    }
}
@c public func PyObject_DelItemString(_ object: Object?, _ key: CString?) -> Int32 {
    status { () throws(Raised) -> Void in
        let key = string(key)
        try Sequences.set(value(object), key.value, .null)
    }
}
@c public func PyObject_Size(_ object: Object?) -> Int {
    number { () throws(Raised) -> Int in
        guard let object else { throw Containers.nullError() }
        return try Sequences.length(value(object))
    }
}
@c public func PyObject_Length(_ object: Object?) -> Int { PyObject_Size(object) }
@c public func PyObject_LengthHint(_ object: Object?, _ fallback: Int) -> Int {
    number { () throws(Raised) -> Int in try Iteration.lengthHint(value(object), fallback) }
}
@c public func PyObject_GetIter(_ object: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in try Iteration.iter(value(object)) }
}
@c public func PyObject_GetAIter(_ object: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let slot = value(object).record.pointee.asyncIter else {
            throw raise(.typeError, "'\(value(object).type.name)' object is not an async iterable")
        }
        return try slot(value(object))
    }
}
@c public func PyObject_SelfIter(_ object: Object?) -> Object? { retained(object) }
@c public func _PyObject_NextNotImplemented(_ object: Object?) -> Object? {
    _ = raise(.typeError, "'\(value(object).type.name)' object is not iterable")
    return nil
}
@c public func PyIter_Check(_ object: Object?) -> Int32 {
    guard let object, let next = object.typeObject.pointee.tp_iternext else { return 0 }
    return unsafeBitCast(next, to: Int.self) != unsafeBitCast(_PyObject_NextNotImplemented as @convention(c) (Object?) -> Object?, to: Int.self) ? 1 : 0
}
@c public func PyAIter_Check(_ object: Object?) -> Int32 { object?.typeObject.pointee.tp_as_async?.pointee.am_anext != nil ? 1 : 0 }
@c public func PyIter_Next(_ object: Object?) -> Object? {
    if let object, let quick = object.typeObject.record.pointee.quickNext {
        let item = quick(Value(object))
        if !item.isNull {
            if !item.isObject { return Border.box(item) }
            Border.expose(item.object)
            return item.object
        }
    }
    return newReferenceOrNull { () throws(Raised) -> Ref in try Iteration.next(value(object)) }
}
@c public func PyIter_Send(_ iterator: Object?, _ argument: Object?, _ result: UnsafeMutablePointer<Object?>?) -> Int32 {
    guard let iterator, let argument else { return -1 }
    if let send = iterator.typeObject.pointee.tp_as_async?.pointee.am_send { return send(iterator, argument, result).rawValue }
    let answer: Object?
    if argument == Py_NonePointer() && PyIter_Check(iterator) != 0, let next = iterator.typeObject.pointee.tp_iternext {
        answer = next(iterator)
    } else {
        answer = newReference { () throws(Raised) -> Ref in
            let name = StrObject.intern("send")
            return try Call.method(Value(iterator), name.value, Border.fromC(borrowed: argument))
        }
    }
    if let answer {
        result?.pointee = answer
        return PYGEN_NEXT.rawValue
    }
    return _PyGen_FetchStopIterationValue(result) == 0 ? PYGEN_RETURN.rawValue : PYGEN_ERROR.rawValue
}
@c public func _PyGen_FetchStopIterationValue(_ result: UnsafeMutablePointer<Object?>?) -> Int32 {
    if PendingException.matches(.stopIteration) {
        let exception = ExceptionObject.take()
        if ExceptionObject.isInstance(exception.value), exception.value.type.isSubtype(of: PyExc_StopIterationPointer()) {
            result?.pointee = retained(exception.value.cast(to: PyStopIterationObject.self).pointee.value ?? Py_NonePointer())
            return 0
        }
        result?.pointee = nil
        return -1
    }
    if PendingException.isSet {
        result?.pointee = nil
        return -1
    }
    result?.pointee = retained(Py_NonePointer())
    return 0
}
@c public func _PyGen_SetStopIterationValue(_ object: Object?) -> Int32 {
    let exception = newReference { () throws(Raised) -> Ref in try Call.call(PyExc_StopIterationPointer().value, value(object)) }
    guard let exception else { return -1 }
    PyErr_SetObject(PyExc_StopIterationPointer().asObject, exception)
    release(exception)
    return 0
}
@c public func PySeqIter_New(_ object: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        if PySequence_Check(object) == 0 { throw badInternalCall() }
        return SequenceIterator.make(value(object))
    }
}
@c public func PyCallIter_New(_ callable: Object?, _ sentinel: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in CallableIterator.make(value(callable), value(sentinel)) }
}

// MARK: Comparison, hash, truth

@c public func PyObject_RichCompare(_ a: Object?, _ b: Object?, _ operation: Int32) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let comparison = Comparison(rawValue: operation), a != nil, b != nil else { throw badInternalCall() }
        return try Compare.rich(value(a), value(b), comparison)
    }
}
@c public func PyObject_RichCompareBool(_ a: Object?, _ b: Object?, _ operation: Int32) -> Int32 {
    truth { () throws(Raised) -> Bool in
        guard let comparison = Comparison(rawValue: operation), a != nil, b != nil else { throw badInternalCall() }
        let (x, y) = (value(a), value(b))
        if x.isSmallInt && y.isSmallInt { return compare(x.smallInt, y.smallInt, comparison) }
        if a == b {
            if comparison == .equal { return true }
            if comparison == .notEqual { return false }
        }
        if comparison == .equal || comparison == .notEqual, StrObject.isExact(x), StrObject.isExact(y) {
            return StrObject.equal(x, y) == (comparison == .equal)
        }
        let result = try Compare.rich(value(a), value(b), comparison)
        return try Truth.of(result.value)
    }
}
@inline(__always) private func compare(_ a: Int, _ b: Int, _ comparison: Comparison) -> Bool {
    switch comparison {
    case .less: return a < b
    case .lessOrEqual: return a <= b
    case .equal: return a == b
    case .notEqual: return a != b
    case .greater: return a > b
    case .greaterOrEqual: return a >= b
    }
}
@c public func PyObject_Hash(_ object: Object?) -> Int {
    if let object, object.typeObject == PyUnicode_TypePointer() { return StrObject.hash(Value(object)) }
    // A type that was not made ready is made so by the first hash.
    if let type = object?.typeObject, type.pointee.tp_dict == nil, PyType_Ready(type) < 0 { return -1 }
    return number { () throws(Raised) -> Int in try Hash.of(value(object)) }
}
@c public func PyObject_HashNotImplemented(_ object: Object?) -> Int {
    _ = raise(.typeError, "unhashable type: '\(value(object).type.name)'")
    return -1
}
@c public func PyObject_IsTrue(_ object: Object?) -> Int32 { truth { () throws(Raised) -> Bool in try Truth.of(value(object)) } }
@c public func PyObject_Not(_ object: Object?) -> Int32 { truth { () throws(Raised) -> Bool in !(try Truth.of(value(object))) } }
@c public func _Py_HashPointer(_ pointer: UnsafeRawPointer?) -> Int {
    let address = UInt(bitPattern: pointer)
    let hash = Int(bitPattern: address >> 4 | address << 60)
    return hash == -1 ? -2 : hash
}
@c public func _Py_HashPointerRaw(_ pointer: UnsafeRawPointer?) -> Int {
    let address = UInt(bitPattern: pointer)
    return Int(bitPattern: address >> 4 | address << 60)
}
@c public func _Py_HashDouble(_ object: Object?, _ number: Double) -> Int {
    if number.isNaN { return _Py_HashPointer(object) }
    do throws(Raised) { return try Hash.of(Value(float: number)) } catch { return -1 }
}
@c public func _Py_HashBytes(_ bytes: UnsafeRawPointer?, _ count: Int) -> Int { Bytes.hash(bytes, count) }

// MARK: Text

@c public func PyObject_Repr(_ object: Object?) -> Object? {
    guard object != nil else { return PyUnicode_FromString("<NULL>") }
    return newReference { () throws(Raised) -> Ref in try Repr.of(value(object)) }
}
@c public func PyObject_Str(_ object: Object?) -> Object? {
    guard object != nil else { return PyUnicode_FromString("<NULL>") }
    return newReference { () throws(Raised) -> Ref in try Repr.str(value(object)) }
}
@c public func PyObject_ASCII(_ object: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let function = try Modules.builtin("ascii")
        return try Call.call(function.value, value(object))
    }
}
@c public func PyObject_Bytes(_ object: Object?) -> Object? {
    guard let object else { return PyBytes_FromString("<NULL>") }
    if object.typeObject == PyBytes_TypePointer() { return retained(object) }
    return newReference { () throws(Raised) -> Ref in
        let found = Value(object).type.lookup(Names.bytes)
        if !found.isNull {
            let result = try DunderAdapters.callMethod(value(object), Names.bytes)
            guard result.value.isObject, result.value.type.hasFlag(Py_TPFLAGS_BYTES_SUBCLASS) else {
                throw raise(.typeError, "__bytes__ returned non-bytes (type \(result.value.type.name))")
            }
            return result
        }
        guard let result = PyBytes_FromObject(object) else { throw Raised() }
        return Ref(owned: Value(result))
    }
}
@c public func PyObject_Format(_ object: Object?, _ specification: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        if let specification, !StrObject.isInstance(Value(specification)) {
            throw raise(.systemError, "Format specifier must be a string, not \(value(specification).type.name)")
        }
        let function = try Modules.builtin("format")
        return specification == nil ? try Call.call(function.value, value(object)) : try Call.call(function.value, value(object), value(specification))
    }
}
@c public func PyObject_Print(_ object: Object?, _ file: UnsafeMutablePointer<FILE>?, _ flags: Int32) -> Int32 {
    status { () throws(Raised) -> Void in
        let text = flags & 1 != 0 ? try Repr.str(value(object)) : try Repr.of(value(object))
        guard let file else { throw badInternalCall() }
        _ = fputs(Runtime.text(text.value), file)
    }
}
@c public func Py_ReprEnter(_ object: Object?) -> Int32 { Repr.enter(value(object)) ? 0 : 1 }
@c public func Py_ReprLeave(_ object: Object?) { Repr.leave(value(object)) }

// MARK: Types of objects

@c public func PyObject_Type(_ object: Object?) -> Object? {
    guard let object else {
        _ = Containers.nullError()
        return nil
    }
    return retained(object.typeObject.asObject)
}
@c public func PyObject_IsInstance(_ object: Object?, _ classes: Object?) -> Int32 {
    guard let object, let classes else { return -1 }
    if object.typeObject.asObject == classes { return 1 }
    return truth { () throws(Raised) -> Bool in try InstanceChecks.isInstance(value(object), Containers.plain(classes)) }
}
@c public func PyObject_IsSubclass(_ object: Object?, _ classes: Object?) -> Int32 {
    truth { () throws(Raised) -> Bool in
        guard object != nil, classes != nil else { throw Containers.nullError() }
        return try InstanceChecks.isSubclass(value(object), Containers.plain(classes))
    }
}
@c public func PyCallable_Check(_ object: Object?) -> Int32 {
    guard let object else { return 0 }
    return Value(object).record.pointee.call != nil ? 1 : 0
}
@c public func PyObject_AsFileDescriptor(_ object: Object?) -> Int32 {
    do throws(Raised) {
        var number = Ref(value(object))
        if !IntObject.isInstance(number.value) {
            let name = StrObject.intern("fileno")
            let method = try Attributes.getIfPresent(value(object), name.value)
            if method.isNull { throw raise(.typeError, "argument must be an int, or have a fileno() method.") }
            number = try Call.call(method.value)
            if !IntObject.isInstance(number.value) { throw raise(.typeError, "fileno() returned a non-integer") }
        }
        let view = IntView(number.value)
        guard let descriptor = view.int, descriptor <= Int(Int32.max), descriptor >= Int(Int32.min) else {
            throw raise(.overflowError, "Python int too large to convert to C int")
        }
        if descriptor < 0 { throw raise(.valueError, "file descriptor cannot be a negative integer (\(descriptor))") }
        return Int32(descriptor)
    } catch { return -1 }
}
@c public func PyObject_CheckReadBuffer(_ object: Object?) -> Int32 { PyObject_CheckBuffer(object) }
@c public func _PyObject_IsFreed(_ object: Object?) -> Int32 { object == nil ? 1 : 0 }
@c public func _PyObject_IsAbstract(_ object: Object?) -> Int32 {
    truth { () throws(Raised) -> Bool in
        let found = try Attributes.getIfPresent(value(object), Names.isAbstract)
        return found.isNull ? false : try Truth.of(found.value)
    }
}
