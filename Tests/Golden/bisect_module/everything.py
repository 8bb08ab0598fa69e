# bisect: bounds, keys, sequences of one's own, what breaks in the middle.
import bisect

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



data = [1, 3, 3, 3, 5, 8]
for x in (0, 1, 2, 3, 4, 8, 9, 3.0):
    print(x, bisect.bisect(data, x), bisect.bisect_left(data, x), bisect.bisect_right(data, x, 2), bisect.bisect_left(data, x, 1, 3), bisect.bisect_left(data, x, hi=2), bisect.bisect_right(data, x, lo=4, hi=None), bisect.bisect_left(data, -x, key=lambda v: -v) if x else "")
for function in bisect.insort, bisect.insort_left, bisect.insort_right:
    copy = data[:]; function(copy, 3.0); function(copy, 0); function(copy, 99); function(copy, 4, 0, 2); print(copy)
    pairs = [("a", 1), ("b", 3)]; function(pairs, ("c", 3), key=lambda p: p[1]); print(pairs, function(pairs, ("d", 0), key=lambda p: p[1]), pairs)
class Seq:
    def __init__(self, items): self.items, self.log = items, []
    def __len__(self): return len(self.items)
    def __getitem__(self, i): self.log.append(i); return self.items[i]
    def insert(self, i, x): self.log.append(("insert", i, x)); self.items.insert(i, x)
s = Seq([1, 2, 4, 8, 16]); print(bisect.bisect(s, 5), s.log, bisect.insort(s, 3), s.log, s.items); s.log.clear(); print(bisect.bisect_left(s, 100, 0, 3), s.log)
class Fails:
    def __lt__(self, other): raise ZeroDivisionError("compared")
    __gt__ = __lt__
class NoLen:
    def __getitem__(self, i): return i * 2
class BadLen(NoLen):
    def __len__(self): return -1
class Short(NoLen):
    def __len__(self): return 100
    def __getitem__(self, i): raise IndexError("item %d" % i)
class L(list):
    def insert(self, i, x): list.insert(self, i, ("through", x))
l = L([1, 5]); bisect.insort(l, 3); print(l, range(0, 10**20, 7).__class__, bisect.bisect(range(0, 1000, 7), 500), bisect.bisect("abcxyz", "m"), bisect.bisect((1, 2), 1.5))
for label, call in {"negative lo": lambda: bisect.bisect([1], 1, -1), "hi beyond": lambda: bisect.bisect([1], 5, 0, 9), "lo beyond": lambda: bisect.bisect([1], 5, 5), "lo over hi": lambda: bisect.bisect([1, 2], 5, 2, 1), "hi negative": lambda: bisect.bisect([1, 2, 3], 2, 0, -2), "lo float": lambda: bisect.bisect([1], 1, 0.5), "hi text": lambda: bisect.bisect([1], 1, 0, "x"), "mixed": lambda: bisect.bisect([1], "a"), "fails": lambda: bisect.bisect([1, 2], Fails()), "no len": lambda: bisect.bisect(NoLen(), 5), "no len hi": lambda: bisect.bisect(NoLen(), 5, 0, 10), "bad len": lambda: bisect.bisect(BadLen(), 5), "short": lambda: bisect.bisect(Short(), 1),
    "set": lambda: bisect.bisect({1}, 1), "int": lambda: bisect.bisect(5, 1), "dict": lambda: bisect.bisect({0: 1, 1: 5}, 3), "none": lambda: bisect.bisect(None, 1), "insort tuple": lambda: bisect.insort((1, 2), 3), "insort str": lambda: bisect.insort("ab", "c"), "key fails": lambda: bisect.bisect([1], 1, key=lambda v: v / 0), "key type": lambda: bisect.bisect([1], 1, key=5), "key None": lambda: bisect.bisect([1], 1, key=None), "key positional": lambda: bisect.bisect([1], 1, 0, 1, abs), "insort key": lambda: (q := [-1, 2], bisect.insort(q, -3, key=abs), q)[2], "missing": lambda: bisect.bisect([1]), "keywords": lambda: bisect.bisect(a=[1, 2], x=1, lo=0, hi=1), "insort result": lambda: bisect.insort([1], 0), "nan": lambda: bisect.bisect([1.0, float("nan"), 3.0], 2)}.items():
    show(label, call)
class Grows(list):
    def __getitem__(self, i): self.append(0); return list.__getitem__(self, i)
g = Grows([1, 2, 3]); print(bisect.bisect(g, 2), len(g), bisect.bisect is bisect.bisect_right, bisect.insort is bisect.insort_right, bisect.bisect.__module__)
