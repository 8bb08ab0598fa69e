// Names that the loop uses and other files will provide.

import CPythonABI

enum GeneratorMethods { static func finalize(_ generator: Value) { Generators.clear(generator) } }
enum AsyncHooks { static func created(_ generator: Value) {} }
enum AsyncGenerators { static func wrap(_ value: Value) -> Ref { Ref(value) } }
enum ExceptionGroups {
    static func match(_ exception: Value, _ type: Value, _ match: inout Ref, _ rest: inout Ref) throws(Raised) {
        throw raise(.notImplementedError, "exception groups")
    }
    static func prepareReraise(_ original: Value, _ list: Value) throws(Raised) -> Ref { throw raise(.notImplementedError, "exception groups") }
}
