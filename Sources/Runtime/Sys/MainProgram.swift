// Running the main program: a file, a command, a module, standard input; and the exit status that follows.

import CPythonABI
import Glibc

public enum MainProgram {
    /// The status of a program that was interrupted: the process ends by the signal itself.
    static let interruptedStatus: Int32 = 130

    /// Runs the source of a command (`-c`).
    public static func run(command: String) -> Int32 {
        if !ArgumentText.isText(command) {
            StandardError.write("Unable to decode the command from the command line:\n")
            do throws(Raised) {
                let text = ArgumentText.str(command)
                let encoded = try UTF8Codec.encode(text.value, .null)
                _ = encoded.isNull
            } catch { _ = report() }
            return 1
        }
        prependPath("")
        var request = SourceCode.Request(filename: "<string>")
        request.isText = true
        return run(Array(command.utf8), request)
    }

    /// Runs a script file, a folder or zip file with `__main__.py`, or reports that it cannot be read.
    public static func run(file: String, program: String) -> Int32 {
        if isImportable(file) {
            insertPath(FileSystem.absolute(file))
            return finish(runModule("__main__", setsArgument: false))
        }
        if Configuration.current.safePath == false { insertPath(folder(of: file)) }
        guard var source = FileReading.contents(file) else {
            let number = errno
            let shown = FileSystem.absolute(file)
            StandardError.write("\(program): can't open file '\(shown)': [Errno \(number)] \(String(cString: strerror(number)))\n")
            return 2
        }
        if FileSystem.kind(file) == .folder {
            StandardError.write("\(program): '\(FileSystem.absolute(file))' is a directory, cannot continue\n")
            return 1
        }
        let path = FileSystem.absolute(file)
        if file.hasSuffix(".pyc") {
            setMain(file: path, loader: "SourcelessFileLoader")
            return finish(execute(compiled: source))
        }
        if Configuration.current.skipsFirstLine {
            // The line end stays, so that lines keep their numbers.
            source.removeFirst(source.firstIndex(of: 10) ?? source.count)
        }
        setMain(file: path, loader: "SourceFileLoader")
        return run(source, SourceCode.Request(filename: path, isFile: true))
    }

    private static func setMain(file: String, loader: StaticString) {
        let dict = Startup.mainDict
        let name = FileSystemText.str(file)
        DictObject.set(dict, name: Names.file, name.value)
        DictObject.set(dict, name: Names.plain("__cached__"), .none)
        do throws(Raised) {
            let type = try ImportlibBootstrap.external(loader)
            let loader = try Call.call(type.value, Names.plain("__main__"), name.value)
            DictObject.set(dict, name: Names.loader, loader.value)
        } catch { PendingException.clear() }
    }

    // MARK: sys.path

    /// What `-c`, `-m` and standard input put in front of the path.
    private static func prependPath(_ folder: String) {
        if !Configuration.current.safePath { insertPath(folder) }
    }
    private static func insertPath(_ folder: String) {
        let path = SysModule.attribute("path")
        guard !path.isNull, ListObject.isInstance(path.value) else { return }
        do throws(Raised) {
            let item = FileSystemText.str(folder)
            let insert = try Attributes.get(path.value, "insert")
            let done = try Call.call(insert.value, Value(smallInt: 0), item.value)
            _ = done.isNull
        } catch { PendingException.clear() }
    }
    /// The folder that a script stands in, once links of the script itself are followed.
    private static func folder(of file: String) -> String {
        let path = FileSystem.resolved(file) ?? FileSystem.absolute(file)
        return path.lastSlash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ""
    }
    /// Whether a path hook takes the file: a folder, or an archive that zipimport knows.
    private static func isImportable(_ file: String) -> Bool {
        let hooks = SysModule.attribute("path_hooks")
        guard !hooks.isNull, ListObject.isInstance(hooks.value) else { return false }
        let path = FileSystemText.str(FileSystem.absolute(file))
        for index in 0..<ListObject.count(hooks.value) {
            let hook = Ref(ListObject.item(hooks.value, index))
            do throws(Raised) {
                let importer = try Call.call(hook.value, path.value)
                let cache = SysModule.attribute("path_importer_cache")
                if !cache.isNull && DictObject.isInstance(cache.value) { try DictObject.set(cache.value, path.value, importer.value) }
                return true
            } catch {
                if !PendingException.clear(if: .importError) {
                    _ = report()
                    return false
                }
            }
        }
        return false
    }

