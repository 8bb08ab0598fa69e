// product, permutations and combinations.
//
// Each keeps a pool of items (a tuple, or a tuple of tuples) and indices into it (a list of small ints), and stands before its first
// result, at one, or behind the last.

import CPythonABI
import Runtime

/// Where such an iterator stands.
private enum Stage {
    static let fresh = 0
    static let running = 1
    static let done = 2
}

/// Work on the lists of indices.
private enum Indices {
    static func make(_ count: Int, _ number: (Int) -> Int) throws(Raised) -> Ref {
        let list = try ListObject.make(capacity: count)
        for index in 0..<count { try ListObject.append(list.value, Value(smallInt: number(index))) }
        return list
    }
    @inline(__always) static func get(_ list: Value, _ index: Int) -> Int { ListObject.item(list, index).smallInt }
    @inline(__always) static func set(_ list: Value, _ index: Int, _ number: Int) { ListObject.set(list, index, Value(smallInt: number)) }

    /// The items of a pool at the first `count` indices.
    static func select(_ pool: Value, _ list: Value, _ count: Int) throws(Raised) -> Ref {
        let result = try TupleObject.allocate(count)
        for index in 0..<count { TupleObject.store(result.value, index, Ref(TupleObject.item(pool, get(list, index)))) }
        if count > 0 { TupleObject.finish(result.value) }
        return result
    }
    static func tuple(_ list: Value) throws(Raised) -> Ref { try Iteration.tuple(list) }

    /// The state given to `__setstate__`, which must be a tuple of so many ints; each is clipped by `clip`.
    static func restore(_ state: Value, _ list: Value, _ count: Int, _ clip: (Int, Int) -> Int) throws(Raised) {
        guard TupleObject.isInstance(state), TupleObject.count(state) == count else { throw raise(.valueError, "invalid arguments") }
        for index in 0..<count {
            let item = TupleObject.item(state, index)
            if !IntObject.isInstance(item) { throw raise(.typeError, "an integer is required") }
            set(list, index, clip(index, try ItertoolsModule.index(item)))
        }
    }
    static func size(_ type: TypePointer, _ words: Int) -> Ref { IntObject.make(type.pointee.tp_basicsize + 8 * words) }
}

enum Combinations {
    private static let parameters = BoundParameters("(iterable, r)")
    private static let pool = 0
    private static let indices = 1
    private static let length = 2
    private static let stage = 3

    private static func new(_ type: TypePointer, _ arguments: Arguments, _ name: StaticString, repeats: Bool) throws(Raised) -> Ref {
        try parameters.withBound(arguments, name) { (bound) throws(Raised) -> Ref in
            let r = try ItertoolsModule.size(bound[1])
            let items = try Iteration.tuple(bound[0])
            let count = TupleObject.count(items.value)
            if r < 0 { throw raise(.valueError, "r must be non-negative") }
            let result = try FieldObject.make(type)
            let fields = Fields(result.value)
            let impossible = repeats ? count == 0 && r > 0 : r > count
            fields.set(pool, items)
            fields.set(indices, try Indices.make(impossible ? 0 : r) { repeats ? 0 : $0 })
            fields.setInt(length, r)
            fields.setInt(stage, impossible ? Stage.done : Stage.fresh)
            return result
        }
    }
    private static func next(_ self: Value, repeats: Bool) throws(Raised) -> Ref {
        let fields = Fields(self)
        let r = fields.int(length)
        let list = fields[indices]
        switch fields.int(stage) {
        case Stage.done: return .null
        case Stage.fresh: fields.setInt(stage, Stage.running)
        default:
            let count = TupleObject.count(fields[pool])
            var place = r - 1
            while place >= 0 && Indices.get(list, place) == (repeats ? count - 1 : place + count - r) { place -= 1 }
            if place < 0 {
                fields.setInt(stage, Stage.done)
                return .null
            }
            var number = Indices.get(list, place) + 1
            while place < r {
                Indices.set(list, place, number)
                if !repeats { number += 1 }
                place += 1
            }
        }
        return try Indices.select(fields[pool], list, r)
    }
    private static func reduce(_ self: Value) throws(Raised) -> Ref {
        let fields = Fields(self)
        switch fields.int(stage) {
        case Stage.fresh:
            let arguments = TupleObject.make(fields[pool], fields[length])
            return TupleObject.make(self.type.value, arguments.value)
        case Stage.done:
            let arguments = TupleObject.make(TupleObject.emptyValue, fields[length])
            return TupleObject.make(self.type.value, arguments.value)
        default:
            let arguments = TupleObject.make(fields[pool], fields[length])
            let state = try Indices.tuple(fields[indices])
            return TupleObject.make(self.type.value, arguments.value, state.value)
        }
    }
    private static func setState(_ self: Value, _ state: Value, repeats: Bool) throws(Raised) -> Ref {
        let fields = Fields(self)
        let count = TupleObject.count(fields[pool])
        let r = fields.int(length)
        guard TupleObject.isInstance(state), TupleObject.count(state) == r else { throw raise(.valueError, "invalid arguments") }
        if ListObject.count(fields[indices]) < r { return .none }
        try Indices.restore(state, fields[indices], r) { (index, number) in
            min(max(number, 0), repeats ? count - 1 : index + count - r)
        }
        fields.setInt(stage, Stage.running)
        return .none
    }

