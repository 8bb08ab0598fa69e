"""What hot code relies on changes while it runs: globals, built-ins, classes, functions, lists, locals, tracing."""
import builtins
import sys

factor = 1


def scaled(n):
    total = 0
    for i in range(n):
        total += i * factor
        if i == n // 2:
            change()
    return total


def change():
    global factor, fresh
    factor += 1
    fresh = factor


print(scaled(4000), scaled(4000), fresh)


def uses_len(items, n):
    total = 0
    for i in range(n):
        total += len(items)
        if i == n - 100:
            builtins.len = lambda x: 1000
    return total


original = len
try:
    print(uses_len([1, 2, 3], 3000))
finally:
    builtins.len = original
print(uses_len.__name__, len("abc"))


def shadowed(n):
    total = 0
    for i in range(n):
        total += abs(-i)
        if i == n - 10:
            globals()["abs"] = lambda x: 0
    del globals()["abs"]
    return total


print(shadowed(3000), shadowed(3000))


class Base:
    kind = 1

    def __init__(self, n):
        self.n = n

    def step(self):
        return self.n

    @property
    def twice(self):
        return self.n * 2


class Other(Base):
    __slots__ = ()
    kind = 2

    def step(self):
        return -self.n


class Slots:
    __slots__ = ("n", "kind")

    def __init__(self, n):
        self.n = n
        self.kind = 3

    def step(self):
        return self.n * 10

    twice = property(lambda self: 5)


def drive(objects, n, at, action):
    total = 0
    for i in range(n):
        one = objects[i % len(objects)]
        total += one.step() + one.kind + one.twice + one.n
        one.n += 1
        if i == at:
            action(one)
    return total


def nothing(one):
    pass


def replace_method(one):
    type(one).step = lambda self: 7


def hide_method(one):
    one.step = lambda: 11
    one.kind = 99


def replace_property(one):
    Base.twice = property(lambda self: self.n * 3)


def take_dict(one):
    one.__dict__["n"] = 1000
    one.extra = 1


print(drive([Base(1)], 4000, -1, nothing))
print(drive([Base(1), Other(2), Slots(3)], 4000, -1, nothing))
print(drive([Base(1), Other(2)], 4000, 2000, hide_method))
print(drive([Base(1)], 4000, 2500, take_dict))
print(drive([Base(1), Other(2), Base(5)], 4000, 3000, replace_property))
print(drive([Other(1), Base(2)], 4000, 2000, replace_method))


def helper(x):
    return x + 1


def replacement(x):
    return x - 1


def wide(a, b=5):
    return a * b


def calls(n):
    total = 0
    for i in range(n):
        total += helper(i)
        if i == n // 2:
            helper.__code__ = replacement.__code__
        if i == n - 50:
            globals()["helper"] = wide
    return total


print(calls(4000))


def shrinking(n):
    items = list(range(100))
    total = 0
    try:
        for i in range(n):
            total += items[i % 50] + items[-1]
            items[i % 10] = i
            if i > n - 60:
                items.pop()
    except IndexError as error:
        return total, str(error), len(items)


print(shrinking(3000))


def growing(n):
    items = []
    append = items.append
    for i in range(n):
        items.append(i)
        append(-i)
        if i % 1000 == 999:
            items.sort()
    return len(items), items[:3], items[-3:]


print(growing(4000))


def unbound(n):
    value = 0
    try:
        for i in range(n):
            value += i
            if i == n - 1:
                del value
        return value
    except UnboundLocalError as error:
        return str(error)


print(unbound(3000))


def deleted(n):
    x = 1
    try:
        for i in range(n):
            y = x + i
            if i == n - 2:
                del x
    except UnboundLocalError as error:
        return y, str(error)


print(deleted(3000))


def keys(n):
    counts = {"a": 0, 1: 0}
    missing = 0
    for i in range(n):
        counts["a"] = counts["a"] + i
        counts[1] = counts[1] + 1
        try:
            counts[i % 7]
        except KeyError:
            missing += 1
        if i == n // 2:
            counts[2.5] = 1
            counts[(1, 2)] = 2
    return sorted(counts.items(), key=repr), missing


print(keys(3000))


def traced(n):
    total = 0
    for i in range(n):
        total += helper_two(i)
    return total


def helper_two(i):
    return i * 2


traced(3000)
events = []


def tracer(frame, event, argument):
    events.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno))
    return tracer


sys.settrace(tracer)
traced(2)
sys.settrace(None)
print(len(events), events)
print(traced(3000))


def switching(n):
    out = []
    for i in range(n):
        if i == n - 3:
            sys.settrace(lambda *what: None)
            sys._getframe().f_trace = lambda frame, event, argument: out.append(frame.f_lineno - frame.f_code.co_firstlineno)
        i += 1
    sys.settrace(None)
    return out


print(switching(3000))
