from functools import lru_cache, cache, singledispatch
calls = []


@lru_cache(maxsize=2)
def f(x, y=0):
    calls.append(x)
    return x * 2


print(f(1), f(1), f(2), f(3), f(1), calls, f.cache_info(), f(1.0), f(x=1), f(1, 0), f.cache_info(), f.cache_parameters(), f.__wrapped__(5), f.__name__)
f.cache_clear()
print(f.cache_info())


@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(100), fib.cache_info())


@lru_cache
def g(*a, **k): return a, k


print(g(1, k=2), g(1, k=2), g((1,), k=2), g.cache_info())
try:
    g([])
except TypeError as e:
    print(e)


@lru_cache(typed=True)
def t(x): return type(x).__name__


print(t(1), t(1.0), t(True), t.cache_info().currsize)


@lru_cache(maxsize=0)
def z(x): return x


z(1), z(1)
print(z.cache_info())


@singledispatch
def kind(x): return "object"


@kind.register
def _(x: int): return "int"


@kind.register(list)
def _(x): return "list"


print(kind(5), kind(True), kind([]), kind("a"), kind.dispatch(bool)(1), sorted(t.__name__ for t in kind.registry))
class M:
    @lru_cache
    def m(self): return "m"
print(M().m())
