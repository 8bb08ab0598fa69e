class A:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x


a = A(1)
print(a.x, A.__slots__, hasattr(a, "y"), hasattr(a, "__dict__"), type(A.x).__name__, repr(A.x), A.x.__get__(a), A.x.__name__)
for source in ["a.y", "a.z", "a.z = 1", "del a.y", "a.__dict__", "A.x.__get__(5)", "A.x.__set__(5, 1)", "import weakref; weakref.ref(a)"]:
    try:
        exec(source)
    except Exception as error:
        print(source, type(error).__name__, error)
a.y = 2
del a.x
print(hasattr(a, "x"), a.y)


class B(A):
    pass


class C(A):
    __slots__ = ("z", "__dict__")


class D(A):
    __slots__ = "single"


b, c, d = B(1), C(2), D(3)
b.q = 1
c.w, c.z = 5, 6
d.single = 7
print(b.__dict__, b.x, c.__dict__, c.z, d.single, d.x)


class E:
    __slots__ = {"a": "doc a", "b": "doc b"}


class F:
    __slots__ = ["__private", "__weakref__"]

    def __init__(self):
        self.__private = 1


print(E.a.__doc__, F()._F__private, F.__dict__["_F__private"])
