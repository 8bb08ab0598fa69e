def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)




def f0():
    pass


def f1(a):
    pass


def f2(a, b):
    pass


def f3(a, b, c):
    pass


def d1(a, b=1):
    pass


def k1(*, k):
    pass


def k2(a, *, k, m):
    pass


def k3(*, x, y, z):
    pass


def p1(a, /):
    pass


def p2(a, b, /, c):
    pass


def mix(a, b=1, *, c, d=2):
    pass


show(f0, 1)
show(f0, 1, 2)
show(f0, x=1)
show(f1)
show(f1, 1, 2)
show(f1, b=1)
show(f1, 1, a=1)
show(f2)
show(f2, 1)
show(f2, b=1)
show(f2, 1, 2, 3)
show(f2, 1, 2, c=3)
show(f3)
show(f3, 1)
show(d1)
show(d1, 1, 2, 3)
show(d1, 1, 2, b=3)
show(k1)
show(k1, 1)
show(k1, 1, k=2)
show(k2)
show(k2, 1)
show(k2, 1, 2, k=3, m=4)
show(k2, 1, 2, 3)
show(k3)
show(k3, x=1)
show(p1, a=1)
show(p1)
show(p2, 1, b=2, c=3)
show(p2, a=1, b=2, c=3)
show(p2, 1, 2)
show(mix, 1, 2, 3)
show(mix, 1)
show(mix, c=1)
show(mix, 1, 2, 3, c=4)
show(f1, **{"a": 1, "b": 2})
show(f1, *[1], *[2])
show(lambda x: x)
show(f1, **{"a b": 1})
show(f2, *(1,), **{"a": 2})
