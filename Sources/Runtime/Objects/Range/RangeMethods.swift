// The type range.

import CPythonABI

extension RangeObject {
    static func describe(_ type: TypeBuilder) {
        type.doc(
            "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an object that produces a sequence of integers from start (inclusive)\nto stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\nstart defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\nThese are exactly the valid indices for a list of 4 elements.\nWhen step is given, it specifies the increment (or decrement)."
        )
        type.type.pointee.tp_dealloc = deallocate
        type.slots.new = { (_, arguments) throws(Raised) -> Ref in try new(arguments) }
        type.slots.repr = { (self) throws(Raised) -> Ref in
            var writer = ReprWriter()
            writer.append("range(")
            try writer.append(repr: start(self))
            writer.append(", ")
            try writer.append(repr: stop(self))
            if step(self) !== Value(smallInt: 1) {
                writer.append(", ")
                try writer.append(repr: step(self))
            }
            writer.append(")")
            return try writer.finish()
        }
        type.slots.hash = { (self) throws(Raised) -> Int in
            let empty = length(self) === Value(smallInt: 0)
            let single = length(self) === Value(smallInt: 1)
            let tuple = TupleObject.make(length(self), empty ? .none : start(self), empty || single ? .none : step(self))
            return try Hash.of(tuple.value)
        }
        type.slots.compare = { (a, b, operation) throws(Raised) -> Ref in
            guard isInstance(b), operation == .equal || operation == .notEqual else { return .notImplemented }
            return .bool(try equal(a, b) == (operation == .equal))
        }
        type.slots.bool = { (self) throws(Raised) -> Bool in length(self) !== Value(smallInt: 0) }
        let lengthSlot: LengthSlot = { (self) throws(Raised) -> Int in
            guard let number = IntView(RangeObject.length(self)).int else {
                throw raise(.overflowError, "Python int too large to convert to C ssize_t")
            }
            return number
        }
        type.slots.length = lengthSlot
        type.slots.sequenceLength = lengthSlot
        type.slots.item = { (self, index) throws(Raised) -> Ref in
            let position = IntObject.make(index)
            return try number(self, at: position.value)
        }
        type.slots.subscript = { (self, key) throws(Raised) -> Ref in try RangeObject.subscript(self, key) }
        type.slots.contains = { (self, value) throws(Raised) -> Bool in
            if IntObject.isExact(value) || value.isBool { return try contains(self, int: value) }
            return try Sequences.containsByIteration(self, value)
        }
        type.slots.iter = { (self) throws(Raised) -> Ref in try RangeIterator.make(self) }
        type.member("start", type: Members.valueCode, offset: 16)
        type.member("stop", type: Members.valueCode, offset: 24)
        type.member("step", type: Members.valueCode, offset: 32)
        type.method(
            "__reversed__", .noArguments({ (self) throws(Raised) -> Ref in try RangeIterator.makeReverse(self) }), doc: "Return a reverse iterator.")
        type.method(
            "__reduce__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let arguments = TupleObject.make(start(self), stop(self), step(self))
                return TupleObject.make(PyRange_TypePointer().value, arguments.value)
            }))
        type.method(
            "count", .one({ (self, value) throws(Raised) -> Ref in try countOf(self, value) }),
            doc: "rangeobject.count(value) -> integer -- return number of occurrences of value")
        type.method(
            "index", .one({ (self, value) throws(Raised) -> Ref in try indexOf(self, value) }),
            doc: "rangeobject.index(value) -> integer -- return index of value.\nRaise ValueError if the value is not present.")
    }

    private static func new(_ arguments: Arguments) throws(Raised) -> Ref {
        try arguments.noKeywords("range")
        try arguments.check("range", 1, 3)
        if arguments.count == 1 {
            let stop = try exact(arguments[0])
            return try make(Value(smallInt: 0), stop.value, Value(smallInt: 1))
        }
        let start = try exact(arguments[0])
        let stop = try exact(arguments[1])
        let step = arguments.count == 3 ? try exact(arguments[2]) : Ref(owned: Value(smallInt: 1))
        if IntView(step.value).count == 0 { throw raise(.valueError, "range() arg 3 must not be zero") }
        return try make(start.value, stop.value, step.value)
    }
    /// operator.index, with bools and instances of subclasses made plain ints.
    private static func exact(_ value: Value) throws(Raised) -> Ref {
        let index = try Index.object(value)
        if index.value.isSmallInt { return index }
        if let number = IntView(index.value).int { return IntObject.make(number) }
        return index
    }

    private static func equal(_ a: Value, _ b: Value) throws(Raised) -> Bool {
        if a === b { return true }
        if try !ItemComparison.equal(length(a), length(b)) { return false }
        if length(a) === Value(smallInt: 0) { return true }
        if try !ItemComparison.equal(start(a), start(b)) { return false }
        if length(a) === Value(smallInt: 1) { return true }
        return try ItemComparison.equal(step(a), step(b))
    }

    /// Number `index`, from the end if negative.
    private static func number(_ range: Value, at index: Value) throws(Raised) -> Ref {
        let position = IntView(index).isNegative ? try Numbers.binary(.add, index, length(range)) : Ref(index)
        let inside = IntView(position.value).isNegative ? false : try Compare.bool(position.value, length(range), .less)
        if !inside {
            throw raise(.indexError, "range object index out of range")
        }
        return try number(range, position.value)
    }
    private static func `subscript`(_ range: Value, _ key: Value) throws(Raised) -> Ref {
        if SliceObject.isInstance(key) { return try slice(range, key) }
        guard Index.isIndex(key) else {
            throw raise(.typeError, "range indices must be integers or slices, not \(key.type.name)")
        }
        let index = try Index.object(key)
        return try number(range, at: index.value)
    }
    private static func slice(_ range: Value, _ key: Value) throws(Raised) -> Ref {
        let bounds = try SliceObject.longIndices(key, length(range))
        let stride = try Numbers.binary(.multiply, step(range), TupleObject.item(bounds.value, 2))
        let startOffset = try Numbers.binary(.multiply, TupleObject.item(bounds.value, 0), step(range))
        let start = try Numbers.binary(.add, RangeObject.start(range), startOffset.value)
        let stopOffset = try Numbers.binary(.multiply, TupleObject.item(bounds.value, 1), step(range))
        let stop = try Numbers.binary(.add, RangeObject.start(range), stopOffset.value)
        return try make(start.value, stop.value, stride.value)
    }

    private static func countOf(_ range: Value, _ value: Value) throws(Raised) -> Ref {
        if IntObject.isExact(value) || value.isBool { return Ref(owned: Value(smallInt: try contains(range, int: value) ? 1 : 0)) }
        let iterator = try Iteration.iter(range)
        var count = 0
        while true {
            let number = try Iteration.next(iterator.value)
            if number.isNull { return IntObject.make(count) }
            if try Compare.equal(number.value, value) { count += 1 }
        }
    }
    private static func indexOf(_ range: Value, _ value: Value) throws(Raised) -> Ref {
        if IntObject.isExact(value) || value.isBool {
            if try !contains(range, int: value) { throw raise(.valueError, "\(try Repr.string(value)) is not in range") }
            let distance = try Numbers.binary(.subtract, value, start(range))
            return try Numbers.binary(.floorDivide, distance.value, step(range))
        }
        let iterator = try Iteration.iter(range)
        var index = 0
        while true {
            let number = try Iteration.next(iterator.value)
            if number.isNull { throw raise(.valueError, "sequence.index(x): x not in sequence") }
            if try Compare.equal(number.value, value) { return IntObject.make(index) }
            index += 1
        }
    }
}
