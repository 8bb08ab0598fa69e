// Types made in C: `PyType_Ready`, and heap types by specification.
//
// The C slots are the original and the record is made from them. Inheritance then works on the record, slot by slot along the MRO,
// and what was inherited is put into the C slots at the end (`SlotTables.fill`), so there is one set of rules for both tables.

import CPythonABI
import Glibc

public enum ForeignTypes {
    // MARK: PyType_Ready

    public static func ready(_ type: TypePointer) throws(Raised) {
        if type.has(Py_TPFLAGS_READY) { return }
        SlotTables.activate()
        if type.pointee.tp_name == nil { throw raise(.systemError, "Type does not define the tp_name field.") }
        type.pointee.tp_flags |= Py_TPFLAGS_READYING
        if !type.isHeapType { type.pointee.tp_flags |= Py_TPFLAGS_IMMUTABLETYPE }
        do throws(Raised) { try makeReady(type) } catch {
            type.pointee.tp_flags &= ~Py_TPFLAGS_READYING
            throw error
        }
        type.pointee.tp_flags = type.pointee.tp_flags & ~Py_TPFLAGS_READYING | Py_TPFLAGS_READY
    }

    private static func makeReady(_ type: TypePointer) throws(Raised) {
        if type.pointee.tp_base == nil { type.pointee.tp_base = PyBaseObject_TypePointer() }
        let base: TypePointer = type.pointee.tp_base
        if type.isHeapType { base.value.retain() }
        try ready(base)
        if type.pointee.ob_base.ob_base.ob_type == nil { type.pointee.ob_base.ob_base.ob_type = base.pointee.ob_base.ob_base.ob_type }
        if type.pointee.tp_bases == nil { type.pointee.tp_bases = TupleObject.make(base.value).take().object }
        let bases = Value(pointer: type.pointee.tp_bases.unsafelyUnwrapped)
        for index in 0..<TupleObject.count(bases) {
            let item = TupleObject.item(bases, index)
            guard Classes.isType(item) else { throw raise(.typeError, "bases must be types") }
            try ready(Classes.type(item))
        }
        if type.pointee.tp_dict == nil { type.pointee.tp_dict = DictObject.make().take().object }

        let record = UnsafeMutablePointer<TypeRecord>.allocate(capacity: 1)
        record.initialize(to: TypeRecord(type: type))
        record.pointee.isForeign = true
        type.pointee.tp_cache = UnsafeMutableRawPointer(record).assumingMemoryBound(to: PyObject.self)
        if type.has(Py_TPFLAGS_DISALLOW_INSTANTIATION) { type.pointee.tp_new = nil }
        ForeignSlots.adopt(type)
        let unhashable = type.pointee.tp_hash != nil && SlotTables.isHashNotImplemented(type.pointee.tp_hash)
        if unhashable {
            record.pointee.hash = { (value) throws(Raised) -> Int in throw Hash.unhashable(value) }
            if DictObject.get(type.dict, name: Names.hash).isNull { DictObject.set(type.dict, name: Names.hash, .none) }
        }
        DunderTable.addWrappers(type)
        try addMethods(type)
        addMembers(type)
        addGetSets(type)
        addDoc(type)
        inheritLayout(type, base)
        try TypeNew.setMRO(type)
        inheritSlots(type, base)
        TypeBases.enter(type)
        SlotTables.fill(type)
        if type.has(Py_TPFLAGS_HAVE_GC), type.pointee.tp_traverse == nil {
            throw raise(
                .systemError, "type \(type.name) has the Py_TPFLAGS_HAVE_GC flag but has no traverse function")
        }
    }

