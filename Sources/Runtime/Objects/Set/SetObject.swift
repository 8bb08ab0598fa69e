// Sets: the table.
//
// The object is CPython's PySetObject, since compiled code reads `used`; the table behind it is ours to look into alone, but its
// geometry is CPython's, because the order in which a set is iterated is what programs print:
//
//     - a slot is found by looking at up to 10 neighbouring slots from `hash & mask` on (fewer at the end of the table: there just the
//       one), then jumping as dicts do, with more of the hash at each jump
//     - a removed element leaves a dummy behind; a new element takes the last dummy that its search passes
//     - a table that is three fifths full, dummies included, grows to four times the elements (twice for more than 50,000)
//
//     +16 fill      slots in use, dummies included      +40 table      the small table, or a block
//     +24 used      elements                            +48 hash       of a frozenset, -1 while unknown
//     +32 mask      size of the table - 1               +56 finger     where pop looks first
//                                                       +64 smallTable 8 entries;  +192 weak references

import CPythonABI
import Glibc
import Numerics

public struct SetEntry {
    /// Null in a free slot, `SetObject.dummy` in one whose element was removed.
    var key: Value
    var hash: Int
    @inline(__always) var isElement: Bool { !key.isNull && key !== SetObject.dummy }
}

public enum SetObject {
    public struct Layout {
        var head: PyObject
        public var fill: Int
        public var used: Int
        public var mask: Int
        var table: UnsafeMutablePointer<SetEntry>
        var hash: Int
        var finger: Int
    }
    /// A word that is no value of any kind.
    @inline(__always) static var dummy: Value { Value(bits: 6) }
    private static let neighbours = 9

    @inline(__always) static func layout(_ set: Value) -> UnsafeMutablePointer<Layout> { set.cast(to: Layout.self) }
    @inline(__always) static func smallTable(_ set: Value) -> UnsafeMutablePointer<SetEntry> {
        (UnsafeMutableRawPointer(set.object) + 64).assumingMemoryBound(to: SetEntry.self)
    }
    public static func count(_ set: Value) -> Int { layout(set).pointee.used }

    /// set, frozenset and their subclasses.
    public static func isInstance(_ value: Value) -> Bool {
        guard value.isObject else { return false }
        let type = value.object.pointee.ob_type.unsafelyUnwrapped
        if type == PySet_TypePointer() || type == PyFrozenSet_TypePointer() { return true }
        return type.isProperSubtype(of: PySet_TypePointer()) || type.isProperSubtype(of: PyFrozenSet_TypePointer())
    }
    public static func isSet(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type.isSubtype(of: PySet_TypePointer()) }
    public static func isFrozen(_ value: Value) -> Bool {
        value.isObject && value.object.pointee.ob_type.isSubtype(of: PyFrozenSet_TypePointer())
    }
    @inlinable public static func isExactSet(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type == PySet_TypePointer() }

    // MARK: Making

    /// An empty set.
    public static func make() -> Ref { make(exact: PySet_TypePointer()) }
    /// An empty set or frozenset.
    static func make(exact type: TypePointer) -> Ref {
        let object = ObjectMemory.newCollected(type, as: Layout.self, size: 200)
        let set = Value(pointer: object)
        (UnsafeMutableRawPointer(object) + 192).storeBytes(of: nil, as: UnsafeMutableRawPointer?.self)
        initialize(set)
        Collector.track(set.object)
        return Ref(owned: set)
    }
    /// An empty set of any set type.
    static func make(_ type: TypePointer) throws(Raised) -> Ref {
        if type == PySet_TypePointer() || type == PyFrozenSet_TypePointer() { return make(exact: type) }
        let set = try Instances.allocate(type)
        initialize(set.value)
        return set
    }
    /// set or frozenset, whichever the type of a set derives from: the type of results of its methods.
    static func baseType(_ set: Value) -> TypePointer { isFrozen(set) ? PyFrozenSet_TypePointer() : PySet_TypePointer() }
    private static func initialize(_ set: Value) {
        let layout = layout(set)
        layout.pointee.hash = -1
        layout.pointee.finger = 0
        useSmallTable(set)
    }
    private static func useSmallTable(_ set: Value) {
        let layout = layout(set)
        let table = smallTable(set)
        fillBytes(table, 0, 128)
        layout.pointee.fill = 0
        layout.pointee.used = 0
        layout.pointee.mask = 7
        layout.pointee.table = table
    }

    // MARK: Look-up