    /// Runs standard input: as a script, or line by line when it is a terminal (or `-i`).
    public static func runStandardInput() -> Int32 {
        prependPath("")
        if isatty(0) == 1 || Configuration.current.interactive != 0 {
            runStartupFile()
            return InteractiveLoop.run()
        }
        guard let source = FileReading.contents(descriptor: 0) else { return 1 }
        setStandardInput()
        return run(source, SourceCode.Request(filename: "<stdin>", isFile: true))
    }
    private static func setStandardInput() {
        let name = StrObject.intern("<stdin>")
        DictObject.set(Startup.mainDict, name: Names.file, name.value)
    }

    /// Runs a module as the main program (`-m`).
    public static func run(module: String) -> Int32 {
        prependPath(FileSystem.currentFolder() ?? "")
        return finish(runModule(module, setsArgument: true))
    }
    /// `runpy._run_module_as_main`
    private static func runModule(_ name: String, setsArgument: Bool) -> Int32 {
        let function: Ref
        do throws(Raised) {
            let runner = try Imports.importModule(Names.plain("runpy"))
            function = try Attributes.get(runner.value, "_run_module_as_main")
        } catch {
            StandardError.write("Could not import runpy module\n")
            return report()
        }
        do throws(Raised) {
            let text = FileSystemText.str(name)
            let result = try Call.call(function.value, text.value, Value(bool: setsArgument))
            _ = result.isNull
            return 0
        } catch { return report() }
    }

    /// The script that PYTHONSTARTUP names, before the interactive interpreter.
    private static func runStartupFile() {
        guard Configuration.current.ignoreEnvironment == 0, let path = Environment.value("PYTHONSTARTUP"), !path.isEmpty else { return }
        guard let source = FileReading.contents(path) else {
            let number = errno
            StandardError.write("Could not open PYTHONSTARTUP\nFileNotFoundError: [Errno \(number)] \(String(cString: strerror(number))): '\(path)'\n")
            return
        }
        _ = execute(source, SourceCode.Request(filename: path, isFile: true))
    }

    private static func run(_ source: [UInt8], _ request: SourceCode.Request) -> Int32 { finish(execute(source, request)) }

    /// Goes on interactively if that is asked for.
    private static func finish(_ status: Int32) -> Int32 {
        inspectsAfterwards && (Configuration.current.interactive != 0 || isatty(0) == 1) ? InteractiveLoop.run() : status
    }
    /// The program may have set the variable itself.
    private static var inspectsAfterwards: Bool {
        Configuration.current.inspect != 0
            || Configuration.current.ignoreEnvironment == 0 && !(Environment.value("PYTHONINSPECT") ?? "").isEmpty
    }
    private static func execute(_ source: [UInt8], _ request: SourceCode.Request) -> Int32 {
        do throws(Raised) {
            let code = try SourceCode.compile(source, request)
            try run(code.value)
            return 0
        } catch {
            // What was printed comes before the report.
            let saved = PendingException.save()
            StandardStreams.flush()
            PendingException.restore(saved)
            return report()
        }
    }
    private static func run(_ code: Value) throws(Raised) {
        let dict = Ref(Startup.mainDict)
        let builtins = Namespaces.builtins(of: dict.value)
        let result = try Interpreter.execute(code: code, globals: dict.value, locals: dict.value, builtins: builtins.value)
        _ = result.isNull
    }
    /// Runs a compiled file: its head is checked as far as it says which implementation made it.
    private static func execute(compiled bytes: [UInt8]) -> Int32 {
        do throws(Raised) {
            guard bytes.count >= CompiledFiles.headSize, bytes.prefix(4).elementsEqual(CompiledFiles.magic) else {
                throw raise(.runtimeError, "Bad magic number in .pyc file")
            }
            let marshal = try Imports.importModule(Names.plain("marshal"))
            let loads = try Attributes.get(marshal.value, "loads")
            let data = Array(bytes.dropFirst(CompiledFiles.headSize))
            let content = try BytesObject.make(data, data.count)
            let code = try Call.call(loads.value, content.value)
            guard CodeObject.isInstance(code.value) else { throw raise(.runtimeError, "Bad code object in .pyc file") }
            try run(code.value)
            return 0
        } catch { return report() }
    }

