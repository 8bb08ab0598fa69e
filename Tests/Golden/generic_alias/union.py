def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print(int | str, int | None, None | int, int | str | None, (int | str) | float, int | int, list[int] | None, int | list, type(int | str), (int | str).__args__, int | str == str | int, hash(int | str) == hash(str | int), isinstance(5, int | str), isinstance(None, int | None), issubclass(bool, int | str), isinstance([], int | str), (int | str).__parameters__, bool | int)
show(lambda: int | 5)
show(lambda: 5 | int)
show(lambda: int | "str")
show(lambda: isinstance([], list[int] | int))
show(lambda: (int | str)())
show(lambda: (int | str)[0])
show(lambda: setattr(int | str, "x", 1))


class M(type):
    def __or__(cls, o): return "meta or"
    def __ror__(cls, o): return "meta ror"


class A(metaclass=M): pass


class B: pass


print(A | int, int | A, B | None == None | B, B | int, repr(B | int))


def f(x: int | None = None) -> list[int] | tuple[str, ...]: pass


print(f.__annotations__)
match 5:
    case int() | str(): print("pattern or is not union")
