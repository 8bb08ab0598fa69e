// Entries of tables that C borrows: boxed in their place, so that the table keeps alive what C was lent.

import CPythonABI

extension DictObject {
    /// A pointer to the value of a key, borrowed; nil if the key is absent.
    public static func lend(_ dict: Value, _ key: Value, hash: Int) throws(Raised) -> ObjectPointer? {
        let index = try find(dict, key, hash)
        if index < 0 { return nil }
        return Lending.lend(keys(dict).entry(index) + 1)
    }
    /// Pointers to the next entry, borrowed.
    public static func lendNext(_ dict: Value, _ position: inout Int, _ key: inout ObjectPointer?, _ value: inout ObjectPointer?) -> Bool {
        let keys = keys(dict)
        var index = max(position, keys.pointee.firstLive)
        let end = keys.pointee.entryCount
        while index < end {
            let entry = keys.entry(index)
            index &+= 1
            if entry[1].isNull { continue }
            position = index
            value = Lending.lend(entry + 1)
            // Keys stay as they are, since look-ups compare them: an immediate is lent by the small queue.
            key = entry[0].isObject ? entry[0].object : Lending.lendDetached(entry[0])
            return true
        }
        position = max(index, end)
        return false
    }

    /// The value under a str or int, borrowed, looked for without anything that may run Python code.
    public struct Simple {
        /// False: the key or the dict is of another kind.
        public let isKnown: Bool
        /// Null: absent.
        public let slot: UnsafeMutablePointer<Value>?
        public static var other: Simple { Simple(isKnown: false, slot: nil) }
    }
    @inline(__always) public static func simple(_ dict: Value, _ key: ObjectPointer) -> Simple {
        let keys = keys(dict)
        if keys.pointee.isGeneral { return .other }
        var name = Value(key)
        let hash: Int
        if key.pointee.ob_type == PyUnicode_TypePointer() {
            hash = StrObject.hash(name)
        } else {
            guard key.pointee.ob_type == PyLong_TypePointer() else { return .other }
            name = Border.fromC(borrowed: key)
            if !name.isSmallInt { return .other }
            hash = IntObject.hash(small: name.smallInt)
        }
        let index = findSimple(keys, name, hash)
        return Simple(isKnown: true, slot: index < 0 ? nil : keys.entry(index) + 1)
    }
    /// Lends what stands in the slot.
    @inline(__always) public static func lend(_ slot: UnsafeMutablePointer<Value>) -> ObjectPointer { Lending.lend(slot) }
}

extension SetObject {
    public static func lendNext(_ set: Value, _ position: inout Int, _ key: inout ObjectPointer?, _ hash: inout Int) -> Bool {
        guard let entry = next(set, &position) else { return false }
        key = entry.key.isObject ? entry.key.object : Lending.lendDetached(entry.key)
        hash = entry.hash
        return true
    }
}

public enum Lending {
    @inline(__always) static func lend(_ slot: UnsafeMutablePointer<Value>) -> ObjectPointer {
        if !slot.pointee.isObject { return lendImmediate(slot) }
        Border.expose(slot.pointee.object)
        return slot.pointee.object
    }
    @inline(never) private static func lendImmediate(_ slot: UnsafeMutablePointer<Value>) -> ObjectPointer {
        // A constant keeps its one form inside, and its object lives for ever.
        let object = Border.box(slot.pointee)
        if _PySwift_is_constant(UInt(bitPattern: object)) != 0 { return object }
        slot.pointee = Value(object)
        return object
    }

    /// A borrowed pointer for a number that sits where its boxed form cannot be kept: the last 4096 of them stay alive.
    public static func lendDetached(_ value: Value) -> ObjectPointer {
        if value.isObject {
            Border.expose(value.object)
            return value.object
        }
        let object = value.isSmallInt ? IntObject.box(value.smallInt) : Border.box(value)
        let slot = _pyswift_lent_slot(position)
        let old = slot.pointee
        slot.pointee = UnsafeMutableRawPointer(object)
        position = position &+ 1
        if let old { ForeignCallHandlers.giveBack(UnsafeMutableRawPointer(old).assumingMemoryBound(to: PyObject.self)) }
        return object
    }
    nonisolated(unsafe) private static var position = 0
}
