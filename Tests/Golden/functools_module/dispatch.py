import collections.abc
import functools


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


@functools.singledispatch
def f(x, *rest): return "object", rest


@f.register
def _(x: int): return "int"


@f.register(list)
def _(x): return "list"


@f.register
def _(x: str | bytes): return "text"


f.register(collections.abc.Mapping, lambda x: "mapping")
f.register(type(None))(lambda x: "none")
print(f(1), f(True), f([]), f("a"), f(b""), f({}), f(None), f(1.5, 2), f.dispatch(bool)(3), sorted(t.__name__ for t in f.registry), f.__name__)
show("no args", lambda: f())
show("keyword", lambda: f(x=1))
show("not class", lambda: f.register(3))
show("no annotation", lambda: f.register(lambda x: 0))
show("bad union", lambda: f.register(int | list[int], len))
show("generic", lambda: f.register(list[int], len))


class A: ...
class B(A): ...
class C(B, collections.abc.Sized):
    def __len__(self): return 0


f.register(A, lambda x: "A"); f.register(collections.abc.Sized, lambda x: "sized"); print(f(B()), f(C()), f(set()))
f.register(collections.abc.Iterable, lambda x: "iterable"); show("ambiguous", lambda: f(set()))


class K:
    @functools.singledispatchmethod
    def m(self, x): return "any", x
    @m.register
    def _(self, x: int): return "int", x
    @functools.singledispatchmethod
    @classmethod
    def c(cls, x): return cls.__name__, "any"
    @c.register
    @classmethod
    def _(cls, x: str): return cls.__name__, "str"


print(K().m(1), K().m("s"), K.c(1), K().c("x"), K.m.__isabstractmethod__ if hasattr(K.m, "__isabstractmethod__") else "", K().m.__name__)


@functools.total_ordering
class T:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v if isinstance(o, T) else NotImplemented
    def __gt__(self, o): return self.v > o.v if isinstance(o, T) else NotImplemented


print(T(1) < T(2), T(1) <= T(1), T(2) >= T(3), T.__lt__.__name__)
show("other", lambda: T(1) < 3)
show("none", lambda: functools.total_ordering(type("N", (), {})))
print([functools.total_ordering(type("M", (), {op: lambda s, o: NotImplemented, "__eq__": lambda s, o: True})).__ge__(1, 2) if False else "x" for op in ("__lt__",)])
