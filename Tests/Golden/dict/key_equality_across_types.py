d = {1: "int"}
d[1.0] = "float"
d[True] = "bool"
print(d, d[1 + 0j], 1.0 in d, {0: "a", -0.0: "b"}, {"a": 1, b"a": 2}, {(1, 2): "t"}[(1.0, 2 + 0j)])
n = float("nan")
e = {n: 1}
print(n in e, e[n])
f = {None: 1, (): 2, frozenset(): 3, "": 4, 0: 5, ...: 6}
print(f[None], f[()], f[frozenset()], f[""], f[False], f[...])
big = {2 ** 61 - 1: "m", 0: "zero", 2 ** 61: "m1"}
print(big[2 ** 61 - 1], big[0.0], hash(2 ** 61 - 1), big, {-1: "a", -2: "b"})
