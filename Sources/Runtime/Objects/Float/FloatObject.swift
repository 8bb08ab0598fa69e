// Floats: storage. A float is an immediate; an object of it is made for C, or is of a subclass.

import CPythonABI

public enum FloatObject {
    @inlinable public static func isInstance(_ value: Value) -> Bool {
        value.isImmediateFloat || (value.isObject && value.type.isSubtype(of: PyFloat_TypePointer()))
    }
    @inlinable public static func isExact(_ value: Value) -> Bool {
        value.isImmediateFloat || (value.isObject && value.object.pointee.ob_type == PyFloat_TypePointer())
    }
    /// The number of a float in any form.
    @inlinable public static func number(_ value: Value) -> Double {
        value.isImmediateFloat ? value.immediateFloat : value.cast(to: PyFloatObject.self).pointee.ob_fval
    }
    static func box(_ number: Double) -> ObjectPointer {
        let head = ObjectMemory.new(PyFloat_TypePointer(), as: PyFloatObject.self, size: 24)
        head.pointee.ob_fval = number
        return UnsafeMutableRawPointer(head).assumingMemoryBound(to: PyObject.self)
    }
    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        if object.pointee.ob_type == PyFloat_TypePointer() {
            ObjectMemory.free(object, size: 24)
        } else {
            freeInstance(object)
        }
    }
}
