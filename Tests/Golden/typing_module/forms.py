import typing
from typing import *


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


T, K = TypeVar("T"), TypeVar("K", int, str)
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
for form in [Union[int, str], Union[int, Union[str, None]], Optional[int], Optional[None], List[int], Dict[str, List[T]], Tuple[()], Tuple[int, ...],
    Callable[[int, T], str], Callable[..., Any], Callable[P, int], Callable[Concatenate[int, P], T], Literal[1, "a", None, b"x"],
    Literal[1, Literal[2, 1]], Annotated[int, "m", 3], Annotated[Annotated[T, 1], 2], ClassVar[int], Final[str], Type[T], Generator[int, str, None],
    Iterable[K], Generic[T, K], "ForwardRef" and ForwardRef("X[int]"), Any, NoReturn, Never, Self, LiteralString, TypeGuard[int], Required,
    Unpack[Ts], Tuple[Unpack[Ts]], tuple[*Ts], list[T], dict[str, T] | None, type[int],
    collections.abc.Callable[[int], str] if "collections" in globals() else AnyStr, Hashable, Pattern[str], IO[bytes], Awaitable[T],
    AsyncIterator[int], T, P, Ts, P.args, P.kwargs, TextIO, SupportsInt]:
    print(form, "|", get_origin(form), get_args(form), getattr(form, "__parameters__", None), getattr(form, "__name__", "-"))
print(Dict[K, List[T]][int, str], Union[T, K][int, str], Callable[P, T][[int, str], bool], Callable[Concatenate[int, P], T][[str], None],
    Tuple[int, Unpack[Ts]][str, bool], Annotated[List[T], "x"][int], Optional[T][int], Union[int] is int, Union[int, int],
    Union[str, int] == Union[int, str], hash(Union[int, str]) == hash(Union[str, int]), List[int] == List[int], List[int] is List[int],
    Literal[1] == Literal[True], Literal[0, 1] == Literal[1, 0])
for label, call in {"union call": lambda: Union[int, str](), "list call": lambda: List[int](), "any call": lambda: Any(),
    "union empty": lambda: Union[()], "optional two": lambda: Optional[int, str], "callable": lambda: Callable[int], "bad arg": lambda: List[3],
    "too many": lambda: List[int, str], "generic concrete": lambda: Generic[int], "generic dup": lambda: Generic[T, T],
    "generic none": lambda: Generic[()], "not generic": lambda: List[int][str], "class var nested": lambda: List[ClassVar[int]],
    "isinstance": lambda: isinstance([], List[int]), "isinstance list": lambda: isinstance([], List),
    "union isinstance": lambda: isinstance(1, Union[int, str]), "issubclass": lambda: issubclass(list, Sequence),
    "literal subclass": lambda: isinstance(1, Literal[1]), "subclass any": lambda: type("A", (Any,), {}),
    "subclass union": lambda: type("U", (Union,), {}), "subclass typevar": lambda: type("V", (TypeVar,), {}),
    "typevar one": lambda: TypeVar("X", int), "typevar both": lambda: TypeVar("X", int, bound=str),
    "typevar variance": lambda: TypeVar("X", covariant=True, contravariant=True), "typevar bound": lambda: TypeVar("X", bound=3),
    "forward": lambda: ForwardRef("1 +"), "forward type": lambda: ForwardRef(3), "annotated": lambda: Annotated[int], "self": lambda: Self[int],
    "concatenate": lambda: Concatenate[int, str], "typeguard": lambda: TypeGuard[int, str], "setattr": lambda: setattr(List, "x", 1),
    "new type": lambda: NewType("N", int)("s"), "cast": lambda: cast(int, "s"), "literal unhashable": lambda: Literal[[]],
    "final": lambda: Final[int, str]}.items():
    show(label, call)
N = NewType("N", int)
print(N, N.__supertype__, N(3), Optional[N], repr(T), TypeVar("C", covariant=True), TypeVar("C", contravariant=True), T.__bound__, K.__constraints__,
    T.__module__, get_origin(P.args), is_typeddict(int), assert_type(3, int), final(type("F", (), {})).__final__,
    reveal_type.__name__, dataclass_transform()(int) is int if False else "", List.__origin__, List._name,
    Dict.__parameters__ if hasattr(Dict, "__parameters__") else "")
