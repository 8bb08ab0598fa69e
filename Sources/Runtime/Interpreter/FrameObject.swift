// Frame objects: made when somebody looks at a frame.
//
// CPython's head (56 bytes), then ours:
//
//     +24  f_frame: fp while the frame runs (or its generator lives), else null
//     +56  code, owned
//     +64  function, owned
//     +72  the word where the frame stood last
//     +80  where the values of the locals are when the frame is gone: `localCount` words at +120, or null
//     +88  locals mapping (see FrameLocals) when the frame is gone, owned, or null

import CPythonABI
import Glibc

enum FrameObject {
    static let size = 120
    /// Bytes of the frame object of a code object: there is room for the values of the locals, which most often outlive the frame.
    @inline(__always) static func size(_ code: CodePointer) -> Int { size &+ code.pointee.localCount &* 8 }
    static func head(_ value: Value) -> UnsafeMutablePointer<PyFrameObject> { value.cast(to: PyFrameObject.self) }
    static func word(_ value: Value, _ offset: Int) -> UnsafeMutablePointer<Value> {
        (UnsafeMutableRawPointer(value.object) + offset).assumingMemoryBound(to: Value.self)
    }
    /// The window, while there is one.
    static func window(_ value: Value) -> FramePointer? { FramePointer(bitPattern: UInt(word(value, 24).pointee.bits)) }
    static func code(_ value: Value) -> CodePointer { CodeObject.linked(word(value, 56).pointee) }
    static func savedLocals(_ value: Value) -> FramePointer? { FramePointer(bitPattern: UInt(word(value, 80).pointee.bits)) }

    /// The frame object of a running frame, borrowed from the frame.
    static func of(_ fp: FramePointer) -> Value {
        if !fp.frameObject.isNull { return fp.frameObject }
        let object = ObjectMemory.newCollected(PyFrame_TypePointer(), as: PyFrameObject.self, size: size(fp.code))
        (UnsafeMutableRawPointer(object) + 16).assumingMemoryBound(to: InlineArray<13, UInt64>.self).pointee = InlineArray(repeating: 0)
        let value = Value(pointer: object)
        word(value, 24).pointee = Value(bits: UInt64(UInt(bitPattern: fp)))
        let code = Value(pointer: fp.code.pointee.object)
        code.retain()
        word(value, 56).pointee = code
        fp.function.retain()
        word(value, 64).pointee = fp.function
        object.pointee.f_trace_lines = 1
        Collector.track(value.object)
        fp.frameObject = value
        return value
    }

    /// The frame ends: its object, if others hold it, takes the local variables over.
    static func detach(_ fp: FramePointer) {
        let value = fp.frameObject
        fp.frameObject = .null
        if value.object.pointee.ob_refcnt > 1 {
            let count = fp.code.pointee.localCount
            let block = word(value, size)
            for index in 0..<count {
                block[index] = fp[index]
                fp[index] = .null
            }
            word(value, 80).pointee = Value(bits: UInt64(UInt(bitPattern: block)))
            word(value, 88).pointee = fp.locals
            fp.locals = .null
            word(value, 72).pointee = Value(bits: UInt64(fp.currentWord))
            // Nobody called a generator: its frame is for ever resumed by whoever likes.
            if !fp.isGenerator, let previous = fp.previous {
                let back = of(previous)
                back.retain()
                head(value).pointee.f_back = back.cast(to: PyFrameObject.self)
            }
        }
        word(value, 24).pointee = .null
        value.release()
    }

    /// The word at which the frame stands or stood.
    static func lastWord(_ value: Value) -> Int { window(value)?.currentWord ?? Int(word(value, 72).pointee.bits) }

