// deque: storage. A ring of words whose capacity is a power of two.
//
//     +16 count     +24 mask: capacity - 1    +32 first: place of item 0    +40 ring
//     +48 maximum: -1 for none                +56 state: counts changes, for iterators
//     +64 weak references

import CPythonABI
import Glibc

public enum DequeObject {
    struct Layout {
        var head: PyObject
        var count: Int
        var mask: Int
        var first: Int
        var ring: UnsafeMutablePointer<Value>
        var maximum: Int
        var state: Int
        var weakReferences: UnsafeMutableRawPointer?
    }
    nonisolated(unsafe) public static let type: TypePointer = DequeType.make()

    @inline(__always) static func layout(_ deque: Value) -> UnsafeMutablePointer<Layout> { deque.cast(to: Layout.self) }
    @inline(__always) public static func count(_ deque: Value) -> Int { layout(deque).pointee.count }
    static func isInstance(_ value: Value) -> Bool { value.isObject && value.type.isSubtype(of: type) }
    static func isExact(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type == type }

    /// The place of item `index`.
    @inline(__always) static func place(_ deque: Value, _ index: Int) -> UnsafeMutablePointer<Value> {
        let layout = layout(deque)
        return layout.pointee.ring + (layout.pointee.first &+ index) & layout.pointee.mask
    }
    /// Item `index`, borrowed; the index is in range.
    @inline(__always) static func item(_ deque: Value, _ index: Int) -> Value { place(deque, index).pointee }

    // MARK: Making

    public static func make(_ type: TypePointer) throws(Raised) -> Ref {
        let deque = try IteratorStorage.allocate(type, exact: self.type, size: 72)
        guard let ring = Allocator.allocatePlain(8 * 8) else { throw raise(.memoryError, argument: .null) }
        let layout = layout(deque.value)
        layout.pointee.count = 0
        layout.pointee.mask = 7
        layout.pointee.first = 0
        layout.pointee.ring = ring.assumingMemoryBound(to: Value.self)
        layout.pointee.maximum = -1
        layout.pointee.state = 0
        layout.pointee.weakReferences = nil
        Collector.track(deque.value.object)
        return deque
    }

    @inline(never) private static func grow(_ deque: Value) throws(Raised) {
        let layout = layout(deque)
        let capacity = layout.pointee.mask + 1
        guard capacity < Int.max / 32, let block = Allocator.allocatePlain(capacity * 16) else { throw raise(.memoryError, argument: .null) }
        let ring = block.assumingMemoryBound(to: Value.self)
        copyItems(deque, to: ring)
        Allocator.freePlain(layout.pointee.ring)
        layout.pointee.ring = ring
        layout.pointee.first = 0
        layout.pointee.mask = capacity * 2 - 1
    }
    /// Lays the items out in order.
    private static func copyItems(_ deque: Value, to target: UnsafeMutablePointer<Value>) {
        let layout = layout(deque).pointee
        let head = min(layout.count, layout.mask + 1 - layout.first)
        copyBytes(target, layout.ring + layout.first, head * 8)
        copyBytes(target + head, layout.ring, (layout.count - head) * 8)
    }
    /// Gives memory back after the deque became much smaller than its ring.
    @inline(never) private static func shrink(_ deque: Value) {
        let layout = layout(deque)
        let capacity = (layout.pointee.mask + 1) >> 1
        guard let block = Allocator.allocatePlain(capacity * 8) else { return }
        let ring = block.assumingMemoryBound(to: Value.self)
        copyItems(deque, to: ring)
        Allocator.freePlain(layout.pointee.ring)
        layout.pointee.ring = ring
        layout.pointee.first = 0
        layout.pointee.mask = capacity - 1
    }

    // MARK: Ends

