// Weak references: the list that begins in an object, and what happens to it when the object dies.
//
// The order of the list is CPython's: a plain reference without callback first, a plain proxy without callback second (one of each
// is shared), then all others, the newest in front.

import CPythonABI

public enum WeakReferences {
    typealias Reference = UnsafeMutablePointer<PyWeakReference>

    /// Where an object keeps its list; nil if its type has none.
    @inline(__always) static func head(_ object: ObjectPointer) -> UnsafeMutablePointer<Reference?>? {
        let offset = object.pointee.ob_type.pointee.tp_weaklistoffset
        if offset <= 0 { return nil }
        return (UnsafeMutableRawPointer(object) + offset).assumingMemoryBound(to: Reference?.self)
    }

    /// The object a reference is to, borrowed; null when it is dead (or about to be).
    @inline(__always) public static func target(_ reference: Value) -> Value {
        guard let object = reference.cast(to: PyWeakReference.self).pointee.wr_object, object != Py_NonePointer(),
            object.pointee.ob_refcnt > 0
        else { return .null }
        return Value(object)
    }
    /// Whether a value is a reference or a proxy.
    public static func isReference(_ value: Value) -> Bool {
        guard value.isObject else { return false }
        let type = value.type
        return type == _PyWeakref_ProxyTypePointer() || type == _PyWeakref_CallableProxyTypePointer()
            || type.isSubtype(of: _PyWeakref_RefTypePointer())
    }

    // MARK: Making

    /// A reference (or proxy) of a type to an object. Plain ones without callback are shared.
    static func make(_ type: TypePointer, _ target: Value, _ callback: Value) throws(Raised) -> Ref {
        guard target.isObject, let list = head(target.object) else {
            throw raise(.typeError, "cannot create weak reference to '\(target.type.name)' object")
        }
        let isProxy = type != _PyWeakref_RefTypePointer() && !type.isSubtype(of: _PyWeakref_RefTypePointer())
        let shareable = callback.isNull && (isProxy || type == _PyWeakref_RefTypePointer())
        if shareable, let known = shared(list, proxy: isProxy) { return Ref(Value(pointer: known)) }
        let made = try Instances.allocate(type)
        let reference = made.value.cast(to: PyWeakReference.self)
        reference.pointee.wr_object = target.object
        reference.pointee.hash = -1
        if !callback.isNull { reference.pointee.wr_callback = Border.boxed(callback) }
        // Allocation may have collected, which changes the list.
        if shareable && !isProxy {
            insert(reference, after: nil, list)
        } else if shareable {
            insert(reference, after: shared(list, proxy: false), list)
        } else {
            insert(reference, after: shared(list, proxy: true) ?? shared(list, proxy: false), list)
        }
        return made
    }
    /// The shared reference or proxy of a list.
    private static func shared(_ list: UnsafeMutablePointer<Reference?>, proxy: Bool) -> Reference? {
        guard var candidate = list.pointee else { return nil }
        func isPlain(_ reference: Reference, _ proxy: Bool) -> Bool {
            guard reference.pointee.wr_callback == nil, reference.pointee.ob_base.ob_refcnt > 0 else { return false }
            let type = reference.pointee.ob_base.ob_type
            if proxy { return type == _PyWeakref_ProxyTypePointer() || type == _PyWeakref_CallableProxyTypePointer() }
            return type == _PyWeakref_RefTypePointer()
        }
        if !proxy { return isPlain(candidate, false) ? candidate : nil }
        if isPlain(candidate, false) {
            guard let second = candidate.pointee.wr_next else { return nil }
            candidate = second
        }
        return isPlain(candidate, true) ? candidate : nil
    }
    private static func insert(_ reference: Reference, after previous: Reference?, _ list: UnsafeMutablePointer<Reference?>) {
        if let previous {
            reference.pointee.wr_prev = previous
            reference.pointee.wr_next = previous.pointee.wr_next
            previous.pointee.wr_next?.pointee.wr_prev = reference
            previous.pointee.wr_next = reference
        } else {
            reference.pointee.wr_prev = nil
            reference.pointee.wr_next = list.pointee
            list.pointee?.pointee.wr_prev = reference
            list.pointee = reference
        }
    }

    // MARK: Death

