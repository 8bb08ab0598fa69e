// The module _symtable: what the compiler's first pass over a source finds out about names.

import CPythonABI
import Compiler
import Runtime
import Syntax

enum SymtableModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.function(
            "symtable", .positional(minimum: 3, maximum: 3) { (_, a) throws(Raised) -> Ref in try symtable(a[0], a[1], a[2]) },
            "($module, source, filename, startstr, /)", doc: "Return symbol and scope dictionaries used internally by compiler.")
        for (name, value) in constants { module.set(name, int: value) }
    }

    /// Flags of a symbol; above `SCOPE_OFF` where it lives.
    private static let constants: [(StaticString, Int)] = [
        ("USE", 16), ("DEF_GLOBAL", 1), ("DEF_NONLOCAL", 8), ("DEF_LOCAL", 2), ("DEF_PARAM", 4), ("DEF_FREE", 32), ("DEF_FREE_CLASS", 64),
        ("DEF_IMPORT", 128), ("DEF_BOUND", 134), ("DEF_ANNOT", 256), ("TYPE_FUNCTION", 0), ("TYPE_CLASS", 1), ("TYPE_MODULE", 2), ("LOCAL", 1),
        ("GLOBAL_EXPLICIT", 2), ("GLOBAL_IMPLICIT", 3), ("FREE", 4), ("CELL", 5), ("SCOPE_OFF", 11), ("SCOPE_MASK", 15),
    ]
    private static let scopeOffset = 11
    /// The flags of a scope that CPython has too.
    private static let shownFlags = 0x3DF

    private static func symtable(_ source: Value, _ filename: Value, _ start: Value) throws(Raised) -> Ref {
        guard let bytes = try CompileFunctions.sourceBytes(source) else {
            throw raise(.typeError, "symtable() arg 1 must be a string or bytes object")
        }
        var request = SourceCode.Request(filename: try CompileFunctions.path(filename))
        guard StrObject.isInstance(start) else {
            throw raise(.typeError, "symtable() argument 3 must be str, not \(start.isNone ? "None" : start.type.name)")
        }
        switch text(start) {
        case "exec": request.mode = .exec
        case "eval": request.mode = .eval
        case "single": request.mode = .single
        default: throw raise(.valueError, "symtable() arg 3 must be 'exec' or 'eval' or 'single'")
        }
        request.isText = bytes.isText
        let table = try SourceCode.symbolTable(bytes.bytes, request)
        return try entry(table.top)
    }

    // MARK: Entries

    /// Fields: id, name, symbols, varnames, children, nested, type, lineno.
    private static let type: TypePointer = FieldObject.type("symtable entry", fields: 8, .hidden) { type in
        type.field("id", 0)
        type.field("name", 1)
        type.field("symbols", 2)
        type.field("varnames", 3)
        type.field("children", 4)
        type.field("nested", 5)
        type.field("type", 6)
        type.field("lineno", 7)
        type.slots.repr = { (self) throws(Raised) -> Ref in
            let fields = Fields(self)
            return StrObject.make("<symtable entry \(text(fields[1]))(\(fields.int(0))), line \(fields.int(7))>")
        }
    }

    private static func entry(_ scope: Scope) throws(Raised) -> Ref {
        try NativeStack.enter(" while making a symbol table")
        let symbols = DictObject.make()
        let parameters = ListObject.make()
        for (index, name) in scope.names.enumerated() {
            let key = StrObject.intern(name)
            let flags = Int(scope.flags[index].rawValue) & shownFlags | number(scope.places[index]) << scopeOffset
            try DictObject.set(symbols.value, key.value, Value(smallInt: flags))
            if scope.flags[index].contains(.parameter) { try ListObject.append(parameters.value, key.value) }
        }
        let children = try ListObject.make(capacity: scope.children.count)
        for child in scope.children where child.kind != .annotation {
            let made = try entry(child)
            try ListObject.append(children.value, made.value)
        }
        let made = try FieldObject.make(type)
        let fields = Fields(made.value)
        fields.setInt(0, Int(UInt(bitPattern: ObjectIdentifier(scope).hashValue) & 0xFFFF_FFFF_FFFF))
        fields.set(1, StrObject.intern(scope.name))
        fields.set(2, symbols)
        fields.set(3, parameters)
        fields.set(4, children)
        fields.setInt(5, scope.isNested ? 1 : 0)
        fields.setInt(6, scope.kind == .module ? 2 : scope.kind == .class ? 1 : 0)
        fields.setInt(7, Int(scope.range.line))
        return made
    }
    private static func number(_ place: SymbolPlace) -> Int {
        switch place {
        case .unresolved: return 0
        case .local: return 1
        case .globalExplicit: return 2
        case .globalImplicit: return 3
        case .free: return 4
        case .cell: return 5
        }
    }
}