    /// Appends a value whose reference it takes over. What no longer fits goes from the other end.
    @inline(__always) public static func append(_ deque: Value, owned value: Value) throws(Raised) {
        let layout = layout(deque)
        if layout.pointee.count > layout.pointee.mask {
            do throws(Raised) { try grow(deque) } catch {
                value.release()
                throw error
            }
        }
        place(deque, layout.pointee.count).pointee = value
        layout.pointee.count &+= 1
        layout.pointee.state &+= 1
        if layout.pointee.maximum >= 0 && layout.pointee.count > layout.pointee.maximum {
            let dropped = takeFirst(deque)
            _ = dropped.isNull
        }
    }
    @inline(__always) static func appendLeft(_ deque: Value, owned value: Value) throws(Raised) {
        let layout = layout(deque)
        if layout.pointee.count > layout.pointee.mask {
            do throws(Raised) { try grow(deque) } catch {
                value.release()
                throw error
            }
        }
        layout.pointee.first = (layout.pointee.first &- 1) & layout.pointee.mask
        layout.pointee.ring[layout.pointee.first] = value
        layout.pointee.count &+= 1
        layout.pointee.state &+= 1
        if layout.pointee.maximum >= 0 && layout.pointee.count > layout.pointee.maximum {
            let dropped = takeLast(deque)
            _ = dropped.isNull
        }
    }
    /// Takes the last item out; there must be one.
    @inline(__always) static func takeLast(_ deque: Value) -> Ref {
        let layout = layout(deque)
        layout.pointee.count &-= 1
        layout.pointee.state &+= 1
        let value = place(deque, layout.pointee.count).pointee
        if layout.pointee.mask > 63 && layout.pointee.count < layout.pointee.mask >> 3 { shrink(deque) }
        return Ref(owned: value)
    }
    @inline(__always) public static func takeFirst(_ deque: Value) -> Ref {
        let layout = layout(deque)
        let value = layout.pointee.ring[layout.pointee.first]
        layout.pointee.first = (layout.pointee.first &+ 1) & layout.pointee.mask
        layout.pointee.count &-= 1
        layout.pointee.state &+= 1
        if layout.pointee.mask > 63 && layout.pointee.count < layout.pointee.mask >> 3 { shrink(deque) }
        return Ref(owned: value)
    }

    static func clear(_ deque: Value) {
        let layout = layout(deque)
        let (ring, mask, first, count) = (layout.pointee.ring, layout.pointee.mask, layout.pointee.first, layout.pointee.count)
        if count == 0 { return }
        layout.pointee.count = 0
        layout.pointee.state &+= 1
        guard let block = Allocator.allocatePlain(8 * 8) else {
            // No new ring to be had: items go one by one.
            layout.pointee.count = count
            while layout.pointee.count > 0 {
                let item = takeLast(deque)
                _ = item.isNull
            }
            return
        }
        layout.pointee.ring = block.assumingMemoryBound(to: Value.self)
        layout.pointee.mask = 7
        layout.pointee.first = 0
        for index in 0..<count { ring[(first &+ index) & mask].release() }
        Allocator.freePlain(ring)
    }

    // MARK: Inside

    /// Moves items from one end to the other, to the right for positive numbers.
    static func rotate(_ deque: Value, _ number: Int) {
        let layout = layout(deque)
        let count = layout.pointee.count
        if count < 2 { return }
        var steps = number % count
        if steps < 0 { steps += count }
        if steps == 0 { return }
        layout.pointee.state &+= 1
        let (ring, mask) = (layout.pointee.ring, layout.pointee.mask)
        if count == mask + 1 {
            layout.pointee.first = (layout.pointee.first &- steps) & mask
            return
        }
        var first = layout.pointee.first
        if steps <= count / 2 {
            for _ in 0..<steps {
                let last = ring[(first &+ count &- 1) & mask]
                first = (first &- 1) & mask
                ring[first] = last
            }
        } else {
            for _ in 0..<count - steps {
                ring[(first &+ count) & mask] = ring[first]
                first = (first &+ 1) & mask
            }
        }
        layout.pointee.first = first
    }

    /// Takes item `index` out.
    static func remove(_ deque: Value, at index: Int) -> Ref {
        rotate(deque, -index)
        let item = takeFirst(deque)
        rotate(deque, index)
        return item
    }
    static func insert(_ deque: Value, _ index: Int, _ value: Value) throws(Raised) {
        let count = count(deque)
        value.retain()
        if index >= count { return try append(deque, owned: value) }
        if index <= -count || index == 0 { return try appendLeft(deque, owned: value) }
        rotate(deque, -index)
        if index < 0 { try append(deque, owned: value) } else { try appendLeft(deque, owned: value) }
        rotate(deque, index)
    }

    static func extend(_ deque: Value, _ iterable: Value, left: Bool = false) throws(Raised) {
        if iterable === deque {
            let copy = try Iteration.list(iterable)
            return try extend(deque, copy.value, left: left)
        }
        let iterator = try Iteration.iter(iterable)
        while true {
            let item = try Iteration.next(iterator.value)
            if item.isNull { return }
            if left { try appendLeft(deque, owned: item.take()) } else { try append(deque, owned: item.take()) }
        }
    }
}
