import Foundation
import GoldenDriver
import Testing

/// C modules of `Tests/Extensions`, built against CPython's headers and loaded by pyswift; what their scripts print is compared with what
/// CPython printed (`Scripts/test_extensions.sh --record`).
@Suite struct ExtensionTests {
    static let root = Interpreter.packageRoot.appendingPathComponent("Tests")
    static let interpreter = Interpreter.underTest()
    /// Where the modules are, built once.
    static let modules = Result { () throws -> String in
        let folder = NSTemporaryDirectory() + "pyswift-extensions-\(getpid())"
        let options = (ProcessInfo.processInfo.environment["EXTENSION_CFLAGS"] ?? "").split(separator: " ").map(String.init)
        let build = Process()
        build.executableURL = URL(fileURLWithPath: "/bin/bash")
        build.arguments = [Interpreter.packageRoot.appendingPathComponent("Scripts/lib/build_extensions.sh").path, folder] + options
        try build.run()
        build.waitUntilExit()
        guard build.terminationStatus == 0 else { throw BuildFailure() }
        return folder
    }
    struct BuildFailure: Error {}

    @Test("Extension", arguments: try Golden.all(inFolder: "Extensions", of: root))
    func script(_ golden: Golden) throws {
        let interpreter = try #require(Self.interpreter, "no pyswift executable: build it, or set PYSWIFT")
        let folder = try Self.modules.get()
        if let problem = try golden.check(interpreter, environment: ["PYTHONPATH": folder]) { Issue.record("\(golden)\n\(problem)") }
    }

    /// A library that ends before what it says it holds kills the system's loader, and CPython with it.
    @Test func truncatedLibrary() throws {
        let interpreter = try #require(Self.interpreter, "no pyswift executable: build it, or set PYSWIFT")
        let folder = try Self.modules.get()
        let child = Process()
        let output = Pipe()
        child.executableURL = URL(fileURLWithPath: interpreter.path)
        child.arguments = ["-c", "try: import truncated\nexcept ImportError as error: print(error.name, 'file too short' in str(error))"]
        child.environment = ["PYTHONPATH": folder]
        child.standardOutput = output
        try child.run()
        child.waitUntilExit()
        #expect(String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) == "truncated True\n")
    }
}
