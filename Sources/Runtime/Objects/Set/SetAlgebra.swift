// Union, intersection, difference: what they contain, and in which order it was put there.

import CPythonABI

extension SetObject {
    /// A copy as an exact set or frozenset.
    public static func copy(_ set: Value) throws(Raised) -> Ref {
        let result = make(exact: baseType(set))
        try merge(result.value, set)
        return result
    }
    /// A new set of type `type` with the elements of an iterable.
    static func make(_ type: TypePointer, from iterable: Value) throws(Raised) -> Ref {
        let result = try make(type)
        try update(result.value, iterable)
        return result
    }

    /// set.update(iterable)
    public static func update(_ set: Value, _ iterable: Value) throws(Raised) {
        if isInstance(iterable) { return try merge(set, iterable) }
        if DictObject.isExact(iterable) {
            let extra = DictObject.count(iterable)
            let layout = layout(set)
            if (layout.pointee.fill &+ extra) &* 5 >= layout.pointee.mask &* 3 { try resize(set, (layout.pointee.used &+ extra) &* 2) }
            var position = 0
            while let entry = DictObject.nextEntry(iterable, &position) {
                let held = Ref(entry.key)
                try add(set, held.value, entry.hash)
            }
            return
        }
        let iterator = try Iteration.iter(iterable)
        while true {
            let item = try Iteration.next(iterator.value)
            if item.isNull { return }
            try add(set, item.value)
        }
    }

    static func intersection(_ set: Value, _ other: Value) throws(Raised) -> Ref {
        if set === other { return try copy(set) }
        let result = make(exact: baseType(set))
        if isInstance(other) {
            // The smaller one is gone through.
            let swapped = count(other) > count(set)
            let (small, large) = swapped ? (set, other) : (other, set)
            var position = 0
            while let entry = next(small, &position) {
                let held = Ref(entry.key)
                if try find(large, held.value, entry.hash) != nil { try add(result.value, held.value, entry.hash) }
            }
            return result
        }
        let iterator = try Iteration.iter(other)
        while true {
            let item = try Iteration.next(iterator.value)
            if item.isNull { return result }
            let hash = try Hash.of(item.value)
            if try find(set, item.value, hash) != nil {
                try add(result.value, item.value, hash)
                // Nothing is left to be found.
                if count(result.value) >= count(set) { return result }
            }
        }
    }

    static func difference(_ set: Value, _ other: Value) throws(Raised) -> Ref {
        let size: Int
        if isInstance(other) {
            size = count(other)
        } else if DictObject.isExact(other) {
            size = DictObject.count(other)
        } else {
            let result = try copy(set)
            try differenceUpdate(result.value, other)
            return result
        }
        // When little is to be taken out, a copy keeps its places.
        if count(set) >> 2 > size {
            let result = try copy(set)
            try differenceUpdate(result.value, other)
            return result
        }
        let result = make(exact: baseType(set))
        var position = 0
        while let entry = next(set, &position) {
            let held = Ref(entry.key)
            let found = isInstance(other) ? try find(other, held.value, entry.hash) != nil : try DictObject.find(other, held.value, entry.hash) >= 0
            if !found { try add(result.value, held.value, entry.hash) }
        }
        return result
    }

    static func differenceUpdate(_ set: Value, _ other: Value) throws(Raised) {
        if set === other { return clear(set) }
        if isInstance(other) {
            // A much larger set is not gone through: what it has of this one is.
            let common = count(other) >> 3 > count(set) ? try intersection(set, other) : Ref(other)
            var position = 0
            while let entry = next(common.value, &position) {
                let held = Ref(entry.key)
                _ = try discard(set, held.value, entry.hash)
            }
        } else {
            let iterator = try Iteration.iter(other)
            while true {
                let item = try Iteration.next(iterator.value)
                if item.isNull { break }
                _ = try discard(set, item.value, try Hash.of(item.value))
            }
        }
        // More than a quarter of dummies is cleaned up.
        let layout = layout(set)
        if layout.pointee.fill - layout.pointee.used > layout.pointee.mask / 4 { try grow(set) }
    }

    static func symmetricDifferenceUpdate(_ set: Value, _ other: Value) throws(Raised) {
        if set === other { return clear(set) }
        if DictObject.isExact(other) {
            var position = 0
            while let entry = DictObject.nextEntry(other, &position) {
                let held = Ref(entry.key)
                if try !discard(set, held.value, entry.hash) { try add(set, held.value, entry.hash) }
            }
            return
        }
        let elements = isInstance(other) ? Ref(other) : try make(baseType(set), from: other)
        var position = 0
        while let entry = next(elements.value, &position) {
            let held = Ref(entry.key)
            if try !discard(set, held.value, entry.hash) { try add(set, held.value, entry.hash) }
        }
    }
    static func symmetricDifference(_ set: Value, _ other: Value) throws(Raised) -> Ref {
        let result = try make(baseType(set), from: other)
        try symmetricDifferenceUpdate(result.value, set)
        return result
    }

    static func isSubset(_ set: Value, _ other: Value) throws(Raised) -> Bool {
        if !isInstance(other) {
            let common = try intersection(set, other)
            return count(common.value) == count(set)
        }
        if count(set) > count(other) { return false }
        var position = 0
        while let entry = next(set, &position) {
            let held = Ref(entry.key)
            if try find(other, held.value, entry.hash) == nil { return false }
        }
        return true
    }
    static func isSuperset(_ set: Value, _ other: Value) throws(Raised) -> Bool {
        if isInstance(other) { return try isSubset(other, set) }
        let iterator = try Iteration.iter(other)
        while true {
            let item = try Iteration.next(iterator.value)
            if item.isNull { return true }
            if try !contains(set, item.value) { return false }
        }
    }
    static func isDisjoint(_ set: Value, _ other: Value) throws(Raised) -> Bool {
        if set === other { return count(set) == 0 }
        if isInstance(other) {
            let (small, large) = count(other) > count(set) ? (set, other) : (other, set)
            var position = 0
            while let entry = next(small, &position) {
                let held = Ref(entry.key)
                if try find(large, held.value, entry.hash) != nil { return false }
            }
            return true
        }
        let iterator = try Iteration.iter(other)
        while true {
            let item = try Iteration.next(iterator.value)
            if item.isNull { return true }
            if try contains(set, item.value) { return false }
        }
    }

    static func compare(_ a: Value, _ b: Value, _ operation: Comparison) throws(Raised) -> Ref {
        guard isInstance(b) else { return .notImplemented }
        switch operation {
        case .equal, .notEqual:
            var equal = count(a) == count(b)
            if equal {
                let (x, y) = (layout(a).pointee.hash, layout(b).pointee.hash)
                if x != -1 && y != -1 && x != y { equal = false }
            }
            if equal { equal = try isSubset(a, b) }
            return .bool(equal == (operation == .equal))
        case .lessOrEqual: return .bool(try isSubset(a, b))
        case .greaterOrEqual: return .bool(try isSubset(b, a))
        case .less: return .bool(count(a) < count(b) ? try isSubset(a, b) : false)
        case .greater: return .bool(count(a) > count(b) ? try isSubset(b, a) : false)
        }
    }
}
