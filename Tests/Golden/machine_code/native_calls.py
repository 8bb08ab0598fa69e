"""Hot functions call native ones, which call back, raise, and change what the callers rely on while they run."""
import functools
import gc
import math
import signal
import sys
import threading
import time

N = 3000
weight = 1


def reweigh(x):
    global weight
    weight += 1
    # A new name, so that the keys of the globals are others.
    globals()["name%d" % (weight % 5)] = weight
    return -x


def sorting(n):
    """The code that called is thrown away while `sorted` runs."""
    total = 0
    for i in range(n):
        total += sorted((i, 1, 2), key=reweigh if i % 500 == 7 else None)[0] * weight
    return total


print(sorting(N), sorting(N), weight)


def trace(frame, event, argument):
    return None


def tracing(x):
    sys.settrace(trace)
    sys.settrace(None)
    return x


def under_trace(n):
    total = 0
    for i in range(n):
        total += max(i, 5, key=tracing if i % 700 == 3 else None)
        total += min((i, 9), key=lambda x: x)
    return total


print(under_trace(N), under_trace(N))


class Dying:
    def __init__(self, log):
        self.log = log

    def __del__(self):
        self.log.append(tracing(len(self.log)))


def dying(n):
    """The argument dies with the call, and throws the code away."""
    log = []
    total = 0
    for i in range(n):
        total += id(Dying(log)) != 0
        total += isinstance(Dying(log), Dying)
        if i > 20:
            continue
        sys.settrace(trace)
        sys.settrace(None)
    return total, len(log), log[-1]


print(dying(N))


def failing(n):
    caught = []
    line = failing.__code__.co_firstlineno
    for i in range(n):
        try:
            int("7" if i % 1000 else "seven")
            {}.pop("x" if i % 1500 == 1 else "y", None) if i % 1500 else {}.pop(i)
            ord("ab" if i == 2001 else "a")
            [].index(1) if i == 1777 else [1].index(1)
        except (ValueError, KeyError, TypeError) as error:
            caught.append((i, type(error).__name__, str(error), error.__traceback__.tb_lineno - line))
    return caught


print(failing(N))


def wrong_count(n):
    texts = set()
    for i in range(n):
        try:
            len() if i % 3 else len(1, 2)
        except TypeError as error:
            texts.add(str(error))
        try:
            "abc".startswith()
        except TypeError as error:
            texts.add(str(error))
        try:
            "abc".split(*"ab", maxsplit=1)
        except TypeError as error:
            texts.add(str(error))
    return sorted(texts)


print(wrong_count(N))


def several(functions, n):
    total = 0
    for i in range(n):
        for function in functions:
            total += function(i % 7 + 1)
    return total


def doubled(x):
    return 2 * x


class Callable:
    def __call__(self, x):
        return x + 3


print(several([abs, int, math.isqrt], N))
print(several([abs, doubled, math.floor, Callable(), float, functools.partial(pow, 2), (5).__add__, (5).__pow__, bool, round], N))
print(several([[1, 2, 3, 4, 5, 6, 7].index, [7, 6, 5, 4, 3, 2, 1].index, (1, 2, 3, 4, 5, 6, 7).count], N))


def methods(objects, n):
    out = []
    for i in range(n):
        one = objects[i % len(objects)]
        out.append(one.count(1))
        out.append(one.index(1))
    return sum(out), len(out)


print(methods([[1, 2], (2, 1), b"\x00\x01", bytearray(b"\x01"), range(5)], N))


def fresh_bound(n):
    """Bound methods that are made anew, mostly where the one before was."""
    total = 0
    for i in range(n):
        items = [i, i + 1]
        push = items.append if i % 2 else items.remove
        push(i)
        total += len(items)
        back = (i).__add__ if i % 3 else (i).bit_length
        total += back(1) if i % 3 else back()
    return total


print(fresh_bound(N))


def where(x):
    frame = sys._getframe(1)
    places.add((frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, sorted(frame.f_locals)[:2] == ["i", "n"]))
    return x


places = set()


def looked_at(n):
    for i in range(n):
        sorted([1, 2], key=where)
        max(
            1,
            2,
            key=where,
        )
    return True


print(looked_at(N), sorted(places))


def deep(n):
    return 0 if n == 0 else max([n], key=lambda x: deep(n - 1))


for i in range(50):
    deep(10)
try:
    deep(10**6)
except RecursionError as error:
    print("RecursionError", str(error)[:32])


def from_generator(n):
    for i in range(n):
        yield abs(-i) + len(str(i)) + divmod(i, 7)[1]


print(sum(from_generator(N)), sum(from_generator(N)))


def big(n):
    total = 0
    for i in range(n):
        total += abs(-(1 << (i % 90))) + int(math.sqrt(i)) + pow(i, 3) + round(i / 3)
    return total


print(big(N))


def keywords(n):
    out = []
    for i in range(n):
        out.append("a,b,c".split(",", maxsplit=i % 3))
        out.append(sorted([3, 1, 2], reverse=bool(i % 2)))
        out.append("x".encode(encoding="utf-8", errors="strict"))
        out.append("{0} {a}".format(i, a=i))
        out.append(dict(a=i, b=2))
        out.append(max([], default=i))
    return len(out), out[-6:]


print(keywords(N))


def spread(n):
    total = 0
    for i in range(n):
        pair = (i, 3)
        total += max(*pair) + divmod(*pair)[0] + int(*["11"], **{"base": 2 + i % 5})
    return total


print(spread(N))


class Tagged(list):
    def append(self, x):
        list.append(self, -x)


class Meta:
    @classmethod
    def made(cls, x):
        return cls, x

    @staticmethod
    def plain(x):
        return x


def classes(n):
    plain, tagged = [], Tagged()
    for i in range(n):
        for target in (plain, tagged):
            target.append(i)
            list.append(target, i)
        Meta.made(i)[1] + Meta.plain(i)
        str.upper("a") + ",".join(["a", "b"])
        if i == n // 2:
            Meta.plain = staticmethod(lambda x: -x)
    return sum(plain), sum(tagged), Meta.plain(2), Meta.made(1)[0] is Meta


print(classes(N))


def module_changes(n):
    total = 0
    for i in range(n):
        total += math.floor(i) + math.pi
        if i == n // 2:
            math.floor, math.spare = math.ceil, 1
        if i % 3 == 0:
            total += math.gcd(i, 12)
    return total


floor = math.floor
try:
    print(module_changes(N))
finally:
    math.floor = floor
    del math.spare


class Alarm(Exception):
    pass


def ring(*what):
    raise Alarm


def interrupted():
    rounds = 0
    try:
        while True:
            rounds += len(str(abs(rounds))) and isinstance(rounds, int)
    except Alarm:
        return rounds > 0


signal.signal(signal.SIGALRM, ring)
for i in range(5):
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    print(interrupted(), end=" ")
print()

done = False
results = []


def busy(n):
    total = 0
    for i in range(n):
        total += abs(-i) + len(str(i))
        if i % 500 == 0:
            time.sleep(0.0005)
    results.append(total)


def meddle():
    while not done:
        tracing(1)
        time.sleep(0.001)


threads = [threading.Thread(target=busy, args=(6000,)) for i in range(4)]
meddler = threading.Thread(target=meddle)
for thread in threads + [meddler]:
    thread.start()
for thread in threads:
    thread.join()
done = True
meddler.join()
print(set(results), len(results))


def collecting(n):
    class Node:
        pass

    total = 0
    for i in range(n):
        node = Node()
        node.me = node
        total += gc.collect() >= 0 if i % 500 == 0 else gc.is_tracked(node)
    return total


print(collecting(N))
