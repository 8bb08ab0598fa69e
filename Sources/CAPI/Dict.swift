// PyDict_*, PySet_*, PySlice_*. What C borrows out of a table is boxed in its place there.

import CPythonABI
import Runtime

private func require(_ object: Object?) throws(Raised) -> Value {
    guard let object, DictObject.isInstance(Value(object)) else { throw badInternalCall() }
    return Value(object)
}

@c public func PyDict_New() -> Object? { Border.toC(owned: DictObject.make()) }
@c public func _PyDict_NewPresized(_ count: Int) -> Object? { Border.toC(owned: DictObject.make(capacity: min(max(count, 0), 1 << 20))) }
@c public func PyDictProxy_New(_ mapping: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in try Call.call(PyDictProxy_TypePointer().value, value(mapping)) }
}
@c public func PyDict_Size(_ object: Object?) -> Int { number { () throws(Raised) -> Int in DictObject.count(try require(object)) } }
@c public func PyDict_Clear(_ object: Object?) { if let object, DictObject.isInstance(Value(object)) { DictObject.clear(Value(object)) } }
@c public func PyDict_Copy(_ object: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in try DictObject.copy(try require(object)) }
}
@c public func PyDict_Contains(_ object: Object?, _ key: Object?) -> Int32 {
    let found = simple(object, key)
    if found.isKnown { return found.slot == nil ? 0 : 1 }
    return truth { () throws(Raised) -> Bool in try DictObject.contains(try require(object), value(key)) }
}
@c public func _PyDict_Contains_KnownHash(_ object: Object?, _ key: Object?, _ hash: Int) -> Int32 {
    truth { () throws(Raised) -> Bool in !(try DictObject.get(try require(object), value(key), hash: hash)).isNull }
}
@c public func _PyDict_ContainsId(_ object: Object?, _ identifier: UnsafeMutablePointer<_Py_Identifier>?) -> Int32 {
    truth { () throws(Raised) -> Bool in try DictObject.contains(try require(object), Identifiers.get(identifier)) }
}

