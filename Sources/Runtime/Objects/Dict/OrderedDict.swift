// collections.OrderedDict.
//
// Our dicts keep their order in the table of entries, so an OrderedDict is a dict with an instance `__dict__`, weak references, and
// ways to put an entry last or first:
//
//     last    the entry is taken out and appended again
//     first   it takes the place of a deleted entry in front of the first live one; when there is none, the table is
//             made anew with room in front, as much as there are entries, so that n such moves cost O(n)
//
// The object is CPython's: a dict head (48 bytes), six words that are CPython's own, the instance dict at +96, weak references at
// +104. The first of the six words counts changes of the order, which iterators look at. The second is a key that a method of plain
// dict took out behind its back: as CPython's order goes on naming such a key, whoever asks for its value gets a KeyError.

import CPythonABI

public enum OrderedDict {
    static func isInstance(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type.isSubtype(of: PyODict_TypePointer()) }
    static func isExact(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type == PyODict_TypePointer() }

    /// How often the order changed.
    static func state(_ dict: Value) -> UnsafeMutablePointer<Int> {
        (UnsafeMutableRawPointer(dict.object) + 48).assumingMemoryBound(to: Int.self)
    }

    /// A key that plain dict's methods took out, owned; null for none.
    static func lost(_ dict: Value) -> UnsafeMutablePointer<Value> {
        (UnsafeMutableRawPointer(dict.object) + 56).assumingMemoryBound(to: Value.self)
    }
    /// A method of plain dict took a key out of a dict that may be an OrderedDict.
    @inline(never) static func noteLoss(_ dict: Value, _ key: Value) {
        guard isInstance(dict) else { return }
        let old = lost(dict).pointee
        key.retain()
        lost(dict).pointee = key
        old.release()
    }
    /// Raises KeyError if a key was lost and has not come back.
    static func checkLoss(_ dict: Value) throws(Raised) {
        let key = Ref(lost(dict).pointee)
        if key.isNull { return }
        let found = try DictObject.get(dict, key.value)
        if found.isNull { throw KeyErrors.raise(key.value) }
        forgetLoss(dict)
    }
    static func forgetLoss(_ dict: Value) {
        let old = lost(dict).pointee
        lost(dict).pointee = .null
        old.release()
    }
    /// The value of a key, looked up as CPython does, where the hash of a key may be another each time.
    static func lookUp(_ dict: Value, _ key: Value, _ value: Value) throws(Raised) -> Ref {
        if !key.isObject || StrObject.isExact(key) { return Ref(value) }
        let held = Ref(key)
        let found = try DictObject.get(dict, held.value)
        if found.isNull { throw KeyErrors.raise(held.value) }
        return Ref(found)
    }

