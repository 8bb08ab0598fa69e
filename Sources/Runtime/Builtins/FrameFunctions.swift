// Built-in functions that look at the running frame.

import CPythonABI

enum FrameFunctions {
    static func add(_ module: ModuleBuilder) {
        module.function(
            "globals", .noArguments({ (_) throws(Raised) -> Ref in
                let globals = CurrentFrame.globals
                if globals.isNull { throw raise(.systemError, "frame does not exist") }
                return Ref(globals)
            }), "($module, /)",
            doc: "Return the dictionary containing the current scope's global variables.\n\nNOTE: Updates to this dictionary *will* affect name lookups in the current\nglobal scope and vice-versa.")
        module.function(
            "locals", .noArguments({ (_) throws(Raised) -> Ref in try FrameLocals.current() }), "($module, /)",
            doc: "Return a dictionary containing the current scope's local variables.\n\nNOTE: Whether or not updates to this dictionary will affect name lookups in\nthe local scope and vice-versa is *implementation dependent* and not\ncovered by any backwards compatibility guarantees.")
    }
}
