def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1.005, 1e300, 12345.6789, 0.15, 0.25, 0.35, 5e-324, 1.45, -2.5, 99.995, 1e16 + 1):
    print(x, round(x), [round(x, n) for n in (0, 1, 2, 3, -1, -2)] if abs(x) < 1e17 else "", type(round(x)).__name__, type(round(x, 0)).__name__)
show(round, 1.5, None)
show(round, 1.5, 400)
show(round, 1.5, -400)
show(round, float("nan"))
show(round, float("inf"))
show(round, float("inf"), 2)
show(round, "a")
show(round, 1.5, "a")
show(round, 1.5, 1.0)
show(round, number=2.567, ndigits=1)
show(round)
show(round, 1.7e308, -308)
show(round, 1j)


class R:
    def __round__(self, n="none"):
        return f"round {n}"


print(round(R()), round(R(), 2), round(R(), None))
