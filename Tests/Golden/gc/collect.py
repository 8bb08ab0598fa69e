import gc
print(gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), gc.get_threshold() == (700, 10, 10), len(gc.get_count()), gc.get_debug())


class N:
    def __init__(self): self.me = self


gc.collect()
for _ in range(5): N()
print(gc.collect() >= 5, gc.collect())
a = []
a.append(a)
print(gc.is_tracked(a), gc.is_tracked(5), gc.is_tracked("a"), gc.is_tracked({}), gc.is_tracked({"a": []}), gc.is_tracked(()), gc.is_tracked(N()), gc.is_finalized(a))
print(any(o is a for o in gc.get_referents(a)), any(o is a for o in gc.get_referrers(a)), len(gc.get_stats()), gc.garbage)
x = {"k": a}
print(any(r is x for r in gc.get_referrers(a)))
gc.set_threshold(100, 5, 5)
print(gc.get_threshold())
gc.freeze()
print(gc.get_freeze_count() > 0, gc.unfreeze(), gc.get_freeze_count())
log = []
gc.callbacks.append(lambda phase, info: log.append((phase, sorted(info))))
gc.collect()
print(log)
gc.callbacks.clear()
for bad in (lambda: gc.collect(5), lambda: gc.collect("a"), lambda: gc.set_threshold(), lambda: gc.is_tracked()):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
