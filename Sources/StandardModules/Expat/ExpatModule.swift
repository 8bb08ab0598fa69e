// The module pyexpat, over the system's library.

import CExpat
import CPythonABI
import Runtime

enum ExpatModule {
    nonisolated(unsafe) static var error: TypePointer = PyExc_ExceptionPointer()

    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc("Python wrapper for Expat parser.")
        error = try ExceptionClasses.make("xml.parsers.expat.ExpatError", base: PyExc_ExceptionPointer())
        module.function("ParserCreate", .bound(create), "($module, /, encoding=None, namespace_separator=None, intern=<unrepresentable>)",
            doc: "Return a new XML parser object.")
        module.function("ErrorString", .bound { (_, a) throws(Raised) -> Ref in
            let code = try CInteger.int(a[0])
            guard let text = XML_ErrorString(XML_Error(UInt32(truncatingIfNeeded: code))) else { return .none }
            return StrObject.make(String(cString: text))
        }, "($module, code, /)", doc: "Returns string error for given number.")
        module.type("error", error)
        module.type("ExpatError", error)
        module.type("XMLParserType", ExpatParserType.type)
        let version = XML_ExpatVersionInfo()
        module.set("EXPAT_VERSION", string: XML_ExpatVersion().map { String(cString: $0) } ?? "")
        let numbers = TupleObject.make(
            Value(smallInt: Int(version.major)), Value(smallInt: Int(version.minor)), Value(smallInt: Int(version.micro)))
        module.set("version_info", numbers.value)
        module.set("native_encoding", string: "UTF-8")
        let list = try features()
        module.set("features", list.value)
        for (number, name) in (
            ["XML_PARAM_ENTITY_PARSING_NEVER", "XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE", "XML_PARAM_ENTITY_PARSING_ALWAYS"] as [StaticString]
        ).enumerated() { module.set(name, int: number) }
        try addModel(module)
        try addErrors(module)
    }

    private static func features() throws(Raised) -> Ref {
        let list = ListObject.make()
        guard var feature = XML_GetFeatureList() else { return list }
        while feature.pointee.feature != XML_FEATURE_END {
            let name = StrObject.make(feature.pointee.name.map { String(cString: $0) } ?? "")
            let number = IntObject.make(Int(feature.pointee.value))
            let pair = TupleObject.make(name.value, number.value)
            try ListObject.append(list.value, pair.value)
            feature += 1
        }
        return list
    }
    /// A module within this one.
    private static func part(_ module: ModuleBuilder, _ name: StaticString, _ doc: StaticString) throws(Raised) -> Ref {
        let fullName = "pyexpat.\(name)"
        let made = ModuleObject.make(fullName)
        let text = StrObject.make("\(doc)")
        DictObject.set(ModuleObject.dict(made.value), name: Names.doc, text.value)
        module.set(name, made.value)
        let sys = try PickleGlobals.module("sys")
        let modules = try Attributes.get(sys.value, "modules")
        let key = StrObject.intern(fullName)
        try Sequences.set(modules.value, key.value, made.value)
        return made
    }
    private static func addModel(_ module: ModuleBuilder) throws(Raised) {
        let model = try part(module, "model", "Constants used to interpret content model information.")
        let names: [(StaticString, Int)] = [
            ("XML_CTYPE_EMPTY", 1), ("XML_CTYPE_ANY", 2), ("XML_CTYPE_MIXED", 3), ("XML_CTYPE_NAME", 4), ("XML_CTYPE_CHOICE", 5),
            ("XML_CTYPE_SEQ", 6), ("XML_CQUANT_NONE", 0), ("XML_CQUANT_OPT", 1), ("XML_CQUANT_REP", 2), ("XML_CQUANT_PLUS", 3),
        ]
        for (name, number) in names {
            let key = StrObject.intern(name)
            try DictObject.set(ModuleObject.dict(model.value), key.value, Value(smallInt: number))
        }
    }
    private static let errorNames: [StaticString] = [
        "NO_MEMORY", "SYNTAX", "NO_ELEMENTS", "INVALID_TOKEN", "UNCLOSED_TOKEN", "PARTIAL_CHAR", "TAG_MISMATCH", "DUPLICATE_ATTRIBUTE",
        "JUNK_AFTER_DOC_ELEMENT", "PARAM_ENTITY_REF", "UNDEFINED_ENTITY", "RECURSIVE_ENTITY_REF", "ASYNC_ENTITY", "BAD_CHAR_REF",
        "BINARY_ENTITY_REF", "ATTRIBUTE_EXTERNAL_ENTITY_REF", "MISPLACED_XML_PI", "UNKNOWN_ENCODING", "INCORRECT_ENCODING",
        "UNCLOSED_CDATA_SECTION", "EXTERNAL_ENTITY_HANDLING", "NOT_STANDALONE", "UNEXPECTED_STATE", "ENTITY_DECLARED_IN_PE",
        "FEATURE_REQUIRES_XML_DTD", "CANT_CHANGE_FEATURE_ONCE_PARSING", "UNBOUND_PREFIX", "UNDECLARING_PREFIX", "INCOMPLETE_PE", "XML_DECL",
        "TEXT_DECL", "PUBLICID", "SUSPENDED", "NOT_SUSPENDED", "ABORTED", "FINISHED", "SUSPEND_PE", "RESERVED_PREFIX_XML",
        "RESERVED_PREFIX_XMLNS", "RESERVED_NAMESPACE_URI", "INVALID_ARGUMENT", "NO_BUFFER", "AMPLIFICATION_LIMIT_BREACH",
    ]
    private static func addErrors(_ module: ModuleBuilder) throws(Raised) {
        let errors = try part(module, "errors", "Constants used to describe error conditions.")
        let dict = ModuleObject.dict(errors.value)
        let codes = DictObject.make()
        let messages = DictObject.make()
        for (index, name) in errorNames.enumerated() {
            guard let text = XML_ErrorString(XML_Error(UInt32(index + 1))) else { continue }
            let message = StrObject.make(String(cString: text))
            let key = StrObject.intern("XML_ERROR_\(name)")
            try DictObject.set(dict, key.value, message.value)
            try DictObject.set(codes.value, message.value, Value(smallInt: index + 1))
            try DictObject.set(messages.value, Value(smallInt: index + 1), message.value)
        }
        let codesName = StrObject.intern("codes")
        let messagesName = StrObject.intern("messages")
        try DictObject.set(dict, codesName.value, codes.value)
        try DictObject.set(dict, messagesName.value, messages.value)
    }

    private static func create(_ module: Value, _ a: Arguments) throws(Raised) -> Ref {
        for (name, value) in [("encoding", a[0]), ("namespace_separator", a[1])] where !value.isNull && !value.isNone && !StrObject.isInstance(value) {
            throw raise(.typeError, "ParserCreate() argument '\(name)' must be str or None, not \(value.type.name)")
        }
        var separator: Int8?
        if !a[1].isNull && !a[1].isNone {
            if StrObject.length(a[1]) > 1 {
                throw raise(.valueError, "namespace_separator must be at most one character, omitted, or None")
            }
            separator = StrObject.length(a[1]) == 0 ? 0 : Int8(truncatingIfNeeded: StrObject.character(a[1], 0))
        }
        var intern = Ref(a[2])
        if intern.isNull {
            intern = DictObject.make()
        } else if !intern.value.isNone && !DictObject.isInstance(intern.value) {
            throw raise(.typeError, "intern must be a dictionary")
        }
        let encoding = a[0].isNull || a[0].isNone ? nil : text(a[0])
        guard let parser = separator.map({ XML_ParserCreateNS(encoding, $0) }) ?? XML_ParserCreate(encoding) else {
            throw raise(.memoryError, argument: .null)
        }
        return try ExpatParserType.make(parser, intern.value)
    }
}
