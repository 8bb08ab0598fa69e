// The end of generators: what the collector sees of them, finalisation, deallocation.

import CPythonABI
import Compiler

extension Generators {
    static let traverse: traverseproc = { object, visit, argument in
        guard let object, let visit else { return 0 }
        let generator = Value(object)
        let head = head(generator)
        if let code = head.pointee.gi_code {
            let result = visit(Value(pointer: code).object, argument)
            if result != 0 { return result }
        }
        if let origin = head.pointee.gi_origin_or_finalizer {
            let result = visit(origin, argument)
            if result != 0 { return result }
        }
        if let handled = excState(generator).pointee.exc_value {
            let result = visit(handled, argument)
            if result != 0 { return result }
        }
        guard state(generator) != .completed else { return 0 }
        let window = window(generator)
        func visitField(_ value: Value) -> Int32 { value.isObject ? visit(value.object, argument) : 0 }
        var result = visitField(window.function)
        if result == 0 { result = visitField(window.frameObject) }
        if result == 0 { result = visitField(window.locals) }
        if result != 0 { return result }
        for index in 0..<window.code.pointee.localCount where window[index].isObject {
            let result = visit(window[index].object, argument)
            if result != 0 { return result }
        }
        if state(generator) == .suspended {
            let unit = window.code.pointee.unit.takeUnretainedValue()
            for register in unit.liveSets[Frames.liveSet(window.code, suspendedWord(window))] where window[Int(register)].isObject {
                let result = visit(window[Int(register)].object, argument)
                if result != 0 { return result }
            }
        }
        return 0
    }
    /// The word whose live temporaries a suspended frame holds.
    private static func suspendedWord(_ window: FramePointer) -> Int {
        delegate(window) != nil ? window.currentWord + 1 : window.currentWord
    }

    /// Takes apart a generator that will not run again.
    static func clear(_ generator: Value) {
        let current = state(generator)
        guard current == .created || current == .suspended else { return }
        let window = window(generator)
        if current == .suspended {
            Frames.releaseTemporaries(window, at: suspendedWord(window), keep: nil)
        }
        finish(generator)
    }
    static let clearForCollector: inquiry = { object in
        guard let object else { return 0 }
        Generators.clear(Value(object))
        return 0
    }

    /// Lets the frame run its `finally` clauses before the object goes. What is raised then cannot be raised anywhere.
    static func finalize(_ generator: Value) {
        let current = state(generator)
        guard current == .created || current == .suspended else { return }
        let saved = PendingException.save()
        defer { PendingException.restore(saved) }
        if generator.type == PyAsyncGen_TypePointer(), let finalizer = head(generator).pointee.gi_origin_or_finalizer,
            head(generator).pointee.gi_closed == 0
        {
            do throws(Raised) {
                let result = try Call.call(Value(finalizer), generator)
                _ = result.isNull
            } catch { Unraisable.report(generator) }
            return
        }
        do throws(Raised) {
            if current == .created {
                // Nothing has run, so nothing is to be undone; but an unused coroutine is most likely a forgotten `await`.
                if isCoroutine(generator) { try AsyncHooks.warnNeverAwaited(generator) }
            } else {
                try close(generator)
            }
        } catch { Unraisable.report(generator) }
    }

    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        let generator = Value(object)
        if Generators.head(generator).pointee.gi_weakreflist != nil { WeakReferences.clear(object) }
        let current = Generators.state(generator)
        if current == .suspended || current == .created && Generators.needsFinalizer(generator) {
            // Running the frame's `finally` clauses may bring the object back to life.
            if object.collectorHeader.pointee._gc_prev & Collector.finalizedBit == 0 {
                object.collectorHeader.pointee._gc_prev |= Collector.finalizedBit
                object.pointee.ob_refcnt = 1
                Generators.finalize(generator)
                object.pointee.ob_refcnt -= 1
                if object.pointee.ob_refcnt > 0 { return }
            }
        }
        Collector.untrack(object)
        let head = Generators.head(generator)
        let size = Generators.size(Generators.window(generator).code)
        let code = head.pointee.gi_code
        Generators.clear(generator)
        if let name = head.pointee.gi_name { Value(name).release() }
        if let name = head.pointee.gi_qualname { Value(name).release() }
        if let origin = head.pointee.gi_origin_or_finalizer { Value(origin).release() }
        ObjectMemory.freeCollected(object, size: size)
        if let code { Value(pointer: code).release() }
    }
    private static func needsFinalizer(_ generator: Value) -> Bool {
        isCoroutine(generator) || head(generator).pointee.gi_origin_or_finalizer != nil
    }
}
