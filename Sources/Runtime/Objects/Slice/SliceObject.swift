// Slices: storage, and the arithmetic of bounds that all sequences share.
//
// start, stop and step are the three words behind the head (+16, +24, +32). A slice never changes, so exposing it to C once is enough.

import CPythonABI

public enum SliceObject {
    @inline(__always) private static func words(_ slice: Value) -> UnsafeMutablePointer<Value> { slice.cast(to: Value.self) }
    /// The fields, borrowed.
    @inline(__always) public static func start(_ slice: Value) -> Value { Border.read(words(slice)[2]) }
    @inline(__always) public static func stop(_ slice: Value) -> Value { Border.read(words(slice)[3]) }
    @inline(__always) public static func step(_ slice: Value) -> Value { Border.read(words(slice)[4]) }
    /// slice cannot be subclassed, so this is exact.
    @inlinable public static func isInstance(_ value: Value) -> Bool {
        value.isObject && value.object.pointee.ob_type == PySlice_TypePointer()
    }

    /// slice(start, stop, step) of borrowed values; null means None.
    public static func make(_ start: Value, _ stop: Value, _ step: Value = .none) -> Ref {
        let object = ObjectMemory.newCollected(PySlice_TypePointer(), as: PyObject.self, size: 40)
        let slice = Value(object)
        let words = words(slice)
        words[2] = start.isNull ? .none : start
        words[3] = stop.isNull ? .none : stop
        words[4] = step.isNull ? .none : step
        var cyclic = false
        for index in 2..<5 where words[index].isObject {
            words[index].retain()
            if words[index].object.pointee.ob_type.isCollected { cyclic = true }
        }
        if cyclic { Collector.track(object) }
        return Ref(owned: slice)
    }

    /// The bounds as machine words, clipped but not yet fitted to a length (`SliceBounds.adjust`). Runs `__index__` methods, which
    /// may change the sequence: ask for its length afterwards.
    public static func unpack(_ slice: Value) throws(Raised) -> SliceBounds {
        let held = Ref(slice)
        let (start, stop, step) = (start(held.value), stop(held.value), step(held.value))
        var bounds = SliceBounds(start: 0, stop: Int.max, step: 1)
        if !step.isNone {
            bounds.step = try index(step)
            if bounds.step == 0 { throw raise(.valueError, "slice step cannot be zero") }
            // So that it can be negated.
            if bounds.step < -Int.max { bounds.step = -Int.max }
        }
        if start.isNone {
            bounds.start = bounds.step < 0 ? Int.max : 0
        } else {
            bounds.start = try index(start)
        }
        if stop.isNone {
            bounds.stop = bounds.step < 0 ? Int.min : Int.max
        } else {
            bounds.stop = try index(stop)
        }
        return bounds
    }

    private static func index(_ value: Value) throws(Raised) -> Int {
        if value.isSmallInt { return value.smallInt }
        guard Index.isIndex(value) else {
            throw raise(.typeError, "slice indices must be integers or None or have an __index__ method")
        }
        return try Index.of(value, nil)
    }

    /// An argument like the `start` of `list.index`: an int, clipped; negative numbers are not yet counted from the end.
    public static func position(_ value: Value) throws(Raised) -> Int {
        if value.isSmallInt { return value.smallInt }
        guard Index.isIndex(value) else {
            throw raise(.typeError, "slice indices must be integers or have an __index__ method")
        }
        return try Index.of(value, nil)
    }

    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        Collector.untrack(object)
        let words = SliceObject.words(Value(object))
        for index in 2..<5 { words[index].release() }
        ObjectMemory.freeCollected(object, size: 40)
    }
    static let traverse: traverseproc = { object, visit, argument in
        guard let object, let visit else { return 0 }
        let words = SliceObject.words(Value(object))
        for index in 2..<5 where words[index].isObject {
            let result = visit(words[index].object, argument)
            if result != 0 { return result }
        }
        return 0
    }
}

/// What a slice selects: `start`, `start + step`, ... before `stop`.
public struct SliceBounds {
    public var start: Int
    public var stop: Int
    public var step: Int

    public init(start: Int, stop: Int, step: Int) {
        (self.start, self.stop, self.step) = (start, stop, step)
    }

    /// Fits the bounds to a sequence of `length` items and returns how many are selected. Afterwards `start + i * step` is a valid
    /// index for each of them.
    @inlinable public mutating func adjust(_ length: Int) -> Int {
        if start < 0 {
            start &+= length
            if start < 0 { start = step < 0 ? -1 : 0 }
        } else if start >= length {
            start = step < 0 ? length &- 1 : length
        }
        if stop < 0 {
            stop &+= length
            if stop < 0 { stop = step < 0 ? -1 : 0 }
        } else if stop >= length {
            stop = step < 0 ? length &- 1 : length
        }
        if step == 1 { return max(stop &- start, 0) }
        if step < 0 { return stop < start ? (start &- stop &- 1) / (0 &- step) &+ 1 : 0 }
        return start < stop ? (stop &- start &- 1) / step &+ 1 : 0
    }
}
