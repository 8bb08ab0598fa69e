"""collections, heapq, bisect, itertools, functools, operator, enum, dataclasses, typing, copy, graphlib, statistics, random, decimal, fractions, abc, weakref."""
import abc
import array
import bisect
import collections
import collections.abc
import copy
import dataclasses
import decimal
import enum
import fractions
import functools
import graphlib
import heapq
import itertools
import math
import numbers
import operator
import random
import statistics
import types
import typing
import weakref
from typing import Annotated, Any, Callable, ClassVar, Final, Generic, Literal, NamedTuple, Optional, Protocol, TypedDict, TypeVar, Union

c = collections.Counter("mississippi")
print(c, c.most_common(2), c - collections.Counter("miss"), c & collections.Counter("sip"), +collections.Counter(a=-1, b=2), c.total(),
    sorted(c.elements())[:3], c["z"])
d = collections.deque(range(5), maxlen=4)
d.appendleft(9)
d.rotate(2)
d.extend("ab")
print(d, d.index("a"), d.maxlen, list(reversed(d)), d.count(9))
dd = collections.defaultdict(lambda: [0])
dd["x"].append(1)
print(dd["x"], len(dd), dd.get("q"))
od = collections.OrderedDict(a=1, b=2, c=3)
od.move_to_end("a")
print(od, od.popitem(last=False), od == {"c": 3, "a": 1}, list(reversed(od)))
P = collections.namedtuple("P", "x y z", defaults=[3])
p = P(1, y=2)
print(p, p._replace(x=9), p._asdict(), P._fields, P._make("abc"), p + (4,), P._field_defaults, P.x.__doc__)
cm = collections.ChainMap({"a": 1}, {"a": 2, "b": 3})
child = cm.new_child({"b": 0})
print(child["a"], child["b"], dict(child), cm.maps, child.parents == cm)


class Lower(collections.UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)


print(Lower(A=1, b=2) | {"C": 3}, collections.UserList([1]) + [2], collections.UserString("ab").upper(), isinstance({}.keys(), collections.abc.Set),
    issubclass(list, collections.abc.Sequence))
h = [5, 2, 8, 1, 9]
heapq.heapify(h)
heapq.heappush(h, 0)
print([heapq.heappop(h) for _ in range(3)], heapq.nlargest(2, ["aa", "b", "ccc"], key=len), heapq.nsmallest(2, h),
    list(heapq.merge([1, 4], [2, 3], reverse=False)), heapq.heapreplace(h, 7), heapq.heappushpop(h, 1))
s = [1, 3, 3, 5]
bisect.insort(s, 4)
print(s, bisect.bisect_left(s, 3), bisect.bisect(s, 3), bisect.bisect_left(["a", "bbb"], 2, key=len))
print(list(itertools.accumulate([1, 2, 3], operator.mul, initial=2)), list(itertools.groupby("aabbc"))[1][0],
    [(k, list(g)) for k, g in itertools.groupby([1, 3, 2, 4], lambda v: v % 2)], list(itertools.combinations("abc", 2)),
    list(itertools.permutations([1, 2, 3], 2))[:4], list(itertools.product("ab", repeat=2)), list(itertools.zip_longest("ab", "c", fillvalue="-")),
    list(itertools.islice(itertools.count(1, 0.5), 3)), list(itertools.compress("abcd", [1, 0, 1])), list(itertools.starmap(pow, [(2, 3)])),
    list(itertools.takewhile(lambda v: v < 3, [1, 2, 3, 1])), list(itertools.pairwise("abc")), list(itertools.chain.from_iterable(["ab", "c"])),
    [list(t) for t in itertools.tee("ab")], list(itertools.combinations_with_replacement("ab", 2)))


@functools.lru_cache(maxsize=3)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@functools.total_ordering
class Version:
    def __init__(self, *p): self.p = p
    def __eq__(self, o): return self.p == o.p
    def __lt__(self, o): return self.p < o.p


@functools.singledispatch
def describe(v): return f"object {v}"
@describe.register
def _(v: int | float): return f"number {v}"
@describe.register(list)
def _(v): return f"list of {len(v)}"


class Cached:
    @functools.cached_property
    def value(self): print("  computing"); return 42
    @functools.singledispatchmethod
    def kind(self, v): return "any"
    @kind.register
    def _(self, v: str): return "text"
    part = functools.partialmethod(lambda self, a, b: (a, b), 1)


