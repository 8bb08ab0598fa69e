// The module _csv.

import CPythonABI
import Runtime

enum CSVModule {
    nonisolated(unsafe) static var error: TypePointer = PyExc_ExceptionPointer()
    /// Registered dialects by name.
    static let dialects = DictObject.make().take()
    nonisolated(unsafe) static var fieldLimit = 128 * 1024

    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(CSVDocs.module)
        error = try ExceptionClasses.make("_csv.Error", base: PyExc_ExceptionPointer())
        module.type("Error", error)
        module.type("Dialect", CSVDialect.type)
        module.type("Reader", CSVReader.type)
        module.type("Writer", CSVWriter.type)
        module.set("__version__", string: "1.0")
        module.set("_dialects", dialects)
        for (number, name) in (["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE"] as [StaticString]).enumerated() {
            module.set(name, int: number)
        }
        module.function("reader", .raw { (_, arguments) throws(Raised) -> Ref in try CSVReader.make(arguments) }, CSVDocs.reader)
        module.function("writer", .raw { (_, arguments) throws(Raised) -> Ref in try CSVWriter.make(arguments) }, CSVDocs.writer)
        module.function("list_dialects", .noArguments { (_) throws(Raised) -> Ref in try Iteration.list(dialects) }, CSVDocs.list_dialects)
        module.function("register_dialect", .raw(register), CSVDocs.register_dialect)
        module.function("unregister_dialect", .bound { (_, a) throws(Raised) -> Ref in
            guard try DictObject.delete(dialects, a[0]) else { throw fail("unknown dialect") }
            return .none
        }, CSVDocs.unregister_dialect)
        module.function("get_dialect", .bound { (_, a) throws(Raised) -> Ref in try dialect(named: a[0]) }, CSVDocs.get_dialect)
        module.function("field_size_limit", .bound { (_, a) throws(Raised) -> Ref in
            let old = fieldLimit
            if !a[0].isNull {
                guard IntObject.isExact(a[0]) else { throw raise(.typeError, "limit must be an integer") }
                guard let limit = IntObject.word(a[0]) else { throw raise(.overflowError, "Python int too large to convert to C long") }
                fieldLimit = limit
            }
            return IntObject.make(old)
        }, CSVDocs.field_size_limit)
    }

    static func dialect(named name: Value) throws(Raised) -> Ref {
        let found = Ref(try DictObject.get(dialects, name))
        if found.isNull { throw fail("unknown dialect") }
        return found
    }
    /// The dialect of the arguments behind the first: one object, or a name, and settings by keyword.
    static func dialect(_ arguments: Arguments) throws(Raised) -> Ref {
        if arguments.count < 1 { throw raise(.typeError, " expected at least 1 argument, got 0") }
        if arguments.count > 2 { throw raise(.typeError, " expected at most 2 arguments, got \(arguments.count)") }
        return try Call.call(CSVDialect.type.value, arguments.dropFirst())
    }
    private static func register(_ module: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        if arguments.count < 1 { throw raise(.typeError, " expected at least 1 argument, got 0") }
        if arguments.count > 2 { throw raise(.typeError, " expected at most 2 arguments, got \(arguments.count)") }
        guard StrObject.isInstance(arguments[0]) else { throw raise(.typeError, "dialect name must be a string") }
        let made = try dialect(arguments)
        try DictObject.set(dialects, arguments[0], made.value)
        return .none
    }

    static func fail(_ message: String) -> Raised {
        let text = StrObject.make(message)
        return raise(error, text.value)
    }
}
