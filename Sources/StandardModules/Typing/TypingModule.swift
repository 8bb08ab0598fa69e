// The module _typing.

import Runtime

enum TypingModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc("Accelerators for the typing module.\n")
        module.function("_idfunc", .one({ (_, x) throws(Raised) -> Ref in Ref(x) }), "($module, x, /)")
    }
}
