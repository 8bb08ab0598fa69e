import functools
import threading


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


@functools.lru_cache(maxsize=2)
def f(*args, **kwargs):
    print("  call", args, kwargs)
    return args


print(f(1), f(1), f(1.0), f(a=1), f(1), f.cache_info(), f.cache_parameters(), f.__wrapped__(9), f.__name__, f.__doc__)
f.cache_clear()
print(f.cache_info(), f((1,)), f(1), f("1"), f(True))


@functools.lru_cache(maxsize=None, typed=True)
def g(x): return type(x)


print(g(1), g(1.0), g(True), g.cache_info(), g.cache_parameters())
show("unhashable", lambda: f([]))
show("keyword unhashable", lambda: f(a={}))
show("raises", lambda: functools.cache(lambda: 1 / 0)())
show("size", lambda: functools.lru_cache("x"))
show("negative", lambda: functools.lru_cache(-5)(len).cache_info())
zero = functools.lru_cache(0)(lambda x: x); zero(1); zero(1); print(zero.cache_info())
show("no function", lambda: functools._lru_cache_wrapper(3, 1, False, None))
show("keyword order", lambda: (h := functools.cache(lambda **k: list(k)), h(a=1, b=2), h(b=2, a=1), h.cache_info().misses)[1:])


class C:
    @functools.lru_cache
    def method(self, x): return x * 2

    @functools.cached_property
    def prop(self): print("  computed"); return [1]


c = C()
print(c.method(2), C.method(c, 2), C.method.cache_info().hits, c.prop is c.prop, vars(c), C.prop.attrname, type(C.prop).__name__)
del c.prop
c.prop = 5
print(c.prop)
show("slots", lambda: type("S", (), {"__slots__": (), "p": functools.cached_property(len)})().p)
show("two names", lambda: type("T", (), {"a": (p := functools.cached_property(len)), "b": p}))
show("no name", lambda: functools.cached_property(len).__get__(C()))


@functools.cache
def fact(n): return n * fact(n - 1) if n else 1


print(fact(50), fact.cache_info().currsize, functools.cache.__name__)


class Key:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, other): fact.cache_clear(); return self.n == other.n


k = functools.lru_cache(3)(lambda x: x.n)
print([k(Key(i % 4)) for i in range(9)], k.cache_info(), __import__("copy").copy(f) is f, __import__("pickle").dumps(fact)[:2])
