// PyThreadState_*, PyInterpreterState_*, PyGILState_*, and the parts of PyEval_* that give the GIL away and take it.

import CPythonABI
import Glibc
import Runtime

public typealias ThreadStatePointer = UnsafeMutablePointer<PyThreadState>
public typealias InterpreterPointer = UnsafeMutablePointer<PyInterpreterState>

private var state: ThreadStatePointer? { _PySwift_thread_state() }

// MARK: Thread states

@c public func PyThreadState_Get() -> ThreadStatePointer? {
    if state == nil { _PySwift_fatal_error("PyThreadState_Get", "the function must be called with the GIL held, but the GIL is released (the current Python thread state is NULL)") }
    return state
}
@c public func _PyThreadState_UncheckedGet() -> ThreadStatePointer? { state }
@c public func _PyThreadState_Prealloc(_ interpreter: InterpreterPointer?) -> ThreadStatePointer? { ThreadStates.make() }
@c public func PyThreadState_New(_ interpreter: InterpreterPointer?) -> ThreadStatePointer? {
    let new = ThreadStates.make()
    // The first state made in a thread that Python does not know is that thread's.
    if _PySwift_thread_states_own() == nil { ThreadStates.bind(new) }
    return new
}
/// (A state is complete when it is made.)
@c public func _PyThreadState_Init(_ state: ThreadStatePointer?) {}
@c public func PyThreadState_Clear(_ state: ThreadStatePointer?) { if let state { ThreadStates.clear(state) } }
@c public func PyThreadState_Delete(_ state: ThreadStatePointer?) {
    guard let state else { return }
    if _PySwift_thread_states_own() == state { _PySwift_set_own_thread_state(nil) }
    // It may be called with the GIL or without.
    if _PySwift_thread_state() == nil { GIL.withLock { ThreadStates.delete(state) } } else { ThreadStates.delete(state) }
}
@c public func PyThreadState_DeleteCurrent() { ThreadStates.endCurrent() }
@c public func PyThreadState_Next(_ state: ThreadStatePointer?) -> ThreadStatePointer? { state?.pointee.next }
@c public func PyThreadState_GetInterpreter(_ state: ThreadStatePointer?) -> InterpreterPointer? { state?.pointee.interp }
@c public func PyThreadState_GetID(_ state: ThreadStatePointer?) -> UInt64 { state?.pointee.id ?? 0 }
@c public func PyThreadState_GetDict() -> Object? { _PyThreadState_GetDict(state) }
@c public func _PyThreadState_GetDict(_ state: ThreadStatePointer?) -> Object? {
    guard let state else { return nil }
    if state.pointee.dict == nil { state.pointee.dict = PyDict_New() }
    return state.pointee.dict
}
/// Another state becomes that of the thread that holds the GIL.
@c public func PyThreadState_Swap(_ new: ThreadStatePointer?) -> ThreadStatePointer? {
    let old = state
    ThreadStates.swap(new)
    return old
}
/// Sets an exception to be raised in another thread; the number of threads that it was set in.
@c public func PyThreadState_SetAsyncExc(_ identifier: UInt, _ exception: Object?) -> Int32 {
    ThreadStates.setAsyncException(identifier, value(exception)) ? 1 : 0
}
@c public func PyThreadState_EnterTracing(_ state: ThreadStatePointer?) { state?.pointee.tracing += 1 }
@c public func PyThreadState_LeaveTracing(_ state: ThreadStatePointer?) { state?.pointee.tracing -= 1 }

// MARK: The interpreter: there is one

private var interpreter: InterpreterPointer? { _PyRuntime.interpreters.main }
@c public func PyInterpreterState_Get() -> InterpreterPointer? { interpreter }
@c public func PyInterpreterState_Main() -> InterpreterPointer? { interpreter }
@c public func PyInterpreterState_Head() -> InterpreterPointer? { interpreter }
@c public func PyInterpreterState_Next(_ interpreter: InterpreterPointer?) -> InterpreterPointer? { nil }
@c public func PyInterpreterState_ThreadHead(_ interpreter: InterpreterPointer?) -> ThreadStatePointer? { ThreadStates.first }
@c public func PyInterpreterState_GetID(_ interpreter: InterpreterPointer?) -> Int64 { 0 }
@c public func PyInterpreterState_GetDict(_ interpreter: InterpreterPointer?) -> Object? {
    if interpreterDict == nil { interpreterDict = PyDict_New() }
    return interpreterDict
}
nonisolated(unsafe) private var interpreterDict: Object?
@c public func _PyInterpreterState_GetMainModule(_ interpreter: InterpreterPointer?) -> Object? {
    guard let modules = PyImport_GetModuleDict(), let main = PyDict_GetItemString(modules, "__main__") else {
        _ = raise(.runtimeError, "interpreter not initialized")
        return nil
    }
    return retained(main)
}

// MARK: The GIL

@c public func PyEval_SaveThread() -> ThreadStatePointer? { GIL.release() }
@c public func PyEval_RestoreThread(_ saved: ThreadStatePointer?) {
    let failure = errno
    if let saved { GIL.take(saved) }
    errno = failure
}
@c public func PyEval_AcquireThread(_ saved: ThreadStatePointer?) { if let saved { GIL.take(saved) } }
@c public func PyEval_ReleaseThread(_ saved: ThreadStatePointer?) { _ = GIL.release() }
@c public func PyEval_AcquireLock() { if state == nil, let own = _PySwift_thread_states_own() { GIL.take(own) } }
@c public func PyEval_ReleaseLock() { if state != nil { _ = GIL.release() } }
@c public func PyEval_InitThreads() {}
@c public func PyEval_ThreadsInitialized() -> Int32 { 1 }

/// 0 if the thread had the GIL, 1 if it is taken here. A thread that Python has not seen gets a state, which the outermost release
/// takes away.
@c public func PyGILState_Ensure() -> Int32 {
    if let state {
        state.pointee.gilstate_counter += 1
        return 0
    }
    if let own = _PySwift_thread_states_own() {
        own.pointee.gilstate_counter += 1
        GIL.take(own)
        return 1
    }
    // The list of states is under the GIL, which needs a state to be taken: one of no thread does until the GIL is there.
    let new = ThreadStates.makeForForeignThread()
    new.pointee.gilstate_counter = 1
    return 1
}
@c public func PyGILState_Release(_ previous: Int32) {
    guard let state else { _PySwift_fatal_error("PyGILState_Release", "auto-releasing thread-state, but no thread-state for this thread") }
    state.pointee.gilstate_counter -= 1
    if state.pointee.gilstate_counter == 0 {
        state.pointee.gilstate_counter = 1
        ThreadStates.clear(state)
        state.pointee.gilstate_counter = 0
        ThreadStates.endCurrent()
    } else if previous == 1 {
        _ = GIL.release()
    }
}
@c public func PyGILState_Check() -> Int32 { state != nil ? 1 : 0 }
@c public func PyGILState_GetThisThreadState() -> ThreadStatePointer? { _PySwift_thread_states_own() }

@c public func Py_AddPendingCall(_ function: (@convention(c) (UnsafeMutableRawPointer?) -> Int32)?, _ argument: UnsafeMutableRawPointer?) -> Int32 {
    guard let function else { return -1 }
    return PendingCalls.add(function, argument) ? 0 : -1
}
