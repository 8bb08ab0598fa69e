// Starting the interpreter for a run: modules sys and builtins, imports, signals, `__main__`.

import CPythonABI
import Glibc
import Numerics

public enum Startup {
    /// Makes the runtime ready. Once in a process.
    ///
    /// What goes wrong here ends the process, as in CPython: without its library nothing can run.
    public static func start(_ configuration: Configuration) {
        StandardStreams.noteOpenDescriptors()
        Configuration.current = configuration
        PathConfiguration.current = PathConfiguration.find(configuration.program, usesEnvironment: configuration.ignoreEnvironment == 0)
        if PathConfiguration.current.standardLibrary.isEmpty {
            StandardError.write(PathConfiguration.missingLibrary(PathConfiguration.current, program: configuration.program))
            exit(1)
        }
        CodeImage.fingerprint ^= PathConfiguration.current.developmentMark()
        FrozenModules.isOn = configuration.usesFrozenModules
        Py_BytesWarningFlag = Int32(clamping: configuration.bytesWarning)
        ImportTimes.isOn = configuration.importTimes
        if let seed = configuration.hashSeed {
            StrObject.secret = HashSecret(seed: seed)
        } else {
            var random = SystemRandomNumberGenerator()
            StrObject.secret = HashSecret(key0: random.next(), key1: random.next(), expatSalt: random.next())
        }
        if configuration.intMaxStrDigits >= 0 { IntText.maximalDigits = configuration.intMaxStrDigits }
        CycleCollector.holdBack()
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        Bootstrap.start()
        startAllocationTraces(configuration)
        Imports.start()
        CompileFunctions.start()
        WarningsModule.start()
        SysModule.start(configuration)
        let builtins = BuiltinsModule.make()
        if configuration.optimize > 0 { DictObject.set(ModuleObject.dict(builtins.value), name: Names.plain("__debug__"), .false) }
        register("builtins", builtins.value)
        SysModule.builtinsModule = builtins.copy().take()
        StandardPrinter.start()
        // Before `_signal` is made, which hands out the handler.
        Signals.start()
        startImports()
        StandardStreams.start()
        makeMain()
        if configuration.faultHandler { enableFaultHandler() }
        if !configuration.warnOptions.isEmpty { importOrGiveUp("warnings") }
        Finalization.noteBuiltins(ModuleObject.dict(SysModule.builtinsModule))
        if configuration.noSite == 0 { importSite() }
        FrozenModules.closeArchive()
        CycleCollector.settle()
    }

    /// Gives an interpreter that runs another command line.
    public static func replace(_ configuration: Configuration) {
        Configuration.current = configuration
        SysInformation.showSettings(SysModule.originalModule("sys"), configuration)
    }

    private static func startAllocationTraces(_ configuration: Configuration) {
        guard configuration.traceMalloc != 0 else { return }
        if configuration.traceMalloc > AllocationTraces.mostFrames {
            StandardError.write(
                "Fatal Python error: init_interp_main: can't initialize tracemalloc\nPython runtime state: core initialized\n"
                    + "ValueError: the number of frames must be in range [1; \(AllocationTraces.mostFrames)]\n\n")
            exit(1)
        }
        _ = AllocationTraces.start(frames: configuration.traceMalloc)
    }
    private static func startImports() {
        do throws(Raised) { try ImportlibBootstrap.start() } catch { giveUp("init_import: can't start the import system") }
        for name in ["encodings", "encodings.utf_8", "_signal", "io"] as [StaticString] { importOrGiveUp(name) }
    }
    private static func importOrGiveUp(_ name: StaticString) {
        do throws(Raised) {
            let module = try Imports.importModule(Names.plain(name))
            _ = module.isNull
        } catch { PendingException.clear() }
    }
    private static func enableFaultHandler() {
        do throws(Raised) {
            let module = try Imports.importModule(Names.plain("faulthandler"))
            let enable = try Attributes.get(module.value, "enable")
            let done = try Call.call(enable.value)
            _ = done.isNull
        } catch { PendingException.clear() }
    }
    private static func importSite() {
        do throws(Raised) {
            let module = try Imports.importModule(Names.plain("site"))
            _ = module.isNull
        } catch { giveUp("init_import_site: Failed to import the site module") }
    }
    /// Reports the pending exception and ends the process.
    private static func giveUp(_ message: String) -> Never {
        StandardError.write("Fatal Python error: \(message)\nPython runtime state: initialized\n")
        let exception = ExceptionObject.take()
        SysHooks.display(exception.value)
        StandardError.write("\n")
        exit(1)
    }

    private static func register(_ name: StaticString, _ module: Value) {
        DictObject.set(SysModule.modules, name: Names.plain(name), module)
    }
    private static func makeMain() {
        let main = ModuleObject.make("__main__")
        let dict = ModuleObject.dict(main.value)
        let annotations = DictObject.make()
        DictObject.set(dict, name: Names.annotations, annotations.value)
        DictObject.set(dict, name: Names.builtins, SysModule.loadedModule("builtins"))
        do throws(Raised) {
            let loader = try ImportlibBootstrap.internalFunction("BuiltinImporter")
            DictObject.set(dict, name: Names.loader, loader.value)
        } catch { PendingException.clear() }
        register("__main__", main.value)
    }

    /// The namespace of `__main__`.
    static var mainDict: Value { ModuleObject.dict(SysModule.loadedModule("__main__")) }
}