k = Cached()
print(fib(30), fib.cache_info(), Version(1, 2) >= Version(1, 1), sorted([Version(2), Version(1)])[0].p, describe(1.5), describe([1]), describe("x"),
    k.value, k.value, k.kind("a"), k.kind(1), k.part(2), functools.reduce(operator.add, [[1], [2]], []), functools.partial(int, base=2)("101"),
    functools.cmp_to_key(lambda a, b: b - a)(1) < functools.cmp_to_key(lambda a, b: b - a)(0), operator.itemgetter(1, 0)("ab"),
    operator.attrgetter("p")(Version(1)), operator.methodcaller("split", ",")("a,b"))


class Color(enum.Enum):
    RED = 1; GREEN = "g"; CRIMSON = 1
    @property
    def nice(self): return self.name.title()
    @classmethod
    def _missing_(cls, value): return cls.RED if value == "r" else None


class Perm(enum.IntFlag): R = 4; W = 2; X = 1
class Auto(enum.StrEnum): ONE = enum.auto(); TWO = enum.auto()
class Bits(enum.Flag, boundary=enum.CONFORM): A = enum.auto(); B = enum.auto()


print(list(Color), Color("g"), Color["RED"], Color("r").nice, Color.CRIMSON is Color.RED, Color.__members__, Perm.R | Perm.X, Perm(7), ~Perm.R,
    Perm.R in Perm(5), Auto.TWO.upper(), Bits(7), Bits.A | Bits.B, repr(Color.RED), f"{Auto.ONE} {Perm.W:d}", enum.Enum("Animal", "CAT DOG")(2),
    hash(Color.RED) == hash("RED"), len(Bits.A | Bits.B), list(Perm(5)))
for call in (lambda: Color(9), lambda: Color["NOPE"], lambda: setattr(Color, "RED", 2), lambda: enum.unique(Color), lambda: type("E", (Color,), {}),
    lambda: Color.RED < Color.GREEN):
    try: print(call())
    except Exception as error: print(type(error).__name__, error)


@dataclasses.dataclass(order=True, slots=True)
class Item:
    sort: int = dataclasses.field(init=False, repr=False)
    name: str
    price: float = 1.0
    tags: list[str] = dataclasses.field(default_factory=list, compare=False)
    kind: ClassVar[str] = "item"
    _: dataclasses.KW_ONLY
    extra: dataclasses.InitVar[int] = 0
    def __post_init__(self, extra): self.sort = -extra


@dataclasses.dataclass(frozen=True)
class Frozen:
    x: int; y: tuple = ()


i = Item("a", 2.5, extra=3)
print(i, sorted([i, Item("b")]), dataclasses.asdict(i), dataclasses.replace(i, name="z", extra=1), [f.name for f in dataclasses.fields(i)],
    Item.__match_args__, {Frozen(1): 1}[Frozen(1)], Item.__slots__, dataclasses.make_dataclass("M", [("q", int, 5)])(),
    dataclasses.is_dataclass(Frozen), dataclasses.astuple(Frozen(1, (2,))))
for call in (lambda: setattr(Frozen(1), "x", 2), lambda: Item(),
    lambda: dataclasses.dataclass(type("B", (), {"__annotations__": {"a": list}, "a": []})), lambda: setattr(i, "nope", 1)):
    try: print(call())
    except Exception as error: print(type(error).__name__, error)
T = TypeVar("T", bound=int); Pair = Union[tuple[T, T], list[T]]


class Box(Generic[T]):
    item: "Optional[T]"
    def get(self: "Box", n: Annotated[int, "meta"] = 1, *a: str, **k: Any) -> Callable[[int], T]: ...
@typing.runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...
class Movie(TypedDict, total=False): name: typing.Required[str]; year: int
class Emp(NamedTuple): name: str; id: int = 3


print(Pair[bool], Box[int], typing.get_type_hints(Box.get), typing.get_type_hints(Box.get, include_extras=True)["n"],
    typing.get_origin(dict[str, int]), typing.get_args(Callable[[int], str]), Literal["a", 1], Optional[int] | str, isinstance(open, Closes),
    Movie.__required_keys__, Emp("x"), Final[int], typing.cast(int, "s"), typing.NewType("Id", int)(3), Union[int, int, str], list["Box"],
    typing.ForwardRef("X"), typing.is_typeddict(Movie), typing.overload(len).__name__, Box.__parameters__)
