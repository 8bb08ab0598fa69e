def u(v):
    a, b = v
    return a, b


for _ in range(100): u((1, 2))
print([u(v) for v in ((1, 2), [3, 4], "ab", {5: 0, 6: 0}, iter([7, 8]), range(2), {9: 1}.keys() | {10})])
for bad in ((1,), [1, 2, 3], 5, "abc"):
    try:
        u(bad)
    except (ValueError, TypeError) as e:
        print(e)


def s(o, k): return o[k]


for i in range(100): s([0] * 100, i)
class D(dict):
    def __missing__(self, k): return ("missing", k)
class L(list):
    def __getitem__(self, k): return ("L", k)
print([s(o, k) for o, k in (([1, 2], -1), ((1, 2), 1), ({"a": 1}, "a"), (D(), 5), (L([1]), 9), ("abc", 1), (b"abc", 1), (range(5), 2), ([1, 2, 3], slice(1, None)), ([1, 2], True), ({1.0: "f"}, 1))])
for o, k in (([1], 5), ([1], "a"), ({}, "k"), ((), 0), (5, 0), ([1], 2 ** 70), ([1], None)):
    try:
        s(o, k)
    except Exception as e:
        print(type(e).__name__, e)
def st(o, k, v): o[k] = v
for i in range(100): st([0] * 100, i, i)
l, d = [1, 2], {}
st(l, -1, "x"); st(d, "k", 1); st(bytearray(b"a"), 0, 1); st(l, slice(0, 1), "yz")
print(l, d)
