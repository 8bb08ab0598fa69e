// The errors of one run of an encoder or decoder.

import CPythonABI

/// Applies the error handler of a decoder.
struct DecodeErrors: ~Copyable {
    /// The name that exceptions give.
    let encoding: StaticString
    private let errors: Value
    let mode: ErrorMode
    private var bytes: UnsafePointer<UInt8>
    private var count: Int
    private var exception = Ref.null
    /// The bytes that an error handler put in place of the first ones.
    private var replaced = Ref.null

    init(_ encoding: StaticString, _ errors: Value, _ bytes: UnsafePointer<UInt8>, _ count: Int) {
        self.encoding = encoding
        self.errors = errors
        self.bytes = bytes
        self.count = count
        mode = ErrorMode.named(errors)
        source = nil
    }

    /// Deals with the undecodable bytes from `start` to `end`. Returns where to go on; `current` and `length` are the bytes to go on with.
    mutating func handle(
        _ current: inout UnsafePointer<UInt8>, _ length: inout Int, _ start: Int, _ end: Int, _ reason: StaticString, _ builder: inout StrBuilder
    ) throws(Raised) -> Int {
        switch mode {
        case .ignore: return end
        case .replace:
            try builder.append(0xFFFD)
            return end
        case .backslashReplace:
            for index in start..<end { try StrRepr.escape(UInt32(bytes[index]), &builder) }
            return end
        case .surrogateEscape:
            var position = start
            while position < end && position - start < 4 && bytes[position] >= 0x80 {
                try builder.append(0xDC00 + UInt32(bytes[position]))
                position += 1
            }
            if position > start { return position }
        case .strict, .surrogatePass, .xmlReplace, .nameReplace, .registered: break
        }
        let handler = mode == .strict ? Ref.null : try ErrorHandlers.lookup(errors)
        try prepare(start, end, reason)
        if mode == .strict || mode == .surrogateEscape { throw PendingException.set(exception.value.type, exception.value) }
        let result = try Call.call(handler.value, exception.value)
        guard TupleObject.isInstance(result.value), TupleObject.count(result.value) == 2, StrObject.isInstance(TupleObject.item(result.value, 0)),
            IntObject.isInstance(TupleObject.item(result.value, 1))
        else { throw raise(.typeError, "decoding error handler must return (str, int) tuple") }
        let given = IntView(TupleObject.item(result.value, 1)).int ?? Int.max
        if let object = exception.value.cast(to: PyUnicodeErrorObject.self).pointee.object {
            guard BytesObject.isInstance(Value(object)) else { throw raise(.typeError, "exception attribute object must be bytes") }
            let data = UnsafePointer(BytesObject.data(Value(object)))
            if data != source {
                replaced = Ref(Value(object))
                source = data
                (bytes, count) = (data, BytesObject.count(Value(object)))
                (current, length) = (bytes, count)
            }
        }
        let position = given < 0 ? given &+ count : given
        if position < 0 || position > count { throw raise(.indexError, "position \(position) from error handler out of bounds") }
        try builder.append(TupleObject.item(result.value, 0))
        return position
    }
    /// Where the bytes of the exception's object are.
    private var source: UnsafePointer<UInt8>?
    private mutating func prepare(_ start: Int, _ end: Int, _ reason: StaticString) throws(Raised) {
        let why = StrObject.make("\(reason)")
        if exception.isNull {
            let name = StrObject.make("\(encoding)")
            let object = try BytesObject.make(bytes, count)
            source = UnsafePointer(BytesObject.data(object.value))
            let arguments = TupleObject.make(name.value, object.value, Value(smallInt: start), Value(smallInt: end), why.value)
            exception = try Call.call(PyExc_UnicodeDecodeErrorPointer().value, tuple: arguments.value, keywords: .null)
            return
        }
        CodecErrors.update(exception.value, start, end, why.value)
    }
}

/// Applies the error handler of an encoder.
struct EncodeErrors: ~Copyable {
    let encoding: StaticString
    private let errors: Value
    let mode: ErrorMode
    /// The str that is encoded.
    private let object: Value
    private var exception = Ref.null

