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
        guard next(dict, &position) != nil else { return false }
        let entry = keys(dict).entry(position - 1)
        value = Lending.lend(entry + 1)
        // Keys stay as they are, since look-ups compare them: an immediate is lent by the small queue.
        key = entry[0].isObject ? entry[0].object : Lending.lendDetached(entry[0])
        return true
    }
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
    static func lend(_ slot: UnsafeMutablePointer<Value>) -> ObjectPointer {
        if !slot.pointee.isObject {
            // A constant keeps its one form inside, and its object lives for ever.
            let object = Border.box(slot.pointee)
            if _PySwift_is_constant(UInt(bitPattern: object)) != 0 { return object }
            slot.pointee = Value(object)
            return object
        }
        Border.expose(slot.pointee.object)
        return slot.pointee.object
    }

    /// A borrowed pointer for a number that sits where its boxed form cannot be kept: the last 4096 of them stay alive.
    public static func lendDetached(_ value: Value) -> ObjectPointer {
        if value.isObject {
            Border.expose(value.object)
            return value.object
        }
        let object = Border.box(value)
        let old = queue[position]
        queue[position] = object
        position = (position + 1) & 4095
        if let old { Value(old).release() }
        return object
    }
    nonisolated(unsafe) private static let queue: UnsafeMutablePointer<ObjectPointer?> = {
        let room = UnsafeMutablePointer<ObjectPointer?>.allocate(capacity: 4096)
        room.initialize(repeating: nil, count: 4096)
        return room
    }()
    nonisolated(unsafe) private static var position = 0
}
