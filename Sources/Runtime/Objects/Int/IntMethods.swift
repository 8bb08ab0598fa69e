// The type int: slots and methods.

import CPythonABI
import Numerics

extension IntObject {
    @inline(__always) static func areInts(_ a: Value, _ b: Value) -> Bool { isInstance(a) && isInstance(b) }

    static func describe(_ type: TypeBuilder) {
        type.doc(
            """
            int([x]) -> integer
            int(x, base=10) -> integer

            Convert a number or string to an integer, or return 0 if no arguments
            are given.  If x is a number, return x.__int__().  For floating point
            numbers, this truncates towards zero.

            If x is not a number or if base is given, then x must be a string,
            bytes, or bytearray instance representing an integer literal in the
            given base.  The literal can be preceded by '+' or '-' and be surrounded
            by whitespace.  The base defaults to 10.  Valid bases are 0 and 2-36.
            Base 0 means to interpret the base from the string as an integer literal.
            >>> int('0b100', base=0)
            4
            """)
        type.type.pointee.tp_dealloc = deallocate
        type.slots.new = IntNew.new
        type.slots.repr = { (self) throws(Raised) -> Ref in try IntText.repr(self) }
        type.slots.hash = { (self) throws(Raised) -> Int in IntArithmetic.hash(self) }
        type.slots.compare = { (a, b, operation) throws(Raised) -> Ref in
            guard areInts(a, b) else { return .notImplemented }
            return .bool(IntArithmetic.compare(a, b, operation))
        }
        describeArithmetic(type)
        describeMethods(type)
    }

    private static func describeArithmetic(_ type: TypeBuilder) {
        func binary(_ operation: BinaryOperation, _ slot: @escaping BinarySlot) { type.slots.binary[operation.rawValue] = slot }
        binary(.add) { (a, b) throws(Raised) -> Ref in areInts(a, b) ? try IntArithmetic.add(a, b) : .notImplemented }
        binary(.subtract) { (a, b) throws(Raised) -> Ref in areInts(a, b) ? try IntArithmetic.subtract(a, b) : .notImplemented }
        binary(.multiply) { (a, b) throws(Raised) -> Ref in areInts(a, b) ? try IntArithmetic.multiply(a, b) : .notImplemented }
        binary(.trueDivide) { (a, b) throws(Raised) -> Ref in areInts(a, b) ? try IntArithmetic.trueDivide(a, b) : .notImplemented }
        binary(.floorDivide) { (a, b) throws(Raised) -> Ref in areInts(a, b) ? try IntArithmetic.floorDivide(a, b) : .notImplemented }
        binary(.modulo) { (a, b) throws(Raised) -> Ref in areInts(a, b) ? try IntArithmetic.modulo(a, b) : .notImplemented }
        binary(.power) { (a, b) throws(Raised) -> Ref in areInts(a, b) ? try IntArithmetic.power(a, b) : .notImplemented }
        binary(.leftShift) { (a, b) throws(Raised) -> Ref in areInts(a, b) ? try IntArithmetic.leftShift(a, b) : .notImplemented }
        binary(.rightShift) { (a, b) throws(Raised) -> Ref in areInts(a, b) ? try IntArithmetic.rightShift(a, b) : .notImplemented }
        binary(.and) { (a, b) throws(Raised) -> Ref in areInts(a, b) ? try IntArithmetic.and(a, b) : .notImplemented }
        binary(.or) { (a, b) throws(Raised) -> Ref in areInts(a, b) ? try IntArithmetic.or(a, b) : .notImplemented }
        binary(.xor) { (a, b) throws(Raised) -> Ref in areInts(a, b) ? try IntArithmetic.xor(a, b) : .notImplemented }
        type.slots.divmod = { (a, b) throws(Raised) -> Ref in areInts(a, b) ? try IntArithmetic.divmod(a, b) : .notImplemented }
        type.slots.ternaryPower = { (a, b, modulus) throws(Raised) -> Ref in
            guard areInts(a, b) else { return .notImplemented }
            if modulus.isNone { return try IntArithmetic.power(a, b) }
            return isInstance(modulus) ? try IntArithmetic.power(a, b, modulo: modulus) : .notImplemented
        }
        type.slots.negative = { (self) throws(Raised) -> Ref in try IntArithmetic.negative(self) }
        type.slots.positive = exactSlot
        type.slots.absolute = { (self) throws(Raised) -> Ref in try IntArithmetic.absolute(self) }
        type.slots.invert = { (self) throws(Raised) -> Ref in try IntArithmetic.invert(self) }
        type.slots.bool = { (self) throws(Raised) -> Bool in sign(self) != 0 }
        type.slots.int = exactSlot
        type.slots.index = exactSlot
        type.slots.float = { (self) throws(Raised) -> Ref in .float(try float(self)) }
    }
    private static let exactSlot: UnarySlot = { (self) throws(Raised) -> Ref in exact(self) }

