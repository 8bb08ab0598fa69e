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
                        return .failure(Failure(text: CommandLineText.environment, status: 0))
                    case "--version": versionCount += 1
                    case "--check-hash-based-pycs":
                        guard index < arguments.count else { return usage("Argument expected for the --check-hash-based-pycs option") }
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
            case UInt8(ascii: "R"): break
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
        if versionCount > 0 {
            return .failure(Failure(text: versionCount > 1 ? CommandLineText.longVersion : CommandLineText.version, status: 0))
        }
        rest += arguments[min(index, arguments.count)...]
        if case .standardInput = options.program, let first = rest.first, first != "-" { options.program = .file(first) }
        options.configuration.arguments = rest.isEmpty ? [""] : rest
        return .success(options)
    }

    private mutating func setImplementationOption(_ option: String) -> Failure? {
        let parts = option.split(separator: "=", maxSplits: 1).map(String.init)
        let name = parts.first ?? option
        let value = parts.count > 1 ? parts[1] : nil
        configuration.xOptions.append((name, value))
        switch name {
        case "dev": configuration.devMode = true
        case "utf8": configuration.utf8Mode = value == "0" ? 0 : 1
        case "warn_default_encoding": configuration.warnDefaultEncoding = 1
        case "int_max_str_digits":
            guard let number = value.flatMap({ Int($0) }), number == 0 || number >= 640 else {
                return Failure(text: CommandLineText.fatal(
                    "config_init_int_max_str_digits: -X int_max_str_digits: invalid limit; must be >= 640 or 0 for unlimited."), status: 1)
            }
            configuration.intMaxStrDigits = number
        default: break
        }
        return nil
    }

    // MARK: Environment

    mutating func readEnvironment() {
        if configuration.ignoreEnvironment != 0 { return }
        func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } }
        /// A number, or 1 for any other text.
        func level(_ name: String) -> Int { value(name).map { max(Int($0) ?? 1, 0) } ?? 0 }
        configuration.debug = max(configuration.debug, level("PYTHONDEBUG"))
        configuration.verbose = max(configuration.verbose, level("PYTHONVERBOSE"))
        configuration.optimize = max(configuration.optimize, level("PYTHONOPTIMIZE"))
        configuration.dontWriteBytecode = max(configuration.dontWriteBytecode, level("PYTHONDONTWRITEBYTECODE"))
        configuration.noUserSite = max(configuration.noUserSite, level("PYTHONNOUSERSITE"))
        if value("PYTHONUNBUFFERED") != nil { configuration.unbuffered = true }
        if value("PYTHONINSPECT") != nil { configuration.inspect = max(configuration.inspect, 1) }
        if value("PYTHONSAFEPATH") != nil { configuration.safePath = true }
        if value("PYTHONDEVMODE") != nil { configuration.devMode = true }
        configuration.ioEncoding = value("PYTHONIOENCODING")
        if value("PYTHONUTF8") == "1" { configuration.utf8Mode = 1 }
        if let path = value("PYTHONPATH") { configuration.pythonPath = path.split(separator: ":", omittingEmptySubsequences: false).map(String.init) }
        if let warnings = value("PYTHONWARNINGS") {
            configuration.warnOptions = warnings.split(separator: ",").map(String.init) + configuration.warnOptions
        }
        if configuration.intMaxStrDigits < 0, let digits = value("PYTHONINTMAXSTRDIGITS") {
            guard let number = Int(digits), number == 0 || number >= 640 else {
                fail("config_init_int_max_str_digits: PYTHONINTMAXSTRDIGITS: invalid limit; must be >= 640 or 0 for unlimited.")
            }
            configuration.intMaxStrDigits = number
        }
        if let seed = value("PYTHONHASHSEED"), seed != "random" {
            guard let number = UInt32(seed) else {
                fail("config_init_hash_seed: PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]")
            }
            configuration.hashSeed = number
        }
    }
    private func fail(_ message: String) -> Never {
        fputs(CommandLineText.fatal(message), stderr)
        exit(1)
    }

    /// Warning filters that other options stand for.
    mutating func completeWarnOptions() {
        if configuration.devMode { configuration.warnOptions.insert("default", at: 0) }
        if configuration.bytesWarning > 0 {
            configuration.warnOptions.append(configuration.bytesWarning > 1 ? "error::BytesWarning" : "default::BytesWarning")
        }
    }
}
