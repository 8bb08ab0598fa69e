// itemgetter, attrgetter and methodcaller: objects that do one thing to their argument.

import CPythonABI
import Runtime

/// One object for a call, as all three take it.
private func operand(_ arguments: Arguments, _ name: StaticString) throws(Raised) -> Value {
    try arguments.noKeywords(name)
    try arguments.check(name, 1, 1)
    return arguments[0]
}

enum ItemGetter {
    /// Fields: 0 the tuple of items.
    static let type: TypePointer = FieldObject.type("operator.itemgetter", fields: 1, .subclassable) { type in
        type.doc(OperatorDocs.itemgetter)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            try arguments.noKeywords("itemgetter")
            if arguments.count == 0 { throw raise(.typeError, "itemgetter expected 1 argument, got 0") }
            let getter = try FieldObject.make(type)
            Fields(getter.value).set(0, arguments.tuple())
            return getter
        }
        type.slots.call = { (self, arguments) throws(Raised) -> Ref in
            let object = try operand(arguments, "itemgetter")
            let items = Fields(self)[0]
            let count = TupleObject.count(items)
            if count == 1 { return try Sequences.get(object, TupleObject.item(items, 0)) }
            let result = try TupleObject.allocate(count)
            for index in 0..<count { TupleObject.store(result.value, index, try Sequences.get(object, TupleObject.item(items, index))) }
            TupleObject.finish(result.value)
            return result
        }
        type.slots.repr = { (self) throws(Raised) -> Ref in
            guard Repr.enter(self) else { return StrObject.make("operator.itemgetter(...)") }
            defer { Repr.leave(self) }
            return StrObject.make("\(self.type.fullName)(\(try list(Fields(self)[0])))")
        }
        type.method(
            "__reduce__",
            .noArguments { (self) throws(Raised) -> Ref in TupleObject.make(self.type.value, Fields(self)[0]) },
            OperatorDocs.itemgetter_reduce)
    }
    /// The items of a tuple as arguments are written.
    static func list(_ items: Value) throws(Raised) -> String {
        var text = ""
        for index in 0..<TupleObject.count(items) {
            if index > 0 { text += ", " }
            text += try Repr.string(TupleObject.item(items, index))
        }
        return text
    }
}

enum AttributeGetter {
    /// Fields: 0 the tuple of names as given, 1 a tuple with, for each, a name or a tuple of the names between dots.
    static let type: TypePointer = FieldObject.type("operator.attrgetter", fields: 2, .subclassable) { type in
        type.doc(OperatorDocs.attrgetter)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            try arguments.noKeywords("attrgetter")
            if arguments.count == 0 { throw raise(.typeError, "attrgetter expected 1 argument, got 0") }
            let paths = try TupleObject.allocate(arguments.count)
            for index in 0..<arguments.count {
                guard StrObject.isInstance(arguments[index]) else { throw raise(.typeError, "attribute name must be a string") }
                TupleObject.store(paths.value, index, path(arguments[index]))
            }
            TupleObject.finish(paths.value)
            let getter = try FieldObject.make(type)
            Fields(getter.value).set(0, arguments.tuple())
            Fields(getter.value).set(1, paths)
            return getter
        }
        type.slots.call = { (self, arguments) throws(Raised) -> Ref in
            let object = try operand(arguments, "attrgetter")
            let paths = Fields(self)[1]
            let count = TupleObject.count(paths)
            if count == 1 { return try get(object, TupleObject.item(paths, 0)) }
            let result = try TupleObject.allocate(count)
            for index in 0..<count { TupleObject.store(result.value, index, try get(object, TupleObject.item(paths, index))) }
            TupleObject.finish(result.value)
            return result
        }
        type.slots.repr = { (self) throws(Raised) -> Ref in
            guard Repr.enter(self) else { return StrObject.make("operator.attrgetter(...)") }
            defer { Repr.leave(self) }
            return StrObject.make("\(self.type.fullName)(\(try ItemGetter.list(Fields(self)[0])))")
        }
        type.method(
            "__reduce__",
            .noArguments { (self) throws(Raised) -> Ref in TupleObject.make(self.type.value, Fields(self)[0]) },
            OperatorDocs.attrgetter_reduce)
    }
    private static func path(_ name: Value) -> Ref {
        let text = StrObject.swiftString(name)
        guard text.utf8.contains(UInt8(ascii: ".")) else {
            return StrObject.isExact(name) ? Ref(StrObject.interned(name)) : StrObject.intern(text)
        }
        var parts: [Value] = []
        for part in text.split(separator: ".", omittingEmptySubsequences: false) { parts.append(StrObject.intern(String(part)).take()) }
        let tuple = TupleObject.make(array: parts)
        for part in parts { part.release() }
        return tuple
    }
    private static func get(_ object: Value, _ path: Value) throws(Raised) -> Ref {
        if StrObject.isInstance(path) { return try Attributes.get(object, path) }
        var result = Ref(object)
        for index in 0..<TupleObject.count(path) {
            let next = try Attributes.get(result.value, TupleObject.item(path, index))
            result = next
        }
        return result
    }
}

