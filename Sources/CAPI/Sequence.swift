// PySequence_*, PyMapping_*

import CPythonABI
import Glibc
import Runtime

/// Items of exact lists and tuples, without asking slots.
enum Items {
    @inline(__always) static func isPlain(_ object: Object) -> Bool {
        object.typeObject == PyTuple_TypePointer() || object.typeObject == PyList_TypePointer()
    }
    /// A new reference; nil if the object or the index is another matter.
    @inline(__always) static func get(_ object: Object, _ index: Int) -> Object? {
        let item: Value
        if object.typeObject == PyTuple_TypePointer() {
            guard index >= 0, index < TupleObject.count(Value(object)) else { return nil }
            item = TupleObject.items(Value(object))[index]
        } else if object.typeObject == PyList_TypePointer() {
            guard index >= 0, index < ListObject.count(Value(object)) else { return nil }
            item = ListObject.items(Value(object))[index]
        } else {
            return nil
        }
        return item.isNull ? nil : Border.toC(item)
    }
    @inline(__always) static func get(_ object: Object, _ key: Value) -> Object? { key.isSmallInt ? get(object, key.smallInt) : nil }
}

@c public func PySequence_Check(_ object: Object?) -> Int32 {
    guard let object, !object.typeObject.hasFlag(Py_TPFLAGS_DICT_SUBCLASS) else { return 0 }
    return Value(object).record.pointee.item != nil ? 1 : 0
}
@c public func PySequence_Size(_ object: Object?) -> Int {
    if let object, Items.isPlain(object) { return UnsafeMutableRawPointer(object).assumingMemoryBound(to: PyVarObject.self).pointee.ob_size }
    return number { () throws(Raised) -> Int in
        guard object != nil else { throw Containers.nullError() }
        let record = value(object).record
        guard let slot = record.pointee.sequenceLength else {
            if record.pointee.length != nil { throw raise(.typeError, "\(value(object).type.name) is not a sequence") }
            throw raise(.typeError, "object of type '\(value(object).type.name)' has no len()")
        }
        return try slot(value(object))
    }
}
@c public func PySequence_Length(_ object: Object?) -> Int { PySequence_Size(object) }
@c public func PySequence_GetItem(_ object: Object?, _ index: Int) -> Object? {
    if let object, let found = Items.get(object, index) { return found }
    return newReference { () throws(Raised) -> Ref in
        guard object != nil else { throw Containers.nullError() }
        let record = value(object).record
        guard let slot = record.pointee.item else {
            if record.pointee.subscript != nil { throw raise(.typeError, "\(value(object).type.name) is not a sequence") }
            throw raise(.typeError, "'\(value(object).type.name)' object does not support indexing")
        }
        var index = index
        if index < 0, let length = record.pointee.sequenceLength { index += try length(value(object)) }
        return try slot(value(object), index)
    }
}
private func set(_ object: Object?, _ index: Int, _ item: Value) throws(Raised) {
    guard object != nil else { throw Containers.nullError() }
    let record = value(object).record
    guard let slot = record.pointee.storeItem else {
        throw raise(.typeError, "'\(value(object).type.name)' object does\(item.isNull ? "n't" : " not") support item \(item.isNull ? "deletion" : "assignment")")
    }
    var index = index
    if index < 0, let length = record.pointee.sequenceLength { index += try length(value(object)) }
    try slot(value(object), index, item)
}
@c public func PySequence_SetItem(_ object: Object?, _ index: Int, _ item: Object?) -> Int32 {
    status { () throws(Raised) -> Void in try set(object, index, stored(item)) }
}
@c public func PySequence_DelItem(_ object: Object?, _ index: Int) -> Int32 {
    status { () throws(Raised) -> Void in try set(object, index, .null) }
}
private func slice(_ low: Int, _ high: Int) -> Ref {
    let (start, stop) = (IntObject.make(low).take(), IntObject.make(high).take())
    let slice = SliceObject.make(start, stop)
    start.release()
    stop.release()
    return slice
}
@c public func PySequence_GetSlice(_ object: Object?, _ low: Int, _ high: Int) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let slice = slice(low, high)
        guard let get = value(object).record.pointee.subscript else {
            throw raise(.typeError, "'\(value(object).type.name)' object is unsliceable")
        }
        return try get(value(object), slice.value)
    }
}
@c public func PySequence_SetSlice(_ object: Object?, _ low: Int, _ high: Int, _ items: Object?) -> Int32 {
    status { () throws(Raised) -> Void in
        let slice = slice(low, high)
        try Sequences.set(value(object), slice.value, value(items))
    }
}
@c public func PySequence_DelSlice(_ object: Object?, _ low: Int, _ high: Int) -> Int32 { PySequence_SetSlice(object, low, high, nil) }
@c public func PySequence_Contains(_ object: Object?, _ item: Object?) -> Int32 {
    truth { () throws(Raised) -> Bool in try Sequences.contains(value(object), value(item)) }
}
@c public func PySequence_In(_ object: Object?, _ item: Object?) -> Int32 { PySequence_Contains(object, item) }
@c public func PySequence_Concat(_ a: Object?, _ b: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard a != nil, b != nil else { throw Containers.nullError() }
        if let slot = value(a).record.pointee.concat { return try slot(value(a), value(b)) }
        if PySequence_Check(a) != 0 && PySequence_Check(b) != 0 { return try Numbers.binary(.add, value(a), value(b)) }
        throw raise(.typeError, "'\(value(a).type.name)' object can't be concatenated")
    }
}
@c public func PySequence_InPlaceConcat(_ a: Object?, _ b: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard a != nil, b != nil else { throw Containers.nullError() }
        if let slot = value(a).record.pointee.inPlaceConcat ?? value(a).record.pointee.concat { return try slot(value(a), value(b)) }
        if PySequence_Check(a) != 0 && PySequence_Check(b) != 0 { return try Numbers.inPlace(.add, value(a), value(b)) }
        throw raise(.typeError, "'\(value(a).type.name)' object can't be concatenated")
    }
}
@c public func PySequence_Repeat(_ a: Object?, _ count: Int) -> Object? {
    newReference { () throws(Raised) -> Ref in
        if let slot = value(a).record.pointee.repeat { return try slot(value(a), count) }
        let number = IntObject.make(count)
        if PySequence_Check(a) != 0 { return try Numbers.binary(.multiply, value(a), number.value) }
        throw raise(.typeError, "'\(value(a).type.name)' object can't be repeated")
    }
}
@c public func PySequence_InPlaceRepeat(_ a: Object?, _ count: Int) -> Object? {
    newReference { () throws(Raised) -> Ref in
        if let slot = value(a).record.pointee.inPlaceRepeat ?? value(a).record.pointee.repeat { return try slot(value(a), count) }
        let number = IntObject.make(count)
        if PySequence_Check(a) != 0 { return try Numbers.inPlace(.multiply, value(a), number.value) }
        throw raise(.typeError, "'\(value(a).type.name)' object can't be repeated")
    }
}
@c public func PySequence_List(_ object: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in try Iteration.list(value(object)) }
}
@c public func PySequence_Tuple(_ object: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in try Iteration.tuple(value(object)) }
}
@c public func PySequence_Fast(_ object: Object?, _ message: CString?) -> Object? {
    guard let object else {
        _ = Containers.nullError()
        return nil
    }
    if object.typeObject.hasFlag(Py_TPFLAGS_LIST_SUBCLASS | Py_TPFLAGS_TUPLE_SUBCLASS) {
        Border.expose(object)
        return retained(object)
    }
    return newReference { () throws(Raised) -> Ref in
        do throws(Raised) { return try Iteration.list(value(object)) } catch {
            if PendingException.clear(if: .typeError) { throw raise(.typeError, message.map { String(cString: $0) } ?? "") }
            throw error
        }
    }
}
@c public func PySequence_Count(_ object: Object?, _ item: Object?) -> Int {
    number { () throws(Raised) -> Int in
        var count = 0
        if value(object).record.pointee.iter == nil && !Sequences.isSequence(value(object)) {
            throw raise(.typeError, "argument of type '\(value(object).type.name)' is not iterable")
        }
        try Iteration.forEach(value(object)) { (candidate) throws(Raised) -> Void in
            if try Compare.equal(candidate, value(item)) { count += 1 }
        }
        return count
    }
}
@c public func PySequence_Index(_ object: Object?, _ item: Object?) -> Int {
    number { () throws(Raised) -> Int in
        let iterator = try Iteration.iter(value(object))
        var index = 0
        while true {
            let candidate = try Iteration.next(iterator.value)
            if candidate.isNull { throw raise(.valueError, "sequence.index(x): x not in sequence") }
            if try Compare.equal(candidate.value, value(item)) { return index }
            index += 1
        }
    }
}
/// The bytes objects of a sequence as C strings, NULL at the end: for `execve`. `_Py_FreeCharPArray` frees it.
@c public func _PySequence_BytesToCharpArray(_ object: Object?) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    let count = PySequence_Size(object)
    if count < 0 { return nil }
    guard count < Int.max / 8 - 1, let block = PyMem_Calloc(count + 1, 8) else { return noMemory() }
    let texts = block.assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self)
    for index in 0..<count {
        guard let item = PySequence_GetItem(object, index) else {
            _Py_FreeCharPArray(texts)
            return nil
        }
        defer { release(item) }
        var text: UnsafeMutablePointer<CChar>?
        guard PyBytes_AsStringAndSize(item, &text, nil) == 0, let text else {
            _Py_FreeCharPArray(texts)
            return nil
        }
        let size = strlen(text) + 1
        guard let copy = PyMem_Malloc(size) else {
            _Py_FreeCharPArray(texts)
            return noMemory()
        }
        copyBytes(copy, text, size)
        texts[index] = copy.assumingMemoryBound(to: CChar.self)
    }
    return texts
}
private func noMemory<T>() -> UnsafeMutablePointer<T>? {
    _ = raise(.memoryError, argument: .null)
    return nil
}
@c public func _Py_FreeCharPArray(_ texts: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) {
    guard let texts else { return }
    var index = 0
    while let text = texts[index] {
        PyMem_Free(text)
        index += 1
    }
    PyMem_Free(texts)
}

