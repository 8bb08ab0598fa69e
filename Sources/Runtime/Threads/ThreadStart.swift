// Starting threads that run Python code.

import CPythonABI
import Glibc

public enum ThreadStart {
    /// Bytes of native stack for new threads; 0: `defaultStackSize`.
    nonisolated(unsafe) public static var stackSize = 0
    /// Calls between Python functions take no native stack; this is for native code that calls back, and for C extensions. It
    /// is reserved, not used, until something reaches that deep.
    private static let defaultStackSize = 8 << 20

    /// What a new thread gets: the call to make, owned.
    private struct Start {
        var state: UnsafeMutablePointer<PyThreadState>
        var function: Value
        var arguments: Value
        var keywords: Value
    }

    /// Starts a thread that calls function(*arguments, **keywords) (a tuple; a dict or null) and returns its identifier.
    public static func start(_ function: Value, _ arguments: Value, _ keywords: Value) throws(Raised) -> UInt {
        let start = UnsafeMutablePointer<Start>.allocate(capacity: 1)
        function.retain()
        arguments.retain()
        keywords.retain()
        start.initialize(to: Start(state: ThreadStates.make(), function: function, arguments: arguments, keywords: keywords))
        guard let thread = create({ argument in ThreadStart.run(argument) }, start) else {
            ThreadStates.clear(start.pointee.state)
            ThreadStates.delete(start.pointee.state)
            release(start)
            throw raise(.runtimeError, "can't start new thread")
        }
        return UInt(thread)
    }
    private static func release(_ start: UnsafeMutablePointer<Start>) {
        let (function, arguments, keywords) = (start.pointee.function, start.pointee.arguments, start.pointee.keywords)
        start.deallocate()
        keywords.release()
        arguments.release()
        function.release()
    }

    /// A detached thread of the size that is set; nil if there cannot be one.
    public static func create(
        _ body: @escaping @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer?, _ argument: UnsafeMutableRawPointer?
    ) -> pthread_t? {
        var attributes = pthread_attr_t()
        guard pthread_attr_init(&attributes) == 0 else { return nil }
        defer { pthread_attr_destroy(&attributes) }
        guard pthread_attr_setstacksize(&attributes, stackSize == 0 ? defaultStackSize : stackSize) == 0 else { return nil }
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        var thread = pthread_t()
        guard pthread_create(&thread, &attributes, body, argument) == 0 else { return nil }
        return thread
    }
    /// Whether threads may have stacks of that many bytes.
    public static func accepts(stackSize size: Int) -> Bool {
        var attributes = pthread_attr_t()
        guard size >= 32768, pthread_attr_init(&attributes) == 0 else { return false }
        defer { pthread_attr_destroy(&attributes) }
        return pthread_attr_setstacksize(&attributes, size) == 0
    }

    /// The whole life of a thread.
    private static func run(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let start = argument?.assumingMemoryBound(to: Start.self) else { return nil }
        let state = start.pointee.state
        ThreadStates.bind(state)
        GIL.take(state)
        ThreadStates.beginCounted(state)
        do throws(Raised) {
            let result = try Call.call(start.pointee.function, tuple: start.pointee.arguments, keywords: start.pointee.keywords)
            _ = result.isNull
        } catch {
            if PendingException.matches(PyExc_SystemExitPointer()) {
                PendingException.clear()
            } else {
                Unraisable.report(start.pointee.function, message: "Exception ignored in thread started by")
            }
        }
        release(start)
        ThreadStates.clear(state)
        ThreadStates.endCurrent()
        return nil
    }
}
