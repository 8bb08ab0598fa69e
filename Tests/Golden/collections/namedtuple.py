from collections import namedtuple
def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


P = namedtuple("P", "x y", defaults=[0])
p = P(1)
print(p, p.x, p[1], p._fields, p._asdict(), p._replace(x=5), P._make([3, 4]), P._field_defaults, p == (1, 0), tuple(p), [*p], P(x=1, y=2), P.__doc__, P.x.__doc__, P.__match_args__, p < P(2), hash(p) == hash((1, 0)), isinstance(p, tuple), P.__slots__, p.__getnewargs__())
show(P)
show(P, 1, 2, 3)
show(P, z=1)
show(p._replace, q=1)
show(P._make, [1])
show(namedtuple, "A", "a a")
show(namedtuple, "A", "def")
show(namedtuple, "A", "_x")
show(namedtuple, "1A", "a")
show(namedtuple, "A", ["a b"])
show(lambda: setattr(p, "x", 1))
print(namedtuple("R", "a def a _b", rename=True)._fields, namedtuple("E", [])(), namedtuple("C", "a, b")(1, 2))


class Sub(P):
    __slots__ = ()
    def norm(self): return (self.x ** 2 + self.y ** 2) ** 0.5


print(Sub(3, 4).norm(), Sub(3, 4), type(Sub(1)._replace(x=2)).__name__)
match p:
    case P(x, y): print("matched", x, y)
