// The frames that run, for reports that no exception leads to.

import CPythonABI

public enum StackDump {
    public struct Line {
        public let file: String
        public let line: Int
        public let name: String
    }
    /// The innermost frames first, at most `limit`.
    public static func lines(limit: Int = 100) -> [Line] {
        var result: [Line] = []
        var frame = CurrentFrame.fp
        while let current = frame, result.count < limit {
            let code = current.code
            result.append(
                Line(
                    file: text(Value(pointer: code.pointee.object.pointee.co_filename)), line: CodeObject.line(code, at: current.currentWord),
                    name: text(CodeObject.name(code))))
            frame = current.previous
        }
        return result
    }
}
