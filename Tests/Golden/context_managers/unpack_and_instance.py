class Pair:
    def __enter__(self):
        return 1, [2, 3]

    def __exit__(self, *a):
        print(len(a), a[0])


with Pair() as (a, [b, *c]):
    print(a, b, c)
try:
    with Pair() as (a, b, c):
        print("never")
except ValueError as e:
    print(e)
o = Pair()
o.__enter__ = lambda: "instance attribute is ignored"
with o as x:
    print(x)
d = {}
with Pair() as d["k"]:
    print(d)


class Ret:
    def __init__(self, r): self.r = r
    def __enter__(self): return self
    def __exit__(self, *a): return self.r


for r in (0, "", [], None, 1, "yes"):
    try:
        with Ret(r):
            raise ValueError
        print(repr(r), "swallowed")
    except ValueError:
        print(repr(r), "passed on")


def gen():
    with Pair():
        yield 1


g = gen()
next(g)
g.close()
with Ret(True) as r:
    raise SystemExit(5)
print("still here")
