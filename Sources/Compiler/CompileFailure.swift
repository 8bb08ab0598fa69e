// Why a tree cannot be compiled.

import Syntax

/// The first error found in a tree.
public enum CompileFailure: Error {
    /// A SyntaxError with its message and place.
    case syntax(String, SourceRange)
    /// The same where only the start is told: of future features.
    case syntaxAtLine(String, SourceRange)
    /// A RecursionError: the tree is too deep.
    case recursion
    /// A SystemError or ValueError: the tree is not one that the parser makes.
    case invalidTree(String)
}

extension SourceRange {
    /// The position of instructions that stand for nothing in the source.
    public static let none = SourceRange(line: -1, column: -1, endLine: -1, endColumn: -1)
    @inlinable public var isNone: Bool { line < 0 }
}

/// Bounds the recursion of the passes over a tree: no source may exhaust the native stack.
struct RecursionGuard {
    /// CPython's limit on the depth of compilation, in nodes: three for each of the 1,000 frames of the default recursion limit.
    static let limit = 3000
    /// Native stack left free for what the passes call.
    static let reserve = 192 * 1024
    var depth = 0
    private var lowest: UInt = 0

    /// Whether the pass may go a level deeper. Balanced by `leave`.
    @inline(__always)
    mutating func enter() -> Bool {
        depth += 1
        return depth < 40 || checkDeep()
    }

    @inline(__always)
    mutating func leave() { depth -= 1 }

    @inline(never)
    private mutating func checkDeep() -> Bool {
        if depth > Self.limit { return false }
        if lowest == 0 { lowest = NativeStack.lowestAddress() &+ UInt(Self.reserve) }
        return NativeStack.currentAddress() > lowest
    }
}

/// A SyntaxWarning on the way.
struct CompileWarning {
    var message: String
    var range: SourceRange
}

extension CompileFailure {
    /// `beforeCode`: of scopes, not of the making of code.
    func asSyntaxFailure(_ filename: String, beforeCode: Bool = false) -> SyntaxFailure {
        switch self {
        case .syntax(let message, let range):
            var failure = SyntaxFailure(
                kind: .syntaxError, message: message, filename: filename, line: Int(range.line), offset: Int(range.column) + 1,
                endLine: Int(range.endLine), endOffset: Int(range.endColumn) + 1)
            failure.placeIsArgument = !beforeCode
            return failure
        case .syntaxAtLine(let message, let range):
            var failure = SyntaxFailure(
                kind: .syntaxError, message: message, filename: filename, line: Int(range.line), offset: Int(range.column) + 1,
                endLine: Int(range.line), endOffset: nil)
            failure.placeIsArgument = false
            return failure
        case .recursion:
            return SyntaxFailure(
                kind: .recursionError, message: "maximum recursion depth exceeded during compilation", filename: filename)
        case .invalidTree(let message):
            return SyntaxFailure(kind: .valueError, message: message, filename: filename)
        }
    }
}
