// The handlers of a parser, and how the library's callbacks reach them.

import CExpat
import CPythonABI
import Runtime

enum ExpatHandler: Int, CaseIterable {
    case startElement, endElement, processingInstruction, characterData, unparsedEntity, notation, startNamespace, endNamespace, comment
    case startCdata, endCdata, plainDefault, defaultExpand, notStandalone, externalEntity, startDoctype, endDoctype, element, xml, attlist
    case skippedEntity, entity

    var name: StaticString {
        switch self {
        case .startElement: return "StartElementHandler"
        case .endElement: return "EndElementHandler"
        case .processingInstruction: return "ProcessingInstructionHandler"
        case .characterData: return "CharacterDataHandler"
        case .unparsedEntity: return "UnparsedEntityDeclHandler"
        case .notation: return "NotationDeclHandler"
        case .startNamespace: return "StartNamespaceDeclHandler"
        case .endNamespace: return "EndNamespaceDeclHandler"
        case .comment: return "CommentHandler"
        case .startCdata: return "StartCdataSectionHandler"
        case .endCdata: return "EndCdataSectionHandler"
        case .plainDefault: return "DefaultHandler"
        case .defaultExpand: return "DefaultHandlerExpand"
        case .notStandalone: return "NotStandaloneHandler"
        case .externalEntity: return "ExternalEntityRefHandler"
        case .startDoctype: return "StartDoctypeDeclHandler"
        case .endDoctype: return "EndDoctypeDeclHandler"
        case .element: return "ElementDeclHandler"
        case .xml: return "XmlDeclHandler"
        case .attlist: return "AttlistDeclHandler"
        case .skippedEntity: return "SkippedEntityHandler"
        case .entity: return "EntityDeclHandler"
        }
    }

    /// Tells the library whether there is a handler: what has none goes to the default handler.
    func install(_ parser: XML_Parser, _ on: Bool) {
        switch self {
        case .startElement: XML_SetStartElementHandler(parser, on ? { ExpatCallbacks.startElement($0, $1, $2) } : nil)
        case .endElement: XML_SetEndElementHandler(parser, on ? { ExpatCallbacks.names(.endElement, $0, $1) } : nil)
        case .processingInstruction:
            XML_SetProcessingInstructionHandler(parser, on ? { ExpatCallbacks.strings(.processingInstruction, $0, name: $1, $2) } : nil)
        case .characterData:
            XML_SetCharacterDataHandler(parser, on ? { data, text, count in
                if let text { ExpatParser.of(data)?.characters(text, Int(count)) }
            } : nil)
        case .unparsedEntity:
            XML_SetUnparsedEntityDeclHandler(parser, on ? { ExpatCallbacks.names(.unparsedEntity, $0, $1, $2, $3, $4, $5) } : nil)
        case .notation: XML_SetNotationDeclHandler(parser, on ? { ExpatCallbacks.names(.notation, $0, $1, $2, $3, $4) } : nil)
        case .startNamespace: XML_SetStartNamespaceDeclHandler(parser, on ? { ExpatCallbacks.names(.startNamespace, $0, $1, $2) } : nil)
        case .endNamespace: XML_SetEndNamespaceDeclHandler(parser, on ? { ExpatCallbacks.names(.endNamespace, $0, $1) } : nil)
        case .comment: XML_SetCommentHandler(parser, on ? { ExpatCallbacks.string(.comment, $0, $1) } : nil)
        case .startCdata: XML_SetStartCdataSectionHandler(parser, on ? { ExpatCallbacks.names(.startCdata, $0) } : nil)
        case .endCdata: XML_SetEndCdataSectionHandler(parser, on ? { ExpatCallbacks.names(.endCdata, $0) } : nil)
        case .plainDefault: XML_SetDefaultHandler(parser, on ? { ExpatCallbacks.text(.plainDefault, $0, $1, $2) } : nil)
        case .defaultExpand: XML_SetDefaultHandlerExpand(parser, on ? { ExpatCallbacks.text(.defaultExpand, $0, $1, $2) } : nil)
        case .notStandalone: XML_SetNotStandaloneHandler(parser, on ? { ExpatCallbacks.notStandalone($0) } : nil)
        case .externalEntity: XML_SetExternalEntityRefHandler(parser, on ? { ExpatCallbacks.externalEntity($0, $1, $2, $3, $4) } : nil)
        case .startDoctype: XML_SetStartDoctypeDeclHandler(parser, on ? { ExpatCallbacks.startDoctype($0, $1, $2, $3, $4) } : nil)
        case .endDoctype: XML_SetEndDoctypeDeclHandler(parser, on ? { ExpatCallbacks.names(.endDoctype, $0) } : nil)
        case .element: XML_SetElementDeclHandler(parser, on ? { ExpatCallbacks.element($0, $1, $2) } : nil)
        case .xml: XML_SetXmlDeclHandler(parser, on ? { ExpatCallbacks.xml($0, $1, $2, $3) } : nil)
        case .attlist: XML_SetAttlistDeclHandler(parser, on ? { ExpatCallbacks.attlist($0, $1, $2, $3, $4, $5) } : nil)
        case .skippedEntity: XML_SetSkippedEntityHandler(parser, on ? { ExpatCallbacks.skippedEntity($0, $1, $2) } : nil)
        case .entity: XML_SetEntityDeclHandler(parser, on ? { ExpatCallbacks.entity($0, $1, $2, $3, $4, $5, $6, $7, $8) } : nil)
        }
    }
}

