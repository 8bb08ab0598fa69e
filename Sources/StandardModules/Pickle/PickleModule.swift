// The module _pickle.

import CPythonABI
import Runtime

enum PickleModule {
    static let highestProtocol = 5
    static let defaultProtocol = 4
    nonisolated(unsafe) static var pickleError: TypePointer = PyExc_ExceptionPointer()
    nonisolated(unsafe) static var picklingError: TypePointer = PyExc_ExceptionPointer()
    nonisolated(unsafe) static var unpicklingError: TypePointer = PyExc_ExceptionPointer()

    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(PickleDocs.module)
        pickleError = try ExceptionClasses.make("_pickle.PickleError", base: PyExc_ExceptionPointer())
        picklingError = try ExceptionClasses.make("_pickle.PicklingError", base: pickleError)
        unpicklingError = try ExceptionClasses.make("_pickle.UnpicklingError", base: pickleError)
        try PickleGlobals.load()
        module.type("PickleError", pickleError)
        module.type("PicklingError", picklingError)
        module.type("UnpicklingError", unpicklingError)
        module.type("PickleBuffer", PyPickleBuffer_TypePointer())
        module.type("Pickler", PicklerType.type)
        module.type("Unpickler", UnpicklerType.type)
        // dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None)
        module.function("dump", .bound { (_, a) throws(Raised) -> Ref in
            let writer = try PickleWriter(protocol: a[2], fixImports: a[3], bufferCallback: a[4])
            try writer.setFile(a[1])
            try writer.dump(a[0])
            try writer.flush()
            return .none
        }, PickleDocs.dump)
        module.function("dumps", .bound { (_, a) throws(Raised) -> Ref in
            let writer = try PickleWriter(protocol: a[1], fixImports: a[2], bufferCallback: a[3])
            try writer.dump(a[0])
            return try writer.takeOutput()
        }, PickleDocs.dumps)
        // load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())
        module.function("load", .bound { (_, a) throws(Raised) -> Ref in
            let reader = PickleReader()
            try reader.setFile(a[0])
            try reader.configure(fixImports: a[1], encoding: a[2], errors: a[3], buffers: a[4], "load")
            return try reader.load()
        }, PickleDocs.load)
        module.function("loads", .bound { (_, a) throws(Raised) -> Ref in
            let reader = PickleReader()
            try reader.configure(fixImports: a[1], encoding: a[2], errors: a[3], buffers: a[4], "loads")
            try reader.setBytes(a[0])
            return try reader.load()
        }, PickleDocs.loads)
    }

    static func fail(_ message: String) -> Raised {
        let text = StrObject.make(message)
        return raise(picklingError, text.value)
    }
    static func unreadable(_ message: String) -> Raised {
        let text = StrObject.make(message)
        return raise(unpicklingError, text.value)
    }
}

/// What pickling uses of other modules.
enum PickleGlobals {
    nonisolated(unsafe) static var dispatchTable = Value.null
    nonisolated(unsafe) static var extensionRegistry = Value.null
    nonisolated(unsafe) static var invertedRegistry = Value.null
    nonisolated(unsafe) static var extensionCache = Value.null
    nonisolated(unsafe) static var nameMapping = Value.null
    nonisolated(unsafe) static var importMapping = Value.null
    nonisolated(unsafe) static var reverseNameMapping = Value.null
    nonisolated(unsafe) static var reverseImportMapping = Value.null
    nonisolated(unsafe) static var encode = Value.null
    nonisolated(unsafe) static var partial = Value.null
    nonisolated(unsafe) static var getattr = Value.null

    static func load() throws(Raised) {
        let copyreg = try module("copyreg")
        dispatchTable = try dict(copyreg.value, "dispatch_table")
        extensionRegistry = try dict(copyreg.value, "_extension_registry")
        invertedRegistry = try dict(copyreg.value, "_inverted_registry")
        extensionCache = try dict(copyreg.value, "_extension_cache")
        let compat = try module("_compat_pickle")
        nameMapping = try dict(compat.value, "NAME_MAPPING")
        importMapping = try dict(compat.value, "IMPORT_MAPPING")
        reverseNameMapping = try dict(compat.value, "REVERSE_NAME_MAPPING")
        reverseImportMapping = try dict(compat.value, "REVERSE_IMPORT_MAPPING")
        let codecs = try module("codecs")
        encode = try Attributes.get(codecs.value, "encode").take()
        let functools = try module("functools")
        partial = try Attributes.get(functools.value, "partial").take()
        let builtins = try module("builtins")
        getattr = try Attributes.get(builtins.value, "getattr").take()
    }
    static func module(_ name: StaticString) throws(Raised) -> Ref {
        let text = StrObject.intern(name)
        return try Imports.importModule(text.value)
    }
    private static func dict(_ module: Value, _ name: StaticString) throws(Raised) -> Value {
        let found = try Attributes.get(module, name)
        guard DictObject.isInstance(found.value) else {
            throw raise(.runtimeError, "\(name) should be a dict, not \(found.value.type.name)")
        }
        return found.take()
    }
}

enum PickleNames {
    static let write = Names.make("write"), read = Names.make("read"), readLine = Names.make("readline"), peek = Names.make("peek")
    static let reduceEx = Names.make("__reduce_ex__"), reduce = Names.make("__reduce__"), setState = Names.make("__setstate__")
    static let reducerOverride = Names.make("reducer_override"), persistentID = Names.make("persistent_id")
    static let persistentLoad = Names.make("persistent_load"), findClass = Names.make("find_class")
    static let newObj = Names.make("__newobj__"), newObjEx = Names.make("__newobj_ex__"), items = Names.make("items")
    static let append = Names.make("append"), extend = Names.make("extend"), add = Names.make("add")
    static let dispatchTable = Names.make("dispatch_table"), getInitArgs = Names.make("__getinitargs__")
    static let latin1 = Names.make("latin1"), readOnly = Names.make("toreadonly"), decode = Names.make("decode"), main = Names.make("__main__")
}