/// The value of a key, borrowed, boxed in place; nil if it is absent.
private func lookUp(_ object: Object?, _ key: Value, _ hash: Int? = nil) throws(Raised) -> Object? {
    let dict = try require(object)
    if let hash { return try DictObject.lend(dict, key, hash: hash) }
    return try DictObject.lend(dict, key, hash: try Hash.of(key))
}
/// What a str or int finds in a dict without further ado.
@inline(__always) private func simple(_ object: Object?, _ key: Object?) -> DictObject.Simple {
    guard let object, let key, object.typeObject.hasFlag(Py_TPFLAGS_DICT_SUBCLASS) else { return .other }
    return DictObject.simple(Value(object), key)
}
@c public func PyDict_GetItemWithError(_ object: Object?, _ key: Object?) -> Object? {
    let found = simple(object, key)
    if found.isKnown { return found.slot.map { DictObject.lend($0) } }
    return getItemSlowly(object, key)
}
@inline(never) private func getItemSlowly(_ object: Object?, _ key: Object?) -> Object? {
    do throws(Raised) { return try lookUp(object, value(key)) } catch { return nil }
}
@c public func PyDict_GetItem(_ object: Object?, _ key: Object?) -> Object? {
    guard let object, DictObject.isInstance(Value(object)), key != nil else { return nil }
    let known = simple(object, key)
    if known.isKnown { return known.slot.map { DictObject.lend($0) } }
    let saved = PendingException.save()
    let found = PyDict_GetItemWithError(object, key)
    PendingException.restore(saved)
    return found
}
@c public func _PyDict_GetItem_KnownHash(_ object: Object?, _ key: Object?, _ hash: Int) -> Object? {
    do throws(Raised) { return try lookUp(object, value(key), hash) } catch { return nil }
}
@c public func PyDict_GetItemString(_ object: Object?, _ key: CString?) -> Object? {
    let key = string(key)
    return PyDict_GetItem(object, key.value.object)
}
@c public func _PyDict_GetItemStringWithError(_ object: Object?, _ key: CString?) -> Object? {
    let key = string(key)
    return PyDict_GetItemWithError(object, key.value.object)
}
@c public func _PyDict_GetItemWithError(_ object: Object?, _ key: Object?) -> Object? { PyDict_GetItemWithError(object, key) }
@c public func _PyDict_GetItemIdWithError(_ object: Object?, _ identifier: UnsafeMutablePointer<_Py_Identifier>?) -> Object? {
    PyDict_GetItemWithError(object, Identifiers.get(identifier).object)
}
@c public func PyDict_SetItem(_ object: Object?, _ key: Object?, _ item: Object?) -> Int32 {
    status { () throws(Raised) -> Void in
        guard let item else { throw badInternalCall() }
        try Containers.store(try require(object), value(key), item)
    }
}
@c public func _PyDict_SetItem_KnownHash(_ object: Object?, _ key: Object?, _ item: Object?, _ hash: Int) -> Int32 {
    status { () throws(Raised) -> Void in try DictObject.set(try require(object), value(key), stored(item), hash: hash) }
}
@c public func PyDict_SetItemString(_ object: Object?, _ key: CString?, _ item: Object?) -> Int32 {
    status { () throws(Raised) -> Void in
        let key = name(key)
        guard let item else { throw badInternalCall() }
        try Containers.store(try require(object), key.value, item)
    }
}
@c public func _PyDict_SetItemId(_ object: Object?, _ identifier: UnsafeMutablePointer<_Py_Identifier>?, _ item: Object?) -> Int32 {
    status { () throws(Raised) -> Void in try DictObject.set(try require(object), Identifiers.get(identifier), stored(item)) }
}
@c public func PyDict_SetDefault(_ object: Object?, _ key: Object?, _ item: Object?) -> Object? {
    do throws(Raised) {
        if let found = try lookUp(object, value(key)) { return found }
        try DictObject.set(try require(object), value(key), stored(item ?? Py_NonePointer()))
        return try lookUp(object, value(key))
    } catch { return nil }
}
@c public func PyDict_DelItem(_ object: Object?, _ key: Object?) -> Int32 {
    status { () throws(Raised) -> Void in
        if !(try DictObject.delete(try require(object), value(key))) { throw raise(.keyError, argument: value(key)) }
    }
}
@c public func _PyDict_DelItem_KnownHash(_ object: Object?, _ key: Object?, _ hash: Int) -> Int32 { PyDict_DelItem(object, key) }
@c public func PyDict_DelItemString(_ object: Object?, _ key: CString?) -> Int32 {
    let key = string(key)
    return PyDict_DelItem(object, key.value.object)
}
@c public func _PyDict_Pop(_ object: Object?, _ key: Object?, _ fallback: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let found = try DictObject.pop(try require(object), value(key))
        if !found.isNull { return found }
        guard let fallback else { throw raise(.keyError, argument: value(key)) }
        return Ref(Value(fallback))
    }
}
@c public func PyDict_Next(
    _ object: Object?, _ position: UnsafeMutablePointer<Int>?, _ key: UnsafeMutablePointer<Object?>?, _ item: UnsafeMutablePointer<Object?>?
) -> Int32 {
    guard let object, let position, object.typeObject.hasFlag(Py_TPFLAGS_DICT_SUBCLASS) else { return 0 }
    var lentKey: Object?
    var lentItem: Object?
    guard DictObject.lendNext(Value(object), &position.pointee, &lentKey, &lentItem) else { return 0 }
    key?.pointee = lentKey
    item?.pointee = lentItem
    return 1
}
@c public func _PyDict_Next(
    _ object: Object?, _ position: UnsafeMutablePointer<Int>?, _ key: UnsafeMutablePointer<Object?>?, _ item: UnsafeMutablePointer<Object?>?,
    _ hash: UnsafeMutablePointer<Int>?
) -> Int32 {
    var lentKey: Object?
    guard PyDict_Next(object, position, &lentKey, item) != 0 else { return 0 }
    key?.pointee = lentKey
    hash?.pointee = PyObject_Hash(lentKey)
    return 1
}
@c public func PyDict_Keys(_ object: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in try Iteration.list(try require(object)) }
}
private func listed(_ object: Object?, _ name: StaticString) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let key = StrObject.intern(name)
        let view = try Call.method(try require(object), key.value)
        return try Iteration.list(view.value)
    }
}
@c public func PyDict_Values(_ object: Object?) -> Object? { listed(object, "values") }
@c public func PyDict_Items(_ object: Object?) -> Object? { listed(object, "items") }
@c public func PyDict_Update(_ object: Object?, _ other: Object?) -> Int32 { PyDict_Merge(object, other, 1) }
@c public func PyDict_Merge(_ object: Object?, _ other: Object?, _ override: Int32) -> Int32 {
    status { () throws(Raised) -> Void in
        let dict = try require(object)
        try DictObject.merge(dict, value(other), override != 0 ? .replace : .keep)
    }
}
@c public func _PyDict_MergeEx(_ object: Object?, _ other: Object?, _ override: Int32) -> Int32 {
    status { () throws(Raised) -> Void in
        try DictObject.merge(try require(object), value(other), override == 0 ? .keep : .replace)
    }
}
@c public func PyDict_MergeFromSeq2(_ object: Object?, _ pairs: Object?, _ override: Int32) -> Int32 {
    status { () throws(Raised) -> Void in try DictObject.mergePairs(try require(object), value(pairs)) }
}
@c public func _PyDict_SizeOf(_ object: Object?) -> Int {
    number { () throws(Raised) -> Int in
        let name = StrObject.intern("__sizeof__")
        let size = try Call.method(value(object), name.value)
        return try Index.size(size.value)
    }
}
@c public func _PyDict_HasOnlyStringKeys(_ object: Object?) -> Int32 {
    guard let object, DictObject.isInstance(Value(object)) else { return 0 }
    var position = 0
    while let (key, _) = DictObject.next(Value(object), &position) { if !StrObject.isInstance(key) { return 0 } }
    return 1
}

