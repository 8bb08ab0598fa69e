// importlib as the import system: its two modules are run from the library's files, as `_frozen_importlib` and
// `_frozen_importlib_external`, and put their finders on `sys.meta_path` and `sys.path_hooks` themselves.

import CPythonABI
import Glibc

public enum ImportlibBootstrap {
    /// The module `_frozen_importlib`; null until it is there.
    nonisolated(unsafe) private static var module = Value.null

    /// Makes imports work: of built-in and frozen modules, then of files. The modules sys and builtins must be there.
    static func start() throws(Raised) {
        let importlib = try runFrozen("_frozen_importlib")
        module = importlib.copy().take()
        let native = try NativeModules.make("_imp")
        if native.isNull { throw raise(.importError, "no module _imp in this build") }
        DictObject.set(SysModule.modules, name: Names.plain("_imp"), native.value)
        let install = try Attributes.get(importlib.value, "_install")
        let done = try Call.call(install.value, SysModule.loadedModule("sys"), native.value)
        _ = done.isNull
        let external = try Attributes.get(importlib.value, "_install_external_importers")
        let installed = try Call.call(external.value)
        _ = installed.isNull
        try CompiledFiles.install()
        try addZipImporter()
    }

    private static func runFrozen(_ name: StaticString) throws(Raised) -> Ref {
        let text = "\(name)"
        guard let frozen = FrozenModules.find(text) else { throw raise(.importError, "No such frozen object named \(text)") }
        let code = try FrozenModules.code(frozen)
        let made = ModuleObject.make(text)
        let dict = Ref(ModuleObject.dict(made.value))
        let builtins = SysModule.loadedModule("builtins")
        DictObject.set(dict.value, name: Names.builtins, builtins)
        let original = StrObject.make(frozen.original ?? "")
        DictObject.set(dict.value, name: Names.plain("__origname__"), original.value)
        DictObject.set(SysModule.modules, name: Names.plain(name), made.value)
        let result = try Interpreter.execute(code: code.value, globals: dict.value, locals: dict.value, builtins: ModuleObject.dict(builtins))
        _ = result.isNull
        return made
    }

    /// Zip files on the path are looked into before folders. Without zipimport there is no such hook, as in CPython.
    private static func addZipImporter() throws(Raised) {
        do throws(Raised) {
            let zip = try Imports.importModule(Names.plain("zipimport"))
            let importer = try Attributes.get(zip.value, "zipimporter")
            let hooks = SysModule.attribute("path_hooks")
            guard !hooks.isNull else { return }
            let insert = try Attributes.get(hooks.value, "insert")
            let done = try Call.call(insert.value, Value(smallInt: 0), importer.value)
            _ = done.isNull
        } catch {
            guard PendingException.matches(.importError) else { throw error }
            PendingException.clear()
        }
    }

    // MARK: What the import statement needs

    private static func function(_ name: StaticString) throws(Raised) -> Ref {
        if module.isNull { throw raise(.importError, "the import system is not running yet") }
        return try Attributes.get(module, Names.plain(name))
    }
    static func findAndLoad(_ name: Value) throws(Raised) -> Ref {
        if module.isNull { return try loadEarly(name) }
        let function = try Attributes.get(module, Names.findAndLoad)
        return try Call.call(function.value, name, Imports.builtinImport)
    }
    static func handleFromList(_ target: Value, _ names: Value) throws(Raised) -> Ref {
        let function = try Attributes.get(module, Names.handleFromList)
        return try Call.call(function.value, target, names, Imports.builtinImport)
    }
    static func waitFor(_ name: Value) throws(Raised) {
        if module.isNull { return }
        let function = try function("_lock_unlock_module")
        let result = try Call.call(function.value, name)
        _ = result.isNull
    }

    /// Built-in modules that importlib's own code imports while it is being set up.
    private static func loadEarly(_ name: Value) throws(Raised) -> Ref {
        let made = try NativeModules.make(text(name))
        if made.isNull { throw raise(.importError, "No module named '\(text(name))'") }
        try DictObject.set(SysModule.modules, name, made.value)
        return made
    }

