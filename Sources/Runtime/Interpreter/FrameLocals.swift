// The local variables of frames as mappings: `locals()`, `f_locals`.
//
// Modules, class bodies and `exec` have a mapping that is their namespace. The variables of a function are registers; a dict shows
// them as they were when it was asked for, the same dict each time. It is kept where the others have their namespace.

import CPythonABI
import Compiler

public enum FrameLocals {
    /// locals() of the running frame.
    public static func current() throws(Raised) -> Ref {
        guard let fp = CurrentFrame.fp else { throw raise(.systemError, "frame does not exist") }
        return Ref(try mapping(fp))
    }

    /// Borrowed from the frame.
    static func mapping(_ fp: FramePointer) throws(Raised) -> Value {
        if fp.code.pointee.flags & CodeFlags.optimized == 0 {
            if fp.locals.isNull { fp.locals = Ref(fp.globals).take() }
            return fp.locals
        }
        if fp.locals.isNull { fp.locals = DictObject.make().take() }
        try update(fp.locals, fp.code, fp, FunctionObject.closure(fp.function))
        return fp.locals
    }

    /// `f_locals`, borrowed from the frame object or its frame.
    static func mapping(frame: Value) throws(Raised) -> Value {
        if let fp = FrameObject.window(frame) { return try mapping(fp) }
        let slot = FrameObject.word(frame, 88)
        if slot.pointee.isNull { slot.pointee = DictObject.make().take() }
        let code = FrameObject.code(frame)
        if code.pointee.flags & CodeFlags.optimized != 0 {
            let saved = FrameObject.savedLocals(frame)
            try update(slot.pointee, code, saved, saved == nil ? .null : FunctionObject.closure(FrameObject.word(frame, 64).pointee))
        }
        return slot.pointee
    }

    // MARK: Debuggers

    /// Brings `f_locals` of a function's frame up to date, if somebody looked at it before.
    static func refresh(_ frame: Value) throws(Raised) {
        guard let fp = FrameObject.window(frame), fp.code.pointee.flags & CodeFlags.optimized != 0, !fp.locals.isNull else { return }
        try update(fp.locals, fp.code, fp, FunctionObject.closure(fp.function))
    }
    /// Gives a function's variables the values that `f_locals` has, if somebody looked at it.
    static func writeBack(_ frame: Value) throws(Raised) {
        guard let fp = FrameObject.window(frame), fp.code.pointee.flags & CodeFlags.optimized != 0, !fp.locals.isNull else { return }
        let unit = fp.code.pointee.unit.takeUnretainedValue()
        let dict = Ref(fp.locals)
        func wanted(_ name: String) throws(Raised) -> Ref {
            let key = StrObject.intern(name)
            return Ref(try DictObject.get(dict.value, key.value))
        }
        for (index, name) in unit.variableNames.enumerated() where !CellObject.isCell(fp[index]) {
            let value = try wanted(name)
            if value.value === fp[index] { continue }
            let old = fp[index]
            fp[index] = value.take()
            old.release()
        }
        let closure = FunctionObject.closure(fp.function)
        for (index, name) in (unit.cellNames + unit.freeNames).enumerated() {
            let cell = index < unit.cellNames.count
                ? fp[unit.cellRegisters[index]] : closure.isNull ? .null : TupleObject.item(closure, index - unit.cellNames.count)
            guard CellObject.isCell(cell) else { continue }
            let value = try wanted(name)
            if value.value !== CellObject.get(cell) { CellObject.set(cell, value.value) }
        }
    }

    /// Brings the dict up to date. `registers` nil: nothing is bound.
    private static func update(_ dict: Value, _ code: CodePointer, _ registers: FramePointer?, _ closure: Value) throws(Raised) {
        let unit = code.pointee.unit.takeUnretainedValue()
        for (index, name) in unit.variableNames.enumerated() {
            let isCell = unit.cellRegisters.contains(index)
            try set(dict, name, registers.map { isCell ? content($0[index]) : $0[index] } ?? .null)
        }
        for (index, name) in unit.cellNames.enumerated() where unit.cellRegisters[index] >= unit.variableNames.count {
            try set(dict, name, registers.map { content($0[unit.cellRegisters[index]]) } ?? .null)
        }
        for (index, name) in unit.freeNames.enumerated() {
            try set(dict, name, closure.isNull ? .null : CellObject.get(TupleObject.item(closure, index)))
        }
    }
    /// What a register that is to hold a cell stands for: the cell may not have been made yet.
    private static func content(_ value: Value) -> Value { CellObject.isCell(value) ? CellObject.get(value) : value }

    private static func set(_ dict: Value, _ name: String, _ value: Value) throws(Raised) {
        let key = StrObject.intern(name)
        if !value.isNull { return try DictObject.set(dict, key.value, value) }
        let removed = try DictObject.delete(dict, key.value)
        _ = removed
    }
}

/// Frames by depth, for `sys._getframe` and `warnings`.
public enum RunningFrames {
    /// The frame object `depth` calls up, or null if the stack is not that deep.
    public static func frame(depth: Int) -> Ref {
        var frame = CurrentFrame.fp
        var left = max(depth, 0)
        while let fp = frame, left > 0 {
            frame = fp.previous
            left -= 1
        }
        guard let frame else { return .null }
        return Ref(FrameObject.of(frame))
    }
    /// sys._getframe
    public static func getFrame(_ depth: Int) throws(Raised) -> Ref {
        let frame = frame(depth: depth)
        if frame.isNull { throw raise(.valueError, "call stack is not deep enough") }
        return frame
    }
    /// Globals of the frame `depth` calls up, borrowed; null if there is none.
    public static func globals(depth: Int) -> Value {
        var frame = CurrentFrame.fp
        var left = depth
        while let fp = frame, left > 0 {
            frame = fp.previous
            left -= 1
        }
        return frame?.globals ?? .null
    }
}
