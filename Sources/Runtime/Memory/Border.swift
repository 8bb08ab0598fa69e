// The border between values and C's `PyObject *`.

import CPythonABI

public enum Border {
    /// A new reference for C, which may then read the object's fields: what macros reach becomes real pointers.
    public static func toC(_ value: Value) -> ObjectPointer {
        let object = boxed(value)
        if value.isObject { expose(object) }
        return object
    }

    /// A new reference to an object: immediates are boxed (small ints from the cache, statics for the constants). The object is
    /// not exposed: for fields of the runtime's own objects that are typed `PyObject *`.
    @inlinable public static func boxed(_ value: Value) -> ObjectPointer {
        if value.isObject {
            value.object.pointee.ob_refcnt &+= 1
            return value.object
        }
        return box(value)
    }

    /// A new reference to an object for an immediate.
    @inline(never) public static func box(_ value: Value) -> ObjectPointer {
        if value.isSmallInt { return IntObject.box(value.smallInt) }
        if value.isImmediateFloat { return FloatObject.box(value.immediateFloat) }
        return boxConstant(value)
    }
    @inline(never) private static func boxConstant(_ value: Value) -> ObjectPointer {
        let object: ObjectPointer
        switch value.bits {
        case 0: object = Py_NonePointer()
        case 1: object = Py_NonePointer()
        case 2: object = Py_FalsePointer()
        case 3: object = Py_TruePointer()
        case 4: object = Py_EllipsisPointer()
        default: object = Py_NotImplementedPointer()
        }
        object.pointee.ob_refcnt &+= 1
        return object
    }

    /// Takes over a reference from C; exact ints that fit, exact floats and the constants become immediates.
    @inlinable public static func fromC(owned object: ObjectPointer) -> Ref {
        if !mayBeImmediate(object) { return Ref(owned: Value(object)) }
        let value = fromC(borrowed: object)
        if value.isObject { return Ref(owned: value) }
        let count = object.pointee.ob_refcnt &- 1
        object.pointee.ob_refcnt = count
        if count == 0 { deallocate(object) }
        return Ref(owned: value)
    }

    /// Whether the type is one whose instances are, or may be, immediates inside: one bit of its flags says so.
    @inlinable @inline(__always) static func mayBeImmediate(_ object: ObjectPointer) -> Bool {
        object.pointee.ob_type.unsafelyUnwrapped.pointee.tp_flags & PYSWIFT_TPFLAGS_IMMEDIATE != 0
    }
    /// The value of an object that somebody else keeps alive.
    @inlinable @inline(__always) public static func fromC(borrowed object: ObjectPointer) -> Value {
        mayBeImmediate(object) ? immediate(object) : Value(object)
    }
    @usableFromInline @inline(never) static func immediate(_ object: ObjectPointer) -> Value {
        let type = object.pointee.ob_type
        if type == PyLong_TypePointer() { return IntObject.unbox(object) }
        if type == PyFloat_TypePointer() {
            return Value(float: UnsafeMutableRawPointer(object).assumingMemoryBound(to: PyFloatObject.self).pointee.ob_fval)
        }
        return constant(object)
    }

    /// None, True, False, Ellipsis and NotImplemented have one form inside.
    @inlinable public static func constant(_ object: ObjectPointer) -> Value {
        if _PySwift_is_constant(UInt(bitPattern: object)) == 0 { return Value(object) }
        if object == Py_NonePointer() { return .none }
        if object == Py_TruePointer() { return .true }
        if object == Py_FalsePointer() { return .false }
        if object == Py_EllipsisPointer() { return .ellipsis }
        if object == Py_NotImplementedPointer() { return .notImplemented }
        return Value(object)
    }
}
