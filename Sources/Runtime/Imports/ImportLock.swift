// The import lock: importlib holds it for moments only, to look after its locks of single modules. A thread may take it several times.

import CPythonABI
import Glibc

public enum ImportLock {
    nonisolated(unsafe) private static var owner: pthread_t = 0
    nonisolated(unsafe) private static var depth = 0

    public static var isHeld: Bool { depth > 0 }

    public static func acquire() {
        let own = pthread_self()
        // Whoever holds it runs Python code only for a moment; the GIL makes the test and the change one.
        while depth > 0 && owner != own { GIL.released { _ = usleep(50) } }
        owner = own
        depth += 1
    }
    /// False if this thread does not hold it.
    public static func release() -> Bool {
        guard depth > 0, owner == pthread_self() else { return false }
        depth -= 1
        return true
    }
    /// In the child of a fork only the thread that forked goes on.
    public static func resetAfterFork() {
        if depth > 0 { owner = pthread_self() }
    }
}
