x = {"a": 1}
y = [1, 2, 3]


def f(d, l):
    return d["a"] + l[0] + l[10] * 2


print(f(x, y))
