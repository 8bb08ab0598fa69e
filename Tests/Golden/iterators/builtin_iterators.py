def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate([], 1)), list(enumerate("a", start=-1)), list(enumerate("ab", 2 ** 63)))
print(list(zip()), list(zip("ab")), list(zip("abc", [1, 2])), list(zip("ab", "cd", strict=True)), list(zip(*[(1, 2), (3, 4)])))
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(None.__class__, [])), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])))
print(list(reversed("abc")), list(reversed([1, 2])), list(reversed({1: 1, 2: 2})), list(reversed(range(3))))
show(lambda: list(zip("ab", "c", strict=True)))
show(lambda: list(zip("a", "bc", strict=True)))
show(lambda: list(zip("a", "b", "", strict=True)))
show(zip, 5)
show(zip, "a", 5)
show(map, 5)
show(map)
show(lambda: list(map(5, [1])))
show(filter, None)
show(filter, None, 5)
show(enumerate, 5)
show(enumerate)
show(enumerate, "a", "b")
show(reversed, {1})
show(reversed, 5)
show(reversed, iter([]))
show(zip, "a", bad=1)


class R:
    def __reversed__(self):
        return "custom"


class S:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return i * 10


print(reversed(R()), list(reversed(S())))
z = zip([1, 2, 3], (i := iter("ab")))
print(next(z), next(z), next(z, "end"), next(z, "end"), list(i))
m = map(lambda x: 1 / x, [1, 0, 2])
print(next(m))
show(next, m)
print(next(m), next(m, "end"))
