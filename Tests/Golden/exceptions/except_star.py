def run(exc):
    try:
        try:
            raise exc
        except* ValueError as g:
            print("value", repr(g))
        except* (TypeError, KeyError) as g:
            print("type/key", repr(g))
        else:
            print("else")
        finally:
            print("finally")
    except BaseException as error:
        print("left", repr(error))


run(ExceptionGroup("g", [ValueError(1), TypeError(2), OSError(3), ExceptionGroup("n", [ValueError(4), KeyError(5)])]))
run(ValueError("naked"))
run(OSError("unmatched"))
run(ExceptionGroup("all", [ValueError(1)]))
run(KeyboardInterrupt())
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError("new")
    except* TypeError as t:
        raise
except ExceptionGroup as error:
    print(repr(error), repr(error.exceptions[0]), [type(e).__name__ for e in error.exceptions], repr(error.exceptions[0].__context__))
try:
    pass
except* ValueError:
    print("never")
else:
    print("else ran")
try:
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ExceptionGroup:
        pass
except TypeError as error:
    print(error)


def f():
    for i in range(2):
        try:
            raise ExceptionGroup("x", [ValueError(i)])
        except* ValueError as e:
            print(i, e.exceptions)
    return "done"


print(f())
