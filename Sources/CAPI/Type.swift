// PyType_*

import CPythonABI
import Glibc
import Runtime

@c public func PyType_Ready(_ type: TypePointer?) -> Int32 {
    guard let type else { return -1 }
    CAPI.prepare()
    return status { () throws(Raised) -> Void in try ForeignTypes.ready(type) }
}
@c public func PyType_FromModuleAndSpec(_ module: Object?, _ spec: UnsafeMutablePointer<PyType_Spec>?, _ bases: Object?) -> Object? {
    CAPI.prepare()
    return newReference { () throws(Raised) -> Ref in
        guard let spec else { throw badInternalCall() }
        return try ForeignTypes.make(spec, module: Containers.plain(module), bases: Containers.plain(bases))
    }
}
@c public func PyType_FromSpecWithBases(_ spec: UnsafeMutablePointer<PyType_Spec>?, _ bases: Object?) -> Object? { PyType_FromModuleAndSpec(nil, spec, bases) }
@c public func PyType_FromSpec(_ spec: UnsafeMutablePointer<PyType_Spec>?) -> Object? { PyType_FromModuleAndSpec(nil, spec, nil) }
@c public func PyType_GenericAlloc(_ type: TypePointer?, _ count: Int) -> Object? {
    guard let type else { return nil }
    return newReference { () throws(Raised) -> Ref in try Instances.allocate(type, items: max(count, 0)) }
}
@c public func PyType_GenericNew(_ type: TypePointer?, _ arguments: Object?, _ keywords: Object?) -> Object? {
    guard let type else { return nil }
    return type.pointee.tp_alloc?(type, 0) ?? PyType_GenericAlloc(type, 0)
}
@c public func PyType_IsSubtype(_ a: TypePointer?, _ b: TypePointer?) -> Int32 {
    guard let a, let b else { return 0 }
    return a.isSubtype(of: b) ? 1 : 0
}
@c public func PyType_GetFlags(_ type: TypePointer?) -> UInt { (type?.pointee.tp_flags ?? 0) & 0xFFFF_FFFF }
@c public func PyType_Modified(_ type: TypePointer?) { if let type { ForeignTypes.modified(type) } }
@c public func PyType_ClearCache() -> UInt32 { 0 }
@c public func PyType_GetSlot(_ type: TypePointer?, _ slot: Int32) -> UnsafeMutableRawPointer? {
    guard let type else { return nil }
    let offset = _PySwift_slot_offset(slot)
    if offset == 0 {
        _ = badInternalCall()
        return nil
    }
    CAPI.prepare()
    let typeSize = MemoryLayout<PyTypeObject>.size
    if offset < typeSize { return (UnsafeMutableRawPointer(type) + offset).load(as: UnsafeMutableRawPointer?.self) }
    // A slot of one of the tables, which only heap types keep behind the type.
    let heap = MemoryLayout<PyHeapTypeObject>.self
    let tables: [(Int, UnsafeMutableRawPointer?)] = [
        (heap.offset(of: \PyHeapTypeObject.as_async)!, UnsafeMutableRawPointer(type.pointee.tp_as_async)),
        (heap.offset(of: \PyHeapTypeObject.as_number)!, UnsafeMutableRawPointer(type.pointee.tp_as_number)),
        (heap.offset(of: \PyHeapTypeObject.as_mapping)!, UnsafeMutableRawPointer(type.pointee.tp_as_mapping)),
        (heap.offset(of: \PyHeapTypeObject.as_sequence)!, UnsafeMutableRawPointer(type.pointee.tp_as_sequence)),
        (heap.offset(of: \PyHeapTypeObject.as_buffer)!, UnsafeMutableRawPointer(type.pointee.tp_as_buffer)),
    ]
    guard let (start, table) = tables.last(where: { $0.0 <= offset }), let table else { return nil }
    return (table + offset - start).load(as: UnsafeMutableRawPointer?.self)
}
@c public func PyType_GetName(_ type: TypePointer?) -> Object? {
    guard let type else { return nil }
    return newReference { () throws(Raised) -> Ref in Classes.name(type) }
}
@c public func PyType_GetQualName(_ type: TypePointer?) -> Object? {
    guard let type else { return nil }
    return newReference { () throws(Raised) -> Ref in Classes.qualifiedName(type) }
}
@c public func _PyType_Name(_ type: TypePointer?) -> CString? {
    guard let type else { return nil }
    let name: CString = type.pointee.tp_name
    return strrchr(name, Int32(UInt8(ascii: "."))).map { UnsafePointer($0 + 1) } ?? name
}
private func heapModule(_ type: TypePointer) -> Object? {
    guard type.hasFlag(Py_TPFLAGS_HEAPTYPE) else { return nil }
    return UnsafeMutableRawPointer(type).assumingMemoryBound(to: PyHeapTypeObject.self).pointee.ht_module
}
@c public func PyType_GetModule(_ type: TypePointer?) -> Object? {
    guard let type else { return nil }
    if let module = heapModule(type) { return module }
    _ = type.hasFlag(Py_TPFLAGS_HEAPTYPE)
        ? raise(.typeError, "PyType_GetModule: Type '\(type.name)' has no associated module")
        : raise(.typeError, "PyType_GetModule: Type '\(type.name)' is not a heap type")
    return nil
}
@c public func PyType_GetModuleState(_ type: TypePointer?) -> UnsafeMutableRawPointer? {
    guard let module = PyType_GetModule(type) else { return nil }
    return PyModule_GetState(module)
}
@c public func PyType_GetModuleByDef(_ type: TypePointer?, _ definition: UnsafeMutablePointer<PyModuleDef>?) -> Object? {
    guard let type, let mro = type.pointee.tp_mro else { return nil }
    for index in 0..<TupleObject.count(Value(mro)) {
        let base = TupleObject.items(Value(mro))[index].object.asType
        if let module = heapModule(base), ModuleObject.isInstance(Value(module)), ModuleDefinitions.definition(Value(module)) == definition { return module }
    }
    _ = raise(.typeError, "PyType_GetModuleByDef: No superclass of '\(type.name)' has the given module")
    return nil
}
@c public func _PyType_CalculateMetaclass(_ metatype: TypePointer?, _ bases: Object?) -> TypePointer? {
    guard let metatype, let bases else { return nil }
    do throws(Raised) { return try TypeNew.calculateMetaclass(metatype, Value(bases)) } catch { return nil }
}
