// BaseExceptionGroup, and ExceptionGroup, which has two bases and is therefore made at start like a class of Python.

import CPythonABI

enum ExceptionGroupType {
    static let message = 72, exceptions = 80

    /// `ExceptionGroup`.
    nonisolated(unsafe) static var exceptionGroup: TypePointer = PyExc_BaseExceptionGroupPointer()

    static func isGroup(_ value: Value) -> Bool { value.isObject && value.type.isSubtype(of: PyExc_BaseExceptionGroupPointer()) }
    /// The tuple of nested exceptions, borrowed.
    static func nested(_ group: Value) -> Value {
        let tuple = ExceptionMemory.field(group, exceptions)
        return tuple.isNull ? TupleObject.emptyValue : tuple
    }

    /// Makes the class ExceptionGroup; after all types are ready.
    static func makeExceptionGroup() {
        let name = StrObject.intern("ExceptionGroup")
        let bases = TupleObject.make(PyExc_BaseExceptionGroupPointer().value, PyExc_ExceptionPointer().value)
        let namespace = DictObject.make()
        let module = StrObject.intern("builtins")
        DictObject.set(namespace.value, name: Names.module, module.value)
        var room = InlineArray<3, Value>(repeating: name.value)
        room[1] = bases.value
        room[2] = namespace.value
        withUnsafeMutablePointer(to: &room) { pointer in
            let arguments = Arguments(UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Value.self), count: 3)
            do throws(Raised) { exceptionGroup = Classes.type(try TypeNew.new(PyType_TypePointer(), arguments).take()) } catch {
                PendingException.clear()
            }
        }
    }

    static func describe(_ type: TypeBuilder) {
        type.slots.new = new
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in try ExceptionType.initialize(self, arguments) }
        type.slots.str = { (self) throws(Raised) -> Ref in
            var buffer = TextBuffer()
            let text = Ref(ExceptionMemory.field(self, message))
            let count = TupleObject.count(nested(self))
            try buffer.append(strOf: text.isNull ? .none : text.value)
            buffer.append(" (\(count) sub-exception\(count == 1 ? "" : "s"))")
            return buffer.makeStr()
        }
        type.classMethod(
            "__class_getitem__", .one({ (type, item) throws(Raised) -> Ref in try GenericAliasObject.make(type, item) }), doc: "See PEP 585")
        type.method("derive", .parsed(named: false, minimum: 1, maximum: 1, { (self, arguments) throws(Raised) -> Ref in
            let own = Ref(ExceptionMemory.field(self, message))
            return try make(own.isNull ? StrObject.emptyValue : own.value, arguments[0])
        }))
        type.method("split", .positional(minimum: 1, maximum: 1, { (self, arguments) throws(Raised) -> Ref in
            let matcher = try ExceptionMatcher.of(arguments[0])
            var match = Ref.null
            var rest = Ref.null
            try ExceptionGroups.split(self, matcher, true, &match, &rest)
            return TupleObject.make(match.isNull ? .none : match.value, rest.isNull ? .none : rest.value)
        }))
        type.method("subgroup", .positional(minimum: 1, maximum: 1, { (self, arguments) throws(Raised) -> Ref in
            let matcher = try ExceptionMatcher.of(arguments[0])
            var match = Ref.null
            var rest = Ref.null
            try ExceptionGroups.split(self, matcher, false, &match, &rest)
            return match.isNull ? .none : match
        }))
        type.member("message", type: T_OBJECT, offset: message, doc: "exception message")
        type.member("exceptions", type: T_OBJECT, offset: exceptions, doc: "nested exceptions")
    }

    /// BaseExceptionGroup(message, exceptions)
    static func make(_ message: Value, _ exceptions: Value) throws(Raised) -> Ref {
        try Call.call(PyExc_BaseExceptionGroupPointer().value, message, exceptions)
    }

    private static let new: NewSlot = { (given, arguments) throws(Raised) -> Ref in
        guard arguments.count == 2 else {
            throw raise(.typeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (\(arguments.count) given)")
        }
        guard StrObject.isInstance(arguments[0]) else {
            let name = arguments[0].isNone ? "None" : arguments[0].type.name
            throw raise(.typeError, "BaseExceptionGroup.__new__() argument 1 must be str, not \(name)")
        }
        guard Sequences.isSequence(arguments[1]) else {
            throw raise(.typeError, "second argument (exceptions) must be a sequence")
        }
        let items = try Iteration.tuple(arguments[1])
        let count = TupleObject.count(items.value)
        if count == 0 { throw raise(.valueError, "second argument (exceptions) must be a non-empty sequence") }
        var nestsBase = false
        for index in 0..<count {
            let item = TupleObject.item(items.value, index)
            guard ExceptionObject.isInstance(item) else {
                throw raise(.valueError, "Item \(index) of second argument (exceptions) is not an exception")
            }
            if !item.type.isSubtype(of: PyExc_ExceptionPointer()) { nestsBase = true }
        }
        var type = given
        if type == PyExc_BaseExceptionGroupPointer() {
            if !nestsBase { type = exceptionGroup }
        } else if nestsBase && type == exceptionGroup {
            throw raise(.typeError, "Cannot nest BaseExceptions in an ExceptionGroup")
        } else if nestsBase && type.isSubtype(of: PyExc_ExceptionPointer()) {
            throw raise(.typeError, "Cannot nest BaseExceptions in '\(type.name)'")
        }
        let args = ExceptionType.makeArgs(arguments)
        let group = try ExceptionMemory.make(type, args: args.value)
        ExceptionMemory.setField(group.value, message, arguments[0])
        ExceptionMemory.setField(group.value, exceptions, items.value)
        return group
    }
}
