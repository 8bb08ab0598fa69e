// The iterators of ranges.
//
// range_iterator, which the interpreter loop reads and advances directly:
//
//     +16  next       the number that comes next
//     +24  step
//     +32  remaining  how many numbers are left; 0 when exhausted
//     +40  length     how many there were at first
//
// all of them machine words (not values). `next` may run past the ends of Int once nothing remains, so it is advanced with `&+`.
//
// longrange_iterator: index, start, step and length (+16 ... +40) are values, ints of any size.

import CPythonABI

public enum RangeIterator {
    public struct Layout {
        var head: PyObject
        public var next: Int
        public var step: Int
        public var remaining: Int
        public var length: Int
    }
    @inline(__always) public static func layout(_ iterator: Value) -> UnsafeMutablePointer<Layout> { iterator.cast(to: Layout.self) }

    /// iter(range)
    static func make(_ range: Value) throws(Raised) -> Ref {
        if let (start, step, length) = RangeObject.machine(range) {
            // What stands behind the last number must be one of the machine's too.
            let (distance, overflows) = step.multipliedReportingOverflow(by: length)
            if !overflows && !start.addingReportingOverflow(distance).overflow { return make(start, step, length) }
        }
        return makeLong(RangeObject.start(range), RangeObject.step(range), RangeObject.length(range))
    }
    /// reversed(range)
    static func makeReverse(_ range: Value) throws(Raised) -> Ref {
        if let (start, step, length) = RangeObject.machine(range), step != Int.min {
            return make(start &+ step &* (length &- 1), 0 &- step, length)
        }
        let step = try Numbers.negative(RangeObject.step(range))
        let last = try Numbers.binary(.subtract, RangeObject.length(range), Value(smallInt: 1))
        let offset = try Numbers.binary(.multiply, last.value, RangeObject.step(range))
        let start = try Numbers.binary(.add, RangeObject.start(range), offset.value)
        return makeLong(start.value, step.value, RangeObject.length(range))
    }
    static func make(_ start: Int, _ step: Int, _ length: Int) -> Ref {
        let iterator = ObjectMemory.new(PyRangeIter_TypePointer(), as: Layout.self, size: 48)
        iterator.pointee.next = start
        iterator.pointee.step = step
        iterator.pointee.remaining = length
        iterator.pointee.length = length
        return Ref(owned: Value(pointer: iterator))
    }

    static func describe(_ type: TypeBuilder) {
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            ObjectMemory.free(object, size: 48)
        }
        type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
        type.slots.quickNext = QuickNext.range
        type.slots.next = { (self) throws(Raised) -> Ref in
            let layout = layout(self)
            if layout.pointee.remaining <= 0 { return .null }
            let number = layout.pointee.next
            layout.pointee.next = number &+ layout.pointee.step
            layout.pointee.remaining &-= 1
            return IntObject.make(number)
        }
        type.method(
            "__length_hint__", .noArguments({ (self) throws(Raised) -> Ref in IntObject.make(layout(self).pointee.remaining) }),
            doc: "Private method returning an estimate of len(list(it)).")
        type.method(
            "__reduce__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let layout = layout(self).pointee
                let done = layout.length &- layout.remaining
                let start = layout.next &- layout.step &* done
                let (distance, overflows) = layout.step.multipliedReportingOverflow(by: layout.length)
                let (stop, runsOver) = start.addingReportingOverflow(distance)
                if !overflows && !runsOver {
                    let range = RangeObject.make(start, stop, layout.step)
                    return try IteratorReduction.make("iter", range.value, state: done)
                }
                let first = IntObject.make(start)
                let step = IntObject.make(layout.step)
                let length = IntObject.make(layout.length)
                let product = try Numbers.binary(.multiply, length.value, step.value)
                let end = try Numbers.binary(.add, first.value, product.value)
                let range = try RangeObject.make(first.value, end.value, step.value)
                return try IteratorReduction.make("iter", range.value, state: done)
            }), doc: "Return state information for pickling.")
        type.method(
            "__setstate__",
            .one({ (self, state) throws(Raised) -> Ref in
                let layout = layout(self)
                let index = max(0, min(try Index.size(state), layout.pointee.length))
                let done = layout.pointee.length &- layout.pointee.remaining
                layout.pointee.next = layout.pointee.next &+ layout.pointee.step &* (index &- done)
                layout.pointee.remaining = layout.pointee.length &- index
                return .none
            }), doc: "Set state information for unpickling.")
    }

    // MARK: Long ranges

    private static func words(_ iterator: Value) -> UnsafeMutablePointer<Value> { iterator.cast(to: Value.self) }
    private static func makeLong(_ start: Value, _ step: Value, _ length: Value) -> Ref {
        let object = ObjectMemory.new(PyLongRangeIter_TypePointer(), as: PyObject.self, size: 48)
        let words = words(Value(object))
        words[2] = Value(smallInt: 0)
        words[3] = start
        words[4] = step
        words[5] = length
        for index in 3..<6 { words[index].retain() }
        return Ref(owned: Value(object))
    }

    static func describeLong(_ type: TypeBuilder) {
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            let words = RangeIterator.words(Value(object))
            for index in 2..<6 { words[index].release() }
            ObjectMemory.free(object, size: 48)
        }
        type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
        type.slots.next = { (self) throws(Raised) -> Ref in
            let words = words(self)
            if try !Compare.bool(words[2], words[5], .less) { return .null }
            let offset = try Numbers.binary(.multiply, words[2], words[4])
            let result = try Numbers.binary(.add, words[3], offset.value)
            let next = try Numbers.binary(.add, words[2], Value(smallInt: 1))
            let old = words[2]
            words[2] = next.take()
            old.release()
            return result
        }
        type.method(
            "__length_hint__",
            .noArguments({ (self) throws(Raised) -> Ref in try Numbers.binary(.subtract, words(self)[5], words(self)[2]) }),
            doc: "Private method returning an estimate of len(list(it)).")
        type.method(
            "__reduce__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let words = words(self)
                let distance = try Numbers.binary(.multiply, words[5], words[4])
                let stop = try Numbers.binary(.add, words[3], distance.value)
                let range = try RangeObject.make(words[3], stop.value, words[4])
                return try IteratorReduction.make("iter", range.value, state: words[2])
            }), doc: "Return state information for pickling.")
        type.method(
            "__setstate__",
            .one({ (self, state) throws(Raised) -> Ref in
                let words = words(self)
                let index = try Index.object(state)
                let zero = Value(smallInt: 0)
                let negative = try Compare.bool(index.value, zero, .less)
                let beyond = try Compare.bool(index.value, words[5], .greater)
                let clipped = negative ? zero : beyond ? words[5] : index.value
                let old = words[2]
                clipped.retain()
                words[2] = clipped
                old.release()
                return .none
            }), doc: "Set state information for unpickling.")
    }
}
