// _thread: lock and RLock.
//
// Only one thread runs Python code so far, so nobody else can release a lock that is held: to wait for one is to wait for the
// timeout, or for ever, while signals are served as CPython serves them.

import CPythonABI
import Glibc
import Runtime

enum LockTypes {
    // Fields. A lock has the first alone, 0 or 1.
    static let (count, owner) = (0, 1)

    static let lock: TypePointer = FieldObject.type("_thread.lock", fields: 1, [.weakReferences, .hidden]) { type in
        type.doc(ThreadDocs.lock)
        for name in ["acquire", "acquire_lock", "__enter__"] as [StaticString] {
            type.method(name, .raw(acquireLock), ThreadDocs.acquire)
        }
        for name in ["release", "release_lock"] as [StaticString] {
            type.method(name, .noArguments(releaseLock), ThreadDocs.release)
        }
        type.method("__exit__", .raw { (self, _) throws(Raised) -> Ref in try releaseLock(self) }, ThreadDocs.release)
        for name in ["locked", "locked_lock"] as [StaticString] {
            type.method(name, .noArguments { (self) throws(Raised) -> Ref in Ref(Value(bool: Fields(self).int(count) != 0)) }, ThreadDocs.locked)
        }
        type.method("_at_fork_reinit", .noArguments { (self) throws(Raised) -> Ref in
            Fields(self).setInt(count, 0)
            return .none
        })
        type.slots.repr = { (self) throws(Raised) -> Ref in
            let state = Fields(self).int(count) != 0 ? "locked" : "unlocked"
            return StrObject.make("<\(state) \(self.type.fullName) object at \(Repr.address(self))>")
        }
    }

    static let recursiveLock: TypePointer = FieldObject.type(
        "_thread.RLock", fields: 2, [.weakReferences, .subclassable]
    ) { type in
        type.slots.new = { (type, _) throws(Raised) -> Ref in
            let made = try FieldObject.make(type)
            Fields(made.value).setInt(count, 0)
            Fields(made.value).set(owner, Value(smallInt: 0))
            return made
        }
        for name in ["acquire", "__enter__"] as [StaticString] { type.method(name, .raw(acquireRecursive), ThreadDocs.acquireRecursive) }
        type.method("release", .noArguments(releaseRecursive), ThreadDocs.releaseRecursive)
        type.method("__exit__", .raw { (self, _) throws(Raised) -> Ref in try releaseRecursive(self) }, ThreadDocs.releaseRecursive)
        type.method("_is_owned", .noArguments { (self) throws(Raised) -> Ref in Ref(Value(bool: isOwned(self))) })
        type.method("_release_save", .noArguments { (self) throws(Raised) -> Ref in
            let fields = Fields(self)
            guard fields.int(count) > 0 else { throw raise(.runtimeError, "cannot release un-acquired lock") }
            let state = TupleObject.make(fields[count], fields[owner])
            fields.setInt(count, 0)
            fields.set(owner, Value(smallInt: 0))
            return state
        })
        type.method("_acquire_restore", .one { (self, state) throws(Raised) -> Ref in
            guard TupleObject.isInstance(state) else {
                throw raise(.typeError, "_acquire_restore() argument 1 must be 2-item sequence, not \(state.type.name)")
            }
            guard TupleObject.count(state) == 2 else {
                throw raise(
                    .typeError, "_acquire_restore() argument 1 must be sequence of length 2, not \(TupleObject.count(state))")
            }
            let depth = try Index.of(TupleObject.item(state, 0), .overflowError)
            Fields(self).setInt(count, min(max(depth, 0), Value.maxSmallInt))
            Fields(self).set(owner, TupleObject.item(state, 1))
            return .none
        })
        type.method("_at_fork_reinit", .noArguments { (self) throws(Raised) -> Ref in
            Fields(self).setInt(count, 0)
            Fields(self).set(owner, Value(smallInt: 0))
            return .none
        })
        type.slots.repr = { (self) throws(Raised) -> Ref in
            let depth = Fields(self).int(count)
            let number = try Index.of(Fields(self)[owner], .overflowError)
            return StrObject.make(
                "<\(depth != 0 ? "locked" : "unlocked") \(self.type.fullName) object owner=\(number) count=\(depth) at \(Repr.address(self))>")
        }
    }

