def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


class It:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        print("iter")
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration("value")
        self.n -= 1
        return self.n


for x in It(2):
    print(x)
print(list(It(3)), sum(It(4)), 2 in It(5), dict(zip(It(2), "ab")), [*It(2)], max(It(3)), sorted(It(3)))
a, b = It(2)


class Seq:
    def __getitem__(self, i):
        if i == 3:
            raise IndexError("end")
        return i * i


print(list(Seq()), [x for x in Seq()], 4 in Seq(), iter(Seq()).__class__.__name__, list(zip(Seq(), "ab")), tuple(Seq()))


class NotIter:
    def __iter__(self):
        return 5


class NoneIter:
    __iter__ = None


class NoNext:
    def __iter__(self):
        return object()


show(iter, NotIter())
show(iter, NoneIter())
show(iter, NoNext())
show(iter, 5)
show(iter)
show(next, 5)
show(next, [1])
show(next, iter([]))
show(next, iter([]), "d")
show(next)
show(list, NotIter())
show(lambda: [*5])
show(lambda: [x for x in 5])
counter = iter([1, 2, 3, 0, 4])
print(list(iter(lambda: next(counter), 0)), list(counter))
show(iter, 5, 0)
print(type(iter("")).__name__, type(iter([])).__name__, type(iter(())).__name__, type(iter({})).__name__, type(iter(set())).__name__, type(iter(b"")).__name__, type(iter(range(0))).__name__, type(reversed([])).__name__, type(iter(int, 1)).__name__, type(enumerate([])).__name__, type(zip()).__name__, type(map(int, [])).__name__)
