// What `__reduce__` of iterators returns: how to make an iterator like this one.

import CPythonABI

public enum IteratorReduction {
    /// The namespace of the builtins module, set when it is made.
    nonisolated(unsafe) static var builtins = Value.null

    /// A builtin by name, such as `iter`.
    public static func builtin(_ name: StaticString) throws(Raised) -> Ref {
        if "\(name)" == "reversed" { return Ref(PyReversed_TypePointer().value) }
        if builtins.isNull { throw raise(.systemError, "the builtins module is not loaded") }
        let key = StrObject.intern(name)
        let found = DictObject.get(builtins, name: key.value)
        if found.isNull { throw raise(.attributeError, argument: key.value) }
        return Ref(found)
    }
    /// (function, (argument,))
    public static func make(_ function: StaticString, _ argument: Value) throws(Raised) -> Ref {
        let callable = try builtin(function)
        let arguments = TupleObject.make(argument)
        return TupleObject.make(callable.value, arguments.value)
    }
    /// (function, (argument,), state)
    public static func make(_ function: StaticString, _ argument: Value, state: Value) throws(Raised) -> Ref {
        let callable = try builtin(function)
        let arguments = TupleObject.make(argument)
        return TupleObject.make(callable.value, arguments.value, state)
    }
    public static func make(_ function: StaticString, _ argument: Value, state: Int) throws(Raised) -> Ref {
        let number = IntObject.make(state)
        return try make(function, argument, state: number.value)
    }
    /// (iter, ((),)): an exhausted iterator.
    public static func exhausted(_ function: StaticString = "iter", list: Bool = false) throws(Raised) -> Ref {
        let empty = list ? ListObject.make() : TupleObject.empty
        return try make(function, empty.value)
    }
}
