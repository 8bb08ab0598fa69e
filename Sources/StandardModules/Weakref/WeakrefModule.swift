// The module _weakref.

import CPythonABI
import Runtime

enum WeakrefModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc("Weak-reference support module.")
        module.set("ref", _PyWeakref_RefTypePointer().value)
        module.set("ReferenceType", _PyWeakref_RefTypePointer().value)
        module.set("ProxyType", _PyWeakref_ProxyTypePointer().value)
        module.set("CallableProxyType", _PyWeakref_CallableProxyTypePointer().value)
        module.function(
            "getweakrefcount", .one({ (_, object) throws(Raised) -> Ref in IntObject.make(WeakReferences.count(object)) }),
            "($module, object, /)", doc: "Return the number of weak references to 'object'.")
        module.function(
            "getweakrefs", .one({ (_, object) throws(Raised) -> Ref in try WeakReferences.all(object) }),
            "($module, object, /)", doc: "Return a list of all weak reference objects pointing to 'object'.")
        module.function(
            "proxy", .positional(minimum: 1, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                try ProxyType.make(arguments[0], arguments[1].isNone ? .null : arguments[1])
            }), "($module, object, callback=None, /)",
            doc: "Create a proxy object that weakly references 'object'.\n\n'callback', if given, is called with a reference to the\nproxy when 'object' is about to be finalized.")
        module.function(
            "_remove_dead_weakref", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                let (dict, key) = (arguments[0], arguments[1])
                guard DictObject.isInstance(dict) else {
                    throw raise(.typeError, "_remove_dead_weakref() argument 1 must be dict, not \(ArgumentTypeName.of(dict))")
                }
                let held = Ref(try DictObject.get(dict, key))
                if held.isNull { return .none }
                guard WeakReferences.isReference(held.value) else { throw raise(.typeError, "not a weakref") }
                if WeakReferences.target(held.value).isNull {
                    let removed = try DictObject.pop(dict, key)
                    _ = removed.value
                }
                return .none
            }), "($module, dct, key, /)", doc: "Atomically remove key from dict if it points to a dead weakref.")
    }
}