    static let type: TypePointer = FieldObject.type("itertools.combinations", fields: 5, .subclassable) { type in
        type.doc(ItertoolsDocs.combinations)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in try new(type, arguments, "combinations", repeats: false) }
        type.slots.iter = ItertoolsModule.selfSlot
        type.slots.next = { (self) throws(Raised) -> Ref in try next(self, repeats: false) }
        type.method("__reduce__", .noArguments(reduce), ItertoolsDocs.combinations_reduce)
        type.method("__setstate__", .one { (self, state) throws(Raised) -> Ref in try setState(self, state, repeats: false) }, ItertoolsDocs.combinations_setstate)
        type.method("__sizeof__", .noArguments { (self) throws(Raised) -> Ref in Indices.size(self.type, Fields(self).int(length)) }, ItertoolsDocs.combinations_sizeof)
    }
    static let withReplacement: TypePointer = FieldObject.type("itertools.combinations_with_replacement", fields: 5, .subclassable) { type in
        type.doc(ItertoolsDocs.combinations_with_replacement)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            try new(type, arguments, "combinations_with_replacement", repeats: true)
        }
        type.slots.iter = ItertoolsModule.selfSlot
        type.slots.next = { (self) throws(Raised) -> Ref in try next(self, repeats: true) }
        type.method("__reduce__", .noArguments(reduce), ItertoolsDocs.combinations_with_replacement_reduce)
        type.method("__setstate__", .one { (self, state) throws(Raised) -> Ref in try setState(self, state, repeats: true) }, ItertoolsDocs.combinations_with_replacement_setstate)
        type.method("__sizeof__", .noArguments { (self) throws(Raised) -> Ref in Indices.size(self.type, Fields(self).int(length)) }, ItertoolsDocs.combinations_with_replacement_sizeof)
    }
}

enum Permutations {
    private static let parameters = BoundParameters("(iterable, r=None)")
    private static let pool = 0
    private static let indices = 1
    private static let cycles = 2
    private static let length = 3
    private static let stage = 4

