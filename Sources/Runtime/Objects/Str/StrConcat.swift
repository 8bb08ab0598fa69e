// Concatenation, repetition and growth of strs.

import CPythonABI
import Glibc

/// What the interpreter loop calls for `+`, `+=` and f-strings, with exact strs.
enum StrConcat {
    static func concat(_ a: Value, _ b: Value) throws(Raised) -> Ref { try StrObject.concat(a, b) }
    /// See `StrObject.appending`.
    static func appending(_ a: consuming Ref, _ b: Value) throws(Raised) -> Ref { try StrObject.appending(a, b) }
    static func joined(_ items: UnsafePointer<Value>, _ count: Int) throws(Raised) -> Ref { try StrObject.joined(items, count) }
}

extension StrObject {
    /// a + b, both strs.
    public static func concat(_ a: Value, _ b: Value) throws(Raised) -> Ref {
        let (first, second) = (length(a), length(b))
        if second == 0 { return try exact(a) }
        if first == 0 { return try exact(b) }
        let (total, overflow) = first.addingReportingOverflow(second)
        if overflow { throw raise(.overflowError, "strings are too large to concat") }
        let bound = bound(a) | bound(b)
        let result = try allocate(length: total, maximum: bound)
        let data = data(result.value)
        let kind = Kind.holding(bound)
        Characters.copy(StrSpan(a), 0, to: data, kind, at: 0, first)
        Characters.copy(StrSpan(b), 0, to: data, kind, at: first, second)
        return result
    }

    /// `left + right` for exact strs, growing `left` where it is when this reference is the only one. Repeated appending costs
    /// amortised constant time a character.
    ///
    /// For `s += t` and `s = s + t` the interpreter moves the value out of the register of `s` first, so that the reference handed
    /// over is the last one: check that both are exact strs, take the register's word (leaving null), call
    /// `appending(Ref(owned: word), t)`, and store the result. When memory runs out the variable stays unbound, as in CPython.
    public static func appending(_ left: consuming Ref, _ right: Value) throws(Raised) -> Ref {
        let value = left.value
        let (first, second) = (length(value), length(right))
        if second == 0 { return left }
        if first == 0 { return Ref(right) }
        guard isGrowable(value), value !== right, kind(value) >= kind(right), !isASCII(value) || isASCII(right) else {
            return try concat(value, right)
        }
        let width = kind(value).rawValue
        let offset = isASCII(value) ? 48 : 72
        let (total, o1) = first.addingReportingOverflow(second)
        let (bytes, o2) = total.multipliedReportingOverflow(by: width)
        if o1 || o2 || bytes > Int.max - 1024 { throw raise(.memoryError, argument: .null) }
        let kind = kind(value)
        let word = left.take()
        let grown = try resized(word, offset &+ (first &+ 1) &* width, offset &+ bytes &+ width)
        let data = data(grown)
        Characters.copy(StrSpan(right), 0, to: data, kind, at: first, second)
        store(0, data, kind, total)
        let head = head(grown)
        head.pointee.length = total
        head.pointee.hash = -1
        return Ref(owned: grown)
    }
    /// Whether nobody else can see a change of this str.
    @inline(__always) static func isGrowable(_ value: Value) -> Bool {
        let head = head(value)
        let state = head.pointee.state
        if head.pointee.ob_base.ob_refcnt != 1 || state & 3 != 0 || state & UInt32(PyUnicode_STATE_COMPACT) == 0 { return false }
        return state & UInt32(PyUnicode_STATE_ASCII) != 0 || value.cast(to: PyCompactUnicodeObject.self).pointee.utf8 == nil
    }
    /// Gives the block of an unshared compact str room for `new` bytes. Consumes the reference if it fails.
    private static func resized(_ value: Value, _ old: Int, _ new: Int) throws(Raised) -> Value {
        let block = UnsafeMutableRawPointer(value.object)
        let limit = Allocator.largestClass
        if old <= limit {
            // The class of a small block is found by size alone, so it must be right; within a class there is nothing to do.
            if new <= limit && (new &+ 15) &>> 4 == (old &+ 15) &>> 4 { return value }
            guard let moved = Allocator.allocate(new <= limit ? new : new &+ new &>> 2) else {
                value.release()
                throw raise(.memoryError, argument: .null)
            }
            copyBytes(moved, block, old)
            Allocator.free(block, old)
            return Value(moved.assumingMemoryBound(to: PyObject.self))
        }
        if new <= _pyswift_block_size(block) { return value }
        guard let moved = Allocator.resizePlain(block, new &+ new &>> 3) else {
            value.release()
            throw raise(.memoryError, argument: .null)
        }
        return Value(moved.assumingMemoryBound(to: PyObject.self))
    }

    /// value * times
    public static func repeated(_ value: Value, _ times: Int) throws(Raised) -> Ref {
        let count = length(value)
        if times <= 0 || count == 0 { return empty }
        if times == 1 { return try exact(value) }
        let (total, overflow) = count.multipliedReportingOverflow(by: times)
        if overflow { throw raise(.overflowError, "repeated string is too long") }
        let result = try allocate(length: total, maximum: bound(value))
        let data = data(result.value)
        let kind = kind(value)
        if count == 1 {
            Characters.fill(character(value, 0), data, kind, at: 0, total)
            return result
        }
        let unit = count &* kind.rawValue
        let all = total &* kind.rawValue
        copyBytes(data, self.data(value), unit)
        var done = unit
        while done < all {
            let part = min(done, all &- done)
            copyBytes(data + done, data, part)
            done &+= part
        }
        return result
    }

    /// The strs one after the other: what an f-string is made of. All items must be strs.
    public static func joined(_ items: UnsafePointer<Value>, _ count: Int) throws(Raised) -> Ref {
        if count == 1 { return try exact(items[0]) }
        return try joined(items, count, separator: StrSpan(emptyValue), bound: 0)
    }
    static func joined(_ items: UnsafePointer<Value>, _ count: Int, separator: StrSpan, bound separatorBound: UInt32) throws(Raised) -> Ref {
        if count == 0 { return empty }
        var total = 0
        var overflow = false
        var bound: UInt32 = count > 1 ? separatorBound : 0
        for index in 0..<count {
            let (sum, tooLarge) = total.addingReportingOverflow(length(items[index]))
            total = sum
            overflow = overflow || tooLarge
            bound |= self.bound(items[index])
        }
        let (separators, o1) = separator.count.multipliedReportingOverflow(by: count &- 1)
        let (all, o2) = total.addingReportingOverflow(separators)
        if overflow || o1 || o2 { throw raise(.overflowError, "join() result is too long for a Python string") }
        if all == 0 { return empty }
        let result = try allocate(length: all, maximum: bound)
        if all == 1 {
            // The result may be one of the shared one-character strs' values: made anew it would not be the same object.
            for index in 0..<count where length(items[index]) == 1 { return character(character(items[index], 0)) }
            return character(separator[0])
        }
        let data = data(result.value)
        let kind = Kind.holding(bound)
        var position = 0
        for index in 0..<count {
            if index > 0 && separator.count > 0 {
                if separator.count == 1 {
                    store(separator[0], data, kind, position)
                } else {
                    Characters.copy(separator, 0, to: data, kind, at: position, separator.count)
                }
                position &+= separator.count
            }
            let item = StrSpan(items[index])
            Characters.copy(item, 0, to: data, kind, at: position, item.count)
            position &+= item.count
        }
        return result
    }
}
