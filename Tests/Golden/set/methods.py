def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


s = {1, 2, 3}
print(s.add(4), s.discard(9), s.remove(1), s.pop() in (2, 3, 4), len(s), s.copy() == s, s.clear(), s, bool(s))
a, b = {1, 2, 3}, {2, 3, 4}
print(a | b, a & b, a - b, a ^ b, a.union([9], "x"[:0]), a.intersection(b, [2]), a.difference([1], [2]), a.symmetric_difference([3, 7]), a.isdisjoint([9]), a.issubset(range(9)), a.issuperset([1]), a <= b, a < a, a <= a, a > {1}, a >= b, a == {3, 2, 1}, a != b)
a.update([7], (8,))
a.intersection_update(range(8))
a.difference_update([1])
a.symmetric_difference_update({2, 100})
print(a, set(), {*()}, repr(set([1])), frozenset(), frozenset([1, 2]), {1} == frozenset([1]), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), hash(frozenset()), frozenset("a") | {"a"}, type(frozenset() | set()), type(set() | frozenset()))
show(a.remove, 55)
show(set().pop)
show(a.add, [])
show(a.add)
show(set, 5)
show(set, 1, 2)
show(hash, set())
show(lambda: a | [1])
show(lambda: a < [1])
show(lambda: a & None)
show(lambda: a.union(5))
show(lambda: {[]})
show(lambda: a[0])
show(lambda: frozenset().add(1))
show(lambda: set([1, []]))
show(lambda: a + a)
print({1} in {frozenset([1])}, frozenset([1]) in {frozenset([1])}, {frozenset([1]), frozenset([1])})
show(a.remove, {1})
show(a.discard, [])