    // MARK: Uncaught exceptions

    /// Reports the pending exception, which nobody caught, and says with what status the process ends.
    static func report() -> Int32 {
        let exception = ExceptionObject.take()
        if exception.value.type.isSubtype(of: PyExc_SystemExitPointer()) && Configuration.current.inspect == 0 {
            return exitStatus(exception.value)
        }
        let interrupted = exception.value.type.isSubtype(of: PyExc_KeyboardInterruptPointer())
        SysModule.set("last_type", exception.value.type.value)
        SysModule.set("last_value", exception.value)
        let traceback = Ref(ExceptionMemory.field(exception.value, 40))
        SysModule.set("last_traceback", traceback.isNull ? .none : traceback.value)
        if let status = callHook(exception.value, traceback.isNull ? .none : traceback.value) { return status }
        return interrupted ? interruptedStatus : 1
    }

    /// Calls sys.excepthook; the status if it raises SystemExit.
    private static func callHook(_ exception: Value, _ traceback: Value) -> Int32? {
        let hook = SysModule.attribute("excepthook")
        do throws(Raised) { try Audit.event("sys.excepthook", hook.isNull ? .none : hook.value, exception.type.value, exception, traceback) } catch {
            // A hook's RuntimeError keeps the report back; what else it raises is reported itself.
            if PendingException.clear(if: .runtimeError) { return nil }
            Unraisable.report(.null, message: "Exception ignored in audit hook")
        }
        if hook.isNull {
            StandardError.write("sys.excepthook is missing\n")
            SysHooks.display(exception)
            return nil
        }
        if SysModule.isBuiltin(hook.value, "excepthook") {
            SysHooks.display(exception)
            return nil
        }
        do throws(Raised) {
            let result = try Call.call(hook.value, exception.type.value, exception, traceback)
            _ = result.isNull
        } catch {
            let failure = ExceptionObject.take()
            if failure.value.type.isSubtype(of: PyExc_SystemExitPointer()) { return exitStatus(failure.value) }
            StandardStreams.flush()
            StandardError.write("Error in sys.excepthook:\n")
            SysHooks.display(failure.value)
            StandardError.write("\nOriginal exception was:\n")
            SysHooks.display(exception)
        }
        return nil
    }

    /// The status that a SystemExit stands for; a code that is no number is printed.
    static func exitStatus(_ exception: Value) -> Int32 {
        var code = Ref.none
        do throws(Raised) { code = try Attributes.get(exception, "code") } catch { PendingException.clear() }
        if code.value.isNone { return 0 }
        if IntObject.isInstance(code.value) {
            let view = IntView(code.value)
            // As a C long that becomes an int: -1 for what does not fit.
            return Int32(truncatingIfNeeded: view.int ?? -1)
        }
        var message = TextBuffer()
        do throws(Raised) { try message.append(strOf: code.value) } catch { PendingException.clear() }
        message.append("\n")
        StandardError.write(message)
        return 1
    }
}
