def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print(min(1, 2), max([3, 1]), min("abc"), max("a", "b", key=ord), min([], default=5), max({}, default=None), max([1, 2], key=lambda x: -x), min(1, 1.0), max(True, 1), max([(1, "a"), (1, "b")]), min(*[3, 2]), sum([1, 2]), sum([[1], [2]], []), sum((), 5), sum([1.5, 2], start=1), sum(range(101)), sum([True, True]), sum([2 ** 62, 2 ** 62, 2 ** 62]), max("a", "B", key=str.lower))
show(min)
show(max, [])
show(min, 5)
show(max, 1, 2, default=3)
show(max, [1, "a"])
show(min, 1, 2, key=5)
show(min, 1, 2, bad=1)
show(sum, ["a"])
show(sum, ["a"], "")
show(sum, [b"a"], b"")
show(sum, [bytearray()], bytearray())
show(sum, 5)
show(sum)
show(sum, [1], [2])
show(sum, [[1]], 1)


class V:
    def __init__(self, v): self.v = v
    def __radd__(self, o): return o + self.v
    def __lt__(self, o): return self.v < o.v
    def __gt__(self, o): print("gt"); return self.v > o.v


print(sum([V(1), V(2)]), min(V(2), V(1)).v, max(V(2), V(1)).v)
