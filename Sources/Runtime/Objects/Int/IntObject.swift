// Ints: storage and conversion.
//
// An int of up to 49 bits is an immediate. Beyond that it is an object of CPython's layout: digits of 30 bits, least significant
// first, the sign in `ob_size`. An object may also hold a small number (C made it, or it is of a subclass): such a *boxed* int is
// legal everywhere, so whoever looks at an int asks `IntView`, not the tag, unless on a fast path.

import CPythonABI
import Glibc
import Numerics

public enum IntObject {
    @inlinable @inline(__always) static func head(_ value: Value) -> UnsafeMutablePointer<PyLongObject> { value.cast(to: PyLongObject.self) }
    @inlinable @inline(__always) static func digits(_ value: Value) -> UnsafeMutablePointer<UInt32> {
        (UnsafeMutableRawPointer(head(value)) + 24).assumingMemoryBound(to: UInt32.self)
    }
    /// int and its subclasses, bool included.
    @inlinable public static func isInstance(_ value: Value) -> Bool {
        value.isSmallInt || value.isBool || (value.isObject && value.object.pointee.ob_type.pointee.tp_flags & UInt(1 << 24) != 0)
    }
    @inlinable public static func isExact(_ value: Value) -> Bool {
        value.isSmallInt || (value.isObject && value.object.pointee.ob_type == PyLong_TypePointer())
    }

    /// An int of any 64-bit number.
    @inlinable public static func make(_ number: Int) -> Ref {
        if number >= Value.minSmallInt && number <= Value.maxSmallInt { return Ref(owned: Value(smallInt: number)) }
        return Ref(owned: Value(makeObject(number)))
    }
    public static func make(unsigned number: UInt) -> Ref {
        if number <= UInt(Value.maxSmallInt) { return Ref(owned: Value(smallInt: Int(number))) }
        return Ref(owned: Value(makeObject(magnitude: number, negative: false)))
    }

    /// A new object of the number, whatever its size.
    @usableFromInline static func makeObject(_ number: Int) -> ObjectPointer {
        let magnitude = number.magnitude
        if magnitude >> 60 != 0 { return makeObject(magnitude: magnitude, negative: number < 0) }
        // Two digits lie in the block that one would have.
        let head = ObjectMemory.new(PyLong_TypePointer(), as: PyLongObject.self, size: 32)
        let count = magnitude >> 30 != 0 ? 2 : magnitude != 0 ? 1 : 0
        head.pointee.ob_base.ob_size = number < 0 ? -count : count
        let digits = digits(Value(pointer: head))
        digits[0] = UInt32(truncatingIfNeeded: magnitude & 0x3FFF_FFFF)
        digits[1] = UInt32(truncatingIfNeeded: magnitude >> 30)
        return UnsafeMutableRawPointer(head).assumingMemoryBound(to: PyObject.self)
    }
    /// The number of an int object of at most two digits.
    @inlinable @inline(__always) public static func small(_ object: ObjectPointer, _ number: inout Int) -> Bool {
        let head = UnsafeMutableRawPointer(object).assumingMemoryBound(to: PyLongObject.self)
        let size = head.pointee.ob_base.ob_size
        guard size &+ 2 >= 0 && size &+ 2 <= 4 else { return false }
        let digits = (UnsafeMutableRawPointer(object) + 24).assumingMemoryBound(to: UInt32.self)
        switch size {
        case 1: number = Int(digits[0])
        case 0: number = 0
        case -1: number = -Int(digits[0])
        case 2: number = Int(digits[1]) &<< 30 | Int(digits[0])
        default: number = -(Int(digits[1]) &<< 30 | Int(digits[0]))
        }
        return true
    }
    static func makeObject(magnitude: UInt, negative: Bool) -> ObjectPointer {
        let count = magnitude >> 60 != 0 ? 3 : magnitude >> 30 != 0 ? 2 : magnitude != 0 ? 1 : 0
        let head = ObjectMemory.new(PyLong_TypePointer(), as: PyLongObject.self, size: 24 + max(count, 1) * 4)
        head.pointee.ob_base.ob_size = negative ? -count : count
        let digits = digits(Value(pointer: head))
        digits[0] = UInt32(magnitude & 0x3FFF_FFFF)
        if count > 1 { digits[1] = UInt32(magnitude >> 30 & 0x3FFF_FFFF) }
        if count > 2 { digits[2] = UInt32(magnitude >> 60) }
        return UnsafeMutableRawPointer(head).assumingMemoryBound(to: PyObject.self)
    }

