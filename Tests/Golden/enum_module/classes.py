# enum: every base, functional forms, aliases, flags and their boundaries, auto, members, mixins, pickles, errors.
import copy, enum, pickle, sys
from enum import *

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



class C(Enum):
    RED = 1; GREEN = "g"; CRIMSON = 1; TUP = (1, 2)
    def shout(self): return self.name + "!"
    @property
    def twice(self): return self.value * 2
    @classmethod
    def first(cls): return next(iter(cls))
    @classmethod
    def _missing_(cls, value): return cls.RED if value == "missing" else (3 if value == "wrong" else None)
class N(IntEnum): ONE = 1; TWO = auto(); TEN = 10; NEXT = auto()
class S(StrEnum): LOWER = auto(); X = "ex"
class F(Flag): A = auto(); B = auto(); C = A | B; D = 16; E = auto(); NONE = 0
class I(IntFlag): R = 4; W = 2; X = 1; RWX = 7
class K(Flag, boundary=KEEP): A = 1; B = 8
class J(Flag, boundary=EJECT): A = 1; B = 2
class T(Flag, boundary=STRICT): A = 1; B = 4
class M(float, Enum): PI = 3.14; E = 2.7
class P(Enum):
    MERCURY = (3.3e23, 2.4e6); EARTH = (5.9e24, 6.3e6)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
class W(Enum):
    def __new__(cls, v, label): o = object.__new__(cls); o._value_ = v; o.label = label; return o
    A = 1, "a label"; B = 2, "b label"
class G(Enum):
    def _generate_next_value_(name, start, count, last): return (name, start, count, last[:])
    A = auto(); B = auto(); C = 5; D = auto()
class O(Enum):
    _ignore_ = ["i"]; _order_ = "X Y f"
    X = 1; Y = 2
    i = 3
    @nonmember
    class Inner: pass
    @member
    def f(): return 1
for cls in (C, N, S, F, I, K, M, P, W, G, O):
    print(cls.__name__, list(cls), len(cls), list(cls.__members__), [repr(m) for m in cls][:3], [str(m) for m in cls][:3], [format(m) for m in cls][:3], repr(cls), cls.__doc__)
print(C(1), C("g"), C["RED"], C.CRIMSON is C.RED, C("missing"), C.RED.shout(), C.TUP.twice, C.first(), C.RED in C, C.RED.name, C.RED.value, hash(C.RED) == hash("RED"), C.RED == 1, N.ONE == 1, N.ONE < N.TWO, N.ONE + 1, S.X + "!", S.LOWER, M.PI * 2, P.EARTH.mass, W(2).label, G.B.value, f"{N.TWO:>4}|{N.TWO!r}|{S.X:5}|{C.RED}", "%s %d %r" % (N.ONE, N.ONE, N.ONE), dir(C.RED)[:3], sorted(C.__dict__)[:2], bool(F.NONE), bool(F.A), O.Inner, O.f)
print(F.A | F.D, ~F.A, F.A ^ F.C, F.C & F.A, F.A in F.C, list(F.C), len(F.C), F(3), F(0), F(17), F.A | F.A, ~F.NONE, F["C"], I.R | I.W, I.R | 8, ~I.R, I(8), I(-1), I.R in I.RWX, list(I(5)), I.R == 4, I.R + 1, K(1 | 32), K(32), ~K.A, J(9), J.A | 2 if False else "", repr(I(0)), repr(I(1 | 16)), str(I.R | I.X), F.A.__or__(3), I.R.__xor__(I.W), I.X.__rand__(5))
for label, call in {"value": lambda: C(99), "wrong missing": lambda: C("wrong"), "name": lambda: C["NOPE"], "attribute": lambda: C.NOPE, "set member": lambda: setattr(C, "RED", 2), "set value": lambda: setattr(C.RED, "value", 2), "set name": lambda: setattr(C.RED, "name", 2), "delete": lambda: delattr(C, "RED"), "subclass": lambda: type("D", (C,), {}), "subclass def": lambda: EnumType("D", (C,), EnumType.__prepare__("D", (C,))), "order": lambda: C.RED < C.GREEN, "contains": lambda: 1 in C, "contains text": lambda: "RED" in C, "call many": lambda: C(1, 2), "strict": lambda: T(2), "strict or": lambda: T.A | 2, "flag text": lambda: F("x"), "flag unknown": lambda: F(4), "flag or int": lambda: F.A | 1, "reuse": lambda: Enum("Z", {"mro": 1}), "duplicate names": lambda: Enum("Z", "a a"), "sunder": lambda: Enum("Z", "_a_"), "functional": lambda: list(Enum("Z", "a b c", start=5)), "functional pairs": lambda: list(Enum("Z", [("a", 1), ("b", "x")])), "functional dict": lambda: list(IntFlag("Z", {"a": 1, "b": 2})), "functional type": lambda: list(Enum("Z", "p q", type=str)), "functional module": lambda: Enum("Z", "a", module="mod", qualname="Q.Z").a, "functional bad": lambda: Enum("Z", 5), "unique": lambda: unique(C), "verify": lambda: verify(CONTINUOUS)(N), "verify named": lambda: verify(NAMED_FLAGS)(IntFlag("Q", {"a": 1, "b": 6})), "verify ok": lambda: verify(UNIQUE, CONTINUOUS)(Enum("Q", "a b")), "pickle": lambda: [pickle.loads(pickle.dumps(m, p)) is m for m in (C.RED, N.TWO, F.A, I.R, S.X, M.E) for p in range(6)], "pickle flags": lambda: pickle.loads(pickle.dumps(F.A | F.D)), "copy": lambda: (copy.copy(C.RED) is C.RED, copy.deepcopy(C.TUP) is C.TUP), "auto mixed": lambda: list(Enum("Q", {"a": "x", "b": auto()})), "str auto": lambda: StrEnum("Q", {"a": 5}), "str bytes": lambda: StrEnum("Q", {"a": (b"x", "ascii")}).a, "int text": lambda: IntEnum("Q", {"a": "z"}), "empty": lambda: (Enum("E", ())("x")), "iterate empty": lambda: list(Enum("E", ())), "show_flag_values": lambda: enum.show_flag_values(I.RWX), "global": lambda: global_enum_repr(I.R) if "global_enum_repr" in globals() else enum.global_enum_repr(I.R), "signature": lambda: str(__import__("inspect").signature(C)), "boundary": lambda: (FlagBoundary.STRICT, list(FlagBoundary)), "member value": lambda: (member(3).value, nonmember(4).value), "property": lambda: enum.property(len).__get__(None, C), "reversed": lambda: list(reversed(N)), "bool": lambda: bool(Enum("E", ())), "hash flag": lambda: {F.A: 1}[F.A], "members read only": lambda: C.__members__.__setitem__("q", 1), "descriptor": lambda: C.RED.GREEN, "prepare": lambda: type(EnumType.__prepare__("X", ())).__name__, "new member": lambda: C.__new__(C, 5), "missing type": lambda: C(None), "unhashable": lambda: (C((1, 2)), C([1]))}.items(): show(label, call)
class Un(Enum): A = [1]; B = {}
print(Un([1]), Un({}), Un.A in Un)
match C.RED:
    case C.GREEN: print("green")
    case C.RED: print("matched")
