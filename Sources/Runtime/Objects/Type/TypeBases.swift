// `cls.__bases__ = ...`

import CPythonABI

enum TypeBases {
    static func set(_ type: TypePointer, _ value: Value) throws(Raised) {
        guard TupleObject.isInstance(value) else {
            throw raise(.typeError, "can only assign tuple to \(type.name).__bases__, not \(value.type.name)")
        }
        let count = TupleObject.count(value)
        if count == 0 {
            throw raise(.typeError, "can only assign non-empty tuple to \(type.name).__bases__, not ()")
        }
        for index in 0..<count {
            let item = TupleObject.item(value, index)
            guard Classes.isType(item) else {
                throw raise(.typeError, "\(type.name).__bases__ must be tuple of classes, not '\(item.type.name)'")
            }
            // The MRO may lag behind the bases when this happens within another assignment.
            if Classes.type(item).isSubtype(of: type) || isInChain(type, of: Classes.type(item)) { throw raise(.typeError, "a __bases__ item causes an inheritance cycle") }
        }
        let newBase = try TypeNew.bestBase(value)
        guard let oldBase = type.base else { throw raise(.typeError, "cannot assign to \(type.name).__bases__") }
        let heldBase = Ref(oldBase.value)
        defer { _ = heldBase.isNull }
        guard oldBase.isCollected == newBase.isCollected else {
            throw raise(.typeError, "__bases__ assignment: '\(newBase.name)' deallocator differs from '\(oldBase.name)'")
        }
        guard ClassAssignment.isCompatible(oldBase, newBase) else {
            throw raise(.typeError, "__bases__ assignment: '\(newBase.name)' object layout differs from '\(oldBase.name)'")
        }

        let oldBases = Ref(Value(pointer: type.pointee.tp_bases))
        type.modified()
        TypeLife.leaveBases(type)
        install(type, Ref(value), newBase)
        var old: [OldMRO] = []
        do throws(Raised) { try refresh(type, &old) } catch {
            // As it was before, but for what somebody else set in the meantime.
            for entry in old.reversed() {
                let current = entry.type.pointee.tp_mro
                if current == entry.new {
                    entry.type.pointee.tp_mro = entry.mro
                    if let current { Value(current).release() }
                } else if let mro = entry.mro {
                    Value(mro).release()
                }
                release(entry)
            }
            if type.pointee.tp_bases == value.object {
                TypeLife.leaveBases(type)
                install(type, oldBases.copy(), oldBase)
            }
            type.modified()
            throw error
        }
        for entry in old {
            if let mro = entry.mro { Value(mro).release() }
            release(entry)
        }
        type.modified()
        if type.pointee.tp_bases == value.object { updateAllSlots(type) }
    }

    private static func isInChain(_ type: TypePointer, of start: TypePointer) -> Bool {
        var current: TypePointer? = start
        while let this = current {
            if this == type { return true }
            current = this.base
        }
        return false
    }
    private static func install(_ type: TypePointer, _ bases: consuming Ref, _ base: TypePointer) {
        let (oldBases, oldBase) = (type.pointee.tp_bases, type.pointee.tp_base)
        base.value.retain()
        type.pointee.tp_base = base
        type.pointee.tp_bases = bases.take().object
        enter(type)
        if let oldBases { Value(oldBases).release() }
        if let oldBase { oldBase.value.release() }
    }
    /// Enters a class in its bases' lists of subclasses.
    static func enter(_ type: TypePointer) {
        let bases = Value(pointer: type.pointee.tp_bases)
        for index in 0..<TupleObject.count(bases) {
            Classes.type(TupleObject.item(bases, index)).record.pointee.subclasses.append(type)
        }
    }

    private struct OldMRO {
        /// Owned.
        var type: TypePointer
        /// The MRO of before, owned.
        var mro: ObjectPointer?
        /// The one that took its place, owned.
        var new: ObjectPointer?
    }
    /// All but the old MRO.
    private static func release(_ entry: OldMRO) {
        if let new = entry.new { Value(new).release() }
        entry.type.value.release()
    }

    /// Computes the MRO of a class and of all that derive from it again.
    private static func refresh(_ type: TypePointer, _ old: inout [OldMRO]) throws(Raised) {
        try NativeStack.enter(" while updating classes")
        let previous = type.pointee.tp_mro
        if let previous { Value(previous).retain() }
        do throws(Raised) { try TypeNew.setMRO(type) } catch {
            if let previous { Value(previous).release() }
            throw error
        }
        let new = type.pointee.tp_mro
        if let new { Value(new).retain() }
        type.value.retain()
        old.append(OldMRO(type: type, mro: previous, new: new))
        let subclasses = type.record.pointee.subclasses
        for subclass in subclasses { subclass.value.retain() }
        defer { for subclass in subclasses { subclass.value.release() } }
        for subclass in subclasses { try refresh(subclass, &old) }
    }

    /// Sets all slots of a class, and of those that derive from it, by what its MRO holds now.
    static func updateAllSlots(_ type: TypePointer) {
        TypeNew.updateSlots(type, single: false)
        for subclass in type.record.pointee.subclasses { updateAllSlots(subclass) }
    }
}
