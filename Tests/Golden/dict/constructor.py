def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print(dict(), dict({"a": 1}), dict([("a", 1), ("b", 2)]), dict(a=1, b=2), dict({"a": 1}, a=2, b=3), dict(zip("ab", [1, 2])), dict(["ab", "cd"]), dict([[1, 2]]), dict({}.items()), dict(((1, 2),)), dict(**{"x y": 1}))
show(dict, 5)
show(dict, [1])
show(dict, [(1,)])
show(dict, ["a"])
show(dict, [("a", 1), (1, 2, 3)])
show(dict, {}, {})
show(dict, None)
show(dict, [([], 1)])
show(lambda: dict(**{1: 2}))
show(lambda: dict(**5))


class M:
    def keys(self):
        return "xy"

    def __getitem__(self, k):
        return k * 2


class NoGet:
    def keys(self):
        return ["a"]


class BadKeys:
    def keys(self):
        return 5


print(dict(M()), {**M(), "z": 1}, (lambda **k: k)(**M()))
show(dict, NoGet())
show(dict, BadKeys())
show(lambda: {**5})
show(lambda: {**[1]})
show(lambda: print(**5))
print({1: "a", 1.0: "b", True: "c"}, {"x": 1, "x": 2}, {0: 1, False: 2, 0.0: 3, 0j: 4}, {(1, 2): 1, (1.0, 2): 2})
