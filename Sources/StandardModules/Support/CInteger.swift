// Arguments that C would take as `int`.

import CPythonABI
import Runtime

enum CInteger {
    /// An int of 32 bits; `fallback` where the argument is absent.
    static func int(_ value: Value, _ fallback: Int = 0) throws(Raised) -> Int {
        if value.isNull { return fallback }
        let index = try Index.object(value)
        guard let word = IntObject.word(index.value), Int(Int32(truncatingIfNeeded: word)) == word else {
            throw raise(.overflowError, "Python int too large to convert to C int")
        }
        return word
    }
    /// A machine word (`Py_ssize_t`).
    static func size(_ value: Value, _ fallback: Int = 0) throws(Raised) -> Int {
        if value.isNull { return fallback }
        let index = try Index.object(value)
        guard let word = IntObject.word(index.value) else {
            throw raise(.overflowError, "Python int too large to convert to C ssize_t")
        }
        return word
    }
}
