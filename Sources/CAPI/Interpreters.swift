// Interpreters beside the main one. There are none: asking for one fails, and what is passed between interpreters is the object itself.

import CPythonABI
import Glibc
import Runtime

/// NULL without an exception: the caller may have no thread state, and says itself what failed.
@c public func Py_NewInterpreter() -> ThreadStatePointer? { nil }
@c public func _Py_NewInterpreter(_ isolated: Int32) -> ThreadStatePointer? { nil }
@c public func Py_EndInterpreter(_ state: ThreadStatePointer?) {}
@c public func PyInterpreterState_New() -> InterpreterPointer? {
    if _PySwift_thread_state() != nil { _ = raise(.runtimeError, "PyInterpreterState_New is not built: there is one interpreter") }
    return nil
}
@c public func PyInterpreterState_Clear(_ interpreter: InterpreterPointer?) {}
@c public func PyInterpreterState_Delete(_ interpreter: InterpreterPointer?) {}
@c public func _PyInterpreterState_GetIDObject(_ interpreter: InterpreterPointer?) -> Object? { PyLong_FromLong(0) }
@c public func _PyInterpreterState_RequireIDRef(_ interpreter: InterpreterPointer?, _ required: Int32) {}
@c public func _PyInterpreterID_New(_ identifier: Int64) -> Object? { PyLong_FromLongLong(Int(identifier)) }
@c public func _PyInterpreterID_LookUp(_ identifier: Object?) -> InterpreterPointer? {
    let number = PyLong_AsLongLong(identifier)
    if number == -1 && PendingException.isSet { return nil }
    if number == 0 { return PyInterpreterState_Main() }
    _ = raise(.runtimeError, "unrecognized interpreter ID \(number)")
    return nil
}
/// (PEP 523) Frames are not run by a function that could be replaced.
@c public func _PyInterpreterState_SetEvalFrameFunc(_ interpreter: InterpreterPointer?, _ function: UnsafeMutableRawPointer?) {}

// MARK: Data for another interpreter

/// `_PyCrossInterpreterData`.
public struct CrossInterpreterData {
    var data: UnsafeMutableRawPointer?
    var object: Object?
    var interpreter: Int64
    var new: (@convention(c) (UnsafeMutableRawPointer?) -> Object?)?
    var free: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?
}
public typealias CrossInterpreterFunction = @convention(c) (Object?, UnsafeMutableRawPointer?) -> Int32
nonisolated(unsafe) private var registered: [TypePointer: CrossInterpreterFunction] = [:]

private let shareObject: CrossInterpreterFunction = { object, room in
    guard let room else { return -1 }
    let data = room.assumingMemoryBound(to: CrossInterpreterData.self)
    data.pointee.data = UnsafeMutableRawPointer(object)
    data.pointee.object = retained(object)
    data.pointee.new = { room in retained(room?.assumingMemoryBound(to: CrossInterpreterData.self).pointee.object) }
    data.pointee.free = nil
    return 0
}
/// A function of C that knows how to share an object; nil if nobody said how.
private func find(_ object: Object) -> CrossInterpreterFunction? {
    let type = object.typeObject
    if let known = registered[type] { return known }
    let isPlain = object == Py_NonePointer() || type == PyLong_TypePointer() || type == PyUnicode_TypePointer() || type == PyBytes_TypePointer()
    return isPlain ? shareObject : nil
}
private func notShareable(_ object: Object) -> Int32 {
    do throws(Raised) { throw raise(.valueError, "\(try Repr.string(value(object))) does not support cross-interpreter data") } catch { return -1 }
}
@c public func _PyCrossInterpreterData_RegisterClass(_ type: TypePointer?, _ function: CrossInterpreterFunction?) -> Int32 {
    guard let type, let function else { return -1 }
    registered[type] = function
    return 0
}
@c public func _PyCrossInterpreterData_Lookup(_ object: Object?) -> CrossInterpreterFunction? { object.flatMap(find) }
@c public func _PyObject_CheckCrossInterpreterData(_ object: Object?) -> Int32 {
    guard let object else { return -1 }
    return find(object) == nil ? notShareable(object) : 0
}
@c public func _PyObject_GetCrossInterpreterData(_ object: Object?, _ data: UnsafeMutableRawPointer?) -> Int32 {
    guard let object, let data else { return -1 }
    data.initializeMemory(as: CrossInterpreterData.self, to: CrossInterpreterData(data: nil, object: nil, interpreter: 0, new: nil, free: nil))
    guard let function = find(object) else { return notShareable(object) }
    return function(object, data)
}
@c public func _PyCrossInterpreterData_NewObject(_ data: UnsafeMutableRawPointer?) -> Object? {
    guard let data, let new = data.assumingMemoryBound(to: CrossInterpreterData.self).pointee.new else { return nil }
    return new(data)
}
@c public func _PyCrossInterpreterData_Release(_ data: UnsafeMutableRawPointer?) {
    guard let data = data?.assumingMemoryBound(to: CrossInterpreterData.self) else { return }
    if let free = data.pointee.free, let content = data.pointee.data { free(content) }
    release(data.pointee.object)
    data.pointee.object = nil
    data.pointee.data = nil
}
