// The interpreter: entry from native code, and delivery of results. What instructions do is in Handlers.

import CPythonABI
import Compiler

enum Interpreter {
    /// What a frame with continuation `exit` returned, owned.
    nonisolated(unsafe) static var result = Value.null
    /// Whether that was by `yield`.
    nonisolated(unsafe) static var yielded = false

    /// Runs the current frame. `raising`: an exception is pending that is to be raised at the frame's pc. Returns the result
    /// (owned), or null with the exception pending.
    @inline(never) static func run(raising: Bool = false) -> Value {
        guard let fp = CurrentFrame.fp else { return .null }
        if raising { turn(.raised) } else { dispatch(fp, fp.pc) }
        return takeResult()
    }
    /// Runs the current frame, a generator's, from machine code of it.
    @inline(never) static func run(from place: Handler) -> Value {
        guard let fp = CurrentFrame.fp else { return .null }
        place(fp, fp.pc, 0)
        return takeResult()
    }
    @inline(__always) private static func takeResult() -> Value {
        #if DEBUG || TRAMPOLINE
        while let pc = _pyswift_loop.next_instruction, let frame = _pyswift_loop.next_frame {
            let word = pc.pointee
            _pyswift_handler(word)(frame.assumingMemoryBound(to: Value.self), pc, word)
        }
        #endif
        let value = result
        result = .null
        return value
    }

    // MARK: Entry from native code

    /// Calls a Python function natively: pushes its frame and runs it. Arguments are borrowed.
    static func call(_ function: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        try NativeStack.enter(" while calling a Python object")
        let caller = CurrentFrame.fp
        let total = arguments.count + arguments.keywordCount
        let base = ValueStack.top(caller) + frameHeaderSize
        function.retain()
        let status: Status
        let exit = UInt64(Continuation.exit.rawValue) << 16
        let code = FunctionObject.linked(function)
        if arguments.keywordNames.isNull && total == code.pointee.simpleArgumentCount && ValueStack.fits(base, code.pointee.registerCount) {
            for index in 0..<total {
                let value = arguments[index]
                value.retain()
                base[index] = value
            }
            status = Calls.push(caller, function, base, total, exit)
        } else {
            // A copy that the binder may move values out of.
            var bound = Status.raised
            _ = try withValues(total) { (room) throws(Raised) -> Ref in
                for index in 0..<total {
                    let value = arguments[index]
                    value.retain()
                    room[index] = value
                }
                bound = Calls.bind(caller, function, .null, room, total, arguments.keywordNames, exit)
                return .null
            }.isNull
            status = bound
        }
        if status != .frame { throw Raised() }
        let result = run()
        CurrentFrame.fp = caller
        if result.isNull { throw Raised() }
        return Ref(owned: result)
    }

    /// The same with arguments as C has them.
    static func call(_ function: Value, _ words: UnsafePointer<ObjectPointer?>, _ count: Int) throws(Raised) -> Ref {
        let caller = CurrentFrame.fp
        let base = ValueStack.top(caller) + frameHeaderSize
        let code = FunctionObject.linked(function)
        if count != code.pointee.simpleArgumentCount || !ValueStack.fits(base, code.pointee.registerCount) {
            return try withValues(count) { (room) throws(Raised) -> Ref in
                for index in 0..<count { if let object = words[index] { room[index] = Border.fromC(borrowed: object) } }
                return try call(function, Arguments(room, count: count))
            }
        }
        try NativeStack.enter(" while calling a Python object")
        function.retain()
        for index in 0..<count {
            let value = words[index].map { Border.fromC(borrowed: $0) } ?? .null
            value.retain()
            base[index] = value
        }
        if Calls.push(caller, function, base, count, UInt64(Continuation.exit.rawValue) << 16) != .frame { throw Raised() }
        let result = run()
        CurrentFrame.fp = caller
        if result.isNull { throw Raised() }
        return Ref(owned: result)
    }

    /// Runs a code object with a namespace: modules, `exec`, `eval`, class bodies.
    static func execute(code: Value, globals: Value, locals: Value, builtins: Value, closure: Value = .null) throws(Raised) -> Ref {
        try NativeStack.enter(" while calling a Python object")
        let function = FunctionObject.make(code: code, globals: globals, builtins: builtins)
        if !closure.isNull {
            closure.retain()
            FunctionObject.field(function.value, 72).pointee = closure
        }
        return try run(function: function.value, locals: locals)
    }
    /// Runs a function without arguments whose frame has a namespace mapping.
    static func run(function: Value, locals: Value) throws(Raised) -> Ref {
        let caller = CurrentFrame.fp
        function.retain()
        var nothing = Value.null
        let status = withUnsafeMutablePointer(to: &nothing) {
            Calls.bind(caller, function, .null, $0, 0, .null, UInt64(Continuation.exit.rawValue) << 16)
        }
        if status != .frame { throw Raised() }
        locals.retain()
        CurrentFrame.fp.unsafelyUnwrapped.locals = locals
        let result = run()
        CurrentFrame.fp = caller
        if result.isNull { throw Raised() }
        return Ref(owned: result)
    }

    // MARK: Results

    /// Stores the owned result of native code where a note says.
    @inline(never) static func deliverNative(_ fp: FramePointer, _ value: Value, _ note: UInt64) -> Status {
        CurrentFrame.fp = fp
        return deliver(fp, value, note, .null, native: true)
    }

    /// Does with the owned result of a call what the note says. `fp` is the frame that called; `extra` (owned) is the callee's.
    static func deliver(_ fp: FramePointer?, _ value: Value, _ note: UInt64, _ extra: Value, native: Bool) -> Status {
        let continuation = unsafeBitCast(UInt8(truncatingIfNeeded: note >> 16), to: Continuation.self)
        let done: Status = native ? .next : .frame
        if continuation == .exit {
            result = value
            yielded = false
            return .exit
        }
        guard let fp else { return .exit }
        let slot = fp + Int(note & 0xFFFF)
        switch continuation {
        case .store:
            slot.pointee = value
        case .storeLocal:
            let old = slot.pointee
            slot.pointee = value
            old.release()
        case .initialize, .initializeLocal:
            if !value.isNone {
                _ = raise(.typeError, "__init__() should return None, not '\(value.type.name)'")
                value.release()
                extra.release()
                return .raised
            }
            if continuation == .initialize {
                slot.pointee = extra
            } else {
                let old = slot.pointee
                slot.pointee = extra
                old.release()
            }
        case .enter:
            slot[-1] = extra
            slot.pointee = value
        case .discard:
            value.release()
        case .truth, .truthLocal, .negatedTruth, .negatedTruthLocal:
            let truth: Bool
            do throws(Raised) { truth = try Truth.of(value) } catch {
                value.release()
                return .raised
            }
            value.release()
            let negated = continuation == .negatedTruth || continuation == .negatedTruthLocal
            let local = continuation == .truthLocal || continuation == .negatedTruthLocal
            let old = local ? slot.pointee : Value.null
            slot.pointee = Value(bool: truth != negated)
            old.release()
        default:
            return Continuations.deliver(fp, value, note, extra, continuation)
        }
        return done
    }
}
