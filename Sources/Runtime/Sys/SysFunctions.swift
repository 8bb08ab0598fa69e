// The functions of sys.

import CPythonABI
import Glibc

enum SysFunctions {
    static func fill(_ module: ModuleBuilder) {
        addExceptions(module)
        addLimits(module)
        addMemory(module)
        addFrames(module)
        addEncodings(module)
        addHooks(module)
    }

    // MARK: Exceptions

    private static func addExceptions(_ module: ModuleBuilder) {
        module.function("exc_info", .noArguments({ (_) throws(Raised) -> Ref in
            guard let handled = Unwinding.topHandled() else { return TupleObject.make(.none, .none, .none) }
            let exception = Ref(Value(handled))
            let traceback = Ref(ExceptionMemory.field(exception.value, 40))
            return TupleObject.make(exception.value.type.value, exception.value, traceback.isNull ? .none : traceback.value)
        }), "($module, /)", doc: "Return current exception information: (type, value, traceback).\n\nReturn information about the most recent exception caught by an except\nclause in the current stack frame or in an older stack frame.")
        module.function("exception", .noArguments({ (_) throws(Raised) -> Ref in
            Unwinding.topHandled().map { Ref(Value($0)) } ?? .none
        }), "($module, /)", doc: "Return the current exception.\n\nReturn the most recent exception caught by an except clause\nin the current stack frame or in an older stack frame, or None\nif no such clause exists.")
        module.function("exit", .positional(minimum: 0, maximum: 1, { (_, arguments) throws(Raised) -> Ref in
            throw raise(.systemExit, argument: arguments[0])
        }), "($module, status=None, /)", doc: "Exit the interpreter by raising SystemExit(status).\n\nIf the status is omitted or None, it defaults to zero (i.e., success).\nIf the status is an integer, it will be used as the system exit status.\nIf it is another kind of object, it will be printed and the system\nexit status will be one (i.e., failure).")
    }

    // MARK: Limits

    private static func addLimits(_ module: ModuleBuilder) {
        module.function("getrecursionlimit", .noArguments({ (_) throws(Raised) -> Ref in IntObject.make(_pyswift_loop.recursion_limit) }),
            "($module, /)", doc: "Return the current value of the recursion limit.\n\nThe recursion limit is the maximum depth of the Python interpreter\nstack.  This limit prevents infinite recursion from causing an overflow\nof the C stack and crashing Python.")
        module.function("setrecursionlimit", .one({ (_, limit) throws(Raised) -> Ref in
            let index = try Index.object(limit)
            guard let number = IntView(index.value).int, let small = Int32(exactly: number) else {
                throw raise(.overflowError, "Python int too large to convert to C int")
            }
            let new = Int(small)
            if new < 1 { throw raise(.valueError, "recursion limit must be greater or equal than 1") }
            // This call counts, as it does in CPython.
            let depth = _pyswift_loop.recursion_limit - _pyswift_loop.recursion_remaining + 1
            if depth >= new {
                throw raise(.recursionError, "cannot set the recursion limit to \(new) at the recursion depth \(depth): the limit is too low")
            }
            _pyswift_loop.recursion_limit = new
            _pyswift_loop.recursion_remaining = new - (depth - 1)
            return .none
        }), "($module, limit, /)", doc: "Set the maximum depth of the Python interpreter stack to n.\n\nThis limit prevents infinite recursion from causing an overflow of the C\nstack and crashing Python.  The highest possible limit is platform-\ndependent.")
        module.function("getswitchinterval", .noArguments({ (_) throws(Raised) -> Ref in .float(GIL.switchInterval) }), "($module, /)",
            doc: "Return the current thread switch interval; see sys.setswitchinterval().")
        module.function("setswitchinterval", .one({ (_, interval) throws(Raised) -> Ref in
            let seconds = try FloatConversion.number(interval)
            if !(seconds > 0) { throw raise(.valueError, "switch interval must be strictly positive") }
            GIL.switchInterval = seconds
            return .none
        }), "($module, interval, /)", doc: "Set the ideal thread switching delay inside the Python interpreter.\n\nThe actual frequency of switching threads can be lower if the\ninterpreter executes long sequences of uninterruptible code\n(this is implementation-specific and workload-dependent).\n\nThe parameter must represent the desired switching delay in seconds\nA typical value is 0.005 (5 milliseconds).")
        module.function("get_int_max_str_digits", .noArguments({ (_) throws(Raised) -> Ref in IntObject.make(IntText.maximalDigits) }),
            "($module, /)", doc: "Return the maximum string digits limit for non-binary int<->str conversions.")
        module.function("set_int_max_str_digits", .bound({ (_, arguments) throws(Raised) -> Ref in
            let number = try Index.int32(arguments[0])
            if number != 0 && number < 640 { throw raise(.valueError, "maxdigits must be 0 or larger than 640") }
            IntText.maximalDigits = number
            return .none
        }), "($module, /, maxdigits)", doc: "Set the maximum string digits limit for non-binary int<->str conversions.")
    }