    static let type: TypePointer = FieldObject.type("itertools.permutations", fields: 6, .subclassable) { type in
        type.doc(ItertoolsDocs.permutations)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            try parameters.withBound(arguments, "permutations") { (bound) throws(Raised) -> Ref in
                let items = try Iteration.tuple(bound[0])
                let count = TupleObject.count(items.value)
                var r = count
                if !bound[1].isNull && !bound[1].isNone {
                    guard IntObject.isInstance(bound[1]) else { throw raise(.typeError, "Expected int as r") }
                    r = try ItertoolsModule.size(bound[1])
                    if r < 0 { throw raise(.valueError, "r must be non-negative") }
                }
                let result = try FieldObject.make(type)
                let fields = Fields(result.value)
                fields.set(pool, items)
                fields.set(indices, try Indices.make(count) { $0 })
                fields.set(cycles, try Indices.make(r > count ? 0 : r) { count - $0 })
                fields.setInt(length, r)
                fields.setInt(stage, r > count ? Stage.done : Stage.fresh)
                return result
            }
        }
        type.slots.iter = ItertoolsModule.selfSlot
        type.slots.next = next
        type.method("__reduce__", .noArguments(reduce), ItertoolsDocs.permutations_reduce)
        type.method("__setstate__", .one(setState), ItertoolsDocs.permutations_setstate)
        type.method("__sizeof__", .noArguments { (self) throws(Raised) -> Ref in
            Indices.size(self.type, TupleObject.count(Fields(self)[pool]) + Fields(self).int(length))
        }, ItertoolsDocs.permutations_sizeof)
    }
    private static let next: UnarySlot = { (self) throws(Raised) -> Ref in
        let fields = Fields(self)
        let r = fields.int(length)
        let list = fields[indices]
        switch fields.int(stage) {
        case Stage.done: return .null
        case Stage.fresh: fields.setInt(stage, Stage.running)
        default:
            let count = ListObject.count(list)
            let turns = fields[cycles]
            var place = r - 1
            while place >= 0 {
                let left = Indices.get(turns, place) - 1
                if left != 0 {
                    Indices.set(turns, place, left)
                    let other = count - left
                    let number = Indices.get(list, place)
                    Indices.set(list, place, Indices.get(list, other))
                    Indices.set(list, other, number)
                    break
                }
                // A full turn: the index goes to the end.
                let number = Indices.get(list, place)
                for index in place..<count - 1 { Indices.set(list, index, Indices.get(list, index + 1)) }
                Indices.set(list, count - 1, number)
                Indices.set(turns, place, count - place)
                place -= 1
            }
            if place < 0 {
                fields.setInt(stage, Stage.done)
                return .null
            }
        }
        return try Indices.select(fields[pool], list, r)
    }
    private static func reduce(_ self: Value) throws(Raised) -> Ref {
        let fields = Fields(self)
        if fields.int(stage) == Stage.done {
            let arguments = TupleObject.make(TupleObject.emptyValue, fields[length])
            return TupleObject.make(self.type.value, arguments.value)
        }
        let arguments = TupleObject.make(fields[pool], fields[length])
        if fields.int(stage) == Stage.fresh { return TupleObject.make(self.type.value, arguments.value) }
        let first = try Indices.tuple(fields[indices])
        let second = try Indices.tuple(fields[cycles])
        let state = TupleObject.make(first.value, second.value)
        return TupleObject.make(self.type.value, arguments.value, state.value)
    }
    private static func setState(_ self: Value, _ state: Value) throws(Raised) -> Ref {
        guard TupleObject.isInstance(state) else { throw raise(.typeError, "state is not a tuple") }
        guard TupleObject.count(state) == 2 else {
            throw raise(.typeError, "function takes exactly 2 arguments (\(TupleObject.count(state)) given)")
        }
        let fields = Fields(self)
        let count = TupleObject.count(fields[pool])
        let r = fields.int(length)
        let (first, second) = (TupleObject.item(state, 0), TupleObject.item(state, 1))
        for (index, part) in [first, second].enumerated() where !TupleObject.isInstance(part) {
            throw raise(.typeError, "argument \(index + 1) must be tuple, not \(part.type.name)")
        }
        guard TupleObject.count(first) == count, TupleObject.count(second) == r else { throw raise(.valueError, "invalid arguments") }
        if ListObject.count(fields[cycles]) < r { return .none }
        try Indices.restore(first, fields[indices], count) { (_, number) in min(max(number, 0), count - 1) }
        try Indices.restore(second, fields[cycles], r) { (index, number) in min(max(number, 1), count - index) }
        fields.setInt(stage, Stage.running)
        return .none
    }
}

enum Product {
    private static let pools = 0
    private static let indices = 1
    private static let stage = 2

