# math: domain and range errors, huge ints, exact sums and products, gcd families, rounding slots, argument errors.
import math
from decimal import Decimal
from fractions import Fraction

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



inf, nan = math.inf, math.nan
ONE = [n for n in dir(math) if callable(getattr(math, n)) and n not in ("pow", "atan2", "fmod", "copysign", "ldexp", "gcd", "lcm", "comb", "perm", "hypot", "dist", "fsum", "prod", "isclose", "log", "nextafter", "remainder", "factorial", "isqrt") and not n.startswith("_")]
for name in ONE:
    f = getattr(math, name)
    for x in (0.0, -0.0, 1, -1, 0.5, 2, -2.5, 171.5, 710.0, 1e308, 5e-324, -5e-324, inf, -inf, nan, True, 10**400, -10**400, "x", None, 1j, Decimal("1.5"), Fraction(1, 2)): show((name, str(x)[:8]), lambda: f(x))
for name in "pow atan2 fmod copysign nextafter remainder ldexp".split():
    f = getattr(math, name)
    for a, b in ((0.0, -1), (0.0, 0.0), (-0.0, -3), (-0.0, -2.5), (-1, inf), (1, nan), (nan, 0), (-8, 1 / 3), (inf, -1), (2, 1024), (2, -1080), (-2, 1025), (7.5, 2), (-7.5, 2), (7.5, 0), (inf, 2), (3, inf), (0.5, 1), (1e308, 10), (5, -3), (0, 10**400)):
        if name != "ldexp" or isinstance(b, int): show((name, a, b if b != 10**400 else "big"), lambda: f(a, b))
for label, call in {"factorial": lambda: [math.factorial(n) for n in (0, 1, 5, 20, 21, 100 % 99)], "factorial big": lambda: len(str(math.factorial(500))), "factorial neg": lambda: math.factorial(-1), "factorial float": lambda: math.factorial(5.0), "comb": lambda: [math.comb(n, k) for n, k in ((0, 0), (5, 2), (5, 9), (100, 50), (2**64, 3), (10**20, 2))], "comb neg": lambda: math.comb(-1, 2), "comb neg k": lambda: math.comb(2, -1), "comb float": lambda: math.comb(5.0, 2), "perm": lambda: [math.perm(n, k) for n, k in ((5, 2), (5, None), (3, 5), (2**65, 2), (20, 20))], "perm neg": lambda: math.perm(-1), "isqrt": lambda: [math.isqrt(n) for n in (0, 1, 15, 16, 2**64 - 1, 2**64, 10**60, 10**61 - 1)], "isqrt neg": lambda: math.isqrt(-1), "isqrt float": lambda: math.isqrt(4.0), "gcd": lambda: (math.gcd(), math.gcd(5), math.gcd(-12, 18, 27), math.gcd(0, 0), math.gcd(2**100, 6**60), math.gcd(True, 5)), "lcm": lambda: (math.lcm(), math.lcm(-4, 6), math.lcm(0, 5), math.lcm(2**70, 3, 10)), "gcd float": lambda: math.gcd(1.5, 2), "hypot": lambda: (math.hypot(), math.hypot(3, 4), math.hypot(1e308, 1e308), math.hypot(inf, nan), math.hypot(nan, 1), math.hypot(-5), math.hypot(5e-324, 5e-324), math.hypot(*range(20))), "hypot text": lambda: math.hypot("x"), "dist": lambda: (math.dist((1, 2), [4, 6]), math.dist((), ()), math.dist((inf,), (0,)), math.dist(iter([1]), (x for x in [2]))), "dist length": lambda: math.dist((1,), (1, 2)), "dist type": lambda: math.dist(1, 2), "dist text": lambda: math.dist(("a",), (1,)), "fsum": lambda: (math.fsum([]), math.fsum([0.1] * 10), math.fsum([1e100, 1, -1e100, 1]), math.fsum([inf, 1]), math.fsum([1e308, 1e308, -1e308]), math.fsum([5e-324] * 3), math.fsum(range(10**3))), "fsum inf": lambda: math.fsum([inf, -inf]), "fsum nan": lambda: math.fsum([nan, inf]), "fsum overflow": lambda: math.fsum([1e308, 1e308]), "fsum text": lambda: math.fsum(["x"]), "fsum int": lambda: math.fsum([10**400]), "prod": lambda: (math.prod([]), math.prod([1, 2, 3]), math.prod([0.5, 4]), math.prod([2] * 70), math.prod([2], start="a"), math.prod(range(1, 25)), math.prod([1.5, 2, 10**20]), math.prod([[1]], start=2), math.prod([inf, 0])), "prod text": lambda: math.prod(["a", "b"]), "isclose": lambda: (math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1, rel_tol=0.1), math.isclose(0, 1e-12), math.isclose(0, 1e-12, abs_tol=1e-9), math.isclose(inf, inf), math.isclose(inf, 1), math.isclose(nan, nan)), "isclose neg": lambda: math.isclose(1, 1, rel_tol=-1), "isclose positional": lambda: math.isclose(1, 1, 1), "log": lambda: (math.log(8, 2), math.log(10**400), math.log(10**400, 10), math.log(Fraction(1, 2)), math.log2(2**2000), math.log10(10**500), math.log1p(-0.5)), "log 0": lambda: math.log(0), "log neg": lambda: math.log(-10**400), "log base 1": lambda: math.log(2, 1), "log base 0": lambda: math.log(2, 0), "log args": lambda: math.log(), "log text": lambda: math.log("x"), "frexp": lambda: [math.frexp(x) for x in (0.0, 1, -3.5, 5e-324, inf)], "modf": lambda: [math.modf(x) for x in (1.5, -2.25, inf, -0.0, 1e300)], "ldexp": lambda: (math.ldexp(1, 10**20) if False else math.ldexp(0, 10**20), math.ldexp(1, -10**20), math.ldexp(inf, 5)), "ldexp over": lambda: math.ldexp(1, 10**20), "ldexp float": lambda: math.ldexp(1, 1.5), "ulp": lambda: [math.ulp(x) for x in (0, 1, -1e308, inf, 5e-324)], "cbrt": lambda: [math.cbrt(x) for x in (27, -8, 0.001, -0.0)], "exp2": lambda: [math.exp2(x) for x in (0.5, -1074, 10)], "sumprod": lambda: math.sumprod}.items(): show(label, call)
class Slots:
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __trunc__(self): return "trunc"
class Flo:
    def __float__(self): return 2.25
class Idx:
    def __index__(self): return 7
class Bad:
    def __float__(self): return "no"
print(math.floor(Slots()), math.ceil(Slots()), math.trunc(Slots()), math.floor(Flo()), math.sqrt(Flo()), math.ceil(Idx()), math.factorial(Idx()), math.gcd(Idx(), 14), math.sqrt(Idx()), math.comb(Idx(), 2)); show("trunc float only", lambda: math.trunc(Flo())); show("bad float", lambda: math.sqrt(Bad())); print(math.pi, math.e, math.tau, [math.sin(x) for x in (1e22, 0.5, 3)], [math.gamma(x) for x in (0.5, 5, 171, -1.5, 1e-5)], [math.lgamma(x) for x in (0.5, 100, -1.5, 3)], [math.erf(x) for x in (0.1, 1, 3)], [math.erfc(x) for x in (0.1, 5, 27)])
