x = y = z = 1
a = [1, 2, 3, 4]
d = {"k": 1, "l": 2}


class O: pass


o = O()
o.p = o.q = 1
del x
del (y), z
del a[0], a[-1]
del a[:1], d["k"]
del o.p, (o.q)
del [], ()
b = c = 1
del [b, (c,)]
print(a, d, o.__dict__, "x" in globals(), "b" in globals())
for s in ["del nope", "del a[99]", "del d['zz']", "del o.p", "del len", "del a.x", "del 'x'[0]", "del f.__code__"]:
    def f(): pass
    try:
        exec(s)
    except Exception as e:
        print(s, type(e).__name__, e)


def g():
    v = 1
    del v
    try:
        v
    except UnboundLocalError as e:
        print(e)
    v = 2
    return v


print(g())
for i in range(2):
    del i
print("i" in globals())
