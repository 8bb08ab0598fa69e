// The compiler's one entry: tree to code.

import Syntax

/// How to compile a module.
public struct CompileOptions {
    public var filename: String
    /// 0 is none; 1 removes `assert` and sets `__debug__` to False; 2 removes docstrings too.
    public var optimizationLevel = 0
    /// Features that are in force besides those that the module imports (inherited by `exec`, or given to `compile`).
    public var futureFeatures: FutureFeatures = []
    /// `await` and asynchronous comprehensions are allowed in module code (`ast.PyCF_ALLOW_TOP_LEVEL_AWAIT`).
    public var allowsTopLevelAwait = false

    public init(filename: String, optimizationLevel: Int = 0, futureFeatures: FutureFeatures = []) {
        self.filename = filename
        self.optimizationLevel = optimizationLevel
        self.futureFeatures = futureFeatures
    }
}

/// Compiles a tree. Constants in the tree are folded in place.
///
/// - Returns: the code of the module, with SyntaxWarnings in the order in which they were found, or the exception to raise. The
///   failure of a too deep tree is a RecursionError. Takes time linear in the size of the tree, except that `finally` bodies are
///   compiled once for each way out.
public func compile(module: Module, options: CompileOptions) -> Result<(CodeUnit, warnings: [SyntaxWarning]), SyntaxFailure> {
    var future = options.futureFeatures
    switch module {
    case .module(let body), .interactive(let body):
        switch FutureFeatures.scan(body) {
        case .success(let features): future.formUnion(features)
        case .failure(let failure): return .failure(failure.asSyntaxFailure(options.filename))
        }
    default: break
    }
    var folder = ConstantFolder(optimizationLevel: options.optimizationLevel, postponedAnnotations: future.contains(.annotations))
    folder.fold(module)
    if folder.isTooDeep { return .failure(CompileFailure.recursion.asSyntaxFailure(options.filename)) }
    let table: SymbolTable
    switch SymbolTableBuilder.build(module, postponedAnnotations: future.contains(.annotations)) {
    case .success(let built): table = built
    case .failure(let failure): return .failure(failure.asSyntaxFailure(options.filename))
    }
    let generator = CodeGenerator(options: options, table: table, future: future)
    let unit = generator.compile(module)
    if let failure = generator.failure { return .failure(failure.asSyntaxFailure(options.filename)) }
    return .success((unit, warnings: generator.warnings.map {
        SyntaxWarning(category: .syntaxWarning, message: $0.message, line: Int($0.range.line), offset: Int($0.range.column) + 1)
    }))
}

/// The scopes of a tree, for the `symtable` module.
public func symbolTable(module: Module, options: CompileOptions) -> Result<SymbolTable, SyntaxFailure> {
    var future = options.futureFeatures
    switch module {
    case .module(let body), .interactive(let body):
        switch FutureFeatures.scan(body) {
        case .success(let features): future.formUnion(features)
        case .failure(let failure): return .failure(failure.asSyntaxFailure(options.filename))
        }
    default: break
    }
    switch SymbolTableBuilder.build(module, postponedAnnotations: future.contains(.annotations)) {
    case .success(let table): return .success(table)
    case .failure(let failure): return .failure(failure.asSyntaxFailure(options.filename))
    }
}

extension CodeGenerator {
    func compile(_ module: Module) -> CodeUnit {
        let outer = u
        enterUnit(table.top, name: "<module>", firstLine: 1)
        u.unit.flags = future.rawValue
        switch module {
        case .module(let body):
            u.location = SourceRange(line: 0, column: 0, endLine: 0, endColumn: 0)
            compileNamespace(body)
        case .interactive(let body):
            isInteractive = true
            if u.scope.hasAnnotations { u.emit(.setupAnnotations) }
            compile(body)
        case .expression(let expression):
            u.location = expression.range
            returnValue(operand(expression))
        case .functionType:
            failure = .invalidTree("compile() cannot compile a function type")
        }
        if options.allowsTopLevelAwait, u.scope.isCoroutine {
            u.unit.flags |= u.scope.isGenerator ? CodeFlags.asyncGenerator : CodeFlags.coroutine
        }
        return leaveUnit(returning: outer)
    }
}
