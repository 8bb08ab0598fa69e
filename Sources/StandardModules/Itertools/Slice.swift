// islice, zip_longest and groupby.

import CPythonABI
import Runtime

enum Slice {
    /// The iterator (null at the end), the index of the next item, the stop (-1: none), the step, and how many items are read.
    private static let iterator = 0
    private static let next = 1
    private static let stop = 2
    private static let step = 3
    private static let read = 4

    static let type: TypePointer = FieldObject.type("itertools.islice", fields: 5, .subclassable) { type in
        type.doc(ItertoolsDocs.islice)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            if ItertoolsModule.isPlain(type, Slice.type) { try arguments.noKeywords("islice") }
            try arguments.check("islice", 2, 4)
            var (first, end, by) = (0, -1, 1)
            let indices = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
            if arguments.count == 2 {
                end = try bound(arguments[1], "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.", none: -1, negative: indices)
            } else {
                let given = arguments[1].isNone ? 0 : number(arguments[1])
                end = try bound(arguments[2], "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.", none: -1, negative: indices)
                guard let given, given >= 0 else { throw raise(.valueError, indices) }
                first = given
                if arguments.count == 4 && !arguments[3].isNone {
                    guard let step = number(arguments[3]), step >= 1 else {
                        throw raise(.valueError, "Step for islice() must be a positive integer or None.")
                    }
                    by = step
                }
            }
            let source = try Iteration.iter(arguments[0])
            let slice = try FieldObject.make(type)
            let fields = Fields(slice.value)
            fields.set(iterator, source)
            fields.setInt(next, min(first, Value.maxSmallInt))
            fields.setInt(stop, min(end, Value.maxSmallInt))
            fields.setInt(step, min(by, Value.maxSmallInt))
            fields.setInt(read, 0)
            return slice
        }
        type.slots.iter = ItertoolsModule.selfSlot
        type.slots.next = advance
        type.slots.quickNext = { (self) in
            let fields = Fields(self)
            let (source, count, end) = (fields[iterator], fields.int(read), fields.int(stop))
            guard !source.isNull, count == fields.int(next), end == -1 || count < end else { return .null }
            let item = ItertoolsModule.quickly(source)
            if item.isNull { return .null }
            fields.setInt(read, count + 1)
            fields.setInt(next, following(fields, end))
            return item
        }
        type.method("__reduce__", .noArguments(reduce), ItertoolsDocs.islice_reduce)
        type.method("__setstate__", .one { (self, state) throws(Raised) -> Ref in
            guard IntObject.isInstance(state) else { throw raise(.typeError, "an integer is required") }
            Fields(self).setInt(read, min(max(try ItertoolsModule.index(state), 0), Value.maxSmallInt))
            return .none
        }, ItertoolsDocs.islice_setstate)
    }
    /// An argument as a number; nil for what is none, or too large.
    private static func number(_ value: Value) -> Int? {
        guard Index.isIndex(value) else { return nil }
        do throws(Raised) { return try ItertoolsModule.index(value) } catch {
            PendingException.clear()
            return nil
        }
    }
    private static func bound(_ value: Value, _ message: String, none: Int, negative: String? = nil) throws(Raised) -> Int {
        if value.isNone { return none }
        guard let number = number(value) else { throw raise(.valueError, message) }
        // -1 is what C's conversion says of an error, too.
        if number < 0 { throw raise(.valueError, number == -1 ? message : negative ?? message) }
        return number
    }

    private static let advance: UnarySlot = { (self) throws(Raised) -> Ref in
        let fields = Fields(self)
        let source = fields.hold(iterator)
        if source.isNull { return .null }
        let end = fields.int(stop)
        while fields.int(read) < fields.int(next) {
            let skipped = try pull(source.value, fields)
            if skipped.isNull { return .null }
            fields.setInt(read, fields.int(read) + 1)
        }
        if end != -1 && fields.int(read) >= end { return finish(fields) }
        let item = try pull(source.value, fields)
        if item.isNull { return .null }
        fields.setInt(read, fields.int(read) + 1)
        fields.setInt(next, following(fields, end))
        return item
    }
    /// The index of the item after the next one.
    @inline(__always) private static func following(_ fields: Fields, _ end: Int) -> Int {
        // Both have 49 bits.
        let index = fields.int(next) &+ fields.int(step)
        return end != -1 && index > end ? end : min(index, Value.maxSmallInt)
    }
    /// The next item. A source that ends or fails is let go of.
    @inline(__always) private static func pull(_ source: Value, _ fields: Fields) throws(Raised) -> Ref {
        do throws(Raised) {
            let item = try Iteration.next(source)
            if item.isNull { return finish(fields) }
            return item
        } catch {
            fields.set(iterator, Ref.null)
            throw error
        }
    }
    private static func finish(_ fields: Fields) -> Ref {
        fields.set(iterator, Ref.null)
        return .null
    }
    private static func reduce(_ self: Value) throws(Raised) -> Ref {
        let fields = Fields(self)
        let zero = Value(smallInt: 0)
        if fields[iterator].isNull {
            let list = ListObject.make()
            let empty = try Iteration.iter(list.value)
            let arguments = TupleObject.make(empty.value, zero)
            return TupleObject.make(self.type.value, arguments.value, zero)
        }
        let end = fields.int(stop) == -1 ? Value.none : fields[stop]
        let arguments = TupleObject.make(fields[iterator], fields[next], end, fields[step])
        return TupleObject.make(self.type.value, arguments.value, fields[read])
    }
}

