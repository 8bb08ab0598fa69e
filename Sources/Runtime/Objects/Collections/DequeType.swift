// The type deque.

import CPythonABI
import Glibc

enum DequeType {
    static func make() -> TypePointer {
        NativeType.make(
            "collections.deque", base: PyBaseObject_TypePointer(), size: 72,
            flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_SEQUENCE, describe)
    }

    private static func describe(_ type: TypeBuilder) {
        type.doc("deque([iterable[, maxlen]]) --> deque object\n\nA list-like sequence optimized for data accesses near its endpoints.")
        type.type.pointee.tp_weaklistoffset = 64
        describeMemory(type)
        describeSlots(type)
        describeEnds(type)
        describeRest(type)
    }

    private static func describeMemory(_ type: TypeBuilder) {
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            let deque = Value(object)
            if DequeObject.layout(deque).pointee.weakReferences != nil { WeakReferences.clear(object) }
            let layout = DequeObject.layout(deque).pointee
            for index in 0..<layout.count { layout.ring[(layout.first &+ index) & layout.mask].release() }
            free(layout.ring)
            IteratorStorage.free(object, exact: DequeObject.type, size: 72)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            guard let object, let visit else { return 0 }
            let layout = DequeObject.layout(Value(object)).pointee
            for index in 0..<layout.count {
                let item = layout.ring[(layout.first &+ index) & layout.mask]
                if item.isObject {
                    let result = visit(item.object, argument)
                    if result != 0 { return result }
                }
            }
            return 0
        }
        type.type.pointee.tp_clear = { object in
            guard let object else { return 0 }
            DequeObject.clear(Value(object))
            return 0
        }
    }

    private static func describeSlots(_ type: TypeBuilder) {
        type.slots.new = { (type, _) throws(Raised) -> Ref in try DequeObject.make(type) }
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in try initialize(self, arguments) }
        type.unhashable()
        type.slots.repr = { (self) throws(Raised) -> Ref in try repr(self) }
        type.slots.compare = { (a, b, operation) throws(Raised) -> Ref in
            guard DequeObject.isInstance(a), DequeObject.isInstance(b) else { return .notImplemented }
            return try compare(a, b, operation)
        }
        type.slots.iter = { (self) throws(Raised) -> Ref in DequeIterator.make(self, reverse: false) }
        type.slots.length = { (self) throws(Raised) -> Int in DequeObject.count(self) }
        type.slots.sequenceLength = { (self) throws(Raised) -> Int in DequeObject.count(self) }
        type.slots.item = { (self, index) throws(Raised) -> Ref in
            guard index >= 0 && index < DequeObject.count(self) else { throw raise(.indexError, "deque index out of range") }
            return Ref(DequeObject.item(self, index))
        }
        type.slots.storeItem = { (self, index, value) throws(Raised) -> Void in
            guard index >= 0 && index < DequeObject.count(self) else { throw raise(.indexError, "deque index out of range") }
            if value.isNull {
                let old = DequeObject.remove(self, at: index)
                _ = old.isNull
                return
            }
            let place = DequeObject.place(self, index)
            let old = Ref(owned: place.pointee)
            value.retain()
            place.pointee = value
            _ = old.isNull
        }
        type.slots.contains = { (self, value) throws(Raised) -> Bool in try find(self, value, 0, Int.max) >= 0 }
        type.slots.concat = { (a, b) throws(Raised) -> Ref in
            guard DequeObject.isInstance(b) else {
                throw raise(.typeError, "can only concatenate deque (not \"\(b.type.fullName)\") to deque")
            }
            let result = try copy(a)
            try DequeObject.extend(result.value, b)
            return result
        }
        type.slots.repeat = { (self, times) throws(Raised) -> Ref in
            let result = try copy(self)
            try repeatInPlace(result.value, times)
            return result
        }
        type.slots.inPlaceConcat = { (self, other) throws(Raised) -> Ref in
            try DequeObject.extend(self, other)
            return Ref(self)
        }
        type.slots.inPlaceRepeat = { (self, times) throws(Raised) -> Ref in
            try repeatInPlace(self, times)
            return Ref(self)
        }
    }

    private static func describeEnds(_ type: TypeBuilder) {
        type.method(
            "append",
            .one({ (self, value) throws(Raised) -> Ref in
                value.retain()
                try DequeObject.append(self, owned: value)
                return .none
            }), doc: "Add an element to the right side of the deque.")
        type.method(
            "appendleft",
            .one({ (self, value) throws(Raised) -> Ref in
                value.retain()
                try DequeObject.appendLeft(self, owned: value)
                return .none
            }), doc: "Add an element to the left side of the deque.")
        type.method(
            "pop",
            .noArguments({ (self) throws(Raised) -> Ref in
                if DequeObject.count(self) == 0 { throw raise(.indexError, "pop from an empty deque") }
                return DequeObject.takeLast(self)
            }), doc: "Remove and return the rightmost element.")
        type.method(
            "popleft",
            .noArguments({ (self) throws(Raised) -> Ref in
                if DequeObject.count(self) == 0 { throw raise(.indexError, "pop from an empty deque") }
                return DequeObject.takeFirst(self)
            }), doc: "Remove and return the leftmost element.")
        type.method(
            "extend",
            .one({ (self, iterable) throws(Raised) -> Ref in
                try DequeObject.extend(self, iterable)
                return .none
            }), doc: "Extend the right side of the deque with elements from the iterable")
        type.method(
            "extendleft",
            .one({ (self, iterable) throws(Raised) -> Ref in
                try DequeObject.extend(self, iterable, left: true)
                return .none
            }), doc: "Extend the left side of the deque with elements from the iterable")
        type.method(
            "clear",
            .noArguments({ (self) throws(Raised) -> Ref in
                DequeObject.clear(self)
                return .none
            }), doc: "Remove all elements from the deque.")
        type.method(
            "rotate",
            .raw({ (self, arguments) throws(Raised) -> Ref in
                try arguments.noKeywords("deque.rotate")
                try arguments.check("deque.rotate", 0, 1)
                DequeObject.rotate(self, arguments.count == 0 ? 1 : try Index.size(arguments[0]))
                return .none
            }), doc: "Rotate the deque n steps to the right (default n=1).  If n is negative, rotates left.")
    }

    private static func describeRest(_ type: TypeBuilder) {
        type.classMethod(
            "__class_getitem__", .one({ (self, item) throws(Raised) -> Ref in try GenericAliasObject.make(self, item) }), doc: "See PEP 585")
        let copyMethod: (Value) throws(Raised) -> Ref = { (self) throws(Raised) -> Ref in try copy(self) }
        type.method("copy", .noArguments(copyMethod), doc: "Return a shallow copy of a deque.")
        type.method("__copy__", .noArguments(copyMethod), doc: "Return a shallow copy of a deque.")
        type.method(
            "__reduce__", .noArguments({ (self) throws(Raised) -> Ref in try reduce(self) }), doc: "Return state information for pickling.")
        type.method(
            "__reversed__", .noArguments({ (self) throws(Raised) -> Ref in DequeIterator.make(self, reverse: true) }),
            doc: "D.__reversed__() -- return a reverse iterator over the deque")
        type.method(
            "__sizeof__",
            .noArguments({ (self) throws(Raised) -> Ref in IntObject.make(72 + (DequeObject.layout(self).pointee.mask + 1) * 8) }),
            doc: "D.__sizeof__() -- size of D in memory, in bytes")
        type.method(
            "count",
            .one({ (self, value) throws(Raised) -> Ref in
                var (result, index) = (0, 0)
                let state = DequeObject.layout(self).pointee.state
                while index < DequeObject.count(self) {
                    if try ItemComparison.equal(borrowed: DequeObject.item(self, index), value) { result += 1 }
                    try check(self, state)
                    index += 1
                }
                return IntObject.make(result)
            }), doc: "D.count(value) -- return number of occurrences of value")
        type.method(
            "index", .raw({ (self, arguments) throws(Raised) -> Ref in try index(self, arguments) }),
            doc: "D.index(value, [start, [stop]]) -- return first index of value.\nRaises ValueError if the value is not present.")
        type.method(
            "insert",
            .raw({ (self, arguments) throws(Raised) -> Ref in
                try arguments.noKeywords("deque.insert")
                if arguments.count != 2 { throw raise(.typeError, "insert() takes exactly 2 arguments (\(arguments.count) given)") }
                let index = try Index.size(arguments[0])
                if DequeObject.layout(self).pointee.maximum == DequeObject.count(self) {
                    throw raise(.indexError, "deque already at its maximum size")
                }
                try DequeObject.insert(self, index, arguments[1])
                return .none
            }), doc: "D.insert(index, object) -- insert object before index")
        type.method(
            "remove",
            .one({ (self, value) throws(Raised) -> Ref in
                let index = try find(self, value, 0, Int.max, .indexError)
                if index < 0 { throw raise(.valueError, "\(try Repr.string(value)) is not in deque") }
                let old = DequeObject.remove(self, at: index)
                _ = old.isNull
                return .none
            }), doc: "D.remove(value) -- remove first occurrence of value.")
        type.method(
            "reverse",
            .noArguments({ (self) throws(Raised) -> Ref in
                var (low, high) = (0, DequeObject.count(self) - 1)
                while low < high {
                    let (a, b) = (DequeObject.place(self, low), DequeObject.place(self, high))
                    let item = a.pointee
                    a.pointee = b.pointee
                    b.pointee = item
                    low += 1
                    high -= 1
                }
                return .none
            }), doc: "D.reverse() -- reverse *IN PLACE*")
        type.getter(
            "maxlen", doc: "maximum size of a deque or None if unbounded",
            { (self) throws(Raised) -> Ref in
                let maximum = DequeObject.layout(self).pointee.maximum
                return maximum < 0 ? .none : IntObject.make(maximum)
            })
    }

    // MARK: Behaviour

    private static func check(_ deque: Value, _ state: Int, _ kind: ExceptionKind = .runtimeError) throws(Raised) {
        if DequeObject.layout(deque).pointee.state != state { throw raise(kind, "deque mutated during iteration") }
    }

    private static func initialize(_ deque: Value, _ arguments: Arguments) throws(Raised) {
        let total = arguments.count + arguments.keywordCount
        if total > 2 { throw raise(.typeError, "deque() takes at most 2 arguments (\(total) given)") }
        var iterable = arguments.count > 0 ? arguments[0] : Value.null
        var maximum = arguments.count > 1 ? arguments[1] : Value.null
        for index in 0..<arguments.keywordCount {
            let name = arguments.keywordName(index)
            if StrObject.equals(name, "iterable") {
                if !iterable.isNull { throw raise(.typeError, "argument for deque() given by name ('iterable') and position (1)") }
                iterable = arguments.keywordValue(index)
            } else if StrObject.equals(name, "maxlen") {
                if !maximum.isNull { throw raise(.typeError, "argument for deque() given by name ('maxlen') and position (2)") }
                maximum = arguments.keywordValue(index)
            } else {
                throw raise(.typeError, "'\(text(name))' is an invalid keyword argument for deque()")
            }
        }
        var limit = -1
        if !maximum.isNull && !maximum.isNone {
            guard IntObject.isInstance(maximum) else { throw raise(.typeError, "an integer is required") }
            guard let number = IntView(maximum).int else { throw raise(.overflowError, "Python int too large to convert to C ssize_t") }
            if number < 0 { throw raise(.valueError, "maxlen must be non-negative") }
            limit = number
        }
        DequeObject.layout(deque).pointee.maximum = limit
        DequeObject.clear(deque)
        if !iterable.isNull { try DequeObject.extend(deque, iterable) }
    }

    private static func copy(_ deque: Value) throws(Raised) -> Ref {
        let maximum = DequeObject.layout(deque).pointee.maximum
        if DequeObject.isExact(deque) {
            let result = try DequeObject.make(DequeObject.type)
            DequeObject.layout(result.value).pointee.maximum = maximum
            for index in 0..<DequeObject.count(deque) {
                let item = Ref(DequeObject.item(deque, index))
                try DequeObject.append(result.value, owned: item.take())
            }
            return result
        }
        let result: Ref
        if maximum < 0 {
            result = try Call.call(deque.type.value, deque)
        } else {
            let limit = IntObject.make(maximum)
            result = try Call.call(deque.type.value, deque, limit.value)
        }
        guard DequeObject.isInstance(result.value) else {
            throw raise(.typeError, "\(deque.type.fullName)() must return a deque, not \(result.value.type.fullName)")
        }
        return result
    }

    private static func repeatInPlace(_ deque: Value, _ times: Int) throws(Raised) {
        let count = DequeObject.count(deque)
        if count == 0 || times == 1 { return }
        if times <= 0 { return DequeObject.clear(deque) }
        let maximum = DequeObject.layout(deque).pointee.maximum
        var repetitions = times - 1
        // More than fills a bounded deque changes nothing.
        if maximum >= 0 { repetitions = min(repetitions, (maximum + count - 1) / count) }
        let (total, overflow) = repetitions.multipliedReportingOverflow(by: count)
        if overflow || total > Int.max / 64 { throw raise(.memoryError, argument: .null) }
        let items = try Iteration.tuple(deque)
        for _ in 0..<repetitions {
            for index in 0..<count {
                let item = TupleObject.item(items.value, index)
                item.retain()
                try DequeObject.append(deque, owned: item)
            }
        }
    }

    /// The index of the first equal item, or -1.
    private static func find(_ deque: Value, _ value: Value, _ start: Int, _ stop: Int, _ kind: ExceptionKind = .runtimeError) throws(Raised) -> Int {
        let state = DequeObject.layout(deque).pointee.state
        var index = start
        let end = min(stop, DequeObject.count(deque))
        while index < end {
            let equal = try ItemComparison.equal(borrowed: DequeObject.item(deque, index), value)
            try check(deque, state, kind)
            if equal { return index }
            index += 1
        }
        return -1
    }
    private static func index(_ deque: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        try arguments.noKeywords("deque.index")
        if arguments.count < 1 { throw raise(.typeError, "index() takes at least 1 argument (\(arguments.count) given)") }
        if arguments.count > 3 { throw raise(.typeError, "index() takes at most 3 arguments (\(arguments.count) given)") }
        let count = DequeObject.count(deque)
        var start = arguments.count > 1 ? try SliceObject.position(arguments[1]) : 0
        var stop = arguments.count > 2 ? try SliceObject.position(arguments[2]) : count
        if start < 0 { start = max(start &+ count, 0) }
        if stop < 0 { stop = max(stop &+ count, 0) }
        let index = try find(deque, arguments[0], start, stop)
        if index < 0 { throw raise(.valueError, "\(try Repr.string(arguments[0])) is not in deque") }
        return IntObject.make(index)
    }

    private static func compare(_ a: Value, _ b: Value, _ operation: Comparison) throws(Raised) -> Ref {
        let same = operation == .equal || operation == .notEqual
        if same && a === b { return .bool(operation == .equal) }
        if same && DequeObject.count(a) != DequeObject.count(b) { return .bool(operation == .notEqual) }
        let first = DequeObject.layout(a).pointee.state
        let second = DequeObject.layout(b).pointee.state
        var index = 0
        while index < DequeObject.count(a) && index < DequeObject.count(b) {
            let x = Ref(DequeObject.item(a, index))
            let y = Ref(DequeObject.item(b, index))
            if try !ItemComparison.equal(x.value, y.value) {
                if same { return .bool(operation == .notEqual) }
                return try Compare.rich(x.value, y.value, operation)
            }
            try check(a, first)
            try check(b, second)
            index += 1
        }
        return .bool(operation.holds(DequeObject.count(a), DequeObject.count(b)))
    }

    private static func repr(_ deque: Value) throws(Raised) -> Ref {
        guard Repr.enter(deque) else { return StrObject.make("[...]") }
        defer { Repr.leave(deque) }
        let list = try Iteration.list(deque)
        var writer = ReprWriter()
        let name = Classes.name(deque.type)
        writer.append(str: name.value)
        writer.append("(")
        try writer.append(repr: list.value)
        let maximum = DequeObject.layout(deque).pointee.maximum
        if maximum >= 0 {
            writer.append(", maxlen=")
            writer.append(int: maximum)
        }
        writer.append(")")
        return try writer.finish()
    }

    private static func reduce(_ deque: Value) throws(Raised) -> Ref {
        let state = try Call.method(deque, Names.getstate)
        let iterator = try Iteration.iter(deque)
        let maximum = DequeObject.layout(deque).pointee.maximum
        let arguments: Ref
        if maximum < 0 {
            arguments = TupleObject.empty
        } else {
            let empty = TupleObject.empty
            let limit = IntObject.make(maximum)
            arguments = TupleObject.make(empty.value, limit.value)
        }
        return TupleObject.make(deque.type.value, arguments.value, state.value, iterator.value)
    }
}

