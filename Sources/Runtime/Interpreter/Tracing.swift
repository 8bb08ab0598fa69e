// Tracing: `sys.settrace`, `sys.setprofile` and the functions that C code sets in their place.
//
// While nobody traces, nothing of this is on the way: the table of handlers holds the plain ones. When a thread sets a function, every
// entry of the table becomes `opTraced`, which tells the thread's functions what they want to know and then jumps to the plain
// handler of the instruction. Events that are no instruction's (exceptions, frames left by them, delegated yields) come from hooks
// on those slow paths.
//
// What is known of a frame is in its frame object: the word that was executed last (`FrameObject.traceState`), so that a line is
// reported when it changes or when control goes back, and the native function that is being called, for profilers.

import CPythonABI
import Compiler
import Syntax

public enum Tracing {
    public enum Event: Int32 {
        case call = 0, exception, line, `return`, cCall, cException, cReturn, opcode
    }

    // MARK: Functions

    /// How many threads have a function.
    nonisolated(unsafe) private static var threads = 0
    /// Whether any thread traces: asked on slow paths.
    @inline(__always) static var isAnyone: Bool { threads != 0 }

    /// A function is being set, and the destructor of the one before may run.
    nonisolated(unsafe) static var isInstalling = false
    nonisolated(unsafe) static var isInstallingProfiler = false

    /// Sets the trace function of the current thread; nil for none. `object` is borrowed.
    public static func setTrace(_ function: Py_tracefunc?, _ object: Value) {
        isInstalling = true
        defer { isInstalling = false }
        let thread = PendingException.state
        let was = isTraced(thread)
        let old = thread.pointee.c_traceobj
        thread.pointee.c_traceobj = nil
        thread.pointee.c_tracefunc = nil
        if let old { Value(old).release() }
        thread.pointee.c_traceobj = function == nil || object.isNull ? nil : Border.boxed(object)
        thread.pointee.c_tracefunc = function
        changed(thread, was)
    }
    /// Sets the profile function of the current thread; nil for none. `object` is borrowed.
    public static func setProfile(_ function: Py_tracefunc?, _ object: Value) {
        isInstallingProfiler = true
        defer { isInstallingProfiler = false }
        let thread = PendingException.state
        let was = isTraced(thread)
        let old = thread.pointee.c_profileobj
        thread.pointee.c_profileobj = nil
        thread.pointee.c_profilefunc = nil
        if let old { Value(old).release() }
        thread.pointee.c_profileobj = function == nil || object.isNull ? nil : Border.boxed(object)
        thread.pointee.c_profilefunc = function
        changed(thread, was)
    }
    /// A thread's state is cleared: it traces no more.
    static func threadEnds(_ thread: UnsafeMutablePointer<PyThreadState>) {
        guard isTraced(thread) else { return }
        thread.pointee.c_tracefunc = nil
        thread.pointee.c_profilefunc = nil
        changed(thread, true)
    }
    private static func isTraced(_ thread: UnsafeMutablePointer<PyThreadState>) -> Bool {
        thread.pointee.c_tracefunc != nil || thread.pointee.c_profilefunc != nil
    }
    private static func changed(_ thread: UnsafeMutablePointer<PyThreadState>, _ was: Bool) {
        let isNow = isTraced(thread)
        if isNow == was { return }
        threads += isNow ? 1 : -1
        if isNow { enterRunningFrames() }
        if threads == (isNow ? 1 : 0) {
            if !AllocationTraces.isOn { NativeTier.tracingChanged(isNow) }
            Handlers.setTracing(isNow)
        }
    }
    /// Frames that run already are not entered anew when they come back to their first instruction, and go on from where they are, not
    /// from where they were when somebody traced them before.
    private static func enterRunningFrames() {
        var frame = CurrentFrame.fp
        var left = 1000
        while let fp = frame, left > 0 {
            let object = FrameObject.of(fp)
            FrameObject.traceState(object).pointee = fp.currentWord + 1
            frame = fp.previous
            left -= 1
        }
    }

    // MARK: Telling

