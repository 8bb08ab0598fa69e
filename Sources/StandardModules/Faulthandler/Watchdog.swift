// faulthandler.dump_traceback_later: a thread that waits, and writes the tracebacks of all threads unless it is called off.

import CPythonABI
import Glibc
import Runtime

enum Watchdog {
    nonisolated(unsafe) private static var nanoseconds = 0
    nonisolated(unsafe) private static var repeats = false
    nonisolated(unsafe) private static var exits = false
    nonisolated(unsafe) private static var descriptor: Int32 = 2
    /// 0: nothing runs; 1: the thread waits; 2: it is to stop. The thread sets 0 when it ends.
    nonisolated(unsafe) private static var state: Int32 = 0

    static func start(_ time: Int, repeats again: Bool, _ file: Int32, exits ends: Bool) -> Bool {
        cancel()
        (nanoseconds, repeats, descriptor, exits) = (time, again, file, ends)
        _pyswift_store(&state, 1)
        let thread = ThreadStart.create({ _ in
            var all = sigset_t()
            sigfillset(&all)
            pthread_sigmask(SIG_SETMASK, &all, nil)
            Watchdog.run()
            return nil
        }, nil)
        if thread == nil { state = 0 }
        return thread != nil
    }
    static func cancel() {
        if _pyswift_load(&state) == 0 { return }
        _pyswift_store(&state, 2)
        _pyswift_wake_word(&state)
        // It ends at once; while it writes, it wants no GIL.
        while _pyswift_load(&state) != 0 { _ = _pyswift_wait_on_word(&state, 2, nil) }
    }

    private static func run() {
        repeat {
            var until = Deadline.after(nanoseconds: nanoseconds)
            var result: Int32 = 0
            while _pyswift_load(&state) == 1 {
                result = _pyswift_wait_on_word(&state, 1, &until)
                if result == ETIMEDOUT { break }
            }
            if _pyswift_load(&state) != 1 { break }
            var dump = TracebackDump(descriptor)
            let seconds = nanoseconds / 1_000_000_000
            dump.put("Timeout (")
            dump.put(decimal: seconds / 3600)
            dump.put(seconds / 60 % 60 < 10 ? ":0" : ":")
            dump.put(decimal: seconds / 60 % 60)
            dump.put(seconds % 60 < 10 ? ":0" : ":")
            dump.put(decimal: seconds % 60)
            let fraction = nanoseconds / 1000 % 1_000_000
            if fraction != 0 {
                dump.put(".")
                var place = 100_000
                while place > 0 {
                    dump.put(decimal: fraction / place % 10)
                    place /= 10
                }
            }
            dump.put(")!\n")
            dump.write(allThreads: true, current: nil)
            if exits { _exit(1) }
        } while repeats
        _pyswift_store(&state, 0)
        _pyswift_wake_word(&state)
    }
}
