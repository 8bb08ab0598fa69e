// Throwing into generators and closing them.
//
// A generator that delegates (`yield from`, `await`) passes what is thrown to the innermost generator first. The frames of the whole
// chain are entered, outermost first, and the exception is raised in the innermost one: from there it travels as any exception does.
// So a chain of any length needs one run of the loop. An iterator that is no generator gets a call of its `throw` or `close`.

import CPythonABI
import Compiler

/// What is thrown: the arguments of `throw`, not yet looked at.
struct Thrown {
    var type: Value
    var value = Value.null
    var traceback = Value.null

    init(_ type: Value) { self.type = type }
    init(_ arguments: Arguments) {
        type = arguments[0]
        if arguments.count > 1 { value = arguments[1] }
        if arguments.count > 2 { traceback = arguments[2] }
    }
    static var generatorExit: Thrown { Thrown(PyExc_GeneratorExitPointer().value) }

    var isGeneratorExit: Bool {
        if ExceptionObject.isClass(type) { return Classes.type(type).isSubtype(of: PyExc_GeneratorExitPointer()) }
        return ExceptionObject.isInstance(type) && type.type.isSubtype(of: PyExc_GeneratorExitPointer())
    }

    /// The exception instance, its traceback set. TypeError if the arguments make none.
    func instance() throws(Raised) -> Ref {
        if !traceback.isNull && !traceback.isNone && traceback.type != PyTraceBack_TypePointer() {
            throw raise(.typeError, "throw() third argument must be a traceback object")
        }
        var exception: Ref
        if ExceptionObject.isClass(type) {
            PendingException.set(Classes.type(type), value.isNone ? .null : value)
            exception = ExceptionObject.take()
        } else if ExceptionObject.isInstance(type) {
            if !value.isNull && !value.isNone { throw raise(.typeError, "instance exception may not have a separate value") }
            exception = Ref(type)
        } else {
            throw raise(.typeError, "exceptions must be classes or instances deriving from BaseException, not \(type.type.name)")
        }
        if !traceback.isNull && !traceback.isNone {
            ExceptionObject.setTraceback(exception.value, traceback)
        } else if ExceptionObject.isClass(type) {
            // An instance that was only given as the value of its class starts afresh.
            ExceptionObject.setTraceback(exception.value, .null)
        }
        return exception
    }

    /// iterator.throw(...) with as many arguments as there were.
    func call(_ method: Value) throws(Raised) -> Ref {
        if value.isNull { return try Call.call(method, type) }
        if traceback.isNull { return try Call.call(method, type, value) }
        return try Call.call(method, type, value, traceback)
    }
}

extension Generators {
    private static let exitNote = UInt64(Continuation.exit.rawValue) << 16

    /// generator.throw(...). Results as of `resume`. `closing`: GeneratorExit closes what the generator delegates to.
    static func throwInto(_ generator: Value, _ thrown: Thrown, closing: Bool = true, finished: inout Bool) throws(Raised) -> Ref {
        try NativeStack.enter(" while calling a Python object")
        if closing && thrown.isGeneratorExit && state(generator) == .suspended, let inner = delegate(window(generator)) {
            let held = Ref(inner)
            setState(generator, .executing)
            var failed = false
            do throws(Raised) { try closeIterator(held.value) } catch { failed = true }
            setState(generator, .suspended)
            if failed { return try raiseInside(generator, ExceptionObject.take(), finished: &finished) }
            return try raiseInside(generator, try thrown.instance(), finished: &finished)
        }
        guard state(generator) == .suspended, delegate(window(generator)) != nil else {
            let exception = try thrown.instance()
            switch state(generator) {
            case .executing: throw alreadyExecuting(generator)
            case .completed:
                if isCoroutine(generator) { throw reused() }
                PendingException.setInstance(exception.value)
                // Nothing runs that could handle another one.
                Unwinding.contextIsSet = true
                throw Raised()
            default: return try raiseInside(generator, exception, finished: &finished)
            }
        }
        return try throwIntoChain(generator, thrown, finished: &finished)
    }

    /// Raises an exception in the frame itself, whatever it delegates to. The generator is suspended or was not started.
    private static func raiseInside(_ generator: Value, _ exception: consuming Ref, finished: inout Bool) throws(Raised) -> Ref {
        let window = enter(CurrentFrame.fp, generator, exitNote)
        if delegate(window) != nil { window.pc += 1 }
        setPending(exception)
        return try run(raising: true, finished: &finished)
    }
    private static func setPending(_ exception: consuming Ref) {
        // What one of the entered generators handles is the context; what the thrower handles is not.
        var frame = CurrentFrame.fp
        while let fp = frame, fp.isGenerator {
            if let handled = excState(owner(fp)).pointee.exc_value, handled != Py_NonePointer() {
                ExceptionObject.setContext(exception.value, Value(handled))
                break
            }
            frame = fp.continuation == .exit ? nil : fp.previous
        }
        PendingException.setInstance(exception.value)
        Unwinding.contextIsSet = true
    }

