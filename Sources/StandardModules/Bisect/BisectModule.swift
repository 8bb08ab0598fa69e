// The module _bisect.

import CPythonABI
import Runtime

enum BisectModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(
            "Bisection algorithms.\n\nThis module provides support for maintaining a list in sorted order without\nhaving to sort the list after each insertion. For long lists of items with\nexpensive comparison operations, this can be an improvement over the more\ncommon approach.\n"
        )
        let signature: StaticString = "($module, /, a, x, lo=0, hi=None, *, key=None)"
        module.function(
            "bisect_right", .bound({ (_, arguments) throws(Raised) -> Ref in IntObject.make(try find(arguments, right: true)) }), signature,
            doc:
                "Return the index where to insert item x in list a, assuming a is sorted.\n\nThe return value i is such that all e in a[:i] have e <= x, and all e in\na[i:] have e > x.  So if x already appears in the list, a.insert(i, x) will\ninsert just after the rightmost x already there.\n\nOptional args lo (default 0) and hi (default len(a)) bound the\nslice of a to be searched."
        )
        module.function(
            "insort_right", .bound({ (_, arguments) throws(Raised) -> Ref in try insert(arguments, right: true) }), signature,
            doc:
                "Insert item x in list a, and keep it sorted assuming a is sorted.\n\nIf x is already in a, insert it to the right of the rightmost x.\n\nOptional args lo (default 0) and hi (default len(a)) bound the\nslice of a to be searched."
        )
        module.function(
            "bisect_left", .bound({ (_, arguments) throws(Raised) -> Ref in IntObject.make(try find(arguments, right: false)) }), signature,
            doc:
                "Return the index where to insert item x in list a, assuming a is sorted.\n\nThe return value i is such that all e in a[:i] have e < x, and all e in\na[i:] have e >= x.  So if x already appears in the list, a.insert(i, x) will\ninsert just before the leftmost x already there.\n\nOptional args lo (default 0) and hi (default len(a)) bound the\nslice of a to be searched."
        )
        module.function(
            "insort_left", .bound({ (_, arguments) throws(Raised) -> Ref in try insert(arguments, right: false) }), signature,
            doc:
                "Insert item x in list a, and keep it sorted assuming a is sorted.\n\nIf x is already in a, insert it to the left of the leftmost x.\n\nOptional args lo (default 0) and hi (default len(a)) bound the\nslice of a to be searched."
        )
    }

    private static func find(_ arguments: Arguments, right: Bool) throws(Raised) -> Int {
        try search(arguments, item: arguments[1], right: right)
    }
    private static func insert(_ arguments: Arguments, right: Bool) throws(Raised) -> Ref {
        let (list, item, key) = (arguments[0], arguments[1], arguments[4])
        let index: Int
        if key.isNull || key.isNone {
            index = try search(arguments, item: item, right: right)
        } else {
            let mapped = try Call.call(key, item)
            index = try search(arguments, item: mapped.value, right: right)
        }
        if ListObject.isExact(list) {
            try ListObject.insert(list, index, item)
        } else {
            let method = try Attributes.get(list, "insert")
            let number = IntObject.make(index)
            let result = try Call.call(method.value, number.value, item)
            _ = result.isNull
        }
        return .none
    }

    private static func search(_ arguments: Arguments, item: Value, right: Bool) throws(Raised) -> Int {
        let (list, key) = (arguments[0], arguments[4])
        var low = arguments[2].isNull ? 0 : try bound(arguments[2])
        var high = -1
        if !arguments[3].isNull && !arguments[3].isNone {
            guard Index.isIndex(arguments[3]) else {
                throw raise(.typeError, "argument should be integer or None, not '\(arguments[3].type.fullName)'")
            }
            high = try Index.of(arguments[3], .overflowError)
        }
        if low < 0 { throw raise(.valueError, "lo must be non-negative") }
        if high == -1 {
            // A mapping has a length, but not that of a sequence.
            if DictObject.isInstance(list) { throw raise(.typeError, "\(list.type.name) is not a sequence") }
            high = try Sequences.length(list)
        }
        let mapped = !key.isNull && !key.isNone
        while low < high {
            let middle = low + (high - low) >> 1
            let candidate = try itemAt(list, middle)
            let compared = mapped ? try Call.call(key, candidate.value) : candidate.copy()
            let before = right ? try !ItemComparison.less(item, compared.value) : try ItemComparison.less(compared.value, item)
            if before { low = middle + 1 } else { high = middle }
        }
        return low
    }
    private static func bound(_ value: Value) throws(Raised) -> Int {
        if value.isSmallInt { return value.smallInt }
        let index = try Index.object(value)
        guard let number = IntView(index.value).int else { throw raise(.overflowError, "Python int too large to convert to C ssize_t") }
        return number
    }
    @inline(__always) private static func itemAt(_ sequence: Value, _ index: Int) throws(Raised) -> Ref {
        if ListObject.isExact(sequence) {
            guard index < ListObject.count(sequence) else { throw raise(.indexError, "list index out of range") }
            return Ref(ListObject.item(sequence, index))
        }
        guard let slot = sequence.record.pointee.item else {
            if sequence.record.pointee.subscript != nil { throw raise(.typeError, "\(sequence.type.fullName) is not a sequence") }
            throw raise(.typeError, "'\(sequence.type.fullName)' object does not support indexing")
        }
        return try slot(sequence, index)
    }
}