// MARK: Mappings

@c public func PyMapping_Check(_ object: Object?) -> Int32 { object != nil && value(object).record.pointee.subscript != nil ? 1 : 0 }
@c public func PyMapping_Size(_ object: Object?) -> Int {
    number { () throws(Raised) -> Int in
        guard object != nil else { throw Containers.nullError() }
        let record = value(object).record
        guard let slot = record.pointee.length else {
            if record.pointee.sequenceLength != nil { throw raise(.typeError, "\(value(object).type.name) is not a mapping") }
            throw raise(.typeError, "object of type '\(value(object).type.name)' has no len()")
        }
        return try slot(value(object))
    }
}
@c public func PyMapping_Length(_ object: Object?) -> Int { PyMapping_Size(object) }
@c public func PyMapping_GetItemString(_ object: Object?, _ key: CString?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let key = string(key)
        return try Sequences.get(value(object), key.value)
    }
}
@c public func PyMapping_SetItemString(_ object: Object?, _ key: CString?, _ item: Object?) -> Int32 {
    status { () throws(Raised) -> Void in
        let key = string(key)
        try Sequences.set(value(object), key.value, stored(item))
    }
}
@c public func PyMapping_HasKey(_ object: Object?, _ key: Object?) -> Int32 {
    if let found = PyObject_GetItem(object, key) {
        release(found)
        return 1
    }
    PendingException.clear()
    return 0
}
@c public func PyMapping_HasKeyString(_ object: Object?, _ key: CString?) -> Int32 {
    if let found = PyMapping_GetItemString(object, key) {
        release(found)
        return 1
    }
    PendingException.clear()
    return 0
}
private func listed(_ object: Object?, _ name: StaticString) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let key = StrObject.intern(name)
        let view = try Call.method(value(object), key.value)
        do throws(Raised) { return try Iteration.list(view.value) } catch {
            guard PendingException.clear(if: .typeError) else { throw error }
            throw raise(.typeError, "\(value(object).type.name).\(name)() returned a non-iterable (type \(view.value.type.name))")
        }
    }
}
@c public func PyMapping_Keys(_ object: Object?) -> Object? { listed(object, "keys") }
@c public func PyMapping_Values(_ object: Object?) -> Object? { listed(object, "values") }
@c public func PyMapping_Items(_ object: Object?) -> Object? { listed(object, "items") }
