// count, repeat and cycle: iterators without end.

import CPythonABI
import Runtime

enum Count {
    private static let parameters = BoundParameters("(start=0, step=1)")
    private static let current = 0
    private static let step = 1

    static let type: TypePointer = FieldObject.type("itertools.count", fields: 2, .subclassable) { type in
        type.doc(ItertoolsDocs.count)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            try parameters.withBound(arguments, "count") { (bound) throws(Raised) -> Ref in
                let start = bound[0].isNull ? Value(smallInt: 0) : bound[0]
                let by = bound[1].isNull ? Value(smallInt: 1) : bound[1]
                for number in [start, by] where !isNumber(number) { throw raise(.typeError, "a number is required") }
                let counter = try FieldObject.make(type)
                let fields = Fields(counter.value)
                // Counting by ones from an int gives exact ints from the first on.
                let plain = IntObject.isInstance(start) && isOne(by) && IntObject.word(start) != nil
                fields.set(current, plain ? IntObject.exact(start) : Ref(start))
                fields.set(step, plain ? Ref(owned: Value(smallInt: 1)) : Ref(by))
                return counter
            }
        }
        type.slots.iter = ItertoolsModule.selfSlot
        type.slots.next = { (self) throws(Raised) -> Ref in
            let fields = Fields(self)
            let number = fields[current]
            let by = fields[step]
            if number.isSmallInt && by.isSmallInt {
                fields.set(current, IntObject.make(number.smallInt &+ by.smallInt))
                return Ref(owned: number)
            }
            let held = fields.hold(current)
            let next = try Numbers.binary(.add, held.value, by)
            fields.set(current, next)
            return held
        }
        type.slots.repr = { (self) throws(Raised) -> Ref in
            let fields = Fields(self)
            let start = try Repr.string(fields[current])
            if isOne(fields[step]) { return StrObject.make("count(\(start))") }
            return StrObject.make("count(\(start), \(try Repr.string(fields[step])))")
        }
        type.method("__reduce__", .noArguments { (self) throws(Raised) -> Ref in
            let fields = Fields(self)
            let arguments = isOne(fields[step]) ? TupleObject.make(fields[current]) : TupleObject.make(fields[current], fields[step])
            return TupleObject.make(self.type.value, arguments.value)
        }, ItertoolsDocs.count_reduce)
    }
    private static func isNumber(_ value: Value) -> Bool {
        let record = value.record
        return record.pointee.int != nil || record.pointee.float != nil || record.pointee.index != nil || ComplexObject.isInstance(value)
    }
    private static func isOne(_ value: Value) -> Bool { IntObject.isExact(value) && IntObject.word(value) == 1 }
}

enum Repeat {
    private static let parameters = BoundParameters("(object, times=None)")
    /// How often is left; -1 for ever.
    private static let object = 0
    private static let left = 1

    static let type: TypePointer = FieldObject.type("itertools.repeat", fields: 2, .subclassable) { type in
        type.doc(ItertoolsDocs.`repeat`)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            try parameters.withBound(arguments, "repeat") { (bound) throws(Raised) -> Ref in
                let times = bound[1].isNull ? -1 : min(max(try ItertoolsModule.index(bound[1]), 0), Value.maxSmallInt)
                let result = try FieldObject.make(type)
                Fields(result.value).set(object, bound[0])
                Fields(result.value).setInt(left, times)
                return result
            }
        }
        type.slots.iter = ItertoolsModule.selfSlot
        type.slots.next = { (self) throws(Raised) -> Ref in
            let fields = Fields(self)
            let times = fields.int(left)
            if times == 0 { return .null }
            if times > 0 { fields.setInt(left, times - 1) }
            return fields.hold(object)
        }
        type.slots.repr = { (self) throws(Raised) -> Ref in
            let fields = Fields(self)
            let text = try Repr.string(fields[object])
            let times = fields.int(left)
            return StrObject.make(times < 0 ? "repeat(\(text))" : "repeat(\(text), \(times))")
        }
        type.method("__length_hint__", .noArguments { (self) throws(Raised) -> Ref in
            let times = Fields(self).int(left)
            if times < 0 { throw raise(.typeError, "len() of unsized object") }
            return IntObject.make(times)
        }, ItertoolsDocs.repeat_length_hint)
        type.method("__reduce__", .noArguments { (self) throws(Raised) -> Ref in
            let fields = Fields(self)
            let arguments = fields.int(left) < 0 ? TupleObject.make(fields[object]) : TupleObject.make(fields[object], fields[left])
            return TupleObject.make(self.type.value, arguments.value)
        }, ItertoolsDocs.repeat_reduce)
    }
}

