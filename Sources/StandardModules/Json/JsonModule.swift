// The module _json: the fast halves of json.

import CPythonABI
import Runtime

enum JsonModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(JsonDocs.module)
        module.type("make_scanner", JsonScanner.type)
        module.type("make_encoder", JsonEncoder.type)
        module.function("encode_basestring", .one { (_, text) throws(Raised) -> Ref in
            try JsonText.quoted(text, ascii: false)
        }, JsonDocs.encode_basestring)
        module.function("encode_basestring_ascii", .one { (_, text) throws(Raised) -> Ref in
            try JsonText.quoted(text, ascii: true)
        }, JsonDocs.encode_basestring_ascii)
        module.function("scanstring", .positional(minimum: 0, maximum: 3, scanString), JsonDocs.scanstring)
        JsonText.plainEncoder = Ref(DictObject.get(ModuleObject.dict(module.module), name: JsonNames.plain)).take()
        JsonText.asciiEncoder = Ref(DictObject.get(ModuleObject.dict(module.module), name: JsonNames.ascii)).take()
    }

    private static func scanString(_ module: Value, _ a: Arguments) throws(Raised) -> Ref {
        if a.count < 2 { throw raise(.typeError, "scanstring() takes at least 2 arguments (\(a.count) given)") }
        let start = try CInteger.size(a[1])
        let strict = a[2].isNull ? true : try Truth.of(a[2])
        guard StrObject.isInstance(a[0]) else { throw raise(.typeError, "first argument must be a string, not \(a[0].type.name)") }
        guard start >= 0 && start <= StrObject.length(a[0]) else { throw raise(.valueError, "end is out of bounds") }
        var end = 0
        let text = try JsonScanner.string(a[0], start, strict: strict, end: &end)
        return TupleObject.make(text.value, Value(smallInt: end))
    }

    /// json.JSONDecodeError
    static func fail(_ message: StaticString, _ document: Value, _ position: Int) -> Raised {
        do throws(Raised) {
            let name = StrObject.make("json.decoder")
            let found = try Imports.importModule(name.value)
            let type = try Attributes.get(found.value, "JSONDecodeError")
            let text = StrObject.make("\(message)")
            let exception = try Call.call(type.value, text.value, document, Value(smallInt: position))
            return raise(exception.value.type, exception.value)
        } catch { return error }
    }
    /// StopIteration with the index: there is no value here.
    static func noValue(_ position: Int) -> Raised { raise(.stopIteration, argument: Value(smallInt: position)) }
}

enum JsonNames {
    static let plain = Names.make("encode_basestring")
    static let ascii = Names.make("encode_basestring_ascii")
    static let items = Names.make("items")
}
