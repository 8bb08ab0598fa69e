// The front end and the compiler under libFuzzer: any bytes give code that the verifiers accept, or a failure, and never a trap.
//
// The first byte chooses the mode and the optimisation level, so that corpus files are sources behind one more byte.

import Compiler
import Glibc
import Syntax

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFrontEnd(_ data: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    guard count > 0 else { return 0 }
    let choice = data[0]
    let source = UnsafeBufferPointer(start: data + 1, count: count - 1)
    var options = ParseOptions()
    switch choice & 3 {
    case 1: options.mode = .eval
    case 2: options.mode = .single
    default: options.mode = .exec
    }
    guard case .success(let (module, _)) = parse(source: source, filename: "fuzz", options: options) else { return 0 }
    guard case .success(let (unit, _)) = compile(module: module, options: CompileOptions(filename: "fuzz", optimizationLevel: Int(choice >> 2 & 3) % 3))
    else { return 0 }
    if let problem = verify(unit) ?? verifyLiveness(unit) { fail(problem) }
    _ = disassemble(unit)
    let bytes = serialize(unit)
    guard let again = deserialize(bytes) else { fail("the serialised form cannot be read") }
    if serialize(again) != bytes { fail("the serialised form changes") }
    return 0
}

private func fail(_ problem: String) -> Never {
    fputs("FUZZ: \(problem)\n", stderr)
    abort()
}
