class Raises:
    def __get__(self, o, t):
        raise AttributeError("from get")


class A:
    r = Raises()

    def __getattr__(self, name):
        return "fallback " + name


class B:
    r = Raises()


print(A().r, getattr(B(), "r", "default"), hasattr(B(), "r"))
try:
    B().r
except AttributeError as error:
    print(error)


class KeyErr:
    def __get__(self, o, t):
        raise KeyError("k")


class C:
    k = KeyErr()


try:
    hasattr(C(), "k")
except KeyError as error:
    print("not swallowed", error)


class Cached:
    def __init__(self, f):
        self.f = f

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, o, t=None):
        if o is None:
            return self
        print("compute")
        v = o.__dict__[self.name] = self.f(o)
        return v


class D:
    @Cached
    def v(self):
        return 42


d = D()
print(d.v, d.v, isinstance(D.v, Cached))


class BadName:
    def __set_name__(self, o, n):
        raise ValueError("bad name")


try:
    class E:
        x = BadName()
except Exception as error:
    print(type(error).__name__, error, repr(error.__cause__))
