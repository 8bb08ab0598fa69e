// The value word.
//
// A `Value` is one trivial 64-bit word, NaN-boxed so that **a pointer's bits are the pointer** and numbers, None and booleans
// never touch memory:
//
//     0                                        no value (unbound local, absent argument)
//     0x0000_0000_0000_0001 ... 0x05           None, False, True, Ellipsis, NotImplemented
//     0x0000_xxxx_xxxx_xxxx                    PyObject *
//     0x0002_... to 0xFFFC_...                 float: IEEE bits plus 2^49
//     0xFFFE_... to 0xFFFF_...                 int of 49 bits, signed
//
// A `Value` is a *borrowed* reference: it does not keep its object alive. Whoever owns one holds a `Ref`.
//
// The struct itself is declared in C (`PyValue`), so that C structs can hold values.

import CPythonABI

public typealias Value = PyValue
public typealias ObjectPointer = UnsafeMutablePointer<PyObject>
public typealias TypePointer = UnsafeMutablePointer<PyTypeObject>

extension PyValue {
    @inlinable @inline(__always) public static var floatOffset: UInt64 { 0x0002_0000_0000_0000 }
    @inlinable @inline(__always) public static var intTag: UInt64 { 0xFFFE_0000_0000_0000 }
    /// The largest and smallest ints that are immediates.
    @inlinable @inline(__always) public static var maxSmallInt: Int { (1 << 48) - 1 }
    @inlinable @inline(__always) public static var minSmallInt: Int { -(1 << 48) }

    /// No value.
    @inlinable @inline(__always) public static var null: Value { Value(bits: 0) }
    @inlinable @inline(__always) public static var none: Value { Value(bits: 1) }
    @inlinable @inline(__always) public static var `false`: Value { Value(bits: 2) }
    @inlinable @inline(__always) public static var `true`: Value { Value(bits: 3) }
    @inlinable @inline(__always) public static var ellipsis: Value { Value(bits: 4) }
    @inlinable @inline(__always) public static var notImplemented: Value { Value(bits: 5) }

    @inlinable @inline(__always) public init(bool: Bool) { self.init(bits: bool ? 3 : 2) }
    /// An int known to fit 49 bits.
    @inlinable @inline(__always) public init(smallInt: Int) {
        self.init(bits: UInt64(bitPattern: Int64(smallInt)) & 0x0001_FFFF_FFFF_FFFF | Value.intTag)
    }
    @inlinable @inline(__always) public init(float: Double) {
        let bits = float.bitPattern
        // A NaN whose payload would carry past the float range becomes the standard one.
        self.init(bits: (bits > 0xFFF8_0000_0000_0000 ? 0x7FF8_0000_0000_0000 : bits) &+ Value.floatOffset)
    }
    @inlinable @inline(__always) public init(_ object: ObjectPointer) {
        self.init(bits: UInt64(UInt(bitPattern: object)))
    }
    @inlinable @inline(__always) public init<T>(pointer: UnsafeMutablePointer<T>) {
        self.init(bits: UInt64(UInt(bitPattern: pointer)))
    }

    @inlinable @inline(__always) public var isNull: Bool { bits == 0 }
    @inlinable @inline(__always) public var isNone: Bool { bits == 1 }
    @inlinable @inline(__always) public var isFalse: Bool { bits == 2 }
    @inlinable @inline(__always) public var isTrue: Bool { bits == 3 }
    @inlinable @inline(__always) public var isBool: Bool { bits & ~1 == 2 }
    @inlinable @inline(__always) public var isNotImplemented: Bool { bits == 5 }
    /// An immediate int. A boxed int, which is legal everywhere, answers false.
    @inlinable @inline(__always) public var isSmallInt: Bool { bits >= Value.intTag }
    /// An immediate float.
    @inlinable @inline(__always) public var isImmediateFloat: Bool {
        bits &- Value.floatOffset < Value.intTag &- Value.floatOffset
    }
    /// A pointer to a heap object: the only words that are counted.
    @inlinable @inline(__always) public var isObject: Bool { bits &- 0x100 < 0x0001_FFFF_FFFF_FF00 }

    /// The number of an immediate int; meaningless for others.
    @inlinable @inline(__always) public var smallInt: Int {
        Int(Int64(bitPattern: bits << 15) >> 15)
    }
    /// The number of an immediate float; meaningless for others.
    @inlinable @inline(__always) public var immediateFloat: Double {
        Double(bitPattern: bits &- Value.floatOffset)
    }
    /// The object; only for `isObject` values.
    @inlinable @inline(__always) public var object: ObjectPointer {
        ObjectPointer(bitPattern: UInt(bits)).unsafelyUnwrapped
    }
    /// The object seen as the struct of its type; only for `isObject` values of that layout.
    @inlinable @inline(__always) public func cast<T>(to type: T.Type) -> UnsafeMutablePointer<T> {
        UnsafeMutablePointer<T>(bitPattern: UInt(bits)).unsafelyUnwrapped
    }

    /// Python's `is` for values in the forms that the runtime itself makes.
    @inlinable @inline(__always) public static func === (a: Value, b: Value) -> Bool { a.bits == b.bits }
    @inlinable @inline(__always) public static func !== (a: Value, b: Value) -> Bool { a.bits != b.bits }

    /// The type of the value, borrowed.
    @inlinable public var type: TypePointer {
        if isObject { return object.pointee.ob_type }
        return immediateType
    }
    @usableFromInline var immediateType: TypePointer {
        if isSmallInt { return PyLong_TypePointer() }
        switch bits {
        case 1: return _PyNone_TypePointer()
        case 2, 3: return PyBool_TypePointer()
        case 4: return PyEllipsis_TypePointer()
        case 5: return _PyNotImplemented_TypePointer()
        default: return PyFloat_TypePointer()
        }
    }

    @inlinable @inline(__always) public func retain() {
        if isObject { object.pointee.ob_refcnt &+= 1 }
    }
    @inlinable @inline(__always) public func release() {
        if isObject {
            let count = object.pointee.ob_refcnt &- 1
            object.pointee.ob_refcnt = count
            if count == 0 { deallocate(object) }
        }
    }
}
