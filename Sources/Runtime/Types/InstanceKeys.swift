// Attributes of instances of Python classes.
//
// An instance of a class with `__dict__` keeps its attributes in words in front of the object, at places that all instances of the
// class share, until somebody asks for the `__dict__`:
//
//     value n-1 | ... | value 0 | meta | dict | GC header (16) | object ...
//                               -32    -24    -16              0
//
//     dict   0, or the materialised `__dict__` (then the values are all null)
//     meta   bits 0-7: how many values there is room for; bits 8-15: 1 + the highest place in use
//
// `InstanceKeys`, one a class, says which name has which place; places are given in the order in which names are first stored. An
// instance must be filled in ascending order of places (that is what makes its order of insertion known); an instance that is not,
// or that deletes an attribute, or runs out of room, gets its dict.

import CPythonABI
import Compiler

public struct InstanceKeys {
    /// As CPython shares at most 30 keys.
    static let limit = 30
    /// Names, interned and immortal.
    var names: UnsafeMutablePointer<Value>
    var count: Int
    /// Room that new instances get: an even number, so that objects stay aligned.
    var capacity: Int
    /// Whether the room comes from the code of `__init__`.
    var isReserved = false

    /// `capacity` is the room of instances while nothing is known of their attributes.
    static func make(capacity: Int = 4) -> UnsafeMutablePointer<InstanceKeys> {
        let keys = UnsafeMutablePointer<InstanceKeys>.allocate(capacity: 1)
        let names = UnsafeMutablePointer<Value>.allocate(capacity: limit)
        keys.initialize(to: InstanceKeys(names: names, count: 0, capacity: capacity))
        return keys
    }

    /// Makes room for what `__init__` is going to store, so that the first instance has it all in line too: the attributes that the
    /// base's instances have, and those that the function's code sets on its first argument.
    mutating func reserve(base: InstanceKeys?, initializer: Value) {
        var room = 0
        if let base, base.isReserved { room = base.capacity }
        if FunctionObject.isExact(initializer) {
            let code = CodeObject.linked(FunctionObject.code(initializer))
            var seen: [UInt32] = []
            var index = 0
            while index < code.pointee.instructionCount {
                let word = NativeTier.instruction(code, index)
                guard let opcode = Opcode(rawValue: UInt8(truncatingIfNeeded: word)) else { break }
                if opcode == .storeAttr || opcode == .storeAttrInstance, operandA(word) == 0 {
                    let name = UInt32(truncatingIfNeeded: code.pointee.instructions[index + 1])
                    if !seen.contains(name) { seen.append(name) }
                }
                index += 1 + opcode.cacheWords
            }
            room += seen.count
        }
        guard room > 0 else { return }
        isReserved = true
        capacity = min((room + 1) & ~1, InstanceKeys.limit)
    }

    static func free(_ keys: UnsafeMutablePointer<InstanceKeys>) {
        keys.pointee.names.deallocate()
        keys.deallocate()
    }

    /// The place of a name, or -1.
    @inline(__always) func place(_ name: Value) -> Int {
        for index in 0..<count where names[index] === name { return index }
        return -1
    }
    /// The place of a name, an exact str, given now if it has none; -1 when there are too many.
    mutating func assign(_ name: Value) -> Int {
        let known = place(StrObject.known(name))
        if known >= 0 { return known }
        guard count < InstanceKeys.limit else { return -1 }
        names[count] = StrObject.interned(name)
        count += 1
        if count > capacity { capacity = (count + 1) & ~1 }
        return count - 1
    }
}

extension UnsafeMutablePointer where Pointee == PyObject {
    @inlinable @inline(__always) var instanceDict: UnsafeMutablePointer<Value> {
        (UnsafeMutableRawPointer(self) - 24).assumingMemoryBound(to: Value.self)
    }
    @inlinable @inline(__always) public var instanceMeta: UnsafeMutablePointer<UInt64> {
        (UnsafeMutableRawPointer(self) - 32).assumingMemoryBound(to: UInt64.self)
    }
    @inlinable @inline(__always) func instanceValue(_ place: Int) -> UnsafeMutablePointer<Value> {
        (UnsafeMutableRawPointer(self) - 40 - place &* 8).assumingMemoryBound(to: Value.self)
    }
}

