// Generators, coroutines, asynchronous generators: frames that live in an object.
//
// The object has CPython's head of 80 bytes (code, name, exception state, ...), then a frame header of eight words and the window:
//
//     +80 ... +143   frame header
//     +144           register 0
//
// Resuming makes the window the current frame; suspending goes back to the frame that resumed. No native stack is used for either.

import CPythonABI
import Compiler
import Glibc

enum Generators {
    static let windowOffset = 144

    enum State: Int8 { case created = -2, suspended = -1, executing = 0, completed = 1 }

    @inline(__always) static func head(_ value: Value) -> UnsafeMutablePointer<PyGenObject> { value.cast(to: PyGenObject.self) }
    @inline(__always) static func window(_ value: Value) -> FramePointer {
        (UnsafeMutableRawPointer(value.object) + windowOffset).assumingMemoryBound(to: Value.self)
    }
    /// The generator that a window belongs to, borrowed.
    @inline(__always) static func owner(_ fp: FramePointer) -> Value {
        Value((UnsafeMutableRawPointer(fp) - windowOffset).assumingMemoryBound(to: PyObject.self))
    }
    @inline(__always) static func state(_ value: Value) -> State {
        State(rawValue: head(value).pointee.gi_frame_state) ?? .completed
    }
    static func setState(_ value: Value, _ state: State) { head(value).pointee.gi_frame_state = state.rawValue }
    static func isGenerator(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type == PyGen_TypePointer() }
    static func isCoroutine(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type == PyCoro_TypePointer() }
    static func isAny(_ value: Value) -> Bool {
        guard value.isObject else { return false }
        let type = value.object.pointee.ob_type
        return type == PyGen_TypePointer() || type == PyCoro_TypePointer() || type == PyAsyncGen_TypePointer()
    }
    static func size(_ code: CodePointer) -> Int { windowOffset + code.pointee.registerCount * 8 }

    // MARK: Making

    /// `returnGenerator`: moves the frame into a new object and returns that to the caller.
    static func make(_ fp: FramePointer) -> Status {
        let code = fp.code
        let flags = code.pointee.flags
        let type =
            flags & CodeFlags.coroutine != 0
            ? PyCoro_TypePointer() : flags & CodeFlags.asyncGenerator != 0 ? PyAsyncGen_TypePointer() : PyGen_TypePointer()
        let size = size(code)
        guard let block = Allocator.allocate(size + 16) else {
            _ = raise(.memoryError, argument: .null)
            return .raised
        }
        let object = (block + 16).assumingMemoryBound(to: PyObject.self)
        Collector.initialize(object)
        memset(object, 0, windowOffset)
        object.pointee.ob_refcnt = 1
        object.pointee.ob_type = type
        let value = Value(object)
        let function = fp.function
        let head = head(value)
        code.pointee.object.pointee.ob_base.ob_base.ob_refcnt += 1
        head.pointee.gi_code = code.pointee.object
        head.pointee.gi_name = Border.boxed(FunctionObject.name(function))
        head.pointee.gi_qualname = Border.boxed(FunctionObject.qualifiedName(function))
        let window = window(value)
        window.function = function
        window.code = code
        window.previous = nil
        window.pc = fp.pc
        window.note = FrameFlags.generator
        window.frameObject = fp.frameObject
        window.locals = fp.locals
        window.extra = .null
        for index in 0..<code.pointee.localCount {
            window[index] = fp[index]
            fp[index] = .null
        }
        if !fp.frameObject.isNull {
            FrameObject.word(fp.frameObject, 24).pointee = Value(bits: UInt64(UInt(bitPattern: window)))
        }
        setState(value, .created)
        let note = fp.note
        let previous = fp.previous
        let extra = fp.extra
        _pyswift_loop.recursion_remaining &+= 1
        if note & FrameFlags.newChunk != 0 { ValueStack.freeChunk(fp) }
        CurrentFrame.fp = previous
        Collector.track(object)
        AsyncHooks.created(value)
        return Interpreter.deliver(previous, value, note, extra, native: false)
    }

