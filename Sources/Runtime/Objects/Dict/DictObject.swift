// Dictionaries: look-up, insertion, deletion.
//
// The head is CPython's: `ma_used`, and `ma_version_tag`, which changes with every change since compiled extensions cache globals by
// it. What `ma_keys` points to is ours (`DictKeys`).

import CPythonABI
import Glibc

public enum DictObject {
    @inlinable @inline(__always) static func head(_ dict: Value) -> UnsafeMutablePointer<PyDictObject> { dict.cast(to: PyDictObject.self) }
    @inline(__always) static func keys(_ dict: Value) -> DictKeysPointer {
        UnsafeMutableRawPointer(head(dict).pointee.ma_keys).unsafelyUnwrapped.assumingMemoryBound(to: DictKeys.self)
    }
    @inline(__always) static func setKeys(_ dict: Value, _ keys: DictKeysPointer) {
        head(dict).pointee.ma_keys = UnsafeMutableRawPointer(keys).assumingMemoryBound(to: PyDictKeysObject.self)
    }
    @inlinable public static func count(_ dict: Value) -> Int { head(dict).pointee.ma_used }
    @inlinable public static func isExact(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type == PyDict_TypePointer() }
    @inlinable public static func isInstance(_ value: Value) -> Bool {
        value.isObject && value.object.pointee.ob_type.pointee.tp_flags & UInt(1 << 29) != 0
    }

    // MARK: Making

    public static func make() -> Ref {
        let head = ObjectMemory.newCollected(PyDict_TypePointer(), as: PyDictObject.self, size: 48)
        initialize(head)
        return Ref(owned: Value(pointer: head))
    }
    /// Makes the fields of a new dict (or subclass instance) those of an empty one.
    public static func initialize(_ head: UnsafeMutablePointer<PyDictObject>) {
        head.pointee.ma_used = 0
        head.pointee.ma_values = nil
        head.pointee.ma_version_tag = nextVersion()
        head.pointee.ma_keys = UnsafeMutableRawPointer(DictKeys.empty).assumingMemoryBound(to: PyDictKeysObject.self)
    }
    /// A dict with room for `capacity` entries.
    public static func make(capacity: Int) -> Ref {
        let dict = make()
        if capacity > 0, let keys = DictKeys.make(log2Size: log2Size(for: capacity), general: false) { setKeys(dict.value, keys) }
        return dict
    }
    static func log2Size(for capacity: Int) -> Int {
        var log2 = 3
        while DictKeys.usable(log2Size: log2) < capacity { log2 += 1 }
        return log2
    }

    @inline(__always) static func nextVersion() -> UInt64 {
        _pyswift_loop.dict_version &+= 1
        return _pyswift_loop.dict_version
    }
    @inline(__always) static func touch(_ dict: Value) { head(dict).pointee.ma_version_tag = nextVersion() }

    /// A number that stays the same as long as the dict's keys and their places do; never 0.
    static func keysVersion(_ dict: Value) -> UInt32 {
        let keys = keys(dict)
        if keys == DictKeys.empty { return 0 }
        if keys.pointee.version == 0 {
            _pyswift_loop.keys_version &+= 1
            keys.pointee.version = _pyswift_loop.keys_version
        }
        return keys.pointee.version
    }

    // MARK: Look-up

    /// The entry of an exact str or small int in a simple table, or -1.
    @inline(__always) static func findSimple(_ keys: DictKeysPointer, _ key: Value, _ hash: Int) -> Int {
        let mask = keys.mask
        var perturb = UInt(bitPattern: hash)
        var slot = hash & mask
        while true {
            let index = keys.index(slot)
            if index >= 0 {
                let candidate = keys.key(index)
                if candidate === key { return index }
                if candidate.isObject && key.isObject && StrObject.hash(candidate) == hash && StrObject.equal(candidate, key) {
                    return index
                }
            } else if index == -1 {
                return -1
            }
            perturb &>>= 5
            slot = (slot &* 5 &+ Int(bitPattern: perturb) &+ 1) & mask
        }
    }

