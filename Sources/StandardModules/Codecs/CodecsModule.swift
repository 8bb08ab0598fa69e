// The module `_codecs`: the codec registry and the codecs themselves, as `codecs` and `encodings` use them.

import CPythonABI
import Runtime

enum CodecsModule {
    static func fill(_ module: ModuleBuilder) {
        registry(module)
        encoders(module)
        decoders(module)
        tables(module)
    }

    // MARK: Arguments

    private static func wrongType(_ function: StaticString, _ position: String, _ expected: StaticString, _ value: Value) -> Raised {
        raise(.typeError, "\(function)() argument\(position) must be \(expected), not \(value.isNone ? "None" : value.type.name)")
    }
    private static func str(_ value: Value, _ function: StaticString, _ position: String) throws(Raised) {
        if !StrObject.isInstance(value) { throw wrongType(function, position, "str", value) }
    }
    /// An `errors` argument: None is strict.
    private static func errors(_ value: Value, _ function: StaticString) throws(Raised) -> Value {
        if value.isNull || value.isNone { return .null }
        if !StrObject.isInstance(value) { throw wrongType(function, " 2", "str or None", value) }
        return value
    }
    private static func pair(_ value: Value, _ count: Int) -> Ref {
        let number = IntObject.make(count)
        return TupleObject.make(value, number.value)
    }

    // MARK: The registry

    private static func registry(_ module: ModuleBuilder) {
        module.function("register", .one { (_, function) throws(Raised) -> Ref in
            try CodecRegistry.register(function)
            return .none
        }, "($module, search_function, /)", doc: """
            Register a codec search function.

            Search functions are expected to take one argument, the encoding name in
            all lower case letters, and either return None, or a tuple of functions
            (encoder, decoder, stream_reader, stream_writer) (or a CodecInfo object).
            """)
        module.function("unregister", .one { (_, function) throws(Raised) -> Ref in
            try CodecRegistry.unregister(function)
            return .none
        }, "($module, search_function, /)", doc: """
            Unregister a codec search function and clear the registry's cache.

            If the search function is not registered, do nothing.
            """)
        module.function("lookup", .one { (_, name) throws(Raised) -> Ref in
            try str(name, "lookup", "")
            return try CodecRegistry.lookup(name)
        }, "($module, encoding, /)", doc: "Looks up a codec tuple in the Python codec registry and returns a CodecInfo object.")
        module.function("register_error", .positional(minimum: 2, maximum: 2) { (_, arguments) throws(Raised) -> Ref in
            try str(arguments[0], "register_error", " 1")
            try ErrorHandlers.register(arguments[0], arguments[1])
            return .none
        }, "($module, errors, handler, /)", doc: """
            Register the specified error handler under the name errors.

            handler must be a callable object, that
            will be called with an exception instance containing
            information about the location of the encoding/decoding
            error and must return a (replacement, new position) tuple.
            """)
        module.function("lookup_error", .one { (_, name) throws(Raised) -> Ref in
            try str(name, "lookup_error", "")
            return try ErrorHandlers.lookup(name)
        }, "($module, name, /)", doc: """
            lookup_error(errors) -> handler

            Return the error handler for the specified error handling name or raise a
            LookupError, if no handler exists under this name.
            """)
        coder(module, "encode", 0, """
            Encodes obj using the codec registered for encoding.

            The default encoding is 'utf-8'.  errors may be given to set a
            different error handling scheme.  Default is 'strict' meaning that encoding
            errors raise a ValueError.  Other possible values are 'ignore', 'replace'
            and 'backslashreplace' as well as any other name registered with
            codecs.register_error that can handle ValueErrors.
            """)
        coder(module, "decode", 1, """
            Decodes obj using the codec registered for encoding.

            Default encoding is 'utf-8'.  errors may be given to set a
            different error handling scheme.  Default is 'strict' meaning that encoding
            errors raise a ValueError.  Other possible values are 'ignore', 'replace'
            and 'backslashreplace' as well as any other name registered with
            codecs.register_error that can handle ValueErrors.
            """)
    }
    private static func coder(_ module: ModuleBuilder, _ name: StaticString, _ part: Int, _ doc: StaticString) {
        module.function(name, .bound { (_, arguments) throws(Raised) -> Ref in
            let (encoding, errors) = (arguments[1], arguments[2])
            if !encoding.isNull { try str(encoding, name, " 'encoding'") }
            if !errors.isNull { try str(errors, name, " 'errors'") }
            let fallback = StrObject.intern("utf-8")
            let codec = try CodecRegistry.lookup(encoding.isNull ? fallback.value : encoding)
            return try CodecRegistry.run(
                codec.value, part, arguments[0], errors,
                part == 0 ? "encoder must return a tuple (object, integer)" : "decoder must return a tuple (object,integer)")
        }, "($module, /, obj, encoding='utf-8', errors='strict')", doc: doc)
    }

