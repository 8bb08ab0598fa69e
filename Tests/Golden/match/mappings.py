def f(x):
    match x:
        case {"a": 1, "b": b}: return f"a1 b={b}"
        case {"a": a, **rest}: return f"a={a} rest={rest}"
        case {1: _, None: n}: return f"const keys {n}"
        case {"nested": {"k": [x, *_]}}: return f"nested {x}"
        case {}: return "any mapping"
        case _: return "no"


for x in ({"a": 1, "b": 2}, {"a": 1}, {"a": 2, "c": 3}, {1: 0, None: "n"}, {"nested": {"k": [7, 8]}}, {"nested": 5}, {}, {"z": 1}, [("a", 1)], None, "a"):
    print(f(x), end="; ")
print()


class D(dict):
    def __missing__(self, k):
        return "made"


match D():
    case {"x": x}: print("missing used", x)
    case _: print("missing ignored")
d = {"k": 1, "l": 2}
match d:
    case {"k": v, **rest}:
        rest["new"] = 1
        print(v, rest, d)


class K:
    KEY = "k"


match d:
    case {K.KEY: v}: print("value key", v)
