import weakref


class A:
    def __init__(self, n): self.n = n
    def m(self): return self.n
    def __repr__(self): return f"A({self.n})"


a = A(1)
r = weakref.ref(a)
r2 = weakref.ref(a, lambda x: print("callback", x is r2, x()))
print(r(), r() is a, r is weakref.ref(a), r == r2, weakref.getweakrefcount(a), len(weakref.getweakrefs(a)), hash(r) == hash(a), r.__callback__, type(r))
del a
print(r(), r2(), r == r2, hash(r) is not None, r.__callback__)
d = weakref.WeakValueDictionary()
k = weakref.WeakKeyDictionary()
s = weakref.WeakSet()
x, y = A("x"), A("y")
d["x"], d["y"] = x, y
k[x] = "vx"
s.add(x)
s.add(y)
print(len(d), sorted(d), k[x], len(s))
del x
print(len(d), list(d.items()), len(k), len(s))
for bad in (5, "a", (), None, []):
    try:
        weakref.ref(bad)
    except TypeError as e:
        print(e)
print(weakref.ref(set())() is None, weakref.ref(len)() is len, weakref.ref(A)() is A)
m = weakref.WeakMethod(y.m)
print(m()(), m() == y.m)
del y
print(m())