    // MARK: Memory

    private static func addMemory(_ module: ModuleBuilder) {
        module.function("getrefcount", .one({ (_, object) throws(Raised) -> Ref in
            // Immediates and constants are never counted: a number that says "shared".
            if !object.isObject { return IntObject.make(1_000_000_000) }
            return IntObject.make(object.object.pointee.ob_refcnt)
        }), "($module, object, /)", doc: "Return the reference count of object.\n\nThe count returned is generally one higher than you might expect,\nbecause it includes the (temporary) reference as an argument to\ngetrefcount().")
        module.function("getsizeof", .raw(getSizeOf), nil, doc: "getsizeof(object [, default]) -> int\n\nReturn the size of object in bytes.")
        module.function("intern", .one({ (_, string) throws(Raised) -> Ref in
            guard StrObject.isInstance(string) else {
                throw raise(.typeError, "intern() argument must be str, not \(string.isNone ? "None" : string.type.name)")
            }
            guard StrObject.isExact(string) else { throw raise(.typeError, "can't intern \(string.type.name)") }
            return StrObject.shared(string)
        }), "($module, string, /)", doc: "``Intern'' the given string.\n\nThis enters the string in the (global) table of interned strings whose\npurpose is to speed up dictionary lookups. Return the string itself or\nthe previously interned string object with the same value.")
        module.function("getallocatedblocks", .noArguments({ (_) throws(Raised) -> Ref in IntObject.make(Allocator.blocksInUse) }),
            "($module, /)", doc: "Return the number of memory blocks currently allocated.")
        module.function("_clear_type_cache", .noArguments({ (_) throws(Raised) -> Ref in .none }), "($module, /)", doc: "Clear the internal type lookup cache.")
        module.function("_debugmallocstats", .noArguments({ (_) throws(Raised) -> Ref in
            Allocator.printStatistics()
            return .none
        }), "($module, /)")
        module.function("is_finalizing", .noArguments({ (_) throws(Raised) -> Ref in .bool(Finalization.isFinalizing) }), "($module, /)",
            doc: "Return True if Python is exiting.")
    }
    private static let sizeParameters = BoundParameters("(object, default=None)")
    private static let getSizeOf: (Value, Arguments) throws(Raised) -> Ref = { (_, arguments) throws(Raised) -> Ref in
        try sizeParameters.withBound(arguments, "getsizeof") { (bound) throws(Raised) -> Ref in
            do throws(Raised) {
                let object = bound[0]
                let method = object.type.lookup(Names.plain("__sizeof__"))
                if method.isNull { throw raise(.typeError, "Type \(object.type.name) doesn't define __sizeof__") }
                let held = Ref(method)
                let function = try Attributes.bind(held.value, object)
                let result = try Call.call(function.value)
                guard IntObject.isInstance(result.value) else { throw raise(.typeError, "an integer is required") }
                let size = try Index.size(result.value)
                if size < 0 { throw raise(.valueError, "__sizeof__() should return >= 0") }
                return IntObject.make(unsigned: UInt(size) + (object.type.isCollected ? 16 : 0))
            } catch {
                if !bound[1].isNull, PendingException.clear(if: .typeError) { return Ref(bound[1]) }
                throw error
            }
        }
    }

    // MARK: Frames

