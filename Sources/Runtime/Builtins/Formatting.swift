// format()

import CPythonABI

public enum Formatting {
    /// format(value, specification); a null specification is the empty one.
    public static func format(_ value: Value, _ specification: Value) throws(Raised) -> Ref {
        let empty = specification.isNull || StrObject.isInstance(specification) && StrObject.length(specification) == 0
        if empty {
            if StrObject.isExact(value) { return Ref(value) }
            if IntObject.isExact(value) { return try Repr.str(value) }
        }
        if !specification.isNull && !StrObject.isInstance(specification) {
            throw raise(.systemError, "Format specifier must be a string, not \(specification.type.name)")
        }
        let spec = specification.isNull ? StrObject.empty : Ref(specification)
        let result = try DunderAdapters.callMethodIfPresent(value, Names.format, spec.value)
        if result.isNull { throw raise(.typeError, "Type \(value.type.name) doesn't define __format__") }
        guard StrObject.isInstance(result.value) else {
            throw raise(.typeError, "__format__ must return a str, not \(result.value.type.name)")
        }
        return result
    }
}
