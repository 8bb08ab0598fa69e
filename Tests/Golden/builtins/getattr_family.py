def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


class A: x = 1
a = A()
print(getattr(a, "x"), getattr(a, "y", 5), hasattr(a, "x"), hasattr(a, "y"), setattr(a, "z", 2), a.z, delattr(a, "z"), vars(a), vars(A)["x"], dir(a)[-1], [n for n in dir(A) if not n.startswith("_")], len(dir()) > 3)
show(getattr, a, "y")
show(getattr, a, 1)
show(getattr, a)
show(hasattr, a)
show(hasattr, a, 5)
show(setattr, a, 5, 1)
show(setattr, a)
show(delattr, a, "nope")
show(delattr, 5, "real")
show(vars, 5)
show(vars, 1, 2)
show(dir, 1, 2)
show(setattr, 5, "x", 1)
show(setattr, int, "x", 1)
show(getattr, None, "x")
show(getattr, "a", "upperr")
show(getattr, A, "nothing")
show(getattr, len, "nothing")
show(getattr, type, "nothing")
show(getattr, __import__("sys"), "nothing")
