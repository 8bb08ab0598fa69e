import gc
import weakref


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


class K:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"K{self.n}"


a, b = K(1), K(2)
d = weakref.WeakKeyDictionary({a: "a"})
d[b] = "b"
print(len(d), d[a], b in d, sorted(d.items(), key=str), [r() for r in d.keyrefs()], d.get(K(3)), d.setdefault(a, 9), dict(d.copy()), (d | {a: 5})[a], 3 in d)
it = iter(d.items()); next(it); del b; print(len(d)); it = None; gc.collect(); print(len(d), list(d))
show("missing", lambda: d[K(9)])
show("int", lambda: d.__setitem__(1, 2))
v = weakref.WeakValueDictionary(x=a)
v["y"] = K(5)
print(dict(v), "x" in v, v.get("y", "gone"), v.pop("x"), len(v), list(v.valuerefs()))
show("pop", lambda: v.pop("nope"))
show("value", lambda: v.__setitem__("z", 3))
s = weakref.WeakSet([a])
temp = K(7)
s.add(temp)
print(len(s), temp in s, s == weakref.WeakSet([a, temp]), sorted(map(str, s | {K(3)})), s.isdisjoint([temp]), s >= {a}, sorted(map(str, s - {a})))
del temp
print(s, len(s)) if False else print(len(s), 5 in s)
for item in list(s):
    s.discard(item)
print(len(s))
f = weakref.finalize(a, print, "  finalised", end="!\n")
print(f.alive, f.peek()[2], f.atexit)
del a
d.clear() if False else None
print(f.alive, f(), f.detach(), list(d))
o = K(8)
g = weakref.finalize(o, print, "never"); print(g.detach()[0] is o, g.alive); h = weakref.finalize(o, print, "  at exit"); h.atexit = True
