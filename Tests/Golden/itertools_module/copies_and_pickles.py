# Every iterator of itertools half way: copies, deep copies, pickles, __reduce__, __setstate__, and errors in the middle.
import copy
import itertools as it
import operator
import pickle

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



def plus(a, b=1): return a + b
def small(x): return x < 3
def parity(x): return x % 2


MAKERS = {
    "accumulate": lambda: it.accumulate([1, 2, 3, 4]), "accumulate mul": lambda: it.accumulate([1, 2, 3, 4], operator.mul), "accumulate initial": lambda: it.accumulate([1, 2, 3], plus, initial=10), "chain": lambda: it.chain("ab", [1, 2], ()), "chain.from_iterable": lambda: it.chain.from_iterable([[1, 2], "xy"]),
    "combinations": lambda: it.combinations("abcd", 2), "cwr": lambda: it.combinations_with_replacement("abc", 2), "permutations": lambda: it.permutations("abc", 2), "product": lambda: it.product("ab", [1, 2, 3]), "product repeat": lambda: it.product("ab", repeat=2), "compress": lambda: it.compress("abcdef", [1, 0, 1, 1, 0, 1]),
    "count": lambda: it.count(5), "count step": lambda: it.count(1, 3), "count float": lambda: it.count(0.5, 0.25), "count negative": lambda: it.count(-3, -2), "cycle": lambda: it.cycle("abc"), "dropwhile": lambda: it.dropwhile(small, [1, 2, 3, 4, 1]), "takewhile": lambda: it.takewhile(small, [1, 2, 2, 3, 1]), "filterfalse": lambda: it.filterfalse(parity, range(8)), "filterfalse None": lambda: it.filterfalse(None, [0, 1, "", 2, ()]),
    "groupby": lambda: it.groupby("aabbbc"), "groupby key": lambda: it.groupby([1, 3, 2, 4], parity), "islice": lambda: it.islice("abcdefgh", 1, 7, 2), "islice open": lambda: it.islice(iter("abcdef"), 2, None), "pairwise": lambda: it.pairwise("abcd"), "repeat": lambda: it.repeat("x", 4), "repeat endless": lambda: it.repeat(7), "starmap": lambda: it.starmap(plus, [(1, 2), (3,), (4, 5)]),
    "tee": lambda: it.tee("abcdef", 2)[1], "zip_longest": lambda: it.zip_longest("abc", [1], fillvalue="-"), "zip_longest empty": lambda: it.zip_longest(),
}


def plain(x):
    return (x[0], list(x[1])) if isinstance(x, tuple) and len(x) == 2 and type(x[1]).__name__ == "_grouper" else x


def take(iterator, n=4):
    return [plain(x) for x in it.islice(iterator, n)]


for name, make in MAKERS.items():
    print(name, repr(make()) if name.startswith(("count", "repeat")) else type(make()).__name__, take(make(), 7))
    for ahead in 0, 1, 2, 9:
        iterator = make()
        take(iterator, ahead)
        results = []
        for label, duplicate in (("copy", copy.copy), ("deepcopy", copy.deepcopy), ("pickle", lambda x: pickle.loads(pickle.dumps(x, 4)))):
            try:
                results.append((label, take(duplicate(iterator))))
            except Exception as error:
                results.append((label, type(error).__name__, str(error)))
        values = results[0][1:]
        print("  after", ahead, *(results if any(r[1:] != values for r in results) else values))
    try:
        reduced = make().__reduce__()
        print("  reduce", reduced[0].__name__, len(reduced), [type(x).__name__ for x in reduced[1]], repr(reduced[2]) if len(reduced) > 2 else "")
    except Exception as error:
        print("  reduce", type(error).__name__, error)
