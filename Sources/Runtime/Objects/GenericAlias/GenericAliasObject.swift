// types.GenericAlias

import CPythonABI

enum GenericAliasObject {
    /// origin[arguments]
    static func make(_ origin: Value, _ arguments: Value) throws(Raised) -> Ref {
        throw raise(.notImplementedError, "types.GenericAlias is not built yet")
    }
}