box = copy.deepcopy({"a": [1, {2}], "b": (c, [3])})
print(box["b"][0] == c and box["b"][0] is not c, copy.copy([1]), copy.replace if hasattr(copy, "replace") else "")
g = graphlib.TopologicalSorter({"D": {"B", "C"}, "B": {"A"}, "C": {"A"}}); print(list(g.static_order())[0]); 
try: list(graphlib.TopologicalSorter({1: {2}, 2: {1}}).static_order())
except graphlib.CycleError as error: print(error.args[0], len(error.args[1]))
data = [2, 4, 4, 4, 5, 5, 7, 9, 1.5]
print(statistics.mean(data), statistics.median(data), statistics.mode(data), statistics.stdev(data), statistics.pvariance(data),
    statistics.quantiles(data, n=4), statistics.harmonic_mean([40, 60]), statistics.geometric_mean([1, 2, 4]), statistics.fmean(data, [1] * 9),
    statistics.multimode("aabbc"), statistics.correlation([1, 2, 3], [1, 3, 2]), statistics.linear_regression([1, 2, 3], [2, 4, 6]),
    statistics.NormalDist(5, 2).cdf(6), statistics.NormalDist.from_samples(data).overlap(statistics.NormalDist(3, 1)),
    statistics.median_grouped([1, 2, 2, 3]), statistics.mean([fractions.Fraction(1, 3), 1]))
random.seed(2024)
print(random.random(), random.randint(1, 100), random.choice("abc"), random.sample(range(100), 4), random.shuffle(x := list(range(6))), x,
    random.gauss(0, 1), random.choices("ab", [1, 9], k=5), random.uniform(1, 2), random.betavariate(1, 2), random.expovariate(2), random.triangular(),
    random.getrandbits(70), random.randbytes(4), random.normalvariate(), random.vonmisesvariate(1, 2), random.Random("text").random(),
    random.Random(b"x").randrange(0, 10, 3), random.lognormvariate(0, 1), random.paretovariate(2), random.weibullvariate(1, 2),
    random.gammavariate(2, 3))
D = decimal.Decimal
decimal.getcontext().prec = 30
print(D(1) / 7, D("1.10") + D("2.2"), D("0.1") * 3, D(2).sqrt(), D("1e5").normalize(), D("123.456").quantize(D("0.01"), decimal.ROUND_DOWN), D("-0"),
    D("NaN").is_nan(), D(3) ** D("0.5"), D("1.23E+4").to_eng_string(), D(1.1), D("10").log10(), D(5) // 2, D(-7) % 3, f"{D('1234567.891'):,.2f}",
    D("3.14").as_tuple(), D(1).exp(), round(D("2.5")), D("1") == 1.0, D("Infinity") > 10 ** 100, max(D(1), 2), hash(D(3)) == hash(3),
    decimal.Context(prec=3).create_decimal("1.23456"), D("7").as_integer_ratio(), D("1.20").compare_total(D("1.2")))
for call in (lambda: D(1) / 0, lambda: D("x"), lambda: D(0) / 0, lambda: D(1) + 1.5, lambda: D("1e999999") ** 9):
    try: print(call())
    except Exception as error: print(type(error).__name__, error)
F = fractions.Fraction
print(F(3, -6), F("1.25"), F(0.1).limit_denominator(10), F(1, 3) + F(1, 6), F(7, 3) // 1, F(7, 3) % 1, math.floor(F(-1, 2)), round(F(5, 2)),
    F(1, 2) ** -2, F(1, 2) == 0.5, isinstance(F(1), numbers.Rational), F("3/4"), F(2, 3).as_integer_ratio(), math.gcd(12, 18), math.comb(10, 3),
    math.isqrt(99), math.prod([1, 2, 3]), math.dist((0, 0), (3, 4)), math.fsum([0.1] * 10), math.lcm(4, 6), math.nextafter(1, 2), math.ulp(1.0))


class Shape(abc.ABC):
    @property
    @abc.abstractmethod
    def area(self): ...
    @classmethod
    def __subclasshook__(cls, other): return hasattr(other, "area") or NotImplemented


try: Shape()
except TypeError as error: print(error)
print(issubclass(type("Q", (), {"area": 1}), Shape), Shape.register(int) is int, isinstance(3, Shape), Shape.__abstractmethods__)
class Node: pass
n = Node()
w = weakref.WeakValueDictionary(a=n)
ws = weakref.WeakSet([n])
r = weakref.ref(n, lambda _: print("  gone"))
f = weakref.finalize(n, print, "  finalized")
print(len(w), len(ws), r() is n, f.alive)
del n
print(len(w), len(ws), r(), f.alive)
print(array.array("d", [1, 2.5]), types.SimpleNamespace(a=1, b=[2]), types.MappingProxyType({"a": 1}),
    types.new_class("K", (list,), {}, lambda ns: ns.update(z=1)).z, types.prepare_class("X")[0], types.DynamicClassAttribute,
    type(types.coroutine(lambda: (yield))).__name__)
