def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


for x in (0.5, -2.5, 3.0, 1e20, 0.1, -0.0, 1e-10):
    print(x, x.is_integer(), x.as_integer_ratio(), x.hex(), x.real, x.imag, x.conjugate(), int(x), x.__trunc__(), x.__floor__(), x.__ceil__(), abs(x), -x, +x, hash(x), bool(x))
show(float("inf").as_integer_ratio)
show(float("nan").as_integer_ratio)
show(int, float("inf"))
show(float("inf").__floor__)
show(lambda: (1.5).foo)
print(float("inf").is_integer(), float("inf").hex(), float("nan") == float("nan"), float.__getformat__("double"), (1.5).__getnewargs__())
print(float("inf") - float("inf"), float("inf") * 0, float("inf") + 1, -float("inf"), 1 / float("inf"), -1 / float("inf"), float("inf") // 1, 5 % float("inf"), -5 % float("inf"), float("inf") > 10 ** 400, float("nan") > 1, max(float("nan"), 1), max(1, float("nan")), min(1.0, -0.0, 0.0), sorted([3.0, -0.0, 0, 1]))
print(1.5 + 2, 2 + 1.5, 3 * 0.1, 0.1 * 3, 1e308 * 10, -1e308 * 10, 5.5 // 2, 5.5 % 2, -5.5 % 2, 5.5 % -2, 2.0 ** 0.5, 2 ** 0.5, 1e308 + 1e308, 0.1 + 0.7, 4.35 * 100, 1.1 + 2.2, 1 - 0.9, 1e16 + 1, 3.0 == 3, 1_000.0 - 0.1)