/// From the library's arguments to Python's.
enum ExpatCallbacks {
    typealias Text = CharacterPointer<XML_Char>?

    /// A handler whose arguments are all names.
    static func names(_ handler: ExpatHandler, _ data: OpaqueWord, _ texts: Text...) {
        guard let state = ExpatParser.of(data) else { return }
        _ = state.call(handler) { () throws(Raised) -> Ref in
            if texts.isEmpty { return TupleObject.empty }
            let tuple = try TupleObject.allocate(texts.count)
            for index in 0..<texts.count { TupleObject.store(tuple.value, index, .none) }
            for index in 0..<texts.count { TupleObject.store(tuple.value, index, try state.name(texts[index])) }
            TupleObject.finish(tuple.value)
            return tuple
        }.isNull
    }
    static func string(_ handler: ExpatHandler, _ data: OpaqueWord, _ text: Text) {
        guard let state = ExpatParser.of(data) else { return }
        _ = state.call(handler) { () throws(Raised) -> Ref in
            let string = try state.string(text)
            return TupleObject.make(string.value)
        }.isNull
    }
    static func strings(_ handler: ExpatHandler, _ data: OpaqueWord, name: Text, _ text: Text) {
        guard let state = ExpatParser.of(data) else { return }
        _ = state.call(handler) { () throws(Raised) -> Ref in
            let first = try state.name(name)
            let second = try state.string(text)
            return TupleObject.make(first.value, second.value)
        }.isNull
    }
    static func text(_ handler: ExpatHandler, _ data: OpaqueWord, _ text: Text, _ count: Int32) {
        guard let state = ExpatParser.of(data), let text else { return }
        _ = state.call(handler) { () throws(Raised) -> Ref in
            let string = try state.string(text, Int(count))
            return TupleObject.make(string.value)
        }.isNull
    }

