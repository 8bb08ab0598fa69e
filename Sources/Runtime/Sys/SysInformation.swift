// The constants of sys: versions, limits, flags, paths.

import CPythonABI
import Glibc

enum SysInformation {
    static let version = (major: 3, minor: 11, micro: 2)
    static let hexVersion = 0x030B_02F0

    static func fill(_ module: ModuleBuilder, _ configuration: Configuration) {
        module.doc(
            "This module provides access to some objects used or maintained by the\ninterpreter and to functions that interact strongly with the interpreter.")
        module.set("version", string: "3.11.2 (main) [pyswift, Swift 6]")
        module.set("hexversion", int: hexVersion)
        module.set("api_version", int: 1013)
        module.set("copyright", string: copyright)
        module.set("platform", string: "linux")
        module.set("byteorder", string: "little")
        module.set("maxsize", int: Int.max)
        module.set("maxunicode", int: 0x10FFFF)
        module.set("abiflags", string: "")
        module.set("float_repr_style", string: "short")
        let paths = PathConfiguration.current
        module.set("platlibdir", string: paths.platformLibrary)
        module.set("_framework", string: "")
        setOptional(module, "_home", paths.home)
        setOptional(module, "pycache_prefix", configuration.pycachePrefix)
        module.set("dont_write_bytecode", Value(bool: configuration.dontWriteBytecode != 0))
        for (name, text) in [
            ("executable", paths.executable), ("_base_executable", paths.baseExecutable), ("prefix", paths.prefix),
            ("exec_prefix", paths.execPrefix), ("base_prefix", paths.prefix), ("base_exec_prefix", paths.execPrefix),
        ] as [(StaticString, String)] {
            let value = FileSystemText.str(text)
            module.set(name, value.value)
        }
        setOptional(module, "_stdlib_dir", paths.standardLibrary.isEmpty ? nil : paths.standardLibrary)
        setTuple(module, "_git", ["pyswift", "", ""])
        setList(module, "argv", configuration.arguments)
        setList(module, "orig_argv", configuration.originalArguments)
        setList(module, "warnoptions", configuration.warnOptions)
        setList(module, "path", searchPath(configuration))
        for name in ["meta_path", "path_hooks"] as [StaticString] { setList(module, name, []) }
        let cache = DictObject.make()
        module.set("path_importer_cache", cache.value)
        let options = DictObject.make()
        for option in configuration.xOptions {
            let key = StrObject.intern(option.name)
            let value = option.value.map { StrObject.make($0) } ?? .bool(true)
            DictObject.set(options.value, name: key.value, value.value)
        }
        module.set("_xoptions", options.value)
        setTuple(module, "builtin_module_names", Array(Set(NativeModules.names + ["sys", "builtins"])).sorted())
        setModuleNames(module)
        setStructures(module, configuration)
    }

    /// Folders that are searched for modules, but for those that the main program and `site` add.
    private static func searchPath(_ configuration: Configuration) -> [String] {
        var path: [String] = []
        for item in configuration.pythonPath + PathConfiguration.current.path where !path.contains(item) { path.append(item) }
        return path
    }
    private static func setOptional(_ module: ModuleBuilder, _ name: StaticString, _ text: String?) {
        let value = text.map { FileSystemText.str($0) } ?? .none
        module.set(name, value.value)
    }

    static func setList(_ module: ModuleBuilder, _ name: StaticString, _ items: [String]) {
        do throws(Raised) {
            let list = try ListObject.make(capacity: items.count)
            for item in items {
                let text = FileSystemText.str(item)
                try ListObject.append(list.value, text.value)
            }
            module.set(name, list.value)
        } catch { PendingException.clear() }
    }
    private static func setTuple(_ module: ModuleBuilder, _ name: StaticString, _ items: [String]) {
        let tuple = TupleObject.allocateSmall(items.count)
        for (index, item) in items.enumerated() { TupleObject.store(tuple.value, index, StrObject.intern(item)) }
        module.set(name, tuple.value)
    }
    private static func setModuleNames(_ module: ModuleBuilder) {
        do throws(Raised) {
            let list = try StrObject.words(StandardModuleNames.all)
            let set = try Call.call(PyFrozenSet_TypePointer().value, list.value)
            module.set("stdlib_module_names", set.value)
        } catch { PendingException.clear() }
    }

