// module: the type of modules.

import CPythonABI

enum ModuleType {
    static func describe(_ type: TypeBuilder) {
        type.doc("Create a module object.\n\nThe name must be a string; the optional doc argument can have any type.", signature: "(name, doc=None)")
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)
            if !words[5].isNull { WeakReferences.clear(object) }
            if let dealloc = ModuleType.deallocateHook { dealloc(object) }
            words[2].release()
            words[6].release()
            freeInstance(object)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            guard let object, let visit else { return 0 }
            if let traverse = ModuleType.traverseHook {
                let result = traverse(object, visit, argument)
                if result != 0 { return result }
            }
            let dict = Value(object).cast(to: Value.self)[2]
            return dict.isObject ? visit(dict.object, argument) : 0
        }
        type.type.pointee.tp_clear = { object in
            guard let object else { return 0 }
            let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)
            let dict = words[2]
            words[2] = .null
            dict.release()
            return 0
        }
        type.slots.new = { (type, _) throws(Raised) -> Ref in
            let made = try Instances.allocate(type)
            made.value.cast(to: Value.self)[2] = DictObject.make().take()
            return made
        }
        type.slots.initialize = initialize
        type.slots.repr = { (self) throws(Raised) -> Ref in try ModuleRepr.of(self) }
        type.slots.getAttribute = getAttribute
        type.slots.setAttribute = Attributes.genericSetSlot
        type.member("__dict__", type: Members.optionalValueCode, offset: 16)
        type.method(
            "__dir__", .noArguments({ (self) throws(Raised) -> Ref in
                let dict = try Attributes.get(self, Names.dict)
                guard DictObject.isInstance(dict.value) else { throw raise(.typeError, "<module>.__dict__ is not a dictionary") }
                let custom = Ref(try DictObject.get(dict.value, Names.dir))
                return custom.isNull ? try Iteration.list(dict.value) : try Call.call(custom.value)
            }), nil, doc: "__dir__() -> list\nspecialized dir() implementation")
        type.getter("__annotations__", annotations, set: setAnnotations)
    }

    /// What the C API layer does about modules made by C: state is traversed and freed.
    nonisolated(unsafe) static var deallocateHook: ((ObjectPointer) -> Void)?
    nonisolated(unsafe) static var traverseHook: ((ObjectPointer, visitproc, UnsafeMutableRawPointer?) -> Int32)?

    private static let signature = BoundParameters("(name, doc=None)")

    private static let initialize: InitSlot = { (self, arguments) throws(Raised) -> Void in
        var room = InlineArray<2, Value>(repeating: .null)
        try withUnsafeMutablePointer(to: &room) { (pointer) throws(Raised) -> Void in
            let slots = UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Value.self)
            try signature.bind(arguments, into: slots, function: "module")
            guard StrObject.isInstance(slots[0]) else {
                throw raise(.typeError, "module() argument 'name' must be str, not \(ArgumentTypeName.of(slots[0]))")
            }
            let words = self.cast(to: Value.self)
            if words[2].isNull { words[2] = DictObject.make().take() }
            let dict = Ref(words[2])
            DictObject.set(dict.value, name: Names.name, slots[0])
            DictObject.set(dict.value, name: Names.doc, slots[1].isNull ? .none : slots[1])
            DictObject.set(dict.value, name: Names.package, .none)
            DictObject.set(dict.value, name: Names.loader, .none)
            DictObject.set(dict.value, name: Names.spec, .none)
            let old = words[6]
            slots[0].retain()
            words[6] = slots[0]
            old.release()
        }
    }

    /// Module attributes: the generic way, then the module's own `__getattr__`.
    static let getAttribute: BinarySlot = { (self, name) throws(Raised) -> Ref in
        do throws(Raised) { return try Attributes.generic(self, name) } catch {
            guard PendingException.matches(.attributeError), StrObject.isInstance(name) else { throw error }
            let dict = self.cast(to: Value.self)[2]
            if dict.isNull { throw error }
            let held = Ref(dict)
            let custom = Ref(DictObject.get(held.value, name: Names.getattr))
            PendingException.clear()
            if !custom.isNull { return try Call.call(custom.value, name) }
            let moduleName = Ref(DictObject.get(held.value, name: Names.name))
            guard !moduleName.isNull, StrObject.isInstance(moduleName.value) else {
                throw AttributeErrors.raise("module has no attribute '\(text(name))'", name: name, object: self)
            }
            let specification = Ref(DictObject.get(held.value, name: Names.spec))
            if try isInitializing(specification.value) {
                throw AttributeErrors.raise(
                    "partially initialized module '\(text(moduleName.value))' has no attribute '\(text(name))' (most likely due to a circular import)",
                    name: name, object: self)
            }
            if try isUninitializedSubmodule(specification.value, name) {
                throw AttributeErrors.raise(
                    "cannot access submodule '\(text(name))' of module '\(text(moduleName.value))' (most likely due to a circular import)",
                    name: name, object: self)
            }
            throw AttributeErrors.raise("module '\(text(moduleName.value))' has no attribute '\(text(name))'", name: name, object: self)
        }
    }
    /// Whether the module of a spec is importing that submodule just now.
    private static func isUninitializedSubmodule(_ specification: Value, _ name: Value) throws(Raised) -> Bool {
        if specification.isNull || specification.isNone { return false }
        let list = try Attributes.getIfPresent(specification, uninitializedSubmodules)
        if list.isNull { return false }
        return try Sequences.contains(list.value, name)
    }
    nonisolated(unsafe) private static let uninitializedSubmodules = Names.make("_uninitialized_submodules")
    private static func isInitializing(_ specification: Value) throws(Raised) -> Bool {
        if specification.isNull || specification.isNone { return false }
        let flag = try Attributes.getIfPresent(specification, Names.initializing)
        return flag.isNull ? false : try Truth.of(flag.value)
    }

    private static let annotations: (Value) throws(Raised) -> Ref = { (self) throws(Raised) -> Ref in
        let dict = try Attributes.get(self, Names.dict)
        guard DictObject.isInstance(dict.value) else { throw raise(.typeError, "<module>.__dict__ is not a dictionary") }
        let found = DictObject.get(dict.value, name: Names.annotations)
        if !found.isNull { return Ref(found) }
        let made = DictObject.make()
        DictObject.set(dict.value, name: Names.annotations, made.value)
        return made
    }
    private static let setAnnotations: (Value, Value) throws(Raised) -> Void = { (self, value) throws(Raised) -> Void in
        let dict = try Attributes.get(self, Names.dict)
        guard DictObject.isInstance(dict.value) else { throw raise(.typeError, "<module>.__dict__ is not a dictionary") }
        if !value.isNull { return try DictObject.set(dict.value, Names.annotations, value) }
        guard try DictObject.delete(dict.value, Names.annotations) else {
            throw raise(.attributeError, argument: Names.annotations)
        }
    }
}

