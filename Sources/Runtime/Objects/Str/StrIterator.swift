// Iterators over strs: one for ASCII, one for all others, as CPython has them.

import CPythonABI

enum StrIterator {
    /// Index at +16, the str at +24 (null when exhausted).
    static func make(_ text: Value) throws(Raised) -> Ref {
        let type = StrObject.isASCII(text) ? _PyUnicodeASCIIIter_TypePointer() : PyUnicodeIter_TypePointer()
        let object = ObjectMemory.newCollected(type.unsafelyUnwrapped, as: PyObject.self, size: 32)
        let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)
        words[2] = Value(bits: 0)
        text.retain()
        words[3] = text
        Collector.track(object)
        return Ref(owned: Value(object))
    }
    @inline(__always) private static func index(_ self: Value) -> Int { Int(bitPattern: UInt(self.cast(to: Value.self)[2].bits)) }
    @inline(__always) private static func setIndex(_ self: Value, _ index: Int) {
        self.cast(to: Value.self)[2] = Value(bits: UInt64(UInt(bitPattern: index)))
    }

    static func describe(_ type: TypeBuilder) {
        ByteIterator.describeIterator(type)
        type.slots.quickNext = QuickNext.str
        type.slots.next = { (self) throws(Raised) -> Ref in
            let words = self.cast(to: Value.self)
            let text = words[3]
            if text.isNull { return .null }
            let index = Int(bitPattern: UInt(words[2].bits))
            if index < StrObject.length(text) {
                words[2] = Value(bits: words[2].bits &+ 1)
                return StrObject.character(StrObject.character(text, index))
            }
            words[3] = .null
            text.release()
            return .null
        }
        type.method("__length_hint__", .noArguments { (self) throws(Raised) -> Ref in
            let text = self.cast(to: Value.self)[3]
            return IntObject.make(text.isNull ? 0 : max(StrObject.length(text) - index(self), 0))
        }, nil, doc: "Private method returning an estimate of len(list(it)).")
        type.method("__reduce__", .noArguments { (self) throws(Raised) -> Ref in
            let text = self.cast(to: Value.self)[3]
            return try ByteIterator.reduce(text, index(self), StrObject.emptyValue)
        }, nil, doc: "Return state information for pickling.")
        type.method("__setstate__", .one { (self, state) throws(Raised) -> Ref in
            let wanted = try IndexedIterator.state(state)
            let text = self.cast(to: Value.self)[3]
            if !text.isNull { setIndex(self, min(max(wanted, 0), StrObject.length(text))) }
            return .none
        }, nil, doc: "Set state information for unpickling.")
    }
}
