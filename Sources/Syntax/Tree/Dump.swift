// A tree as `ast.dump` of Python 3.11 prints it. The parser is checked by comparing this text with CPython's.

/// What `ast.dump(tree, include_attributes=attributes, indent=indent)` prints.
public func dump(_ module: Module, attributes: Bool = false, indent: Int? = nil) -> String {
    var dumper = Dumper(attributes: attributes, indent: indent)
    return dumper.dump(module).text
}

/// The text of a node, and whether it is simple enough to stand on its parent's line.
struct Dumped {
    var text: String
    var isSimple: Bool
}

struct Dumper {
    let attributes: Bool
    let indent: Int?
    var level = 0

    init(attributes: Bool, indent: Int?) {
        self.attributes = attributes
        self.indent = indent
    }

    /// A field's text, made when the level is right.
    typealias Field = (name: String, value: (inout Dumper) -> Dumped)

    mutating func node(_ name: String, _ fields: [Field], _ range: SourceRange? = nil) -> Dumped {
        level += 1
        defer { level -= 1 }
        var parts: [String] = []
        var allSimple = true
        for field in fields {
            let value = field.value(&self)
            allSimple = allSimple && value.isSimple
            parts.append("\(field.name)=\(value.text)")
        }
        if attributes, let range {
            parts.append("lineno=\(range.line)")
            parts.append("col_offset=\(range.column)")
            parts.append("end_lineno=\(range.endLine)")
            parts.append("end_col_offset=\(range.endColumn)")
        }
        let fieldCount = fields.count + (attributes && range != nil ? 4 : 0)
        if allSimple && fieldCount <= 3 {
            return Dumped(text: "\(name)(\(parts.joined(separator: ", ")))", isSimple: fields.isEmpty)
        }
        return Dumped(text: "\(name)(\(lineBreak())\(parts.joined(separator: separator())))", isSimple: false)
    }

    private func lineBreak() -> String {
        guard let indent else { return "" }
        return "\n" + String(repeating: " ", count: indent * level)
    }

    private func separator() -> String { indent == nil ? ", " : "," + lineBreak() }

    mutating func list<Element>(_ elements: [Element], _ dump: (inout Dumper, Element) -> Dumped) -> Dumped {
        if elements.isEmpty { return Dumped(text: "[]", isSimple: true) }
        level += 1
        defer { level -= 1 }
        var parts: [String] = []
        for element in elements { parts.append(dump(&self, element).text) }
        return Dumped(text: "[\(lineBreak())\(parts.joined(separator: separator()))]", isSimple: false)
    }

    func plain(_ text: String) -> Dumped { Dumped(text: text, isSimple: true) }

    mutating func dump(_ module: Module) -> Dumped {
        switch module {
        case .module(let body, _):
            return node("Module", [("body", { $0.statements(body) }), ("type_ignores", { $0.plain("[]") })])
        case .interactive(let body): return node("Interactive", [("body", { $0.statements(body) })])
        case .expression(let body): return node("Expression", [("body", { $0.dump(body) })])
        case .functionType(let arguments, let returns):
            return node("FunctionType", [("argtypes", { $0.expressions(arguments) }), ("returns", { $0.dump(returns) })])
        }
    }

    mutating func statements(_ body: [Statement]) -> Dumped { list(body) { $0.dump($1) } }
    mutating func expressions(_ elements: [Expression]) -> Dumped { list(elements) { $0.dump($1) } }
    mutating func strings(_ elements: [String]) -> Dumped { list(elements) { $0.plain(PythonRepr.string(PythonText($1))) } }

    /// A field that is left out when it is `None`.
    func optional(_ name: String, _ value: Expression?) -> [Field] {
        guard let value else { return [] }
        return [(name, { $0.dump(value) })]
    }

    func optional(_ name: String, _ value: String?) -> [Field] {
        guard let value else { return [] }
        return [(name, { $0.plain(PythonRepr.string(PythonText(value))) })]
    }

    func text(_ name: String, _ value: String) -> Field { (name, { $0.plain(PythonRepr.string(PythonText(value))) }) }

    func context(_ context: ExpressionContext) -> Field {
        let name = switch context { case .load: "Load()"; case .store: "Store()"; case .delete: "Del()" }
        return ("ctx", { $0.plain(name) })
    }
}

/// `repr` of a text, as `dump` prints it.
public func dumpText(_ text: String) -> String { PythonRepr.string(PythonText(text)) }
