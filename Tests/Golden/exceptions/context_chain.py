def show(e, depth=0):
    while e:
        print("  " * depth, repr(e), "suppress" if e.__suppress_context__ else "")
        if e.__cause__:
            print("  " * depth, "cause")
            e = e.__cause__
        else:
            e = e.__context__
        depth += 1


try:
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            {}["k"]
    except KeyError as k:
        raise ValueError("v") from k
except ValueError as error:
    show(error)
try:
    try:
        raise A
    except NameError:
        try:
            raise KeyError(1)
        finally:
            raise IndexError(2)
except IndexError as error:
    show(error)
try:
    e = ValueError("self")
    try:
        raise e
    except ValueError:
        raise e
except ValueError as error:
    show(error)
a, b = ValueError("a"), KeyError("b")
try:
    try:
        try:
            raise a
        except ValueError:
            raise b
    except KeyError:
        raise a
except ValueError as error:
    show(error)


def gen():
    try:
        yield
    except ValueError:
        raise KeyError("in gen")


g = gen()
next(g)
try:
    g.throw(ValueError("thrown"))
except KeyError as error:
    show(error)
import sys
print(sys.exc_info())
try:
    raise a
except ValueError:
    print(sys.exc_info()[1] is a, sys.exc_info()[0], sys.exception() is a)
    try:
        raise b
    except KeyError:
        print(sys.exception() is b)
    print(sys.exception() is a)
print(sys.exception())
