// Comparison.

import CPythonABI

public enum Compare {
    static func name(_ operation: Comparison) -> Value {
        switch operation {
        case .less: return Names.lt
        case .lessOrEqual: return Names.le
        case .equal: return Names.eq
        case .notEqual: return Names.ne
        case .greater: return Names.gt
        case .greaterOrEqual: return Names.ge
        }
    }

    /// a <operation> b, any object.
    public static func rich(_ a: Value, _ b: Value, _ operation: Comparison) throws(Raised) -> Ref {
        if a.isSmallInt && b.isSmallInt { return .bool(operation.holds(a.smallInt, b.smallInt)) }
        try NativeStack.enter(" in comparison")
        let (left, right) = (a.type, b.type)
        var triedReflected = false
        if left != right && right.isSubtype(of: left), let slot = right.record.pointee.compare {
            triedReflected = true
            let result = try slot(b, a, operation.swapped)
            if !result.value.isNotImplemented { return result }
        }
        if let slot = left.record.pointee.compare {
            let result = try slot(a, b, operation)
            if !result.value.isNotImplemented { return result }
        }
        if !triedReflected, let slot = right.record.pointee.compare {
            let result = try slot(b, a, operation.swapped)
            if !result.value.isNotImplemented { return result }
        }
        switch operation {
        case .equal: return .bool(isSame(a, b))
        case .notEqual: return .bool(!isSame(a, b))
        default:
            throw raise(
                .typeError, "'\(operation.symbol)' not supported between instances of '\(left.name)' and '\(right.name)'")
        }
    }

    /// Whether a == b is true; the same object counts as equal.
    @inlinable public static func equal(_ a: Value, _ b: Value) throws(Raised) -> Bool {
        if a === b && !a.isImmediateFloat { return true }
        return try bool(a, b, .equal)
    }
    /// The truth of a comparison. For == and != the same object counts as equal.
    public static func bool(_ a: Value, _ b: Value, _ operation: Comparison) throws(Raised) -> Bool {
        // A NaN is the same object as itself for containers, as in CPython, where it is one object.
        if a === b {
            if operation == .equal { return true }
            if operation == .notEqual { return false }
        }
        if StrObject.isExact(a) && StrObject.isExact(b) && (operation == .equal || operation == .notEqual) {
            return StrObject.equal(a, b) == (operation == .equal)
        }
        let result = try rich(a, b, operation)
        if result.value.isBool { return result.value.isTrue }
        return try Truth.of(result.value)
    }

    /// Python's `is`, in which a number boxed for C is the same as its immediate.
    public static func isSame(_ a: Value, _ b: Value) -> Bool {
        if a === b { return true }
        if a.isObject && b.isObject { return false }
        // One is an immediate: the other may be its boxed form.
        let (object, immediate) = a.isObject ? (a, b) : (b, a)
        return object.isObject && Border.fromC(borrowed: object.object) === immediate
    }
}

public enum Truth {
    /// bool(value)
    @inlinable public static func of(_ value: Value) throws(Raised) -> Bool {
        if value.isBool { return value.isTrue }
        if value.isNone { return false }
        if value.isSmallInt { return value.smallInt != 0 }
        return try slow(value)
    }
    @usableFromInline static func slow(_ value: Value) throws(Raised) -> Bool {
        if value.isImmediateFloat { return value.immediateFloat != 0 }
        // Of the constants that are left, NotImplemented warns.
        guard value.isObject || value.isNotImplemented else { return true }
        if let count = Lengths.known(value) { return count != 0 }
        let record = value.record
        if let bool = record.pointee.bool { return try bool(value) }
        if let length = record.pointee.anyLength { return try length(value) != 0 }
        return true
    }
}