    static func startElement(_ data: OpaqueWord, _ name: Text, _ attributes: MutableRow<CharacterPointer<XML_Char>?>?) {
        guard let state = ExpatParser.of(data), let attributes else { return }
        _ = state.call(.startElement) { () throws(Raised) -> Ref in
            var limit = Int.max
            if state.isSpecified { limit = Int(XML_GetSpecifiedAttributeCount(state.parser)) }
            let tag = try state.name(name)
            let all = state.isOrdered ? ListObject.make() : DictObject.make()
            var index = 0
            while index < limit, attributes[index] != nil {
                let key = try state.name(attributes[index])
                let value = try state.string(attributes[index + 1])
                if state.isOrdered {
                    try ListObject.append(all.value, key.value)
                    try ListObject.append(all.value, value.value)
                } else {
                    try DictObject.set(all.value, key.value, value.value)
                }
                index += 2
            }
            return TupleObject.make(tag.value, all.value)
        }.isNull
    }
    static func notStandalone(_ data: OpaqueWord) -> Int32 {
        guard let state = ExpatParser.of(data) else { return 0 }
        let result = state.call(.notStandalone) { () throws(Raised) -> Ref in TupleObject.empty }
        return status(result, state)
    }
    private static func status(_ result: borrowing Ref, _ state: ExpatParser) -> Int32 {
        if result.isNull { return 0 }
        do throws(Raised) { return Int32(truncatingIfNeeded: try CInteger.size(result.value)) } catch {
            state.fail()
            return 0
        }
    }
    static func externalEntity(_ parser: XML_Parser?, _ context: Text, _ base: Text, _ system: Text, _ publicName: Text) -> Int32 {
        guard let parser, let state = ExpatParser.of(XML_GetUserData_(parser)) else { return 0 }
        let result = state.call(.externalEntity) { () throws(Raised) -> Ref in
            let a = try state.string(context)
            let b = try state.name(base)
            let c = try state.name(system)
            let d = try state.name(publicName)
            return TupleObject.make(a.value, b.value, c.value, d.value)
        }
        return status(result, state)
    }
    static func startDoctype(_ data: OpaqueWord, _ name: Text, _ system: Text, _ publicName: Text, _ hasSubset: Int32) {
        guard let state = ExpatParser.of(data) else { return }
        _ = state.call(.startDoctype) { () throws(Raised) -> Ref in
            let a = try state.name(name)
            let b = try state.name(system)
            let c = try state.name(publicName)
            return TupleObject.make(a.value, b.value, c.value, Value(smallInt: Int(hasSubset)))
        }.isNull
    }
    static func xml(_ data: OpaqueWord, _ version: Text, _ encoding: Text, _ standalone: Int32) {
        guard let state = ExpatParser.of(data) else { return }
        _ = state.call(.xml) { () throws(Raised) -> Ref in
            let a = try state.string(version)
            let b = try state.string(encoding)
            return TupleObject.make(a.value, b.value, Value(smallInt: Int(standalone)))
        }.isNull
    }
    static func attlist(_ data: OpaqueWord, _ element: Text, _ name: Text, _ type: Text, _ fallback: Text, _ isRequired: Int32) {
        guard let state = ExpatParser.of(data) else { return }
        _ = state.call(.attlist) { () throws(Raised) -> Ref in
            let a = try state.name(element)
            let b = try state.name(name)
            let c = try state.string(type)
            let d = try state.string(fallback)
            return TupleObject.make(a.value, b.value, c.value, d.value, Value(smallInt: Int(isRequired)))
        }.isNull
    }
    static func skippedEntity(_ data: OpaqueWord, _ name: Text, _ isParameter: Int32) {
        guard let state = ExpatParser.of(data) else { return }
        _ = state.call(.skippedEntity) { () throws(Raised) -> Ref in
            let a = try state.name(name)
            return TupleObject.make(a.value, Value(smallInt: Int(isParameter)))
        }.isNull
    }
    static func entity(
        _ data: OpaqueWord, _ name: Text, _ isParameter: Int32, _ value: Text, _ count: Int32, _ base: Text, _ system: Text, _ publicName: Text,
        _ notation: Text
    ) {
        guard let state = ExpatParser.of(data) else { return }
        _ = state.call(.entity) { () throws(Raised) -> Ref in
            let a = try state.name(name)
            let text = value == nil ? Ref.none : try state.string(value.unsafelyUnwrapped, Int(count))
            let b = try state.name(base)
            let c = try state.name(system)
            let d = try state.name(publicName)
            let e = try state.name(notation)
            return TupleObject.make(a.value, Value(smallInt: Int(isParameter)), text.value, b.value, c.value, d.value, e.value)
        }.isNull
    }
    static func element(_ data: OpaqueWord, _ name: Text, _ model: MutableRow<XML_Content>?) {
        guard let state = ExpatParser.of(data), let model else { return }
        _ = state.call(.element) { () throws(Raised) -> Ref in
            let a = try state.name(name)
            let shape = try content(state, model)
            return TupleObject.make(a.value, shape.value)
        }.isNull
        XML_FreeContentModel(state.parser, model)
    }
    /// (type, quantifier, name, children)
    private static func content(_ state: ExpatParser, _ model: MutableRow<XML_Content>) throws(Raised) -> Ref {
        try NativeStack.enter(" in a content model")
        let count = Int(model.pointee.numchildren)
        let children = ListObject.make()
        for index in 0..<count {
            let child = try content(state, model.pointee.children + index)
            try ListObject.append(children.value, child.value)
        }
        let tuple = try Iteration.tuple(children.value)
        let name = try state.name(model.pointee.name.map { CharacterPointer($0) })
        return TupleObject.make(
            Value(smallInt: Int(model.pointee.type.rawValue)), Value(smallInt: Int(model.pointee.quant.rawValue)), name.value, tuple.value)
    }
}
