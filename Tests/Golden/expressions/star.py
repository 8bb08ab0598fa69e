print(*[1, 2], *(), *"ab")
print([*[1], *[2, 3]], (*(1, 2), 3), {*[1, 2], 3})
a, *b = 1, 2, 3
*c, d = "xyz"
e, *f, g = range(5)
print(a, b, c, d, e, f, g)
*h, = [1]
[i, *j] = (1,)
print(h, i, j)
(k, *l), m = [1, 2, 3], 4
print(k, l, m)
for x, *y in [(1, 2, 3), "ab", [9]]:
    print(x, y)
t = 1, *[2, 3]
print(t)


def r():
    return 1, *"ab"


def y():
    yield 1, *"cd"


print(r(), next(y()))
print({**{}, **{"a": 1}}, dict(**{"x": 1}, y=2))
for z in *[1], *[2]:
    print(z)