    private static func addMethods(_ type: TypePointer) throws(Raised) {
        guard var method = type.pointee.tp_methods else { return }
        while method.pointee.ml_name != nil {
            let flags = method.pointee.ml_flags
            let key = StrObject.intern(String(cString: method.pointee.ml_name))
            if flags & METH_COEXIST != 0 || DictObject.get(type.dict, name: key.value).isNull {
                let descriptor: Ref
                if flags & METH_CLASS != 0 {
                    if flags & METH_STATIC != 0 { throw raise(.valueError, "method cannot be both class and static") }
                    descriptor = Descriptors.make(PyClassMethodDescr_TypePointer(), type, method)
                } else if flags & METH_STATIC != 0 {
                    try ForeignCalls.checkFlags(method)
                    let function = NativeFunctionObject.make(method, self: type.value, module: .null)
                    descriptor = Descriptors.staticMethod(function.value)
                } else {
                    try ForeignCalls.checkFlags(method)
                    descriptor = Descriptors.make(PyMethodDescr_TypePointer(), type, method)
                }
                DictObject.set(type.dict, name: key.value, descriptor.value)
            }
            method += 1
        }
    }
    private static func addMembers(_ type: TypePointer) {
        guard var member = type.pointee.tp_members else { return }
        while member.pointee.name != nil {
            let key = StrObject.intern(String(cString: member.pointee.name))
            if DictObject.get(type.dict, name: key.value).isNull {
                let descriptor = Descriptors.member(type, member)
                DictObject.set(type.dict, name: key.value, descriptor.value)
            }
            member += 1
        }
    }
    private static func addGetSets(_ type: TypePointer) {
        guard var getset = type.pointee.tp_getset else { return }
        while getset.pointee.name != nil {
            let key = StrObject.intern(String(cString: getset.pointee.name))
            if DictObject.get(type.dict, name: key.value).isNull {
                let descriptor = Descriptors.getSet(type, getset)
                DictObject.set(type.dict, name: key.value, descriptor.value)
            }
            getset += 1
        }
    }
    private static func addDoc(_ type: TypePointer) {
        if !DictObject.get(type.dict, name: Names.doc).isNull { return }
        guard let doc = type.pointee.tp_doc else {
            DictObject.set(type.dict, name: Names.doc, .none)
            return
        }
        let text = StrObject.make(DescriptorDoc.body(String(cString: doc)))
        DictObject.set(type.dict, name: Names.doc, text.value)
    }

    /// Sizes, offsets, flags.
    private static func inheritLayout(_ type: TypePointer, _ base: TypePointer) {
        if !type.has(Py_TPFLAGS_HAVE_GC) && base.has(Py_TPFLAGS_HAVE_GC) && type.pointee.tp_traverse == nil && type.pointee.tp_clear == nil {
            type.pointee.tp_flags |= Py_TPFLAGS_HAVE_GC
            type.pointee.tp_traverse = base.pointee.tp_traverse
            type.pointee.tp_clear = base.pointee.tp_clear
        }
        if type.pointee.tp_basicsize == 0 { type.pointee.tp_basicsize = base.pointee.tp_basicsize }
        if type.pointee.tp_itemsize == 0 { type.pointee.tp_itemsize = base.pointee.tp_itemsize }
        if type.pointee.tp_weaklistoffset == 0 { type.pointee.tp_weaklistoffset = base.pointee.tp_weaklistoffset }
        if type.pointee.tp_dictoffset == 0 { type.pointee.tp_dictoffset = base.pointee.tp_dictoffset }
        type.pointee.tp_flags |= base.pointee.tp_flags & (Py_TPFLAGS_LONG_SUBCLASS | Py_TPFLAGS_LIST_SUBCLASS | Py_TPFLAGS_TUPLE_SUBCLASS
            | Py_TPFLAGS_BYTES_SUBCLASS | Py_TPFLAGS_UNICODE_SUBCLASS | Py_TPFLAGS_DICT_SUBCLASS | Py_TPFLAGS_BASE_EXC_SUBCLASS
            | Py_TPFLAGS_TYPE_SUBCLASS | _Py_TPFLAGS_MATCH_SELF)
        if base.has(Py_TPFLAGS_MANAGED_DICT) {
            type.pointee.tp_flags |= Py_TPFLAGS_MANAGED_DICT
        }
        if type.has(Py_TPFLAGS_MANAGED_DICT) {
            type.record.pointee.instanceKeys = InstanceKeys.make()
            type.pointee.tp_dictoffset = -type.pointee.tp_basicsize - 24
        }
    }

