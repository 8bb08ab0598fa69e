// Slow paths of the loop: raising and handling exceptions, `with`.

import CPythonABI
import Compiler

extension Slow {
    @inline(never) static func raiseStatement(_ fp: FramePointer, _ word: UInt64) -> Status {
        if !hasFlag(word, InstructionFlags.hasException) {
            guard let handled = Unwinding.topHandled() else {
                _ = raise(.runtimeError, "No active exception to reraise")
                return .raised
            }
            PendingException.setInstance(Value(handled))
            // The frame stands in the traceback already.
            return .reraised
        }
        let given = fp[operandA(word)]
        if given.isNull { return unboundLocal(fp, operandA(word)) }
        do throws(Raised) {
            let exception = try instance(given)
            if hasFlag(word, InstructionFlags.hasCause) {
                try check(fp, operandB(word))
                let cause = fp[operandB(word)]
                let fixed: Ref
                if ExceptionObject.isClass(cause) {
                    fixed = try Call.call(cause)
                    if !ExceptionObject.isInstance(fixed.value) {
                        throw raise(
                            .typeError,
                            "calling \(try Repr.string(cause)) should have returned an instance of BaseException, not \(try Repr.string(fixed.value.type.value))")
                    }
                } else if ExceptionObject.isInstance(cause) {
                    fixed = Ref(cause)
                } else if cause.isNone {
                    fixed = .null
                } else {
                    throw raise(.typeError, "exception causes must derive from BaseException")
                }
                let head = ExceptionObject.head(exception.value)
                let old = head.pointee.cause
                head.pointee.cause = fixed.isNull ? nil : Border.boxed(fixed.value)
                head.pointee.suppress_context = 1
                if let old { Value(old).release() }
                Registers.killB(fp, word)
            }
            if let handled = Unwinding.topHandled() { ExceptionObject.setContext(exception.value, Value(handled)) }
            Registers.killA(fp, word)
            PendingException.setInstance(exception.value)
            return .raised
        } catch { return .raised }
    }
    private static func instance(_ given: Value) throws(Raised) -> Ref {
        if ExceptionObject.isInstance(given) { return Ref(given) }
        if ExceptionObject.isClass(given) {
            if Calls.isPlainException(Classes.type(given)) { return try ExceptionMemory.make(Classes.type(given), args: TupleObject.emptyValue) }
            let made = try Call.call(given)
            if !ExceptionObject.isInstance(made.value) {
                throw raise(
                    .typeError,
                    "calling \(try Repr.string(given)) should have returned an instance of BaseException, not \(try Repr.string(made.value.type.value))")
            }
            return made
        }
        throw raise(.typeError, "exceptions must derive from BaseException")
    }

    @inline(never) static func reraise(_ fp: FramePointer, _ word: UInt64) {
        let exception = fp[operandA(word)]
        PendingException.setInstance(exception)
        // Also a group made of what handlers raised keeps the context it has.
        Unwinding.exceptionWithContext = exception.object
        Registers.killA(fp, word)
    }

    @inline(never) static func pushException(_ fp: FramePointer, _ word: UInt64) {
        let slot = fp + operandA(word)
        let item = PendingException.state.pointee.exc_info.unsafelyUnwrapped
        let previous = item.pointee.exc_value
        // The reference of the state moves into the register.
        slot[1] = previous.map { Value($0) } ?? .none
        slot.pointee.retain()
        item.pointee.exc_value = slot.pointee.object
    }
    @inline(never) static func popException(_ fp: FramePointer, _ word: UInt64) {
        let slot = fp + operandA(word)
        let item = PendingException.state.pointee.exc_info.unsafelyUnwrapped
        let current = item.pointee.exc_value
        item.pointee.exc_value = slot[1].isObject ? slot[1].object : nil
        slot[1] = .null
        if let current { Value(current).release() }
        Registers.kill(slot)
    }