    private static func describeMethods(_ type: TypeBuilder) {
        let exact: NativeEntry = .noArguments { (self) throws(Raised) -> Ref in IntObject.exact(self) }
        type.method("conjugate", exact, doc: "Returns self, the complex conjugate of any int.")
        type.method(
            "bit_length", .noArguments { (self) throws(Raised) -> Ref in make(try IntArithmetic.bitLength(self)) }, "($self, /)",
            doc: """
                Number of bits necessary to represent self in binary.

                >>> bin(37)
                '0b100101'
                >>> (37).bit_length()
                6
                """)
        type.method(
            "bit_count", .noArguments { (self) throws(Raised) -> Ref in make(try IntArithmetic.bitCount(self)) }, "($self, /)",
            doc: """
                Number of ones in the binary representation of the absolute value of self.

                Also known as the population count.

                >>> bin(13)
                '0b1101'
                >>> (13).bit_count()
                3
                """)
        type.method(
            "to_bytes", .bound(IntBytes.toBytes), "($self, /, length=1, byteorder='big', *, signed=False)",
            doc: """
                Return an array of bytes representing an integer.

                  length
                    Length of bytes object to use.  An OverflowError is raised if the
                    integer is not representable with the given number of bytes.  Default
                    is length 1.
                  byteorder
                    The byte order used to represent the integer.  If byteorder is 'big',
                    the most significant byte is at the beginning of the byte array.  If
                    byteorder is 'little', the most significant byte is at the end of the
                    byte array.  To request the native byte order of the host system, use
                    `sys.byteorder' as the byte order value.  Default is to use 'big'.
                  signed
                    Determines whether two's complement is used to represent the integer.
                    If signed is False and a negative integer is given, an OverflowError
                    is raised.
                """)
        type.classMethod(
            "from_bytes", .bound(IntBytes.fromBytes), "($type, /, bytes, byteorder='big', *, signed=False)",
            doc: """
                Return the integer represented by the given array of bytes.

                  bytes
                    Holds the array of bytes to convert.  The argument must either
                    support the buffer protocol or be an iterable object producing bytes.
                    Bytes and bytearray are examples of built-in objects that support the
                    buffer protocol.
                  byteorder
                    The byte order used to represent the integer.  If byteorder is 'big',
                    the most significant byte is at the beginning of the byte array.  If
                    byteorder is 'little', the most significant byte is at the end of the
                    byte array.  To request the native byte order of the host system, use
                    `sys.byteorder' as the byte order value.  Default is to use 'big'.
                  signed
                    Indicates whether two's complement is used to represent the integer.
                """)
        type.method(
            "as_integer_ratio",
            .noArguments { (self) throws(Raised) -> Ref in
                let number = IntObject.exact(self)
                return TupleObject.make(number.value, Value(smallInt: 1))
            }, "($self, /)",
            doc: """
                Return integer ratio.

                Return a pair of integers, whose ratio is exactly equal to the original int
                and with a positive denominator.

                >>> (10).as_integer_ratio()
                (10, 1)
                >>> (-10).as_integer_ratio()
                (-10, 1)
                >>> (0).as_integer_ratio()
                (0, 1)
                """)
        type.method("__trunc__", exact, doc: "Truncating an Integral returns itself.")
        type.method("__floor__", exact, doc: "Flooring an Integral returns itself.")
        type.method("__ceil__", exact, doc: "Ceiling of an Integral returns itself.")
        type.method(
            "__round__", .positional(minimum: 0, maximum: 1, IntRound.round), "($self, ndigits=<unrepresentable>, /)",
            doc: """
                Rounding an Integral returns itself.

                Rounding with an ndigits argument also returns an integer.
                """)
        type.method(
            "__getnewargs__",
            .noArguments { (self) throws(Raised) -> Ref in
                let number = IntObject.exact(self)
                return TupleObject.make(number.value)
            }, "($self, /)")
        type.method(
            "__format__",
            .one { (self, spec) throws(Raised) -> Ref in
                try NumberFormat.check(spec)
                return try IntFormat.format(self, spec)
            }, "($self, format_spec, /)")
        type.method(
            "__sizeof__",
            .noArguments { (self) throws(Raised) -> Ref in
                let count = try withDigits(self) { (_, size) throws(Raised) -> Int in abs(size) }
                return make(24 + max(count, 1) * 4)
            }, "($self, /)", doc: "Returns size in memory, in bytes.")
        type.getter("real", doc: "the real part of a complex number", { (self) throws(Raised) -> Ref in IntObject.exact(self) })
        type.getter("imag", doc: "the imaginary part of a complex number", { (self) throws(Raised) -> Ref in make(0) })
        type.getter(
            "numerator", doc: "the numerator of a rational number in lowest terms", { (self) throws(Raised) -> Ref in IntObject.exact(self) })
        type.getter(
            "denominator", doc: "the denominator of a rational number in lowest terms", { (self) throws(Raised) -> Ref in make(1) })
    }
}
