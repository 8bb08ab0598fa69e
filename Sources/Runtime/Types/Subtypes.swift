// Life and death of instances of classes made in Python.

import CPythonABI

enum Subtypes {
    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        let type = object.pointee.ob_type.unsafelyUnwrapped
        let record = type.record
        let collected = type.isCollected
        if record.pointee.finalize != nil, let finalize = record.pointee.finalize {
            if !collected || object.collectorHeader.pointee._gc_prev & Collector.finalizedBit == 0 {
                if collected { object.collectorHeader.pointee._gc_prev |= Collector.finalizedBit }
                object.pointee.ob_refcnt = 1
                finalize(Value(object))
                object.pointee.ob_refcnt -= 1
                if object.pointee.ob_refcnt > 0 { return }
            }
        }
        if let delete = type.pointee.tp_del {
            // Weak references go before it, so that nobody gets at the object again through one.
            if type.pointee.tp_weaklistoffset > 0 { WeakReferences.clear(object) }
            delete(object)
            if object.pointee.ob_refcnt > 0 { return }
        }
        if collected { Collector.untrack(object) }
        clearOwn(object, type)
        // The nearest base that is not made in Python frees the rest; `freeInstance` at its end goes by the object's own type.
        var base = type
        while base.record.pointee.madeInPython, let next = base.base { base = next }
        if base == PyBaseObject_TypePointer() {
            freeInstance(object)
            return
        }
        if base.has(Py_TPFLAGS_BASE_EXC_SUBCLASS) && !base.record.pointee.isForeign {
            ExceptionMemory.releaseFields(object)
            freeInstance(object)
            return
        }
        if collected && base.isCollected { Collector.track(object) }
        // A static type of an extension knows nothing of the reference that the instance holds to its class.
        let releasesType = leavesClassToCaller(base)
        base.pointee.tp_dealloc(object)
        if releasesType { type.value.release() }
    }

    /// Weak references, slots, attributes.
    private static func clearOwn(_ object: ObjectPointer, _ type: TypePointer) {
        let offset = type.pointee.tp_weaklistoffset
        if offset > 0 && (UnsafeMutableRawPointer(object) + offset).load(as: UnsafeMutableRawPointer?.self) != nil {
            WeakReferences.clear(object)
        }
        clearSlots(object, type)
        if type.hasManagedDict { Instances.clearAttributes(object) }
    }
    private static func clearSlots(_ object: ObjectPointer, _ type: TypePointer) {
        var current: TypePointer? = type
        while let this = current, this.hasRecord, this.record.pointee.madeInPython {
            for offset in this.record.pointee.slotOffsets {
                let slot = (UnsafeMutableRawPointer(object) + offset).assumingMemoryBound(to: Value.self)
                let value = slot.pointee
                slot.pointee = .null
                value.release()
            }
            current = this.base
        }
    }

    static let traverse: traverseproc = { object, visit, argument in
        guard let object, let visit else { return 0 }
        let type = object.pointee.ob_type.unsafelyUnwrapped
        var nearest = type
        while nearest.record.pointee.madeInPython, let base = nearest.base { nearest = base }
        // The function of a C heap type visits the object's class itself.
        if !(nearest.record.pointee.isForeign && nearest.isHeapType) {
            let own = visit(type.value.object, argument)
            if own != 0 { return own }
        }
        var current = type
        while current.record.pointee.madeInPython, let base = current.base {
            for offset in current.record.pointee.slotOffsets {
                let value = (UnsafeMutableRawPointer(object) + offset).load(as: Value.self)
                if value.isObject {
                    let result = visit(value.object, argument)
                    if result != 0 { return result }
                }
            }
            current = base
        }
        if type.hasManagedDict {
            let result = traverseAttributes(object, visit, argument)
            if result != 0 { return result }
        }
        if !current.record.pointee.madeInPython, let base = current.pointee.tp_traverse { return base(object, visit, argument) }
        return 0
    }

    /// Visits what is kept in front of an instance.
    static func traverseAttributes(
        _ object: ObjectPointer, _ visit: @convention(c) (ObjectPointer?, UnsafeMutableRawPointer?) -> Int32, _ argument: UnsafeMutableRawPointer?
    ) -> Int32 {
        let room = Int(object.instanceMeta.pointee & 0xFF)
        for place in 0..<room {
            let value = object.instanceValue(place).pointee
            if value.isObject {
                let result = visit(value.object, argument)
                if result != 0 { return result }
            }
        }
        let dict = object.instanceDict.pointee
        return dict.isObject ? visit(dict.object, argument) : 0
    }

    static let clear: inquiry = { object in
        guard let object else { return 0 }
        let type = object.pointee.ob_type.unsafelyUnwrapped
        clearSlots(object, type)
        if type.hasManagedDict { Instances.clearAttributes(object) }
        var base = type
        while base.record.pointee.madeInPython, let next = base.base { base = next }
        if let clear = base.pointee.tp_clear { return clear(object) }
        return 0
    }
}

/// `__dict__` and `__weakref__` of instances.
enum InstanceAttributes {
    nonisolated(unsafe) static let dict = NativeGetSet.make(
        "__dict__",
        { (self) throws(Raised) -> Ref in
            let dict = Attributes.dict(of: self)
            if dict.isNull { throw Attributes.missing(self, Names.dict) }
            return Ref(dict)
        },
        { (self, value) throws(Raised) -> Void in
            // Classes and modules keep theirs, whatever class of Python stands beside.
            if Classes.isType(self) { throw raise(.attributeError, "attribute '__dict__' of 'type' objects is not writable") }
            if ModuleObject.isInstance(self) { throw raise(.attributeError, "readonly attribute") }
            if !value.isNull && !DictObject.isInstance(value) {
                throw raise(.typeError, "__dict__ must be set to a dictionary, not a '\(value.type.name)'")
            }
            let new = value.isNull ? DictObject.make() : Ref(value)
            if self.type.hasManagedDict {
                Instances.materialize(self.object)
                let old = self.object.instanceDict.pointee
                self.object.instanceDict.pointee = new.take()
                old.release()
            } else if let location = Attributes.dictLocation(self.object) {
                let old = location.pointee
                location.pointee = new.take().object
                if let old { Value(old).release() }
            }
        }, doc: "dictionary for instance variables (if defined)")
    /// `__dict__` of instances of built-in types, which is there to stay.
    nonisolated(unsafe) static let lastingDict = NativeGetSet.make(
        "__dict__", dict.pointee.get,
        { (self, value) throws(Raised) -> Void in
            if value.isNull { throw raise(.typeError, "cannot delete __dict__") }
            try dict.pointee.set?(self, value)
        }, doc: "dictionary for instance variables (if defined)")
    nonisolated(unsafe) static let weakref = NativeGetSet.make(
        "__weakref__",
        { (self) throws(Raised) -> Ref in
            let offset = self.type.pointee.tp_weaklistoffset
            guard offset > 0, let first = (UnsafeMutableRawPointer(self.object) + offset).load(as: ObjectPointer?.self) else { return .none }
            return Ref(Value(first))
        }, nil, doc: "list of weak references to the object (if defined)")
}