    private static func addFrames(_ module: ModuleBuilder) {
        module.function("_getframe", .positional(minimum: 0, maximum: 1, { (_, arguments) throws(Raised) -> Ref in
            var depth = arguments.count > 0 ? try Index.int32(arguments[0]) : 0
            var frame = CurrentFrame.fp
            while depth > 0, let current = frame {
                frame = current.previous
                depth -= 1
            }
            guard let frame else { throw raise(.valueError, "call stack is not deep enough") }
            let result = Ref(FrameObject.of(frame))
            try Audit.event("sys._getframe", result.value)
            return result
        }), "($module, depth=0, /)", doc: "Return a frame object from the call stack.\n\nIf optional integer depth is given, return the frame object that many\ncalls below the top of the stack.  If that is deeper than the call\nstack, ValueError is raised.  The default for depth is zero, returning\nthe frame at the top of the call stack.")
        module.function("_current_frames", .noArguments({ (_) throws(Raised) -> Ref in
            try Audit.event("sys._current_frames")
            let dict = DictObject.make()
            var state = ThreadStates.first
            while let current = state {
                if let frame = ThreadStates.frame(current) {
                    let identifier = IntObject.make(unsigned: current.pointee.thread_id)
                    try DictObject.set(dict.value, identifier.value, FrameObject.of(frame))
                }
                state = current.pointee.next
            }
            return dict
        }), "($module, /)", doc: "Return a dict mapping each thread's thread id to its current stack frame.")
        module.function("_current_exceptions", .noArguments({ (_) throws(Raised) -> Ref in
            try Audit.event("sys._current_exceptions")
            let dict = DictObject.make()
            var state = ThreadStates.first
            while let current = state {
                let identifier = IntObject.make(unsigned: current.pointee.thread_id)
                let handled = Unwinding.topHandled(current).map { Ref(Value($0)) } ?? .none
                let triple: Ref
                if handled.value.isNone {
                    triple = TupleObject.make(.none, .none, .none)
                } else {
                    let traceback = Ref(ExceptionMemory.field(handled.value, 40))
                    triple = TupleObject.make(handled.value.type.value, handled.value, traceback.isNull ? .none : traceback.value)
                }
                try DictObject.set(dict.value, identifier.value, triple.value)
                state = current.pointee.next
            }
            return dict
        }), "($module, /)", doc: "Return a dict mapping each thread's identifier to its current raised exception.")
        TraceFunctions.fill(module)
    }

    // MARK: Encodings

    private static func addEncodings(_ module: ModuleBuilder) {
        module.function("getdefaultencoding", .noArguments({ (_) throws(Raised) -> Ref in StrObject.intern("utf-8") }), "($module, /)",
            doc: "Return the current default encoding used by the Unicode implementation.")
        module.function("getfilesystemencoding", .noArguments({ (_) throws(Raised) -> Ref in
            Configuration.current.isASCII ? StrObject.intern("ascii") : StrObject.intern("utf-8")
        }), "($module, /)",
            doc: "Return the encoding used to convert Unicode filenames to OS filenames.")
        module.function("getfilesystemencodeerrors", .noArguments({ (_) throws(Raised) -> Ref in StrObject.intern("surrogateescape") }), "($module, /)",
            doc: "Return the error mode used for Unicode to OS filename conversion.")
        module.function("getdlopenflags", .noArguments({ (_) throws(Raised) -> Ref in IntObject.make(dlopenFlags) }), "($module, /)",
            doc: "Return the current value of the flags that are used for dlopen calls.\n\nThe flag constants are defined in the os module.")
        module.function("setdlopenflags", .one({ (_, flags) throws(Raised) -> Ref in
            dlopenFlags = try Index.int32(flags)
            return .none
        }), "($module, flags, /)")
    }
    nonisolated(unsafe) static var dlopenFlags = 2

    // MARK: Hooks

