// The comparisons of list.sort.
//
// Before it sorts, list.sort looks at the keys: when they are all of one simple kind, the sort is compiled for that kind and a
// comparison is a few instructions, with no type test and no call. That all keys are of the kind is checked once, before; it cannot
// change, since the list is out of reach while it is sorted.

import CPythonABI
import Glibc

/// a < b for the keys of one sort. Keys are kept alive by the sort.
protocol SortOrder {
    static func less(_ a: Value, _ b: Value) throws(Raised) -> Bool
    static func equal(_ a: Value, _ b: Value) throws(Raised) -> Bool
}
extension SortOrder {
    @inline(__always) static func equal(_ a: Value, _ b: Value) throws(Raised) -> Bool { try ItemComparison.equal(a, b) }
}

/// Any objects.
enum RichSortOrder: SortOrder {
    @inline(__always) static func less(_ a: Value, _ b: Value) throws(Raised) -> Bool {
        if a.isSmallInt && b.isSmallInt { return a.smallInt < b.smallInt }
        return try Compare.bool(a, b, .less)
    }
}

/// Immediate ints.
enum SmallIntSortOrder: SortOrder {
    @inline(__always) static func less(_ a: Value, _ b: Value) -> Bool {
        // Shifting out the tag leaves the sign where it belongs.
        Int64(bitPattern: a.bits << 15) < Int64(bitPattern: b.bits << 15)
    }
    @inline(__always) static func equal(_ a: Value, _ b: Value) -> Bool { a.bits == b.bits }
}

/// Immediate floats.
enum FloatSortOrder: SortOrder {
    @inline(__always) static func less(_ a: Value, _ b: Value) -> Bool { a.immediateFloat < b.immediateFloat }
}

/// Exact strs of characters up to U+00FF.
enum Latin1SortOrder: SortOrder {
    @inline(__always) static func less(_ a: Value, _ b: Value) -> Bool {
        let (first, second) = (StrObject.length(a), StrObject.length(b))
        let (x, y) = (prefix(a, first), prefix(b, second))
        if x != y { return x < y }
        if first <= 8 || second <= 8 { return first < second }
        let order = memcmp(StrObject.data(a) + 8, StrObject.data(b) + 8, min(first, second) - 8)
        return order != 0 ? order < 0 : first < second
    }
    /// The first eight characters as a number that orders as they do; zeros behind the last. A str's block always has room for eight.
    @inline(__always) private static func prefix(_ value: Value, _ length: Int) -> UInt64 {
        let word = UInt64(bigEndian: StrObject.data(value).loadUnaligned(as: UInt64.self))
        return length >= 8 ? word : word & ~(UInt64.max &>> UInt64(length &* 8))
    }
    @inline(__always) static func equal(_ a: Value, _ b: Value) -> Bool { StrObject.equal(a, b) }
}

/// Exact strs.
enum StrSortOrder: SortOrder {
    static func less(_ a: Value, _ b: Value) -> Bool {
        let (first, second) = (StrObject.length(a), StrObject.length(b))
        var index = 0
        while index < first && index < second {
            let (x, y) = (StrObject.character(a, index), StrObject.character(b, index))
            if x != y { return x < y }
            index += 1
        }
        return first < second
    }
}

/// Exact tuples, none of them empty, whose first items are in `First`.
enum TupleSortOrder<First: SortOrder>: SortOrder {
    @inline(__always) static func less(_ a: Value, _ b: Value) throws(Raised) -> Bool {
        let (first, second) = (TupleObject.items(a), TupleObject.items(b))
        if try !First.equal(first[0], second[0]) { return try First.less(first[0], second[0]) }
        return try lessBehindFirst(a, b)
    }
    private static func lessBehindFirst(_ a: Value, _ b: Value) throws(Raised) -> Bool {
        let (first, second) = (TupleObject.items(a), TupleObject.items(b))
        let (m, n) = (TupleObject.count(a), TupleObject.count(b))
        var index = 1
        while index < m && index < n {
            if try !ItemComparison.equal(first[index], second[index]) { return try RichSortOrder.less(first[index], second[index]) }
            index += 1
        }
        return m < n
    }
}

/// What all keys of a sort have in common.
enum SortKind {
    case any, smallInt, float, latin1, str, tupleOfAny, tupleOfSmallInt, tupleOfFloat, tupleOfLatin1, tupleOfStr

    static func of(_ keys: UnsafePointer<Value>, _ count: Int) -> SortKind {
        if keys[0].isObject && TupleObject.isExact(keys[0]) {
            for index in 0..<count where !TupleObject.isExact(keys[index]) || TupleObject.count(keys[index]) == 0 { return .any }
            switch scalar(count, { TupleObject.item(keys[$0], 0) }) {
            case .smallInt: return .tupleOfSmallInt
            case .float: return .tupleOfFloat
            case .latin1: return .tupleOfLatin1
            case .str: return .tupleOfStr
            default: return .tupleOfAny
            }
        }
        return scalar(count, { keys[$0] })
    }
    @inline(__always) private static func scalar(_ count: Int, _ key: (Int) -> Value) -> SortKind {
        let first = key(0)
        if first.isSmallInt {
            for index in 1..<count where !key(index).isSmallInt { return .any }
            return .smallInt
        }
        if first.isImmediateFloat {
            for index in 1..<count where !key(index).isImmediateFloat { return .any }
            return .float
        }
        guard StrObject.isExact(first) else { return .any }
        var wide = false
        for index in 0..<count {
            let key = key(index)
            if !StrObject.isExact(key) { return .any }
            if StrObject.kind(key) != .one { wide = true }
        }
        return wide ? .str : .latin1
    }
}
