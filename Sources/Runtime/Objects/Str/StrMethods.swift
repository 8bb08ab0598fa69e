// Methods of str.

import CPythonABI

enum StrMethods {
    /// str.isidentifier
    static func isIdentifier(_ value: Value) -> Bool {
        let length = StrObject.length(value)
        guard length > 0 else { return false }
        for index in 0..<length {
            let code = StrObject.character(value, index)
            let letter = code == 95 || (code | 32) >= 97 && (code | 32) <= 122 || code > 127
            if !letter && !(index > 0 && code >= 48 && code <= 57) { return false }
        }
        return true
    }
}
