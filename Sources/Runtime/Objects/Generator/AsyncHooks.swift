// What the runtime tells event loops and users about coroutines and asynchronous generators.

import CPythonABI
import Compiler

public enum AsyncHooks {
    private static var thread: UnsafeMutablePointer<PyThreadState> { PendingException.state }

    /// sys.set_coroutine_origin_tracking_depth
    public static var originDepth: Int {
        get { Int(thread.pointee.coroutine_origin_tracking_depth) }
        set { thread.pointee.coroutine_origin_tracking_depth = Int32(clamping: newValue) }
    }
    /// The hooks of sys.set_asyncgen_hooks, borrowed; null if there are none.
    public static var firstIteration: Value {
        get { thread.pointee.async_gen_firstiter.map { Value($0) } ?? .null }
        set { set(&thread.pointee.async_gen_firstiter, newValue) }
    }
    public static var finalizer: Value {
        get { thread.pointee.async_gen_finalizer.map { Value($0) } ?? .null }
        set { set(&thread.pointee.async_gen_finalizer, newValue) }
    }
    private static func set(_ field: inout ObjectPointer?, _ value: Value) {
        let old = field
        field = value.isNull || value.isNone ? nil : Border.boxed(value)
        if let old { Value(old).release() }
    }

    /// A generator of any kind was made by the current frame.
    static func created(_ generator: Value) {
        guard thread.pointee.coroutine_origin_tracking_depth > 0, Generators.isCoroutine(generator) else { return }
        let origin = origin(depth: originDepth)
        Generators.head(generator).pointee.gi_origin_or_finalizer = origin.take().object
    }
    /// (filename, line, function name) of the frames that run, innermost first.
    private static func origin(depth: Int) -> Ref {
        var entries: [Value] = []
        var frame = CurrentFrame.fp
        while let fp = frame, entries.count < depth {
            let line = IntObject.make(CodeObject.line(fp.code, at: fp.currentWord))
            let filename = Value(fp.code.pointee.object.pointee.co_filename)
            entries.append(TupleObject.make(filename, line.value, CodeObject.name(fp.code)).take())
            frame = fp.previous
        }
        let result = TupleObject.make(array: entries)
        for entry in entries { entry.release() }
        return result
    }

    /// An asynchronous generator is iterated: for the first time, the event loop is told.
    static func begin(_ generator: Value) throws(Raised) {
        let head = Generators.head(generator)
        if head.pointee.gi_hooks_inited != 0 { return }
        head.pointee.gi_hooks_inited = 1
        if !finalizer.isNull {
            head.pointee.gi_origin_or_finalizer = Border.boxed(finalizer)
        }
        if !firstIteration.isNull {
            let hook = Ref(firstIteration)
            let result = try Call.call(hook.value, generator)
            _ = result.isNull
        }
    }

    /// The module `warnings` knows how to say it, with the place where the coroutine was made; a plain warning if it cannot be had.
    static func warnNeverAwaited(_ coroutine: Value) throws(Raised) {
        var warn = Ref.null
        do throws(Raised) {
            let module = try InterpreterHooks.importModule("warnings")
            let name = StrObject.intern("_warn_unawaited_coroutine")
            warn = try Attributes.getIfPresent(module.value, name.value)
        } catch { PendingException.clear() }
        if !warn.isNull {
            do throws(Raised) {
                let result = try Call.call(warn.value, coroutine)
                _ = result.isNull
                return
            } catch {
                // A warning made an error has been said; of another failure that is told, and the warning is given plainly.
                let isSaid = PendingException.matches(.runtimeWarning)
                Unraisable.report(coroutine)
                if isSaid { return }
            }
        }
        let name = Generators.head(coroutine).pointee.gi_qualname.map { text(Value($0)) } ?? "?"
        try Warnings.warn(.runtimeWarning, "coroutine '\(name)' was never awaited")
    }
}