    // MARK: Structures

    private static func structure(_ name: StaticString, _ doc: StaticString, _ fields: [(StaticString, StaticString)], makeable: Bool = true) -> TypePointer {
        StructSequence.type(
            name, doc: doc, fields: fields.map { StructSequence.Field($0.0, $0.1) }, visible: fields.count, canBeMade: makeable)
    }
    private static func fill(_ module: ModuleBuilder, _ attribute: StaticString, _ type: TypePointer, _ values: [Value]) {
        let made = StructSequence.make(type)
        for (index, value) in values.enumerated() { StructSequence.set(made.value, index, Ref(value)) }
        StructSequence.finish(made.value)
        module.set(attribute, made.value)
    }
    private static func int(_ number: Int) -> Value { Value(smallInt: number) }
    /// A str that lives as long as the process.
    private static func str(_ text: String) -> Value { StrObject.intern(text).take() }

    private static func setFlags(_ module: ModuleBuilder, _ type: TypePointer, _ c: Configuration) {
        fill(
            module, "flags", type,
            [int(c.debug), int(c.inspect), int(c.interactive), int(c.optimize), int(c.dontWriteBytecode), int(c.noUserSite), int(c.noSite),
                int(c.ignoreEnvironment), int(c.verbose), int(c.bytesWarning), int(c.quiet), int(c.hashSeed == 0 ? 0 : 1), int(c.isolated),
                Value(bool: c.devMode), int(c.utf8Mode), int(c.warnDefaultEncoding), Value(bool: c.safePath), int(c.intMaxStrDigits)])
    }
    /// Shows the settings of another command line in a module that is there already.
    static func showSettings(_ module: Value, _ configuration: Configuration) {
        let name = StrObject.intern("sys")
        let builder = ModuleBuilder(module: module, name: name.value)
        setList(builder, "argv", configuration.arguments)
        setList(builder, "orig_argv", configuration.originalArguments)
        let flags = SysModule.attribute("flags")
        if !flags.isNull { setFlags(builder, flags.value.type, configuration) }
    }

