// From source text to running code.

import CPythonABI
import Compiler
import Glibc
import Syntax

public enum SourceRunner {
    /// Compiles a module's source. Raises SyntaxError.
    public static func compile(_ source: [UInt8], filename: String) throws(Raised) -> Ref {
        switch Syntax.parse(source: source, filename: filename) {
        case .failure(let failure): throw raise(.syntaxError, failure.message)
        case .success(let parsed):
            switch Compiler.compile(module: parsed.0, options: CompileOptions(filename: filename)) {
            case .failure(let failure): throw raise(.syntaxError, failure.message)
            case .success(let compiled): return try CodeObject.link(compiled.0)
            }
        }
    }
    /// Runs a module's code in a namespace.
    public static func run(_ code: Value, globals: Value, builtins: Value) throws(Raised) {
        let result = try Interpreter.execute(code: code, globals: globals, locals: globals, builtins: builtins)
        _ = result.isNull
    }
}
