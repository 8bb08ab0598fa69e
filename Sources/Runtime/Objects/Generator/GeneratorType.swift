// generator and coroutine as types: attributes and methods.

import CPythonABI
import Compiler

enum GeneratorType {
    private static let sendDoc: (StaticString, StaticString) = (
        "send(arg) -> send 'arg' into generator,\nreturn next yielded value or raise StopIteration.",
        "send(arg) -> send 'arg' into coroutine,\nreturn next iterated value or raise StopIteration."
    )
    static let throwDoc: StaticString =
        "throw(value)\nthrow(type[,value[,tb]])\n\nRaise exception in generator, return next yielded value or raise\nStopIteration."
    static let coroutineThrowDoc: StaticString =
        "throw(value)\nthrow(type[,value[,traceback]])\n\nRaise exception in coroutine, return next iterated value or raise\nStopIteration."

    static func describe(_ type: TypeBuilder) {
        common(type, what: "generator")
        type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
        type.slots.next = { (self) throws(Raised) -> Ref in try Generators.next(self) }
        type.method("send", .one(Delegation.sendMethod), doc: sendDoc.0)
        type.method("throw", .positional(minimum: 1, maximum: 3, throwMethod), doc: throwDoc)
        type.method("close", .noArguments(closeMethod), doc: "close() -> raise GeneratorExit inside generator.")
        type.getter("gi_frame", { (self) throws(Raised) -> Ref in
            try Audit.read(self, "gi_frame")
            return try frame(self)
        })
        type.getter("gi_running", { (self) throws(Raised) -> Ref in .bool(Generators.state(self) == .executing) })
        type.getter("gi_suspended", { (self) throws(Raised) -> Ref in .bool(Generators.state(self) == .suspended) })
        type.getter("gi_yieldfrom", doc: "object being iterated by yield from, or None", delegate)
        type.member("gi_code", type: T_OBJECT, offset: 16)
    }

    static func describeCoroutine(_ type: TypeBuilder) {
        common(type, what: "coroutine")
        type.slots.await = { (self) throws(Raised) -> Ref in CoroutineWrapper.make(self) }
        type.method("send", .one(Delegation.sendMethod), doc: sendDoc.1)
        type.method("throw", .positional(minimum: 1, maximum: 3, throwMethod), doc: coroutineThrowDoc)
        type.method("close", .noArguments(closeMethod), doc: "close() -> raise GeneratorExit inside coroutine.")
        type.getter("cr_frame", { (self) throws(Raised) -> Ref in
            try Audit.read(self, "cr_frame")
            return try frame(self)
        })
        type.getter("cr_running", { (self) throws(Raised) -> Ref in .bool(Generators.state(self) == .executing) })
        type.getter("cr_suspended", { (self) throws(Raised) -> Ref in .bool(Generators.state(self) == .suspended) })
        type.getter("cr_await", doc: "object being awaited on, or None", delegate)
        type.member("cr_code", type: T_OBJECT, offset: 16)
        type.member("cr_origin", type: T_OBJECT, offset: 64)
    }

