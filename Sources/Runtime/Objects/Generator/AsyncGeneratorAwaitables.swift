// The awaitables of asynchronous generators: async_generator_asend (also of `__anext__`) and async_generator_athrow (also of
// `aclose`), and anext_awaitable, the one of `anext(iterator, default)`.

import CPythonABI

/// Whether an awaitable has begun, and whether it is used up.
enum AwaitableState: Int { case initial = 0, running, closed }

/// CPython's struct of both: the generator, what is sent or thrown, the state.
struct AwaitableFields {
    var head: PyObject
    var generator: Value
    /// `asend`: the value. `athrow`: a tuple of the arguments; null for `aclose`.
    var argument: Value
    var state: AwaitableState

    static func make(_ type: TypePointer, _ generator: Value, _ argument: Value) -> Ref {
        let object = ObjectMemory.newCollected(type, as: AwaitableFields.self, size: 40)
        generator.retain()
        argument.retain()
        object.pointee.generator = generator
        object.pointee.argument = argument
        object.pointee.state = .initial
        let value = Value(pointer: object)
        Collector.track(value.object)
        return Ref(owned: value)
    }
    static func common(_ type: TypeBuilder) {
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            let fields = Value(object).cast(to: AwaitableFields.self)
            fields.pointee.generator.release()
            fields.pointee.argument.release()
            ObjectMemory.freeCollected(object, size: 40)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            guard let object, let visit else { return 0 }
            let fields = Value(object).cast(to: AwaitableFields.self)
            let result = visit(fields.pointee.generator.object, argument)
            if result != 0 { return result }
            return fields.pointee.argument.isObject ? visit(fields.pointee.argument.object, argument) : 0
        }
        type.slots.await = { (self) throws(Raised) -> Ref in Ref(self) }
        type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
        type.slots.next = Delegation.nextSlot
        type.method(
            "send", .one(Delegation.sendMethod),
            doc: "send(arg) -> send 'arg' into generator,\nreturn next yielded value or raise StopIteration.")
        type.method(
            "close", .noArguments({ (self) throws(Raised) -> Ref in
                self.cast(to: AwaitableFields.self).pointee.state = .closed
                return .none
            }), doc: "close() -> raise GeneratorExit inside generator.")
    }
}

enum AsyncSend {
    @inline(__always) static func fields(_ value: Value) -> UnsafeMutablePointer<AwaitableFields> { value.cast(to: AwaitableFields.self) }
    static func make(_ generator: Value, _ value: Value) -> Ref {
        AwaitableFields.make(_PyAsyncGenASend_TypePointer(), generator, value)
    }
    private static func reused() -> Raised { raise(.runtimeError, "cannot reuse already awaited __anext__()/asend()") }

    static func send(_ awaitable: Value, _ sent: Value, finished: inout Bool) throws(Raised) -> Ref {
        let fields = fields(awaitable)
        let generator = Ref(fields.pointee.generator)
        if fields.pointee.state == .closed { throw reused() }
        var argument = Ref(sent)
        if fields.pointee.state == .initial {
            if Generators.head(generator.value).pointee.gi_running_async != 0 {
                throw raise(.runtimeError, "anext(): asynchronous generator is already running")
            }
            if sent.isNone { argument = Ref(fields.pointee.argument) }
            fields.pointee.state = .running
        }
        Generators.head(generator.value).pointee.gi_running_async = 1
        let held = Ref(awaitable)
        do throws(Raised) {
            let value = try AsyncGenerators.step(generator.value, finished: &finished) { (finished) throws(Raised) -> Ref in
                try Generators.resume(generator.value, argument.value, finished: &finished)
            }
            if finished { AsyncSend.fields(held.value).pointee.state = .closed }
            return value
        } catch {
            AsyncSend.fields(held.value).pointee.state = .closed
            throw error
        }
    }

