// Signals: noted by a C handler, served by the interpreter at its next safe point.

import CPythonABI
import Glibc

public enum Signals {
    public static let count = 65

    /// Which signals arrived; written by the handler.
    nonisolated(unsafe) private static var arrived = InlineArray<65, Int32>(repeating: 0)
    /// What Python code set for each: an int (0: default, 1: ignore), a callable, or null for a handler that Python does not know.
    nonisolated(unsafe) private static var actions = InlineArray<65, Value>(repeating: Value(smallInt: 0))
    /// A descriptor that gets a byte for each signal; -1 for none.
    nonisolated(unsafe) public static var wakeupDescriptor: Int32 = -1

    /// Whether a byte that finds the descriptor's buffer full is reported.
    nonisolated(unsafe) public static var warnsOfFullBuffer = true
    /// Why the last byte could not be written, as an errno; 0 once it is reported.
    nonisolated(unsafe) private static var wakeupFailure: Int32 = 0

    /// `signal.default_int_handler`.
    nonisolated(unsafe) public private(set) static var defaultInterruptHandler = Value.null

    static func start() {
        arrived[0] = 0
        let method = NativeMethod.make(
            "default_int_handler",
            .positional(minimum: 2, maximum: 2, { (_, _) throws(Raised) -> Ref in throw raise(.keyboardInterrupt, argument: .null) }),
            "($module, signalnum, frame, /)", doc: "The default handler for SIGINT installed by Python.\n\nIt raises KeyboardInterrupt.")
        let module = StrObject.intern("_signal")
        defaultInterruptHandler = NativeFunctionObject.make(method, self: .null, module: module.value).take()
        for number in 1..<count {
            var action = sigaction()
            guard sigaction(Int32(number), nil, &action) == 0 else { continue }
            let handler = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            actions[number] = handler == 0 || handler == 1 ? Value(smallInt: handler) : .null
        }
        // A parent that ignores the signal (nohup) wants it ignored here too.
        if actions[Int(SIGINT)].isSmallInt, actions[Int(SIGINT)].smallInt == 0 {
            _ = install(SIGINT)
            actions[Int(SIGINT)] = defaultInterruptHandler
        }
        EvalBreaker.signalHook = { () throws(Raised) -> Void in try serve() }
    }

    /// Makes the C handler note a signal; false with errno set if that cannot be.
    private static func install(_ number: Int32) -> Bool {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { number in
            Signals.arrived[Int(number)] = 1
            _pyswift_store(&Signals.pending, 1)
            EvalBreaker.request(.signal)
            if Signals.wakeupDescriptor >= 0 {
                var byte = UInt8(truncatingIfNeeded: number)
                let saved = errno
                if Glibc.write(Signals.wakeupDescriptor, &byte, 1) < 0,
                    Signals.warnsOfFullBuffer || errno != EAGAIN && errno != EWOULDBLOCK
                {
                    _pyswift_store(&Signals.wakeupFailure, errno)
                }
                errno = saved
            }
        }
        return sigaction(number, &action, nil) == 0
    }

    /// What happens on a signal, borrowed; null if Python does not know.
    public static func action(_ number: Int) -> Value { actions[number] }

    /// Sets what happens on a signal; the answer is what was set before. `action` is 0, 1 or a callable.
    public static func set(_ number: Int, _ action: Value) throws(Raised) -> Ref {
        if action.isSmallInt {
            var new = sigaction()
            new.__sigaction_handler.sa_handler = unsafeBitCast(action.smallInt, to: (@convention(c) (Int32) -> Void)?.self)
            if sigaction(Int32(number), &new, nil) != 0 { throw OSErrors.raise() }
        } else if !install(Int32(number)) {
            throw OSErrors.raise()
        }
        let old = actions[number]
        action.retain()
        actions[number] = action
        return old.isNull ? .none : Ref(owned: old)
    }

    private static func reportWakeupFailure() {
        let failure = _pyswift_exchange(&wakeupFailure, 0)
        if failure == 0 { return }
        let saved = PendingException.save()
        _ = OSErrors.raise(failure)
        Unraisable.report(.null, message: "Exception ignored when trying to write to the signal wakeup fd")
        PendingException.restore(saved)
    }

    /// Whether any signal arrived that the main thread has not served.
    static var isPending: Bool { _pyswift_load(&pending) != 0 }
    nonisolated(unsafe) private static var pending: Int32 = 0

    /// Calls the handlers of signals that arrived; nothing in threads other than the main one.
    public static func serve() throws(Raised) {
        if ThreadStates.isMain && _pyswift_load(&wakeupFailure) != 0 { reportWakeupFailure() }
        if !ThreadStates.isMain || _pyswift_exchange(&pending, 0) == 0 { return }
        for number in 1..<count where arrived[number] != 0 {
            arrived[number] = 0
            let action = Ref(actions[number])
            if action.isNull || !action.value.isObject { continue }
            let frame = CurrentFrame.fp.map { Ref(FrameObject.of($0)) } ?? .none
            do throws(Raised) {
                let result = try Call.call(action.value, Value(smallInt: number), frame.value)
                _ = result.isNull
            } catch {
                // The others stay for the next time.
                _pyswift_store(&pending, 1)
                EvalBreaker.request(.signal)
                throw error
            }
        }
    }
    /// Whether an interrupt (SIGINT) arrived; it counts as served.
    public static func takeInterrupt() -> Bool {
        guard ThreadStates.isMain, arrived[Int(SIGINT)] != 0 else { return false }
        arrived[Int(SIGINT)] = 0
        return true
    }
    /// Notes a signal as if it had arrived.
    public static func note(_ number: Int) {
        arrived[number] = 1
        _pyswift_store(&pending, 1)
        EvalBreaker.request(.signal)
    }
    /// Signals that arrived before a fork are the parent's.
    public static func afterFork() {
        for number in 1..<count { arrived[number] = 0 }
        _pyswift_store(&pending, 0)
    }
    public static var anyArrived: Bool { (1..<count).contains { arrived[$0] != 0 } }
}
