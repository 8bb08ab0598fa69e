// PyObject_Call and its relatives; PyCFunction_*, PyMethod_*.

import CPythonABI
import Glibc
import Runtime

private let offsetFlag = Int(bitPattern: PY_VECTORCALL_ARGUMENTS_OFFSET)
@inline(__always) private func argumentCount(_ flags: Int) -> Int { flags & ~offsetFlag }

/// The entry of every callable of the runtime that C code calls by vectorcall.
@c public func _PySwift_vectorcall(
    _ callable: Object?, _ arguments: UnsafePointer<Object?>?, _ flags: Int, _ names: Object?
) -> Object? {
    guard let callable else { return nil }
    let type = callable.typeObject
    let count = argumentCount(flags)
    if type == PyCFunction_TypePointer() || type == PyCMethod_TypePointer() {
        let definition = Value(callable).cast(to: PyCFunctionObject.self).pointee.m_ml
        if let definition {
            if definition.pointee.ml_flags & NativeFlags.swift == 0 { return ForeignCalls.callDirect(callable, arguments, count, names) }
            let receiver = Value(callable).cast(to: PyCFunctionObject.self).pointee.m_self
            if names == nil, let arguments, let answer = ForeignCalls.callAtOnce(definition, receiver, arguments, count) { return answer.object }
        }
    } else if type == PyMethodDescr_TypePointer() {
        let definition = Value(callable).cast(to: PyMethodDescrObject.self).pointee.d_method
        if let definition {
            if definition.pointee.ml_flags & NativeFlags.swift == 0 { return ForeignCalls.callDirect(callable, arguments, count, names) }
            // (Of an object of the very type: of others it is to be said that they are not.)
            if names == nil, count > 0, let arguments, let object = arguments[0],
                object.typeObject == Value(callable).cast(to: PyMethodDescrObject.self).pointee.d_common.d_type,
                let answer = ForeignCalls.callAtOnce(definition, object, arguments + 1, count - 1)
            {
                return answer.object
            }
        }
    }
    return newReference { () throws(Raised) -> Ref in try ForeignCalls.callValues(Value(callable), arguments, count, names) }
}

