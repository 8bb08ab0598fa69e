def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


t = (1, 2, 3, 2)
print(t, t[0], t[-1], t[1:3], t[::-1], len(t), t.count(2), t.index(2), t.index(2, 2), t + (4,), t * 2, 2 in t, t < (1, 3), hash(t) == hash((1, 2, 3, 2)), hash(()), hash((1,)), hash((1, 2)), hash((1, (2, 3))), hash((-1, 0)))
print(tuple(), tuple([1]), tuple("ab"), tuple(t) is t, (), ((),), (1,), tuple({1: 2}), tuple(i for i in range(2)), (1, "a", None), repr((1,)), str(((1,), [2])))
show(t.index, 9)
show(t.index, 1, 1)
show(tuple, 5)
show(tuple, [1], 2)
show(lambda: t[4])
show(lambda: t + [1])
show(lambda: t.append(1))
show(hash, ([],))
show(lambda: t < [1])


class T(tuple):
    def __new__(cls, *a):
        return super().__new__(cls, a)

    def __repr__(self):
        return "T" + super().__repr__()


x = T(1, 2)
print(x, x + (3,), type(x + (3,)), x[:], type(x[:]), x == (1, 2), hash(x) == hash((1, 2)), {x: 1}[1, 2], x.__dict__, tuple(x), type(tuple(x)), x * 1, "%s-%s" % x)
x.attr = 5
print(x.attr, [*x], sorted([(2, 1), (1, 2), (1,), ()]), max((1, 2), (1, 1, 9)))
a = (1, [2])
a[1].append(3)
print(a, (lambda *p: p)(*a), () == tuple([]), (1, 2) == [1, 2])
