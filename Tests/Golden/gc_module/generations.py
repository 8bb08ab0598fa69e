# gc: what is tracked, collections and counts, callbacks, garbage and saved objects, freezing, referents, finalisers, errors.
import gc, sys, weakref

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



gc.collect(); gc.disable()
class N: pass
class Slots: __slots__ = ("x",)
class NoRefs: __slots__ = ()
for label, value in {"int": 1, "str": "s", "tuple": (), "tuple ints": (1, 2), "list": [], "dict": {}, "dict int": {"a": 1}, "dict list": {"a": []}, "set": set(), "frozenset": frozenset(), "instance": N(), "slots": Slots(), "function": show, "builtin": len, "class": N, "module": gc, "generator": (x for x in ()), "bytes": b"", "range": range(3), "bytearray": bytearray(), "memoryview": memoryview(b""), "method": N().__init__, "property": property(), "exception": ValueError(), "cell": (lambda x: lambda: x)(1).__closure__[0], "type": type, "None": None, "complex": 1j, "iterator": iter([]), "deque": __import__("collections").deque(), "weakref": weakref.ref(N)}.items(): print(label, gc.is_tracked(value), gc.is_finalized(value))
def cycle(n=1, cls=N):
    for _ in range(n): a = cls(); a.me = a
cycle(5); print(gc.collect() >= 5, gc.isenabled(), gc.enable(), gc.isenabled(), gc.disable(), gc.get_threshold(), gc.get_debug(), len(gc.get_count()), len(gc.get_stats()), sorted(gc.get_stats()[0])); cycle(3); print(gc.collect(0) >= 0, gc.collect(1) >= 0, gc.collect(2), gc.collect())
log = []; gc.callbacks.append(lambda phase, info: log.append((phase, info["generation"], info["collected"] > 0, info["uncollectable"]))); cycle(2); gc.collect(1); gc.collect(); gc.callbacks.clear(); print(log)
class D(N):
    def __del__(self): log.append("del"); self.seen = True
class Back(N):
    def __del__(self): global kept; kept = self; log.append("back")
log.clear(); cycle(2, D); gc.collect(); print(log); cycle(1, Back); gc.collect(); print(log[-1], kept.me is kept, gc.is_finalized(kept)); del kept.me, kept; print(log.count("back")); log.clear(); a, b = D(), D(); a.o, b.o = b, a; r = weakref.ref(a, lambda w: log.append("cb")); del a, b; gc.collect(); print(sorted(log), r())
old = gc.get_debug(); gc.set_debug(gc.DEBUG_SAVEALL); cycle(1); gc.collect(); print(len(gc.garbage) >= 1, any(isinstance(g, N) for g in gc.garbage)); gc.set_debug(old); gc.garbage.clear(); print(gc.get_freeze_count(), gc.freeze(), gc.get_freeze_count() > 100, gc.unfreeze(), gc.get_freeze_count())
x = [1, {"k": 2}]; y = {"x": x}; print(gc.get_referents(x), gc.get_referents(y), gc.get_referents(), gc.get_referents(1, "a"), any(r is y for r in gc.get_referrers(x)), len(gc.get_objects()) > 1000, x in gc.get_objects() or True, len(gc.get_objects(2)) >= 0, gc.DEBUG_LEAK == (gc.DEBUG_COLLECTABLE | gc.DEBUG_UNCOLLECTABLE | gc.DEBUG_SAVEALL))
for label, call in {"collect": lambda: gc.collect(3), "collect neg": lambda: gc.collect(-1), "collect text": lambda: gc.collect("x"), "objects": lambda: gc.get_objects(5), "objects neg": lambda: gc.get_objects(-2), "threshold": lambda: gc.set_threshold("x"), "threshold none": lambda: gc.set_threshold(), "debug": lambda: gc.set_debug("x"), "tracked": lambda: gc.is_tracked(), "set": lambda: (gc.set_threshold(5, 6, 7), gc.get_threshold(), gc.set_threshold(700, 10, 10))[1], "keyword": lambda: gc.collect(generation=0) >= 0}.items(): show(label, call)
class Raises(N):
    def __del__(self): raise ValueError("in del")
caught = []; sys.unraisablehook = lambda u: caught.append((type(u.exc_value).__name__, str(u.exc_value), u.err_msg, getattr(u.object, "__qualname__", None))); cycle(1, Raises); gc.collect(); Raises(); print(caught); sys.unraisablehook = sys.__unraisablehook__
chain = None
for _ in range(100000): chain = [chain]
ring = [chain]; ring.append(ring); del chain, ring; print(gc.collect() > 0); d = {}
for i in range(1000): d[i] = N(); d[i].d = d
del d; print(gc.collect() >= 1001); gc.enable(); t = []; [t.append([t]) for _ in range(3000)]; print(len(t))
