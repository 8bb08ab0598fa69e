import weakref


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


class V:
    def __init__(self, v): self.v = v
    def __add__(self, o): return ("add", self.v, getattr(o, "v", o))
    def __radd__(self, o): return ("radd", o)
    def __iadd__(self, o): self.v += o; return self
    def __len__(self): return 4
    def __getitem__(self, i): return i
    def __contains__(self, i): return i == 2
    def __iter__(self): return iter("ab")
    def __call__(self, *a, **k): return a, k
    def __bool__(self): return False
    def __str__(self): return "STR"
    def __eq__(self, o): return True
    def __lt__(self, o): return "lt"
    def __neg__(self): return "neg"
    def __index__(self): return 7
    def __float__(self): return 1.5
    def __hash__(self): return 5
    def __bytes__(self): return b"B"
    def __reversed__(self): return "rev"
    def __matmul__(self, o): return "mat"
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __next__(self): return "next"


v = V(1)
p = weakref.proxy(v)
print(type(p), p + 1, 2 + p, len(p), p[3], 2 in p, list(p), p(1, a=2), bool(p), str(p), p == 3, p < 1, -p, float(p), bytes(p), p @ 1,
    p ** 2, pow(p, 2, 3), next(p), p.v, [10] * 1 and range(10)[p] if False else "", repr(p).startswith("<weakproxy at"), isinstance(p, V),
    p.__class__, weakref.proxy(v) is p, p + p)
p.w = 5
del p.w
p += 3
print(type(p).__name__, v.v)
p = weakref.proxy(v)
show("reversed", lambda: reversed(p))
show("hash", lambda: hash(p))
show("call", lambda: weakref.proxy(type("N", (), {})())())
show("no attr", lambda: p.nope)
show("index", lambda: [0] * 8 and "abcdefgh"[p])
show("unsupported", lambda: p - 1)
show("not weak", lambda: weakref.proxy(1))
del v
for label, call in {"attr": lambda: p.v, "len": lambda: len(p), "bool": lambda: bool(p), "str": lambda: str(p), "add": lambda: p + 1,
    "eq": lambda: p == 1, "call": lambda: p(), "set": lambda: setattr(p, "a", 1), "iter": lambda: iter(p),
    "repr": lambda: repr(p).startswith("<weakproxy at")}.items():
    show(label, call)
print(weakref.ProxyTypes, weakref.getweakrefcount(print))
n = type("N", (), {"m": lambda self: 1})()
q = weakref.proxy(n, lambda x: print("  gone", type(x)))
print(type(q), q.m())
show("iterate", lambda: iter(q))
show("next", lambda: next(q))
del n