    /// Lets go of the local variables of a frame that is over.
    static func clearValues(_ value: Value) {
        guard let saved = savedLocals(value) else { return }
        word(value, 80).pointee = .null
        let count = code(value).pointee.localCount
        for index in 0..<count { saved[index].release() }
    }

    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        Collector.untrack(object)
        let value = Value(object)
        FrameObject.clearValues(value)
        FrameObject.word(value, 88).pointee.release()
        FrameObject.word(value, 104).pointee.release()
        let size = FrameObject.size(FrameObject.code(value))
        if let back = FrameObject.head(value).pointee.f_back { Value(pointer: back).release() }
        if let trace = FrameObject.head(value).pointee.f_trace { Value(trace).release() }
        FrameObject.word(value, 64).pointee.release()
        FrameObject.word(value, 56).pointee.release()
        ObjectMemory.freeCollected(object, size: size)
    }
    static let clearForCollector: inquiry = { object in
        guard let object else { return 0 }
        let value = Value(object)
        FrameObject.clearValues(value)
        let locals = FrameObject.word(value, 88).pointee
        FrameObject.word(value, 88).pointee = .null
        locals.release()
        if let trace = FrameObject.head(value).pointee.f_trace {
            FrameObject.head(value).pointee.f_trace = nil
            Value(trace).release()
        }
        return 0
    }
    static let traverse: traverseproc = { object, visit, argument in
        guard let object, let visit else { return 0 }
        let value = Value(object)
        if let back = head(value).pointee.f_back {
            let result = visit(Value(pointer: back).object, argument)
            if result != 0 { return result }
        }
        if let trace = head(value).pointee.f_trace {
            let result = visit(trace, argument)
            if result != 0 { return result }
        }
        for offset in [56, 64, 88] where word(value, offset).pointee.isObject {
            let result = visit(word(value, offset).pointee.object, argument)
            if result != 0 { return result }
        }
        if let saved = savedLocals(value) {
            for index in 0..<code(value).pointee.localCount where saved[index].isObject {
                let result = visit(saved[index].object, argument)
                if result != 0 { return result }
            }
        }
        return 0
    }
}

/// Traceback objects.
enum Tracebacks {
    /// Adds the frame to the traceback of the pending exception.
    static func add(_ fp: FramePointer, _ word: Int) {
        let thread = PendingException.state
        let frame = FrameObject.of(fp)
        let traceback = ObjectMemory.newCollected(PyTraceBack_TypePointer(), as: PyTracebackObject.self, size: 40)
        frame.retain()
        traceback.pointee.tb_frame = frame.cast(to: PyFrameObject.self)
        traceback.pointee.tb_next = thread.pointee.curexc_traceback.map { UnsafeMutableRawPointer($0).assumingMemoryBound(to: PyTracebackObject.self) }
        traceback.pointee.tb_lasti = Int32(truncatingIfNeeded: word * 8)
        // The line is looked up when somebody asks: -1 until then.
        traceback.pointee.tb_lineno = -1
        let value = Value(pointer: traceback)
        Collector.track(value.object)
        thread.pointee.curexc_traceback = value.object
    }
    static func head(_ value: Value) -> UnsafeMutablePointer<PyTracebackObject> { value.cast(to: PyTracebackObject.self) }
    static func word(_ value: Value) -> Int {
        let stored = Int(head(value).pointee.tb_lasti)
        // Made by a program from a position where no instruction starts.
        if stored < -1 { return CodeRendering.of(FrameObject.code(frame(value))).word(-stored - 2) }
        return stored / 8
    }
    static func frame(_ value: Value) -> Value { Value(pointer: head(value).pointee.tb_frame.unsafelyUnwrapped) }
    static func line(_ value: Value) -> Int {
        if head(value).pointee.tb_lineno < 0 {
            head(value).pointee.tb_lineno = Int32(truncatingIfNeeded: CodeObject.line(FrameObject.code(frame(value)), at: word(value)))
        }
        return Int(head(value).pointee.tb_lineno)
    }

    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        Collector.untrack(object)
        let head = head(Value(object))
        if let next = head.pointee.tb_next { Value(pointer: next).release() }
        if let frame = head.pointee.tb_frame { Value(pointer: frame).release() }
        ObjectMemory.freeCollected(object, size: 40)
    }
    static let traverse: traverseproc = { object, visit, argument in
        guard let object, let visit else { return 0 }
        let head = head(Value(object))
        if let next = head.pointee.tb_next {
            let result = visit(Value(pointer: next).object, argument)
            if result != 0 { return result }
        }
        if let frame = head.pointee.tb_frame { return visit(Value(pointer: frame).object, argument) }
        return 0
    }
    static let clear: inquiry = { object in
        guard let object else { return 0 }
        let head = head(Value(object))
        if let next = head.pointee.tb_next {
            head.pointee.tb_next = nil
            Value(pointer: next).release()
        }
        return 0
    }
}
