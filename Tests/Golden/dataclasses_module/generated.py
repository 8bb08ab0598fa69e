# dataclasses: what is generated for each option, inheritance, slots, kw_only, InitVar, fields of all kinds, replace, errors.
import copy, dataclasses as dc, pickle, sys, typing
from dataclasses import dataclass, field, fields, replace, asdict, astuple, make_dataclass, InitVar, KW_ONLY, FrozenInstanceError, is_dataclass

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



@dataclass(order=True)
class A:
    x: int
    y: str = "d"
    z: list = field(default_factory=list, compare=False, repr=False, hash=False, metadata={"m": 1})
    cls: typing.ClassVar[int] = 5
    i: InitVar[int] = 7
    late: int = field(init=False, default=0)
    def __post_init__(self, i): self.late = i
@dataclass(frozen=True, slots=True)
class B:
    a: int
    _: KW_ONLY
    b: int = 2
    c: int = field(default=3, kw_only=False) if False else 3
@dataclass(frozen=True)
class Base: p: int = 1
@dataclass(frozen=True)
class Child(Base):
    q: int = 2
    p: int = 10
@dataclass(init=False, repr=False, eq=False)
class Bare: v: int = 1
@dataclass(unsafe_hash=True)
class Hash: v: int; w: list = field(default_factory=list, hash=False, compare=False)
@dataclass(kw_only=True, match_args=False, weakref_slot=True, slots=True)
class Kw: k: int; m: int = field(default=1)
a = A(1, i=9); print(a, a.z, a.late, A.cls, A.i, a == A(1), a < A(2), a <= A(1, "e"), A(1, "b") > A(1, "a"), A.__match_args__, A.__doc__, A.__hash__, [f.name for f in fields(A)], fields(a)[2].metadata, [(f.name, f.init, f.repr, f.compare, f.hash, f.kw_only, f._field_type.name) for f in A.__dataclass_fields__.values()])
b = B(1, b=5); print(b, B.__slots__, B.__doc__, B.__match_args__, hash(b) == hash(B(1, b=5)), replace(b, a=9), pickle.loads(pickle.dumps(b)) == b, copy.copy(b), Child(), Child.__mro__[1].__name__, repr(Bare()).split(" at")[0], Bare() == Bare(), hash(Hash(1)) == hash((1,)), Kw(k=1), Kw.__slots__, hasattr(Kw, "__match_args__"), Kw.__doc__)
print(asdict(A(1, z=[B(2), {"k": (B(3),)}])), astuple(A(1, z=[B(2)])), asdict(a, dict_factory=lambda p: [k for k, _ in p]), astuple(b, tuple_factory=list), is_dataclass(A), is_dataclass(a), is_dataclass(3), is_dataclass(int), A.__init__.__annotations__, A.__dataclass_params__)
M = make_dataclass("M", ["u", ("v", int), ("w", list, field(default_factory=list))], bases=(Base,), namespace={"double": lambda s: s.p * 2}, frozen=True) if False else make_dataclass("M", [("v", int), ("w", list, field(default_factory=list))], namespace={"double": lambda s: s.v * 2}); print(M(3), M(3).double(), M.__module__, make_dataclass("N", "abc", eq=False)(1, 2, 3), make_dataclass("O", [("a", int, 5)], slots=True, order=True)() < make_dataclass("O", [])  if False else "")
def body(**ns): return type("T", (), {"__annotations__": {k: v[0] if isinstance(v, tuple) else v for k, v in ns.items()}, **{k: v[1] for k, v in ns.items() if isinstance(v, tuple)}})
for label, call in {"missing": lambda: A(), "many": lambda: A(1, 2, 3, 4, 5), "keyword": lambda: A(1, q=2), "frozen set": lambda: setattr(b, "a", 1), "frozen delete": lambda: delattr(b, "a"), "frozen new": lambda: setattr(Child(), "nope", 1), "kw": lambda: Kw(1), "order type": lambda: a < 3, "order subclass": lambda: A(1) < type("A2", (A,), {})(2), "default order": lambda: dataclass(body(x=(int, 1), y=int)), "mutable": lambda: dataclass(body(x=(list, []))), "mutable unhashable": lambda: dataclass(body(x=(int, type("U", (), {"__hash__": None})()))), "both defaults": lambda: field(default=1, default_factory=list), "factory on ClassVar": lambda: dataclass(body(x=(typing.ClassVar[int], field(default_factory=list)))), "InitVar factory": lambda: dataclass(body(x=(InitVar[int], field(default_factory=list)))), "no annotation": lambda: dataclass(type("T", (), {"x": field()})), "frozen from plain": lambda: dataclass(frozen=True)(type("T", (A,), {})), "plain from frozen": lambda: dataclass(type("T", (Base,), {})), "order no eq": lambda: dataclass(eq=False, order=True)(body()), "order defined": lambda: dataclass(order=True)(type("T", (), {"__lt__": 1})), "hash defined": lambda: dataclass(unsafe_hash=True)(type("T", (), {"__hash__": lambda s: 1})), "setattr frozen": lambda: dataclass(frozen=True)(type("T", (), {"__setattr__": 1})), "slots defined": lambda: dataclass(slots=True)(type("T", (), {"__slots__": ()})), "weakref no slots": lambda: dataclass(weakref_slot=True)(body()), "two KW_ONLY": lambda: dataclass(body(a=KW_ONLY, b=KW_ONLY)), "replace init False": lambda: replace(a, late=1, i=0), "replace InitVar": lambda: replace(a, x=2), "replace unknown": lambda: replace(b, q=1), "replace class": lambda: replace(A, x=1), "asdict class": lambda: asdict(A), "astuple int": lambda: astuple(3), "fields int": lambda: fields(3), "fields class": lambda: fields(int), "make keyword": lambda: make_dataclass("Q", ["class"]), "make twice": lambda: make_dataclass("Q", ["a", "a"]), "make number": lambda: make_dataclass("Q", [1]), "make name": lambda: make_dataclass("Q", ["1a"]), "make tuple": lambda: make_dataclass("Q", [("a", int, 1, 2)]), "factory raises": lambda: dataclass(body(x=(int, field(default_factory=lambda: 1 / 0))))(), "repr loop": lambda: (r := A(1), r.__setattr__("y", r), repr(r))[2], "kw default after": lambda: dataclass(kw_only=True)(body(x=(int, 1), y=int))(y=2), "decorator wrong": lambda: dataclass(3), "InitVar": lambda: (InitVar, InitVar[int], repr(InitVar[list[int]])), "MISSING": lambda: (type(dc.MISSING).__name__, fields(A)[0].default is dc.MISSING), "field repr": lambda: repr(fields(A)[1])[:60], "Field set": lambda: fields(A)[0].__class_getitem__(int), "string annotation": lambda: [f.name for f in fields(dataclass(type("S", (), {"__annotations__": {"a": "int", "b": "typing.ClassVar[int]", "c": "ClassVar", "d": "InitVar[int]", "e": "dataclasses.InitVar"}, "__module__": __name__})))]}.items(): show(label, call)
match A(4, "m"):
    case A(x, y=q): print(x, q)
@dataclass
class G(typing.Generic[typing.TypeVar("T")]):
    v: "T"
    self_ref: "G" = None
print(G[int](1), G.__orig_bases__, G(1, G(2)), dataclass(type("Doc", (), {"__doc__": "kept", "__annotations__": {}})).__doc__, dataclass(repr=False)(body(x=int))(1).x, sorted(n for n in vars(dataclass(body(x=int))) if n.startswith("__") and n not in ("__weakref__", "__dict__")))
