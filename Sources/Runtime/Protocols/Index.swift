// Numbers as indices.

import CPythonABI

public enum Index {
    /// operator.index(value): an int.
    public static func object(_ value: Value) throws(Raised) -> Ref {
        if IntObject.isInstance(value) { return Ref(value) }
        guard let slot = value.record.pointee.index else {
            throw raise(.typeError, "'\(value.type.name)' object cannot be interpreted as an integer")
        }
        let result = try slot(value)
        guard IntObject.isInstance(result.value) else {
            throw raise(.typeError, "__index__ returned non-int (type \(result.value.type.name))")
        }
        if !IntObject.isExact(result.value) {
            try Warnings.warn(
                .deprecationWarning,
                "__index__ returned non-int (type \(result.value.type.name)).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python."
            )
        }
        return result
    }
    /// As a machine word. Numbers that do not fit raise `overflow` (IndexError or OverflowError), or are clipped when it is nil.
    public static func of(_ value: Value, _ overflow: ExceptionKind? = .indexError) throws(Raised) -> Int {
        if value.isSmallInt { return value.smallInt }
        let index = try object(value)
        let view = IntView(index.value)
        if let number = view.int { return number }
        guard let overflow else { return view.isNegative ? Int.min : Int.max }
        throw raise(overflow, "cannot fit '\(value.type.name)' into an index-sized integer")
    }
    /// An argument that C takes as `Py_ssize_t`.
    public static func size(_ value: Value) throws(Raised) -> Int {
        if value.isSmallInt { return value.smallInt }
        return try word(value, "ssize_t")
    }
    /// An argument that C takes as `int`.
    public static func int32(_ value: Value) throws(Raised) -> Int {
        let number = value.isSmallInt ? value.smallInt : try word(value, "int")
        guard Int(Int32(truncatingIfNeeded: number)) == number else {
            throw raise(.overflowError, "Python int too large to convert to C int")
        }
        return number
    }
    /// The same in functions that parse a format string with "i" in it: they say it in other words.
    public static func parsedInt32(_ value: Value) throws(Raised) -> Int {
        let number = value.isSmallInt ? value.smallInt : try word(value, "long")
        guard Int(Int32(truncatingIfNeeded: number)) == number else {
            throw raise(.overflowError, number < 0 ? "signed integer is less than minimum" : "signed integer is greater than maximum")
        }
        return number
    }
    @inline(never) private static func word(_ value: Value, _ type: StaticString) throws(Raised) -> Int {
        let index = try object(value)
        let view = IntView(index.value)
        guard let number = view.int else { throw raise(.overflowError, "Python int too large to convert to C \(type)") }
        return number
    }
    public static func isIndex(_ value: Value) -> Bool { IntObject.isInstance(value) || value.record.pointee.index != nil }
}