public enum Instances {
    /// A new instance of a heap type made by Python code, tracked. Slots and attributes are null.
    public static func allocate(_ type: TypePointer, items: Int = 0) throws(Raised) -> Ref {
        let instance = try allocateUntracked(type, items: items)
        if type.pointee.tp_flags & Py_TPFLAGS_HAVE_GC != 0 { Collector.track(instance.value.object) }
        return instance
    }
    public static func allocateUntracked(_ type: TypePointer, items: Int = 0) throws(Raised) -> Ref {
        let flags = type.pointee.tp_flags
        if flags & (Py_TPFLAGS_MANAGED_DICT | Py_TPFLAGS_HEAPTYPE) == Py_TPFLAGS_MANAGED_DICT | Py_TPFLAGS_HEAPTYPE && type.pointee.tp_itemsize == 0 {
            return try allocatePlain(type)
        }
        var prefix = 0
        var room = 0
        if flags & Py_TPFLAGS_MANAGED_DICT != 0 {
            room = type.record.pointee.instanceKeys.unsafelyUnwrapped.pointee.capacity
            prefix = 32 + room * 8
        } else if flags & Py_TPFLAGS_HAVE_GC != 0 {
            prefix = 16
        }
        // One item more than asked for, as CPython: str-like types end in a zero.
        let (variable, overflow) = (type.pointee.tp_itemsize).multipliedReportingOverflow(by: items + 1)
        let size = (type.pointee.tp_basicsize &+ (type.pointee.tp_itemsize == 0 ? 0 : variable) &+ 7) & ~7
        guard !overflow, size >= 0, size < Int.max / 2, let block = Allocator.allocate(prefix + size) else {
            throw raise(.memoryError, argument: .null)
        }
        let words = block.assumingMemoryBound(to: UInt64.self)
        for index in 0..<(prefix + size) >> 3 { words[index] = 0 }
        let object = (block + prefix).assumingMemoryBound(to: PyObject.self)
        if room != 0 || flags & Py_TPFLAGS_MANAGED_DICT != 0 { object.instanceMeta.pointee = UInt64(room) }
        object.pointee.ob_refcnt = 1
        object.pointee.ob_type = type
        if type.isHeapType { type.pointee.ob_base.ob_base.ob_refcnt &+= 1 }
        if type.pointee.tp_itemsize != 0 {
            UnsafeMutableRawPointer(object).assumingMemoryBound(to: PyVarObject.self).pointee.ob_size = items
        }
        return Ref(owned: Value(object))
    }

    /// Most instances: of a class made in Python, with room for attributes, of a fixed size.
    @inline(__always) private static func allocatePlain(_ type: TypePointer) throws(Raised) -> Ref {
        let room = type.record.pointee.instanceKeys.unsafelyUnwrapped.pointee.capacity
        let prefix = 32 &+ room &* 8
        let size = (type.pointee.tp_basicsize &+ 7) & ~7
        guard let block = Allocator.allocate(prefix &+ size) else { throw raise(.memoryError, argument: .null) }
        var word = block.assumingMemoryBound(to: UInt64.self)
        let end = word + (prefix &+ size) >> 3
        // (As a plain loop this became a call of memset.)
        while word < end {
            word.pointee = 0
            word = _pyswift_opaque(word + 1).unsafelyUnwrapped
        }
        let object = (block + prefix).assumingMemoryBound(to: PyObject.self)
        object.instanceMeta.pointee = UInt64(room)
        object.pointee.ob_refcnt = 1
        object.pointee.ob_type = type
        type.pointee.ob_base.ob_base.ob_refcnt &+= 1
        return Ref(owned: Value(object))
    }

    /// The value of an attribute kept in line, borrowed, or null.
    @inline(__always) static func inlineValue(_ object: ObjectPointer, _ name: Value) -> Value {
        let place = object.pointee.ob_type.record.pointee.instanceKeys.unsafelyUnwrapped.pointee.place(name)
        if place < 0 || place >= Int(object.instanceMeta.pointee & 0xFF) { return .null }
        return object.instanceValue(place).pointee
    }

    /// Whether `__dict__` of the object is what it is for most classes: its attributes.
    public static func hasUsualDict(_ object: Value) -> Bool {
        guard object.isObject, object.type.hasManagedDict, Attributes.isGenericLookup(object.type) else { return false }
        let attribute = object.type.lookup(Names.dict)
        return attribute.isObject && attribute.object.pointee.ob_type == PyGetSetDescr_TypePointer()
    }
    /// Stores an attribute into the namespace of an object, whatever its class thinks of that; false if it has no namespace of the
    /// usual kind.
    public static func restore(_ object: Value, _ name: Value, _ value: Value) throws(Raised) -> Bool {
        guard object.isObject, object.type.hasManagedDict else { return false }
        return try store(object.object, name, value)
    }
    /// Stores an attribute of an instance with managed dict; a null value deletes. False if there was nothing to delete.
    static func store(_ object: ObjectPointer, _ name: Value, _ value: Value) throws(Raised) -> Bool {
        if object.instanceDict.pointee.isNull {
            if value.isNull {
                if StrObject.isExact(name) && inlineValue(object, StrObject.known(name)).isNull { return false }
                materialize(object)
            } else if StrObject.isExact(name) {
                let type = object.pointee.ob_type.unsafelyUnwrapped
                let keys = type.record.pointee.instanceKeys.unsafelyUnwrapped
                let known = keys.pointee.count
                let place = keys.pointee.assign(name)
                // Caches of a class attribute relied on no instance having one of that name.
                if keys.pointee.count != known && !type.lookup(name).isNull { type.modified() }
                if storeInline(object, place, value) { return true }
                materialize(object)
            } else {
                materialize(object)
            }
        }
        let dict = object.instanceDict.pointee
        if value.isNull { return try DictObject.delete(dict, name) }
        let key = StrObject.isExact(name) ? StrObject.shared(name) : Ref(name)
        try DictObject.set(dict, key.value, value)
        return true
    }