    // MARK: Resuming

    /// Makes a suspended generator's frame current. The result goes where the note says.
    private static func enter(_ fp: FramePointer?, _ generator: Value, _ note: UInt64) -> FramePointer {
        let window = window(generator)
        generator.retain()
        window.previous = fp
        window.note = note | FrameFlags.generator
        window.extra = Value(bits: UInt64(UInt(bitPattern: ValueStack.top(fp))))
        let thread = PendingException.state
        let head = head(generator)
        head.pointee.gi_exc_state.previous_item = thread.pointee.exc_info
        thread.pointee.exc_info = excState(generator)
        setState(generator, .executing)
        _pyswift_loop.recursion_remaining &-= 1
        CurrentFrame.fp = window
        return window
    }
    private static func excState(_ generator: Value) -> UnsafeMutablePointer<_PyErr_StackItem> {
        (UnsafeMutableRawPointer(generator.object) + 48).assumingMemoryBound(to: _PyErr_StackItem.self)
    }
    /// The frame stops running, for now or for ever: the exception state goes back to that of the resumer. The reference that the
    /// run held goes to the caller.
    private static func exit(_ generator: Value) -> FramePointer? {
        let thread = PendingException.state
        let head = head(generator)
        thread.pointee.exc_info = head.pointee.gi_exc_state.previous_item
        head.pointee.gi_exc_state.previous_item = nil
        let window = window(generator)
        let previous = window.previous
        window.previous = nil
        _pyswift_loop.recursion_remaining &+= 1
        CurrentFrame.fp = previous
        return previous
    }

