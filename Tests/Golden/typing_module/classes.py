import sys
import typing
from typing import *


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


T = TypeVar("T")


class Stack(Generic[T]):
    items: "list[T]"
    other: Optional["Stack[int]"] = None
    def push(self, item: T, *a: int, **k: "str") -> None: ...


class Sub(Stack[int], Generic[T]):
    extra: ClassVar["int"] = 3


print(Stack[int], Stack[int]().__orig_class__, Sub.__orig_bases__, Sub.__parameters__, Sub[str], Sub.__mro__[1:3], get_type_hints(Stack),
    get_type_hints(Sub), get_type_hints(Stack.push), Stack[T] == Stack[T], isinstance(Stack[int](), Stack),
    Stack[int].items if hasattr(Stack, "items") else "no items", Stack.__class_getitem__(str))
show("unresolved", lambda: get_type_hints(type("Z", (), {"__annotations__": {"a": "Nope"}})))
show("local", lambda: get_type_hints(type("Z", (), {"__annotations__": {"a": "Nope", "b": None}}), localns={"Nope": int}))
show("defaults", lambda: get_type_hints(eval("lambda: 0")))
show("not object", lambda: get_type_hints(3))
show("too many", lambda: Stack[int, str])


@runtime_checkable
class Sized2(Protocol):
    size: int
    def grow(self, n: int) -> int: ...


class Box:
    size = 1
    def grow(self, n): return n


class Proto(Sized2, Protocol[T]):
    def more(self) -> T: ...


print(isinstance(Box(), Sized2), isinstance(3, Sized2), Sized2._is_protocol, Proto.__parameters__, isinstance(Box(), Protocol) if False else "")
show("issubclass data", lambda: issubclass(Box, Sized2))
show("not runtime", lambda: isinstance(Box(), Proto))
show("instantiate", lambda: Sized2())
show("bad base", lambda: type("P", (Protocol, Box), {}))
show("runtime on class", lambda: runtime_checkable(Box))


class Point(NamedTuple):
    x: int
    y: "str" = "d"
    def norm(self): return self.x


class G(NamedTuple, Generic[T]):
    v: T


print(Point(1), Point._fields, Point._field_defaults, Point.__annotations__, Point(1).norm(), G[int](3),
    Point.__orig_bases__ if hasattr(Point, "__orig_bases__") else "", NamedTuple("N", [("a", int)])(1),
    NamedTuple("N", a=int)(2) if sys.version_info < (3, 13) else "")
show("default order", lambda: exec("class B(NamedTuple):\n a: int = 1\n b: int", {"NamedTuple": NamedTuple, "__name__": "m"}))
show("overwrite", lambda: exec("class B(NamedTuple):\n a: int\n _make = 1", {"NamedTuple": NamedTuple, "__name__": "m"}))
show("field name", lambda: NamedTuple("N", [("_a", int)]))
show("multiple", lambda: exec("class B(NamedTuple, int): pass", {"NamedTuple": NamedTuple, "__name__": "m"}))


class TD(TypedDict, total=False):
    a: Required[int]
    b: "str"


class TD2(TD):
    c: NotRequired[int]
    d: int


print(TD(a=1), TD.__total__, sorted(TD.__required_keys__), sorted(TD2.__optional_keys__), sorted(TD2.__required_keys__), TD2.__annotations__,
    is_typeddict(TD2), TypedDict("F", {"in": int}), TD2.__bases__, get_type_hints(TD2), get_type_hints(TD, include_extras=True))
show("isinstance", lambda: isinstance({}, TD))
show("bad base", lambda: exec("class B(TypedDict, int): pass", {"TypedDict": TypedDict, "__name__": "m"}))
show("overload", lambda: overload(lambda: 0)())
print(len(get_overloads(show)), typing.TYPE_CHECKING, get_type_hints(typing.get_type_hints) != None)
