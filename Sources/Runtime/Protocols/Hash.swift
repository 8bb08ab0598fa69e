// hash()

import CPythonABI
import Numerics

public enum Hash {
    /// hash(value)
    @inlinable public static func of(_ value: Value) throws(Raised) -> Int {
        if value.isSmallInt { return IntObject.hash(small: value.smallInt) }
        if StrObject.isExact(value) { return StrObject.hash(value) }
        return try slow(value)
    }
    @usableFromInline static func slow(_ value: Value) throws(Raised) -> Int {
        guard let hash = value.record.pointee.hash else { throw unhashable(value) }
        return try hash(value)
    }
    public static func unhashable(_ value: Value) -> Raised { raise(.typeError, "unhashable type: '\(value.type.name)'") }

    /// The hash of an int of any size: the number modulo 2^61 - 1.
    static func fold(_ view: IntView) -> Int {
        if let small = view.int, small.magnitude < (1 << 61) - 1 { return small }
        var view = view
        let negative = view.isNegative
        let magnitude = (try? view.withDigits { (digits, count) throws(Raised) -> UInt in
            var value: UInt = 0
            var index = count - 1
            while index >= 0 {
                value = (value << 30 & ((1 << 61) - 1)) | (value >> 31)
                value += UInt(digits[index])
                if value >= (1 << 61) - 1 { value -= (1 << 61) - 1 }
                index -= 1
            }
            return value
        }) ?? 0
        return negative ? -Int(magnitude) : Int(magnitude)
    }
    /// The hash of an object by its address.
    @inlinable public static func identity(_ value: Value) -> Int {
        let address = value.bits
        return Int(bitPattern: UInt(address >> 4 | address << 60))
    }
}