@c public func PyVectorcall_Function(_ callable: Object?) -> vectorcallfunc? {
    guard let callable, callable.typeObject.hasFlag(Py_TPFLAGS_HAVE_VECTORCALL) else { return nil }
    let offset = callable.typeObject.pointee.tp_vectorcall_offset
    if offset <= 0 { return nil }
    return (UnsafeMutableRawPointer(callable) + offset).load(as: vectorcallfunc?.self)
}
@c public func PyObject_Vectorcall(
    _ callable: Object?, _ arguments: UnsafePointer<Object?>?, _ flags: Int, _ names: Object?
) -> Object? {
    guard let callable else {
        _ = Containers.nullError()
        return nil
    }
    if let function = PyVectorcall_Function(callable),
        unsafeBitCast(function, to: Int.self) != unsafeBitCast(Exposure.vectorcall, to: Int.self)
    {
        return _Py_CheckFunctionResult(nil, callable, function(callable, arguments, flags, names), nil)
    }
    return _PySwift_vectorcall(callable, arguments, flags, names)
}
@c public func _PyObject_Vectorcall(_ callable: Object?, _ arguments: UnsafePointer<Object?>?, _ flags: Int, _ names: Object?) -> Object? {
    PyObject_Vectorcall(callable, arguments, flags, names)
}
@c public func _PyObject_FastCall(_ callable: Object?, _ arguments: UnsafePointer<Object?>?, _ count: Int) -> Object? {
    PyObject_Vectorcall(callable, arguments, count, nil)
}
@c public func _PyObject_FastCallDict(_ callable: Object?, _ arguments: UnsafePointer<Object?>?, _ flags: Int, _ keywords: Object?) -> Object? {
    PyObject_VectorcallDict(callable, arguments, flags, keywords)
}
@c public func _PyObject_MakeTpCall(
    _ state: UnsafeMutablePointer<PyThreadState>?, _ callable: Object?, _ arguments: UnsafePointer<Object?>?, _ count: Int, _ keywords: Object?
) -> Object? {
    guard let callable else { return nil }
    if let keywords, DictObject.isInstance(Value(keywords)) { return PyObject_VectorcallDict(callable, arguments, count, keywords) }
    return newReference { () throws(Raised) -> Ref in try ForeignCalls.callValues(Value(callable), arguments, count, keywords) }
}
@c public func PyObject_VectorcallDict(
    _ callable: Object?, _ arguments: UnsafePointer<Object?>?, _ flags: Int, _ keywords: Object?
) -> Object? {
    guard let callable else { return nil }
    guard let keywords, DictObject.count(Value(keywords)) > 0 else { return PyObject_Vectorcall(callable, arguments, flags, nil) }
    return newReference { () throws(Raised) -> Ref in
        let count = argumentCount(flags)
        let tuple = try Tuples.make(arguments, count)
        return try call(Value(callable), tuple.value, Value(keywords))
    }
}
/// callable(*tuple, **keywords) with the arguments in the runtime's own form.
func call(_ callable: Value, _ tuple: Value, _ keywords: Value) throws(Raised) -> Ref {
    let count = tuple.isNull ? 0 : TupleObject.count(tuple)
    let extra = keywords.isNull ? 0 : DictObject.count(keywords)
    let total = count + extra
    let room = UnsafeMutablePointer<Value>.allocate(capacity: max(total, 1))
    defer { room.deallocate() }
    for index in 0..<count {
        let word = TupleObject.items(tuple)[index]
        room[index] = word.isObject ? Border.fromC(borrowed: word.object) : word
    }
    if extra == 0 { return try Call.call(callable, Arguments(room, count: count)) }
    let names = try TupleObject.allocate(extra)
    var position = 0
    var index = 0
    while index < extra, let (key, value) = DictObject.next(keywords, &position) {
        guard StrObject.isInstance(key) else { throw raise(.typeError, "keywords must be strings") }
        TupleObject.store(names.value, index, Ref(key))
        room[count + index] = value.isObject ? Border.fromC(borrowed: value.object) : value
        index += 1
    }
    return try Call.call(callable, Arguments(room, count: count, keywordNames: names.value))
}
@c public func PyObject_Call(_ callable: Object?, _ tuple: Object?, _ keywords: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let callable, let tuple, TupleObject.isInstance(Value(tuple)) else { throw badInternalCall() }
        return try call(Value(callable), Value(tuple), Containers.plain(keywords))
    }
}
@c public func PyVectorcall_Call(_ callable: Object?, _ tuple: Object?, _ keywords: Object?) -> Object? {
    guard let callable, let tuple else { return nil }
    // The flag does not count here: a subclass in Python, which lacks it, has this function as its `tp_call`.
    let offset = callable.typeObject.pointee.tp_vectorcall_offset
    guard offset > 0, let function = (UnsafeMutableRawPointer(callable) + offset).load(as: vectorcallfunc?.self) else {
        _ = raise(.typeError, "'\(Value(callable).type.name)' object does not support vectorcall")
        return nil
    }
    let count = TupleObject.count(Value(tuple))
    let items = UnsafeRawPointer(TupleObject.items(Value(tuple))).assumingMemoryBound(to: Object?.self)
    let extra = keywords.map { DictObject.count(Value($0)) } ?? 0
    Border.expose(tuple)
    if extra == 0 { return _Py_CheckFunctionResult(nil, callable, function(callable, items, count, nil), nil) }
    let room = UnsafeMutablePointer<Object?>.allocate(capacity: count + extra)
    defer { room.deallocate() }
    for index in 0..<count { room[index] = items[index] }
    guard let names = PyTuple_New(extra) else { return nil }
    defer { release(names) }
    var (position, index) = (0, 0)
    while index < extra, let (key, value) = DictObject.next(Value(keywords.unsafelyUnwrapped), &position) {
        guard StrObject.isInstance(key) else {
            _ = raise(.typeError, "keywords must be strings")
            return nil
        }
        TupleObject.items(Value(names))[index] = key
        key.retain()
        room[count + index] = Border.toC(value)
        index += 1
    }
    let result = _Py_CheckFunctionResult(nil, callable, function(callable, room, count, names), nil)
    for index in count..<count + extra { release(room[index]) }
    return result
}
@c public func PyObject_CallObject(_ callable: Object?, _ tuple: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let callable else { throw Containers.nullError() }
        if let tuple, !TupleObject.isInstance(Value(tuple)) { throw raise(.typeError, "argument list must be a tuple") }
        return try call(Value(callable), Containers.plain(tuple), .null)
    }
}
@c public func PyObject_CallNoArgs(_ callable: Object?) -> Object? { PyObject_Vectorcall(callable, nil, 0, nil) }
@c public func PyObject_CallOneArg(_ callable: Object?, _ argument: Object?) -> Object? {
    var room: (Object?, Object?) = (nil, argument)
    return withUnsafeMutablePointer(to: &room) {
        let words = UnsafeMutableRawPointer($0).assumingMemoryBound(to: Object?.self)
        return PyObject_Vectorcall(callable, words + 1, 1 | offsetFlag, nil)
    }
}
@c public func PyObject_VectorcallMethod(
    _ name: Object?, _ arguments: UnsafePointer<Object?>?, _ flags: Int, _ names: Object?
) -> Object? {
    guard let arguments, let receiver = arguments[0] else { return nil }
    return newReference { () throws(Raised) -> Ref in
        if names == nil, let name, name.typeObject == PyUnicode_TypePointer() {
            let function = try Call.plainMethod(value(receiver), Value(name))
            if !function.isNull {
                guard let answer = _PySwift_vectorcall(function.value.object, arguments, argumentCount(flags), nil) else { throw Raised() }
                return Border.fromC(owned: answer)
            }
        }
        let method = try Attributes.get(value(receiver), value(name))
        return try ForeignCalls.callValues(method.value, arguments + 1, argumentCount(flags) - 1, names)
    }
}
@c public func PyEval_CallObjectWithKeywords(_ callable: Object?, _ tuple: Object?, _ keywords: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in try call(value(callable), Containers.plain(tuple), Containers.plain(keywords)) }
}
@c public func _Py_CheckFunctionResult(
    _ state: UnsafeMutablePointer<PyThreadState>?, _ callable: Object?, _ result: Object?, _ place: CString?
) -> Object? {
    if let result {
        if !PendingException.isSet { return result }
        release(result)
        if let callable { _ = ForeignCalls.resultWithException(Value(callable)) }
        return nil
    }
    if !PendingException.isSet, let callable { _ = ForeignCalls.nothingWithoutException(Value(callable)) }
    return nil
}
@c public func _PyStack_AsDict(_ values: UnsafePointer<Object?>?, _ names: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let dict = DictObject.make()
        guard let names, let values else { return dict }
        for index in 0..<TupleObject.count(Value(names)) {
            guard let object = values[index] else { continue }
            try Containers.store(dict.value, TupleObject.item(Value(names), index), object)
        }
        return dict
    }
}

