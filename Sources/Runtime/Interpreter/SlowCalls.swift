// Slow paths of the loop: calls, returns, functions.

import CPythonABI
import Compiler

extension Slow {
    @inline(never) static func call(_ fp: FramePointer, _ word: UInt64) -> Status {
        let base = fp + operandA(word)
        let count = operandB(word)
        let callable = base.pointee
        let note = Calls.note(word, UInt64(operandC(word)))
        if callable.isObject && callable.object.pointee.ob_type == PyCFunction_TypePointer(),
            let native = Descriptors.native(NativeFunctionObject.head(callable).pointee.m_ml)
        {
            return callNative(fp, native, callable, NativeFunctionObject.boundSelf(callable), base + frameHeaderSize, count, note)
        }
        if _pyswift_loop.eval_breaker != 0 && !serveBeforeCall(callable, base + frameHeaderSize, count) { return .raised }
        if callable.isObject && callable.object.pointee.ob_type == PyType_TypePointer() {
            if count == 1, BuiltinConstruction.applies(callable, base[frameHeaderSize]) {
                var result = Value.null
                do throws(Raised) {
                    try NativeStack.enter(" while calling a Python object")
                    result = try BuiltinConstruction.make(callable, base[frameHeaderSize]).take()
                } catch {}
                base[frameHeaderSize].release()
                callable.release()
                return Calls.finish(fp, result, note)
            }
            if count == 0 {
                var result = Value.null
                var raised = false
                do throws(Raised) { result = try BuiltinConstruction.makeEmpty(callable).take() } catch { raised = true }
                if raised || !result.isNull {
                    callable.release()
                    return Calls.finish(fp, result, note)
                }
            }
            return Calls.callClass(fp, callable, base + frameHeaderSize, count, .null, note)
        }
        return Calls.call(fp, callable, base + frameHeaderSize, count, .null, note)
    }

    /// Serves the eval breaker where a Python function is entered. Not where native code is called: that is followed by a look
    /// (`Calls.finish`), so that what a signal raises while a lock is waited for comes then, and not in front of the next call, which
    /// may be the one that cleans up.
    @inline(never) private static func serveBeforeCall(_ callable: Value, _ arguments: FramePointer, _ count: Int) -> Bool {
        if callable.isObject && callable.object.pointee.ob_type == PyCFunction_TypePointer() { return true }
        do throws(Raised) {
            try EvalBreaker.serve()
            return true
        } catch {
            Calls.releaseAll(arguments, count)
            callable.release()
            return false
        }
    }

    /// Calls a Swift function without going through slots. `callable` and the arguments are owned.
    private static func callNative(
        _ fp: FramePointer, _ native: UnsafeMutablePointer<NativeMethod>, _ callable: Value, _ self: Value, _ arguments: FramePointer,
        _ count: Int, _ note: UInt64
    ) -> Status {
        var result = Value.null
        do throws(Raised) {
            try NativeStack.enter(" while calling a Python object")
            let isMethod = !self.isNull && NativeFunctionObject.head(callable).pointee.m_module == nil
            result = try native.call(self, Arguments(arguments, count: count), owner: isMethod ? (Classes.isType(self) ? Classes.type(self) : self.type) : nil).take()
        } catch {}
        Calls.releaseAll(arguments, count)
        callable.release()
        return Calls.finish(fp, result, note)
    }

    @inline(never) static func callMethod(_ fp: FramePointer, _ word: UInt64) -> Status {
        let base = fp + operandA(word)
        let callable = base.pointee
        let hasSelf = !base[8].isNull
        let arguments = hasSelf ? base + frameHeaderSize : base + 9
        let count = operandB(word) + (hasSelf ? 1 : 0)
        let note = Calls.note(word, UInt64(operandC(word)))
        if hasSelf && callable.object.pointee.ob_type == PyMethodDescr_TypePointer(),
            let native = Descriptors.native(Descriptors.definition(callable))
        {
            var result = Value.null
            do throws(Raised) {
                try NativeStack.enter(" while calling a Python object")
                result = try native.call(arguments[0], Arguments(arguments + 1, count: count - 1), owner: Descriptors.owner(callable)).take()
            } catch {}
            Calls.releaseAll(arguments, count)
            callable.release()
            return Calls.finish(fp, result, note)
        }
        if _pyswift_loop.eval_breaker != 0 && !serveBeforeCall(callable, arguments, count) { return .raised }
        return Calls.call(fp, callable, arguments, count, .null, note)
    }

    @inline(never) static func callKeyword(_ fp: FramePointer, _ word: UInt64, _ cache: ProgramCounter) -> Status {
        let base = fp + operandA(word)
        let method = hasFlag(word, InstructionFlags.methodCall)
        let hasSelf = method && !base[8].isNull
        let arguments = method && !hasSelf ? base + 9 : base + frameHeaderSize
        let count = operandB(word) + (hasSelf ? 1 : 0)
        let names = fp.code.pointee.constants[Int(UInt32(truncatingIfNeeded: cache[0]))]
        return Calls.call(fp, base.pointee, arguments, count, names, Calls.note(word, UInt64(operandC(word))))
    }

