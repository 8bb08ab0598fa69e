// SyntaxError: where it is, as attributes.

import CPythonABI

enum SyntaxErrorType {
    static let message = 72, filename = 80, lineNumber = 88, offset = 96, endLineNumber = 104, endOffset = 112, sourceText = 120
    static let printFileAndLine = 128

    static func describe(_ type: TypeBuilder) {
        type.slots.initialize = initialize
        type.slots.str = str
        type.member("msg", type: T_OBJECT, offset: message, readOnly: false, doc: "exception msg")
        type.member("filename", type: T_OBJECT, offset: filename, readOnly: false, doc: "exception filename")
        type.member("lineno", type: T_OBJECT, offset: lineNumber, readOnly: false, doc: "exception lineno")
        type.member("offset", type: T_OBJECT, offset: offset, readOnly: false, doc: "exception offset")
        type.member("text", type: T_OBJECT, offset: sourceText, readOnly: false, doc: "exception text")
        type.member("end_lineno", type: T_OBJECT, offset: endLineNumber, readOnly: false, doc: "exception end lineno")
        type.member("end_offset", type: T_OBJECT, offset: endOffset, readOnly: false, doc: "exception end offset")
        type.member(
            "print_file_and_line", type: T_OBJECT, offset: printFileAndLine, readOnly: false, doc: "exception print_file_and_line")
    }

    /// SyntaxError(message, (filename, lineno, offset, text[, end_lineno, end_offset]))
    private static let initialize: InitSlot = { (self, arguments) throws(Raised) -> Void in
        try ExceptionType.initialize(self, arguments)
        if arguments.count >= 1 { ExceptionMemory.setField(self, message, arguments[0]) }
        guard arguments.count == 2 else { return }
        let place = try Iteration.tuple(arguments[1])
        let count = TupleObject.count(place.value)
        if count < 4 { throw raise(.typeError, "function takes at least 4 arguments (\(count) given)") }
        if count > 6 { throw raise(.typeError, "function takes at most 6 arguments (\(count) given)") }
        for (index, field) in [filename, lineNumber, offset, sourceText, endLineNumber, endOffset].enumerated() {
            ExceptionMemory.setField(self, field, index < count ? TupleObject.item(place.value, index) : .null)
        }
        if count == 5 { throw raise(.typeError, "end_offset must be provided when end_lineno is provided") }
    }

    private static let str: UnarySlot = { (self) throws(Raised) -> Ref in
        let text = Ref(ExceptionMemory.field(self, message))
        let file = Ref(ExceptionMemory.field(self, filename))
        let line = Ref(ExceptionMemory.field(self, lineNumber))
        let hasFile = !file.isNull && StrObject.isInstance(file.value)
        let hasLine = !line.isNull && line.value.type == PyLong_TypePointer()
        if !hasFile && !hasLine { return text.isNull ? try Repr.str(.none) : try Repr.str(text.value) }
        var buffer = TextBuffer()
        try buffer.append(strOf: text.isNull ? .none : text.value)
        buffer.append(" (")
        if hasFile { buffer.append(str: file.value, from: baseNameStart(file.value)) }
        if hasLine {
            if hasFile { buffer.append(", ") }
            buffer.append("line ")
            try buffer.append(strOf: line.value)
        }
        buffer.append(")")
        return buffer.makeStr()
    }
    /// Where the last part of a path starts.
    private static func baseNameStart(_ path: Value) -> Int {
        var index = StrObject.length(path)
        while index > 0 && StrObject.character(path, index - 1) != 47 { index -= 1 }
        return index
    }
}
