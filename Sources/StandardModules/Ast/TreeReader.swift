// From node objects to a tree of plain data that may still be wrong: types of fields are checked here, everything else by
// `TreeValidator`. As in CPython the whole tree is read before any of it is validated.

import CPythonABI
import Runtime
import Syntax

/// A node as it was found: whatever the grammar's types allow.
final class RawNode {
    let node: NodeClass
    var fields: [RawField] = []
    var range = SourceRange(line: 0, column: 0, endLine: 0, endColumn: 0)

    init(_ node: NodeClass) { self.node = node }
    deinit { RawNode.dismantle(self) }

    /// Frees deep trees in a loop.
    private static func dismantle(_ node: RawNode) {
        var pending: [RawNode] = []
        func collect(_ fields: inout [RawField]) {
            for field in fields {
                switch field {
                case .node(let child): pending.append(child)
                case .nodes(let children): for case let child? in children { pending.append(child) }
                default: break
                }
            }
            fields = []
        }
        collect(&node.fields)
        while var next = pending.popLast() {
            if isKnownUniquelyReferenced(&next) { collect(&next.fields) }
        }
    }
}

enum RawField {
    /// None, or not there.
    case none
    case node(RawNode)
    case nodes([RawNode?])
    case text(String)
    case texts([String?])
    case int(Int)
    /// A place in `TreeReader.constants`.
    case constant(Int)
}

struct TreeReader {
    /// CPython's limit, in nodes: three for each of the frames of the recursion limit.
    private static let deepest = 3000
    private var depth = 0
    /// A list of the objects found as constants.
    let constants = ListBox()

    final class ListBox {
        private(set) var values: [Value] = []
        func append(_ value: consuming Ref) -> Int {
            values.append(value.take())
            return values.count - 1
        }
        deinit { for value in values { value.release() } }
    }

    private func attribute(_ object: Value, _ name: Value) throws(Raised) -> Ref { try Attributes.getIfPresent(object, name) }

    /// The node that an object is, of a sum or product; `object` is not None.
    mutating func node(_ object: Value, _ expected: NodeClass) throws(Raised) -> RawNode {
        let description = NodeTypes.descriptions[expected.rawValue]
        depth += 1
        defer { depth -= 1 }
        let situation = " while traversing '\(description.name)' node"
        if depth > TreeReader.deepest { throw raise(.recursionError, "maximum recursion depth exceeded\(situation)") }
        try NativeStack.enter(" while traversing a tree")
        if !description.isSum {
            let raw = RawNode(expected)
            try fields(of: object, description, into: raw)
            if description.hasPosition { raw.range = try position(object, description) }
            return raw
        }
        let range = description.hasPosition ? try position(object, description) : nil
        guard let found = NodeTypes.nodeClass(of: object, among: expected) else {
            throw raise(.typeError, "expected some sort of \(description.name), but got \(try Repr.string(object))")
        }
        let raw = RawNode(found)
        if let range { raw.range = range }
        try fields(of: object, NodeTypes.descriptions[found.rawValue], into: raw)
        return raw
    }

    private mutating func fields(of object: Value, _ description: ClassDescription, into raw: RawNode) throws(Raised) {
        let names = NodeTypes.fieldNames[raw.node.rawValue]
        for (index, field) in description.fields.enumerated() {
            let value = try attribute(object, names[index])
            if field.count == .optional {
                if value.isNull || value.value.isNone {
                    if case .int = field.kind { raw.fields.append(.int(0)) } else { raw.fields.append(.none) }
                    continue
                }
            } else if value.isNull {
                throw raise(.typeError, "required field \"\(field.name)\" missing from \(description.name)")
            }
            if field.count == .many {
                raw.fields.append(try list(value.value, field, description))
            } else {
                raw.fields.append(try self.field(value.value, field.kind))
            }
        }
        // What may be None by its type, but not by the grammar, is told when the whole node has been read.
        for (index, field) in description.fields.enumerated() where field.count == .one {
            if case .none = raw.fields[index] {
                throw raise(.valueError, "field '\(field.name)' is required for \(description.name)")
            }
        }
    }

