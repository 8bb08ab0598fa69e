def f(a, b=2): return a, b


class C:
    def __init__(self, a, b=5): self.v = a, b
    def m(self, a, b=6): return a, b
    def __call__(self, a, b=7): return a, b
    @classmethod
    def c(cls, a, b=8): return a, b
    @staticmethod
    def s(a, b=9): return a, b


def call(g, *a, **k): return g(*a, **k)
def one(g): return g(1)
def two(g): return g(1, 2)
def kw(g): return g(1, b=3)


c = C(0)
targets = [f, c.m, c, C.c, C.s, lambda a, b=10: (a, b), lambda x: (x, "only one")]
for g in targets[:6]:
    for _ in range(60): one(g), two(g), kw(g)
    print(one(g), two(g), kw(g))
print([one(g) for g in targets], one(str), one(list([1]).append), one(type), C(1).v, C(1, b=2).v)
f.__defaults__ = (99,)
print(one(f), two(f))
f.__code__ = (lambda a, b: ("swapped", a, b)).__code__
print(one(f))
f.__defaults__ = None
try:
    one(f)
except TypeError as e:
    print(e)
C.__init__ = lambda self, a: setattr(self, "v", ("new init", a))
print(one(C).v)
C.__new__ = staticmethod(lambda cls, a: "from new")
print(one(C))
try:
    two(len)
except TypeError as e:
    print(e)
print(max(1, 2), isinstance(1, int), len("abc"), [g for g in map(one, [str, abs, bool])])
