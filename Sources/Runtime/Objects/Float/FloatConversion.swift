// Numbers as floats.

import CPythonABI

public enum FloatConversion {
    /// The value as a double, as `PyFloat_AsDouble`: floats, `__float__`, `__index__`.
    /// `asksSubclasses`: also a float of a subclass says by `__float__` what it is, as for the constructors.
    public static func number(_ value: Value, asksSubclasses: Bool = false) throws(Raised) -> Double {
        if FloatObject.isInstance(value) && (!asksSubclasses || FloatObject.isExact(value)) { return FloatObject.number(value) }
        if value.isSmallInt { return Double(value.smallInt) }
        if IntObject.isExact(value) { return try IntObject.float(value) }
        if let slot = value.record.pointee.float {
            let result = try slot(value)
            guard FloatObject.isInstance(result.value) else {
                throw raise(.typeError, "\(value.type.name).__float__ returned non-float (type \(result.value.type.name))")
            }
            if !FloatObject.isExact(result.value) {
                try Warnings.warn(
                    .deprecationWarning,
                    "\(value.type.name).__float__ returned non-float (type \(result.value.type.name)).  The ability to return an instance of a strict subclass of float is deprecated, and may be removed in a future version of Python."
                )
            }
            return FloatObject.number(result.value)
        }
        if value.record.pointee.index != nil {
            let index = try Index.object(value)
            return try number(index.value)
        }
        throw raise(.typeError, "must be real number, not \(value.type.name)")
    }
}
