// Thread states, and the change from one to another.
//
// What the loop needs of the running thread lives in one C struct at a fixed address (`_pyswift_loop`). When another thread gets the GIL
// that part is put away into the record of the thread that used it last, and that of the new one put in. A record begins with CPython's
// `PyThreadState`, so that a pointer to one is a pointer to the other.

import CPythonABI
import Glibc

/// One thread's record. Lives at a fixed address from the time Python first sees the thread until it ends.
struct ThreadRecord {
    var state: PyThreadState
    // The loop's part, while another thread's is in place.
    var recursionRemaining = 0
    var nativeStackLimit: UInt = 0
    var currentFrame: UnsafeMutableRawPointer?
    var stackLimit: UnsafeMutableRawPointer?
    var deallocationDepth = 0
    var deferredDeallocations: UnsafeMutableRawPointer?
    var result = Value.null
    var yielded = false
    var contextIsSet = false
    var activeReprs: [UInt64] = []
    /// Where the windows of the thread's first frames stand; nil until it runs one.
    var stackBottom: FramePointer?
    /// Objects of which the thread has a namespace (`_thread._local`); they take themselves out when they die.
    var locals: [ObjectPointer] = []
    /// The word that the thread sleeps on in a wait queue, and who waits behind it there.
    var wakeWord: Int32 = 0
    var nextWaiting: UnsafeMutablePointer<ThreadRecord>?
    /// A lock that is released when the thread's state goes (`_thread._set_sentinel`), owned, or null.
    var sentinel = Value.null
    /// Whether the thread was started by Python, and counts in `_thread._count`.
    var isCounted = false
}

public enum ThreadStates {
    typealias Record = UnsafeMutablePointer<ThreadRecord>

    nonisolated(unsafe) private static var interpreter: UnsafeMutablePointer<PyInterpreterState>?
    /// The newest thread state; others follow by `next`.
    nonisolated(unsafe) public private(set) static var first: UnsafeMutablePointer<PyThreadState>?
    nonisolated(unsafe) public private(set) static var main: UnsafeMutablePointer<PyThreadState>?
    /// The identifier of the main thread, which alone runs signal handlers.
    nonisolated(unsafe) public private(set) static var mainIdentifier: UInt = 0
    nonisolated(unsafe) private static var lastNumber: UInt64 = 0
    /// Whose part is in `_pyswift_loop`.
    nonisolated(unsafe) private static var loaded: Record?
    /// Python threads that run.
    nonisolated(unsafe) public static var count = 0

    static func record(_ state: UnsafeMutablePointer<PyThreadState>) -> Record {
        UnsafeMutableRawPointer(state).assumingMemoryBound(to: ThreadRecord.self)
    }
    private static func state(_ record: Record) -> UnsafeMutablePointer<PyThreadState> {
        UnsafeMutableRawPointer(record).assumingMemoryBound(to: PyThreadState.self)
    }
    static var current: Record { record(_PySwift_thread_state().unsafelyUnwrapped) }

    /// Makes the state of the main thread, which holds the GIL.
    static func initialize() {
        // The interpreter state is opaque to extensions; they only compare its address and ask functions about it.
        interpreter = calloc(1, 4096)?.assumingMemoryBound(to: PyInterpreterState.self)
        _PyRuntime.interpreters.main = interpreter
        _PyRuntime.gilstate.autoInterpreterState = interpreter
        _pyswift_gil_initialize()
        _ = _pyswift_gil_try()
        let state = make()
        main = state
        mainIdentifier = _pyswift_thread_identifier()
        bind(state)
        _PySwift_publish_thread_state(state)
        enter(state)
    }

    /// Guards the list: states are made before their threads have the GIL.
    nonisolated(unsafe) private static var listMutex = pthread_mutex_t()

