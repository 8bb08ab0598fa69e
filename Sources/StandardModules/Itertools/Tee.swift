// tee: several iterators over one.
//
// What the iterator gave lies in a chain of blocks of up to 57 items. Each tee knows its block and its place in it; blocks that all have
// passed die.

import CPythonABI
import Runtime

enum Tee {
    private static let blockSize = 57
    /// Of a block: the iterator, the next block, the list of items, whether it is being filled.
    private static let iterator = 0
    private static let next = 1
    private static let items = 2
    private static let running = 3
    /// Of a tee: the block and the place.
    private static let block = 0
    private static let place = 1

    static let data: TypePointer = FieldObject.type("itertools._tee_dataobject", fields: 4) { type in
        type.doc(ItertoolsDocs._tee_dataobject)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            try ItertoolsModule.check(arguments, "teedataobject", 3, 3)
            let (values, following) = (arguments[1], arguments[2])
            guard ListObject.isInstance(values) else {
                throw raise(.typeError, "teedataobject() argument 2 must be list, not \(ArgumentTypeName.of(values))")
            }
            let result = try makeBlock(arguments[0])
            let count = ListObject.count(values)
            if count > blockSize { throw raise(.valueError, "Invalid arguments") }
            for index in 0..<count { try ListObject.append(Fields(result.value)[items], ListObject.item(values, index)) }
            if count == blockSize {
                if !following.isNone {
                    guard following.type == data else { throw raise(.valueError, "Invalid arguments") }
                    Fields(result.value).set(next, following)
                }
            } else if !following.isNone {
                throw raise(.valueError, "Invalid arguments")
            }
            return result
        }
        type.method("__reduce__", .noArguments { (self) throws(Raised) -> Ref in
            let fields = Fields(self)
            let values = try Iteration.list(fields[items])
            let arguments = TupleObject.make(fields[iterator], values.value, fields[next].isNull ? .none : fields[next])
            return TupleObject.make(self.type.value, arguments.value)
        }, ItertoolsDocs.tee_dataobject_reduce)
    }
    private static func makeBlock(_ source: Value) throws(Raised) -> Ref {
        let result = try FieldObject.make(data)
        let fields = Fields(result.value)
        fields.set(iterator, source)
        fields.set(items, try ListObject.make(capacity: 4))
        fields.setInt(running, 0)
        return result
    }

    static let type: TypePointer = FieldObject.type("itertools._tee", fields: 2, .weakReferences) { type in
        type.doc(ItertoolsDocs._tee)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            try ItertoolsModule.check(arguments, "_tee", 1, 1)
            return try fromIterable(arguments[0])
        }
        type.slots.iter = ItertoolsModule.selfSlot
        type.slots.next = advance
        type.method("__copy__", .noArguments(copy), ItertoolsDocs.tee_copy)
        type.method("__reduce__", .noArguments { (self) throws(Raised) -> Ref in
            let empty = TupleObject.make(TupleObject.emptyValue)
            let state = TupleObject.make(Fields(self)[block], Fields(self)[place])
            return TupleObject.make(self.type.value, empty.value, state.value)
        }, ItertoolsDocs.tee_reduce)
        type.method("__setstate__", .one { (self, state) throws(Raised) -> Ref in
            guard TupleObject.isInstance(state) else { throw raise(.typeError, "state is not a tuple") }
            guard TupleObject.count(state) == 2 else {
                throw raise(.typeError, "function takes exactly 2 arguments (\(TupleObject.count(state)) given)")
            }
            let given = TupleObject.item(state, 0)
            guard given.type == data else {
                throw raise(.typeError, "argument 1 must be itertools._tee_dataobject, not \(given.type.name)")
            }
            let index = try ItertoolsModule.index(TupleObject.item(state, 1))
            if index < 0 || index > blockSize { throw raise(.valueError, "Index out of range") }
            Fields(self).set(block, given)
            Fields(self).setInt(place, index)
            return .none
        }, ItertoolsDocs.tee_setstate)
    }

    private static let advance: UnarySlot = { (self) throws(Raised) -> Ref in
        let fields = Fields(self)
        var index = fields.int(place)
        if index >= blockSize {
            let following = try nextBlock(fields[block])
            fields.set(block, following)
            fields.setInt(place, 0)
            index = 0
        }
        let current = fields.hold(block)
        let values = Fields(current.value)
        if index >= ListObject.count(values[items]) {
            // Nobody has read so far.
            if values.int(running) != 0 { throw raise(.runtimeError, "cannot re-enter the tee iterator") }
            values.setInt(running, 1)
            let source = values.hold(iterator)
            let item: Ref
            do throws(Raised) { item = try Iteration.next(source.value) } catch {
                values.setInt(running, 0)
                throw error
            }
            values.setInt(running, 0)
            if item.isNull { return .null }
            try ListObject.append(values[items], item.value)
        }
        fields.setInt(place, index + 1)
        return Ref(ListObject.item(values[items], index))
    }
    private static func nextBlock(_ current: Value) throws(Raised) -> Ref {
        let fields = Fields(current)
        if fields[next].isNull { fields.set(next, try makeBlock(fields[iterator])) }
        return fields.hold(next)
    }
    private static func copy(_ self: Value) throws(Raised) -> Ref {
        let result = try FieldObject.make(type)
        Fields(result.value).set(block, Fields(self)[block])
        Fields(result.value).set(place, Fields(self)[place])
        return result
    }
    private static func fromIterable(_ iterable: Value) throws(Raised) -> Ref {
        let source = try Iteration.iter(iterable)
        if source.value.type == type { return try copy(source.value) }
        let result = try FieldObject.make(type)
        Fields(result.value).set(block, try makeBlock(source.value))
        Fields(result.value).setInt(place, 0)
        return result
    }

    /// tee(iterable, n)
    static func tee(_ iterable: Value, _ number: Value) throws(Raised) -> Ref {
        let count = number.isNull ? 2 : try ItertoolsModule.index(number)
        if count < 0 { throw raise(.valueError, "n must be >= 0") }
        let result = try TupleObject.allocate(count)
        if count == 0 { return result }
        let source = try Iteration.iter(iterable)
        let copyName = StrObject.intern("__copy__")
        var first = source.copy()
        var copier = try Attributes.getIfPresent(source.value, copyName.value)
        if copier.isNull {
            first = try fromIterable(source.value)
            copier = try Attributes.get(first.value, copyName.value)
        }
        TupleObject.store(result.value, 0, first)
        for index in 1..<max(count, 1) { TupleObject.store(result.value, index, try Call.call(copier.value)) }
        TupleObject.finish(result.value)
        return result
    }
}
