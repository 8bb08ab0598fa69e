// The module sys: how the rest of the runtime reaches it. What is in it is in the files beside this one.

import CPythonABI

public enum SysModule {
    nonisolated(unsafe) private static var module = Value.null
    nonisolated(unsafe) static var dict = Value.null
    /// `sys.modules`.
    nonisolated(unsafe) public private(set) static var modules = Value.null

    /// Makes the module; once, when the types are ready.
    static func start(_ configuration: Configuration) {
        let made = ModuleObject.make("sys")
        let name = StrObject.intern("sys")
        dict = ModuleObject.dict(made.value)
        let builder = ModuleBuilder(module: made.value, name: name.value)
        let table = DictObject.make()
        modules = table.copy().take()
        builder.set("modules", table.value)
        builder.set("__package__", StrObject.emptyValue)
        SysInformation.fill(builder, configuration)
        SysFunctions.fill(builder)
        SysHooks.fill(builder)
        DictObject.set(table.value, name: name.value, made.value)
        module = made.take()
        InterpreterHooks.sysAttribute = { (name) in attribute(name) }
    }

    /// An attribute of sys, or null.
    public static func attribute(_ name: StaticString) -> Ref {
        if dict.isNull { return .null }
        let key = StrObject.intern(name)
        return Ref(DictObject.get(dict, name: key.value))
    }
    /// The same for an interned name.
    public static func attribute(key: Value) -> Ref { dict.isNull ? .null : Ref(DictObject.get(dict, name: key)) }

    public static func set(_ name: StaticString, _ value: Value) {
        if dict.isNull { return }
        let key = StrObject.intern(name)
        DictObject.set(dict, name: key.value, value)
    }

    /// Whether a value is the built-in function of that name in this module.
    static func isBuiltin(_ value: Value, _ name: String) -> Bool {
        guard value.isObject, value.object.pointee.ob_type == PyCFunction_TypePointer(), !module.isNull else { return false }
        let head = NativeFunctionObject.head(value)
        return head.pointee.m_self == module.object && String(cString: head.pointee.m_ml.pointee.ml_name) == name
    }

    /// sys or builtins as they were made, borrowed: a program may have put something else into `sys.modules`.
    public static func originalModule(_ name: String) -> Value { name == "sys" ? module : builtinsModule }
    nonisolated(unsafe) static var builtinsModule = Value.null

    /// A loaded module by name, borrowed, or null.
    public static func loadedModule(_ name: String) -> Value {
        let key = StrObject.intern(name)
        return DictObject.get(modules, name: key.value)
    }
}
