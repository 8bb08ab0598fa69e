// Slots that types made in C inherit: copied between the C structs by CPython's rules, before the record is made from them.
//
// A type takes a slot from a class of its MRO only if that class *defines* it: a slot that the class itself inherited from its base is
// left for the classes behind it to give, so that the `tp_str` of a second base comes before the one that the first has from `object`.

import CPythonABI

enum SlotInheritance {
    private typealias Words = UnsafeMutablePointer<UInt>

    /// Slots that go down one by one. Those that go in groups, or by rules of their own, are below.
    private static let single: [Int] = [
        offset(\.tp_dealloc), offset(\.tp_repr), offset(\.tp_str), offset(\.tp_iter), offset(\.tp_iternext), offset(\.tp_descr_get),
        offset(\.tp_descr_set), offset(\.tp_init), offset(\.tp_alloc), offset(\.tp_is_gc), offset(\.tp_finalize), offset(\.tp_call),
    ]
    private static func offset<T>(_ path: KeyPath<PyTypeObject, T>) -> Int { (MemoryLayout<PyTypeObject>.offset(of: path) ?? 0) / 8 }
    private static func words(_ type: TypePointer) -> Words { UnsafeMutableRawPointer(type).assumingMemoryBound(to: UInt.self) }

    /// Copies a word that `source` defines.
    @inline(__always) private static func copy(_ index: Int, _ target: Words, _ source: Words, _ above: Words?) {
        if target[index] == 0, source[index] != 0, above == nil || above.unsafelyUnwrapped[index] != source[index] { target[index] = source[index] }
    }
    /// The same for all words of a table of functions.
    private static func copy<T>(_ target: UnsafeMutablePointer<T>?, _ source: UnsafeMutablePointer<T>?, _ above: UnsafeMutablePointer<T>?) {
        guard let target, let source, target != source else { return }
        func words(_ table: UnsafeMutablePointer<T>) -> Words { UnsafeMutableRawPointer(table).assumingMemoryBound(to: UInt.self) }
        for index in 0..<MemoryLayout<T>.size / 8 { copy(index, words(target), words(source), above.map { words($0) }) }
    }

    /// Fills the slots that a type made in C leaves empty.
    static func inherit(_ type: TypePointer, base: TypePointer) {
        let mro = type.mro
        for index in 1..<max(TupleObject.count(mro), 1) {
            let other = Classes.type(TupleObject.item(mro, index))
            if other.hasRecord { inherit(type, from: other) }
        }
        // A type without a table of its own has its base's.
        if type.pointee.tp_as_async == nil { type.pointee.tp_as_async = base.pointee.tp_as_async }
        if type.pointee.tp_as_number == nil { type.pointee.tp_as_number = base.pointee.tp_as_number }
        if type.pointee.tp_as_sequence == nil { type.pointee.tp_as_sequence = base.pointee.tp_as_sequence }
        if type.pointee.tp_as_mapping == nil { type.pointee.tp_as_mapping = base.pointee.tp_as_mapping }
        if type.pointee.tp_as_buffer == nil { type.pointee.tp_as_buffer = base.pointee.tp_as_buffer }
    }

    private static func inherit(_ type: TypePointer, from other: TypePointer) {
        let above = other.base
        copy(type.pointee.tp_as_number, other.pointee.tp_as_number, above?.pointee.tp_as_number)
        let send = type.pointee.tp_as_async?.pointee.am_send
        copy(type.pointee.tp_as_async, other.pointee.tp_as_async, above?.pointee.tp_as_async)
        // This one alone does not go down.
        if send == nil, type.pointee.tp_as_async != other.pointee.tp_as_async { type.pointee.tp_as_async?.pointee.am_send = nil }
        copy(type.pointee.tp_as_sequence, other.pointee.tp_as_sequence, above?.pointee.tp_as_sequence)
        copy(type.pointee.tp_as_mapping, other.pointee.tp_as_mapping, above?.pointee.tp_as_mapping)
        copy(type.pointee.tp_as_buffer, other.pointee.tp_as_buffer, above?.pointee.tp_as_buffer)

        if type.pointee.tp_getattr == nil && type.pointee.tp_getattro == nil {
            type.pointee.tp_getattr = other.pointee.tp_getattr
            type.pointee.tp_getattro = other.pointee.tp_getattro
        }
        if type.pointee.tp_setattr == nil && type.pointee.tp_setattro == nil {
            type.pointee.tp_setattr = other.pointee.tp_setattr
            type.pointee.tp_setattro = other.pointee.tp_setattro
        }
        let isFixed = !type.isHeapType || type.has(Py_TPFLAGS_IMMUTABLETYPE)
        // `tp_call` of one's own does not go with the vectorcall of a base.
        if type.pointee.tp_call == nil && other.has(Py_TPFLAGS_HAVE_VECTORCALL) && isFixed { type.pointee.tp_flags |= Py_TPFLAGS_HAVE_VECTORCALL }
        copy(offset(\.tp_vectorcall_offset), words(type), words(other), above.map { words($0) })
        if type.pointee.tp_richcompare == nil && type.pointee.tp_hash == nil && !definesComparison(type) {
            type.pointee.tp_richcompare = other.pointee.tp_richcompare
            type.pointee.tp_hash = other.pointee.tp_hash
        }
        for index in single { copy(index, words(type), words(other), above.map { words($0) }) }
        if other.has(Py_TPFLAGS_METHOD_DESCRIPTOR) && isFixed, let get = type.pointee.tp_descr_get,
            unsafeBitCast(get, to: Int.self) == other.pointee.tp_descr_get.map({ unsafeBitCast($0, to: Int.self) })
        {
            type.pointee.tp_flags |= Py_TPFLAGS_METHOD_DESCRIPTOR
        }
        if type.isCollected == other.isCollected {
            copy(offset(\.tp_free), words(type), words(other), above.map { words($0) })
        } else if type.isCollected, type.pointee.tp_free == nil, let free = other.pointee.tp_free, let plain = SlotTables.exported.free,
            unsafeBitCast(free, to: Int.self) == unsafeBitCast(plain, to: Int.self)
        {
            type.pointee.tp_free = SlotTables.exported.freeCollected
        }
        if type.isCollected && !other.has(Py_TPFLAGS_MANAGED_DICT) && type.pointee.tp_traverse == nil {
            type.pointee.tp_traverse = other.pointee.tp_traverse
            if type.pointee.tp_clear == nil { type.pointee.tp_clear = other.pointee.tp_clear }
        }
        // The first class of the MRO that is a sequence or mapping says which.
        let collections = Py_TPFLAGS_SEQUENCE | Py_TPFLAGS_MAPPING
        if type.pointee.tp_flags & collections == 0 { type.pointee.tp_flags |= other.pointee.tp_flags & collections }
    }
    private static func definesComparison(_ type: TypePointer) -> Bool {
        !DictObject.get(type.dict, name: Names.eq).isNull || !DictObject.get(type.dict, name: Names.hash).isNull
    }
}
