// Thread states and the native stack's limit.

import CPythonABI
import Glibc

enum ThreadStates {
    /// Makes the state of the main thread.
    static func initialize() {
        let state = UnsafeMutablePointer<PyThreadState>.allocate(capacity: 1)
        fillBytes(state, 0, MemoryLayout<PyThreadState>.size)
        // The interpreter state is opaque to extensions; they only compare its address and ask functions about it.
        let interpreter = calloc(1, 4096)!.assumingMemoryBound(to: PyInterpreterState.self)
        state.pointee.interp = interpreter
        state.pointee.exc_info = UnsafeMutableRawPointer(state).advanced(by: MemoryLayout<PyThreadState>.offset(of: \PyThreadState.exc_state)!)
            .assumingMemoryBound(to: _PyErr_StackItem.self)
        state.pointee.thread_id = UInt(pthread_self())
        state.pointee.id = 1
        state.pointee.recursion_limit = 1000
        state.pointee.recursion_remaining = 1000
        _PySwift_publish_thread_state(state)
    }
}

extension NativeStack {
    /// Finds the bounds of this thread's stack.
    static func initialize() {
        var attributes = pthread_attr_t()
        guard _pyswift_thread_attributes(&attributes) == 0 else { return }
        var address: UnsafeMutableRawPointer?
        var size = 0
        pthread_attr_getstack(&attributes, &address, &size)
        pthread_attr_destroy(&attributes)
        guard let address else { return }
        // Room for the deepest native code that makes no checks of its own, and for signal handlers.
        let reserve = min(size / 4, 256 * 1024)
        _pyswift_loop.native_stack_limit = UInt(bitPattern: address) + UInt(reserve)
    }
}
