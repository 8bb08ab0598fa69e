// Where modules come from: finders of the program, built-in modules, folders of the search path.

import CPythonABI
import Glibc

enum Finders {
    /// Finds, makes and runs a module, and puts it into `sys.modules`; null if no finder knows it. `path` is the package's `__path__`, or
    /// null for modules at the top.
    static func load(_ name: String, _ key: Value, _ path: Value) throws(Raised) -> Ref {
        let custom = try MetaPath.load(key, path)
        if !custom.isNull { return custom }
        if NativeModules.exists(name) { return try loadNative(name, key) }
        let tail = name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? name
        let search: Ref
        if path.isNull {
            search = SysModule.attribute("path")
            if search.isNull { throw raise(.runtimeError, "sys.path must be a list of directory names") }
        } else {
            search = Ref(path)
        }
        let folders = try Iteration.list(search.value)
        var namespaceFolders: [String] = []
        for index in 0..<ListObject.count(folders.value) {
            let item = ListObject.item(folders.value, index)
            guard StrObject.isInstance(item) else { continue }
            var folder = text(item)
            if folder.isEmpty {
                guard let current = FileSystem.currentFolder() else { continue }
                folder = current
            }
            let base = folder.hasSuffix("/") ? folder + tail : "\(folder)/\(tail)"
            switch FileSystem.kind(base) {
            case .folder:
                if let library = ExtensionFinder.find("\(base)/__init__") { return try ExtensionFinder.load(name, key, library, package: [base]) }
                let initializer = "\(base)/__init__.py"
                if FileSystem.kind(initializer) == .file { return try loadSource(name, key, initializer, package: [base]) }
                if let library = ExtensionFinder.find(base) { return try ExtensionFinder.load(name, key, library, package: nil) }
                let source = "\(base).py"
                if FileSystem.kind(source) == .file { return try loadSource(name, key, source, package: nil) }
                namespaceFolders.append(base)
            default:
                if let library = ExtensionFinder.find(base) { return try ExtensionFinder.load(name, key, library, package: nil) }
                let source = "\(base).py"
                if FileSystem.kind(source) == .file { return try loadSource(name, key, source, package: nil) }
            }
        }
        if namespaceFolders.isEmpty { return .null }
        return try loadNamespace(name, key, namespaceFolders)
    }

    static func register(_ key: Value, _ module: Value) throws(Raised) {
        let modules = try Imports.modulesDict()
        try DictObject.set(modules.value, key, module)
    }
    /// What stands in `sys.modules` after loading: a module may put something else there.
    static func registered(_ key: Value, _ fallback: Value) throws(Raised) -> Ref {
        let modules = try Imports.modulesDict()
        let found = try DictObject.get(modules.value, key)
        if found.isNull { throw raise(.keyError, argument: key) }
        return Ref(found)
    }
    static func forget(_ key: Value) {
        let saved = PendingException.save()
        do throws(Raised) {
            let modules = try Imports.modulesDict()
            _ = try DictObject.delete(modules.value, key)
        } catch { PendingException.clear() }
        PendingException.restore(saved)
    }

    private static func loadNative(_ name: String, _ key: Value) throws(Raised) -> Ref {
        let module = try NativeModules.make(name)
        let dict = ModuleObject.dict(module.value)
        let spec = try ModuleSpecs.make(name, origin: "built-in", loader: ModuleSpecs.builtinLoader, package: nil, hasLocation: false)
        let package = StrObject.intern(name.lastIndex(of: ".").map { String(name[..<$0]) } ?? "")
        DictObject.set(dict, name: Names.spec, spec.value)
        DictObject.set(dict, name: Names.loader, ModuleSpecs.builtinLoader)
        DictObject.set(dict, name: Names.package, package.value)
        try register(key, module.value)
        return module
    }

    private static func loadNamespace(_ name: String, _ key: Value, _ folders: [String]) throws(Raised) -> Ref {
        let module = ModuleObject.make(name)
        let dict = ModuleObject.dict(module.value)
        let spec = try ModuleSpecs.make(name, origin: nil, loader: .none, package: folders, hasLocation: false)
        let locations = try Attributes.get(spec.value, "submodule_search_locations")
        let package = StrObject.intern(name)
        DictObject.set(dict, name: Names.package, package.value)
        DictObject.set(dict, name: Names.spec, spec.value)
        DictObject.set(dict, name: Names.path, locations.value)
        try register(key, module.value)
        return module
    }

