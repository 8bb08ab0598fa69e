// PyThreadState_*, PyGILState_*, PyThread_*: one thread runs Python code at a time.

import CPythonABI
import Glibc
import Runtime

private var state: UnsafeMutablePointer<PyThreadState>? { _PySwift_thread_state() }

@c public func PyThreadState_Get() -> UnsafeMutablePointer<PyThreadState>? { state }
@c public func _PyThreadState_UncheckedGet() -> UnsafeMutablePointer<PyThreadState>? { state }
@c public func _PyThreadState_Prealloc(_ interpreter: UnsafeMutablePointer<PyInterpreterState>?) -> UnsafeMutablePointer<PyThreadState>? { state }
@c public func PyThreadState_GetInterpreter(_ state: UnsafeMutablePointer<PyThreadState>?) -> UnsafeMutablePointer<PyInterpreterState>? { state?.pointee.interp }
@c public func PyThreadState_GetID(_ state: UnsafeMutablePointer<PyThreadState>?) -> UInt64 { state?.pointee.id ?? 0 }
@c public func PyThreadState_GetDict() -> Object? { _PyThreadState_GetDict(state) }
@c public func _PyThreadState_GetDict(_ state: UnsafeMutablePointer<PyThreadState>?) -> Object? {
    guard let state else { return nil }
    if state.pointee.dict == nil { state.pointee.dict = PyDict_New() }
    return state.pointee.dict
}
@c public func PyThreadState_Swap(_ new: UnsafeMutablePointer<PyThreadState>?) -> UnsafeMutablePointer<PyThreadState>? {
    let old = state
    _PySwift_publish_thread_state(new)
    return old
}
@c public func PyThreadState_EnterTracing(_ state: UnsafeMutablePointer<PyThreadState>?) {}
@c public func PyThreadState_LeaveTracing(_ state: UnsafeMutablePointer<PyThreadState>?) {}
@c public func PyInterpreterState_Get() -> UnsafeMutablePointer<PyInterpreterState>? { state?.pointee.interp }
@c public func PyInterpreterState_Main() -> UnsafeMutablePointer<PyInterpreterState>? { state?.pointee.interp }
@c public func PyInterpreterState_Head() -> UnsafeMutablePointer<PyInterpreterState>? { state?.pointee.interp }
@c public func PyInterpreterState_GetID(_ interpreter: UnsafeMutablePointer<PyInterpreterState>?) -> Int64 { 0 }
@c public func PyInterpreterState_GetDict(_ interpreter: UnsafeMutablePointer<PyInterpreterState>?) -> Object? {
    if interpreterDict == nil { interpreterDict = PyDict_New() }
    return interpreterDict
}
nonisolated(unsafe) private var interpreterDict: Object?

// MARK: The lock that all share

nonisolated(unsafe) private var released: UnsafeMutablePointer<PyThreadState>?
@c public func PyEval_SaveThread() -> UnsafeMutablePointer<PyThreadState>? {
    let saved = state
    _PySwift_set_thread_state(nil)
    return saved
}
@c public func PyEval_RestoreThread(_ saved: UnsafeMutablePointer<PyThreadState>?) { _PySwift_publish_thread_state(saved) }
@c public func PyEval_AcquireThread(_ saved: UnsafeMutablePointer<PyThreadState>?) { _PySwift_publish_thread_state(saved) }
@c public func PyEval_ReleaseThread(_ saved: UnsafeMutablePointer<PyThreadState>?) { _PySwift_set_thread_state(nil) }
@c public func PyGILState_Ensure() -> Int32 {
    if state != nil { return 0 }
    _PySwift_set_thread_state(_PyRuntime.gilstate.tstate_current)
    return 1
}
@c public func PyGILState_Release(_ previous: Int32) { if previous == 1 { _PySwift_set_thread_state(nil) } }
@c public func PyGILState_Check() -> Int32 { state != nil ? 1 : 0 }
@c public func PyGILState_GetThisThreadState() -> UnsafeMutablePointer<PyThreadState>? { state ?? _PyRuntime.gilstate.tstate_current }

