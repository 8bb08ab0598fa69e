// `object.__class__ = ...`

import CPythonABI

enum ClassAssignment {
    static let set: (Value, Value) throws(Raised) -> Void = { (self, value) throws(Raised) -> Void in
        if value.isNull { throw raise(.typeError, "can't delete __class__ attribute") }
        guard Classes.isType(value) else {
            throw raise(.typeError, "__class__ must be set to a class, not '\(value.type.name)' object")
        }
        try Audit.store(self, "__class__", value)
        let (old, new) = (self.type, Classes.type(value))
        let modules = old.isSubtype(of: PyModule_TypePointer()) && new.isSubtype(of: PyModule_TypePointer())
        if !modules && (new.has(Py_TPFLAGS_IMMUTABLETYPE) || old.has(Py_TPFLAGS_IMMUTABLETYPE)) {
            throw raise(.typeError, "__class__ assignment only supported for mutable types or ModuleType subclasses")
        }
        // Instances of all classes of Python code are freed alike.
        let areClasses = old.record.pointee.madeInPython && new.record.pointee.madeInPython
        guard areClasses || old.isCollected == new.isCollected else {
            throw raise(.typeError, "__class__ assignment: '\(new.name)' deallocator differs from '\(old.name)'")
        }
        guard isCompatible(old, new) else {
            throw raise(.typeError, "__class__ assignment: '\(new.name)' object layout differs from '\(old.name)'")
        }
        if old == new { return }
        // The places of attributes kept in line are those of the old class.
        if old.hasManagedDict { Instances.materialize(self.object) }
        if new.isHeapType { value.retain() }
        self.object.pointee.ob_type = new
        if old.isHeapType { old.value.release() }
    }

    /// Whether an instance of one class is laid out as one of the other.
    static func isCompatible(_ old: TypePointer, _ new: TypePointer) -> Bool {
        if old == new { return true }
        guard old.has(Py_TPFLAGS_HAVE_GC) == new.has(Py_TPFLAGS_HAVE_GC), old.hasManagedDict == new.hasManagedDict,
            old.pointee.tp_basicsize == new.pointee.tp_basicsize, old.pointee.tp_itemsize == new.pointee.tp_itemsize,
            old.pointee.tp_weaklistoffset == new.pointee.tp_weaklistoffset
        else { return false }
        let (a, b) = (layoutOwner(old), layoutOwner(new))
        if a == b { return true }
        // Both add the same to the same base; behind items there is no fixed place for it.
        guard a.pointee.tp_itemsize == 0, a.isHeapType, b.isHeapType, a.base == b.base || a.base.map(layoutOwner) == b.base.map(layoutOwner) else { return false }
        return sameSlots(a, b)
    }
    /// The nearest ancestor that adds something to the layout.
    private static func layoutOwner(_ type: TypePointer) -> TypePointer {
        var type = type
        while type.isHeapType, type.hasRecord, type.record.pointee.madeInPython, let base = type.base,
            type.record.pointee.slotOffsets.isEmpty, base.pointee.tp_basicsize == type.pointee.tp_basicsize,
            base.pointee.tp_weaklistoffset == type.pointee.tp_weaklistoffset, base.hasManagedDict == type.hasManagedDict,
            base.has(Py_TPFLAGS_HAVE_GC) == type.has(Py_TPFLAGS_HAVE_GC)
        {
            type = base
        }
        return type
    }
    private static func sameSlots(_ a: TypePointer, _ b: TypePointer) -> Bool {
        let (x, y) = (a.heap.pointee.ht_slots, b.heap.pointee.ht_slots)
        let (p, q) = (x.map { Value($0) } ?? TupleObject.emptyValue, y.map { Value($0) } ?? TupleObject.emptyValue)
        guard TupleObject.count(p) == TupleObject.count(q) else { return false }
        for index in 0..<TupleObject.count(p) where !StrObject.equal(TupleObject.item(p, index), TupleObject.item(q, index)) { return false }
        return a.pointee.tp_weaklistoffset == b.pointee.tp_weaklistoffset
    }
}
