def g():
    x = yield 1
    print("got", x)
    y = yield x
    print("got", y)
    return "ret"


it = g()
print(next(it), it.send("a"))
try:
    it.send("b")
except StopIteration as stop:
    print(stop.value, stop.args)
print(next(it, "exhausted"), list(g()), it.gi_frame, it.gi_running, it.gi_yieldfrom, it.__name__, it.__qualname__, iter(it) is it, type(it).__name__)
try:
    g().send(5)
except TypeError as error:
    print(error)


def empty():
    return
    yield


def only_return():
    yield from ()
    return 5


print(list(empty()), list(only_return()), sum(x for x in range(4)), [*g.__call__()][:1])
