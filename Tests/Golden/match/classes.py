class P:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Q(P):
    pass


class N:
    z = 5


def f(o):
    match o:
        case Q(x=1): return "Q x=1"
        case P(0, 0): return "origin"
        case P(x, y=0): return f"x axis {x}"
        case P(x, y) if x == y: return f"diag {x}"
        case P(): return "P"
        case N(z=z): return f"N {z}"
        case int(n) | float(n): return f"num {n}"
        case str(s): return f"str {s}"
        case list([a, *_]): return f"list {a}"
        case dict(d): return f"dict {d}"
        case tuple(): return "tuple"
        case bool(): return "never: int came first"
        case None: return "none"
        case _: return "other"


print([f(o) for o in (Q(1, 2), P(0, 0), P(3, 0), P(4, 4), Q(5, 6), N(), 7, True, 2.5, "s", [1, 2], [], {1: 2}, (1,), None, {1}, b"")])


class Bad:
    __match_args__ = ["a"]


class Few:
    __match_args__ = ("a",)
    a = 1


class NonStr:
    __match_args__ = (5,)


def attempt(source):
    try:
        exec(source)
    except Exception as e:
        print(type(e).__name__, e)


attempt("match Bad():\n case Bad(1): pass")
attempt("match Few():\n case Few(1, 2): pass")
attempt("match N():\n case N(1): pass")
attempt("match NonStr():\n case NonStr(1): pass")
attempt("match 5:\n case int(1, 2): pass")
attempt("match Few():\n case Few(1, a=1): pass")
attempt("x = 5\nmatch 5:\n case x(): pass")
attempt("match 5:\n case undefined(): pass")
attempt("match Few():\n case Few(a=1, b=2): print('never')\n case Few(a=1): print('missing attribute is no match')")
