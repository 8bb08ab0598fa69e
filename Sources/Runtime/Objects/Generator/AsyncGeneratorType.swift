// async_generator, and the values it yields.
//
// What `yield` gives in an asynchronous generator is wrapped, to tell it from what the generator yields to the event loop through an
// `await`. The wrapper never reaches Python code.

import CPythonABI
import Compiler

enum AsyncGenerators {
    static func isAsyncGenerator(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type == PyAsyncGen_TypePointer() }

    // MARK: Wrapped values

    static func wrap(_ value: Value) -> Ref {
        let object = ObjectMemory.newCollected(_PyAsyncGenWrappedValue_TypePointer(), as: PyObject.self, size: 24)
        value.retain()
        Value(object).cast(to: Value.self)[2] = value
        Collector.track(object)
        return Ref(owned: Value(object))
    }
    static func isWrapped(_ value: Value) -> Bool {
        value.isObject && value.object.pointee.ob_type == _PyAsyncGenWrappedValue_TypePointer()
    }
    /// The content (owned) of a wrapper (owned).
    static func unwrap(_ wrapper: Value) -> Value {
        let content = wrapper.cast(to: Value.self)[2]
        content.retain()
        wrapper.release()
        return content
    }
    static func describeWrappedValue(_ type: TypeBuilder) {
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            Value(object).cast(to: Value.self)[2].release()
            ObjectMemory.freeCollected(object, size: 24)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            guard let object, let visit else { return 0 }
            let content = Value(object).cast(to: Value.self)[2]
            return content.isObject ? visit(content.object, argument) : 0
        }
    }

    // MARK: Steps

    /// One step is over by an exception or by the end.
    static func ended(_ generator: Value, closed: Bool) {
        let head = Generators.head(generator)
        if closed { head.pointee.gi_closed = 1 }
        head.pointee.gi_running_async = 0
    }
    /// What a step gave, as the awaitable of the step gives it on: the item is what the awaitable returns.
    static func step(_ generator: Value, finished: inout Bool, _ body: (inout Bool) throws(Raised) -> Ref) throws(Raised) -> Ref {
        var generatorFinished = false
        var value = Ref.null
        do throws(Raised) {
            value = try body(&generatorFinished)
            if generatorFinished { throw raise(.stopAsyncIteration, argument: .null) }
        } catch {
            ended(generator, closed: PendingException.matches(.stopAsyncIteration) || PendingException.matches(.generatorExit))
            throw error
        }
        guard isWrapped(value.value) else { return value }
        Generators.head(generator).pointee.gi_running_async = 0
        finished = true
        return Ref(owned: unwrap(value.take()))
    }

    /// Begins an `asend` that the frame of the generator can be pushed for: the generator and what to send, borrowed. nil if
    /// there is anything unusual about it.
    static func beginSend(_ awaitable: Value, _ sent: Value) -> (Value, Value)? {
        let send = AsyncSend.fields(awaitable)
        let generator = send.pointee.generator
        let state = Generators.state(generator)
        guard send.pointee.state != .closed, state == .created || state == .suspended, _pyswift_loop.recursion_remaining > 0 else { return nil }
        var argument = sent
        if send.pointee.state == .initial {
            if Generators.head(generator).pointee.gi_running_async != 0 { return nil }
            if sent.isNone { argument = send.pointee.argument }
        }
        if state == .created && !argument.isNone { return nil }
        send.pointee.state = .running
        Generators.head(generator).pointee.gi_running_async = 1
        return (generator, argument)
    }
    /// The awaitable that the frame stands at gave its result: it is of no use any more.
    static func endedSend(_ fp: FramePointer?) {
        guard let fp else { return }
        let awaitable = fp[operandB(fp.pc[-1])]
        guard awaitable.isObject, awaitable.object.pointee.ob_type == _PyAsyncGenASend_TypePointer() else { return }
        AsyncSend.fields(awaitable).pointee.state = .closed
    }

    // MARK: The type

    static func describe(_ type: TypeBuilder) {
        GeneratorType.common(type, what: "async generator")
        type.slots.asyncIter = { (self) throws(Raised) -> Ref in Ref(self) }
        type.slots.asyncNext = { (self) throws(Raised) -> Ref in
            try AsyncHooks.begin(self)
            return AsyncSend.make(self, .none)
        }
        type.method(
            "asend", .one({ (self, value) throws(Raised) -> Ref in
                try AsyncHooks.begin(self)
                return AsyncSend.make(self, value)
            }), doc: "asend(v) -> send 'v' in generator.")
        type.method(
            "athrow", .raw({ (self, arguments) throws(Raised) -> Ref in
                if arguments.keywordCount != 0 { throw raise(.typeError, "async_generator.athrow() takes no keyword arguments") }
                try AsyncHooks.begin(self)
                let tuple = arguments.tuple(from: 0)
                return AsyncThrow.make(self, tuple.value)
            }), doc: "athrow(typ[,val[,tb]]) -> raise exception in generator.")
        type.method(
            "aclose", .noArguments({ (self) throws(Raised) -> Ref in
                try AsyncHooks.begin(self)
                return AsyncThrow.make(self, .null)
            }), doc: "aclose() -> raise GeneratorExit inside generator.")
        type.getter("ag_frame", GeneratorType.frame)
        type.getter("ag_await", doc: "object being awaited on, or None", GeneratorType.delegate)
        type.member("ag_running", type: T_BOOL, offset: 74)
        type.member("ag_code", type: T_OBJECT, offset: 16)
        type.classMethod(
            "__class_getitem__", .one({ (self, item) throws(Raised) -> Ref in try GenericAliasObject.make(self, item) }),
            doc: "See PEP 585")
    }
}