    /// The entry of any key, or -1. Comparing keys may run Python code; if that changes the dict, the search starts again.
    @inline(never) public static func find(_ dict: Value, _ key: Value, _ hash: Int) throws(Raised) -> Int {
        restart: while true {
            let keys = keys(dict)
            if !keys.pointee.isGeneral && DictKeys.isSimple(key) { return findSimple(keys, key, hash) }
            let mask = keys.mask
            var perturb = UInt(bitPattern: hash)
            var slot = hash & mask
            while true {
                let index = keys.index(slot)
                if index >= 0 {
                    let candidate = keys.key(index)
                    if candidate === key { return index }
                    if keys.storedHash(index) == hash {
                        let held = Ref(candidate)
                        let equal = try Compare.equal(held.value, key)
                        if self.keys(dict) != keys || keys.key(index) !== held.value { continue restart }
                        if equal { return index }
                    }
                } else if index == -1 {
                    return -1
                }
                perturb &>>= 5
                slot = (slot &* 5 &+ Int(bitPattern: perturb) &+ 1) & mask
            }
        }
    }

    /// The value under a key, borrowed, or null. Raises what hashing and comparing raise.
    @inlinable public static func get(_ dict: Value, _ key: Value) throws(Raised) -> Value {
        try get(dict, key, hash: try Hash.of(key))
    }
    public static func get(_ dict: Value, _ key: Value, hash: Int) throws(Raised) -> Value {
        let index = try find(dict, key, hash)
        return index < 0 ? .null : keys(dict).value(index)
    }
    /// The value under a simple key (see `DictKeys.isSimple`), borrowed, or null; null as well if the dict has keys of other kinds.
    @inline(__always) static func getSimple(_ dict: Value, _ key: Value) -> Value {
        let keys = keys(dict)
        if keys.pointee.isGeneral { return .null }
        let index = findSimple(keys, key, key.isSmallInt ? IntObject.hash(small: key.smallInt) : StrObject.hash(key))
        return index < 0 ? .null : keys.value(index)
    }
    /// The value under a name (an exact str), borrowed, or null. A comparison that raises counts as unequal; it can only happen
    /// in a dict with keys that are no strs.
    public static func get(_ dict: Value, name: Value) -> Value {
        let keys = keys(dict)
        let hash = StrObject.hash(name)
        if !keys.pointee.isGeneral {
            let index = findSimple(keys, name, hash)
            return index < 0 ? .null : keys.value(index)
        }
        do throws(Raised) { return try get(dict, name, hash: hash) } catch {
            PendingException.clear()
            return .null
        }
    }
    public static func contains(_ dict: Value, _ key: Value) throws(Raised) -> Bool { try find(dict, key, try Hash.of(key)) >= 0 }

    /// The value of entry `index`, borrowed.
    public static func value(_ dict: Value, at index: Int) -> Value { keys(dict).value(index) }

    // MARK: Insertion

    /// dict[key] = value. Both are borrowed.
    public static func set(_ dict: Value, _ key: Value, _ value: Value) throws(Raised) {
        try set(dict, key, value, hash: try Hash.of(key))
    }
    public static func set(_ dict: Value, _ key: Value, _ value: Value, hash: Int) throws(Raised) {
        let index = try find(dict, key, hash)
        if index >= 0 {
            replace(dict, index, value)
        } else {
            try insert(dict, key, value, hash)
        }
    }
    /// dict[name] = value for an exact str.
    public static func set(_ dict: Value, name: Value, _ value: Value) {
        do throws(Raised) { try set(dict, name, value, hash: StrObject.hash(name)) } catch { PendingException.clear() }
    }

    /// Adds one to the small int under a simple key, 1 where there is none; false if it is something else, or the table not simple.
    public static func countSimple(_ dict: Value, _ key: Value) -> Bool {
        let keys = keys(dict)
        if keys.pointee.isGeneral || !DictKeys.isSimple(key) { return false }
        let index = findSimple(keys, key, DictKeys.simpleHash(key))
        if index < 0 { return false }
        let place = keys.entry(index) + 1
        guard place.pointee.isSmallInt && place.pointee.smallInt < Value.maxSmallInt else { return false }
        place.pointee = Value(smallInt: place.pointee.smallInt + 1)
        touch(dict)
        return true
    }
    /// Puts a value in place of the one under a simple key; false if it is not there, or the table not simple.
    @inline(__always) static func replaceSimple(_ dict: Value, _ key: Value, _ value: Value) -> Bool {
        let keys = keys(dict)
        if keys.pointee.isGeneral { return false }
        let index = findSimple(keys, key, DictKeys.simpleHash(key))
        if index < 0 { return false }
        replace(dict, index, value)
        return true
    }
    /// Puts a value in place of that of entry `index`.
    public static func replace(_ dict: Value, _ index: Int, _ value: Value) {
        let entry = keys(dict).entry(index)
        let old = entry[1]
        if old.bits == value.bits { return }
        touch(dict)
        entry[1] = value
        if value.isObject {
            value.retain()
            trackIfNeeded(dict, value)
        }
        old.release()
    }

