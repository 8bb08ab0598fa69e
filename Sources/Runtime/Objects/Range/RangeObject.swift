// Ranges: storage and arithmetic.
//
// start, stop, step and length are the words behind the head (+16, +24, +32, +40): ints of any size, never anything else. Nearly
// always they are immediates; what is computed with others goes through the number protocol.

import CPythonABI

public enum RangeObject {
    @inline(__always) private static func words(_ range: Value) -> UnsafeMutablePointer<Value> { range.cast(to: Value.self) }
    @inline(__always) static func start(_ range: Value) -> Value { words(range)[2] }
    @inline(__always) static func stop(_ range: Value) -> Value { words(range)[3] }
    @inline(__always) static func step(_ range: Value) -> Value { words(range)[4] }
    @inline(__always) static func length(_ range: Value) -> Value { words(range)[5] }
    /// range cannot be subclassed, so this is exact.
    @inlinable public static func isInstance(_ value: Value) -> Bool {
        value.isObject && value.object.pointee.ob_type == PyRange_TypePointer()
    }

    /// range(start, stop, step); `step` is not 0.
    public static func make(_ start: Int, _ stop: Int, _ step: Int = 1) -> Ref {
        let first = IntObject.make(start)
        let last = IntObject.make(stop)
        let stride = IntObject.make(step)
        let length = IntObject.make(unsigned: count(start, stop, step))
        return make(first.value, last.value, stride.value, length: length.value)
    }
    /// range(start, stop, step) of ints of any size; the step is not 0.
    static func make(_ start: Value, _ stop: Value, _ step: Value) throws(Raised) -> Ref {
        let length = try computeLength(start, stop, step)
        return make(start, stop, step, length: length.value)
    }
    private static func make(_ start: Value, _ stop: Value, _ step: Value, length: Value) -> Ref {
        let object = ObjectMemory.new(PyRange_TypePointer(), as: PyObject.self, size: 48)
        let words = words(Value(object))
        words[2] = start
        words[3] = stop
        words[4] = step
        words[5] = length
        for index in 2..<6 { words[index].retain() }
        return Ref(owned: Value(object))
    }

    /// How many numbers there are.
    static func count(_ start: Int, _ stop: Int, _ step: Int) -> UInt {
        if step > 0 {
            return start < stop ? (UInt(bitPattern: stop) &- UInt(bitPattern: start) &- 1) / UInt(step) &+ 1 : 0
        }
        return start > stop ? (UInt(bitPattern: start) &- UInt(bitPattern: stop) &- 1) / step.magnitude &+ 1 : 0
    }
    private static func computeLength(_ start: Value, _ stop: Value, _ step: Value) throws(Raised) -> Ref {
        if let first = IntView(start).int, let last = IntView(stop).int, let stride = IntView(step).int {
            return IntObject.make(unsigned: count(first, last, stride))
        }
        let backward = IntView(step).isNegative
        let (low, high) = backward ? (stop, start) : (start, stop)
        if try !Compare.bool(low, high, .less) { return Ref(owned: Value(smallInt: 0)) }
        let stride = backward ? try Numbers.negative(step) : Ref(step)
        let distance = try Numbers.binary(.subtract, high, low)
        let last = try Numbers.binary(.subtract, distance.value, Value(smallInt: 1))
        let steps = try Numbers.binary(.floorDivide, last.value, stride.value)
        return try Numbers.binary(.add, steps.value, Value(smallInt: 1))
    }

    /// start, step and length as machine words; nil if they, or the stop, do not fit.
    static func machine(_ range: Value) -> (start: Int, step: Int, length: Int)? {
        guard let start = IntView(start(range)).int, let step = IntView(step(range)).int, let length = IntView(length(range)).int,
            IntView(stop(range)).int != nil
        else { return nil }
        return (start, step, length)
    }

    /// Number `index`, which is not checked.
    static func number(_ range: Value, _ index: Value) throws(Raised) -> Ref {
        if let (start, step, length) = machine(range), let index = IntView(index).int, index >= 0 && index < max(length, 1) {
            return IntObject.make(start &+ step &* index)
        }
        let offset = try Numbers.binary(.multiply, index, step(range))
        return try Numbers.binary(.add, start(range), offset.value)
    }

    /// Appends all numbers to a list; false, with nothing done, if they are no machine words.
    static func append(_ range: Value, to list: Value) throws(Raised) -> Bool {
        guard let (start, step, length) = machine(range), start.magnitude < 1 << 48,
            length == 0 || (start &+ step &* (length - 1)).magnitude < 1 << 48, step.magnitude < 1 << 49, !list.object.isExposed
        else { return false }
        let old = ListObject.count(list)
        guard old < Int.max - length else { throw raise(.memoryError, argument: .null) }
        try ListObject.prepare(list, length)
        let items = ListObject.items(list) + old
        var number = start
        for index in 0..<length {
            items[index] = Value(smallInt: number)
            number &+= step
        }
        ListObject.head(list).pointee.ob_base.ob_size = old + length
        return true
    }

    /// Whether an exact int or bool is one of the numbers.
    static func contains(_ range: Value, int: Value) throws(Raised) -> Bool {
        if let (start, step, length) = machine(range), let number = IntView(int).int {
            if length == 0 { return false }
            let last = start &+ step &* (length - 1)
            if step > 0 ? number < start || number > last : number > start || number < last { return false }
            let distance = step > 0 ? UInt(bitPattern: number) &- UInt(bitPattern: start) : UInt(bitPattern: start) &- UInt(bitPattern: number)
            return distance % step.magnitude == 0
        }
        let backward = IntView(step(range)).isNegative
        let (low, high) = (start(range), stop(range))
        if try !Compare.bool(low, int, backward ? .greaterOrEqual : .lessOrEqual) { return false }
        if try !Compare.bool(int, high, backward ? .greater : .less) { return false }
        let distance = try Numbers.binary(.subtract, int, start(range))
        let rest = try Numbers.binary(.modulo, distance.value, step(range))
        return IntView(rest.value).count == 0
    }

    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        let words = RangeObject.words(Value(object))
        for index in 2..<6 { words[index].release() }
        ObjectMemory.free(object, size: 48)
    }
}
