// Options and environment variables, as CPython's.

import Glibc
import Runtime

struct CommandLineOptions {
    enum Program {
        case command(String)
        case module(String)
        case file(String)
        case disassemble(String)
        case standardInput
    }
    /// Something to print, and the end.
    struct Failure: Error {
        var text: String
        var status: Int32
    }

    var configuration = Configuration()
    var program = Program.standardInput
    var programName = "pyswift"
    /// `-R`: whatever PYTHONHASHSEED says.
    var wantsRandomHashes = false

    var showsBanner: Bool {
        configuration.quiet == 0 && (isatty(0) == 1 || configuration.interactive != 0)
    }

    // MARK: Options

    static func parse(_ arguments: [String]) -> Result<CommandLineOptions, Failure> {
        var options = CommandLineOptions()
        options.programName = arguments.first ?? "pyswift"
        options.configuration.originalArguments = arguments
        options.configuration.program = options.programName
        var versionCount = 0
        var index = 1
        /// Letters of the current argument that are still to be read.
        var letters: [UInt8] = []
        func usage(_ problem: String) -> Result<CommandLineOptions, Failure> {
            .failure(Failure(text: "\(problem)\n\(CommandLineText.usage(options.programName))Try `python -h' for more information.\n", status: 2))
        }
        var rest: [String] = []
        scan: while true {
            if letters.isEmpty {
                guard index < arguments.count else { break scan }
                let argument = arguments[index]
                if argument == "-" || !argument.hasPrefix("-") { break scan }
                index += 1
                if argument == "--" { break scan }
                if argument.hasPrefix("--") {
                    switch argument {
                    case "--help": return .failure(Failure(text: CommandLineText.help(options.programName), status: 0))
                    case "--help-all", "--help-env", "--help-xoptions":
                        let texts = ["--help-env": [CommandLineText.environment], "--help-xoptions": [CommandLineText.implementationOptions]]
                        let all = [CommandLineText.help(options.programName), CommandLineText.environment, CommandLineText.implementationOptions]
                        return .failure(Failure(text: (texts[argument] ?? all).joined(separator: "\n\n"), status: 0))
                    case "--version": versionCount += 1
                    case "--check-hash-based-pycs":
                        guard index < arguments.count else { return usage("Argument expected for the --check-hash-based-pycs options") }
                        options.configuration.checkHashBasedFiles = arguments[index]
                        index += 1
                    case "--dis":
                        guard index < arguments.count else { return usage("Argument expected for the --dis option") }
                        options.program = .disassemble(arguments[index])
                        return .success(options)
                    default: return usage("unknown option \(argument)")
                    }
                    continue
                }
                letters = Array(argument.utf8.dropFirst())
                continue
            }
            let letter = letters.removeFirst()
            /// The rest of the argument, or the next one.
            func value() -> String? {
                if !letters.isEmpty {
                    let text = String(decoding: letters, as: UTF8.self)
                    letters = []
                    return text
                }
                guard index < arguments.count else { return nil }
                index += 1
                return arguments[index - 1]
            }
            switch letter {
            case UInt8(ascii: "c"):
                guard let source = value() else { return usage("Argument expected for the -c option") }
                options.program = .command(source + "\n")
                rest = ["-c"]
                break scan
            case UInt8(ascii: "m"):
                guard let module = value() else { return usage("Argument expected for the -m option") }
                options.program = .module(module)
                rest = ["-m"]
                break scan
            case UInt8(ascii: "W"):
                guard let filter = value() else { return usage("Argument expected for the -W option") }
                options.configuration.warnOptions.append(filter)
            case UInt8(ascii: "X"):
                guard let option = value() else { return usage("Argument expected for the -X option") }
                if let failure = options.setImplementationOption(option) { return .failure(failure) }
            case UInt8(ascii: "b"): options.configuration.bytesWarning += 1
            case UInt8(ascii: "B"): options.configuration.dontWriteBytecode += 1
            case UInt8(ascii: "d"): options.configuration.debug += 1
            case UInt8(ascii: "E"): options.configuration.ignoreEnvironment += 1
            case UInt8(ascii: "h"), UInt8(ascii: "?"):
                return .failure(Failure(text: CommandLineText.help(options.programName), status: 0))
            case UInt8(ascii: "i"):
                options.configuration.inspect += 1
                options.configuration.interactive += 1
            case UInt8(ascii: "I"):
                options.configuration.isolated += 1
                options.configuration.ignoreEnvironment += 1
                options.configuration.noUserSite += 1
                options.configuration.safePath = true
            case UInt8(ascii: "O"): options.configuration.optimize += 1
            case UInt8(ascii: "P"): options.configuration.safePath = true
            case UInt8(ascii: "q"): options.configuration.quiet += 1
            case UInt8(ascii: "R"): options.wantsRandomHashes = true
            case UInt8(ascii: "s"): options.configuration.noUserSite += 1
            case UInt8(ascii: "S"): options.configuration.noSite += 1
            case UInt8(ascii: "t"): break
            case UInt8(ascii: "u"): options.configuration.unbuffered = true
            case UInt8(ascii: "v"): options.configuration.verbose += 1
            case UInt8(ascii: "V"): versionCount += 1
            case UInt8(ascii: "x"): options.configuration.skipsFirstLine = true
            case UInt8(ascii: "J"): return usage("-J is reserved for Jython")
            default: return usage("Unknown option: -\(Character(Unicode.Scalar(letter)))")
            }
        }
        if !["default", "always", "never"].contains(options.configuration.checkHashBasedFiles) {
            return usage("--check-hash-based-pycs must be one of 'default', 'always', or 'never'")
        }
        if versionCount > 0 {
            return .failure(Failure(text: versionCount > 1 ? CommandLineText.longVersion : CommandLineText.version, status: 0))
        }
        rest += arguments[min(index, arguments.count)...]
        if case .standardInput = options.program, let first = rest.first, first != "-" { options.program = .file(first) }
        options.configuration.arguments = rest.isEmpty ? [""] : rest
        return .success(options)
    }
}
