import cmath
import math


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


inf, nan = math.inf, math.nan
points = [complex(a, b) for a in (0.0, -0.0, 1.5, -2.0, inf, -inf, nan) for b in (0.0, -0.0, 0.5, inf, nan)]
for f in (cmath.sqrt, cmath.exp, cmath.log, cmath.sin, cmath.cosh, cmath.tanh, cmath.asin, cmath.acosh, cmath.atanh, cmath.phase, cmath.polar):
    for z in points:
        show((f.__name__, z), lambda: f(z))
for call in (lambda: cmath.rect(2, math.pi), lambda: cmath.rect(inf, 0), lambda: cmath.rect(inf, inf), lambda: cmath.log(8, 2), lambda: cmath.log(0),
    lambda: cmath.log(1, 1), lambda: cmath.log10(-100), lambda: cmath.isclose(1j, 1j + 1e-10), lambda: cmath.isclose(1, 2, rel_tol=-1),
    lambda: cmath.isclose(inf, inf), lambda: (cmath.isnan(complex(1, nan)), cmath.isinf(complex(nan, inf)), cmath.isfinite(1j)),
    lambda: cmath.exp(800), lambda: cmath.sqrt("x"), lambda: cmath.sqrt(10**400), lambda: (cmath.infj, cmath.nanj, cmath.inf, cmath.tau)):
    show("", call)


class C:
    def __complex__(self): return 3 + 4j


class F:
    def __float__(self): return 2.0


print(cmath.polar(C()), cmath.sqrt(F()), cmath.phase(-1), cmath.phase(complex(-1, -0.0)))