    // MARK: Encoders

    private static func encoders(_ module: ModuleBuilder) {
        encoder(module, "utf_8_encode", .utf8)
        encoder(module, "ascii_encode", .ascii)
        encoder(module, "latin_1_encode", .latin1)
        encoder(module, "utf_16_le_encode", .utf16Little)
        encoder(module, "utf_16_be_encode", .utf16Big)
        encoder(module, "utf_32_le_encode", .utf32Little)
        encoder(module, "utf_32_be_encode", .utf32Big)
        encoder(module, "unicode_escape_encode", .unicodeEscape)
        encoder(module, "raw_unicode_escape_encode", .rawUnicodeEscape)
        wideEncoder(module, "utf_16_encode", 2)
        wideEncoder(module, "utf_32_encode", 4)
        module.function("escape_encode", .positional(minimum: 1, maximum: 2) { (_, arguments) throws(Raised) -> Ref in
            guard BytesObject.isInstance(arguments[0]) else { throw wrongType("escape_encode", " 1", "bytes", arguments[0]) }
            let view = try BytesView(arguments[0])
            let result = try EscapeBytes.encode(view.bytes, view.count)
            return pair(result.value, view.count)
        }, "($module, data, errors=None, /)")
        module.function("readbuffer_encode", .positional(minimum: 1, maximum: 2) { (_, arguments) throws(Raised) -> Ref in
            if StrObject.isInstance(arguments[0]) {
                let bytes = try UTF8Codec.encode(arguments[0], .null)
                return pair(bytes.value, BytesObject.count(bytes.value))
            }
            let view = try BytesView(arguments[0])
            let bytes = try BytesObject.make(view.bytes, view.count)
            return pair(bytes.value, view.count)
        }, "($module, data, errors=None, /)")
    }
    private static func encoder(_ module: ModuleBuilder, _ name: StaticString, _ encoding: Codecs.Standard) {
        module.function(name, .positional(minimum: 1, maximum: 2) { (_, arguments) throws(Raised) -> Ref in
            try str(arguments[0], name, " 1")
            let bytes = try Codecs.encode(arguments[0], encoding, try errors(arguments[1], name))
            return pair(bytes.value, StrObject.length(arguments[0]))
        }, "($module, str, errors=None, /)")
    }
    private static func order(_ value: Value) throws(Raised) -> WideCodecs.Order {
        let number = value.isNull ? 0 : try Index.of(value, .overflowError)
        return number == 0 ? .native : number < 0 ? .little : .big
    }
    private static func wideEncoder(_ module: ModuleBuilder, _ name: StaticString, _ width: Int) {
        module.function(name, .positional(minimum: 1, maximum: 3) { (_, arguments) throws(Raised) -> Ref in
            try str(arguments[0], name, " 1")
            let bytes = try WideCodecs.encode(arguments[0], try errors(arguments[1], name), width: width, try order(arguments[2]))
            return pair(bytes.value, StrObject.length(arguments[0]))
        }, "($module, str, errors=None, byteorder=0, /)")
    }

    // MARK: Decoders

