// Running the main program: a file, a command, a module, standard input; and the exit status that follows.

import CPythonABI
import Glibc

public enum MainProgram {
    /// The status of a program that was interrupted: the process ends by the signal itself.
    static let interruptedStatus: Int32 = 130

    /// Runs the source of a command (`-c`).
    public static func run(command: String) -> Int32 {
        var request = SourceCode.Request(filename: "<string>")
        request.isText = true
        return run(Array(command.utf8), request)
    }

    /// Runs a script file, a folder with `__main__.py`, or reports that it cannot be read.
    public static func run(file: String, program: String) -> Int32 {
        if FileSystem.kind(file) == .folder { return run(folder: file, program: program) }
        guard var source = FileReading.contents(file) else {
            let number = errno
            let shown = FileSystem.absolute(file)
            StandardError.write("\(program): can't open file '\(shown)': [Errno \(number)] \(String(cString: strerror(number)))\n")
            return 2
        }
        if Configuration.current.skipsFirstLine {
            // The line end stays, so that lines keep their numbers.
            source.removeFirst(source.firstIndex(of: 10) ?? source.count)
        }
        let path = FileSystem.absolute(file)
        setMain(file: path)
        return run(source, SourceCode.Request(filename: path, isFile: true))
    }

    private static func setMain(file: String) {
        let dict = Startup.mainDict
        let name = FileSystemText.str(file)
        DictObject.set(dict, name: Names.file, name.value)
        DictObject.set(dict, name: Names.plain("__cached__"), .none)
        do throws(Raised) {
            let loader = try ModuleSpecs.sourceLoader("__main__", file)
            DictObject.set(dict, name: Names.loader, loader.value)
        } catch { PendingException.clear() }
    }

    private static func run(folder: String, program: String) -> Int32 {
        let path = "\(folder.hasSuffix("/") ? String(folder.dropLast()) : folder)/__main__.py"
        guard let source = FileReading.contents(path) else {
            StandardError.write("\(program): can't find '__main__' module in '\(folder)'\n")
            return 1
        }
        let search = SysModule.attribute("path")
        do throws(Raised) {
            let item = FileSystemText.str(folder)
            if !search.isNull { try Sequences.set(search.value, Value(smallInt: 0), item.value) }
        } catch { PendingException.clear() }
        setMain(file: path)
        setSpec("__main__", path, package: "")
        return run(source, SourceCode.Request(filename: path, isFile: true))
    }
    /// `__spec__` and `__package__` of a main program that was found as a module is.
    private static func setSpec(_ name: String, _ path: String, package: String) {
        let dict = Startup.mainDict
        let text = StrObject.intern(package)
        DictObject.set(dict, name: Names.package, text.value)
        do throws(Raised) {
            let loader = Ref(DictObject.get(dict, name: Names.loader))
            let spec = try ModuleSpecs.make(name, origin: path, loader: loader.value, package: nil, hasLocation: true)
            DictObject.set(dict, name: Names.spec, spec.value)
        } catch { PendingException.clear() }
    }

    /// Runs standard input: as a script, or line by line when it is a terminal (or `-i`).
    public static func runStandardInput() -> Int32 {
        if isatty(0) == 1 || Configuration.current.interactive != 0 { return InteractiveLoop.run() }
        guard let source = FileReading.contents(descriptor: 0) else { return 1 }
        setStandardInput()
        return run(source, SourceCode.Request(filename: "<stdin>", isFile: true))
    }
    private static func setStandardInput() {
        let name = StrObject.intern("<stdin>")
        DictObject.set(Startup.mainDict, name: Names.file, name.value)
    }

    /// Runs a module as the main program (`-m`).
    public static func run(module: String, program: String) -> Int32 {
        do throws(Raised) {
            let found = try MainModules.find(module)
            switch found {
            case .missing(let message):
                StandardError.write("\(program): \(message)\n")
                return 1
            case .source(let path, let package):
                guard let source = FileReading.contents(path) else {
                    StandardError.write("\(program): can't open file '\(path)'\n")
                    return 2
                }
                setMain(file: path)
                setSpec(path.hasSuffix("/__main__.py") && package == module ? "\(module).__main__" : module, path, package: package)
                let argv = SysModule.attribute("argv")
                let file = FileSystemText.str(path)
                if !argv.isNull { try Sequences.set(argv.value, Value(smallInt: 0), file.value) }
                return run(source, SourceCode.Request(filename: path, isFile: true))
            }
        } catch { return report() }
    }

