from itertools import product, permutations, combinations, combinations_with_replacement, accumulate, groupby
import operator
def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(product()), list(product("a", [])), list(product("ab", repeat=0)))
print(list(permutations("abc", 2)), len(list(permutations(range(5)))), list(permutations([1, 2], 0)), list(permutations([1], 2)), list(combinations("abcd", 2)), list(combinations("ab", 3)), list(combinations_with_replacement("ab", 2)), list(combinations([], 0)))
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], operator.mul)), list(accumulate([1, 2], initial=10)), list(accumulate([])), list(accumulate("abc")), list(accumulate([3, 1, 2], max)), list(accumulate([], initial=5)))
print([(k, list(g)) for k, g in groupby("aabbba")], [(k, [*g]) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)], list(groupby([])))
g = groupby("aab")
k, first = next(g)
k2, second = next(g)
print(k, list(first), k2, list(second))
show(permutations, "a", -1)
show(combinations, "a")
show(combinations, "a", "b")
show(product, 5)
show(product, "a", repeat=-1)
show(product, "a", bad=1)
show(accumulate, 5)
show(groupby, 5)
show(lambda: list(accumulate([1, "a"])))
show(permutations, 5)
