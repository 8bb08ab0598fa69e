def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print(sorted([3, 1, 2]), sorted("bca"), sorted([3, 1, 2], reverse=True), sorted(["b", "A", "c"], key=str.lower), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([[2], [1, 5], []]), sorted({"b": 1, "a": 2}), sorted([1.5, 1, True, 0]))
pairs = [(i % 3, i) for i in range(12)]
print(sorted(pairs, key=lambda p: p[0]))
print(sorted(pairs, key=lambda p: p[0], reverse=True))
a = [5, 2, 9]
print(a.sort(), a, a.sort(reverse=True), a, a.sort(key=lambda v: -v), a, a.sort(key=None), a, a.sort(reverse=0))
show(sorted, [1, "a"])
show(sorted, [None, 1])
show(sorted, [1j, 2])
show(sorted, 5)
show(sorted, [1], 2)
show(sorted, [1], key=5)
show(sorted, [1, 2], key=lambda: 0)
show(sorted, [1], bad=1)
show(sorted, [2, 1], reverse="yes")
show(sorted, [2, 1], reverse="")


class K:
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        return self.v < other.v

    def __repr__(self):
        return f"K{self.v}"


print(sorted([K(3), K(1), K(2)]), max([K(3), K(9)], key=lambda k: k.v), sorted([K(1), K(1)], reverse=True), sorted([float("nan"), 1.0, 0.5]))
data = [(i * 7919) % 101 for i in range(300)]
print(sorted(data) == sorted(sorted(data, reverse=True)), sorted(data)[:12], sorted(data, key=lambda v: (v % 5, -v))[:8], sorted(map(str, data))[:8])
