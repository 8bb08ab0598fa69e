// Text that grows: what the reprs of containers are written into.
//
// Characters are kept as wide as the widest so far needs, and copied once into a str of exactly that size at the end.

import CPythonABI
import Glibc

public struct ReprWriter: ~Copyable {
    private var data: UnsafeMutableRawPointer
    private var count = 0
    private var capacity: Int
    private var kind = StrObject.Kind.one
    private var maximum: UInt32 = 0
    private var failed = false

    public init(capacity: Int = 120) {
        self.capacity = capacity
        data = Allocator.allocatePlain(capacity) ?? ObjectMemory.outOfMemory(capacity)
    }
    deinit { Allocator.freePlain(data) }

    /// Appends an ASCII literal.
    public mutating func append(_ text: StaticString) {
        let length = text.utf8CodeUnitCount
        guard reserve(length) else { return }
        let source = text.utf8Start
        if kind == .one {
            copyBytes(data + count, source, length)
        } else {
            for index in 0..<length { StrObject.store(UInt32(source[index]), data, kind, count + index) }
        }
        count += length
    }
    /// Appends a str.
    public mutating func append(str: Value) {
        let length = StrObject.length(str)
        if length == 0 { return }
        let width = StrObject.kind(str)
        if width > kind { widen(width) }
        if !StrObject.isASCII(str) { maximum = max(maximum, width == .one ? 0xFF : width == .two ? 0xFFFF : 0x10FFFF) }
        guard reserve(length) else { return }
        if width == kind {
            copyBytes(data + count * kind.rawValue, StrObject.data(str), length * kind.rawValue)
        } else {
            for index in 0..<length { StrObject.store(StrObject.character(str, index), data, kind, count + index) }
        }
        count += length
    }
    /// Appends repr(value).
    public mutating func append(repr value: Value) throws(Raised) {
        if value.isSmallInt { return append(int: value.smallInt) }
        let held = Ref(value)
        let text = try Repr.of(held.value)
        append(str: text.value)
    }
    public mutating func append(int number: Int) {
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var position = 20
        var magnitude = number.magnitude
        repeat {
            position -= 1
            digits[position] = UInt8(48 &+ magnitude % 10)
            magnitude /= 10
        } while magnitude != 0
        guard reserve(21) else { return }
        if number < 0 {
            StrObject.store(45, data, kind, count)
            count += 1
        }
        while position < 20 {
            StrObject.store(UInt32(digits[position]), data, kind, count)
            position += 1
            count += 1
        }
    }

    private mutating func reserve(_ extra: Int) -> Bool {
        if failed { return false }
        if count + extra <= capacity { return true }
        let larger = (count + extra) + (count + extra) >> 1
        guard let moved = Allocator.resizePlain(data, larger * kind.rawValue) else {
            failed = true
            return false
        }
        data = moved
        capacity = larger
        return true
    }
    private mutating func widen(_ width: StrObject.Kind) {
        guard !failed, let wide = Allocator.allocatePlain(capacity * width.rawValue) else {
            failed = true
            return
        }
        for index in 0..<count {
            let code: UInt32 = kind == .one
                ? UInt32(data.load(fromByteOffset: index, as: UInt8.self)) : UInt32(data.load(fromByteOffset: index * 2, as: UInt16.self))
            StrObject.store(code, wide, width, index)
        }
        Allocator.freePlain(data)
        data = wide
        kind = width
    }

    /// The text as a str. The writer must not be used afterwards.
    public func finish() throws(Raised) -> Ref {
        if failed { throw raise(.memoryError, argument: .null) }
        if count == 1 {
            return StrObject.character(
                kind == .one ? UInt32(data.load(as: UInt8.self)) : kind == .two ? UInt32(data.load(as: UInt16.self)) : data.load(as: UInt32.self))
        }
        let result = try StrObject.allocate(length: count, maximum: max(maximum, 0x7F))
        copyBytes(StrObject.data(result.value), data, count * kind.rawValue)
        return result
    }
}
