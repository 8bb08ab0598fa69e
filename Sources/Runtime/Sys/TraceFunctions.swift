// sys.settrace, sys.setprofile and their kin: Python functions as trace functions.

import CPythonABI

enum TraceFunctions {
    static func fill(_ module: ModuleBuilder) {
        module.function(
            "settrace", .one({ (_, function) throws(Raised) -> Ref in
                try Audit.event("sys.settrace")
                if Tracing.isInstalling {
                    throw raise(.runtimeError, "Cannot install a trace function while another trace function is being installed")
                }
                if function.isNone { Tracing.setTrace(nil, .null) } else { Tracing.setTrace(callTracer, function) }
                return .none
            }), nil,
            doc: "settrace(function)\n\nSet the global debug tracing function.  It will be called on each\nfunction call.  See the debugger chapter in the library manual.")
        module.function(
            "gettrace", .noArguments({ (_) throws(Raised) -> Ref in object(PendingException.state.pointee.c_traceobj) }), "($module, /)",
            doc: "Return the global debug tracing function set with sys.settrace.\n\nSee the debugger chapter in the library manual.")
        module.function(
            "setprofile", .one({ (_, function) throws(Raised) -> Ref in
                try Audit.event("sys.setprofile")
                if Tracing.isInstallingProfiler {
                    throw raise(.runtimeError, "Cannot install a profile function while another profile function is being installed")
                }
                if function.isNone { Tracing.setProfile(nil, .null) } else { Tracing.setProfile(callProfiler, function) }
                return .none
            }), nil,
            doc: "setprofile(function)\n\nSet the profiling function.  It will be called on each function call\nand return.  See the profiler chapter in the library manual.")
        module.function(
            "getprofile", .noArguments({ (_) throws(Raised) -> Ref in object(PendingException.state.pointee.c_profileobj) }), "($module, /)",
            doc: "Return the profiling function set with sys.setprofile.\n\nSee the profiler chapter in the library manual.")
        module.function("call_tracing", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
            guard TupleObject.isInstance(arguments[1]) else {
                throw raise(.typeError, "call_tracing() argument 2 must be tuple, not \(arguments[1].isNone ? "None" : arguments[1].type.name)")
            }
            let thread = PendingException.state
            let (depth, what) = (thread.pointee.tracing, thread.pointee.tracing_what)
            thread.pointee.tracing = 0
            defer { (thread.pointee.tracing, thread.pointee.tracing_what) = (depth, what) }
            return try Call.call(arguments[0], tuple: arguments[1], keywords: .null)
        }), "($module, func, args, /)", doc: "Call func(*args), while tracing is enabled.\n\nThe tracing state is saved, and restored afterwards.  This is intended\nto be called from a debugger from a checkpoint, to recursively debug\nsome other code.")
    }
    private static func object(_ object: ObjectPointer?) -> Ref { object.map { Ref(Border.fromC(borrowed: $0)) } ?? .none }

    /// What events are called.
    private static let names: [Value] = [
        Names.make("call"), Names.make("exception"), Names.make("line"), Names.make("return"), Names.make("c_call"), Names.make("c_exception"),
        Names.make("c_return"), Names.make("opcode"),
    ]

    /// Calls a Python function with an event. It sees the frame's variables, and may change them.
    private static func call(_ function: Value, _ frame: Value, _ event: Int32, _ argument: ObjectPointer?) throws(Raised) -> Ref {
        let held = Ref(argument.map { Border.fromC(borrowed: $0) } ?? .none)
        let callable = Ref(function)
        try FrameLocals.refresh(frame)
        let result = try Call.call(callable.value, frame, names[Int(event)], held.value)
        try FrameLocals.writeBack(frame)
        return result
    }

    /// The trace function behind `sys.settrace`: a call is told to the thread's function, the rest to what that returned for the frame.
    private static let callTracer: Py_tracefunc = { object, framePointer, event, argument in
        guard let framePointer, let object else { return 0 }
        let frame = Value(pointer: framePointer)
        let callback: Ref
        if event == Tracing.Event.call.rawValue {
            callback = Ref(Border.fromC(borrowed: object))
        } else {
            guard let local = framePointer.pointee.f_trace else { return 0 }
            callback = Ref(Border.fromC(borrowed: local))
        }
        do throws(Raised) {
            let result = try TraceFunctions.call(callback.value, frame, event, argument)
            if !result.value.isNone { TraceFunctions.setLocal(framePointer, result.value) }
            return 0
        } catch {
            let saved = PendingException.save()
            Tracing.setTrace(nil, .null)
            TraceFunctions.setLocal(framePointer, .null)
            PendingException.restore(saved)
            return -1
        }
    }
    /// Whether a thread's trace function is a Python function, which asks for lines of the frames that it gave a function.
    static func isPythons(_ thread: UnsafeMutablePointer<PyThreadState>) -> Bool {
        unsafeBitCast(thread.pointee.c_tracefunc, to: Int.self) == unsafeBitCast(callTracer as Py_tracefunc?, to: Int.self)
    }
    private static func setLocal(_ frame: UnsafeMutablePointer<PyFrameObject>, _ function: Value) {
        let old = frame.pointee.f_trace
        frame.pointee.f_trace = function.isNull ? nil : Border.boxed(function)
        if let old { Value(old).release() }
    }

    private static let callProfiler: Py_tracefunc = { object, framePointer, event, argument in
        guard let framePointer, let object else { return 0 }
        let callback = Ref(Border.fromC(borrowed: object))
        do throws(Raised) {
            let result = try TraceFunctions.call(callback.value, Value(pointer: framePointer), event, argument)
            _ = result.isNull
            return 0
        } catch {
            let saved = PendingException.save()
            Tracing.setProfile(nil, .null)
            PendingException.restore(saved)
            return -1
        }
    }
}
