print([], [1], [1, ], (), (1,), (1, 2,), {}, {1}, {1: 2}, {1: 2, })
print([*range(3), *"ab"], (*[1], 2), {*[1, 1]}, {**{"a": 1}, "a": 2, **{"b": 3}})
print([[], [[]]], ((), ((),)), {1: {2: {}}}, set(), frozenset(), frozenset([1]))
print([1, "a", None, True, ..., 2.5, 1j, b"x", NotImplemented])
a = [1]
a.append(a)
d = {}
d["self"] = d
t = ([],)
t[0].append(t)
print(a, d, t)
