// Queues of threads that wait for an object: a lock to be released, an item to come.
//
// What is waited for changes only under the GIL, so neither the object nor the queue needs a lock of its own. A thread that must wait
// enters the queue, lets go of the GIL and sleeps on a word in its own record; who has something for the queue takes its first thread
// out and wakes it. The queue is a linked list of records that begins in a field of the object, as an int.

import CPythonABI
import Glibc

public enum WaitQueue {
    public enum Outcome {
        /// Woken, or for no reason: look again.
        case woken
        case timedOut
        /// A signal came: serve it, and look again.
        case interrupted
    }

    private static func first(_ fields: Fields, _ index: Int) -> ThreadStates.Record? {
        fields[index].isNull ? nil : ThreadStates.Record(bitPattern: fields.int(index))
    }
    private static func setFirst(_ fields: Fields, _ index: Int, _ record: ThreadStates.Record?) {
        fields.setInt(index, record.map { Int(bitPattern: $0) } ?? 0)
    }
    public static func isEmpty(_ fields: Fields, _ index: Int) -> Bool { first(fields, index) == nil }

    /// Waits in the queue of a field (of an object that the caller holds) until woken or till a moment.
    public static func wait(_ fields: Fields, _ index: Int, until: timespec?) -> Outcome {
        let own = ThreadStates.current
        own.pointee.wakeWord = 0
        own.pointee.nextWaiting = nil
        if var last = first(fields, index) {
            while let next = last.pointee.nextWaiting { last = next }
            last.pointee.nextWaiting = own
        } else {
            setFirst(fields, index, own)
        }
        let result = GIL.released { sleep(own, until) }
        if own.pointee.wakeWord != 0 { return .woken }
        remove(own, fields, index)
        return result == ETIMEDOUT ? .timedOut : result == EINTR ? .interrupted : .woken
    }
    private static func sleep(_ own: ThreadStates.Record, _ until: timespec?) -> Int32 {
        guard var until else { return _pyswift_wait_on_word(&own.pointee.wakeWord, 0, nil) }
        return _pyswift_wait_on_word(&own.pointee.wakeWord, 0, &until)
    }
    private static func remove(_ own: ThreadStates.Record, _ fields: Fields, _ index: Int) {
        guard var current = first(fields, index) else { return }
        if current == own { return setFirst(fields, index, own.pointee.nextWaiting) }
        while let next = current.pointee.nextWaiting {
            if next == own {
                current.pointee.nextWaiting = own.pointee.nextWaiting
                return
            }
            current = next
        }
    }

    /// Wakes the thread that waits longest, if any does.
    @inline(__always) public static func wakeOne(_ fields: Fields, _ index: Int) {
        if let record = first(fields, index) { wake(record, fields, index) }
    }
    @inline(never) private static func wake(_ record: ThreadStates.Record, _ fields: Fields, _ index: Int) {
        setFirst(fields, index, record.pointee.nextWaiting)
        _pyswift_store(&record.pointee.wakeWord, 1)
        _pyswift_wake_word(&record.pointee.wakeWord)
    }
    /// In the child of a fork nobody waits.
    public static func reset(_ fields: Fields, _ index: Int) { setFirst(fields, index, nil) }

    /// Waits until `isReady`, under the GIL, says so; false when the time is over. `nanoseconds` below 0: without end.
    public static func wait(
        _ fields: Fields, _ index: Int, nanoseconds: Int, until isReady: () -> Bool
    ) throws(Raised) -> Bool {
        if isReady() { return true }
        if nanoseconds == 0 { return false }
        let deadline: timespec? = nanoseconds < 0 ? nil : Deadline.after(nanoseconds: nanoseconds)
        while true {
            let outcome = wait(fields, index, until: deadline)
            if isReady() { return true }
            switch outcome {
            case .woken: continue
            case .timedOut: return false
            case .interrupted:
                try EvalBreaker.serve()
                if isReady() { return true }
            }
        }
    }
}
