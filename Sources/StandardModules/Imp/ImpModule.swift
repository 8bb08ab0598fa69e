// The module _imp: what importlib asks of the interpreter.

import CPythonABI
import Numerics
import Runtime

enum ImpModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc("(Extremely) low-level import machinery bits as used by importlib and imp.")
        module.set("check_hash_based_pycs", string: Configuration.current.checkHashBasedFiles)
        addLock(module)
        addBuiltin(module)
        addFrozen(module)
        addExtensions(module)
        module.function("_fix_co_filename", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
            guard CodeObject.isInstance(arguments[0]) else {
                throw raise(.typeError, "_fix_co_filename() argument 1 must be code, not \(shown(arguments[0]))")
            }
            guard StrObject.isInstance(arguments[1]) else {
                throw raise(.typeError, "_fix_co_filename() argument 2 must be str, not \(shown(arguments[1]))")
            }
            CodeObject.setFilename(arguments[0], arguments[1])
            return .none
        }), "($module, code, path, /)", doc: "Changes code.co_filename to specify the passed-in file path.\n\n  code\n    Code object to change.\n  path\n    File path to use.")
        module.function("source_hash", .bound({ (_, arguments) throws(Raised) -> Ref in
            let number = try Index.object(arguments[0])
            let key = IntObject.truncatedWord(number.value)
            let view = try BytesView(arguments[1])
            let hash = SipHash13.digest(view.bytes, view.count, key0: key, key1: 0)
            var bytes: [UInt8] = []
            for index in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: hash >> UInt64(8 * index))) }
            return try BytesObject.make(bytes, 8)
        }), "($module, /, key, source)")
    }
    private static func shown(_ value: Value) -> String { value.isNone ? "None" : value.type.name }
    private static func name(_ value: Value, _ function: StaticString) throws(Raised) -> String {
        guard StrObject.isInstance(value) else { throw raise(.typeError, "\(function)() argument must be str, not \(shown(value))") }
        return text(value)
    }

    // MARK: The lock

    private static func addLock(_ module: ModuleBuilder) {
        module.function("acquire_lock", .noArguments({ (_) throws(Raised) -> Ref in
            ImportLock.acquire()
            return .none
        }), "($module, /)", doc: "Acquires the interpreter's import lock for the current thread.\n\nThis lock should be used by import hooks to ensure thread-safety when importing\nmodules. On platforms without threads, this function does nothing.")
        module.function("release_lock", .noArguments({ (_) throws(Raised) -> Ref in
            if !ImportLock.release() { throw raise(.runtimeError, "not holding the import lock") }
            return .none
        }), "($module, /)", doc: "Release the interpreter's import lock.\n\nOn platforms without threads, this function does nothing.")
        module.function("lock_held", .noArguments({ (_) throws(Raised) -> Ref in .bool(ImportLock.isHeld) }), "($module, /)", doc: "Return True if the import lock is currently held, else False.\n\nOn platforms without threads, return False.")
    }

    // MARK: Built-in modules

    private static func addBuiltin(_ module: ModuleBuilder) {
        module.function("is_builtin", .one({ (_, name) throws(Raised) -> Ref in
            let text = try self.name(name, "is_builtin")
            return IntObject.make(text == "sys" || text == "builtins" ? -1 : NativeModules.exists(text) || ExtensionLoading.isInTable(text) ? 1 : 0)
        }), "($module, name, /)", doc: "Returns True if the module name corresponds to a built-in module.")
        module.function("create_builtin", .one({ (_, spec) throws(Raised) -> Ref in
            let key = try Attributes.get(spec, "name")
            guard StrObject.isInstance(key.value) else { throw raise(.typeError, "name must be string, not \(shown(key.value))") }
            let name = text(key.value)
            if name == "sys" || name == "builtins" { return Ref(SysModule.originalModule(name)) }
            let made = try NativeModules.make(name)
            if !made.isNull { return made }
            let brought = try ExtensionLoading.createFromTable(name, spec)
            return brought.isNull ? .none : brought
        }), "($module, spec, /)", doc: "Create an extension module.")
        module.function("exec_builtin", .one({ (_, made) throws(Raised) -> Ref in
            try ExtensionLoading.execute(made)
            return IntObject.make(0)
        }), "($module, mod, /)", doc: "Initialize a built-in module.")
    }

    // MARK: Frozen modules

    private static func addFrozen(_ module: ModuleBuilder) {
        module.function("is_frozen", .one({ (_, name) throws(Raised) -> Ref in
            .bool(FrozenModules.find(try self.name(name, "is_frozen")) != nil)
        }), "($module, name, /)", doc: "Returns True if the module name corresponds to a frozen module.")
        module.function("is_frozen_package", .one({ (_, name) throws(Raised) -> Ref in
            guard let found = FrozenModules.find(try self.name(name, "is_frozen_package")) else { throw try missing(name) }
            return .bool(found.isPackage)
        }), "($module, name, /)", doc: "Returns True if the module name is of a frozen package.")
        module.function("find_frozen", .bound({ (_, arguments) throws(Raised) -> Ref in
            guard StrObject.isInstance(arguments[0]) else { throw raise(.typeError, "find_frozen() argument 1 must be str, not \(shown(arguments[0]))") }
            guard let found = FrozenModules.find(text(arguments[0])) else { return .none }
            var data = Ref.none
            let wantsData = arguments[1].isNull ? false : try Truth.of(arguments[1])
            if wantsData {
                let code = try FrozenModules.code(found)
                let content = try bytes(of: code.value)
                data = try Call.call(PyMemoryView_TypePointer().value, content.value)
            }
            let original = found.original.map { StrObject.intern($0) } ?? .none
            return TupleObject.make(data.value, Value(bool: found.isPackage), original.value)
        }), "($module, name, /, *, withdata=False)", doc: "Return info about the corresponding frozen module (if there is one) or None.\n\nThe returned info (a 2-tuple):\n\n * data         the raw marshalled bytes\n * is_package   whether or not it is a package\n * origname     the originally frozen module's name, or None if not\n                a stdlib module (this will usually be the same as\n                the module's current name)")
        module.function("get_frozen_object", .positional(minimum: 1, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
            guard StrObject.isInstance(arguments[0]) else { throw raise(.typeError, "get_frozen_object() argument 1 must be str, not \(shown(arguments[0]))") }
            if arguments.count > 1 && !arguments[1].isNone {
                let view = try BytesView(arguments[1])
                if view.count == 0 { throw raise(.importError, "Frozen object named \(try Repr.string(arguments[0])) is invalid") }
                var reader = MarshalReader(bytes: view.contents)
                defer { reader.end() }
                let code: Ref
                do throws(Raised) { code = try reader.read() } catch {
                    PendingException.clear()
                    throw raise(.importError, "Frozen object named \(try Repr.string(arguments[0])) is invalid")
                }
                guard CodeObject.isInstance(code.value) else {
                    throw raise(.typeError, "frozen object \(try Repr.string(arguments[0])) is not a code object")
                }
                return code
            }
            guard let found = FrozenModules.find(text(arguments[0])) else { throw try missing(arguments[0]) }
            return try FrozenModules.code(found)
        }), "($module, name, data=None, /)", doc: "Create a code object for a frozen module.")
        module.function("init_frozen", .one({ (_, name) throws(Raised) -> Ref in
            guard let found = FrozenModules.find(try self.name(name, "init_frozen")) else { return .none }
            let code = try FrozenModules.code(found)
            let made = try Modules.initialize(code.value, name: name, original: found.original ?? "", isPackage: found.isPackage)
            return made
        }), "($module, name, /)", doc: "Initializes a frozen module.")
        module.function("_frozen_module_names", .noArguments({ (_) throws(Raised) -> Ref in
            let list = ListObject.make()
            for module in FrozenModules.all {
                let name = StrObject.intern(module.name)
                try ListObject.append(list.value, name.value)
            }
            return list
        }), "($module, /)", doc: "Returns the list of available frozen modules.")
        module.function("_override_frozen_modules_for_tests", .one({ (_, number) throws(Raised) -> Ref in
            FrozenModules.override = try Index.int32(number)
            return .none
        }), "($module, override, /)", doc: "(internal-only) Override PyConfig.use_frozen_modules.\n\n(-1: \"off\", 1: \"on\", 0: no override)\nSee frozen_modules() in Lib/test/support/import_helper.py.")
    }
    private static func missing(_ name: Value) throws(Raised) -> Raised {
        ImportFailures.raise("No such frozen object named '\(text(name))'", name: name)
    }
    private static func bytes(of code: Value) throws(Raised) -> Ref {
        var writer = MarshalWriter(version: MarshalModule.version)
        defer { writer.end() }
        try writer.write(code)
        return try BytesObject.make(writer.bytes, writer.bytes.count)
    }

    // MARK: Extension modules

    private static func addExtensions(_ module: ModuleBuilder) {
        module.function("extension_suffixes", .noArguments({ (_) throws(Raised) -> Ref in
            let list = ListObject.make()
            for suffix in ExtensionLoading.suffixes {
                let text = StrObject.make(suffix)
                try ListObject.append(list.value, text.value)
            }
            return list
        }), "($module, /)", doc: "Returns the list of file suffixes used to identify extension modules.")
        module.function("create_dynamic", .positional(minimum: 1, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
            let name = try Attributes.get(arguments[0], "name")
            let origin = try Attributes.get(arguments[0], "origin")
            guard StrObject.isInstance(name.value), StrObject.isInstance(origin.value) else {
                throw raise(.typeError, "spec.name and spec.origin must be strings")
            }
            try Audit.event("import", name.value, origin.value, .none, .none, .none)
            return try ExtensionLoading.create(text(origin.value), text(name.value), arguments[0])
        }), "($module, spec, file=<unrepresentable>, /)", doc: "Create an extension module.")
        module.function("exec_dynamic", .one({ (_, made) throws(Raised) -> Ref in
            try ExtensionLoading.execute(made)
            return IntObject.make(0)
        }), "($module, mod, /)", doc: "Initialize an extension module.")
    }
}

/// Modules made of code.
private enum Modules {
    /// Makes the module `name` known and runs its code.
    static func initialize(_ code: Value, name: Value, original: String, isPackage: Bool) throws(Raised) -> Ref {
        let made = ModuleObject.make(text(name))
        let dict = Ref(ModuleObject.dict(made.value))
        let originalName = StrObject.make(original)
        try DictObject.set(dict.value, Names.plain("__origname__"), originalName.value)
        if isPackage {
            let path = ListObject.make()
            try DictObject.set(dict.value, Names.plain("__path__"), path.value)
        }
        try DictObject.set(SysModule.modules, name, made.value)
        let execute = Ref(DictObject.get(ModuleObject.dict(SysModule.originalModule("builtins")), name: Names.plain("exec")))
        let result = try Call.call(execute.value, code, dict.value)
        _ = result.isNull
        return made
    }
}
