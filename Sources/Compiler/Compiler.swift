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
    let future: FutureFeatures, futureLine: Int32
    switch futureFeatures(of: module, options) {
    case .success(let found): (future, futureLine) = found
    case .failure(let failure): return .failure(failure.asSyntaxFailure(options.filename))
    }
    var folder = ConstantFolder(optimizationLevel: options.optimizationLevel, postponedAnnotations: future.contains(.annotations))
    folder.fold(module)
    if folder.isTooDeep { return .failure(CompileFailure.recursion.asSyntaxFailure(options.filename)) }
    let table: SymbolTable
    switch SymbolTableBuilder.build(module, postponedAnnotations: future.contains(.annotations)) {
    case .success(let built): table = built
    case .failure(let failure): return .failure(failure.asSyntaxFailure(options.filename, beforeCode: true))
    }
    let generator = CodeGenerator(options: options, table: table, future: future)
    generator.futureLine = futureLine
    let unit = generator.compile(module)
    let warnings = generator.warnings.map {
        SyntaxWarning(category: .syntaxWarning, message: $0.message, line: Int($0.range.line), offset: Int($0.range.column) + 1)
    }
    if let failure = generator.failure {
        var failure = failure.asSyntaxFailure(options.filename)
        failure.warnings = warnings
        return .failure(failure)
    }
    return .success((unit, warnings: warnings))
}

/// The scopes of a tree, for the `symtable` module.
public func symbolTable(module: Module, options: CompileOptions) -> Result<SymbolTable, SyntaxFailure> {
    let future: FutureFeatures
    switch futureFeatures(of: module, options) {
    case .success(let found): future = found.features
    case .failure(let failure): return .failure(failure.asSyntaxFailure(options.filename))
    }
    switch SymbolTableBuilder.build(module, postponedAnnotations: future.contains(.annotations)) {
    case .success(let table): return .success(table)
    case .failure(let failure): return .failure(failure.asSyntaxFailure(options.filename, beforeCode: true))
    }
}

/// Features in force, and the line of the last statement that asks for one.
private func futureFeatures(
    of module: Module, _ options: CompileOptions
) -> Result<(features: FutureFeatures, lastLine: Int32), CompileFailure> {
    switch module {
    case .module(let body, _), .interactive(let body):
        return FutureFeatures.scan(body).map { ($0.features.union(options.futureFeatures), $0.lastLine) }
    default: return .success((options.futureFeatures, 0))
    }
}

extension CodeGenerator {
    func compile(_ module: Module) -> CodeUnit {
        let outer = u
        enterUnit(table.top, name: "<module>", firstLine: 1)
        u.unit.flags = future.rawValue
        // A module that awaits is a coroutine, as a function would be.
        if options.allowsTopLevelAwait {
            if u.scope.isCoroutine { u.unit.flags |= u.scope.isGenerator ? CodeFlags.asyncGenerator : CodeFlags.coroutine }
            beginGenerator(line: 1)
        }
        switch module {
        case .module(let body, _):
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
        return leaveUnit(returning: outer)
    }
}
