// The eval breaker: one word that the loop tests on back edges and calls. Whoever wants the interpreter's attention sets a bit.

import CPythonABI

public enum EvalBreaker {
    public struct Request: OptionSet, Sendable {
        public let rawValue: Int32
        public init(rawValue: Int32) { self.rawValue = rawValue }
        public static let collect = Request(rawValue: 1)
        public static let signal = Request(rawValue: 2)
        public static let giveUpGIL = Request(rawValue: 4)
        public static let pendingCall = Request(rawValue: 8)
        public static let asyncException = Request(rawValue: 16)
        public static let settleStrings = Request(rawValue: 32)
    }
    public static func request(_ request: Request) { _pyswift_breaker_set(request.rawValue) }
    public static func clear(_ request: Request) { _pyswift_breaker_clear(request.rawValue) }
    public static var requests: Request { Request(rawValue: _pyswift_loop.eval_breaker) }

    /// Serves what was requested. Raises what a signal handler raises.
    @inline(never) public static func serve() throws(Raised) {
        let requests = requests
        if requests.contains(.collect) {
            clear(.collect)
            CycleCollector.collectYoung()
        }
        if requests.contains(.settleStrings) {
            clear(.settleStrings)
            LegacyStrings.settle()
        }
        if requests.contains(.giveUpGIL) { GIL.giveWay() }
        if requests.contains(.asyncException) {
            clear(.asyncException)
            let thread = PendingException.state
            if let type = thread.pointee.async_exc {
                thread.pointee.async_exc = nil
                let held = Ref(owned: Value(type))
                throw raise(UnsafeMutableRawPointer(held.value.object).assumingMemoryBound(to: PyTypeObject.self), .null)
            }
        }
        // Signals and pending calls are for the main thread; it looks for them when it gets the GIL.
        if requests.contains(.signal) {
            clear(.signal)
            if ThreadStates.isMain { try signalHook() }
        }
        if requests.contains(.pendingCall) {
            clear(.pendingCall)
            if ThreadStates.isMain { try PendingCalls.run() }
        }
    }
    /// Collects, if that was requested, and serves nothing else.
    @inline(never) static func serveCollection() {
        guard requests.contains(.collect) else { return }
        clear(.collect)
        CycleCollector.collectYoung()
    }
    /// Runs the Python handlers of signals that arrived. Set by the signal module.
    nonisolated(unsafe) public static var signalHook: () throws(Raised) -> Void = { () throws(Raised) -> Void in }
}