    /// Puts the value that `yield` (or `yieldFrom`) gets into its register.
    private static func receive(_ window: FramePointer, _ value: Value) {
        let word = window.pc[-1]
        let opcode = unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Opcode.self)
        if opcode == .yieldValue {
            Registers.store(window, word, value)
        } else {
            // Suspended before a yieldFrom that is to run again: its r[a] is what to send.
            let next = window.pc.pointee
            let slot = window + operandA(next)
            let old = slot.pointee
            slot.pointee = value
            old.release()
        }
    }

    /// Resumes from native code. `sent` is borrowed. Returns what was yielded or returned; `finished` says which. Null: raised.
    static func resume(_ generator: Value, _ sent: Value, finished: inout Bool) throws(Raised) -> Ref {
        switch state(generator) {
        case .executing: throw alreadyExecuting(generator)
        case .completed:
            finished = true
            if isCoroutine(generator) { throw raise(.runtimeError, "cannot reuse already awaited coroutine") }
            return .none
        case .created:
            if !sent.isNone {
                throw raise(.typeError, "can't send non-None value to a just-started \(kindName(generator))")
            }
        case .suspended: break
        }
        try NativeStack.enter(" while calling a Python object")
        let caller = CurrentFrame.fp
        let created = state(generator) == .created
        let window = enter(caller, generator, UInt64(Continuation.exit.rawValue) << 16)
        if _pyswift_loop.recursion_remaining < 0 {
            setState(generator, created ? .created : .suspended)
            _ = exit(generator)
            generator.release()
            throw raise(.recursionError, "maximum recursion depth exceeded")
        }
        if !created {
            sent.retain()
            receive(window, sent)
        }
        let result = Interpreter.run()
        CurrentFrame.fp = caller
        if result.isNull { throw Raised() }
        finished = !Interpreter.yielded
        return Ref(owned: result)
    }
    static func alreadyExecuting(_ generator: Value) -> Raised {
        raise(.valueError, "\(kindName(generator)) already executing")
    }
    static func kindName(_ generator: Value) -> String {
        isCoroutine(generator) ? "coroutine" : generator.type == PyAsyncGen_TypePointer() ? "async generator" : "generator"
    }

    /// next() for `for` loops: null at the end.
    static func next(_ generator: Value) throws(Raised) -> Ref {
        var finished = false
        if state(generator) == .completed { return .null }
        let value = try resume(generator, .none, finished: &finished)
        return finished ? .null : value
    }

    /// Resumes for `forIter`; `.exit`: the general way.
    static func forIter(_ fp: FramePointer, _ generator: Value, _ word: UInt64) -> Status {
        let state = state(generator)
        guard state == .created || state == .suspended, _pyswift_loop.recursion_remaining > 0 else { return .exit }
        let local = !hasFlag(word, InstructionFlags.tempA)
        let note = UInt64(operandA(word)) | UInt64((local ? Continuation.forIterLocal : Continuation.forIter).rawValue) << 16
        let window = enter(fp, generator, note)
        if state == .suspended { receive(window, .none) }
        return .frame
    }

    // MARK: Suspending

    static func yieldValue(_ fp: FramePointer, _ word: UInt64) -> Status {
        let slot = fp + operandB(word)
        var value = slot.pointee
        if value.isNull { return Slow.unboundLocal(fp, operandB(word)) }
        if hasFlag(word, InstructionFlags.killB) { slot.pointee = .null } else { value.retain() }
        if hasFlag(word, InstructionFlags.asyncWrap) {
            let wrapped = AsyncGenerators.wrap(value)
            value.release()
            value = wrapped.take()
        }
        return suspend(fp, value)
    }

    /// Suspends the frame with an owned value for whoever resumed it.
    private static func suspend(_ start: FramePointer, _ value: Value) -> Status {
        var fp = start
        while true {
            let generator = owner(fp)
            let note = fp.note
            setState(generator, .suspended)
            let previous = exit(generator)
            // The run's reference.
            generator.release()
            let continuation = unsafeBitCast(UInt8(truncatingIfNeeded: note >> 16), to: Continuation.self)
            switch continuation {
            case .exit:
                Interpreter.result = value
                Interpreter.yielded = true
                return .exit
            case .yieldFrom:
                // The outer generator yields the same value, and runs its yieldFrom again when it is resumed.
                guard let outer = previous else { return .exit }
                outer.pc -= 1
                fp = outer
                continue
            default:
                guard let outer = previous else { return .exit }
                let slot = outer + Int(note & 0xFFFF)
                if continuation == .forIterLocal {
                    let old = slot.pointee
                    slot.pointee = value
                    old.release()
                } else {
                    slot.pointee = value
                }
                return .frame
            }
        }
    }

    /// The frame returned an owned value.
    static func returned(_ fp: FramePointer, _ value: Value) -> Status {
        let generator = owner(fp)
        let note = fp.note
        finish(generator)
        let previous = exit(generator)
        generator.release()
        let continuation = unsafeBitCast(UInt8(truncatingIfNeeded: note >> 16), to: Continuation.self)
        if continuation == .exit {
            Interpreter.result = value
            Interpreter.yielded = false
            return .exit
        }
        guard let previous else { return .exit }
        return deliver(previous, value, note, continuation)
    }

    /// What a frame that ends does to the frame that waits for it, for the continuations that belong to generators, `with` and operators.
    static func deliver(_ fp: FramePointer, _ value: Value, _ note: UInt64, _ continuation: Continuation) -> Status {
        switch continuation {
        case .forIter, .forIterLocal:
            value.release()
            // The loop is over: the instruction is two words back.
            let instruction = fp.pc[-2]
            Registers.kill(fp + operandB(instruction))
            fp.pc += Int(Int32(truncatingIfNeeded: fp.pc[-1]))
            return .frame
        case .yieldFrom:
            let instruction = fp.pc[-1]
            Registers.kill(fp + operandB(instruction))
            let slot = fp + operandA(instruction)
            let old = slot.pointee
            slot.pointee = value
            old.release()
            return .frame
        default:
            value.release()
            return .frame
        }
    }

    /// Releases what the frame holds: it never runs again.
    private static func finish(_ generator: Value) {
        let window = window(generator)
        setState(generator, .completed)
        if !window.frameObject.isNull { FrameObject.detach(window) }
        for index in 0..<window.code.pointee.localCount {
            let value = window[index]
            window[index] = .null
            value.release()
        }
        window.locals.release()
        window.locals = .null
        let function = window.function
        window.function = .null
        let state = excState(generator)
        if let handled = state.pointee.exc_value {
            state.pointee.exc_value = nil
            Value(handled).release()
        }
        function.release()
    }

    /// An exception leaves the frame. StopIteration becomes RuntimeError (PEP 479).
    static func finishByException(_ fp: FramePointer) {
        let generator = owner(fp)
        let type = generator.type
        if PendingException.matches(.stopIteration) {
            let what = type == PyGen_TypePointer() ? "generator" : type == PyCoro_TypePointer() ? "coroutine" : "async generator"
            replace("\(what) raised StopIteration")
        } else if type == PyAsyncGen_TypePointer() && PendingException.matches(.stopAsyncIteration) {
            replace("async generator raised StopAsyncIteration")
        }
        finish(generator)
        _ = exit(generator)
        let saved = PendingException.save()
        generator.release()
        PendingException.restore(saved)
    }
    private static func replace(_ message: String) {
        _ = ExceptionObject.chain(.runtimeError, message)
    }

    // MARK: yield from

    static func yieldFrom(_ fp: FramePointer, _ word: UInt64) -> Status {
        let iterator = fp[operandB(word)]
        let sent = fp[operandA(word)]
        if isAny(iterator) && iterator.type != PyAsyncGen_TypePointer() {
            let state = state(iterator)
            if (state == .suspended || state == .created && sent.isNone) && _pyswift_loop.recursion_remaining > 0 {
                let window = enter(fp, iterator, UInt64(Continuation.yieldFrom.rawValue) << 16)
                if state == .suspended {
                    fp[operandA(word)] = .none
                    receive(window, sent)
                }
                return .frame
            }
        }
        do throws(Raised) {
            var finished = false
            let value = try Delegation.send(iterator, sent, finished: &finished)
            if finished {
                Registers.kill(fp + operandB(word))
                let old = fp[operandA(word)]
                fp[operandA(word)] = value.take()
                old.release()
                return .next
            }
            fp.pc -= 1
            return suspend(fp, value.take())
        } catch { return .raised }
    }

    // MARK: throw

    /// Raises the pending exception inside the generator. As `resume`.
    static func raiseInside(_ generator: Value, finished: inout Bool) throws(Raised) -> Ref {
        switch state(generator) {
        case .executing:
            let saved = PendingException.save()
            _ = saved
            throw alreadyExecuting(generator)
        case .completed: throw Raised()
        case .created:
            // Nothing has run: the exception leaves at once, with the function's first line in its traceback.
            let caller = CurrentFrame.fp
            _ = enter(caller, generator, UInt64(Continuation.exit.rawValue) << 16)
            let result = Interpreter.run(raising: true)
            CurrentFrame.fp = caller
            if result.isNull { throw Raised() }
            finished = !Interpreter.yielded
            return Ref(owned: result)
        case .suspended: break
        }
        try NativeStack.enter(" while calling a Python object")
        let caller = CurrentFrame.fp
        var window = enter(caller, generator, UInt64(Continuation.exit.rawValue) << 16)
        // Into the innermost generator that this one delegates to.
        while let inner = delegate(window), isAny(inner), state(inner) == .suspended, inner.type != PyAsyncGen_TypePointer() {
            window.pc += 1
            window = enter(window, inner, UInt64(Continuation.yieldFrom.rawValue) << 16)
        }
        if delegate(window) != nil {
            // The word that raises is the yieldFrom itself.
            window.pc += 1
        }
        let result = Interpreter.run(raising: true)
        CurrentFrame.fp = caller
        if result.isNull { throw Raised() }
        finished = !Interpreter.yielded
        return Ref(owned: result)
    }
    /// The iterator that a suspended frame delegates to, or nil.
    static func delegate(_ window: FramePointer) -> Value? {
        let word = window.pc.pointee
        guard unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Opcode.self) == .yieldFrom else { return nil }
        let iterator = window[operandB(word)]
        return iterator.isNull ? nil : iterator
    }

    // MARK: Life

    static let traverse: traverseproc = { object, visit, argument in
        guard let object, let visit else { return 0 }
        let generator = Value(object)
        let head = head(generator)
        if let code = head.pointee.gi_code {
            let result = visit(Value(pointer: code).object, argument)
            if result != 0 { return result }
        }
        if let handled = excState(generator).pointee.exc_value {
            let result = visit(handled, argument)
            if result != 0 { return result }
        }
        guard state(generator) != .completed else { return 0 }
        let window = window(generator)
        for value in [window.function, window.frameObject, window.locals] where value.isObject {
            let result = visit(value.object, argument)
            if result != 0 { return result }
        }
        for index in 0..<window.code.pointee.localCount where window[index].isObject {
            let result = visit(window[index].object, argument)
            if result != 0 { return result }
        }
        if state(generator) == .suspended {
            let unit = window.code.pointee.unit.takeUnretainedValue()
            for register in unit.liveSets[Frames.liveSet(unit.liveRanges, suspendedWord(window))] where window[Int(register)].isObject {
                let result = visit(window[Int(register)].object, argument)
                if result != 0 { return result }
            }
        }
        return 0
    }
    /// The word whose live temporaries a suspended frame holds.
    private static func suspendedWord(_ window: FramePointer) -> Int {
        delegate(window) != nil ? window.currentWord + 1 : window.currentWord
    }

    /// Takes apart a generator that will not run again.
    static func clear(_ generator: Value) {
        let current = state(generator)
        guard current == .created || current == .suspended else { return }
        let window = window(generator)
        if current == .suspended {
            Frames.releaseTemporaries(window, at: suspendedWord(window), keep: nil)
        }
        finish(generator)
    }
    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        let generator = Value(object)
        if state(generator) == .suspended || state(generator) == .created {
            // Running the frame's `finally` clauses may bring the object back to life.
            object.pointee.ob_refcnt = 1
            GeneratorMethods.finalize(generator)
            object.pointee.ob_refcnt -= 1
            if object.pointee.ob_refcnt > 0 { return }
        }
        Collector.untrack(object)
        let head = head(generator)
        if head.pointee.gi_weakreflist != nil { WeakReferences.clear(object) }
        let size = size(window(generator).code)
        let code = head.pointee.gi_code
        clear(generator)
        for field in [head.pointee.gi_name, head.pointee.gi_qualname, head.pointee.gi_origin_or_finalizer] {
            if let field { Value(field).release() }
        }
        ObjectMemory.freeCollected(object, size: size)
        if let code { Value(pointer: code).release() }
    }
}