enum ZipLongest {
    /// A list of iterators, null where exhausted, how many are left, and what fills.
    private static let iterators = 0
    private static let active = 1
    private static let fill = 2

    static let type: TypePointer = FieldObject.type("itertools.zip_longest", fields: 3, .subclassable) { type in
        type.doc(ItertoolsDocs.zip_longest)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            let filler = arguments.keyword("fillvalue")
            if arguments.keywordCount > (filler.isNull ? 0 : 1) {
                throw raise(.typeError, "zip_longest() got an unexpected keyword argument")
            }
            let list = try TupleObject.allocate(arguments.count)
            for index in 0..<arguments.count { TupleObject.store(list.value, index, try Iteration.iter(arguments[index])) }
            TupleObject.finish(list.value)
            let zip = try FieldObject.make(type)
            let fields = Fields(zip.value)
            fields.set(iterators, list)
            fields.setInt(active, arguments.count)
            fields.set(fill, filler.isNull ? Value.none : filler)
            return zip
        }
        type.slots.iter = ItertoolsModule.selfSlot
        type.slots.next = { (self) throws(Raised) -> Ref in
            let fields = Fields(self)
            let all = fields.hold(iterators)
            let count = TupleObject.count(all.value)
            if count == 0 || fields.int(active) == 0 { return .null }
            let result = try TupleObject.allocate(count)
            for index in 0..<count {
                let source = Ref(TupleObject.item(all.value, index))
                if source.value.isNone {
                    TupleObject.store(result.value, index, fields.hold(fill))
                    continue
                }
                let item: Ref
                do throws(Raised) { item = try Iteration.next(source.value) } catch {
                    fields.setInt(active, 0)
                    throw error
                }
                if !item.isNull {
                    TupleObject.store(result.value, index, item)
                    continue
                }
                fields.setInt(active, fields.int(active) - 1)
                if fields.int(active) <= 0 { return .null }
                // An exhausted iterator gives way to None.
                TupleObject.replace(all.value, index, .none)
                TupleObject.store(result.value, index, fields.hold(fill))
            }
            TupleObject.finish(result.value)
            return result
        }
        type.method("__reduce__", .noArguments { (self) throws(Raised) -> Ref in
            let fields = Fields(self)
            let count = TupleObject.count(fields[iterators])
            let arguments = try TupleObject.allocate(count)
            for index in 0..<count {
                let source = TupleObject.item(fields[iterators], index)
                TupleObject.store(arguments.value, index, Ref(source.isNone ? TupleObject.emptyValue : source))
            }
            TupleObject.finish(arguments.value)
            return TupleObject.make(self.type.value, arguments.value, fields[fill])
        }, ItertoolsDocs.zip_longest_reduce)
        type.method("__setstate__", .one { (self, state) throws(Raised) -> Ref in
            Fields(self).set(fill, state)
            return .none
        }, ItertoolsDocs.zip_longest_setstate)
    }
}

enum GroupBy {
    private static let parameters = BoundParameters("(iterable, key=None)")
    /// The iterator, the key function, the key of the group given last, that of the current item, the item, and the group (an
    /// address, to know whether it is still the last).
    private static let iterator = 0
    private static let function = 1
    private static let target = 2
    private static let current = 3
    private static let item = 4
    private static let group = 5
    /// Of a group: the groupby, the key, the number of the group.
    private static let parent = 0
    private static let key = 1
    private static let number = 2