    private static func run(_ source: [UInt8], _ request: SourceCode.Request) -> Int32 {
        let status = execute(source, request)
        if Configuration.current.inspect != 0 && Configuration.current.interactive == 0 || inspectsAfterwards {
            return InteractiveLoop.run()
        }
        return status
    }
    private static var inspectsAfterwards: Bool {
        Configuration.current.ignoreEnvironment == 0 && !(Environment.value("PYTHONINSPECT") ?? "").isEmpty
            || Configuration.current.interactive != 0
    }
    private static func execute(_ source: [UInt8], _ request: SourceCode.Request) -> Int32 {
        do throws(Raised) {
            let code = try SourceCode.compile(source, request)
            let dict = Ref(Startup.mainDict)
            let builtins = Namespaces.builtins(of: dict.value)
            let result = try Interpreter.execute(code: code.value, globals: dict.value, locals: dict.value, builtins: builtins.value)
            _ = result.isNull
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
            try? StandardFiles.flushOutput()
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
        try? StandardFiles.flushOutput()
        PendingException.clear()
        var message = TextBuffer()
        do throws(Raised) { try message.append(strOf: code.value) } catch { PendingException.clear() }
        message.append("\n")
        StandardError.write(message)
        return 1
    }
}

/// What `-m name` runs.
enum MainModules {
    enum Found {
        case source(path: String, package: String)
        case missing(String)
    }

    static func find(_ name: String) throws(Raised) -> Found {
        var folders: [String] = []
        let path = SysModule.attribute("path")
        if !path.isNull {
            let list = try Iteration.list(path.value)
            for index in 0..<ListObject.count(list.value) { folders.append(text(ListObject.item(list.value, index))) }
        }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if parts.contains("") { return .missing("Error while finding module specification for '\(name)' (ModuleNotFoundError: No module named '\(name)')") }
        // Packages on the way are imported, as they would be.
        if parts.count > 1 {
            let parent = parts.dropLast().joined(separator: ".")
            do throws(Raised) {
                let package = try Imports.load(parent)
                let locations = try Attributes.getIfPresent(package.value, Names.path)
                if locations.isNull {
                    return .missing(
                        "Error while finding module specification for '\(name)' (ModuleNotFoundError: __path__ attribute not found on '\(parent)' while trying to find '\(name)')")
                }
                folders = []
                let list = try Iteration.list(locations.value)
                for index in 0..<ListObject.count(list.value) { folders.append(text(ListObject.item(list.value, index))) }
            } catch {
                guard PendingException.matches(.importError) else { throw error }
                let exception = ExceptionObject.take()
                let message = try Repr.str(exception.value)
                return .missing(
                    "Error while finding module specification for '\(name)' (\(exception.value.type.name): \(text(message.value)))")
            }
        }
        guard let last = parts.last else { return .missing("No module named \(name)") }
        for folder in folders {
            var base = folder.isEmpty ? FileSystem.currentFolder() ?? "." : folder
            if base.hasSuffix("/") { base.removeLast() }
            let package = "\(base)/\(last)"
            if FileSystem.kind(package) == .folder, FileSystem.kind("\(package)/__init__.py") == .file {
                let module = try Imports.load(name)
                _ = module.isNull
                if FileSystem.kind("\(package)/__main__.py") == .file { return .source(path: "\(package)/__main__.py", package: name) }
                return .missing("No module named \(name).__main__; '\(name)' is a package and cannot be directly executed")
            }
            if FileSystem.kind("\(package).py") == .file {
                return .source(path: "\(package).py", package: parts.dropLast().joined(separator: "."))
            }
        }
        if NativeModules.exists(name) || name == "sys" || name == "builtins" { return .missing("No code object available for \(name)") }
        return .missing("No module named \(name)")
    }
}
