// Module specs and loaders as modules show them in `__spec__` and `__loader__`.

import CPythonABI

enum ModuleSpecs {
    /// A class on top of SimpleNamespace with this name: attributes, and a repr of the right form.
    private static func makeClass(_ name: StaticString, _ module: StaticString) -> Value {
        let title = StrObject.intern(name)
        let bases = TupleObject.make(_PyNamespace_TypePointer().value)
        let namespace = DictObject.make()
        let moduleName = StrObject.intern(module)
        DictObject.set(namespace.value, name: Names.module, moduleName.value)
        do throws(Raised) {
            return try Call.call(PyType_TypePointer().value, title.value, bases.value, namespace.value).take()
        } catch {
            PendingException.clear()
            return _PyNamespace_TypePointer().value
        }
    }
    nonisolated(unsafe) private static let specClass = makeClass("ModuleSpec", "_frozen_importlib")
    nonisolated(unsafe) private static let sourceLoaderClass = makeClass("SourceFileLoader", "_frozen_importlib_external")
    nonisolated(unsafe) private static let extensionLoaderClass = makeClass("ExtensionFileLoader", "_frozen_importlib_external")
    nonisolated(unsafe) static let builtinLoader = makeClass("BuiltinImporter", "_frozen_importlib")

    private static func make(_ type: Value, _ fields: [(StaticString, Value)]) throws(Raised) -> Ref {
        let instance = try Call.call(type)
        for (name, value) in fields { try Attributes.set(instance.value, Names.plain(name), value) }
        return instance
    }

    static func sourceLoader(_ name: String, _ path: String) throws(Raised) -> Ref {
        let (title, file) = (StrObject.intern(name).take(), FileSystemText.str(path).take())
        defer { file.release() }
        return try make(sourceLoaderClass, [("name", title), ("path", file)])
    }

    static func extensionLoader(_ name: String, _ path: String) throws(Raised) -> Ref {
        let (title, file) = (StrObject.intern(name).take(), FileSystemText.str(path).take())
        defer { file.release() }
        return try make(extensionLoaderClass, [("name", title), ("path", file)])
    }

    static func make(_ name: String, origin: String?, loader: Value, package: [String]?, hasLocation: Bool) throws(Raised) -> Ref {
        let title = StrObject.intern(name)
        let place = origin.map { FileSystemText.str($0) } ?? .none
        let parent = StrObject.intern(package != nil ? name : name.lastIndex(of: ".").map { String(name[..<$0]) } ?? "")
        let cached = hasLocation && origin != nil ? StrObject.make(cachedPath(origin ?? "")) : .none
        var locations = Ref.none
        if let package {
            locations = try ListObject.make(capacity: package.count)
            for folder in package {
                let item = FileSystemText.str(folder)
                try ListObject.append(locations.value, item.value)
            }
        }
        return try make(
            specClass,
            [("name", title.value), ("loader", loader), ("origin", place.value), ("submodule_search_locations", locations.value),
                ("parent", parent.value), ("cached", cached.value), ("has_location", Value(bool: hasLocation)), ("loader_state", .none)])
    }

    /// Where the compiled form of a source would be.
    static func cachedPath(_ path: String) -> String {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { String(path[...$0]) } ?? ""
        let file = slash.map { String(path[path.index(after: $0)...]) } ?? path
        let stem = file.hasSuffix(".py") ? String(file.dropLast(3)) : file
        return "\(folder)__pycache__/\(stem).pyswift-311.pyc"
    }

    static func setInitializing(_ spec: Value, _ flag: Bool) throws(Raised) {
        try Attributes.set(spec, Names.initializing, Value(bool: flag))
    }
    static func isInitializing(_ spec: Value) throws(Raised) -> Bool {
        let flag = try Attributes.getIfPresent(spec, Names.initializing)
        return flag.isNull ? false : try Truth.of(flag.value)
    }
}
