// Calls from Python code: pushing frames, binding arguments.

import CPythonABI
import Compiler

/// How an instruction ended.
enum Status: UInt8 {
    /// Go on behind the instruction.
    case next
    /// An exception is pending.
    case raised
    /// An exception is pending that has its traceback entry for this frame already.
    case reraised
    /// Another frame runs: take `CurrentFrame.fp` and its `pc`.
    case frame
    /// Leave the loop; the result is in `Interpreter.result`.
    case exit
}

enum Calls {
    /// Note for a call instruction: result register, and whether that is a local.
    @inline(__always) static func note(_ word: UInt64, _ register: UInt64) -> UInt64 {
        register | (word & UInt64(InstructionFlags.tempA) << 8 == 0 ? UInt64(Continuation.storeLocal.rawValue) << 16 : 0)
    }

    /// Enters a Python function whose arguments (owned) stand at `base` in their final order, as many as it has plain positional
    /// parameters. `function` is owned and goes to the frame. The frame `fp` has its pc saved.
    @inline(__always) static func push(_ fp: FramePointer?, _ function: Value, _ base: FramePointer, _ count: Int, _ note: UInt64) -> Status {
        let code = FunctionObject.linked(function)
        var base = base
        var note = note
        if !ValueStack.fits(base, code.pointee.registerCount) {
            guard let moved = moveToNewChunk(base, count, code) else {
                releaseAll(base, count)
                function.release()
                _ = raise(.memoryError, argument: .null)
                return .raised
            }
            base = moved
            note |= FrameFlags.newChunk
        }
        base.function = function
        base.code = code
        base.previous = fp
        base.pc = code.pointee.instructions
        base.note = note
        base.frameObject = .null
        base.locals = .null
        base.extra = .null
        var index = count
        let locals = code.pointee.localCount
        while index < locals {
            base[index] = .null
            index &+= 1
        }
        _pyswift_loop.recursion_remaining &-= 1
        CurrentFrame.fp = base
        if _pyswift_loop.recursion_remaining < 0 { return recursionExceeded(base) }
        code.pointee.heat &-= 1
        if code.pointee.heat == 0 { NativeTier.heat(code) }
        return .frame
    }

    /// The frame is entered already: it is left again by the exception, without a traceback entry of its own.
    @inline(never) static func recursionExceeded(_ fp: FramePointer) -> Status {
        // Some room is left for the handling of the error itself.
        let previous = fp.previous
        Frames.leave(fp)
        CurrentFrame.fp = previous
        _ = raise(.recursionError, "maximum recursion depth exceeded")
        return .raised
    }

    /// Whether there is room for a level that is not a frame's; raises RecursionError if not.
    @inline(__always) static func hasLevel(_ situation: StaticString) -> Bool {
        if _pyswift_loop.recursion_remaining > 0 { return true }
        _ = raise(.recursionError, "maximum recursion depth exceeded\(situation)")
        return false
    }
    /// Makes the frame that was just entered count twice.
    static func countTwice(_ status: Status) -> Status {
        guard status == .frame, let fp = CurrentFrame.fp else { return status }
        _pyswift_loop.recursion_remaining &-= 1
        fp.note |= FrameFlags.countsTwice
        return _pyswift_loop.recursion_remaining < 0 ? recursionExceeded(fp) : .frame
    }

    @inline(never) static func moveToNewChunk(_ base: FramePointer, _ count: Int, _ code: CodePointer) -> FramePointer? {
        guard let new = ValueStack.newChunk(code.pointee.registerCount) else { return nil }
        for index in 0..<count { new[index] = base[index] }
        return new
    }

    @inline(__always) static func releaseAll(_ base: FramePointer, _ count: Int) {
        for index in 0..<count { base[index].release() }
    }