    /// The generator delegates: enters the chain and throws at its inner end.
    private static func throwIntoChain(_ generator: Value, _ thrown: Thrown, finished: inout Bool) throws(Raised) -> Ref {
        var leaf = enter(CurrentFrame.fp, generator, exitNote)
        while let inner = delegate(leaf), isDelegate(inner) {
            // The word that raises is the yieldFrom itself.
            leaf.pc += 1
            switch state(inner) {
            case .suspended, .created:
                let ends = state(inner) == .created || delegate(window(inner)) == nil
                if !ends {
                    leaf = enter(leaf, inner, UInt64(Continuation.yieldFrom.rawValue) << 16)
                    continue
                }
                // What cannot be thrown is an error of the one that would throw it on.
                do throws(Raised) {
                    let exception = try thrown.instance()
                    _ = enter(leaf, inner, UInt64(Continuation.yieldFrom.rawValue) << 16)
                    setPending(exception)
                } catch {}
            case .executing: _ = alreadyExecuting(inner)
            case .completed:
                if isCoroutine(inner) {
                    _ = reused()
                } else {
                    do throws(Raised) { setPending(try thrown.instance()) } catch {}
                }
            }
            return try run(raising: true, finished: &finished)
        }
        guard let iterator = delegate(leaf) else { return try run(raising: false, finished: &finished) }
        return try throwToIterator(leaf, iterator, thrown, finished: &finished)
    }
    private static func isDelegate(_ value: Value) -> Bool { isAny(value) && value.type != PyAsyncGen_TypePointer() }

    /// The innermost generator, entered, delegates to an iterator that is no generator.
    private static func throwToIterator(
        _ leaf: FramePointer, _ iterator: Value, _ thrown: Thrown, finished: inout Bool
    ) throws(Raised) -> Ref {
        leaf.pc += 1
        let held = Ref(iterator)
        var value = Ref.null
        var ended = false
        do throws(Raised) {
            if thrown.isGeneratorExit {
                try closeIterator(held.value)
                setPending(try thrown.instance())
                throw Raised()
            }
            value = try Delegation.throwTo(held.value, thrown, finished: &ended)
            if value.isNull {
                setPending(try thrown.instance())
                throw Raised()
            }
        } catch {
            // What comes back was thrown into this generator, whether it has a traceback already or not.
            if !Unwinding.contextIsSet { setPending(ExceptionObject.take()) }
            return try run(raising: true, finished: &finished)
        }
        if ended {
            let instruction = leaf.pc[-1]
            Registers.kill(leaf + operandB(instruction))
            let slot = leaf + operandA(instruction)
            let old = slot.pointee
            slot.pointee = value.take()
            old.release()
            return try run(raising: false, finished: &finished)
        }
        // Yielded through the whole chain.
        leaf.pc -= 1
        if suspend(leaf, value.take()) == .exit {
            let result = Interpreter.result
            Interpreter.result = .null
            finished = false
            return Ref(owned: result)
        }
        return try run(raising: true, finished: &finished)
    }

    // MARK: close

    /// generator.close(), of coroutines too.
    static func close(_ generator: Value) throws(Raised) {
        switch state(generator) {
        case .completed: return
        case .executing: throw alreadyExecuting(generator)
        case .created:
            clear(generator)
            return
        case .suspended: break
        }
        try NativeStack.enter(" while calling a Python object")
        var leaf = enter(CurrentFrame.fp, generator, exitNote)
        var failed = false
        while let inner = delegate(leaf) {
            leaf.pc += 1
            if isDelegate(inner) && state(inner) == .suspended {
                leaf = enter(leaf, inner, UInt64(Continuation.closeDelegate.rawValue) << 16)
                continue
            }
            let held = Ref(inner)
            do throws(Raised) { try closeIterator(held.value) } catch { failed = true }
            break
        }
        if !failed {
            do throws(Raised) { setPending(try Thrown.generatorExit.instance()) } catch {}
        }
        var finished = false
        do throws(Raised) {
            let value = try run(raising: true, finished: &finished)
            _ = value.isNull
        } catch {
            if PendingException.clear(if: .generatorExit) || PendingException.clear(if: .stopIteration) { return }
            throw error
        }
        if !finished { throw raise(.runtimeError, ignoredExit(generator)) }
    }

    /// Closes what a generator delegates to. Anything without a method `close` is left alone.
    static func closeIterator(_ iterator: Value) throws(Raised) {
        if isDelegate(iterator) { return try close(iterator) }
        let method: Ref
        do throws(Raised) { method = try Attributes.getIfPresent(iterator, Names.close) } catch {
            Unraisable.report(iterator)
            return
        }
        if method.isNull { return }
        let result = try Call.call(method.value)
        _ = result.isNull
    }
}
