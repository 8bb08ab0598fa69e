// Built-in functions that run through iterables: all, any, sum, min, max, sorted, iter, next, aiter, anext.

import CPythonABI

enum IterationFunctions {
    static func add(_ module: ModuleBuilder) {
        module.function(
            "all", .one({ (_, iterable) throws(Raised) -> Ref in .bool(try find(iterable, truth: false) == false) }), "($module, iterable, /)",
            doc: "Return True if bool(x) is True for all values x in the iterable.\n\nIf the iterable is empty, return True.")
        module.function(
            "any", .one({ (_, iterable) throws(Raised) -> Ref in .bool(try find(iterable, truth: true)) }), "($module, iterable, /)",
            doc: "Return True if bool(x) is True for any x in the iterable.\n\nIf the iterable is empty, return False.")
        module.function(
            "iter", .positional(minimum: 1, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                if arguments.count == 1 { return try Iteration.iter(arguments[0]) }
                if arguments[0].record.pointee.call == nil { throw raise(.typeError, "iter(v, w): v must be callable") }
                return CallableIterator.make(arguments[0], arguments[1])
            }), nil,
            doc: "iter(iterable) -> iterator\niter(callable, sentinel) -> iterator\n\nGet an iterator from an object.  In the first form, the argument must\nsupply its own iterator, or be a sequence.\nIn the second form, the callable is called until it returns the sentinel.")
        module.function(
            "next", .positional(minimum: 1, maximum: 2, next), nil,
            doc: "next(iterator[, default])\n\nReturn the next item from the iterator. If default is given and the iterator\nis exhausted, it is returned instead of raising StopIteration.")
        module.function(
            "sum", .bound(sum), "($module, iterable, /, start=0)",
            doc: "Return the sum of a 'start' value (default: 0) plus an iterable of numbers\n\nWhen the iterable is empty, return the start value.\nThis function is intended specifically for use with numeric values and may\nreject non-numeric types.")
        module.function(
            "max", .raw({ (_, arguments) throws(Raised) -> Ref in try extreme(arguments, "max", .greater) }), nil,
            doc: "max(iterable, *[, default=obj, key=func]) -> value\nmax(arg1, arg2, *args, *[, key=func]) -> value\n\nWith a single iterable argument, return its biggest item. The\ndefault keyword-only argument specifies an object to return if\nthe provided iterable is empty.\nWith two or more arguments, return the largest argument.")
        module.function(
            "min", .raw({ (_, arguments) throws(Raised) -> Ref in try extreme(arguments, "min", .less) }), nil,
            doc: "min(iterable, *[, default=obj, key=func]) -> value\nmin(arg1, arg2, *args, *[, key=func]) -> value\n\nWith a single iterable argument, return its smallest item. The\ndefault keyword-only argument specifies an object to return if\nthe provided iterable is empty.\nWith two or more arguments, return the smallest argument.")
        module.function(
            "sorted", .raw({ (_, arguments) throws(Raised) -> Ref in
                if arguments.count != 1 { throw raise(.typeError, "sorted expected 1 argument, got \(arguments.count)") }
                return arguments.keywordCount == 0 ? try Sorting.sorted(arguments[0]) : try Sorting.sorted(arguments[0], arguments.dropFirst())
            }), "($module, iterable, /, *, key=None, reverse=False)",
            doc: "Return a new list containing all items from the iterable in ascending order.\n\nA custom key function can be supplied to customize the sort order, and the\nreverse flag can be set to request the result in descending order.")
        module.function(
            "aiter", .one({ (_, iterable) throws(Raised) -> Ref in
                guard let slot = iterable.record.pointee.asyncIter else {
                    throw raise(.typeError, "'\(iterable.type.name)' object is not an async iterable")
                }
                let iterator = try slot(iterable)
                if iterator.value.record.pointee.asyncNext == nil {
                    throw raise(.typeError, "aiter() returned not an async iterator of type '\(iterator.value.type.name)'")
                }
                return iterator
            }), "($module, async_iterable, /)", doc: "Return an AsyncIterator for an AsyncIterable object.")
        module.function(
            "anext", .positional(minimum: 1, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                guard let slot = arguments[0].record.pointee.asyncNext else {
                    throw raise(.typeError, "'\(arguments[0].type.name)' object is not an async iterator")
                }
                let awaitable = try slot(arguments[0])
                return arguments.count == 1 ? awaitable : try InterpreterHooks.anextDefault(awaitable.value, arguments[1])
            }), "($module, aiterator, default=<unrepresentable>, /)",
            doc: "async anext(aiterator[, default])\n\nReturn the next item from the async iterator.  If default is given and the async\niterator is exhausted, it is returned instead of raising StopAsyncIteration.")
    }

    /// Whether an item has this truth.
    private static func find(_ iterable: Value, truth: Bool) throws(Raised) -> Bool {
        let iterator = try Iteration.iter(iterable)
        if Generators.isGenerator(iterator.value) {
            while true {
                let item = try Generators.next(iterator.value)
                if item.isNull { return false }
                if try Truth.of(item.value) == truth { return true }
            }
        }
        guard let next = iterator.value.record.pointee.next else { return false }
        while true {
            let item = try next(iterator.value)
            if item.isNull { return false }
            if try Truth.of(item.value) == truth { return true }
        }
    }

    private static let next: (Value, Arguments) throws(Raised) -> Ref = { (_, arguments) throws(Raised) -> Ref in
        if arguments.count == 1 { return try Delegation.next(arguments[0]) }
        do throws(Raised) {
            let item = try Iteration.next(arguments[0])
            if !item.isNull { return item }
        } catch {
            guard PendingException.clear(if: .stopIteration) else { throw error }
        }
        return Ref(arguments[1])
    }

    /// Sums ints and floats as long as the items are of these types, then anything.
    private static let sum: (Value, Arguments) throws(Raised) -> Ref = { (_, arguments) throws(Raised) -> Ref in
        let iterator = try Iteration.iter(arguments[0])
        guard let next = iterator.value.record.pointee.next else { throw raise(.typeError, "not an iterator") }
        var total = arguments[1].isNull ? Ref(owned: Value(smallInt: 0)) : Ref(arguments[1])
        if StrObject.isInstance(total.value) { throw raise(.typeError, "sum() can't sum strings [use ''.join(seq) instead]") }
        if total.value.type.isSubtype(of: PyBytes_TypePointer()) {
            throw raise(.typeError, "sum() can't sum bytes [use b''.join(seq) instead]")
        }
        if total.value.type.isSubtype(of: PyByteArray_TypePointer()) {
            throw raise(.typeError, "sum() can't sum bytearray [use b''.join(seq) instead]")
        }
        if total.value.isSmallInt {
            var number = total.value.smallInt
            while true {
                let item = try next(iterator.value)
                if item.isNull { return IntObject.make(number) }
                if item.value.isSmallInt || item.value.isBool {
                    let addend = item.value.isSmallInt ? item.value.smallInt : item.value.isTrue ? 1 : 0
                    let (sum, overflow) = number.addingReportingOverflow(addend)
                    if !overflow {
                        number = sum
                        continue
                    }
                }
                let left = IntObject.make(number)
                total = try Numbers.binary(.add, left.value, item.value)
                break
            }
        }
        if total.value.isImmediateFloat {
            var number = total.value.immediateFloat
            while true {
                let item = try next(iterator.value)
                if item.isNull { return .float(number) }
                if item.value.isImmediateFloat {
                    number += item.value.immediateFloat
                } else if item.value.isSmallInt || item.value.isBool {
                    number += Double(item.value.isSmallInt ? item.value.smallInt : item.value.isTrue ? 1 : 0)
                } else {
                    total = try Numbers.binary(.add, Value(float: number), item.value)
                    break
                }
            }
        }
        while true {
            let item = try next(iterator.value)
            if item.isNull { return total }
            total = try Numbers.binary(.add, total.value, item.value)
        }
    }

    /// min and max
    @inline(__always) private static func precedes(_ item: Value, _ best: Value, _ operation: Comparison) throws(Raised) -> Bool {
        if item.isSmallInt && best.isSmallInt { return operation == .less ? item.smallInt < best.smallInt : item.smallInt > best.smallInt }
        return try Compare.bool(item, best, operation)
    }
    private static func extreme(_ arguments: Arguments, _ name: StaticString, _ operation: Comparison) throws(Raised) -> Ref {
        if arguments.count == 0 { throw raise(.typeError, "\(name) expected at least 1 argument, got 0") }
        var key = Value.null
        var fallback = Value.null
        if arguments.keywordCount > 2 {
            throw raise(.typeError, "\(name)() takes at most 2 keyword arguments (\(arguments.keywordCount) given)")
        }
        for index in 0..<arguments.keywordCount {
            let keyword = arguments.keywordName(index)
            if StrObject.equals(keyword, "key") {
                key = arguments.keywordValue(index)
            } else if StrObject.equals(keyword, "default") {
                fallback = arguments.keywordValue(index)
            } else {
                throw raise(.typeError, "'\(text(keyword))' is an invalid keyword argument for \(name)()")
            }
        }
        if key.isNone { key = .null }
        if arguments.count > 1 && !fallback.isNull {
            throw raise(.typeError, "Cannot specify a default for \(name)() with multiple positional arguments")
        }
        if arguments.count > 1 && key.isNull {
            var best = arguments[0]
            for index in 1..<arguments.count where try precedes(arguments[index], best, operation) { best = arguments[index] }
            return Ref(best)
        }
        let source = arguments.count > 1 ? arguments.tuple(from: 0) : Ref(arguments[0])
        let iterator = try Iteration.iter(source.value)
        var best = try Iteration.next(iterator.value)
        if best.isNull {
            if !fallback.isNull { return Ref(fallback) }
            throw raise(.valueError, "\(name)() arg is an empty sequence")
        }
        var bestKey = key.isNull ? Ref.null : try Call.call(key, best.value)
        while true {
            let item = try Iteration.next(iterator.value)
            if item.isNull { return best }
            if key.isNull {
                if try precedes(item.value, best.value, operation) { best = item }
                continue
            }
            let itemKey = try Call.call(key, item.value)
            if try Compare.bool(itemKey.value, bestKey.value, operation) {
                best = item
                bestKey = itemKey
            }
        }
    }
}
