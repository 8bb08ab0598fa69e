// The import statement.
//
// The import system is the library's own `importlib`, run as `_frozen_importlib` (see `ImportlibBootstrap`). What is here is the part
// that CPython has in C: names are made absolute, modules that are loaded are found at once, and all else is handed to
// `_find_and_load` and `_handle_fromlist`; errors lose the frames of importlib on the way out.

import CPythonABI
import Glibc

public enum Imports {
    static func start() {
        ImportHooks.importName = { (name, globals, locals, names, level) throws(Raised) -> Ref in
            try importName(name, globals, locals, names, level)
        }
        ImportHooks.importFrom = { (module, name) throws(Raised) -> Ref in try importFrom(module, name) }
        ImportHooks.importStar = { (module, locals) throws(Raised) -> Void in try importStar(module, locals) }
        ImportHooks.isBuiltinImport = { $0 === builtinImport }
        InterpreterHooks.importByName = { (name) throws(Raised) -> Ref in try importModule(name) }
        BuiltinsModule.additions.append { module in
            module.function(
                "__import__", .bound(importFunction), "($module, name, globals=None, locals=None, fromlist=(), level=0)",
                doc: "Import a module.\n\nBecause this function is meant for use by the Python\ninterpreter and not for general use, it is better to use\nimportlib.import_module() to programmatically import a module.\n\nThe globals argument is only used to determine the context;\nthey are not modified.  The locals argument is unused.  The fromlist\nshould be a list of names to emulate ``from name import ...``, or an\nempty list to emulate ``import name``.\nWhen importing a module from a package, note that __import__('A.B', ...)\nreturns package A when fromlist is empty, but its submodule B when\nfromlist is not empty.  The level argument is used to determine whether to\nperform absolute or relative imports: 0 is absolute, while a positive number\nis the number of parent directories to search relative to the current module.")
            builtinImport = Ref(DictObject.get(ModuleObject.dict(module.module), name: Names.import_)).take()
        }
    }
    nonisolated(unsafe) private(set) static var builtinImport = Value.null

    private static let importFunction: (Value, Arguments) throws(Raised) -> Ref = { (_, arguments) throws(Raised) -> Ref in
        let names = arguments[3].isNull ? TupleObject.emptyValue : arguments[3]
        return try importName(
            arguments[0], arguments[1].isNull ? .null : arguments[1], .none, names, arguments[4].isNull ? Value(smallInt: 0) : arguments[4])
    }

    /// The module of a dotted name itself, as `importlib.import_module` gives it.
    public static func importModule(_ name: Value) throws(Raised) -> Ref {
        do throws(Raised) { return try load(name) } catch {
            ImportlibFrames.remove()
            throw error
        }
    }

    /// `import name`, `from name import names`.
    static func importName(_ name: Value, _ globals: Value, _ locals: Value, _ names: Value, _ levelValue: Value) throws(Raised) -> Ref {
        do throws(Raised) { return try importNameWithFrames(name, globals, names, levelValue) } catch {
            ImportlibFrames.remove()
            throw error
        }
    }
    private static func importNameWithFrames(_ name: Value, _ globals: Value, _ names: Value, _ levelValue: Value) throws(Raised) -> Ref {
        guard StrObject.isInstance(name) else { throw raise(.typeError, "module name must be a string") }
        let level = try Index.int32(levelValue)
        if level < 0 { throw raise(.valueError, "level must be >= 0") }
        var absolute = Ref(name)
        if level > 0 {
            absolute = try RelativeNames.resolve(name, globals, level)
        } else if StrObject.length(name) == 0 {
            throw raise(.valueError, "Empty module name")
        }
        let module = try load(absolute.value)
        let wantsNames = names.isNull || names.isNone ? false : try Truth.of(names)
        if wantsNames {
            let path = try Attributes.getIfPresent(module.value, Names.path)
            if path.isNull { return module }
            return try ImportlibBootstrap.handleFromList(module.value, names)
        }
        // `import a.b` binds a.
        let length = StrObject.length(name)
        if level > 0 && length == 0 { return module }
        var dot = 0
        while dot < length, StrObject.character(name, dot) != 46 { dot &+= 1 }
        if dot == length { return module }
        if level == 0 {
            let front = try StrObject.substring(name, 0, dot)
            return try importName(front.value, .null, .none, .none, Value(smallInt: 0))
        }
        // The part of the absolute name that stands for the first component of the relative one.
        let top = try StrObject.substring(absolute.value, 0, StrObject.length(absolute.value) - (length - dot))
        let modules = try modulesDict()
        let loaded = try lookUp(modules.value, top.value)
        if loaded.isNull { throw raise(.keyError, "\(try Repr.string(top.value)) not in sys.modules as expected") }
        return loaded
    }