/// _deque_iterator and _deque_reverse_iterator.
///
///     +16 deque   +24 index (from the end for the reverse one)   +32 state of the deque   +40 left
public enum DequeIterator {
    struct Layout {
        var head: PyObject
        var deque: Value
        var index: Int
        var state: Int
        var left: Int
    }
    nonisolated(unsafe) public static let forward = makeType("_collections._deque_iterator", reverse: false)
    nonisolated(unsafe) public static let backward = makeType("_collections._deque_reverse_iterator", reverse: true)

    private static func layout(_ iterator: Value) -> UnsafeMutablePointer<Layout> { iterator.cast(to: Layout.self) }

    static func make(_ deque: Value, reverse: Bool) -> Ref {
        let object = ObjectMemory.newCollected(reverse ? backward : forward, as: Layout.self, size: 48)
        deque.retain()
        object.pointee.deque = deque
        object.pointee.index = 0
        object.pointee.state = DequeObject.layout(deque).pointee.state
        object.pointee.left = DequeObject.count(deque)
        let value = Value(pointer: object)
        Collector.track(value.object)
        return Ref(owned: value)
    }

    private static func makeType(_ name: StaticString, reverse: Bool) -> TypePointer {
        NativeType.make(name, base: PyBaseObject_TypePointer(), size: 48, flags: Py_TPFLAGS_HAVE_GC) { type in
            type.type.pointee.tp_dealloc = { object in
                guard let object else { return }
                Collector.untrack(object)
                DequeIterator.layout(Value(object)).pointee.deque.release()
                ObjectMemory.freeCollected(object, size: 48)
            }
            type.type.pointee.tp_traverse = { object, visit, argument in IteratorStorage.visit(object, visit, argument, 2, 2) }
            type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
            if reverse {
                type.slots.new = { (_, arguments) throws(Raised) -> Ref in try new(arguments, reverse: true) }
                type.slots.next = { (self) throws(Raised) -> Ref in try next(self, reverse: true) }
            } else {
                type.slots.new = { (_, arguments) throws(Raised) -> Ref in try new(arguments, reverse: false) }
                type.slots.next = { (self) throws(Raised) -> Ref in try next(self, reverse: false) }
            }
            type.method(
                "__length_hint__", .noArguments({ (self) throws(Raised) -> Ref in IntObject.make(layout(self).pointee.left) }),
                doc: IndexedIterator.hintDoc)
            type.method(
                "__reduce__",
                .noArguments({ (self) throws(Raised) -> Ref in
                    let layout = layout(self).pointee
                    let index = IntObject.make(DequeObject.count(layout.deque) - layout.left)
                    let arguments = TupleObject.make(layout.deque, index.value)
                    return TupleObject.make(self.type.value, arguments.value)
                }), doc: IndexedIterator.reduceDoc)
        }
    }

