// _signal

import CPythonABI
import Glibc
import Runtime

enum SignalModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc("This module provides mechanisms to use signal handlers in Python.")
        for (name, number) in constants { module.set(name, int: number) }
        module.set("ItimerError", timerError.value)
        module.set("default_int_handler", Signals.defaultInterruptHandler)
        module.set("struct_siginfo", informationType.value)
        addHandlers(module)
        addTimers(module)
        addMasks(module)
    }

    private static let constants: [(StaticString, Int)] = [
        ("NSIG", 65), ("SIG_DFL", 0), ("SIG_IGN", 1), ("SIG_BLOCK", 0), ("SIG_UNBLOCK", 1), ("SIG_SETMASK", 2), ("SIGHUP", 1), ("SIGINT", 2),
        ("SIGQUIT", 3), ("SIGILL", 4), ("SIGTRAP", 5), ("SIGABRT", 6), ("SIGIOT", 6), ("SIGBUS", 7), ("SIGFPE", 8), ("SIGKILL", 9),
        ("SIGUSR1", 10), ("SIGSEGV", 11), ("SIGUSR2", 12), ("SIGPIPE", 13), ("SIGALRM", 14), ("SIGTERM", 15), ("SIGSTKFLT", 16),
        ("SIGCHLD", 17), ("SIGCLD", 17), ("SIGCONT", 18), ("SIGSTOP", 19), ("SIGTSTP", 20), ("SIGTTIN", 21), ("SIGTTOU", 22), ("SIGURG", 23),
        ("SIGXCPU", 24), ("SIGXFSZ", 25), ("SIGVTALRM", 26), ("SIGPROF", 27), ("SIGWINCH", 28), ("SIGIO", 29), ("SIGPOLL", 29),
        ("SIGPWR", 30), ("SIGSYS", 31), ("SIGRTMIN", 34), ("SIGRTMAX", 64), ("ITIMER_REAL", 0), ("ITIMER_VIRTUAL", 1), ("ITIMER_PROF", 2),
    ]

    nonisolated(unsafe) private static let timerError: TypePointer = {
        do throws(Raised) { return try ExceptionClasses.make("signal.itimer_error", base: PyExc_OSErrorPointer()) } catch {
            PendingException.clear()
            return PyExc_OSErrorPointer()
        }
    }()
    nonisolated(unsafe) private static let informationType = StructSequence.type(
        "signal.struct_siginfo",
        doc: "struct_siginfo: Result from sigwaitinfo or sigtimedwait.\n\nThis object may be accessed either as a tuple of\n(si_signo, si_code, si_errno, si_pid, si_uid, si_status, si_band),\nor via the attributes si_signo, si_code, and so on.",
        fields: [
            .init("si_signo", "signal number"), .init("si_code", "signal code"), .init("si_errno", "errno associated with this signal"),
            .init("si_pid", "sending process ID"), .init("si_uid", "real user ID of sending process"), .init("si_status", "exit value or signal"),
            .init("si_band", "band event for SIGPOLL"),
        ], visible: 7)

    private static func number(_ value: Value) throws(Raised) -> Int {
        let number = try Index.int32(value)
        if number < 1 || number >= Signals.count { throw raise(.valueError, "signal number out of range") }
        return number
    }

    // MARK: Handlers

    private static func addHandlers(_ module: ModuleBuilder) {
        module.function("signal", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
            let signal = try number(arguments[0])
            var action = Ref(arguments[1])
            if action.value.isObject, action.value.record.pointee.call == nil, IntObject.isInstance(action.value) {
                // Handlers.SIG_DFL of the module signal is an int of its own class.
                action = IntObject.make(try Index.int32(action.value))
            }
            if action.value.isSmallInt {
                guard action.value.smallInt == 0 || action.value.smallInt == 1 else { throw invalidHandler() }
            } else if !action.value.isObject || action.value.record.pointee.call == nil {
                throw invalidHandler()
            }
            if !ThreadStates.isMain { throw raise(.valueError, "signal only works in main thread of the main interpreter") }
            try Signals.serve()
            return try Signals.set(signal, action.value)
        }), "($module, signalnum, handler, /)", doc: "Set the action for the given signal.\n\nThe action can be SIG_DFL, SIG_IGN, or a callable Python object.\nThe previous action is returned.  See getsignal() for possible return values.\n\n*** IMPORTANT NOTICE ***\nA signal handler function is called with two arguments:\nthe first is the signal number, the second is the interrupted stack frame.")
        module.function("getsignal", .one({ (_, value) throws(Raised) -> Ref in
            let action = Signals.action(try number(value))
            return action.isNull ? .none : Ref(action)
        }), "($module, signalnum, /)", doc: "Return the current action for the given signal.\n\nThe return value can be:\n  SIG_IGN -- if the signal is being ignored\n  SIG_DFL -- if the default action for the signal is in effect\n  None    -- if an unknown handler is in effect\n  anything else -- the callable Python object used as a handler")
        module.function("raise_signal", .one({ (_, value) throws(Raised) -> Ref in
            let signal = try Index.int32(value)
            if Glibc.raise(Int32(clamping: signal)) != 0 { throw OSErrors.raise() }
            try Signals.serve()
            return .none
        }), "($module, signalnum, /)", doc: "Send a signal to the executing process.")
        module.function("strsignal", .one({ (_, value) throws(Raised) -> Ref in
            let signal = try number(value)
            guard let text = strsignal(Int32(signal)) else { return .none }
            let string = String(cString: text)
            return string.hasPrefix("Unknown signal") ? .none : StrObject.make(string)
        }), "($module, signalnum, /)", doc: "Return the system description of the given signal.\n\nReturns the description of signal *signalnum*, such as \"Interrupt\"\nfor :const:`SIGINT`. Returns :const:`None` if *signalnum* has no\ndescription. Raises :exc:`ValueError` if *signalnum* is invalid.")
        module.function("siginterrupt", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
            let signal = try number(arguments[0])
            if siginterrupt(Int32(signal), Int32(clamping: try Index.int32(arguments[1]))) != 0 { throw OSErrors.raise() }
            return .none
        }), "($module, signalnum, flag, /)", doc: "Change system call restart behaviour.\n\nIf flag is False, system calls will be restarted when interrupted by\nsignal sig, else system calls will be interrupted.")
        module.function("set_wakeup_fd", .raw({ (_, given) throws(Raised) -> Ref in
            try wakeupParameters.withBound(given, "set_wakeup_fd") { (arguments) throws(Raised) -> Ref in
                let descriptor = try Index.int32(arguments[0])
                let warns = arguments[1].isNull ? true : try Truth.of(arguments[1])
                if !ThreadStates.isMain { throw raise(.valueError, "set_wakeup_fd only works in main thread of the main interpreter") }
                if descriptor != -1 {
                    var status = stat()
                    if fstat(Int32(clamping: descriptor), &status) != 0 { throw OSErrors.raise() }
                    if fcntl(Int32(descriptor), F_GETFL) & O_NONBLOCK == 0 {
                        throw raise(.valueError, "the fd \(descriptor) must be in non-blocking mode")
                    }
                }
                let old = Signals.wakeupDescriptor
                Signals.wakeupDescriptor = Int32(clamping: descriptor)
                Signals.warnsOfFullBuffer = warns
                return IntObject.make(Int(old))
            }
        }), nil, doc: "set_wakeup_fd(fd, *, warn_on_full_buffer=True) -> fd\n\nSets the fd to be written to (with the signal number) when a signal\ncomes in.  A library can use this to wakeup select or poll.\nThe previous fd or -1 is returned.\n\nThe fd must be non-blocking.")
        module.function("pidfd_send_signal", .bound({ (_, arguments) throws(Raised) -> Ref in
            let descriptor = Int32(clamping: try Index.int32(arguments[0]))
            let signal = Int32(clamping: try Index.int32(arguments[1]))
            let flags = arguments[3].isNull ? 0 : try Index.int32(arguments[3])
            if !arguments[2].isNull && !arguments[2].isNone { throw raise(.typeError, "siginfo must be None") }
            if _pyswift_pidfd_send_signal(descriptor, signal, Int32(clamping: flags)) < 0 { throw OSErrors.raise() }
            return .none
        }), "($module, pidfd, signalnum, siginfo=None, flags=0, /)", doc: "Send a signal to a process referred to by a pid file descriptor.")
        module.function("pthread_kill", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
            let thread = try Index.size(arguments[0])
            let number = try Index.int32(arguments[1])
            try Audit.event("signal.pthread_kill", arguments[0], arguments[1])
            let result = pthread_kill(pthread_t(bitPattern: thread), Int32(clamping: number))
            if result != 0 { throw OSErrors.raise(result) }
            try Signals.serve()
            return .none
        }), "($module, thread_id, signalnum, /)", doc: "Send a signal to a thread.")
    }
    private static let wakeupParameters = BoundParameters("(fd, /, *, warn_on_full_buffer=True)")
    private static func invalidHandler() -> Raised {
        raise(.typeError, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    }

    // MARK: Timers

    private static func addTimers(_ module: ModuleBuilder) {
        module.function("alarm", .one({ (_, seconds) throws(Raised) -> Ref in
            let number = try Index.int32(seconds)
            return IntObject.make(Int(alarm(UInt32(truncatingIfNeeded: number))))
        }), "($module, seconds, /)", doc: "Arrange for SIGALRM to arrive after the given number of seconds.")
        module.function("pause", .noArguments({ (_) throws(Raised) -> Ref in
            GIL.released { _ = Glibc.pause() }
            try Signals.serve()
            return .none
        }), "($module, /)", doc: "Wait until a signal arrives.")
        module.function("setitimer", .positional(minimum: 2, maximum: 3, { (_, arguments) throws(Raised) -> Ref in
            let which = try Index.int32(arguments[0])
            var new = itimerval()
            new.it_value = try interval(arguments[1])
            if arguments.count > 2 { new.it_interval = try interval(arguments[2]) }
            var old = itimerval()
            if setitimer(Int32(clamping: which), &new, &old) != 0 { throw failed() }
            return pair(old)
        }), "($module, which, seconds, interval=0.0, /)", doc: "Sets given itimer (one of ITIMER_REAL, ITIMER_VIRTUAL or ITIMER_PROF).\n\nThe timer will fire after value seconds and after that every interval seconds.\nThe itimer can be cleared by setting seconds to zero.\n\nReturns old values as a tuple: (delay, interval).")
        module.function("getitimer", .one({ (_, value) throws(Raised) -> Ref in
            var current = itimerval()
            if getitimer(Int32(clamping: try Index.int32(value)), &current) != 0 { throw failed() }
            return pair(current)
        }), "($module, which, /)", doc: "Returns current value of given itimer.")
    }
    private static func failed() -> Raised {
        let number = errno
        let text = StrObject.make(String(cString: strerror(number)))
        let arguments = TupleObject.make(Value(smallInt: Int(number)), text.value)
        return PendingException.set(timerError, arguments.value)
    }
    private static func interval(_ value: Value) throws(Raised) -> timeval {
        if !FloatObject.isInstance(value) && !Index.isIndex(value) {
            throw raise(.typeError, "'\(value.type.name)' object cannot be interpreted as an integer")
        }
        let seconds = try FloatConversion.number(value)
        if seconds.isNaN { throw raise(.valueError, "Invalid value NaN (not a number)") }
        guard abs(seconds) < 9e15 else { throw raise(.overflowError, "timestamp out of range for platform time_t") }
        let whole = seconds.rounded(.down)
        return timeval(tv_sec: Int(whole), tv_usec: Int(((seconds - whole) * 1e6).rounded(.up)))
    }
    private static func pair(_ timer: itimerval) -> Ref {
        func seconds(_ time: timeval) -> Value { Value(float: Double(time.tv_sec) + Double(time.tv_usec) * 1e-6) }
        return TupleObject.make(seconds(timer.it_value), seconds(timer.it_interval))
    }

    // MARK: Masks

    private static func addMasks(_ module: ModuleBuilder) {
        module.function("valid_signals", .noArguments({ (_) throws(Raised) -> Ref in
            var set = sigset_t()
            sigfillset(&set)
            return try list(set)
        }), "($module, /)", doc: "Return a set of valid signal numbers on this platform.\n\nThe signal numbers returned by this function can be safely passed to\nfunctions like `pthread_kill`.")
        module.function("pthread_sigmask", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
            var new = try mask(arguments[1])
            var old = sigset_t()
            let result = pthread_sigmask(Int32(clamping: try Index.int32(arguments[0])), &new, &old)
            if result != 0 { throw OSErrors.raise(result) }
            try Signals.serve()
            return try list(old)
        }), "($module, how, mask, /)", doc: "Fetch and/or change the signal mask of the calling thread.")
        module.function("sigpending", .noArguments({ (_) throws(Raised) -> Ref in
            var set = sigset_t()
            if sigpending(&set) != 0 { throw OSErrors.raise() }
            return try list(set)
        }), "($module, /)", doc: "Examine pending signals.\n\nReturns a set of signal numbers that are pending for delivery to\nthe calling thread.")
        module.function("sigwait", .one({ (_, value) throws(Raised) -> Ref in
            var set = try mask(value)
            var number: Int32 = 0
            let result = GIL.released { sigwait(&set, &number) }
            if result != 0 { throw OSErrors.raise(result) }
            return IntObject.make(Int(number))
        }), "($module, sigset, /)", doc: "Wait for a signal.\n\nSuspend execution of the calling thread until the delivery of one of the\nsignals specified in the signal set sigset.  The function accepts the signal\nand returns the signal number.")
        module.function("sigtimedwait", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
            var set = try mask(arguments[0])
            let nanoseconds = try TimeModule.nanoseconds(arguments[1])
            if nanoseconds < 0 { throw raise(.valueError, "timeout must be non-negative") }
            let deadline = Deadline.after(nanoseconds: nanoseconds)
            var information = siginfo_t()
            while true {
                let now = Deadline.now()
                let left = max(0, (deadline.tv_sec - now.tv_sec) * 1_000_000_000 + deadline.tv_nsec - now.tv_nsec)
                var limit = timespec(tv_sec: left / 1_000_000_000, tv_nsec: left % 1_000_000_000)
                if GIL.released({ sigtimedwait(&set, &information, &limit) }) >= 0 { return describe(information) }
                if errno == EAGAIN { return .none }
                if errno != EINTR { throw OSErrors.raise() }
                try Signals.serve()
            }
        }), "($module, sigset, timeout, /)", doc: "Like sigwaitinfo(), but with a timeout.\n\nThe timeout is specified in seconds, with floating point numbers allowed.")
        module.function("sigwaitinfo", .one({ (_, value) throws(Raised) -> Ref in
            var set = try mask(value)
            var information = siginfo_t()
            while GIL.released({ sigwaitinfo(&set, &information) }) < 0 {
                if errno != EINTR { throw OSErrors.raise() }
                try Signals.serve()
            }
            return describe(information)
        }), "($module, sigset, /)", doc: "Wait synchronously until one of the signals in *sigset* is delivered.\n\nReturns a struct_siginfo containing information about the signal.")
    }
    private static func describe(_ information: siginfo_t) -> Ref {
        let made = StructSequence.make(informationType)
        let sender = Int(information._sifields._kill.si_pid)
        let user = Int(information._sifields._kill.si_uid)
        for (index, number) in [Int(information.si_signo), Int(information.si_code), Int(information.si_errno), sender, user, 0, 0].enumerated() {
            StructSequence.setInt(made.value, index, number)
        }
        StructSequence.finish(made.value)
        return made
    }
    private static func mask(_ value: Value) throws(Raised) -> sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        let items = try Iteration.list(value)
        for index in 0..<ListObject.count(items.value) {
            let item = try Index.object(ListObject.item(items.value, index))
            let number = IntView(item.value).int ?? -1
            if number < 1 || number >= Signals.count {
                throw raise(.valueError, "signal number \(number) out of range [1; \(Signals.count - 1)]")
            }
            sigaddset(&set, Int32(number))
        }
        return set
    }
    private static func list(_ set: sigset_t) throws(Raised) -> Ref {
        var set = set
        let list = try ListObject.make(capacity: 8)
        for number in 1..<Signals.count where sigismember(&set, Int32(number)) == 1 {
            try ListObject.append(list.value, Value(smallInt: number))
        }
        return try Call.call(PySet_TypePointer().value, list.value)
    }
}
