// Filling lists from iterables, and slices of lists.

import CPythonABI
import Glibc

extension ListObject {
    /// Room for `extra` more items: a list that has no block yet gets one of just that length (made even), as CPython has it.
    static func prepare(_ list: Value, _ extra: Int) throws(Raised) {
        if head(list).pointee.ob_item == nil && extra > 0 && extra < Int.max / 16 { return try reserve(list, exactly: (extra + 1) & ~1) }
        try grow(list, to: count(list) + extra)
    }
    /// list.extend(iterable)
    public static func extend(_ list: Value, _ iterable: Value) throws(Raised) {
        if isExact(iterable) || TupleObject.isExact(iterable) {
            let isList = isExact(iterable)
            let extra = isList ? count(iterable) : TupleObject.count(iterable)
            if extra == 0 { return }
            let old = count(list)
            guard old < Int.max - extra else { throw raise(.memoryError, argument: .null) }
            try prepare(list, extra)
            // After growing: the list may be extended with itself.
            let source = isList ? items(iterable) : TupleObject.items(iterable)
            let target = items(list) + old
            let exposed = list.object.isExposed
            for index in 0..<extra {
                let item = source[index]
                item.retain()
                target[index] = exposed ? stored(list, item) : item
            }
            head(list).pointee.ob_base.ob_size = old + extra
            return
        }
        if RangeObject.isInstance(iterable), try RangeObject.append(iterable, to: list) { return }
        let iterator = try Iteration.iter(iterable)
        let hint = try Iteration.lengthHint(iterable, 8)
        let before = count(list)
        if hint > 0 && before < Int.max - hint { try prepare(list, hint) }
        guard let next = iterator.value.record.pointee.next else { return }
        let quick = iterator.value.record.pointee.quickNext
        while true {
            if let quick {
                let item = quick(iterator.value)
                if !item.isNull {
                    try append(list, owned: item)
                    continue
                }
            }
            let item = try next(iterator.value)
            if item.isNull { break }
            try append(list, owned: item.take())
        }
        if count(list) < head(list).pointee.allocated { shrink(list, to: count(list)) }
    }

    // MARK: Slices

    /// list[start:stop] for fitted bounds.
    public static func slice(_ list: Value, _ start: Int, _ stop: Int) throws(Raised) -> Ref {
        if stop <= start { return make() }
        return try make(items(list) + start, count: stop - start)
    }

    /// Puts `new` values (borrowed; null for a deletion) in place of items `start..<stop`, which must be fitted bounds.
    public static func replace(_ list: Value, _ start: Int, _ stop: Int, with new: UnsafePointer<Value>?, count extra: Int) throws(Raised) {
        let size = count(list)
        let stop = max(start, min(stop, size))
        let removed = stop - start
        guard size - removed < Int.max - extra else { throw raise(.memoryError, argument: .null) }
        // The items that go are put aside: their destructors may change the list.
        var aside: UnsafeMutablePointer<Value>?
        if removed > 0 {
            guard let block = malloc(removed * 8) else { throw raise(.memoryError, argument: .null) }
            aside = block.assumingMemoryBound(to: Value.self)
            copyBytes(block, items(list) + start, removed * 8)
        }
        if extra > removed {
            do throws(Raised) { try grow(list, to: size - removed + extra) } catch {
                free(aside)
                throw error
            }
        }
        if extra != removed && size > stop {
            moveBytes(items(list) + start + extra, items(list) + stop, (size - stop) * 8)
        }
        if let new, extra > 0 {
            let target = items(list) + start
            for index in 0..<extra {
                new[index].retain()
                target[index] = stored(list, new[index])
            }
        }
        if extra < removed {
            shrink(list, to: size - removed + extra)
        } else {
            head(list).pointee.ob_base.ob_size = size - removed + extra
        }
        if let aside {
            var index = removed - 1
            while index >= 0 {
                aside[index].release()
                index -= 1
            }
            free(aside)
        }
    }

    /// list[start:stop] = iterable, bounds already fitted.
    public static func assign(_ list: Value, _ start: Int, _ stop: Int, _ iterable: Value, _ message: StaticString = "can only assign an iterable") throws(Raised) {
        let source = try sequence(iterable, message, notOf: list)
        let isList = isExact(source.value)
        let extra = isList ? count(source.value) : TupleObject.count(source.value)
        // Making the sequence may have changed the list.
        let size = count(list)
        let first = max(0, min(start, size))
        try replace(
            list, first, max(first, min(stop, size)), with: isList ? UnsafePointer(items(source.value)) : UnsafePointer(TupleObject.items(source.value)),
            count: extra)
    }
    /// An exact list or tuple of the items; a new one if it is the list itself.
    static func sequence(_ iterable: Value, _ message: StaticString, notOf list: Value) throws(Raised) -> Ref {
        if TupleObject.isExact(iterable) || (isExact(iterable) && iterable !== list) { return Ref(iterable) }
        if iterable.isNull { return TupleObject.empty }
        guard iterable.record.pointee.iter != nil || Sequences.isSequence(iterable) else { throw raise(.typeError, "\(message)") }
        return try Iteration.list(iterable)
    }

    // MARK: Subscripts

    static func wrongIndex(_ key: Value) -> Raised {
        raise(.typeError, "list indices must be integers or slices, not \(key.type.name)")
    }

