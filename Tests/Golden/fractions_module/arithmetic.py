# Fraction: every way to make one, arithmetic with other numbers, rounding, comparison, formats, errors.
import copy, math, numbers, operator, pickle
from decimal import Decimal
from fractions import Fraction as F

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



for arguments in ((), (3,), (1, 2), (-6, 4), (6, -4), (0, 5), (2**80, 2**79), ("3/4",), (" -1/3 ",), ("1_000/3",), ("1.25",), ("-.5e-3",), ("1e5",), ("+7",), ("3 /4",), ("3/ 4",), ("3/-4",), ("1/0",), ("",), ("x",), ("1__0",), ("1.2/3",), ("\u0663/\u0664",), ("nan",), (0.1,), (1e300,), (-0.0,), (float("inf"),), (float("nan"),), (Decimal("1.1"),), (Decimal("NaN"),), (F(1, 3), F(2, 3)), (1.5, 2), ("1", 2), (1, 0), (1j,), (None,), (True, 2), (b"1",), (1, 2, 3)):
    show(arguments, lambda: F(*arguments))
values = [F(1, 3), F(-7, 2), F(0), F(5), F(10**30, 3)]; others = [2, -3, 0, 0.5, True, 1j, Decimal("0.5"), "x", F(2, 5), None]
for name in "add sub mul truediv floordiv mod divmod pow lt le eq ge".split():
    f = getattr(operator, name, divmod)
    for a in values[:3]:
        for b in others: show((name, a, b), lambda: f(a, b)); show((name, b, a), lambda: f(b, a)) if b != "x" or name != "mod" else None
for x in [*values, F(1, 2), F(3, 2), F(-1, 2), F(25, 10**3), F(-7, 3)]: print(x, repr(x), float(x) if abs(x) < 1e300 else "", int(x), math.floor(x), math.ceil(x), math.trunc(x), round(x), round(x, 1), round(x, -1), abs(x), -x, +x, bool(x), hash(x) == hash(float(x)) if x == float(x) else hash(x), x.numerator, x.denominator, x.as_integer_ratio(), x.limit_denominator(10), complex(x), x.real, x.imag, x.conjugate())
print(F(math.pi).limit_denominator(1000), F("3.1415926535897932").limit_denominator(10), F(1, 3).limit_denominator(), F.from_float(0.25), F.from_decimal(Decimal("0.3")), sum([F(1, 2), F(1, 3)]), F(1, 3) ** -2, F(4, 9) ** F(1, 2), F(-8) ** F(1, 3), F(2) ** F(3), 2 ** F(3), 2.0 ** F(1, 2), F(0) ** 0, F(1, 2) == 0.5, F(1, 3) == 1 / 3, F(1, 2) < float("inf"), F(1, 2) > float("nan"), F(1, 2) == float("nan"), F(1, 2) == 0.5 + 0j, hash(F(1, 2)) == hash(0.5), hash(F(2**61 - 1)) , hash(F(1, 2**61 - 1)), isinstance(F(1), numbers.Rational))
for label, call in {"zero pow": lambda: F(0) ** -1, "limit 0": lambda: F(1).limit_denominator(0), "from_float int": lambda: F.from_float(3), "from_float text": lambda: F.from_float("x"), "from_decimal int": lambda: F.from_decimal(3), "from_decimal float": lambda: F.from_decimal(0.5), "set": lambda: setattr(F(1), "numerator", 2), "order complex": lambda: F(1) < 1j, "order text": lambda: F(1) < "x", "round text": lambda: round(F(1), "x"), "format": lambda: f"{F(1, 3):.2f}", "pickle": lambda: pickle.loads(pickle.dumps(F(1, 3))), "copy": lambda: copy.deepcopy(F(1, 3)), "subclass": lambda: type("S", (F,), {})(1, 2) + 1, "subclass copy": lambda: type(copy.copy(type("S", (F,), {})(1, 2))).__name__, "huge float": lambda: float(F(10**400, 3)), "tiny float": lambda: float(F(1, 10**400)), "to int": lambda: range(5)[F(1)], "normalize": lambda: F(2, 4, _normalize=False), "modulo": lambda: F(-7, 2) % F(3, 4), "divmod": lambda: divmod(F(-7, 2), F(3, 4)), "trunc": lambda: (F(-7, 2) // 1, F(7, 2).__trunc__(), F(7, 2).__int__())}.items(): show(label, call)
