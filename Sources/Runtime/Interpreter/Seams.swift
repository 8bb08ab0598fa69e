// Names that the loop uses and other files will provide.

import CPythonABI

enum ExceptionGroups {
    static func match(_ exception: Value, _ type: Value, _ match: inout Ref, _ rest: inout Ref) throws(Raised) {
        throw raise(.notImplementedError, "exception groups")
    }
    static func prepareReraise(_ original: Value, _ list: Value) throws(Raised) -> Ref { throw raise(.notImplementedError, "exception groups") }
}
