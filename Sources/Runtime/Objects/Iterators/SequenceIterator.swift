// The iterator over anything with `__getitem__` by number.

import CPythonABI

enum SequenceIterator {
    /// Index at +16, the sequence at +24 (null when exhausted).
    static func make(_ sequence: Value) -> Ref {
        let object = ObjectMemory.newCollected(PySeqIter_TypePointer(), as: PyObject.self, size: 32)
        let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)
        words[2] = Value(bits: 0)
        sequence.retain()
        words[3] = sequence
        Collector.track(object)
        return Ref(owned: Value(object))
    }
    static func describe(_ type: TypeBuilder) {
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
        type.slots.next = { (self) throws(Raised) -> Ref in
            let words = self.cast(to: Value.self)
            let sequence = Ref(words[3])
            if sequence.isNull { return .null }
            let index = Int(bitPattern: UInt(words[2].bits))
            do throws(Raised) {
                let item = try (sequence.value.record.pointee.item.unsafelyUnwrapped)(sequence.value, index)
                words[2] = Value(bits: words[2].bits &+ 1)
                return item
            } catch {
                guard PendingException.matches(.indexError) || PendingException.matches(.stopIteration) else { throw error }
                PendingException.clear()
                let old = words[3]
                words[3] = .null
                old.release()
                return .null
            }
        }
    }
}