    private static func inheritSlots(_ type: TypePointer, _ base: TypePointer) {
        let record = type.record
        let ownsComparison = record.pointee.compare != nil || record.pointee.hash != nil
            || !DictObject.get(type.dict, name: Names.eq).isNull || !DictObject.get(type.dict, name: Names.hash).isNull
        let unhashable = record.pointee.hash
        SlotInheritance.inherit(type, base: base)
        ForeignSlots.adopt(type)
        if type.pointee.tp_hash != nil && SlotTables.isHashNotImplemented(type.pointee.tp_hash), unhashable != nil { record.pointee.hash = unhashable }
        // What has no place in the C struct.
        let mro = type.mro
        for index in 1..<max(TupleObject.count(mro), 1) {
            let other = Classes.type(TupleObject.item(mro, index))
            guard other.hasRecord else { continue }
            record.pointee.pythonSlots |= other.record.pointee.pythonSlots
            if record.pointee.finalize == nil { record.pointee.finalize = other.record.pointee.finalize }
        }
        if ownsComparison && record.pointee.compare != nil && record.pointee.hash == nil
            && DictObject.get(type.dict, name: Names.hash).isNull
        {
            record.pointee.hash = { (value) throws(Raised) -> Int in throw Hash.unhashable(value) }
            DictObject.set(type.dict, name: Names.hash, .none)
        }
        // A static type straight under object is only made by calling if it says how.
        if record.pointee.new == nil && !type.has(Py_TPFLAGS_DISALLOW_INSTANTIATION) {
            if base == PyBaseObject_TypePointer() && !type.isHeapType {
                type.pointee.tp_flags |= Py_TPFLAGS_DISALLOW_INSTANTIATION
            } else {
                record.pointee.new = base.record.pointee.new
            }
        }
    }

    /// Looks at the C slots of a ready type again: an extension has changed them.
    public static func modified(_ type: TypePointer) {
        type.modified()
        guard type.hasRecord, type.record.pointee.isForeign || type.record.pointee.madeInPython, SlotTables.isActive, type.has(Py_TPFLAGS_READY), !type.has(Py_TPFLAGS_READYING) else { return }
        let new = type.record.pointee.new
        ForeignSlots.adopt(type)
        if type.record.pointee.new == nil { type.record.pointee.new = new }
    }

    // MARK: Heap types by specification

