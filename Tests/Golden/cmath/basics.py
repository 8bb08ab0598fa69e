import cmath
def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


z = 1 + 2j
def r(c): return f"{c.real:.10g}{c.imag:+.10g}j"
for f in (cmath.sqrt, cmath.exp, cmath.log, cmath.log10, cmath.sin, cmath.cos, cmath.tan, cmath.asin, cmath.acos, cmath.atan, cmath.sinh, cmath.cosh, cmath.tanh, cmath.asinh, cmath.acosh, cmath.atanh):
    print(f.__name__, r(f(z)), r(f(-0.5)), r(f(0.3j)))
print(cmath.phase(-1), cmath.polar(1j), r(cmath.rect(2, cmath.pi / 2)), cmath.pi, cmath.inf, cmath.infj, cmath.nanj, cmath.isnan(complex("nan")), cmath.isinf(cmath.infj), cmath.isfinite(z), cmath.isclose(z, z + 1e-12), cmath.sqrt(-1), cmath.sqrt(-4), r(cmath.log(z, 10)))
show(cmath.log, 0)
show(cmath.sqrt, "a")
show(cmath.exp, 1000)
show(cmath.atanh, 1)
show(cmath.phase)
