// Exceptions for sources that do not parse or compile.

import CPythonABI
import Syntax

public enum SyntaxErrors {
    /// Sets the exception that a failure stands for.
    public static func raise(_ failure: SyntaxFailure) -> Raised {
        let message = StrObject.make(failure.message)
        let type: TypePointer
        switch failure.kind {
        case .syntaxError, .incompleteInput: type = PyExc_SyntaxErrorPointer()
        case .indentationError: type = PyExc_IndentationErrorPointer()
        case .tabError: type = PyExc_TabErrorPointer()
        case .valueError: return PendingException.set(PyExc_ValueErrorPointer(), message.value)
        case .memoryError: return PendingException.set(PyExc_MemoryErrorPointer(), .null)
        case .recursionError: return PendingException.set(PyExc_RecursionErrorPointer(), message.value)
        case .overflowError: return PendingException.set(PyExc_OverflowErrorPointer(), message.value)
        }
        if !failure.hasPlace { return PendingException.set(type, message.value) }
        let filename = StrObject.make(failure.filename)
        var source = failure.text.map { StrObject.make($0) } ?? .none
        if failure.text == nil, failure.line > 0 {
            var lines = SourceLines()
            if !failure.filename.hasPrefix("<"), let line = lines.line(failure.filename, failure.line) {
                var buffer = TextBuffer()
                buffer.bytes = line
                buffer.append("\n")
                source = buffer.makeStr()
            }
        }
        func number(_ value: Int?) -> Value { value.map { Value(smallInt: $0) } ?? .none }
        let place: Ref
        if failure.endLine == nil && failure.endOffset == nil {
            place = TupleObject.make(filename.value, number(failure.line), number(failure.offset), source.value)
        } else {
            place = TupleObject.make(
                filename.value, number(failure.line), number(failure.offset), source.value, number(failure.endLine), number(failure.endOffset))
        }
        do throws(Raised) {
            let exception = try Call.call(type.value, message.value, place.value)
            if !failure.placeIsArgument {
                let arguments = TupleObject.make(message.value)
                try Attributes.set(exception.value, Names.plain("args"), arguments.value)
            }
            return PendingException.set(type, exception.value)
        } catch { return error }
    }
}
