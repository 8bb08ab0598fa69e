# golden: packages=yes
"""attrs: classes, validators, converters, factories, slots, ordering, evolution, serialisation, generated source."""
import abc
import enum
import functools
import attr
import attrs
from attrs import Factory, define, field, frozen, validators


def show(label, call):
    try:
        print(f"{label}: {call()!r}")
    except Exception as error:
        print(f"{label}: {type(error).__name__}: {str(error).splitlines()[0]}")


@define
class Point:
    x: float = field(converter=float)
    y: float = field(default=0.0, converter=float)

    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


p = Point("3", 4)
print(p, p.length(), p == Point(3, 4), p != Point(3, 5), Point.__slots__)
show("no hash", lambda: hash(p))
show("no attribute", lambda: setattr(p, "z", 1))
show("missing", lambda: Point())
show("too many", lambda: Point(1, 2, 3))
show("unknown", lambda: Point(1, q=2))
show("convert", lambda: Point("x"))
p.x = "7.5"
print(p, "converted on set")


@frozen(order=True)
class Version:
    major: int = field(validator=validators.instance_of(int))
    minor: int = field(default=0, validator=[validators.ge(0), validators.lt(100)])
    tag: str | None = field(default=None, order=False, validator=validators.optional(validators.matches_re(r"[a-z]+\d*")))


print(sorted([Version(2), Version(1, 9), Version(1, 2, "rc1"), Version(1, 2)]))
print(hash(Version(1, 2)) == hash(Version(1, 2)), {Version(1): "a"}[Version(1)])
show("frozen", lambda: setattr(Version(1), "major", 2))
show("frozen del", lambda: delattr(Version(1), "major"))
show("type", lambda: Version("1"))
show("range", lambda: Version(1, 100))
show("negative", lambda: Version(1, -1))
show("regex", lambda: Version(1, 1, "RC"))
show("order other", lambda: Version(1) < 3)
print(attrs.evolve(Version(1, 2, "a"), minor=3), Version(1, 2, "x") < Version(1, 2, "a"))


class Color(enum.Enum):
    RED = "r"
    BLUE = "b"


@define(kw_only=True, repr=False)
class Base(abc.ABC):
    id: int = field(factory=functools.partial(next, iter(range(100, 200))))
    _secret: str = field(default="s3", repr=False)
    color: Color = field(default=Color.RED, converter=Color)
    tags: list[str] = Factory(list)
    sizes: dict = field(factory=dict, metadata={"unit": "cm"})
    derived: int = field(init=False)

    def __attrs_pre_init__(self):
        print("  pre", type(self).__name__)

    def __attrs_post_init__(self):
        self.derived = self.id * 2

    @derived.validator
    def _check(self, attribute, value):
        if value % 2:
            raise ValueError(f"{attribute.name} must be even")

    @abc.abstractmethod
    def area(self): ...


@define(kw_only=True)
class Square(Base):
    side: int = field(default=2, on_setattr=[attrs.setters.validate, lambda s, a, v: v + 1], validator=validators.in_(range(10)))
    cached: int = field(default=Factory(lambda self: self.side ** 2, takes_self=True), eq=False)

    def area(self):
        return self.side ** 2


show("abstract", lambda: Base())
s = Square(color="b", secret="hidden", tags=["a"])
print(s, s._secret, s.derived, s.cached, s.area())
s.side = 5
print(s.side)
show("set invalid", lambda: setattr(s, "side", 50))
show("derived odd", lambda: setattr(s, "derived", 3))
print(attrs.asdict(s))
print(attrs.asdict(s, filter=attrs.filters.exclude(list, "id"), value_serializer=lambda i, a, v: v.name if isinstance(v, Color) else v))
print(attrs.astuple(s), attr.astuple(p, tuple_factory=list))
for a in attrs.fields(Square):
    print(" ", a.name, a.type, a.default if not isinstance(a.default, Factory) else "factory", a.inherited, a.kw_only, dict(a.metadata), a.alias)


@define
class Node:
    value: int
    children: list["Node"] = field(factory=list, repr=lambda v: f"<{len(v)}>")
    parent: "Node | None" = field(default=None, eq=False, repr=False)


tree = Node(1, [Node(2), Node(3, [Node(4)])])
print(tree, attrs.asdict(tree), attrs.asdict(tree, recurse=False)["value"])
attrs.resolve_types(Node, globals(), locals())
print(attrs.fields(Node).children.type, attrs.fields_dict(Node).keys())
loop = Node(1)
loop.children.append(loop)
print(loop)


@attr.s(auto_attribs=True, cache_hash=True, frozen=True, eq=True)
class Old:
    a: int = attr.ib(validator=attr.validators.deep_iterable(attr.validators.instance_of(int), attr.validators.instance_of(tuple)))
    b: dict = attr.ib(factory=dict, eq=str, hash=False)
    c = attr.ib(default=1, type=int) if False else 3


print(Old((1, 2)), hash(Old((1,))) == hash(Old((1,), {"x": 1})), Old.c)
show("deep", lambda: Old((1, "2")))
show("deep outer", lambda: Old([1]))
show("unannotated", lambda: attr.s(auto_attribs=True)(type("U", (), {"q": attr.ib()})))
show("order of defaults", lambda: attr.s(type("D", (), {"a": attr.ib(default=1), "b": attr.ib()})))

Made = attrs.make_class("Made", {"x": field(type=int), "y": field(default=2)}, bases=(Point,), order=True)
print(Made(x=1), Made.__mro__[1].__name__, Made(1, 5) < Made(2, 0), [a.name for a in attrs.fields(Made)])


@define(slots=False, getstate_setstate=True, hash=True)
class Dicty:
    x: int = field(converter=attrs.converters.default_if_none(9))
    y: bool = field(default="yes", converter=attrs.converters.to_bool)
    z: list = field(factory=list, converter=attrs.converters.pipe(sorted, tuple))

    @property
    def total(self):
        return self.x + sum(self.z)

    def __eq__(self, other):
        return NotImplemented


d = Dicty(None, "off", [3, 1, 2])
print(d, d.total, vars(d), d.__getstate__() == {"x": 9, "y": False, "z": (1, 2, 3)})
show("bool", lambda: Dicty(1, "maybe"))
v = validators.and_(validators.or_(validators.instance_of(int), validators.instance_of(str)), validators.not_(validators.in_([13])))
print(v)
C = attrs.make_class("C", {"a": field(validator=v)})
show("or", lambda: C(1.5))
show("not", lambda: C(13))
with validators.disabled():
    print(C(13))
print(attr.has(C), attr.has(int), attrs.validate(C(5)))
try:
    attrs.fields(int)
except attrs.exceptions.NotAnAttrsClassError as error:
    print(error)


@define
class WithSuper:
    value: int

    @functools.cached_property
    def double(self):
        print("  computing")
        return self.value * 2

    def me(self):
        return __class__.__name__, super().__repr__().startswith("<")


w = WithSuper(4)
print(w.double, w.double, w.me())
import copy, pickle
print(copy.deepcopy(tree) == tree, pickle.loads(pickle.dumps(Version(3, 4))), copy.copy(w))
match Point(1, 2):
    case Point(x, y):
        print("matched", x, y, Point.__match_args__, Square.__match_args__)
