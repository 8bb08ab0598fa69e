// What is done about text that cannot be encoded and bytes that cannot be decoded: the names that `errors=` takes.
//
// The handlers that Python brings are known to the codecs, which apply them without making an exception. Any other name is looked up
// among those that `codecs.register_error` was given.

import CPythonABI
import UnicodeData

public enum ErrorMode {
    case strict, ignore, replace, backslashReplace, surrogateEscape, surrogatePass, xmlReplace, nameReplace
    case registered

    /// The mode of a name; null is strict.
    public static func named(_ errors: Value) -> ErrorMode {
        if errors.isNull || errors.isNone { return .strict }
        switch StrObject.length(errors) {
        case 6 where StrObject.equals(errors, "strict"): return .strict
        case 6 where StrObject.equals(errors, "ignore"): return .ignore
        case 7 where StrObject.equals(errors, "replace"): return .replace
        case 15 where StrObject.equals(errors, "surrogateescape"): return .surrogateEscape
        case 13 where StrObject.equals(errors, "surrogatepass"): return .surrogatePass
        case 16 where StrObject.equals(errors, "backslashreplace"): return .backslashReplace
        case 17 where StrObject.equals(errors, "xmlcharrefreplace"): return .xmlReplace
        case 11 where StrObject.equals(errors, "namereplace"): return .nameReplace
        default: return .registered
        }
    }
}

public enum ErrorHandlers {
    /// Name to callable. The standard ones are put in when the table is first asked for.
    nonisolated(unsafe) private static var table = Value.null

    private static func handlers() throws(Raised) -> Value {
        if !table.isNull { return table }
        let dict = DictObject.make()
        for (name, function, mode) in standard {
            let method = NativeMethod.make(function, .one { (self, exception) throws(Raised) -> Ref in try handle(exception, mode) }, "(exception, /)")
            let callable = NativeFunctionObject.make(method, self: .null, module: .null)
            let key = StrObject.intern(name)
            DictObject.set(dict.value, name: key.value, callable.value)
        }
        table = dict.take()
        return table
    }
    private static let standard: [(StaticString, StaticString, ErrorMode)] = [
        ("strict", "strict_errors", .strict), ("ignore", "ignore_errors", .ignore), ("replace", "replace_errors", .replace),
        ("xmlcharrefreplace", "xmlcharrefreplace_errors", .xmlReplace), ("backslashreplace", "backslashreplace_errors", .backslashReplace),
        ("namereplace", "namereplace_errors", .nameReplace), ("surrogatepass", "surrogatepass", .surrogatePass),
        ("surrogateescape", "surrogateescape", .surrogateEscape),
    ]

    /// codecs.register_error(name, handler)
    public static func register(_ name: Value, _ handler: Value) throws(Raised) {
        if handler.record.pointee.call == nil { throw raise(.typeError, "handler must be callable") }
        try DictObject.set(try handlers(), name, handler)
    }
    /// codecs.lookup_error(name); a null name is 'strict'.
    public static func lookup(_ name: Value) throws(Raised) -> Ref {
        let strict = StrObject.intern("strict")
        let name = name.isNull ? strict.value : name
        let found = try DictObject.get(try handlers(), name)
        if found.isNull { throw raise(.lookupError, "unknown error handler name '\(text(name))'") }
        return Ref(found)
    }

    // MARK: The standard handlers as functions

