// What happens when an instruction raises: find the handler, leaving frames on the way.

import CPythonABI
import Compiler

enum Unwinding {
    /// Unwinds from the current frame, whose pc is saved. `.frame`: a handler is set up; `.exit`: the exception leaves the loop.
    @inline(never) static func unwind(traceback: Bool) -> Status {
        var addTraceback = traceback
        while true {
            guard let fp = CurrentFrame.fp else { return .exit }
            let code = fp.code
            let word = fp.currentWord
            attachContext()
            if addTraceback { Tracebacks.add(fp, word) }
            if Tracing.isAnyone && addTraceback { Tracing.raised(fp) }
            addTraceback = true
            let found = UnwindCache.find(code, word)
            if found.target >= 0 {
                notePlace(fp, word)
                found.releaseTemporaries(fp, word)
                fp[Int(found.handler_register)] = ExceptionObject.take().take()
                fp.pc = code.pointee.instructions + Int(found.target)
                return .frame
            }
            // No handler here.
            if !fp.frameObject.isNull { restorePlace(fp) }
            if code.pointee.simpleArgumentCount == 2 || code.pointee.simpleArgumentCount == 1, isAttributeError() { completeAttributeError(fp) }
            found.releaseTemporaries(fp, word)
            // What died with the temporaries has told of its own end before.
            if Tracing.isAnyone { Tracing.left(fp) }
            let continuation = fp.continuation
            let previous = fp.previous
            if fp.isGenerator {
                Generators.finishByException(fp)
                CurrentFrame.fp = previous
            } else if Continuations.catches(continuation), let previous {
                let note = fp.note
                let extra = fp.extra
                fp.extra = .null
                Frames.leave(fp)
                CurrentFrame.fp = previous
                if let status = Continuations.failed(previous, note, extra, continuation) { return status }
            } else {
                Frames.leave(fp)
                CurrentFrame.fp = previous
            }
            if continuation == .exit { return .exit }
        }
    }

    /// Whether the pending exception is an AttributeError. The last class that was none is remembered by its version.
    @inline(__always) private static func isAttributeError() -> Bool {
        guard let pending = PendingException.state.pointee.curexc_type else { return false }
        let type = UnsafeMutableRawPointer(pending).assumingMemoryBound(to: PyTypeObject.self)
        let version = type.pointee.tp_version_tag
        if version != 0 && version == otherVersion { return false }
        if type.isSubtype(of: PyExc_AttributeErrorPointer()) { return true }
        otherVersion = type.version
        return false
    }
    nonisolated(unsafe) private static var otherVersion: UInt32 = 0

    /// An AttributeError out of `__getattr__`, `__getattribute__` or a property tells what was asked of whom: the arguments of the frame, or
    /// the name of the property.
    private static func completeAttributeError(_ fp: FramePointer) {
        if fp.code.pointee.simpleArgumentCount == 1 {
            guard !fp[0].isNull, fp[0].isObject, !CellObject.isCell(fp[0]), AttributeErrors.isIncomplete else { return }
            let name = propertyName(fp[0].type, fp.function)
            if !name.isNull { AttributeErrors.complete(name: name, object: fp[0]) }
            return
        }
        let unit = fp.code.pointee.unit.takeUnretainedValue()
        guard unit.name == "__getattr__" || unit.name == "__getattribute__", !fp[0].isNull, !CellObject.isCell(fp[0]), StrObject.isInstance(fp[1])
        else { return }
        AttributeErrors.complete(name: fp[1], object: fp[0])
    }

    /// The name under which a type has the property whose getter is the function, borrowed; null: it has none.
    private static func propertyName(_ type: TypePointer, _ getter: Value) -> Value {
        let order = type.mro
        for index in 0..<TupleObject.count(order) {
            let dict = Classes.type(TupleObject.item(order, index)).dict
            var position = 0
            while let (name, value) = DictObject.next(dict, &position) {
                if PropertyObject.isExact(value) && PropertyObject.getter(value) === getter && StrObject.isExact(name) && type.lookup(name) === value {
                    return name
                }
            }
        }
        return .null
    }

    /// Notes where an exception that goes to a handler was raised: a frame that a cleanup leaves stands there.
    @inline(__always) private static func notePlace(_ fp: FramePointer, _ word: Int) {
        if !fp.frameObject.isNull && !isCleanup(fp.pc[-1]) { FrameObject.word(fp.frameObject, 72).pointee = Value(bits: UInt64(word + 1)) }
    }
    private static func restorePlace(_ fp: FramePointer) {
        let place = Int(FrameObject.word(fp.frameObject, 72).pointee.bits)
        if place > 0 && isCleanup(fp.pc[-1]) { fp.pc = fp.code.pointee.instructions + place }
    }
    private static func isCleanup(_ word: UInt64) -> Bool {
        unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Opcode.self) == .reraise && hasFlag(word, InstructionFlags.isCleanup)
    }

    /// Whether the pending exception was thrown into the frame that runs now, with the context it is to have.
    nonisolated(unsafe) static var contextIsSet = false
    /// The exception that native code raised with a context of its choice; only compared.
    nonisolated(unsafe) static var exceptionWithContext: ObjectPointer?

    /// A pending exception raised while another is handled gets that one as context.
    static func attachContext() {
        if contextIsSet {
            contextIsSet = false
            return
        }
        let thread = PendingException.state
        guard let type = thread.pointee.curexc_type else { return }
        if let chosen = exceptionWithContext {
            exceptionWithContext = nil
            if thread.pointee.curexc_value == chosen { return }
        }
        // Only what was raised just now: an instance that is normalised has its context set. First, since the look for what is
        // handled goes through all generators that run.
        if let value = thread.pointee.curexc_value, ExceptionObject.isInstance(Value(value)), Value(value).type == UnsafeMutableRawPointer(type).assumingMemoryBound(to: PyTypeObject.self), thread.pointee.curexc_traceback != nil { return }
        guard let handled = topHandled() else { return }
        if let value = thread.pointee.curexc_value, value == handled { return }
        let exception = ExceptionObject.take()
        ExceptionObject.setContext(exception.value, Value(handled))
        PendingException.set(exception.value.type, exception.value)
        let head = ExceptionObject.head(exception.value)
        if let traceback = head.pointee.traceback {
            traceback.pointee.ob_refcnt += 1
            PendingException.state.pointee.curexc_traceback = traceback
        }
    }

    /// The exception being handled by the innermost frame that handles one.
    static func topHandled() -> ObjectPointer? { topHandled(PendingException.state) }
    static func topHandled(_ thread: UnsafeMutablePointer<PyThreadState>) -> ObjectPointer? {
        var item = thread.pointee.exc_info
        while let current = item {
            if let value = current.pointee.exc_value, value != Py_NonePointer() { return value }
            item = current.pointee.previous_item
        }
        return nil
    }
}
