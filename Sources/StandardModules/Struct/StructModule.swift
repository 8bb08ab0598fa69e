// The module _struct.

import CPythonABI
import Runtime

enum StructModule {
    private static let cacheLimit = 100

    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(StructDocs.module)
        let cache = DictObject.make()
        // The module's functions hold the cache for as long as they live, that is for good.
        let store = cache.take()

        /// The compiled form of a format.
        @Sendable func compiled(_ format: Value) throws(Raised) -> Ref {
            if BytesObject.isExact(format) || StrObject.isExact(format) {
                let known = Ref(try DictObject.get(store, format))
                if !known.isNull { return known }
            }
            // What has no hash is no key of the cache.
            _ = try Hash.of(format)
            let made = try Call.call(StructObject.type.value, format)
            if BytesObject.isExact(format) || StrObject.isExact(format) {
                if DictObject.count(store) >= cacheLimit { DictObject.clear(store) }
                try DictObject.set(store, format, made.value)
            }
            return made
        }
        module.type("Struct", StructObject.type)
        module.set("error", StructErrors.type)
        module.function("_clearcache", .noArguments { (_) throws(Raised) -> Ref in
            DictObject.clear(store)
            return .none
        }, StructDocs._clearcache)
        module.function("calcsize", .one { (_, format) throws(Raised) -> Ref in
            let made = try compiled(format)
            return IntObject.make(StructObject.size(made.value))
        }, StructDocs.calcsize)
        module.function("pack", .raw { (_, arguments) throws(Raised) -> Ref in
            try arguments.noKeywords("_struct.pack")
            if arguments.count == 0 { throw raise(.typeError, "missing format argument") }
            let made = try compiled(arguments[0])
            return try StructObject.pack(made.value, arguments.dropFirst())
        }, StructDocs.pack)
        module.function("pack_into", .raw { (_, arguments) throws(Raised) -> Ref in
            try arguments.noKeywords("_struct.pack_into")
            if arguments.count == 0 { throw raise(.typeError, "missing format argument") }
            let made = try compiled(arguments[0])
            return try StructObject.packInto(made.value, arguments.dropFirst())
        }, StructDocs.pack_into)
        module.function("unpack", .positional(minimum: 2, maximum: 2) { (_, a) throws(Raised) -> Ref in
            let made = try compiled(a[0])
            return try StructObject.unpack(made.value, a[1])
        }, StructDocs.unpack)
        module.function("unpack_from", .bound { (_, a) throws(Raised) -> Ref in
            let made = try compiled(a[0])
            return try StructObject.unpackFrom(made.value, a[1], a[2])
        }, StructDocs.unpack_from)
        module.function("iter_unpack", .positional(minimum: 2, maximum: 2) { (_, a) throws(Raised) -> Ref in
            let made = try compiled(a[0])
            return try StructObject.iterate(made.value, a[1])
        }, StructDocs.iter_unpack)
    }
}
