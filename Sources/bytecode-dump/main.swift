// bytecode-dump [-O | -OO] [-q | -t] FILE ...: compiles sources and prints listings; with -q only failures, with -t only the
// time that compiling took.

import Compiler
import Glibc
import Syntax

func readFile(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = fread(&buffer, 1, buffer.count, file)
        if count == 0 { return bytes }
        bytes.append(contentsOf: buffer[..<count])
    }
}

var isQuiet = false
var level = 0
var failures = 0
/// With -t: seconds spent in the compiler.
var isTiming = false
var seconds = 0.0

func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
for argument in CommandLine.arguments.dropFirst() {
    switch argument {
    case "-q": isQuiet = true
    case "-t": isTiming = true
    case "-O": level = 1
    case "-OO": level = 2
    default:
        guard let source = readFile(argument) else { print("\(argument): cannot read"); continue }
        let module: Module
        switch parse(source: source, filename: argument) {
        case .success(let result): module = result.0
        case .failure(let failure):
            print("\(argument):\(failure.line): \(failure.message)")
            failures += 1
            continue
        }
        let start = now()
        let result = compile(module: module, options: CompileOptions(filename: argument, optimizationLevel: level))
        seconds += now() - start
        if isTiming { continue }
        switch result {
        case .success(let (unit, warnings)):
            for warning in warnings { print("\(argument):\(warning.line): SyntaxWarning: \(warning.message)") }
            if let message = verify(unit) ?? verifyLiveness(unit) {
                print("\(argument): VERIFIER: \(message)")
                failures += 1
            }
            let bytes = serialize(unit)
            if let again = deserialize(bytes), serialize(again) == bytes {} else {
                print("\(argument): SERIALISER")
                failures += 1
            }
            if !isQuiet { print(disassemble(unit)) }
        case .failure(let failure):
            print("\(failure.message)|\(failure.line)|\(failure.offset)|\(failure.endLine ?? -1)|\(failure.endOffset ?? -1)")
            failures += 1
        }
    }
}
if isTiming { print("compiled in \(seconds) s") }
exit(failures == 0 ? 0 : 1)
