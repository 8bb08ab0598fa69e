def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


for r in (range(5), range(2, 8), range(0, 10, 3), range(10, 0, -3), range(0), range(5, 2), range(-3, 3), range(10 ** 20, 10 ** 20 + 3)):
    print(r, list(r), len(r), r.start, r.stop, r.step, list(reversed(r)), r[::-1], bool(r), hash(r) == hash(range(r.start, r.stop, r.step)))
r = range(0, 100, 7)
print(r[0], r[-1], r[2:5], r[::2], r[-3:], 14 in r, 15 in r, 14.0 in r, "a" in r, r.index(21), r.count(21), r.count(22), max(r), min(r), sum(r), r == range(0, 101, 7), r != range(3))
print(range(True), range(False, 3), list(range(-1, -10, -4)), len(range(0, 2 ** 62, 2 ** 60)), range(2 ** 70)[2 ** 69], 2 ** 65 in range(2 ** 70))
show(len, range(2 ** 70))
show(range)
show(range, 1.0)
show(range, "a")
show(range, 1, 2, 0)
show(range, 1, 2, 3, 4)
show(range, stop=3)
show(r.index, 22)
show(r.index, "a")
show(lambda: r[100])
show(lambda: r["a"])
show(lambda: setattr(r, "start", 1))
show(lambda: r + r)
show(lambda: r < r)


class I:
    def __index__(self):
        return 3


print(range(I()), list(range(I())), I() in range(5))
it = iter(range(3))
print(next(it), it.__length_hint__(), list(it), next(it, None), type(it).__name__, type(iter(range(2 ** 70))).__name__)
