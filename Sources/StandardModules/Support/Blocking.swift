// System calls that may block.

import Glibc
import Runtime

enum Blocking {
    /// Makes a call that may wait for the world outside. Other threads run meanwhile.
    @inline(__always) static func call<T>(_ body: () -> T) -> T { GIL.released(body) }

    /// Makes a call until no signal interrupts it, running the handlers of those that do. The result may be negative, with `errno` set.
    @inline(__always) static func uninterrupted<T: FixedWidthInteger>(_ body: () -> T) throws(Raised) -> T {
        while true {
            let result = call(body)
            if result >= 0 || errno != EINTR { return result }
            try EvalBreaker.serve()
        }
    }
    /// As `uninterrupted`; a failure is an OSError.
    @discardableResult @inline(__always) static func checked<T: FixedWidthInteger>(_ body: () -> T) throws(Raised) -> T {
        let result = try uninterrupted(body)
        if result < 0 { throw OSErrors.raise(errno) }
        return result
    }
}
