# golden: packages=yes
"""more-itertools: most of its functions, on small inputs, with their errors."""
import collections.abc
import itertools
import operator
import more_itertools as mi


def show(name, *arguments, **keywords):
    try:
        function = getattr(mi, name)
        result = function(*arguments, **keywords)
        if hasattr(result, "__next__") or hasattr(result, "__iter__") and not isinstance(result, (str, list, tuple, dict, set, bytes)):
            result = [list(r) if hasattr(r, "__next__") else r for r in itertools.islice(result, 40)]
        print(f"{name}: {result!r}")
    except Exception as error:
        print(f"{name}: {type(error).__name__}: {error}")


r = range
show("chunked", r(7), 3)
show("chunked", r(7), 3, strict=True)
show("ichunked", r(7), 3)
show("chunked_even", r(10), 4)
show("sliced", "abcdefg", 3)
show("distribute", 3, r(8))
show("divide", 3, r(8))
show("split_at", "abcXdXe", lambda c: c == "X", maxsplit=1)
show("split_before", "OneTwoThree", str.isupper)
show("split_after", "one1two2", str.isdigit)
show("split_into", r(6), [1, 2, None])
show("split_when", [1, 2, 4, 5, 9], lambda a, b: b - a > 1)
show("bucket", r(6), lambda x: x % 2)
show("unzip", [(1, "a"), (2, "b")])
show("batched", "abcdefg", 3)
show("grouper", "abcdefg", 3, incomplete="fill", fillvalue="x")
show("grouper", "abcdefg", 3, incomplete="strict")
show("partition", lambda x: x > 2, r(5))
show("transpose", [(1, 2), (3, 4)])
show("spy", r(5), 2)
p = mi.peekable(r(5))
print(p.peek(), next(p), p[1], p[-1], p.prepend(9, 8), list(p), p.peek("end"), bool(p))
s = mi.seekable(r(5))
print(list(s), s.seek(2), next(s), s.elements()[:], s.relative_seek(-1), next(s))
show("windowed", r(6), 3, step=2, fillvalue="f")
show("windowed_complete", r(4), 2)
show("sliding_window", r(5), 3)
show("stagger", r(4), offsets=(-1, 0, 1))
show("pairwise", r(4))
show("triplewise", r(5))
show("substrings", "abc")
show("substrings_indexes", "abc", reverse=True)
show("subslices", "abc")
show("intersperse", "x", r(4), 2)
show("padded", r(2), "p", 4)
show("padded", r(3), n=2, next_multiple=True)
show("repeat_last", r(2))
show("adjacent", lambda x: x == 2, r(5))
show("groupby_transform", "aAbB", str.upper, str.lower, "".join)
show("mark_ends", "abc")
show("count_cycle", "ab", 2)
show("interleave", [1, 2], [3, 4, 5])
show("interleave_longest", [1, 2], [3, 4, 5])
show("interleave_evenly", [[1, 2, 3, 4], "a", "xy"])
show("zip_offset", "abcd", r(4), offsets=(0, 1), longest=True)
show("zip_equal", "ab", r(3))
show("zip_broadcast", 1, "ab", [3, 4])
show("collapse", [1, [2, (3, "ab", {"k": 1})]], base_type=tuple)
show("flatten", [[1], [2]])
show("prepend", 0, r(1, 3))
show("value_chain", 1, [2, 3], "xy")
show("dotproduct", [1, 2], [3, 4])
show("convolve", [1, 2, 3], [0, 1])
show("sum_of_squares", [1, 2, 3])
show("ilen", iter("abc"))
show("unique_to_each", "abc", "bcd")
show("sample", r(0), 0)
show("consecutive_groups", [1, 2, 4, 5, 6, 9])
show("run_length")
print(list(mi.run_length.encode("aabbb")), list(mi.run_length.decode([("a", 2)])))
show("map_reduce", "aAbB", str.lower, ord, sum)
show("exactly_n", [1, 0, 1], 2)
show("is_sorted", [1, 2, 2], strict=True)
show("all_equal", [1, 1.0, True])
show("all_unique", "abca")
show("minmax", [3, 1, 2])
show("minmax", [], default=(0, 0))
show("minmax", [])
show("first", [], "d")
show("first", [])
show("last", r(4))
show("one", [1])
show("one", [])
show("one", [1, 2])
show("only", [])
show("only", [1, 2])
show("strictly_n", r(3), 2)
show("strictly_n", r(1), 2)
show("nth_or_last", r(3), 9)
show("nth", r(3), 9, "d")
show("before_and_after", str.isupper, "ABcD")
show("rstrip", [1, 0, 0], lambda x: not x)
show("lstrip", "  a ", str.isspace)
show("strip", "  a ", str.isspace)
show("filter_except", int, ["1", "x", "2"], ValueError)
show("map_except", int, ["1", "x", "2"], ValueError)
show("filter_map", lambda x: x if x > 1 else None, r(4))
show("map_if", r(4), lambda x: x % 2, str, func_else=neg if (neg := operator.neg) else None)
show("locate", [0, 1, 0, 1], window_size=1)
show("rlocate", [0, 1, 0, 1, 1], lambda *w: w == (0, 1), window_size=2)
show("replace", [0, 1, 0, 1], lambda x: x == 1, "ab", count=1)
show("numeric_range", 1.0, 3.0, 0.5)
n = mi.numeric_range(0, 100, 7)
print(n, len(n), n[3], n[-1], 49 in n, n.index(49), n[2:5], list(reversed(n))[:3], hash(n) == hash(mi.numeric_range(0, 100, 7)))
show("side_effect", print, [1], 1)
show("iterate", lambda x: x * 2, 1)
show("tabulate", lambda x: x * x)
show("unfold") if hasattr(mi, "unfold") else None
show("difference", [1, 3, 6, 10])
show("rlocate", "abcb", lambda c: c == "b")
show("powerset", [1, 2, 3])
show("powerset_of_sets", [1, 2])
show("set_partitions", "abcd", 2)
show("partitions", "abc")
show("distinct_permutations", [1, 0, 1])
show("distinct_permutations", [1, 2, 1, 3], r=2)
show("distinct_combinations", [0, 0, 1], 2)
show("circular_shifts", [1, 2, 3])
show("gray_product", "ab", [1, 2, 3])
show("product_index", [1, 2], [0, 1], [1, 2, 3])
show("combination_index", "af", "abcdef")
show("permutation_index", [1, 3, 2], r(5))
show("combination_with_replacement_index", "adf", "abcdefg")
show("nth_product", 8, r(2), r(3), r(4))
show("nth_permutation", "ghij", 2, 4)
show("nth_combination", r(5), 3, 5)
show("nth_combination_with_replacement", "abcd", 3, 8)
show("outer_product", operator.mul, [1, 2], [3, 4])
show("derangements", r(4)) if hasattr(mi, "derangements") else None
show("partial_product", "ab", [1, 2, 3])
show("random_product", [])
show("idft", list(mi.dft([1, 2]))) if hasattr(mi, "idft") else None
show("always_iterable", None)
show("always_iterable", "abc")
show("always_iterable", {"a": 1}, base_type=dict)
show("always_reversible", iter(r(3)))
show("with_iter", open("/dev/null"))
show("make_decorator", map)
show("consumer", lambda: (yield))
show("callback_iter", lambda callback: None) if False else None
show("iter_suppress", (1 // x for x in [1, 0]), ZeroDivisionError)
show("raise_", ValueError, "v")
show("repeatfunc", lambda: 3, 2)
show("roundrobin", "abc", [1])
show("ncycles", "ab", 2)
show("tail", 2, r(9))
show("take", 2, r(9))
show("quantify", [1, 0, 1])
show("convolve", r(4), (1, -1))
show("iter_except", [1, 2].pop, IndexError)
show("unique_everseen", "AbBa", str.lower)
show("unique_justseen", "aabBa", str.lower)
show("unique", [3, 1, 2, 1])
show("first_true", [0, "", 3])
show("longest_common_prefix", ["abcd", "abx", "abc"])
show("argmin", [3, 1, 2])
show("argmax", [3, 1, 2], key=neg)
show("polynomial_from_roots", [5, -4, 3])
show("polynomial_eval", [1, 2, 3], 2)
show("polynomial_derivative", [1, 2, 3])
show("factor", 99_999_999_999_999)
show("sieve", 50)
show("is_prime", 2**61 - 1)
show("totient", 36)
show("matmul", [(1, 2), (3, 4)], [(5, 6), (7, 8)])
show("multinomial", 3, 5, 2)
show("reshape", [(0, 1), (2, 3), (4, 5)], 3)
show("nth_prime", 30, approximate=False)
show("sum_of_squares", [10, 20])
show("running_median", [5, 10, 4, 12, 13, 8, 9]) if hasattr(mi, "running_median") else None
show("dft", [1, 0])
show("serialize", 1) if False else None
show("chunked", r(3), "x")
show("zip_offset", [1], offsets=(1, 2))
show("nth_product", 99, r(2))
show("nth_permutation", "ab", 3, 0)
show("interleave_evenly", [[1]], lengths=[1, 2])
show("distribute", 0, r(3))
show("divide", 0, r(3))
show("combination_index", "xz", "abc")
show("split_at", "a", None, maxsplit=-2)
show("padded", r(3), n=0)
show("windowed", r(3), -1)
show("sample", r(3), -1)


class Things(collections.abc.Sequence):
    def __init__(self):
        self.data = list("abc")

    def __len__(self):
        return 3

    def __getitem__(self, index):
        return self.data[index]


v = mi.SequenceView(Things()) if hasattr(mi, "SequenceView") else None
print(v[1], list(reversed(v)), "b" in v, v.index("c"), v.count("a"))
t = mi.time_limited(10, r(3)); print(list(t), t.timed_out)
c = mi.countable(r(3))
print(list(c), c.items_seen)
i = mi.islice_extended(r(20))
print(list(i[-6:-2:2]), list(mi.islice_extended("abcdef", -1, None, -2)))
b = mi.bucket(["a1", "b1", "a2"], key=lambda x: x[0])
print(list(b["a"]), "c" in b, sorted(b))
print(mi.map_reduce(r(9), lambda x: x % 3), list(mi.sort_together([(4, 2, 3), "abc"], reverse=True)), mi.strictly_n(iter([1]), 1).__class__.__name__,
    mi.nth_or_last([], 0, default="e"))


@mi.consumer
def tally():
    total = 0
    while True:
        total += yield total


g = tally(); print(g.send(3), g.send(4))
print(sum(1 for _ in mi.distinct_permutations([0, 0, 1, 1, 2, 2, 3])), sum(map(len, mi.set_partitions(r(7)))), max(mi.sieve(20000)),
    [*mi.factor(600851475143)], mi.ilen(mi.windowed(r(30000), 5)))