    /// The module of an absolute name: from `sys.modules`, or found and loaded.
    private static func load(_ name: Value) throws(Raised) -> Ref {
        let modules = try modulesDict()
        let loaded = try lookUp(modules.value, name)
        if !loaded.isNull && !loaded.value.isNone {
            try ensureInitialized(loaded.value, name)
            return loaded
        }
        try NativeStack.enter(" while importing a module")
        try Audit.importing(name)
        if ImportTimes.isOn { return try ImportTimes.measure(name) { (name) throws(Raised) -> Ref in try ImportlibBootstrap.findAndLoad(name) } }
        return try ImportlibBootstrap.findAndLoad(name)
    }

    /// Waits for another thread that is still initialising the module.
    private static func ensureInitialized(_ module: Value, _ name: Value) throws(Raised) {
        guard ModuleObject.isInstance(module) else {
            let spec = try Attributes.getIfPresent(module, Names.spec)
            if try isInitializing(spec.value) { try ImportlibBootstrap.waitFor(name) }
            return
        }
        let dict = ModuleObject.dict(module)
        if dict.isNull { return }
        let spec = Ref(DictObject.get(dict, name: Names.spec))
        if spec.isNull { return }
        if try isInitializing(spec.value) { try ImportlibBootstrap.waitFor(name) }
    }
    static func isInitializing(_ spec: Value) throws(Raised) -> Bool {
        if spec.isNull || spec.isNone { return false }
        let flag = try Attributes.getIfPresent(spec, Names.initializing)
        return flag.isNull ? false : try Truth.of(flag.value)
    }

    static func modulesDict() throws(Raised) -> Ref {
        let modules = SysModule.attribute(key: Names.modules)
        guard !modules.isNull else { throw raise(.runtimeError, "unable to get sys.modules") }
        return modules
    }
    /// modules[name], or null. `sys.modules` may be any mapping.
    static func lookUp(_ modules: Value, _ name: Value) throws(Raised) -> Ref {
        if DictObject.isExact(modules) { return Ref(try DictObject.get(modules, name)) }
        do throws(Raised) { return try Sequences.get(modules, name) } catch {
            guard PendingException.clear(if: .keyError) else { throw error }
            return .null
        }
    }

    // MARK: from

    /// `from module import name`
    static func importFrom(_ module: Value, _ name: Value) throws(Raised) -> Ref {
        let found = try Attributes.getIfPresent(module, name)
        if !found.isNull { return found }
        // A submodule that is not an attribute yet: a circular import of it.
        let moduleName = try Attributes.getIfPresent(module, Names.name)
        let hasName = !moduleName.isNull && StrObject.isInstance(moduleName.value)
        if hasName {
            var full = TextBuffer()
            full.append(str: moduleName.value)
            full.append(".")
            full.append(str: name)
            let key = full.makeStr()
            let modules = try modulesDict()
            let loaded = try lookUp(modules.value, key.value)
            if !loaded.isNull { return loaded }
        }
        let file = try Attributes.getIfPresent(module, Names.file)
        let hasFile = !file.isNull && StrObject.isInstance(file.value)
        let shownName = hasName ? try Repr.of(moduleName.value) : StrObject.make("'<unknown module name>'")
        let shown = try Repr.of(name)
        var message = TextBuffer()
        message.append("cannot import name ")
        message.append(str: shown.value)
        message.append(" from ")
        if hasFile {
            let spec = try Attributes.getIfPresent(module, Names.spec)
            let initializing = try isInitializing(spec.value)
            if initializing { message.append("partially initialized module ") }
            message.append(str: shownName.value)
            if initializing { message.append(" (most likely due to a circular import)") }
        } else {
            message.append(str: shownName.value)
        }
        message.append(" (")
        if hasFile { message.append(str: file.value) } else { message.append("unknown location") }
        message.append(")")
        let text = message.makeStr()
        throw ImportErrors.raise(
            PyExc_ImportErrorPointer(), text.value, name: hasName ? moduleName.value : .none, path: hasFile ? file.value : .none)
    }

