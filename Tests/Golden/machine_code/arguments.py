"""Hot calls of Python functions with defaults and keywords, through modules and classes, while signatures change."""
import sys

N = 3000


def plain(a, b=2, c=3):
    return a * 100 + b * 10 + c


def only(a, *, b=5, c):
    return a, b, c


def positional(a, b=1, /, c=2):
    return a, b, c


def star(*rest, k=1, **others):
    return rest, k, sorted(others.items())


def calls(n):
    total = 0
    for i in range(n):
        total += plain(1) + plain(1, 3) + plain(1, 3, 4) + plain(1, c=7) + plain(1, b=6) + plain(c=1, b=2, a=3) + plain(b=1, a=i)
        total += sum(only(i, c=2)) + sum(only(i, c=2, b=9)) + sum(only(b=1, c=2, a=3))
        total += sum(positional(i)) + sum(positional(1, c=i)) + sum(positional(1, 2, c=3))
        total += len(star(1, 2, k=i, z=3)[0]) + star()[1]
        if i == n // 2:
            plain.__defaults__ = (7, 8)
            positional.__defaults__ = (5, 6)
    return total


print(calls(N))
plain.__defaults__ = (2, 3)
positional.__defaults__ = (1, 2)
print(calls(N))


def errors(n):
    seen = {}
    for i in range(n):
        for number, wrong in enumerate((
            lambda: plain(), lambda: plain(1, 2, 3, 4), lambda: plain(1, d=2), lambda: plain(1, a=2), lambda: only(1, 2, c=3), lambda: only(1),
            lambda: positional(a=1), lambda: positional(1, b=2), lambda: Maker.static(), lambda: Maker.klass(1, 2, 3),
        )):
            try:
                wrong()
            except TypeError as error:
                seen[number] = str(error)
    return seen


class Maker:
    @staticmethod
    def static(a, b=4):
        return a - b

    @classmethod
    def klass(cls, a, b=4):
        return cls.__name__, a + b

    def method(self, a, b=4, *, c=6):
        return a * b + c


class Derived(Maker):
    pass


for line in errors(N // 10).items():
    print(line)


def through_classes(n):
    total, one = 0, Derived()
    names = set()
    for i in range(n):
        total += Maker.static(i) + Maker.static(i, b=2) + one.static(i) + Derived.static(b=1, a=i)
        names.add(Maker.klass(1)[0])
        names.add(Derived.klass(1, b=2)[0])
        total += one.method(i) + one.method(i, 2) + one.method(i, c=1) + one.method(b=1, a=i) + Maker.method(one, 1, c=i)
    return total, sorted(names)


print(through_classes(N))

this = sys.modules[__name__]


def through_module(n):
    total = 0
    for i in range(n):
        total += this.plain(i) + this.plain(i, c=1) + this.helper(i)
        if i == n // 2:
            this.helper = lambda x: -x
    return total


def helper(x):
    return x + 1


print(through_module(N))


def kept(default=[], *, other={}):
    default.append(1)
    other[len(other)] = 1
    return len(default) + len(other)


def mutable(n):
    for i in range(n):
        kept()
    return kept()


print(mutable(N))


def counted(n):
    token = object()

    def taking(a=token, b=token, c=None):
        return a is b

    before = sys.getrefcount(token)
    for i in range(n):
        taking()
        taking(token)
        taking(c=token)
        taking(b=1, a=token)
        try:
            taking(1, 2, 3, 4)
        except TypeError:
            pass
    return sys.getrefcount(token) - before


print(counted(N))


def depth(n, step=1, *, limit=10**9):
    return 0 if n == 0 else 1 + depth(n - step, limit=limit)


print(depth(500), sum(depth(20) for i in range(300)))
try:
    depth(10**6)
except RecursionError as error:
    print(error)


def replaced(n):
    out = []

    def target(a, b=1):
        return "first", a, b

    def second(b, a=2):
        return "second", a, b

    for i in range(n):
        out.append(target(a=1, b=i % 3))
        if i == n // 2:
            target.__code__ = second.__code__
    return out[0], out[-1], len(set(out))


print(replaced(N))


def generated(n):
    for i in range(n):
        yield plain(i, c=1) + Maker.static(i) + only(i, c=1)[0]


print(sum(generated(N)))
