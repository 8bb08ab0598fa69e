class A:
    def m(self): return "A.m"


class B(A):
    pass


class C(B):
    pass


def call(o): return o.m()


c = C()
for _ in range(100): call(c)
print(call(c))
B.m = lambda self: "B.m"
print(call(c), call(A()))
del B.m
print(call(c))
A.m = lambda self: "A.m2"
print(call(c))
c.m = lambda: "instance"
print(call(c), call(C()))
del c.m
C.__bases__ = (type("X", (A,), {"m": lambda self: "X.m"}),)
print(call(c))
c.__class__ = A
print(call(c))
A.m = classmethod(lambda cls: "classmethod " + cls.__name__)
print(call(c))
A.m = staticmethod(lambda: "static")
print(call(c))
A.m = property(lambda self: lambda: "property")
print(call(c))
A.m = 5
try:
    call(c)
except TypeError as e:
    print(e)
class D:
    def __call__(self): return "callable object"
A.m = D()
print(call(c))
