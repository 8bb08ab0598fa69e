// PyRun_Interactive*: statements read from a stream of C one after the other, with prompts.

import CPythonABI
import Compiler
import Glibc
import Runtime

private enum StatementReader {
    enum Input {
        case source([UInt8])
        case end
    }
    /// A statement, whose lines are asked for with `sys.ps1` and `sys.ps2`.
    static func read(_ file: CFile) -> Input {
        var source: [UInt8] = []
        while true {
            prompt(source.isEmpty ? "ps1" : "ps2")
            guard let line = line(file) else {
                _PySwift_sys_write(2, "\n", 0)
                return source.isEmpty ? .end : .source(source)
            }
            source += line
            if isBlank(source) {
                source = []
                continue
            }
            if !InteractiveLoop.needsMore(source, lastLine: line) { return .source(source) }
        }
    }
    /// Nothing but blanks and a comment.
    private static func isBlank(_ source: [UInt8]) -> Bool {
        guard let first = source.first(where: { $0 != 32 && $0 != 9 && $0 != 12 }) else { return true }
        return first == 10 || first == 35
    }
    /// Prompts go to C's stderr, as the reader of lines of a file that is no terminal does it.
    private static func prompt(_ name: CString) {
        flushStreams()
        guard let value = PySys_GetObject(name) else { return }
        guard let shown = PyObject_Str(value), let text = PyUnicode_AsUTF8(shown) else { return PendingException.clear() }
        fputs(text, stderr)
        fflush(stderr)
        release(shown)
    }
    private static func line(_ file: CFile) -> [UInt8]? {
        var bytes: [UInt8] = []
        while true {
            let character = getc(file)
            if character < 0 { return bytes.isEmpty ? nil : bytes }
            bytes.append(UInt8(truncatingIfNeeded: character))
            if character == 10 { return bytes }
        }
    }
    static func flushStreams() {
        let saved = PendingException.save()
        defer { PendingException.restore(saved) }
        for name in ["stderr", "stdout"] {
            do throws(Raised) {
                let file = try Modules.function("sys", name == "stderr" ? "stderr" : "stdout")
                if !file.value.isNone { _ = try Call.method(file.value, Names.flush).isNull }
            } catch { PendingException.clear() }
        }
    }
}

/// E_EOF
private let endOfInput: Int32 = 11

/// Reads and runs a statement: 0, -1 with an exception set, or `endOfInput`.
private func runStatement(_ file: CFile, _ filename: String) -> Int32 {
    switch StatementReader.read(file) {
    case .end: return endOfInput
    case .source(let source):
        return status { () throws(Raised) -> Void in
            guard let main = PyImport_AddModule("__main__"), let dict = PyModule_GetDict(main) else { throw Raised() }
            defer { StatementReader.flushStreams() }
            var features: FutureFeatures = []
            try InteractiveLoop.execute(source, Value(dict), filename: filename, features: &features)
        }
    }
}
private func runOne(_ file: CFile?, _ filename: String) -> Int32 {
    guard let file else { return -1 }
    let status = runStatement(file, filename)
    if status < 0 {
        PyErr_Print()
        StatementReader.flushStreams()
    }
    return status
}
private func shownName(_ text: CString?) -> String { text.map { String(cString: $0) } ?? "???" }

@c public func PyRun_InteractiveOneObject(_ file: CFile?, _ filename: Object?, _ flags: CompilerFlags?) -> Int32 {
    guard let filename, StrObject.isInstance(Value(filename)) else {
        _ = badInternalCall()
        PyErr_Print()
        return -1
    }
    return runOne(file, text(Value(filename)))
}
@c public func PyRun_InteractiveOneFlags(_ file: CFile?, _ filename: CString?, _ flags: CompilerFlags?) -> Int32 { runOne(file, shownName(filename)) }
@c public func PyRun_InteractiveOne(_ file: CFile?, _ filename: CString?) -> Int32 { runOne(file, shownName(filename)) }
@c public func PyRun_InteractiveLoopFlags(_ file: CFile?, _ filename: CString?, _ flags: CompilerFlags?) -> Int32 {
    for (name, prompt) in [("ps1", ">>> "), ("ps2", "... ")] where PySys_GetObject(name) == nil {
        let text = StrObject.make(prompt)
        _ = PySys_SetObject(name, text.value.object)
    }
    while true {
        if runOne(file, shownName(filename)) == endOfInput || file == nil { return 0 }
    }
}
@c public func PyRun_InteractiveLoop(_ file: CFile?, _ filename: CString?) -> Int32 { PyRun_InteractiveLoopFlags(file, filename, nil) }
