from collections import Counter, defaultdict, OrderedDict, ChainMap
def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


c = Counter("abracadabra")
print(c, c["z"], c.most_common(2), sorted(c.elements())[:4], c.total(), c + Counter("az"), c - Counter("aab"), c & Counter("ab"), c | Counter("zz"), +Counter(a=-1, b=2), -Counter(a=-1), Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter("aa"))
c.update("aaa"); c.subtract("b"); del c["q"]
print(c, dict(c), list(c), Counter({"x": 2}), Counter(y=3), c.copy() == c, repr(Counter()))
d = defaultdict(list, z=[0])
d["a"].append(1); d["b"]
print(d, d["z"], d.get("q"), "q" in d, d.default_factory, d.copy(), dict(d), defaultdict(int, {1: 2}), defaultdict(lambda: 5)["k"], d | {"n": 1})
show(lambda: defaultdict()["x"])
show(defaultdict, 5)
d.default_factory = None
show(lambda: d["new"])
o = OrderedDict(b=1, a=2)
o["c"] = 3
o.move_to_end("b"); o.move_to_end("c", last=False)
print(o, list(o), o.popitem(), o.popitem(last=False), o, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1) == {"a": 1}, list(reversed(OrderedDict(a=1, b=2))), OrderedDict())
show(o.move_to_end, "zz")
show(OrderedDict().popitem)
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
m["c"] = 4
print(m["a"], m["b"], dict(m), m, m.maps[0], m.new_child({"a": 0})["a"], m.parents, len(m), list(m), m.get("zz"))
show(lambda: m["nope"])
show(lambda: m.__delitem__("b"))
