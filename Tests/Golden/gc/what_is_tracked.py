# Tuples and dicts of simple things are not tracked; what containers refer to; weak references in garbage.
import gc
import weakref

gc.collect()
for thing in ([], {}, (), (1,), ((),), (1, (2, (3,))), ([],), {1: 2}, {1: []}, {"a": (1,)}, set(), type, 1, "a", None, {1: {}}, ({},)):
    gc.collect()
    print(repr(thing)[:30], gc.is_tracked(thing))
print(gc.get_referents([1, 3.5, None], (2, "x"), {4: 5}), gc.get_referents(1, "a"))


class Node:
    pass


called = []
a = Node()
a.self = a
a.other = Node()
a.reference = weakref.ref(a.other, called.append)
keep = weakref.ref(a.other)
del a
gc.collect()
print(called, keep() is None)