    @inline(never) static func matchException(_ fp: FramePointer, _ word: UInt64) -> Status {
        let (raised, wanted) = (fp[operandB(word)], fp[operandC(word)])
        // The class itself.
        if unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Opcode.self) == .matchException, wanted.isObject, raised.type.value.bits == wanted.bits {
            Registers.killC(fp, word)
            Registers.store(fp, word, .true)
            return .next
        }
        return wrap { () throws(Raised) -> Void in
            let (exception, second) = (fp[operandB(word)], fp[operandC(word)])
            switch unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Opcode.self) {
            case .matchException:
                if second.isNull { try check(fp, operandC(word)) }
                let matches = try exceptionMatches(exception, second)
                Registers.killC(fp, word)
                Registers.store(fp, word, Value(bool: matches))
            case .matchExceptionGroup:
                try check(fp, operandC(word))
                try requireStarTypes(second)
                var match = Ref.null
                var rest = Ref.null
                try ExceptionGroups.match(exception, second, &match, &rest)
                Registers.killC(fp, word)
                Registers.killB(fp, word)
                let target = fp + operandA(word)
                target[0] = match.isNull ? .none : match.take()
                target[1] = rest.isNull ? .none : rest.take()
            default:
                let result = try ExceptionGroups.prepareReraise(exception, second)
                Registers.killB(fp, word)
                Registers.killC(fp, word)
                Registers.store(fp, word, result.isNull ? .none : result.take())
            }
        }
    }
    static func exceptionMatches(_ exception: Value, _ type: Value) throws(Raised) -> Bool {
        if ExceptionObject.isClass(type) { return exception.type.isSubtype(of: Classes.type(type)) }
        if TupleObject.isInstance(type) {
            var found = false
            for index in 0..<TupleObject.count(type) {
                let item = TupleObject.item(type, index)
                guard ExceptionObject.isClass(item) else {
                    throw raise(.typeError, "catching classes that do not inherit from BaseException is not allowed")
                }
                if exception.type.isSubtype(of: Classes.type(item)) { found = true }
            }
            return found
        }
        throw raise(.typeError, "catching classes that do not inherit from BaseException is not allowed")
    }
    private static func requireStarTypes(_ type: Value) throws(Raised) {
        let group = PyExc_BaseExceptionGroupPointer().unsafelyUnwrapped
        func check(_ item: Value) throws(Raised) {
            guard ExceptionObject.isClass(item) else {
                throw raise(.typeError, "catching classes that do not inherit from BaseException is not allowed")
            }
            if Classes.type(item).isSubtype(of: group) {
                throw raise(.typeError, "catching ExceptionGroup with except* is not allowed. Use except instead.")
            }
        }
        if TupleObject.isInstance(type) {
            for index in 0..<TupleObject.count(type) { try check(TupleObject.item(type, index)) }
        } else {
            try check(type)
        }
    }

    // MARK: with

    @inline(never) static func beforeWith(_ fp: FramePointer, _ word: UInt64) -> Status {
        let asynchronous = UInt8(truncatingIfNeeded: word) == Opcode.beforeAsyncWith.rawValue
        let (enterName, exitName) = asynchronous ? (Names.aenter, Names.aexit) : (Names.enter, Names.exit)
        let manager = fp[operandB(word)]
        if manager.isNull { return unboundLocal(fp, operandB(word)) }
        do throws(Raised) {
            let protocolName = asynchronous ? "asynchronous context manager" : "context manager"
            let type = manager.type
            let enter = Ref(type.lookup(enterName))
            if enter.isNull { throw raise(.typeError, "'\(type.name)' object does not support the \(protocolName) protocol") }
            let exit = Ref(type.lookup(exitName))
            if exit.isNull {
                throw raise(
                    .typeError, "'\(type.name)' object does not support the \(protocolName) protocol (missed \(text(exitName)) method)")
            }
            let boundExit = try Attributes.bind(exit.value, manager)
            let target = fp + operandA(word)
            if FunctionObject.isExact(enter.value) {
                let held = Ref(manager)
                Registers.killB(fp, word)
                target[0] = boundExit.take()
                // Not live until the result is there, so that what is live while `__enter__` runs is stated by the instruction.
                return pushEnter(fp, enter.value, held.value, UInt64(operandA(word) + 1), target)
            }
            let boundEnter = try Attributes.bind(enter.value, manager)
            let result = try Call.call(boundEnter.value)
            Registers.killB(fp, word)
            target[0] = boundExit.take()
            target[1] = result.take()
            return .next
        } catch { return .raised }
    }
    /// `__enter__` in Python. While it runs, the exit function is kept in the callee's header: a raise must not leak it.
    private static func pushEnter(_ fp: FramePointer, _ enter: Value, _ manager: Value, _ register: UInt64, _ target: FramePointer) -> Status {
        let exit = target[0]
        let status = pushCall(fp, enter, manager, .null, register) {}
        if status == .frame {
            let callee = CurrentFrame.fp.unsafelyUnwrapped
            callee.extra = exit
            callee.note = callee.note & ~0xFF_0000 | UInt64(Continuation.enter.rawValue) << 16
            target[0] = .null
        } else {
            target[0] = .null
            exit.release()
        }
        return status
    }
    @inline(never) static func withExceptStart(_ fp: FramePointer, _ word: UInt64) -> Status {
        let exception = fp[operandC(word)]
        let exit = fp[operandB(word)]
        let traceback = ExceptionObject.head(exception).pointee.traceback.map { Value($0) } ?? .none
        exit.retain()
        Registers.killB(fp, word)
        exception.type.value.retain()
        exception.retain()
        traceback.retain()
        // Not on the value stack, where frames that a native function enters would stand on them.
        var room = InlineArray<3, Value>(repeating: exception)
        room[0] = exception.type.value
        room[2] = traceback
        return withUnsafeMutablePointer(to: &room) {
            Calls.callMoving(
                fp, exit, UnsafeMutableRawPointer($0).assumingMemoryBound(to: Value.self), 3, .null, Calls.note(word, UInt64(operandA(word))))
        }
    }
}

extension PendingException {
    /// Makes an instance pending, with the traceback it has.
    static func setInstance(_ exception: Value) {
        let held = Ref(exception)
        let thread = state
        if thread.pointee.curexc_type == nil {
            let object = held.value.object
            object.pointee.ob_refcnt &+= 1
            object.pointee.ob_type.pointee.ob_base.ob_base.ob_refcnt &+= 1
            thread.pointee.curexc_type = UnsafeMutableRawPointer(object.pointee.ob_type).assumingMemoryBound(to: PyObject.self)
            thread.pointee.curexc_value = object
        } else {
            set(held.value.type, held.value)
        }
        if let traceback = ExceptionObject.head(held.value).pointee.traceback {
            traceback.pointee.ob_refcnt += 1
            state.pointee.curexc_traceback = traceback
        }
    }
}