    public static func make(
        _ specification: UnsafeMutablePointer<PyType_Spec>, module: Value, bases givenBases: Value
    ) throws(Raised) -> Ref {
        SlotTables.activate()
        guard let specName = specification.pointee.name else {
            throw raise(.systemError, "Type spec does not define the name field.")
        }
        let fullName = String(cString: specName)
        let shortName = fullName.lastIndex(of: ".").map { String(fullName[fullName.index(after: $0)...]) } ?? fullName

        // Bases.
        var bases = givenBases.isNull ? Ref.null : TupleObject.isInstance(givenBases) ? Ref(givenBases) : TupleObject.make(givenBases)
        if bases.isNull {
            var base: UnsafeMutableRawPointer = UnsafeMutableRawPointer(PyBaseObject_TypePointer()!)
            var slot = specification.pointee.slots
            while let current = slot, current.pointee.slot != 0 {
                if current.pointee.slot == Py_tp_base, let given = current.pointee.pfunc { base = given }
                if current.pointee.slot == Py_tp_bases, let given = current.pointee.pfunc {
                    bases = Ref(Value(given.assumingMemoryBound(to: PyObject.self)))
                }
                slot = current + 1
            }
            if bases.isNull { bases = TupleObject.make(Value(base.assumingMemoryBound(to: PyObject.self))) }
        }
        for index in 0..<TupleObject.count(bases.value) {
            let item = TupleObject.item(bases.value, index)
            guard Classes.isType(item) else { throw raise(.typeError, "bases must be types") }
            try ready(Classes.type(item))
        }
        let base = try TypeNew.bestBase(bases.value)

        let object = try allocate(PyType_TypePointer())
        let type = Classes.type(object.value)
        let heap = type.heap
        type.pointee.tp_flags = UInt(specification.pointee.flags) | Py_TPFLAGS_HEAPTYPE
        heap.pointee.ht_name = StrObject.intern(shortName).take().object
        heap.pointee.ht_qualname = StrObject.intern(shortName).take().object
        heap.pointee._ht_tpname = strdup(specName)
        type.pointee.tp_name = UnsafePointer(heap.pointee._ht_tpname)
        if !module.isNull {
            module.retain()
            heap.pointee.ht_module = module.object
        }
        type.pointee.tp_base = base
        type.pointee.tp_bases = bases.copy().take().object
        type.pointee.tp_basicsize = Int(specification.pointee.basicsize)
        type.pointee.tp_itemsize = Int(specification.pointee.itemsize)
        installTables(type)
        try install(specification, type, fullName)
        if type.pointee.tp_dealloc == nil { type.pointee.tp_dealloc = ForeignSubtypes.deallocate }
        if type.pointee.tp_vectorcall_offset != 0 && type.pointee.tp_call != nil { type.pointee.tp_flags |= Py_TPFLAGS_HAVE_VECTORCALL }
        try ready(type)
        if DictObject.get(type.dict, name: Names.module).isNull {
            if let dot = fullName.lastIndex(of: ".") {
                let text = StrObject.intern(String(fullName[..<dot]))
                DictObject.set(type.dict, name: Names.module, text.value)
            } else {
                try Warnings.warn(.deprecationWarning, "builtin type \(fullName) has no __module__ attribute")
            }
        }
        Collector.track(type.value.object)
        return object
    }

    /// Room for a type object, all zero.
    static func allocate(_ metatype: TypePointer) throws(Raised) -> Ref {
        if metatype.isHeapType { return try Instances.allocateUntracked(metatype) }
        let size = max(metatype.pointee.tp_basicsize, 904)
        guard let block = Allocator.allocate(16 + size) else { throw raise(.memoryError, argument: .null) }
        memset(block, 0, 16 + size)
        let object = (block + 16).assumingMemoryBound(to: PyObject.self)
        object.pointee.ob_refcnt = 1
        object.pointee.ob_type = metatype
        return Ref(owned: Value(object))
    }
    private static func installTables(_ type: TypePointer) {
        let heap = type.heap
        type.pointee.tp_as_number = withUnsafeMutablePointer(to: &heap.pointee.as_number) { $0 }
        type.pointee.tp_as_sequence = withUnsafeMutablePointer(to: &heap.pointee.as_sequence) { $0 }
        type.pointee.tp_as_mapping = withUnsafeMutablePointer(to: &heap.pointee.as_mapping) { $0 }
        type.pointee.tp_as_async = withUnsafeMutablePointer(to: &heap.pointee.as_async) { $0 }
        type.pointee.tp_as_buffer = withUnsafeMutablePointer(to: &heap.pointee.as_buffer) { $0 }
    }
    /// Copies the slots of a specification.
    private static func install(
        _ specification: UnsafeMutablePointer<PyType_Spec>, _ type: TypePointer, _ name: String
    ) throws(Raised) {
        var slot = specification.pointee.slots
        while let current = slot, current.pointee.slot != 0 {
            let number = current.pointee.slot
            slot = current + 1
            if number == Py_tp_base || number == Py_tp_bases { continue }
            let offset = _PySwift_slot_offset(number)
            if offset == 0 { throw raise(.runtimeError, "invalid slot offset") }
            let function = current.pointee.pfunc
            if number == Py_tp_doc {
                if let function { type.pointee.tp_doc = UnsafePointer(strdup(function.assumingMemoryBound(to: CChar.self))) }
                continue
            }
            (UnsafeMutableRawPointer(type) + offset).storeBytes(of: function, as: UnsafeMutableRawPointer?.self)
            if number == Py_tp_members, let function {
                var member = function.assumingMemoryBound(to: PyMemberDef.self)
                while member.pointee.name != nil {
                    switch String(cString: member.pointee.name) {
                    case "__weaklistoffset__": type.pointee.tp_weaklistoffset = member.pointee.offset
                    case "__dictoffset__": type.pointee.tp_dictoffset = member.pointee.offset
                    case "__vectorcalloffset__": type.pointee.tp_vectorcall_offset = member.pointee.offset
                    default: break
                    }
                    member += 1
                }
            }
        }
    }
}

