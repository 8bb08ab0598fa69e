def f(a, b=[], *, c={}, d=None):
    b.append(a)
    c[a] = d
    return b, c


print(f(1), f(2), f(3, [9]), f.__defaults__, f.__kwdefaults__)
n = 5


def g(x=n, y=n * 2, z=(lambda: n)()):
    return x, y, z


n = 7
print(g(), g(1), g(z=3))
f.__defaults__ = ([0],)
print(f(1))
g.__defaults__ = None
try:
    g()
except TypeError as error:
    print(error)
g.__defaults__ = (8,)
try:
    print(g(1, 2), g(1))
except TypeError as error:
    print(error)
f.__kwdefaults__ = {"c": {"new": 1}, "d": 2}
print(f("k"))
for bad in (5, [1]):
    try:
        g.__defaults__ = bad
    except TypeError as error:
        print(error)
try:
    g.__kwdefaults__ = 5
except TypeError as error:
    print(error)
