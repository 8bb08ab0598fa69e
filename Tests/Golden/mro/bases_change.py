class A:
    def f(self): return "A"
class B:
    def f(self): return "B"
class C(A):
    pass
class D(C):
    pass


d = D()
print(d.f(), C.__bases__)
C.__bases__ = (B,)
print(d.f(), [k.__name__ for k in D.__mro__], A.__subclasses__(), [k.__name__ for k in B.__subclasses__()])
for bad in ((D,), (), (5,), (int,), [A]):
    try:
        C.__bases__ = bad
    except TypeError as error:
        print(error)
C.__bases__ = (A, B)
print(d.f(), C.__base__.__name__)
A.f = lambda self: "patched"
print(d.f())
del A.f
print(d.f())


class M(type):
    def mro(cls):
        return [cls, B, object]


class E(A, metaclass=M):
    pass


print(E().f(), [k.__name__ for k in E.__mro__], E.__bases__)
