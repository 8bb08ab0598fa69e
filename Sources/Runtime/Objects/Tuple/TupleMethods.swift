// The type tuple.

import CPythonABI
import Glibc
import Numerics

extension TupleObject {
    static func describe(_ type: TypeBuilder) {
        type.doc(
            "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple.\nIf iterable is specified the tuple is initialized from iterable's items.\n\nIf the argument is a tuple, the return value is the same object.",
            signature: "(iterable=(), /)")
        type.type.pointee.tp_dealloc = deallocate
        type.type.pointee.tp_traverse = traverse
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in try new(type, arguments) }
        type.slots.hash = { (self) throws(Raised) -> Int in try hash(self) }
        type.slots.repr = { (self) throws(Raised) -> Ref in try repr(self) }
        type.slots.compare = { (a, b, operation) throws(Raised) -> Ref in
            guard isInstance(a), isInstance(b) else { return .notImplemented }
            return try compare(a, b, operation)
        }
        type.slots.iter = { (self) throws(Raised) -> Ref in TupleIterator.make(self) }
        type.slots.length = { (self) throws(Raised) -> Int in count(self) }
        type.slots.sequenceLength = { (self) throws(Raised) -> Int in count(self) }
        type.slots.item = { (self, index) throws(Raised) -> Ref in
            guard index >= 0 && index < count(self) else { throw raise(.indexError, "tuple index out of range") }
            return Ref(item(self, index))
        }
        type.slots.subscript = { (self, key) throws(Raised) -> Ref in try TupleObject.subscript(self, key) }
        type.slots.contains = { (self, value) throws(Raised) -> Bool in
            try find(self, value, from: 0, to: Int.max) >= 0
        }
        type.slots.concat = { (a, b) throws(Raised) -> Ref in try concatenate(a, b) }
        type.slots.repeat = { (self, times) throws(Raised) -> Ref in try repeated(self, times) }
        type.classMethod(
            "__class_getitem__", .one({ (self, item) throws(Raised) -> Ref in try GenericAliasObject.make(self, item) }), doc: "See PEP 585")
        type.method(
            "__getnewargs__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let items = try slice(self, 0, count(self))
                return make(items.value)
            }), "($self, /)")
        type.method(
            "count",
            .one({ (self, value) throws(Raised) -> Ref in
                var result = 0
                for index in 0..<count(self) where try ItemComparison.equal(item(self, index), value) { result += 1 }
                return IntObject.make(result)
            }), "($self, value, /)", doc: "Return number of occurrences of value.")
        type.method(
            "index",
            .positional(minimum: 1, maximum: 3, { (self, arguments) throws(Raised) -> Ref in
                var start = arguments[1].isNull ? 0 : try SliceObject.position(arguments[1])
                var stop = arguments[2].isNull ? Int.max : try SliceObject.position(arguments[2])
                if start < 0 { start = max(start &+ count(self), 0) }
                if stop < 0 { stop = max(stop &+ count(self), 0) }
                let index = try find(self, arguments[0], from: start, to: stop)
                if index < 0 { throw raise(.valueError, "tuple.index(x): x not in tuple") }
                return IntObject.make(index)
            }), "($self, value, start=0, stop=sys.maxsize, /)", doc: "Return first index of value.\n\nRaises ValueError if the value is not present.")
    }

    static func new(_ type: TypePointer, _ arguments: Arguments) throws(Raised) -> Ref {
        if type == PyTuple_TypePointer() {
            try arguments.noKeywords("tuple")
            try arguments.check("tuple", 0, 1)
            return arguments.count == 0 ? empty : try Iteration.tuple(arguments[0])
        }
        try ConstructorKeywords.reject(arguments, type, builtin: PyTuple_TypePointer(), "tuple")
        try arguments.positional.check("tuple", 0, 1)
        let source = arguments.count == 0 ? empty : try Iteration.tuple(arguments[0])
        let count = count(source.value)
        let result = try Instances.allocate(type, items: count)
        let (from, to) = (items(source.value), items(result.value))
        for index in 0..<count {
            from[index].retain()
            to[index] = from[index]
        }
        return result
    }

    // MARK: Looking

    static func hash(_ tuple: Value) throws(Raised) -> Int {
        try NativeStack.enter(" while hashing a tuple")
        var hash = ContainerHash.Tuple()
        let items = items(tuple)
        let count = count(tuple)
        for index in 0..<count { hash.add(try Hash.of(items[index])) }
        return hash.finish(count: count)
    }

    static func repr(_ tuple: Value) throws(Raised) -> Ref {
        let count = count(tuple)
        if count == 0 { return StrObject.make("()") }
        guard Repr.enter(tuple) else { return StrObject.make("(...)") }
        defer { Repr.leave(tuple) }
        var writer = ReprWriter()
        writer.append("(")
        for index in 0..<count {
            if index > 0 { writer.append(", ") }
            try writer.append(repr: item(tuple, index))
        }
        writer.append(count == 1 ? ",)" : ")")
        return try writer.finish()
    }

    static func compare(_ a: Value, _ b: Value, _ operation: Comparison) throws(Raised) -> Ref {
        let (first, second) = (count(a), count(b))
        let (left, right) = (items(a), items(b))
        var index = 0
        while index < first && index < second {
            if try !ItemComparison.equal(left[index], right[index]) {
                if operation == .equal { return .bool(false) }
                if operation == .notEqual { return .bool(true) }
                return try Compare.rich(left[index], right[index], operation)
            }
            index += 1
        }
        return .bool(operation.holds(first, second))
    }

    static func find(_ tuple: Value, _ value: Value, from start: Int, to stop: Int) throws(Raised) -> Int {
        let items = items(tuple)
        var index = start
        let end = min(stop, count(tuple))
        while index < end {
            if try ItemComparison.equal(items[index], value) { return index }
            index += 1
        }
        return -1
    }

    // MARK: Parts

    /// tuple[start:stop] for fitted bounds: the tuple itself if that is all of it and it is exact.
    static func slice(_ tuple: Value, _ start: Int, _ stop: Int) throws(Raised) -> Ref {
        if stop <= start { return empty }
        return try copy(items(tuple) + start, stop - start)
    }
    private static func copy(_ source: UnsafePointer<Value>, _ count: Int) throws(Raised) -> Ref {
        let result = try allocate(count)
        let target = items(result.value)
        for index in 0..<count {
            source[index].retain()
            target[index] = source[index]
        }
        finish(result.value)
        return result
    }

    static func `subscript`(_ tuple: Value, _ key: Value) throws(Raised) -> Ref {
        let count = count(tuple)
        if !SliceObject.isInstance(key) {
            guard key.isSmallInt || Index.isIndex(key) else {
                throw raise(.typeError, "tuple indices must be integers or slices, not \(key.type.name)")
            }
            var index = try Index.of(key)
            if index < 0 { index &+= count }
            guard index >= 0 && index < count else { throw raise(.indexError, "tuple index out of range") }
            return Ref(item(tuple, index))
        }
        var bounds = try SliceObject.unpack(key)
        let selected = bounds.adjust(count)
        if selected == 0 { return empty }
        if bounds.step == 1 {
            if selected == count && isExact(tuple) { return Ref(tuple) }
            return try slice(tuple, bounds.start, bounds.start + selected)
        }
        let result = try allocate(selected)
        let (source, target) = (items(tuple), items(result.value))
        var position = bounds.start
        for index in 0..<selected {
            source[position].retain()
            target[index] = source[position]
            position &+= bounds.step
        }
        finish(result.value)
        return result
    }

    static func concatenate(_ a: Value, _ b: Value) throws(Raised) -> Ref {
        if count(a) == 0 && isExact(b) { return Ref(b) }
        guard isInstance(b) else { throw raise(.typeError, "can only concatenate tuple (not \"\(b.type.name)\") to tuple") }
        if count(b) == 0 && isExact(a) { return Ref(a) }
        let (first, second) = (count(a), count(b))
        let result = try allocate(first + second)
        let (left, right, target) = (items(a), items(b), items(result.value))
        for index in 0..<first {
            left[index].retain()
            target[index] = left[index]
        }
        for index in 0..<second {
            right[index].retain()
            target[first &+ index] = right[index]
        }
        finish(result.value)
        return result
    }

    static func repeated(_ tuple: Value, _ times: Int) throws(Raised) -> Ref {
        let size = count(tuple)
        if (size == 0 || times == 1) && isExact(tuple) { return Ref(tuple) }
        if size == 0 || times <= 0 { return empty }
        let (total, overflow) = size.multipliedReportingOverflow(by: times)
        if overflow || total > Int.max / 16 { throw raise(.memoryError, argument: .null) }
        let result = try allocate(total)
        ListObject.fill(items(result.value), items(tuple), size, times)
        finish(result.value)
        return result
    }
}
