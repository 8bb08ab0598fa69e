// Prints what the front end makes of Python sources, for comparison with CPython (Scripts/check_parser.sh). Not a product.
//
//     syntax-dump FILE...            the tree as `ast.dump(tree, include_attributes=True)`, or the failure
//     syntax-dump --time FILE        how long parsing takes
//     syntax-dump --warnings FILE... the warnings, a line each
//     syntax-dump --serve            reads requests "MODE LENGTH [str] [open] [incomplete] [vMINOR]\n" and that many bytes, answers "LENGTH\n" and as many bytes

import Glibc
import Syntax

func readAll(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = fread(&chunk, 1, chunk.count, file)
        if count == 0 { return bytes }
        bytes.append(contentsOf: chunk[..<count])
    }
}

func quote(_ text: String?) -> String { text.map { dumpText($0) } ?? "None" }

func describe(_ result: Result<(Module, warnings: [SyntaxWarning]), SyntaxFailure>) -> String {
    switch result {
    case .success(let parsed):
        return dump(parsed.0, attributes: true)
    case .failure(let failure):
        let end = "\(failure.endLine.map(String.init) ?? "None"), \(failure.endOffset.map(String.init) ?? "None")"
        return "!\(failure.kind) \(quote(failure.message)), \(failure.line), \(failure.offset), \(end), \(quote(failure.text))"
    }
}

func mode(_ name: Substring) -> ParseOptions.Mode {
    switch name {
    case "eval": return .eval
    case "single": return .single
    case "func_type": return .funcType
    default: return .exec
    }
}

func serve() {
    setvbuf(stdout, nil, _IOFBF, 1 << 16)
    while let line = readLine() {
        let words = line.split(separator: " ")
        guard words.count >= 2, let length = Int(words[1]) else { return }
        var bytes = [UInt8](repeating: 0, count: length)
        if fread(&bytes, 1, length, stdin) != length { return }
        var options = ParseOptions(mode: mode(words[0]))
        options.sourceIsUTF8 = words.contains("str")
        options.dontImplyDedent = words.contains("open")
        options.allowIncompleteInput = words.contains("incomplete")
        if let version = words.first(where: { $0.hasPrefix("v") }) { options.featureVersion = Int(version.dropFirst()) ?? 11 }
        let answer = describe(parse(source: bytes, filename: "<s>", options: options))
        print(answer.utf8.count)
        print(answer, terminator: "")
        fflush(stdout)
    }
}

func time(_ path: String) {
    guard let bytes = readAll(path) else { return }
    for _ in 0..<5 {
        var start = timespec(), end = timespec()
        clock_gettime(CLOCK_MONOTONIC, &start)
        let result = parse(source: bytes, filename: path)
        clock_gettime(CLOCK_MONOTONIC, &end)
        if case .failure(let failure) = result { print(failure.message) }
        let seconds = Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9
        print("\(seconds * 1000) ms")
    }
}

let arguments = CommandLine.arguments.dropFirst()
if arguments.first == "--serve" {
    serve()
} else if arguments.first == "--warnings" {
    for path in arguments.dropFirst() {
        guard let bytes = readAll(path), case .success(let parsed) = parse(source: bytes, filename: path) else { continue }
        for warning in parsed.warnings { print("\(path)\t\(warning.category.rawValue)\t\(warning.message)\t\(warning.line)") }
    }
} else if arguments.first == "--time" {
    for path in arguments.dropFirst() { time(path) }
} else {
    for path in arguments {
        guard let bytes = readAll(path) else { continue }
        print(describe(parse(source: bytes, filename: path)))
    }
}
