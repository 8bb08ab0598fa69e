// Iterators over bytes and bytearrays, and what they share with those over strs.

import CPythonABI

enum ByteIterator {
    /// Index at +16, the object at +24 (null when exhausted).
    static func make(_ bytes: Value) throws(Raised) -> Ref {
        let type = BytesObject.isInstance(bytes) ? PyBytesIter_TypePointer() : PyByteArrayIter_TypePointer()
        let object = ObjectMemory.newCollected(type.unsafelyUnwrapped, as: PyObject.self, size: 32)
        let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)
        words[2] = Value(bits: 0)
        bytes.retain()
        words[3] = bytes
        Collector.track(object)
        return Ref(owned: Value(object))
    }
    /// Memory management and `iter` of an iterator with these two words.
    static func describeIterator(_ type: TypeBuilder) {
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)[3].release()
            ObjectMemory.freeCollected(object, size: 32)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            guard let object, let visit else { return 0 }
            let sequence = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)[3]
            return sequence.isObject ? visit(sequence.object, argument) : 0
        }
        type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
    }
    static func describe(_ type: TypeBuilder) {
        describeIterator(type)
        type.slots.quickNext = QuickNext.bytes
        type.slots.next = { (self) throws(Raised) -> Ref in
            let words = self.cast(to: Value.self)
            let bytes = words[3]
            if bytes.isNull { return .null }
            let index = Int(bitPattern: UInt(words[2].bits))
            let text = ByteText(bytes)
            if index < text.count {
                words[2] = Value(bits: words[2].bits &+ 1)
                return Ref(owned: Value(smallInt: Int(text[index])))
            }
            words[3] = .null
            bytes.release()
            return .null
        }
        type.method("__length_hint__", .noArguments { (self) throws(Raised) -> Ref in
            let words = self.cast(to: Value.self)
            if words[3].isNull { return IntObject.make(0) }
            return IntObject.make(max(ByteText(words[3]).count - Int(bitPattern: UInt(words[2].bits)), 0))
        }, nil, doc: "Private method returning an estimate of len(list(it)).")
        type.method("__reduce__", .noArguments { (self) throws(Raised) -> Ref in
            let words = self.cast(to: Value.self)
            return try reduce(words[3], Int(bitPattern: UInt(words[2].bits)), TupleObject.emptyValue)
        }, nil, doc: "Return state information for pickling.")
        type.method("__setstate__", .one { (self, state) throws(Raised) -> Ref in
            let wanted = try IndexedIterator.state(state)
            let words = self.cast(to: Value.self)
            if !words[3].isNull { words[2] = Value(bits: UInt64(UInt(bitPattern: min(max(wanted, 0), ByteText(words[3]).count)))) }
            return .none
        }, nil, doc: "Set state information for unpickling.")
    }
    /// (iter, (sequence,), index), or (iter, (empty,)) for an exhausted iterator.
    static func reduce(_ sequence: Value, _ index: Int, _ empty: Value) throws(Raised) -> Ref {
        let iter = try IteratorReduction.builtin("iter")
        let arguments = TupleObject.make(sequence.isNull ? empty : sequence)
        if sequence.isNull { return TupleObject.make(iter.value, arguments.value) }
        return TupleObject.make(iter.value, arguments.value, Value(smallInt: index))
    }
}
