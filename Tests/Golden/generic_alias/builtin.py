def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print(list[int], dict[str, int], tuple[int, ...], tuple[()], list[list[str]], type[int], set[None], list["fwd"], frozenset[int], list[int].__origin__, dict[str, int].__args__, list[int]([1, 2]), list[int] == list[int], list[int] == list[str], hash(list[int]) == hash(list[int]), list[int] is list[int], list[int].__parameters__)
print(isinstance(list[int], type), type(list[int]).__name__, list[int].append, list[int].__name__, repr(list[...]), list[int, str], issubclass(type(list[int]), object), [1] .__class_getitem__(int), dict[str, list[int]].__args__[1].__args__)
show(isinstance, [], list[int])
show(issubclass, list, list[int])
show(lambda: int[str])
show(lambda: str[int])
show(lambda: list[int][str])
show(lambda: list[int].nothing)
show(lambda: setattr(list[int], "x", 1))


class L(list[int]): pass


class C:
    __class_getitem__ = classmethod(type(list[int]))


print(L.__bases__, L.__orig_bases__, L([1]), C[int], C[int, str].__origin__ is C, [*tuple[int]][0] if hasattr(tuple[int], "__iter__") else "", *list[int])
