// functools.partial.

import CPythonABI
import Runtime

enum Partial {
    /// Fields: 0 the function, 1 the tuple of arguments, 2 the dict of keyword arguments.
    static let type: TypePointer = FieldObject.type(
        "functools.partial", fields: 3, [.subclassable, .dict, .weakReferences]
    ) { type in
        type.doc(FunctoolsDocs.partial)
        type.slots.new = new
        type.slots.call = call
        type.slots.repr = repr
        type.field("func", 0, doc: "function object to use in future partial calls")
        type.field("args", 1, doc: "tuple of arguments to future partial calls")
        type.field("keywords", 2, doc: "dictionary of keyword arguments to future partial calls")
        type.method("__reduce__", .noArguments(reduce))
        type.method("__setstate__", .one(setState))
        type.genericAlias()
    }

    private static let new: NewSlot = { (type, arguments) throws(Raised) -> Ref in
        if arguments.count < 1 { throw raise(.typeError, "type 'partial' takes at least one argument") }
        let function = arguments[0]
        if function.record.pointee.call == nil { throw raise(.typeError, "the first argument must be callable") }
        let result = try FieldObject.make(type)
        let fields = Fields(result.value)
        let given = arguments.dropFirst().positional.tuple()
        // A partial of a partial calls what that calls, unless somebody hung attributes on it.
        if type == Partial.type && function.type == Partial.type && !hasAttributes(function) {
            let inner = Fields(function)
            fields.set(0, inner[0])
            fields.set(1, try concatenate(inner[1], given.value))
            let keywords = try DictObject.copy(inner[2])
            for index in 0..<arguments.keywordCount {
                try DictObject.set(keywords.value, arguments.keywordName(index), arguments.keywordValue(index))
            }
            fields.set(2, keywords)
            return result
        }
        fields.set(0, function)
        fields.set(1, given)
        fields.set(2, try arguments.keywordDict())
        return result
    }
    /// Whether a partial has got a `__dict__`: the word behind the fields.
    private static func hasAttributes(_ partial: Value) -> Bool { !Fields(partial)[3].isNull }
    private static func hasDict(_ self: Value) -> Bool { !Attributes.dict(of: self).isNull }
    private static func concatenate(_ a: Value, _ b: Value) throws(Raised) -> Ref {
        let (first, second) = (TupleObject.count(a), TupleObject.count(b))
        let result = try TupleObject.allocate(first + second)
        for index in 0..<first { TupleObject.store(result.value, index, Ref(TupleObject.item(a, index))) }
        for index in 0..<second { TupleObject.store(result.value, first + index, Ref(TupleObject.item(b, index))) }
        TupleObject.finish(result.value)
        return result
    }

    private static let call: CallSlot = { (self, arguments) throws(Raised) -> Ref in
        let fields = Fields(self)
        // `__setstate__` can change the fields under the call.
        let function = fields.hold(0)
        let prefix = fields.hold(1)
        let keywords = fields.hold(2)
        return try Call.call(function.value, prefix: prefix.value, keywords: keywords.value, arguments)
    }

    private static let repr: UnarySlot = { (self) throws(Raised) -> Ref in
        guard Repr.enter(self) else { return StrObject.make("...") }
        defer { Repr.leave(self) }
        let fields = Fields(self)
        let function = fields.hold(0)
        let arguments = fields.hold(1)
        let keywords = fields.hold(2)
        var parts = ""
        for index in 0..<TupleObject.count(arguments.value) {
            parts += ", \(try Repr.string(TupleObject.item(arguments.value, index)))"
        }
        var position = 0
        while let (key, value) = DictObject.next(keywords.value, &position) {
            let held = Ref(value)
            let name = try Repr.str(key)
            parts += ", \(text(name.value))=\(try Repr.string(held.value))"
        }
        let name = self.type == Partial.type ? "functools.partial" : self.type.name
        return StrObject.make("\(name)(\(try Repr.string(function.value))\(parts))")
    }

    private static func reduce(_ self: Value) throws(Raised) -> Ref {
        let fields = Fields(self)
        let function = TupleObject.make(fields[0])
        var attributes = Ref.none
        if self.type.isHeapType || hasAttributes(self) {
            let dict = Attributes.dict(of: self)
            if !dict.isNull { attributes = Ref(dict) }
        }
        let state = TupleObject.make(fields[0], fields[1], fields[2], attributes.value)
        return TupleObject.make(self.type.value, function.value, state.value)
    }
    private static func setState(_ self: Value, _ state: Value) throws(Raised) -> Ref {
        let invalid = "invalid partial state"
        guard TupleObject.isInstance(state), TupleObject.count(state) == 4 else { throw raise(.typeError, invalid) }
        let (function, arguments) = (TupleObject.item(state, 0), TupleObject.item(state, 1))
        let (keywords, attributes) = (TupleObject.item(state, 2), TupleObject.item(state, 3))
        guard function.record.pointee.call != nil, TupleObject.isInstance(arguments), keywords.isNone || DictObject.isInstance(keywords)
        else { throw raise(.typeError, invalid) }
        let fields = Fields(self)
        let plain = TupleObject.isExact(arguments) ? Ref(arguments) : try concatenate(arguments, TupleObject.emptyValue)
        fields.set(0, function)
        fields.set(1, plain)
        fields.set(2, keywords.isNone ? DictObject.make() : DictObject.isExact(keywords) ? Ref(keywords) : try DictObject.copy(keywords))
        if attributes.isNone {
            if self.type == Partial.type {
                fields.set(3, Value.null)
            } else if hasDict(self) {
                let none = DictObject.make()
                try Attributes.set(self, Names.dict, none.value)
            }
        } else {
            try Attributes.set(self, Names.dict, attributes)
        }
        return .none
    }
}