// MARK: Functions and methods

@c public func PyCFunction_NewEx(_ definition: UnsafeMutablePointer<PyMethodDef>?, _ receiver: Object?, _ module: Object?) -> Object? {
    PyCMethod_New(definition, receiver, module, nil)
}
@c public func PyCFunction_New(_ definition: UnsafeMutablePointer<PyMethodDef>?, _ receiver: Object?) -> Object? {
    PyCMethod_New(definition, receiver, nil, nil)
}
@c public func PyCMethod_New(
    _ definition: UnsafeMutablePointer<PyMethodDef>?, _ receiver: Object?, _ module: Object?, _ type: TypePointer?
) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let definition else { throw badInternalCall() }
        try ForeignCalls.checkFlags(definition)
        if definition.pointee.ml_flags & METH_METHOD != 0 {
            guard let type else { throw raise(.systemError, "attempting to create PyCMethod with a METH_METHOD flag but no class") }
            return NativeFunctionObject.makeMethod(definition, self: Containers.plain(receiver), module: Containers.plain(module), type: type)
        }
        if type != nil { throw raise(.systemError, "attempting to create PyCFunction with class but no METH_METHOD flag") }
        return NativeFunctionObject.make(definition, self: Containers.plain(receiver), module: Containers.plain(module))
    }
}
@c public func PyCFunction_GetFunction(_ object: Object?) -> PyCFunction? {
    guard let object, object.isInstance(PyCFunction_TypePointer()) else {
        _ = badInternalCall()
        return nil
    }
    return Value(object).cast(to: PyCFunctionObject.self).pointee.m_ml.pointee.ml_meth
}
@c public func PyCFunction_GetSelf(_ object: Object?) -> Object? {
    guard let object, object.isInstance(PyCFunction_TypePointer()) else {
        _ = badInternalCall()
        return nil
    }
    let function = Value(object).cast(to: PyCFunctionObject.self)
    return function.pointee.m_ml.pointee.ml_flags & METH_STATIC != 0 ? nil : function.pointee.m_self
}
@c public func PyCFunction_GetFlags(_ object: Object?) -> Int32 {
    guard let object, object.isInstance(PyCFunction_TypePointer()) else {
        _ = badInternalCall()
        return -1
    }
    return Value(object).cast(to: PyCFunctionObject.self).pointee.m_ml.pointee.ml_flags
}
@c public func PyCFunction_Call(_ callable: Object?, _ tuple: Object?, _ keywords: Object?) -> Object? { PyObject_Call(callable, tuple, keywords) }
@c public func PyMethod_New(_ function: Object?, _ receiver: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let function, let receiver else { throw badInternalCall() }
        return MethodObject.make(Value(function), Value(receiver))
    }
}
@c public func PyMethod_Function(_ object: Object?) -> Object? { object.flatMap { Value($0).cast(to: PyMethodObject.self).pointee.im_func } }
@c public func PyMethod_Self(_ object: Object?) -> Object? { object.flatMap { Value($0).cast(to: PyMethodObject.self).pointee.im_self } }
@c public func PyInstanceMethod_New(_ function: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in InstanceMethodObject.make(value(function)) }
}
@c public func PyInstanceMethod_Function(_ object: Object?) -> Object? {
    object.flatMap { Value($0).cast(to: PyInstanceMethodObject.self).pointee.func }
}
@c public func PyStaticMethod_New(_ function: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in Descriptors.staticMethod(value(function)) }
}
@c public func PyClassMethod_New(_ function: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in Descriptors.classMethod(value(function)) }
}