    /// Takes a reference out of its object's list: it is dead from now on. The callback stays.
    static func detach(_ reference: Reference) {
        guard let object = reference.pointee.wr_object, object != Py_NonePointer() else { return }
        if let list = head(object), list.pointee == reference { list.pointee = reference.pointee.wr_next }
        reference.pointee.wr_prev?.pointee.wr_next = reference.pointee.wr_next
        reference.pointee.wr_next?.pointee.wr_prev = reference.pointee.wr_prev
        reference.pointee.wr_prev = nil
        reference.pointee.wr_next = nil
        reference.pointee.wr_object = Py_NonePointer()
    }

    /// Whether an object is a weak reference that calls somebody when its object dies.
    static func hasCallback(_ value: Value) -> Bool { isReference(value) && value.cast(to: PyWeakReference.self).pointee.wr_callback != nil }

    /// If the value is a reference, it is dead from now on, without its callback.
    static func forget(_ value: Value) {
        if isReference(value) { detach(value.cast(to: PyWeakReference.self)) }
    }

    /// Makes all references to an object dead, and shows each to `body`.
    static func detachAll(_ object: ObjectPointer, _ body: (Value) -> Void) {
        guard let list = head(object) else { return }
        while let reference = list.pointee {
            detach(reference)
            body(Value(pointer: reference))
        }
    }

    /// Makes all weak references to a dying object dead and calls their callbacks, the newest first.
    public static func clear(_ object: ObjectPointer) {
        guard let list = head(object), list.pointee != nil else { return }
        var called: [Value] = []
        detachAll(object) { (reference) in
            let pointer = reference.cast(to: PyWeakReference.self)
            // A reference that is itself on the way out is not told.
            guard pointer.pointee.wr_callback != nil, pointer.pointee.ob_base.ob_refcnt > 0 else { return }
            reference.retain()
            called.append(reference)
        }
        if called.isEmpty { return }
        let saved = PendingException.save()
        for reference in called {
            callBack(reference)
            reference.release()
        }
        PendingException.restore(saved)
    }

    /// Calls the callback of a dead reference, once.
    static func callBack(_ reference: Value) {
        let pointer = reference.cast(to: PyWeakReference.self)
        guard let object = pointer.pointee.wr_callback else { return }
        pointer.pointee.wr_callback = nil
        let callback = Ref(owned: Value(object))
        do throws(Raised) {
            let result = try Call.call(callback.value, reference)
            _ = result.value
        } catch { Unraisable.report(callback.value) }
    }

    // MARK: Looking

    public static func count(_ value: Value) -> Int {
        guard value.isObject, let list = head(value.object) else { return 0 }
        var count = 0
        var reference = list.pointee
        while let current = reference {
            count += 1
            reference = current.pointee.wr_next
        }
        return count
    }
    public static func all(_ value: Value) throws(Raised) -> Ref {
        let result = ListObject.make()
        guard value.isObject, let list = head(value.object) else { return result }
        var reference = list.pointee
        while let current = reference {
            if current.pointee.ob_base.ob_refcnt > 0 { try ListObject.append(result.value, Value(pointer: current)) }
            reference = current.pointee.wr_next
        }
        return result
    }

    /// What references and proxies have in common.
    static func describeStorage(_ type: TypeBuilder) {
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            let reference = UnsafeMutableRawPointer(object).assumingMemoryBound(to: PyWeakReference.self)
            WeakReferences.detach(reference)
            if let callback = reference.pointee.wr_callback {
                reference.pointee.wr_callback = nil
                Value(callback).release()
            }
            freeInstance(object)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            guard let object, let visit else { return 0 }
            guard let callback = UnsafeMutableRawPointer(object).assumingMemoryBound(to: PyWeakReference.self).pointee.wr_callback else { return 0 }
            return visit(callback, argument)
        }
        type.type.pointee.tp_clear = { object in
            guard let object else { return 0 }
            let reference = UnsafeMutableRawPointer(object).assumingMemoryBound(to: PyWeakReference.self)
            WeakReferences.detach(reference)
            if let callback = reference.pointee.wr_callback {
                reference.pointee.wr_callback = nil
                Value(callback).release()
            }
            return 0
        }
    }
}
