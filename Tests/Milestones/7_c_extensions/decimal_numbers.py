# decimal is CPython's own _decimal, loaded as it is.
import decimal, _decimal
from decimal import *

print(decimal.Decimal is _decimal.Decimal, _decimal.__file__.endswith(".so"))
a, b = Decimal("1.10"), Decimal("2.2")
print(a + b, a * b, b / a, a - b, b // a, b % a, -a, abs(-b), a ** 2, divmod(b, a), round(Decimal("2.675"), 2), int(b), float(a))
print(repr(a), hash(Decimal(3)) == hash(3), a == Decimal("1.1"), a < b, a < 2, 1 + a, a.as_tuple(), Decimal("1E+3").normalize(), Decimal((0, (1, 2), -1)))
with localcontext() as context:
    context.prec = 50
    print(Decimal(2).sqrt(), Decimal(1) / 7, Decimal(1).exp(), Decimal(10).ln())
    context.rounding = ROUND_DOWN
    print(Decimal("1.999").quantize(Decimal("0.1")))
print(getcontext().prec, Decimal(1) / 3, f"{Decimal('1234567.891'):,.2f}", format(Decimal("0.5"), "%"), "%s" % a, str(Decimal("NaN")), Decimal("Infinity") > 10**100)
for wrong in (lambda: Decimal("x"), lambda: Decimal(1) / 0, lambda: Decimal(1) + 1.5, lambda: Decimal([1]), lambda: getcontext().__setattr__("prec", 0)):
    try: print(wrong())
    except Exception as error: print(type(error).__name__, error)
class Money(Decimal):
    def __str__(self): return "$" + super().__str__()
print(Money("3.50"), Money("3.50") + 1, type(Money("1") + Money("2")).__name__, sorted([Decimal(3), 1, Decimal("2.5"), 2]), sum([Decimal("0.1")] * 10))
print(Decimal.from_float(0.1), Decimal(2**70), Decimal("123456789") % 97, max(Decimal(1), Decimal(2)), {Decimal("1.0"): "one"}[1])
total = Decimal(0)
for i in range(2000): total += Decimal(i) / 7
print(total.quantize(Decimal("1.000000")))