    /// The slot of an element, or nil. Comparing may run Python code; if that changes the set, the search starts again.
    @inline(__always) static func find(_ set: Value, _ key: Value, _ hash: Int) throws(Raised) -> UnsafeMutablePointer<SetEntry>? {
        let layout = layout(set)
        let (table, mask) = (layout.pointee.table, layout.pointee.mask)
        // Most searches end at the first slot.
        let first = table + hash & mask
        if first.pointee.key === key && first.pointee.hash == hash { return first }
        if first.pointee.key.isNull { return nil }
        return try search(set, key, hash)
    }
    @inline(never) private static func search(_ set: Value, _ key: Value, _ hash: Int) throws(Raised) -> UnsafeMutablePointer<SetEntry>? {
        restart: while true {
            let layout = layout(set)
            let (table, mask) = (layout.pointee.table, layout.pointee.mask)
            var slot = hash & mask
            var perturb = UInt(bitPattern: hash)
            while true {
                var entry = table + slot
                var left = slot &+ neighbours <= mask ? neighbours : 0
                while true {
                    let candidate = entry.pointee.key
                    if candidate.isNull { return nil }
                    if entry.pointee.hash == hash && candidate !== dummy {
                        if candidate === key { return entry }
                        if !(candidate.isSmallInt && key.isSmallInt) {
                            if StrObject.isExact(candidate) && StrObject.isExact(key) {
                                if StrObject.equal(candidate, key) { return entry }
                            } else {
                                let held = Ref(candidate)
                                let equal = try Compare.equal(held.value, key)
                                if layout.pointee.table != table || layout.pointee.mask != mask || entry.pointee.key !== held.value {
                                    continue restart
                                }
                                if equal { return entry }
                            }
                        }
                    }
                    if left == 0 { break }
                    left &-= 1
                    entry += 1
                }
                perturb &>>= 5
                slot = (slot &* 5 &+ 1 &+ Int(bitPattern: perturb)) & mask
            }
        }
    }

    /// Whether the set contains an exact str, where the first slot says so; nil: look further.
    @inline(__always) public static func containsAtOnce(_ set: Value, _ name: Value) -> Bool? {
        let hash = StrObject.hash(name)
        let layout = layout(set)
        let first = layout.pointee.table + hash & layout.pointee.mask
        let candidate = first.pointee.key
        if candidate.isNull { return false }
        if first.pointee.hash != hash || !StrObject.isExact(candidate) { return nil }
        return candidate === name || StrObject.equal(candidate, name) ? true : nil
    }

    /// value in set, without the courtesy of looking for a set as frozenset.
    public static func contains(_ set: Value, _ value: Value) throws(Raised) -> Bool {
        try find(set, value, try Hash.of(value)) != nil
    }

    // MARK: Insertion

    /// Adds a borrowed value; true if it was absent.
    @discardableResult public static func add(_ set: Value, _ value: Value) throws(Raised) -> Bool {
        try add(set, value, try Hash.of(value))
    }
    @discardableResult static func add(_ set: Value, _ key: Value, _ hash: Int) throws(Raised) -> Bool {
        let layout = layout(set)
        // Most searches end at the first slot.
        let first = layout.pointee.table + hash & layout.pointee.mask
        if first.pointee.key.isNull {
            first.pointee = SetEntry(key: key, hash: hash)
        } else {
            if first.pointee.key === key && first.pointee.hash == hash { return false }
            if try search(set, key, hash) != nil { return false }
            if layout.pointee.fill != layout.pointee.used {
                let slot = dummyOrFreeSlot(layout.pointee.table, layout.pointee.mask, hash)
                let isDummy = !slot.pointee.key.isNull
                slot.pointee = SetEntry(key: key, hash: hash)
                if isDummy {
                    key.retain()
                    layout.pointee.used &+= 1
                    return true
                }
            } else {
                freeSlot(layout.pointee.table, layout.pointee.mask, hash).pointee = SetEntry(key: key, hash: hash)
            }
        }
        key.retain()
        layout.pointee.fill &+= 1
        layout.pointee.used &+= 1
        if layout.pointee.fill &* 5 >= layout.pointee.mask &* 3 { try grow(set) }
        return true
    }
    /// The last dummy on the way to the first free slot for a hash, or else that slot.
    private static func dummyOrFreeSlot(_ table: UnsafeMutablePointer<SetEntry>, _ mask: Int, _ hash: Int) -> UnsafeMutablePointer<SetEntry> {
        var slot = hash & mask
        var perturb = UInt(bitPattern: hash)
        var found: UnsafeMutablePointer<SetEntry>?
        while true {
            var entry = table + slot
            var left = slot &+ neighbours <= mask ? neighbours : 0
            while true {
                if entry.pointee.key.isNull { return found ?? entry }
                if entry.pointee.key === dummy { found = entry }
                if left == 0 { break }
                left &-= 1
                entry += 1
            }
            perturb &>>= 5
            slot = (slot &* 5 &+ 1 &+ Int(bitPattern: perturb)) & mask
        }
    }
    /// The first free slot for a hash; there is one.
    @inline(__always) private static func freeSlot(_ table: UnsafeMutablePointer<SetEntry>, _ mask: Int, _ hash: Int) -> UnsafeMutablePointer<SetEntry> {
        var slot = hash & mask
        var perturb = UInt(bitPattern: hash)
        while true {
            var entry = table + slot
            var left = slot &+ neighbours <= mask ? neighbours : 0
            while true {
                if entry.pointee.key.isNull { return entry }
                if left == 0 { break }
                left &-= 1
                entry += 1
            }
            perturb &>>= 5
            slot = (slot &* 5 &+ 1 &+ Int(bitPattern: perturb)) & mask
        }
    }
    @inline(never) static func grow(_ set: Value) throws(Raised) {
        let used = layout(set).pointee.used
        try resize(set, used > 50000 ? used &* 2 : used &* 4)
    }

