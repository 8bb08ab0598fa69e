from itertools import count, cycle, repeat, islice
def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print(list(islice(count(), 3)), list(islice(count(5, 2), 3)), list(islice(count(1.5, 0.5), 3)), list(islice(count(-1, -1), 3)), list(islice(cycle("ab"), 5)), list(repeat(7, 3)), list(islice(repeat("x"), 2)), list(cycle([])), repr(count(3)), repr(count(1, 2)), repr(repeat(1, 2)), repr(repeat("a")), list(islice(count(2 ** 63 - 2), 4)), list(repeat(1, -1)), repeat(1, 5).__length_hint__())
show(count, "a")
show(cycle, 5)
show(repeat)
show(repeat, 1, "a")
show(count, 1, 2, 3)
print(list(map(pow, range(4), repeat(2))), list(zip(count(1), "ab")), next(count(start=3, step=4)), repeat(object=5, times=1))
