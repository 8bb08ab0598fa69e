// PyThread_*: locks, keys of threads, and threads without Python.

import CPythonABI
import Glibc
import Runtime

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
@c public func PyThread_get_thread_native_id() -> UInt { UInt(_pyswift_native_thread_id()) }
@c public func PyThread_init_thread() {}
@c public func PyThread_exit_thread() { pthread_exit(nil) }
@c public func PyThread_get_stacksize() -> Int { ThreadStart.stackSize }
/// 0: set; -1: not a size that can be.
@c public func PyThread_set_stacksize(_ size: Int) -> Int32 {
    if size != 0 && !ThreadStart.accepts(stackSize: size) { return -1 }
    ThreadStart.stackSize = size
    return 0
}
/// Starts a thread that is not Python's own; the number it is known by, or all ones.
@c public func PyThread_start_new_thread(_ function: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?, _ argument: UnsafeMutableRawPointer?) -> UInt {
    struct Start {
        var function: @convention(c) (UnsafeMutableRawPointer?) -> Void
        var argument: UnsafeMutableRawPointer?
    }
    guard let function else { return UInt.max }
    let start = UnsafeMutablePointer<Start>.allocate(capacity: 1)
    start.initialize(to: Start(function: function, argument: argument))
    let thread = ThreadStart.create({ pointer in
        guard let start = pointer?.assumingMemoryBound(to: Start.self) else { return nil }
        let (function, argument) = (start.pointee.function, start.pointee.argument)
        start.deallocate()
        function(argument)
        return nil
    }, start)
    if let thread { return UInt(thread) }
    start.deallocate()
    return UInt.max
}
@c public func PyThread_GetInfo() -> Object? { retained(PySys_GetObject("thread_info")) }
@c public func PyThread_ReInitTLS() {}

// MARK: Keys

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
// The keys of before 3.7.
@c public func PyThread_create_key() -> Int32 {
    var key = pthread_key_t()
    if pthread_key_create(&key, nil) != 0 { return -1 }
    return Int32(bitPattern: key)
}
@c public func PyThread_delete_key(_ key: Int32) { pthread_key_delete(pthread_key_t(bitPattern: key)) }
@c public func PyThread_set_key_value(_ key: Int32, _ value: UnsafeMutableRawPointer?) -> Int32 {
    pthread_setspecific(pthread_key_t(bitPattern: key), value) == 0 ? 0 : -1
}
@c public func PyThread_get_key_value(_ key: Int32) -> UnsafeMutableRawPointer? { pthread_getspecific(pthread_key_t(bitPattern: key)) }
@c public func PyThread_delete_key_value(_ key: Int32) { pthread_setspecific(pthread_key_t(bitPattern: key), nil) }
