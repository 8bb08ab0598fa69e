// What `__reduce__` of iterators returns: how to make an iterator like this one.

import CPythonABI

public enum IteratorReduction {
    /// A builtin by name, such as `iter`.
    public static func builtin(_ name: StaticString) throws(Raised) -> Ref {
        try BuiltinReference.get(name)
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