    private static func loadSource(_ name: String, _ key: Value, _ path: String, package: [String]?) throws(Raised) -> Ref {
        guard let source = FileReading.contents(path) else {
            let filename = FileSystemText.str(path)
            throw OSErrors.raise(filename: filename.value)
        }
        let module = ModuleObject.make(name)
        let dict = Ref(ModuleObject.dict(module.value))
        let file = FileSystemText.str(path)
        let loader = try ModuleSpecs.sourceLoader(name, path)
        let spec = try ModuleSpecs.make(name, origin: path, loader: loader.value, package: package, hasLocation: true)
        let parent = StrObject.intern(package != nil ? name : name.lastIndex(of: ".").map { String(name[..<$0]) } ?? "")
        let cached = StrObject.make(ModuleSpecs.cachedPath(path))
        DictObject.set(dict.value, name: Names.package, parent.value)
        DictObject.set(dict.value, name: Names.loader, loader.value)
        DictObject.set(dict.value, name: Names.spec, spec.value)
        if package != nil {
            let locations = try Attributes.get(spec.value, "submodule_search_locations")
            DictObject.set(dict.value, name: Names.path, locations.value)
        }
        DictObject.set(dict.value, name: Names.file, file.value)
        DictObject.set(dict.value, name: Names.plain("__cached__"), cached.value)
        let builtins = ModuleObject.dict(SysModule.loadedModule("builtins"))
        DictObject.set(dict.value, name: Names.builtins, builtins)
        try register(key, module.value)
        try ModuleSpecs.setInitializing(spec.value, true)
        do throws(Raised) {
            let code = try SourceCode.compile(source, SourceCode.Request(filename: path, isFile: true))
            let result = try Interpreter.execute(code: code.value, globals: dict.value, locals: dict.value, builtins: builtins)
            _ = result.isNull
        } catch {
            forget(key)
            throw error
        }
        try ModuleSpecs.setInitializing(spec.value, false)
        return try registered(key, module.value)
    }
}

/// Finders that programs put on `sys.meta_path`.
enum MetaPath {
    static func load(_ name: Value, _ path: Value) throws(Raised) -> Ref {
        let finders = SysModule.attribute("meta_path")
        guard !finders.isNull, ListObject.isInstance(finders.value), ListObject.count(finders.value) > 0 else { return .null }
        let list = try Iteration.list(finders.value)
        for index in 0..<ListObject.count(list.value) {
            let finder = ListObject.item(list.value, index)
            let find = try Attributes.getIfPresent(finder, Names.plain("find_spec"))
            if find.isNull { continue }
            let spec = try Call.call(find.value, name, path.isNull ? .none : path, .none)
            if !spec.value.isNone { return try load(name, spec: spec.value) }
        }
        return .null
    }

    private static func load(_ name: Value, spec: Value) throws(Raised) -> Ref {
        let loader = try Attributes.get(spec, "loader")
        var module = Ref.none
        let create = try Attributes.getIfPresent(loader.value, Names.plain("create_module"))
        if !create.isNull { module = try Call.call(create.value, spec) }
        if module.value.isNone { module = ModuleObject.make(text(name)) }
        try Attributes.set(module.value, Names.spec, spec)
        try Attributes.set(module.value, Names.loader, loader.value)
        let parent = try Attributes.getIfPresent(spec, Names.plain("parent"))
        if !parent.isNull { try Attributes.set(module.value, Names.package, parent.value) }
        let locations = try Attributes.getIfPresent(spec, Names.plain("submodule_search_locations"))
        if !locations.isNull && !locations.value.isNone { try Attributes.set(module.value, Names.path, locations.value) }
        let located = try Attributes.getIfPresent(spec, Names.plain("has_location"))
        if !located.isNull, try Truth.of(located.value) {
            let origin = try Attributes.get(spec, "origin")
            try Attributes.set(module.value, Names.file, origin.value)
        }
        let modules = try Imports.modulesDict()
        try DictObject.set(modules.value, name, module.value)
        do throws(Raised) {
            let result = try Call.method(loader.value, Names.plain("exec_module"), module.value)
            _ = result.isNull
        } catch {
            Finders.forget(name)
            throw error
        }
        return try Finders.registered(name, module.value)
    }
}

/// Questions about files.
public enum FileSystem {
    public enum Kind { case none, file, folder, other }
    public static func kind(_ path: String) -> Kind {
        var status = stat()
        guard stat(path, &status) == 0 else { return .none }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        default: return .other
        }
    }
    public static func currentFolder() -> String? {
        guard let path = getcwd(nil, 0) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }
    /// The path made absolute, without looking at links.
    public static func absolute(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        guard let folder = currentFolder() else { return path }
        return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
    }
    /// The path without links; nil if there is no such file.
    public static func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }
}
