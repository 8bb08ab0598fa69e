def attempt(f):
    try:
        print(f())
    except RuntimeError as error:
        print(type(error).__name__, error)


def grow():
    d = {1: 1}
    for k in d:
        d[k + 1] = 1
    return d


def shrink():
    d = {1: 1, 2: 2}
    for k in d:
        del d[k]
    return d


def replace():
    d = {1: 1, 2: 2}
    for k in d:
        d[k] = "x"
    return d


def swap():
    d = {1: 1, 2: 2, 3: 3}
    for k in d:
        if k < 10:
            del d[k]
            d[k + 10] = 0
    return d


def values():
    d = {1: 1}
    for v in d.values():
        d.clear()
    return d


def items():
    d = {1: 1}
    for k, v in d.items():
        d[9] = 9
    return d


def reverse():
    d = {1: 1}
    for v in reversed(d):
        d[5] = 5
    return d


def last():
    d = {1: 1, 2: 2}
    it = iter(d)
    next(it)
    next(it)
    d[3] = 3
    return next(it)


for f in (grow, shrink, replace, swap, values, items, reverse, last):
    attempt(f)
