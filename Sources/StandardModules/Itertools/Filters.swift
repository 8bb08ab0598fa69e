// Iterators that choose or map items one by one: dropwhile, takewhile, filterfalse, compress, starmap, pairwise.

import CPythonABI
import Runtime

enum Filters {
    private static let function = 0
    private static let iterator = 1
    private static let state = 2

    /// A constructor with a function and an iterable.
    private static func new(
        _ type: TypePointer, _ arguments: Arguments, _ name: StaticString, exact: TypePointer, state initial: Int?
    ) throws(Raised) -> Ref {
        if ItertoolsModule.isPlain(type, exact) { try arguments.noKeywords(name) }
        try arguments.check(name, 2, 2)
        let source = try Iteration.iter(arguments[1])
        let result = try FieldObject.make(type)
        let fields = Fields(result.value)
        fields.set(function, arguments[0])
        fields.set(iterator, source)
        if let initial { fields.setInt(state, initial) }
        return result
    }
    /// The truth of a predicate for an item; bool and None test the item itself.
    private static func holds(_ predicate: Value, _ item: Value) throws(Raised) -> Bool {
        if predicate === PyBool_TypePointer().value { return try Truth.of(item) }
        let answer = try Call.call(predicate, item)
        return try Truth.of(answer.value)
    }
    private static func setState(_ type: TypeBuilder, _ doc: FunctionDoc) {
        type.method("__setstate__", .one { (self, flag) throws(Raised) -> Ref in
            Fields(self).setInt(state, try Truth.of(flag) ? 1 : 0)
            return .none
        }, doc)
    }
    private static func reduceWithState(_ self: Value) throws(Raised) -> Ref {
        let fields = Fields(self)
        let arguments = TupleObject.make(fields[function], fields[iterator])
        return TupleObject.make(self.type.value, arguments.value, fields[state])
    }
    private static func reducePair(_ self: Value) throws(Raised) -> Ref {
        let fields = Fields(self)
        let arguments = TupleObject.make(fields[0], fields[1])
        return TupleObject.make(self.type.value, arguments.value)
    }

