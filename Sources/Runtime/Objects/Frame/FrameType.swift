// frame as a type.

import CPythonABI
import Compiler

enum FrameType {
    static func describe(_ type: TypeBuilder) {
        type.type.pointee.tp_dealloc = FrameObject.deallocate
        type.type.pointee.tp_traverse = FrameObject.traverse
        type.type.pointee.tp_clear = FrameObject.clearForCollector
        type.slots.getAttribute = Attributes.genericSlot
        type.slots.setAttribute = Attributes.genericSetSlot
        type.slots.repr = { (self) throws(Raised) -> Ref in
            let code = FrameObject.code(self)
            let filename = try Repr.string(Value(code.pointee.object.pointee.co_filename))
            return StrObject.make(
                "<frame at \(Repr.address(self)), file \(filename), line \(line(self)), code \(text(CodeObject.name(code)))>")
        }
        type.getter("f_back", { (self) throws(Raised) -> Ref in back(self) })
        type.getter("f_code", { (self) throws(Raised) -> Ref in Ref(FrameObject.word(self, 56).pointee) })
        type.getter("f_globals", { (self) throws(Raised) -> Ref in Ref(FunctionObject.globals(function(self))) })
        type.getter("f_builtins", { (self) throws(Raised) -> Ref in Ref(FunctionObject.builtins(function(self))) })
        type.getter("f_locals", { (self) throws(Raised) -> Ref in Ref(try FrameLocals.mapping(frame: self)) })
        type.getter("f_lasti", { (self) throws(Raised) -> Ref in IntObject.make(lastInstruction(self)) })
        type.getter("f_lineno", { (self) throws(Raised) -> Ref in IntObject.make(line(self)) }, set: setLine)
        type.getter(
            "f_trace", { (self) throws(Raised) -> Ref in FrameObject.head(self).pointee.f_trace.map { Ref(Border.fromC(borrowed: $0)) } ?? .none },
            set: { (self, value) throws(Raised) -> Void in
                let old = FrameObject.head(self).pointee.f_trace
                FrameObject.head(self).pointee.f_trace = value.isNull || value.isNone ? nil : Border.boxed(value)
                if let old { Value(old).release() }
            })
        type.member("f_trace_lines", type: T_BOOL, offset: 44, readOnly: false)
        type.member("f_trace_opcodes", type: T_BOOL, offset: 45, readOnly: false)
        type.method("clear", .noArguments(clear), doc: "F.clear(): clear most references held by the frame")
        type.method(
            "__sizeof__", .noArguments({ (self) throws(Raised) -> Ref in
                IntObject.make(FrameObject.size + FrameObject.code(self).pointee.registerCount * 8)
            }), doc: "F.__sizeof__() -> size of F in memory, in bytes")
    }
    private static func function(_ self: Value) -> Value { FrameObject.word(self, 64).pointee }

    /// The line that the frame is at. While a trace function sets it, the field holds it.
    public static func line(_ self: Value) -> Int {
        let set = Int(FrameObject.head(self).pointee.f_lineno)
        if set != 0 { return max(set, 0) }
        if let window = FrameObject.window(self), notStarted(window) { return Int(FrameObject.code(self).pointee.object.pointee.co_firstlineno) }
        let code = FrameObject.code(self)
        if let range = CodeObject.position(code, at: FrameObject.lastWord(self)) { return Int(range.line) }
        // An instruction without a place in the source: the one that a tracer saw before it.
        let state = FrameObject.traceState(self).pointee
        if state > 0 && state < code.pointee.instructionCount { return CodeObject.line(code, at: state - 1) }
        return Int(code.pointee.object.pointee.co_firstlineno)
    }
    private static func lastInstruction(_ self: Value) -> Int {
        if let window = FrameObject.window(self), notStarted(window) { return -1 }
        return CodeRendering.of(FrameObject.code(self)).offset(FrameObject.lastWord(self))
    }
    private static func notStarted(_ window: FramePointer) -> Bool {
        window.isGenerator ? Generators.state(Generators.owner(window)) == .created : window.pc == window.code.pointee.instructions
    }

    private static func back(_ self: Value) -> Ref {
        if let window = FrameObject.window(self) {
            guard let previous = window.previous else { return .none }
            return Ref(FrameObject.of(previous))
        }
        guard let back = FrameObject.head(self).pointee.f_back else { return .none }
        return Ref(Value(pointer: back))
    }

    private static let clear: UnarySlot = { (self) throws(Raised) -> Ref in
        if let window = FrameObject.window(self) {
            guard window.isGenerator, Generators.state(Generators.owner(window)) != .executing else {
                throw raise(.runtimeError, "cannot clear an executing frame")
            }
            let generator = Ref(Generators.owner(window))
            Generators.finalize(generator.value)
            Generators.clear(generator.value)
        }
        let held = Ref(self)
        FrameObject.clearValues(held.value)
        return .none
    }

    private static let setLine: (Value, Value) throws(Raised) -> Void = { (self, value) throws(Raised) -> Void in
        if value.isNull { throw raise(.attributeError, "cannot delete attribute") }
        guard IntObject.isExact(value) else { throw raise(.valueError, "lineno must be an integer") }
        try FrameJump.jump(self, to: try Index.size(value))
    }
}