    private static func new(_ arguments: Arguments, reverse: Bool) throws(Raised) -> Ref {
        guard arguments.count >= 1, arguments.count <= 2 else {
            let bound = arguments.count == 0 ? "at least 1 argument" : "at most 2 arguments"
            throw raise(.typeError, "function takes \(bound) (\(arguments.count) given)")
        }
        guard DequeObject.isInstance(arguments[0]) else {
            throw raise(.typeError, "argument 1 must be collections.deque, not \(arguments[0].isNone ? "None" : arguments[0].type.fullName)")
        }
        let result = make(arguments[0], reverse: reverse)
        if arguments.count > 1 {
            let steps = max(0, min(try Index.size(arguments[1]), DequeObject.count(arguments[0])))
            layout(result.value).pointee.index = steps
            layout(result.value).pointee.left -= steps
        }
        return result
    }

    @inline(__always) private static func next(_ self: Value, reverse: Bool) throws(Raised) -> Ref {
        let layout = layout(self)
        let deque = layout.pointee.deque
        if DequeObject.layout(deque).pointee.state != layout.pointee.state {
            layout.pointee.left = 0
            throw raise(.runtimeError, "deque mutated during iteration")
        }
        if layout.pointee.left == 0 { return .null }
        layout.pointee.left &-= 1
        let index = layout.pointee.index
        layout.pointee.index = index &+ 1
        return Ref(DequeObject.item(deque, reverse ? DequeObject.count(deque) &- 1 &- index : index))
    }
}