    static let dropWhile: TypePointer = FieldObject.type("itertools.dropwhile", fields: 3, .subclassable) { type in
        type.doc(ItertoolsDocs.dropwhile)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in try new(type, arguments, "dropwhile", exact: dropWhile, state: 0) }
        type.slots.iter = ItertoolsModule.selfSlot
        type.slots.next = { (self) throws(Raised) -> Ref in
            let fields = Fields(self)
            let source = fields.hold(iterator)
            let predicate = fields.hold(function)
            while true {
                let item = try Iteration.next(source.value)
                if item.isNull || fields.int(state) == 1 { return item }
                let answer = try Call.call(predicate.value, item.value)
                if !(try Truth.of(answer.value)) {
                    fields.setInt(state, 1)
                    return item
                }
            }
        }
        type.method("__reduce__", .noArguments(reduceWithState), ItertoolsDocs.dropwhile_reduce)
        setState(type, ItertoolsDocs.dropwhile_setstate)
    }

    static let takeWhile: TypePointer = FieldObject.type("itertools.takewhile", fields: 3, .subclassable) { type in
        type.doc(ItertoolsDocs.takewhile)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in try new(type, arguments, "takewhile", exact: takeWhile, state: 0) }
        type.slots.iter = ItertoolsModule.selfSlot
        type.slots.next = { (self) throws(Raised) -> Ref in
            let fields = Fields(self)
            if fields.int(state) == 1 { return .null }
            let source = fields.hold(iterator)
            let predicate = fields.hold(function)
            let item = try Iteration.next(source.value)
            if item.isNull { return item }
            let answer = try Call.call(predicate.value, item.value)
            if try Truth.of(answer.value) { return item }
            fields.setInt(state, 1)
            return .null
        }
        type.method("__reduce__", .noArguments(reduceWithState), ItertoolsDocs.takewhile_reduce)
        setState(type, ItertoolsDocs.takewhile_setstate)
    }

    static let filterFalse: TypePointer = FieldObject.type("itertools.filterfalse", fields: 2, .subclassable) { type in
        type.doc(ItertoolsDocs.filterfalse)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in try new(type, arguments, "filterfalse", exact: filterFalse, state: nil) }
        type.slots.iter = ItertoolsModule.selfSlot
        type.slots.next = { (self) throws(Raised) -> Ref in
            let fields = Fields(self)
            let source = fields.hold(iterator)
            let predicate = fields.hold(function)
            while true {
                let item = try Iteration.next(source.value)
                if item.isNull { return item }
                let good = predicate.value.isNone ? try Truth.of(item.value) : try holds(predicate.value, item.value)
                if !good { return item }
            }
        }
        type.method("__reduce__", .noArguments(reducePair), ItertoolsDocs.filterfalse_reduce)
    }

    private static let compressParameters = BoundParameters("(data, selectors)")
    static let compress: TypePointer = FieldObject.type("itertools.compress", fields: 2, .subclassable) { type in
        type.doc(ItertoolsDocs.compress)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            try compressParameters.withBound(arguments, "compress") { (bound) throws(Raised) -> Ref in
                let data = try Iteration.iter(bound[0])
                let selectors = try Iteration.iter(bound[1])
                let result = try FieldObject.make(type)
                Fields(result.value).set(0, data)
                Fields(result.value).set(1, selectors)
                return result
            }
        }
        type.slots.iter = ItertoolsModule.selfSlot
        type.slots.next = { (self) throws(Raised) -> Ref in
            let data = Fields(self).hold(0)
            let selectors = Fields(self).hold(1)
            while true {
                let item = try Iteration.next(data.value)
                if item.isNull { return item }
                let selector = try Iteration.next(selectors.value)
                if selector.isNull { return .null }
                if try Truth.of(selector.value) { return item }
            }
        }
        type.method("__reduce__", .noArguments(reducePair), ItertoolsDocs.compress_reduce)
    }

    static let starMap: TypePointer = FieldObject.type("itertools.starmap", fields: 2, .subclassable) { type in
        type.doc(ItertoolsDocs.starmap)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in try new(type, arguments, "starmap", exact: starMap, state: nil) }
        type.slots.iter = ItertoolsModule.selfSlot
        type.slots.next = { (self) throws(Raised) -> Ref in
            let callable = Fields(self).hold(function)
            let source = Fields(self).hold(iterator)
            let item = try Iteration.next(source.value)
            if item.isNull { return item }
            let arguments = try Iteration.tuple(item.value)
            return try Call.call(callable.value, tuple: arguments.value, keywords: .null)
        }
        type.method("__reduce__", .noArguments(reducePair), ItertoolsDocs.starmap_reduce)
    }

    /// Fields: 0 the iterator, 1 the item before.
    static let pairwise: TypePointer = FieldObject.type("itertools.pairwise", fields: 2, .subclassable) { type in
        type.doc(ItertoolsDocs.pairwise)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            if ItertoolsModule.isPlain(type, Filters.pairwise) { try arguments.noKeywords("pairwise") }
            try arguments.check("pairwise", 1, 1)
            let source = try Iteration.iter(arguments[0])
            let result = try FieldObject.make(type)
            Fields(result.value).set(0, source)
            return result
        }
        type.slots.iter = ItertoolsModule.selfSlot
        type.slots.next = { (self) throws(Raised) -> Ref in
            let fields = Fields(self)
            let source = fields.hold(0)
            if source.isNull { return .null }
            var before = fields.hold(1)
            if before.isNull {
                before = try nextOrEnd(fields, source.value)
                if before.isNull { return .null }
                fields.set(1, before.value)
            }
            let item = try nextOrEnd(fields, source.value)
            if item.isNull { return .null }
            fields.set(1, item.value)
            return TupleObject.make(before.value, item.value)
        }
    }
    private static func nextOrEnd(_ fields: Fields, _ source: Value) throws(Raised) -> Ref {
        let item: Ref
        do throws(Raised) { item = try Iteration.next(source) } catch {
            fields.set(0, Ref.null)
            fields.set(1, Ref.null)
            throw error
        }
        if item.isNull {
            fields.set(0, Ref.null)
            fields.set(1, Ref.null)
        }
        return item
    }
}