    /// A state for a thread that is not bound to one yet.
    public static func make() -> UnsafeMutablePointer<PyThreadState> {
        let record = Record.allocate(capacity: 1)
        var blank = PyThreadState()
        fillBytes(&blank, 0, MemoryLayout<PyThreadState>.size)
        record.initialize(to: ThreadRecord(state: blank))
        let state = UnsafeMutableRawPointer(record).assumingMemoryBound(to: PyThreadState.self)
        state.pointee.interp = interpreter
        state.pointee.exc_info = UnsafeMutableRawPointer(state).advanced(by: MemoryLayout<PyThreadState>.offset(of: \PyThreadState.exc_state) ?? 0)
            .assumingMemoryBound(to: _PyErr_StackItem.self)
        let frame = UnsafeMutableRawPointer(state).advanced(by: MemoryLayout<PyThreadState>.offset(of: \PyThreadState.root_cframe) ?? 0)
        state.pointee.cframe = frame.assumingMemoryBound(to: _PyCFrame.self)
        pthread_mutex_lock(&listMutex)
        defer { pthread_mutex_unlock(&listMutex) }
        lastNumber += 1
        state.pointee.id = lastNumber
        state.pointee.recursion_limit = Int32(clamping: _pyswift_loop.recursion_limit)
        state.pointee.recursion_remaining = state.pointee.recursion_limit
        record.pointee.recursionRemaining = _pyswift_loop.recursion_limit
        state.pointee.next = first
        first?.pointee.prev = state
        first = state
        return state
    }
    /// Whether a running thread has that identifier.
    public static func isKnown(_ identifier: UInt) -> Bool {
        var state = first
        while let current = state {
            if UInt(current.pointee.thread_id) == identifier { return true }
            state = current.pointee.next
        }
        return false
    }
    /// The calling thread is the one that the state is for.
    public static func bind(_ state: UnsafeMutablePointer<PyThreadState>) {
        state.pointee.thread_id = _pyswift_thread_identifier()
        state.pointee.native_thread_id = UInt(_pyswift_native_thread_id())
        state.pointee.gilstate_counter = 1
        record(state).pointee.nativeStackLimit = NativeStack.limitOfThisThread()
        _PySwift_set_own_thread_state(state)
    }

    /// A thread that Python has not seen comes in, without the GIL: it gets a state and the GIL. States are made under the GIL, so it is
    /// taken before there is one.
    public static func makeForForeignThread() -> UnsafeMutablePointer<PyThreadState> {
        GIL.takeWithoutState()
        let state = make()
        bind(state)
        _PySwift_publish_thread_state(state)
        enter(state)
        return state
    }
    /// `PyThreadState_Swap`: the thread that holds the GIL goes on with another state, or with none.
    public static func swap(_ new: UnsafeMutablePointer<PyThreadState>?) {
        _PySwift_publish_thread_state(new)
        if let new { enter(new) }
    }

    /// The thread got the GIL: its part of the loop's state is put in place.
    @inline(__always) static func enter(_ state: UnsafeMutablePointer<PyThreadState>) {
        let new = record(state)
        if loaded != new { exchange(new) }
    }
    @inline(never) private static func exchange(_ new: Record) {
        if let old = loaded {
            old.pointee.recursionRemaining = _pyswift_loop.recursion_remaining
            old.pointee.nativeStackLimit = _pyswift_loop.native_stack_limit
            old.pointee.currentFrame = _pyswift_loop.current_frame
            old.pointee.stackLimit = _pyswift_loop.stack_limit
            old.pointee.deallocationDepth = _pyswift_loop.deallocation_depth
            old.pointee.deferredDeallocations = _pyswift_loop.deferred_deallocations
            old.pointee.result = Interpreter.result
            old.pointee.yielded = Interpreter.yielded
            old.pointee.contextIsSet = Unwinding.contextIsSet
        }
        _pyswift_loop.recursion_remaining = new.pointee.recursionRemaining
        _pyswift_loop.native_stack_limit = new.pointee.nativeStackLimit
        _pyswift_loop.current_frame = new.pointee.currentFrame
        _pyswift_loop.stack_limit = new.pointee.stackLimit
        _pyswift_loop.deallocation_depth = new.pointee.deallocationDepth
        _pyswift_loop.deferred_deallocations = new.pointee.deferredDeallocations
        Interpreter.result = new.pointee.result
        Interpreter.yielded = new.pointee.yielded
        Unwinding.contextIsSet = new.pointee.contextIsSet
        loaded = new
        // Requests that are for one thread alone may have been laid aside by others.
        if state(new) == main {
            if Signals.isPending { EvalBreaker.request(.signal) }
            if PendingCalls.isPending { EvalBreaker.request(.pendingCall) }
        }
        if new.pointee.state.async_exc != nil { EvalBreaker.request(.asyncException) }
    }

    /// The frame that a thread runs or will go on with.
    static func frame(_ state: UnsafeMutablePointer<PyThreadState>) -> FramePointer? {
        let record = record(state)
        let frame = record == loaded ? _pyswift_loop.current_frame : record.pointee.currentFrame
        return frame?.assumingMemoryBound(to: Value.self)
    }

    /// A thread that Python started runs.
    static func beginCounted(_ state: UnsafeMutablePointer<PyThreadState>) {
        record(state).pointee.isCounted = true
        count += 1
    }

