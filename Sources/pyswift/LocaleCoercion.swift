// The C locale means that nobody chose one: text is UTF-8 all the same (PEP 538 and PEP 540).

import Glibc
import Runtime

enum LocaleCoercion {
    /// Locales that are the C locale but for characters.
    private static let targets = ["C.UTF-8", "C.utf8", "UTF-8"]

    /// Takes the locale of the environment. In the C locale, which one that does not exist stands for as well, turns on UTF-8 mode, unless
    /// `isSettled` says that it was chosen, and lets child processes have a locale with UTF-8.
    static func apply(_ configuration: inout Configuration, isSettled: Bool) {
        let found = setlocale(LC_CTYPE, "").map { String(cString: $0) } ?? "C"
        guard found == "C" || found == "POSIX" else { return }
        if !isSettled { configuration.utf8Mode = 1 }
        let wish = configuration.ignoreEnvironment == 0 ? value("PYTHONCOERCECLOCALE") : nil
        if wish != "0", value("LC_ALL") == nil {
            for target in targets where setlocale(LC_CTYPE, target) != nil {
                setenv("LC_CTYPE", target, 1)
                if wish == "warn" {
                    fputs(
                        "Python detected LC_CTYPE=C: LC_CTYPE coerced to \(target) (set another locale or PYTHONCOERCECLOCALE=0 to disable "
                            + "this locale coercion behavior).\n", stderr)
                }
                return
            }
        }
        if wish == "warn" {
            fputs(
                "Python runtime initialized with LC_CTYPE=C (a locale with default ASCII encoding), which may cause Unicode compatibility "
                    + "problems. Using C.UTF-8, C.utf8, or UTF-8 (if available) as alternative Unicode-compatible locales is recommended.\n",
                stderr)
        }
        configuration.isASCII = configuration.utf8Mode == 0
    }
    private static func value(_ name: String) -> String? {
        guard let text = getenv(name), text.pointee != 0 else { return nil }
        return String(cString: text)
    }
}
