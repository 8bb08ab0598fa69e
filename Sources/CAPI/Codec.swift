// PyCodec_*, and the encodings of str that go through the registry.

import CPythonABI
import Glibc
import Runtime

/// Calls a function of `_codecs`.
private func codecs(_ name: StaticString, _ arguments: Value...) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let function = try Modules.function("_codecs", name)
        let tuple = TupleObject.make(array: arguments)
        return try call(function.value, tuple.value, .null)
    }
}
/// An item of the CodecInfo of an encoding.
private func part(_ encoding: CString?, _ index: Int) -> Object? {
    guard let info = _PyCodec_Lookup(encoding) else { return nil }
    defer { release(info) }
    return retained(PyTuple_GetItem(info, index))
}
private func attribute(_ encoding: CString?, _ name: CString, _ arguments: [Object?]) -> Object? {
    guard let info = _PyCodec_Lookup(encoding) else { return nil }
    defer { release(info) }
    return newReference { () throws(Raised) -> Ref in
        let name = string(name)
        let maker = try Attributes.get(Value(info), name.value)
        let tuple = TupleObject.make(array: arguments.compactMap { $0.map { Value($0) } })
        return try call(maker.value, tuple.value, .null)
    }
}
private func optional(_ text: CString?) -> Ref { text == nil ? .null : string(text) }

// MARK: The registry

@c public func _PyCodec_Lookup(_ encoding: CString?) -> Object? {
    guard encoding != nil else { return PyErr_BadInternalCallNull() }
    let name = string(encoding)
    return newReference { () throws(Raised) -> Ref in try CodecRegistry.lookup(name.value) }
}
@c public func PyCodec_Register(_ function: Object?) -> Int32 {
    status { () throws(Raised) -> Void in try CodecRegistry.register(value(function)) }
}
@c public func PyCodec_Unregister(_ function: Object?) -> Int32 {
    status { () throws(Raised) -> Void in try CodecRegistry.unregister(value(function)) }
}
@c public func PyCodec_KnownEncoding(_ encoding: CString?) -> Int32 {
    guard let found = _PyCodec_Lookup(encoding) else {
        PendingException.clear()
        return 0
    }
    release(found)
    return 1
}
@c public func PyCodec_Encode(_ object: Object?, _ encoding: CString?, _ errors: CString?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let info = _PyCodec_Lookup(encoding) else { throw Raised() }
        defer { release(info) }
        let errors = optional(errors)
        let encoding = optional(encoding)
        return try CodecRegistry.run(Value(info), 0, value(object), encoding.value, errors.value, "encoder must return a tuple (object, integer)")
    }
}
@c public func PyCodec_Decode(_ object: Object?, _ encoding: CString?, _ errors: CString?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let info = _PyCodec_Lookup(encoding) else { throw Raised() }
        defer { release(info) }
        let errors = optional(errors)
        let encoding = optional(encoding)
        return try CodecRegistry.run(Value(info), 1, value(object), encoding.value, errors.value, "decoder must return a tuple (object,integer)")
    }
}
@c public func PyCodec_Encoder(_ encoding: CString?) -> Object? { part(encoding, 0) }
@c public func PyCodec_Decoder(_ encoding: CString?) -> Object? { part(encoding, 1) }
@c public func PyCodec_StreamReader(_ encoding: CString?, _ stream: Object?, _ errors: CString?) -> Object? {
    let errors = optional(errors)
    return attribute(encoding, "streamreader", [stream, errors.isNull ? nil : errors.value.object])
}
@c public func PyCodec_StreamWriter(_ encoding: CString?, _ stream: Object?, _ errors: CString?) -> Object? {
    let errors = optional(errors)
    return attribute(encoding, "streamwriter", [stream, errors.isNull ? nil : errors.value.object])
}
@c public func PyCodec_IncrementalEncoder(_ encoding: CString?, _ errors: CString?) -> Object? {
    let errors = optional(errors)
    return attribute(encoding, "incrementalencoder", [errors.isNull ? nil : errors.value.object])
}
@c public func PyCodec_IncrementalDecoder(_ encoding: CString?, _ errors: CString?) -> Object? {
    let errors = optional(errors)
    return attribute(encoding, "incrementaldecoder", [errors.isNull ? nil : errors.value.object])
}

// MARK: Error handlers