    /// Makes the table larger than `minimum`, without dummies.
    static func resize(_ set: Value, _ minimum: Int) throws(Raised) {
        var size = 8
        while size <= minimum { size <<= 1 }
        let layout = layout(set)
        let (old, oldMask) = (layout.pointee.table, layout.pointee.mask)
        let small = smallTable(set)
        if size == 8 && old == small && layout.pointee.fill == layout.pointee.used { return }
        let new: UnsafeMutablePointer<SetEntry>
        if size == 8 {
            if old == small {
                var copy = InlineArray<8, SetEntry>(repeating: SetEntry(key: .null, hash: 0))
                for index in 0..<8 { copy[index] = old[index] }
                fillBytes(small, 0, 128)
                for index in 0..<8 where copy[index].isElement { freeSlot(small, 7, copy[index].hash).pointee = copy[index] }
                layout.pointee.fill = layout.pointee.used
                return
            }
            new = small
            fillBytes(small, 0, 128)
        } else {
            guard size < Int.max / 16, let block = Allocator.allocatePlainZeros(size, 16) else { throw raise(.memoryError, argument: .null) }
            new = block.assumingMemoryBound(to: SetEntry.self)
        }
        let mask = size - 1
        for index in 0...oldMask where old[index].isElement { freeSlot(new, mask, old[index].hash).pointee = old[index] }
        layout.pointee.table = new
        layout.pointee.mask = mask
        layout.pointee.fill = layout.pointee.used
        if old != small { Allocator.freePlain(old) }
    }

    /// Adds all elements of another set.
    static func merge(_ set: Value, _ other: Value) throws(Raised) {
        if set === other || count(other) == 0 { return }
        let layout = layout(set)
        let source = self.layout(other)
        if (layout.pointee.fill &+ source.pointee.used) &* 5 >= layout.pointee.mask &* 3 {
            try resize(set, (layout.pointee.used &+ source.pointee.used) &* 2)
        }
        let sourceMask = source.pointee.mask
        if layout.pointee.fill == 0 && layout.pointee.mask == sourceMask && source.pointee.fill == source.pointee.used {
            // A table of the same size without dummies: every element keeps its place.
            let (from, to) = (source.pointee.table, layout.pointee.table)
            for slot in 0...sourceMask {
                from[slot].key.retain()
                to[slot] = from[slot]
            }
            layout.pointee.fill = source.pointee.fill
            layout.pointee.used = source.pointee.used
            return
        }
        if layout.pointee.fill == 0 {
            let from = source.pointee.table
            for slot in 0...sourceMask where from[slot].isElement {
                from[slot].key.retain()
                freeSlot(layout.pointee.table, layout.pointee.mask, from[slot].hash).pointee = from[slot]
            }
            layout.pointee.fill = source.pointee.used
            layout.pointee.used = source.pointee.used
            return
        }
        var position = 0
        while let entry = next(other, &position) {
            let held = Ref(entry.key)
            try add(set, held.value, entry.hash)
        }
    }

    // MARK: Removal

