import math
def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print(math.pi, math.e, math.tau, math.inf, math.nan, math.sqrt(2), math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.fabs(-2), math.factorial(20), math.gcd(12, 18), math.gcd(), math.gcd(0, 5, 10), math.lcm(4, 6), math.lcm(), math.isqrt(99), math.comb(10, 3), math.perm(5, 2), math.perm(4), math.copysign(1, -0.0), math.fmod(-7, 3), math.modf(-1.5), math.frexp(10), math.ldexp(0.5, 4), math.hypot(3, 4), math.hypot(1, 2, 3), math.dist([1, 2], [4, 6]), math.degrees(math.pi), math.radians(180), math.prod([1, 2, 3]), math.prod([], start=5), math.fsum([0.1] * 10), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 2, rel_tol=0.5), math.isfinite(1), math.isinf(-math.inf), math.isnan(math.nan), math.remainder(7, 4), math.nextafter(1, 2), math.ulp(1), math.cbrt(27), math.exp2(3))
print([f"{f(0.5):.12g}" for f in (math.sin, math.cos, math.tan, math.asin, math.acos, math.atan, math.sinh, math.cosh, math.tanh, math.asinh, math.atanh, math.exp, math.expm1, math.log, math.log2, math.log10, math.log1p, math.erf, math.erfc, math.gamma, math.lgamma, math.sqrt)], math.log(8, 2), math.log(10 ** 400) > 900, math.pow(2, 0.5), math.atan2(1, -1), math.log2(2 ** 1000), math.acosh(1.5))
for f, a in [(math.sqrt, (-1,)), (math.log, (0,)), (math.log, (-1,)), (math.log, (10, 1)), (math.exp, (1000,)), (math.factorial, (-1,)), (math.factorial, (1.5,)), (math.gamma, (0,)), (math.acos, (2,)), (math.fmod, (1, 0)), (math.isqrt, (-1,)), (math.comb, (-1, 2)), (math.comb, (1.5, 2)), (math.gcd, (1.5,)), (math.floor, ("a",)), (math.floor, (math.inf,)), (math.ceil, (math.nan,)), (math.sin, (math.inf,)), (math.sin, ("a",)), (math.sin, ()), (math.pow, (0, -1)), (math.pow, (-2, 0.5)), (math.ldexp, (1, 5000)), (math.ldexp, (1, 1.5)), (math.dist, ([1], [1, 2])), (math.fsum, (["a"],)), (math.trunc, ("a",)), (math.perm, (3, -1)), (math.hypot, ("a",)), (math.factorial, (10 ** 20,)), (math.cosh, (1000,)), (math.atan2, (1,)), (math.remainder, (1, 0)), (math.isclose, (1, 1, 2)), (math.nextafter, (1,)), (math.sqrt, (10 ** 400,))]:
    show(f, *a)


class F:
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __trunc__(self): return "trunc"
    def __float__(self): return 4.0


print(math.floor(F()), math.ceil(F()), math.trunc(F()), math.sqrt(F()), math.isqrt(10 ** 40), math.factorial(30), math.comb(100, 50), math.floor(1e300) == int(1e300))
