// reversed, for sequences without a `__reversed__` of their own: see `IndexedIterator` for the layout.

import CPythonABI

enum ReversedObject {
    /// reversed(sequence)
    public static func make(_ sequence: Value) throws(Raised) -> Ref { try make(PyReversed_TypePointer(), sequence) }

    private static func make(_ type: TypePointer, _ sequence: Value) throws(Raised) -> Ref {
        let method = try DunderAdapters.lookup(sequence, Names.reversed)
        if method.value.isNone { throw raise(.typeError, "'\(sequence.type.name)' object is not reversible") }
        if !method.isNull { return try Call.call(method.value) }
        guard Sequences.isSequence(sequence) else { throw raise(.typeError, "'\(sequence.type.name)' object is not reversible") }
        let length = try Sequences.length(sequence)
        let result = try IteratorStorage.allocate(type, exact: PyReversed_TypePointer(), size: 32)
        let layout = IndexedIterator.layout(result.value)
        layout.pointee.index = length - 1
        sequence.retain()
        layout.pointee.container = sequence
        Collector.track(result.value.object)
        return result
    }

    static func describe(_ type: TypeBuilder) {
        IndexedIterator.describe(type)
        type.doc("Return a reverse iterator over the values of the given sequence.", signature: "(sequence, /)")
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            try ConstructorKeywords.reject(arguments, type, builtin: PyReversed_TypePointer(), "reversed")
            try arguments.check("reversed", 1, 1)
            return try make(type, arguments[0])
        }
        type.slots.next = { (self) throws(Raised) -> Ref in
            let layout = IndexedIterator.layout(self)
            let index = layout.pointee.index
            if index >= 0 && !layout.pointee.container.isNull {
                let sequence = Ref(layout.pointee.container)
                do throws(Raised) {
                    guard let slot = sequence.value.record.pointee.item else {
                        throw raise(.typeError, "'\(sequence.value.type.name)' object is not subscriptable")
                    }
                    let item = try slot(sequence.value, index)
                    layout.pointee.index = index - 1
                    return item
                } catch {
                    guard PendingException.matches(.indexError) || PendingException.matches(.stopIteration) else { throw error }
                    PendingException.clear()
                }
            }
            layout.pointee.index = -1
            IndexedIterator.exhaust(self)
            return .null
        }
        type.method(
            "__length_hint__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let layout = IndexedIterator.layout(self)
                if layout.pointee.container.isNull { return Ref(owned: Value(smallInt: 0)) }
                let sequence = Ref(layout.pointee.container)
                let length = try Sequences.length(sequence.value)
                let left = layout.pointee.index + 1
                return IntObject.make(length < left ? 0 : left)
            }), doc: IndexedIterator.hintDoc)
        type.method(
            "__reduce__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let layout = IndexedIterator.layout(self).pointee
                if layout.container.isNull {
                    let empty = TupleObject.empty
                    let arguments = TupleObject.make(empty.value)
                    return TupleObject.make(self.type.value, arguments.value)
                }
                let arguments = TupleObject.make(layout.container)
                let index = IntObject.make(layout.index)
                return TupleObject.make(self.type.value, arguments.value, index.value)
            }), doc: IndexedIterator.reduceDoc)
        type.method(
            "__setstate__",
            .one({ (self, state) throws(Raised) -> Ref in
                let index = try IndexedIterator.state(state)
                let layout = IndexedIterator.layout(self)
                if !layout.pointee.container.isNull {
                    let sequence = Ref(layout.pointee.container)
                    let length = try Sequences.length(sequence.value)
                    layout.pointee.index = max(-1, min(index, length - 1))
                }
                return .none
            }), doc: IndexedIterator.setstateDoc)
    }
}
