// list.sort: the list's side.

import CPythonABI
import Glibc

extension ListObject {
    /// Sorts a list in place, stable. `key` is None or a callable. When a comparison or the key raises, the list keeps all its items,
    /// in some order.
    public static func sort(_ list: Value, key: Value, reverse: Bool) throws(Raised) {
        let head = head(list)
        let (block, count, allocated) = (head.pointee.ob_item, head.pointee.ob_base.ob_size, head.pointee.allocated)
        let items = items(list)
        // The list looks empty while it is sorted, so that nothing which callbacks do to it can reach the items.
        head.pointee.ob_item = nil
        head.pointee.ob_base.ob_size = 0
        head.pointee.allocated = -1

        var failed = false
        do throws(Raised) { try sort(items, count, key: key, reverse: reverse) } catch { failed = true }

        let modified = head.pointee.allocated != -1
        let (strange, strangeCount, strangeAllocated) = (head.pointee.ob_item, head.pointee.ob_base.ob_size, head.pointee.allocated)
        let strangeItems = self.items(list)
        head.pointee.ob_item = block
        head.pointee.ob_base.ob_size = count
        head.pointee.allocated = allocated
        if let strange {
            for index in 0..<strangeCount { strangeItems[index].release() }
            freeBlock(strange, allocated: strangeAllocated)
        }
        if failed { throw Raised() }
        if modified { throw raise(.valueError, "list modified during sort") }
    }

    private static func sort(_ items: UnsafeMutablePointer<Value>, _ count: Int, key: Value, reverse isReversed: Bool) throws(Raised) {
        if key.isNone {
            if count < 2 { return }
            // Reversed before and after, equal items keep their order.
            if isReversed { reverse(items, count) }
            defer { if isReversed { reverse(items, count) } }
            return try sort(keys: items, values: nil, count)
        }
        if count == 0 { return }
        guard let room = malloc(count * 8) else { throw raise(.memoryError, argument: .null) }
        let keys = room.assumingMemoryBound(to: Value.self)
        var made = 0
        defer {
            for index in 0..<made { keys[index].release() }
            free(room)
        }
        while made < count {
            let result = try Call.call(key, items[made])
            keys[made] = result.take()
            made += 1
        }
        if isReversed {
            reverse(keys, count)
            reverse(items, count)
        }
        defer { if isReversed { reverse(items, count) } }
        if count > 1 { try sort(keys: keys, values: items, count) }
    }

    private static func sort(keys: UnsafeMutablePointer<Value>, values: UnsafeMutablePointer<Value>?, _ count: Int) throws(Raised) {
        switch SortKind.of(keys, count) {
        case .any: try run(RichSortOrder.self, keys, values, count)
        case .smallInt: try run(SmallIntSortOrder.self, keys, values, count)
        case .float: try run(FloatSortOrder.self, keys, values, count)
        case .latin1: try run(Latin1SortOrder.self, keys, values, count)
        case .str: try run(StrSortOrder.self, keys, values, count)
        case .tupleOfAny: try run(TupleSortOrder<RichSortOrder>.self, keys, values, count)
        case .tupleOfSmallInt: try run(TupleSortOrder<SmallIntSortOrder>.self, keys, values, count)
        case .tupleOfFloat: try run(TupleSortOrder<FloatSortOrder>.self, keys, values, count)
        case .tupleOfLatin1: try run(TupleSortOrder<Latin1SortOrder>.self, keys, values, count)
        case .tupleOfStr: try run(TupleSortOrder<StrSortOrder>.self, keys, values, count)
        }
    }
    private static func run<Order: SortOrder>(
        _ order: Order.Type, _ keys: UnsafeMutablePointer<Value>, _ values: UnsafeMutablePointer<Value>?, _ count: Int
    ) throws(Raised) {
        var sorter = MergeSorter<Order>(keys: keys, values: values, count: count)
        try sorter.sort()
    }
}
