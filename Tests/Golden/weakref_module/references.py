import _weakref
import gc
import weakref


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


class C:
    def __init__(self, n=0): self.n = n
    def __eq__(self, other): return self.n == other.n
    def __hash__(self): return hash(self.n)
    def method(self): return self.n


c = C(3)
r, r2, r3 = weakref.ref(c), weakref.ref(c), weakref.ref(c, lambda w: print("  called", w() is None))
print(r is r2, r is r3, r() is c, r == r3, hash(r) == hash(3), weakref.getweakrefcount(c), len(weakref.getweakrefs(c)), r.__callback__,
    callable(r3.__callback__), isinstance(r, weakref.ReferenceType), repr(r).split(" at")[0], r.__class__)
d = C(3)
print(weakref.ref(d) == r, weakref.ref(C(1)) == r)
del c
print(r(), r == r2, r == weakref.ref(d), hash(r), repr(r).split("; ")[1], r3.__callback__)
dead = weakref.ref(C(5))
show("hash dead", lambda: hash(dead))
show("not weakly", lambda: weakref.ref(3))
show("no args", lambda: weakref.ref())
show("keyword", lambda: weakref.ref(d, callback=print))
show("slots", lambda: weakref.ref(type("S", (), {"__slots__": ()})()))
show("read only", lambda: setattr(weakref.ref(d), "__callback__", 1))
show("compare", lambda: weakref.ref(d) < weakref.ref(d))
order = []
x = C(9)
refs = [weakref.ref(x, lambda w, i=i: order.append(i)) for i in range(4)]
del refs[1]
del x
print(order)
y = C()
bad = weakref.ref(y, lambda w: 1 / 0)
import sys
sys.unraisablehook = lambda a: print("  unraisable", a.exc_type.__name__)
del y


class Sub(weakref.ref):
    __slots__ = "key",

    def __new__(cls, o, key): return super().__new__(cls, o)
    def __init__(self, o, key): super().__init__(o); self.key = key


s = Sub(d, "k")
print(s.key, s() is d, Sub(d, "j") is s, weakref.ref(d) is s)
m = weakref.WeakMethod(d.method)
print(m()(), m == weakref.WeakMethod(d.method))
del d
gc.collect()
print(m(), _weakref.getweakrefcount(3), _weakref.ref[int])
a = C(1); a.me = a; w = weakref.ref(a, lambda _: print("  cycle collected")); del a; gc.collect(); print(w())


class Resurrect:
    def __del__(self):
        global back
        back = self


z = Resurrect(); zr = weakref.ref(z); del z; print(zr() is None, back is not None)
