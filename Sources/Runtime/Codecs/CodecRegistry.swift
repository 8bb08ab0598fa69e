// The codecs that Python code registers: search functions, and the CodecInfo tuples that they gave (`codecs.register`, `codecs.lookup`).

import CPythonABI

public enum CodecRegistry {
    /// A list of search functions and a dict of what they found.
    nonisolated(unsafe) private static var searchFunctions = Value.null
    nonisolated(unsafe) private static var found = Value.null
    nonisolated(unsafe) private static var started = false

    private static func start() throws(Raised) {
        if searchFunctions.isNull {
            searchFunctions = ListObject.make().take()
            found = DictObject.make().take()
        }
        if started { return }
        started = true
        // The package registers its search function. Without a library there are the built-in encodings only.
        let name = StrObject.intern("encodings")
        do throws(Raised) { _ = try Imports.importModule(name.value).isNull } catch {
            guard PendingException.clear(if: .importError) else { throw error }
        }
    }
    /// codecs.register(function)
    public static func register(_ function: Value) throws(Raised) {
        if function.record.pointee.call == nil { throw raise(.typeError, "argument must be callable") }
        try start()
        try ListObject.append(searchFunctions, function)
    }
    /// codecs.unregister(function)
    public static func unregister(_ function: Value) throws(Raised) {
        try start()
        let count = ListObject.count(searchFunctions)
        for index in 0..<count where ListObject.item(searchFunctions, index) === function {
            let items = ListObject.items(searchFunctions)
            let old = items[index]
            for position in index..<count - 1 { items[position] = items[position + 1] }
            ListObject.head(searchFunctions).pointee.ob_base.ob_size = count - 1
            DictObject.clear(found)
            old.release()
            return
        }
    }
    /// codecs.lookup(name): the CodecInfo, a tuple of four.
    public static func lookup(_ name: Value) throws(Raised) -> Ref {
        try start()
        // Letters become small, and what stands between letters, digits and dots becomes one underscore.
        var builder = StrBuilder()
        var isBetween = false
        for index in 0..<StrObject.length(name) {
            let code = StrObject.character(name, index)
            if code == 0 { throw raise(.valueError, "embedded null character") }
            let isWord = code &- 48 < 10 || code &- 65 < 26 || code &- 97 < 26 || code == 46
            if isWord {
                if isBetween && builder.count > 0 { try builder.append(95) }
                try builder.append(code &- 65 < 26 ? code | 32 : code)
            }
            isBetween = !isWord
        }
        let normal = try builder.finish()
        let known = try DictObject.get(found, normal.value)
        if !known.isNull { return Ref(known) }
        var index = 0
        while index < ListObject.count(searchFunctions) {
            let function = Ref(ListObject.item(searchFunctions, index))
            let result = try Call.call(function.value, normal.value)
            index += 1
            if result.value.isNone { continue }
            if !TupleObject.isInstance(result.value) || TupleObject.count(result.value) != 4 {
                throw raise(.typeError, "codec search functions must return 4-tuples")
            }
            try DictObject.set(found, normal.value, result.value)
            return result
        }
        throw raise(.lookupError, "unknown encoding: \(text(name))")
    }

    /// The codec of an encoding of text; `function` names the way to use any other.
    private static func lookupText(_ encoding: Value, _ function: StaticString) throws(Raised) -> Ref {
        let codec = try lookup(encoding)
        if codec.value.type != PyTuple_TypePointer() {
            let name = StrObject.intern("_is_text_encoding")
            let isText = try Attributes.getIfPresent(codec.value, name.value)
            if !isText.isNull, try !Truth.of(isText.value) {
                throw raise(.lookupError, "'\(text(encoding))' is not a text encoding; use \(function)() to handle arbitrary codecs")
            }
        }
        return codec
    }
    static func encodeText(_ value: Value, _ encoding: Value, _ errors: Value) throws(Raised) -> Ref {
        let codec = try lookupText(encoding, "codecs.encode")
        let result = try run(codec.value, 0, value, encoding, errors, "encoder must return a tuple (object, integer)")
        if BytesObject.isInstance(result.value) { return result }
        if ByteArrayObject.isInstance(result.value) { return try BytesObject.make(UnsafePointer(ByteArrayObject.data(result.value)), ByteArrayObject.count(result.value)) }
        throw raise(
            .typeError,
            "'\(text(encoding))' encoder returned '\(result.value.type.name)' instead of 'bytes'; use codecs.encode() to encode to arbitrary types")
    }
    static func decodeText(_ value: Value, _ encoding: Value, _ errors: Value) throws(Raised) -> Ref {
        let codec = try lookupText(encoding, "codecs.decode")
        let view = try MemoryViewObject.make(value)
        let result = try run(codec.value, 1, view.value, encoding, errors, "decoder must return a tuple (object,integer)")
        if StrObject.isInstance(result.value) { return result }
        throw raise(
            .typeError,
            "'\(text(encoding))' decoder returned '\(result.value.type.name)' instead of 'str'; use codecs.decode() to decode to arbitrary types")
    }
    /// codecs.encode and codecs.decode with any codec: `part` is 0 or 1.
    public static func run(
        _ codec: Value, _ part: Int, _ value: Value, _ encoding: Value, _ errors: Value, _ message: StaticString
    ) throws(Raised) -> Ref {
        let function = Ref(TupleObject.item(codec, part))
        let result: Ref
        do throws(Raised) { result = errors.isNull ? try Call.call(function.value, value) : try Call.call(function.value, value, errors) } catch {
            CodecFailures.name(part == 0 ? "encoding" : "decoding", encoding)
            throw error
        }
        guard TupleObject.isInstance(result.value), TupleObject.count(result.value) == 2 else { throw raise(.typeError, "\(message)") }
        return Ref(TupleObject.item(result.value, 0))
    }
}
