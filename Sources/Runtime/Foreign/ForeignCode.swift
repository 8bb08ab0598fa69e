// Code objects, frames and tracebacks that extensions make, so that functions written in C show up in tracebacks.
//
// Such code has a name, a file and a first line, but nothing that runs: it raises AssertionError when somebody tries.

import CPythonABI
import Compiler

public enum ForeignCode {
    /// Takes what C hung on a code object that dies; set with the first place that C asks for.
    nonisolated(unsafe) public static var releaseExtra: ((UnsafeMutableRawPointer) -> Void)?

    /// What a code object made by C tells of itself.
    public struct Description {
        public var filename = ""
        public var name = ""
        public var qualifiedName = ""
        public var firstLine = 0
        public var flags = 0
        public var argumentCount = 0
        public var positionalOnlyCount = 0
        public var keywordOnlyCount = 0
        public var variableNames: [String] = []
        public var freeNames: [String] = []
        public var cellNames: [String] = []
        public init() {}
    }

    /// A code object of that description. `constants` is a tuple, or null for (None,).
    public static func make(_ description: Description, constants: Value = .null) throws(Raised) -> Ref {
        let unit = CodeUnit()
        unit.name = description.name
        unit.qualifiedName = description.qualifiedName
        unit.filename = description.filename
        unit.firstLine = description.firstLine
        unit.flags = description.flags
        unit.argumentCount = description.argumentCount
        unit.positionalOnlyCount = description.positionalOnlyCount
        unit.keywordOnlyCount = description.keywordOnlyCount
        unit.variableNames = description.variableNames
        unit.freeNames = description.freeNames
        unit.cellNames = description.cellNames
        let locals = description.variableNames.count
        unit.cellRegisters = description.cellNames.indices.map { locals + $0 }
        unit.localCount = locals + description.cellNames.count
        unit.registerCount = unit.localCount + 1
        let register = unit.localCount
        unit.instructions = [
            Instruction(.loadAssertionError, flags: InstructionFlags.tempA, a: register).word,
            Instruction(.raise, flags: InstructionFlags.hasException | InstructionFlags.killA, a: register).word,
        ]
        unit.liveRanges = [LiveRange(start: 0, set: 0), LiveRange(start: 1, set: 1)]
        unit.liveSets = [[], [UInt16(truncatingIfNeeded: register)]]
        unit.constants = [.constant(.none)]
        // Both words are on the first line, with no columns: see `PositionTable`.
        var table: [UInt8] = [1 | 3 << 3]
        var line = UInt(bitPattern: description.firstLine << 1 ^ description.firstLine >> 63)
        while line >= 0x80 {
            table.append(UInt8(line & 0x7F) | 0x80)
            line >>= 7
        }
        table.append(UInt8(line))
        table += [0, 0, 0]
        unit.positions.bytes = table
        return try CodeObject.link(unit, constants: constants)
    }

    /// A frame object that never ran, of the code and globals given. `locals` may be null.
    public static func frame(code: Value, globals: Value, locals: Value) -> Ref {
        let builtins = Namespaces.builtins(of: globals)
        let function = FunctionObject.make(code: code, globals: globals, builtins: builtins.value)
        let object = ObjectMemory.newCollected(PyFrame_TypePointer(), as: PyFrameObject.self, size: FrameObject.size(CodeObject.linked(code)))
        fillBytes(UnsafeMutableRawPointer(object) + 16, 0, FrameObject.size - 16)
        let value = Value(pointer: object)
        code.retain()
        FrameObject.word(value, 56).pointee = code
        FrameObject.word(value, 64).pointee = function.take()
        if !locals.isNull && !locals.isNone {
            locals.retain()
            FrameObject.word(value, 88).pointee = locals
        }
        object.pointee.f_trace_lines = 1
        Collector.track(value.object)
        return Ref(owned: value)
    }

    /// Puts a frame in front of the traceback of the pending exception.
    public static func addTraceback(frame: Value) {
        let thread = PendingException.state
        let traceback = ObjectMemory.newCollected(PyTraceBack_TypePointer(), as: PyTracebackObject.self, size: 40)
        frame.retain()
        traceback.pointee.tb_frame = frame.cast(to: PyFrameObject.self)
        traceback.pointee.tb_next = thread.pointee.curexc_traceback.map { UnsafeMutableRawPointer($0).assumingMemoryBound(to: PyTracebackObject.self) }
        traceback.pointee.tb_lasti = Int32(truncatingIfNeeded: FrameObject.lastWord(frame) * 8)
        traceback.pointee.tb_lineno = Int32(truncatingIfNeeded: FrameType.line(frame))
        let value = Value(pointer: traceback)
        Collector.track(value.object)
        thread.pointee.curexc_traceback = value.object
    }

    // MARK: Frames as C looks at them

    public static func line(frame: Value) -> Int { FrameType.line(frame) }
    /// The code of a frame, borrowed.
    public static func code(frame: Value) -> Value { FrameObject.word(frame, 56).pointee }
    public static func isFrame(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type == PyFrame_TypePointer() }
    /// The line of the instruction at a byte offset; -1 if there is none.
    public static func line(code: Value, at offset: Int) -> Int {
        offset < 0 ? Int(CodeObject.head(code).pointee.co_firstlineno) : CodeObject.line(CodeObject.linked(code), at: CodeRendering.of(CodeObject.linked(code)).word(offset))
    }
    public static func position(code: Value, at offset: Int) -> (line: Int, column: Int, endLine: Int, endColumn: Int)? {
        guard let range = CodeObject.position(CodeObject.linked(code), at: CodeRendering.of(CodeObject.linked(code)).word(offset)) else { return nil }
        return (Int(range.line), Int(range.column), Int(range.endLine), Int(range.endColumn))
    }

    /// The generator whose frame it is, borrowed; null for other frames.
    public static func generator(frame: Value) -> Value {
        guard let window = FrameObject.window(frame), window.isGenerator else { return .null }
        return Generators.owner(window)
    }

    // MARK: Running code

    /// Runs a code object in namespaces: what `exec` and `eval` do once they have one.
    public static func run(_ code: Value, globals: Value, locals: Value, closure: Value = .null) throws(Raised) -> Ref {
        if DictObject.get(globals, name: Names.builtins).isNull {
            let builtins = Ref(CurrentFrame.builtins)
            if !builtins.value.isNone { try DictObject.set(globals, Names.builtins, builtins.value) }
        }
        let builtins = Namespaces.builtins(of: globals)
        return try Interpreter.execute(
            code: code, globals: globals, locals: locals.isNull || locals.isNone ? globals : locals, builtins: builtins.value, closure: closure)
    }
    /// A function of code and globals.
    public static func function(code: Value, globals: Value, qualifiedName: Value) -> Ref {
        let builtins = Namespaces.builtins(of: globals)
        let function = FunctionObject.make(code: code, globals: globals, builtins: builtins.value)
        if !qualifiedName.isNull {
            let slot = FunctionObject.field(function.value, 40)
            let old = slot.pointee
            qualifiedName.retain()
            slot.pointee = qualifiedName
            old.release()
        }
        return function
    }
    /// A word of a function's struct, borrowed; null if absent.
    public static func functionField(_ function: Value, offset: Int) -> Value { FunctionObject.field(function, offset).pointee }
    public static func setFunctionField(_ function: Value, offset: Int, _ value: Value) {
        let slot = FunctionObject.field(function, offset)
        let old = slot.pointee
        value.retain()
        slot.pointee = value
        old.release()
    }
}
