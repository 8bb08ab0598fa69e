def deco(f):
    print("deco", f.__name__)
    return f


def arg(n):
    print("arg", n)

    def wrap(f):
        print("wrap", n, f.__name__)
        return lambda *a: (n, f(*a))

    return wrap


@deco
@arg(1)
@arg(2)
def f(x):
    return x


print(f(5))


@(lambda c: (print("class", c.__name__), c)[1])
class A:
    @deco
    def m(self):
        pass

    @staticmethod
    @deco
    def s():
        return "s"

    @classmethod
    def c(cls):
        return cls.__name__


print(A.s(), A.c(), A().s())
decos = {"x": [deco]}


@decos["x"][0]
def g():
    pass


@print
def h():
    pass


print(h)


@(x := deco)
def i():
    pass


@deco if True else None
def j():
    pass


try:
    @5
    def k():
        pass
except TypeError as error:
    print(error)


class Count:
    def __init__(self, f):
        self.f = f
        self.n = 0

    def __call__(self, *a):
        self.n += 1
        return self.f(*a)

    def __get__(self, o, t=None):
        return lambda *a: self(o, *a)


@Count
def plus(a, b):
    return a + b


class B:
    @Count
    def m(self, x):
        return x * 2


plus(1, 2)
print(plus(3, 4), plus.n, B().m(4), B.__dict__["m"].n)
