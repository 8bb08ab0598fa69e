import gc


class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


gc.collect()
a, b = D("a"), D("b")
a.o, b.o = b, a
del a, b
print("cycle alive")
print(gc.collect() > 0)
c = D("self")
c.me = c
del c
gc.collect()
print("after")


def gen():
    try:
        yield 1
    finally:
        print("generator closed")


g = gen()
next(g)
del g
print("x")
l = []
l.append(l)
l.append(D("in cyclic list"))
del l
gc.collect()
f = lambda: f
f.d = D("function attr")
del f
gc.collect()
print("end", gc.garbage)