    static let type: TypePointer = FieldObject.type("itertools.product", fields: 4, .subclassable) { type in
        type.doc(ItertoolsDocs.product)
        type.slots.new = new
        type.slots.iter = ItertoolsModule.selfSlot
        type.slots.next = next
        type.method("__reduce__", .noArguments(reduce), ItertoolsDocs.product_reduce)
        type.method("__setstate__", .one(setState), ItertoolsDocs.product_setstate)
        type.method("__sizeof__", .noArguments { (self) throws(Raised) -> Ref in
            Indices.size(self.type, TupleObject.count(Fields(self)[pools]))
        }, ItertoolsDocs.product_sizeof)
    }
    private static let new: NewSlot = { (type, arguments) throws(Raised) -> Ref in
        var times = 1
        if arguments.keywordCount > 1 {
            throw raise(.typeError, "product() takes at most 1 keyword argument (\(arguments.keywordCount) given)")
        }
        for index in 0..<arguments.keywordCount {
            guard StrObject.equals(arguments.keywordName(index), "repeat") else {
                throw raise(.typeError, "'\(text(arguments.keywordName(index)))' is an invalid keyword argument for product()")
            }
            times = try ItertoolsModule.index(arguments.keywordValue(index))
            if times < 0 { throw raise(.valueError, "repeat argument cannot be negative") }
        }
        let given = times == 0 ? 0 : arguments.count
        let (total, overflow) = given.multipliedReportingOverflow(by: times)
        if overflow || total > Int.max / 8 { throw raise(.overflowError, "repeat argument too large") }
        let all = try TupleObject.allocate(total)
        for index in 0..<given { TupleObject.store(all.value, index, try Iteration.tuple(arguments[index])) }
        if total > given {
            for index in given..<total { TupleObject.store(all.value, index, Ref(TupleObject.item(all.value, index - given))) }
        }
        if total > 0 { TupleObject.finish(all.value) }
        let result = try FieldObject.make(type)
        let fields = Fields(result.value)
        fields.set(pools, all)
        fields.set(indices, try Indices.make(total) { _ in 0 })
        fields.setInt(stage, Stage.fresh)
        return result
    }
    private static let next: UnarySlot = { (self) throws(Raised) -> Ref in
        let fields = Fields(self)
        let (all, list) = (fields[pools], fields[indices])
        let count = TupleObject.count(all)
        switch fields.int(stage) {
        case Stage.done: return .null
        case Stage.fresh:
            for index in 0..<count where TupleObject.count(TupleObject.item(all, index)) == 0 {
                fields.setInt(stage, Stage.done)
                return .null
            }
            fields.setInt(stage, Stage.running)
        default:
            var place = count - 1
            while place >= 0 {
                let number = Indices.get(list, place) + 1
                if number < TupleObject.count(TupleObject.item(all, place)) {
                    Indices.set(list, place, number)
                    break
                }
                Indices.set(list, place, 0)
                place -= 1
            }
            if place < 0 {
                fields.setInt(stage, Stage.done)
                return .null
            }
        }
        let result = try TupleObject.allocate(count)
        for index in 0..<count {
            TupleObject.store(result.value, index, Ref(TupleObject.item(TupleObject.item(all, index), Indices.get(list, index))))
        }
        if count > 0 { TupleObject.finish(result.value) }
        return result
    }
    private static func reduce(_ self: Value) throws(Raised) -> Ref {
        let fields = Fields(self)
        switch fields.int(stage) {
        case Stage.done:
            let arguments = TupleObject.make(TupleObject.emptyValue)
            return TupleObject.make(self.type.value, arguments.value)
        case Stage.fresh: return TupleObject.make(self.type.value, fields[pools])
        default:
            let state = try Indices.tuple(fields[indices])
            return TupleObject.make(self.type.value, fields[pools], state.value)
        }
    }
    private static func setState(_ self: Value, _ state: Value) throws(Raised) -> Ref {
        let fields = Fields(self)
        let all = fields[pools]
        let count = TupleObject.count(all)
        guard TupleObject.isInstance(state), TupleObject.count(state) == count else { throw raise(.valueError, "invalid arguments") }
        for index in 0..<count where TupleObject.count(TupleObject.item(all, index)) == 0 {
            fields.setInt(stage, Stage.done)
            return .none
        }
        try Indices.restore(state, fields[indices], count) { (index, number) in
            min(max(number, 0), TupleObject.count(TupleObject.item(all, index)) - 1)
        }
        fields.setInt(stage, Stage.running)
        return .none
    }
}
