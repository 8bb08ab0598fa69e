// The type float: slots and methods.

import CPythonABI
import Numerics

extension FloatObject {
    /// A new instance of a subclass of float.
    static func makeInstance(_ type: TypePointer, _ number: Double) throws(Raised) -> Ref {
        if type == PyFloat_TypePointer() { return .float(number) }
        let instance = try Instances.allocate(type)
        instance.value.cast(to: PyFloatObject.self).pointee.ob_fval = number
        return instance
    }

    private static let new: NewSlot = { (type, arguments) throws(Raised) -> Ref in
        // A class with an __init__ of its own takes what that takes.
        if type == PyFloat_TypePointer() || SlotIdentity.same(type.record.pointee.initialize, PyFloat_TypePointer().record.pointee.initialize) {
            try arguments.noKeywords("float")
        }
        try arguments.check("float", 0, 1)
        return try makeInstance(type, arguments.count == 0 ? 0 : try convert(arguments[0]))
    }
    /// float(x)
    static func convert(_ x: Value) throws(Raised) -> Double {
        if x.isImmediateFloat { return x.immediateFloat }
        if x.isSmallInt { return Double(x.smallInt) }
        if StrObject.isExact(x) { return try FloatRepr.parse(x) }
        let record = x.record
        if FloatObject.isInstance(x) || record.pointee.float != nil || record.pointee.index != nil {
            return try FloatConversion.number(x, asksSubclasses: true)
        }
        if StrObject.isInstance(x) || NumericText.bytes(x) != nil { return try FloatRepr.parse(x) }
        if Buffers.isExporter(x) {
            let bytes = try BytesType.from(x)
            return try FloatRepr.parse(bytes.value, of: x)
        }
        throw raise(.typeError, "float() argument must be a string or a real number, not '\(x.type.name)'")
    }

    static func describe(_ type: TypeBuilder) {
        type.doc("Convert a string or number to a floating point number, if possible.", signature: "(x=0, /)")
        type.type.pointee.tp_dealloc = deallocate
        type.slots.new = new
        type.slots.repr = { (self) throws(Raised) -> Ref in try FloatRepr.repr(number(self)) }
        type.slots.hash = { (self) throws(Raised) -> Int in
            let number = number(self)
            return number.isNaN ? Hash.identity(self) : NumberHash.hash(number)
        }
        type.slots.compare = { (a, b, operation) throws(Raised) -> Ref in
            guard FloatObject.isInstance(a), let holds = FloatArithmetic.compare(a, b, operation) else { return .notImplemented }
            return .bool(holds)
        }
        describeArithmetic(type)
        describeMethods(type)
    }

    private static func describeArithmetic(_ type: TypeBuilder) {
        func binary(_ operation: BinaryOperation, _ slot: @escaping BinarySlot) { type.slots.binary[operation.rawValue] = slot }
        binary(.add) { (a, b) throws(Raised) -> Ref in
            try FloatArithmetic.operate(a, b) { (x, y) throws(Raised) -> Ref in .float(x + y) }
        }
        binary(.subtract) { (a, b) throws(Raised) -> Ref in
            try FloatArithmetic.operate(a, b) { (x, y) throws(Raised) -> Ref in .float(x - y) }
        }
        binary(.multiply) { (a, b) throws(Raised) -> Ref in
            try FloatArithmetic.operate(a, b) { (x, y) throws(Raised) -> Ref in .float(x * y) }
        }
        binary(.trueDivide) { (a, b) throws(Raised) -> Ref in try FloatArithmetic.operate(a, b, FloatArithmetic.divide) }
        binary(.floorDivide) { (a, b) throws(Raised) -> Ref in try FloatArithmetic.operate(a, b, FloatArithmetic.floorDivide) }
        binary(.modulo) { (a, b) throws(Raised) -> Ref in try FloatArithmetic.operate(a, b, FloatArithmetic.modulo) }
        binary(.power) { (a, b) throws(Raised) -> Ref in try FloatArithmetic.operate(a, b, FloatArithmetic.power) }
        type.slots.divmod = { (a, b) throws(Raised) -> Ref in try FloatArithmetic.operate(a, b, FloatArithmetic.divmod) }
        type.slots.ternaryPower = { (a, b, modulus) throws(Raised) -> Ref in
            if !modulus.isNone { throw raise(.typeError, "pow() 3rd argument not allowed unless all arguments are integers") }
            return try FloatArithmetic.operate(a, b, FloatArithmetic.power)
        }
        type.slots.negative = { (self) throws(Raised) -> Ref in .float(-number(self)) }
        type.slots.positive = exactSlot
        type.slots.absolute = { (self) throws(Raised) -> Ref in .float(number(self).magnitude) }
        type.slots.bool = { (self) throws(Raised) -> Bool in number(self) != 0 }
        type.slots.int = { (self) throws(Raised) -> Ref in try IntObject.make(truncating: number(self)) }
        type.slots.float = exactSlot
    }
    private static let exactSlot: UnarySlot = { (self) throws(Raised) -> Ref in .float(number(self)) }

