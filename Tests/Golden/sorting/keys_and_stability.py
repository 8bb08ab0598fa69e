data = [("b", 2), ("a", 2), ("c", 1), ("a", 1), ("B", 0)]
print(sorted(data), sorted(data, key=lambda t: t[1]), sorted(data, key=lambda t: (t[1], t[0])), sorted(data, key=lambda t: (-t[1], t[0])), sorted(data, key=lambda t: t[0].lower()), sorted(data, reverse=True, key=lambda t: t[1]))
words = "the Quick brown fox Jumps over the lazy dog".split()
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=lambda w: (len(w), w)), sorted(set(words)), sorted(words, key=lambda w: w[::-1]))
print(sorted([3, 1.5, True, -2]), sorted("bBaA"), sorted([[2, 1], [1, 2], [1]]), sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1]), sorted([(1, [2]), (1, [1])]), sorted([b"b", b"a"]), sorted(["é", "e", "z"]), sorted([None], key=lambda x: 0), sorted([frozenset([1, 2]), frozenset([1])], key=len))
n = 0
class C:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        global n
        n += 1
        return self.v < o.v
l = [C(i) for i in range(100)]
sorted(l)
print(n)
n = 0
sorted(reversed(l))
print(n)
n = 0
sorted([C(i * 37 % 101) for i in range(100)])
print(n)
import functools
print(sorted([5, 3, 9], key=functools.cmp_to_key(lambda a, b: (a > b) - (a < b))), sorted([1, 2, 3, 4], key=lambda x: x % 2), max("abc", key=lambda c: -ord(c)), min([[3], [1, 2]], key=len))
