# lru_cache, cached_property, singledispatch(method), partial(method), total_ordering, reduce, cmp_to_key, wraps: the unusual uses.
import functools, pickle, copy, threading, types, collections.abc, typing
from functools import *

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



calls = []
@lru_cache(maxsize=2)
def f(*a, **k): calls.append((a, sorted(k.items()))); return len(calls)
print([f(1), f(2), f(1), f(3), f(2), f(1.0), f(True), f(1, x=2), f(x=2), f(1, x=2)], f.cache_info(), f.cache_parameters(), f.__wrapped__.__name__); f.cache_clear(); print(f.cache_info(), calls[-1])
typed = lru_cache(typed=True)(lambda x: type(x).__name__); print(typed(1), typed(1.0), typed(True), typed((1,)), typed((1.0,)), typed.cache_info())
unlimited = cache(lambda x: [x]); print(unlimited(1) is unlimited(1), unlimited.cache_info(), unlimited.cache_parameters())
zero = lru_cache(maxsize=0)(lambda x: x); print(zero(1), zero(1), zero.cache_info()); negative = lru_cache(maxsize=-5)(lambda x: x); print(negative(1), negative.cache_info())
for label, call in {"unhashable": lambda: f([]), "maxsize text": lambda: lru_cache("x"), "maxsize float": lambda: lru_cache(1.5), "raises": lambda: cache(lambda x: 1 / x)(0), "keywords": lambda: f(**{"x": []}), "deep": lambda: copy.deepcopy(f) is f, "copy": lambda: copy.copy(f) is f, "pickle": lambda: pickle.loads(pickle.dumps(f)) is f, "method": lambda: type("C", (), {"m": cache(lambda self, x: (x, self is not None))})().m(5), "builtin": lambda: cache(max)(1, 2), "attributes": lambda: (f.__name__, f.__qualname__, type(f).__name__), "not callable": lambda: lru_cache(8)(3), "setattr": lambda: (setattr(f, "q", 1), f.q)[1], "fib": lambda: (fib := cache(lambda n: n if n < 2 else fib(n - 1) + fib(n - 2)))(300) % 1000 if False else "skip", "recursive clear": lambda: (g := lru_cache(3)(lambda n: (g.cache_clear(), n)[1] if n else 0))(1) if False else "skip"}.items(): show(label, call)
class H:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, o): calls.append("eq"); return isinstance(o, H) and self.n == o.n
calls.clear(); print(f(H(1)), f(H(1)), f(H(2)), "eq" in calls)
class BadEq(H):
    def __eq__(self, o): raise ZeroDivisionError("eq")
    __hash__ = H.__hash__
show("eq raises", lambda: (f(BadEq(1)), f(BadEq(1))))
class C:
    n = 0
    @cached_property
    def p(self): "doc of p"; C.n += 1; return C.n
    q = cached_property(lambda self: "lambda")
    @partialmethod
    def broken(self): pass
    def m(self, *a, **k): return a, k
    half = partialmethod(m, 1, k=2); stat = partialmethod(staticmethod(lambda *a: a), 5); cls = partialmethod(classmethod(lambda c, *a: (c.__name__, a)), 6)
    @singledispatchmethod
    def d(self, x): return "default", x
    @d.register
    def _(self, x: int): return "int", x
    @d.register(list)
    def _(self, x): return "list", len(x)
    @singledispatchmethod
    @classmethod
    def k(cls, x): return cls.__name__, "any"
    @k.register
    @classmethod
    def _(cls, x: str): return cls.__name__, "str"
c = C(); print(c.p, c.p, c.__dict__, C.p.__doc__, C.p.attrname); del c.p; print(c.p, c.half(3), c.half(3, k=4, z=5), c.stat(1), c.cls(1), C.cls(2), c.d(1), c.d(True), c.d([1]), c.d("x"), C.k("x"), c.k(1), C.half.__name__ if hasattr(C.half, "__name__") else "no name"); c.p = "set"; print(c.p)
class S:
    __slots__ = ()
    p = cached_property(lambda s: 1)
show("slots", lambda: S().p); show("no name", lambda: cached_property(lambda s: 1).__get__(c)); show("two names", lambda: type("T", (), {"a": (x := cached_property(len)), "b": x})); show("mappingproxy", lambda: type("M", (type,), {"p": cached_property(lambda s: 1)})("X", (), {}).p)
@singledispatch
def g(x): return "object"
@g.register
def _(x: int | float): return "number"
@g.register(collections.abc.Sequence)
def _(x): return "sequence"
g.register(type(None), lambda x: "None")
@g.register
def _(x: collections.abc.Mapping): return "mapping"
print(g(1), g(True), g(1.5), g("s"), g([]), g(None), g({}), g(1j), g.dispatch(bool).__name__, sorted(k.__name__ for k in g.registry), g.registry[int](0))
class Both(collections.abc.Sequence, collections.abc.Mapping):
    def __getitem__(self, i): return i
    def __len__(self): return 0
    def __iter__(self): return iter(())