    private static func describeMethods(_ type: TypeBuilder) {
        type.method("conjugate", .noArguments(exactSlot), "($self, /)", doc: "Return self, the complex conjugate of any float.")
        type.method(
            "__trunc__", .noArguments { (self) throws(Raised) -> Ref in try IntObject.make(truncating: number(self)) }, "($self, /)",
            doc: "Return the Integral closest to x between 0 and x.")
        type.method(
            "__floor__", .noArguments { (self) throws(Raised) -> Ref in try IntObject.make(truncating: number(self).rounded(.down)) },
            "($self, /)", doc: "Return the floor as an Integral.")
        type.method(
            "__ceil__", .noArguments { (self) throws(Raised) -> Ref in try IntObject.make(truncating: number(self).rounded(.up)) },
            "($self, /)", doc: "Return the ceiling as an Integral.")
        type.method(
            "__round__", .bound(round), "($self, ndigits=None, /)",
            doc: """
                Return the Integral closest to x, rounding half toward even.

                When an argument is passed, work like built-in round(x, ndigits).
                """)
        type.method(
            "as_integer_ratio", .noArguments(integerRatio), "($self, /)",
            doc: """
                Return integer ratio.

                Return a pair of integers, whose ratio is exactly equal to the original float
                and with a positive denominator.

                Raise OverflowError on infinities and a ValueError on NaNs.

                >>> (10.0).as_integer_ratio()
                (10, 1)
                >>> (0.0).as_integer_ratio()
                (0, 1)
                >>> (-.25).as_integer_ratio()
                (-1, 4)
                """)
        type.classMethod(
            "fromhex",
            .one { (type, text) throws(Raised) -> Ref in
                let number = try FloatHex.parse(text)
                if type === PyFloat_TypePointer().value { return .float(number) }
                return try Call.call(type, Value(float: number))
            }, "($type, string, /)",
            doc: """
                Create a floating-point number from a hexadecimal string.

                >>> float.fromhex('0x1.ffffp10')
                2047.984375
                >>> float.fromhex('-0x1p-1074')
                -5e-324
                """)
        type.method(
            "hex", .noArguments { (self) throws(Raised) -> Ref in try FloatHex.hex(number(self)) }, "($self, /)",
            doc: """
                Return a hexadecimal representation of a floating-point number.

                >>> (-0.1).hex()
                '-0x1.999999999999ap-4'
                >>> 3.14159.hex()
                '0x1.921f9f01b866ep+1'
                """)
        type.method(
            "is_integer",
            .noArguments { (self) throws(Raised) -> Ref in
                let number = number(self)
                return .bool(number.isFinite && number == number.rounded(.towardZero))
            }, "($self, /)", doc: "Return True if the float is an integer.")
        type.method(
            "__getnewargs__", .noArguments { (self) throws(Raised) -> Ref in TupleObject.make(Value(float: number(self))) }, "($self, /)")
        type.classMethod(
            "__getformat__",
            .one { (_, kind) throws(Raised) -> Ref in
                guard StrObject.isInstance(kind) else {
                    throw raise(.typeError, "__getformat__() argument must be str, not \(ArgumentTypeName.of(kind))")
                }
                guard StrObject.equals(kind, "double") || StrObject.equals(kind, "float") else {
                    throw raise(.valueError, "__getformat__() argument 1 must be 'double' or 'float'")
                }
                return StrObject.make("IEEE, little-endian")
            }, "($type, typestr, /)",
            doc: """
                You probably don't want to use this function.

                  typestr
                    Must be 'double' or 'float'.

                It exists mainly to be used in Python's test suite.

                This function returns whichever of 'unknown', 'IEEE, big-endian' or 'IEEE,
                little-endian' best describes the format of floating point numbers used by the
                C type named by typestr.
                """)
        type.method(
            "__format__",
            .one { (self, spec) throws(Raised) -> Ref in
                try NumberFormat.check(spec)
                return try FloatFormat.format(self, spec)
            }, "($self, format_spec, /)", doc: "Formats the float according to format_spec.")
        type.getter("real", doc: "the real part of a complex number", exactSlot)
        type.getter("imag", doc: "the imaginary part of a complex number", { (_) throws(Raised) -> Ref in .float(0) })
    }

    private static func round(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let number = number(self)
        if arguments[0].isNull || arguments[0].isNone { return try IntObject.make(truncating: number.rounded(.toNearestOrEven)) }
        let digits = try Index.of(arguments[0], nil)
        if !number.isFinite { return .float(number) }
        guard let rounded = Numerics.FloatArithmetic.round(number, digits: digits) else {
            throw raise(.overflowError, "rounded value too large to represent")
        }
        return .float(rounded)
    }
    private static func integerRatio(_ self: Value) throws(Raised) -> Ref {
        let number = number(self)
        if number.isNaN { throw raise(.valueError, "cannot convert NaN to integer ratio") }
        if number.isInfinite { throw raise(.overflowError, "cannot convert Infinity to integer ratio") }
        let (mantissa, exponent) = Numerics.FloatArithmetic.integerRatio(number)
        let base = IntObject.make(Int(mantissa))
        let one = Value(smallInt: 1)
        if exponent >= 0 {
            let numerator = try IntArithmetic.leftShift(base.value, Value(smallInt: exponent))
            return TupleObject.make(numerator.value, one)
        }
        let denominator = try IntArithmetic.leftShift(one, Value(smallInt: -exponent))
        return TupleObject.make(base.value, denominator.value)
    }
}
