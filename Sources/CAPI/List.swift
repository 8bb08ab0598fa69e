// PyList_*, PyTuple_*: lists and tuples that C makes are exposed from birth, their slots NULL until C fills them.

import CPythonABI
import Glibc
import Runtime

enum Tuples {
    /// A new exposed tuple of borrowed pointers.
    static func make(_ objects: UnsafePointer<Object?>?, _ count: Int) throws(Raised) -> Ref {
        let tuple = try TupleObject.allocate(count)
        guard count > 0, let objects else { return tuple }
        let items = TupleObject.items(tuple.value)
        for index in 0..<count {
            if let object = objects[index] {
                object.pointee.ob_refcnt &+= 1
                items[index] = Value(object)
            }
        }
        tuple.value.object.isExposed = true
        Collector.track(tuple.value.object)
        return tuple
    }
    static func require(_ object: Object?) throws(Raised) -> Value {
        guard let object, TupleObject.isInstance(Value(object)) else { throw badInternalCall() }
        return Value(object)
    }
}

@c public func PyTuple_New(_ count: Int) -> Object? {
    newReference { () throws(Raised) -> Ref in
        if count < 0 { throw badInternalCall() }
        let tuple = try TupleObject.allocate(count)
        if count > 0 {
            tuple.value.object.isExposed = true
            Collector.track(tuple.value.object)
        }
        return tuple
    }
}
@c public func PyTuple_Size(_ object: Object?) -> Int { number { () throws(Raised) -> Int in TupleObject.count(try Tuples.require(object)) } }
@c public func PyTuple_GetItem(_ object: Object?, _ index: Int) -> Object? {
    do throws(Raised) {
        let tuple = try Tuples.require(object)
        guard index >= 0, index < TupleObject.count(tuple) else { throw raise(.indexError, "tuple index out of range") }
        Border.expose(tuple.object)
        let item = TupleObject.items(tuple)[index]
        return item.isNull ? nil : item.object
    } catch { return nil }
}
@c public func PyTuple_SetItem(_ object: Object?, _ index: Int, _ item: Object?) -> Int32 {
    do throws(Raised) {
        let tuple = try Tuples.require(object)
        guard tuple.object.pointee.ob_refcnt == 1 else { throw badInternalCall() }
        guard index >= 0, index < TupleObject.count(tuple) else { throw raise(.indexError, "tuple assignment index out of range") }
        Border.expose(tuple.object)
        let items = TupleObject.items(tuple)
        let old = items[index]
        items[index] = item.map { Value($0) } ?? .null
        old.release()
        return 0
    } catch {
        release(item)
        return -1
    }
}
@c public func PyTuple_GetSlice(_ object: Object?, _ low: Int, _ high: Int) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let tuple = try Tuples.require(object)
        Border.expose(tuple.object)
        let count = TupleObject.count(tuple)
        let start = min(max(low, 0), count)
        let end = min(max(high, start), count)
        if start == 0 && end == count && TupleObject.isExact(tuple) { return Ref(tuple) }
        return try Tuples.make(UnsafeRawPointer(TupleObject.items(tuple) + start).assumingMemoryBound(to: Object?.self), end - start)
    }
}
@c public func _PyTuple_Resize(_ pointer: UnsafeMutablePointer<Object?>?, _ count: Int) -> Int32 {
    do throws(Raised) {
        guard let pointer, let object = pointer.pointee, TupleObject.isInstance(Value(object)), count >= 0,
            object.pointee.ob_refcnt == 1 || TupleObject.count(Value(object)) == 0
        else {
            release(pointer?.pointee)
            pointer?.pointee = nil
            throw badInternalCall()
        }
        let old = Value(object)
        let oldCount = TupleObject.count(old)
        if oldCount == count { return 0 }
        let new = try TupleObject.allocate(count)
        let source = TupleObject.items(old)
        if count > 0 {
            let items = TupleObject.items(new.value)
            for index in 0..<min(count, oldCount) {
                items[index] = source[index]
                source[index] = .null
            }
            new.value.object.isExposed = true
            Collector.track(new.value.object)
        }
        pointer.pointee = new.take().object
        old.release()
        return 0
    } catch { return -1 }
}
@c @implementation public func _PySwift_tuple_pack(_ count: Int, _ arguments: UnsafeMutablePointer<PyArgumentList>?) -> Object? {
    guard let tuple = PyTuple_New(count), let arguments else { return nil }
    guard count > 0 else { return tuple }
    let items = TupleObject.items(Value(tuple))
    for index in 0..<count {
        if let object = _PySwift_take_object(arguments) {
            object.pointee.ob_refcnt &+= 1
            items[index] = Value(object)
        }
    }
    return tuple
}
@c public func _PyTuple_FromArray(_ objects: UnsafePointer<Object?>?, _ count: Int) -> Object? {
    newReference { () throws(Raised) -> Ref in try Tuples.make(objects, count) }
}

