x = "outer"
print([x for x in range(3)], x)
print([y for x in [1, 2] for y in (x, x * 10)], x, {x: x for x in "ab"}, {x for x in "a"}, list(x for x in "b"), x)


def f():
    z = 5
    a = [z + i for i in range(3)]
    fs = [lambda: i for i in range(3)]
    gs = [lambda i=i: i for i in range(3)]
    return a, [g() for g in fs], [g() for g in gs], [[j for j in range(i)] for i in range(4)]


print(f())


class C:
    n = 3
    b = [i for i in range(n)]
    try:
        c = [n for _ in range(2)]
    except NameError as error:
        c = str(error)
    d = [i * 2 for i in b]


print(C.b, C.c, C.d)
print([locals().keys() == {".0", "i"} or sorted(locals()) for i in range(1)])


def g():
    return [k for k in sorted(locals())], [v for v in [1]]


print(g())
print([(i, j) for i in range(4) if i % 2 for j in range(i) if j != 1], [i if i else "zero" for i in range(3)], [a for a, in [(1,), (2,)]], [i for i in range(10) if i > 2 if i < 6])
print([[c for c in row] for row in ("ab", "cd")], [x for x in (y for y in (z for z in "xyz"))], sum(i * j for i in range(3) for j in range(3)))
