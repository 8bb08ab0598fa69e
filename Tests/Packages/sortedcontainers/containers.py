# golden: packages=yes
"""sortedcontainers: SortedList, SortedKeyList, SortedDict, SortedSet against plain models."""
import bisect
import operator
import random
from sortedcontainers import SortedDict, SortedKeyList, SortedList, SortedSet


def show(label, call):
    try:
        print(f"{label}: {call()!r}")
    except Exception as error:
        print(f"{label}: {type(error).__name__}: {error}")


l = SortedList([5, 1, 4, 1, 3])
print(l, len(l), l[0], l[-1], l[1:4], l[::-2], 4 in l, l.count(1), l.index(3), l.bisect_left(1), l.bisect(1), l.bisect_right(9))
l.add(2); l.update([9, 0, 7]); l.discard(100); l.remove(1)
print(l, l.pop(), l.pop(0), l.pop(2), list(reversed(l)), list(l.irange(2, 5, (False, True))), list(l.irange(reverse=True)),
    list(l.islice(1, 3, reverse=True)))
for label, call in [("remove", lambda: l.remove(77)), ("index", lambda: l.index(77)), ("pop", lambda: SortedList().pop()), ("get", lambda: l[99]),
    ("set", lambda: l.__setitem__(0, 3)), ("append", lambda: l.append(3)), ("insert", lambda: l.insert(0, 3)), ("reverse", lambda: l.reverse()),
    ("extend", lambda: l.extend([1])), ("mixed", lambda: l.add("x")), ("index range", lambda: l.index(4, 3, 2))]:
    show(label, call)
print(l + [3, 100], l * 2, l == [2, 3, 5, 7], l < [3], l.copy() is l, l.__class__(l) == l)
del l[1:3]
l += [8]
l *= 2
print(l, l.clear(), l)
k = SortedKeyList(["pear", "fig", "banana", "kiwi", "date"], key=len)
k.add("plum"); k.update(["a", "bb"])
print(k, k.key("abc"), k.bisect_key(4), list(k.irange_key(2, 4)), k.index("kiwi"), "xxxx" in k, k.count("plum"), k + ["zzzzzzz"], k.pop(),
    k.bisect_key_left(3))
negative = SortedList([3, 1, 2], key=operator.neg)
print(negative, type(negative).__name__, list(negative.irange(3, 2)), negative[0])
d = SortedDict({"b": 2, "a": 1}, c=3)
d["aa"] = 4
print(d, d.peekitem(), d.peekitem(0), d.popitem(), d.popitem(0), d.keys(), d.values(), d.items(), d.keys()[0], d.items()[-1],
    d.index("b") if "b" in d else None)
d.update(z=1, y=2)
print(list(d), list(reversed(d)), d.setdefault("q", 5), d.pop("q"), d.pop("nope", None), d.bisect("b"), list(d.irange("aa", "y")), d.copy() == d,
    d.get("zz", 0), d | {"k": 1} if hasattr(d, "__or__") else "")
show("missing", lambda: d["nope"])
show("pop", lambda: d.pop("nope"))
show("empty", lambda: SortedDict().popitem())
show("peek", lambda: SortedDict().peekitem())
show("unorderable", lambda: SortedDict({1: 1}).__setitem__("a", 1))
kd = SortedDict(operator.neg, {1: "a", 2: "b", 3: "c"})
print(kd, kd.key, kd.keys().isdisjoint([9]), kd.keys() & {1, 2}, kd.items() >= {(1, "a")}, SortedDict.fromkeys([2, 1], 0))
del kd[2]
print(kd, 2 in kd, len(kd))
s = SortedSet("hello world")
print(s, s[0], s[-2:], s & set("low"), s | {"z"}, s - {"l"}, s ^ {"h", "q"}, s.isdisjoint("xyz"), s <= SortedSet("hello world!"), s > {"h"},
    s == set("hello world"), s.bisect("e"))
s.add("a")
s.discard(" ")
s -= {"d"}
s &= set("helloa")
s |= {"b"}
s ^= {"b", "c"}
print(s, s.pop(), s.pop(0), s.index("e"), s.intersection("ace", "e"), s.union("x", "y"), s.difference("e"), s.symmetric_difference("ex"),
    list(s.irange("c", "h")))
show("remove", lambda: s.remove("?"))
del s[0]
print(s, s.copy() is s, SortedSet([1, 2, 3], key=operator.neg))
show("hash", lambda: hash(s))
show("set item", lambda: s.__setitem__(0, 1))
generator = random.Random(12345)
model, container = [], SortedList()
container._reset(17)
for step in range(6000):
    action = generator.random()
    if action < 0.6 or not model:
        value = generator.randrange(500)
        bisect.insort(model, value); container.add(value)
    elif action < 0.75:
        value = model.pop(generator.randrange(len(model))); container.remove(value)
    elif action < 0.85:
        position = generator.randrange(-len(model), len(model)); assert model.pop(position) == container.pop(position)
    elif action < 0.9:
        value = generator.randrange(500); assert bisect.bisect(model, value) == container.bisect(value) and (value in container) == (value in model)
    elif action < 0.95:
        a, b = sorted(generator.randrange(len(model) + 1) for _ in "12"); assert model[a:b] == container[a:b]
    else:
        a, b = sorted((generator.randrange(500), generator.randrange(500))); assert list(container.irange(a, b)) == [x for x in model if a <= x <= b]
container._check()
print(len(container), list(container) == model, sum(container), container[len(container) // 2])
words = [f"{generator.choice('abcdef')}{generator.randrange(1000):03}" for _ in range(5000)]
counts = SortedDict()
for word in words:
    counts[word] = counts.get(word, 0) + 1
print(len(counts), counts.peekitem(100), list(counts.irange("b100", "b120")), sum(counts.values()), counts.keys()[250:253]); counts._check()
big = SortedKeyList(((generator.randrange(100), i) for i in range(20000)), key=lambda pair: pair[0])
print(len(big), big[10000], big.bisect_key_right(50), [p for p in big.irange_key(99, 99)][:3]); big._check()
import pickle
print(pickle.loads(pickle.dumps(SortedSet([3, 1]))), pickle.loads(pickle.dumps(SortedDict(a=1))), pickle.loads(pickle.dumps(SortedList([2, 1]))))
nested = SortedList([1]); show("repr", lambda: SortedList([SortedList([2]), nested]))
