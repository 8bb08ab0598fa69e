// faulthandler: tracebacks on demand and on fatal signals.

import CPythonABI
import Glibc
import Runtime

enum FaulthandlerModule {
    nonisolated(unsafe) private static var isEnabled = false
    nonisolated(unsafe) private static var descriptor: Int32 = 2
    private static let fatalSignals = [SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGSEGV]

    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc("faulthandler module.")
        module.function("enable", .raw({ (_, arguments) throws(Raised) -> Ref in
            descriptor = try file(arguments, 0)
            isEnabled = true
            for number in fatalSignals { install(number) }
            return .none
        }), nil, doc: "enable(file=sys.stderr, all_threads=True): enable the fault handler")
        module.function("disable", .noArguments({ (_) throws(Raised) -> Ref in
            let was = isEnabled
            isEnabled = false
            for number in fatalSignals where was { signal(number, SIG_DFL) }
            return .bool(was)
        }), nil, doc: "disable(): disable the fault handler")
        module.function("is_enabled", .noArguments({ (_) throws(Raised) -> Ref in .bool(isEnabled) }), nil,
            doc: "is_enabled()->bool: check if the handler is enabled")
        module.function("dump_traceback", .raw({ (_, arguments) throws(Raised) -> Ref in
            dump(try file(arguments, 0))
            return .none
        }), nil, doc: "dump_traceback(file=sys.stderr, all_threads=True): dump the traceback of the current thread, or of all threads if all_threads is True, into file")
        for name in ["dump_traceback_later", "register"] as [StaticString] {
            module.function(name, .raw({ (_, _) throws(Raised) -> Ref in
                throw raise(.notImplementedError, "faulthandler.\(name)() is not built yet")
            }))
        }
        module.function("cancel_dump_traceback_later", .noArguments({ (_) throws(Raised) -> Ref in .none }), nil,
            doc: "cancel_dump_traceback_later():\ncancel the previous call to dump_traceback_later().")
        module.function("unregister", .one({ (_, _) throws(Raised) -> Ref in .bool(false) }), nil,
            doc: "unregister(signum): unregister the handler of the signal 'signum' registered by register()")
    }

    /// The descriptor of the argument `file`.
    private static func file(_ arguments: Arguments, _ index: Int) throws(Raised) -> Int32 {
        var value = Ref(index < arguments.count ? arguments[index] : arguments.keyword("file"))
        if value.isNull { value = SysModule.attribute("stderr") }
        if value.isNull || value.value.isNone { throw raise(.runtimeError, "unable to get sys.stderr") }
        if IntObject.isInstance(value.value) {
            let number = try Index.of(value.value, .overflowError)
            if number < 0 { throw raise(.valueError, "file is not a valid file descripter") }
            return Int32(clamping: number)
        }
        let name = StrObject.intern("fileno")
        let number = try Call.method(value.value, name.value)
        let flushed = try Call.method(value.value, Names.flush)
        _ = flushed.isNull
        return Int32(clamping: try Index.of(number.value, .overflowError))
    }

    private static func install(_ number: Int32) {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { number in
            signal(number, SIG_DFL)
            FaulthandlerModule.put("Fatal Python error: \(FaulthandlerModule.title(number))\n\n", FaulthandlerModule.descriptor)
            FaulthandlerModule.dump(FaulthandlerModule.descriptor)
            kill(getpid(), number)
        }
        action.sa_flags = Int32(bitPattern: UInt32(SA_NODEFER))
        sigaction(number, &action, nil)
    }
    private static func title(_ number: Int32) -> String {
        switch number {
        case SIGBUS: return "Bus error"
        case SIGILL: return "Illegal instruction"
        case SIGFPE: return "Floating point exception"
        case SIGABRT: return "Aborted"
        default: return "Segmentation fault"
        }
    }
    private static func put(_ text: String, _ descriptor: Int32) {
        var text = text
        text.withUTF8 { _ = write(descriptor, $0.baseAddress, $0.count) }
    }
    private static func dump(_ descriptor: Int32) {
        let thread = String(UInt(pthread_self()), radix: 16)
        put("Current thread 0x\(String(repeating: "0", count: max(0, 16 - thread.utf8.count)))\(thread) (most recent call first):\n", descriptor)
        for line in StackDump.lines() { put("  File \"\(line.file)\", line \(line.line) in \(line.name)\n", descriptor) }
    }
}
