// The global interpreter lock.
//
// One thread at a time runs Python code and touches objects: the holder of the GIL. It lets go of it around calls that may block
// (`GIL.released`), and on request every switch interval (`sys.setswitchinterval`) at the loop's next look at the eval breaker.
//
// Taking and releasing it are one atomic operation each while nobody waits. The state of a thread stays in the loop's hot struct when
// the thread lets go, and is put away only by another thread that comes in (`ThreadStates.enter`): a blocking call in a program of one
// thread costs nothing more.
//
// A thread that waits sleeps for an interval; if in that time the GIL did not change hands, it sets the request. Who gives way on request
// does not compete again before another thread has had the GIL; otherwise it would mostly win.

import CPythonABI
import Glibc

public enum GIL {
    /// Seconds after which a waiting thread asks the running one to give way.
    nonisolated(unsafe) public static var switchInterval = 0.005

    /// Runs `body`, a call that may block, while other threads may run Python code. `body` must not touch objects; `errno` is as it leaves it.
    @inline(__always) public static func released<Result>(_ body: () -> Result) -> Result {
        let state = release()
        let result = body()
        let failure = errno
        take(state)
        errno = failure
        return result
    }

    /// Lets go of the GIL; `take` must follow with the answer.
    @inline(never) public static func release() -> UnsafeMutablePointer<PyThreadState> {
        let state = _PySwift_thread_state().unsafelyUnwrapped
        _PySwift_publish_thread_state(nil)
        open()
        return state
    }
    /// Takes the GIL for a thread state.
    @inline(never) public static func take(_ state: UnsafeMutablePointer<PyThreadState>) {
        if _pyswift_gil_try() == 0 { wait() }
        if Finalization.isFinalizing && !ThreadStates.isFinalizer(state) { sleepForEver() }
        _PySwift_publish_thread_state(state)
        ThreadStates.enter(state)
    }

    /// Takes the GIL for a thread that has no state yet.
    static func takeWithoutState() {
        if _pyswift_gil_try() == 0 { wait() }
        if Finalization.isFinalizing { sleepForEver() }
    }
    /// Holds the GIL for `body` without a thread state.
    public static func withLock(_ body: () -> Void) {
        if _pyswift_gil_try() == 0 { wait() }
        body()
        open()
    }

    /// The thread was asked to give way.
    static func giveWay() {
        EvalBreaker.clear(.giveUpGIL)
        guard _pyswift_gil_waiters() != 0 else { return }
        let state = _PySwift_thread_state().unsafelyUnwrapped
        let before = _pyswift_gil.switches
        _PySwift_publish_thread_state(nil)
        pthread_mutex_lock(&_pyswift_gil.mutex)
        _pyswift_gil_open()
        pthread_cond_signal(&_pyswift_gil.released)
        while _pyswift_gil.switches == before && _pyswift_gil_waiters() != 0 { pthread_cond_wait(&_pyswift_gil.taken, &_pyswift_gil.mutex) }
        pthread_mutex_unlock(&_pyswift_gil.mutex)
        take(state)
    }

    private static func open() {
        _pyswift_gil_open()
        if _pyswift_gil_waiters() == 0 { return }
        pthread_mutex_lock(&_pyswift_gil.mutex)
        pthread_cond_signal(&_pyswift_gil.released)
        pthread_mutex_unlock(&_pyswift_gil.mutex)
    }
    @inline(never) private static func wait() {
        pthread_mutex_lock(&_pyswift_gil.mutex)
        _pyswift_gil_count_waiter(1)
        while _pyswift_gil_try() == 0 {
            let before = _pyswift_gil.switches
            var until = Deadline.after(seconds: switchInterval)
            let result = pthread_cond_timedwait(&_pyswift_gil.released, &_pyswift_gil.mutex, &until)
            if result == ETIMEDOUT && _pyswift_gil.switches == before { EvalBreaker.request(.giveUpGIL) }
        }
        _pyswift_gil_count_waiter(-1)
        _pyswift_gil.switches &+= 1
        pthread_cond_signal(&_pyswift_gil.taken)
        pthread_mutex_unlock(&_pyswift_gil.mutex)
    }

    /// The interpreter ends: threads that still want in stay where they are until the process is gone. To end them would unwind frames of
    /// C extensions, which are not made for it.
    private static func sleepForEver() -> Never {
        open()
        while true { pause() }
    }

    /// In the child of a fork there is one thread, and it holds the GIL.
    static func afterFork() {
        _pyswift_gil.waiters = 0
        _pyswift_gil.locked = 1
        _pyswift_gil_initialize()
        EvalBreaker.clear(.giveUpGIL)
    }
}

/// Moments of the monotonic clock.
public enum Deadline {
    public static func now() -> timespec {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now
    }
    public static func after(nanoseconds: Int) -> timespec {
        var moment = now()
        let (seconds, rest) = (nanoseconds / 1_000_000_000, moment.tv_nsec + nanoseconds % 1_000_000_000)
        moment.tv_sec += seconds + rest / 1_000_000_000
        moment.tv_nsec = rest % 1_000_000_000
        return moment
    }
    /// Nanoseconds until a moment; 0 if it is over.
    public static func left(_ moment: timespec) -> Int {
        let now = now()
        return max(0, (moment.tv_sec - now.tv_sec) * 1_000_000_000 + moment.tv_nsec - now.tv_nsec)
    }
    public static func after(seconds: Double) -> timespec { after(nanoseconds: Int(max(0, min(seconds, 9e9)) * 1e9)) }
}