    /// Lets go of the objects that a state holds. Under the GIL; may run Python code.
    public static func clear(_ state: UnsafeMutablePointer<PyThreadState>) {
        func drop(_ field: inout ObjectPointer?) {
            guard let object = field else { return }
            field = nil
            Value(object).release()
        }
        leaveLocals(record(state))
        drop(&state.pointee.dict)
        drop(&state.pointee.async_exc)
        drop(&state.pointee.curexc_type)
        drop(&state.pointee.curexc_value)
        drop(&state.pointee.curexc_traceback)
        drop(&state.pointee.exc_state.exc_value)
        Tracing.threadEnds(state)
        drop(&state.pointee.c_profileobj)
        drop(&state.pointee.c_traceobj)
        drop(&state.pointee.async_gen_firstiter)
        drop(&state.pointee.async_gen_finalizer)
        drop(&state.pointee.context)
        state.pointee.c_profilefunc = nil
        state.pointee.c_tracefunc = nil
        if let function = state.pointee.on_delete {
            state.pointee.on_delete = nil
            function(state.pointee.on_delete_data)
        }
        let sentinel = record(state).pointee.sentinel
        record(state).pointee.sentinel = .null
        if !sentinel.isNull {
            sentinelHook(sentinel)
            sentinel.release()
        }
    }
    /// Releases the lock of `_thread._set_sentinel`. Set by the module.
    nonisolated(unsafe) public static var sentinelHook: (Value) -> Void = { _ in }
    /// The lock of `_thread._set_sentinel`, borrowed; null for none.
    public static var sentinel: Value {
        get { current.pointee.sentinel }
        set {
            newValue.retain()
            let old = current.pointee.sentinel
            current.pointee.sentinel = newValue
            old.release()
        }
    }

    /// Gives a cleared state's memory back. Under the GIL; it must not be the current one.
    public static func delete(_ state: UnsafeMutablePointer<PyThreadState>) {
        let record = record(state)
        if loaded == record { loaded = nil }
        pthread_mutex_lock(&listMutex)
        if let previous = state.pointee.prev { previous.pointee.next = state.pointee.next } else { first = state.pointee.next }
        state.pointee.next?.pointee.prev = state.pointee.prev
        pthread_mutex_unlock(&listMutex)
        if let bottom = record.pointee.stackBottom { ValueStack.freeBottom(bottom) }
        if record.pointee.isCounted { count -= 1 }
        record.deinitialize(count: 1)
        record.deallocate()
    }
    /// The current thread is done with Python: its state goes, and the GIL.
    public static func endCurrent() {
        guard let state = _PySwift_thread_state() else { return }
        if _PySwift_thread_states_own() == state { _PySwift_set_own_thread_state(nil) }
        delete(state)
        _ = GIL.release()
    }

    /// Only the thread that ends the interpreter may still run.
    static func isFinalizer(_ state: UnsafeMutablePointer<PyThreadState>) -> Bool { state == finalizer }
    nonisolated(unsafe) static var finalizer: UnsafeMutablePointer<PyThreadState>?

    /// In the child of a fork: the thread that forked is the only one, and the main one. States of others are left alone: what
    /// their frames hold may be in any state.
    public static func afterFork() {
        GIL.afterFork()
        listMutex = pthread_mutex_t()
        PendingCalls.afterFork()
        guard let state = _PySwift_thread_state() else { return }
        state.pointee.thread_id = _pyswift_thread_identifier()
        state.pointee.native_thread_id = UInt(_pyswift_native_thread_id())
        state.pointee.prev = nil
        state.pointee.next = nil
        first = state
        main = state
        mainIdentifier = _pyswift_thread_identifier()
        count = record(state).pointee.isCounted ? 1 : 0
    }
}

extension NativeStack {
    /// The lowest address to which native code of the calling thread may grow the stack.
    static func limitOfThisThread() -> UInt {
        var address: UnsafeMutableRawPointer?
        var size = 0
        guard _pyswift_thread_stack(&address, &size) != 0, let address else { return 0 }
        // Room for the deepest native code that makes no checks of its own, and for signal handlers.
        let reserve = min(size / 4, 256 * 1024)
        return UInt(bitPattern: address) + UInt(reserve)
    }
}

extension ThreadStates {
    /// Whether the thread that holds the GIL is the main one.
    public static var isMain: Bool { _PySwift_thread_state() == main }
}

extension ThreadStates {
    /// The frame that a thread runs or will go on with, as an object; null for none.
    public static func frameObject(_ state: UnsafeMutablePointer<PyThreadState>) -> Ref {
        frame(state).map { Ref(FrameObject.of($0)) } ?? .null
    }
    /// Lets an exception (null: none) be raised in the thread with that identifier; false if there is none.
    public static func setAsyncException(_ identifier: UInt, _ exception: Value) -> Bool {
        var state = first
        while let found = state {
            if found.pointee.thread_id == identifier {
                let old = found.pointee.async_exc
                exception.retain()
                found.pointee.async_exc = exception.isNull ? nil : exception.object
                if let old { Value(old).release() }
                // Where it is another's, it is laid aside until that thread comes in.
                EvalBreaker.request(.asyncException)
                return true
            }
            state = found.pointee.next
        }
        return false
    }
}
