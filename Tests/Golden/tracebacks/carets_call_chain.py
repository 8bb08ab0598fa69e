def f():
    return g


def g():
    return None


f()()()