    /// A class or function of `_frozen_importlib_external`, for modules that are set up natively (`__main__`).
    static func external(_ name: StaticString) throws(Raised) -> Ref {
        let module = Ref(SysModule.loadedModule("_frozen_importlib_external"))
        if module.isNull { throw raise(.importError, "the import system is not running yet") }
        return try Attributes.get(module.value, Names.plain(name))
    }
    static func internalFunction(_ name: StaticString) throws(Raised) -> Ref { try function(name) }
}

/// Frames of importlib in tracebacks: they are cut out wherever they stand between an import and the code of the module.
enum ImportlibFrames {
    private static let bootstrap: StaticString = "<frozen importlib._bootstrap>"
    private static let external: StaticString = "<frozen importlib._bootstrap_external>"

    /// Cuts runs of importlib's frames out of the pending exception's traceback: all of them for an ImportError, and for others those
    /// that end in `_call_with_frames_removed`. With `-v` they stay.
    static func remove() {
        let state = PendingException.state
        guard state.pointee.curexc_traceback != nil, Configuration.current.verbose == 0 else { return }
        let always = PendingException.matches(.importError)
        // The kept ones in order; a run that may have to go waits in `run`.
        var kept: [Value] = []
        var run: [Value] = []
        var changed = false
        var current = state.pointee.curexc_traceback.map { Value($0) }
        var last = Value.null
        while let traceback = current {
            let code = FrameObject.code(Tracebacks.frame(traceback)).pointee.object
            let filename = Value(pointer: code.pointee.co_filename)
            if StrObject.equals(filename, bootstrap) || StrObject.equals(filename, external) {
                run.append(traceback)
                if always || StrObject.equals(Value(pointer: code.pointee.co_name), "_call_with_frames_removed") {
                    changed = true
                    run = []
                }
            } else {
                kept += run
                run = []
                kept.append(traceback)
            }
            last = traceback
            current = Tracebacks.next(traceback)
        }
        _ = last
        kept += run
        if !changed { return }
        relink(kept)
    }

    /// Makes the traceback consist of these parts of it.
    private static func relink(_ parts: [Value]) {
        let state = PendingException.state
        for part in parts { part.retain() }
        for (index, part) in parts.enumerated() {
            let next = index + 1 < parts.count ? parts[index + 1] : Value.null
            let head = Tracebacks.head(part)
            let old = head.pointee.tb_next
            if !next.isNull { next.retain() }
            head.pointee.tb_next = next.isNull ? nil : next.cast(to: PyTracebackObject.self)
            if let old { Value(pointer: old).release() }
        }
        let first = parts.first ?? .null
        let old = state.pointee.curexc_traceback
        if !first.isNull { first.retain() }
        state.pointee.curexc_traceback = first.isNull ? nil : first.object
        if let old { Value(old).release() }
        for part in parts { part.release() }
    }
}

/// `-X importtime`: how long each import took, on stderr.
enum ImportTimes {
    nonisolated(unsafe) static var isOn = false
    nonisolated(unsafe) private static var level = 0
    /// Nanoseconds of imports inside the current one.
    nonisolated(unsafe) private static var inner = 0
    nonisolated(unsafe) private static var hasHeader = false

    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
    static func measure(_ name: Value, _ load: (Value) throws(Raised) -> Ref) throws(Raised) -> Ref {
        if !hasHeader {
            hasHeader = true
            StandardError.write("import time: self [us] | cumulative | imported package\n")
        }
        level += 1
        let outer = inner
        inner = 0
        let start = now()
        defer { level -= 1 }
        let result: Ref
        do throws(Raised) { result = try load(name) } catch {
            inner = outer + (now() - start)
            throw error
        }
        let all = now() - start
        let own = all - inner
        func column(_ nanoseconds: Int, _ width: Int) -> String {
            let digits = String(max(0, nanoseconds + 500) / 1000)
            return String(repeating: " ", count: max(0, width - digits.count)) + digits
        }
        StandardError.write("import time: \(column(own, 9)) | \(column(all, 10)) | \(String(repeating: " ", count: (level - 1) * 2))\(text(name))\n")
        inner = outer + all
        return result
    }
}

extension Names {
    nonisolated(unsafe) static let findAndLoad = make("_find_and_load")
    nonisolated(unsafe) static let handleFromList = make("_handle_fromlist")
}