    static func describe(_ type: TypeBuilder) {
        AwaitableFields.common(type)
        type.method(
            "throw", .positional(minimum: 1, maximum: 3, { (self, arguments) throws(Raised) -> Ref in
                if fields(self).pointee.state == .closed { throw reused() }
                let held = Ref(self)
                let generator = Ref(fields(self).pointee.generator)
                var finished = false
                do throws(Raised) {
                    let value = try AsyncGenerators.step(generator.value, finished: &finished) { (finished) throws(Raised) -> Ref in
                        try Generators.throwInto(generator.value, Thrown(arguments), finished: &finished)
                    }
                    if finished { throw StopIterations.raise(value.value) }
                    return value
                } catch {
                    fields(held.value).pointee.state = .closed
                    throw error
                }
            }), doc: GeneratorType.throwDoc)
    }
}

enum AsyncThrow {
    private static func fields(_ value: Value) -> UnsafeMutablePointer<AwaitableFields> { value.cast(to: AwaitableFields.self) }
    /// `arguments`: a tuple, or null for `aclose`.
    static func make(_ generator: Value, _ arguments: Value) -> Ref {
        AwaitableFields.make(_PyAsyncGenAThrow_TypePointer(), generator, arguments)
    }
    private static func reused() -> Raised { raise(.runtimeError, "cannot reuse already awaited aclose()/athrow()") }

    static func send(_ awaitable: Value, _ sent: Value, finished: inout Bool) throws(Raised) -> Ref {
        let held = Ref(awaitable)
        let fields = fields(held.value)
        let generator = Ref(fields.pointee.generator)
        let head = Generators.head(generator.value)
        let closing = fields.pointee.argument.isNull
        if fields.pointee.state == .closed { throw reused() }
        if Generators.state(generator.value) == .completed {
            fields.pointee.state = .closed
            finished = true
            return .none
        }
        if fields.pointee.state == .running {
            return try finishStep(held.value, closing, finished: &finished) { (finished) throws(Raised) -> Ref in
                try Generators.resume(generator.value, sent, finished: &finished)
            }
        }
        if head.pointee.gi_running_async != 0 {
            fields.pointee.state = .closed
            throw raise(.runtimeError, "\(closing ? "aclose" : "athrow")(): asynchronous generator is already running")
        }
        if head.pointee.gi_closed != 0 {
            fields.pointee.state = .closed
            throw raise(.stopAsyncIteration, argument: .null)
        }
        if !sent.isNone { throw raise(.runtimeError, "can't send non-None value to a just-started coroutine") }
        fields.pointee.state = .running
        head.pointee.gi_running_async = 1
        if closing {
            head.pointee.gi_closed = 1
            return try finishStep(held.value, true, finished: &finished) { (finished) throws(Raised) -> Ref in
                try Generators.throwInto(generator.value, .generatorExit, closing: false, finished: &finished)
            }
        }
        let arguments = Ref(fields.pointee.argument)
        return try finishStep(held.value, false, finished: &finished) { (finished) throws(Raised) -> Ref in
            let thrown = try thrown(arguments.value)
            return try Generators.throwInto(generator.value, thrown, closing: false, finished: &finished)
        }
    }
    private static func thrown(_ arguments: Value) throws(Raised) -> Thrown {
        let count = TupleObject.count(arguments)
        if count < 1 { throw raise(.typeError, "athrow expected at least 1 argument, got 0") }
        if count > 3 { throw raise(.typeError, "athrow expected at most 3 arguments, got \(count)") }
        return Thrown(Arguments(TupleObject.items(arguments), count: count))
    }

    /// `thrown`: an exception that comes back leaves the awaitable usable, as in CPython.
    private static func finishStep(
        _ awaitable: Value, _ closing: Bool, thrown: Bool = false, finished: inout Bool, _ body: (inout Bool) throws(Raised) -> Ref
    ) throws(Raised) -> Ref {
        let generator = fields(awaitable).pointee.generator
        if !closing {
            do throws(Raised) {
                let value = try AsyncGenerators.step(generator, finished: &finished, body)
                if finished && !thrown { fields(awaitable).pointee.state = .closed }
                return value
            } catch {
                if !thrown { fields(awaitable).pointee.state = .closed }
                throw error
            }
        }
        do throws(Raised) {
            var generatorFinished = false
            let value = try body(&generatorFinished)
            if generatorFinished { throw raise(.stopAsyncIteration, argument: .null) }
            if !AsyncGenerators.isWrapped(value.value) { return value }
            fields(awaitable).pointee.state = .closed
            throw raise(.runtimeError, "async generator ignored GeneratorExit")
        } catch {
            Generators.head(generator).pointee.gi_running_async = 0
            if !thrown { fields(awaitable).pointee.state = .closed }
            guard PendingException.clear(if: .stopAsyncIteration) || PendingException.clear(if: .generatorExit) else { throw error }
            finished = true
            return .none
        }
    }

