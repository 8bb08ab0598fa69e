// The scripts of Benchmarks/scripts inside this process, under XCTest's `measure`: once compiled before (execution only), once from
// source (the full pipeline). Scripts/benchmark.sh runs it; Scripts/cpython_compare.sh is for comparison with other interpreters.
//
// PYSWIFT_BENCHMARKS names the scripts, separated by commas. PYSWIFT_BENCHMARKS_SHORT=1 takes the small scripts of Benchmarks/micro
// with few rounds and measures each once: to see that the runner works.

import CPythonABI
import Glibc
import PySwift
import Runtime
import StandardModules
import XCTest

final class ExecutionOnly: XCTestCase {
    func testScripts() throws {
        try Benchmark.all().forEach { benchmark in
            let code = try benchmark.compiled()
            print("execution only: \(benchmark.name)")
            measure(metrics: [XCTClockMetric()], options: Benchmark.options) { benchmark.run(code) }
        }
    }
}

final class FullPipeline: XCTestCase {
    func testScripts() throws {
        try Benchmark.all().forEach { benchmark in
            print("full pipeline: \(benchmark.name)")
            measure(metrics: [XCTClockMetric()], options: Benchmark.options) {
                if let code = try? benchmark.compiled() { benchmark.run(code) } else { XCTFail(benchmark.name) }
            }
        }
    }
}

/// One script.
struct Benchmark {
    let name: String
    let path: String
    let source: [UInt8]

    struct Failed: Error { var text: String }

    static let isShort = getenv("PYSWIFT_BENCHMARKS_SHORT") != nil
    static var options: XCTMeasureOptions {
        let options = XCTMeasureOptions()
        options.iterationCount = isShort ? 1 : 5
        return options
    }
    /// Starts the interpreter the first time.
    static let isStarted: Bool = {
        StandardModules.registerAll()
        var configuration = Configuration()
        configuration.noSite = 1
        configuration.arguments = ["benchmark", "200"]
        Startup.start(configuration)
        return true
    }()

    static func all() throws -> [Benchmark] {
        XCTAssertTrue(isStarted)
        let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
        let folder = root + (isShort ? "/Benchmarks/micro" : "/Benchmarks/scripts")
        let wanted = getenv("PYSWIFT_BENCHMARKS").map { String(cString: $0).split(separator: ",").map(String.init) }
        let found = try names(folder).filter { wanted?.contains($0) ?? true }
        if found.isEmpty { throw Failed(text: "no scripts in \(folder)") }
        return try found.map { name in
            let path = "\(folder)/\(name).py"
            return Benchmark(name: name, path: path, source: try contents(path))
        }
    }

    func compiled() throws -> Value {
        do throws(Raised) { return try SourceCode.compile(source, SourceCode.Request(filename: path)).take() } catch {
            PendingException.clear()
            throw Failed(text: "\(name) does not compile")
        }
    }
    /// Runs the module in a namespace of its own; what it prints goes where the tests' output goes.
    func run(_ code: Value) {
        let globals = DictObject.make()
        let builtins = ModuleObject.dict(SysModule.originalModule("builtins"))
        let main = StrObject.make("__main__")
        do throws(Raised) {
            try DictObject.set(globals.value, StrObject.intern("__name__").value, main.value)
            try SourceRunner.run(code, globals: globals.value, builtins: builtins)
        } catch {
            PendingException.clear()
            XCTFail("\(name) raised an exception")
        }
    }

    private static func names(_ folder: String) throws -> [String] {
        guard let stream = opendir(folder) else { throw Failed(text: "cannot read \(folder)") }
        defer { closedir(stream) }
        var found: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
            if name.hasSuffix(".py") { found.append(String(name.dropLast(3))) }
        }
        return found.sorted()
    }
    private static func contents(_ path: String) throws -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw Failed(text: "cannot read \(path)") }
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