    /// Adds a key that is known to be absent.
    public static func insert(_ dict: Value, _ key: Value, _ value: Value, _ hash: Int) throws(Raised) {
        var keys = keys(dict)
        if keys.pointee.usable <= 0 || (!keys.pointee.isGeneral && !DictKeys.isSimple(key)) {
            let general = keys.pointee.isGeneral || !DictKeys.isSimple(key)
            // Growing to three times the used count, as CPython does, keeps tables of equal peak size.
            let needed = keys.pointee.usable <= 0 ? max(count(dict) * 3, 8) : keys.size
            var log2 = 3
            while (1 << log2) < needed { log2 += 1 }
            try resize(dict, log2Size: log2, general: general)
            keys = self.keys(dict)
        }
        key.retain()
        value.retain()
        keys.append(hash, key, value)
        head(dict).pointee.ma_used &+= 1
        touch(dict)
        trackIfNeeded(dict, key)
        trackIfNeeded(dict, value)
    }

    static func resize(_ dict: Value, log2Size: Int, general: Bool) throws(Raised) {
        let old = keys(dict)
        guard let new = DictKeys.make(log2Size: log2Size, general: general) else { throw raise(.memoryError, argument: .null) }
        for index in 0..<old.pointee.entryCount {
            let entry = old.entry(index)
            if !entry[1].isNull { new.append(old.storedHash(index), entry[0], entry[1]) }
        }
        setKeys(dict, new)
        DictKeys.free(old)
    }

    /// Containers are watched by the cycle collector from the moment something is in them that can be part of a cycle.
    @inline(__always) static func trackIfNeeded(_ dict: Value, _ value: Value) {
        if value.isObject && value.object.pointee.ob_type.pointee.tp_flags & UInt(1 << 14) != 0 && !dict.object.isTracked {
            Collector.track(dict.object)
        }
    }

    // MARK: Deletion

    /// Removes a key; false if it is absent.
    public static func delete(_ dict: Value, _ key: Value) throws(Raised) -> Bool {
        let hash = try Hash.of(key)
        let index = try find(dict, key, hash)
        if index < 0 { return false }
        let removed = remove(dict, index, hash)
        _ = removed.value
        return true
    }
    /// Removes a key and returns its value; null if it is absent.
    public static func pop(_ dict: Value, _ key: Value) throws(Raised) -> Ref { try pop(dict, key, hash: try Hash.of(key)) }
    public static func pop(_ dict: Value, _ key: Value, hash: Int) throws(Raised) -> Ref {
        let index = try find(dict, key, hash)
        return index < 0 ? .null : remove(dict, index, hash)
    }
    /// Takes entry `index` out; the value's reference goes to the caller.
    static func remove(_ dict: Value, _ index: Int, _ hash: Int) -> Ref {
        let keys = keys(dict)
        keys.setIndex(keys.slot(of: index, hash: hash), -2)
        let entry = keys.entry(index)
        let (key, value) = (entry[0], entry[1])
        entry[0] = .null
        entry[1] = .null
        if index == keys.pointee.firstLive { keys.pointee.firstLive = index &+ 1 }
        keys.pointee.version = 0
        head(dict).pointee.ma_used &-= 1
        touch(dict)
        key.release()
        return Ref(owned: value)
    }

    public static func clear(_ dict: Value) {
        let old = keys(dict)
        guard old != DictKeys.empty else { return }
        setKeys(dict, DictKeys.empty)
        head(dict).pointee.ma_used = 0
        touch(dict)
        releaseEntries(old)
    }
    static func releaseEntries(_ keys: DictKeysPointer) {
        let count = keys.pointee.entryCount
        for index in 0..<count {
            let entry = keys.entry(index)
            entry[0].release()
            entry[1].release()
        }
        DictKeys.free(keys)
        Allocator.released(count)
    }

    // MARK: Iteration

    /// The next entry at or after `position`, borrowed; advances `position`. nil at the end.
    public static func next(_ dict: Value, _ position: inout Int) -> (key: Value, value: Value)? {
        let keys = keys(dict)
        if position < keys.pointee.firstLive { position = keys.pointee.firstLive }
        while position < keys.pointee.entryCount {
            let entry = keys.entry(position)
            position &+= 1
            if !entry[1].isNull { return (entry[0], entry[1]) }
        }
        return nil
    }

