// Search in text: for str of each width, and for bytes.
//
// One character is looked for with the C library's vectorised functions, a longer needle in bytes with `memmem`. In wide text a scan for
// the first character serves until it has failed too often; then the two-way algorithm (Crochemore and Perrin, "Two-way
// string-matching", 1991) takes over, so that no input takes more than linear time.

import CPythonABI
import Glibc

enum TextSearch {
    // MARK: One character

    @inline(__always) static func first<C: FixedWidthInteger & UnsignedInteger>(_ text: UnsafePointer<C>, _ count: Int, _ character: C) -> Int {
        if count <= 0 { return -1 }
        switch MemoryLayout<C>.size {
        case 1:
            guard let found = memchr(text, Int32(truncatingIfNeeded: character), count) else { return -1 }
            return found - UnsafeMutableRawPointer(mutating: text)
        case 4:
            return _pyswift_find_wide(text, count, UInt32(truncatingIfNeeded: character))
        default:
            var index = 0
            while index < count {
                if text[index] == character { return index }
                index &+= 1
            }
            return -1
        }
    }
    @inline(__always) static func last<C: FixedWidthInteger & UnsignedInteger>(_ text: UnsafePointer<C>, _ count: Int, _ character: C) -> Int {
        var index = count &- 1
        while index >= 0 {
            if text[index] == character { return index }
            index &-= 1
        }
        return -1
    }
    @inline(__always) static func countCharacter<C: FixedWidthInteger & UnsignedInteger>(_ text: UnsafePointer<C>, _ count: Int, _ character: C) -> Int {
        if MemoryLayout<C>.size == 1 {
            return Int(_pyswift_count_byte(UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), max(count, 0), UInt8(truncatingIfNeeded: character)))
        }
        var total = 0
        for index in 0..<max(count, 0) { total &+= text[index] == character ? 1 : 0 }
        return total
    }

    // MARK: A needle

    /// The first place of a needle, or -1. An empty one is found at 0.
    @inline(__always) static func find<C: FixedWidthInteger & UnsignedInteger>(
        _ text: UnsafePointer<C>, _ count: Int, _ needle: UnsafePointer<C>, _ length: Int
    ) -> Int {
        if length == 0 { return count >= 0 ? 0 : -1 }
        if length > count { return -1 }
        if length == 1 { return first(text, count, needle[0]) }
        if MemoryLayout<C>.size == 1 {
            let (bytes, wanted) = (UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), UnsafeRawPointer(needle).assumingMemoryBound(to: UInt8.self))
            guard let found = _pyswift_find_bytes(bytes, count, wanted, length) else { return -1 }
            return UnsafeRawPointer(found) - UnsafeRawPointer(text)
        }
        return findWide(text, count, needle, length)
    }
    @_specialize(where C == UInt16)
    @_specialize(where C == UInt32)
    static func findWide<C: FixedWidthInteger & UnsignedInteger>(
        _ text: UnsafePointer<C>, _ count: Int, _ needle: UnsafePointer<C>, _ length: Int
    ) -> Int {
        let end = count &- length &+ 1
        var position = 0
        var failures = 0
        let size = MemoryLayout<C>.size
        while true {
            let next = first(text + position, end &- position, needle[0])
            if next < 0 { return -1 }
            position &+= next
            if memcmp(text + position, needle, length &* size) == 0 { return position }
            position &+= 1
            failures &+= 1
            if failures > 16 && failures > position &>> 4 {
                let found = twoWay(text + position, count &- position, needle, length)
                return found < 0 ? -1 : position &+ found
            }
        }
    }
    /// The last place of a needle, or -1. An empty one is found at the end.
    @inline(__always) static func findLast<C: FixedWidthInteger & UnsignedInteger>(
        _ text: UnsafePointer<C>, _ count: Int, _ needle: UnsafePointer<C>, _ length: Int
    ) -> Int {
        if length == 0 { return count }
        if length > count { return -1 }
        if length == 1 { return last(text, count, needle[0]) }
        let size = MemoryLayout<C>.size
        let final = needle[length &- 1]
        var index = count &- length
        while index >= 0 {
            if text[index] == needle[0] && text[index &+ length &- 1] == final && memcmp(text + index, needle, length &* size) == 0 { return index }
            index &-= 1
        }
        return -1
    }
    /// How often a needle occurs without overlap, up to `limit`.
    @inline(__always) static func occurrences<C: FixedWidthInteger & UnsignedInteger>(
        _ text: UnsafePointer<C>, _ count: Int, _ needle: UnsafePointer<C>, _ length: Int, limit: Int = Int.max
    ) -> Int {
        if count < 0 { return 0 }
        if length == 0 { return count < limit ? count &+ 1 : limit }
        if length == 1 { return min(countCharacter(text, count, needle[0]), limit) }
        var total = 0
        var position = 0
        while total < limit {
            let found = find(text + position, count &- position, needle, length)
            if found < 0 { break }
            total &+= 1
            position &+= found &+ length
        }
        return total
    }

    // MARK: Two-way

    @_specialize(where C == UInt16)
    @_specialize(where C == UInt32)
    static func twoWay<C: FixedWidthInteger & UnsignedInteger>(
        _ text: UnsafePointer<C>, _ count: Int, _ needle: UnsafePointer<C>, _ length: Int
    ) -> Int {
        let (a, periodA) = maximalSuffix(needle, length, reversed: false)
        let (b, periodB) = maximalSuffix(needle, length, reversed: true)
        let cut = max(a, b)
        var period = a > b ? periodA : periodB
        let last = count &- length
        var position = 0
        if cut &+ 1 &+ period <= length && memcmp(needle, needle + period, (cut &+ 1) &* MemoryLayout<C>.size) == 0 {
            // The needle is periodic: what matched before the shift need not be compared again.
            var known = -1
            while position <= last {
                var index = max(cut, known) &+ 1
                while index < length && needle[index] == text[position &+ index] { index &+= 1 }
                if index < length {
                    position &+= index &- cut
                    known = -1
                    continue
                }
                index = cut
                while index > known && needle[index] == text[position &+ index] { index &-= 1 }
                if index <= known { return position }
                position &+= period
                known = length &- period &- 1
            }
            return -1
        }
        period = max(cut &+ 1, length &- cut &- 1) &+ 1
        while position <= last {
            var index = cut &+ 1
            while index < length && needle[index] == text[position &+ index] { index &+= 1 }
            if index < length {
                position &+= index &- cut
                continue
            }
            index = cut
            while index >= 0 && needle[index] == text[position &+ index] { index &-= 1 }
            if index < 0 { return position }
            position &+= period
        }
        return -1
    }
    /// Where the largest suffix under an order of the alphabet begins (less one), and its period.
    @inline(__always) private static func maximalSuffix<C: FixedWidthInteger & UnsignedInteger>(
        _ needle: UnsafePointer<C>, _ length: Int, reversed: Bool
    ) -> (Int, Int) {
        var suffix = -1
        var candidate = 0
        var offset = 1
        var period = 1
        while candidate &+ offset < length {
            let a = needle[candidate &+ offset]
            let b = needle[suffix &+ offset]
            if a == b {
                if offset == period {
                    candidate &+= period
                    offset = 1
                } else {
                    offset &+= 1
                }
            } else if (a < b) != reversed {
                candidate &+= offset
                offset = 1
                period = candidate &- suffix
            } else {
                suffix = candidate
                candidate = suffix &+ 1
                offset = 1
                period = 1
            }
        }
        return (suffix, period)
    }
}

