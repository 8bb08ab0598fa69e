// The type slice.

import CPythonABI

extension SliceObject {
    static func describe(_ type: TypeBuilder) {
        type.doc(
            "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for extended slicing (e.g. a[0:10:2]).")
        type.type.pointee.tp_dealloc = deallocate
        type.type.pointee.tp_traverse = traverse
        type.slots.new = { (_, arguments) throws(Raised) -> Ref in
            try arguments.noKeywords("slice")
            try arguments.check("slice", 1, 3)
            if arguments.count == 1 { return make(.none, arguments[0]) }
            return make(arguments[0], arguments[1], arguments[2])
        }
        type.slots.repr = { (self) throws(Raised) -> Ref in
            var writer = ReprWriter()
            writer.append("slice(")
            try writer.append(repr: start(self))
            writer.append(", ")
            try writer.append(repr: stop(self))
            writer.append(", ")
            try writer.append(repr: step(self))
            writer.append(")")
            return try writer.finish()
        }
        type.slots.compare = { (a, b, operation) throws(Raised) -> Ref in
            guard isInstance(a), isInstance(b) else { return .notImplemented }
            if a === b { return .bool(operation.holds(0, 0)) }
            let x = tuple(a)
            let y = tuple(b)
            return try Compare.rich(x.value, y.value, operation)
        }
        type.unhashable()
        type.member("start", type: Members.exposedValueCode, offset: 16)
        type.member("stop", type: Members.exposedValueCode, offset: 24)
        type.member("step", type: Members.exposedValueCode, offset: 32)
        type.method(
            "indices", .one({ (self, length) throws(Raised) -> Ref in try indices(self, length) }),
            doc:
                "S.indices(len) -> (start, stop, stride)\n\nAssuming a sequence of length len, calculate the start and stop\nindices, and the stride length of the extended slice described by\nS. Out of bounds indices are clipped in a manner consistent with the\nhandling of normal slices."
        )
        type.method(
            "__reduce__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let fields = tuple(self)
                return TupleObject.make(PySlice_TypePointer().value, fields.value)
            }), doc: "Return state information for pickling.")
    }

    private static func tuple(_ slice: Value) -> Ref { TupleObject.make(start(slice), stop(slice), step(slice)) }

    /// slice.indices: ints of any size.
    static func indices(_ slice: Value, _ length: Value) throws(Raised) -> Ref {
        let length = try Index.object(length)
        let (first, last, stride) = (start(slice), stop(slice), step(slice))
        if let room = IntView(length.value).int, room >= 0, isModest(first), isModest(last), isModest(stride) {
            var bounds = try unpack(slice)
            _ = bounds.adjust(room)
            let start = IntObject.make(bounds.start)
            let stop = IntObject.make(bounds.stop)
            let step = IntObject.make(bounds.step)
            return TupleObject.make(start.value, stop.value, step.value)
        }
        return try longIndices(slice, length.value)
    }
    /// None or an immediate: unpacking does not clip it.
    private static func isModest(_ value: Value) -> Bool { value.isNone || value.isSmallInt }

    /// The bounds fitted to a length, all ints of any size: (start, stop, step).
    static func longIndices(_ slice: Value, _ length: Value) throws(Raised) -> Ref {
        let zero = Value(smallInt: 0)
        if IntView(length).isNegative { throw raise(.valueError, "length should not be negative") }
        let step: Ref
        if SliceObject.step(slice).isNone {
            step = Ref(owned: Value(smallInt: 1))
        } else {
            step = try bound(SliceObject.step(slice))
            if IntView(step.value).count == 0 { throw raise(.valueError, "slice step cannot be zero") }
        }
        let backward = IntView(step.value).isNegative
        // The range that start and stop are clipped to.
        let lower = Ref(owned: backward ? Value(smallInt: -1) : zero)
        let upper = backward ? try Numbers.binary(.add, length, Value(smallInt: -1)) : Ref(length)
        func clipped(_ value: Value, _ fallback: Value) throws(Raised) -> Ref {
            if value.isNone { return Ref(fallback) }
            let number = try bound(value)
            if IntView(number.value).isNegative {
                let shifted = try Numbers.binary(.add, number.value, length)
                return try Compare.bool(shifted.value, lower.value, .less) ? lower.copy() : shifted
            }
            return try Compare.bool(number.value, upper.value, .greater) ? upper.copy() : number
        }
        let start = try clipped(SliceObject.start(slice), backward ? upper.value : lower.value)
        let stop = try clipped(SliceObject.stop(slice), backward ? lower.value : upper.value)
        return TupleObject.make(start.value, stop.value, step.value)
    }
    private static func bound(_ value: Value) throws(Raised) -> Ref {
        guard Index.isIndex(value) else {
            throw raise(.typeError, "slice indices must be integers or None or have an __index__ method")
        }
        return try Index.object(value)
    }
}