for label, call in {"combinations": lambda: (c := it.combinations("abcd", 2), c.__setstate__((1, 3)), list(c))[2], "combinations high": lambda: (c := it.combinations("abcd", 2), c.__setstate__((9, 9)), list(c))[2], "combinations negative": lambda: (c := it.combinations("abcd", 2), c.__setstate__((-5, -5)), list(c))[2], "combinations short": lambda: it.combinations("abcd", 2).__setstate__((1,)),
    "combinations type": lambda: it.combinations("abcd", 2).__setstate__(3), "combinations item": lambda: it.combinations("abcd", 2).__setstate__(("x", 1)), "cwr": lambda: (c := it.combinations_with_replacement("abc", 2), c.__setstate__((0, 99)), list(c))[2], "product": lambda: (c := it.product("ab", "xy"), c.__setstate__((1, -4)), list(c))[2], "product short": lambda: it.product("ab", "xy").__setstate__((1,)),
    "permutations": lambda: (c := it.permutations("abc", 2), c.__setstate__(((2, 1, 0), (3, 1))), list(c))[2], "permutations bad": lambda: it.permutations("abc", 2).__setstate__(((2, 1), (3, 1))), "permutations type": lambda: it.permutations("abc", 2).__setstate__((1, 2)), "cycle": lambda: (c := it.cycle("abc"), c.__setstate__(([7, 8], 1)), take(c))[2], "cycle bad": lambda: it.cycle("a").__setstate__((1, 2)), "cycle type": lambda: it.cycle("a").__setstate__([]),
    "islice": lambda: (c := it.islice(range(9), 5), c.__setstate__(3), list(c))[2], "islice type": lambda: it.islice(range(9), 5).__setstate__("x"), "takewhile": lambda: (c := it.takewhile(small, [1]), c.__setstate__(1), list(c))[2], "dropwhile": lambda: (c := it.dropwhile(small, [1, 5]), c.__setstate__(True), list(c))[2], "accumulate": lambda: (c := it.accumulate([1, 2]), c.__setstate__(50), list(c))[2],
    "zip_longest": lambda: (c := it.zip_longest([1], [2, 3]), c.__setstate__("F"), list(c))[2], "chain": lambda: (c := it.chain(), c.__setstate__((iter([[1], [2]]),)), list(c))[2], "chain two": lambda: (c := it.chain(), c.__setstate__((iter([[1], [2]]), iter([9]))), list(c))[2], "chain bad": lambda: it.chain().__setstate__((3,)), "tee": lambda: it.tee("ab")[0].__setstate__((1,)), "tee same": lambda: [len(it.tee(t, 3)) for t in it.tee("ab")], "tee of tee": lambda: [list(x) for x in it.tee(it.tee("abc")[0], 2)], "tee zero": lambda: it.tee("abc", 0), "tee negative": lambda: it.tee("abc", -1), "tee one": lambda: list(it.tee("abc", 1)[0])}.items():
    show("state " + label, call)


class Fails:
    def __init__(self, at): self.at, self.n = at, 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n == self.at: raise KeyError("at %d" % self.n)
        if self.n > 5: raise StopIteration
        return self.n


for name, make in {"accumulate": it.accumulate, "chain": lambda f: it.chain("a", f), "compress": lambda f: it.compress("abcdef", f), "cycle": it.cycle, "dropwhile": lambda f: it.dropwhile(small, f), "filterfalse": lambda f: it.filterfalse(parity, f), "groupby": it.groupby, "islice": lambda f: it.islice(f, 1, 4), "pairwise": it.pairwise, "starmap": lambda f: it.starmap(print, zip(f)), "takewhile": lambda f: it.takewhile(small, f), "zip_longest": lambda f: it.zip_longest("ab", f), "tee": lambda f: it.tee(f)[0]}.items():
    for at in 1, 3:
        iterator = make(Fails(at))
        out = []
        for _ in range(8):
            try:
                out.append(plain(next(iterator)))
            except StopIteration:
                out.append("stop"); break
            except KeyError as error:
                out.append(error.args[0])
        print(name, at, out)
g = it.groupby("aabb"); k, first = next(g); k2, second = next(g)
print(list(first), list(second), list(g)); show("groupby reduce after", lambda: copy.copy(first))
for label, call in {"count text": lambda: it.count("x"), "count step": lambda: it.count(1, "x"), "count big": lambda: take(it.count(2**62, 2**62), 3), "count complex": lambda: take(it.count(1j), 2), "repeat negative": lambda: list(it.repeat(1, -5)), "repeat float": lambda: it.repeat(1, 1.5), "repeat hint": lambda: (operator.length_hint(it.repeat(1, 5)), operator.length_hint(it.repeat(1), 42)), "islice float": lambda: it.islice("a", 1.5), "islice step 0": lambda: it.islice("a", 0, 1, 0), "product keyword": lambda: it.product("a", repeat=-1), "product other": lambda: it.product("a", times=2), "combinations negative": lambda: it.combinations("a", -1), "permutations None": lambda: list(it.permutations("ab", None)), "permutations text": lambda: it.permutations("ab", "x"), "chain int": lambda: next(it.chain(3)), "starmap int": lambda: next(it.starmap(plus, [3])), "zip_longest keyword": lambda: it.zip_longest("a", fill=1), "zip_longest int": lambda: it.zip_longest("a", 3), "compress short": lambda: list(it.compress("abc", [1])), "accumulate arguments": lambda: it.accumulate(), "pairwise one": lambda: list(it.pairwise("a")), "batched": lambda: it.batched}.items():
    show(label, call)
