// int(x, base): the constructor, and the conversion of any number to an int.

import CPythonABI
import Numerics

enum IntNew {
    static let parameters = BoundParameters("(x=0, /, base=10)")

    static let new: NewSlot = { (type, arguments) throws(Raised) -> Ref in
        let number: Ref
        if arguments.count == 1 && arguments.keywordNames.isNull {
            let x = arguments[0]
            if x.isSmallInt && type == PyLong_TypePointer() { return Ref(owned: x) }
            number = try convert(x)
        } else {
            number = try withValues(2) { (values) throws(Raised) -> Ref in
                try IntNew.parameters.bind(arguments, into: values, function: "int")
                return try IntNew.make(values[0], base: values[1])
            }
        }
        return type == PyLong_TypePointer() ? number : try IntObject.makeInstance(type, number.value)
    }

    private static func make(_ x: Value, base: Value) throws(Raised) -> Ref {
        if x.isNull {
            if !base.isNull { throw raise(.typeError, "int() missing string argument") }
            return IntObject.make(0)
        }
        if base.isNull { return try convert(x) }
        let number = try Index.of(base, nil)
        if (number != 0 && number < 2) || number > 36 { throw raise(.valueError, "int() base must be >= 2 and <= 36, or 0") }
        if StrObject.isInstance(x) || NumericText.bytes(x) != nil { return try IntText.parse(x, base: number) }
        throw raise(.typeError, "int() can't convert non-string with explicit base")
    }

    /// int(x), an exact int.
    static func convert(_ x: Value) throws(Raised) -> Ref {
        if IntObject.isExact(x) { return IntObject.exact(x) }
        if x.isImmediateFloat { return try IntObject.make(truncating: x.immediateFloat) }
        if StrObject.isInstance(x) { return try IntText.parse(x) }
        let record = x.record
        if let slot = record.pointee.int {
            let result = try slot(x)
            return try checked(result.value, "__int__")
        }
        if record.pointee.index != nil {
            let result = try Index.object(x)
            return IntObject.exact(result.value)
        }
        let trunc = x.type.lookup(Names.trunc)
        if !trunc.isNull {
            try Warnings.warn(.deprecationWarning, "The delegation of int() to __trunc__ is deprecated.")
            let result = try DunderAdapters.callMethod(x, Names.trunc)
            if IntObject.isInstance(result.value) { return IntObject.exact(result.value) }
            if result.value.record.pointee.index != nil {
                let index = try Index.object(result.value)
                return IntObject.exact(index.value)
            }
            throw raise(.typeError, "__trunc__ returned non-Integral (type \(result.value.type.name))")
        }
        if NumericText.bytes(x) != nil { return try IntText.parse(x) }
        if Buffers.isExporter(x) {
            let bytes = try BytesType.from(x)
            return try IntText.parse(bytes.value)
        }
        throw raise(
            .typeError, "int() argument must be a string, a bytes-like object or a real number, not '\(x.type.name)'")
    }
    /// What `__int__` returned, as an exact int.
    static func checked(_ result: Value, _ method: StaticString) throws(Raised) -> Ref {
        if IntObject.isExact(result) { return IntObject.exact(result) }
        guard IntObject.isInstance(result) else {
            throw raise(.typeError, "\(method) returned non-int (type \(result.type.name))")
        }
        try Warnings.warn(
            .deprecationWarning,
            "\(method) returned non-int (type \(result.type.name)).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python."
        )
        return IntObject.exact(result)
    }
}
