// PyMem_*, PyObject_Malloc, PyObject_New, PyObject_GC_*

import CPythonABI
import Glibc
import Runtime

@c public func PyMem_Malloc(_ size: Int) -> UnsafeMutableRawPointer? {
    CustomAllocators.has(.mem) ? CustomAllocators.malloc(.mem, size) : PlainMemory.malloc(size)
}
@c public func PyMem_Calloc(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer? {
    CustomAllocators.has(.mem) ? CustomAllocators.calloc(.mem, count, size) : PlainMemory.calloc(count, size)
}
@c public func PyMem_Realloc(_ block: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer? {
    CustomAllocators.has(.mem) ? CustomAllocators.realloc(.mem, block, size) : PlainMemory.realloc(block, size)
}
@c public func PyMem_Free(_ block: UnsafeMutableRawPointer?) {
    CustomAllocators.has(.mem) ? CustomAllocators.free(.mem, block) : PlainMemory.free(block)
}
@c public func PyMem_RawMalloc(_ size: Int) -> UnsafeMutableRawPointer? {
    CustomAllocators.has(.raw) ? CustomAllocators.malloc(.raw, size) : RawMemory.malloc(size)
}
@c public func PyMem_RawCalloc(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer? {
    CustomAllocators.has(.raw) ? CustomAllocators.calloc(.raw, count, size) : RawMemory.calloc(count, size)
}
@c public func PyMem_RawRealloc(_ block: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer? {
    CustomAllocators.has(.raw) ? CustomAllocators.realloc(.raw, block, size) : RawMemory.realloc(block, size)
}
@c public func PyMem_RawFree(_ block: UnsafeMutableRawPointer?) {
    CustomAllocators.has(.raw) ? CustomAllocators.free(.raw, block) : Glibc.free(block)
}
@c public func PyObject_Malloc(_ size: Int) -> UnsafeMutableRawPointer? {
    CustomAllocators.has(.object) ? CustomAllocators.malloc(.object, size) : PlainMemory.malloc(size)
}
@c public func PyObject_Calloc(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer? {
    CustomAllocators.has(.object) ? CustomAllocators.calloc(.object, count, size) : PlainMemory.calloc(count, size)
}
@c public func PyObject_Realloc(_ block: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer? {
    CustomAllocators.has(.object) ? CustomAllocators.realloc(.object, block, size) : PlainMemory.realloc(block, size)
}
@c public func PyObject_Free(_ block: UnsafeMutableRawPointer?) {
    CustomAllocators.has(.object) ? CustomAllocators.free(.object, block) : PlainMemory.free(block)
}
@c public func _PyMem_Strdup(_ text: CString?) -> UnsafeMutablePointer<CChar>? {
    guard let text else { return nil }
    let count = strlen(text) + 1
    guard let copy = PyMem_Malloc(count) else { return nil }
    memcpy(copy, text, count)
    return copy.assumingMemoryBound(to: CChar.self)
}
@c public func _PyMem_RawStrdup(_ text: CString?) -> UnsafeMutablePointer<CChar>? { text.flatMap { strdup($0) } }

// MARK: Objects

@c public func PyObject_Init(_ object: Object?, _ type: TypePointer?) -> Object? {
    guard let object, let type else { return PyErr_NoMemory() }
    object.pointee.ob_refcnt = 1
    object.pointee.ob_type = type
    if type.hasFlag(Py_TPFLAGS_HEAPTYPE) { retained(type.asObject) }
    return object
}
@c public func PyObject_InitVar(_ object: Object?, _ type: TypePointer?, _ count: Int) -> Object? {
    guard let object = PyObject_Init(object, type) else { return nil }
    Value(object).cast(to: PyVarObject.self).pointee.ob_size = count
    return object
}
private func size(_ type: TypePointer, _ count: Int) -> Int {
    (type.pointee.tp_basicsize &+ type.pointee.tp_itemsize &* count &+ 7) & ~7
}
@c public func _PyObject_New(_ type: TypePointer?) -> Object? {
    guard let type, let block = PyMem_Malloc(size(type, 0)) else { return PyErr_NoMemory() }
    return PyObject_Init(block.assumingMemoryBound(to: PyObject.self), type)
}
@c public func _PyObject_NewVar(_ type: TypePointer?, _ count: Int) -> Object? {
    guard let type, let block = PyMem_Malloc(size(type, count)) else { return PyErr_NoMemory() }
    return PyObject_InitVar(block.assumingMemoryBound(to: PyObject.self), type, count)
}
private func newCollected(_ type: TypePointer, _ count: Int) -> Object? {
    if type.hasFlag(Py_TPFLAGS_MANAGED_DICT) {
        return newReference { () throws(Raised) -> Ref in try Instances.allocateUntracked(type, items: max(count - 1, 0)) }
    }
    guard let block = Allocator.allocateUnsized(size(type, count) + 16) else { return PyErr_NoMemory() }
    let object = (block + 16).assumingMemoryBound(to: PyObject.self)
    Collector.initialize(object)
    return PyObject_Init(object, type)
}
@c public func _PyObject_GC_New(_ type: TypePointer?) -> Object? { type.flatMap { newCollected($0, 0) } }
@c public func _PyObject_GC_NewVar(_ type: TypePointer?, _ count: Int) -> Object? {
    guard let type, let object = newCollected(type, count) else { return nil }
    Value(object).cast(to: PyVarObject.self).pointee.ob_size = count
    return object
}
@c public func _PyObject_GC_Resize(_ object: Object?, _ count: Int) -> Object? {
    guard let object else { return nil }
    Collector.untrack(object)
    guard let block = Allocator.reallocateUnsized(UnsafeMutableRawPointer(object) - 16, size(object.typeObject, count) + 16) else { return PyErr_NoMemory() }
    let moved = (block + 16).assumingMemoryBound(to: PyObject.self)
    Value(moved).cast(to: PyVarObject.self).pointee.ob_size = count
    return moved
}
@c public func PyObject_GC_Del(_ pointer: UnsafeMutableRawPointer?) {
    guard let pointer else { return }
    let object = pointer.assumingMemoryBound(to: PyObject.self)
    if object.isTracked { Collector.untrack(object) }
    if object.typeObject.hasFlag(Py_TPFLAGS_MANAGED_DICT) {
        Instances.clearAttributes(object)
        Allocator.freeUnsized(pointer - 32 - Int(object.instanceMeta.pointee & 0xFF) * 8)
    } else {
        Allocator.freeUnsized(pointer - 16)
    }
}
@c public func PyObject_GC_Track(_ pointer: UnsafeMutableRawPointer?) {
    guard let object = pointer?.assumingMemoryBound(to: PyObject.self), !object.isTracked else { return }
    Collector.track(object)
}
@c public func PyObject_GC_UnTrack(_ pointer: UnsafeMutableRawPointer?) {
    guard let object = pointer?.assumingMemoryBound(to: PyObject.self), object.isTracked else { return }
    Collector.untrack(object)
}
@c public func _PyObject_GC_Track(_ pointer: UnsafeMutableRawPointer?) { PyObject_GC_Track(pointer) }
@c public func _PyObject_GC_UnTrack(_ pointer: UnsafeMutableRawPointer?) { PyObject_GC_UnTrack(pointer) }
@c public func PyObject_GC_IsTracked(_ object: Object?) -> Int32 { object.map { PyObject_IS_GC($0) != 0 && $0.isTracked ? 1 : 0 } ?? 0 }
@c public func PyObject_GC_IsFinalized(_ object: Object?) -> Int32 {
    object.map { PyObject_IS_GC($0) != 0 && $0.collectorHeader.pointee._gc_prev & 1 != 0 ? 1 : 0 } ?? 0
}
@c public func PyObject_IS_GC(_ object: Object?) -> Int32 { object.map { $0.isCollectedObject ? 1 : 0 } ?? 0 }
@c public func PyGC_Enable() -> Int32 {
    let old = _pyswift_collector.enabled
    _pyswift_collector.enabled = 1
    return old
}
@c public func PyGC_Disable() -> Int32 {
    let old = _pyswift_collector.enabled
    _pyswift_collector.enabled = 0
    return old
}
@c public func PyGC_IsEnabled() -> Int32 { _pyswift_collector.enabled }
@c public func PyGC_Collect() -> Int {
    number { () throws(Raised) -> Int in
        let function = try Modules.function("gc", "collect")
        let result = try Call.call(function.value)
        return try Index.size(result.value)
    }
}

/// `__del__` of an object on its way out; 0 if it may go, -1 if it lives again.
@c public func PyObject_CallFinalizerFromDealloc(_ object: Object?) -> Int32 {
    guard let object else { return 0 }
    object.pointee.ob_refcnt = 1
    PyObject_CallFinalizer(object)
    object.pointee.ob_refcnt -= 1
    return object.pointee.ob_refcnt == 0 ? 0 : -1
}
@c public func PyObject_CallFinalizer(_ object: Object?) {
    guard let object, let finalize = Value(object).record.pointee.finalize else { return }
    let collected = object.isCollectedObject
    if collected {
        if object.collectorHeader.pointee._gc_prev & 1 != 0 { return }
        object.collectorHeader.pointee._gc_prev |= 1
    }
    finalize(Value(object))
}
// The runtime's own deallocation puts deep chains off.
@c public func _PyTrash_begin(_ state: UnsafeMutablePointer<PyThreadState>?, _ object: Object?) -> Int32 { 0 }
@c public func _PyTrash_end(_ state: UnsafeMutablePointer<PyThreadState>?) {}
@c public func _PyTrash_cond(_ object: Object?, _ dealloc: (@convention(c) (Object?) -> Void)?) -> Int32 { 0 }
// These may be called without the GIL, which guards the traces.
@c public func PyTraceMalloc_Track(_ domain: UInt32, _ pointer: UInt, _ size: Int) -> Int32 {
    guard AllocationTraces.isOn else { return -2 }
    let state = PyGILState_Ensure()
    defer { PyGILState_Release(state) }
    return AllocationTraces.add(pointer, size, domain: domain) ? 0 : -1
}
@c public func PyTraceMalloc_Untrack(_ domain: UInt32, _ pointer: UInt) -> Int32 {
    guard AllocationTraces.isOn else { return -2 }
    let state = PyGILState_Ensure()
    defer { PyGILState_Release(state) }
    AllocationTraces.remove(pointer, domain: domain)
    return 0
}
