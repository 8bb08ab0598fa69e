// Issuing warnings from Swift.

import CPythonABI

public enum Warnings {
    /// Issues a warning of a category. Set by the module `_warnings`; until that is there, warnings go unheard.
    nonisolated(unsafe) public static var hook: (TypePointer, Value, Int) throws(Raised) -> Void = { (_, _, _) throws(Raised) -> Void in }

    /// As `hook`, with the object that the warning is about.
    nonisolated(unsafe) public static var sourceHook: (TypePointer, Value, Int, Value) throws(Raised) -> Void = { (_, _, _, _) throws(Raised) -> Void in }

    /// Issues a warning at a place that is known: category, message, file name, line.
    nonisolated(unsafe) public static var explicitHook: (TypePointer, Value, Value, Int) throws(Raised) -> Void = {
        (_, _, _, _) throws(Raised) -> Void in
    }

    /// warnings.warn(message, category, stacklevel): may raise, when warnings are turned into errors.
    @inline(never) public static func warn(_ kind: ExceptionKind, _ message: String, stackLevel: Int = 1, source: Value) throws(Raised) {
        let text = StrObject.make(message)
        try sourceHook(kind.type, text.value, stackLevel, source)
    }
    @inline(never) public static func warn(_ kind: ExceptionKind, _ message: String, stackLevel: Int = 1) throws(Raised) {
        let text = StrObject.make(message)
        try hook(kind.type, text.value, stackLevel)
    }
}
