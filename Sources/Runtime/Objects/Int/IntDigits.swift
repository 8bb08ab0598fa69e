// Access to the digits of ints in any form, and results built straight into new int objects.
//
// `IntObject.withDigits` lends digits and *size* (the count of digits, negative for a negative number, as `ob_size`), which is what
// the functions of `Digits` take. The digits of an immediate lie in a word on the stack: two digits side by side.

import CPythonABI
import Numerics

extension IntObject {
    /// The number of an immediate int or of a bool; meaningless for objects.
    @inline(__always) static func immediate(_ value: Value) -> Int { value.isSmallInt ? value.smallInt : Int(value.bits & 1) }

    /// The digits of a magnitude below 2^60 as they lie in memory.
    @inline(__always) private static func packed(_ magnitude: UInt) -> UInt64 {
        UInt64(magnitude & 0x3FFF_FFFF) | UInt64(magnitude &>> 30) &<< 32
    }
    @inline(__always) private static func immediateSize(_ number: Int) -> Int {
        let magnitude = number.magnitude
        let count = magnitude &>> 30 != 0 ? 2 : magnitude != 0 ? 1 : 0
        return number < 0 ? 0 &- count : count
    }

    /// Lends the digits and the size of an int in any form.
    @inline(__always) public static func withDigits<R: ~Copyable>(
        _ value: Value, _ body: (UnsafePointer<UInt32>, Int) throws(Raised) -> R
    ) throws(Raised) -> R {
        if value.isObject { return try body(UnsafePointer(digits(value)), head(value).pointee.ob_base.ob_size) }
        let number = immediate(value)
        var room = packed(number.magnitude)
        return try withUnsafeMutablePointer(to: &room) { (pointer) throws(Raised) -> R in
            try body(UnsafeRawPointer(pointer).assumingMemoryBound(to: UInt32.self), immediateSize(number))
        }
    }
    /// Lends the digits and sizes of two ints.
    @inline(__always) public static func withDigits<R: ~Copyable>(
        _ a: Value, _ b: Value, _ body: (UnsafePointer<UInt32>, Int, UnsafePointer<UInt32>, Int) throws(Raised) -> R
    ) throws(Raised) -> R {
        try withDigits(a) { (x, xSize) throws(Raised) -> R in
            try withDigits(b) { (y, ySize) throws(Raised) -> R in try body(x, xSize, y, ySize) }
        }
    }

    /// A new int: `body` writes up to `room` digits and returns the size.
    @inline(__always) public static func build(
        room: Int, _ body: (UnsafeMutablePointer<UInt32>) throws(Digits.Interruption) -> Int
    ) throws(Raised) -> Ref {
        let room = max(room, 1)
        let int = try allocate(digits: room)
        let size: Int
        do throws(Digits.Interruption) { size = try body(digits(int.value)) } catch { throw IntErrors.interrupted(error) }
        return normalized(int, allocated: room, count: abs(size), negative: size < 0)
    }

    /// The number if it fits a machine word.
    public static func word(_ value: Value) -> Int? {
        if !value.isObject { return immediate(value) }
        return Digits.int64(digits(value), size: head(value).pointee.ob_base.ob_size).map { Int($0) }
    }
    /// The magnitude's low 64 bits in two's complement: what C's masking conversions give.
    public static func truncatedWord(_ value: Value) -> UInt64 {
        if !value.isObject { return UInt64(bitPattern: Int64(immediate(value))) }
        let size = head(value).pointee.ob_base.ob_size
        let word = Digits.truncatedWord(digits(value), abs(size))
        return size < 0 ? 0 &- word : word
    }
    /// The number as an unsigned word, if it fits.
    public static func unsignedWord(_ value: Value) -> UInt64? {
        if !value.isObject {
            let number = immediate(value)
            return number < 0 ? nil : UInt64(number)
        }
        let size = head(value).pointee.ob_base.ob_size
        return size < 0 ? nil : Digits.word(digits(value), size)
    }
    /// -1, 0 or 1.
    @inline(__always) public static func sign(_ value: Value) -> Int {
        if value.isObject { return head(value).pointee.ob_base.ob_size.signum() }
        return immediate(value).signum()
    }
    @inline(__always) public static func isOdd(_ value: Value) -> Bool {
        if value.isObject { return head(value).pointee.ob_base.ob_size != 0 && digits(value)[0] & 1 != 0 }
        return immediate(value) & 1 != 0
    }
    /// The nearest float; nil if the number is too large for one.
    public static func double(_ value: Value) -> Double? {
        if !value.isObject { return Double(immediate(value)) }
        return Digits.double(digits(value), size: head(value).pointee.ob_base.ob_size)
    }
    /// The nearest float; OverflowError if there is none.
    public static func float(_ value: Value) throws(Raised) -> Double {
        guard let number = double(value) else { throw raise(.overflowError, "int too large to convert to float") }
        return number
    }

    /// The number as an exact int: what `int()` makes of a bool, a boxed int or an instance of a subclass.
    public static func exact(_ value: Value) -> Ref {
        if value.isSmallInt { return Ref(owned: value) }
        if value.isBool { return Ref(owned: Value(smallInt: Int(value.bits & 1))) }
        if value.object.pointee.ob_type == PyLong_TypePointer() {
            let plain = unbox(value.object)
            return plain.isObject ? Ref(plain) : Ref(owned: plain)
        }
        if let word = word(value) { return make(word) }
        let count = abs(head(value).pointee.ob_base.ob_size)
        let room = Allocator.allocate(24 + count * 4) ?? ObjectMemory.outOfMemory(count)
        let copy = room.assumingMemoryBound(to: PyLongObject.self)
        copy.pointee.ob_base.ob_base.ob_refcnt = 1
        copy.pointee.ob_base.ob_base.ob_type = PyLong_TypePointer()
        copy.pointee.ob_base.ob_size = head(value).pointee.ob_base.ob_size
        let result = Value(pointer: copy)
        digits(result).update(from: digits(value), count: count)
        return Ref(owned: result)
    }
    /// A new instance of a subclass of int with the number of an int.
    static func makeInstance(_ type: TypePointer, _ number: Value) throws(Raised) -> Ref {
        try withDigits(number) { (source, size) throws(Raised) -> Ref in
            let count = abs(size)
            let instance = try Instances.allocate(type, items: max(count, 1))
            digits(instance.value).update(from: source, count: count)
            head(instance.value).pointee.ob_base.ob_size = size
            return instance
        }
    }
    /// The integral part of a finite float, as an int.
    public static func make(truncating number: Double) throws(Raised) -> Ref {
        if number.magnitude < 0x1p48 { return Ref(owned: Value(smallInt: Int(number))) }
        if number.isNaN { throw raise(.valueError, "cannot convert float NaN to integer") }
        if number.isInfinite { throw raise(.overflowError, "cannot convert float infinity to integer") }
        return try build(room: Digits.roomForDouble) { (room) throws(Digits.Interruption) -> Int in Digits.set(room, truncating: number) }
    }
}

public enum IntErrors {
    /// The error for an operation that was given up.
    public static func interrupted(_ reason: Digits.Interruption) -> Raised {
        switch reason {
        case .outOfMemory: return raise(.memoryError, argument: .null)
        case .stopped: return PendingException.isSet ? Raised() : raise(.keyboardInterrupt, argument: .null)
        }
    }
}