@c public func PyCodec_RegisterError(_ name: CString?, _ handler: Object?) -> Int32 {
    let name = string(name)
    guard let done = codecs("register_error", name.value, value(handler)) else { return -1 }
    release(done)
    return 0
}
@c public func PyCodec_LookupError(_ name: CString?) -> Object? {
    let name = name == nil ? StrObject.make("strict") : string(name)
    return codecs("lookup_error", name.value)
}
@c public func PyCodec_StrictErrors(_ exception: Object?) -> Object? {
    if let exception, ExceptionObject.isInstance(Value(exception)) {
        setError(exception.typeObject.asObject, exception)
    } else {
        _ = raise(.typeError, "codec must pass exception instance")
    }
    return nil
}
private func handle(_ name: CString, _ exception: Object?) -> Object? {
    guard let handler = PyCodec_LookupError(name) else { return nil }
    defer { release(handler) }
    return PyObject_CallOneArg(handler, exception)
}
@c public func PyCodec_IgnoreErrors(_ exception: Object?) -> Object? { handle("ignore", exception) }
@c public func PyCodec_ReplaceErrors(_ exception: Object?) -> Object? { handle("replace", exception) }
@c public func PyCodec_XMLCharRefReplaceErrors(_ exception: Object?) -> Object? { handle("xmlcharrefreplace", exception) }
@c public func PyCodec_BackslashReplaceErrors(_ exception: Object?) -> Object? { handle("backslashreplace", exception) }
@c public func PyCodec_NameReplaceErrors(_ exception: Object?) -> Object? { handle("namereplace", exception) }

// MARK: Encodings of str

@c public func PyUnicode_AsUTF16String(_ object: Object?) -> Object? { PyUnicode_AsEncodedString(object, "utf-16", nil) }
@c public func PyUnicode_AsUTF32String(_ object: Object?) -> Object? { PyUnicode_AsEncodedString(object, "utf-32", nil) }
@c public func PyUnicode_AsUnicodeEscapeString(_ object: Object?) -> Object? { PyUnicode_AsEncodedString(object, "unicode-escape", nil) }
@c public func PyUnicode_AsRawUnicodeEscapeString(_ object: Object?) -> Object? { PyUnicode_AsEncodedString(object, "raw-unicode-escape", nil) }
@c public func PyUnicode_AsCharmapString(_ object: Object?, _ mapping: Object?) -> Object? {
    first(codecs("charmap_encode", value(object), .none, mapping == nil ? .none : value(mapping)))
}
@c public func PyUnicode_DecodeCharmap(_ text: CString?, _ count: Int, _ mapping: Object?, _ errors: CString?) -> Object? {
    guard let bytes = PyBytes_FromStringAndSize(text, count) else { return nil }
    defer { release(bytes) }
    let errors = string(errors)
    return first(codecs("charmap_decode", Value(bytes), errors.value, mapping == nil ? .none : value(mapping)))
}
@c public func PyUnicode_BuildEncodingMap(_ table: Object?) -> Object? { codecs("charmap_build", value(table)) }
@c public func PyUnicode_DecodeUnicodeEscape(_ text: CString?, _ count: Int, _ errors: CString?) -> Object? {
    PyUnicode_Decode(text, count, "unicode-escape", errors)
}
@c public func PyUnicode_DecodeRawUnicodeEscape(_ text: CString?, _ count: Int, _ errors: CString?) -> Object? {
    PyUnicode_Decode(text, count, "raw-unicode-escape", errors)
}
@c public func PyUnicode_DecodeUTF7(_ text: CString?, _ count: Int, _ errors: CString?) -> Object? { PyUnicode_Decode(text, count, "utf-7", errors) }
private func first(_ pair: Object?) -> Object? {
    guard let pair else { return nil }
    defer { release(pair) }
    return retained(PyTuple_GetItem(pair, 0))
}
/// Decodes what is complete and tells how much that was.
private func decode(_ name: StaticString, _ text: CString?, _ count: Int, _ errors: CString?, _ consumed: UnsafeMutablePointer<Int>?) -> Object? {
    guard let bytes = PyBytes_FromStringAndSize(text, count) else { return nil }
    defer { release(bytes) }
    let errors = string(errors)
    guard let pair = codecs(name, Value(bytes), errors.value, Value(bool: consumed == nil)) else { return nil }
    defer { release(pair) }
    consumed?.pointee = PyLong_AsSsize_t(PyTuple_GetItem(pair, 1))
    return retained(PyTuple_GetItem(pair, 0))
}
@c public func PyUnicode_DecodeUTF7Stateful(_ text: CString?, _ count: Int, _ errors: CString?, _ consumed: UnsafeMutablePointer<Int>?) -> Object? {
    decode("utf_7_decode", text, count, errors, consumed)
}
/// `order`: -1 little, 0 by the mark, 1 big; set to what was found.
private func decodeWide(
    _ width: Int, _ text: CString?, _ count: Int, _ errors: CString?, _ order: UnsafeMutablePointer<Int32>?, _ consumed: UnsafeMutablePointer<Int>?
) -> Object? {
    var (text, skipped, left) = (text, 0, count)
    var direction = order?.pointee ?? 0
    if direction == 0, let bytes = text, count >= width {
        func byte(_ index: Int) -> UInt8 { UInt8(bitPattern: bytes[index]) }
        if byte(0) == 0xFF && byte(1) == 0xFE && (width == 2 || byte(2) == 0 && byte(3) == 0) { (direction, skipped) = (-1, width) }
        let last = width - 2
        if byte(last) == 0xFE && byte(last + 1) == 0xFF && (width == 2 || byte(0) == 0 && byte(1) == 0) { (direction, skipped) = (1, width) }
        text = bytes + skipped
        left -= skipped
    }
    let name: StaticString = width == 2 ? (direction > 0 ? "utf_16_be_decode" : "utf_16_le_decode") : direction > 0 ? "utf_32_be_decode" : "utf_32_le_decode"
    let result = decode(name, text, left, errors, consumed)
    if consumed != nil { consumed?.pointee += skipped }
    order?.pointee = direction
    return result
}
@c public func PyUnicode_DecodeUTF16Stateful(
    _ text: CString?, _ count: Int, _ errors: CString?, _ order: UnsafeMutablePointer<Int32>?, _ consumed: UnsafeMutablePointer<Int>?
) -> Object? { decodeWide(2, text, count, errors, order, consumed) }
@c public func PyUnicode_DecodeUTF32Stateful(
    _ text: CString?, _ count: Int, _ errors: CString?, _ order: UnsafeMutablePointer<Int32>?, _ consumed: UnsafeMutablePointer<Int>?
) -> Object? { decodeWide(4, text, count, errors, order, consumed) }
@c public func PyUnicode_AsEncodedObject(_ object: Object?, _ encoding: CString?, _ errors: CString?) -> Object? {
    PyCodec_Encode(object, encoding ?? PyUnicode_GetDefaultEncoding(), errors)
}
@c public func PyUnicode_AsDecodedObject(_ object: Object?, _ encoding: CString?, _ errors: CString?) -> Object? {
    PyCodec_Decode(object, encoding ?? PyUnicode_GetDefaultEncoding(), errors)
}
private func requireText(_ result: Object?, _ what: StaticString) -> Object? {
    guard let result, !StrObject.isInstance(Value(result)) else { return result }
    _ = raise(.typeError, "\(what) did not return a str object (type=\(Value(result).type.name))")
    release(result)
    return nil
}
@c public func PyUnicode_AsEncodedUnicode(_ object: Object?, _ encoding: CString?, _ errors: CString?) -> Object? {
    requireText(PyUnicode_AsEncodedObject(object, encoding, errors), "encoder")
}
@c public func PyUnicode_AsDecodedUnicode(_ object: Object?, _ encoding: CString?, _ errors: CString?) -> Object? {
    requireText(PyUnicode_AsDecodedObject(object, encoding, errors), "decoder")
}
@c public func PyBytes_DecodeEscape(_ text: CString?, _ count: Int, _ errors: CString?, _ unicode: Int, _ recode: CString?) -> Object? {
    guard let bytes = PyBytes_FromStringAndSize(text, count) else { return nil }
    defer { release(bytes) }
    let errors = string(errors)
    return first(codecs("escape_decode", Value(bytes), errors.value))
}

