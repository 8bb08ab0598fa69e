// Names that the loop uses and other files will provide.

import CPythonABI

enum GeneratorMethods { static func finalize(_ generator: Value) { Generators.clear(generator) } }
enum AsyncHooks { static func created(_ generator: Value) {} }
enum AsyncGenerators { static func wrap(_ value: Value) -> Ref { Ref(value) } }
enum StrConcat {
    static func concat(_ a: Value, _ b: Value) throws(Raised) -> Ref { StrObject.make(text(a) + text(b)) }
    static func appending(_ a: consuming Ref, _ b: Value) throws(Raised) -> Ref { StrObject.make(text(a.value) + text(b)) }
    static func joined(_ items: UnsafePointer<Value>, _ count: Int) throws(Raised) -> Ref {
        var result = ""
        for index in 0..<count { result += text(items[index]) }
        return StrObject.make(result)
    }
}
extension Repr {
    static func ascii(_ value: Value) throws(Raised) -> Ref { try of(value) }
}
enum BytesObject {
    static func make(_ bytes: UnsafeRawBufferPointer) -> Ref { StrObject.make("bytes") }
}
enum ExceptionGroups {
    static func match(_ exception: Value, _ type: Value, _ match: inout Ref, _ rest: inout Ref) throws(Raised) {
        throw raise(.notImplementedError, "exception groups")
    }
    static func prepareReraise(_ original: Value, _ list: Value) throws(Raised) -> Ref { throw raise(.notImplementedError, "exception groups") }
}