    /// What is to be written in place of the characters.
    struct Replacement: ~Copyable {
        /// A str that is to be encoded, bytes that are written as they are, or null for nothing.
        var value = Ref.null
        var position = 0
    }

    init(_ encoding: StaticString, _ errors: Value, _ object: Value) {
        self.encoding = encoding
        self.errors = errors
        self.object = object
        mode = ErrorMode.named(errors)
    }

    /// Deals with the characters from `start` to `end`.
    mutating func handle(_ start: Int, _ end: Int, _ reason: StaticString) throws(Raised) -> Replacement {
        var replacement = Replacement()
        replacement.position = end
        switch mode {
        case .ignore: return replacement
        case .replace:
            var builder = StrBuilder()
            try builder.append(repeating: 63, end - start)
            replacement.value = try builder.finish()
            return replacement
        case .backslashReplace, .xmlReplace, .nameReplace:
            var builder = StrBuilder()
            for index in start..<end {
                let code = StrObject.character(object, index)
                switch mode {
                case .xmlReplace: try ErrorHandlers.xml(code, &builder)
                case .nameReplace: try ErrorHandlers.name(code, &builder)
                default: try StrRepr.escape(code, &builder)
                }
            }
            replacement.value = try builder.finish()
            return replacement
        case .surrogateEscape:
            var builder = StrBuilder()
            var position = start
            while position < end {
                let code = StrObject.character(object, position)
                if code < 0xDC80 || code > 0xDCFF { break }
                try builder.append(code - 0xDC00)
                position += 1
            }
            if position > start {
                replacement.value = try builder.finishBytes()
                replacement.position = position
                return replacement
            }
        case .strict, .surrogatePass, .registered: break
        }
        let handler = mode == .strict ? Ref.null : try ErrorHandlers.lookup(errors)
        try prepare(start, end, reason)
        if mode == .strict || mode == .surrogateEscape { throw fail() }
        let result = try Call.call(handler.value, exception.value)
        guard TupleObject.isInstance(result.value), TupleObject.count(result.value) == 2, IntObject.isInstance(TupleObject.item(result.value, 1)),
            StrObject.isInstance(TupleObject.item(result.value, 0)) || BytesObject.isInstance(TupleObject.item(result.value, 0))
        else { throw raise(.typeError, "encoding error handler must return (str/bytes, int) tuple") }
        let count = StrObject.length(object)
        let given = IntView(TupleObject.item(result.value, 1)).int ?? Int.max
        let position = given < 0 ? given &+ count : given
        if position < 0 || position > count { throw raise(.indexError, "position \(position) from error handler out of bounds") }
        replacement.value = Ref(TupleObject.item(result.value, 0))
        replacement.position = position
        return replacement
    }
    /// The exception for characters whose replacement cannot be encoded either.
    mutating func failed(_ start: Int, _ end: Int, _ reason: StaticString) throws(Raised) -> Raised {
        try prepare(start, end, reason)
        return fail()
    }
    private func fail() -> Raised { PendingException.set(exception.value.type, exception.value) }
    private mutating func prepare(_ start: Int, _ end: Int, _ reason: StaticString) throws(Raised) {
        let why = StrObject.make("\(reason)")
        if exception.isNull {
            let name = StrObject.make("\(encoding)")
            let arguments = TupleObject.make(name.value, object, Value(smallInt: start), Value(smallInt: end), why.value)
            exception = try Call.call(PyExc_UnicodeEncodeErrorPointer().value, tuple: arguments.value, keywords: .null)
            return
        }
        CodecErrors.update(exception.value, start, end, why.value)
    }
}

enum CodecErrors {
    /// One exception serves for all errors of a run, as handlers can see.
    static func update(_ exception: Value, _ start: Int, _ end: Int, _ reason: Value) {
        let fields = exception.cast(to: PyUnicodeErrorObject.self)
        fields.pointee.start = start
        fields.pointee.end = end
        let old = fields.pointee.reason
        fields.pointee.reason = Border.boxed(reason)
        if let old { Value(old).release() }
    }
}
