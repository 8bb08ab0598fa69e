// UnicodeDecodeError, UnicodeEncodeError and UnicodeTranslateError.

import CPythonABI

enum UnicodeErrorTypes {
    static let encoding = 72, object = 80, reason = 104
    static func fields(_ self: Value) -> UnsafeMutablePointer<PyUnicodeErrorObject> { self.cast(to: PyUnicodeErrorObject.self) }

    static func describe() {
        for (type, initialize, str) in [
            (PyExc_UnicodeDecodeErrorPointer(), initializeDecode, strDecode),
            (PyExc_UnicodeEncodeErrorPointer(), initializeEncode, strEncode),
            (PyExc_UnicodeTranslateErrorPointer(), initializeTranslate, strTranslate),
        ] as [(TypePointer?, InitSlot, UnarySlot)] {
            guard let type else { continue }
            let builder = TypeBuilder(type)
            builder.slots.new = ExceptionType.new
            builder.slots.initialize = initialize
            builder.slots.str = str
            builder.member("encoding", type: T_OBJECT, offset: encoding, readOnly: false, doc: "exception encoding")
            builder.member("object", type: T_OBJECT, offset: object, readOnly: false, doc: "exception object")
            builder.member("start", type: T_PYSSIZET, offset: 88, readOnly: false, doc: "exception start")
            builder.member("end", type: T_PYSSIZET, offset: 96, readOnly: false, doc: "exception end")
            builder.member("reason", type: T_OBJECT, offset: reason, readOnly: false, doc: "exception reason")
        }
    }

    private static func begin(_ self: Value, _ arguments: Arguments, _ count: Int) throws(Raised) {
        try ExceptionType.initialize(self, arguments)
        if arguments.count != count { throw raise(.typeError, "function takes exactly \(count) arguments (\(arguments.count) given)") }
    }
    private static func requireStr(_ arguments: Arguments, _ index: Int) throws(Raised) {
        guard StrObject.isInstance(arguments[index]) else {
            throw raise(.typeError, "argument \(index + 1) must be str, not \(typeName(arguments[index]))")
        }
    }
    private static func typeName(_ value: Value) -> String { value.isNone ? "None" : value.type.name }

    private static let initializeDecode: InitSlot = { (self, arguments) throws(Raised) -> Void in
        try begin(self, arguments, 5)
        try requireStr(arguments, 0)
        let (start, end) = (try Index.size(arguments[2]), try Index.size(arguments[3]))
        try requireStr(arguments, 4)
        // What is kept are bytes, whatever buffer was given.
        let bytes = isBytes(arguments[1]) ? Ref(arguments[1]) : try bytesOf(arguments[1])
        store(self, arguments[0], bytes.value, start, end, arguments[4])
    }
    private static func isBytes(_ value: Value) -> Bool {
        value.isObject && value.object.pointee.ob_type.has(Py_TPFLAGS_BYTES_SUBCLASS)
    }
    private static func bytesOf(_ value: Value) throws(Raised) -> Ref {
        if StrObject.isInstance(value) || IntObject.isInstance(value) {
            throw raise(.typeError, "a bytes-like object is required, not '\(value.type.name)'")
        }
        return try Call.call(PyBytes_TypePointer().value, value)
    }
    private static let initializeEncode: InitSlot = { (self, arguments) throws(Raised) -> Void in
        try begin(self, arguments, 5)
        try requireStr(arguments, 0)
        try requireStr(arguments, 1)
        let (start, end) = (try Index.size(arguments[2]), try Index.size(arguments[3]))
        try requireStr(arguments, 4)
        store(self, arguments[0], arguments[1], start, end, arguments[4])
    }
    private static let initializeTranslate: InitSlot = { (self, arguments) throws(Raised) -> Void in
        try begin(self, arguments, 4)
        try requireStr(arguments, 0)
        let (start, end) = (try Index.size(arguments[1]), try Index.size(arguments[2]))
        try requireStr(arguments, 3)
        store(self, .null, arguments[0], start, end, arguments[3])
    }
    private static func store(_ self: Value, _ encodingValue: Value, _ objectValue: Value, _ start: Int, _ end: Int, _ reasonValue: Value) {
        ExceptionMemory.setField(self, encoding, encodingValue)
        ExceptionMemory.setField(self, object, objectValue)
        ExceptionMemory.setField(self, reason, reasonValue)
        fields(self).pointee.start = start
        fields(self).pointee.end = end
    }

    // MARK: str

    private static func field(_ self: Value, _ offset: Int, _ buffer: inout TextBuffer) throws(Raised) {
        let value = Ref(ExceptionMemory.field(self, offset))
        if value.isNull { buffer.append("<NULL>") } else { try buffer.append(strOf: value.value) }
    }
    /// " in position 3: reason" or " in position 3-5: reason".
    private static func finish(_ self: Value, _ buffer: inout TextBuffer, _ single: Bool) throws(Raised) -> Ref {
        let (start, end) = (fields(self).pointee.start, fields(self).pointee.end)
        buffer.append(" in position \(start)\(single ? "" : "-\(end &- 1)"): ")
        try field(self, reason, &buffer)
        return buffer.makeStr()
    }

    private static let strDecode: UnarySlot = { (self) throws(Raised) -> Ref in
        let bytes = Ref(ExceptionMemory.field(self, object))
        if bytes.isNull { return StrObject.empty }
        let (start, end) = (fields(self).pointee.start, fields(self).pointee.end)
        var buffer = TextBuffer()
        buffer.append("'")
        try field(self, encoding, &buffer)
        buffer.append("' codec can't decode byte")
        if isBytes(bytes.value), start >= 0, start < bytes.value.cast(to: PyBytesObject.self).pointee.ob_base.ob_size, end == start &+ 1 {
            let byte = (UnsafeMutableRawPointer(bytes.value.object) + 32).load(fromByteOffset: start, as: UInt8.self)
            buffer.append(" 0x\(byte < 16 ? "0" : "")\(String(byte, radix: 16))")
            return try finish(self, &buffer, true)
        }
        buffer.append("s")
        return try finish(self, &buffer, false)
    }
    private static let strEncode: UnarySlot = { (self) throws(Raised) -> Ref in
        let string = Ref(ExceptionMemory.field(self, object))
        if string.isNull { return StrObject.empty }
        var buffer = TextBuffer()
        buffer.append("'")
        try field(self, encoding, &buffer)
        buffer.append("' codec can't encode character")
        let single = character(self, string.value, &buffer)
        return try finish(self, &buffer, single)
    }
    private static let strTranslate: UnarySlot = { (self) throws(Raised) -> Ref in
        let string = Ref(ExceptionMemory.field(self, object))
        if string.isNull { return StrObject.empty }
        var buffer = TextBuffer()
        buffer.append("can't translate character")
        let single = character(self, string.value, &buffer)
        return try finish(self, &buffer, single)
    }
    /// The one character that the error is about, escaped; "s" when it is about several.
    private static func character(_ self: Value, _ string: Value, _ buffer: inout TextBuffer) -> Bool {
        let (start, end) = (fields(self).pointee.start, fields(self).pointee.end)
        guard StrObject.isInstance(string), start >= 0, start < StrObject.length(string), end == start &+ 1 else {
            buffer.append("s")
            return false
        }
        let code = StrObject.character(string, start)
        let (prefix, width) = code < 0x100 ? ("x", 2) : code < 0x10000 ? ("u", 4) : ("U", 8)
        let digits = String(code, radix: 16)
        buffer.append(" '\\\(prefix)\(String(repeating: "0", count: max(0, width - digits.utf8.count)))\(digits)'")
        return true
    }
}
