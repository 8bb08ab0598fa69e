def inner():
    try:
        x = yield 1
        print("inner got", x)
        yield 2
    except ValueError as e:
        print("inner caught", e)
        yield 3
    return "inner result"


def outer():
    r = yield from inner()
    print("result", r)
    r2 = yield from [10, 20]
    print(r2)
    return "outer"


g = outer()
print(next(g), g.gi_yieldfrom.__name__, g.send("s"), list(g))
g = outer()
next(g)
print(g.throw(ValueError("v")), next(g))


class It:
    def __iter__(self): return self
    def __next__(self): return "n"
    def send(self, v): return ("sent", v)
    def throw(self, *a): return ("thrown", a[0])
    def close(self): print("closed It")


def d(x):
    yield from x


g = d(It())
print(next(g), g.send(None), g.send(5), g.throw(KeyError))
g.close()
for bad in (5, None):
    try:
        list(d(bad))
    except TypeError as e:
        print(e)
g = d(iter([1, 2]))
next(g)
try:
    g.send("x")
except AttributeError as e:
    print(e)
g = d([1])
next(g)
try:
    g.throw(ValueError("through list iterator"))
except ValueError as e:
    print(e)