// MARK: The form of before 3.3

/// The characters as `wchar_t`, kept with the str until it goes.
@c public func PyUnicode_AsUnicodeAndSize(_ object: Object?, _ count: UnsafeMutablePointer<Int>?) -> UnsafeMutablePointer<wchar_t>? {
    guard let object, StrObject.isInstance(Value(object)) else {
        _ = badArgument()
        return nil
    }
    let head = Value(object).cast(to: PyASCIIObject.self)
    if head.pointee.wstr == nil {
        // (Without a place for the length a NUL among the characters would be refused.)
        var length = 0
        head.pointee.wstr = PyUnicode_AsWideCharString(object, &length)
        if head.pointee.wstr == nil { return nil }
    }
    count?.pointee = StrObject.length(Value(object))
    return head.pointee.wstr
}
@c public func PyUnicode_AsUnicode(_ object: Object?) -> UnsafeMutablePointer<wchar_t>? { PyUnicode_AsUnicodeAndSize(object, nil) }
@c public func PyUnicode_GetSize(_ object: Object?) -> Int { PyUnicode_GetLength(object) }
@c public func _PyUnicode_ToLowercase(_ code: UInt32) -> UInt32 { folded(code, "lower") }
private func folded(_ code: UInt32, _ method: StaticString) -> UInt32 {
    guard code <= 0x10FFFF else { return code }
    let character = StrObject.character(code)
    guard let result = Strings.method(character.value.object, method) else {
        PendingException.clear()
        return code
    }
    defer { release(result) }
    return StrObject.length(Value(result)) == 1 ? StrObject.character(Value(result), 0) : code
}
