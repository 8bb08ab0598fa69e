import Syntax
import Testing

/// Sources without end: none may exhaust the native stack, when parsed or when its tree is freed.
@Suite struct SyntaxBoundTests {
    private func outcome(_ source: String, _ configure: (inout ParseOptions) -> Void = { _ in }) -> SyntaxFailure.Kind? {
        var options = ParseOptions()
        configure(&options)
        switch parse(source: Array(source.utf8), filename: "<test>", options: options) {
        case .success: return nil
        case .failure(let failure): return failure.kind
        }
    }

    @Test func longChainsAreTooDeepToCompile() {
        for link in ["+a", ".a", "()", "[0]", "-a*a"] {
            #expect(outcome("a" + String(repeating: link, count: 4_000)) == .recursionError, "\(link)")
        }
    }

    @Test func deepNestingIsRefused() {
        for link in ["not ", "-", "lambda: ", "a ** ", "a if b else ", "await "] {
            let kind = outcome(String(repeating: link, count: 20_000) + "a")
            #expect(kind == .memoryError || kind == .recursionError || kind == .syntaxError, "\(link)")
        }
        #expect(outcome("if a: b\n" + String(repeating: "elif a: b\n", count: 20_000)) != nil)
        #expect(outcome(String(repeating: "(", count: 100_000)) == .syntaxError)
        #expect(outcome(String(repeating: "[", count: 60) + String(repeating: "]", count: 60)) == nil)
    }

    @Test func wideSourcesAreFine() {
        for link in ["a,", "a and ", "a < ", "a = ", "'s' "] {
            #expect(outcome(String(repeating: link, count: 50_000) + (link == "'s' " ? "" : "a")) == nil, "\(link)")
        }
    }

    @Test func integersOfAnySize() {
        #expect(outcome(String(repeating: "1", count: 4300)) == nil)
        #expect(outcome(String(repeating: "1", count: 4301)) == .syntaxError)
        #expect(outcome(String(repeating: "1", count: 4301)) { $0.maxIntegerDigits = 0 } == nil)
        #expect(outcome("0x" + String(repeating: "f", count: 1_000_000)) == nil)
        guard case .success(let parsed) = parse(source: Array("18446744073709551616".utf8), filename: "<test>"),
            case .module(let body, _) = parsed.0, case .expression(let value)? = body.first?.kind
        else {
            Issue.record("not parsed")
            return
        }
        guard case .constant(.bigInt(let digits)) = value.kind else {
            Issue.record("not a big integer")
            return
        }
        #expect(digits == [0, 0, 16])
    }

    @Test func interactiveInputThatGoesOn() {
        for (source, complete) in [("if x:\n", false), ("x = (", false), ("'''", false), ("x", true), ("def f(): pass\n", true)] {
            let kind = outcome(source) {
                $0.mode = .single
                $0.dontImplyDedent = true
                $0.allowIncompleteInput = true
            }
            #expect(kind == (complete ? nil : .incompleteInput), "\(source)")
        }
    }

    @Test func warningsOfEscapesAndNumbers() {
        guard case .success(let parsed) = parse(source: Array("'\\d'\nx = '\\400'\n1if x else 2\n".utf8), filename: "<test>") else {
            Issue.record("not parsed")
            return
        }
        #expect(parsed.warnings.map(\.message) == [
            "invalid escape sequence '\\d'", "invalid octal escape sequence '\\400'", "invalid decimal literal",
        ])
        #expect(parsed.warnings.map(\.line) == [1, 2, 3])
    }

    @Test func bytesThatAreNotSource() {
        for source: [UInt8] in [[0], [0xFF], [0x22, 0xFF, 0x22], [0xEF, 0xBB, 0xBF], [0x5C], [0x0D, 0x0D], [0xC3], Array(1...255)] {
            for mode: ParseOptions.Mode in [.exec, .eval, .single, .funcType] {
                _ = parse(source: source, filename: "<test>", options: ParseOptions(mode: mode))
            }
        }
    }
}