    /// Calls anything. `arguments` are owned and end with the keyword arguments that `names` (a tuple or null) names; there is room
    /// above them. `callable` is owned. The result goes where `note` says. `fp` has its pc saved.
    @inline(never) static func call(
        _ fp: FramePointer, _ callable: Value, _ arguments: FramePointer, _ count: Int, _ names: Value, _ note: UInt64
    ) -> Status {
        if callable.isObject {
            let type = callable.object.pointee.ob_type.unsafelyUnwrapped
            if type == PyFunction_TypePointer() { return callFunction(fp, callable, .null, arguments, count, names, note) }
            if type == PyMethod_TypePointer() {
                let method = callable.cast(to: PyMethodObject.self)
                let function = Value(pointer: method.pointee.im_func.unsafelyUnwrapped)
                let object = Border.fromC(borrowed: method.pointee.im_self.unsafelyUnwrapped)
                object.retain()
                function.retain()
                callable.release()
                return callWithSelf(fp, function, object, arguments, count, names, note)
            }
            if type == PyType_TypePointer() || Classes.isType(callable) {
                if SlotIdentity.same(type.record.pointee.call, PyType_TypePointer().record.pointee.call) {
                    return callClass(fp, callable, arguments, count, names, note)
                }
            }
            if type.record.pointee.madeInPython {
                let method = type.lookup(Names.call)
                if FunctionObject.isExact(method) {
                    guard hasLevel(" while calling a Python object") else {
                        releaseAll(arguments, count)
                        callable.release()
                        return .raised
                    }
                    method.retain()
                    // The instance becomes the first argument.
                    return countTwice(callFunction(fp, method, callable, arguments, count, names, note))
                }
            } else if type == _PyMethodWrapper_TypePointer() || type == PyWrapperDescr_TypePointer() {
                if let status = callWrapper(fp, callable, arguments, count, names, note) { return status }
            }
        }
        return callNative(fp, callable, arguments, count, names, note)
    }

    /// `__call__` of a class or function, taken as an attribute: calls the class or function itself. nil: another slot.
    private static func callWrapper(
        _ fp: FramePointer, _ callable: Value, _ arguments: FramePointer, _ count: Int, _ names: Value, _ note: UInt64
    ) -> Status? {
        let isBound = callable.type == _PyMethodWrapper_TypePointer()
        let descriptor = isBound ? MethodWrapper.descriptor(callable) : callable
        guard Descriptors.wrapperIndex(descriptor) >= 0, Descriptors.wrapperName(Descriptors.wrapperIndex(descriptor)) === Names.call, isBound || count > (names.isNull ? 0 : TupleObject.count(names))
        else { return nil }
        let owner = Descriptors.owner(descriptor)
        let target = isBound ? MethodWrapper.object(callable) : arguments[0]
        guard owner == PyType_TypePointer() && Classes.isType(target) || owner == PyFunction_TypePointer() && FunctionObject.isExact(target)
        else { return nil }
        // `type.__call__` of a class whose metaclass has a `__call__` of its own is just not that one.
        if owner == PyType_TypePointer(), target.type != PyType_TypePointer(), !SlotIdentity.same(target.type.record.pointee.call, TypeType.call) { return nil }
        // The target's reference is that of the first argument, or a new one.
        if isBound { target.retain() }
        callable.release()
        let rest = isBound ? arguments : arguments + 1
        let left = isBound ? count : count - 1
        if owner == PyType_TypePointer() { return callClass(fp, target, rest, left, names, note) }
        return callFunction(fp, target, .null, rest, left, names, note)
    }

    /// As `call`, for owned arguments that do not stand on the stack (where its chunk is full): they are moved to the next one.
    static func callMoving(
        _ fp: FramePointer, _ callable: Value, _ arguments: FramePointer, _ count: Int, _ names: Value, _ note: UInt64
    ) -> Status {
        if FunctionObject.isExact(callable) { return bind(fp, callable, .null, arguments, count, names, note) }
        if callable.isObject && callable.object.pointee.ob_type == PyMethod_TypePointer(), FunctionObject.isExact(MethodObject.function(callable)) {
            let (function, object) = (MethodObject.function(callable), MethodObject.boundSelf(callable))
            function.retain()
            object.retain()
            callable.release()
            return bind(fp, function, object, arguments, count, names, note)
        }
        return callNative(fp, callable, arguments, count, names, note)
    }

    static func callWithSelf(
        _ fp: FramePointer, _ function: Value, _ self: Value, _ arguments: FramePointer, _ count: Int, _ names: Value, _ note: UInt64
    ) -> Status {
        if FunctionObject.isExact(function) { return callFunction(fp, function, self, arguments, count, names, note) }
        let result = nativeResult(function, self, arguments, count, names)
        function.release()
        self.release()
        releaseAll(arguments, count)
        return finish(fp, result, note)
    }
    private static func nativeResult(_ function: Value, _ self: Value, _ arguments: FramePointer, _ count: Int, _ names: Value) -> Value {
        do throws(Raised) {
            let keywords = names.isNull ? 0 : TupleObject.count(names)
            return try Call.prepending(self, Arguments(arguments, count: count - keywords, keywordNames: names)) { (all) throws(Raised) -> Ref in
                try Call.call(function, all)
            }.take()
        } catch { return .null }
    }

