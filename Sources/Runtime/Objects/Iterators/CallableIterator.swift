// callable_iterator: iter(callable, sentinel). The callable at +16 and the sentinel at +24; both null when exhausted.

import CPythonABI

public enum CallableIterator {
    public static func make(_ callable: Value, _ sentinel: Value) -> Ref {
        let object = ObjectMemory.newCollected(PyCallIter_TypePointer(), as: PyObject.self, size: 32)
        let words = IteratorStorage.words(Value(object))
        callable.retain()
        sentinel.retain()
        words[2] = callable
        words[3] = sentinel
        Collector.track(object)
        return Ref(owned: Value(object))
    }

    static func describe(_ type: TypeBuilder) {
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            IteratorStorage.drop(Value(object), 2)
            IteratorStorage.drop(Value(object), 3)
            ObjectMemory.freeCollected(object, size: 32)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in IteratorStorage.visit(object, visit, argument, 2, 3) }
        type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
        type.slots.next = { (self) throws(Raised) -> Ref in
            let words = IteratorStorage.words(self)
            if words[2].isNull { return .null }
            let callable = Ref(words[2])
            do throws(Raised) {
                let result = try Call.call(callable.value)
                // The call may have exhausted this iterator.
                if words[3].isNull { return .null }
                let sentinel = Ref(words[3])
                if try !Compare.equal(result.value, sentinel.value) { return result }
            } catch {
                guard PendingException.clear(if: .stopIteration) else { throw error }
            }
            IteratorStorage.drop(self, 2)
            IteratorStorage.drop(self, 3)
            return .null
        }
        type.method(
            "__reduce__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let words = IteratorStorage.words(self)
                if words[2].isNull { return try IteratorReduction.exhausted() }
                let callable = try IteratorReduction.builtin("iter")
                let arguments = TupleObject.make(words[2], words[3])
                return TupleObject.make(callable.value, arguments.value)
            }), doc: IndexedIterator.reduceDoc)
    }
}
