// Calling from native code.

import CPythonABI

public enum Call {
    /// callable(*arguments)
    public static func call(_ callable: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        if FunctionObject.isExact(callable) { return try Interpreter.call(callable, arguments) }
        guard let slot = callable.record.pointee.call else {
            throw raise(.typeError, "'\(callable.type.name)' object is not callable")
        }
        try NativeStack.enter(" while calling a Python object")
        return try slot(callable, arguments)
    }
    public static func call(_ callable: Value) throws(Raised) -> Ref { try call(callable, Arguments.none) }
    public static func call(_ callable: Value, _ a: Value) throws(Raised) -> Ref {
        var room = a
        return try withUnsafeMutablePointer(to: &room) { (pointer) throws(Raised) -> Ref in
            try call(callable, Arguments(pointer, count: 1))
        }
    }
    public static func call(_ callable: Value, _ a: Value, _ b: Value) throws(Raised) -> Ref {
        var room = InlineArray<2, Value>(repeating: a)
        room[1] = b
        return try withUnsafeMutablePointer(to: &room) { (pointer) throws(Raised) -> Ref in
            try call(callable, Arguments(UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Value.self), count: 2))
        }
    }
    public static func call(_ callable: Value, _ a: Value, _ b: Value, _ c: Value) throws(Raised) -> Ref {
        var room = InlineArray<3, Value>(repeating: a)
        room[1] = b
        room[2] = c
        return try withUnsafeMutablePointer(to: &room) { (pointer) throws(Raised) -> Ref in
            try call(callable, Arguments(UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Value.self), count: 3))
        }
    }
    /// callable(*arguments, **keywords): a tuple and a dict, or null.
    public static func call(_ callable: Value, tuple: Value, keywords: Value) throws(Raised) -> Ref {
        let count = TupleObject.count(tuple)
        let items = count == 0 ? nil : TupleObject.items(tuple)
        if (keywords.isNull || DictObject.count(keywords) == 0) && !(count > 0 && tuple.object.isExposed) {
            return try call(callable, Arguments(items, count: count))
        }
        let extra = keywords.isNull ? 0 : DictObject.count(keywords)
        let names = try TupleObject.allocate(extra)
        return try withValues(count + extra) { (room) throws(Raised) -> Ref in
            for index in 0..<count { room[index] = Border.read(items.unsafelyUnwrapped[index]) }
            var position = 0
            var index = 0
            while extra > 0, let (key, value) = DictObject.next(keywords, &position) {
                guard StrObject.isInstance(key) else { throw raise(.typeError, "keywords must be strings") }
                TupleObject.store(names.value, index, Ref(key))
                room[count + index] = value
                index += 1
            }
            return try call(callable, Arguments(room, count: count, keywordNames: extra == 0 ? .null : names.value))
        }
    }
    /// Runs `body` with an argument put in front.
    public static func prepending(
        _ first: Value, _ arguments: Arguments, _ body: (Arguments) throws(Raised) -> Ref
    ) throws(Raised) -> Ref {
        let total = arguments.count + arguments.keywordCount
        return try withValues(total + 1) { (room) throws(Raised) -> Ref in
            room[0] = first
            for index in 0..<total { room[index + 1] = arguments[index] }
            return try body(Arguments(room, count: arguments.count + 1, keywordNames: arguments.keywordNames))
        }
    }
    /// The function that is called with the object in front when it is asked for a method; null: that goes another way.
    public static func plainMethod(_ object: Value, _ name: Value) throws(Raised) -> Ref {
        let found = object.type.lookup(name)
        guard !found.isNull, isPlainMethod(found), Attributes.isGenericLookup(object.type) else { return .null }
        return try Attributes.instanceAttribute(object, name).isNull ? Ref(found) : .null
    }
    /// object.name(*arguments)
    public static func method(_ object: Value, _ name: Value, _ arguments: Arguments = .none) throws(Raised) -> Ref {
        let function = try plainMethod(object, name)
        if !function.isNull { return try prepending(object, arguments) { (all) throws(Raised) -> Ref in try call(function.value, all) } }
        let bound = try Attributes.get(object, name)
        return try call(bound.value, arguments)
    }
    public static func method(_ object: Value, _ name: Value, _ a: Value) throws(Raised) -> Ref {
        var room = a
        return try withUnsafeMutablePointer(to: &room) { (pointer) throws(Raised) -> Ref in
            try method(object, name, Arguments(pointer, count: 1))
        }
    }
    /// Whether a class attribute is a function (or method descriptor) that takes the object as first argument when bound.
    @inlinable static func isPlainMethod(_ attribute: Value) -> Bool {
        attribute.isObject && attribute.object.pointee.ob_type.pointee.tp_flags & Py_TPFLAGS_METHOD_DESCRIPTOR != 0
    }
}

extension Attributes {
    /// Whether attribute access of the type is `object`'s own.
    static func isGenericLookup(_ type: TypePointer) -> Bool {
        let record = type.record
        let version = type.pointee.tp_version_tag
        if version != 0 && record.pointee.lookupVersion == version { return record.pointee.isGenericLookup }
        return computeGenericLookup(type)
    }
    @inline(never) private static func computeGenericLookup(_ type: TypePointer) -> Bool {
        let record = type.record
        let generic: Bool
        if let slot = record.pointee.getAttribute { generic = Numbers.isSame(slot, genericSlot) } else { generic = true }
        record.pointee.isGenericLookup = generic
        record.pointee.lookupVersion = type.version
        return generic
    }
    static let genericSlot: BinarySlot = { (object, name) throws(Raised) -> Ref in try generic(object, name) }
    static let genericSetSlot: StoreSlot = { (object, name, value) throws(Raised) -> Void in try genericSet(object, name, value) }
}