    /// Calls through the type's slot, natively.
    @inline(never) static func callNative(
        _ fp: FramePointer, _ callable: Value, _ arguments: FramePointer, _ count: Int, _ names: Value, _ note: UInt64
    ) -> Status {
        var result = Value.null
        do throws(Raised) {
            let keywords = names.isNull ? 0 : TupleObject.count(names)
            if SlotTables.isActive, callable.isObject, let known = ForeignCallHandlers.call(callable, arguments, count - keywords, names) {
                result = known
            } else {
                guard let slot = callable.record.pointee.call else {
                    throw raise(.typeError, "'\(callable.type.name)' object is not callable")
                }
                try NativeStack.enter(" while calling a Python object")
                result = try slot(callable, Arguments(arguments, count: count - keywords, keywordNames: names)).take()
            }
        } catch {}
        releaseAll(arguments, count)
        callable.release()
        return finish(fp, result, note)
    }

    /// Puts a native result (owned; null: raised) where a note says.
    @inline(__always) static func finish(_ fp: FramePointer, _ result: Value, _ note: UInt64) -> Status {
        if result.isNull || _pyswift_loop.eval_breaker != 0 && !serveAfterCall(result) { return .raised }
        let register = Int(note & 0xFFFF)
        if note & 0xFF_0000 == 0 {
            fp[register] = result
            return .next
        }
        return Interpreter.deliverNative(fp, result, note)
    }

    /// Serves the eval breaker when native code has returned; what is raised takes the place of the result.
    @inline(never) private static func serveAfterCall(_ result: Value) -> Bool {
        do throws(Raised) {
            try EvalBreaker.serve()
            return true
        } catch {
            result.release()
            return false
        }
    }

    // MARK: Classes

    /// A class is called, and its metaclass does not define `__call__`.
    static func callClass(
        _ fp: FramePointer, _ callable: Value, _ arguments: FramePointer, _ count: Int, _ names: Value, _ note: UInt64
    ) -> Status {
        let type = Classes.type(callable)
        let initializer = plainInit(type)
        if initializer.isNull && count == 0 && type.record.pointee.isPlainObject {
            var result = Value.null
            do throws(Raised) { result = try Instances.allocate(type).take() } catch {}
            callable.release()
            return finish(fp, result, note)
        }
        let isException = type.record.pointee.isPlainException
        if isException && initializer.isNull && names.isNull {
            return makeException(fp, callable, arguments, count, note)
        }
        if initializer.isNull || note & 0xFF_0000 > 1 << 16 {
            if note & 0xFF_0000 <= 1 << 16, let status = Construction.call(fp, callable, arguments, count, names, note) { return status }
            return callNative(fp, callable, arguments, count, names, note)
        }
        let instance: Value
        do throws(Raised) {
            if !hasLevel(" while calling a Python object") { throw Raised() }
            if isException {
                let args = TupleObject.make(arguments, count: count - (names.isNull ? 0 : TupleObject.count(names)))
                instance = try ExceptionMemory.make(type, args: args.value).take()
            } else {
                instance = try Instances.allocate(type).take()
            }
            // A collection that the new object is one too many for happens here, and not between two calls of whoever made it.
            if _pyswift_loop.eval_breaker != 0 { EvalBreaker.serveCollection() }
        } catch {
            releaseAll(arguments, count)
            callable.release()
            return .raised
        }
        callable.release()
        initializer.retain()
        instance.retain()
        let local = note & 0xFF_0000 != 0
        let kind = UInt64((local ? Continuation.initializeLocal : Continuation.initialize).rawValue) << 16
        let status = countTwice(callFunction(fp, initializer, instance, arguments, count, names, note & 0xFFFF | kind))
        if status == .frame {
            CurrentFrame.fp.unsafelyUnwrapped.extra = instance
        } else {
            instance.release()
        }
        return status
    }
    /// Whether calling an exception class does nothing but make an instance with the arguments.
    static func isPlainException(_ type: TypePointer) -> Bool {
        type.value.object.pointee.ob_type == PyType_TypePointer() && plainInit(type).isNull && type.record.pointee.isPlainException
    }
    /// An exception whose class has no `__init__` of its own.
    private static func makeException(
        _ fp: FramePointer, _ callable: Value, _ arguments: FramePointer, _ count: Int, _ note: UInt64
    ) -> Status {
        var result = Value.null
        do throws(Raised) {
            let args = TupleObject.make(moving: arguments, count: count)
            result = try ExceptionMemory.make(Classes.type(callable), args: args.value).take()
        } catch {}
        callable.release()
        return finish(fp, result, note)
    }
    /// The `__init__` that a plain call of the class runs after `object.__new__`, borrowed; null if that is not how it is called.
    @inline(__always) static func plainInit(_ type: TypePointer) -> Value {
        let record = type.record
        if record.pointee.plainInitVersion == type.pointee.tp_version_tag && type.pointee.tp_version_tag != 0 { return record.pointee.plainInit }
        return computePlainInit(type)
    }
    @inline(never) private static func computePlainInit(_ type: TypePointer) -> Value {
        let record = type.record
        let version = type.version
        var found = Value.null
        let isException = SlotIdentity.same(record.pointee.new, ExceptionType.new)
        if record.pointee.madeInPython
            && (isException
                || type.pointee.tp_flags & Py_TPFLAGS_IS_ABSTRACT == 0
                    && SlotIdentity.same(record.pointee.new, PyBaseObject_TypePointer().record.pointee.new))
        {
            let initializer = type.lookup(Names.`init`)
            if FunctionObject.isExact(initializer) { found = initializer }
        }
        record.pointee.isPlainException = isException && (!found.isNull || SlotIdentity.same(record.pointee.initialize, ExceptionType.initialize))
        let object = PyBaseObject_TypePointer().record
        record.pointee.isPlainObject = record.pointee.madeInPython && !isException && found.isNull && type.pointee.tp_flags & Py_TPFLAGS_IS_ABSTRACT == 0
            && SlotIdentity.same(record.pointee.new, object.pointee.new) && SlotIdentity.same(record.pointee.initialize, object.pointee.initialize)
        record.pointee.plainInit = found
        record.pointee.plainInitVersion = version
        return found
    }