/// repr() of modules, as importlib says it: by the spec, the loader, or the file.
enum ModuleRepr {
    static func of(_ module: Value) throws(Raised) -> Ref {
        let dict = module.cast(to: Value.self)[2]
        if dict.isNull { return StrObject.make("<module '?'>") }
        let held = Ref(dict)
        let specification = Ref(DictObject.get(held.value, name: Names.spec))
        if !specification.isNull && !specification.value.isNone, try Truth.of(specification.value) {
            return StrObject.make(try bySpecification(specification.value))
        }
        let loader = Ref(DictObject.get(held.value, name: Names.loader))
        if !loader.isNull, let shown = byLoader(loader.value, module) { return shown.take() }
        let nameValue = Ref(DictObject.get(held.value, name: Names.name))
        let name = nameValue.isNull ? "'?'" : try Repr.string(nameValue.value)
        let file = Ref(DictObject.get(held.value, name: Names.file))
        if !file.isNull { return StrObject.make("<module \(name) from \(try Repr.string(file.value))>") }
        if loader.isNull || loader.value.isNone { return StrObject.make("<module \(name)>") }
        return StrObject.make("<module \(name) (\(try Repr.string(loader.value)))>")
    }
    /// What a loader of the old kind says; nil if it says nothing.
    private static func byLoader(_ loader: Value, _ module: Value) -> LoaderAnswer? {
        do throws(Raised) {
            let method = try Attributes.getIfPresent(loader, Names.moduleRepr)
            if method.isNull { return nil }
            let shown = try Call.call(method.value, module)
            return StrObject.isInstance(shown.value) ? LoaderAnswer(shown) : nil
        } catch {
            PendingException.clear()
            return nil
        }
    }
    /// An owned value that an Optional can hold.
    private final class LoaderAnswer {
        private var value: Value
        init(_ owned: consuming Ref) { value = owned.take() }
        func take() -> Ref {
            let result = Ref(owned: value)
            value = .null
            return result
        }
        deinit { value.release() }
    }
    private static func bySpecification(_ specification: Value) throws(Raised) -> String {
        let nameValue = try Attributes.getIfPresent(specification, Names.plainName)
        let name = nameValue.isNull || nameValue.value.isNone ? "'?'" : try Repr.string(nameValue.value)
        let origin = try Attributes.getIfPresent(specification, Names.plainOrigin)
        if origin.isNull || origin.value.isNone {
            let loader = try Attributes.getIfPresent(specification, Names.plainLoader)
            if loader.isNull || loader.value.isNone { return "<module \(name)>" }
            return "<module \(name) (\(try Repr.string(loader.value)))>"
        }
        let located = try Attributes.getIfPresent(specification, Names.hasLocation)
        if !located.isNull, try Truth.of(located.value) { return "<module \(name) from \(try Repr.string(origin.value))>" }
        let shown = try Repr.str(origin.value)
        return "<module \(name) (\(text(shown.value)))>"
    }
}

extension Names {
    nonisolated(unsafe) static let initializing = make("_initializing")
    nonisolated(unsafe) static let plainName = make("name")
    nonisolated(unsafe) static let plainOrigin = make("origin")
    nonisolated(unsafe) static let plainLoader = make("loader")
    nonisolated(unsafe) static let moduleRepr = make("module_repr")
    nonisolated(unsafe) static let hasLocation = make("has_location")
}
