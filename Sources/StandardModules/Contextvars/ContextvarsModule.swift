// _contextvars

import CPythonABI
import Runtime

enum ContextvarsModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc("Context Variables")
        module.set("Context", PyContext_TypePointer().value)
        module.set("ContextVar", PyContextVar_TypePointer().value)
        module.set("Token", PyContextToken_TypePointer().value)
        module.function("copy_context", .noArguments { (_) throws(Raised) -> Ref in try ContextObject.copyCurrent() }, "($module, /)")
    }
}