    static func makeLock() throws(Raised) -> Ref {
        let made = try FieldObject.make(lock)
        Fields(made.value).setInt(count, 0)
        return made
    }
    private static func isOwned(_ self: Value) -> Bool { Fields(self).int(count) > 0 }

    private static let acquireLock: (Value, Arguments) throws(Raised) -> Ref = { (self, arguments) throws(Raised) -> Ref in
        let timeout = try timeout(arguments)
        if Fields(self).int(count) != 0 {
            try wait(timeout) { Fields(self).int(count) == 0 }
            if Fields(self).int(count) != 0 { return Ref(Value(bool: false)) }
        }
        Fields(self).setInt(count, 1)
        return Ref(Value(bool: true))
    }
    private static let releaseLock: (Value) throws(Raised) -> Ref = { (self) throws(Raised) -> Ref in
        guard Fields(self).int(count) != 0 else { throw raise(.runtimeError, "release unlocked lock") }
        Fields(self).setInt(count, 0)
        return .none
    }
    private static let acquireRecursive: (Value, Arguments) throws(Raised) -> Ref = { (self, arguments) throws(Raised) -> Ref in
        _ = try timeout(arguments)
        let fields = Fields(self)
        if fields.int(count) == Value.maxSmallInt { throw raise(.overflowError, "Internal lock count overflowed") }
        if fields.int(count) == 0 { fields.set(owner, IntObject.make(ThreadModule.identifier)) }
        fields.setInt(count, fields.int(count) + 1)
        return Ref(Value(bool: true))
    }
    private static let releaseRecursive: (Value) throws(Raised) -> Ref = { (self) throws(Raised) -> Ref in
        let fields = Fields(self)
        guard fields.int(count) > 0 else { throw raise(.runtimeError, "cannot release un-acquired lock") }
        fields.setInt(count, fields.int(count) - 1)
        if fields.int(count) == 0 { fields.set(owner, Value(smallInt: 0)) }
        return .none
    }

    // MARK: Waiting

    private static let parameters = BoundParameters("(blocking=True, timeout=-1)")

    /// Nanoseconds to wait at most; negative: without end.
    private static func timeout(_ arguments: Arguments) throws(Raised) -> Int {
        if arguments.count == 0 && arguments.keywordCount == 0 { return -1 }
        var result = -1
        let done = try parameters.withBound(arguments, "acquire") { (bound) throws(Raised) -> Ref in
            let blocking = bound[0].isNull ? 1 : try Index.of(bound[0], .overflowError)
            let seconds = bound[1].isNull ? -1_000_000_000 : try TimeModule.nanoseconds(bound[1])
            if blocking == 0 && seconds != -1_000_000_000 {
                throw raise(.valueError, "can't specify a timeout for a non-blocking call")
            }
            if seconds < 0 && seconds != -1_000_000_000 { throw raise(.valueError, "timeout value must be positive") }
            if seconds / 1000 > ThreadModule.longestMicroseconds { throw raise(.overflowError, "timeout value is too large") }
            result = blocking == 0 ? 0 : seconds
            return .none
        }
        _ = done.isNull
        return result
    }

    /// Waits until a signal handler makes `condition` true, or for the time.
    private static func wait(_ nanoseconds: Int, until condition: () -> Bool) throws(Raised) {
        if nanoseconds == 0 { return }
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        let endless = nanoseconds < 0
        var until = now
        if !endless {
            let fraction = now.tv_nsec + nanoseconds % 1_000_000_000
            until.tv_sec += nanoseconds / 1_000_000_000 + fraction / 1_000_000_000
            until.tv_nsec = fraction % 1_000_000_000
        } else {
            until.tv_sec += 1 << 40
        }
        while !condition() {
            let result = clock_nanosleep(CLOCK_MONOTONIC, 1, &until, nil)
            if result == 0 { return }
            guard result == EINTR else { throw OSErrors.raise() }
            try EvalBreaker.serve()
        }
    }
}
