// The type xmlparser.

import CExpat
import CPythonABI
import Runtime

enum ExpatParserType {
    private static let readSize = 2048

    static let type: TypePointer = FieldObject.type("pyexpat.xmlparser", fields: 1, [.hidden]) { type in
        type.doc("XML parser")
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            let fields = Fields(Value(object))
            if !fields[0].isNull && fields.int(0) != 0 {
                Unmanaged<ExpatParser>.fromOpaque(.init(bitPattern: fields.int(0)).unsafelyUnwrapped).release()
                fields.setInt(0, 0)
            }
            FieldObject.deallocate(object)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            guard let object, let visit, let state = ExpatParserType.state(Value(object)) else { return 0 }
            for handler in state.handlers where handler.isObject {
                let result = visit(handler.object, argument)
                if result != 0 { return result }
            }
            for value in [state.intern.value, state.parent.value] where value.isObject {
                let result = visit(value.object, argument)
                if result != 0 { return result }
            }
            return 0
        }
        type.type.pointee.tp_clear = { object in
            guard let object, let state = ExpatParserType.state(Value(object)) else { return 0 }
            for handler in ExpatHandler.allCases { state.setHandler(handler, .none) }
            state.intern.replace(.null)
            return 0
        }
        for handler in ExpatHandler.allCases { addHandler(type, handler) }
        addNumbers(type)
        addMethods(type)
    }

    static func state(_ self: Value) -> ExpatParser? {
        let field = Fields(self)[0]
        if field.isNull || field.smallInt == 0 { return nil }
        return Unmanaged<ExpatParser>.fromOpaque(.init(bitPattern: field.smallInt).unsafelyUnwrapped).takeUnretainedValue()
    }
    static func make(_ parser: XML_Parser, _ intern: Value) throws(Raised) -> Ref {
        let result = try FieldObject.make(type)
        let state = ExpatParser(parser)
        state.object = result.value
        state.intern.replace(Ref(intern))
        Fields(result.value).setInt(0, Int(bitPattern: Unmanaged.passRetained(state).toOpaque()))
        return result
    }

    private static func addHandler(_ type: TypeBuilder, _ handler: ExpatHandler) {
        type.getter(handler.name) { (self) throws(Raised) -> Ref in
            guard let state = state(self), !state.handlers[handler.rawValue].isNull else { return .none }
            return Ref(state.handlers[handler.rawValue])
        } set: { (self, value) throws(Raised) -> Void in
            if value.isNull { throw raise(.runtimeError, "Cannot delete attribute") }
            guard let state = state(self) else { return }
            if handler == .characterData { try state.flushText() }
            state.setHandler(handler, value)
        }
    }
    private static func addNumbers(_ type: TypeBuilder) {
        func number(_ name: StaticString, _ get: @escaping (ExpatParser) -> Int) {
            type.getter(name) { (self) throws(Raised) -> Ref in IntObject.make(state(self).map(get) ?? 0) }
        }
        func flag(_ name: StaticString, _ get: @escaping (ExpatParser) -> Bool, _ set: @escaping (ExpatParser, Bool) throws(Raised) -> Void) {
            type.getter(name) { (self) throws(Raised) -> Ref in .bool(state(self).map(get) ?? false) } set: { (self, value) throws(Raised) -> Void in
                if value.isNull { throw raise(.runtimeError, "Cannot delete attribute") }
                let wanted = try Truth.of(value)
                if let state = state(self) { try set(state, wanted) }
            }
        }
        for name in ["ErrorLineNumber", "CurrentLineNumber"] as [StaticString] { number(name) { Int(XML_GetCurrentLineNumber($0.parser)) } }
        for name in ["ErrorColumnNumber", "CurrentColumnNumber"] as [StaticString] { number(name) { Int(XML_GetCurrentColumnNumber($0.parser)) } }
        for name in ["ErrorByteIndex", "CurrentByteIndex"] as [StaticString] { number(name) { Int(XML_GetCurrentByteIndex($0.parser)) } }
        number("ErrorCode") { Int(XML_GetErrorCode($0.parser).rawValue) }
        number("buffer_used") { $0.text.count }
        flag("buffer_text", { $0.buffersText }) { (state, wanted) throws(Raised) -> Void in
            if !wanted { try state.flushText() }
            state.buffersText = wanted
        }
        flag("namespace_prefixes", { $0.hasPrefixes }) { (state, wanted) throws(Raised) -> Void in
            state.hasPrefixes = wanted
            XML_SetReturnNSTriplet(state.parser, wanted ? 1 : 0)
        }
        flag("ordered_attributes", { $0.isOrdered }) { (state, wanted) throws(Raised) -> Void in state.isOrdered = wanted }
        flag("specified_attributes", { $0.isSpecified }) { (state, wanted) throws(Raised) -> Void in state.isSpecified = wanted }
        type.getter("intern") { (self) throws(Raised) -> Ref in
            guard let state = state(self), !state.intern.value.isNull else { return .none }
            return Ref(state.intern.value)
        }
        type.getter("buffer_size") { (self) throws(Raised) -> Ref in IntObject.make(state(self)?.bufferSize ?? 0) } set: { (self, value) throws(Raised) -> Void in
            if value.isNull { throw raise(.runtimeError, "Cannot delete attribute") }
            guard IntObject.isInstance(value) else { throw raise(.typeError, "buffer_size must be an integer") }
            guard let size = IntObject.word(value), size > 0 else { throw raise(.valueError, "buffer_size must be greater than zero") }
            if size > Int(Int32.max) { throw raise(.valueError, "buffer_size must not be greater than \(Int32.max)") }
            try state(self)?.flushText()
            state(self)?.bufferSize = size
        }
    }

    private static func addMethods(_ type: TypeBuilder) {
        type.method("Parse", .positional(minimum: 1, maximum: 2) { (self, a) throws(Raised) -> Ref in
            guard let state = state(self) else { return .none }
            let held = Ref(self)
            let isFinal = a[1].isNull ? false : try Truth.of(a[1])
            var data = Ref(a[0])
            if StrObject.isInstance(a[0]) {
                data = try UTF8Codec.encode(a[0], .null)
                XML_SetEncoding(state.parser, "utf-8")
            }
            let view = try BytesView(data.value)
            _ = held.isNull
            return try state.parse(view.bytes, view.count, isFinal: isFinal)
        }, "($self, data, isfinal=False, /)", doc: "Parse XML data.\n\n`isfinal' should be true at end of input.")
        type.method("ParseFile", .one { (self, file) throws(Raised) -> Ref in
            guard let state = state(self) else { return .none }
            let name = StrObject.intern("read")
            let read = try Attributes.getIfPresent(file, name.value)
            if read.isNull { throw raise(.typeError, "argument must have 'read' attribute") }
            while true {
                let data = try Call.call(read.value, Value(smallInt: readSize))
                guard BytesObject.isInstance(data.value) || ByteArrayObject.isInstance(data.value) else {
                    throw raise(.typeError, "read() did not return a bytes object (type=\(data.value.type.name))")
                }
                let view = try BytesView(data.value)
                if view.count > readSize {
                    throw raise(.valueError, "read() returned too much data: \(readSize) bytes requested, \(view.count) returned")
                }
                let done = try state.parse(view.bytes, view.count, isFinal: view.count == 0)
                if view.count == 0 { return done }
            }
        }, "($self, file, /)", doc: "Parse XML data from file-like object.")
        type.method("SetBase", .one { (self, base) throws(Raised) -> Ref in
            guard StrObject.isInstance(base) else { throw raise(.typeError, "SetBase() argument must be str, not \(base.isNone ? "None" : base.type.name)") }
            if let state = state(self), XML_SetBase(state.parser, text(base)) == XML_STATUS_ERROR { throw raise(.memoryError, argument: .null) }
            return .none
        }, "($self, base, /)", doc: "Set the base URL for the parser.")
        type.method("GetBase", .noArguments { (self) throws(Raised) -> Ref in
            guard let state = state(self), let base = XML_GetBase(state.parser) else { return .none }
            return StrObject.make(String(cString: base))
        }, "($self, /)", doc: "Return base URL string for the parser.")
        type.method("GetInputContext", .noArguments { (self) throws(Raised) -> Ref in
            guard let state = state(self), state.isInCallback else { return .none }
            var (offset, size): (Int32, Int32) = (0, 0)
            guard let context = XML_GetInputContext(state.parser, &offset, &size), offset >= 0, size >= offset else { return .none }
            let count = Int(size - offset)
            return try (context + Int(offset)).withMemoryRebound(to: UInt8.self, capacity: count) { (bytes) throws(Raised) -> Ref in
                try BytesObject.make(bytes, count)
            }
        }, "($self, /)", doc: "Return the untranslated text of the input that caused the current event.\n\nIf the event was generated by a large amount of text (such as a start tag\nfor an element with many attributes), not all of the text may be available.")
        type.method("SetParamEntityParsing", .one { (self, flag) throws(Raised) -> Ref in
            let number = try CInteger.int(flag)
            guard let state = state(self) else { return .none }
            return IntObject.make(Int(XML_SetParamEntityParsing(state.parser, XML_ParamEntityParsing(UInt32(truncatingIfNeeded: number)))))
        }, "($self, flag, /)", doc: "Controls parsing of parameter entities (including the external DTD subset).\n\nPossible flag values are XML_PARAM_ENTITY_PARSING_NEVER,\nXML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE and\nXML_PARAM_ENTITY_PARSING_ALWAYS. Returns true if setting the flag\nwas successful.")
        type.method("UseForeignDTD", .positional(minimum: 0, maximum: 1) { (self, a) throws(Raised) -> Ref in
            let wanted = a[0].isNull ? true : try Truth.of(a[0])
            guard let state = state(self) else { return .none }
            let code = XML_UseForeignDTD(state.parser, wanted ? 1 : 0)
            if code != XML_ERROR_NONE { throw state.errorNow(code.rawValue) }
            return .none
        }, "($self, flag=True, /)", doc: "Allows the application to provide an artificial external subset if one is not specified as part of the document instance.\n\nThis readily allows the use of a 'default' document type controlled by the\napplication, while still getting the advantage of providing document type\ninformation to the parser. 'flag' defaults to True if not provided.")
        type.method("ExternalEntityParserCreate", .positional(minimum: 1, maximum: 2) { (self, a) throws(Raised) -> Ref in
            for index in 0..<2 where !a[index].isNull && !a[index].isNone && !StrObject.isInstance(a[index]) {
                throw raise(
                    .typeError,
                    "ExternalEntityParserCreate() argument \(index + 1) must be str\(index == 0 ? " or None" : ""), not \(a[index].type.name)")
            }
            guard let state = state(self) else { return .none }
            let context = a[0].isNone ? nil : text(a[0])
            let encoding = a[1].isNull || a[1].isNone ? nil : text(a[1])
            guard let parser = XML_ExternalEntityParserCreate(state.parser, context, encoding) else { throw raise(.memoryError, argument: .null) }
            let result = try make(parser, state.intern.value)
            if let child = Self.state(result.value) {
                child.buffersText = state.buffersText
                child.bufferSize = state.bufferSize
                child.isOrdered = state.isOrdered
                child.isSpecified = state.isSpecified
                child.hasPrefixes = state.hasPrefixes
                child.parent.replace(Ref(self))
                for handler in ExpatHandler.allCases where !state.handlers[handler.rawValue].isNull {
                    child.setHandler(handler, state.handlers[handler.rawValue])
                }
            }
            return result
        }, "($self, context, encoding=<unrepresentable>, /)", doc: "Create a parser for parsing an external entity based on the information passed to the ExternalEntityRefHandler.")
    }
}
