// The module _imp: what importlib asks of the interpreter.

import CPythonABI
import Numerics
import Runtime

enum ImpModule {
    nonisolated(unsafe) private static var lockDepth = 0

    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc("(Extremely) low-level import machinery bits as used by importlib and imp.")
        module.set("check_hash_based_pycs", string: "default")
        module.function("acquire_lock", .noArguments({ (_) throws(Raised) -> Ref in
            lockDepth += 1
            return .none
        }), "($module, /)", doc: "Acquires the interpreter's import lock for the current thread.\n\nThis lock should be used by import hooks to ensure thread-safety when importing\nmodules. On platforms without threads, this function does nothing.")
        module.function("release_lock", .noArguments({ (_) throws(Raised) -> Ref in
            if lockDepth == 0 { throw raise(.runtimeError, "not holding the import lock") }
            lockDepth -= 1
            return .none
        }), "($module, /)", doc: "Release the interpreter's import lock.\n\nOn platforms without threads, this function does nothing.")
        module.function("lock_held", .noArguments({ (_) throws(Raised) -> Ref in .bool(lockDepth > 0) }), "($module, /)", doc: "Return True if the import lock is currently held, else False.\n\nOn platforms without threads, return False.")
        module.function("is_builtin", .one({ (_, name) throws(Raised) -> Ref in
            let text = try self.name(name, "is_builtin")
            return IntObject.make(text == "sys" || text == "builtins" ? -1 : NativeModules.exists(text) ? 1 : 0)
        }), "($module, name, /)", doc: "Returns True if the module name corresponds to a built-in module.")
        // Nothing is frozen: the library is read from its files.
        module.function("is_frozen", .one({ (_, name) throws(Raised) -> Ref in
            _ = try self.name(name, "is_frozen")
            return .bool(false)
        }), "($module, name, /)", doc: "Returns True if the module name corresponds to a frozen module.")
        module.function("find_frozen", .bound({ (_, arguments) throws(Raised) -> Ref in
            _ = try name(arguments[0], "find_frozen")
            return .none
        }), "($module, name, /, *, withdata=False)", doc: "Return info about the corresponding frozen module (if there is one) or None.")
        for (function, doc) in [
            ("get_frozen_object", "Create a code object for a frozen module."), ("init_frozen", "Initializes a frozen module."),
            ("is_frozen_package", "Returns True if the module name is of a frozen package."),
        ] as [(StaticString, StaticString)] {
            module.function(function, .positional(minimum: 1, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                throw raise(.importError, "No such frozen object named \(try name(arguments[0], function))")
            }), nil, doc: doc)
        }
        module.function("_frozen_module_names", .noArguments({ (_) throws(Raised) -> Ref in ListObject.make() }), "($module, /)", doc: "Returns the list of available frozen modules.")
        module.function("_override_frozen_modules_for_tests", .one({ (_, _) throws(Raised) -> Ref in .none }), "($module, override, /)", doc: "(internal-only) Override PyConfig.use_frozen_modules.\n\n(-1: \"off\", 1: \"on\", 0: no override)\nSee frozen_modules() in Lib/test/support/import_helper.py.")
        module.function("extension_suffixes", .noArguments({ (_) throws(Raised) -> Ref in
            let list = ListObject.make()
            for suffix in [".cpython-311-x86_64-linux-gnu.so", ".abi3.so", ".so"] {
                let text = StrObject.make(suffix)
                try ListObject.append(list.value, text.value)
            }
            return list
        }), "($module, /)", doc: "Returns the list of file suffixes used to identify extension modules.")
        module.function("create_builtin", .one({ (_, spec) throws(Raised) -> Ref in
            let key = try Attributes.get(spec, "name")
            let known = Ref(try DictObject.get(SysModule.modules, key.value))
            if !known.isNull { return known }
            let made = try NativeModules.make(text(key.value))
            return made.isNull ? .none : made
        }), "($module, spec, /)", doc: "Create an extension module.")
        module.function("exec_builtin", .one({ (_, _) throws(Raised) -> Ref in IntObject.make(0) }), "($module, mod, /)", doc: "Initialize a built-in module.")
        module.function("_fix_co_filename", .positional(minimum: 2, maximum: 2, { (_, _) throws(Raised) -> Ref in .none }), "($module, code, path, /)", doc: "Changes code.co_filename to specify the passed-in file path.\n\n  code\n    Code object to change.\n  path\n    File path to use.")
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
    private static func name(_ value: Value, _ function: StaticString) throws(Raised) -> String {
        guard StrObject.isInstance(value) else { throw raise(.typeError, "\(function)() argument must be str, not \(value.type.name)") }
        return text(value)
    }
}
