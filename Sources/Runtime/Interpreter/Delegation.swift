// Stepping iterators as Python sees it: with values sent, exceptions thrown, and the value that an iterator returns at its end.
//
// The `next` slot of a type drops that value, which is right for loops. `yield from`, `await`, `next()` and `__next__()` need it, and
// come here.

import CPythonABI

/// What `yield from` and `await` do with an iterator that is not run by pushing its frame.
enum Delegation {
    /// Sends a value (borrowed). Returns what was yielded, or with `finished` what was returned.
    static func send(_ iterator: Value, _ sent: Value, finished: inout Bool) throws(Raised) -> Ref {
        if iterator.isObject {
            let type = iterator.object.pointee.ob_type
            if type == PyGen_TypePointer() || type == PyCoro_TypePointer() { return try Generators.resume(iterator, sent, finished: &finished) }
            if type == _PyAsyncGenASend_TypePointer() { return try AsyncSend.send(iterator, sent, finished: &finished) }
            if type == _PyAsyncGenAThrow_TypePointer() { return try AsyncThrow.send(iterator, sent, finished: &finished) }
            if type == _PyCoroWrapper_TypePointer() {
                return try Generators.resume(CoroutineWrapper.coroutine(iterator), sent, finished: &finished)
            }
            if type == _PyAnextAwaitable_TypePointer() { return try AnextAwaitable.send(iterator, sent, finished: &finished) }
        }
        do throws(Raised) {
            if let type = ForeignIteration.stepper(iterator) {
                return try ForeignIteration.send(type, iterator, sent, finished: &finished)
            }
            if !sent.isNone { return try Call.method(iterator, Names.send, sent) }
            let record = iterator.record
            guard let next = record.pointee.next else { throw raise(.typeError, "'\(iterator.type.name)' object is not an iterator") }
            if record.pointee.madeInPython {
                let method = iterator.type.lookup(Names.next)
                if !Descriptors.isWrapper(method) { return try DunderAdapters.callMethod(iterator, Names.next) }
            }
            let value = try next(iterator)
            if !value.isNull { return value }
            finished = true
            return .none
        } catch {
            guard PendingException.matches(.stopIteration) else { throw error }
            finished = true
            return StopIterations.takeValue()
        }
    }

    /// Whether the end of an iterator is a StopIteration that somebody may be told of: built-in iterators end without.
    static func hasRaised(_ iterator: Value) -> Bool {
        iterator.isObject && (returnsValue(iterator) || iterator.record.pointee.madeInPython)
    }

    /// iterator.throw(...): as `send`; null if the iterator has no such method.
    static func throwTo(_ iterator: Value, _ thrown: Thrown, finished: inout Bool) throws(Raised) -> Ref {
        do throws(Raised) {
            let method = try Attributes.getIfPresent(iterator, Names.throw)
            if method.isNull { return .null }
            return try thrown.call(method.value)
        } catch {
            guard PendingException.matches(.stopIteration) else { throw error }
            finished = true
            return StopIterations.takeValue()
        }
    }

    /// next(iterator) for Python: never null, StopIteration with its value at the end.
    static func next(_ iterator: Value) throws(Raised) -> Ref {
        guard let slot = iterator.record.pointee.next else {
            throw raise(.typeError, "'\(iterator.type.name)' object is not an iterator")
        }
        if iterator.isObject {
            if iterator.record.pointee.madeInPython {
                let method = iterator.type.lookup(Names.next)
                if !Descriptors.isWrapper(method) { return try DunderAdapters.callMethod(iterator, Names.next) }
            } else if returnsValue(iterator) {
                var finished = false
                let value = try send(iterator, .none, finished: &finished)
                if finished { throw StopIterations.raise(value.value) }
                return value
            }
        }
        if let type = ForeignIteration.stepper(iterator) {
            let value = try ForeignIteration.next(type, iterator)
            if value.isNull { throw raise(.stopIteration, argument: .null) }
            return value
        }
        let value = try slot(iterator)
        if value.isNull { throw raise(.stopIteration, argument: .null) }
        return value
    }
    /// Whether the iterator is one of the runtime's own whose end has a value.
    static func returnsValue(_ iterator: Value) -> Bool {
        let type = iterator.object.pointee.ob_type
        return type == PyGen_TypePointer() || type == PyCoro_TypePointer() || type == _PyAsyncGenASend_TypePointer()
            || type == _PyAsyncGenAThrow_TypePointer() || type == _PyCoroWrapper_TypePointer() || type == _PyAnextAwaitable_TypePointer()
    }
    /// The `next` slot of the iterators of this runtime that return a value: null at the end.
    static let nextSlot: UnarySlot = { (self) throws(Raised) -> Ref in
        var finished = false
        let value = try send(self, .none, finished: &finished)
        if finished { return .null }
        return value
    }
    /// The method `send`: StopIteration with the value at the end.
    static let sendMethod: BinarySlot = { (self, sent) throws(Raised) -> Ref in
        var finished = false
        let value = try send(self, sent, finished: &finished)
        if finished { throw StopIterations.raise(value.value) }
        return value
    }
}

extension Descriptors {
    /// Whether a class attribute is a slot of a built-in type.
    static func isWrapper(_ attribute: Value) -> Bool {
        attribute.isObject && attribute.object.pointee.ob_type == PyWrapperDescr_TypePointer()
    }
}

/// The value of a StopIteration.
enum StopIterations {
    /// Clears the pending StopIteration and returns its value; None if none is pending.
    static func takeValue() -> Ref {
        let thread = PendingException.state
        guard let type = thread.pointee.curexc_type else { return .none }
        // Not made into an instance yet: the argument is the value.
        if UnsafeMutableRawPointer(type) == UnsafeMutableRawPointer(PyExc_StopIterationPointer()) {
            guard let argument = thread.pointee.curexc_value else {
                PendingException.clear()
                return .none
            }
            if !ExceptionObject.isInstance(Value(argument)) && !TupleObject.isInstance(Value(argument)) {
                let value = Ref(Border.fromC(borrowed: argument))
                PendingException.clear()
                return value
            }
        }
        let exception = ExceptionObject.take()
        guard exception.value.type.isSubtype(of: PyExc_StopIterationPointer()) else { return .none }
        guard let value = exception.value.cast(to: PyStopIterationObject.self).pointee.value else { return .none }
        return Ref(Border.fromC(borrowed: value))
    }

    /// Raises StopIteration(value); without an argument for None.
    static func raise(_ value: Value) -> Raised {
        if value.isNone { return Runtime.raise(.stopIteration, argument: .null) }
        guard TupleObject.isInstance(value) || ExceptionObject.isInstance(value) else {
            return Runtime.raise(.stopIteration, argument: value)
        }
        // A tuple would be taken for the arguments, an exception for the instance.
        do throws(Raised) {
            let exception = try Call.call(PyExc_StopIterationPointer().value, value)
            PendingException.setInstance(exception.value)
            return Raised()
        } catch { return error }
    }
}
