import Syntax
@testable import Compiler

/// Compiles a source; the code must pass both verifiers.
func compileSource(_ source: String, level: Int = 0, mode: ParseOptions.Mode = .exec) -> Result<CodeUnit, SyntaxFailure> {
    switch parse(source: Array(source.utf8), filename: "<test>", options: ParseOptions(mode: mode)) {
    case .failure(let failure): return .failure(failure)
    case .success(let parsed):
        return compile(module: parsed.0, options: CompileOptions(filename: "<test>", optimizationLevel: level)).flatMap {
            if let message = verify($0.0) ?? verifyLiveness($0.0) {
                return .failure(SyntaxFailure(kind: .valueError, message: "verifier: \(message)"))
            }
            return .success($0.0)
        }
    }
}

/// The opcodes of the first function of a source (or of the module if there is none), in order.
func opcodes(_ source: String) -> [Opcode] {
    guard case .success(let unit) = compileSource(source) else { return [] }
    return opcodes(of: firstFunction(unit) ?? unit)
}

func opcodes(of unit: CodeUnit) -> [Opcode] {
    var result: [Opcode] = []
    var word = 0
    while word < unit.instructions.count {
        let opcode = Instruction(word: unit.instructions[word]).opcode
        result.append(opcode)
        word += 1 + opcode.cacheWords
    }
    return result
}

func firstFunction(_ unit: CodeUnit) -> CodeUnit? {
    for constant in unit.constants { if case .code(let inner) = constant { return inner } }
    return nil
}

/// The message and place of the SyntaxError of a source.
func errorOf(_ source: String) -> String {
    switch compileSource(source) {
    case .success: return "none"
    case .failure(let failure): return "\(failure.line):\(failure.offset) \(failure.message)"
    }
}
