x = 1
print(globals() is locals(), globals()["x"], "f" in globals())
globals()["made"] = "by dict"
print(made)


def f(a, *b, **c):
    d = 2
    l = locals()
    e = 3
    print(l)
    l["d"] = 99
    print(d, sorted(locals()), locals() is l)

    def inner():
        return d, sorted(locals())
    return inner()


print(f(1, 2, k=3))


class A:
    y = 1
    print(sorted(k for k in locals() if not k.startswith("_")))
    locals()["z"] = 2
    print(z)


print(A.z, vars(A)["y"], vars() is globals())
print([sorted(locals()) for q in (1,)], (lambda p: locals())(5))
del globals()["made"]
try:
    made
except NameError as e:
    print(e)
try:
    vars(5)
except TypeError as e:
    print(e)
print(__name__, __doc__, __package__, __spec__, type(__builtins__).__name__, type(__loader__).__name__)
