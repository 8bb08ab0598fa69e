import gc
import weakref


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


print(gc.isenabled(), gc.get_threshold(), gc.disable(), gc.isenabled(), gc.enable(), gc.get_debug(), len(gc.get_count()), gc.set_threshold(500, 5),
    gc.get_threshold(), gc.set_threshold(700, 10, 10))
log = []


class Node:
    def __init__(self, n): self.n, self.me = n, self
    def __del__(self): log.append(self.n)


gc.collect()
Node(1); Node(2)
print(log, gc.collect(), log)
a = Node(3); r = weakref.ref(a, lambda w: log.append("ref")); del a; print(gc.collect() > 0, r(), log)


class Back:
    def __init__(self): self.me = self
    def __del__(self): global saved; saved = self


Back(); gc.collect(); print(saved.me is saved); saved.me = None; del saved
x = [1]
y = {"x": x}
print(gc.get_referents(y) == [x], y in gc.get_referrers(x), gc.is_tracked(x), gc.is_tracked(1), gc.is_tracked((1,)), gc.is_tracked({}),
    gc.is_tracked({"a": []}), gc.is_finalized(x), any(o is x for o in gc.get_objects()))
events = []
gc.callbacks.append(lambda phase, info: events.append((phase, info["generation"]))); gc.collect(1); gc.collect(); gc.callbacks.pop(); print(events)
gc.callbacks.append(lambda phase, info: 1 / 0)
import sys
sys.unraisablehook = lambda u: print("  unraisable", u.exc_type.__name__)
gc.collect(0); gc.callbacks.clear()
for label, call in {"generation": lambda: gc.collect(5), "negative": lambda: gc.collect(-1), "type": lambda: gc.collect("x"),
    "threshold": lambda: gc.set_threshold("x"), "objects": lambda: gc.get_objects(9), "objects none": lambda: len(gc.get_objects(None)) > 10,
    "debug": lambda: gc.set_debug("x"), "freeze": lambda: (gc.freeze(), gc.get_freeze_count() > 0, gc.unfreeze(), gc.get_freeze_count()),
    "stats": lambda: (len(gc.get_stats()), sorted(gc.get_stats()[0])), "garbage": lambda: gc.garbage,
    "keyword": lambda: gc.collect(generation=0) >= 0}.items():
    show(label, call)
gc.set_debug(gc.DEBUG_SAVEALL)
z = [None]
z[0] = z
del z
gc.collect()
print(len(gc.garbage), type(gc.garbage[0]))
gc.set_debug(0)
gc.garbage.clear()


class Chain: pass


head = None
for i in range(20000): n = Chain(); n.next = head; head = n
n = None; head.next.prev = head; del head; print(gc.collect() >= 20000)
