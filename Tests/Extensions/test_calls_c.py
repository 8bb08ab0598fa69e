# Every way in which functions and methods made in C are called.
import gc, sys, weakref
import calls_c
from calls_c import *

def show(function, *arguments, **keywords):
    try: print("  ", function(*arguments, **keywords))
    except BaseException as error: print("  ", type(error).__name__, str(error).split(" at 0x")[0])

kinds = "none", "one", "fast", "fast_keywords", "tuple", "tuple_keywords"
class InPython(Object):
    def method(self): return super().one(1), super().fast(1, 2), super().none(), super().tuple(3), super().fast_keywords(4, k=5), super().tuple_keywords(k=6)
def calls(f):
    # Plain calls, since a call with * goes another way.
    show(lambda: f()); show(lambda: f(1)); show(lambda: f(1000, 2.5)); show(lambda: f("a", None, True)); show(lambda: f(1, 2, 3, 4, 5, 6, 7, 8, 9)); show(lambda: f(k=1)); show(lambda: f(1, k=2.5, l=None)); show(lambda: f(1, 2, *[3], **{"z": 4}))
    show(f); show(f, 1); show(f, 1, 2); show(f, k=1)
print("functions")
for kind in kinds: print(kind); calls(getattr(calls_c, kind))
print("module attributes")
show(lambda: calls_c.none()); show(lambda: calls_c.one(300)); show(lambda: calls_c.fast(300, "x")); show(lambda: calls_c.fast_keywords(1, x=2)); show(lambda: calls_c.tuple(1, 2)); show(lambda: calls_c.tuple_keywords(1, x=2)); show(lambda: calls_c.one()); show(lambda: calls_c.none(1)); show(lambda: calls_c.tuple(x=1)); show(lambda: calls_c.fast(x=1))
print("methods")
for o in Object(), InPython():
    show(lambda: o.none()); show(lambda: o.none(1)); show(lambda: o.one(300)); show(lambda: o.one()); show(lambda: o.one(1, 2)); show(lambda: o.fast()); show(lambda: o.fast(1, 2.5, None)); show(lambda: o.fast(k=1))
    show(lambda: o.fast_keywords(1, 2)); show(lambda: o.fast_keywords(1, k=2)); show(lambda: o.tuple()); show(lambda: o.tuple(1, [2])); show(lambda: o.tuple(k=1)); show(lambda: o.tuple_keywords(1)); show(lambda: o.tuple_keywords(1, k=2)); show(lambda: o.coexist(5)); show(lambda: o.defining(1, k=2)); show(lambda: o.defining())
    for prefix in "static_", "class_":
        for kind in kinds:
            f = getattr(o, prefix + kind)
            show(lambda: f()); show(lambda: f(1)); show(lambda: f(1, 2)); show(lambda: f(k=1))
    show(lambda: o.static_one(3)); show(lambda: o.class_one(3)); show(lambda: o.class_fast(3, 4)); show(lambda: type(o).class_tuple(3)); show(lambda: type(o).static_tuple(3))
for kind in kinds:
    f = getattr(Object, kind)
    show(lambda: f(Object())); show(lambda: f(Object(), 1)); show(lambda: f(5)); show(lambda: f()); show(lambda: f(InPython(), 1)); show(lambda: f(Object(), k=1))
print(InPython().method())
b = Object().one
show(lambda: b(7)); show(lambda: b()); print(list(map(b, [1, "x"])), sorted([3, 1, 2], key=same))

print("results")
o = Object()
for which in range(25):
    if which in (21, 22): continue  # (What CPython says depends on how often the call was made.)
    show(lambda: result(which)); show(lambda: o.result(which))
print([type(result(i)).__name__ for i in range(21)], result(5) + 1, result(8) - 1, result(0) is result(0), result(14) is True, result(16) is None)

print("identity and fields")
x, y, big, text = 1000, 1000.5, 10**30, "text"
print(identical(5, 5), identical(text, text), identical(big, big), identical(None, None), identical(True, 1), identical(256, 256), identical(x, x + 1))
show(lambda: identical(1)); show(lambda: fields((1, 2, 1000))); show(lambda: fields([1, 2.5, 1000])); show(lambda: fields([])); show(lambda: fields(1000)); show(lambda: fields(-7)); show(lambda: fields(2.5)); show(lambda: fields(10**20)); show(lambda: fields([[1], [2]])); show(lambda: fields({}))
nested = [1, [2, (3, 4.5)]]
print(same(nested) is nested, same(nested[1][1]), nested, fields(nested[1][1]))
nested.append(5); nested[1].append(6.5)
print(nested, fields([1, *nested[1][:1]]))

print("what is kept")
for value in 5, 1000, -70000, 2.5, None, "text", (1, 2), [3], 10**20:
    keep(value); value = give(); print(value, end=" "); keep_tuple(value, value); print(give(), end=" "); keep_fast(value, 1); print(give())
def keeps():
    kept = []
    for i in range(20): keep_tuple(i, i + 1000); kept.append(give()); keep_tuple(i); kept.append(give())
    return kept
print(keeps()); print(len(set(map(id, keeps()))) > 20)
keep_tuple([]); first = give(); keep_tuple([]); second = give()
print(first is second, first, gc.is_tracked(first), sys.getrefcount(first) == sys.getrefcount(second))
class Cycle: pass
c = Cycle(); keep_tuple(c, 1); c.tuple = give(); r = weakref.ref(c); del c; gc.collect(); print(r())

print("calls within calls")
print(through(through, through, tuple, 1, 2)); print(through(lambda a, b: tuple(a, b), 1, 2)); print(through(lambda *a: (keep_tuple(*a), give())[1], 1, 2, 3))
def deep(n): return tuple(n) if n == 0 else through(deep, n - 1)
print(deep(5)); show(through, int, "x")
class Dying:
    def __del__(self): print("   dying", tuple(8, 9)[1], one(300)[1])
tuple(Dying(), 1); one(Dying()); fast(Dying(), Dying()); o.tuple(Dying())

print("counts")
def balanced(function, *arguments):
    # Counts of the arguments and the number of blocks, over many calls.
    def many():
        for i in range(1000):
            try: function(*arguments)
            except Exception: pass
    many(); gc.collect()
    before = [sys.getrefcount(a) for a in arguments]
    blocks = sys.getallocatedblocks()
    many(); gc.collect()
    return before == [sys.getrefcount(a) for a in arguments] and abs(sys.getallocatedblocks() - blocks) < 50
item = Cycle()
print([balanced(f, *a) for f in (one, same, count_of, keep, fast, fast_keywords, tuple, tuple_keywords, keep_tuple, count_first, o.one, o.fast, o.tuple, Object.one, o.class_one, o.static_one) for a in ((item,), (1000,), (2.5,), (item, item), ())])
print([balanced(result, i) for i in range(25) if i != 22])
def plain():
    before = sys.getrefcount(item), sys.getrefcount(one), sys.getrefcount(Object.one), sys.getrefcount(o), sys.getrefcount(None) // 2**40
    for i in range(2000):
        one(item); same(i); fast(item, i, 2.5); fast_keywords(item, k=item); tuple(item, i); tuple_keywords(item, k=i); o.one(item); o.fast(item, i); o.tuple(item); o.fast_keywords(item, k=item); o.none(); keep(item); keep_tuple(item, i); calls_c.one(item); o.tuple_keywords(item); o.class_one(item); Object.static_one(item)
    give()
    return before == (sys.getrefcount(item), sys.getrefcount(one), sys.getrefcount(Object.one), sys.getrefcount(o), sys.getrefcount(None) // 2**40)
print(plain())
