def rec():
    yield next(me)


me = rec()
try:
    next(me)
except ValueError as e:
    print(e)


def stop():
    yield 1
    raise StopIteration("x")


try:
    list(stop())
except RuntimeError as e:
    print(e, repr(e.__cause__))


def inner_next():
    yield next(iter([]))


try:
    list(inner_next())
except RuntimeError as e:
    print(e)


def g():
    yield


for source in ["len(g())", "g()[0]", "g() + 1", "g().x", "g().gi_frame.f_lineno", "next(g)", "g().gi_running", "g().gi_code.co_name", "g().send()", "g().send(1, 2)", "type(g())()"]:
    try:
        print(source, eval(source))
    except Exception as e:
        print(source, type(e).__name__, e)
it = g()
it.__name__ = "renamed"
print(it.__name__, repr(it)[:26])
