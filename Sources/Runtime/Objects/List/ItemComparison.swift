// Comparison of items in loops over sequences: what is decided by the words themselves costs no call.

import CPythonABI

public enum ItemComparison {
    /// item == value, where the same object counts as equal. Both must be kept alive by the caller.
    @inlinable @inline(__always) public static func equal(_ item: Value, _ value: Value) throws(Raised) -> Bool {
        if item === value { return true }
        if item.isSmallInt && value.isSmallInt { return false }
        return try Compare.bool(item, value, .equal)
    }
    /// As `equal`, for an item that only its container keeps alive.
    @inlinable @inline(__always) public static func equal(borrowed item: Value, _ value: Value) throws(Raised) -> Bool {
        if item === value { return true }
        if item.isSmallInt && value.isSmallInt { return false }
        let held = Ref(item)
        return try Compare.bool(held.value, value, .equal)
    }
    /// a < b
    @inlinable @inline(__always) public static func less(_ a: Value, _ b: Value) throws(Raised) -> Bool {
        if a.isSmallInt && b.isSmallInt { return a.smallInt < b.smallInt }
        return try Compare.bool(a, b, .less)
    }
    /// item == value by value alone, as for the items of arrays, which are no objects.
    public static func equalItems(_ item: Value, _ value: Value) throws(Raised) -> Bool {
        if item.isSmallInt && value.isSmallInt { return item === value }
        let result = try Compare.rich(item, value, .equal)
        return try Truth.of(result.value)
    }
}