    @inline(never) static func callEx(_ fp: FramePointer, _ word: UInt64) -> Status {
        let base = fp + operandA(word)
        let callable = Ref(owned: base.pointee)
        let positional = Ref(owned: base[8])
        let keywords = Ref(owned: base[9])
        let note = Calls.note(word, UInt64(operandC(word)))
        do throws(Raised) {
            var tuple = Ref.null
            if TupleObject.isExact(positional.value) {
                tuple = positional.copy()
            } else {
                do throws(Raised) { tuple = try Iteration.tuple(positional.value) } catch {
                    guard positional.value.record.pointee.iter == nil && !Sequences.isSequence(positional.value),
                        PendingException.clear(if: .typeError)
                    else { throw error }
                    throw raise(
                        .typeError,
                        "\(CallNames.describe(callable.value)) argument after * must be an iterable, not \(positional.value.type.name)")
                }
            }
            let count = TupleObject.count(tuple.value)
            let extra = keywords.isNull ? 0 : DictObject.count(keywords.value)
            let arguments = fp.top + frameHeaderSize
            let isFunction = FunctionObject.isExact(callable.value)
                || MethodObject.isInstance(callable.value) && FunctionObject.isExact(MethodObject.function(callable.value))
            let fits = ValueStack.fits(arguments, count + extra + frameHeaderSize)
            if isFunction {
                // Straight onto the stack, so that the callee runs without a native frame. (Native code must not get its arguments
                // there: frames that it enters would stand on them.)
                let block = fits ? nil : FramePointer.allocate(capacity: count + extra + 1)
                defer { block?.deallocate() }
                let arguments = block ?? arguments
                var names = Ref.null
                for index in 0..<count {
                    let value = TupleObject.item(tuple.value, index)
                    value.retain()
                    arguments[index] = value
                }
                if extra > 0 {
                    names = try TupleObject.allocate(extra)
                    var position = 0
                    var index = 0
                    while let (key, value) = DictObject.next(keywords.value, &position) {
                        TupleObject.store(names.value, index, Ref(key))
                        value.retain()
                        arguments[count + index] = value
                        index += 1
                    }
                }
                if block != nil { return Calls.callMoving(fp, callable.take(), arguments, count + extra, names.value, note) }
                return Calls.call(fp, callable.take(), arguments, count + extra, names.value, note)
            }
            let result = try Call.call(callable.value, tuple: tuple.value, keywords: keywords.value)
            return Calls.finish(fp, result.take(), note)
        } catch { return .raised }
    }

    @inline(never) static func returnValue(_ fp: FramePointer, _ word: UInt64) -> Status {
        let source = fp + operandA(word)
        let value = source.pointee
        if value.isNull { return unboundLocal(fp, operandA(word)) }
        if hasFlag(word, InstructionFlags.killA) { source.pointee = .null } else { value.retain() }
        return leave(fp, value)
    }
    /// Leaves a frame with an owned result.
    static func leave(_ fp: FramePointer, _ value: Value) -> Status {
        let note = fp.note
        let previous = fp.previous
        if fp.isGenerator { return Generators.returned(fp, value) }
        let extra = fp.extra
        fp.extra = .null
        Frames.leave(fp)
        CurrentFrame.fp = previous
        return Interpreter.deliver(previous, value, note, extra, native: false)
    }

    @inline(never) static func makeFunction(_ fp: FramePointer, _ word: UInt64) -> Status {
        let code = fp.code.pointee.constants[operandBC(word)]
        let function = FunctionObject.make(code: code, globals: fp.globals, builtins: fp.builtins)
        var register = operandA(word)
        for (flag, offset) in [
            (InstructionFlags.hasDefaults, 56), (InstructionFlags.hasKeywordDefaults, 64), (InstructionFlags.hasAnnotations, 112),
            (InstructionFlags.hasClosure, 72),
        ] where hasFlag(word, flag) {
            FunctionObject.field(function.value, offset).pointee = fp[register]
            fp[register] = .null
            register += 1
        }
        Registers.store(fp, word, function.take())
        return .next
    }
    @inline(never) static func loadBuildClass(_ fp: FramePointer, _ word: UInt64) -> Status {
        wrap { () throws(Raised) -> Void in
            let found = try mappingGet(fp.builtins, Names.buildClass)
            if found.isNull { throw raise(.nameError, "__build_class__ not found") }
            Registers.store(fp, word, found.take())
        }
    }
}

/// How messages name a callable: "module.f()".
enum CallNames {
    static func describe(_ callable: Value) -> String {
        do throws(Raised) {
            let qualified = try Attributes.getIfPresent(callable, Names.qualname)
            if qualified.isNull || !StrObject.isInstance(qualified.value) {
                let string = try Repr.str(callable)
                return text(string.value)
            }
            let module = try Attributes.getIfPresent(callable, Names.module)
            if !module.isNull && StrObject.isInstance(module.value) && !StrObject.equals(module.value, "builtins") {
                return "\(text(module.value)).\(text(qualified.value))()"
            }
            return "\(text(qualified.value))()"
        } catch {
            PendingException.clear()
            return "function"
        }
    }
}
