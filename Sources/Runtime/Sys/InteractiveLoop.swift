// The interactive interpreter: prompts, statements that go over several lines, `_`.

import CPythonABI
import Compiler
import Glibc
import Syntax

public enum InteractiveLoop {
    /// Runs until the end of the input; the exit status.
    static func run() -> Int32 {
        if SysModule.attribute("ps1").isNull { set("ps1", ">>> ") }
        if SysModule.attribute("ps2").isNull { set("ps2", "... ") }
        let dict = Ref(Startup.mainDict)
        var features: FutureFeatures = []
        while true {
            switch readStatement() {
            case .end:
                StandardError.write("\n")
                return 0
            case .interrupted: StandardError.write("\nKeyboardInterrupt\n")
            case .source(let source):
                if let status = execute(source, dict.value, &features) { return status }
            }
        }
    }
    private static func set(_ name: StaticString, _ prompt: String) {
        let text = StrObject.make(prompt)
        SysModule.set(name, text.value)
    }

    private enum Input {
        case source([UInt8])
        case end, interrupted
    }

    /// Reads lines until they make a whole statement.
    private static func readStatement() -> Input {
        var source: [UInt8] = []
        while true {
            switch readLine(source.isEmpty ? "ps1" : "ps2") {
            case .end:
                if source.isEmpty { return .end }
                StandardError.write("\n")
                return .source(source)
            case .interrupted: return .interrupted
            case .source(let line):
                source += line
                if isBlank(source) {
                    source = []
                    continue
                }
                // A line without an end is the last one, which shows when the next is asked for.
                if line.last == 10, !needsMore(source, lastLine: line) { return .source(source) }
            }
        }
    }
    /// Whether a line is no statement: there is nothing in it, or a comment.
    private static func isBlank(_ line: [UInt8]) -> Bool {
        let text = line.drop { $0 == 32 || $0 == 9 || $0 == 12 }
        return text.isEmpty || text.first == 10 || text.first == 35 && text.firstIndex(of: 10) == text.endIndex - 1
    }
    /// Whether a statement goes on: it is incomplete, or has a block, which an empty line ends.
    public static func needsMore(_ source: [UInt8], lastLine: [UInt8]) -> Bool {
        var options = ParseOptions(mode: .single)
        options.sourceIsUTF8 = true
        options.allowIncompleteInput = true
        switch Syntax.parse(source: source, filename: "<stdin>", options: options) {
        case .failure(let failure): return failure.kind == .incompleteInput
        case .success(let parsed):
            guard case .interactive(let body) = parsed.0, let statement = body.first, hasBlock(statement) else { return false }
            return !lastLine.allSatisfy { $0 == 10 || $0 == 32 || $0 == 9 }
        }
    }
    private static func hasBlock(_ statement: Statement) -> Bool {
        switch statement.kind {
        case .for, .asyncFor, .while, .if, .with, .asyncWith, .match, .try, .tryStar, .functionDef, .asyncFunctionDef, .classDef: return true
        default: return false
        }
    }

    private static func readLine(_ prompt: StaticString) -> Input {
        var shown = TextBuffer()
        let value = SysModule.attribute(prompt)
        do throws(Raised) {
            if !value.isNull { try shown.append(strOf: value.value) }
        } catch { PendingException.clear() }
        StandardStreams.flush()
        // Prompts go to stderr unless both streams are the terminal.
        let descriptor: Int32 = isatty(0) == 1 && isatty(1) == 1 ? 1 : 2
        DescriptorOutput.write(descriptor, shown)
        do throws(Raised) {
            let line = try StandardStreams.readLine()
            var text = TextBuffer()
            text.append(str: line.value)
            return text.bytes.isEmpty ? .end : .source(text.bytes)
        } catch {
            // A stream that cannot be read any more is at its end.
            let hasEnded = PendingException.matches(.osError) || (PendingException.matches(.valueError) && !PendingException.matches(.unicodeError))
            PendingException.clear()
            return hasEnded ? .end : .interrupted
        }
    }

    /// Runs a statement; a status ends the loop.
    private static func execute(_ source: [UInt8], _ dict: Value, _ features: inout FutureFeatures) -> Int32? {
        do throws(Raised) { try execute(source, dict, filename: "<stdin>", features: &features) } catch {
            if PendingException.matches(.systemExit) {
                let exception = ExceptionObject.take()
                return MainProgram.exitStatus(exception.value)
            }
            _ = MainProgram.report()
        }
        return nil
    }
    /// Runs a statement in a namespace. `features`: what `from __future__ import` switched on in statements before.
    public static func execute(_ source: [UInt8], _ dict: Value, filename: String, features: inout FutureFeatures) throws(Raised) {
        var request = SourceCode.Request(filename: filename)
        request.mode = .single
        request.isText = true
        request.future = features
        let code = try SourceCode.compile(source, request)
        features = FutureFeatures(rawValue: Int(code.value.cast(to: PyCodeObject.self).pointee.co_flags)).intersection(.all)
        let builtins = Namespaces.builtins(of: dict)
        let result = try Interpreter.execute(code: code.value, globals: dict, locals: dict, builtins: builtins.value)
        _ = result.isNull
        StandardStreams.flush()
    }
}
