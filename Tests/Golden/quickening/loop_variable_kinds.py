def walk(it):
    out = []
    for x in it:
        out.append(x)
    return out


def gen():
    yield "g1"
    yield "g2"


class It:
    def __iter__(self): return iter((7, 8))


class Old:
    def __getitem__(self, i):
        if i > 1: raise IndexError
        return i


for it in (range(3), [1, 2], (3, 4), "ab", {5: 6}, {7}, gen(), It(), Old(), b"xy", range(0), range(5, 0, -2), range(2 ** 70, 2 ** 70 + 2), {1: 2}.items(), enumerate("a"), map(str, [1]), iter([9]), reversed([1, 2]), zip("a", "b"), range(2 ** 48 - 2, 2 ** 48 + 2), range(-2 ** 48 - 1, -2 ** 48 + 2)):
    print(walk(it))
l = [1, 2, 3]
for x in l:
    if x == 1: l.append(4)
    if x == 2: l.remove(3)
    print(x, end=" ")
print()
for i in range(3):
    i += 10
    for i in range(2): pass
    print(i, end=" ")
print()
r = range(3)
print([(a, b) for a in r for b in r], [x for x in r], r)
