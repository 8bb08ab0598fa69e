// Sorted lists.

import CPythonABI

public enum Sorting {
    /// A new sorted list of the items of an iterable.
    public static func sorted(_ iterable: Value) throws(Raised) -> Ref {
        let list = try Iteration.list(iterable)
        let name = StrObject.intern("sort")
        let result = try Call.method(list.value, name.value)
        _ = result.value
        return list
    }
}
