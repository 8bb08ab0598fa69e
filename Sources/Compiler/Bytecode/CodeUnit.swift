// What the code generator makes of a module, function, class body or comprehension: instructions and plain data. It holds no
// runtime object, so it can be written to disk and read back; the runtime links it into a `code` object.

import Syntax

/// Unlinked code.
public final class CodeUnit {
    /// Version of the serialised form; changes with the instruction set.
    public static let formatVersion: UInt32 = 3

    public var name = ""
    public var qualifiedName = ""
    public var filename = ""
    public var firstLine = 1
    /// CO_* bits as `code.co_flags` shows them.
    public var flags = 0
    public var argumentCount = 0
    public var positionalOnlyCount = 0
    public var keywordOnlyCount = 0
    /// Names of the local variables: arguments first, then `*args`, `**kwargs`, then the others (`co_varnames`).
    public var variableNames: [String] = []
    /// Names of variables kept in cells (`co_cellvars`), in order.
    public var cellNames: [String] = []
    /// For each of `cellNames`: its register. An argument's cell stands in the argument's register; the others follow the locals.
    public var cellRegisters: [Int] = []
    /// Names of free variables (`co_freevars`), in the order of the function's closure tuple.
    public var freeNames: [String] = []
    /// Registers before the first temporary: locals, then cells that are no arguments.
    public var localCount = 0
    /// All registers of the window, including the room for outgoing calls.
    public var registerCount = 0
    public var instructions: [UInt64] = []
    public var constants: [CodeConstant] = []
    public var names: [String] = []
    public var exceptionTable: [ExceptionRange] = []
    /// Which temporaries are live from which word on, ascending by `start`. See `liveTemporaries(at:)`.
    public var liveRanges: [LiveRange] = []
    /// Sets of registers that `liveRanges` index. Set 0 is empty.
    public var liveSets: [[UInt16]] = [[]]
    public var positions = PositionTable()
    /// The lines of the words, decoded, while somebody traces the code. Not serialised.
    public var traceLines: AnyObject?
    /// How the code shows itself to programs, once somebody looked. Not serialised.
    public var rendering: AnyObject?

    public init() {}
}

public enum CodeConstant {
    case constant(Constant)
    case code(CodeUnit)
}

/// An exception raised by a word in `start ..< end` is put into register `register`, after the live temporaries of that word that
/// are not live at `target` are released, and execution goes on at `target`. The first match from the front of the table
/// counts: inner ranges come first.
public struct ExceptionRange: Equatable, Sendable {
    public var start: UInt32
    public var end: UInt32
    public var target: UInt32
    public var register: UInt16
    public init(start: Int, end: Int, target: Int, register: Int) {
        self.start = UInt32(start); self.end = UInt32(end); self.target = UInt32(target); self.register = UInt16(register)
    }
}

/// From word `start` on (up to the next range), the temporaries in set `set` are live: they own a value or hold 0. Operands that
/// the instruction itself kills count as live, except those of calls, which are consumed in any case. At a handler, the register
/// that receives the exception is not in the set.
public struct LiveRange: Equatable, Sendable {
    public var start: UInt32
    public var set: UInt32
    public init(start: Int, set: Int) { self.start = UInt32(start); self.set = UInt32(set) }
}

/// Source positions of instruction words, compactly encoded.
public struct PositionTable: Equatable, Sendable {
    public var bytes: [UInt8] = []
    public init() {}
}