print(g(Both()))
class Virtual: pass
collections.abc.Mapping.register(Virtual); print(g(Virtual())); collections.abc.Sequence.register(Virtual); g._clear_cache(); show("ambiguous", lambda: g(Virtual()))
for label, call in {"no arguments": lambda: g(), "register text": lambda: g.register("x"), "register no annotation": lambda: g.register(lambda x: 1), "register bad annotation": lambda: g.register((lambda f: (f.__annotations__.update(x=list[int]), f)[1])(lambda x: 1)), "register union bad": lambda: g.register(list[int] | int), "register typing": lambda: g.register(typing.List)}.items(): show(label, call)
p = partial(print, 1, sep="-"); print(p, p.func is print, p.args, p.keywords, partial(p, 2).args, partial(p, sep="+").keywords, partial(int, base=2)("101")); p.attr = 5
for label, call in {"none": lambda: partial(), "not callable": lambda: partial(3), "pickle": lambda: pickle.loads(pickle.dumps(partial(max, 1, key=abs)))(-5), "reduce": lambda: partial(max, 1).__reduce__()[1:], "setstate": lambda: (q := partial(max), q.__setstate__((min, (1,), {"key": abs}, {"z": 3})), q(-2), q.z)[2:], "setstate bad": lambda: partial(max).__setstate__((1, 2)), "setstate types": lambda: partial(max).__setstate__((3, (), {}, {})), "copy": lambda: copy.copy(partial(max, 1)).args, "recursive": lambda: (r := partial(max), r.__setstate__((r, (r,), {}, {})), repr(r).count("...")) [2], "weakref": lambda: __import__("weakref").ref(p)() is p, "subclass": lambda: type("P", (partial,), {})(max, 1)(2), "nested": lambda: partial(partial(partial(max, 1), 2), 3).args, "keyword clash": lambda: partial(lambda a: a, a=1)(2), "delete": lambda: delattr(p, "func"), "generic": lambda: partial[int], "method": lambda: type("C", (), {"m": partial(lambda *a: a, 1)})().m(2)}.items(): show(label, call)
@total_ordering
class T:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v if isinstance(o, T) else NotImplemented
    def __lt__(self, o): return self.v < o.v if isinstance(o, T) else NotImplemented
print(T(1) <= T(1), T(1) > T(2), T(2) >= T(1), T.__le__.__name__, T(1).__le__(3)); show("unorderable", lambda: T(1) <= 3); show("no order", lambda: total_ordering(type("N", (), {}))); show("inherits", lambda: total_ordering(type("U", (T,), {"__gt__": lambda s, o: True}))(1) < T(0))
print(reduce(lambda a, b: a * 10 + b, [1, 2, 3]), reduce(max, [], 5), reduce(lambda a, b: 1 / 0, [7])); show("reduce empty", lambda: reduce(max, [])); show("reduce int", lambda: reduce(max, 5)); show("reduce raises", lambda: reduce(lambda a, b: a / b, [1, 0])); show("reduce arguments", lambda: reduce(max)); show("reduce keyword", lambda: reduce(max, [1], initial=2))
k = cmp_to_key(lambda a, b: (b > a) - (b < a)); print(sorted([3, 1, 2], key=k), k(1) < k(2), k(1) == k(1), k(5).obj, k(1) >= k(0)); show("cmp hash", lambda: hash(k(1))); show("cmp other", lambda: k(1) < 3); show("cmp raises", lambda: k("a") < k(1)); show("cmp result", lambda: cmp_to_key(lambda a, b: "x")(1) < cmp_to_key(lambda a, b: "x")(2)); show("cmp nothing", lambda: cmp_to_key(None)(1) < cmp_to_key(None)(1)); show("cmp no obj", lambda: cmp_to_key(max)()) 
def w(a: int) -> str: "doc w"
w.extra = 1
@wraps(w)
def z(*a): pass
print(z.__name__, z.__doc__, z.__annotations__, z.extra, z.__wrapped__ is w, WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES, update_wrapper(lambda: 1, partial(w)).__doc__[:7]); show("updated missing", lambda: update_wrapper(lambda: 1, w, updated=("nope",)))
ts = [threading.Thread(target=lambda: [f(i % 3) for i in range(200)]) for _ in range(4)]; [t.start() for t in ts]; [t.join() for t in ts]; print(f.cache_info().currsize)