    static let type: TypePointer = FieldObject.type("itertools.groupby", fields: 6, .subclassable) { type in
        type.doc(ItertoolsDocs.groupby)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            try parameters.withBound(arguments, "groupby") { (bound) throws(Raised) -> Ref in
                let source = try Iteration.iter(bound[0])
                let result = try FieldObject.make(type)
                let fields = Fields(result.value)
                fields.set(iterator, source)
                fields.set(function, bound[1].isNull ? Value.none : bound[1])
                fields.setInt(group, 0)
                return result
            }
        }
        type.slots.iter = ItertoolsModule.selfSlot
        type.slots.next = { (self) throws(Raised) -> Ref in
            let fields = Fields(self)
            fields.setInt(group, fields.int(group) + 1)
            // To the first item with another key.
            while true {
                if !fields[current].isNull {
                    if fields[target].isNull { break }
                    if !(try sameKey(fields[target], fields[current])) { break }
                }
                if !(try step(fields)) { return .null }
            }
            let found = fields.hold(current)
            fields.set(target, found.value)
            let result = try makeGroup(self, found.value)
            return TupleObject.make(found.value, result.value)
        }
        type.method("__reduce__", .noArguments { (self) throws(Raised) -> Ref in
            let fields = Fields(self)
            let arguments = TupleObject.make(fields[iterator], fields[function])
            if fields[target].isNull || fields[current].isNull || fields[item].isNull {
                return TupleObject.make(self.type.value, arguments.value)
            }
            let state = TupleObject.make(fields[item], fields[target], fields[current])
            return TupleObject.make(self.type.value, arguments.value, state.value)
        }, ItertoolsDocs.groupby_reduce)
        type.method("__setstate__", .one { (self, state) throws(Raised) -> Ref in
            guard TupleObject.isInstance(state) else { throw raise(.typeError, "state is not a tuple") }
            guard TupleObject.count(state) == 3 else {
                throw raise(.typeError, "function takes exactly 3 arguments (\(TupleObject.count(state)) given)")
            }
            let fields = Fields(self)
            fields.set(item, TupleObject.item(state, 0))
            fields.set(target, TupleObject.item(state, 1))
            fields.set(current, TupleObject.item(state, 2))
            return .none
        }, ItertoolsDocs.groupby_setstate)
    }
    /// Whether two keys are equal; they are held while Python code is asked.
    @inline(__always) private static func sameKey(_ one: Value, _ other: Value) throws(Raised) -> Bool {
        if one.isSmallInt && other.isSmallInt { return one.bits == other.bits }
        return try compare(one, other)
    }
    @inline(never) private static func compare(_ one: Value, _ other: Value) throws(Raised) -> Bool {
        if one.isObject && other.isObject && StrObject.isExact(one) && StrObject.isExact(other) { return StrObject.equal(one, other) }
        let left = Ref(one)
        let right = Ref(other)
        return try Compare.equal(left.value, right.value)
    }
    /// Reads an item and its key; false at the end.
    private static func step(_ fields: Fields) throws(Raised) -> Bool {
        if fields[function].isNone {
            let quick = ItertoolsModule.quickly(fields[iterator])
            if !quick.isNull {
                quick.retain()
                fields.set(item, Ref(owned: quick))
                fields.set(current, Ref(owned: quick))
                return true
            }
        }
        let source = fields.hold(iterator)
        let callable = fields.hold(function)
        let next = try Iteration.next(source.value)
        if next.isNull { return false }
        let newKey = callable.value.isNone ? next.copy() : try Call.call(callable.value, next.value)
        fields.set(item, next)
        fields.set(current, newKey)
        return true
    }

    private static func makeGroup(_ groups: Value, _ target: Value) throws(Raised) -> Ref {
        let result = try FieldObject.make(grouper)
        let fields = Fields(result.value)
        fields.set(parent, groups)
        fields.set(key, target)
        fields.set(number, Fields(groups)[group])
        return result
    }
    static let grouper: TypePointer = FieldObject.type("itertools._grouper", fields: 3) { type in
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            try ItertoolsModule.check(arguments, "_grouper", 2, 2)
            guard arguments[0].type.isSubtype(of: GroupBy.type) else {
                throw raise(.typeError, "_grouper() argument 1 must be itertools.groupby, not \(ArgumentTypeName.of(arguments[0]))")
            }
            return try makeGroup(arguments[0], arguments[1])
        }
        type.slots.iter = ItertoolsModule.selfSlot
        // Items of a group of small ints, or of strs, without a key function.
        type.slots.quickNext = { (self) in
            let own = Fields(self)
            let fields = Fields(own[parent])
            guard own.int(number) == fields.int(group), fields[function].isNone else { return .null }
            if fields[item].isNull {
                let quick = ItertoolsModule.quickly(fields[iterator])
                if quick.isNull { return .null }
                quick.retain()
                fields.set(item, Ref(owned: quick))
                fields.set(current, Ref(owned: quick))
                // Another group may have been asked for by a destructor.
                if own.int(number) != fields.int(group) { return .null }
            }
            let (wanted, found) = (own[key], fields[current])
            guard wanted.isSmallInt && wanted.bits == found.bits
                || wanted.isObject && found.isObject && StrObject.isExact(wanted) && StrObject.isExact(found) && StrObject.equal(wanted, found)
            else { return .null }
            fields.set(current, Ref.null)
            return fields.take(item).take()
        }
        type.slots.next = { (self) throws(Raised) -> Ref in
            let own = Fields(self)
            let groups = own.hold(parent)
            let fields = Fields(groups.value)
            // A group ends when the next one is asked for.
            if own.int(number) != fields.int(group) { return .null }
            if fields[item].isNull {
                if !(try step(fields)) { return .null }
            }
            if !(try sameKey(own[key], fields[current])) { return .null }
            fields.set(current, Ref.null)
            return fields.take(item)
        }
        type.method("__reduce__", .noArguments { (self) throws(Raised) -> Ref in
            let own = Fields(self)
            if own.int(number) != Fields(own[parent]).int(group) {
                let builtin = try IteratorReduction.builtin("iter")
                let arguments = TupleObject.make(TupleObject.emptyValue)
                return TupleObject.make(builtin.value, arguments.value)
            }
            let arguments = TupleObject.make(own[parent], own[key])
            return TupleObject.make(self.type.value, arguments.value)
        }, ItertoolsDocs.grouper_reduce)
    }
}
