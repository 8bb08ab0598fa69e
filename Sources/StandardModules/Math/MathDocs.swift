// Signatures and docstrings of the module `math`, as CPython 3.11 shows them.

enum MathDocs {
    static var module: StaticString {
        """
        This module provides access to the mathematical functions
        defined by the C standard.
        """
    }
    static var acos: FunctionDoc {
        FunctionDoc("($module, x, /)", """
            Return the arc cosine (measured in radians) of x.

            The result is between 0 and pi.
            """)
    }
    static var acosh: FunctionDoc {
        FunctionDoc("($module, x, /)", "Return the inverse hyperbolic cosine of x.")
    }
    static var asin: FunctionDoc {
        FunctionDoc("($module, x, /)", """
            Return the arc sine (measured in radians) of x.

            The result is between -pi/2 and pi/2.
            """)
    }
    static var asinh: FunctionDoc {
        FunctionDoc("($module, x, /)", "Return the inverse hyperbolic sine of x.")
    }
    static var atan: FunctionDoc {
        FunctionDoc("($module, x, /)", """
            Return the arc tangent (measured in radians) of x.

            The result is between -pi/2 and pi/2.
            """)
    }
    static var atan2: FunctionDoc {
        FunctionDoc("($module, y, x, /)", """
            Return the arc tangent (measured in radians) of y/x.

            Unlike atan(y/x), the signs of both x and y are considered.
            """)
    }
    static var atanh: FunctionDoc {
        FunctionDoc("($module, x, /)", "Return the inverse hyperbolic tangent of x.")
    }
    static var cbrt: FunctionDoc {
        FunctionDoc("($module, x, /)", "Return the cube root of x.")
    }
    static var ceil: FunctionDoc {
        FunctionDoc("($module, x, /)", """
            Return the ceiling of x as an Integral.

            This is the smallest integer >= x.
            """)
    }
    static var comb: FunctionDoc {
        FunctionDoc("($module, n, k, /)", """
            Number of ways to choose k items from n items without repetition and without order.

            Evaluates to n! / (k! * (n - k)!) when k <= n and evaluates
            to zero when k > n.

            Also called the binomial coefficient because it is equivalent
            to the coefficient of k-th term in polynomial expansion of the
            expression (1 + x)**n.

            Raises TypeError if either of the arguments are not integers.
            Raises ValueError if either of the arguments are negative.
            """)
    }
    static var copysign: FunctionDoc {
        FunctionDoc("($module, x, y, /)", """
            Return a float with the magnitude (absolute value) of x but the sign of y.

            On platforms that support signed zeros, copysign(1.0, -0.0)
            returns -1.0.

            """)
    }
    static var cos: FunctionDoc {
        FunctionDoc("($module, x, /)", "Return the cosine of x (measured in radians).")
    }
    static var cosh: FunctionDoc {
        FunctionDoc("($module, x, /)", "Return the hyperbolic cosine of x.")
    }
    static var degrees: FunctionDoc {
        FunctionDoc("($module, x, /)", "Convert angle x from radians to degrees.")
    }
    static var dist: FunctionDoc {
        FunctionDoc("($module, p, q, /)", """
            Return the Euclidean distance between two points p and q.

            The points should be specified as sequences (or iterables) of
            coordinates.  Both inputs must have the same dimension.

            Roughly equivalent to:
                sqrt(sum((px - qx) ** 2.0 for px, qx in zip(p, q)))
            """)
    }
    static var erf: FunctionDoc {
        FunctionDoc("($module, x, /)", "Error function at x.")
    }
    static var erfc: FunctionDoc {
        FunctionDoc("($module, x, /)", "Complementary error function at x.")
    }
    static var exp: FunctionDoc {
        FunctionDoc("($module, x, /)", "Return e raised to the power of x.")
    }
    static var exp2: FunctionDoc {
        FunctionDoc("($module, x, /)", "Return 2 raised to the power of x.")
    }
    static var expm1: FunctionDoc {
        FunctionDoc("($module, x, /)", """
            Return exp(x)-1.

            This function avoids the loss of precision involved in the direct evaluation of exp(x)-1 for small x.
            """)
    }
    static var fabs: FunctionDoc {
        FunctionDoc("($module, x, /)", "Return the absolute value of the float x.")
    }
    static var factorial: FunctionDoc {
        FunctionDoc("($module, n, /)", """
            Find n!.

            Raise a ValueError if x is negative or non-integral.
            """)
    }
    static var floor: FunctionDoc {
        FunctionDoc("($module, x, /)", """
            Return the floor of x as an Integral.

            This is the largest integer <= x.
            """)
    }
    static var fmod: FunctionDoc {
        FunctionDoc("($module, x, y, /)", """
            Return fmod(x, y), according to platform C.

            x % y may differ.
            """)
    }
    static var frexp: FunctionDoc {
        FunctionDoc("($module, x, /)", """
            Return the mantissa and exponent of x, as pair (m, e).

            m is a float and e is an int, such that x = m * 2.**e.
            If x is 0, m and e are both 0.  Else 0.5 <= abs(m) < 1.0.
            """)
    }
    static var fsum: FunctionDoc {
        FunctionDoc("($module, seq, /)", """
            Return an accurate floating point sum of values in the iterable seq.

            Assumes IEEE-754 floating point arithmetic.
            """)
    }
    static var gamma: FunctionDoc {
        FunctionDoc("($module, x, /)", "Gamma function at x.")
    }
    static var gcd: FunctionDoc {
        FunctionDoc("($module, *integers)", "Greatest Common Divisor.")
    }
    static var hypot: FunctionDoc {
        FunctionDoc(nil, """
            hypot(*coordinates) -> value

            Multidimensional Euclidean distance from the origin to a point.

            Roughly equivalent to:
                sqrt(sum(x**2 for x in coordinates))

            For a two dimensional point (x, y), gives the hypotenuse
            using the Pythagorean theorem:  sqrt(x*x + y*y).

            For example, the hypotenuse of a 3/4/5 right triangle is:

                >>> hypot(3.0, 4.0)
                5.0

            """)
    }
    static var isclose: FunctionDoc {
        FunctionDoc("($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)", """
            Determine whether two floating point numbers are close in value.

              rel_tol
                maximum difference for being considered "close", relative to the
                magnitude of the input values
              abs_tol
                maximum difference for being considered "close", regardless of the
                magnitude of the input values

            Return True if a is close in value to b, and False otherwise.

            For the values to be considered close, the difference between them
            must be smaller than at least one of the tolerances.

            -inf, inf and NaN behave similarly to the IEEE 754 Standard.  That
            is, NaN is not close to anything, even itself.  inf and -inf are
            only close to themselves.
            """)
    }
    static var isfinite: FunctionDoc {
        FunctionDoc("($module, x, /)", "Return True if x is neither an infinity nor a NaN, and False otherwise.")
    }
    static var isinf: FunctionDoc {
        FunctionDoc("($module, x, /)", "Return True if x is a positive or negative infinity, and False otherwise.")
    }
    static var isnan: FunctionDoc {
        FunctionDoc("($module, x, /)", "Return True if x is a NaN (not a number), and False otherwise.")
    }
    static var isqrt: FunctionDoc {
        FunctionDoc("($module, n, /)", "Return the integer part of the square root of the input.")
    }
    static var lcm: FunctionDoc {
        FunctionDoc("($module, *integers)", "Least Common Multiple.")
    }
    static var ldexp: FunctionDoc {
        FunctionDoc("($module, x, i, /)", """
            Return x * (2**i).

            This is essentially the inverse of frexp().
            """)
    }
    static var lgamma: FunctionDoc {
        FunctionDoc("($module, x, /)", "Natural logarithm of absolute value of Gamma function at x.")
    }
    static var log: FunctionDoc {
        FunctionDoc(nil, """
            log(x, [base=math.e])
            Return the logarithm of x to the given base.

            If the base not specified, returns the natural logarithm (base e) of x.
            """)
    }
    static var log10: FunctionDoc {
        FunctionDoc("($module, x, /)", "Return the base 10 logarithm of x.")
    }
    static var log1p: FunctionDoc {
        FunctionDoc("($module, x, /)", """
            Return the natural logarithm of 1+x (base e).

            The result is computed in a way which is accurate for x near zero.
            """)
    }
    static var log2: FunctionDoc {
        FunctionDoc("($module, x, /)", "Return the base 2 logarithm of x.")
    }
    static var modf: FunctionDoc {
        FunctionDoc("($module, x, /)", """
            Return the fractional and integer parts of x.

            Both results carry the sign of x and are floats.
            """)
    }
    static var nextafter: FunctionDoc {
        FunctionDoc("($module, x, y, /)", "Return the next floating-point value after x towards y.")
    }
    static var perm: FunctionDoc {
        FunctionDoc("($module, n, k=None, /)", """
            Number of ways to choose k items from n items without repetition and with order.

            Evaluates to n! / (n - k)! when k <= n and evaluates
            to zero when k > n.

            If k is not specified or is None, then k defaults to n
            and the function returns n!.

            Raises TypeError if either of the arguments are not integers.
            Raises ValueError if either of the arguments are negative.
            """)
    }
    static var pow: FunctionDoc {
        FunctionDoc("($module, x, y, /)", "Return x**y (x to the power of y).")
    }
    static var prod: FunctionDoc {
        FunctionDoc("($module, iterable, /, *, start=1)", """
            Calculate the product of all the elements in the input iterable.

            The default start value for the product is 1.

            When the iterable is empty, return the start value.  This function is
            intended specifically for use with numeric values and may reject
            non-numeric types.
            """)
    }
    static var radians: FunctionDoc {
        FunctionDoc("($module, x, /)", "Convert angle x from degrees to radians.")
    }
    static var remainder: FunctionDoc {
        FunctionDoc("($module, x, y, /)", """
            Difference between x and the closest integer multiple of y.

            Return x - n*y where n*y is the closest integer multiple of y.
            In the case where x is exactly halfway between two multiples of
            y, the nearest even value of n is used. The result is always exact.
            """)
    }
    static var sin: FunctionDoc {
        FunctionDoc("($module, x, /)", "Return the sine of x (measured in radians).")
    }
    static var sinh: FunctionDoc {
        FunctionDoc("($module, x, /)", "Return the hyperbolic sine of x.")
    }
    static var sqrt: FunctionDoc {
        FunctionDoc("($module, x, /)", "Return the square root of x.")
    }
    static var tan: FunctionDoc {
        FunctionDoc("($module, x, /)", "Return the tangent of x (measured in radians).")
    }
    static var tanh: FunctionDoc {
        FunctionDoc("($module, x, /)", "Return the hyperbolic tangent of x.")
    }
    static var trunc: FunctionDoc {
        FunctionDoc("($module, x, /)", """
            Truncates the Real x to the nearest Integral toward 0.

            Uses the __trunc__ magic method.
            """)
    }
    static var ulp: FunctionDoc {
        FunctionDoc("($module, x, /)", "Return the value of the least significant bit of the float x.")
    }
}
