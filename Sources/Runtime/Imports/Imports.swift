// The import statement.
//
// A native import system, in the semantics of CPython's importlib: absolute and relative names, packages and namespace packages,
// finders that programs put on `sys.meta_path`, built-in modules, source files on `sys.path`.

import CPythonABI

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
    nonisolated(unsafe) private static var builtinImport = Value.null

    private static let importFunction: (Value, Arguments) throws(Raised) -> Ref = { (_, arguments) throws(Raised) -> Ref in
        let names = arguments[3].isNull ? TupleObject.emptyValue : arguments[3]
        return try importName(
            arguments[0], arguments[1].isNull ? .none : arguments[1], .none, names, arguments[4].isNull ? Value(smallInt: 0) : arguments[4])
    }

    /// The module of a dotted name itself (`importlib.import_module`).
    public static func importModule(_ name: Value) throws(Raised) -> Ref { try load(text(name)) }

    /// `import name`, `from name import names`.
    static func importName(_ name: Value, _ globals: Value, _ locals: Value, _ names: Value, _ levelValue: Value) throws(Raised) -> Ref {
        guard StrObject.isInstance(name) else { throw raise(.typeError, "module name must be a string") }
        let level = try Index.of(levelValue, .overflowError)
        if level < 0 { throw raise(.valueError, "level must be >= 0") }
        var fullName = text(name)
        if level > 0 {
            let package = try packageName(globals)
            fullName = try resolve(fullName, package, level)
        } else if fullName.isEmpty {
            throw raise(.valueError, "Empty module name")
        }
        let module = try load(fullName)
        let wantsNames = names.isNull || names.isNone ? false : try Truth.of(names)
        if wantsNames {
            let path = try Attributes.getIfPresent(module.value, Names.path)
            if !path.isNull { try loadNames(module.value, fullName, names, recursive: false) }
            return module
        }
        let given = text(name)
        guard let dot = given.firstIndex(of: ".") else { return level == 0 || !given.isEmpty ? module : module }
        if level == 0 { return try load(String(given[..<dot])) }
        // The part of the full name that stands for the first component of the relative one.
        let rest = given.utf8.count - given[..<dot].utf8.count
        let top = String(decoding: Array(fullName.utf8).dropLast(rest), as: UTF8.self)
        let loaded = SysModule.loadedModule(top)
        if loaded.isNull { throw raise(.keyError, "\(top) not in sys.modules as expected") }
        return Ref(loaded)
    }

    // MARK: Relative names

    /// The package that relative imports of a namespace start from.
    private static func packageName(_ globals: Value) throws(Raised) -> String {
        guard DictObject.isInstance(globals) else {
            throw globals.isNone ? raise(.keyError, "'__name__' not in globals") : raise(.typeError, "globals must be a dict")
        }
        let package = Ref(DictObject.get(globals, name: Names.package))
        let spec = Ref(DictObject.get(globals, name: Names.spec))
        if !package.isNull && !package.value.isNone {
            guard StrObject.isInstance(package.value) else { throw raise(.typeError, "package must be a string") }
            return text(package.value)
        }
        if !spec.isNull && !spec.value.isNone {
            let parent = try Attributes.get(spec.value, "parent")
            guard StrObject.isInstance(parent.value) else { throw raise(.typeError, "__spec__.parent must be a string") }
            return text(parent.value)
        }
        try Warnings.warn(.importWarning, "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__")
        let name = Ref(DictObject.get(globals, name: Names.name))
        if name.isNull { throw raise(.keyError, "'__name__' not in globals") }
        guard StrObject.isInstance(name.value) else { throw raise(.typeError, "__name__ must be a string") }
        let own = text(name.value)
        if !DictObject.get(globals, name: Names.path).isNull { return own }
        return own.lastIndex(of: ".").map { String(own[..<$0]) } ?? ""
    }
    private static func resolve(_ name: String, _ package: String, _ level: Int) throws(Raised) -> String {
        if package.isEmpty { throw raise(.importError, "attempted relative import with no known parent package") }
        var base = package[...]
        for _ in 1..<max(level, 1) {
            guard let dot = base.lastIndex(of: ".") else { throw raise(.importError, "attempted relative import beyond top-level package") }
            base = base[..<dot]
        }
        return name.isEmpty ? String(base) : "\(base).\(name)"
    }

    // MARK: Loading

    /// The module of that full name, imported if need be, after the packages it is in.
    static func load(_ name: String) throws(Raised) -> Ref {
        let key = StrObject.intern(name)
        let modules = try modulesDict()
        let loaded = Ref(try DictObject.get(modules.value, key.value))
        if !loaded.isNull {
            if loaded.value.isNone {
                throw missing("import of \(name) halted; None in sys.modules", key.value)
            }
            return loaded
        }
        try NativeStack.enter(" while importing a module")
        var path = Ref.null
        var parent = Ref.null
        if let dot = name.lastIndex(of: ".") {
            let parentName = String(name[..<dot])
            parent = try load(parentName)
            // Importing the parent may have imported the module.
            let again = Ref(try DictObject.get(modules.value, key.value))
            if !again.isNull { return again }
            path = try Attributes.getIfPresent(parent.value, Names.path)
            if path.isNull { throw missing("No module named '\(name)'; '\(parentName)' is not a package", key.value) }
        }
        try Audit.event("import", key.value)
        let found = try Finders.load(name, key.value, path.value)
        if found.isNull { throw missing("No module named \(try Repr.string(key.value))", key.value) }
        if !parent.isNull, let dot = name.lastIndex(of: ".") {
            let child = StrObject.intern(String(name[name.index(after: dot)...]))
            do throws(Raised) { try Attributes.set(parent.value, child.value, found.value) } catch {
                guard PendingException.clear(if: .attributeError) else { throw error }
                try Warnings.warn(
                    .importWarning, "Cannot set an attribute on '\(name[..<dot])' for child module '\(text(child.value))'")
            }
        }
        return found
    }
    static func modulesDict() throws(Raised) -> Ref {
        let modules = SysModule.attribute("modules")
        guard !modules.isNull, DictObject.isInstance(modules.value) else { throw raise(.runtimeError, "unable to get sys.modules") }
        return modules
    }
    static func missing(_ message: String, _ name: Value) -> Raised {
        let string = StrObject.make(message)
        return ImportErrors.raise(PyExc_ModuleNotFoundErrorPointer(), string.value, name: name, path: .none)
    }

    /// Imports those of the names that are submodules and not yet attributes.
    private static func loadNames(_ module: Value, _ name: String, _ names: Value, recursive: Bool) throws(Raised) {
        let items = try Iteration.tuple(names)
        for index in 0..<TupleObject.count(items.value) {
            let item = TupleObject.item(items.value, index)
            guard StrObject.isInstance(item) else {
                let what = recursive ? "\(name).__all__" : "``from list''"
                throw raise(.typeError, "Item in \(what) must be str, not \(item.type.name)")
            }
            if StrObject.equals(item, "*") {
                let all = recursive ? .null : try Attributes.getIfPresent(module, Names.all)
                if !all.isNull { try loadNames(module, name, all.value, recursive: true) }
                continue
            }
            let existing = try Attributes.getIfPresent(module, item)
            if !existing.isNull { continue }
            let full = "\(name).\(text(item))"
            do throws(Raised) {
                let loaded = try load(full)
                _ = loaded.isNull
            } catch {
                // That there is no such submodule is for `from` to say.
                guard PendingException.matches(.moduleNotFoundError) else { throw error }
                let exception = ExceptionObject.take()
                let missingName = Ref(ExceptionMemory.field(exception.value, 80))
                let key = StrObject.intern(full)
                let entry = Ref(DictObject.get(SysModule.modules, name: key.value))
                if !missingName.isNull, StrObject.isInstance(missingName.value), text(missingName.value) == full, entry.isNull || !entry.value.isNone {
                    continue
                }
                PendingException.setInstance(exception.value)
                throw error
            }
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
            let full = StrObject.make("\(text(moduleName.value)).\(text(name))")
            let modules = try modulesDict()
            let loaded = Ref(try DictObject.get(modules.value, full.value))
            if !loaded.isNull { return loaded }
        }
        let file = try Attributes.getIfPresent(module, Names.file)
        let hasFile = !file.isNull && StrObject.isInstance(file.value)
        let spec = try Attributes.getIfPresent(module, Names.spec)
        let initializing = spec.isNull || spec.value.isNone ? false : try ModuleSpecs.isInitializing(spec.value)
        let shownName = hasName ? try Repr.string(moduleName.value) : "'<unknown module name>'"
        let place = hasFile ? text(file.value) : "unknown location"
        let message: Ref
        if hasFile && initializing {
            message = StrObject.make(
                "cannot import name \(try Repr.string(name)) from partially initialized module \(shownName) (most likely due to a circular import) (\(place))")
        } else {
            message = StrObject.make("cannot import name \(try Repr.string(name)) from \(shownName) (\(place))")
        }
        throw ImportErrors.raise(
            PyExc_ImportErrorPointer(), message.value, name: hasName ? moduleName.value : .none, path: hasFile ? file.value : .none)
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
        let items = try Iteration.list(names.value)
        for index in 0..<ListObject.count(items.value) {
            let item = Ref(ListObject.item(items.value, index))
            guard StrObject.isInstance(item.value) else {
                let moduleName = try Attributes.get(module, Names.name)
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
