// contextvars.Context: the values that context variables have for one piece of work.
//
// A context is copied far more often than it changes (every callback of an event loop gets a copy), so copies share one dict: a copy
// is two words, and whoever sets a variable in a context whose dict may be shared takes a dict of its own first. Variables are compared
// by identity, so no look-up runs Python code.
//
// The context of a thread is `PyThreadState.context`; an empty one is made when a thread first needs it.

import CPythonABI

public enum ContextObject {
    // Fields: the dict; 1 if other contexts may have the same dict; the context that was current when this one was entered (None for
    // none), null while it is not entered.
    private static let (variables, shared, previous) = (0, 1, 2)

    static func describe(_ type: TypeBuilder) {
        FieldObject.adopt(type, weakReferences: true)
        type.slots.new = { (_, arguments) throws(Raised) -> Ref in
            if arguments.count + arguments.keywordCount > 0 { throw raise(.typeError, "Context() does not accept any arguments") }
            return try make()
        }
        type.slots.compare = { (a, b, operation) throws(Raised) -> Ref in
            guard isInstance(a), isInstance(b), operation == .equal || operation == .notEqual else { return .notImplemented }
            let left = Fields(a).hold(variables)
            let right = Fields(b).hold(variables)
            let equal = try Compare.equal(left.value, right.value)
            return .bool(equal == (operation == .equal))
        }
        type.unhashable()
        type.slots.length = { (self) throws(Raised) -> Int in DictObject.count(Fields(self)[variables]) }
        type.slots.contains = { (self, key) throws(Raised) -> Bool in
            try check(key)
            return try !DictObject.get(Fields(self)[variables], key).isNull
        }
        type.slots.`subscript` = { (self, key) throws(Raised) -> Ref in
            try check(key)
            let found = Ref(try DictObject.get(Fields(self)[variables], key))
            if found.isNull { throw raise(.keyError, argument: key) }
            return found
        }
        type.slots.iter = { (self) throws(Raised) -> Ref in try ContextIterator.make(_PyHamtKeys_TypePointer(), self) }
        type.method("get", .positional(minimum: 1, maximum: 2, { (self, arguments) throws(Raised) -> Ref in
            try check(arguments[0])
            let found = Ref(try DictObject.get(Fields(self)[variables], arguments[0]))
            if !found.isNull { return found }
            return arguments.count > 1 ? Ref(arguments[1]) : .none
        }), "($self, key, default=None, /)", doc: "Return the value for `key` if `key` has the value in the context object.\n\nIf `key` does not exist, return `default`. If `default` is not given,\nreturn None.")
        type.method("items", .noArguments { (self) throws(Raised) -> Ref in try ContextIterator.make(_PyHamtItems_TypePointer(), self) },
            "($self, /)", doc: "Return all variables and their values in the context object.\n\nThe result is returned as a list of 2-tuples (variable, value).")
        type.method("keys", .noArguments { (self) throws(Raised) -> Ref in try ContextIterator.make(_PyHamtKeys_TypePointer(), self) },
            "($self, /)", doc: "Return a list of all variables in the context object.")
        type.method("values", .noArguments { (self) throws(Raised) -> Ref in try ContextIterator.make(_PyHamtValues_TypePointer(), self) },
            "($self, /)", doc: "Return a list of all variables' values in the context object.")
        type.method("copy", .noArguments { (self) throws(Raised) -> Ref in try copy(self) },
            "($self, /)", doc: "Return a shallow copy of the context object.")
        type.method("run", .raw { (self, arguments) throws(Raised) -> Ref in
            guard arguments.count > 0 else { throw raise(.typeError, "run() missing 1 required positional argument") }
            try enter(self)
            let rest = arguments.dropFirst()
            do throws(Raised) {
                let result = try Call.call(arguments[0], rest)
                try leave(self)
                return result
            } catch {
                let saved = PendingException.save()
                do throws(Raised) { try leave(self) } catch { PendingException.clear() }
                PendingException.restore(saved)
                throw error
            }
        })
    }
    public static func isInstance(_ value: Value) -> Bool { value.isObject && value.type == PyContext_TypePointer() }
    private static func check(_ key: Value) throws(Raised) {
        if !ContextVariable.isInstance(key) { throw raise(.typeError, "a ContextVar key was expected, got \(try Repr.string(key))") }
    }

