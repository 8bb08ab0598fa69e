// Comparison of items in loops over sequences: what is decided by the words themselves costs no call.

import CPythonABI

enum ItemComparison {
    /// item == value, where the same object counts as equal. Both must be kept alive by the caller.
    @inline(__always) static func equal(_ item: Value, _ value: Value) throws(Raised) -> Bool {
        if item === value { return true }
        if item.isSmallInt && value.isSmallInt { return false }
        return try Compare.bool(item, value, .equal)
    }
    /// As `equal`, for an item that only its container keeps alive.
    @inline(__always) static func equal(borrowed item: Value, _ value: Value) throws(Raised) -> Bool {
        if item === value { return true }
        if item.isSmallInt && value.isSmallInt { return false }
        let held = Ref(item)
        return try Compare.bool(held.value, value, .equal)
    }
}