enum MethodCaller {
    /// Fields: 0 the name, 1 the tuple of arguments, 2 the dict of keyword arguments or null.
    static let type: TypePointer = FieldObject.type("operator.methodcaller", fields: 3, .subclassable) { type in
        type.doc(OperatorDocs.methodcaller)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            if arguments.count == 0 { throw raise(.typeError, "methodcaller needs at least one argument, the method name") }
            guard StrObject.isInstance(arguments[0]) else { throw raise(.typeError, "method name must be a string") }
            let caller = try FieldObject.make(type)
            let fields = Fields(caller.value)
            let name = arguments[0]
            fields.set(0, StrObject.isExact(name) ? StrObject.interned(name) : name)
            fields.set(1, arguments.dropFirst().positional.tuple())
            if arguments.keywordCount > 0 { fields.set(2, try arguments.keywordDict()) }
            return caller
        }
        type.slots.call = { (self, arguments) throws(Raised) -> Ref in
            let object = try operand(arguments, "methodcaller")
            let fields = Fields(self)
            let method = try Attributes.get(object, fields[0])
            return try Call.call(method.value, tuple: fields[1], keywords: fields[2])
        }
        type.slots.repr = { (self) throws(Raised) -> Ref in
            guard Repr.enter(self) else { return StrObject.make("operator.methodcaller(...)") }
            defer { Repr.leave(self) }
            let fields = Fields(self)
            var parts = try Repr.string(fields[0])
            if TupleObject.count(fields[1]) > 0 { parts += ", " + (try ItemGetter.list(fields[1])) }
            if !fields[2].isNull {
                var position = 0
                while let (key, value) = DictObject.next(fields[2], &position) { parts += ", \(text(key))=\(try Repr.string(value))" }
            }
            return StrObject.make("\(self.type.fullName)(\(parts))")
        }
        type.method("__reduce__", .noArguments(reduce), OperatorDocs.methodcaller_reduce)
    }
    private static func reduce(_ self: Value) throws(Raised) -> Ref {
        let fields = Fields(self)
        if fields[2].isNull {
            let count = TupleObject.count(fields[1])
            let arguments = try TupleObject.allocate(count + 1)
            TupleObject.store(arguments.value, 0, fields.hold(0))
            for index in 0..<count { TupleObject.store(arguments.value, index + 1, Ref(TupleObject.item(fields[1], index))) }
            TupleObject.finish(arguments.value)
            return TupleObject.make(self.type.value, arguments.value)
        }
        // Keyword arguments need a constructor that takes them.
        let prefix = TupleObject.make(self.type.value, fields[0])
        let partial = try Call.call(Partial.type.value, tuple: prefix.value, keywords: fields[2])
        return TupleObject.make(partial.value, fields[1])
    }
}
