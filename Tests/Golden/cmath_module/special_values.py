# cmath over all special values and branch cuts, results, signs of zeros, errors.
import cmath, math

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



P = (0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 1e-310, 1e200, math.inf, -math.inf, math.nan)
for name in "acos acosh asin asinh atan atanh cos cosh exp log log10 sin sinh sqrt tan tanh phase polar isfinite isinf isnan".split():
    f = getattr(cmath, name); row = []
    for re in P:
        for im in P:
            try: r = f(complex(re, im)); row.append("(%.12g%+.12gj)" % (r.real, r.imag) if isinstance(r, complex) else "%.12g" % r if isinstance(r, float) else str(r) if isinstance(r, bool) else "%.12g,%.12g" % r)
            except (ValueError, OverflowError) as error: row.append(type(error).__name__[0] + ":" + str(error))
    print(name, *row)
for name in "acos asin atanh acosh atan asinh sqrt log".split():
    f = getattr(cmath, name); print(name, [str(f(z)) for z in (complex(-2, 0.0), complex(-2, -0.0), complex(2, 0.0), complex(2, -0.0), complex(0.0, 2), complex(-0.0, 2), complex(0.0, -2), complex(-0.0, -2))])
for arguments in ((1, 0), (1, math.pi), (0, math.inf), (math.inf, 0), (math.inf, 1), (math.nan, 0), (1, math.inf), (-1, 0.5), (math.inf, math.inf), (0.0, math.nan), ("x", 1), (1,), (1, 1j)): show(("rect", arguments), lambda: cmath.rect(*arguments))
for a, b, k in ((1, 1 + 1e-10j, {}), (1j, 1.1j, {"rel_tol": 0.2}), (math.inf, math.inf, {}), (complex(math.inf, 1), complex(math.inf, 2), {}), (math.nan, math.nan, {}), (0, 1e-10, {"abs_tol": 1e-9}), (1, 1, {"rel_tol": -1}), (1, "x", {})): show(("isclose", a, b), lambda: cmath.isclose(a, b, **k))
class C:
    def __complex__(self): return 3 + 4j
class F:
    def __float__(self): return 4.0
class I:
    def __index__(self): return 9
class B:
    def __complex__(self): return 5
for label, call in {"complex": lambda: cmath.sqrt(C()), "float": lambda: cmath.sqrt(F()), "index": lambda: cmath.sqrt(I()), "bad": lambda: cmath.sqrt(B()), "text": lambda: cmath.sqrt("1"), "none": lambda: cmath.exp(None), "big": lambda: cmath.sqrt(10**400), "log base": lambda: (cmath.log(8, 2), cmath.log(1j, 1 + 1j), cmath.log(-1)), "log zero": lambda: cmath.log(0), "log base 1": lambda: cmath.log(2, 1), "log base 0": lambda: cmath.log(2, 0), "log keyword": lambda: cmath.log(x=1), "no arguments": lambda: cmath.sin(), "constants": lambda: (cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj), "exp big": lambda: cmath.exp(1000), "exp close": lambda: cmath.exp(complex(709.9, 1)), "cosh big": lambda: cmath.cosh(1000 + 1j), "sqrt tiny": lambda: (cmath.sqrt(5e-324), cmath.sqrt(complex(5e-324, 5e-324)), cmath.sqrt(complex(1e308, 1e308)))}.items(): show(label, call)