    /// Calls a function with an event of a frame. `argument` is null for none. No exception is pending before.
    static func tell(
        _ function: Py_tracefunc, _ object: ObjectPointer?, _ fp: FramePointer, _ event: Event, _ argument: Value
    ) throws(Raised) {
        let thread = PendingException.state
        let frame = Ref(FrameObject.of(fp))
        let subject = Ref(object.map { Value($0) } ?? .null)
        let boxed = argument.isNull ? nil : Border.boxed(argument)
        defer { if let boxed { Value(boxed).release() } }
        thread.pointee.tracing += 1
        let what = thread.pointee.tracing_what
        thread.pointee.tracing_what = event.rawValue
        let result = function(
            subject.isNull ? nil : subject.value.object, frame.value.cast(to: PyFrameObject.self), event.rawValue, boxed)
        thread.pointee.tracing_what = what
        thread.pointee.tracing -= 1
        if result != 0 { throw Raised() }
    }
    /// Tells the trace function, if there is one.
    static func trace(_ fp: FramePointer, _ event: Event, _ argument: Value) throws(Raised) {
        let thread = PendingException.state
        guard let function = thread.pointee.c_tracefunc, thread.pointee.tracing == 0 else { return }
        try tell(function, thread.pointee.c_traceobj, fp, event, argument)
    }
    /// Tells the profile function, if there is one.
    static func profile(_ fp: FramePointer, _ event: Event, _ argument: Value) throws(Raised) {
        let thread = PendingException.state
        guard let function = thread.pointee.c_profilefunc, thread.pointee.tracing == 0 else { return }
        try tell(function, thread.pointee.c_profileobj, fp, event, argument)
    }
    /// Tells both.
    private static func both(_ fp: FramePointer, _ event: Event, _ argument: Value) throws(Raised) {
        try trace(fp, event, argument)
        try profile(fp, event, argument)
    }

    // MARK: Instructions