    /// A new reference to an object of a small number, from the cache of -5...256 where possible.
    @inline(__always) public static func box(_ number: Int) -> ObjectPointer {
        if number >= -5 && number <= 256 {
            let object = _PySwift_small_int(number).unsafelyUnwrapped
            object.pointee.ob_refcnt &+= 1
            return object
        }
        // One digit, in a block that is free.
        if number > -1 << 30 && number < 1 << 30, let block = Allocator.take(class: 2) {
            let head = block.assumingMemoryBound(to: PyLongObject.self)
            head.pointee.ob_base.ob_base.ob_refcnt = 1
            head.pointee.ob_base.ob_base.ob_type = PyLong_TypePointer()
            head.pointee.ob_base.ob_size = number >> 62 | 1
            (block + 24).assumingMemoryBound(to: UInt32.self).pointee = UInt32(truncatingIfNeeded: number.magnitude)
            return block.assumingMemoryBound(to: PyObject.self)
        }
        return makeObject(number)
    }
    /// The value of an exact int object: an immediate if it fits.
    @usableFromInline static func unbox(_ object: ObjectPointer) -> Value {
        let value = Value(object)
        let size = head(value).pointee.ob_base.ob_size
        let digits = digits(value)
        switch size {
        case 0: return Value(smallInt: 0)
        case 1: return Value(smallInt: Int(digits[0]))
        case -1: return Value(smallInt: -Int(digits[0]))
        case 2, -2:
            let magnitude = Int(digits[1]) << 30 | Int(digits[0])
            let number = size < 0 ? -magnitude : magnitude
            if number >= Value.minSmallInt && number <= Value.maxSmallInt { return Value(smallInt: number) }
            return value
        default: return value
        }
    }

    /// Room for an int of `count` digits, contents undefined. Ends with `normalized`.
    public static func allocate(digits count: Int) throws(Raised) -> Ref {
        guard count < Int.max / 8, let block = Allocator.allocate(24 + max(count, 1) * 4) else { throw raise(.memoryError, argument: .null) }
        let head = block.assumingMemoryBound(to: PyLongObject.self)
        head.pointee.ob_base.ob_base.ob_refcnt = 1
        head.pointee.ob_base.ob_base.ob_type = PyLong_TypePointer()
        head.pointee.ob_base.ob_size = count
        return Ref(owned: Value(pointer: head))
    }
    /// Blocks of the same class are freed in the same way. A large block that is a little too long may stay so.
    @inline(__always) private static func blockClass(_ count: Int) -> Int {
        let size = 24 &+ max(count, 1) &* 4
        return size <= Allocator.largestClass ? (size &+ 15) &>> 4 : 1 << 32 &+ (Int.bitWidth &- size.leadingZeroBitCount)
    }
    /// Gives a new int object its sign and final count of digits (leading zeros not counted); small numbers become immediates.
    /// The block keeps the size it was allocated with (`allocated` digits), so a shrunken one is moved.
    static func normalized(_ int: consuming Ref, allocated: Int, count: Int, negative: Bool) -> Ref {
        let value = int.value
        var count = count
        let digits = digits(value)
        while count > 0 && digits[count - 1] == 0 { count -= 1 }
        head(value).pointee.ob_base.ob_size = negative ? -count : count
        let small = unbox(value.object)
        if !small.isObject {
            head(value).pointee.ob_base.ob_size = allocated
            return Ref(owned: small)
        }
        if count != allocated && blockClass(count) != blockClass(allocated) {
            // Freeing goes by the count of digits: the block must be one for that count.
            let exact = Allocator.allocate(24 + count * 4) ?? ObjectMemory.outOfMemory(count)
            copyBytes(exact, head(value), 24 + count * 4)
            head(value).pointee.ob_base.ob_size = allocated
            return Ref(owned: Value(pointer: exact.assumingMemoryBound(to: PyLongObject.self)))
        }
        return int
    }
    /// An int of a magnitude in 30-bit digits, least significant first.
    public static func make(digits source: UnsafeBufferPointer<UInt32>, negative: Bool) throws(Raised) -> Ref {
        let int = try allocate(digits: source.count)
        if let base = source.baseAddress { copyBytes(digits(int.value), base, source.count * 4) }
        return normalized(int, allocated: source.count, count: source.count, negative: negative)
    }

