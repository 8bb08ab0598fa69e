// The C locale means that nobody chose one: text is UTF-8 all the same (PEP 538 and PEP 540).

import Glibc
import Runtime

enum LocaleCoercion {
    /// Takes the locale of the environment. In the C locale turns on UTF-8 mode, unless `isSettled` says that it was chosen, and lets child
    /// processes have a locale with UTF-8.
    static func apply(_ configuration: inout Configuration, isSettled: Bool) {
        let found = setlocale(LC_CTYPE, "").map { String(cString: $0) } ?? "C"
        guard found == "C" || found == "POSIX" else { return }
        if !isSettled { configuration.utf8Mode = 1 }
        guard configuration.ignoreEnvironment == 0, value("LC_ALL") == nil, value("PYTHONCOERCECLOCALE") != "0",
            // A locale that does not exist is no wish for the C locale.
            isPlain(value("LC_CTYPE") ?? value("LANG"))
        else { return }
        if setlocale(LC_CTYPE, "C.UTF-8") != nil { setenv("LC_CTYPE", "C.UTF-8", 1) }
    }
    private static func value(_ name: String) -> String? {
        guard let text = getenv(name), text.pointee != 0 else { return nil }
        return String(cString: text)
    }
    private static func isPlain(_ name: String?) -> Bool { name == nil || name == "C" || name == "POSIX" }
}