    /// Before the instruction at `pc`, whose frame has its pc saved behind it: tells of a frame entered, a line, a return. True if a function
    /// moved the frame to another line.
    static func before(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) throws(Raised) -> Bool {
        let code = fp.code
        let opcode = unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Opcode.self)
        // What a generator's frame does until it is one, and what makes cells, belongs to the call.
        if code.pointee.flags & CodeFlags.anyGenerator != 0 && !fp.isGenerator || opcode == .makeCell { return false }
        let thread = PendingException.state
        let frame = FrameObject.of(fp)
        let position = pc - code.pointee.instructions
        try finishNative(fp, frame)
        if FrameObject.traceState(frame).pointee <= 0 {
            let isResumed = FrameObject.traceState(frame).pointee < 0 || fp.isGenerator && wasSuspended(code, position)
            FrameObject.traceState(frame).pointee = position + 1
            if isResumed || isFirst(code, position) {
                try enter(fp, frame, isResumed ? TraceLines.of(code).line(fp.pc == pc + 1 && position > 0 ? resumedWord(fp, pc) : position) : -1)
                FrameObject.traceState(frame).pointee = isResumed ? resumedWord(fp, pc) + 1 : noWord
            }
        }
        if thread.pointee.c_tracefunc != nil && (FrameObject.head(frame).pointee.f_trace != nil || !TraceFunctions.isPythons(thread)) {
            if try lines(fp, frame, code, position, opcode) { return true }
        }
        // Instructions without a place in the source belong to the one before.
        if TraceLines.of(code).line(position) >= 0 || FrameObject.traceState(frame).pointee <= 0 {
            FrameObject.traceState(frame).pointee = position + 1
        }
        switch opcode {
        case .returnValue:
            let value = fp[operandA(word)]
            if !value.isNull { try both(fp, .return, value) }
        case .yieldValue:
            let value = fp[operandB(word)]
            if !value.isNull {
                let wrapped = hasFlag(word, InstructionFlags.asyncWrap) ? AsyncGenerators.wrap(value) : Ref(value)
                try both(fp, .return, wrapped.value)
                FrameObject.traceState(frame).pointee = -(position + 1)
            }
        case .call, .callMethod, .callKeyword, .callEx:
            if thread.pointee.c_profilefunc != nil { try beginNative(fp, frame, word, opcode) }
        default: break
        }
        return false
    }
    /// The state of a frame that was entered and has executed nothing.
    private static let noWord = Int.max

    private static func opcode(_ code: CodePointer, _ position: Int) -> Opcode {
        unsafeBitCast(UInt8(truncatingIfNeeded: NativeTier.instruction(code, position)), to: Opcode.self)
    }
    private static func isFirst(_ code: CodePointer, _ position: Int) -> Bool {
        for index in 0..<position {
            let opcode = opcode(code, index)
            guard opcode == .makeCell || opcode == .returnGenerator else { return false }
        }
        return true
    }
    /// Whether a generator goes on at a word when it is resumed, as far as the code says.
    private static func wasSuspended(_ code: CodePointer, _ position: Int) -> Bool {
        if opcode(code, position) == .yieldFrom { return true }
        var word = 0
        var last = Opcode.nop
        while word < position {
            last = opcode(code, word)
            word += 1 + last.cacheWords
        }
        return last == .yieldValue
    }
    /// The word at which a generator that goes on at `pc` was suspended.
    private static func resumedWord(_ fp: FramePointer, _ pc: ProgramCounter) -> Int {
        let position = pc - fp.code.pointee.instructions
        return opcode(fp.code, position) == .yieldFrom ? position : max(position - 1, 0)
    }

    /// The frame is entered, or resumed: `line` is where, -1 for its first line.
    private static func enter(_ fp: FramePointer, _ frame: Value, _ line: Int) throws(Raised) {
        let head = FrameObject.head(frame)
        let first = Int32(TraceLines.entryLine(fp.code))
        // The field holds -1 for line 0.
        head.pointee.f_lineno = line >= 0 ? Int32(truncatingIfNeeded: line) : first == 0 ? -1 : first
        defer { FrameObject.head(frame).pointee.f_lineno = 0 }
        try both(fp, .call, .null)
    }

    /// Tells of the lines that begin at a word. True if a function moved the frame.
    private static func lines(
        _ fp: FramePointer, _ frame: Value, _ code: CodePointer, _ position: Int, _ opcode: Opcode
    ) throws(Raised) -> Bool {
        let head = FrameObject.head(frame)
        let start = fp.pc
        if head.pointee.f_trace_lines != 0 {
            let table = TraceLines.of(code)
            let state = FrameObject.traceState(frame).pointee
            let jumped = FrameObject.jumpedLine(frame).pointee
            FrameObject.jumpedLine(frame).pointee = 0
            var last = jumped != 0 ? jumped : state == noWord ? -1 : table.line(state - 1)
            let isBack = state != noWord && position < state - 1
            var marks = table.marks(position)[...]
            if jumped != 0, let place = marks.firstIndex(of: jumped) { marks = marks[(place + 1)...] }
            for mark in marks where mark != last || isBack {
                head.pointee.f_lineno = Int32(truncatingIfNeeded: mark)
                defer { FrameObject.head(frame).pointee.f_lineno = 0 }
                try trace(fp, .line, .null)
                if fp.pc != start { return true }
                last = mark
            }
            let line = table.line(position)
            if line >= 0 && (line != last || isBack && opcode != .yieldFrom && table.marks(position).isEmpty) {
                try trace(fp, .line, .null)
                if fp.pc != start { return true }
            }
        }
        if head.pointee.f_trace_opcodes != 0 {
            try trace(fp, .opcode, .null)
            if fp.pc != start { return true }
        }
        return false
    }

    // MARK: Native functions

    /// Tells the profile function of a call of a built-in function.
    private static func beginNative(_ fp: FramePointer, _ frame: Value, _ word: UInt64, _ opcode: Opcode) throws(Raised) {
        let base = fp + operandA(word)
        let callable = base.pointee
        guard callable.isObject else { return }
        let type = callable.object.pointee.ob_type
        var callee: Ref
        if type == PyCFunction_TypePointer() || type == PyCMethod_TypePointer() {
            callee = Ref(callable)
        } else if type == PyMethodDescr_TypePointer() {
            let isMethod = opcode == .callMethod
                || opcode == .callKeyword && hasFlag(word, InstructionFlags.methodCall)
            var object = Value.null
            if opcode != .callEx {
                object = isMethod ? (base[8].isNull ? (operandB(word) > 0 ? base[9] : .null) : base[8]) : operandB(word) > 0 ? base[8] : .null
            }
            guard !object.isNull, object.type.isSubtype(of: Descriptors.owner(callable)) else { return }
            callee = try Attributes.bind(callable, object)
        } else {
            return
        }
        FrameObject.nativeCallee(frame).pointee.release()
        FrameObject.nativeCallee(frame).pointee = callee.copy().take()
        do throws(Raised) { try profile(fp, .cCall, callee.value) } catch {
            dropNative(frame)
            throw error
        }
    }
    private static func dropNative(_ frame: Value) {
        let callee = FrameObject.nativeCallee(frame).pointee
        FrameObject.nativeCallee(frame).pointee = .null
        callee.release()
    }
    /// Tells the profile function that the call of a built-in function is over.
    private static func finishNative(_ fp: FramePointer, _ frame: Value) throws(Raised) {
        guard !FrameObject.nativeCallee(frame).pointee.isNull else { return }
        let callee = Ref(FrameObject.nativeCallee(frame).pointee)
        dropNative(frame)
        // The frame has the next instruction's pc already; what returns is the call before that.
        let next = fp.pc
        guard next - fp.code.pointee.instructions >= 2 else { return try profile(fp, .cReturn, callee.value) }
        fp.pc = next - 2
        defer { if fp.pc == next - 2 { fp.pc = next } }
        try profile(fp, .cReturn, callee.value)
    }

    // MARK: Exceptions and suspension

    /// The pending exception was raised in a frame, which is in its traceback now.
    @inline(never) static func raised(_ fp: FramePointer) {
        let thread = PendingException.state
        guard isTraced(thread), thread.pointee.tracing == 0 else { return }
        let frame = Ref(FrameObject.of(fp))
        if !FrameObject.nativeCallee(frame.value).pointee.isNull {
            let callee = Ref(FrameObject.nativeCallee(frame.value).pointee)
            dropNative(frame.value)
            protected { () throws(Raised) -> Void in try profile(fp, .cException, callee.value) }
        }
        if fp.isGenerator && FrameObject.traceState(frame.value).pointee <= 0 {
            // An exception is thrown into a suspended generator.
            let state = FrameObject.traceState(frame.value).pointee
            let position = state < 0 ? -state - 1 : fp.currentWord
            FrameObject.traceState(frame.value).pointee = position + 1
            let line = state < 0 ? TraceLines.of(fp.code).line(position) : -1
            protected { () throws(Raised) -> Void in try enter(fp, frame.value, line) }
        }
        if thread.pointee.c_tracefunc != nil { exception(fp) }
    }
    /// Tells the trace function of the pending exception.
    static func exception(_ fp: FramePointer) {
        let thread = PendingException.state
        guard thread.pointee.c_tracefunc != nil, thread.pointee.tracing == 0 else { return }
        let exception = ExceptionObject.take()
        let traceback = ExceptionObject.head(exception.value).pointee.traceback.map { Ref(Value($0)) } ?? Ref.null
        let argument = TupleObject.make(exception.value.type.value, exception.value, traceback.isNull ? .none : traceback.value)
        do throws(Raised) {
            try trace(fp, .exception, argument.value)
            PendingException.setInstance(exception.value)
        } catch {}
    }
    /// An iterator that a frame steps has ended with a value: that is a StopIteration to the trace function. Raises what the function raises.
    @inline(never) static func iterationEnded(_ fp: FramePointer, _ value: Value) throws(Raised) {
        let thread = PendingException.state
        guard thread.pointee.c_tracefunc != nil, thread.pointee.tracing == 0 else { return }
        _ = StopIterations.raise(value)
        let exception = ExceptionObject.take()
        let argument = TupleObject.make(exception.value.type.value, exception.value, .none)
        try trace(fp, .exception, argument.value)
    }
    /// An exception leaves a frame.
    @inline(never) static func left(_ fp: FramePointer) {
        let thread = PendingException.state
        guard isTraced(thread), thread.pointee.tracing == 0 else { return }
        protected { () throws(Raised) -> Void in try both(fp, .return, .null) }
    }
    /// A generator's frame hands on what the one that it delegates to yields. Raises what a function raises.
    @inline(never) static func suspended(_ fp: FramePointer, _ value: Value) throws(Raised) {
        let thread = PendingException.state
        guard isTraced(thread), thread.pointee.tracing == 0 else { return }
        let frame = Ref(FrameObject.of(fp))
        let position = fp.pc - fp.code.pointee.instructions
        try finishNative(fp, frame.value)
        try both(fp, .return, value)
        FrameObject.traceState(frame.value).pointee = -(position + 1)
    }

    /// Tells something while an exception is pending, which is restored unless another takes its place.
    private static func protected(_ body: () throws(Raised) -> Void) {
        let saved = PendingException.save()
        do throws(Raised) {
            try body()
            PendingException.restore(saved)
        } catch {
            var saved = saved
            saved.drop()
        }
    }
}

