// The end of a run: exit functions, output, modules.

import CPythonABI
import Glibc

public enum Finalization {
    nonisolated(unsafe) public private(set) static var isFinalizing = false
    /// Functions that run before anything is taken apart: threads are joined, then `atexit` handlers called.
    nonisolated(unsafe) public static var hooks: [() -> Void] = []

    /// Ends the interpreter; the status becomes 120 if output could not be written.
    public static func finish(_ status: Int32) -> Int32 {
        joinThreads()
        for hook in hooks { hook() }
        var result = flushStandardFiles() ? status : 120
        ThreadStates.finalizer = _PySwift_thread_state()
        isFinalizing = true
        // What nobody would notice is left to the end of the process.
        if CycleCollector.isEndVisible { releaseModules() }
        if !flushStandardFiles() { result = 120 }
        if status == MainProgram.interruptedStatus { endBySignal() }
        return result & 0xFF
    }

    /// Waits for the threads that the module threading knows and that are not daemons.
    private static func joinThreads() {
        let threading = Ref(SysModule.loadedModule("threading"))
        if threading.isNull { return }
        do throws(Raised) {
            let result = try Call.method(threading.value, Names.plain("_shutdown"))
            _ = result.isNull
        } catch { Unraisable.report(threading.value) }
    }

    /// What could not be written once is not tried again.
    nonisolated(unsafe) private static var outputFailed = false

    /// Writes out what was kept back; false if that failed.
    private static func flushStandardFiles() -> Bool {
        var succeeded = true
        let output = SysModule.attribute("stdout")
        if !outputFailed && !output.isNull && !output.value.isNone && !isClosed(output.value) {
            do throws(Raised) {
                let result = try Call.method(output.value, Names.flush)
                _ = result.isNull
            } catch {
                Unraisable.report(output.value)
                succeeded = false
                outputFailed = true
            }
        }
        let errors = SysModule.attribute("stderr")
        if !errors.isNull && !errors.value.isNone && !isClosed(errors.value) {
            do throws(Raised) {
                let result = try Call.method(errors.value, Names.flush)
                _ = result.isNull
            } catch {
                PendingException.clear()
                succeeded = false
            }
        }
        return succeeded
    }
    private static func isClosed(_ file: Value) -> Bool {
        do throws(Raised) {
            let closed = try Attributes.get(file, "closed")
            return try Truth.of(closed.value)
        } catch {
            PendingException.clear()
            return false
        }
    }

    /// Lets go of all modules: those that nothing else holds die with what is in them; then cycles are collected, among them the
    /// namespaces that their own functions refer to; then the namespaces of the modules left are emptied, names with one underscore
    /// before the rest.
    private static func releaseModules() {
        for name in ["path", "argv", "ps1", "ps2", "last_type", "last_value", "last_traceback", "path_hooks", "path_importer_cache", "meta_path"]
            as [StaticString]
        {
            if !SysModule.attribute(name).isNull { SysModule.set(name, .none) }
        }
        for (name, saved) in [("stdin", "__stdin__"), ("stdout", "__stdout__"), ("stderr", "__stderr__")] as [(StaticString, StaticString)] {
            let value = SysModule.attribute(saved)
            SysModule.set(name, value.isNull ? .none : value.value)
        }
        let table = SysModule.modules
        let builtins = SysModule.loadedModule("builtins")
        let sys = SysModule.loadedModule("sys")
        builtins.retain()
        sys.retain()
        var names: [Value] = []
        var position = 0
        while let (key, value) = DictObject.next(table, &position) {
            if value === builtins || value === sys { continue }
            key.retain()
            names.append(key)
        }
        // Modules that others hold, seen through weak references; the rest die here.
        var survivors: [Value] = []
        for name in names {
            let module = Ref(DictObject.get(table, name: name))
            if ModuleObject.isInstance(module.value), module.value.object.pointee.ob_refcnt > 2 {
                do throws(Raised) {
                    survivors.append(try WeakReferences.make(_PyWeakref_RefTypePointer(), module.value, .null).take())
                } catch { PendingException.clear() }
            }
            do throws(Raised) { try DictObject.set(table, name, .none) } catch { PendingException.clear() }
            name.release()
        }
        restoreBuiltins(ModuleObject.dict(builtins))
        // Namespaces that their own functions keep alive.
        _ = CycleCollector.collect(2)
        CycleCollector.reportGarbage()
        for reference in survivors.reversed() {
            let module = Ref(WeakReferences.target(reference))
            if !module.isNull {
                let dict = Ref(ModuleObject.dict(module.value))
                if !dict.isNull { empty(dict.value) }
            }
            reference.release()
        }
        _ = CycleCollector.collect(2)
    }

    /// What `builtins` held before the program began: a dict that lives as long as the process.
    nonisolated(unsafe) private static var originalBuiltins = Value.null
    static func noteBuiltins(_ dict: Value) {
        do throws(Raised) { originalBuiltins = try DictObject.copy(dict).take() } catch { PendingException.clear() }
    }
    /// Lets go of what the program kept in `builtins`.
    private static func restoreBuiltins(_ dict: Value) {
        if originalBuiltins.isNull { return }
        do throws(Raised) {
            // Destructors still find the names that they use.
            let last = try DictObject.copy(dict)
            DictObject.clear(dict)
            try DictObject.update(dict, originalBuiltins)
            _ = last.isNull
        } catch { PendingException.clear() }
    }

    /// Sets the names of a namespace to None: first those with one leading underscore.
    private static func empty(_ dict: Value) {
        for pass in 0..<2 {
            var position = 0
            while let (key, value) = DictObject.next(dict, &position) {
                if value.isNone || !StrObject.isInstance(key) { continue }
                let length = StrObject.length(key)
                let isPrivate = length > 0 && StrObject.character(key, 0) == 95 && !(length > 1 && StrObject.character(key, 1) == 95)
                if pass == 0 && !isPrivate || StrObject.equals(key, "__builtins__") { continue }
                do throws(Raised) { try DictObject.set(dict, key, .none) } catch { PendingException.clear() }
            }
        }
    }

    /// Ends the process by SIGINT, as its parent expects of an interrupted program.
    private static func endBySignal() {
        signal(SIGINT, SIG_DFL)
        kill(getpid(), SIGINT)
    }
}
