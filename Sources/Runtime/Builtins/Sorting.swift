// Sorted lists.

import CPythonABI

public enum Sorting {
    /// A new sorted list of the items of an iterable.
    public static func sorted(_ iterable: Value) throws(Raised) -> Ref {
        let list = try Iteration.list(iterable)
        try ListObject.sort(list.value, key: .none, reverse: false)
        return list
    }
    /// The same with the keywords of `list.sort`, which are what it says they must be.
    static func sorted(_ iterable: Value, _ keywords: Arguments) throws(Raised) -> Ref {
        let list = try Iteration.list(iterable)
        let result = try Call.method(list.value, sort, keywords)
        _ = result.value
        return list
    }
    private static let sort = StrObject.intern("sort").take()
}