extension PendingException.Saved {
    /// Lets go of the exception.
    mutating func drop() {
        if let type { Value(type).release() }
        if let value { Value(value).release() }
        if let traceback { Value(traceback).release() }
        (type, value, traceback) = (nil, nil, nil)
    }
}

/// Every instruction while somebody traces.
@c(_pyswift_op_traced) func opTraced(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    let thread = PendingException.state
    fp.pc = pc + 1
    if thread.pointee.tracing != 0 || (thread.pointee.c_tracefunc == nil && thread.pointee.c_profilefunc == nil) {
        return _pyswift_plain_handler(word)(fp, pc, word)
    }
    return opTracedSlow(fp, pc, word)
}
@inline(never) private func opTracedSlow(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    var moved = false
    do throws(Raised) { moved = try Tracing.before(fp, pc, word) } catch { return resume(.raised) }
    if moved {
        let target = fp.pc - 1
        // A statement without instructions: what follows it is told of as ever.
        if !fp.frameObject.isNull && FrameObject.jumpedLine(fp.frameObject).pointee != 0 { return opTracedSlow(fp, target, target.pointee) }
        return _pyswift_plain_handler(target.pointee)(fp, target, target.pointee)
    }
    return _pyswift_plain_handler(pc.pointee)(fp, pc, pc.pointee)
}

