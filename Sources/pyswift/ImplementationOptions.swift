// `-X` options, and the environment variables, some of which stand for them.

import Glibc
import Runtime

extension CommandLineOptions {
    private static func fatal(_ message: String, state: String = "preinitialized") -> Failure {
        Failure(text: CommandLineText.fatal(message, state: state), status: 1)
    }

    mutating func setImplementationOption(_ option: String) -> Failure? {
        let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let name = parts.first ?? option
        let value = parts.count > 1 ? parts[1] : nil
        configuration.xOptions.append((name, value))
        switch name {
        case "dev": configuration.devMode = true
        case "utf8":
            switch value {
            case nil, "1": configuration.utf8Mode = 1
            case "0": configuration.utf8Mode = 0
            default: return Self.fatal("preconfig_init_utf8_mode: invalid -X utf8 option value", state: "preinitializing")
            }
        case "warn_default_encoding": configuration.warnDefaultEncoding = 1
        case "no_debug_ranges": configuration.hasDebugRanges = false
        case "faulthandler": configuration.faultHandler = true
        case "importtime": configuration.importTimes = true
        case "pycache_prefix": configuration.pycachePrefix = value.flatMap { $0.isEmpty ? nil : $0 }
        case "frozen_modules":
            switch value {
            case nil, "", "on": configuration.usesFrozenModules = true
            case "off": configuration.usesFrozenModules = false
            default: return Self.fatal("bad value for option -X frozen_modules (expected \"on\" or \"off\")")
            }
        case "tracemalloc":
            let frames = value.map { Int32($0) ?? -1 } ?? 1
            guard frames >= 0 else {
                return Self.fatal("config_init_tracemalloc: -X tracemalloc=NFRAME: invalid number of frames")
            }
            configuration.traceMalloc = Int(frames)
        case "int_max_str_digits":
            guard let number = value.flatMap({ Int($0) }), number == 0 || number >= 640 else {
                return Self.fatal(
                    "config_init_int_max_str_digits: -X int_max_str_digits: invalid limit; must be >= 640 or 0 for unlimited.")
            }
            configuration.intMaxStrDigits = number
        default: break
        }
        return nil
    }

    /// The variables that count unless `-E`; nil, or why the program cannot start.
    mutating func readEnvironment() -> Failure? {
        if configuration.ignoreEnvironment != 0 { return nil }
        func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } }
        /// A number, or 1 for any other text.
        func level(_ name: String) -> Int { value(name).map { max(Int($0) ?? 1, 0) } ?? 0 }
        configuration.debug = max(configuration.debug, level("PYTHONDEBUG"))
        configuration.verbose = max(configuration.verbose, level("PYTHONVERBOSE"))
        configuration.optimize = max(configuration.optimize, level("PYTHONOPTIMIZE"))
        configuration.dontWriteBytecode = max(configuration.dontWriteBytecode, min(level("PYTHONDONTWRITEBYTECODE"), 1))
        configuration.noUserSite = max(configuration.noUserSite, level("PYTHONNOUSERSITE"))
        if value("PYTHONUNBUFFERED") != nil { configuration.unbuffered = true }
        if value("PYTHONINSPECT") != nil { configuration.inspect = max(configuration.inspect, 1) }
        if value("PYTHONSAFEPATH") != nil { configuration.safePath = true }
        if value("PYTHONDEVMODE") != nil { configuration.devMode = true }
        if value("PYTHONFAULTHANDLER") != nil { configuration.faultHandler = true }
        if value("PYTHONPROFILEIMPORTTIME") != nil { configuration.importTimes = true }
        if value("PYTHONWARNDEFAULTENCODING") != nil { configuration.warnDefaultEncoding = 1 }
        if value("PYTHONNODEBUGRANGES") != nil { configuration.hasDebugRanges = false }
        configuration.ioEncoding = value("PYTHONIOENCODING")
        if !configuration.xOptions.contains(where: { $0.name == "pycache_prefix" }) { configuration.pycachePrefix = value("PYTHONPYCACHEPREFIX") }
        if !configuration.xOptions.contains(where: { $0.name == "utf8" }), let mode = value("PYTHONUTF8") {
            guard mode == "0" || mode == "1" else {
                return Self.fatal("preconfig_init_utf8_mode: invalid PYTHONUTF8 environment variable value", state: "preinitializing")
            }
            configuration.utf8Mode = mode == "1" ? 1 : 0
        }
        if let text = value("PYTHONTRACEMALLOC") {
            guard let frames = Int32(text), frames >= 0 else {
                return Self.fatal("config_init_tracemalloc: PYTHONTRACEMALLOC: invalid number of frames")
            }
            if !configuration.xOptions.contains(where: { $0.name == "tracemalloc" }) { configuration.traceMalloc = Int(frames) }
        }
        if let name = value("PYTHONMALLOC"), !["default", "debug", "malloc", "malloc_debug", "pymalloc", "pymalloc_debug"].contains(name) {
            return Self.fatal("preconfig_init_allocator: PYTHONMALLOC: unknown allocator", state: "preinitializing")
        }
        if let path = value("PYTHONPATH") { configuration.pythonPath = path.split(separator: ":", omittingEmptySubsequences: false).map(String.init) }
        if let warnings = value("PYTHONWARNINGS") {
            configuration.warnOptions = warnings.split(separator: ",").map(String.init) + configuration.warnOptions
        }
        if configuration.intMaxStrDigits < 0, let digits = value("PYTHONINTMAXSTRDIGITS") {
            guard let number = Int(digits), number == 0 || number >= 640 else {
                return Self.fatal(
                    "config_init_int_max_str_digits: PYTHONINTMAXSTRDIGITS: invalid limit; must be >= 640 or 0 for unlimited.")
            }
            configuration.intMaxStrDigits = number
        }
        if let seed = value("PYTHONHASHSEED"), seed != "random", !wantsRandomHashes {
            guard let number = UInt32(seed) else {
                return Self.fatal("config_init_hash_seed: PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]")
            }
            configuration.hashSeed = number
        }
        return nil
    }

    /// Warning filters that other options stand for.
    mutating func completeWarnOptions() {
        if configuration.devMode {
            configuration.warnOptions.insert("default", at: 0)
            configuration.faultHandler = true
        }
        if configuration.bytesWarning > 0 {
            configuration.warnOptions.append(configuration.bytesWarning > 1 ? "error::BytesWarning" : "default::BytesWarning")
        }
    }
}