/// A needle in the width of the text it is looked for in.
struct Needle: ~Copyable {
    let data: UnsafeMutableRawPointer
    let count: Int
    /// False if the needle has characters that the text cannot have (or memory is exhausted, which counts as not found).
    let isPossible: Bool
    private let owned: UnsafeMutableRawPointer?

    init(_ needle: StrSpan, in kind: StrObject.Kind) {
        count = needle.count
        let widened = needle.kind < kind ? malloc(max(needle.count, 1) * kind.rawValue) : nil
        owned = widened
        data = widened ?? needle.data
        isPossible = needle.kind == kind || widened != nil
        if let widened { Characters.copy(needle, 0, to: widened, kind, at: 0, needle.count) }
    }
    deinit { free(owned) }

    @inline(__always) var bytes: UnsafePointer<UInt8> { UnsafePointer(data.assumingMemoryBound(to: UInt8.self)) }
    @inline(__always) var words: UnsafePointer<UInt16> { UnsafePointer(data.assumingMemoryBound(to: UInt16.self)) }
    @inline(__always) var longs: UnsafePointer<UInt32> { UnsafePointer(data.assumingMemoryBound(to: UInt32.self)) }

    /// The place of the needle in a text of its width, or -1.
    func find(in text: StrSpan) -> Int {
        if !isPossible { return -1 }
        switch text.kind {
        case .one: return TextSearch.find(text.bytes, text.count, bytes, count)
        case .two: return TextSearch.find(text.words, text.count, words, count)
        case .four: return TextSearch.find(text.longs, text.count, longs, count)
        }
    }
    func findLast(in text: StrSpan) -> Int {
        if !isPossible { return -1 }
        switch text.kind {
        case .one: return TextSearch.findLast(text.bytes, text.count, bytes, count)
        case .two: return TextSearch.findLast(text.words, text.count, words, count)
        case .four: return TextSearch.findLast(text.longs, text.count, longs, count)
        }
    }
    func occurrences(in text: StrSpan, limit: Int = Int.max) -> Int {
        if !isPossible { return 0 }
        switch text.kind {
        case .one: return TextSearch.occurrences(text.bytes, text.count, bytes, count, limit: limit)
        case .two: return TextSearch.occurrences(text.words, text.count, words, count, limit: limit)
        case .four: return TextSearch.occurrences(text.longs, text.count, longs, count, limit: limit)
        }
    }
}

extension StrSpan {
    /// The place of one character, or -1.
    func first(_ code: UInt32) -> Int {
        switch kind {
        case .one: return code > 0xFF ? -1 : TextSearch.first(bytes, count, UInt8(code))
        case .two: return code > 0xFFFF ? -1 : TextSearch.first(words, count, UInt16(code))
        case .four: return TextSearch.first(longs, count, code)
        }
    }
    func find(_ needle: StrSpan) -> Int {
        if needle.count > count { return -1 }
        if needle.count == 1 { return first(needle[0]) }
        let needle = Needle(needle, in: kind)
        return needle.find(in: self)
    }
    func findLast(_ needle: StrSpan) -> Int {
        if needle.count > count { return -1 }
        let needle = Needle(needle, in: kind)
        return needle.findLast(in: self)
    }
    func occurrences(_ needle: StrSpan) -> Int {
        if needle.count > count { return 0 }
        let needle = Needle(needle, in: kind)
        return needle.occurrences(in: self)
    }
    /// Whether another text stands at this position.
    func has(_ other: StrSpan, at position: Int) -> Bool {
        if position < 0 || other.count > count &- position { return false }
        if kind == other.kind { return memcmp(data + position &* kind.rawValue, other.data, other.count &* kind.rawValue) == 0 }
        for index in 0..<other.count where self[position &+ index] != other[index] { return false }
        return true
    }
}
