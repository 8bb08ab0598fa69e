def f(l):
    return [1 / x for x in l]


f([1, 0])
