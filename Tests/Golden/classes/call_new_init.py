class A:
    def __new__(cls, *a, **k):
        print("new", cls.__name__, a, k)
        return super().__new__(cls)

    def __init__(self, *a, **k):
        print("init", a, k)

    def __call__(self, *a):
        return ("call", a)


a = A(1, x=2)
print(a(3, 4), callable(a), callable(5), a.__call__(5))


class Other:
    def __new__(cls):
        return 42

    def __init__(self):
        print("never")


class Sub(A):
    def __new__(cls):
        return A.__new__(A, "direct")


print(Other(), type(Sub()).__name__)


class Singleton:
    instance = None

    def __new__(cls, v):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self, v):
        self.v = v


print(Singleton(1) is Singleton(2), Singleton.instance.v)


class Meta(type):
    def __call__(cls, *a):
        print("meta call", a)
        return super().__call__(*a) if a else "nothing"


class M(metaclass=Meta):
    def __init__(self, x):
        self.x = x


print(M(), M(3).x)


class I:
    def __init__(self):
        return "not none"


try:
    I()
except TypeError as error:
    print(error)


class Nest:
    class Deep:
        def __call__(self):
            return lambda: "deep"


print(Nest.Deep()()(), A.__new__.__name__, type(A.__dict__["__new__"]).__name__)
