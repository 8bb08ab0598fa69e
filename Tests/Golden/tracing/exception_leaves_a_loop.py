# A generator that only the frame holds ends before the frame that an exception leaves is told of.
import sys


def follow(frame, event, argument):
    print(event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno)
    return follow


def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


def leaves():
    for x in numbers():
        for y in (n + x for n in range(3)):
            raise KeyError(y)


def handled():
    for x in numbers():
        try:
            for y in (n + x for n in range(3)):
                raise KeyError(y)
        except KeyError:
            break


for function in leaves, handled:
    sys.settrace(follow)
    try:
        function()
    except KeyError as error:
        sys.settrace(None)
        print(repr(error))
    sys.settrace(None)
