// The scripts of Benchmarks/scripts inside this process, under XCTest's `measure`: once compiled before (execution only), once from
// source (the full pipeline). Scripts/benchmark.sh runs it; Scripts/cpython_compare.sh is for comparison with other interpreters.
//
// XCTest measures once a test, so there is a test a script. `testMicro` is small: it shows that the runner works.

import CPythonABI
import Glibc
import PySwift
import Runtime
import StandardModules
import XCTest

/// Compiled before.
final class ExecutionOnly: XCTestCase {
    private func run(_ name: String) throws {
        let benchmark = try Benchmark(name)
        let code = try benchmark.compiled()
        measure { benchmark.run(code) }
    }
    func testMicro() throws { try run("micro/for_range") }
    func testClassCreation() throws { try run("scripts/class_creation") }
    func testClosureCalls() throws { try run("scripts/closure_calls") }
    func testComprehensions() throws { try run("scripts/comprehensions") }
    func testDictOperations() throws { try run("scripts/dict_operations") }
    func testExceptionHandling() throws { try run("scripts/exception_handling") }
    func testFibIterative() throws { try run("scripts/fib_iterative") }
    func testFibRecursive() throws { try run("scripts/fib_recursive") }
    func testFunctionCalls() throws { try run("scripts/function_calls") }
    func testGeneratorIteration() throws { try run("scripts/generator_iteration") }
    func testListOperations() throws { try run("scripts/list_operations") }
    func testLoopSum() throws { try run("scripts/loop_sum") }
    func testMethodDispatch() throws { try run("scripts/method_dispatch") }
    func testModuleDictOperations() throws { try run("scripts/module_dict_operations") }
    func testModuleLoopSum() throws { try run("scripts/module_loop_sum") }
    func testModuleNestedLoops() throws { try run("scripts/module_nested_loops") }
    func testModuleStringConcat() throws { try run("scripts/module_string_concat") }
    func testNestedLoops() throws { try run("scripts/nested_loops") }
    func testStringConcat() throws { try run("scripts/string_concat") }
}

/// Parsed and compiled each time.
final class FullPipeline: XCTestCase {
    private func run(_ name: String) throws {
        let benchmark = try Benchmark(name)
        measure {
            if let code = try? benchmark.compiled() { benchmark.run(code) } else { XCTFail(name) }
        }
    }
    func testMicro() throws { try run("micro/for_range") }
    func testClassCreation() throws { try run("scripts/class_creation") }
    func testClosureCalls() throws { try run("scripts/closure_calls") }
    func testComprehensions() throws { try run("scripts/comprehensions") }
    func testDictOperations() throws { try run("scripts/dict_operations") }
    func testExceptionHandling() throws { try run("scripts/exception_handling") }
    func testFibIterative() throws { try run("scripts/fib_iterative") }
    func testFibRecursive() throws { try run("scripts/fib_recursive") }
    func testFunctionCalls() throws { try run("scripts/function_calls") }
    func testGeneratorIteration() throws { try run("scripts/generator_iteration") }
    func testListOperations() throws { try run("scripts/list_operations") }
    func testLoopSum() throws { try run("scripts/loop_sum") }
    func testMethodDispatch() throws { try run("scripts/method_dispatch") }
    func testModuleDictOperations() throws { try run("scripts/module_dict_operations") }
    func testModuleLoopSum() throws { try run("scripts/module_loop_sum") }
    func testModuleNestedLoops() throws { try run("scripts/module_nested_loops") }
    func testModuleStringConcat() throws { try run("scripts/module_string_concat") }
    func testNestedLoops() throws { try run("scripts/nested_loops") }
    func testStringConcat() throws { try run("scripts/string_concat") }
}

/// One script.
struct Benchmark {
    let name: String
    let path: String
    let source: [UInt8]

    struct Failed: Error { var text: String }

    /// Starts the interpreter the first time.
    static let isStarted: Bool = {
        StandardModules.registerAll()
        var configuration = Configuration()
        configuration.noSite = 1
        configuration.arguments = ["benchmark", "200"]
        Startup.start(configuration)
        return true
    }()

    /// A script of Benchmarks, as "scripts/loop_sum".
    init(_ name: String) throws {
        XCTAssertTrue(Benchmark.isStarted)
        let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
        self.name = name
        path = "\(root)/Benchmarks/\(name).py"
        source = try Benchmark.contents(path)
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
