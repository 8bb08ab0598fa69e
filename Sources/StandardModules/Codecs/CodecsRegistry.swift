// codecs.register, lookup, encode, decode, and the error handlers.

import CPythonABI
import Runtime

enum CodecsRegistry {
    static func add(_ module: ModuleBuilder) {
        module.function(
            "register", .one({ (_, function) throws(Raised) -> Ref in
                try CodecRegistry.register(function)
                return .none
            }), "($module, search_function, /)",
            doc: "Register a codec search function.\n\nSearch functions are expected to take one argument, the encoding name in\nall lower case letters, and either return None, or a tuple of functions\n(encoder, decoder, stream_reader, stream_writer) (or a CodecInfo object).")
        module.function(
            "unregister", .one({ (_, function) throws(Raised) -> Ref in
                try CodecRegistry.unregister(function)
                return .none
            }), "($module, search_function, /)",
            doc: "Unregister a codec search function and clear the registry's cache.\n\nIf the search function is not registered, do nothing.")
        module.function(
            "lookup", .one({ (_, name) throws(Raised) -> Ref in try CodecRegistry.lookup(try str(name, "lookup", "")) }), "($module, encoding, /)",
            doc: "Looks up a codec tuple in the Python codec registry and returns a CodecInfo object.")
        module.function(
            "register_error", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                try ErrorHandlers.register(try str(arguments[0], "register_error", " 1"), arguments[1])
                return .none
            }), "($module, errors, handler, /)",
            doc: "Register the specified error handler under the name errors.\n\nhandler must be a callable object, that will be called with an exception\ninstance containing information about the location of the encoding/decoding\nerror and must return a (replacement, new position) tuple.")
        module.function(
            "lookup_error", .one({ (_, name) throws(Raised) -> Ref in try ErrorHandlers.lookup(try str(name, "lookup_error", "")) }), "($module, name, /)",
            doc: "lookup_error(errors) -> handler\n\nReturn the error handler for the specified error handling name or raise a\nLookupError, if no handler exists under this name.")
        module.function(
            "encode", .bound({ (_, arguments) throws(Raised) -> Ref in try run(arguments, "encode", 0, "encoder must return a tuple (object, integer)") }),
            "($module, /, obj, encoding='utf-8', errors='strict')",
            doc: "Encodes obj using the codec registered for encoding.\n\nThe default encoding is 'utf-8'.  errors may be given to set a\ndifferent error handling scheme.  Default is 'strict' meaning that encoding\nerrors raise a ValueError.  Other possible values are 'ignore', 'replace'\nand 'backslashreplace' as well as any other name registered with\ncodecs.register_error that can handle ValueErrors.")
        module.function(
            "decode", .bound({ (_, arguments) throws(Raised) -> Ref in try run(arguments, "decode", 1, "decoder must return a tuple (object,integer)") }),
            "($module, /, obj, encoding='utf-8', errors='strict')",
            doc: "Decodes obj using the codec registered for encoding.\n\nDefault encoding is 'utf-8'.  errors may be given to set a\ndifferent error handling scheme.  Default is 'strict' meaning that encoding\nerrors raise a ValueError.  Other possible values are 'ignore', 'replace'\nand 'backslashreplace' as well as any other name registered with\ncodecs.register_error that can handle ValueErrors.")
    }

    private static func str(_ value: Value, _ function: StaticString, _ position: StaticString) throws(Raised) -> Value {
        if StrObject.isInstance(value) { return value }
        throw raise(.typeError, "\(function)() argument\(position) must be str, not \(value.isNone ? "None" : value.type.name)")
    }
    private static func run(_ arguments: Arguments, _ function: StaticString, _ part: Int, _ message: StaticString) throws(Raised) -> Ref {
        let standard = StrObject.intern("utf-8")
        let encoding = arguments[1].isNull ? standard.value : try str(arguments[1], function, " 'encoding'")
        let errors = arguments[2].isNull ? Value.null : try str(arguments[2], function, " 'errors'")
        let codec = try CodecRegistry.lookup(encoding)
        return try CodecRegistry.run(codec.value, part, arguments[0], encoding, errors, message)
    }
}