    public struct Entry {
        public var key: Value
        public var value: Value
        public var hash: Int
    }
    /// As `next`, with the hash of the key.
    public static func nextEntry(_ dict: Value, _ position: inout Int) -> Entry? {
        let keys = keys(dict)
        if position < keys.pointee.firstLive { position = keys.pointee.firstLive }
        while position < keys.pointee.entryCount {
            let index = position
            let entry = keys.entry(index)
            position &+= 1
            if !entry[1].isNull { return Entry(key: entry[0], value: entry[1], hash: keys.storedHash(index)) }
        }
        return nil
    }
    /// The last live entry before `position`, or -1.
    @inline(__always) static func lastLive(_ dict: Value, before position: Int) -> Int {
        let keys = keys(dict)
        var index = min(position, keys.pointee.entryCount) &- 1
        while index >= keys.pointee.firstLive {
            if !keys.value(index).isNull { return index }
            index &-= 1
        }
        return -1
    }
    /// The first live entry, or -1.
    @inline(__always) static func firstLive(_ dict: Value) -> Int {
        let keys = keys(dict)
        var index = keys.pointee.firstLive
        while index < keys.pointee.entryCount {
            if !keys.value(index).isNull {
                keys.pointee.firstLive = index
                return index
            }
            index &+= 1
        }
        return -1
    }

    /// Gives an empty dict a copy of another's whole table, which must have no deleted entries.
    private static func clone(_ dict: Value, from source: Value) -> Bool {
        let old = keys(source)
        guard let block = Allocator.allocate(old.byteCount) else { return false }
        copyBytes(block, old, old.byteCount)
        let new = block.assumingMemoryBound(to: DictKeys.self)
        var cyclic = false
        for index in 0..<new.pointee.entryCount {
            let entry = new.entry(index)
            entry[0].retain()
            entry[1].retain()
            if (entry[0].isObject && entry[0].object.pointee.ob_type.isCollected) || (entry[1].isObject && entry[1].object.pointee.ob_type.isCollected) {
                cyclic = true
            }
        }
        // Versions are never shared: the copy's keys may go another way.
        new.pointee.version = 0
        DictKeys.free(keys(dict))
        setKeys(dict, new)
        head(dict).pointee.ma_used = count(source)
        touch(dict)
        if cyclic && !dict.object.isTracked { Collector.track(dict.object) }
        return true
    }
    /// Fills an empty dict with the entries of another. False if memory is exhausted.
    static func copy(_ source: Value, into dict: Value) -> Bool {
        let old = keys(source)
        if old.pointee.entryCount == count(source) && old != DictKeys.empty { return clone(dict, from: source) }
        return false
    }

    /// A shallow copy, a plain dict.
    public static func copy(_ dict: Value) throws(Raised) -> Ref {
        let result = make()
        guard count(dict) > 0 else { return result }
        if copy(dict, into: result.value) { return result }
        try resize(result.value, log2Size: log2Size(for: count(dict)), general: keys(dict).pointee.isGeneral)
        let (old, new) = (keys(dict), keys(result.value))
        for index in 0..<old.pointee.entryCount {
            let entry = old.entry(index)
            if entry[1].isNull { continue }
            entry[0].retain()
            entry[1].retain()
            new.append(old.storedHash(index), entry[0], entry[1])
            trackIfNeeded(result.value, entry[0])
            trackIfNeeded(result.value, entry[1])
        }
        head(result.value).pointee.ma_used = new.pointee.entryCount
        return result
    }

    public static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        Collector.untrack(object)
        let dict = Value(object)
        let keys = keys(dict)
        setKeys(dict, DictKeys.empty)
        if keys != DictKeys.empty { releaseEntries(keys) }
        if object.pointee.ob_type == PyDict_TypePointer() {
            ObjectMemory.freeCollected(object, size: 48)
        } else {
            freeInstance(object)
        }
    }

    public static let clearReferences: inquiry = { object in
        guard let object else { return 0 }
        DictObject.clear(Value(object))
        return 0
    }
    public static let traverse: traverseproc = { object, visit, argument in
        guard let object, let visit else { return 0 }
        let keys = keys(Value(object))
        for index in 0..<keys.pointee.entryCount {
            let entry = keys.entry(index)
            // A str leads nowhere: most keys are passed over without a call.
            let isText = entry[0].isObject && entry[0].object.pointee.ob_type == PyUnicode_TypePointer()
            for word in (isText ? 1 : 0)..<2 where entry[word].isObject {
                let result = visit(entry[word].object, argument)
                if result != 0 { return result }
            }
        }
        return 0
    }
}