    // MARK: Binding

    /// Calls a Python function with owned arguments, `self` (owned or null) first.
    @inline(never) static func callFunction(
        _ fp: FramePointer?, _ function: Value, _ self: Value, _ arguments: FramePointer, _ count: Int, _ names: Value, _ note: UInt64
    ) -> Status {
        let code = FunctionObject.linked(function)
        let extra = self.isNull ? 0 : 1
        let total = count + extra
        if names.isNull && total == code.pointee.simpleArgumentCount && !(fp?.isGenerator ?? false) {
            if extra == 0 { return push(fp, function, arguments, count, note) }
            // One place up would run over the header's room; above the arguments there is room for all.
            let base = arguments + count + frameHeaderSize
            if ValueStack.fits(base, code.pointee.registerCount) {
                base[0] = self
                for index in 0..<count { base[index + 1] = arguments[index] }
                return push(fp, function, base, total, note)
            }
        }
        if let status = BindingInPlace.call(fp, function, self, arguments, count, names, note) { return status }
        return bind(fp, function, self, arguments, count, names, note)
    }

    /// The general way: builds the window at a new place from arguments that are moved out of theirs.
    @inline(never) static func bind(
        _ fp: FramePointer?, _ function: Value, _ self: Value, _ arguments: FramePointer, _ count: Int, _ names: Value, _ note: UInt64
    ) -> Status {
        let code = CodeObject.linked(FunctionObject.code(function))
        let keywords = names.isNull ? 0 : TupleObject.count(names)
        let windowSize = code.pointee.registerCount
        var note = note
        // Above the caller's window, or above the arguments if they reach further.
        let top = ValueStack.top(fp)
        let above = arguments + count
        let higher = UInt(bitPattern: above) > UInt(bitPattern: top) && UInt(bitPattern: above) <= UInt(bitPattern: _pyswift_loop.stack_limit)
        var base = (higher ? above : top) + frameHeaderSize
        if !ValueStack.fits(base, windowSize) {
            guard let chunk = ValueStack.newChunk(windowSize) else {
                releaseAll(arguments, count)
                self.release()
                function.release()
                _ = raise(.memoryError, argument: .null)
                return .raised
            }
            base = chunk
            note |= FrameFlags.newChunk
        }
        for index in 0..<code.pointee.localCount { base[index] = .null }
        var binding = Binding(function: function, code: code, base: base, positional: count - keywords, instance: self)
        let bound = binding.bind(arguments, names)
        base.function = function
        base.code = code
        base.previous = fp
        base.pc = code.pointee.instructions
        base.note = note
        base.frameObject = .null
        base.locals = .null
        base.extra = .null
        _pyswift_loop.recursion_remaining &-= 1
        CurrentFrame.fp = base
        if !bound {
            // Entered all the same: destructors that run now stand above what is still to be released, not on it.
            releaseAll(arguments, count)
            Frames.leave(base)
            CurrentFrame.fp = fp
            return .raised
        }
        if _pyswift_loop.recursion_remaining < 0 { return recursionExceeded(base) }
        code.pointee.heat &-= 1
        if code.pointee.heat == 0 { NativeTier.heat(code) }
        return .frame
    }
}