/// Death of instances of C heap types that leave it to the runtime.
enum ForeignSubtypes {
    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        let type = object.pointee.ob_type.unsafelyUnwrapped
        let collected = type.isCollected
        if let finalize = type.record.pointee.finalize {
            if !collected || object.collectorHeader.pointee._gc_prev & Collector.finalizedBit == 0 {
                if collected { object.collectorHeader.pointee._gc_prev |= Collector.finalizedBit }
                object.pointee.ob_refcnt = 1
                finalize(Value(object))
                object.pointee.ob_refcnt -= 1
                if object.pointee.ob_refcnt > 0 { return }
            }
        }
        if collected { Collector.untrack(object) }
        // The nearest base that frees in another way; the class with this function is somewhere in between.
        var base = type
        while base.pointee.tp_dealloc.map({ unsafeBitCast($0, to: Int.self) }) != unsafeBitCast(ForeignSubtypes.deallocate, to: Int.self),
            let next = base.base
        {
            base = next
        }
        while base.pointee.tp_dealloc.map({ unsafeBitCast($0, to: Int.self) }) == unsafeBitCast(ForeignSubtypes.deallocate, to: Int.self),
            let next = base.base
        {
            base = next
        }
        if type.pointee.tp_weaklistoffset > 0 && base.pointee.tp_weaklistoffset == 0 {
            if (UnsafeMutableRawPointer(object) + type.pointee.tp_weaklistoffset).load(as: UnsafeMutableRawPointer?.self) != nil {
                WeakReferences.clear(object)
            }
        }
        if type.hasManagedDict {
            Instances.clearAttributes(object)
        } else if type.pointee.tp_dictoffset != 0 && base.pointee.tp_dictoffset == 0, let location = Attributes.dictLocation(object),
            let dict = location.pointee
        {
            location.pointee = nil
            Value(dict).release()
        }
        if base == PyBaseObject_TypePointer() {
            freeInstance(object)
            return
        }
        if collected && base.isCollected { Collector.track(object) }
        let releasesType = Subtypes.leavesClassToCaller(base)
        base.pointee.tp_dealloc(object)
        if releasesType { type.value.release() }
    }
}

extension Subtypes {
    /// Whether the function that frees instances of `base` comes from a static type of an extension, which knows nothing of the
    /// reference that an instance holds to its class.
    static func leavesClassToCaller(_ base: TypePointer) -> Bool {
        var owner = base
        while let next = owner.base,
            unsafeBitCast(next.pointee.tp_dealloc, to: Int.self) == unsafeBitCast(owner.pointee.tp_dealloc, to: Int.self)
        {
            owner = next
        }
        return owner.record.pointee.isForeign && !owner.isHeapType
    }

    /// Whether a function of an extension stands between a class and the type of ours that frees the memory of its instances: pandas'
    /// timestamps derive from `datetime`. By CPython's contract the function of a built-in type frees memory only; the extension's
    /// (if its type is a heap type), or the class's own, lets go of the class.
    static func extensionReleasesClass(_ type: TypePointer) -> Bool {
        var current = type
        while current.record.pointee.madeInPython, let base = current.base { current = base }
        while current.record.pointee.isForeign, let base = current.base {
            let own = unsafeBitCast(current.pointee.tp_dealloc, to: Int.self)
            if own != unsafeBitCast(ForeignSubtypes.deallocate, to: Int.self) && own != unsafeBitCast(base.pointee.tp_dealloc, to: Int.self) {
                return true
            }
            current = base
        }
        return false
    }
}