enum Cycle {
    /// The iterator (null in later rounds), what it gave, the place in that, and whether the items are no longer to be saved.
    private static let iterator = 0
    private static let saved = 1
    private static let index = 2
    private static let isFirstPass = 3

    static let type: TypePointer = FieldObject.type("itertools.cycle", fields: 4, .subclassable) { type in
        type.doc(ItertoolsDocs.cycle)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            if ItertoolsModule.isPlain(type, Cycle.type) { try arguments.noKeywords("cycle") }
            try arguments.check("cycle", 1, 1)
            let source = try Iteration.iter(arguments[0])
            let cycle = try FieldObject.make(type)
            let fields = Fields(cycle.value)
            fields.set(iterator, source)
            fields.set(saved, ListObject.make())
            fields.setInt(index, 0)
            fields.setInt(isFirstPass, 0)
            return cycle
        }
        type.slots.iter = ItertoolsModule.selfSlot
        type.slots.next = { (self) throws(Raised) -> Ref in
            let fields = Fields(self)
            let source = fields.hold(iterator)
            if !source.isNull {
                let item = try Iteration.next(source.value)
                if !item.isNull {
                    if fields.int(isFirstPass) == 0 { try ListObject.append(fields[saved], item.value) }
                    return item
                }
                fields.set(iterator, Ref.null)
            }
            let count = ListObject.count(fields[saved])
            if count == 0 { return .null }
            let place = fields.int(index)
            fields.setInt(index, place + 1 >= count ? 0 : place + 1)
            return place < count ? Ref(ListObject.item(fields[saved], place)) : .null
        }
        type.method("__reduce__", .noArguments { (self) throws(Raised) -> Ref in
            let fields = Fields(self)
            if fields[iterator].isNull {
                let rest = try Iteration.iter(fields[saved])
                if fields.int(index) != 0 {
                    let name = StrObject.intern("__setstate__")
                    let done = try Call.method(rest.value, name.value, fields[index])
                    _ = done.isNull
                }
                let arguments = TupleObject.make(rest.value)
                let state = TupleObject.make(fields[saved], .true)
                return TupleObject.make(self.type.value, arguments.value, state.value)
            }
            let arguments = TupleObject.make(fields[iterator])
            let state = TupleObject.make(fields[saved], Value(bool: fields.int(isFirstPass) != 0))
            return TupleObject.make(self.type.value, arguments.value, state.value)
        }, ItertoolsDocs.cycle_reduce)
        type.method("__setstate__", .one { (self, state) throws(Raised) -> Ref in
            guard TupleObject.isInstance(state) else { throw raise(.typeError, "state is not a tuple") }
            guard TupleObject.count(state) == 2 else {
                throw raise(.typeError, "function takes exactly 2 arguments (\(TupleObject.count(state)) given)")
            }
            let list = TupleObject.item(state, 0)
            guard ListObject.isInstance(list) else { throw raise(.typeError, "argument 1 must be list, not \(list.type.name)") }
            let first = try ItertoolsModule.index(TupleObject.item(state, 1))
            let fields = Fields(self)
            fields.set(saved, list)
            fields.setInt(isFirstPass, first == 0 ? 0 : 1)
            fields.setInt(index, 0)
            return .none
        }, ItertoolsDocs.cycle_setstate)
    }
}