    static func make(_ type: TypePointer) throws(Raised) -> Ref {
        let dict: Ref
        if type == PyODict_TypePointer() {
            let object = ObjectMemory.newCollected(type, as: PyDictObject.self, size: 112)
            let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: UInt64.self)
            for index in 6..<14 { words[index] = 0 }
            dict = Ref(owned: Value(pointer: object))
            DictObject.initialize(object)
            Collector.track(dict.value.object)
        } else {
            dict = try Instances.allocate(type)
            DictObject.initialize(DictObject.head(dict.value))
        }
        return dict
    }

    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        Collector.untrack(object)
        let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)
        if words[13].bits != 0 { WeakReferences.clear(object) }
        let lost = words[7]
        words[7] = .null
        lost.release()
        let attributes = words[12]
        words[12] = .null
        attributes.release()
        DictObject.clear(Value(object))
        if object.pointee.ob_type == PyODict_TypePointer() {
            ObjectMemory.freeCollected(object, size: 112)
        } else {
            freeInstance(object)
        }
    }
    static let traverse: traverseproc = { object, visit, argument in
        var result = IteratorStorage.visit(object, visit, argument, 12, 12)
        if result == 0 { result = IteratorStorage.visit(object, visit, argument, 7, 7) }
        return result != 0 ? result : DictObject.traverse(object, visit, argument)
    }

    // MARK: Order

    /// Moves entry `index` behind all others, or before them.
    static func move(_ dict: Value, _ index: Int, last: Bool) throws(Raised) {
        let keys = DictObject.keys(dict)
        if last {
            if DictObject.lastLive(dict, before: Int.max) == index { return }
        } else if DictObject.firstLive(dict) == index {
            return
        }
        let (key, value, hash) = (keys.key(index), keys.value(index), keys.storedHash(index))
        if last {
            let held = Ref(key)
            let taken = DictObject.remove(dict, index, hash)
            try DictObject.insert(dict, held.value, taken.value, hash)
        } else {
            var place = keys.pointee.firstLive - 1
            var index = index
            if place < 0 {
                index = try makeRoomInFront(dict, index)
                place = DictObject.keys(dict).pointee.firstLive - 1
            }
            let keys = DictObject.keys(dict)
            let slot = keys.slot(of: index, hash: hash)
            let (from, to) = (keys.entry(index), keys.entry(place))
            to[0] = key
            to[1] = value
            if keys.pointee.isGeneral { to[2] = from[2] }
            from[0] = .null
            from[1] = .null
            keys.setIndex(slot, place)
            keys.pointee.firstLive = place
            keys.pointee.version = 0
            DictObject.touch(dict)
        }
        state(dict).pointee &+= 1
    }

    /// Makes the table anew with deleted entries in front; returns where entry `index` is now.
    private static func makeRoomInFront(_ dict: Value, _ index: Int) throws(Raised) -> Int {
        let old = DictObject.keys(dict)
        let count = DictObject.count(dict)
        let room = max(count, 4)
        var log2 = 3
        while DictKeys.usable(log2Size: log2) < room + count + 1 { log2 += 1 }
        guard let new = DictKeys.make(log2Size: log2, general: old.pointee.isGeneral) else { throw raise(.memoryError, argument: .null) }
        for place in 0..<room {
            let entry = new.entry(place)
            entry[0] = .null
            entry[1] = .null
        }
        new.pointee.entryCount = room
        new.pointee.usable -= room
        new.pointee.firstLive = room
        var moved = room
        for position in old.pointee.firstLive..<max(old.pointee.entryCount, old.pointee.firstLive) {
            let entry = old.entry(position)
            if entry[1].isNull { continue }
            if position == index { moved = new.pointee.entryCount }
            new.append(old.storedHash(position), entry[0], entry[1])
        }
        DictObject.setKeys(dict, new)
        DictKeys.free(old)
        return moved
    }

    /// Takes the last or first entry out: (key, value).
    static func popItem(_ dict: Value, last: Bool) throws(Raised) -> Ref {
        if last {
            if DictObject.count(dict) == 0 { throw raise(.keyError, "dictionary is empty") }
            state(dict).pointee &+= 1
            return try DictObject.popItem(dict)
        }
        let index = DictObject.firstLive(dict)
        if index < 0 { throw raise(.keyError, "dictionary is empty") }
        state(dict).pointee &+= 1
        let keys = DictObject.keys(dict)
        let hash = keys.storedHash(index)
        let result = TupleObject.make(keys.key(index), keys.value(index))
        let value = DictObject.remove(dict, index, hash)
        _ = value.isNull
        return result
    }

    /// Equal, and in the same order.
    static func equal(_ a: Value, _ b: Value) throws(Raised) -> Bool {
        if DictObject.count(a) != DictObject.count(b) { return false }
        if try !DictObject.equal(a, b) { return false }
        var (first, second) = (0, 0)
        while let x = DictObject.nextEntry(a, &first), let y = DictObject.nextEntry(b, &second) {
            let left = Ref(x.key)
            let right = Ref(y.key)
            if try !ItemComparison.equal(left.value, right.value) { return false }
        }
        return true
    }
}
