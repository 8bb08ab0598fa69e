import collections
import copy
import pickle


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


o = collections.OrderedDict([("b", 2), ("a", 1)], c=3)
print(o, o.move_to_end("b"), o.move_to_end("c", last=False), list(o), list(reversed(o)), o.popitem(), o.popitem(False), o, o.setdefault("z", 9),
    o.pop("z"), o.pop("q", None), list(o.items()), list(reversed(o.items())), list(reversed(o.values())))
p, q = collections.OrderedDict(a=1, b=2), collections.OrderedDict(b=2, a=1)
print(p == q, p == dict(q), dict(p) == q, p != q, p | {"c": 3}, {"z": 0} | p, type({"z": 0} | p), p.copy() == p, copy.deepcopy(p) is p,
    pickle.loads(pickle.dumps(p)), p.__reduce__()[0], collections.OrderedDict.fromkeys("ab", 0), p.__sizeof__() > 0, list(p.keys() & {"a"}))
p |= [("d", 4)]; p["a"] = 10; del p["b"]; p["b"] = 5; print(p, p.clear(), p)
for label, call in {"move": lambda: q.move_to_end("nope"), "empty": lambda: collections.OrderedDict().popitem(), "pop": lambda: q.pop("nope"),
    "key": lambda: q["nope"], "del": lambda: q.__delitem__("nope"), "mutate": lambda: [q.__setitem__(k + "x", 1) for k in q],
    "delete while": lambda: [q.pop(k) for k in q], "move while": lambda: [q.move_to_end(k) for k in list(q)], "hash": lambda: hash(q),
    "args": lambda: collections.OrderedDict(1, 2), "not pairs": lambda: collections.OrderedDict([1]),
    "unhashable": lambda: q.__setitem__([], 1)}.items():
    show(label, call)


class Sub(collections.OrderedDict):
    def __missing__(self, key): return key * 2
    def __setitem__(self, k, v): super().__setitem__(k, ("set", v))


s = Sub(x=1)
s.update(y=2)
s.attr = 5
print(s, s["qq"], s.setdefault("w", 0), vars(s), copy.copy(s), pickle.loads(pickle.dumps(collections.OrderedDict(k=1))), s.pop("x"), repr(Sub))
c = collections.OrderedDict()
c["me"] = c
print(c)
d = collections.defaultdict(list, {"a": [1]}, b=[2])
d["c"].append(3)
print(d, d.default_factory, d.get("zz"), "zz" in d, d.copy(), d | {"e": 1}, {"e": 1} | d, copy.copy(d), pickle.loads(pickle.dumps(d)),
    d.__missing__("m"), len(d))
n = collections.defaultdict()
show("no factory", lambda: n["x"])
show("bad factory", lambda: collections.defaultdict(3))
show("raises", lambda: collections.defaultdict(lambda: 1 / 0)["x"])
show("none", lambda: collections.defaultdict(None, a=1)["b"])
n.default_factory = int
n["y"] += 1
print(n)
r = collections.defaultdict()
r.default_factory = lambda: r
print(repr(collections.defaultdict(d.__getitem__)).split(" of")[0])