// MARK: Locks

@c public func PyThread_allocate_lock() -> UnsafeMutableRawPointer? {
    guard let lock = malloc(MemoryLayout<sem_t>.size) else { return nil }
    sem_init(lock.assumingMemoryBound(to: sem_t.self), 0, 1)
    return lock
}
@c public func PyThread_free_lock(_ lock: UnsafeMutableRawPointer?) {
    guard let lock else { return }
    sem_destroy(lock.assumingMemoryBound(to: sem_t.self))
    free(lock)
}
@c public func PyThread_acquire_lock(_ lock: UnsafeMutableRawPointer?, _ wait: Int32) -> Int32 {
    PyThread_acquire_lock_timed(lock, wait != 0 ? -1 : 0, 0) == 1 ? 1 : 0
}
/// 0: not acquired, 1: acquired, 2: interrupted.
@c public func PyThread_acquire_lock_timed(_ lock: UnsafeMutableRawPointer?, _ microseconds: Int64, _ interruptible: Int32) -> Int32 {
    guard let semaphore = lock?.assumingMemoryBound(to: sem_t.self) else { return 0 }
    var deadline = timespec()
    if microseconds > 0 {
        clock_gettime(CLOCK_REALTIME, &deadline)
        let nanoseconds = deadline.tv_nsec + Int(microseconds % 1_000_000) * 1000
        deadline.tv_sec += Int(microseconds / 1_000_000) + nanoseconds / 1_000_000_000
        deadline.tv_nsec = nanoseconds % 1_000_000_000
    }
    while true {
        let result = microseconds < 0 ? sem_wait(semaphore) : microseconds == 0 ? sem_trywait(semaphore) : sem_timedwait(semaphore, &deadline)
        if result == 0 { return 1 }
        if errno != EINTR { return 0 }
        if interruptible != 0 { return 2 }
    }
}
@c public func PyThread_release_lock(_ lock: UnsafeMutableRawPointer?) { if let lock { sem_post(lock.assumingMemoryBound(to: sem_t.self)) } }
@c public func PyThread_get_thread_ident() -> UInt { UInt(pthread_self()) }
@c public func PyThread_init_thread() {}
@c public func PyThread_tss_is_created(_ key: UnsafeMutablePointer<Py_tss_t>?) -> Int32 { key?.pointee._is_initialized ?? 0 }
@c public func PyThread_tss_create(_ key: UnsafeMutablePointer<Py_tss_t>?) -> Int32 {
    guard let key, key.pointee._is_initialized == 0 else { return 0 }
    if pthread_key_create(&key.pointee._key, nil) != 0 { return -1 }
    key.pointee._is_initialized = 1
    return 0
}
@c public func PyThread_tss_delete(_ key: UnsafeMutablePointer<Py_tss_t>?) {
    guard let key, key.pointee._is_initialized != 0 else { return }
    pthread_key_delete(key.pointee._key)
    key.pointee._is_initialized = 0
}
@c public func PyThread_tss_get(_ key: UnsafeMutablePointer<Py_tss_t>?) -> UnsafeMutableRawPointer? { key.flatMap { pthread_getspecific($0.pointee._key) } }
@c public func PyThread_tss_set(_ key: UnsafeMutablePointer<Py_tss_t>?, _ pointer: UnsafeMutableRawPointer?) -> Int32 {
    guard let key else { return -1 }
    return pthread_setspecific(key.pointee._key, pointer) == 0 ? 0 : -1
}
@c public func PyThread_tss_alloc() -> UnsafeMutablePointer<Py_tss_t>? {
    let key = calloc(1, MemoryLayout<Py_tss_t>.size)
    return key?.assumingMemoryBound(to: Py_tss_t.self)
}
@c public func PyThread_tss_free(_ key: UnsafeMutablePointer<Py_tss_t>?) {
    PyThread_tss_delete(key)
    free(key)
}
