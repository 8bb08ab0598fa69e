// Extension modules in the folders of the search path.

import CPythonABI

/// What loads shared libraries. The C API layer sets the hooks; without it there are no extension modules.
public enum ExtensionLoading {
    /// Endings of file names, in the order in which they are tried.
    nonisolated(unsafe) public static var suffixes: [String] = []
    /// Makes the module of a library (path, name, spec).
    nonisolated(unsafe) public static var create: (String, String, Value) throws(Raised) -> Ref = { (_, _, _) throws(Raised) -> Ref in
        throw raise(.importError, "extension modules: the C API is not available in this build")
    }
    /// Runs what a module made by `create` still has to run.
    nonisolated(unsafe) public static var execute: (Value) throws(Raised) -> Void = { (_) throws(Raised) -> Void in }
}

enum ExtensionFinder {
    static func find(_ base: String) -> String? {
        for suffix in ExtensionLoading.suffixes {
            let path = base + suffix
            if FileSystem.kind(path) == .file { return path }
        }
        return nil
    }

    static func load(_ name: String, _ key: Value, _ path: String, package: [String]?) throws(Raised) -> Ref {
        let loader = try ModuleSpecs.extensionLoader(name, path)
        let spec = try ModuleSpecs.make(name, origin: path, loader: loader.value, package: package, hasLocation: true)
        let module = try ExtensionLoading.create(path, name, spec.value)
        if ModuleObject.isInstance(module.value) {
            let dict = Ref(ModuleObject.dict(module.value))
            let parent = StrObject.intern(package != nil ? name : name.lastIndex(of: ".").map { String(name[..<$0]) } ?? "")
            let file = FileSystemText.str(path)
            DictObject.set(dict.value, name: Names.spec, spec.value)
            DictObject.set(dict.value, name: Names.loader, loader.value)
            DictObject.set(dict.value, name: Names.package, parent.value)
            DictObject.set(dict.value, name: Names.file, file.value)
            if package != nil {
                let locations = try Attributes.get(spec.value, "submodule_search_locations")
                DictObject.set(dict.value, name: Names.path, locations.value)
            }
        }
        try Finders.register(key, module.value)
        do throws(Raised) { try ExtensionLoading.execute(module.value) } catch {
            Finders.forget(key)
            throw error
        }
        return try Finders.registered(key, module.value)
    }
}
