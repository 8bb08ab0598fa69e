// contextvars.ContextVar and contextvars.Token.

import CPythonABI

public enum ContextVariable {
    // Fields: the name; the default, or null.
    private static let (name, fallback) = (0, 1)

    static func describe(_ type: TypeBuilder) {
        FieldObject.adopt(type)
        type.slots.new = { (_, arguments) throws(Raised) -> Ref in
            var fallback = Value.null
            for index in 0..<arguments.keywordCount {
                guard StrObject.equals(arguments.keywordName(index), "default") else {
                    if StrObject.equals(arguments.keywordName(index), "name") {
                        throw raise(.typeError, "ContextVar() takes exactly 1 positional argument (\(arguments.count) given)")
                    }
                    throw raise(.typeError, "'\(text(arguments.keywordName(index)))' is an invalid keyword argument for ContextVar()")
                }
                fallback = arguments.keywordValue(index)
            }
            if arguments.count == 0 { throw raise(.typeError, "ContextVar() takes exactly 1 positional argument (0 given)") }
            if arguments.count > 1 { throw raise(.typeError, "ContextVar() takes at most 1 positional argument (\(arguments.count) given)") }
            return try make(arguments[0], fallback)
        }
        type.slots.repr = repr
        type.slots.hash = { (self) throws(Raised) -> Int in Hash.identity(self) }
        type.genericAlias()
        type.field("name", name, readOnly: true)
        type.method("get", .positional(minimum: 0, maximum: 1, { (self, arguments) throws(Raised) -> Ref in
            let found = try get(self, arguments.count > 0 ? arguments[0] : .null)
            if found.isNull { throw raise(.lookupError, argument: self) }
            return found
        }), "($self, default=<unrepresentable>, /)", doc: "Return a value for the context variable for the current context.\n\nIf there is no value for the variable in the current context, the method will:\n * return the value of the default argument of the method, if provided; or\n * return the default value for the context variable, if it was created\n   with one; or\n * raise a LookupError.")
        type.method("set", .one { (self, value) throws(Raised) -> Ref in try set(self, value) },
            "($self, value, /)", doc: "Call to set a new value for the context variable in the current context.\n\nThe required value argument is the new value for the context variable.\n\nReturns a Token object that can be used to restore the variable to its previous\nvalue via the `ContextVar.reset()` method.")
        type.method("reset", .one { (self, token) throws(Raised) -> Ref in
            guard ContextToken.isInstance(token) else { throw raise(.typeError, "expected an instance of Token, got \(try Repr.string(token))") }
            try reset(self, token)
            return .none
        }, "($self, token, /)", doc: "Reset the context variable.\n\nThe variable is reset to the value it had before the `ContextVar.set()` that\ncreated the token was used.")
    }
    public static func isInstance(_ value: Value) -> Bool { value.isObject && value.type == PyContextVar_TypePointer() }

    /// A variable. `fallback` is the default, or null.
    public static func make(_ name: Value, _ fallback: Value) throws(Raised) -> Ref {
        guard StrObject.isInstance(name) else { throw raise(.typeError, "context variable name must be a str") }
        let made = try FieldObject.make(PyContextVar_TypePointer())
        Fields(made.value).set(self.name, name)
        Fields(made.value).set(self.fallback, fallback)
        return made
    }

    private static let repr: UnarySlot = { (self) throws(Raised) -> Ref in
        let name = try Repr.string(Fields(self)[name])
        let fallback = Fields(self).hold(fallback)
        if fallback.isNull { return StrObject.make("<ContextVar name=\(name) at \(Repr.address(self))>") }
        if !Repr.enter(self) { return StrObject.make("...") }
        defer { Repr.leave(self) }
        return StrObject.make("<ContextVar name=\(name) default=\(try Repr.string(fallback.value)) at \(Repr.address(self))>")
    }

    /// The value in the current context; else the given fallback, else the variable's own; null if there is none.
    public static func get(_ variable: Value, _ fallback: Value) throws(Raised) -> Ref {
        let context = ContextObject.currentIfAny
        if !context.isNull {
            let found = try ContextObject.value(context, variable)
            if !found.isNull { return Ref(found) }
        }
        return fallback.isNull ? Fields(variable).hold(self.fallback) : Ref(fallback)
    }
    /// Sets the variable in the current context; the token undoes it.
    public static func set(_ variable: Value, _ value: Value) throws(Raised) -> Ref {
        let context = Ref(try ContextObject.current())
        let old = Ref(try ContextObject.value(context.value, variable))
        let token = try ContextToken.make(context.value, variable, old.value)
        try ContextObject.set(context.value, variable, value)
        return token
    }
    public static func reset(_ variable: Value, _ token: Value) throws(Raised) {
        if ContextToken.isUsed(token) { throw raise(.runtimeError, "\(try Repr.string(token)) has already been used once") }
        if ContextToken.variable(token) !== variable { throw raise(.valueError, "\(try Repr.string(token)) was created by a different ContextVar") }
        let context = try ContextObject.current()
        if ContextToken.context(token) !== context { throw raise(.valueError, "\(try Repr.string(token)) was created in a different Context") }
        ContextToken.use(token)
        try ContextObject.set(context, variable, ContextToken.oldValue(token))
    }
}

public enum ContextToken {
    // Fields: the context, the variable, its value before (null for none), 1 once the token was used.
    private static let (owner, subject, before, used) = (0, 1, 2, 3)

    static func describe(_ type: TypeBuilder) {
        FieldObject.adopt(type)
        type.slots.new = { (_, _) throws(Raised) -> Ref in throw raise(.runtimeError, "Tokens can only be created by ContextVars") }
        type.slots.repr = { (self) throws(Raised) -> Ref in
            let variable = try Repr.string(Fields(self)[subject])
            return StrObject.make("<Token\(isUsed(self) ? " used" : "") var=\(variable) at \(Repr.address(self))>")
        }
        type.unhashable()
        type.genericAlias()
        type.getter("var", { (self) throws(Raised) -> Ref in Fields(self).hold(subject) })
        type.getter("old_value", { (self) throws(Raised) -> Ref in Fields(self)[before].isNull ? Ref(missing) : Fields(self).hold(before) })
        type.set("MISSING", missing)
    }
    static func describeMissing(_ type: TypeBuilder) {
        type.slots.repr = { (_) throws(Raised) -> Ref in StrObject.make("<Token.MISSING>") }
    }
    /// `Token.MISSING`
    nonisolated(unsafe) private static let missing: Value = {
        let object = ObjectMemory.new(_PyContextTokenMissing_TypePointer(), as: PyObject.self, size: 16)
        return Value(object)
    }()
    public static func isInstance(_ value: Value) -> Bool { value.isObject && value.type == PyContextToken_TypePointer() }

    static func make(_ context: Value, _ variable: Value, _ old: Value) throws(Raised) -> Ref {
        let made = try FieldObject.make(PyContextToken_TypePointer())
        let fields = Fields(made.value)
        fields.set(owner, context)
        fields.set(subject, variable)
        fields.set(before, old)
        fields.setInt(used, 0)
        return made
    }
    static func context(_ token: Value) -> Value { Fields(token)[owner] }
    static func variable(_ token: Value) -> Value { Fields(token)[subject] }
    static func oldValue(_ token: Value) -> Value { Fields(token)[before] }
    static func isUsed(_ token: Value) -> Bool { Fields(token).int(used) != 0 }
    static func use(_ token: Value) { Fields(token).setInt(used, 1) }
}
