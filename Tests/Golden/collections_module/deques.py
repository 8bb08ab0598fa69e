import collections
import copy
import pickle


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


d = collections.deque("abc", 5)
print(d, d.append("d"), d.appendleft("z"), d, d.append("e"), d, d.extendleft("xy"), d, d.rotate(2), d, d.rotate(-7), d, d.pop(), d.popleft(),
    d.reverse(), d, d.count("a"), d.maxlen, len(d))
d = collections.deque(range(8))
print(d[0], d[-1], d[3], d.index(5), d.index(3, 2, 6), d.insert(3, "i"), d.insert(-1, "j"), d.remove("i"), d, d + collections.deque([9]), d * 0,
    collections.deque([1, 2], 3) * 3, 2 * collections.deque([1]), 5 in d, list(reversed(d))[:2], d == collections.deque(d),
    d < collections.deque([9]), copy.copy(d) is d, copy.deepcopy(d) == d, pickle.loads(pickle.dumps(collections.deque("ab", 3))))
d[2] = "two"; del d[0]; d += [1]; d *= 1; print(d)
for label, call in {"index": lambda: d[99], "set": lambda: d.__setitem__(99, 1), "del": lambda: d.__delitem__(-99), "slice": lambda: d[1:2],
    "pop": lambda: collections.deque().pop(), "popleft": lambda: collections.deque().popleft(), "remove": lambda: d.remove("nope"),
    "find": lambda: d.index("nope"), "insert": lambda: collections.deque("ab", 2).insert(0, "c"), "maxlen": lambda: collections.deque([], -1),
    "maxlen type": lambda: collections.deque([], "x"), "maxlen set": lambda: setattr(d, "maxlen", 3), "add": lambda: d + [1], "mul": lambda: d * "x",
    "hash": lambda: hash(d), "iterable": lambda: collections.deque(5), "rotate": lambda: d.rotate("x"),
    "keyword": lambda: collections.deque(iterable="ab", maxlen=1), "mutated": lambda: [d.append(1) for _ in d],
    "mutated index": lambda: collections.deque([type("E", (), {"__eq__": lambda s, o: d2.clear() or False})() for _ in range(3)]) if False else 0,
    "compare": lambda: d < [1], "extend self": lambda: (q := collections.deque([1, 2]), q.extend(q), q)[-1],
    "extendleft self": lambda: (q := collections.deque([1, 2]), q.extendleft(q), q)[-1],
    "zero": lambda: (q := collections.deque("abc", 0), q.append(1), q)[0], "iadd": lambda: d.__iadd__(3)}.items():
    show(label, call)
it = iter(collections.deque([1, 2, 3]))
print(it.__length_hint__(), next(it), it.__length_hint__(), list(it), it.__reduce__()[0].__name__ if False else "")
d = collections.deque()
d.append(d)
print(d)


class Evil:
    def __eq__(self, other): big.clear(); return False


big = collections.deque([Evil() for _ in range(5)])
show("clear in count", lambda: big.count(1))
big = collections.deque([Evil() for _ in range(5)])
show("clear in remove", lambda: big.remove(1))
big = collections.deque([Evil() for _ in range(5)])
show("clear in index", lambda: big.index(1))
print(collections.deque[int], collections.deque(maxlen=None), sum(collections.deque(range(1000), 10)), collections.deque([1]).__sizeof__() > 0)