    private mutating func field(_ value: Value, _ kind: FieldKind) throws(Raised) -> RawField {
        switch kind {
        case .constant: return .constant(constants.append(Ref(value)))
        case .int: return .int(try TreeReader.int(value))
        case .identifier:
            if value.isNone { return .none }
            guard StrObject.isExact(value) else { throw raise(.typeError, "AST identifier must be of type str") }
            return .text(StrObject.swiftString(value))
        case .string:
            if value.isNone { return .none }
            if BytesObject.isExact(value) { return .text("") }
            guard StrObject.isExact(value) else { throw raise(.typeError, "AST string must be of type str") }
            return .text(StrObject.swiftString(value))
        case .node(let expected):
            if value.isNone && TreeReader.mayBeNone(expected) { return .none }
            return .node(try node(value, expected))
        }
    }
    /// Sums whose nodes hold something; operators and products must be there.
    private static func mayBeNone(_ node: NodeClass) -> Bool {
        switch node {
        case .stmt, .expr, .excepthandler, .pattern, .mod: return true
        default: return false
        }
    }

    private mutating func list(_ value: Value, _ field: FieldDescription, _ owner: ClassDescription) throws(Raised) -> RawField {
        guard ListObject.isInstance(value) else {
            throw raise(.typeError, "\(owner.name) field \"\(field.name)\" must be a list, not a \(value.type.shortName)")
        }
        let count = ListObject.count(value)
        var nodes: [RawNode?] = []
        var texts: [String?] = []
        for index in 0..<count {
            guard ListObject.count(value) == count else {
                throw raise(.runtimeError, "\(owner.name) field \"\(field.name)\" changed size during iteration")
            }
            let item = Ref(ListObject.item(value, index))
            switch try self.field(item.value, field.kind) {
            case .node(let node): nodes.append(node)
            case .text(let text): texts.append(text)
            default:
                if case .identifier = field.kind { texts.append(nil) } else { nodes.append(nil) }
            }
            guard ListObject.count(value) == count else {
                throw raise(.runtimeError, "\(owner.name) field \"\(field.name)\" changed size during iteration")
            }
        }
        if case .identifier = field.kind { return .texts(texts) }
        return .nodes(nodes)
    }

    private static func int(_ value: Value) throws(Raised) -> Int {
        guard IntObject.isInstance(value) else { throw raise(.valueError, "invalid integer value: \(try Repr.string(value))") }
        guard let number = IntObject.word(value), let narrow = Int32(exactly: number) else {
            throw raise(.overflowError, "Python int too large to convert to C int")
        }
        return Int(narrow)
    }

    private func position(_ object: Value, _ owner: ClassDescription) throws(Raised) -> SourceRange {
        let name = owner.name
        func required(_ index: Int, _ field: String) throws(Raised) -> Int {
            let value = try attribute(object, NodeTypes.positionNames[index])
            if value.isNull { throw raise(.typeError, "required field \"\(field)\" missing from \(name)") }
            return try TreeReader.int(value.value)
        }
        let line = try required(0, "lineno")
        let column = try required(1, "col_offset")
        func end(_ index: Int, _ field: String, _ start: Int) throws(Raised) -> Int {
            let value = try attribute(object, NodeTypes.positionNames[index])
            if value.isNull && !owner.endIsOptional { throw raise(.typeError, "required field \"\(field)\" missing from \(name)") }
            if value.isNull || (value.value.isNone && owner.endIsOptional) { return start }
            return try TreeReader.int(value.value)
        }
        let endLine = try end(2, "end_lineno", line)
        let endColumn = try end(3, "end_col_offset", column)
        return SourceRange(line: line, column: column, endLine: endLine, endColumn: endColumn)
    }
}
