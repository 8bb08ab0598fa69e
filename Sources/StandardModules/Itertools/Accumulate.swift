// accumulate and chain.

import CPythonABI
import Runtime

enum Accumulate {
    private static let parameters = BoundParameters("(iterable, func=None, *, initial=None)")
    /// The last is an item that was read already.
    private static let iterator = 0
    private static let function = 1
    private static let total = 2
    private static let initial = 3
    private static let pending = 4

    static let type: TypePointer = FieldObject.type("itertools.accumulate", fields: 5, .subclassable) { type in
        type.doc(ItertoolsDocs.accumulate)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            try parameters.withBound(arguments, "accumulate") { (bound) throws(Raised) -> Ref in
                let source = try Iteration.iter(bound[0])
                let result = try FieldObject.make(type)
                let fields = Fields(result.value)
                fields.set(iterator, source)
                if !bound[1].isNull && !bound[1].isNone { fields.set(function, bound[1]) }
                if !bound[2].isNull && !bound[2].isNone { fields.set(initial, bound[2]) }
                return result
            }
        }
        type.slots.iter = ItertoolsModule.selfSlot
        type.slots.next = { (self) throws(Raised) -> Ref in
            let fields = Fields(self)
            if !fields[initial].isNull {
                let first = fields.take(initial)
                fields.set(total, first.value)
                return first
            }
            let source = fields.hold(iterator)
            let item = fields[pending].isNull ? try Iteration.next(source.value) : fields.take(pending)
            if item.isNull { return .null }
            let sum = fields.hold(total)
            if sum.isNull {
                fields.set(total, item.value)
                return item
            }
            let callable = fields.hold(function)
            let next = callable.isNull
                ? try Numbers.binary(.add, sum.value, item.value) : try Call.call(callable.value, sum.value, item.value)
            fields.set(total, next.value)
            return next
        }
        // Sums of small ints.
        type.slots.quickNext = { (self) in
            let fields = Fields(self)
            let sum = fields[total]
            guard sum.isSmallInt, fields[function].isNull, fields[initial].isNull, fields[pending].isNull else { return .null }
            let item = ItertoolsModule.quickly(fields[iterator])
            if item.isNull { return .null }
            if item.isSmallInt {
                let next = sum.smallInt &+ item.smallInt
                if next >= Value.minSmallInt && next <= Value.maxSmallInt {
                    fields.setInt(total, next)
                    return Value(smallInt: next)
                }
            }
            // Left to `next`.
            fields.set(pending, Ref(owned: item))
            return .null
        }
        type.method("__reduce__", .noArguments(reduce), ItertoolsDocs.accumulate_reduce)
        type.method("__setstate__", .one { (self, state) throws(Raised) -> Ref in
            Fields(self).set(total, state)
            return .none
        }, ItertoolsDocs.accumulate_setstate)
    }

    private static func reduce(_ self: Value) throws(Raised) -> Ref {
        let fields = Fields(self)
        let callable = fields[function].isNull ? Value.none : fields[function]
        // A value that has still to come, or a total that is None, is put before the rest by a chain.
        if !fields[initial].isNull {
            let rest = try chained(fields[initial], fields[iterator])
            let arguments = TupleObject.make(rest.value, callable)
            return TupleObject.make(self.type.value, arguments.value, .none)
        }
        if fields[total].isNone {
            let rest = try chained(.none, fields[iterator])
            let again = try Call.call(self.type.value, rest.value, callable)
            let arguments = TupleObject.make(again.value, Value(smallInt: 1), .none)
            return TupleObject.make(Slice.type.value, arguments.value)
        }
        let arguments = TupleObject.make(fields[iterator], callable)
        return TupleObject.make(self.type.value, arguments.value, fields[total].isNull ? .none : fields[total])
    }
    private static func chained(_ first: Value, _ rest: Value) throws(Raised) -> Ref {
        let head = ListObject.make()
        try ListObject.append(head.value, first)
        return try Call.call(Chain.type.value, head.value, rest)
    }
}

enum Chain {
    /// The iterator over iterables, and that over the current one.
    private static let source = 0
    private static let active = 1

    static let type: TypePointer = FieldObject.type("itertools.chain", fields: 2, .subclassable) { type in
        type.doc(ItertoolsDocs.chain)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            if ItertoolsModule.isPlain(type, Chain.type) { try arguments.noKeywords("chain") }
            let iterables = arguments.tuple()
            return try make(type, iterables.value)
        }
        type.slots.iter = ItertoolsModule.selfSlot
        type.slots.next = { (self) throws(Raised) -> Ref in
            let fields = Fields(self)
            while true {
                let outer = fields.hold(source)
                if outer.isNull { return .null }
                if fields[active].isNull {
                    let iterable: Ref
                    do throws(Raised) { iterable = try Iteration.next(outer.value) } catch {
                        fields.set(source, Ref.null)
                        throw error
                    }
                    if iterable.isNull {
                        fields.set(source, Ref.null)
                        return .null
                    }
                    do throws(Raised) { fields.set(active, try Iteration.iter(iterable.value)) } catch {
                        fields.set(source, Ref.null)
                        throw error
                    }
                }
                let inner = fields.hold(active)
                let item = try Iteration.next(inner.value)
                if !item.isNull { return item }
                fields.set(active, Ref.null)
            }
        }
        type.slots.quickNext = { (self) in
            let inner = Fields(self)[active]
            if inner.isNull { return .null }
            return ItertoolsModule.quickly(inner)
        }
        type.classMethod(
            "from_iterable", .one { (type, iterable) throws(Raised) -> Ref in try make(Classes.type(type), iterable) },
            ItertoolsDocs.chain_from_iterable.signature, doc: ItertoolsDocs.chain_from_iterable.doc)
        type.method("__reduce__", .noArguments { (self) throws(Raised) -> Ref in
            let fields = Fields(self)
            if fields[source].isNull { return TupleObject.make(self.type.value, TupleObject.emptyValue) }
            let state = fields[active].isNull ? TupleObject.make(fields[source]) : TupleObject.make(fields[source], fields[active])
            return TupleObject.make(self.type.value, TupleObject.emptyValue, state.value)
        }, ItertoolsDocs.chain_reduce)
        type.method("__setstate__", .one { (self, state) throws(Raised) -> Ref in
            guard TupleObject.isInstance(state) else { throw raise(.typeError, "state is not a tuple") }
            let count = TupleObject.count(state)
            if count < 1 { throw raise(.typeError, "function takes at least 1 argument (0 given)") }
            if count > 2 { throw raise(.typeError, "function takes at most 2 arguments (\(count) given)") }
            for index in 0..<count where TupleObject.item(state, index).record.pointee.next == nil {
                throw raise(.typeError, "Arguments must be iterators.")
            }
            Fields(self).set(source, TupleObject.item(state, 0))
            Fields(self).set(active, count == 2 ? TupleObject.item(state, 1) : Value.null)
            return .none
        }, ItertoolsDocs.chain_setstate)
        type.genericAlias()
    }
    private static func make(_ type: TypePointer, _ iterables: Value) throws(Raised) -> Ref {
        let outer = try Iteration.iter(iterables)
        let chain = try FieldObject.make(type)
        Fields(chain.value).set(source, outer)
        return chain
    }
}
