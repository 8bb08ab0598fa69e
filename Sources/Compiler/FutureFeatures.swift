// `from __future__ import`.

import Syntax

/// Features of later versions that a module asks for, as bits of `co_flags`.
public struct FutureFeatures: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let division = FutureFeatures(rawValue: 0x20000)
    public static let absoluteImport = FutureFeatures(rawValue: 0x40000)
    public static let withStatement = FutureFeatures(rawValue: 0x80000)
    public static let printFunction = FutureFeatures(rawValue: 0x100000)
    public static let unicodeLiterals = FutureFeatures(rawValue: 0x200000)
    public static let barryAsFLUFL = FutureFeatures(rawValue: 0x400000)
    public static let generatorStop = FutureFeatures(rawValue: 0x800000)
    public static let annotations = FutureFeatures(rawValue: 0x1000000)
    /// All bits that `compile()` accepts and code inherits.
    public static let all: FutureFeatures = [
        .division, .absoluteImport, .withStatement, .printFunction, .unicodeLiterals, .barryAsFLUFL, .generatorStop, .annotations,
    ]

    /// What the module's `from __future__` statements ask for, and the line of the last. They must stand before all others but the
    /// docstring.
    static func scan(_ body: [Statement]) -> Result<(features: FutureFeatures, lastLine: Int32), CompileFailure> {
        var features: FutureFeatures = []
        var lastLine: Int32 = 0
        var isDone = false
        for (i, statement) in body.enumerated() {
            switch statement.kind {
            case .importFrom("__future__", let names, _):
                if isDone {
                    if statement.range.line == lastLine {
                        // On the line of the last one CPython finds it earlier, and counts the column from 0.
                        var range = statement.range
                        range.column -= 1
                        return .failure(.syntaxAtLine("from __future__ imports must occur at the beginning of the file", range))
                    }
                    return .failure(.syntax("from __future__ imports must occur at the beginning of the file", statement.range))
                }
                lastLine = statement.range.line
                for alias in names {
                    switch alias.name {
                    case "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
                        "unicode_literals", "generator_stop":
                        break
                    case "barry_as_FLUFL": features.insert(.barryAsFLUFL)
                    case "annotations": features.insert(.annotations)
                    case "braces": return .failure(.syntaxAtLine("not a chance", statement.range))
                    default: return .failure(.syntaxAtLine("future feature \(alias.name) is not defined", statement.range))
                    }
                }
            case .expression(let value) where i == 0:
                if case .constant(.string) = value.kind { continue }
                isDone = true
            default: isDone = true
            }
        }
        return .success((features, lastLine))
    }
}

/// Bits of `code.co_flags`.
public enum CodeFlags {
    public static let optimized = 0x1
    public static let newLocals = 0x2
    public static let varArgs = 0x4
    public static let varKeywords = 0x8
    public static let nested = 0x10
    public static let generator = 0x20
    public static let coroutine = 0x80
    public static let iterableCoroutine = 0x100
    public static let asyncGenerator = 0x200
}
