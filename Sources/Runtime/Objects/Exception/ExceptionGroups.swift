// Splitting exception groups, and what `except*` does with them.

import CPythonABI

/// What selects exceptions in a group: a class or tuple of classes, a function, or the identity of leaves.
enum ExceptionMatcher {
    case types(Value)
    case predicate(Value)
    case leaves([UInt64])

    /// The matcher that `split` and `subgroup` are given.
    static func of(_ value: Value) throws(Raised) -> ExceptionMatcher {
        if FunctionObject.isExact(value) { return .predicate(value) }
        if ExceptionObject.isClass(value) { return .types(value) }
        if TupleObject.isInstance(value) {
            var valid = true
            for index in 0..<TupleObject.count(value) where !ExceptionObject.isClass(TupleObject.item(value, index)) { valid = false }
            if valid { return .types(value) }
        }
        throw raise(.typeError, "expected a function, exception type or tuple of exception types")
    }

    func matches(_ exception: Value) throws(Raised) -> Bool {
        switch self {
        case .types(let types): return ExceptionMatcher.isInstance(exception, types)
        case .predicate(let function):
            let answer = try Call.call(function, exception)
            return try Truth.of(answer.value)
        case .leaves(let leaves): return leaves.contains(exception.bits)
        }
    }
    /// Whether an exception is an instance of a class, or of one in a (nested) tuple.
    static func isInstance(_ exception: Value, _ types: Value) -> Bool {
        if Classes.isType(types) { return exception.type.isSubtype(of: Classes.type(types)) }
        if TupleObject.isInstance(types) {
            for index in 0..<TupleObject.count(types) where isInstance(exception, TupleObject.item(types, index)) { return true }
        }
        return false
    }
}

enum ExceptionGroups {
    /// Splits an exception into the part that matches and the rest; null for an empty part. The structure of groups is kept.
    static func split(
        _ exception: Value, _ matcher: ExceptionMatcher, _ wantsRest: Bool, _ match: inout Ref, _ rest: inout Ref
    ) throws(Raised) {
        if try matcher.matches(exception) {
            match = Ref(exception)
            return
        }
        guard ExceptionGroupType.isGroup(exception) else {
            if wantsRest { rest = Ref(exception) }
            return
        }
        try NativeStack.enterLevel(" in exceptiongroup_split_recursive")
        defer { NativeStack.leaveLevel() }
        let nested = Ref(ExceptionGroupType.nested(exception))
        let matching = try ListObject.make(capacity: 0)
        let remaining = try ListObject.make(capacity: 0)
        for index in 0..<TupleObject.count(nested.value) {
            var innerMatch = Ref.null
            var innerRest = Ref.null
            try split(TupleObject.item(nested.value, index), matcher, wantsRest, &innerMatch, &innerRest)
            if !innerMatch.isNull { try ListObject.append(matching.value, innerMatch.value) }
            if !innerRest.isNull { try ListObject.append(remaining.value, innerRest.value) }
        }
        match = try subset(exception, matching.value)
        if wantsRest { rest = try subset(exception, remaining.value) }
    }

    /// A group like `original` with these exceptions only; null when there are none.
    private static func subset(_ original: Value, _ exceptions: Value) throws(Raised) -> Ref {
        if ListObject.count(exceptions) == 0 { return .null }
        let derived = try Call.method(original, Names.plain("derive"), exceptions)
        guard ExceptionGroupType.isGroup(derived.value) else {
            throw raise(.typeError, "derive must return an instance of BaseExceptionGroup")
        }
        for offset in [40, 48] {
            let value = Ref(ExceptionMemory.field(original, offset))
            if !value.isNull { ExceptionMemory.setField(derived.value, offset, value.value) }
        }
        let cause = Ref(ExceptionMemory.field(original, 56))
        ExceptionType.setCause(derived.value, cause.value)
        let notes = try Attributes.getIfPresent(original, Names.notes)
        if !notes.isNull && Sequences.isSequence(notes.value) {
            // A copy, so that notes added to one part do not show in the other.
            let copy = try Iteration.list(notes.value)
            try Attributes.set(derived.value, Names.notes, copy.value)
        }
        return derived
    }

    /// `except* type`: what of an exception is handled (as a group), and what is left; null for nothing.
    static func match(_ exception: Value, _ type: Value, _ match: inout Ref, _ rest: inout Ref) throws(Raised) {
        if exception.isNone || exception.isNull { return }
        if ExceptionMatcher.isInstance(exception, type) {
            if ExceptionGroupType.isGroup(exception) {
                match = Ref(exception)
            } else {
                let nested = TupleObject.make(exception)
                match = try ExceptionGroupType.make(StrObject.emptyValue, nested.value)
            }
            return
        }
        guard ExceptionGroupType.isGroup(exception) else {
            rest = Ref(exception)
            return
        }
        let pair = try Call.method(exception, Names.plain("split"), type)
        guard TupleObject.isExact(pair.value), TupleObject.count(pair.value) >= 2 else {
            throw raise(.typeError, "\(exception.type.name).split must return a 2-tuple, got \(pair.value.type.name)")
        }
        let (first, second) = (TupleObject.item(pair.value, 0), TupleObject.item(pair.value, 1))
        if !first.isNone { match = Ref(first) }
        if !second.isNone { rest = Ref(second) }
    }

    /// What an `except*` statement raises at its end: `list` holds what its clauses raised, and what none handled. Null for nothing.
    static func prepareReraise(_ original: Value, _ list: Value) throws(Raised) -> Ref {
        let count = ListObject.count(list)
        if count == 0 { return .null }
        if !ExceptionGroupType.isGroup(original) {
            // One clause at most ran, or none.
            for index in 0..<count where !ListObject.item(list, index).isNone { return Ref(ListObject.item(list, index)) }
            return .null
        }
        let raised = try ListObject.make(capacity: 0)
        var leaves: [UInt64] = []
        var reraisesAny = false
        for index in 0..<count {
            let item = ListObject.item(list, index)
            if item.isNone { continue }
            if hasSameMetadata(item, original) {
                reraisesAny = true
                collectLeaves(item, &leaves)
            } else {
                try ListObject.append(raised.value, item)
            }
        }
        var reraised = Ref.null
        var unused = Ref.null
        if reraisesAny { try split(original, .leaves(leaves), false, &reraised, &unused) }
        if ListObject.count(raised.value) == 0 { return reraised }
        if !reraised.isNull { try ListObject.append(raised.value, reraised.value) }
        // A group even around a single exception, as 3.11.2 has it.
        return try ExceptionGroupType.make(StrObject.emptyValue, raised.value)
    }

    /// Whether an exception is (a part of) the original, reraised, and not one raised anew.
    private static func hasSameMetadata(_ a: Value, _ b: Value) -> Bool {
        guard ExceptionGroupType.isGroup(a), ExceptionGroupType.isGroup(b) else { return false }
        for offset in [40, 48, 56] where ExceptionMemory.field(a, offset) !== ExceptionMemory.field(b, offset) { return false }
        return true
    }
    private static func collectLeaves(_ exception: Value, _ leaves: inout [UInt64]) {
        var stack = [exception]
        while let current = stack.popLast() {
            if ExceptionGroupType.isGroup(current) {
                let nested = ExceptionGroupType.nested(current)
                for index in 0..<TupleObject.count(nested) { stack.append(TupleObject.item(nested, index)) }
            } else {
                leaves.append(current.bits)
            }
        }
    }
}
