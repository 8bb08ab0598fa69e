import functools
def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print(functools.reduce(lambda a, b: a + b, [1, 2, 3]), functools.reduce(lambda a, b: a * b, [], 7), functools.reduce(max, [3, 9, 2]), functools.reduce(lambda a, b: f"({a}{b})", "abcd"))
show(functools.reduce, max, [])
show(functools.reduce, max, 5)
show(functools.reduce, 5, [1, 2])
p = functools.partial(int, base=2)
q = functools.partial(lambda *a, **k: (a, k), 1, x=2)
print(p("101"), q(2, y=3), q(x=9), q.func.__name__, q.args, q.keywords, repr(p), functools.partial(q, 5)(6), functools.partial(q, 5).args)
show(functools.partial)
show(functools.partial, 5)


def deco(f):
    @functools.wraps(f)
    def w(*a): return f(*a)
    return w


@deco
def named(x: int) -> str:
    """doc"""
    return x


print(named.__name__, named.__doc__, named.__wrapped__(5), named.__annotations__)


@functools.total_ordering
class V:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v


print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))


class C:
    @functools.cached_property
    def cp(self):
        print("computed")
        return 5

    def meth(self, a, b): return a, b
    pm = functools.partialmethod(meth, "first")


c = C()
print(c.cp, c.cp, c.__dict__, c.pm(2))
