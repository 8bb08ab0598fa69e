// Signatures and docstrings of the module `cmath`, as CPython 3.11 shows them.

enum CMathDocs {
    static var module: StaticString {
        """
        This module provides access to mathematical functions for complex
        numbers.
        """
    }
    static var acos: FunctionDoc {
        FunctionDoc("($module, z, /)", "Return the arc cosine of z.")
    }
    static var acosh: FunctionDoc {
        FunctionDoc("($module, z, /)", "Return the inverse hyperbolic cosine of z.")
    }
    static var asin: FunctionDoc {
        FunctionDoc("($module, z, /)", "Return the arc sine of z.")
    }
    static var asinh: FunctionDoc {
        FunctionDoc("($module, z, /)", "Return the inverse hyperbolic sine of z.")
    }
    static var atan: FunctionDoc {
        FunctionDoc("($module, z, /)", "Return the arc tangent of z.")
    }
    static var atanh: FunctionDoc {
        FunctionDoc("($module, z, /)", "Return the inverse hyperbolic tangent of z.")
    }
    static var cos: FunctionDoc {
        FunctionDoc("($module, z, /)", "Return the cosine of z.")
    }
    static var cosh: FunctionDoc {
        FunctionDoc("($module, z, /)", "Return the hyperbolic cosine of z.")
    }
    static var exp: FunctionDoc {
        FunctionDoc("($module, z, /)", "Return the exponential value e**z.")
    }
    static var isclose: FunctionDoc {
        FunctionDoc("($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)", """
            Determine whether two complex numbers are close in value.

              rel_tol
                maximum difference for being considered "close", relative to the
                magnitude of the input values
              abs_tol
                maximum difference for being considered "close", regardless of the
                magnitude of the input values

            Return True if a is close in value to b, and False otherwise.

            For the values to be considered close, the difference between them must be
            smaller than at least one of the tolerances.

            -inf, inf and NaN behave similarly to the IEEE 754 Standard. That is, NaN is
            not close to anything, even itself. inf and -inf are only close to themselves.
            """)
    }
    static var isfinite: FunctionDoc {
        FunctionDoc("($module, z, /)", "Return True if both the real and imaginary parts of z are finite, else False.")
    }
    static var isinf: FunctionDoc {
        FunctionDoc("($module, z, /)", "Checks if the real or imaginary part of z is infinite.")
    }
    static var isnan: FunctionDoc {
        FunctionDoc("($module, z, /)", "Checks if the real or imaginary part of z not a number (NaN).")
    }
    static var log: FunctionDoc {
        FunctionDoc("($module, z, base=<unrepresentable>, /)", """
            log(z[, base]) -> the logarithm of z to the given base.

            If the base not specified, returns the natural logarithm (base e) of z.
            """)
    }
    static var log10: FunctionDoc {
        FunctionDoc("($module, z, /)", "Return the base-10 logarithm of z.")
    }
    static var phase: FunctionDoc {
        FunctionDoc("($module, z, /)", "Return argument, also known as the phase angle, of a complex.")
    }
    static var polar: FunctionDoc {
        FunctionDoc("($module, z, /)", """
            Convert a complex from rectangular coordinates to polar coordinates.

            r is the distance from 0 and phi the phase angle.
            """)
    }
    static var rect: FunctionDoc {
        FunctionDoc("($module, r, phi, /)", "Convert from polar coordinates to rectangular coordinates.")
    }
    static var sin: FunctionDoc {
        FunctionDoc("($module, z, /)", "Return the sine of z.")
    }
    static var sinh: FunctionDoc {
        FunctionDoc("($module, z, /)", "Return the hyperbolic sine of z.")
    }
    static var sqrt: FunctionDoc {
        FunctionDoc("($module, z, /)", "Return the square root of z.")
    }
    static var tan: FunctionDoc {
        FunctionDoc("($module, z, /)", "Return the tangent of z.")
    }
    static var tanh: FunctionDoc {
        FunctionDoc("($module, z, /)", "Return the hyperbolic tangent of z.")
    }
}