// MARK: Sets

private func requireSet(_ object: Object?) throws(Raised) -> Value {
    guard let object, SetObject.isInstance(Value(object)) else { throw badInternalCall() }
    return Value(object)
}
@c public func PySet_New(_ iterable: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        iterable == nil ? SetObject.make() : try Call.call(PySet_TypePointer().value, value(iterable))
    }
}
@c public func PyFrozenSet_New(_ iterable: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        iterable == nil ? try Call.call(PyFrozenSet_TypePointer().value) : try Call.call(PyFrozenSet_TypePointer().value, value(iterable))
    }
}
@c public func PySet_Size(_ object: Object?) -> Int { number { () throws(Raised) -> Int in SetObject.count(try requireSet(object)) } }
@c public func PySet_Contains(_ object: Object?, _ item: Object?) -> Int32 {
    if let object, let item, item.typeObject == PyUnicode_TypePointer(), SetObject.isInstance(Value(object)),
        let answer = SetObject.containsAtOnce(Value(object), Value(item))
    {
        return answer ? 1 : 0
    }
    return truth { () throws(Raised) -> Bool in try SetObject.contains(try requireSet(object), value(item)) }
}
@c public func PySet_Add(_ object: Object?, _ item: Object?) -> Int32 {
    status { () throws(Raised) -> Void in
        let set = try requireSet(object)
        if SetObject.isFrozen(set) && set.object.pointee.ob_refcnt != 1 { throw badInternalCall() }
        try SetObject.add(set, stored(item))
    }
}
@c public func PySet_Discard(_ object: Object?, _ item: Object?) -> Int32 {
    truth { () throws(Raised) -> Bool in
        let set = try requireSet(object)
        let hash = try Hash.of(value(item))
        return try SetObject.discard(set, value(item), hash)
    }
}
@c public func PySet_Pop(_ object: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let item = SetObject.pop(try requireSet(object))
        if item.isNull { throw raise(.keyError, "pop from an empty set") }
        return item
    }
}
@c public func PySet_Clear(_ object: Object?) -> Int32 { status { () throws(Raised) -> Void in SetObject.clear(try requireSet(object)) } }
@c public func _PySet_NextEntry(
    _ object: Object?, _ position: UnsafeMutablePointer<Int>?, _ key: UnsafeMutablePointer<Object?>?, _ hash: UnsafeMutablePointer<Int>?
) -> Int32 {
    guard let object, let position, SetObject.isInstance(Value(object)) else { return -1 }
    var lent: Object?
    var itsHash = 0
    guard SetObject.lendNext(Value(object), &position.pointee, &lent, &itsHash) else { return 0 }
    key?.pointee = lent
    hash?.pointee = itsHash
    return 1
}
@c public func _PySet_Update(_ object: Object?, _ iterable: Object?) -> Int32 {
    status { () throws(Raised) -> Void in
        let set = try requireSet(object)
        try Iteration.forEach(value(iterable)) { (item) throws(Raised) -> Void in try SetObject.add(set, item) }
    }
}

