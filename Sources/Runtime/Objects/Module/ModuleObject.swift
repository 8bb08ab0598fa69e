// Modules: storage, and how native modules are made.

import CPythonABI

public enum ModuleObject {
    // Fields of CPython's PyModuleObject: dict +16, definition +24, state +32, weak references +40, name +48.
    static func words(_ module: Value) -> UnsafeMutablePointer<Value> { module.cast(to: Value.self) }
    /// The module's namespace, borrowed.
    public static func dict(_ module: Value) -> Value { words(module)[2] }

    /// A module with `__name__`, `__doc__`, `__package__`, `__loader__` and `__spec__`.
    public static func make(_ name: String) -> Ref {
        let object = ObjectMemory.newCollected(PyModule_TypePointer(), as: PyObject.self, size: 56)
        let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)
        let dict = DictObject.make()
        // An object of its own, as the functions' `__module__` then is: pickles tell it from the name that types carry.
        let text = StrObject.make(name)
        DictObject.set(dict.value, name: Names.name, text.value)
        DictObject.set(dict.value, name: Names.doc, .none)
        DictObject.set(dict.value, name: Names.package, .none)
        DictObject.set(dict.value, name: Names.loader, .none)
        DictObject.set(dict.value, name: Names.spec, .none)
        words[2] = dict.take()
        words[3] = .null
        words[4] = .null
        words[5] = .null
        words[6] = text.take()
        Collector.track(object)
        return Ref(owned: Value(object))
    }
    public static func isInstance(_ value: Value) -> Bool { value.isObject && value.type.isSubtype(of: PyModule_TypePointer()) }
}

/// Fills a native module: functions, types, constants.
public struct ModuleBuilder {
    /// The module, borrowed.
    public let module: Value
    let name: Value

    public func set(_ name: StaticString, _ value: Value) {
        let key = StrObject.intern(name)
        DictObject.set(ModuleObject.dict(module), name: key.value, value)
    }
    public func set(_ name: StaticString, int: Int) {
        let value = IntObject.make(int)
        set(name, value.value)
    }
    public func set(_ name: StaticString, string: String) {
        let value = StrObject.make(string)
        set(name, value.value)
    }
    public func set(_ name: StaticString, float: Double) { set(name, Value(float: float)) }
    /// Adds a function. Its entry's first argument is the module.
    public func function(_ name: StaticString, _ entry: NativeEntry, _ textSignature: StaticString? = nil, doc: StaticString? = nil) {
        let function = NativeFunctionObject.make(NativeMethod.make(name, entry, textSignature, doc: doc), self: module, module: self.name)
        set(name, function.value)
    }
    public func doc(_ text: StaticString) { set("__doc__", string: "\(text)") }
}

/// The native modules, by name: made when first imported.
public enum NativeModules {
    public typealias Fill = (ModuleBuilder) throws(Raised) -> Void
    nonisolated(unsafe) private static var table: [String: Fill] = [:]

    public static func register(_ name: String, _ fill: @escaping Fill) { table[name] = fill }
    public static func exists(_ name: String) -> Bool { table[name] != nil }
    public static var names: [String] { table.keys.sorted() }

    /// A new module of that name, filled; null if there is none.
    public static func make(_ name: String) throws(Raised) -> Ref {
        guard let fill = table[name] else { return .null }
        let module = ModuleObject.make(name)
        let text = Ref(ModuleObject.words(module.value)[6])
        try fill(ModuleBuilder(module: module.value, name: text.value))
        return module
    }
}

/// Types of native modules, which have no static type object: made at run time, and described like built-in ones.
public enum NativeType {
    /// A new type with a base and a layout: `name` with module ("itertools.count"), the size of an instance, its flags.
    /// Immortal. `describe` fills slots and methods.
    public static func make(
        _ name: StaticString, base: TypePointer, size: Int, flags: UInt, _ describe: (TypeBuilder) -> Void
    ) -> TypePointer {
        let type = TypePointer.allocate(capacity: 1)
        type.initialize(to: PyTypeObject())
        type.pointee.ob_base.ob_base.ob_refcnt = 1 << 40
        type.pointee.ob_base.ob_base.ob_type = PyType_TypePointer()
        type.pointee.tp_name = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
        type.pointee.tp_basicsize = size
        type.pointee.tp_flags = flags | Py_TPFLAGS_IMMUTABLETYPE | base.pointee.tp_flags & inheritedFlags
        type.pointee.tp_base = base
        type.pointee.tp_itemsize = base.pointee.tp_itemsize
        type.pointee.tp_dictoffset = base.pointee.tp_dictoffset
        type.pointee.tp_weaklistoffset = base.pointee.tp_weaklistoffset
        TypeBuilder.prepare(type)
        describe(TypeBuilder(type))
        TypeBuilder.finish(type)
        // Once there are extensions, C code calls the slots of types that are made later as well.
        SlotTables.refresh(type)
        return type
    }
    private static let inheritedFlags =
        Py_TPFLAGS_LONG_SUBCLASS | Py_TPFLAGS_LIST_SUBCLASS | Py_TPFLAGS_TUPLE_SUBCLASS | Py_TPFLAGS_BYTES_SUBCLASS
        | Py_TPFLAGS_UNICODE_SUBCLASS | Py_TPFLAGS_DICT_SUBCLASS | Py_TPFLAGS_BASE_EXC_SUBCLASS | Py_TPFLAGS_TYPE_SUBCLASS
        | Py_TPFLAGS_HAVE_GC
}
