// Starting the interpreter for a run: modules sys and builtins, imports, signals, `__main__`.

import CPythonABI
import Glibc
import Numerics

public enum Startup {
    /// Makes the runtime ready. Once in a process.
    public static func start(_ configuration: Configuration) {
        Configuration.current = configuration
        if let seed = configuration.hashSeed {
            StrObject.secret = HashSecret(seed: seed)
        } else {
            var random = SystemRandomNumberGenerator()
            StrObject.secret = HashSecret(key0: random.next(), key1: random.next(), expatSalt: random.next())
        }
        if configuration.intMaxStrDigits >= 0 { IntText.maximalDigits = configuration.intMaxStrDigits }
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        Bootstrap.start()
        Imports.start()
        CompileFunctions.start()
        SysModule.start(configuration)
        let builtins = BuiltinsModule.make()
        if configuration.optimize > 0 { DictObject.set(ModuleObject.dict(builtins.value), name: Names.plain("__debug__"), .false) }
        register("builtins", builtins.value)
        if configuration.noSite == 0 { SiteBuiltins.add(builtins.value) }
        WarningsModule.start()
        setSpec("sys", SysModule.loadedModule("sys"))
        setSpec("builtins", builtins.value)
        Signals.start()
        makeMain()
        if !configuration.warnOptions.isEmpty { importWarnings() }
    }

    /// The filters of `-W` are read by the module warnings.
    private static func importWarnings() {
        do throws(Raised) {
            let module = try Imports.importModule(Names.plain("warnings"))
            _ = module.isNull
        } catch { PendingException.clear() }
    }

    private static func register(_ name: StaticString, _ module: Value) {
        DictObject.set(SysModule.modules, name: Names.plain(name), module)
    }
    private static func setSpec(_ name: String, _ module: Value) {
        do throws(Raised) {
            let spec = try ModuleSpecs.make(name, origin: "built-in", loader: ModuleSpecs.builtinLoader, package: nil, hasLocation: false)
            DictObject.set(ModuleObject.dict(module), name: Names.spec, spec.value)
            DictObject.set(ModuleObject.dict(module), name: Names.loader, ModuleSpecs.builtinLoader)
            DictObject.set(ModuleObject.dict(module), name: Names.package, StrObject.emptyValue)
        } catch { PendingException.clear() }
    }

    private static func makeMain() {
        let main = ModuleObject.make("__main__")
        let dict = ModuleObject.dict(main.value)
        let annotations = DictObject.make()
        DictObject.set(dict, name: Names.annotations, annotations.value)
        DictObject.set(dict, name: Names.builtins, SysModule.loadedModule("builtins"))
        DictObject.set(dict, name: Names.loader, ModuleSpecs.builtinLoader)
        register("__main__", main.value)
    }

    /// The namespace of `__main__`.
    static var mainDict: Value { ModuleObject.dict(SysModule.loadedModule("__main__")) }
}