    /// Removes an element; false if it is absent.
    public static func discard(_ set: Value, _ key: Value, _ hash: Int) throws(Raised) -> Bool {
        guard let entry = try find(set, key, hash) else { return false }
        let old = entry.pointee.key
        entry.pointee = SetEntry(key: dummy, hash: -1)
        layout(set).pointee.used &-= 1
        old.release()
        return true
    }
    /// Removes and returns an element; null if there is none.
    public static func pop(_ set: Value) -> Ref {
        let layout = layout(set)
        if layout.pointee.used == 0 { return .null }
        let (table, mask) = (layout.pointee.table, layout.pointee.mask)
        var slot = layout.pointee.finger & mask
        while !table[slot].isElement { slot = slot == mask ? 0 : slot &+ 1 }
        let key = table[slot].key
        table[slot] = SetEntry(key: dummy, hash: -1)
        layout.pointee.used &-= 1
        layout.pointee.finger = slot &+ 1
        return Ref(owned: key)
    }
    public static func clear(_ set: Value) {
        let layout = layout(set)
        if layout.pointee.fill == 0 && layout.pointee.table == smallTable(set) { return }
        let (table, mask) = (layout.pointee.table, layout.pointee.mask)
        if table == smallTable(set) {
            // Elements are put aside: their destructors may use the set.
            var copy = InlineArray<8, Value>(repeating: .null)
            for index in 0..<8 { copy[index] = table[index].key }
            useSmallTable(set)
            for index in 0..<8 { copy[index].release() }
            return
        }
        useSmallTable(set)
        for slot in 0...mask { table[slot].key.release() }
        Allocator.freePlain(table)
    }

    // MARK: Iteration

    /// The next element at or after slot `position`, borrowed; advances `position`.
    @inline(__always) static func next(_ set: Value, _ position: inout Int) -> SetEntry? {
        let layout = layout(set)
        let table = layout.pointee.table
        while position <= layout.pointee.mask {
            let entry = table[position]
            position &+= 1
            if entry.isElement { return entry }
        }
        return nil
    }

    /// Exchanges the contents of two sets.
    static func swap(_ a: Value, _ b: Value) {
        let (x, y) = (layout(a), layout(b))
        let (smallX, smallY) = (smallTable(a), smallTable(b))
        let (isSmallX, isSmallY) = (x.pointee.table == smallX, y.pointee.table == smallY)
        Swift.swap(&x.pointee.fill, &y.pointee.fill)
        Swift.swap(&x.pointee.used, &y.pointee.used)
        Swift.swap(&x.pointee.mask, &y.pointee.mask)
        Swift.swap(&x.pointee.table, &y.pointee.table)
        if isSmallX || isSmallY {
            for index in 0..<8 { Swift.swap(&smallX[index], &smallY[index]) }
            if isSmallX { y.pointee.table = smallY }
            if isSmallY { x.pointee.table = smallX }
        }
        let frozen = isFrozen(a) && isFrozen(b)
        let hash = x.pointee.hash
        x.pointee.hash = frozen ? y.pointee.hash : -1
        y.pointee.hash = frozen ? hash : -1
    }

    /// The hash of a frozenset, whatever the order of its elements.
    static func frozenHash(_ set: Value) -> Int {
        let layout = layout(set)
        if layout.pointee.hash != -1 { return layout.pointee.hash }
        var hash = ContainerHash.FrozenSet()
        var position = 0
        while let entry = next(set, &position) { hash.add(entry.hash) }
        let result = hash.finish(count: count(set))
        layout.pointee.hash = result
        return result
    }

    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        Collector.untrack(object)
        let set = Value(object)
        if (UnsafeMutableRawPointer(object) + 192).load(as: UnsafeMutableRawPointer?.self) != nil { WeakReferences.clear(object) }
        SetObject.clear(set)
        if object.pointee.ob_type == PySet_TypePointer() || object.pointee.ob_type == PyFrozenSet_TypePointer() {
            ObjectMemory.freeCollected(object, size: 200)
        } else {
            freeInstance(object)
        }
    }
    static let clearReferences: inquiry = { object in
        guard let object else { return 0 }
        SetObject.clear(Value(object))
        return 0
    }
    static let traverse: traverseproc = { object, visit, argument in
        guard let object, let visit else { return 0 }
        let layout = SetObject.layout(Value(object))
        let table = layout.pointee.table
        for slot in 0...layout.pointee.mask where table[slot].key.isObject {
            let result = visit(table[slot].key.object, argument)
            if result != 0 { return result }
        }
        return 0
    }
}