// MARK: Lists

private func require(_ object: Object?) throws(Raised) -> Value {
    guard let object, ListObject.isInstance(Value(object)) else { throw badInternalCall() }
    return Value(object)
}
private func slots(_ list: Value) -> UnsafeMutablePointer<PyListObject> { list.cast(to: PyListObject.self) }

@c public func PyList_New(_ count: Int) -> Object? {
    newReference { () throws(Raised) -> Ref in
        if count < 0 { throw badInternalCall() }
        let list = try ListObject.make(capacity: count)
        list.value.object.isExposed = true
        if count > 0 {
            memset(ListObject.items(list.value), 0, count * 8)
            slots(list.value).pointee.ob_base.ob_size = count
        }
        return list
    }
}
@c public func PyList_Size(_ object: Object?) -> Int { number { () throws(Raised) -> Int in ListObject.count(try require(object)) } }
@c public func PyList_GetItem(_ object: Object?, _ index: Int) -> Object? {
    do throws(Raised) {
        let list = try require(object)
        guard index >= 0, index < ListObject.count(list) else { throw raise(.indexError, "list index out of range") }
        Border.expose(list.object)
        let item = ListObject.items(list)[index]
        return item.isNull ? nil : item.object
    } catch { return nil }
}
@c public func PyList_SetItem(_ object: Object?, _ index: Int, _ item: Object?) -> Int32 {
    do throws(Raised) {
        let list = try require(object)
        guard index >= 0, index < ListObject.count(list) else { throw raise(.indexError, "list assignment index out of range") }
        Border.expose(list.object)
        let items = ListObject.items(list)
        let old = items[index]
        items[index] = item.map { Value($0) } ?? .null
        old.release()
        return 0
    } catch {
        release(item)
        return -1
    }
}
@c public func PyList_Append(_ object: Object?, _ item: Object?) -> Int32 {
    status { () throws(Raised) -> Void in
        let list = try require(object)
        guard let item else { throw badInternalCall() }
        Border.expose(list.object)
        try ListObject.append(list, Value(item))
    }
}
@c public func PyList_Insert(_ object: Object?, _ index: Int, _ item: Object?) -> Int32 {
    status { () throws(Raised) -> Void in
        let list = try require(object)
        guard let item else { throw badInternalCall() }
        Border.expose(list.object)
        try ListObject.insert(list, index, Value(item))
    }
}
@c public func PyList_GetSlice(_ object: Object?, _ low: Int, _ high: Int) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let list = try require(object)
        let count = ListObject.count(list)
        let start = min(max(low, 0), count)
        let end = min(max(high, start), count)
        return try ListObject.slice(list, start, end)
    }
}
@c public func PyList_SetSlice(_ object: Object?, _ low: Int, _ high: Int, _ items: Object?) -> Int32 {
    status { () throws(Raised) -> Void in
        let list = try require(object)
        let count = ListObject.count(list)
        let start = min(max(low, 0), count)
        let end = min(max(high, start), count)
        if items == nil { return try ListObject.replace(list, start, end, with: nil, count: 0) }
        try ListObject.assign(list, start, end, value(items))
    }
}
@c public func PyList_Sort(_ object: Object?) -> Int32 {
    status { () throws(Raised) -> Void in try ListObject.sort(try require(object), key: .none, reverse: false) }
}
@c public func PyList_Reverse(_ object: Object?) -> Int32 {
    status { () throws(Raised) -> Void in
        let list = try require(object)
        let count = ListObject.count(list)
        guard count > 1 else { return }
        let items = ListObject.items(list)
        for index in 0..<count / 2 { (items[index], items[count - 1 - index]) = (items[count - 1 - index], items[index]) }
    }
}
@c public func PyList_AsTuple(_ object: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let list = try require(object)
        Border.expose(list.object)
        let count = ListObject.count(list)
        if count == 0 { return TupleObject.empty }
        return try Tuples.make(UnsafeRawPointer(ListObject.items(list)).assumingMemoryBound(to: Object?.self), count)
    }
}
@c public func _PyList_Extend(_ object: Object?, _ items: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        try ListObject.extend(try require(object), value(items))
        return .none
    }
}
