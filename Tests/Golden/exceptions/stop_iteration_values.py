def g():
    return {"a": 1}
    yield


def h():
    r = yield from g()
    yield r
    return (1, 2)


try:
    next(g())
except StopIteration as e:
    print(e.value, e.args)
x = h()
print(next(x))
try:
    next(x)
except StopIteration as e:
    print(e.value, repr(e))
for a in ((), (1,), (1, 2), ((3, 4),)):
    e = StopIteration(*a)
    print(e.value, e.args, repr(e), str(e))
e.value = 9
print(e.value, e.args)


def raises():
    yield StopIteration("as value")
    raise ValueError(StopIteration(5))


r = raises()
print(repr(next(r)))
try:
    next(r)
except ValueError as e:
    print(repr(e))