    /// What generators, coroutines and asynchronous generators have in common. `what` goes into documentation.
    static func common(_ type: TypeBuilder, what: String) {
        type.type.pointee.tp_dealloc = Generators.deallocate
        type.type.pointee.tp_traverse = Generators.traverse
        type.type.pointee.tp_clear = Generators.clearForCollector
        type.slots.finalize = { (self) in Generators.finalize(self) }
        type.slots.repr = { (self) throws(Raised) -> Ref in
            let kind = Generators.isGenerator(self) ? "generator" : Generators.isCoroutine(self) ? "coroutine" : "async_generator"
            let name = Generators.head(self).pointee.gi_qualname.map { text(Value($0)) } ?? "?"
            return StrObject.make("<\(kind) object \(name) at \(Repr.address(self))>")
        }
        let names: (StaticString, StaticString)
        switch what {
        case "generator": names = ("name of the generator", "qualified name of the generator")
        case "coroutine": names = ("name of the coroutine", "qualified name of the coroutine")
        default: names = ("name of the async generator", "qualified name of the async generator")
        }
        type.getter(
            "__name__", doc: names.0, { (self) throws(Raised) -> Ref in string(Generators.head(self).pointee.gi_name) },
            set: { (self, value) throws(Raised) -> Void in
                guard StrObject.isInstance(value) else { throw raise(.typeError, "__name__ must be set to a string object") }
                let old = Generators.head(self).pointee.gi_name
                Generators.head(self).pointee.gi_name = Border.boxed(value)
                if let old { Value(old).release() }
            })
        type.getter(
            "__qualname__", doc: names.1, { (self) throws(Raised) -> Ref in string(Generators.head(self).pointee.gi_qualname) },
            set: { (self, value) throws(Raised) -> Void in
                guard StrObject.isInstance(value) else { throw raise(.typeError, "__qualname__ must be set to a string object") }
                let old = Generators.head(self).pointee.gi_qualname
                Generators.head(self).pointee.gi_qualname = Border.boxed(value)
                if let old { Value(old).release() }
            })
        type.method(
            "__sizeof__", .noArguments({ (self) throws(Raised) -> Ref in
                IntObject.make(Generators.size(Generators.window(self).code))
            }), doc: "gen.__sizeof__() -> size of gen in memory, in bytes")
    }
    private static func string(_ object: ObjectPointer?) -> Ref { object.map { Ref(Value($0)) } ?? .none }

    static let throwMethod: CallSlot = { (self, arguments) throws(Raised) -> Ref in
        var finished = false
        let value = try Generators.throwInto(self, Thrown(arguments), finished: &finished)
        if finished { throw StopIterations.raise(value.value) }
        return value
    }
    static let closeMethod: UnarySlot = { (self) throws(Raised) -> Ref in
        try Generators.close(self)
        return .none
    }
    static let frame: UnarySlot = { (self) throws(Raised) -> Ref in
        Generators.state(self) == .completed ? .none : Ref(FrameObject.of(Generators.window(self)))
    }
    static let delegate: UnarySlot = { (self) throws(Raised) -> Ref in
        guard Generators.state(self) == .suspended, let iterator = Generators.delegate(Generators.window(self)) else { return .none }
        return Ref(iterator)
    }
}

/// coroutine_wrapper: what `coroutine.__await__()` gives. The coroutine at +16.
enum CoroutineWrapper {
    static func make(_ coroutine: Value) -> Ref {
        let object = ObjectMemory.newCollected(_PyCoroWrapper_TypePointer(), as: PyObject.self, size: 24)
        coroutine.retain()
        Value(object).cast(to: Value.self)[2] = coroutine
        Collector.track(object)
        return Ref(owned: Value(object))
    }
    static func coroutine(_ wrapper: Value) -> Value { wrapper.cast(to: Value.self)[2] }

    static func describe(_ type: TypeBuilder) {
        type.doc("A wrapper object implementing __await__ for coroutines.")
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            CoroutineWrapper.coroutine(Value(object)).release()
            ObjectMemory.freeCollected(object, size: 24)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            guard let object, let visit else { return 0 }
            return visit(CoroutineWrapper.coroutine(Value(object)).object, argument)
        }
        type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
        type.slots.next = Delegation.nextSlot
        type.method(
            "send", .one(Delegation.sendMethod),
            doc: "send(arg) -> send 'arg' into coroutine,\nreturn next iterated value or raise StopIteration.")
        type.method(
            "throw", .positional(minimum: 1, maximum: 3, { (self, arguments) throws(Raised) -> Ref in
                try GeneratorType.throwMethod(coroutine(self), arguments)
            }), doc: GeneratorType.coroutineThrowDoc)
        type.method(
            "close", .noArguments({ (self) throws(Raised) -> Ref in try GeneratorType.closeMethod(coroutine(self)) }),
            doc: "close() -> raise GeneratorExit inside coroutine.")
    }
}