// MARK: Descriptors

@c public func PyDescr_NewMethod(_ type: TypePointer?, _ definition: UnsafeMutablePointer<PyMethodDef>?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let type, let definition else { throw badInternalCall() }
        try ForeignCalls.checkFlags(definition)
        return Descriptors.make(PyMethodDescr_TypePointer(), type, definition)
    }
}
@c public func PyDescr_NewClassMethod(_ type: TypePointer?, _ definition: UnsafeMutablePointer<PyMethodDef>?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let type, let definition else { throw badInternalCall() }
        return Descriptors.make(PyClassMethodDescr_TypePointer(), type, definition)
    }
}
@c public func PyDescr_NewGetSet(_ type: TypePointer?, _ definition: UnsafeMutablePointer<PyGetSetDef>?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let type, let definition else { throw badInternalCall() }
        return Descriptors.getSet(type, definition)
    }
}
@c public func PyDescr_NewMember(_ type: TypePointer?, _ definition: UnsafeMutablePointer<PyMemberDef>?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let type, let definition else { throw badInternalCall() }
        return Descriptors.member(type, definition)
    }
}
@c public func PyDescr_NewWrapper(_ type: TypePointer?, _ base: UnsafeMutablePointer<wrapperbase>?, _ wrapped: UnsafeMutableRawPointer?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let type, let base else { throw badInternalCall() }
        return Descriptors.wrapper(type, base, wrapped)
    }
}
@c public func PyDescr_IsData(_ object: Object?) -> Int32 { object.map { Value($0).record.pointee.descriptorSet != nil ? 1 : 0 } ?? 0 }
@c public func PyMember_GetOne(_ address: UnsafePointer<CChar>?, _ definition: UnsafeMutablePointer<PyMemberDef>?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let address, let definition else { throw badInternalCall() }
        let object = UnsafeMutableRawPointer(mutating: address).assumingMemoryBound(to: PyObject.self)
        return try Members.get(Value(object), definition)
    }
}
@c public func PyMember_SetOne(_ address: UnsafeMutablePointer<CChar>?, _ definition: UnsafeMutablePointer<PyMemberDef>?, _ new: Object?) -> Int32 {
    status { () throws(Raised) -> Void in
        guard let address, let definition else { throw badInternalCall() }
        try Members.set(Value(UnsafeMutableRawPointer(address).assumingMemoryBound(to: PyObject.self)), definition, value(new))
    }
}
@c public func PyWrapper_New(_ descriptor: Object?, _ receiver: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in try Attributes.bind(value(descriptor), value(receiver)) }
}