    /// list[key]
    static func `subscript`(_ list: Value, _ key: Value) throws(Raised) -> Ref {
        if !SliceObject.isInstance(key) {
            guard Index.isIndex(key) else { throw wrongIndex(key) }
            var index = try Index.of(key)
            let size = count(list)
            if index < 0 { index &+= size }
            guard index >= 0 && index < size else { throw raise(.indexError, "list index out of range") }
            return Ref(item(list, index))
        }
        var bounds = try SliceObject.unpack(key)
        let selected = bounds.adjust(count(list))
        if bounds.step == 1 { return try slice(list, bounds.start, bounds.start + selected) }
        let result = try make(capacity: selected)
        if selected == 0 { return result }
        let (source, target) = (items(list), items(result.value))
        var position = bounds.start
        for index in 0..<selected {
            source[position].retain()
            target[index] = source[position]
            position &+= bounds.step
        }
        head(result.value).pointee.ob_base.ob_size = selected
        return result
    }

    /// list[key] = value; a null value deletes.
    static func store(_ list: Value, _ key: Value, _ value: Value) throws(Raised) {
        if !SliceObject.isInstance(key) {
            guard Index.isIndex(key) else { throw wrongIndex(key) }
            var index = try Index.of(key)
            let size = count(list)
            if index < 0 { index &+= size }
            guard index >= 0 && index < size else { throw raise(.indexError, "list assignment index out of range") }
            if value.isNull { return try replace(list, index, index + 1, with: nil, count: 0) }
            return set(list, index, value)
        }
        var bounds = try SliceObject.unpack(key)
        let selected = bounds.adjust(count(list))
        if bounds.step == 1 { return try assign(list, bounds.start, max(bounds.start, bounds.stop), value) }
        if value.isNull { return deleteExtended(list, bounds, selected) }
        let source = try sequence(value, "must assign iterable to extended slice", notOf: list)
        let isList = isExact(source.value)
        let extra = isList ? count(source.value) : TupleObject.count(source.value)
        if extra != selected {
            throw raise(.valueError, "attempt to assign sequence of size \(extra) to extended slice of size \(selected)")
        }
        if selected == 0 { return }
        let new = isList ? items(source.value) : TupleObject.items(source.value)
        // Swap first, release later: a destructor may change the list.
        guard let block = malloc(selected * 8) else { throw raise(.memoryError, argument: .null) }
        let old = block.assumingMemoryBound(to: Value.self)
        let target = items(list)
        var position = bounds.start
        for index in 0..<selected where position >= 0 && position < count(list) {
            old[index] = target[position]
            new[index].retain()
            target[position] = stored(list, new[index])
            position &+= bounds.step
        }
        for index in 0..<selected { old[index].release() }
        free(block)
    }

    /// Deletes the `selected` items of a slice with a step.
    private static func deleteExtended(_ list: Value, _ bounds: SliceBounds, _ selected: Int) {
        if selected == 0 { return }
        var (start, step) = (bounds.start, bounds.step)
        if step < 0 {
            start &+= step &* (selected - 1)
            step = 0 &- step
        }
        guard let block = malloc(selected * 8) else { return }
        let old = block.assumingMemoryBound(to: Value.self)
        let items = items(list)
        let size = count(list)
        var (write, taken) = (start, 0)
        for read in start..<size {
            if taken < selected && read == start &+ taken &* step {
                old[taken] = items[read]
                taken += 1
            } else {
                items[write] = items[read]
                write += 1
            }
        }
        shrink(list, to: write)
        for index in 0..<taken { old[index].release() }
        free(block)
    }

    // MARK: + and *

    static func concatenate(_ a: Value, _ b: Value) throws(Raised) -> Ref {
        guard isInstance(b) else { throw raise(.typeError, "can only concatenate list (not \"\(b.type.name)\") to list") }
        let (first, second) = (count(a), count(b))
        let result = try make(capacity: first + second)
        if first + second == 0 { return result }
        let target = items(result.value)
        let (left, right) = (items(a), items(b))
        for index in 0..<first {
            left[index].retain()
            target[index] = left[index]
        }
        for index in 0..<second {
            right[index].retain()
            target[first + index] = right[index]
        }
        head(result.value).pointee.ob_base.ob_size = first + second
        return result
    }

    static func repeated(_ list: Value, _ times: Int) throws(Raised) -> Ref {
        let size = count(list)
        if times <= 0 || size == 0 { return make() }
        let (total, overflow) = size.multipliedReportingOverflow(by: times)
        if overflow || total > Int.max / 16 { throw raise(.memoryError, argument: .null) }
        let result = try make(capacity: total)
        fill(items(result.value), items(list), size, times)
        head(result.value).pointee.ob_base.ob_size = total
        return result
    }
    /// Writes `times` copies of `size` items to `target`, with a reference each.
    static func fill(_ target: UnsafeMutablePointer<Value>, _ source: UnsafePointer<Value>, _ size: Int, _ times: Int) {
        for index in 0..<size where source[index].isObject { source[index].object.pointee.ob_refcnt &+= times }
        if size == 1 {
            target.update(repeating: source[0], count: times)
            return
        }
        let total = size &* times
        moveBytes(target, source, size &* 8)
        var done = size
        while done < total {
            let step = min(done, total &- done)
            copyBytes(target + done, target, step &* 8)
            done &+= step
        }
    }
    static func repeatInPlace(_ list: Value, _ times: Int) throws(Raised) {
        let size = count(list)
        if size == 0 || times == 1 { return }
        if times <= 0 { return clear(list) }
        let (total, overflow) = size.multipliedReportingOverflow(by: times)
        if overflow || total > Int.max / 16 { throw raise(.memoryError, argument: .null) }
        try grow(list, to: total)
        // The first copy is there already, with its references.
        fill(items(list) + size, items(list), size, times - 1)
        head(list).pointee.ob_base.ob_size = total
    }
}
