// What native code needs from the interpreter loop, set when it starts.

import CPythonABI

public enum InterpreterHooks {
    /// The namespace of the running frame, as `locals()` returns it.
    nonisolated(unsafe) public static var currentLocals: () throws(Raised) -> Ref = { () throws(Raised) -> Ref in
        throw raise(.systemError, "frame does not exist")
    }
    /// `anext(iterator, default)`: wraps an awaitable so that its end gives the default.
    nonisolated(unsafe) public static var anextDefault: (Value, Value) throws(Raised) -> Ref = { (_, _) throws(Raised) -> Ref in
        throw raise(.notImplementedError, "anext() with a default is not built yet")
    }
    /// The module of a dotted name itself, imported if need be.
    nonisolated(unsafe) public static var importByName: (Value) throws(Raised) -> Ref = { (name) throws(Raised) -> Ref in
        let function = try IteratorReduction.builtin("__import__")
        let globals = DictObject.make()
        let fromList = TupleObject.make(Names.doc)
        var room = InlineArray<5, Value>(repeating: globals.value)
        room[0] = name
        room[3] = fromList.value
        room[4] = Value(smallInt: 0)
        return try withUnsafeMutablePointer(to: &room) { (pointer) throws(Raised) -> Ref in
            try Call.call(function.value, Arguments(UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Value.self), count: 5))
        }
    }
    /// An attribute of the sys module, or null.
    nonisolated(unsafe) public static var sysAttribute: (StaticString) -> Ref = { (_) in .null }

    public static func importModule(_ name: StaticString) throws(Raised) -> Ref {
        let text = StrObject.intern(name)
        return try importByName(text.value)
    }
}
