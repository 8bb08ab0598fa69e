def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


d = {"a": 1, "b": 2}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), "a" in k, 1 in v, ("a", 1) in i, ("a", 9) in i, "x" in i, list(reversed(k)), list(reversed(v)), list(reversed(i)), list(reversed(d)))
d["c"] = 3
print(k, v, i, k == {"a", "b", "c"}, k & {"a", "z"}, k | ["q"], k - {"a"}, k ^ {"a", "z"}, k.isdisjoint("xyz"), k <= {"a", "b", "c", "d"}, k < {"a"}, k >= {"a"}, i & {("a", 1)}, sorted(i - {("a", 1)}), v == v, v == d.values(), k == d.keys(), i == d.items(), {"a"} & k, {"z"} | k == {"a", "b", "c", "z"})
print(k.mapping, type(k.mapping), type(k), type(v), type(i), repr(iter(d))[:21], isinstance(k, type({}.keys())))
show(hash, k)
show(lambda: k[0])
show(lambda: k + k)
show(lambda: k & 5)
show(lambda: v | {1})
show(lambda: {1: []}.items() & {1})
show(lambda: k < 5)
show(lambda: k.append(1))
show(lambda: k.mapping.__setitem__("a", 1))
show(lambda: type(k)())
it = iter(d.items())
print(next(it), it.__length_hint__(), list(it), next(it, "done"))
