// The state of a parser: the library's parser, handlers, gathered text.

import CExpat
import CPythonABI
import Runtime

final class ExpatParser {
    let parser: XML_Parser
    /// The Python object, borrowed: it owns this.
    var object = Value.null
    /// By `ExpatHandler`; null where there is none.
    var handlers: [Value]
    var intern = Held()
    /// A parser of an external entity keeps the one of the document alive.
    var parent = Held()
    var text = ByteBuilder()
    var buffersText = false
    var bufferSize = 8192
    var isOrdered = false
    var isSpecified = false
    var hasPrefixes = false
    var isInCallback = false
    /// A handler raised; the exception is pending.
    var hasFailed = false

    init(_ parser: XML_Parser) {
        self.parser = parser
        handlers = [Value](repeating: .null, count: ExpatHandler.allCases.count)
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetUnknownEncodingHandler(parser, { _, name, info in ExpatEncodings.fill(name, info) }, nil)
    }
    deinit {
        XML_ParserFree(parser)
        for handler in handlers { handler.release() }
    }
    static func of(_ data: OpaqueWord) -> ExpatParser? { data.map { Unmanaged<ExpatParser>.fromOpaque($0).takeUnretainedValue() } }

    func setHandler(_ handler: ExpatHandler, _ function: Value) {
        let value = function.isNone ? Value.null : function
        value.retain()
        let old = handlers[handler.rawValue]
        handlers[handler.rawValue] = value
        old.release()
        handler.install(parser, !value.isNull)
    }
    func fail() {
        hasFailed = true
        XML_StopParser(parser, UInt8(XML_FALSE))
    }

    // MARK: Text

    /// A str of UTF-8; None for null.
    func string(_ text: CharacterPointer<XML_Char>?) throws(Raised) -> Ref {
        guard let text else { return .none }
        var count = 0
        while text[count] != 0 { count += 1 }
        return try string(text, count)
    }
    func string(_ text: CharacterPointer<XML_Char>, _ count: Int) throws(Raised) -> Ref {
        try text.withMemoryRebound(to: UInt8.self, capacity: count) { (bytes) throws(Raised) -> Ref in
            var consumed = 0
            return try UTF8Codec.decode(bytes, count, .null, consumed: &consumed)
        }
    }
    /// A name: the same str each time.
    func name(_ text: CharacterPointer<XML_Char>?) throws(Raised) -> Ref {
        let made = try string(text)
        if made.value.isNone || !DictObject.isInstance(intern.value) { return made }
        let known = try DictObject.get(intern.value, made.value)
        if !known.isNull { return Ref(known) }
        try DictObject.set(intern.value, made.value, made.value)
        return made
    }

    // MARK: Calling handlers

    /// Calls a handler with arguments; null when there is none or it raised.
    func call(_ handler: ExpatHandler, _ arguments: () throws(Raised) -> Ref) -> Ref {
        if hasFailed { return .null }
        do throws(Raised) {
            if handler != .characterData { try flushText() }
            if hasFailed || handlers[handler.rawValue].isNull { return .null }
            let function = Ref(handlers[handler.rawValue])
            let tuple = try arguments()
            isInCallback = true
            defer { isInCallback = false }
            return try Call.call(function.value, tuple: tuple.value, keywords: .null)
        } catch {
            fail()
            return .null
        }
    }
    func flushText() throws(Raised) {
        if text.count == 0 { return }
        let bytes = try text.bytes()
        text.truncate(to: 0)
        try deliver(BytePointer(BytesObject.data(bytes.value)), BytesObject.count(bytes.value))
    }
    private func deliver(_ bytes: BytePointer, _ count: Int) throws(Raised) {
        if handlers[ExpatHandler.characterData.rawValue].isNull { return }
        var consumed = 0
        let string = try UTF8Codec.decode(bytes, count, .null, consumed: &consumed)
        let function = Ref(handlers[ExpatHandler.characterData.rawValue])
        isInCallback = true
        defer { isInCallback = false }
        _ = try Call.call(function.value, string.value)
    }
    func characters(_ data: CharacterPointer<XML_Char>, _ count: Int) {
        if hasFailed { return }
        do throws(Raised) {
            try data.withMemoryRebound(to: UInt8.self, capacity: count) { (bytes) throws(Raised) -> Void in
                if !buffersText { return try deliver(bytes, count) }
                if text.count + count > bufferSize {
                    try flushText()
                    if handlers[ExpatHandler.characterData.rawValue].isNull { return }
                }
                if count > bufferSize { return try deliver(bytes, count) }
                try text.append(bytes, count)
            }
        } catch { fail() }
    }

    // MARK: Parsing

    func errorNow(_ code: UInt32) -> Raised {
        do throws(Raised) {
            let line = Int(XML_GetCurrentLineNumber(parser))
            let column = Int(XML_GetCurrentColumnNumber(parser))
            let reason = XML_ErrorString(XML_Error(code)).map { String(cString: $0) } ?? "unknown error"
            let message = StrObject.make("\(reason): line \(line), column \(column)")
            let exception = try Call.call(ExpatModule.error.value, message.value)
            for (name, number) in [("code", Int(code)), ("offset", column), ("lineno", line)] {
                let key = StrObject.intern(name)
                try Attributes.set(exception.value, key.value, Value(smallInt: number))
            }
            return raise(ExpatModule.error, exception.value)
        } catch { return error }
    }
    func parse(_ bytes: BytePointer, _ count: Int, isFinal: Bool) throws(Raised) -> Ref {
        var position = 0
        var status = XML_STATUS_OK
        repeat {
            let chunk = min(count - position, 1 << 20)
            let last = position + chunk == count
            status = (bytes + position).withMemoryRebound(to: CChar.self, capacity: chunk) {
                XML_Parse(parser, $0, Int32(chunk), last && isFinal ? 1 : 0)
            }
            position += chunk
            if hasFailed || PendingException.isSet {
                hasFailed = false
                throw Raised()
            }
        } while position < count && status == XML_STATUS_OK
        if status == XML_STATUS_ERROR { throw errorNow(XML_GetErrorCode(parser).rawValue) }
        try flushText()
        return IntObject.make(Int(status.rawValue))
    }
}

/// Encodings that the library does not know: those of Python's with one byte a character.
enum ExpatEncodings {
    static func fill(_ name: CharacterPointer<XML_Char>?, _ info: MutableRow<XML_Encoding>?) -> Int32 {
        guard let name, let info else { return Int32(XML_STATUS_ERROR.rawValue) }
        do throws(Raised) {
            let all = try BytesObject.allocate(256)
            for index in 0..<256 { BytesObject.data(all.value)[index] = UInt8(index) }
            let encoding = StrObject.make(String(cString: name))
            let errors = StrObject.intern("replace")
            let text = try Codecs.decode(all.value, encoding.value, errors.value)
            if StrObject.length(text.value) != 256 { throw raise(.valueError, "multi-byte encodings are not supported") }
            info.withMemoryRebound(to: Int32.self, capacity: 256) { map in
                for index in 0..<256 {
                    let code = StrObject.character(text.value, index)
                    map[index] = code == 0xFFFD ? -1 : Int32(code)
                }
            }
            info.pointee.data = nil
            info.pointee.convert = nil
            info.pointee.release = nil
            return Int32(XML_STATUS_OK.rawValue)
        } catch { return Int32(XML_STATUS_ERROR.rawValue) }
    }
}
