import copy
import itertools as it
import pickle
import warnings


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


warnings.simplefilter("ignore")
makers = {"count": lambda: it.count(3, 2), "count float": lambda: it.count(1.5, -0.5), "cycle": lambda: it.cycle("abc"),
    "repeat": lambda: it.repeat("x", 3), "chain": lambda: it.chain("ab", [1]), "compress": lambda: it.compress("abcd", [1, 0, 1, 1]),
    "dropwhile": lambda: it.dropwhile(str.isalpha, "ab1c"), "takewhile": lambda: it.takewhile(str.isalpha, "ab1c"),
    "filterfalse": lambda: it.filterfalse(None, [0, 1, ""]), "islice": lambda: it.islice("abcdef", 1, 5, 2),
    "product": lambda: it.product("ab", [1, 2]), "permutations": lambda: it.permutations("abc", 2),
    "combinations": lambda: it.combinations("abcd", 2), "cwr": lambda: it.combinations_with_replacement("ab", 2),
    "zip_longest": lambda: it.zip_longest("ab", "c", fillvalue="-"), "accumulate": lambda: it.accumulate([1, 2, 3], lambda a, b: a * b, initial=5),
    "starmap": lambda: it.starmap(divmod, [(7, 2), (9, 4)]), "pairwise": lambda: it.pairwise("abc"),
    "groupby": lambda: ((k, list(g)) for k, g in it.groupby("aabbc"))}
for name, make in makers.items():
    i = make()
    first = next(i)
    rest = list(it.islice(i, 4))
    j = make(); next(j)
    try:
        c = copy.copy(j); copied = list(it.islice(c, 4)) == rest
    except TypeError as error:
        copied = str(error)
    try:
        r = j.__reduce__() if name not in ("groupby",) else None; reduced = len(r) if r else None
    except TypeError as error:
        reduced = str(error)
    print(name, first, rest, copied, reduced, type(make()).__name__)
print(it.count(3, 2), it.count(10), it.count(-1), it.repeat(5), it.repeat("a", 2), it.repeat("a", -3), it.repeat("x", 5).__length_hint__())
a, b = it.tee(iter("abcd"))
print(next(a), copy.copy(a).__next__(), list(b), list(a), it.tee([], 0), type(a))
t = it.tee("ab", 3)
print([next(x) for x in t], it.tee(t[0])[0] is t[0])
for label, call in {"tee": lambda: it.tee([], -1), "islice": lambda: it.islice([], -1), "islice step": lambda: it.islice([], 0, 1, 0),
    "islice type": lambda: it.islice([], "x"), "islice none": lambda: list(it.islice("abc", None, None, 2)), "repeat": lambda: it.repeat(),
    "repeat type": lambda: it.repeat(1, "x"), "product": lambda: it.product("a", repeat=-1), "product big": lambda: it.product("a", repeat=10**20),
    "permutations": lambda: it.permutations("a", -1), "permutations type": lambda: it.permutations("a", "x"),
    "combinations": lambda: list(it.combinations("ab", 5)), "count": lambda: it.count("a"), "chain": lambda: list(it.chain(1)),
    "from_iterable": lambda: list(it.chain.from_iterable([1])), "zip_longest": lambda: it.zip_longest(x=1),
    "starmap": lambda: list(it.starmap(len, [5])), "accumulate": lambda: list(it.accumulate([1, "a"])), "groupby": lambda: list(it.groupby([1], 5)),
    "cycle": lambda: next(it.cycle([])), "compress": lambda: it.compress([1]), "pairwise": lambda: list(it.pairwise("a")),
    "keywords": lambda: list(it.compress(data="ab", selectors=[0, 1])),
    "big count": lambda: [next(c := it.count(2**63 - 1)), next(c), next(c)]}.items():
    show(label, call)
g = it.groupby([1, 1, 2]); k, sub = next(g); next(g); print(list(sub)); i = it.islice(n := iter(range(10)), 2); list(i); print(next(n))
