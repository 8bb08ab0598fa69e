def f(self, x):
    return self, x


print(f.__get__(1)(2), f.__get__(None, int) is f, f.__get__(1, int).__self__, type(f.__get__(5)).__name__)
try:
    f.__get__(None)
except TypeError as error:
    print(error)


class A:
    g = f
    h = len
    s = staticmethod(f)
    c = classmethod(f)
    l = lambda self: "l"
    p = print


a = A()
print(a.g(1)[1], a.h([1, 2]), a.s(1, 2), a.c(3)[0].__name__, a.l(), A.__dict__["s"], A.__dict__["s"].__func__ is f, A.__dict__["c"].__wrapped__ is f)
A.__dict__["s"].__dict__
sm = staticmethod(f)
print(sm(1, 2), sm.__name__, staticmethod(len).__get__(None, int)([1]), classmethod(lambda c: c).__get__(5)(), classmethod(lambda c: c.__name__).__get__(None, str)())
M = type(a.g)
m = M(f, "self")
print(m(1), m.__func__ is f, m == M(f, "self"), m == M(f, "other"), hash(m) == hash(M(f, m.__self__)), m.__name__, m.__doc__)
for bad in (lambda: M(5, 1), lambda: M(f, None), lambda: M(f), lambda: staticmethod(), lambda: classmethod(1, 2)):
    try:
        bad()
    except TypeError as error:
        print(error)
print(str.upper.__get__("x")(), list.append.__get__([1]).__name__, int.__add__.__get__(5)(6))
try:
    str.upper.__get__(5)
except TypeError as error:
    print(error)
