from itertools import islice, takewhile, dropwhile, filterfalse, compress, starmap, tee, pairwise, zip_longest, chain
def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print(list(islice(range(10), 3)), list(islice(range(10), 2, 5)), list(islice(range(10), 1, None, 3)), list(islice("abc", None)), list(islice([], 5)), list(islice(range(10), 5, 2)))
print(list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(None, [0, 1, ""])), list(filterfalse(lambda x: x % 2, range(5))), list(compress("abcd", [1, 0, True, 0])), list(compress("ab", [1])), list(starmap(pow, [(2, 3), (3, 2)])), list(pairwise("abcd")), list(pairwise([1])), list(zip_longest("ab", [1], fillvalue="-")), list(zip_longest("a", "bc")), list(zip_longest()), list(chain("ab", [1], ())), list(chain.from_iterable(["ab", "c"])), list(chain()))
a, b, c = tee(iter([1, 2, 3]), 3)
print(list(a), next(b), list(c), list(b), tee([], 0), len(tee("a")))
show(islice, [1], -1)
show(islice, [1], "a")
show(islice, [1], 0, 1, 0)
show(islice, [1])
show(islice, 5, 1)
show(lambda: list(starmap(pow, [5])))
show(tee, 5)
show(tee, [], -1)
show(zip_longest, "a", fill=1)
show(lambda: list(chain(5)))
show(compress, [1])
show(takewhile, None)
show(lambda: list(takewhile(5, [1])))
