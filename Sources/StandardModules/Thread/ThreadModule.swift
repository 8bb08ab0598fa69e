// _thread

import CPythonABI
import Glibc
import Runtime

enum ThreadModule {
    static let longestMicroseconds = 9_223_372_036_000_000

    static var identifier: Int { Int(bitPattern: UInt(pthread_self())) }

    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc("This module provides primitive operations to write multi-threaded programs.\nThe 'threading' module provides a more convenient interface.")
        module.set("error", PyExc_RuntimeErrorPointer().value)
        module.set("TIMEOUT_MAX", float: 9223372036.0)
        module.type("LockType", LockTypes.lock)
        module.type("RLock", LockTypes.recursiveLock)
        module.type("_local", LocalObject.type)
        module.type("_ExceptHookArgs", hookArguments)
        for name in ["allocate_lock", "allocate"] as [StaticString] {
            module.function(name, .noArguments { (_) throws(Raised) -> Ref in try LockTypes.makeLock() }, ThreadDocs.allocate)
        }
        ThreadStates.sentinelHook = { (lock) in LockTypes.open(lock) }
        module.function("_set_sentinel", .noArguments { (_) throws(Raised) -> Ref in
            let lock = try LockTypes.makeLock()
            ThreadStates.sentinel = lock.value
            return lock
        }, ThreadDocs.setSentinel)
        for name in ["start_new_thread", "start_new"] as [StaticString] {
            module.function(name, .positional(minimum: 2, maximum: 3, start), ThreadDocs.start)
        }
        for name in ["exit", "exit_thread"] as [StaticString] {
            module.function(name, .noArguments { (_) throws(Raised) -> Ref in throw raise(PyExc_SystemExitPointer(), .null) }, ThreadDocs.exit)
        }
        module.function("get_ident", .noArguments { (_) throws(Raised) -> Ref in IntObject.make(identifier) }, ThreadDocs.getIdent)
        module.function("get_native_id", .noArguments { (_) throws(Raised) -> Ref in IntObject.make(Int(_pyswift_native_thread_id())) }, ThreadDocs.getNativeID)
        module.function("_count", .noArguments { (_) throws(Raised) -> Ref in IntObject.make(ThreadStates.count) }, ThreadDocs.count)
        module.function("stack_size", .positional(minimum: 0, maximum: 1, stackSize), ThreadDocs.stackSize)
        module.function("interrupt_main", .positional(minimum: 0, maximum: 1, interruptMain), ThreadDocs.interruptMain)
        module.function("_excepthook", .one(exceptHook), ThreadDocs.exceptHook)
    }

    private static let start: (Value, Arguments) throws(Raised) -> Ref = { (_, arguments) throws(Raised) -> Ref in
        if arguments[0].record.pointee.call == nil { throw raise(.typeError, "first arg must be callable") }
        guard TupleObject.isInstance(arguments[1]) else { throw raise(.typeError, "2nd arg must be a tuple") }
        if arguments.count > 2 {
            guard DictObject.isInstance(arguments[2]) else { throw raise(.typeError, "optional 3rd arg must be a dictionary") }
        }
        try Audit.event("_thread.start_new_thread", arguments[0], arguments[1], arguments.count > 2 ? arguments[2] : .none)
        let identifier = try ThreadStart.start(arguments[0], arguments[1], arguments.count > 2 ? arguments[2] : .null)
        return IntObject.make(unsigned: identifier)
    }

    private static let stackSize: (Value, Arguments) throws(Raised) -> Ref = { (_, arguments) throws(Raised) -> Ref in
        let size = arguments.count == 0 ? 0 : try Index.size(arguments[0])
        if size < 0 { throw raise(.valueError, "size must be 0 or a positive value") }
        if size != 0 && !ThreadStart.accepts(stackSize: size) { throw raise(.valueError, "size not valid: \(size) bytes") }
        let old = ThreadStart.stackSize
        if arguments.count > 0 { ThreadStart.stackSize = size }
        return IntObject.make(old)
    }

    private static let interruptMain: (Value, Arguments) throws(Raised) -> Ref = { (_, arguments) throws(Raised) -> Ref in
        let number = arguments.count == 0 ? Int(SIGINT) : try Index.int32(arguments[0])
        guard number > 0, number < Signals.count else { throw raise(.valueError, "signal number out of range") }
        // A signal that is ignored, or that Python does not handle, does nothing.
        if Signals.action(number).isObject { Signals.note(number) }
        return .none
    }

    /// _excepthook((exc_type, exc_value, exc_traceback, thread))
    private static let exceptHook: (Value, Value) throws(Raised) -> Ref = { (_, arguments) throws(Raised) -> Ref in
        guard arguments.type == hookArguments else {
            throw raise(.typeError, "_thread.excepthook argument type must be ExceptHookArgs")
        }
        if TupleObject.item(arguments, 0) === PyExc_SystemExitPointer().value { return .none }
        let hook = SysModule.attribute("__excepthook__")
        if hook.isNull { return .none }
        let thread = Ref(TupleObject.item(arguments, 3))
        let key = StrObject.intern("name")
        let name = thread.value.isNone ? Ref.null : try Attributes.getIfPresent(thread.value, key.value)
        let shown = name.isNull ? IntObject.make(identifier) : name
        let text = try Repr.str(shown.value)
        let standard = SysModule.attribute("stderr")
        let isLost = standard.isNull || standard.value.isNone
        // What the stream was when the thread was made.
        let ownKey = StrObject.intern("_stderr")
        let own = isLost && !thread.value.isNone ? try Attributes.getIfPresent(thread.value, ownKey.value) : Ref.null
        let stream = isLost ? own.copy() : standard.copy()
        if stream.isNull || stream.value.isNone { return .none }
        if isLost { SysModule.set("stderr", stream.value) }
        defer { if isLost { SysModule.set("stderr", .none) } }
        let line = StrObject.make("Exception in thread \(Runtime.text(text.value)):\n")
        let write = StrObject.intern("write")
        let written = try Call.method(stream.value, write.value, line.value)
        _ = written.isNull
        return try Call.call(
            hook.value, TupleObject.item(arguments, 0), TupleObject.item(arguments, 1), TupleObject.item(arguments, 2))
    }

    nonisolated(unsafe) private static let hookArguments = StructSequence.type(
        "_thread._ExceptHookArgs", doc: "ExceptHookArgs\n\nType used to pass arguments to threading.excepthook.",
        fields: [
            StructSequence.Field("exc_type", "Exception type"), StructSequence.Field("exc_value", "Exception value"),
            StructSequence.Field("exc_traceback", "Exception traceback"), StructSequence.Field("thread", "Thread"),
        ], visible: 4)
}
