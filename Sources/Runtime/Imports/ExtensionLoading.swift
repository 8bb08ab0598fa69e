// Extension modules: what the C API layer does for `_imp`.

import CPythonABI

/// What loads shared libraries. The C API layer sets the hooks; without it there are no extension modules.
public enum ExtensionLoading {
    /// Endings of file names, in the order in which they are tried.
    nonisolated(unsafe) public static var suffixes: [String] = []
    /// Makes the module of a library (path, name, spec).
    nonisolated(unsafe) public static var create: (String, String, Value) throws(Raised) -> Ref = { (_, _, _) throws(Raised) -> Ref in
        throw raise(.importError, "extension modules: the C API is not available in this build")
    }
    /// Whether a program has brought a module of that name along, and the module; null if it has not.
    nonisolated(unsafe) public static var isInTable: (String) -> Bool = { (_) -> Bool in false }
    nonisolated(unsafe) public static var createFromTable: (String, Value) throws(Raised) -> Ref = { (_, _) throws(Raised) -> Ref in .null }
    /// Runs what a module made by `create` still has to run.
    nonisolated(unsafe) public static var execute: (Value) throws(Raised) -> Void = { (_) throws(Raised) -> Void in }
}