/// Every instruction while allocations are traced: an allocation is told of the place that the frame names.
@c(_pyswift_op_located) func opLocated(_ fp: FramePointer, _ pc: ProgramCounter, _ word: UInt64) {
    fp.pc = pc + 1
    return _pyswift_plain_handler(word)(fp, pc, word)
}

extension Handlers {
    nonisolated(unsafe) private static var isTracing = false
    nonisolated(unsafe) private static var isLocating = false

    /// Puts the tracing handler before all others, or takes it away.
    static func setTracing(_ on: Bool) {
        if isTracing || isLocating { _pyswift_trace_handlers(0, opTraced) }
        isTracing = on
        putBefore()
    }
    /// Lets every instruction leave its place in its frame, or no longer.
    static func setLocating(_ on: Bool) {
        if isTracing || isLocating { _pyswift_trace_handlers(0, opTraced) }
        isLocating = on
        putBefore()
    }
    private static func putBefore() {
        if isTracing { _pyswift_trace_handlers(1, opTraced) } else if isLocating { _pyswift_trace_handlers(1, opLocated) }
    }
}

extension FrameObject {
    /// 0: not entered; n > 0: word n-1 was executed last; n < 0: suspended at word -n-1.
    static func traceState(_ value: Value) -> UnsafeMutablePointer<Int> {
        (UnsafeMutableRawPointer(value.object) + 96).assumingMemoryBound(to: Int.self)
    }
    /// The native function that the frame calls, while a profiler is told of it; owned.
    static func nativeCallee(_ value: Value) -> UnsafeMutablePointer<Value> { word(value, 104) }
}