    /// An empty context.
    public static func make() throws(Raised) -> Ref {
        let made = try FieldObject.make(PyContext_TypePointer())
        Fields(made.value).set(variables, DictObject.make())
        Fields(made.value).setInt(shared, 0)
        return made
    }
    public static func copy(_ context: Value) throws(Raised) -> Ref {
        let made = try FieldObject.make(PyContext_TypePointer())
        Fields(made.value).set(variables, share(context))
        Fields(made.value).setInt(shared, 1)
        return made
    }
    /// The dict of a context, which the context will not change any more.
    static func share(_ context: Value) -> Ref {
        Fields(context).setInt(shared, 1)
        return Fields(context).hold(variables)
    }

    /// The context of the current thread, borrowed; null if it has none yet.
    @inline(__always) static var currentIfAny: Value { PendingException.state.pointee.context.map { Value($0) } ?? .null }
    /// The context of the current thread, borrowed.
    static func current() throws(Raised) -> Value {
        let known = currentIfAny
        if !known.isNull { return known }
        let made = try make()
        PendingException.state.pointee.context = made.take().object
        return currentIfAny
    }
    public static func copyCurrent() throws(Raised) -> Ref { try copy(try current()) }

    /// Makes a context the current one.
    public static func enter(_ context: Value) throws(Raised) {
        let fields = Fields(context)
        if !fields[previous].isNull {
            throw raise(.runtimeError, "cannot enter context: \(try Repr.string(context)) is already entered")
        }
        let thread = PendingException.state
        fields.set(previous, thread.pointee.context.map { Ref(owned: Value($0)) } ?? .none)
        context.retain()
        thread.pointee.context = context.object
        thread.pointee.context_ver &+= 1
    }
    /// Back to the context before.
    public static func leave(_ context: Value) throws(Raised) {
        let fields = Fields(context)
        if fields[previous].isNull {
            throw raise(.runtimeError, "cannot exit context: \(try Repr.string(context)) has not been entered")
        }
        let thread = PendingException.state
        guard currentIfAny === context else {
            throw raise(.runtimeError, "cannot exit context: thread state references a different context object")
        }
        let before = fields.take(previous)
        let old = Ref(owned: currentIfAny)
        thread.pointee.context = before.value.isNone ? nil : before.take().object
        thread.pointee.context_ver &+= 1
        _ = old.isNull
    }

    // MARK: Variables

    /// The value of a variable in a context, borrowed, or null.
    @inline(__always) static func value(_ context: Value, _ variable: Value) throws(Raised) -> Value {
        try DictObject.get(Fields(context)[variables], variable)
    }
    /// Sets a variable, or removes it with a null value.
    static func set(_ context: Value, _ variable: Value, _ value: Value) throws(Raised) {
        let fields = Fields(context)
        if fields.int(shared) != 0 {
            fields.set(variables, try DictObject.copy(fields[variables]))
            fields.setInt(shared, 0)
        }
        if value.isNull {
            _ = try DictObject.delete(fields[variables], variable)
        } else {
            try DictObject.set(fields[variables], variable, value)
        }
    }
}

/// What `keys`, `values` and `items` of a context give: iterators over what it held at that moment.
enum ContextIterator {
    private static let (variables, position) = (0, 1)

    static func describe() {
        for type in [_PyHamtKeys_TypePointer(), _PyHamtValues_TypePointer(), _PyHamtItems_TypePointer()] as [TypePointer] {
            let builder = TypeBuilder(type)
            FieldObject.adopt(builder)
            builder.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
            builder.slots.length = { (self) throws(Raised) -> Int in DictObject.count(Fields(self)[variables]) }
            builder.slots.next = { (self) throws(Raised) -> Ref in
                var index = Fields(self).int(position)
                guard let (key, value) = DictObject.next(Fields(self)[variables], &index) else { return .null }
                Fields(self).setInt(position, index)
                switch self.type {
                case _PyHamtKeys_TypePointer(): return Ref(key)
                case _PyHamtValues_TypePointer(): return Ref(value)
                default: return TupleObject.make(key, value)
                }
            }
        }
    }
    static func make(_ type: TypePointer, _ context: Value) throws(Raised) -> Ref {
        let shared = ContextObject.share(context)
        return try make(type, over: shared.value)
    }
    /// An iterator over a dict that is not changed any more.
    static func make(_ type: TypePointer, over dict: Value) throws(Raised) -> Ref {
        let made = try FieldObject.make(type)
        Fields(made.value).set(variables, dict)
        Fields(made.value).setInt(position, 0)
        return made
    }
}
