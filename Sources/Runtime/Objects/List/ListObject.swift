// Lists: storage. `ob_item` is a growable block of words with room for `allocated`.
//
// While a list is sorted it looks empty, and `allocated` is -1: whatever the list holds after the sort then came from a key function or
// a comparison, and any change shows in `allocated`.

import CPythonABI
import Glibc

public enum ListObject {
    @inlinable @inline(__always) static func head(_ list: Value) -> UnsafeMutablePointer<PyListObject> { list.cast(to: PyListObject.self) }
    @inlinable @inline(__always) public static func count(_ list: Value) -> Int { head(list).pointee.ob_base.ob_size }
    /// The block of items: borrowed words. A null pointer when the list never had any.
    @inlinable @inline(__always) public static func items(_ list: Value) -> UnsafeMutablePointer<Value> {
        unsafeBitCast(head(list).pointee.ob_item, to: UnsafeMutablePointer<Value>.self)
    }
    /// Item `index`, borrowed. The index must be in range.
    @inlinable @inline(__always) public static func item(_ list: Value, _ index: Int) -> Value { Border.read(items(list)[index]) }
    @inlinable public static func isExact(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type == PyList_TypePointer() }
    @inlinable public static func isInstance(_ value: Value) -> Bool {
        value.isObject && value.object.pointee.ob_type.pointee.tp_flags & UInt(1 << 25) != 0
    }

    /// An empty list.
    public static func make() -> Ref {
        let head = ObjectMemory.newCollected(PyList_TypePointer(), as: PyListObject.self, size: 40)
        head.pointee.ob_base.ob_size = 0
        head.pointee.ob_item = nil
        head.pointee.allocated = 0
        Collector.track(UnsafeMutableRawPointer(head).assumingMemoryBound(to: PyObject.self))
        return Ref(owned: Value(pointer: head))
    }
    /// An empty list with room for exactly `capacity` items.
    public static func make(capacity: Int) throws(Raised) -> Ref {
        let list = make()
        if capacity > 0 { try reserve(list.value, exactly: capacity) }
        return list
    }
    /// A list of borrowed values.
    public static func make(_ values: UnsafePointer<Value>?, count: Int) throws(Raised) -> Ref {
        let list = try make(capacity: count)
        guard let values, count > 0 else { return list }
        let items = items(list.value)
        for index in 0..<count {
            let value = Border.read(values[index])
            value.retain()
            items[index] = value
        }
        head(list.value).pointee.ob_base.ob_size = count
        return list
    }

    /// Makes the block hold exactly `capacity` items (not fewer than there are).
    static func reserve(_ list: Value, exactly capacity: Int) throws(Raised) {
        guard capacity < Int.max / 16, resize(list, capacity) else { throw raise(.memoryError, argument: .null) }
    }
    /// Moves the items to a block for `capacity` of them; false when memory is exhausted.
    private static func resize(_ list: Value, _ capacity: Int) -> Bool {
        let (old, new) = (blockSize(head(list).pointee.allocated), blockSize(capacity))
        let block: UnsafeMutableRawPointer
        if let current = head(list).pointee.ob_item {
            if old > Allocator.largestClass && new > Allocator.largestClass {
                guard let moved = Allocator.resizePlain(current, new) else { return false }
                block = moved
            } else {
                guard let moved = Allocator.allocate(new) else { return false }
                copyBytes(moved, current, min(old, new))
                Allocator.free(UnsafeMutableRawPointer(current), old)
                block = moved
            }
        } else {
            guard let fresh = Allocator.allocate(new) else { return false }
            block = fresh
        }
        head(list).pointee.ob_item = block.assumingMemoryBound(to: UnsafeMutablePointer<PyObject>?.self)
        head(list).pointee.allocated = capacity
        return true
    }
    /// Bytes of a block with room for `allocated` items.
    @inline(__always) private static func blockSize(_ allocated: Int) -> Int { max(allocated, 1) &* 8 }
    /// Frees a block of items.
    static func freeBlock(_ block: UnsafeMutableRawPointer, allocated: Int) { Allocator.free(block, blockSize(allocated)) }

