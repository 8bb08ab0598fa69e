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
        // (A call of memset takes longer.)
        UnsafeMutableRawPointer(object).assumingMemoryBound(to: InlineArray<18, UInt64>.self).pointee = InlineArray(repeating: 0)
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
        _pyswift_loop.recursion_remaining &+= note & FrameFlags.countsTwice == 0 ? 1 : 2
        if note & FrameFlags.newChunk != 0 { ValueStack.freeChunk(fp) }
        CurrentFrame.fp = previous
        Collector.track(object)
        AsyncHooks.created(value)
        return Interpreter.deliver(previous, value, note, extra, native: false)
    }

    // MARK: Resuming

    /// Makes a suspended generator's frame current. The result goes where the note says.
    static func enter(_ fp: FramePointer?, _ generator: Value, _ note: UInt64) -> FramePointer {
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
    static func excState(_ generator: Value) -> UnsafeMutablePointer<_PyErr_StackItem> {
        (UnsafeMutableRawPointer(generator.object) + 48).assumingMemoryBound(to: _PyErr_StackItem.self)
    }
    /// The frame stops running, for now or for ever: the exception state goes back to that of the resumer. The reference that the
    /// run held goes to the caller.
    static func exit(_ generator: Value) -> FramePointer? {
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
    static func receive(_ window: FramePointer, _ value: Value) {
        let word = NativeTier.instruction(window, window.pc - 1)
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

    /// Resumes from native code. `sent` is borrowed. Returns what was yielded or returned; `finished` says which.
    static func resume(_ generator: Value, _ sent: Value, finished: inout Bool) throws(Raised) -> Ref {
        let current = state(generator)
        switch current {
        case .executing: throw alreadyExecuting(generator)
        case .completed:
            finished = true
            if isCoroutine(generator) { throw reused() }
            return .none
        case .created:
            if !sent.isNone { throw raise(.typeError, "can't send non-None value to a just-started \(kindName(generator))") }
        case .suspended: break
        }
        try NativeStack.enter(" while calling a Python object")
        if _pyswift_loop.recursion_remaining <= 0 { throw raise(.recursionError, "maximum recursion depth exceeded") }
        let place = current == .suspended && sent.isNone ? NativeTier.place(window(generator)) : nil
        // (Machine code that yields comes back without a look at the note.)
        let window = enter(CurrentFrame.fp, generator, UInt64(Continuation.exit.rawValue) << 16 | NativeTier.yielded << 32)
        if let place {
            let result = Interpreter.run(from: place)
            if result.isNull { throw Raised() }
            finished = !Interpreter.yielded
            return Ref(owned: result)
        }
        if current == .suspended {
            sent.retain()
            receive(window, sent)
        }
        return try run(raising: false, finished: &finished)
    }
    /// Runs the frames that were just entered until the outermost one yields, returns or raises.
    static func run(raising: Bool, finished: inout Bool) throws(Raised) -> Ref {
        let result = Interpreter.run(raising: raising)
        if result.isNull { throw Raised() }
        finished = !Interpreter.yielded
        return Ref(owned: result)
    }
    static func reused() -> Raised { raise(.runtimeError, "cannot reuse already awaited coroutine") }
    static func ignoredExit(_ generator: Value) -> String { "\(kindName(generator)) ignored GeneratorExit" }
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
        if finished { return .null }
        return value
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
    static func suspend(_ start: FramePointer, _ value: Value) -> Status {
        var fp = start
        while true {
            let generator = owner(fp)
            let note = fp.note
            setState(generator, .suspended)
            let previous = exit(generator)
            let continuation = unsafeBitCast(UInt8(truncatingIfNeeded: note >> 16), to: Continuation.self)
            switch continuation {
            case .exit:
                // The run's reference.
                generator.release()
                Interpreter.result = value
                Interpreter.yielded = true
                return .exit
            case .yieldFrom:
                generator.release()
                // The outer generator yields the same value, and runs its yieldFrom again when it is resumed.
                guard let outer = previous else { return .exit }
                outer.pc -= 1
                if Tracing.isAnyone && !hands(outer, value) { return .raised }
                fp = outer
                continue
            case .closeDelegate:
                value.release()
                _ = raise(.runtimeError, ignoredExit(generator))
                generator.release()
                return .raised
            case .asyncSend:
                guard let outer = previous else { return .exit }
                guard AsyncGenerators.isWrapped(value) else {
                    // The asynchronous generator waits for something itself: so does whoever waits for its item.
                    generator.release()
                    outer.pc -= 1
                    fp = outer
                    continue
                }
                head(generator).pointee.gi_running_async = 0
                generator.release()
                AsyncGenerators.endedSend(outer)
                return endYieldFrom(outer, AsyncGenerators.unwrap(value))
            default:
                generator.release()
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

    /// Tells a tracer that a frame hands on an owned value; false if that raised: the value is released.
    private static func hands(_ fp: FramePointer, _ value: Value) -> Bool {
        do throws(Raised) { try Tracing.suspended(fp, value) } catch {
            value.release()
            return false
        }
        return true
    }

    /// Tells a tracer that what a frame steps is over, with an owned value; false if that raised: the value is released.
    private static func ends(_ fp: FramePointer, _ value: Value) -> Bool {
        do throws(Raised) { try Tracing.iterationEnded(fp, value) } catch {
            value.release()
            return false
        }
        return true
    }

    /// The frame returned an owned value.
    static func returned(_ fp: FramePointer, _ value: Value) -> Status {
        let generator = owner(fp)
        let note = fp.note
        finish(generator)
        let previous = exit(generator)
        let continuation = unsafeBitCast(UInt8(truncatingIfNeeded: note >> 16), to: Continuation.self)
        if continuation == .asyncSend {
            AsyncGenerators.ended(generator, closed: true)
            generator.release()
            value.release()
            AsyncGenerators.endedSend(previous)
            _ = raise(.stopAsyncIteration, argument: .null)
            return .raised
        }
        generator.release()
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
            // Without a value a generator's end raises nothing that a loop would see.
            if Tracing.isAnyone && !value.isNone && !ends(fp, value) { return .raised }
            value.release()
            return endLoop(fp)
        case .yieldFrom:
            return endYieldFrom(fp, value)
        case .closeDelegate:
            // Closed as it should be: the exception now goes on in the one that delegated.
            value.release()
            raiseExit(fp)
            return .raised
        default:
            value.release()
            return .frame
        }
    }

    /// The loop whose `forIter` the frame stands behind is over: the instruction is two words back.
    static func endLoop(_ fp: FramePointer) -> Status {
        let instruction = fp.pc[-2]
        let offset = Int(Int32(truncatingIfNeeded: fp.pc[-1]))
        fp.pc += offset
        Registers.kill(fp + operandB(instruction))
        return .frame
    }

    /// The delegation that the frame stands behind is over, with an owned result.
    private static func endYieldFrom(_ fp: FramePointer, _ value: Value) -> Status {
        let instruction = fp.pc[-1]
        // Without a value a generator's end raises nothing that the delegation would see; a coroutine's does.
        if Tracing.isAnyone && !(value.isNone && isGenerator(fp[operandB(instruction)])) && !ends(fp, value) { return .raised }
        Registers.kill(fp + operandB(instruction))
        let slot = fp + operandA(instruction)
        let old = slot.pointee
        slot.pointee = value
        old.release()
        return .frame
    }

    /// Releases what the frame holds: it never runs again.
    static func finish(_ generator: Value) {
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
            _ = ExceptionObject.chain(.runtimeError, "\(kindName(generator)) raised StopIteration")
        } else if type == PyAsyncGen_TypePointer() && PendingException.matches(.stopAsyncIteration) {
            _ = ExceptionObject.chain(.runtimeError, "async generator raised StopAsyncIteration")
        }
        let continuation = fp.continuation
        let saved = PendingException.save()
        finish(generator)
        let previous = exit(generator)
        PendingException.restore(saved)
        switch continuation {
        case .closeDelegate:
            if PendingException.matches(.generatorExit) || PendingException.matches(.stopIteration) {
                if let previous { raiseExit(previous) }
            }
        case .asyncSend:
            AsyncGenerators.ended(
                generator, closed: PendingException.matches(.stopAsyncIteration) || PendingException.matches(.generatorExit))
            AsyncGenerators.endedSend(previous)
        default: break
        }
        let pending = PendingException.save()
        generator.release()
        PendingException.restore(pending)
    }

    /// Raises GeneratorExit in a generator whose delegate was closed, in the context of what it handles itself.
    private static func raiseExit(_ fp: FramePointer) {
        _ = raise(.generatorExit, argument: .null)
        if fp.isGenerator, let handled = excState(owner(fp)).pointee.exc_value, handled != Py_NonePointer() {
            let exception = ExceptionObject.take()
            ExceptionObject.setContext(exception.value, Value(handled))
            PendingException.setInstance(exception.value)
        }
        Unwinding.contextIsSet = true
    }

    /// The iterator that a suspended frame delegates to, or nil.
    static func delegate(_ window: FramePointer) -> Value? {
        let word = NativeTier.instruction(window, window.pc)
        guard unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Opcode.self) == .yieldFrom else { return nil }
        let iterator = window[operandB(word)]
        return iterator.isNull ? nil : iterator
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
        if iterator.isObject && iterator.object.pointee.ob_type == _PyAsyncGenASend_TypePointer(), let status = pushAsyncSend(fp, iterator, word) {
            return status
        }
        do throws(Raised) {
            var finished = false
            let value = try Delegation.send(iterator, sent, finished: &finished)
            if finished {
                if Tracing.isAnyone && Delegation.hasRaised(iterator) && !(value.value.isNone && isGenerator(iterator)) { try Tracing.iterationEnded(fp, value.value) }
                Registers.kill(fp + operandB(word))
                let old = fp[operandA(word)]
                fp[operandA(word)] = value.take()
                old.release()
                return .next
            }
            fp.pc -= 1
            if Tracing.isAnyone { try Tracing.suspended(fp, value.value) }
            return suspend(fp, value.take())
        } catch { return .raised }
    }
    /// `await` of an item of an asynchronous generator: runs the generator on top of the awaiting frame. nil: take the general way.
    private static func pushAsyncSend(_ fp: FramePointer, _ awaitable: Value, _ word: UInt64) -> Status? {
        guard let (generator, argument) = AsyncGenerators.beginSend(awaitable, fp[operandA(word)]) else { return nil }
        let started = state(generator) == .suspended
        let held = Ref(argument)
        let window = enter(fp, generator, UInt64(Continuation.asyncSend.rawValue) << 16)
        let old = fp[operandA(word)]
        fp[operandA(word)] = .none
        if started { receive(window, held.take()) }
        old.release()
        return .frame
    }
}
