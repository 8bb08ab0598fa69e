class Base:
    registry = []

    def __init_subclass__(cls, /, tag=None, **kw):
        print("init_subclass", cls.__name__, tag, kw)
        super().__init_subclass__(**kw)
        cls.tag = tag
        Base.registry.append(cls.__name__)


class A(Base, tag="t"): pass
class B(A): pass


print(Base.registry, A.tag, B.tag)
try:
    class C(Base, bad=1): pass
except TypeError as error:
    print(error)
try:
    class D(x=1): pass
except TypeError as error:
    print(error)


class Desc:
    def __set_name__(self, owner, name):
        print("set_name", name)


class E(Base):
    d = Desc()
    e = Desc()


print(Base.registry, type(Base.__dict__["__init_subclass__"]).__name__)
F = type("F", (Base,), {}, tag="dyn")
print(F.tag)


class Gen:
    def __class_getitem__(cls, k):
        return (cls.__name__, k)


class H(Gen): pass


print(Gen[1], H["a", 2], Gen[:], type(Gen.__dict__["__class_getitem__"]).__name__)
try:
    Gen()[1]
except TypeError as error:
    print(error)