    private static func setStructures(_ module: ModuleBuilder, _ configuration: Configuration) {
        let versionType = structure(
            "sys.version_info", "sys.version_info\n\nVersion information as a named tuple.",
            [("major", "Major release number"), ("minor", "Minor release number"), ("micro", "Patch release number"),
                ("releaselevel", "'alpha', 'beta', 'candidate', or 'final'"), ("serial", "Serial release number")], makeable: false)
        fill(module, "version_info", versionType, [int(version.major), int(version.minor), int(version.micro), str("final"), int(0)])

        let flagsType = structure(
            "sys.flags", "sys.flags\n\nFlags provided through command line arguments or environment vars.",
            [("debug", "-d"), ("inspect", "-i"), ("interactive", "-i"), ("optimize", "-O or -OO"), ("dont_write_bytecode", "-B"),
                ("no_user_site", "-s"), ("no_site", "-S"), ("ignore_environment", "-E"), ("verbose", "-v"), ("bytes_warning", "-b"),
                ("quiet", "-q"), ("hash_randomization", "-R"), ("isolated", "-I"), ("dev_mode", "-X dev"), ("utf8_mode", "-X utf8"),
                ("warn_default_encoding", "-X warn_default_encoding"), ("safe_path", "-P"), ("int_max_str_digits", "-X int_max_str_digits")],
            makeable: false)
        setFlags(module, flagsType, configuration)

        let floatType = structure(
            "sys.float_info",
            "sys.float_info\n\nA named tuple holding information about the float type. It contains low level\ninformation about the precision and internal representation. Please study\nyour system's :file:`float.h` for more information.",
            [("max", "DBL_MAX -- maximum representable finite float"),
                ("max_exp", "DBL_MAX_EXP -- maximum int e such that radix**(e-1) is representable"),
                ("max_10_exp", "DBL_MAX_10_EXP -- maximum int e such that 10**e is representable"),
                ("min", "DBL_MIN -- Minimum positive normalized float"),
                ("min_exp", "DBL_MIN_EXP -- minimum int e such that radix**(e-1) is a normalized float"),
                ("min_10_exp", "DBL_MIN_10_EXP -- minimum int e such that 10**e is a normalized float"),
                ("dig", "DBL_DIG -- maximum number of decimal digits that can be faithfully represented in a float"),
                ("mant_dig", "DBL_MANT_DIG -- mantissa digits"), ("epsilon", "DBL_EPSILON -- Difference between 1 and the next representable float"),
                ("radix", "FLT_RADIX -- radix of exponent"), ("rounds", "FLT_ROUNDS -- rounding mode used for arithmetic operations")])
        fill(
            module, "float_info", floatType,
            [Value(float: Double.greatestFiniteMagnitude), int(1024), int(308), Value(float: Double.leastNormalMagnitude), int(-1021), int(-307),
                int(15), int(53), Value(float: Double.ulpOfOne), int(2), int(1)])

        let intType = structure(
            "sys.int_info", "sys.int_info\n\nA named tuple that holds information about Python's\ninternal representation of integers.  The attributes are read only.",
            [("bits_per_digit", "size of a digit in bits"), ("sizeof_digit", "size in bytes of the C type used to represent a digit"),
                ("default_max_str_digits", "maximum string conversion digits limitation"),
                ("str_digits_check_threshold", "minimum positive value for int_max_str_digits")])
        fill(module, "int_info", intType, [int(30), int(4), int(4300), int(640)])

        let hashType = structure(
            "sys.hash_info", "hash_info\n\nA named tuple providing parameters used for computing hashes. The attributes are read only.",
            [("width", "width of the type used for hashing, in bits"), ("modulus", "prime number giving the modulus on which the hash function is based"),
                ("inf", "value to be used for hash of a positive infinity"), ("nan", "value to be used for hash of a nan"),
                ("imag", "multiplier used for the imaginary part of a complex number"), ("algorithm", "name of the algorithm for hashing of str, bytes and memoryviews"),
                ("hash_bits", "internal output size of hash algorithm"), ("seed_bits", "seed size of hash algorithm"), ("cutoff", "small string optimization cutoff")])
        let modulus = IntObject.make((1 << 61) - 1)
        fill(
            module, "hash_info", hashType,
            [int(64), modulus.value, int(314159), int(0), int(1_000_003), str("siphash13"), int(64), int(128), int(0)])

        let threadType = structure(
            "sys.thread_info", "sys.thread_info\n\nA named tuple holding information about the thread implementation.",
            [("name", "name of the thread implementation"), ("lock", "name of the lock implementation"), ("version", "name and version of the thread library")])
        fill(module, "thread_info", threadType, [str("pthread"), str("semaphore"), threadVersion()])

        let namespace = DictObject.make()
        func add(_ name: StaticString, _ value: Value) {
            let key = StrObject.intern(name)
            DictObject.set(namespace.value, name: key.value, value)
        }
        let versionInfo = Ref(DictObject.get(ModuleObject.dict(module.module), name: Names.plain("version_info")))
        add("name", str("cpython"))
        add("cache_tag", str("pyswift-311"))
        add("version", versionInfo.value)
        add("hexversion", int(hexVersion))
        add("_multiarch", str("x86_64-linux-gnu"))
        do throws(Raised) {
            let implementation = try SimpleNamespace.make(namespace.value)
            module.set("implementation", implementation.value)
        } catch { PendingException.clear() }
    }
    private static func threadVersion() -> Value {
        var room = [CChar](repeating: 0, count: 64)
        let count = confstr(Int32(_CS_GNU_LIBPTHREAD_VERSION), &room, room.count)
        return count > 0 && count <= room.count ? str(String(cString: room)) : .none
    }

    private static let copyright = """
        Copyright (c) 2001-2023 Python Software Foundation.
        All Rights Reserved.

        Copyright (c) 2000 BeOpen.com.
        All Rights Reserved.

        Copyright (c) 1995-2001 Corporation for National Research Initiatives.
        All Rights Reserved.

        Copyright (c) 1991-1995 Stichting Mathematisch Centrum, Amsterdam.
        All Rights Reserved.
        """
}

/// Names from the operating system: bytes that are no UTF-8 become lone surrogates (PEP 383).
enum FileSystemText {
    static func str(_ text: String) -> Ref { ArgumentText.str(text) }
}
