// _thread: lock and RLock.
//
// Locks are taken and released under the GIL, so a lock is a field that says whether it is held, and a queue of those that wait.

import CPythonABI
import Glibc
import Runtime

enum LockTypes {
    // Fields: how often it is taken (a lock: 0 or 1), the queue, the identifier of the thread that took it (an RLock).
    private static let count = 0
    private static let queue = 1
    private static let owner = 2

    static let lock: TypePointer = FieldObject.type("_thread.lock", fields: 2, [.weakReferences, .hidden]) { type in
        type.doc(ThreadDocs.lock)
        for name in ["acquire", "acquire_lock", "__enter__"] as [StaticString] {
            type.method(name, .raw(acquireLock), ThreadDocs.acquire)
        }
        for name in ["release", "release_lock"] as [StaticString] {
            type.method(name, .noArguments(releaseLock), ThreadDocs.release)
        }
        type.method("__exit__", .parsed(named: true, minimum: 0, maximum: .max) { (self, _) throws(Raised) -> Ref in try releaseLock(self) }, ThreadDocs.release)
        for name in ["locked", "locked_lock"] as [StaticString] {
            type.method(name, .noArguments { (self) throws(Raised) -> Ref in Ref(Value(bool: Fields(self).int(count) != 0)) }, ThreadDocs.locked)
        }
        type.method("_at_fork_reinit", .noArguments { (self) throws(Raised) -> Ref in
            Fields(self).setInt(count, 0)
            WaitQueue.reset(Fields(self), queue)
            return .none
        })
        type.slots.repr = { (self) throws(Raised) -> Ref in
            let state = Fields(self).int(count) != 0 ? "locked" : "unlocked"
            return StrObject.make("<\(state) \(self.type.fullName) object at \(Repr.address(self))>")
        }
    }

    static let recursiveLock: TypePointer = FieldObject.type(
        "_thread.RLock", fields: 3, [.weakReferences, .subclassable]
    ) { type in
        type.slots.new = { (type, _) throws(Raised) -> Ref in
            let made = try FieldObject.make(type)
            Fields(made.value).setInt(count, 0)
            Fields(made.value).set(owner, Value(smallInt: 0))
            return made
        }
        for name in ["acquire", "__enter__"] as [StaticString] { type.method(name, .raw(acquireRecursive), ThreadDocs.acquireRecursive) }
        type.method("release", .noArguments(releaseRecursive), ThreadDocs.releaseRecursive)
        type.method("__exit__", .parsed(named: true, minimum: 0, maximum: .max) { (self, _) throws(Raised) -> Ref in try releaseRecursive(self) }, ThreadDocs.releaseRecursive)
        type.method("_is_owned", .noArguments { (self) throws(Raised) -> Ref in Ref(Value(bool: isOwned(self))) })
        type.method("_release_save", .noArguments { (self) throws(Raised) -> Ref in
            let fields = Fields(self)
            guard fields.int(count) > 0 else { throw raise(.runtimeError, "cannot release un-acquired lock") }
            let state = TupleObject.make(fields[count], fields[owner])
            fields.setInt(count, 0)
            fields.set(owner, Value(smallInt: 0))
            WaitQueue.wakeOne(fields, queue)
            return state
        })
        type.method("_acquire_restore", .one { (self, state) throws(Raised) -> Ref in
            guard TupleObject.isInstance(state) else {
                throw raise(.typeError, "_acquire_restore() argument 1 must be 2-item sequence, not \(ArgumentTypeName.of(state))")
            }
            guard TupleObject.count(state) == 2 else {
                throw raise(
                    .typeError, "_acquire_restore() argument 1 must be sequence of length 2, not \(TupleObject.count(state))")
            }
            let depth = try Index.of(TupleObject.item(state, 0), .overflowError)
            let identifier = Ref(TupleObject.item(state, 1))
            let fields = Fields(self)
            _ = try WaitQueue.wait(fields, queue, nanoseconds: -1) { fields.int(count) == 0 }
            fields.setInt(count, min(max(depth, 0), Value.maxSmallInt))
            fields.set(owner, identifier)
            return .none
        })
        type.method("_at_fork_reinit", .noArguments { (self) throws(Raised) -> Ref in
            Fields(self).setInt(count, 0)
            Fields(self).set(owner, Value(smallInt: 0))
            WaitQueue.reset(Fields(self), queue)
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
    private static func isOwned(_ self: Value) -> Bool {
        Fields(self).int(count) > 0 && Fields(self)[owner].isSmallInt && Fields(self).int(owner) == ThreadModule.identifier
    }

    private static let acquireLock: (Value, Arguments) throws(Raised) -> Ref = { (self, arguments) throws(Raised) -> Ref in
        let timeout = try timeout(arguments)
        let fields = Fields(self)
        if fields.int(count) != 0 {
            if try !WaitQueue.wait(fields, queue, nanoseconds: timeout, until: { fields.int(count) == 0 }) { return .bool(false) }
        }
        fields.setInt(count, 1)
        return .bool(true)
    }
    private static let releaseLock: (Value) throws(Raised) -> Ref = { (self) throws(Raised) -> Ref in
        let fields = Fields(self)
        guard fields.int(count) != 0 else { throw raise(.runtimeError, "release unlocked lock") }
        fields.setInt(count, 0)
        WaitQueue.wakeOne(fields, queue)
        return .none
    }
    /// Releases a lock that may be released already.
    static func open(_ lock: Value) {
        Fields(lock).setInt(count, 0)
        WaitQueue.wakeOne(Fields(lock), queue)
    }
    private static let acquireRecursive: (Value, Arguments) throws(Raised) -> Ref = { (self, arguments) throws(Raised) -> Ref in
        let timeout = try timeout(arguments)
        let fields = Fields(self)
        if fields.int(count) != 0 && !isOwned(self) {
            if try !WaitQueue.wait(fields, queue, nanoseconds: timeout, until: { fields.int(count) == 0 }) { return .bool(false) }
        }
        if fields.int(count) == Value.maxSmallInt { throw raise(.overflowError, "Internal lock count overflowed") }
        if fields.int(count) == 0 { fields.set(owner, IntObject.make(ThreadModule.identifier)) }
        fields.setInt(count, fields.int(count) + 1)
        return .bool(true)
    }
    private static let releaseRecursive: (Value) throws(Raised) -> Ref = { (self) throws(Raised) -> Ref in
        let fields = Fields(self)
        guard isOwned(self) else { throw raise(.runtimeError, "cannot release un-acquired lock") }
        fields.setInt(count, fields.int(count) - 1)
        if fields.int(count) == 0 {
            fields.set(owner, Value(smallInt: 0))
            WaitQueue.wakeOne(fields, queue)
        }
        return .none
    }

    // MARK: Waiting

    private static let parameters = BoundParameters("(blocking=True, timeout=-1)")

    /// Nanoseconds to wait at most; negative: without end.
    private static func timeout(_ arguments: Arguments) throws(Raised) -> Int {
        if arguments.count == 0 && arguments.keywordCount == 0 { return -1 }
        var result = -1
        let done = try parameters.withBound(arguments, "acquire") { (bound) throws(Raised) -> Ref in
            let blocking = bound[0].isNull ? 1 : try Index.size(bound[0])
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
}
