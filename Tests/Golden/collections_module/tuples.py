import collections
import copy
import pickle


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


P = collections.namedtuple("P", "x, y z", defaults=(2, 3))
p = P(1)
print(p, p.x, p[1], p._asdict(), p._replace(z=9), P._make([4, 5, 6]), P._fields, P._field_defaults, P.__doc__, P.x.__doc__, P.__new__.__defaults__,
    p == (1, 2, 3), hash(p) == hash((1, 2, 3)), p + (1,), len(p), copy.copy(p), pickle.loads(pickle.dumps(p)) if False else "", p.__getnewargs__(),
    P.__match_args__, P.__slots__, P.x, P.__module__, isinstance(p, tuple), repr(P), P.__qualname__)
P.x.__doc__ = "the x"; P.__doc__ = "D"; print(P.x.__doc__, P.__doc__)
match p:
    case P(x=1, y=b): print("matched", b)
for label, call in {"few": lambda: P(), "many": lambda: P(1, 2, 3, 4), "unknown": lambda: P(1, w=2), "replace": lambda: p._replace(w=1),
    "make": lambda: P._make([1]), "keyword": lambda: collections.namedtuple("Q", "class"), "duplicate": lambda: collections.namedtuple("Q", "a a"),
    "underscore": lambda: collections.namedtuple("Q", "_a"), "number": lambda: collections.namedtuple("Q", "1a"),
    "type name": lambda: collections.namedtuple("1Q", "a"), "defaults": lambda: collections.namedtuple("Q", "a", defaults=(1, 2)),
    "set": lambda: setattr(p, "x", 1), "new attribute": lambda: setattr(p, "w", 1),
    "rename": lambda: collections.namedtuple("Q", "a class _b a", rename=True)._fields,
    "module": lambda: collections.namedtuple("Q", "a", module="m").__module__, "not string": lambda: collections.namedtuple("Q", [1]),
    "getter": lambda: P.x.__get__(5), "getter set": lambda: P.x.__set__(p, 1), "index": lambda: collections._tuplegetter(7, "d").__get__((1,)),
    "empty": lambda: collections.namedtuple("E", "")()}.items():
    show(label, call)


class Sub(P):
    __slots__ = ()
    @property
    def total(self): return sum(self)
    def __add__(self, other): return "added"


print(Sub(1), Sub(1).total, Sub(1)._replace(x=5), Sub(1) + 1, type(Sub._make([1, 2, 3])), collections.namedtuple("T", ["a", "b"])(*"xy"),
    collections._tuplegetter(0, "doc"))
c = collections.Counter("abracadabra")
c.subtract("aab")
c["z"] += 0
print(c, c.most_common(3), c["missing"], +c, -c, c + c, c - collections.Counter(a=1), c & collections.Counter(a=9, b=1), c | collections.Counter(q=1),
    c.total(), c == collections.Counter(c), c <= c + c, sorted(c.elements()), c.update({"n": 5}), c["n"], c.copy() == c, c.pop("n"))
show("fromkeys", lambda: collections.Counter.fromkeys("a"))
show("mixed", lambda: collections.Counter(a="x") + collections.Counter(a=1))
show("args", lambda: collections.Counter(1))
print(collections.Counter(a=1, self=2), collections._count_elements(m := {}, "aab"), m)
m = collections.ChainMap({"a": 1}, {"a": 2, "b": 3})
m["c"] = 4
print(m, m["b"], len(m), list(m), m.parents, m.new_child({"z": 1}), m.maps[0], m | {"q": 1}, "b" in m, m.get("x", 5), m.pop("a"), m["a"],
    bool(collections.ChainMap()))
show("pop", lambda: m.pop("b"))
show("del", lambda: m.__delitem__("b"))
show("missing", lambda: m["nope"])
show("popitem", lambda: collections.ChainMap().popitem())
