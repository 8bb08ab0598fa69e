// The table of instructions in docs/bytecode.md.

/// A row for each instruction that compiled code may hold, in Markdown.
public func instructionTable() -> String {
    var text = "| instruction | a | b | c | cache words | first cache word |\n|---|---|---|---|---|---|\n"
    for opcode in Opcode.allCases where opcode.isCompiled {
        let format = opcode.format
        text += "| `\(opcode)` | \(format.a.word) | \(format.b.word) | \(format.c.word) | \(opcode.cacheWords) | \(format.cache.word) |\n"
    }
    return text
}

extension OperandKind {
    fileprivate var word: String {
        switch self {
        case .none: return ""
        case .read: return "read"
        case .write: return "written"
        case .update: return "read and written"
        case .cell: return "cell"
        case .free: return "free variable"
        case .row: return "first consumed"
        case .rowWrite: return "first written"
        case .callBase: return "call base"
        case .count: return "count"
        case .immediate: return "int"
        case .offset, .cacheOffset: return "offset"
        case .high: return "(upper half)"
        case .wideConstant: return "constant (`bc`)"
        case .wideImmediate: return "int (`bc`)"
        case .wideOffset: return "offset (`bc`)"
        case .name: return "name"
        case .constant: return "constant"
        case .cacheCount: return "count before the star"
        case .classPattern: return "positional count, names constant"
        }
    }
}