    private static func decoders(_ module: ModuleBuilder) {
        decoder(module, "utf_8_decode", .utf8, "($module, data, errors=None, final=False, /)")
        decoder(module, "ascii_decode", .ascii, "($module, data, errors=None, /)")
        decoder(module, "latin_1_decode", .latin1, "($module, data, errors=None, /)")
        decoder(module, "utf_16_decode", .utf16, "($module, data, errors=None, final=False, /)")
        decoder(module, "utf_16_le_decode", .utf16Little, "($module, data, errors=None, final=False, /)")
        decoder(module, "utf_16_be_decode", .utf16Big, "($module, data, errors=None, final=False, /)")
        decoder(module, "utf_32_decode", .utf32, "($module, data, errors=None, final=False, /)")
        decoder(module, "utf_32_le_decode", .utf32Little, "($module, data, errors=None, final=False, /)")
        decoder(module, "utf_32_be_decode", .utf32Big, "($module, data, errors=None, final=False, /)")
        decoder(module, "unicode_escape_decode", .unicodeEscape, "($module, data, errors=None, final=True, /)", final: true)
        decoder(module, "raw_unicode_escape_decode", .rawUnicodeEscape, "($module, data, errors=None, final=True, /)", final: true)
        wideDecoder(module, "utf_16_ex_decode", 2)
        wideDecoder(module, "utf_32_ex_decode", 4)
        module.function("escape_decode", .positional(minimum: 1, maximum: 2) { (_, arguments) throws(Raised) -> Ref in
            let source = try bytesOrText(arguments[0])
            let view = try BytesView(source.value)
            let result = try EscapeBytes.decode(view.bytes, view.count, try errors(arguments[1], "escape_decode"))
            return pair(result.value, view.count)
        }, "($module, data, errors=None, /)")
    }
    /// A str stands for its UTF-8.
    private static func bytesOrText(_ value: Value) throws(Raised) -> Ref {
        StrObject.isInstance(value) ? try UTF8Codec.encode(value, .null) : Ref(value)
    }
    private static func decoder(
        _ module: ModuleBuilder, _ name: StaticString, _ encoding: Codecs.Standard, _ signature: StaticString, final finalDefault: Bool = false
    ) {
        module.function(name, .positional(minimum: 1, maximum: encoding == .ascii || encoding == .latin1 ? 2 : 3) { (_, arguments) throws(Raised) -> Ref in
            let mode = try errors(arguments[1], name)
            let final = arguments[2].isNull ? finalDefault : try Truth.of(arguments[2])
            let source = finalDefault ? try bytesOrText(arguments[0]) : Ref(arguments[0])
            let view = try BytesView(source.value)
            var consumed = 0
            let text = try Codecs.decode(view.bytes, view.count, encoding, mode, final: final, consumed: &consumed)
            return pair(text.value, consumed)
        }, signature)
    }
    private static func wideDecoder(_ module: ModuleBuilder, _ name: StaticString, _ width: Int) {
        module.function(name, .positional(minimum: 1, maximum: 4) { (_, arguments) throws(Raised) -> Ref in
            let mode = try errors(arguments[1], name)
            var byteOrder = try order(arguments[2])
            let final = arguments[3].isNull ? false : try Truth.of(arguments[3])
            let view = try BytesView(arguments[0])
            var consumed = 0
            let text = try WideCodecs.decode(view.bytes, view.count, mode, width: width, &byteOrder, final: final, consumed: &consumed)
            return TupleObject.make(text.value, Value(smallInt: consumed), Value(smallInt: byteOrder == .native ? 0 : byteOrder == .little ? -1 : 1))
        }, "($module, data, errors=None, byteorder=0, final=False, /)")
    }

    // MARK: Tables

    private static func tables(_ module: ModuleBuilder) {
        module.function("charmap_encode", .positional(minimum: 1, maximum: 3) { (_, arguments) throws(Raised) -> Ref in
            try str(arguments[0], "charmap_encode", " 1")
            let mode = try errors(arguments[1], "charmap_encode")
            let table = arguments[2]
            let bytes = table.isNull || table.isNone
                ? try Codecs.encode(arguments[0], .latin1, mode) : try CharmapCodec.encode(arguments[0], mode, table)
            return pair(bytes.value, StrObject.length(arguments[0]))
        }, "($module, str, errors=None, mapping=None, /)")
        module.function("charmap_decode", .positional(minimum: 1, maximum: 3) { (_, arguments) throws(Raised) -> Ref in
            let mode = try errors(arguments[1], "charmap_decode")
            let view = try BytesView(arguments[0])
            let table = arguments[2]
            let text = table.isNull || table.isNone
                ? try NarrowCodecs.decodeLatin1(view.bytes, view.count) : try CharmapCodec.decode(view.bytes, view.count, mode, table)
            return pair(text.value, view.count)
        }, "($module, data, errors=None, mapping=None, /)")
        module.function("charmap_build", .one { (_, table) throws(Raised) -> Ref in
            try str(table, "charmap_build", "")
            return try CharmapCodec.build(table)
        }, "($module, map, /)")
    }
}
