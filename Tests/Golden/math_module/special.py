import math


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


for f in ("gamma", "lgamma", "erf", "erfc", "expm1", "log1p", "cbrt", "exp2", "sqrt", "log", "log2", "log10", "exp", "asinh", "acosh", "atanh",
    "sinh", "tan", "acos"):
    for x in (0.0, -0.0, 0.5, 1.0, -1.0, 2.5, -2.5, 1e-300, 170.0, 1e300, math.inf, -math.inf, math.nan):
        show((f, x), lambda: getattr(math, f)(x))
for call in (lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.factorial(25), lambda: math.factorial(2**70),
    lambda: math.comb(5, -1), lambda: math.comb(50, 25), lambda: math.comb(3, 9), lambda: math.perm(5), lambda: math.perm(5, 2),
    lambda: math.perm(-1), lambda: math.isqrt(10**40 - 1), lambda: math.isqrt(-1), lambda: math.gcd(), lambda: math.gcd(-12, 18, 27),
    lambda: math.gcd(1.5), lambda: math.lcm(0, 5), lambda: math.lcm(), lambda: math.prod([2, 3.5, True], start=2), lambda: math.prod(["a"]),
    lambda: math.fsum([1e100, 1.0, -1e100, 1e-100]), lambda: math.fsum([math.inf, -math.inf]), lambda: math.fsum([1e308] * 2), lambda: math.hypot(),
    lambda: math.hypot(3, 4, 12), lambda: math.hypot(math.inf, math.nan), lambda: math.hypot(1e200, 1e200), lambda: math.dist((1, 2), (4, 6)),
    lambda: math.dist((1,), (1, 2)), lambda: math.fmod(-7, 3), lambda: math.fmod(math.inf, 1), lambda: math.remainder(7, 4),
    lambda: math.remainder(-5, 2), lambda: math.remainder(1, 0), lambda: math.frexp(-0.1), lambda: math.ldexp(1, 2000), lambda: math.ldexp(1, -2000),
    lambda: math.ldexp(0.0, 10**30), lambda: math.modf(-2.25), lambda: math.nextafter(1, math.inf), lambda: math.ulp(1e300),
    lambda: math.copysign(3, -0.0), lambda: math.pow(-8, 1 / 3), lambda: math.pow(0, -1), lambda: math.pow(2, 5000), lambda: math.pow(math.nan, 0),
    lambda: math.atan2(-0.0, -0.0), lambda: math.log(10**400), lambda: math.log(8, 2), lambda: math.log(0), lambda: math.log(5, 1),
    lambda: math.log2(2**1000), lambda: math.log10(10**300), lambda: math.isclose(1, 1 + 1e-10), lambda: math.isclose(1, 2, rel_tol=-1),
    lambda: math.isclose(math.inf, math.inf), lambda: math.ceil(-0.5), lambda: math.floor(1e300) == int(1e300), lambda: math.trunc("x"),
    lambda: math.ceil(math.nan), lambda: math.floor(math.inf), lambda: math.degrees(math.pi), lambda: math.radians(180),
    lambda: math.sumprod if hasattr(math, "sumprod") else None, lambda: math.sqrt("x"), lambda: math.sqrt(10**400), lambda: math.sin(1, 2),
    lambda: math.tau - 2 * math.pi):
    show("", call)


class F:
    def __float__(self): return 2.0
    def __ceil__(self): return "ceil"
    def __floor__(self): return "floor"
    def __trunc__(self): return "trunc"
    def __index__(self): return 6


print(math.sqrt(F()), math.ceil(F()), math.floor(F()), math.trunc(F()), math.gcd(F(), 4), math.factorial(F()), math.isnan(F()))
