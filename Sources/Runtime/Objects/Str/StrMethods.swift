// Identifiers.

import CPythonABI
import UnicodeData

public enum StrMethods {
    /// str.isidentifier
    public static func isIdentifier(_ value: Value) -> Bool {
        let text = StrSpan(value)
        guard text.count > 0 else { return false }
        let first = text[0]
        if first != 95 && !UnicodeData.isIdentifierStart(first) { return false }
        for index in 1..<max(text.count, 1) where !UnicodeData.isIdentifierContinue(text[index]) { return false }
        return true
    }
}