    /// A list of `count` owned values, which are moved out of registers.
    static func make(moving values: UnsafeMutablePointer<Value>, count: Int) throws(Raised) -> Ref {
        let list = make()
        if count == 0 { return list }
        try reserve(list.value, exactly: count)
        let items = items(list.value)
        var index = 0
        while index < count {
            items[index] = values[index]
            values[index] = .null
            index &+= 1
        }
        head(list.value).pointee.ob_base.ob_size = count
        return list
    }
    /// Makes room for `count` items, with room to spare in proportion (about an eighth), so that appending is amortised O(1).
    @usableFromInline @inline(never) static func grow(_ list: Value, to count: Int) throws(Raised) {
        if count <= head(list).pointee.allocated { return }
        guard count < Int.max / 16 else { throw raise(.memoryError, argument: .null) }
        var capacity = (count + count >> 3 + 6) & ~3
        // A large step needs no room beyond it.
        if count - self.count(list) > capacity - count { capacity = (count + 3) & ~3 }
        try reserve(list, exactly: capacity)
    }
    /// Sets the count of a list whose items beyond it were taken out, and gives memory back when more than half is unused.
    @inlinable @inline(__always) static func shrink(_ list: Value, to count: Int) {
        head(list).pointee.ob_base.ob_size = count
        if count < head(list).pointee.allocated >> 1 { giveBack(list, count) }
    }
    @usableFromInline @inline(never) static func giveBack(_ list: Value, _ count: Int) {
        if count == 0 {
            if let block = head(list).pointee.ob_item { freeBlock(block, allocated: head(list).pointee.allocated) }
            head(list).pointee.ob_item = nil
            head(list).pointee.allocated = 0
            return
        }
        let capacity = (count + count >> 3 + 6) & ~3
        if capacity < head(list).pointee.allocated { _ = resize(list, capacity) }
    }
    /// Takes out all items.
    public static func clear(_ list: Value) {
        guard let block = head(list).pointee.ob_item else { return }
        let items = items(list)
        let allocated = head(list).pointee.allocated
        let count = count(list)
        var index = count - 1
        // The list is empty before the first item goes, since a destructor may look at it.
        head(list).pointee.ob_item = nil
        head(list).pointee.ob_base.ob_size = 0
        head(list).pointee.allocated = 0
        while index >= 0 {
            items[index].release()
            index -= 1
        }
        freeBlock(block, allocated: allocated)
        Allocator.released(count)
    }

    /// What is stored in an exposed list must be a pointer. Takes over `value`.
    @inlinable @inline(__always) static func stored(_ list: Value, _ value: Value) -> Value {
        if list.object.isExposed { return Border.stored(value) }
        return value
    }

    /// Appends a borrowed value.
    @inlinable @inline(__always) public static func append(_ list: Value, _ value: Value) throws(Raised) {
        value.retain()
        try append(list, owned: value)
    }
    @inlinable @inline(__always) static func append(_ list: Value, owned value: Value) throws(Raised) {
        let count = count(list)
        if count >= head(list).pointee.allocated {
            do throws(Raised) { try grow(list, to: count + 1) } catch {
                value.release()
                throw error
            }
        }
        items(list)[count] = stored(list, value)
        head(list).pointee.ob_base.ob_size = count &+ 1
    }
    /// Puts a borrowed value in place of item `index`, which must be in range.
    @inlinable @inline(__always) public static func set(_ list: Value, _ index: Int, _ value: Value) {
        value.retain()
        let items = items(list)
        let old = items[index]
        items[index] = stored(list, value)
        old.release()
    }

    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        Collector.untrack(object)
        let list = Value(object)
        ListObject.clear(list)
        if object.pointee.ob_type == PyList_TypePointer() {
            ObjectMemory.freeCollected(object, size: 40)
        } else {
            freeInstance(object)
        }
    }

    static let clearReferences: inquiry = { object in
        guard let object else { return 0 }
        ListObject.clear(Value(object))
        return 0
    }
    static let traverse: traverseproc = { object, visit, argument in
        guard let object, let visit else { return 0 }
        let list = Value(object)
        for index in 0..<count(list) where items(list)[index].isObject {
            let result = visit(items(list)[index].object, argument)
            if result != 0 { return result }
        }
        return 0
    }
}
