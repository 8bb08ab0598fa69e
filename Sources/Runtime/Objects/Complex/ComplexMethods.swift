// The type complex: slots and methods.

import CPythonABI
import Numerics

extension ComplexObject {
    static func describe(_ type: TypeBuilder) {
        type.doc(
            """
            Create a complex number from a real part and an optional imaginary part.

            This is equivalent to (real + imag*1j) where imag defaults to 0.
            """, signature: "(real=0, imag=0)")
        type.type.pointee.tp_dealloc = deallocate
        type.slots.new = ComplexNew.new
        type.slots.repr = { (self) throws(Raised) -> Ref in try repr(number(self)) }
        type.slots.hash = { (self) throws(Raised) -> Int in
            let z = number(self)
            return NumberHash.hash(
                realHash: z.real.isNaN ? Hash.identity(self) : NumberHash.hash(z.real),
                imaginaryHash: z.imaginary.isNaN ? Hash.identity(self) : NumberHash.hash(z.imaginary))
        }
        type.slots.compare = compare
        func binary(_ operation: BinaryOperation, _ slot: @escaping BinarySlot) { type.slots.binary[operation.rawValue] = slot }
        binary(.add) { (a, b) throws(Raised) -> Ref in
            try operate(a, b) { (x, y) throws(Raised) -> Ref in make(x.real + y.real, x.imaginary + y.imaginary) }
        }
        binary(.subtract) { (a, b) throws(Raised) -> Ref in
            try operate(a, b) { (x, y) throws(Raised) -> Ref in make(x.real - y.real, x.imaginary - y.imaginary) }
        }
        binary(.multiply) { (a, b) throws(Raised) -> Ref in
            try operate(a, b) { (x, y) throws(Raised) -> Ref in make(ComplexArithmetic.multiply(x, y)) }
        }
        binary(.trueDivide) { (a, b) throws(Raised) -> Ref in try operate(a, b, divide) }
        binary(.power) { (a, b) throws(Raised) -> Ref in try operate(a, b, power) }
        type.slots.ternaryPower = { (a, b, modulus) throws(Raised) -> Ref in
            try operate(a, b) { (x, y) throws(Raised) -> Ref in
                if !modulus.isNone { throw raise(.valueError, "complex modulo") }
                return try power(x, y)
            }
        }
        type.slots.negative = { (self) throws(Raised) -> Ref in
            let z = number(self)
            return make(-z.real, -z.imaginary)
        }
        type.slots.positive = exactSlot
        type.slots.absolute = { (self) throws(Raised) -> Ref in try absolute(number(self)) }
        type.slots.bool = { (self) throws(Raised) -> Bool in
            let z = number(self)
            return z.real != 0 || z.imaginary != 0
        }
        type.method(
            "conjugate",
            .noArguments { (self) throws(Raised) -> Ref in
                let z = number(self)
                return make(z.real, -z.imaginary)
            }, "($self, /)", doc: "Return the complex conjugate of its argument. (3-4j).conjugate() == 3+4j.")
        type.method("__complex__", .noArguments(exactSlot), "($self, /)", doc: "Convert this value to exact type complex.")
        type.method(
            "__getnewargs__",
            .noArguments { (self) throws(Raised) -> Ref in
                let z = number(self)
                return TupleObject.make(Value(float: z.real), Value(float: z.imaginary))
            }, "($self, /)")
        type.method(
            "__format__",
            .one { (self, spec) throws(Raised) -> Ref in
                try NumberFormat.check(spec)
                return try ComplexFormat.format(self, spec)
            }, "($self, format_spec, /)", doc: "Convert to a string according to format_spec.")
        type.member("real", type: T_DOUBLE, offset: 16, doc: "the real part of a complex number")
        type.member("imag", type: T_DOUBLE, offset: 24, doc: "the imaginary part of a complex number")
    }
    private static let exactSlot: UnarySlot = { (self) throws(Raised) -> Ref in isExact(self) ? Ref(self) : make(number(self)) }
}