    /// names[index], or null behind the end.
    private static func element(_ names: Value, _ index: Int) throws(Raised) -> Ref {
        do throws(Raised) { return try Sequences.get(names, Value(smallInt: index)) } catch {
            guard PendingException.clear(if: .indexError) else { throw error }
            return .null
        }
    }

    /// `from module import *`
    static func importStar(_ module: Value, _ locals: Value) throws(Raised) {
        var names = try Attributes.getIfPresent(module, Names.all)
        let hasAll = !names.isNull
        if !hasAll {
            let dict = try Attributes.getIfPresent(module, Names.dict)
            if dict.isNull { throw raise(.importError, "from-import-* object has no __dict__ and no __all__") }
            let keys = try Call.method(dict.value, Names.keys)
            names = try Iteration.list(keys.value)
        }
        // `__all__` is indexed until IndexError says that it ends.
        var index = 0
        while true {
            let item = try element(names.value, index)
            if item.isNull { return }
            index += 1
            guard StrObject.isInstance(item.value) else {
                let moduleName = try Attributes.get(module, Names.name)
                guard StrObject.isInstance(moduleName.value) else {
                    throw raise(.typeError, "module __name__ must be a string, not \(moduleName.value.type.name)")
                }
                throw raise(
                    .typeError,
                    "\(hasAll ? "Item" : "Key") in \(text(moduleName.value)).\(hasAll ? "__all__" : "__dict__") must be str, not \(item.value.type.name)")
            }
            if !hasAll && StrObject.length(item.value) > 0 && StrObject.character(item.value, 0) == 95 { continue }
            let value = try Attributes.get(module, item.value)
            if DictObject.isExact(locals) {
                try DictObject.set(locals, item.value, value.value)
            } else {
                try Sequences.set(locals, item.value, value.value)
            }
        }
    }
}

extension Audit {
    /// The event of an import that is not answered from `sys.modules`.
    static func importing(_ name: Value) throws(Raised) {
        if hooks.isEmpty { return }
        let path = SysModule.attribute("path"), finders = SysModule.attribute("meta_path"), pathHooks = SysModule.attribute("path_hooks")
        try event(
            "import", name, .none, path.isNull ? .none : path.value, finders.isNull ? .none : finders.value,
            pathHooks.isNull ? .none : pathHooks.value)
    }
    /// The event of a source that is opened for compiling.
    static func opening(_ path: Value) throws(Raised) {
        if hooks.isEmpty { return }
        try event("open", path, Names.plain("rb"), Value(smallInt: 0))
    }
}

/// ImportErrors with their attributes.
enum ImportErrors {
    static func raise(_ type: TypePointer, _ message: Value, name: Value, path: Value) -> Raised {
        do throws(Raised) {
            let exception = try Call.call(type.value, message)
            ExceptionMemory.setField(exception.value, 80, name)
            ExceptionMemory.setField(exception.value, 88, path)
            return PendingException.set(type, exception.value)
        } catch { return error }
    }
}

/// ImportErrors raised by native modules.
public enum ImportFailures {
    public static func raise(_ message: String, name: Value) -> Raised {
        let text = StrObject.make(message)
        return ImportErrors.raise(PyExc_ImportErrorPointer(), text.value, name: name, path: .none)
    }
}

extension Names {
    nonisolated(unsafe) static let modules = make("modules")
}
