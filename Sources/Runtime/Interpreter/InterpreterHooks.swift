// What native code needs from the interpreter loop, set when it starts.

import CPythonABI

public enum InterpreterHooks {
    /// Runs the body of a class statement (`function`) with `namespace` as its locals; returns the `__class__` cell or None.
    nonisolated(unsafe) public static var runClassBody: (Value, Value) throws(Raised) -> Ref = { (_, _) throws(Raised) -> Ref in
        throw raise(.systemError, "class bodies: the interpreter has not started")
    }
    /// The class and the first argument of the running function, for `super()`; owned by the caller through the two references.
    /// Raises RuntimeError when there are none.
    nonisolated(unsafe) public static var superArguments: (inout Ref, inout Ref) throws(Raised) -> Void = { (_, _) throws(Raised) -> Void in
        throw raise(.runtimeError, "super(): no current frame")
    }
    /// Globals of the running Python function, borrowed, or null.
    nonisolated(unsafe) public static var currentGlobals: () -> Value = { CurrentFrame.globals }
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
