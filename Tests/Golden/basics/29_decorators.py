def twice(f):
    def g(*a, **k):
        return f(*a, **k) * 2

    return g


def times(n):
    def deco(f):
        return lambda *a: f(*a) * n

    return deco


@twice
def one():
    return 1


@times(3)
@twice
def add(a, b):
    return a + b


print(one(), add(1, 2))
