import weakref


class A:
    x = 1
    def __len__(self): return 3
    def __add__(self, o): return ("add", o)
    def __call__(self): return "called"
    def __str__(self): return "A str"
    def __getitem__(self, i): return i
    def __bool__(self): return False


a = A()
p = weakref.proxy(a)
print(p.x, len(p), p + 1, p(), str(p), p[5], bool(p), type(p).__name__, isinstance(p, A), p == a, p.__class__ is A)
p.y = 2
print(a.y)
f = weakref.finalize(a, print, "finalized", 1)
print(f.alive, f.peek()[2])
del a
print(f.alive, f())
for op in (lambda: p.x, lambda: len(p), lambda: p + 1, lambda: str(p), lambda: p()):
    try:
        op()
    except ReferenceError as e:
        print(e)
b = A()
g = weakref.finalize(b, print, "explicit")
g()
g()
h = weakref.finalize(b, print, "at exit runs")
h2 = weakref.finalize(b, print, "detached")
print(h2.detach()[3])
try:
    hash(weakref.proxy(b))
except TypeError as e:
    print(e)
order = []
c = A()
refs = [weakref.ref(c, lambda r, i=i: order.append(i)) for i in range(3)]
del c
print(order)


def bad(r): raise ValueError("callback fails")


c = A()
r = weakref.ref(c, bad)
del c
print("goes on")
