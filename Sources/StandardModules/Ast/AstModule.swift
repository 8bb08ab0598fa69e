// The module _ast, and compile() from and to trees.

import CPythonABI
import Compiler
import Runtime
import Syntax

enum AstModule {
    /// Lets compile() know of trees; the classes are made when they are first needed.
    static func start() {
        CompileFunctions.treeHook = parse
        CompileFunctions.treeCompileHook = compile
    }

    static func fill(_ module: ModuleBuilder) throws(Raised) {
        try NodeTypes.make()
        module.set("AST", NodeTypes.base.value)
        module.set("PyCF_ALLOW_TOP_LEVEL_AWAIT", int: CompileFunctions.allowTopLevelAwait)
        module.set("PyCF_ONLY_AST", int: CompileFunctions.onlyAST)
        module.set("PyCF_TYPE_COMMENTS", int: CompileFunctions.typeComments)
        let dict = ModuleObject.dict(module.module)
        for node in NodeClass.allCases {
            let name = StrObject.intern(NodeTypes.descriptions[node.rawValue].name)
            DictObject.set(dict, name: name.value, NodeTypes.type(node).value)
        }
    }

    /// compile(source, ..., PyCF_ONLY_AST)
    private static func parse(_ source: Value, _ request: SourceCode.Request) throws(Raised) -> Ref {
        try NodeTypes.make()
        if source.type.isSubtype(of: NodeTypes.base) { return Ref(source) }
        guard let bytes = try CompileFunctions.sourceBytes(source) else {
            throw raise(.typeError, "compile() arg 1 must be a string, bytes or AST object")
        }
        var request = request
        request.isText = bytes.isText
        let tree = try SourceCode.parse(bytes.bytes, request)
        return try TreeWriter().module(tree)
    }

    /// compile(tree, ...); null if the object is no tree.
    private static func compile(_ tree: Value, _ request: SourceCode.Request) throws(Raised) -> Ref {
        guard NodeTypes.isMade, tree.type.isSubtype(of: NodeTypes.base) else { return .null }
        let expected: NodeClass
        switch request.mode {
        case .eval: expected = .Expression
        case .single: expected = .Interactive
        default: expected = .Module
        }
        guard tree.type.isSubtype(of: NodeTypes.type(expected)) else {
            throw raise(.typeError, "expected \(expected) node, got \(tree.type.shortName)")
        }
        var reader = TreeReader()
        let raw = try reader.node(tree, .mod)
        var validator = TreeValidator(constants: reader.constants)
        let module = try validator.module(raw)
        return try SourceCode.compile(module, request)
    }
}
