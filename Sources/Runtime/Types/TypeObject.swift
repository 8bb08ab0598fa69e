// Types: names, subtype tests, attribute look-up along the MRO, version tags.

import CPythonABI
import Glibc

extension UnsafeMutablePointer where Pointee == PyTypeObject {
    @inlinable @inline(__always) public var value: Value { Value(pointer: self) }
    @inlinable @inline(__always) func has(_ flag: UInt) -> Bool { pointee.tp_flags & flag != 0 }
    @inlinable public var isHeapType: Bool { has(Py_TPFLAGS_HEAPTYPE) }
    @inlinable @inline(__always) var isCollected: Bool { has(Py_TPFLAGS_HAVE_GC) }
    @inlinable @inline(__always) var hasManagedDict: Bool { has(Py_TPFLAGS_MANAGED_DICT) }

    /// The name as messages print it (`tp_name`): with the module for static types that are not of `builtins`.
    public var name: String { isHeapType && !isForeign ? text(Value(pointer: heap.pointee.ht_name)) : String(cString: pointee.tp_name) }
    /// Made in C: `tp_name` is what the specification says, with the module.
    private var isForeign: Bool { hasRecord && record.pointee.isForeign }
    public var fullName: String { name }
    /// `__name__`: what stands behind the last dot of a static type's name.
    public var shortName: String {
        if isHeapType { return text(Value(pointer: heap.pointee.ht_name)) }
        // By bytes: every static type is asked when the program starts.
        let full = pointee.tp_name.unsafelyUnwrapped
        return String(cString: strrchr(full, Int32(UInt8(ascii: "."))).map { UnsafePointer($0 + 1) } ?? full)
    }

    @inlinable var heap: UnsafeMutablePointer<PyHeapTypeObject> {
        UnsafeMutableRawPointer(self).assumingMemoryBound(to: PyHeapTypeObject.self)
    }
    /// The dict of attributes, borrowed.
    public var namespace: Value { dict }
    @inlinable var dict: Value { Value(pointer: pointee.tp_dict.unsafelyUnwrapped) }
    @inlinable public var mro: Value { Value(pointer: pointee.tp_mro.unsafelyUnwrapped) }
    @inlinable var base: TypePointer? { pointee.tp_base }

    /// Whether the type is `other` or derives from it.
    @inlinable public func isSubtype(of other: TypePointer) -> Bool { self == other || isProperSubtype(of: other) }
    @usableFromInline func isProperSubtype(of other: TypePointer) -> Bool {
        if let mro = pointee.tp_mro {
            let mro = Value(pointer: mro)
            // Classes are the same words whether C has seen the tuple or not.
            let (count, items) = (TupleObject.count(mro), TupleObject.items(mro))
            var index = 1
            while index < count {
                if items[index].bits == other.value.bits { return true }
                index &+= 1
            }
            return count > 0 && items[0].bits == other.value.bits
        }
        // Not ready yet: the chain of bases.
        var type = pointee.tp_base
        while let current = type {
            if current == other { return true }
            type = current.pointee.tp_base
        }
        return other == PyBaseObject_TypePointer()
    }

    /// The attribute of this name in the type or its bases, unbound and borrowed, or null. `name` must be an interned str.
    @inlinable public func lookup(_ name: Value) -> Value {
        let version = pointee.tp_version_tag
        let entry = MethodCache.entry(version, name)
        if entry.pointee.version == version && version != 0 && entry.pointee.name === name { return entry.pointee.value }
        return lookupSlow(name)
    }
    @usableFromInline @inline(never) func lookupSlow(_ name: Value) -> Value {
        let found = lookupUncached(name)
        if StrObject.isPermanent(name) && assignVersion() {
            let entry = MethodCache.entry(pointee.tp_version_tag, name)
            entry.pointee = MethodCache.Entry(version: pointee.tp_version_tag, name: name, value: found)
        }
        return found
    }
    func lookupUncached(_ name: Value) -> Value {
        guard let mro = pointee.tp_mro else { return .null }
        // Held, since a key's comparison may change the bases.
        let held = Ref(Value(pointer: mro))
        let types = held.value
        for index in 0..<TupleObject.count(types) {
            let type = TupleObject.item(types, index).cast(to: PyTypeObject.self)
            guard let dict = type.pointee.tp_dict else { continue }
            let found = DictObject.get(Value(pointer: dict), name: name)
            if !found.isNull { return found }
        }
        return .null
    }

    /// Makes sure that the type has a version tag: a number that changes when anything that look-up depends on does.
    @usableFromInline func assignVersion() -> Bool {
        if has(Py_TPFLAGS_VALID_VERSION_TAG) { return true }
        guard has(Py_TPFLAGS_READY) else { return false }
        if _pyswift_loop.type_version == UInt32.max { return false }
        // A type's tag is only good if those of its bases are: a change there must reach this type.
        let bases = Value(pointer: pointee.tp_bases)
        for index in 0..<TupleObject.count(bases) {
            guard TupleObject.item(bases, index).cast(to: PyTypeObject.self).assignVersion() else { return false }
        }
        _pyswift_loop.type_version += 1
        pointee.tp_version_tag = _pyswift_loop.type_version
        pointee.tp_flags |= Py_TPFLAGS_VALID_VERSION_TAG
        return true
    }
    /// The version tag, assigned if need be; 0 when numbers ran out.
    @inlinable var version: UInt32 {
        if has(Py_TPFLAGS_VALID_VERSION_TAG) { return pointee.tp_version_tag }
        return assignVersion() ? pointee.tp_version_tag : 0
    }

    /// To be called after every change of the type's dict, bases or slots: caches that name its version die.
    func modified() {
        guard has(Py_TPFLAGS_VALID_VERSION_TAG) else { return }
        if hasRecord {
            for subclass in record.pointee.subclasses { subclass.modified() }
        }
        pointee.tp_flags &= ~Py_TPFLAGS_VALID_VERSION_TAG
        pointee.tp_version_tag = 0
    }
}

/// Results of look-ups by type version and name.
@usableFromInline enum MethodCache {
    @usableFromInline typealias Entry = PySwiftMethodCacheEntry
    @inlinable static func entry(_ version: UInt32, _ name: Value) -> UnsafeMutablePointer<Entry> {
        _pyswift_method_cache_entry(Int((UInt64(version) ^ (name.bits >> 4)) & 4095)).unsafelyUnwrapped
    }
}
