// A map from objects, by identity, to numbers: the memo of a pickler.
//
// Open addressing over two rows, the objects (owned) and their numbers.

import CPythonABI

public struct IdentityMap: ~Copyable {
    private var keys: UnsafeMutablePointer<Value>
    private var numbers: UnsafeMutablePointer<Int>
    private var mask: Int
    public private(set) var count = 0

    public init() {
        mask = 63
        keys = UnsafeMutablePointer<Value>.allocate(capacity: 64)
        keys.initialize(repeating: .null, count: 64)
        numbers = UnsafeMutablePointer<Int>.allocate(capacity: 64)
    }
    deinit {
        for index in 0...mask { keys[index].release() }
        keys.deallocate()
        numbers.deallocate()
    }

    @inline(__always) private func slot(_ key: Value) -> Int {
        var slot = Int(truncatingIfNeeded: (key.bits &>> 4) &* 0x9E37_79B9_7F4A_7C15 &>> 20) & mask
        while !keys[slot].isNull && keys[slot] !== key { slot = (slot &+ 1) & mask }
        return slot
    }
    /// The number of an object, or -1.
    public func number(_ key: Value) -> Int {
        let slot = slot(key)
        return keys[slot].isNull ? -1 : numbers[slot]
    }
    /// Sets the number of an object, which is held from now on.
    public mutating func set(_ key: Value, _ number: Int) {
        let slot = slot(key)
        numbers[slot] = number
        if !keys[slot].isNull { return }
        key.retain()
        keys[slot] = key
        count &+= 1
        if count &* 3 > mask &* 2 { grow() }
    }
    private mutating func grow() {
        let (oldKeys, oldNumbers, oldMask) = (keys, numbers, mask)
        mask = (oldMask + 1) * 4 - 1
        keys = UnsafeMutablePointer<Value>.allocate(capacity: mask + 1)
        keys.initialize(repeating: .null, count: mask + 1)
        numbers = UnsafeMutablePointer<Int>.allocate(capacity: mask + 1)
        for index in 0...oldMask where !oldKeys[index].isNull {
            let slot = slot(oldKeys[index])
            keys[slot] = oldKeys[index]
            numbers[slot] = oldNumbers[index]
        }
        oldKeys.deallocate()
        oldNumbers.deallocate()
    }
    public mutating func removeAll() {
        let (oldKeys, oldNumbers, oldMask) = (keys, numbers, mask)
        mask = 63
        count = 0
        keys = UnsafeMutablePointer<Value>.allocate(capacity: 64)
        keys.initialize(repeating: .null, count: 64)
        numbers = UnsafeMutablePointer<Int>.allocate(capacity: 64)
        for index in 0...oldMask { oldKeys[index].release() }
        oldKeys.deallocate()
        oldNumbers.deallocate()
    }
    /// The entries, in no order; the objects are borrowed.
    public func forEach(_ body: (Value, Int) throws(Raised) -> Void) throws(Raised) {
        for index in 0...mask where !keys[index].isNull { try body(keys[index], numbers[index]) }
    }
    /// Shows the objects to the collector.
    public func traverse(_ visit: visitproc, _ argument: UnsafeMutableRawPointer?) -> Int32 {
        for index in 0...mask where keys[index].isObject {
            let result = visit(keys[index].object, argument)
            if result != 0 { return result }
        }
        return 0
    }
}
