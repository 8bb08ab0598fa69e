class C:
    def __init__(self):
        self.log = []

    def __getitem__(self, k):
        self.log.append(("get", k))
        if isinstance(k, int) and k > 2:
            raise IndexError
        return k

    def __setitem__(self, k, v):
        self.log.append(("set", k, v))

    def __delitem__(self, k):
        self.log.append(("del", k))

    def __len__(self):
        return 3

    def __contains__(self, k):
        return k == "in"

    def __reversed__(self):
        return iter("rev")


c = C()
c[0] = 1
c["a", 1:2] = 2
c[...] += type("P", (), {"__radd__": lambda s, o: "radd"})()
del c[0], c[::2]
print(c[0], c[-1], c[1:2], c[1, 2], len(c), bool(c), "in" in c, 0 in c, list(reversed(c)), list(c))
print(c.log)
a, *b = c
print(a, b, [x for x in c], max(c), tuple(zip(c, "abc")))


class Bad:
    def __len__(self):
        return "x"

    def __contains__(self, x):
        raise KeyError("contains")


for f in (lambda: len(Bad()), lambda: 1 in Bad(), lambda: bool(Bad()), lambda: len(type("N", (), {"__len__": lambda s: -1})()), lambda: len(type("N", (), {"__len__": lambda s: 2 ** 70})()), lambda: len(type("N", (), {"__len__": lambda s: True})())):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