    private static func unknown(_ exception: Value) -> Raised {
        raise(.typeError, "don't know how to handle \(exception.type.name) in error callback")
    }
    /// Applies a standard handler to an exception: (replacement, position to go on at).
    static func handle(_ exception: Value, _ mode: ErrorMode) throws(Raised) -> Ref {
        if mode == .strict {
            guard ExceptionObject.isInstance(exception) else { throw raise(.typeError, "codec must pass exception instance") }
            throw PendingException.set(exception.type, exception)
        }
        let isEncode = ExceptionObject.isInstance(exception) && exception.type.isSubtype(of: PyExc_UnicodeEncodeErrorPointer())
        let isDecode = ExceptionObject.isInstance(exception) && exception.type.isSubtype(of: PyExc_UnicodeDecodeErrorPointer())
        let isTranslate = ExceptionObject.isInstance(exception) && exception.type.isSubtype(of: PyExc_UnicodeTranslateErrorPointer())
        guard isEncode || isDecode || isTranslate else { throw unknown(exception) }
        let fields = try UnicodeErrorFields(exception)
        let object = fields.object
        var builder = StrBuilder()
        switch mode {
        case .ignore: break
        case .replace:
            if isEncode {
                try builder.append(repeating: 63, fields.end - fields.start)
            } else if isDecode {
                try builder.append(0xFFFD)
            } else {
                try builder.append(repeating: 0xFFFD, fields.end - fields.start)
            }
        case .backslashReplace:
            if isDecode {
                for index in fields.start..<max(fields.end, fields.start) { try StrRepr.escape(UInt32(BytesObject.data(object)[index]), &builder) }
            } else {
                for index in fields.start..<max(fields.end, fields.start) { try StrRepr.escape(StrObject.character(object, index), &builder) }
            }
        case .xmlReplace:
            guard isEncode else { throw unknown(exception) }
            for index in fields.start..<max(fields.end, fields.start) { try xml(StrObject.character(object, index), &builder) }
        case .nameReplace:
            guard isEncode else { throw unknown(exception) }
            for index in fields.start..<max(fields.end, fields.start) { try name(StrObject.character(object, index), &builder) }
        case .surrogateEscape:
            if isEncode { return try escapeBytes(exception, fields) }
            guard isDecode else { throw unknown(exception) }
            var position = fields.start
            while position < fields.end && position - fields.start < 4, BytesObject.data(object)[position] >= 0x80 {
                try builder.append(0xDC00 + UInt32(BytesObject.data(object)[position]))
                position += 1
            }
            if position == fields.start { throw PendingException.set(exception.type, exception) }
            let result = try builder.finish()
            return TupleObject.make(result.value, Value(smallInt: position))
        case .surrogatePass:
            guard isEncode || isDecode else { throw unknown(exception) }
            return try SurrogatePass.handle(exception, fields, encoding: isEncode)
        case .strict, .registered: break
        }
        let result = try builder.finish()
        return TupleObject.make(result.value, Value(smallInt: fields.end))
    }
    private static func escapeBytes(_ exception: Value, _ fields: UnicodeErrorFields) throws(Raised) -> Ref {
        var builder = StrBuilder()
        for index in fields.start..<max(fields.end, fields.start) {
            let code = StrObject.character(fields.object, index)
            if code < 0xDC80 || code > 0xDCFF { throw PendingException.set(exception.type, exception) }
            try builder.append(code - 0xDC00)
        }
        let bytes = try builder.finishBytes()
        return TupleObject.make(bytes.value, Value(smallInt: fields.end))
    }

    // MARK: Replacement texts

    /// &#1234;
    static func xml(_ code: UInt32, _ builder: inout StrBuilder) throws(Raised) {
        try builder.append("&#")
        try Formatting.append(Int(code), to: &builder)
        try builder.append(59)
    }
    /// \N{NAME}, or an escape for what has no name.
    static func name(_ code: UInt32, _ builder: inout StrBuilder) throws(Raised) {
        var room = InlineArray<128, UInt8>(repeating: 0)
        let length = withUnsafeMutablePointer(to: &room) {
            UnicodeNames.name(of: code, UnsafeMutableRawPointer($0).assumingMemoryBound(to: UInt8.self))
        }
        if length == 0 { return try StrRepr.escape(code, &builder) }
        try builder.append("\\N{")
        for index in 0..<min(length, 128) { try builder.append(UInt32(room[index])) }
        try builder.append(125)
    }
}

/// The fields of a Unicode exception, with positions that fit its object.
struct UnicodeErrorFields {
    /// A str, or bytes for UnicodeDecodeError; borrowed from the exception.
    let object: Value
    let encoding: Value
    let start: Int
    let end: Int

