def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, -a, +a, abs(a), a.real, a.imag, a.conjugate(), a == 3 + 4j, a != b, a ** 2, a ** 0.5, a ** -1, a ** b, 2 ** a, 1j * 1j, a + 1, 1 - a, a * 2.5, 2 / a, bool(0j), bool(1j), hash(a), hash(3 + 0j) == hash(3))
print(0j, -0j, complex(-0.0, 0), complex(0, -0.0), complex(-0.0, -0.0), 1e20 + 1j, complex("inf"), complex("nan+infj"), complex(float("nan"), float("-inf")), 1.5 - 0j, 1e-5j, complex(1, 1e16))
print(complex(), complex(1), complex(1, 2), complex("1+2j"), complex("  -3j "), complex("1e3"), complex("j"), complex("-j"), complex("+j"), complex("(1+2j)"), complex(1j, 1j), complex(True, 2.5), complex(real=1, imag=2), complex(imag=1), complex("1_0j"))
show(complex, "1 + 2j")
show(complex, "abc")
show(complex, "")
show(complex, "1", 2)
show(complex, 1, "2")
show(complex, [])
show(complex, None)
show(lambda: a < b)
show(lambda: a // b)
show(lambda: a % b)
show(lambda: divmod(a, b))
show(lambda: int(a))
show(lambda: float(a))
show(lambda: a / 0)
show(lambda: 0j ** -1)
show(lambda: pow(a, 2, 3))
show(lambda: round(a))
show(lambda: complex("1+2jj"))
show(lambda: a.real.__class__)
show(lambda: setattr(a, "real", 1))


class C:
    def __complex__(self):
        return 1 + 2j


class F:
    def __float__(self):
        return 3.5


class Bad:
    def __complex__(self):
        return 1.0


print(complex(C()), complex(F()), complex(F(), F()), 1 + 2j == complex(1, 2), (1 + 0j) == 1.0, (1e300 + 1e300j) * 1e10, abs(3e200 + 4e200j))
show(complex, Bad())
print(repr(1 + 2j), str(-1j), [1j, -0.5j, 2 - 1e-7j], f"{1 + 2j}", "%s" % 2j, (1 + 2j).__getnewargs__(), (2j) ** 0, 0j ** 0, 1j ** 100, (1 + 1j) ** 100)
