// What C may hold on to in containers.

import CPythonABI
import Runtime

/// A value to be stored for C: the pointer is kept, since C may drop its reference and go on using the object that the container
/// holds. The constants have one form inside.
@inline(__always) func stored(_ object: Object?) -> Value {
    guard let object else { return .null }
    return Border.constant(object)
}

enum Containers {
    static func nullError() -> Raised {
        if PendingException.isSet { return Raised() }
        return raise(.systemError, "null argument to internal routine")
    }
    /// The value as it is, without turning a number into an immediate.
    @inline(__always) static func plain(_ object: Object?) -> Value {
        guard let object else { return .null }
        return Value(object)
    }
    /// dict[key] = object, keeping the pointer.
    static func store(_ dict: Value, _ key: Value, _ object: Object) throws(Raised) {
        try DictObject.set(dict, key, Border.constant(object))
    }
    static func lend(_ value: Value) -> Object { Lending.lendDetached(value) }
}

/// Functions of Python modules that serve functions of the C API.
enum Modules {
    static func builtin(_ name: StaticString) throws(Raised) -> Ref {
        let module = try InterpreterHooks.importModule("builtins")
        return try Attributes.get(module.value, name)
    }
    static func function(_ module: StaticString, _ name: StaticString) throws(Raised) -> Ref {
        let module = try InterpreterHooks.importModule(module)
        return try Attributes.get(module.value, name)
    }
}
