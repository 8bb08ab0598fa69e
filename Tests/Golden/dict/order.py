d = {}
for k in "zyxwv":
    d[k] = len(d)
print(d)
del d["y"]
d["y"] = 9
d["z"] = 8
print(d, list(d), d.popitem(), d)
d = {i: i for i in range(20)}
for i in range(0, 20, 3):
    del d[i]
for i in (3, 100, 0):
    d[i] = -i
print(d, list(reversed(d))[:4])
d.update({5: "five", 200: "new"})
print(list(d.items())[-3:], next(iter(d)))
print({**{"b": 1, "a": 2}, **{"a": 3, "c": 4}}, {"b": 1, "a": 2} | {"c": 0, "b": 5}, dict(z=1, a=2), {k: v for v, k in enumerate("cab")})
e = {}
for i in range(1000):
    e[i % 7, i % 3] = i
    if i % 5 == 0:
        e.pop((i % 7, 0), None)
print(list(e.items()))