// MARK: Slices

@c public func PySlice_New(_ start: Object?, _ stop: Object?, _ step: Object?) -> Object? {
    Border.toC(owned: SliceObject.make(value(start ?? Py_NonePointer()), value(stop ?? Py_NonePointer()), value(step ?? Py_NonePointer())))
}
@c public func PySlice_Unpack(
    _ object: Object?, _ start: UnsafeMutablePointer<Int>?, _ stop: UnsafeMutablePointer<Int>?, _ step: UnsafeMutablePointer<Int>?
) -> Int32 {
    status { () throws(Raised) -> Void in
        let bounds = try SliceObject.unpack(value(object))
        start?.pointee = bounds.start
        stop?.pointee = bounds.stop
        step?.pointee = bounds.step
    }
}
@c public func PySlice_AdjustIndices(_ length: Int, _ start: UnsafeMutablePointer<Int>?, _ stop: UnsafeMutablePointer<Int>?, _ step: Int) -> Int {
    guard let start, let stop, step != 0 else { return 0 }
    let (low, high) = step < 0 ? (-1, length - 1) : (0, length)
    func clip(_ index: Int) -> Int { index < 0 ? max(index &+ length, low) : min(index, high) }
    start.pointee = clip(start.pointee)
    stop.pointee = clip(stop.pointee)
    if step < 0 { return stop.pointee < start.pointee ? (start.pointee - stop.pointee - 1) / (0 &- step) + 1 : 0 }
    return start.pointee < stop.pointee ? (stop.pointee - start.pointee - 1) / step + 1 : 0
}
@c public func PySlice_GetIndicesEx(
    _ object: Object?, _ length: Int, _ start: UnsafeMutablePointer<Int>?, _ stop: UnsafeMutablePointer<Int>?, _ step: UnsafeMutablePointer<Int>?,
    _ count: UnsafeMutablePointer<Int>?
) -> Int32 {
    if PySlice_Unpack(object, start, stop, step) < 0 { return -1 }
    count?.pointee = PySlice_AdjustIndices(length, start, stop, step?.pointee ?? 1)
    return 0
}
@c public func PySlice_GetIndices(
    _ object: Object?, _ length: Int, _ start: UnsafeMutablePointer<Int>?, _ stop: UnsafeMutablePointer<Int>?, _ step: UnsafeMutablePointer<Int>?
) -> Int32 {
    if PySlice_Unpack(object, start, stop, step) < 0 { return -1 }
    return 0
}

// MARK: Generic aliases, namespaces, cells

@c public func Py_GenericAlias(_ origin: Object?, _ arguments: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in try GenericAliasObject.make(value(origin), value(arguments)) }
}
@c public func _PyNamespace_New(_ keywords: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in try SimpleNamespace.make(value(keywords)) }
}
@c public func PyCell_New(_ content: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in CellObject.make(stored(content)) }
}
@c public func PyCell_Get(_ object: Object?) -> Object? {
    guard let object, object.typeObject == PyCell_TypePointer() else {
        _ = badInternalCall()
        return nil
    }
    Border.expose(object)
    return retained(Value(object).cast(to: PyCellObject.self).pointee.ob_ref)
}
@c public func PyCell_Set(_ object: Object?, _ content: Object?) -> Int32 {
    status { () throws(Raised) -> Void in
        guard let object, object.typeObject == PyCell_TypePointer() else { throw badInternalCall() }
        CellObject.set(Value(object), value(content))
    }
}