    init(_ exception: Value) throws(Raised) {
        let fields = exception.cast(to: PyUnicodeErrorObject.self)
        guard let object = fields.pointee.object else { throw raise(.typeError, "object attribute not set") }
        self.object = Value(object)
        encoding = fields.pointee.encoding.map { Value($0) } ?? .null
        let isDecode = exception.type.isSubtype(of: PyExc_UnicodeDecodeErrorPointer())
        if isDecode && !BytesObject.isInstance(self.object) { throw raise(.typeError, "object attribute must be bytes") }
        if !isDecode && !StrObject.isInstance(self.object) { throw raise(.typeError, "object attribute must be unicode") }
        let count = isDecode ? BytesObject.count(self.object) : StrObject.length(self.object)
        start = min(max(fields.pointee.start, 0), max(count - 1, 0))
        end = min(max(fields.pointee.end, min(1, count)), count)
    }
}

/// 'surrogatepass' for exceptions of the UTF codecs.
enum SurrogatePass {
    private enum Form { case utf8, utf16Little, utf16Big, utf32Little, utf32Big }
    private static func form(_ encoding: Value) -> Form? {
        guard StrObject.isInstance(encoding) else { return nil }
        switch Codecs.standard(encoding) {
        case .utf8: return .utf8
        case .utf16, .utf16Little: return .utf16Little
        case .utf16Big: return .utf16Big
        case .utf32, .utf32Little: return .utf32Little
        case .utf32Big: return .utf32Big
        default: return StrObject.equals(encoding, "cp65001") ? .utf8 : nil
        }
    }
    static func handle(_ exception: Value, _ fields: UnicodeErrorFields, encoding: Bool) throws(Raised) -> Ref {
        guard let form = form(fields.encoding) else { throw PendingException.set(exception.type, exception) }
        if encoding {
            var builder = StrBuilder()
            for index in fields.start..<max(fields.end, fields.start) {
                let code = StrObject.character(fields.object, index)
                if code < 0xD800 || code > 0xDFFF { throw PendingException.set(exception.type, exception) }
                switch form {
                case .utf8:
                    try builder.append(0xE0 | code >> 12)
                    try builder.append(0x80 | code >> 6 & 0x3F)
                    try builder.append(0x80 | code & 0x3F)
                case .utf16Little: try WideCodecs.put(code, 2, big: false, &builder)
                case .utf16Big: try WideCodecs.put(code, 2, big: true, &builder)
                case .utf32Little: try WideCodecs.put(code, 4, big: false, &builder)
                case .utf32Big: try WideCodecs.put(code, 4, big: true, &builder)
                }
            }
            let bytes = try builder.finishBytes()
            return TupleObject.make(bytes.value, Value(smallInt: fields.end))
        }
        let bytes = BytesObject.data(fields.object) + fields.start
        let count = BytesObject.count(fields.object) - fields.start
        var code: UInt32 = 0
        var length = 0
        switch form {
        case .utf8 where count >= 3 && bytes[0] & 0xF0 == 0xE0 && bytes[1] & 0xC0 == 0x80 && bytes[2] & 0xC0 == 0x80:
            code = UInt32(bytes[0] & 0xF) << 12 | UInt32(bytes[1] & 0x3F) << 6 | UInt32(bytes[2] & 0x3F)
            length = 3
        case .utf16Little where count >= 2:
            code = UInt32(bytes[1]) << 8 | UInt32(bytes[0])
            length = 2
        case .utf16Big where count >= 2:
            code = UInt32(bytes[0]) << 8 | UInt32(bytes[1])
            length = 2
        case .utf32Little where count >= 4:
            code = UInt32(bytes[3]) << 24 | UInt32(bytes[2]) << 16 | UInt32(bytes[1]) << 8 | UInt32(bytes[0])
            length = 4
        case .utf32Big where count >= 4:
            code = UInt32(bytes[0]) << 24 | UInt32(bytes[1]) << 16 | UInt32(bytes[2]) << 8 | UInt32(bytes[3])
            length = 4
        default: break
        }
        if code < 0xD800 || code > 0xDFFF { throw PendingException.set(exception.type, exception) }
        let text = StrObject.character(code)
        return TupleObject.make(text.value, Value(smallInt: fields.start + length))
    }
}