    static func describe(_ type: TypeBuilder) {
        AwaitableFields.common(type)
        type.method(
            "throw", .positional(minimum: 1, maximum: 3, { (self, arguments) throws(Raised) -> Ref in
                if fields(self).pointee.state == .closed { throw reused() }
                let held = Ref(self)
                let generator = Ref(fields(self).pointee.generator)
                var finished = false
                let value = try finishStep(held.value, fields(self).pointee.argument.isNull, thrown: true, finished: &finished) {
                    (finished) throws(Raised) -> Ref in
                    try Generators.throwInto(generator.value, Thrown(arguments), finished: &finished)
                }
                if finished { throw StopIterations.raise(value.value) }
                return value
            }), doc: GeneratorType.throwDoc)
    }
}

/// anext(iterator, default): the awaitable at +16, the default at +24.
enum AnextAwaitable {
    static func make(_ awaitable: Value, _ fallback: Value) -> Ref {
        let object = ObjectMemory.newCollected(_PyAnextAwaitable_TypePointer(), as: PyObject.self, size: 32)
        let words = Value(object).cast(to: Value.self)
        awaitable.retain()
        fallback.retain()
        words[2] = awaitable
        words[3] = fallback
        Collector.track(object)
        return Ref(owned: Value(object))
    }
    private static func fallback(_ self: Value) -> Value { self.cast(to: Value.self)[3] }
    private static func iterator(_ self: Value) throws(Raised) -> Ref {
        let awaitable = self.cast(to: Value.self)[2]
        let iterator = try Awaitables.iterator(awaitable)
        guard Generators.isCoroutine(iterator.value) else { return iterator }
        return CoroutineWrapper.make(iterator.value)
    }

    static func send(_ self: Value, _ sent: Value, finished: inout Bool) throws(Raised) -> Ref {
        let held = Ref(self)
        let iterator = try iterator(held.value)
        do throws(Raised) { return try Delegation.send(iterator.value, sent, finished: &finished) } catch {
            guard PendingException.clear(if: .stopAsyncIteration) else { throw error }
            finished = true
            return Ref(fallback(held.value))
        }
    }
    private static func forward(_ self: Value, _ name: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let held = Ref(self)
        let iterator = try iterator(held.value)
        do throws(Raised) { return try Call.method(iterator.value, name, arguments) } catch {
            guard PendingException.clear(if: .stopAsyncIteration) else { throw error }
            throw StopIterations.raise(fallback(held.value))
        }
    }

    static func describe(_ type: TypeBuilder) {
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            let words = Value(object).cast(to: Value.self)
            words[2].release()
            words[3].release()
            ObjectMemory.freeCollected(object, size: 32)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            guard let object, let visit else { return 0 }
            let words = Value(object).cast(to: Value.self)
            for index in 2..<4 where words[index].isObject {
                let result = visit(words[index].object, argument)
                if result != 0 { return result }
            }
            return 0
        }
        type.slots.await = { (self) throws(Raised) -> Ref in Ref(self) }
        type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
        type.slots.next = Delegation.nextSlot
        type.method(
            "send", .one({ (self, value) throws(Raised) -> Ref in
                var room = value
                return try withUnsafeMutablePointer(to: &room) { (pointer) throws(Raised) -> Ref in
                    try forward(self, Names.send, Arguments(pointer, count: 1))
                }
            }), doc: "send(arg) -> send 'arg' into the wrapped iterator,\nreturn next yielded value or raise StopIteration.")
        type.method(
            "throw", .raw({ (self, arguments) throws(Raised) -> Ref in try forward(self, Names.throw, arguments) }),
            doc: "throw(value)\nthrow(typ[,val[,tb]])\n\nraise exception in the wrapped iterator, return next yielded value\nor raise StopIteration.")
        type.method(
            "close", .noArguments({ (self) throws(Raised) -> Ref in try forward(self, Names.close, .none) }),
            doc: "close() -> raise GeneratorExit inside generator.")
    }
}
