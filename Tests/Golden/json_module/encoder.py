import collections
import enum
import json


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


class I(int):
    def __repr__(self): return "I!"


class F(float):
    def __repr__(self): return "F!"


class S(str):
    pass


class E(enum.IntEnum):
    A = 1


class L(list):
    pass


values = [I(5), F(1.5), S("s"), E.A, L([1]), collections.OrderedDict(b=1, a=2), True, None, 1e16, 1e22, 0.1, -0.0, 5e-324, 2**70, "é\u2028\ud800",
    (1, (2,)), {}, [], {"": ""}]
for v in values:
    show(type(v).__name__, lambda: json.dumps(v))
for options in ({"indent": 0}, {"indent": 2}, {"indent": "\t"}, {"separators": (",", ": ")}, {"sort_keys": True}, {"ensure_ascii": False},
    {"indent": 1, "separators": ("|", "=")}, {"skipkeys": True}):
    show(options,
        lambda: json.dumps({"b": [1, {"z": (), "y": []}], "a": "é", (1,): 2} if options.get("skipkeys") else {"b": [1, {"z": (), "y": []}], "a": "é"}, **options))
show("keys", lambda: json.dumps({1: 1, 1.5: 2, True: 3, None: 4, E.A: 5, float("inf"): 6, I(7): 7}))
show("bad key", lambda: json.dumps({(1,): 1}))
show("sort mixed", lambda: json.dumps({1: 1, "a": 2}, sort_keys=True))
show("nan", lambda: json.dumps([float("nan"), float("-inf")]))
show("no nan", lambda: json.dumps(float("nan"), allow_nan=False))
show("set", lambda: json.dumps({1}))
show("bytes", lambda: json.dumps([b"x"]))
loop = {}
loop["self"] = loop
show("circular", lambda: json.dumps(loop))
show("default", lambda: json.dumps([{1}, 2j], default=lambda v: sorted(v) if isinstance(v, set) else str(v)))
show("default circular", lambda: json.dumps(object(), default=lambda v: v))
show("default raises", lambda: json.dumps(object(), default=lambda v: 1 / 0))
print(list(json.JSONEncoder(indent=1).iterencode({"a": [1, 2]})), list(json.JSONEncoder().iterencode([1, "x"])))


class Changing(dict):
    def items(self):
        return [("z", 1), ("y", 2)]


show("items", lambda: json.dumps(Changing(a=1)))
show("generator", lambda: json.dumps(i for i in "a"))
