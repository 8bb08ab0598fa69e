// swift-tools-version: 6.1
import PackageDescription

#if canImport(Glibc)
    import Glibc
#endif

let named = ["-Xfrontend", "-disable-llvm-merge-functions-pass"]

/// Metadata of types like `[String: Int]` is asked for by function, not by a name that would have to be read and whose requirements would
/// be looked for among all conformances there are. Modules that nobody names are not linked in.
let lean = [
    "-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors",
    "-Xfrontend", "-disable-implicit-string-processing-module-import", "-Xfrontend", "-disable-implicit-concurrency-module-import",
]

/// Settings of the modules that run Python code. Exclusivity is checked statically; the dynamic checks would be paid on
/// every access to interpreter state, which has one owner at a time (the holder of the GIL).
/// Handlers of instructions are not merged: a merged one calls where it should jump. Nor do they keep a frame pointer. Nor are equal
/// functions made one: the one has no name, by which the linker could put it where it belongs (see `executable`).
let hot: [SwiftSetting] = [
    .unsafeFlags(["-enforce-exclusivity=unchecked"]),
    .unsafeFlags(
        ["-Xllvm", "-swiftmergefunc-threshold=0", "-Xcc", "-fomit-frame-pointer", "-Xfrontend", "-function-sections"] + named + lean,
        .when(configuration: .release)),
]

/// Memory checkers put their own functions in place of the allocator's, which must be seen from everywhere: the plain way of linking.
let isPlain = Context.environment["PYSWIFT_PLAIN_LINK"] != nil

/// Extension modules resolve the C API against the executable.
let exported: [LinkerSetting] = [.unsafeFlags(["-Xlinker", "--export-dynamic"])]

/// How the executable is linked. It stands at a fixed address, as Debian's python3.11 does: nothing in it has to be relocated when it
/// starts. What a start runs lies together (the order is made by Scripts/function_order.sh), so that few pages are read. Only what
/// extension modules may use can be seen from outside: the loader looks at every name that can.
/// Swift's runtime needs the C++ library. Where there is a static one, it is taken: to load and relocate the other takes a tenth of a start.
let executable: [LinkerSetting] = isPlain ? exported : staticLibraries + exported + [
    .unsafeFlags(
        [
            "-use-ld=lld", "-Xclang-linker", "-no-pie", "-Xlinker", "--no-warn-symbol-ordering",
            "-Xlinker", "--version-script=\(Context.packageDirectory)/Scripts/lib/exported_names.map",
            "-Xlinker", "--symbol-ordering-file=\(Context.packageDirectory)/Scripts/lib/function_order.txt",
        ], .when(platforms: [.linux], configuration: .release)),
]

var staticLibraries: [LinkerSetting] {
    #if canImport(Glibc)
        for machine in ["x86_64", "aarch64"] {
            for version in (7...20).reversed() {
                let folder = "/usr/lib/gcc/\(machine)-linux-gnu/\(version)"
                if access("\(folder)/libstdc++.a", R_OK) != 0 { continue }
                return [
                    .unsafeFlags(
                        ["-L", "\(Context.packageDirectory)/Scripts/lib/static-cxx", "-L", folder, "-Xclang-linker", "-static-libgcc"],
                        .when(platforms: [.linux], configuration: .release))
                ]
            }
        }
    #endif
    return []
}

let package = Package(
    name: "pyswift",
    products: [
        .library(name: "PySwift", targets: ["PySwift"]),
        .executable(name: "pyswift", targets: ["pyswift"]),
    ],
    targets: [
        // The C functions with variable arguments call Swift: they are there once the C API is.
        .target(name: "CPythonABI", cSettings: [.define("PYSWIFT_SWIFT_ENTRY_POINTS", to: "1")]),
        // Libraries of the system.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .target(name: "NumericTables"),
        .target(name: "UnicodeTables"),
        .target(name: "Numerics", dependencies: ["NumericTables"], swiftSettings: hot),
        .target(name: "UnicodeData", dependencies: ["UnicodeTables"], swiftSettings: hot),
        // The engine below the module re: code words to programs, and their matcher.
        .target(name: "RegularExpressions", dependencies: ["CPythonABI", "UnicodeData"], swiftSettings: hot),
        .target(name: "Syntax", dependencies: ["UnicodeData", "Numerics"], swiftSettings: hot),
        .target(name: "Compiler", dependencies: ["Syntax", "Numerics"], swiftSettings: hot),
        .target(
            name: "Runtime", dependencies: ["CPythonABI", "Compiler", "Syntax", "Numerics", "UnicodeData"],
            swiftSettings: hot),
        .target(name: "CAPI", dependencies: ["CPythonABI", "Runtime", "Numerics", "UnicodeData"], exclude: ["api.tsv"], swiftSettings: hot),
        .target(
            name: "StandardModules",
            dependencies: ["CPythonABI", "Runtime", "Compiler", "Syntax", "Numerics", "UnicodeData", "RegularExpressions", "CZlib", "CExpat"],
            swiftSettings: hot),
        .target(name: "PySwift", dependencies: ["Runtime", "CAPI", "StandardModules"], swiftSettings: hot),
        .executableTarget(
            name: "pyswift", dependencies: ["PySwift", "Runtime", "CAPI", "StandardModules", "Compiler", "Syntax", "CPythonABI"],
            swiftSettings: hot,
            linkerSettings: executable),
        // Shows what the front end makes of a source; Scripts/check_parser.sh compares that with CPython.
        .executableTarget(name: "syntax-dump", dependencies: ["Syntax"]),
        .executableTarget(name: "bytecode-dump", dependencies: ["Compiler", "Syntax"], swiftSettings: hot),
        .testTarget(
            name: "UnitTests", dependencies: ["CPythonABI", "Numerics", "UnicodeData", "Syntax", "Compiler", "Runtime", "CAPI", "GoldenDriver"],
            path: "Tests/Unit", exclude: ["Layout"]),
        // Runs the scripts of Tests/Golden and Tests/Milestones, which stand apart from Swift code.
        .target(name: "GoldenDriver", path: "Tests/Drivers/Support"),
        .testTarget(name: "GoldenTests", dependencies: ["GoldenDriver"], path: "Tests/Drivers/Golden"),
        // XCTest's: Scripts/benchmark.sh runs it, `swift test --disable-xctest` leaves it out.
        .testTarget(name: "BenchmarkTests", dependencies: ["PySwift", "Runtime", "StandardModules", "CPythonABI"], path: "Tests/Benchmarks"),
        .testTarget(name: "MilestoneTests", dependencies: ["GoldenDriver"], path: "Tests/Drivers/Milestones"),
    ],
    swiftLanguageModes: [.v5],
    cLanguageStandard: .gnu11
)

// Only Scripts/fuzz.sh builds it: its main function is libFuzzer's.
if Context.environment["PYSWIFT_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "front-end-fuzzer", dependencies: ["Compiler", "Syntax"], path: "Tests/Fuzz/FrontEnd",
            swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}
