// Errors of encodings, raised by native code.

import CPythonABI

public enum UnicodeFailures {
    public static func encode(_ encoding: String, _ string: Value, _ start: Int, _ end: Int, _ reason: String) -> Raised {
        let (name, text) = (StrObject.make(encoding).take(), StrObject.make(reason).take())
        let arguments = TupleObject.make(name, string, Value(smallInt: start), Value(smallInt: end), text)
        name.release()
        text.release()
        return PendingException.set(PyExc_UnicodeEncodeErrorPointer(), arguments.value)
    }
    /// `bytes` is a bytes object.
    public static func decode(_ encoding: String, _ bytes: Value, _ start: Int, _ end: Int, _ reason: String) -> Raised {
        let (name, text) = (StrObject.make(encoding).take(), StrObject.make(reason).take())
        let arguments = TupleObject.make(name, bytes, Value(smallInt: start), Value(smallInt: end), text)
        name.release()
        text.release()
        return PendingException.set(PyExc_UnicodeDecodeErrorPointer(), arguments.value)
    }
}
