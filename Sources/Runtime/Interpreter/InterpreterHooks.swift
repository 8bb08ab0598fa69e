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
    /// import name: the module of that (dotted) name itself.
    nonisolated(unsafe) public static var importByName: (Value) throws(Raised) -> Ref = { (_) throws(Raised) -> Ref in
        throw raise(.importError, "importing modules: the interpreter has not started")
    }
    /// An attribute of the sys module, or null.
    nonisolated(unsafe) public static var sysAttribute: (StaticString) -> Ref = { (_) in .null }

    static func importModule(_ name: StaticString) throws(Raised) -> Ref {
        let text = StrObject.intern(name)
        return try importByName(text.value)
    }
}