/// What `yield from` sends to anything that is no generator.
enum Delegation {
    static func send(_ iterator: Value, _ sent: Value, finished: inout Bool) throws(Raised) -> Ref {
        if Generators.isAny(iterator) && iterator.type != PyAsyncGen_TypePointer() {
            return try Generators.resume(iterator, sent, finished: &finished)
        }
        do throws(Raised) {
            let value: Ref
            if sent.isNone, let next = iterator.record.pointee.next {
                value = try next(iterator)
                if value.isNull {
                    finished = true
                    return StopIterations.takeValue()
                }
            } else {
                value = try Call.method(iterator, Names.send, sent)
            }
            return value
        } catch {
            guard PendingException.matches(.stopIteration) else { throw error }
            finished = true
            return StopIterations.takeValue()
        }
    }
}

/// The value of a pending StopIteration.
enum StopIterations {
    /// Clears the pending StopIteration and returns its value; None if none is pending.
    static func takeValue() -> Ref {
        guard PendingException.isSet else { return .none }
        let exception = ExceptionObject.take()
        guard exception.value.type.isSubtype(of: PyExc_StopIterationPointer()) else { return .none }
        guard let value = exception.value.cast(to: PyStopIterationObject.self).pointee.value else { return .none }
        return Ref(Border.fromC(borrowed: value))
    }
}