    public static func make(digits source: [UInt32], negative: Bool) throws(Raised) -> Ref {
        let int = try allocate(digits: source.count)
        for (index, digit) in source.enumerated() { digits(int.value)[index] = digit }
        return normalized(int, allocated: source.count, count: source.count, negative: negative)
    }

    /// hash of an immediate: the number modulo 2^61 - 1, with -1 reserved for errors.
    @inlinable @inline(__always) public static func hash(small number: Int) -> Int { number == -1 ? -2 : number }

    /// Frees the memory of an exact int object.
    @inline(__always) static func free(_ object: ObjectPointer) {
        let size = head(Value(object)).pointee.ob_base.ob_size
        // One or two digits lie in blocks of the same class.
        if size &+ 2 >= 0 && size &+ 2 <= 4 { return ObjectMemory.free(object, size: 32) }
        return freeLarge(object)
    }
    @inline(never) private static func freeLarge(_ object: ObjectPointer) {
        let count = abs(head(Value(object)).pointee.ob_base.ob_size)
        ObjectMemory.free(object, size: 24 + max(count, 1) * 4)
    }
    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        if object.pointee.ob_type == PyLong_TypePointer() {
            free(object)
        } else {
            freeInstance(object)
        }
    }
}

/// An int seen as sign and digits, whatever its form. Valid while the int is alive and the view in place.
public struct IntView {
    /// Storage for the digits of an immediate.
    @usableFromInline var room: (UInt32, UInt32)
    @usableFromInline var external: UnsafeMutablePointer<UInt32>?
    public let count: Int
    public let isNegative: Bool

    /// `value` must be an int (or bool).
    public init(_ value: Value) {
        if value.isObject {
            let size = IntObject.head(value).pointee.ob_base.ob_size
            room = (0, 0)
            external = IntObject.digits(value)
            count = abs(size)
            isNegative = size < 0
            return
        }
        let number = value.isBool ? (value.isTrue ? 1 : 0) : value.smallInt
        let magnitude = number.magnitude
        room = (UInt32(magnitude & 0x3FFF_FFFF), UInt32(magnitude >> 30))
        external = nil
        count = room.1 != 0 ? 2 : room.0 != 0 ? 1 : 0
        isNegative = number < 0
    }
    /// The number if it fits 64 bits.
    /// The number as an unsigned word; nil if it is negative or does not fit.
    public var unsigned: UInt? {
        if isNegative || count > 3 { return nil }
        var magnitude: UInt = 0
        var index = count - 1
        while index >= 0 {
            if magnitude >> 34 != 0 { return nil }
            magnitude = magnitude << 30 | UInt(external.map { $0[index] } ?? (index == 0 ? room.0 : room.1))
            index -= 1
        }
        return magnitude
    }
    public var int: Int? {
        if external == nil {
            let magnitude = Int(room.1) << 30 | Int(room.0)
            return isNegative ? -magnitude : magnitude
        }
        if count > 3 { return nil }
        var magnitude: UInt = 0
        var index = count - 1
        while index >= 0 {
            if magnitude >> 34 != 0 { return nil }
            magnitude = magnitude << 30 | UInt(external.unsafelyUnwrapped[index])
            index -= 1
        }
        if isNegative { return magnitude <= 1 << 63 ? Int(truncatingIfNeeded: 0 &- magnitude) : nil }
        return magnitude < 1 << 63 ? Int(magnitude) : nil
    }
    public mutating func withDigits<R>(_ body: (UnsafePointer<UInt32>, Int) throws(Raised) -> R) throws(Raised) -> R {
        if let external { return try body(external, count) }
        let count = count
        return try withUnsafePointer(to: &room) { (pointer) throws(Raised) -> R in
            try body(UnsafeRawPointer(pointer).assumingMemoryBound(to: UInt32.self), count)
        }
    }
}
