// Calls that C code leaves for the main thread (`Py_AddPendingCall`): from any thread, without the GIL.

import CPythonABI
import Glibc

public enum PendingCalls {
    public typealias Function = @convention(c) (UnsafeMutableRawPointer?) -> Int32
    private static let room = 32
    nonisolated(unsafe) private static var mutex = pthread_mutex_t()
    nonisolated(unsafe) private static var waiting: [(Function, UnsafeMutableRawPointer?)] = []
    nonisolated(unsafe) private static var count: Int32 = 0
    nonisolated(unsafe) private static var isRunning = false

    /// Whether the main thread has calls to make.
    static var isPending: Bool { _pyswift_load(&count) != 0 }

    /// False if too many wait already.
    public static func add(_ function: @escaping Function, _ argument: UnsafeMutableRawPointer?) -> Bool {
        pthread_mutex_lock(&mutex)
        let fits = waiting.count < room
        if fits {
            waiting.append((function, argument))
            _pyswift_store(&count, Int32(waiting.count))
        }
        pthread_mutex_unlock(&mutex)
        if fits { EvalBreaker.request(.pendingCall) }
        return fits
    }

    /// In the child of a fork nobody else holds the mutex.
    static func afterFork() { mutex = pthread_mutex_t() }

    /// Makes the calls that wait; those that they add are made at the next look.
    public static func run() throws(Raised) {
        if isRunning { return }
        isRunning = true
        defer { isRunning = false }
        for _ in 0..<room {
            pthread_mutex_lock(&mutex)
            let next = waiting.isEmpty ? nil : waiting.removeFirst()
            _pyswift_store(&count, Int32(waiting.count))
            pthread_mutex_unlock(&mutex)
            guard let (function, argument) = next else { return }
            if function(argument) != 0 {
                if isPending { EvalBreaker.request(.pendingCall) }
                if !PendingException.isSet { throw raise(.systemError, "pending call failed without an exception") }
                throw Raised()
            }
        }
    }
}
