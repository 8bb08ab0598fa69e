a, b = 1, 2
(c, d), e = (3, 4), 5
[f, [g, h]] = [6, (7, 8)]
i, = [9]
j, *k, (l, *m) = 1, 2, 3, "xyz"
print(a, b, c, d, e, f, g, h, i, j, k, l, m)
a, b = b, a
x = [1, 2, 3]
x[0], x[1], x[2] = x[2], x[0], x[1]
print(a, b, x)
n = 0
n, x[n] = 2, "changed"
print(n, x)
(p), (q) = "ab"
() = []
[] = ()
*r, s = "word"
t = u, v = 1, 2
print(p, q, r, s, t, u, v)


class O:
    pass


o = O()
o.a, (o.b, *o.c) = 1, (2, 3, 4)
print(o.__dict__)
d = {}
d["x"], d["y"] = "12"
for d["z"], w in [(1, 2), (3, 4)]:
    pass
print(d, w)
for i, (j, *k) in enumerate(["abc", "d"]):
    print(i, j, k)
with_gen = (i for i in range(3))
a, b, c = with_gen
print(a, b, c, [(x, y) for x, (y, *_) in [(1, "ab")]], {k: v for k, v in {"a": 1}.items()})
