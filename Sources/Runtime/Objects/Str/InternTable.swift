// The table of interned strs.
//
// Names that the runtime makes and identifiers of code are permanent: the table holds them, for ever. What programs intern (`sys.intern`,
// names of attributes that are computed, unpickled or read from marshal data) is not held: such a str takes itself out of the table when it
// dies. It becomes permanent when it turns up as a name in code or in a class.

import CPythonABI

/// Open addressing, one step at a time, so that a removal can close the gap it leaves.
struct InternTable {
    private static let smallest = 1 << 12
    private var slots: UnsafeMutablePointer<Value>
    private var mask: Int
    private var count = 0

    init() {
        mask = InternTable.smallest - 1
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: .null, count: mask + 1)
    }

    /// The interned equal of a str; the str itself if there was none. Borrowed.
    mutating func intern(_ string: Value) -> Value {
        let index = place(string)
        if !slots[index].isNull { return slots[index] }
        StrObject.head(string).pointee.state |= UInt32(SSTATE_INTERNED_MORTAL)
        slots[index] = string
        count += 1
        if count * 2 > mask { resize(mask * 2 + 1) }
        return string
    }
    /// The same, held by the table from now on.
    mutating func permanent(_ string: Value) -> Value {
        let string = intern(string)
        if !StrObject.isPermanent(string) {
            string.retain()
            let head = StrObject.head(string)
            head.pointee.state = head.pointee.state & ~UInt32(SSTATE_INTERNED_MORTAL) | UInt32(SSTATE_INTERNED_IMMORTAL)
        }
        return string
    }
    /// The interned equal of a str, or null. Borrowed.
    func find(_ string: Value) -> Value { slots[place(string)] }
    /// The interned str of ASCII characters with this hash, or null. Borrowed.
    func find(_ characters: UnsafePointer<UInt8>, _ count: Int, _ hash: Int) -> Value {
        var index = hash & mask
        while !slots[index].isNull {
            let known = slots[index]
            if StrObject.hash(known) == hash && StrObject.length(known) == count && StrObject.isASCII(known) && known.object.pointee.ob_refcnt > 0,
                _pyswift_same_bytes(StrObject.data(known).assumingMemoryBound(to: UInt8.self), characters, count) != 0
            {
                return known
            }
            index = (index + 1) & mask
        }
        return .null
    }

    /// Takes a str out that dies.
    @inline(never) mutating func remove(_ string: Value) {
        var gap = StrObject.hash(string) & mask
        while slots[gap] !== string {
            // Another has taken its place while it waited for its end.
            if slots[gap].isNull { return }
            gap = (gap + 1) & mask
        }
        var index = (gap + 1) & mask
        while !slots[index].isNull {
            // What belongs at or before the gap moves into it.
            let home = StrObject.hash(slots[index]) & mask
            if (index - home) & mask >= (index - gap) & mask {
                slots[gap] = slots[index]
                gap = index
            }
            index = (index + 1) & mask
        }
        slots[gap] = .null
        count -= 1
        if count * 8 < mask && mask >= InternTable.smallest { resize(mask >> 1) }
    }

    /// The slot of a str's equal, or the free one where it would stand. Dead strs, whose end was put off, equal nothing.
    @inline(__always) private func place(_ string: Value) -> Int {
        let hash = StrObject.hash(string)
        var index = hash & mask
        while !slots[index].isNull {
            let known = slots[index]
            if StrObject.hash(known) == hash && StrObject.equal(known, string) && known.object.pointee.ob_refcnt > 0 { break }
            index = (index + 1) & mask
        }
        return index
    }
    private mutating func resize(_ newMask: Int) {
        let old = UnsafeMutableBufferPointer(start: slots, count: mask + 1)
        mask = newMask
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: .null, count: mask + 1)
        for string in old where !string.isNull {
            var index = StrObject.hash(string) & mask
            while !slots[index].isNull { index = (index + 1) & mask }
            slots[index] = string
        }
        old.deallocate()
    }
}
