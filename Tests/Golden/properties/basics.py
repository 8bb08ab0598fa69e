class A:
    def __init__(self):
        self._x = 1

    @property
    def x(self):
        """Doc x."""
        return self._x

    @x.setter
    def x(self, v):
        self._x = v

    @x.deleter
    def x(self):
        self._x = None

    ro = property(lambda self: "ro")
    wo = property(None, lambda self, v: print("wo", v))
    nothing = property()
    doc = property(doc="only doc")


a = A()
a.x = 5
print(a.x, A.x.__doc__, A.x.fget.__name__, A.x.fset.__name__, A.x.fdel.__name__, A.doc.__doc__, type(A.x).__name__, A.x.__isabstractmethod__)
del a.x
print(a.x, a.ro)
a.wo = 9
for source in ["a.ro = 1", "del a.ro", "a.wo", "a.nothing", "a.nothing = 1", "del a.wo", "A.x.fget = 1", "property(1, 2, 3, 4, 5)"]:
    try:
        exec(source)
    except Exception as error:
        print(source, type(error).__name__, error)


class B(A):
    @A.x.getter
    def x(self):
        return "B " + str(self._x)

    @property
    def ro(self):
        return super().ro + "!"


b = B()
b.x = 3
print(b.x, b.ro, A.x is B.x, property(lambda s: 1).__get__(5), A.x.__get__(a), A.x.__get__(None, A) is A.x)


class Err:
    @property
    def p(self):
        return self.missing


try:
    Err().p
except AttributeError as error:
    print(error, error.name)


class Sub(property):
    pass


class C:
    @Sub
    def q(self):
        """sub doc"""
        return "q"


print(C().q, type(C.q).__name__, C.q.__doc__)