    private static func addHooks(_ module: ModuleBuilder) {
        module.function("audit", .raw({ (_, arguments) throws(Raised) -> Ref in
            try arguments.noKeywords("audit")
            if arguments.count == 0 { throw raise(.typeError, "audit() missing 1 required positional argument: 'event'") }
            if Audit.hooks.isEmpty { return .none }
            guard StrObject.isInstance(arguments[0]) else { throw raise(.typeError, "expected str for argument 'event', not \(arguments[0].type.name)") }
            let rest = ExceptionType.makeArgs(arguments.dropFirst())
            try Audit.event(arguments[0], rest.value)
            return .none
        }), nil, doc: "audit(event, *args)\n\nPasses the event to any hooks that are attached.")
        module.function("addaudithook", .bound({ (_, arguments) throws(Raised) -> Ref in
            do throws(Raised) { try Audit.event("sys.addaudithook") } catch {
                if PendingException.clear(if: .runtimeError) { return .none }
                throw error
            }
            arguments[0].retain()
            Audit.hooks.append(arguments[0])
            return .none
        }), "($module, /, hook)", doc: "Adds a new audit hook callback.")
        module.function("set_coroutine_origin_tracking_depth", .bound({ (_, arguments) throws(Raised) -> Ref in
            let depth = try Index.int32(arguments[0])
            if depth < 0 { throw raise(.valueError, "depth must be >= 0") }
            PendingException.state.pointee.coroutine_origin_tracking_depth = Int32(clamping: depth)
            return .none
        }), "($module, /, depth)", doc: "Enable or disable origin tracking for coroutine objects in this thread.\n\nCoroutine objects will track 'depth' frames of traceback information\nabout where they came from, available in their cr_origin attribute.\n\nSet a depth of 0 to disable.")
        module.function("get_coroutine_origin_tracking_depth", .noArguments({ (_) throws(Raised) -> Ref in
            IntObject.make(Int(PendingException.state.pointee.coroutine_origin_tracking_depth))
        }), "($module, /)", doc: "Check status of origin tracking for coroutine objects in this thread.")
        module.function("set_asyncgen_hooks", .raw({ (_, arguments) throws(Raised) -> Ref in
            try asyncGeneratorParameters.withBound(arguments, "set_asyncgen_hooks") { (bound) throws(Raised) -> Ref in
                for (index, name) in ["firstiter", "finalizer"].enumerated() {
                    let hook = bound[index]
                    if !hook.isNull && !hook.isNone && hook.record.pointee.call == nil {
                        throw raise(.typeError, "callable \(name) expected, got \(hook.type.name)")
                    }
                }
                if !bound[1].isNull { try Audit.event("sys.set_asyncgen_hook_finalizer") }
                if !bound[0].isNull { try Audit.event("sys.set_asyncgen_hook_firstiter") }
                let thread = PendingException.state
                if !bound[0].isNull { replace(&thread.pointee.async_gen_firstiter, bound[0]) }
                if !bound[1].isNull { replace(&thread.pointee.async_gen_finalizer, bound[1]) }
                return .none
            }
        }), nil, doc: "set_asyncgen_hooks(* [, firstiter] [, finalizer])\n\nSet a finalizer for async generators objects.")
        module.function("get_asyncgen_hooks", .noArguments({ (_) throws(Raised) -> Ref in
            let thread = PendingException.state
            let made = StructSequence.make(asyncGeneratorHooksType)
            StructSequence.set(made.value, 0, thread.pointee.async_gen_firstiter.map { Ref(Value($0)) } ?? .none)
            StructSequence.set(made.value, 1, thread.pointee.async_gen_finalizer.map { Ref(Value($0)) } ?? .none)
            StructSequence.finish(made.value)
            return made
        }), "($module, /)", doc: "Return the installed asynchronous generators hooks.\n\nThis returns a namedtuple of the form (firstiter, finalizer).")
    }
    private static let asyncGeneratorParameters = BoundParameters("(firstiter=None, finalizer=None)")
    nonisolated(unsafe) private static let asyncGeneratorHooksType = StructSequence.type(
        "asyncgen_hooks", doc: "", fields: [StructSequence.Field("firstiter"), StructSequence.Field("finalizer")], visible: 2)
    private static func replace(_ field: inout ObjectPointer?, _ value: Value) {
        let old = field
        field = value.isNone ? nil : Border.boxed(value)
        if let old { Value(old).release() }
    }
}

/// Audit events (PEP 578).
public enum Audit {
    nonisolated(unsafe) static var hooks: [Value] = []
    /// Tells the hooks of an event; raises what they raise.
    @inline(__always) public static func event(_ name: StaticString, _ arguments: Value...) throws(Raised) {
        if hooks.isEmpty { return }
        let text = StrObject.intern(name)
        let tuple = TupleObject.make(array: arguments)
        try event(text.value, tuple.value)
    }
    /// The events of attributes that reach into the machinery.
    @inline(__always) static func read(_ object: Value, _ name: StaticString) throws(Raised) {
        if !hooks.isEmpty { try event("object.__getattr__", object, Names.plain(name)) }
    }
    @inline(__always) static func store(_ object: Value, _ name: StaticString, _ value: Value) throws(Raised) {
        if hooks.isEmpty { return }
        if value.isNull { try event("object.__delattr__", object, Names.plain(name)) } else { try event("object.__setattr__", object, Names.plain(name), value) }
    }
    /// Whether there are hooks.
    public static var isWatched: Bool { !hooks.isEmpty }
    public static func event(_ name: Value, _ arguments: Value) throws(Raised) {
        // Hooks are not traced, but those that ask for it.
        let state = PendingException.state
        state.pointee.tracing += 1
        defer { state.pointee.tracing -= 1 }
        for hook in hooks {
            let wish = try Attributes.getIfPresent(hook, Names.plain("__cantrace__"))
            let isTraced = wish.isNull ? false : try Truth.of(wish.value)
            if isTraced { state.pointee.tracing -= 1 }
            defer { if isTraced { state.pointee.tracing += 1 } }
            let result = try Call.call(hook, name, arguments)
            _ = result.isNull
        }
    }
}

/// The environment of the process.
public enum Environment {
    public static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
