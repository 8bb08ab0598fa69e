// What the command line asks for, done.

import Compiler
import CAPI
import CPythonABI
import Glibc
import Runtime
import StandardModules
import Syntax

enum CommandLineProgram {
    private static var arguments: [String] {
        (0..<Int(_pyswift_argument_count)).compactMap { index in _pyswift_arguments[index].map { ArgumentText.decode($0) } }
    }

    static func run() -> Int32 {
        var options = CommandLineOptions()
        if let status = read(arguments, &options) { return status }
        let usesEnvironment = options.configuration.ignoreEnvironment == 0
        let isSettled = options.configuration.xOptions.contains { $0.name == "utf8" } || usesEnvironment && getenv("PYTHONUTF8").map { $0.pointee != 0 } == true
        LocaleCoercion.apply(&options.configuration, isSettled: isSettled)
        if options.configuration.isASCII { rereadArguments(&options) }
        if case .disassemble(let file) = options.program { return disassemble(file) }
        StandardModules.registerAll()
        CAPI.install()
        // Py_RunMain runs what was asked for again, Py_BytesMain something else.
        MainFunction.run = { (arguments) -> Int32 in
            if let arguments {
                if let status = read(arguments, &options) { return status }
                Startup.replace(options.configuration)
            }
            return runProgram(options)
        }
        Startup.start(options.configuration)
        return runProgram(options)
    }
    /// Takes the command line and the environment apart; a status if there is nothing to run.
    private static func read(_ arguments: [String], _ options: inout CommandLineOptions) -> Int32? {
        switch CommandLineOptions.parse(arguments) {
        case .success(let parsed): options = parsed
        case .failure(let failure):
            fputs(failure.text, failure.status == 0 ? stdout : stderr)
            return failure.status
        }
        if let failure = options.readEnvironment() {
            fputs(failure.text, stderr)
            return failure.status
        }
        options.completeWarnOptions()
        return nil
    }
    private static func runProgram(_ options: CommandLineOptions) -> Int32 {
        let name = options.programName
        let status: Int32
        switch options.program {
        case .command(let source): status = MainProgram.run(command: source)
        case .module(let module): status = MainProgram.run(module: module)
        case .file(let file): status = MainProgram.run(file: file, program: name)
        case .standardInput, .disassemble:
            if options.showsBanner { fputs(CommandLineText.banner, stderr) }
            status = MainProgram.runStandardInput()
        }
        return Finalization.finish(status)
    }

    /// Takes the words of the command line anew, as ASCII with other bytes kept apart.
    private static func rereadArguments(_ options: inout CommandLineOptions) {
        ArgumentText.isASCII = true
        guard case .success(let parsed) = CommandLineOptions.parse(arguments) else { return }
        options.program = parsed.program
        options.configuration.arguments = parsed.configuration.arguments
        options.configuration.originalArguments = parsed.configuration.originalArguments
    }

    /// `--dis FILE`: the instructions of a module.
    private static func disassemble(_ file: String) -> Int32 {
        guard let source = readFile(file) else {
            fputs("pyswift: can't open file '\(file)'\n", stderr)
            return 2
        }
        let failure: SyntaxFailure
        switch parse(source: source, filename: file) {
        case .failure(let found): failure = found
        case .success(let parsed):
            switch compile(module: parsed.0, options: CompileOptions(filename: file)) {
            case .failure(let found): failure = found
            case .success(let compiled):
                print(Compiler.disassemble(compiled.0))
                return 0
            }
        }
        fputs("\(file):\(failure.line): \(failure.message)\n", stderr)
        return 1
    }
    private static func readFile(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { return bytes }
            bytes.append(contentsOf: buffer[..<count])
        }
    }
}