    /// Stores a borrowed value at a place; false if the instance must get its dict first.
    @inline(__always) static func storeInline(_ object: ObjectPointer, _ place: Int, _ value: Value) -> Bool {
        let meta = object.instanceMeta.pointee
        guard place >= 0 && place < Int(meta & 0xFF) else { return false }
        let slot = object.instanceValue(place)
        let old = slot.pointee
        if old.isNull {
            if place < Int(meta >> 8) { return false }
            object.instanceMeta.pointee = meta & 0xFF | UInt64(place &+ 1) << 8
        }
        value.retain()
        slot.pointee = value
        old.release()
        return true
    }

    /// Gives the attributes of a class's instances their places, in this order, before there are any instances.
    public static func reserve(_ type: TypePointer, _ names: [Value]) {
        guard let keys = type.record.pointee.instanceKeys else { return }
        for name in names { _ = keys.pointee.assign(name) }
    }
    /// Gives a new instance the attribute at a reserved place. Attributes are given in ascending order.
    @inline(__always) public static func initialize(_ instance: Value, _ place: Int, _ value: consuming Ref) {
        if storeInline(instance.object, place, value.value) { return }
        materialize(instance.object)
        let keys = instance.type.record.pointee.instanceKeys.unsafelyUnwrapped
        DictObject.set(instance.object.instanceDict.pointee, name: keys.pointee.names[place], value.value)
    }

    /// The `__dict__` of an instance with managed dict, made if need be; borrowed.
    @discardableResult static func materialize(_ object: ObjectPointer) -> Value {
        if !object.instanceDict.pointee.isNull { return object.instanceDict.pointee }
        let keys = object.pointee.ob_type.record.pointee.instanceKeys.unsafelyUnwrapped
        let used = Int(object.instanceMeta.pointee >> 8)
        let dict = DictObject.make(capacity: used)
        for place in 0..<used {
            let slot = object.instanceValue(place)
            if slot.pointee.isNull { continue }
            DictObject.set(dict.value, name: keys.pointee.names[place], slot.pointee)
            slot.pointee.release()
            slot.pointee = .null
        }
        object.instanceMeta.pointee &= 0xFF
        object.instanceDict.pointee = dict.take()
        return object.instanceDict.pointee
    }

    /// Releases what is in front of an instance.
    public static func clearAttributes(_ object: ObjectPointer) {
        let room = Int(object.instanceMeta.pointee & 0xFF)
        for place in 0..<room {
            let slot = object.instanceValue(place)
            let value = slot.pointee
            slot.pointee = .null
            value.release()
        }
        object.instanceMeta.pointee &= 0xFF
        let dict = object.instanceDict.pointee
        object.instanceDict.pointee = .null
        dict.release()
    }
}

/// Frees the memory of an instance whose fields are released, whatever allocated it, and lets go of its type.
public func freeInstance(_ object: ObjectPointer) {
    let type = object.pointee.ob_type.unsafelyUnwrapped
    let releasesType = !(type.record.pointee.isForeign || type.record.pointee.hasForeignBase) || !Subtypes.extensionReleasesClass(type)
    if type.record.pointee.isForeign, let free = type.pointee.tp_free {
        // Memory of the extension's own, perhaps.
        let heap = type.isHeapType && releasesType
        free(object)
        if heap { type.value.release() }
        return
    }
    let flags = type.pointee.tp_flags
    // A class made in C that leaves death to `object` comes here with the collector still watching.
    if flags & Py_TPFLAGS_HAVE_GC != 0 && object.isTracked { Collector.untrack(object) }
    var block = UnsafeMutableRawPointer(object)
    if flags & Py_TPFLAGS_MANAGED_DICT != 0 && type.pointee.tp_itemsize == 0 {
        let prefix = 32 &+ Int(object.instanceMeta.pointee & 0xFF) &* 8
        Allocator.free(block - prefix, prefix &+ (type.pointee.tp_basicsize &+ 7) & ~7)
        if releasesType { type.value.release() }
        return
    }
    if flags & Py_TPFLAGS_MANAGED_DICT != 0 {
        block -= 32 + Int(object.instanceMeta.pointee & 0xFF) * 8
    } else if flags & Py_TPFLAGS_HAVE_GC != 0 {
        block -= 16
    }
    Allocator.freeUnsized(block)
    if flags & Py_TPFLAGS_HEAPTYPE != 0 && releasesType { type.value.release() }
}
