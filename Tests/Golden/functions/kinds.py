def f(a, b, /, c, d=4, *args, e, f=6, **kw):
    return a, b, c, d, args, e, f, kw


print(f(1, 2, 3, e=5))
print(f(1, 2, c=3, e=5, a="kw a", b="kw b"))
print(f(1, 2, 3, 4, 5, 6, e=7, f=8, g=9))
print(f(*(1, 2), *[3], **{"e": 0}, **{"z": 1}))


def g(*, k):
    return k


def h(a, /):
    return a


def i(a, /, *, b=1, **a_):
    return a, b, a_


def j(*args):
    return args


print(g(k=1), h(1), i(1, a=2, a_=3), j(*"ab", *[], 3), (lambda *a, k=1, **kw: (a, k, kw))(1, k=2, z=3), (lambda a, /, b: (a, b))(1, b=2), (lambda *, x: x)(x=1))
print(f.__code__.co_argcount, f.__code__.co_posonlyargcount, f.__code__.co_kwonlyargcount, f.__code__.co_varnames, f.__code__.co_nlocals, f.__code__.co_flags & 12, f.__code__.co_name)
