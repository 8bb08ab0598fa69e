// faulthandler: tracebacks on demand, on fatal signals, on chosen signals, after a time.

import CPythonABI
import Glibc
import Runtime

enum FaulthandlerModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc("faulthandler module.")
        module.function("enable", .raw({ (_, given) throws(Raised) -> Ref in
            try enableParameters.withBound(given, "enable") { (arguments) throws(Raised) -> Ref in
                let file = try file(arguments[0])
                let all = arguments[1].isNull ? true : try Truth.of(arguments[1])
                FatalSignals.enable(file, allThreads: all)
                return .none
            }
        }), nil, doc: "enable(file=sys.stderr, all_threads=True): enable the fault handler")
        module.function("disable", .noArguments({ (_) throws(Raised) -> Ref in .bool(FatalSignals.disable()) }), nil,
            doc: "disable(): disable the fault handler")
        module.function("is_enabled", .noArguments({ (_) throws(Raised) -> Ref in .bool(FatalSignals.isEnabled) }), nil,
            doc: "is_enabled()->bool: check if the handler is enabled")
        module.function("dump_traceback", .raw({ (_, given) throws(Raised) -> Ref in
            try enableParameters.withBound(given, "dump_traceback") { (arguments) throws(Raised) -> Ref in
                let file = try file(arguments[0])
                var dump = TracebackDump(file)
                dump.write(allThreads: arguments[1].isNull ? true : try Truth.of(arguments[1]), current: _PySwift_thread_state())
                return .none
            }
        }), nil, doc: "dump_traceback(file=sys.stderr, all_threads=True): dump the traceback of the current thread, or of all threads if all_threads is True, into file")
        module.function("dump_traceback_later", .raw({ (_, given) throws(Raised) -> Ref in
            try laterParameters.withBound(given, "dump_traceback_later") { (arguments) throws(Raised) -> Ref in
                let nanoseconds = try TimeModule.nanoseconds(arguments[0])
                if nanoseconds <= 0 { throw raise(.valueError, "timeout must be greater than 0") }
                let repeats = arguments[1].isNull ? false : try Truth.of(arguments[1])
                let file = try file(arguments[2])
                let exits = arguments[3].isNull ? false : try Truth.of(arguments[3])
                if !Watchdog.start(nanoseconds, repeats: repeats, file, exits: exits) {
                    throw raise(.runtimeError, "unable to start watchdog thread")
                }
                return .none
            }
        }), nil, doc: "dump_traceback_later(timeout, repeat=False, file=sys.stderrn, exit=False):\ndump the traceback of all threads in timeout seconds,\nor each timeout seconds if repeat is True. If exit is True, call _exit(1) which is not safe.")
        module.function("cancel_dump_traceback_later", .noArguments({ (_) throws(Raised) -> Ref in
            Watchdog.cancel()
            return .none
        }), nil, doc: "cancel_dump_traceback_later():\ncancel the previous call to dump_traceback_later().")
        module.function("register", .raw({ (_, given) throws(Raised) -> Ref in
            try registerParameters.withBound(given, "register") { (arguments) throws(Raised) -> Ref in
                let number = try number(arguments[0])
                let file = try file(arguments[1])
                let all = arguments[2].isNull ? true : try Truth.of(arguments[2])
                let chain = arguments[3].isNull ? false : try Truth.of(arguments[3])
                if !ChosenSignals.register(number, file, allThreads: all, chain: chain) { throw OSErrors.raise() }
                return .none
            }
        }), nil, doc: "register(signum, file=sys.stderr, all_threads=True, chain=False): register a handler for the signal 'signum': dump the traceback of the current thread, or of all threads if all_threads is True, into file")
        module.function("unregister", .one({ (_, value) throws(Raised) -> Ref in .bool(ChosenSignals.unregister(try number(value))) }), nil,
            doc: "unregister(signum): unregister the handler of the signal 'signum' registered by register()")
        addFaults(module)
        Finalization.hooks.append {
            Watchdog.cancel()
            _ = FatalSignals.disable()
        }
    }
    private static let enableParameters = BoundParameters("(file=None, all_threads=True)")
    private static let laterParameters = BoundParameters("(timeout, repeat=False, file=None, exit=False)")
    private static let registerParameters = BoundParameters("(signum, file=None, all_threads=True, chain=False)")

    /// The descriptor of the argument `file`, which is written to behind the back of the file object.
    private static func file(_ argument: Value) throws(Raised) -> Int32 {
        var value = Ref(argument)
        if value.isNull || value.value.isNone {
            value = SysModule.attribute("stderr")
            if value.isNull { throw raise(.runtimeError, "unable to get sys.stderr") }
            if value.value.isNone { throw raise(.runtimeError, "sys.stderr is None") }
        }
        if IntObject.isInstance(value.value) {
            let number = try Index.size(value.value)
            if number < 0 { throw raise(.valueError, "file is not a valid file descripter") }
            return Int32(clamping: number)
        }
        let number = try Call.method(value.value, Names.plain("fileno"))
        guard IntObject.isInstance(number.value) else { throw raise(.runtimeError, "file.fileno() is not a valid file descriptor") }
        let descriptor = try Index.size(number.value)
        if descriptor < 0 { throw raise(.runtimeError, "file.fileno() is not a valid file descriptor") }
        do throws(Raised) {
            let flushed = try Call.method(value.value, Names.flush)
            _ = flushed.isNull
        } catch { PendingException.clear() }
        return Int32(clamping: descriptor)
    }
    private static func number(_ value: Value) throws(Raised) -> Int32 {
        let number = try Index.size(value)
        if FatalSignals.all.contains(Int32(clamping: number)) {
            throw raise(.runtimeError, "signal \(number) cannot be registered, use enable() instead")
        }
        if number < 1 || number >= Signals.count { throw raise(.valueError, "signal number out of range") }
        return Int32(number)
    }

    // MARK: Faults on purpose, for tests

    private static func addFaults(_ module: ModuleBuilder) {
        module.function("_read_null", .noArguments({ (_) throws(Raised) -> Ref in fault(SIGSEGV) }), nil,
            doc: "_read_null(): read from NULL, raise a SIGSEGV or SIGBUS signal depending on the platform")
        module.function("_sigsegv", .raw({ (_, arguments) throws(Raised) -> Ref in
            if arguments.count > 0, try Truth.of(arguments[0]) { GIL.released { _ = fault(SIGSEGV).isNull } }
            return fault(SIGSEGV)
        }), nil, doc: "_sigsegv(release_gil=False): raise a SIGSEGV signal")
        module.function("_sigabrt", .noArguments({ (_) throws(Raised) -> Ref in
            withoutCore()
            abort()
        }), nil, doc: "_sigabrt(): raise a SIGABRT signal")
        module.function("_sigfpe", .noArguments({ (_) throws(Raised) -> Ref in fault(SIGFPE) }), nil, doc: "_sigfpe(): raise a SIGFPE signal")
        module.function("_stack_overflow", .noArguments({ (_) throws(Raised) -> Ref in
            withoutCore()
            return IntObject.make(overflow(0))
        }), nil, doc: "_stack_overflow(): recursive call to raise a stack overflow")
        module.function("_fatal_error_c_thread", .noArguments({ (_) throws(Raised) -> Ref in
            withoutCore()
            _ = ThreadStart.create({ _ in
                var dump = TracebackDump(2)
                dump.put("Fatal Python error: faulthandler_fatal_error_thread: in new thread\nPython runtime state: initialized\n\n")
                dump.write(allThreads: true, current: nil)
                abort()
            }, nil)
            GIL.released { _ = sleep(10) }
            return .none
        }), nil, doc: "fatal_error_c_thread(): call Py_FatalError() in a new C thread.")
    }
    private static func withoutCore() {
        var limit = rlimit(rlim_cur: 0, rlim_max: 0)
        getrlimit(__rlimit_resource_t(4), &limit)
        limit.rlim_cur = 0
        setrlimit(__rlimit_resource_t(4), &limit)
    }
    private static func fault(_ number: Int32) -> Ref {
        withoutCore()
        Glibc.raise(number)
        return .none
    }
    @inline(never) private static func overflow(_ depth: Int) -> Int {
        var room = InlineArray<512, Int>(repeating: depth)
        room[depth & 511] = overflow(depth + 1)
        return room[(depth + 1) & 511] + room[depth & 511]
    }
}
